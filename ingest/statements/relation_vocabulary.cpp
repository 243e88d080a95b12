#include "ingest/statements/relation_vocabulary.hpp"

#include "ingest/extract/lexicon_table.hpp"

namespace claimgraph {

RelationVocabulary::RelationVocabulary(const std::filesystem::path& lexicons) {
    const LexiconTable table(lexicons / "relations.tsv",
                             {"name", "from", "to", "symmetric", "structural", "meaning"});
    for (const auto& row : table.rows()) {
        if (!names_.emplace(row.required("name")).second) row.fail("name", "the relation has a row already");
    }
}

std::string RelationVocabulary::accepted() const {
    std::string names;
    for (const std::string& name : names_) names += (names.empty() ? "" : ", ") + name;
    return names;
}

}  // namespace claimgraph
