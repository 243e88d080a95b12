#include "cli/command_extract.hpp"

#include <chrono>
#include <cstdint>
#include <string>

#include <CLI/Validators.hpp>

#include "cli/input_options.hpp"
#include "cli/output_file.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "cli/usage_error.hpp"
#include "ingest/external/external_extractor.hpp"
#include "ingest/statements/statement_writer.hpp"
#include "ingest/text_analyzer.hpp"

namespace claimgraph::cli {

namespace {

std::string explanation_of(const TextAnalyzer& analyzer, const Document& document) {
    std::string out = "document " + printable(document.id) + "\n";
    for (const SentenceExplanation& sentence : analyzer.explain(document)) {
        out += "\n[" + std::to_string(sentence.sentence) + "] " + printable(sentence.text) + "\n";
        for (const std::string& line : sentence.lines) out += printable(line) + "\n";
    }
    return out + "\n";
}

class Extract final : public Command {
  public:
    void configure(CLI::App& app) override {
        inputs_.configure_statements(app);
        app.add_option("-o,--output", output_, "Where the statements go (default: standard output)")
            ->type_name("FILE");
        app.add_flag("--explain", explain_, "Tell why, sentence by sentence, instead of writing statements");
        app.add_option("--with", with_, "Let this command extract: documents to its input, statements back")
            ->type_name("COMMAND");
        app.add_option("--time-limit", seconds_, "Seconds that it may take for a document")
            ->type_name("SECONDS")
            ->capture_default_str()
            ->check(CLI::Range(0.1, 86400.0));
        app.add_flag("--with-text", with_text_, "Keep each document's text in its record");
        app.footer(
            "Examples:\n"
            "  claimgraph extract article.txt --date 2024-03-01 --outlet 'Example Wire'\n"
            "  claimgraph extract news/ --index news/index.tsv -o statements.jsonl\n"
            "  claimgraph extract feed.jsonl --field text=body --with-text\n"
            "  claimgraph extract article.txt --explain\n"
            "  claimgraph extract news/ --with 'python3 my_extractor.py' --threads 2\n"
            "  curl -s https://example.org/article.txt | claimgraph extract -");
    }

    void run(Session& session) override {
        if (explain_ && (!with_.empty() || with_text_))
            throw UsageError("--explain: neither --with nor --with-text goes with it");
        OutputFile output(output_);
        if (explain_) {
            inputs_.print(session, output.stream(), explanation_of);
            output.commit();
            return;
        }
        StatementWriter writer(output.stream(), with_text_);
        inputs_.run(session, writer, with_.empty() ? InputOptions::MakeAnalyze{} : by_command());
        output.commit();
    }

  private:
    [[nodiscard]] InputOptions::MakeAnalyze by_command() const {
        return [this](const RelationVocabulary& relations) -> Analyze {
            ProcessLimits limits;
            limits.time = std::chrono::milliseconds(static_cast<std::int64_t>(seconds_ * 1000));
            return [extractor = ExternalExtractor(with_, relations, limits)](const Document& document) {
                return extractor.extract(document);
            };
        };
    }

    InputOptions inputs_;
    std::string output_ = "-";
    std::string with_;
    double seconds_ = 60;
    bool with_text_ = false;
    bool explain_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract() {
    return std::make_unique<Extract>();
}

}  // namespace claimgraph::cli
