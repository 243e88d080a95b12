#include "cli/command_build.hpp"

#include "cli/assembling_sink.hpp"
#include "cli/graph_output.hpp"
#include "cli/input_options.hpp"
#include "cli/session.hpp"
#include "graph/query/graph_view.hpp"

namespace claimgraph::cli {

namespace {

class Build final : public Command {
  public:
    void configure(CLI::App& app) override {
        inputs_.configure(app);
        output_.configure(app);
        app.footer(
            "Examples:\n"
            "  claimgraph build article.txt --date 2024-03-01 -o article.graphml\n"
            "  claimgraph build news/ --index news/index.tsv -o news.graphml\n"
            "  claimgraph extract news/ | claimgraph build - --input statements -o news.graphml");
    }

    void run(Session& session) override {
        output_.open();
        Assembler assembler;
        AssemblingSink sink(assembler);
        inputs_.run(session, sink);
        const ClaimGraph graph = assembler.finish();
        output_.write(GraphView(graph));
    }

  private:
    InputOptions inputs_;
    GraphOutput output_;
};

}  // namespace

std::unique_ptr<Command> make_build() {
    return std::make_unique<Build>();
}

}  // namespace claimgraph::cli
