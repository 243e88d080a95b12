#include "cli/command_build.hpp"

#include <string>
#include <utility>

#include "cli/assembling_sink.hpp"
#include "cli/graph_output.hpp"
#include "cli/input_options.hpp"
#include "cli/name_rules.hpp"
#include "cli/session.hpp"
#include "graph/query/graph_view.hpp"

namespace claimgraph::cli {

namespace {

class Build final : public Command {
  public:
    void configure(CLI::App& app) override {
        inputs_.configure_statements(app);
        output_.configure(app);
        app.add_option("--aliases", aliases_, "Names that are the same entity, or are not (docs/queries.md)")
            ->type_name("FILE");
        app.footer(
            "Examples:\n"
            "  claimgraph build article.txt --date 2024-03-01 -o article.graphml\n"
            "  claimgraph build news/ --index news/index.tsv -o news.graphml\n"
            "  claimgraph extract news/ | claimgraph build - --input statements -o news.graphml");
    }

    void run(Session& session) override {
        output_.open();
        AssemblerOptions assembling;
        assembling.names = lexicon_name_rules(session.data().lexicons());
        if (!aliases_.empty()) {
            const auto rows = read_alias_file(aliases_);
            assembling.names.rows.insert(assembling.names.rows.end(), rows.begin(), rows.end());
        }
        Assembler assembler(std::move(assembling));
        AssemblingSink sink(assembler);
        inputs_.run(session, sink);
        const ClaimGraph graph = assembler.finish();
        output_.write(GraphView(graph));
    }

  private:
    InputOptions inputs_;
    GraphOutput output_;
    std::string aliases_;
};

}  // namespace

std::unique_ptr<Command> make_build() {
    return std::make_unique<Build>();
}

}  // namespace claimgraph::cli
