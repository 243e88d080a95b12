#include "ingest/extract/explanation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <set>
#include <utility>

#include "graph/model/names.hpp"
#include "ingest/extract/attribution/statement_sources.hpp"
#include "ingest/extract/ends.hpp"
#include "ingest/extract/entity_writer.hpp"
#include "ingest/extract/predicate_frames.hpp"

namespace claimgraph {
namespace {

constexpr std::size_t kFeaturesShown = 6;
constexpr std::size_t kReadingsShown = 5;

std::string in_quotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

/// Four decimals, whatever the locale.
std::string decimal(double value) {
    const auto scaled = static_cast<long long>(std::llround(std::abs(value) * 10000));
    std::string digits = std::to_string(scaled % 10000);
    digits.insert(0, 4 - digits.size(), '0');
    return (value < 0 ? "-" : "") + std::to_string(scaled / 10000) + "." + digits;
}

std::string_view name_of(PartOfSpeech pos) {
    constexpr std::array<std::string_view, 3> names{"verb", "noun", "adjective"};
    return names[static_cast<std::size_t>(pos)];
}

std::string name_of(KindSet kinds) {
    std::string names;
    for (const EntityKind kind : {EntityKind::actor, EntityKind::country, EntityKind::measure,
                                  EntityKind::commodity, EntityKind::topic}) {
        if (kinds.has(kind)) names += (names.empty() ? "" : "/") + std::string(to_string(kind));
    }
    return names;
}

std::string line(std::string_view what, const std::string& text) {
    std::string out = "    " + std::string(what);
    out.append(out.size() < 16 ? 16 - out.size() : 1, ' ');
    return out + text;
}

class Explainer {
  public:
    Explainer(const Scene& scene, const TransparentNouns& transparent, const StatementRanker& ranker)
        : scene_(scene),
          tree_(scene.tree),
          ranker_(ranker),
          writer_(scene.tree, scene.entities, scene.measures),
          sources_(scene),
          ends_(scene, transparent),
          kept_(find_candidates(scene, transparent, ranker)),
          options_(list_options(scene, transparent, kept_)) {
        for (CandidateOption& option : options_) {
            option.choice.probability = ranker.empty()
                                            ? (option.strict ? 1 : 0)
                                            : StatementRanker::probability(ranker.sum(option.features));
        }
    }

    std::vector<SentenceExplanation> run() const {
        const auto& sentences = tree_.analysis().sentences;
        std::vector<SentenceExplanation> out(sentences.size());
        for (std::size_t s = 0; s < sentences.size(); ++s) {
            out[s].sentence = s;
            out[s].text =
                tree_.analysis().text.substr(sentences[s].begin, sentences[s].end - sentences[s].begin);
        }
        for (const StatementCandidate& candidate : kept_)
            explain_statement(candidate, out[tree_[candidate.predicate].sentence].lines);
        for (std::size_t s = 0; s < sentences.size(); ++s) {
            if (out[s].lines.empty()) explain_silence(s, out[s].lines);
        }
        return out;
    }

  private:
    std::string head_line(const StatementCandidate& candidate) const {
        return scene_.ontology.relations()[candidate.relation].name + ": " +
               writer_.entity_of(candidate.subject).name + " -> " + writer_.entity_of(candidate.object).name;
    }

    std::string rule(const StatementCandidate& candidate) const {
        if (candidate.entry == nullptr) return "of the document's structure";
        std::string words = candidate.entry->lemma;
        for (const std::string& particle : candidate.entry->particles) words += " " + particle;
        return std::string(name_of(candidate.entry->pos)) + " " + in_quotes(words);
    }

    std::string end_line(const End& end, const std::string& slot, const std::string& path) const {
        const Entity entity = writer_.entity_of(end);
        std::string text = entity.mention ? in_quotes(*entity.mention) + " is " : std::string("not named: ");
        text += entity.name + " (" + std::string(to_string(entity.kind));
        if (!entity.type.empty()) text += ", " + entity.type;
        if (!entity.id.empty()) text += ", " + entity.id;
        text += ")";
        if (entity.antecedent) text += ", by " + in_quotes(entity.antecedent->text);
        text += "; slot " + (slot.empty() ? std::string("none") : slot);
        if (!path.empty()) text += "; path " + path;
        return text;
    }

    const CandidateOption* option_of(const StatementCandidate& candidate) const {
        const auto at = std::find_if(options_.begin(), options_.end(), [&](const CandidateOption& o) {
            return o.candidate.predicate == candidate.predicate &&
                   o.candidate.relation == candidate.relation && o.candidate.entry == candidate.entry &&
                   o.candidate.subject == candidate.subject && o.candidate.object == candidate.object;
        });
        return at == options_.end() ? nullptr : &*at;
    }

    void explain_statement(const StatementCandidate& candidate, std::vector<std::string>& lines) const {
        const CandidateOption* option = option_of(candidate);
        lines.push_back("  " + head_line(candidate));
        lines.push_back(line("rule", rule(candidate)));
        lines.push_back(line("words", in_quotes(tree_.text(candidate.predicate_range))));
        const OptionNotes notes = option != nullptr && option->notes ? *option->notes : OptionNotes{};
        lines.push_back(line("subject", end_line(candidate.subject, notes.subject_slot, notes.subject_path)));
        lines.push_back(line("object", end_line(candidate.object, notes.object_slot, notes.object_path)));
        if (candidate.entry != nullptr) {
            explain_scopes(candidate, lines);
            explain_sources(candidate, lines);
        }
        if (!ranker_.empty()) {
            lines.push_back(line(
                "confidence", decimal(candidate.confidence) + ", threshold " + decimal(ranker_.threshold())));
            explain_features(notes, lines);
        }
    }

    void explain_scopes(const StatementCandidate& candidate, std::vector<std::string>& lines) const {
        const Factuality& value = candidate.factuality.value;
        std::string text =
            std::string(to_string(value.status)) + ", " + std::string(to_string(value.polarity));
        if (candidate.entry->status) text += "; by the word itself";
        std::string cues;
        for (const TokenIndex cue : candidate.factuality.cues) {
            if (cue != kNone) cues += (cues.empty() ? "" : ", ") + in_quotes(tree_[cue].form);
        }
        if (!cues.empty()) text += "; scopes " + cues;
        lines.push_back(line("status", text));
    }

    void explain_sources(const StatementCandidate& candidate, std::vector<std::string>& lines) const {
        for (const SourceLink& link : sources_.find(candidate)) {
            std::string text = writer_.entity_of(link.source).name + ", " + std::string(to_string(link.type));
            if (!link.cue.empty()) text += " by " + in_quotes(tree_.text(link.cue));
            lines.push_back(line("source", text));
        }
    }

    void explain_features(const OptionNotes& notes, std::vector<std::string>& lines) const {
        std::vector<std::pair<float, std::string>> weighed;
        for (std::size_t i = 0; i < notes.features.size(); ++i) {
            const float weight = ranker_.weight(notes.features[i]);
            if (weight != 0) weighed.emplace_back(weight, notes.names[i]);
        }
        std::stable_sort(weighed.begin(), weighed.end(),
                         [](const auto& a, const auto& b) { return std::abs(a.first) > std::abs(b.first); });
        if (weighed.size() > kFeaturesShown) weighed.resize(kFeaturesShown);
        for (const auto& [weight, name] : weighed)
            lines.push_back(line(weight > 0 ? "for" : "against", decimal(weight) + " " + name));
    }

    void explain_silence(std::size_t sentence, std::vector<std::string>& lines) const {
        if (scene_.skipped[sentence]) {
            lines.emplace_back("  passed over: not the article's own words");
            return;
        }
        lines.emplace_back("  no statement");
        std::vector<const CandidateOption*> here;
        std::set<TokenIndex> read;
        for (const CandidateOption& option : options_) {
            if (tree_[option.candidate.predicate].sentence != sentence) continue;
            here.push_back(&option);
            read.insert(option.candidate.predicate);
        }
        std::stable_sort(here.begin(), here.end(), [](const CandidateOption* a, const CandidateOption* b) {
            return a->choice.probability > b->choice.probability;
        });
        for (std::size_t i = 0; i < here.size() && i < kReadingsShown; ++i) {
            const CandidateOption& option = *here[i];
            const bool likely = option.choice.probability >= std::max(ranker_.threshold(), 1e-9);
            std::string why = "stated better elsewhere";
            if (!likely)
                why = ranker_.empty() ? "its ends fill no slots" : "below " + decimal(ranker_.threshold());
            lines.push_back("    " + head_line(option.candidate) + ", " + rule(option.candidate) + ": " +
                            decimal(option.choice.probability) + ", " + why);
        }
        if (here.size() > kReadingsShown)
            lines.push_back("    and " + std::to_string(here.size() - kReadingsShown) + " less likely");
        bool words = !here.empty();
        const nlp::Sentence& range = tree_.analysis().sentences[sentence];
        for (TokenIndex t = range.first; t < range.last; ++t) {
            if (!read.contains(t)) words = explain_word(t, lines) || words;
        }
        if (!words) lines.emplace_back("    no word that states a relation");
    }

    /// A word of the lexicon that no reading came of; false for other words.
    bool explain_word(TokenIndex t, std::vector<std::string>& lines) const {
        PartOfSpeech pos = PartOfSpeech::verb;
        if (tree_[t].upos == Upos::noun) {
            pos = PartOfSpeech::noun;
        } else if (tree_[t].upos == Upos::adj) {
            pos = PartOfSpeech::adjective;
        } else if (tree_[t].upos != Upos::verb) {
            return false;
        }
        bool found = false;
        for (const PredicateEntry& entry : scene_.ontology.predicates(pos, tree_.lemma(t))) {
            const RelationType& relation = scene_.ontology.relations()[entry.relation];
            if (relation.structural) continue;
            found = true;
            std::string text = "    " + in_quotes(tree_[t].form) + " (" + std::string(name_of(pos)) + ", " +
                               relation.name + "): ";
            if (!entry.particles.empty()) {
                text += "not with";
                for (const std::string& particle : entry.particles) text += " " + in_quotes(particle);
                text += ", or ";
            }
            if (entry.sentiment != 0)
                text += entry.sentiment > 0 ? "no word of praise, or " : "no word of blame, or ";
            lines.push_back(text + "no two ends " + name_of(relation.from) + " -> " + name_of(relation.to) +
                            (entry.bound ? " in its slots" : "") + " among " + named_in(tree_[t].sentence));
        }
        return found;
    }

    std::string named_in(std::uint32_t sentence) const {
        std::string names;
        for (const End& end : ends_.of_sentence(sentence)) {
            if (end.kind == EntityKind::topic) continue;
            const Entity entity = writer_.entity_of(end);
            names +=
                (names.empty() ? "" : ", ") + entity.name + " (" + std::string(to_string(entity.kind)) + ")";
        }
        return names.empty() ? "nothing named" : names;
    }

    const Scene& scene_;
    const Tree& tree_;
    const StatementRanker& ranker_;
    EntityWriter writer_;
    StatementSources sources_;
    Ends ends_;
    std::vector<StatementCandidate> kept_;
    std::vector<CandidateOption> options_;
};

}  // namespace

std::vector<SentenceExplanation> explain(const Scene& scene, const TransparentNouns& transparent,
                                         const StatementRanker& ranker) {
    return Explainer(scene, transparent, ranker).run();
}

}  // namespace claimgraph
