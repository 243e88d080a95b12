// A run of tokens of an analysis.
#pragma once

#include <cstdint>

namespace claimgraph {

/// Index in nlp::Analysis::tokens.
using TokenIndex = std::uint32_t;

/// Tokens [first, last); may cross sentences.
struct TokenRange {
    TokenIndex first = 0;
    TokenIndex last = 0;

    [[nodiscard]] bool contains(TokenIndex token) const { return first <= token && token < last; }
    [[nodiscard]] bool empty() const { return first >= last; }
    [[nodiscard]] TokenIndex size() const { return last - first; }
    bool operator==(const TokenRange&) const = default;
};

}  // namespace claimgraph
