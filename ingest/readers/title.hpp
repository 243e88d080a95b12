// The title of a plain text.
#pragma once

#include <string_view>

namespace claimgraph {

/// The first line, without surrounding white space, if a blank line follows it, it has at most 200 code
/// points, and no full stop ends it or a sentence in it; otherwise nothing. A stop after a capitalised word
/// of at most four letters is taken for an abbreviation's ("U.S.", "Corp.").
[[nodiscard]] std::string_view find_title(std::string_view text);

}  // namespace claimgraph
