#include "graph/evidence/belief.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "graph/edge_summary.hpp"

namespace claimgraph {
namespace {

class Support {
  public:
    Support(const ClaimGraph& graph, const BeliefModel& model) : graph_(graph), model_(model) {}

    void add(const Claim& claim, const std::string& outlet) {
        const bool report = is_reported(claim, graph_.document(claim));
        Speaker& speaker = report ? reports_ : speakers_[claim.speaker];
        const double confidence = claim.has_confidence ? claim.confidence : model_.default_confidence;
        speaker.missed.try_emplace(outlet, 1.0).first->second *= 1 - confidence;
        const bool thinks = !claim.own_voice && claim.attribution == AttributionType::belief;
        speaker.reliability =
            std::max(speaker.reliability, thinks ? model_.belief_reliability : model_.speaker_reliability);
    }

    [[nodiscard]] double value() const {
        double wrong = unheard(reports_);
        for (const auto& [name, speaker] : speakers_)
            wrong *= 1 - speaker.reliability * (1 - unheard(speaker));
        return 1 - wrong;
    }

  private:
    struct Speaker {
        std::map<std::string, double> missed;  ///< by outlet: that none of its sentences says so
        double reliability = 0;
    };
    [[nodiscard]] double unheard(const Speaker& speaker) const {
        double product = 1;
        for (const auto& [outlet, missed] : speaker.missed)
            product *= model_.outlet_error + (1 - model_.outlet_error) * missed;
        return product;
    }

    const ClaimGraph& graph_;
    const BeliefModel& model_;
    Speaker reports_;
    std::map<std::string, Speaker> speakers_;
};

}  // namespace

double belief(const ClaimGraph& graph, std::span<const Claim* const> claims, const Independence& sources,
              const BeliefModel& model) {
    const bool positive = std::any_of(claims.begin(), claims.end(), [](const Claim* claim) {
        return claim->factuality.polarity == Polarity::positive;
    });
    const Polarity said = positive ? Polarity::positive : Polarity::negative;
    Support support(graph, model);
    Support opposition(graph, model);
    // Of the claims of a copied sentence, each speaker's first stands for all.
    std::map<std::tuple<std::size_t, std::string, Factuality>, const Claim*> counted;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Claim*& held = counted[{sources.group[i], claims[i]->speaker, claims[i]->factuality}];
        if (!held || (claims[i]->document == sources.first[sources.group[i]]->document &&
                      held->document != claims[i]->document))
            held = claims[i];
    }
    for (const auto& [key, claim] : counted) {
        Support& side = claim->factuality.polarity == said ? support : opposition;
        side.add(*claim, sources.publisher[std::get<0>(key)]);
    }
    return support.value() * (1 - opposition.value());
}

}  // namespace claimgraph
