#include "ingest/extract/factuality_model.hpp"

#include "graph/model/names.hpp"

namespace claimgraph {
namespace {

constexpr int kGovernors = 4;
/// How much likelier (in log-odds) another reading must be than the walk's own.
constexpr double kMargin = 1;

class Writer {
  public:
    Writer(const Scene& scene, const PredicateEntry& entry, TokenIndex predicate,
           const FactualityReading& reading)
        : scene_(scene), tree_(scene.tree), entry_(entry), predicate_(predicate), reading_(reading) {}

    std::vector<std::string> run() {
        const std::string relation = scene_.ontology.relations()[entry_.relation].name;
        const std::string walked = std::string(to_string(reading_.value.status)) + "/" +
                                   std::string(to_string(reading_.value.polarity));
        const std::string pos = entry_.pos == PartOfSpeech::verb   ? "verb"
                                : entry_.pos == PartOfSpeech::noun ? "noun"
                                                                   : "adj";
        add("bias");
        add("walked=" + walked);
        add("walked=" + walked + "&" + relation);
        add("walked=" + walked + "&" + pos);
        add("lemma=" + relation + ":" + pos + ":" + entry_.lemma);
        add("lemma=" + relation + ":" + pos + ":" + entry_.lemma + "&" + walked);
        add("relation=" + relation);
        for (const TokenIndex cue : reading_.cues) add("cue=" + std::string(tree_.lemma(cue)));
        if (!reading_.cues.empty()) add("outer=" + std::string(tree_.lemma(reading_.cues.back())));
        own_words(pos);
        if (reading_.presupposed) {
            add("presupposed");
        } else {
            governors();
        }
        const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[predicate_].sentence];
        if (sentence.headline) add("headline&" + pos);
        add("voice=" + std::string(to_string(scene_.document.voice)) + "&" + walked);
        const std::uint32_t attribution = scene_.attributions.innermost(predicate_);
        if (attribution != kNone) {
            const AttributionSpans& spans = scene_.attributions.all()[attribution];
            add("reported&" + pos);
            if (spans.cue_head != kNone) add("said=" + std::string(tree_.lemma(spans.cue_head)));
        }
        return std::move(out_);
    }

  private:
    void add(std::string feature) { out_.push_back(std::move(feature)); }

    void auxiliaries(TokenIndex t, const std::string& where) {
        for (const TokenIndex c : tree_.children(t)) {
            const Deprel relation = tree_.base_relation(c);
            if (relation == Deprel::aux || relation == Deprel::mark || relation == Deprel::cop)
                add(where + "aux=" + std::string(tree_.lemma(c)));
            if (relation == Deprel::advmod || relation == Deprel::det)
                add(where + "mod=" + std::string(tree_.lemma(c)));
            if (relation == Deprel::advcl) {
                const TokenIndex mark = tree_.child(c, {Deprel::mark});
                if (mark != kNone) add(where + "clause=" + std::string(tree_.lemma(mark)));
            }
        }
    }

    void own_words(const std::string& pos) {
        const nlp::Token& token = tree_[predicate_];
        const std::string tag(nlp::to_string(token.xpos));
        const std::string deprel(nlp::to_string(token.deprel));
        add("tag=" + tag);
        add("deprel=" + deprel + "&" + pos);
        add("tag=" + tag + "&deprel=" + deprel);
        auxiliaries(predicate_, "own ");
        for (const TokenIndex c : tree_.children(predicate_)) {
            if (tree_.base_relation(c) == Deprel::amod) add("own amod=" + std::string(tree_.lemma(c)));
        }
        if (entry_.pos == PartOfSpeech::noun) add("adposition=" + std::string(tree_.adposition(predicate_)));
    }

    void governors() {
        TokenIndex below = predicate_;
        int level = 0;
        std::string chain;
        for (TokenIndex t = tree_.head(predicate_); t != kNone && level < kGovernors;
             below = t, t = tree_.head(t)) {
            const std::string relation(nlp::to_string(tree_.relation(below)));
            const std::string lemma(tree_.lemma(t));
            chain += relation + "^";
            std::string governor("governor=");
            governor.append(lemma).append("&").append(relation);
            add(governor);
            if (level == 0) add("first governor=" + lemma);
            std::string tag("governor tag=");
            tag.append(nlp::to_string(tree_[t].xpos)).append("&").append(chain);
            add(tag);
            auxiliaries(t, "governor " + relation + " ");
            if (relation == "acl:relcl" || relation == "parataxis") break;
            ++level;
        }
        add("chain=" + chain);
    }

    const Scene& scene_;
    const Tree& tree_;
    const PredicateEntry& entry_;
    TokenIndex predicate_;
    const FactualityReading& reading_;
    std::vector<std::string> out_;
};

FeatureId single(std::string_view name, std::string_view value, std::string_view feature) {
    std::vector<FeatureId> ids;
    FeatureSink(ids).add(name, value, feature);
    return ids.front();
}

}  // namespace

std::vector<std::string> factuality_features(const Scene& scene, const PredicateEntry& entry,
                                             TokenIndex predicate, const FactualityReading& reading) {
    return Writer(scene, entry, predicate, reading).run();
}

FeatureId status_feature(Status status, std::string_view feature) {
    return single("status", to_string(status), feature);
}

FeatureId negation_feature(std::string_view feature) {
    return single("negation", "", feature);
}

Factuality decide_factuality(const StatementRanker& ranker, const std::vector<std::string>& features,
                             const Factuality& walked) {
    Factuality out = walked;
    const auto sum = [&](auto&& id_of) {
        double total = 0;
        for (const std::string& feature : features)
            total += static_cast<double>(ranker.weight(id_of(feature)));
        return total;
    };
    double best = sum([&](const std::string& f) { return status_feature(walked.status, f); }) + kMargin;
    for (const Status status : kAllStatuses) {
        const double score = sum([&](const std::string& f) { return status_feature(status, f); });
        if (score <= best) continue;
        best = score;
        out.status = status;
    }
    const double negative = sum([](const std::string& f) { return negation_feature(f); });
    if (negative > kMargin) out.polarity = Polarity::negative;
    if (negative < -kMargin) out.polarity = Polarity::positive;
    return out;
}

}  // namespace claimgraph
