// Turns a trained network into the int8 section that the engine reads.
#pragma once

#include <cstddef>
#include <vector>

#include "train/network.hpp"
#include "train/trainer.hpp"

namespace claimgraph::train {

/// The bytes of section "network". `calibration` sentences (a few hundred are enough) tell the ranges of the
/// inner activations that have no natural bound.
[[nodiscard]] std::vector<std::byte> export_network(const Checkpoint& checkpoint,
                                                    const std::vector<Example>& calibration);

}  // namespace claimgraph::train
