// A model file that is damaged is refused with a ModelError.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "graph/model/error.hpp"
#include "ingest/nlp/model_file.hpp"
#include "tests/fuzz/file_of_bytes.hpp"

using namespace claimgraph;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const testing_support::FileOfBytes file("input.cgm");
    const auto& path = file.write(testing_support::bytes_of(data, size));
    try {
        const nlp::ModelFile model(path);
        for (const auto name : model.names()) {
            nlp::SectionReader in(model, name);
            (void)in.value<std::uint32_t>();
            (void)in.array<std::uint64_t>();
            (void)in.text();
        }
    } catch (const ModelError&) {
    }
    return 0;
}
