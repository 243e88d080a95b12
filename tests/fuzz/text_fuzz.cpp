// Any bytes give a tree for each sentence, tokens in order, and mentions that nest.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "ingest/nlp/engine.hpp"
#include "ingest/nlp/network/spanning_tree.hpp"

using namespace claimgraph::nlp;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Engine engine(CLAIMGRAPH_SOURCE_DIR "/models/english.cgm");
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Analysis a = engine.analyze(text);
    std::uint32_t next = 0;
    std::uint32_t byte = 0;
    for (const Sentence& s : a.sentences) {
        require(s.first == next && s.first < s.last && s.last <= a.tokens.size());
        next = s.last;
        std::vector<std::uint32_t> heads;
        for (std::uint32_t i = s.first; i < s.last; ++i) {
            const Token& t = a.tokens[i];
            require(t.begin >= byte && t.begin <= t.end && t.end <= text.size());
            byte = t.begin;
            require(t.head == kNone || (t.head >= s.first && t.head < s.last));
            heads.push_back(t.head == kNone ? 0 : t.head - s.first + 1);
        }
        require(network::is_tree(heads));
    }
    require(next == a.tokens.size());
    std::vector<std::uint32_t> open;
    for (const Mention& m : a.mentions) {
        require(m.first < m.last && m.last <= a.tokens.size() && m.first <= m.head && m.head < m.last);
        while (!open.empty() && open.back() <= m.first) open.pop_back();
        require(open.empty() || m.last <= open.back());
        open.push_back(m.last);
        require(m.chain == kNone || m.chain < a.chains.size());
    }
    return 0;
}
