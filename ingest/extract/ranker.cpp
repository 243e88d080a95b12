#include "ingest/extract/ranker.hpp"

#include <charconv>
#include <cmath>

#include "graph/model/error.hpp"
#include "graph/model/names.hpp"

namespace claimgraph {
namespace {

std::string_view bucket(std::size_t n) {
    if (n == 0) return "0";
    if (n == 1) return "1";
    if (n <= 3) return "2-3";
    if (n <= 6) return "4-6";
    if (n <= 12) return "7-12";
    if (n <= 25) return "13-25";
    return "26+";
}

std::size_t distance(TokenIndex a, TokenIndex b) {
    return a > b ? a - b : b - a;
}

std::string_view slot_name(Slot::Kind kind) {
    switch (kind) {
        case Slot::Kind::subject:
            return "subj";
        case Slot::Kind::object:
            return "obj";
        case Slot::Kind::indirect_object:
            return "iobj";
        case Slot::Kind::possessive:
            return "poss";
        case Slot::Kind::adjective:
            return "adj";
        case Slot::Kind::compound:
            return "compound";
        case Slot::Kind::between:
            return "between";
        case Slot::Kind::self:
            return "self";
        case Slot::Kind::support:
            return "support";
        case Slot::Kind::imposer:
            return "imposer";
        case Slot::Kind::target:
            return "target";
        case Slot::Kind::adposition:
            return "adposition";
    }
    return "";
}

class Features {
  public:
    Features(const Scene& scene, const StatementCandidate& candidate, const Statement& statement)
        : scene_(scene),
          tree_(scene.tree),
          candidate_(candidate),
          statement_(statement),
          relation_(statement.relation) {}

    std::vector<std::string> run() {
        add("bias");
        both("relation", "");
        const nlp::Token& predicate = tree_[candidate_.predicate];
        const nlp::Sentence& sentence = tree_.analysis().sentences[predicate.sentence];
        if (candidate_.entry != nullptr) {
            add("entry=" + relation_ + ":" + candidate_.entry->lemma);
            both("pos", candidate_.entry->pos == PartOfSpeech::verb   ? "verb"
                        : candidate_.entry->pos == PartOfSpeech::noun ? "noun"
                                                                      : "adj");
            both("slots", std::string(slot_name(candidate_.subject_slot)) + "+" +
                              std::string(slot_name(candidate_.object_slot)));
            both("status", to_string(statement_.factuality.status));
            if (statement_.factuality.polarity == Polarity::negative) both("negative", "");
            both("sourced", statement_.attribution.empty() ? "no" : "yes");
            both("deprel", nlp::to_string(nlp::base(predicate.deprel)));
            if (candidate_.inferred_subject) both("inferred", "subject");
            if (tree_.is_verbal(candidate_.predicate) && tree_.is_passive(candidate_.predicate))
                both("passive", "");
            both("instrument", candidate_.instrument.empty() ? "no" : "yes");
        }
        end("s", candidate_.subject);
        end("o", candidate_.object);
        both("kinds", std::string(to_string(candidate_.subject.kind)) + "-" +
                          std::string(to_string(candidate_.object.kind)));
        if (sentence.headline) both("headline", "");
        add("length=" + std::string(bucket((sentence.last - sentence.first) / 4)));
        add("sentence=" + std::string(bucket(predicate.sentence)));
        add("voice=" + std::string(to_string(scene_.document.voice)));
        if (!statement_.quantities.empty()) both("quantity", "");
        if (statement_.time) both("time", "");
        return std::move(out_);
    }

  private:
    void add(std::string feature) { out_.push_back(std::move(feature)); }

    /// The feature alone and with the relation.
    void both(std::string_view name, std::string_view value) {
        std::string feature(name);
        if (!value.empty()) feature += "=" + std::string(value);
        add(relation_ + "&" + feature);
        add(std::move(feature));
    }

    void end(std::string_view which, const End& end) {
        const std::string name(which);
        both(name + ".kind", to_string(end.kind));
        if (end.head == kNone) {
            both(name + ".context", "");
        } else {
            add(name + ".distance=" + std::string(bucket(distance(end.head, candidate_.predicate))));
            if (tree_[end.head].sentence == tree_[candidate_.predicate].sentence) {
                add(relation_ + "&" + name + ".path=" + path(end.head));
                add(name + ".deprel=" + std::string(nlp::to_string(tree_[end.head].deprel)));
            } else {
                both(name + ".elsewhere", "");
            }
            add(name + ".side=" + (end.head < candidate_.predicate ? "left" : "right"));
        }
        if (end.measure != kNone) {
            const Measure& measure = scene_.measures.measures[end.measure];
            both(name + ".type", measure.type);
            both(name + ".specific", measure.specific ? "yes" : "no");
            if (measure.proper) both(name + ".proper", "");
            both(name + ".mentions", bucket(measure.mentions.size()));
            if (end.head != kNone && scene_.measures.mention_at(end.head) != kNone) {
                const MeasureMention& mention =
                    scene_.measures.mentions[scene_.measures.mention_at(end.head)];
                both(name + ".own-specific", mention.specific ? "yes" : "no");
                both(name + ".definite", mention.definite ? "yes" : "no");
            }
        }
        if (end.entity != kNone) {
            const LinkedEntity& entity = scene_.entities.entities[end.entity];
            both(name + ".type", entity.type);
            both(name + ".mentions", bucket(entity.mentions.size()));
            if (entity.kind == EntityKind::commodity) both(name + ".known", entity.id.empty() ? "no" : "yes");
            if (end.mention != kNone) {
                const EntityMention& mention = scene_.entities.mentions[end.mention];
                static constexpr std::string_view forms[] = {"name", "adjective", "nominal", "pronoun"};
                both(name + ".form", forms[static_cast<std::size_t>(mention.form)]);
                if (mention.place_reading) both(name + ".place", "");
                if (mention.modifier) both(name + ".modifier", "");
                if (!mention.members.empty()) both(name + ".plural", "");
            }
        }
        if (end.kind == EntityKind::topic) {
            add(name + ".topic-head=" + std::string(tree_.lemma(end.head)));
            both(name + ".words", bucket(end.range.size()));
        }
    }

    /// The relations from the end up to the common ancestor and down to the predicate.
    std::string path(TokenIndex from) const {
        std::vector<TokenIndex> up;
        for (TokenIndex t = from; t != kNone; t = tree_.head(t)) up.push_back(t);
        std::string down;
        for (TokenIndex t = candidate_.predicate; t != kNone; t = tree_.head(t)) {
            for (std::size_t i = 0; i < up.size(); ++i) {
                if (up[i] != t) continue;
                if (i > 4) return "long";
                std::string out;
                for (std::size_t k = 0; k < i; ++k)
                    out += std::string(nlp::to_string(nlp::base(tree_.relation(up[k])))) + "^";
                return out + down;
            }
            down = std::string(nlp::to_string(nlp::base(tree_.relation(t)))) + "v" + down;
        }
        return "none";
    }

    const Scene& scene_;
    const Tree& tree_;
    const StatementCandidate& candidate_;
    const Statement& statement_;
    const std::string& relation_;
    std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> ranking_features(const Scene& scene, const StatementCandidate& candidate,
                                          const Statement& statement) {
    return Features(scene, candidate, statement).run();
}

StatementRanker StatementRanker::parse(std::string_view section) {
    StatementRanker ranker;
    std::size_t number = 0;
    while (!section.empty()) {
        const std::size_t end = section.find('\n');
        const std::string_view line = section.substr(0, end);
        section.remove_prefix(end == std::string_view::npos ? section.size() : end + 1);
        ++number;
        const std::size_t tab = line.find('\t');
        double value = 0;
        const bool good =
            tab != std::string_view::npos &&
            std::from_chars(line.data() + tab + 1, line.data() + line.size(), value).ec == std::errc{} &&
            std::isfinite(value);
        if (!good)
            throw ModelError("statement ranker: line " + std::to_string(number) +
                             ": expected a feature, a tab and a number");
        if (line.substr(0, tab) == "threshold") {
            ranker.threshold_ = value;
        } else {
            ranker.weights_.emplace(line.substr(0, tab), value);
        }
    }
    return ranker;
}

std::string StatementRanker::serialize(double threshold, const std::map<std::string, double>& weights) {
    std::string out;
    const auto line = [&](std::string_view name, double value) {
        char digits[32];
        const auto end =
            std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 4).ptr;
        out += std::string(name) + "\t" + std::string(digits, end) + "\n";
    };
    line("threshold", threshold);
    for (const auto& [name, weight] : weights) line(name, weight);
    return out;
}

double StatementRanker::weight(const std::string& feature) const {
    const auto found = weights_.find(feature);
    return found == weights_.end() ? 0 : found->second;
}

double StatementRanker::probability(const std::vector<std::string>& features) const {
    double sum = 0;
    for (const std::string& feature : features) sum += weight(feature);
    return 1 / (1 + std::exp(-sum));
}

}  // namespace claimgraph
