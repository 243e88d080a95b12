// A damaged store is refused with a StoreError, or can be read, checked, written to and asked. The first byte
// chooses the damage: 'c' cuts a sound store off, 'e' changes bytes of it, all else puts other bytes in its
// place.
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include "graph/model/error.hpp"
#include "graph/store/store.hpp"
#include "tests/fuzz/file_of_bytes.hpp"
#include "tests/unit/graph/store/random_documents.hpp"

using namespace claimgraph;

namespace {

std::string sound_store() {
    const testing_support::TemporaryFolder folder;
    {
        testing_support::RandomDocuments random(8);
        Store store(folder / "sound", Store::Access::create);
        for (std::size_t i = 0; i < 8; ++i) {
            const auto [document, statements] = random.make(i);
            store.add(document, statements);
        }
        store.finish();
    }
    std::ifstream in(folder / "sound", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A place in `size` bytes, told by two.
std::size_t place(const std::uint8_t* data, std::size_t size) {
    return (std::size_t{data[0]} << 8U | data[1]) * size >> 16U;
}

std::string damaged(const std::string& sound, const std::uint8_t* data, std::size_t size) {
    std::string bytes = sound;
    if (data[0] == 'c' && size >= 3) {
        bytes.resize(place(data + 1, bytes.size()));
    } else if (data[0] == 'e') {
        for (std::size_t i = 1; i + 2 < size; i += 3)
            bytes[place(data + i, bytes.size())] = static_cast<char>(data[i + 2]);
    } else {
        bytes = testing_support::bytes_of(data + 1, size - 1);
    }
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static const std::string sound = sound_store();
    static const testing_support::FileOfBytes file("damaged");
    const auto& path = file.write(damaged(sound, data, size));
    try {
        Store store(path, Store::Access::write);
        (void)store.check();
        (void)store.graph();
        (void)store.entities(std::nullopt);
        (void)store.search("wire", 10);
        testing_support::RandomDocuments random(9);
        const auto [document, statements] = random.make(3);
        store.add(document, statements);
        store.finish();
    } catch (const StoreError&) {
    }
    // What SQLite keeps beside the file belongs to these bytes only.
    for (const char* beside : {"-journal", "-wal", "-shm"}) std::filesystem::remove(path.string() + beside);
    return 0;
}
