// How far the evidence makes one believe what an edge's label says.
//
// After INDRA's model (Gyori et al., Molecular Systems Biology 2017), in which each independent source errs
// now and then (at random) and sometimes as a whole (systematically), with two kinds of source:
//
//   - An outlet vouches for what it reports itself. That it errs in all that it reports of a thing has the
//     probability `outlet_error`; each of its sentences was misread with the probability 1 - confidence.
//   - A speaker is heard through outlets, by the same rule, and what one hears from a speaker is so with the
//     probability `speaker_reliability`, or `belief_reliability` where the speaker only thinks so.
//
//   wrong(outlet)  = outlet_error + (1 - outlet_error) * product of (1 - confidence) of its sentences
//   support        = 1 - product of wrong(outlet) over reporting outlets
//                      * product of (1 - reliability * (1 - product of wrong(outlet))) over speakers
//   belief         = support * (1 - support of those that say the opposite)
//
// Copies of a sentence count once, for the earliest outlet; so neither many copies nor many mentions by one
// outlet make more than its word.
#pragma once

#include <span>

#include "graph/claim_graph.hpp"
#include "graph/evidence/copies.hpp"

namespace claimgraph {

struct BeliefModel {
    double outlet_error = 0.1;
    double speaker_reliability = 0.6;
    double belief_reliability = 0.4;
    double default_confidence = 0.8;  ///< of statements that came without one
};

/// Within 0..1. `sources` is of the same claims. Claims speak for the label by having its polarity: positive
/// if any claim is, else negative. 0 without claims.
[[nodiscard]] double belief(const ClaimGraph& graph, std::span<const Claim* const> claims,
                            const Independence& sources, const BeliefModel& model = {});

}  // namespace claimgraph
