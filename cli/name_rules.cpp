#include "cli/name_rules.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "graph/model/error.hpp"
#include "ingest/extract/lexicon_table.hpp"

namespace claimgraph::cli {
namespace {

class Collector {
  public:
    void add(EntityKind kind, std::string_view name, std::string_view meaning) {
        if (!name.empty())
            rules_.rows.push_back({NameRules::Verb::word, kind, std::string(name), std::string(meaning)});
    }
    [[nodiscard]] NameRules finish() {
        std::sort(rules_.rows.begin(), rules_.rows.end());
        rules_.rows.erase(std::unique(rules_.rows.begin(), rules_.rows.end()), rules_.rows.end());
        return std::move(rules_);
    }

  private:
    NameRules rules_;
};

}  // namespace

NameRules lexicon_name_rules(const Lexicons& lexicons) {
    Collector out;
    const LexiconTable countries(lexicons / "countries.tsv",
                                 {"id", "name", "type", "aliases", "adjectives", "people", "seats"});
    for (const LexiconTable::Row& row : countries.rows()) {
        out.add(EntityKind::country, row["name"], row["id"]);
        for (const char* column : {"aliases", "adjectives", "people"}) {
            for (const std::string_view name : row.list(column))
                out.add(EntityKind::country, name, row["id"]);
        }
    }
    const LexiconTable organizations(lexicons / "organizations.tsv",
                                     {"id", "name", "type", "aliases", "country", "parent"});
    for (const LexiconTable::Row& row : organizations.rows()) {
        const std::string_view meaning = row["id"].empty() ? row["name"] : row["id"];
        out.add(EntityKind::actor, row["name"], meaning);
        for (const std::string_view name : row.list("aliases")) out.add(EntityKind::actor, name, meaning);
    }
    const LexiconTable goods(lexicons / "commodities.tsv",
                             {"name", "parent", "strength", "forms", "weak_forms"});
    for (const LexiconTable::Row& row : goods.rows()) {
        out.add(EntityKind::commodity, row["name"], row["name"]);
        for (const std::string_view name : row.list("forms"))
            out.add(EntityKind::commodity, name, row["name"]);
    }
    const LexiconTable measures(lexicons / "measures.tsv", {"family", "type", "traits", "lemmas"});
    for (const LexiconTable::Row& row : measures.rows()) {
        const std::string_view lemmas = row["lemmas"];
        for (std::size_t begin = 0; begin < lemmas.size();) {
            const std::size_t end = std::min(lemmas.find(' ', begin), lemmas.size());
            out.add(EntityKind::measure, lemmas.substr(begin, end - begin), row["type"]);
            begin = end + 1;
        }
    }
    return out.finish();
}

std::vector<NameRules::Row> read_alias_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw IoError(path + ": cannot be opened");
    const std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    return parse_alias_file(content, path);
}

}  // namespace claimgraph::cli
