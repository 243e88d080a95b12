#include "cli/command_attributions.hpp"

#include <string>

#include "cli/input_options.hpp"
#include "cli/output_file.hpp"
#include "cli/session.hpp"
#include "graph/json/statement_json.hpp"
#include "ingest/text_analyzer.hpp"

namespace claimgraph::cli {

namespace {

class AttributionsCommand final : public Command {
  public:
    void configure(CLI::App& app) override {
        inputs_.configure(app);
        app.add_option("-o,--output", output_, "Where the attributions go (default: standard output)")
            ->type_name("FILE");
        app.footer(
            "Examples:\n"
            "  claimgraph attributions article.txt\n"
            "  claimgraph attributions feed.jsonl --field text=body -o quotes.jsonl\n"
            "  echo '\"We will wait,\" the minister said.' | claimgraph attributions -");
    }

    void run(Session& session) override {
        OutputFile output(output_);
        inputs_.print(session, output.stream(), [](const TextAnalyzer& analyzer, const Document& document) {
            std::string lines;
            for (const ReportedSpeech& speech : analyzer.attributions(document)) {
                append_json(lines, speech);
                lines += '\n';
            }
            return lines;
        });
        output.commit();
    }

  private:
    InputOptions inputs_;
    std::string output_ = "-";
};

}  // namespace

std::unique_ptr<Command> make_attributions() {
    return std::make_unique<AttributionsCommand>();
}

}  // namespace claimgraph::cli
