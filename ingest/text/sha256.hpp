// SHA-256 (FIPS 180-4) of a text.
#pragma once

#include <string>
#include <string_view>

namespace claimgraph {

/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace claimgraph
