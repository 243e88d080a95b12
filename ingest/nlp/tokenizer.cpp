#include "ingest/nlp/tokenizer.hpp"

#include "ingest/nlp/layout.hpp"
#include "ingest/nlp/sentence_splitter.hpp"
#include "ingest/nlp/words.hpp"

namespace claimgraph::nlp {

void tokenize(std::string_view text, Analysis& analysis) {
    analysis.text = text;
    analysis.tokens.clear();
    analysis.sentences.clear();
    analysis.tokens.reserve(text.size() / 5);
    std::vector<Token> words;
    WordSplitter splitter(text, words);
    std::uint32_t number = 0;
    for (const Paragraph& paragraph : find_paragraphs(text)) {
        words.clear();
        splitter.split(paragraph.begin, paragraph.end);
        if (!words.empty()) {
            add_sentences(words, number++, analysis);
        }
    }
}

}  // namespace claimgraph::nlp
