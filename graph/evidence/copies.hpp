// Sentences that are copies of one another: the same wire story in several outlets.
//
// Each sentence is known by its fingerprint, the smallest of the hashes of its runs of three words (Broder,
// "On the resemblance and containment of documents", 1997). Sentences of different documents whose
// fingerprints share 3 in 5 are copies.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "graph/claim_graph.hpp"

namespace claimgraph {

/// The number of a group for each claim, groups numbered from 0 in the order of their first claims. Claims of
/// one document with different sentences stay apart.
[[nodiscard]] std::vector<std::size_t> copy_groups(std::span<const Claim* const> claims);

/// Who published a document: its outlet, else the host of its address, else the document itself.
[[nodiscard]] std::string publisher(const Document& document);

struct Independence {
    std::vector<std::size_t> group;      ///< of each claim
    std::vector<std::string> publisher;  ///< of each group: of its earliest document
    std::vector<const Claim*> first;     ///< of each group: the claim of that document
    std::size_t outlets = 0;             ///< distinct publishers of groups
    std::size_t copies = 0;              ///< claims of a group in documents that are not its earliest
};

[[nodiscard]] Independence independence(const ClaimGraph& graph, std::span<const Claim* const> claims);

}  // namespace claimgraph
