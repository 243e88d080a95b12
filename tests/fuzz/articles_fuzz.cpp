// An article for training is refused with a FormatError, or gives one document.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "graph/model/error.hpp"
#include "tests/fuzz/file_of_bytes.hpp"
#include "train/articles.hpp"

using namespace claimgraph;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const testing_support::FileOfBytes file("one.article");
    const auto& path = file.write(testing_support::bytes_of(data, size));
    try {
        if (train::read_articles(path.parent_path()).size() != 1) std::abort();
    } catch (const FormatError&) {
    }
    return 0;
}
