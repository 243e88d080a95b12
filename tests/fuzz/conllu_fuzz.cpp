// A CoNLL-U file is refused with a FormatError or can be read, written, and read again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "graph/model/error.hpp"
#include "ingest/nlp/conllu.hpp"
#include "ingest/nlp/conllu_analysis.hpp"

using namespace claimgraph;

namespace {

std::vector<nlp::ConlluSentence> read(const std::string& text) {
    std::istringstream in(text);
    nlp::ConlluReader reader(in, "input");
    std::vector<nlp::ConlluSentence> sentences;
    nlp::ConlluSentence sentence;
    while (reader.read(sentence)) sentences.push_back(sentence);
    return sentences;
}

std::string written(const std::vector<nlp::ConlluSentence>& sentences) {
    std::ostringstream out;
    for (const auto& sentence : sentences) nlp::write_conllu(out, sentence);
    return out.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<nlp::ConlluSentence> sentences;
    try {
        sentences = read(std::string(reinterpret_cast<const char*>(data), size));
    } catch (const FormatError&) {
        return 0;
    }
    for (const auto document : nlp::documents_of(sentences)) {
        const nlp::Analysis analysis = nlp::from_conllu(document);
        const std::string once = written(nlp::to_conllu(analysis, "d"));
        const auto again = read(once);
        if (again.size() != analysis.sentences.size()) std::abort();
    }
    return 0;
}
