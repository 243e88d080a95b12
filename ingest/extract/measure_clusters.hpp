// Tells the measures of a document apart: mentions whose slots agree are one, two imposers, targets, sets of
// goods or rates are two, and a bare mention takes the nearest that it can be.
#pragma once

#include <vector>

#include "ingest/extract/measure_frames.hpp"

namespace claimgraph {

/// `mentions` in the order of the text; `tokens` is the number of words in the document.
[[nodiscard]] Measures cluster_measures(const DocumentEntities& entities,
                                        std::vector<MeasureMention> mentions, TokenIndex tokens);

}  // namespace claimgraph
