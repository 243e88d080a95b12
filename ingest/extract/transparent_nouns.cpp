#include "ingest/extract/transparent_nouns.hpp"

#include "ingest/extract/lexicon_table.hpp"

namespace claimgraph {

TransparentNouns::TransparentNouns(const Lexicons& lexicons) {
    const LexiconTable table(lexicons / "transparent.tsv", {"kind", "lemmas"});
    for (const auto& row : table.rows()) {
        std::string_view words = row.required("lemmas");
        while (!words.empty()) {
            const std::size_t space = words.find(' ');
            nouns_.emplace(std::string(row.required("kind")), std::string(words.substr(0, space)));
            if (space == std::string_view::npos) break;
            words.remove_prefix(space + 1);
        }
    }
}

bool TransparentNouns::hands_on(std::string_view lemma, std::string_view kind) const {
    const std::string word(lemma);
    return nouns_.contains(std::pair(std::string("any"), word)) || is_money(lemma) ||
           nouns_.contains(std::pair(std::string(kind), word));
}

bool TransparentNouns::is_money(std::string_view lemma) const {
    return nouns_.contains(std::pair(std::string("money"), std::string(lemma)));
}

}  // namespace claimgraph
