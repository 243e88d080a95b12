#include "cli/command_extract.hpp"

#include <string>

#include "cli/input_options.hpp"
#include "cli/output_file.hpp"
#include "cli/session.hpp"
#include "ingest/statements/statement_writer.hpp"

namespace claimgraph::cli {

namespace {

class Extract final : public Command {
  public:
    void configure(CLI::App& app) override {
        inputs_.configure(app);
        app.add_option("-o,--output", output_, "Where the statements go (default: standard output)")
            ->type_name("FILE");
        app.add_flag("--with-text", with_text_, "Keep each document's text in its record");
        app.footer(
            "Examples:\n"
            "  claimgraph extract article.txt --date 2024-03-01 --outlet 'Example Wire'\n"
            "  claimgraph extract news/ --index news/index.tsv -o statements.jsonl\n"
            "  claimgraph extract feed.jsonl --field text=body --with-text\n"
            "  curl -s https://example.org/article.txt | claimgraph extract -");
    }

    void run(Session& session) override {
        OutputFile output(output_);
        StatementWriter writer(output.stream(), with_text_);
        inputs_.run(session, writer);
        output.commit();
    }

  private:
    InputOptions inputs_;
    std::string output_ = "-";
    bool with_text_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract() {
    return std::make_unique<Extract>();
}

}  // namespace claimgraph::cli
