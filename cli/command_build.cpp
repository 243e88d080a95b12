#include "cli/command_build.hpp"

#include <string>
#include <utility>

#include "cli/input_options.hpp"
#include "cli/output_file.hpp"
#include "cli/session.hpp"
#include "cli/usage_error.hpp"
#include "export/exporter.hpp"
#include "graph/assembler.hpp"
#include "graph/query/graph_view.hpp"

namespace claimgraph::cli {

namespace {

class AssemblingSink final : public StatementSink {
  public:
    explicit AssemblingSink(Assembler& assembler) : assembler_(assembler) {}
    void document(Document&& document) override {
        // The graph needs what is said of the text, and the quotes, not the text itself.
        document.text.clear();
        assembler_.add(std::move(document));
    }
    void statement(Statement&& statement) override { assembler_.add(statement); }

  private:
    Assembler& assembler_;
};

class Build final : public Command {
  public:
    void configure(CLI::App& app) override {
        inputs_.configure(app);
        app.add_option("-o,--output", output_, "Where the graph goes; the ending tells the format")
            ->type_name("FILE")
            ->required();
        app.add_option("--format", format_, "Format of the graph, whatever the file's ending")
            ->type_name("FORMAT");
        app.add_option("--evidence", evidence_, "How much evidence an edge carries: all, first or none")
            ->type_name("HOW")
            ->capture_default_str();
        app.footer(
            "Examples:\n"
            "  claimgraph build article.txt --date 2024-03-01 -o article.graphml\n"
            "  claimgraph build news/ --index news/index.tsv -o news.graphml\n"
            "  claimgraph extract news/ | claimgraph build - --input statements -o news.graphml");
    }

    void run(Session& session) override {
        const ExportFormat& format = export_format();
        const ExportOptions options{evidence_detail()};
        OutputFile output(output_);
        Assembler assembler;
        AssemblingSink sink(assembler);
        inputs_.run(session, sink);
        const ClaimGraph graph = assembler.finish();
        format.write(GraphView(graph), options, output.stream());
        output.commit();
    }

  private:
    [[nodiscard]] const ExportFormat& export_format() const {
        const ExportFormat* format = nullptr;
        if (!format_.empty()) {
            format = find_export_format(format_);
        } else if (output_ == "-") {
            format = find_export_format("graphml");
        } else {
            format = export_format_of_file(output_);
        }
        if (format != nullptr) return *format;
        std::string known;
        for (const ExportFormat& row : export_formats())
            known +=
                (known.empty() ? "" : ", ") + std::string(row.name) + " (" + std::string(row.ending) + ")";
        throw UsageError((format_.empty() ? "-o " + output_ : "--format " + format_) + ": expected one of " +
                         known);
    }

    [[nodiscard]] EvidenceDetail evidence_detail() const {
        if (evidence_ == "all") return EvidenceDetail::all;
        if (evidence_ == "first") return EvidenceDetail::first;
        if (evidence_ == "none") return EvidenceDetail::none;
        throw UsageError("--evidence: expected all, first or none; found '" + evidence_ + "'");
    }

    InputOptions inputs_;
    std::string output_;
    std::string format_;
    std::string evidence_ = "all";
};

}  // namespace

std::unique_ptr<Command> make_build() {
    return std::make_unique<Build>();
}

}  // namespace claimgraph::cli
