#include "cli/command_export.hpp"

#include <string>

#include "cli/graph_file.hpp"
#include "cli/graph_output.hpp"
#include "cli/selection_options.hpp"

namespace claimgraph::cli {

namespace {

class Export final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("INPUT", input_, "Store, GraphML or statement file; - for GraphML on standard input")
            ->required();
        output_.configure(app);
        selection_.configure(app);
        app.footer(
            "Examples:\n"
            "  claimgraph export news.graphml -o news.gexf\n"
            "  claimgraph export news.graphml -o tables/ --relation imposes --since 2024\n"
            "  claimgraph export news.graphml -o china.ttl --around China --depth 2\n"
            "  claimgraph export news.graphml -o speakers.graphml --claims");
    }

    void run(Session& session) override {
        output_.open();
        const ClaimGraph graph = selection_.prepare(open_graph(session, input_));
        output_.write(selection_.select(graph, input_));
    }

  private:
    std::string input_;
    GraphOutput output_;
    SelectionOptions selection_;
};

}  // namespace

std::unique_ptr<Command> make_export() {
    return std::make_unique<Export>();
}

}  // namespace claimgraph::cli
