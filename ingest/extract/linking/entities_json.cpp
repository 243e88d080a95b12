#include "ingest/extract/linking/entities_json.hpp"

#include <algorithm>
#include <string_view>

#include "graph/json/json_text.hpp"
#include "graph/model/names.hpp"
#include "ingest/text/code_points.hpp"

namespace claimgraph {
namespace {

std::string_view name_of(ReferenceForm form) {
    switch (form) {
        case ReferenceForm::name:
            return "name";
        case ReferenceForm::adjective:
            return "adjective";
        case ReferenceForm::nominal:
            return "nominal";
        case ReferenceForm::pronoun:
            return "pronoun";
    }
    return {};
}

class Writer {
  public:
    Writer(const Document& document, const nlp::Analysis& analysis, const DocumentEntities& entities)
        : document_(document), analysis_(analysis), entities_(entities), index_(analysis.text) {}

    std::string run() {
        std::vector<std::vector<std::uint32_t>> mentions(entities_.entities.size());
        for (std::uint32_t m = 0; m < entities_.mentions.size(); ++m) {
            const EntityMention& mention = entities_.mentions[m];
            if (mention.entity != nlp::kNone) mentions[mention.entity].push_back(m);
            for (const std::uint32_t member : mention.members) mentions[member].push_back(m);
        }
        for (std::size_t e = 0; e < mentions.size(); ++e) {
            if (!mentions[e].empty()) write(entities_.entities[e], mentions[e]);
        }
        for (const Affiliation& affiliation : entities_.affiliations) {
            if (affiliation.actor != nlp::kNone && affiliation.target != nlp::kNone) write(affiliation);
        }
        return std::move(out_);
    }

  private:
    void text(std::string_view key, std::string_view value) {
        out_ += ",\"";
        out_ += key;
        out_ += "\":";
        append_json_string(out_, value);
    }

    void number(std::string_view key, std::size_t value) {
        out_ += ",\"";
        out_ += key;
        out_ += "\":";
        append_json_number(out_, value);
    }

    void open() {
        out_ += "{\"document\":";
        append_json_string(out_, document_.id);
    }

    void write(const LinkedEntity& entity, const std::vector<std::uint32_t>& mentions) {
        open();
        text("entity", entity.name);
        text("kind", to_string(entity.kind));
        if (!entity.type.empty()) text("type", entity.type);
        if (!entity.id.empty()) text("id", entity.id);
        if (entity.country != nlp::kNone) text("country", entities_.entities[entity.country].name);
        if (entity.parent != nlp::kNone) text("parent", entities_.entities[entity.parent].name);
        out_ += ",\"mentions\":[";
        bool first = true;
        for (const std::uint32_t m : mentions) {
            if (!first) out_ += ',';
            first = false;
            write(entities_.mentions[m]);
        }
        out_ += "]}\n";
    }

    void write(const EntityMention& mention) {
        const std::uint32_t begin = analysis_.tokens[mention.first].begin;
        const std::uint32_t end = analysis_.tokens[mention.last - 1].end;
        out_ += "{\"text\":";
        append_json_string(out_, analysis_.text.substr(begin, end - begin));
        number("begin", index_.code_point(begin));
        number("end", index_.code_point(end));
        number("sentence", mention.sentence);
        text("form", name_of(mention.form));
        if (entities_.mention_at(mention.head) == nlp::kNone ||
            &entities_.mentions[entities_.mention_at(mention.head)] != &mention) {
            out_ += ",\"shadowed\":true";
        }
        if (mention.modifier) out_ += ",\"modifier\":true";
        if (mention.place_reading) out_ += ",\"place\":true";
        out_ += '}';
    }

    void write(const Affiliation& affiliation) {
        open();
        text("affiliate", entities_.entities[affiliation.actor].name);
        text("of", entities_.entities[affiliation.target].name);
        if (!affiliation.role.empty()) text("role", affiliation.role);
        if (affiliation.implied) out_ += ",\"implied\":true";
        out_ += "}\n";
    }

    const Document& document_;
    const nlp::Analysis& analysis_;
    const DocumentEntities& entities_;
    CodePointIndex index_;
    std::string out_;
};

}  // namespace

std::string entities_json(const Document& document, const nlp::Analysis& analysis,
                          const DocumentEntities& entities) {
    return Writer(document, analysis, entities).run();
}

}  // namespace claimgraph
