// A metadata index is refused with a FormatError, or what it says of a file is found; faulty rows are named.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "graph/model/diagnostics.hpp"
#include "graph/model/error.hpp"
#include "ingest/readers/metadata_index.hpp"
#include "tests/fuzz/file_of_bytes.hpp"

using namespace claimgraph;

namespace {

struct NamedFaults final : Diagnostics {
    void report(const Diagnostic& fault) override {
        if (fault.message.empty() || fault.line == 0) std::abort();
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const testing_support::FileOfBytes file("input.tsv");
    const auto& path = file.write(testing_support::bytes_of(data, size));
    try {
        NamedFaults faults;
        const MetadataIndex index(path, faults);
        (void)index.find(path.parent_path() / "a.txt");
    } catch (const FormatError&) {
    }
    return 0;
}
