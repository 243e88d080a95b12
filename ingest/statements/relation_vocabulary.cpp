#include "ingest/statements/relation_vocabulary.hpp"

#include <algorithm>

#include "ingest/extract/lexicon_table.hpp"

namespace claimgraph {

RelationVocabulary::RelationVocabulary(const Lexicons& lexicons) {
    const LexiconTable table(lexicons / "relations.tsv",
                             {"name", "from", "to", "symmetric", "structural", "meaning"});
    for (const auto& row : table.rows()) {
        if (!names_.emplace(row.required("name")).second) row.fail("name", "the relation has a row already");
        const std::string_view symmetric = row.required("symmetric");
        if (symmetric != "yes" && symmetric != "no") row.fail("symmetric", "expected yes or no");
        if (symmetric == "yes") symmetric_.emplace_back(row["name"]);
    }
    std::sort(symmetric_.begin(), symmetric_.end());
}

std::string RelationVocabulary::accepted() const {
    std::string names;
    for (const std::string& name : names_) names += (names.empty() ? "" : ", ") + name;
    return names;
}

}  // namespace claimgraph
