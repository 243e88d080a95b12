// A file of names in IOB2 is refused with a FormatError, or its spans lie within their sentences.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "graph/model/error.hpp"
#include "ingest/nlp/evaluation/entity_scores.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
    try {
        for (const auto& sentence : claimgraph::nlp::evaluation::read_iob2(in, "input")) {
            for (const auto& span : sentence.spans) {
                if (span.first >= span.last || span.last > sentence.forms.size()) std::abort();
            }
        }
    } catch (const claimgraph::FormatError&) {
    }
    return 0;
}
