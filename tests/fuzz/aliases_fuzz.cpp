// An alias file is refused with a FormatError, or gives rows with two names each.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "graph/entities/name_rules.hpp"
#include "graph/model/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const std::string content(reinterpret_cast<const char*>(data), size);
        for (const auto& row : claimgraph::parse_alias_file(content, "input")) {
            if (row.a.empty() || row.b.empty()) std::abort();
        }
    } catch (const claimgraph::FormatError&) {
    }
    return 0;
}
