#include "cli/command_store.hpp"

#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "cli/input_options.hpp"
#include "cli/name_rules.hpp"
#include "cli/session.hpp"
#include "cli/store_sink.hpp"
#include "cli/terminal.hpp"
#include "graph/store/store.hpp"

namespace claimgraph::cli {
namespace {

std::string counted(std::size_t count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

class Add final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("STORE", store_, "File of the store, made when it is not there")->required();
        inputs_.configure_statements(app);
        app.add_option("--aliases", aliases_, "Names that are the same entity, or are not (docs/queries.md)")
            ->type_name("FILE");
        app.footer(
            "A document that the store has with the same content is left as it is, one with other content "
            "is\n"
            "replaced.\n\n"
            "Examples:\n"
            "  claimgraph add news.store news/ --index news/index.tsv\n"
            "  claimgraph extract news/ | claimgraph add news.store - --input statements");
    }

    void run(Session& session) override {
        std::optional<std::vector<NameRules::Row>> aliases;
        if (!aliases_.empty()) aliases = read_alias_file(aliases_);
        StoreSink sink(store_, session.strict());
        inputs_.run(session, sink);
        if (Store* store = sink.opened()) {
            store->set_lexicon(lexicon_name_rules(session.data().lexicons()).rows);
            if (aliases) store->set_aliases(*aliases);
        }
        sink.finish();
        const StoreSink::Counts& counts = sink.counts();
        session.log().info(counted(counts.added, "document") + " added, " + std::to_string(counts.replaced) +
                           " replaced, " + std::to_string(counts.unchanged) + " unchanged; " +
                           counted(counts.statements, "statement") + " written");
    }

  private:
    std::string store_;
    InputOptions inputs_;
    std::string aliases_;
};

class Remove final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("STORE", store_, "File of the store")->required();
        app.add_option("DOCUMENT", documents_, "Ids of documents")->required();
        app.footer("Examples:\n  claimgraph remove news.store 2024-03-01-tariffs");
    }

    void run(Session& session) override {
        Store store(store_, Store::Access::write);
        for (const std::string& id : documents_) {
            if (!store.remove(id)) {
                session.diagnostics().report(
                    {Diagnostic::Severity::error, store_, 0, "",
                     "expected the id of a document of the store, found '" + id + "'"});
            }
        }
        store.finish();
    }

  private:
    std::string store_;
    std::vector<std::string> documents_;
};

class Check final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("STORE", store_, "File of the store")->required();
        app.footer("Examples:\n  claimgraph check news.store");
    }

    void run(Session& session) override {
        const Store::Report report = Store(store_, Store::Access::write).check();
        for (const std::string& fault : report.faults)
            session.diagnostics().report({Diagnostic::Severity::error, store_, 0, "", fault});
        std::cout << "documents\t" << report.documents << "\nstatements\t" << report.statements
                  << "\nquotes verified\t" << report.verified_quotes << "\nquotes without a text\t"
                  << report.unverified_quotes << "\nfaults\t" << report.faults.size() << '\n';
    }

  private:
    std::string store_;
};

}  // namespace

std::unique_ptr<Command> make_add() {
    return std::make_unique<Add>();
}

std::unique_ptr<Command> make_remove() {
    return std::make_unique<Remove>();
}

std::unique_ptr<Command> make_check() {
    return std::make_unique<Check>();
}

}  // namespace claimgraph::cli
