#include "ingest/extract/linking/entity_linker.hpp"

#include <charconv>
#include <map>
#include <string>
#include <utility>

#include "ingest/extract/linking/affiliations.hpp"
#include "ingest/extract/linking/canonical_names.hpp"
#include "ingest/extract/linking/entity_lexicons.hpp"
#include "ingest/extract/linking/mention_finder.hpp"
#include "ingest/extract/linking/references.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {
namespace {

int year_of(const Document& document) {
    int year = 0;
    if (document.date.size() >= 4) std::from_chars(document.date.data(), document.date.data() + 4, year);
    return year;
}

// Where the parser splits a name, each of its parts that hangs outside stands for the whole.
void cover_split_names(const Tree& tree, DocumentEntities& found) {
    for (std::uint32_t m = 0; m < found.mentions.size(); ++m) {
        const EntityMention& mention = found.mentions[m];
        if (mention.form != ReferenceForm::name) continue;
        const TokenRange range{mention.first, mention.last};
        for (TokenIndex t = mention.first; t < mention.last; ++t) {
            const bool word = tree.is_nominal(t) || tree[t].upos == Upos::adj || tree[t].upos == Upos::x;
            const TokenIndex head = tree.head(t);
            if (word && found.by_head[t] == kNone && (head == kNone || !range.contains(head)))
                found.by_head[t] = m;
        }
    }
}

// "the governor", whom the document never names, is somebody all the same.
void name_unknown_holders(const Tree& tree, const MentionSorts& sorts, DocumentEntities& found) {
    std::map<std::string, std::uint32_t> holders;
    for (std::uint32_t m = 0; m < found.mentions.size(); ++m) {
        EntityMention& mention = found.mentions[m];
        if (mention.entity != kNone || sorts.sorts[m] != MentionClass::description ||
            sorts.senses[m] != Sense::Kind::title)
            continue;
        std::string name = phrase_text(tree.analysis(), {mention.first, mention.last});
        const auto [at, added] = holders.emplace(name, static_cast<std::uint32_t>(found.entities.size()));
        if (added) {
            LinkedEntity fresh;
            fresh.name = std::move(name);
            fresh.type = "group";
            fresh.core = fresh.name;
            fresh.people = 2;
            found.entities.push_back(std::move(fresh));
        }
        mention.entity = at->second;
        found.entities[at->second].mentions.push_back(m);
    }
}

}  // namespace

EntityLinker::EntityLinker(const Lexicons& lexicons)
    : lexicons_(std::make_unique<const EntityLexicons>(lexicons)) {}
EntityLinker::~EntityLinker() = default;
EntityLinker::EntityLinker(EntityLinker&&) noexcept = default;
EntityLinker& EntityLinker::operator=(EntityLinker&&) noexcept = default;

DocumentEntities EntityLinker::link(const Document& document, const nlp::Analysis& analysis) const {
    const Tree tree(analysis);
    DocumentEntities found;
    std::vector<OfficeWords> offices;
    std::vector<MentionCandidate> candidates = find_mentions(*lexicons_, tree, year_of(document), offices);
    name_entities(*lexicons_, analysis, candidates, found.entities);
    found.by_head.assign(analysis.tokens.size(), kNone);
    found.mentions.reserve(candidates.size());
    MentionSorts sorts;
    for (MentionCandidate& candidate : candidates) {
        const auto index = static_cast<std::uint32_t>(found.mentions.size());
        if (candidate.sort == MentionClass::country && !candidate.mention.possessive) {
            const std::string_view adposition = tree.adposition(candidate.mention.head);
            candidate.mention.place_reading = adposition == "in" || adposition == "at" ||
                                              adposition == "near" || adposition == "to" ||
                                              adposition == "from";
        }
        std::uint32_t& at = found.by_head[candidate.mention.head];
        if (at == kNone) at = index;
        sorts.sorts.push_back(candidate.sort);
        sorts.senses.push_back(candidate.sense);
        // The words of office over a name stand for its bearer.
        for (TokenIndex t = candidate.title.first; t < candidate.title.last; ++t) {
            if (found.by_head[t] == kNone && tree.dominates(t, candidate.mention.head))
                found.by_head[t] = index;
        }
        found.mentions.push_back(std::move(candidate.mention));
    }
    cover_split_names(tree, found);
    resolve_references(tree, sorts, found);
    name_unknown_holders(tree, sorts, found);
    find_affiliations(*lexicons_, tree, offices, found);
    resolve_speakers(tree, sorts, found);
    return found;
}

}  // namespace claimgraph
