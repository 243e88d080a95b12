#include "cli/command_view.hpp"

#include <string>
#include <utility>
#include <vector>

#include "cli/graph_file.hpp"
#include "cli/output_file.hpp"
#include "cli/selection_options.hpp"
#include "cli/usage_error.hpp"
#include "export/exporter.hpp"

namespace claimgraph::cli {

namespace {

class View final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("INPUT", input_, "Store, GraphML or statement file; - for GraphML on standard input")
            ->required();
        app.add_option("-o,--output", page_, "Where the web page goes")->type_name("FILE.html");
        app.add_option("--svg", svg_, "Where a still picture goes")->type_name("FILE.svg");
        app.add_option("--png", png_, "Where a still picture goes")->type_name("FILE.png");
        selection_.configure(app);
        app.footer(
            "The page works in any browser, from disk, without a network.\n\n"
            "Examples:\n"
            "  claimgraph view news.graphml -o news.html\n"
            "  claimgraph view news.store --png china.png --around China --depth 2");
    }

    void run(Session& session) override {
        std::vector<std::pair<const ExportFormat*, std::unique_ptr<OutputFile>>> outputs;
        for (const auto& [format, path] : {std::pair("html", &page_), {"svg", &svg_}, {"png", &png_}}) {
            if (!path->empty())
                outputs.emplace_back(find_export_format(format), std::make_unique<OutputFile>(*path));
        }
        if (outputs.empty()) throw UsageError("expected -o, --svg or --png, and where to write");
        const ClaimGraph graph = selection_.prepare(open_graph(session, input_));
        const GraphView view = selection_.select(graph, input_);
        for (const auto& [format, output] : outputs) format->write(view, {}, output->stream());
        for (const auto& output : outputs) output.second->commit();
    }

  private:
    std::string input_;
    std::string page_;
    std::string svg_;
    std::string png_;
    SelectionOptions selection_;
};

}  // namespace

std::unique_ptr<Command> make_view() {
    return std::make_unique<View>();
}

}  // namespace claimgraph::cli
