// Whether it is so: the status and polarity of a statement, as its text presents it.
#pragma once

#include <compare>

namespace claimgraph {

enum class Status { actual, planned, threatened, possible, requested, averted, halted };
enum class Polarity { positive, negative };

struct Factuality {
    Status status = Status::actual;
    Polarity polarity = Polarity::positive;
    auto operator<=>(const Factuality&) const = default;
};

}  // namespace claimgraph
