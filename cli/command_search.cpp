// `claimgraph search`: words in quotes and names.
#include <algorithm>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/graph_file.hpp"
#include "cli/query_commands.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "graph/node_ids.hpp"
#include "graph/store/store.hpp"

namespace claimgraph::cli {
namespace {

/// Whether every word of `words` stands in the text, as a whole word and without regard to case.
bool has_words(const std::string& text, const std::set<std::string>& words) {
    std::set<std::string> held;
    std::istringstream in(slug(fold_name(text)));
    for (std::string word; std::getline(in, word, '-');) held.insert(word);
    return std::includes(held.begin(), held.end(), words.begin(), words.end());
}

class Search final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("GRAPH", file_, "Store or exported graph")->required();
        app.add_option("WORDS", words_, "Words that must all be there, in any order")->required();
        app.add_option("--limit", limit_, "At most so many names, and as many quotes")
            ->type_name("N")
            ->capture_default_str();
        add_format_option(app, format_, {"table", "tsv", "json"});
        app.footer("Examples:\n  claimgraph search news.store rare earth magnets");
    }

    void run(Session& session) override {
        std::string words;
        for (const std::string& word : words_) words += (words.empty() ? "" : " ") + word;
        Table table({"in", "id", "date", "text"});
        if (Store::is_store(file_)) {
            for (const Store::Hit& hit : Store(file_, Store::Access::read).search(words, limit_))
                table.add({std::string(hit.is_name ? "name" : "quote"), hit.id, hit.date, hit.text});
        } else {
            search_graph(table, open_graph(session, file_), words);
        }
        table.write(std::cout, format_);
    }

  private:
    void search_graph(Table& table, const ClaimGraph& graph, const std::string& words) const {
        std::set<std::string> wanted;
        std::istringstream in(slug(fold_name(words)));
        for (std::string word; std::getline(in, word, '-');) wanted.insert(word);
        std::size_t found = 0;
        for (const Node& node : graph.nodes()) {
            std::vector<std::string> names = node.aliases;
            names.insert(names.begin(), node.label);
            for (const std::string& name : names) {
                if (found == limit_ || !has_words(name, wanted)) continue;
                table.add({std::string("name"), node.id, std::string(), name});
                ++found;
                break;
            }
        }
        std::set<std::pair<DocumentIndex, std::string>> seen;
        for (const Claim& claim : graph.claims()) {
            if (seen.size() == limit_) break;
            std::string quote = ClaimGraph::quote(claim);
            if (!has_words(quote, wanted) || !seen.emplace(claim.document, quote).second) continue;
            const Document& document = graph.document(claim);
            table.add({std::string("quote"), document.id, document.date, std::move(quote)});
        }
    }

    std::string file_;
    std::vector<std::string> words_;
    std::string format_;
    std::size_t limit_ = 20;
};

}  // namespace

std::unique_ptr<Command> make_search() {
    return std::make_unique<Search>();
}

}  // namespace claimgraph::cli
