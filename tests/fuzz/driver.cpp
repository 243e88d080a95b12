// Runs a fuzz target without a fuzzer: on each seed file, and on mutations of them, always the same ones.
// Usage: TARGET-fuzz RUNS SEED...
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t n) {
    return n == 0 ? 0 : random() % n;
}

void mutate(std::string& bytes, const std::vector<std::string>& seeds, Random& random) {
    for (std::size_t times = 1 + below(random, 8); times > 0; --times) {
        const std::size_t at = below(random, bytes.size() + 1);
        const std::size_t length = below(random, std::min<std::size_t>(bytes.size() - at, 40) + 1);
        switch (below(random, 6)) {
            case 0:
                if (at < bytes.size()) bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes.insert(at, 1, static_cast<char>(random()));
                break;
            case 2:
                bytes.erase(at, length);
                break;
            case 3:
                bytes.insert(at, bytes.substr(at, length));
                break;
            case 4: {
                const std::string& other = seeds[below(random, seeds.size())];
                bytes.insert(at, other.substr(below(random, other.size() + 1), 60));
                break;
            }
            default: {
                const std::string piece = bytes.substr(at, std::min<std::size_t>(length, 3));
                for (std::size_t n = below(random, 200); n > 0; --n) bytes.insert(at, piece);
            }
        }
    }
}

void run(const std::string& bytes) {
    (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " RUNS SEED...\n";
        return 2;
    }
    std::vector<std::string> seeds;
    for (int i = 2; i < argc; ++i) {
        std::ifstream in(argv[i], std::ios::binary);
        if (!in) {
            std::cerr << argv[i] << ": cannot be opened\n";
            return 2;
        }
        seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        run(seeds.back());
    }
    Random random(1);
    for (unsigned long runs = std::strtoul(argv[1], nullptr, 10); runs > 0; --runs) {
        std::string bytes = seeds[below(random, seeds.size())];
        mutate(bytes, seeds, random);
        run(bytes);
    }
    return 0;
}
