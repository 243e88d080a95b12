// A model file that is damaged is refused with a ModelError.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include "graph/model/error.hpp"
#include "ingest/nlp/model_file.hpp"

using namespace claimgraph;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto path =
        std::filesystem::temp_directory_path() / ("claimgraph-model-fuzz." + std::to_string(::getpid()));
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    try {
        const nlp::ModelFile file(path);
        for (const auto name : file.names()) {
            nlp::SectionReader in(file, name);
            (void)in.value<std::uint32_t>();
            (void)in.array<std::uint64_t>();
            (void)in.text();
        }
    } catch (const ModelError&) {
    }
    std::filesystem::remove(path);
    return 0;
}
