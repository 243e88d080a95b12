// A metadata index is refused with a FormatError, or what it says of a file is found; faulty rows are named.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include "graph/model/diagnostics.hpp"
#include "graph/model/error.hpp"
#include "ingest/readers/metadata_index.hpp"

using namespace claimgraph;

namespace {

struct NamedFaults final : Diagnostics {
    void report(const Diagnostic& fault) override {
        if (fault.message.empty() || fault.line == 0) std::abort();
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto path =
        std::filesystem::temp_directory_path() / ("claimgraph-index-fuzz." + std::to_string(::getpid()));
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    try {
        NamedFaults faults;
        const MetadataIndex index(path, faults);
        (void)index.find(path.parent_path() / "a.txt");
    } catch (const FormatError&) {
    }
    std::filesystem::remove(path);
    return 0;
}
