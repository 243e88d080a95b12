#include "cli/command_annotate.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/document_printer.hpp"
#include "cli/output_file.hpp"
#include "cli/session.hpp"
#include "cli/usage_error.hpp"
#include "graph/model/error.hpp"
#include "ingest/extract/linking/entities_json.hpp"
#include "ingest/extract/linking/entity_linker.hpp"
#include "ingest/nlp/conllu_analysis.hpp"
#include "ingest/nlp/engine.hpp"
#include "ingest/ordered_work.hpp"
#include "ingest/readers/inputs.hpp"

namespace claimgraph::cli {

namespace {

constexpr std::string_view kConllu = "conllu";
constexpr std::string_view kConlluEnding = ".conllu";

std::string written(const std::vector<nlp::ConlluSentence>& sentences) {
    std::ostringstream out;
    for (const nlp::ConlluSentence& sentence : sentences) nlp::write_conllu(out, sentence);
    return std::move(out).str();
}

/// `linker`: the linked entities rather than the analysis, unless null.
std::string annotate_text(const nlp::Engine& engine, const EntityLinker* linker, const Document& document) {
    const nlp::Analysis analysis = engine.analyze(document.text);
    if (linker != nullptr) return entities_json(document, analysis, linker->link(document, analysis));
    return written(nlp::to_conllu(analysis, document.id));
}

/// The sentences with their comments and forms, and all else as the engine has it.
std::string annotate_conllu(const nlp::Engine& engine, const std::vector<nlp::ConlluSentence>& document) {
    nlp::Analysis analysis = nlp::from_conllu(document);
    analysis.mentions.clear();
    analysis.chains.clear();
    engine.annotate(analysis);
    std::vector<nlp::ConlluSentence> result = nlp::to_conllu(analysis, "");
    std::string declaration;
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (i == 0) declaration = "# global.Entity = " + std::string(result[i].comment("global.Entity"));
        result[i].comments = document[i].comments;
        std::erase_if(result[i].comments,
                      [](const std::string& comment) { return comment.starts_with("# global.Entity"); });
        for (std::size_t k = 0; k < result[i].words.size(); ++k)
            result[i].words[k].form = document[i].words[k].form;
    }
    if (!result.empty()) {
        auto& comments = result.front().comments;
        const bool named = !comments.empty() && comments.front().starts_with("# newdoc");
        comments.insert(comments.begin() + (named ? 1 : 0), declaration);
    }
    return written(result);
}

void print_conllu(std::istream& input, const std::string& path, const nlp::Engine& engine,
                  DocumentPrinter& printer) {
    nlp::ConlluReader reader(input, path);
    auto document = std::make_shared<std::vector<nlp::ConlluSentence>>();
    std::size_t weight = 0;
    const auto flush = [&] {
        if (document->empty()) return;
        printer.submit([&engine, document] { return annotate_conllu(engine, *document); }, path, weight);
        document = std::make_shared<std::vector<nlp::ConlluSentence>>();
        weight = 0;
    };
    for (nlp::ConlluSentence sentence; reader.read(sentence); sentence = {}) {
        if (nlp::starts_document(sentence)) flush();
        weight += sentence.words.size() * sizeof(nlp::ConlluWord);
        document->push_back(std::move(sentence));
    }
    flush();
}

class Annotate final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("INPUT", names_, "Files, folders, or - for standard input")->required();
        app.add_option("--input", format_,
                       "Format of the inputs: conllu keeps the file's sentences and tokens; else one of the "
                       "formats of 'extract' (default: by name and content)")
            ->type_name("FORMAT");
        app.add_option("-o,--output", output_, "Where the analyses go (default: standard output)")
            ->type_name("FILE");
        app.add_flag(
            "--entities", entities_,
            "Instead of the analyses, the countries, actors and goods found by the lexicons, with their "
            "mentions, as JSON Lines (not for conllu)");
        app.footer(
            "Examples:\n"
            "  claimgraph annotate article.txt\n"
            "  claimgraph annotate --input conllu treebank.conllu -o parsed.conllu\n"
            "  claimgraph annotate --entities article.txt\n"
            "  echo 'The mill closed.' | claimgraph annotate -");
    }

    void run(Session& session) override {
        std::vector<std::string> conllu;
        std::vector<std::string> others;
        for (const std::string& name : names_) {
            const bool by_name = format_.empty() && name.ends_with(kConlluEnding);
            (format_ == kConllu || by_name ? conllu : others).push_back(name);
        }
        const InputFormat* format = nullptr;
        if (!format_.empty() && format_ != kConllu) {
            format = find_input_format(format_);
            if (format == nullptr || format->finished)
                throw UsageError("--input: expected conllu or a format of texts; found '" + format_ + "'");
        }
        if (entities_ && !conllu.empty()) throw UsageError("--entities: expected texts; found conllu");
        std::vector<Input> inputs;
        if (!others.empty()) inputs = find_inputs(others, format, session.diagnostics());
        std::erase_if(inputs, [&](const Input& input) {
            if (input.format->finished)
                session.diagnostics().report({Diagnostic::Severity::error, input.path, 0, "",
                                              "holds statements, and no text to annotate"});
            return input.format->finished;
        });
        if (inputs.empty() && conllu.empty()) throw Error("there is nothing to read");

        const nlp::Engine engine(session.data().model());
        std::optional<EntityLinker> linker;
        if (entities_) linker.emplace(session.data().lexicons());
        const VoiceDetector voices(session.data().lexicons());
        ReadOptions options;
        options.voices = &voices;
        OutputFile output(output_);
        std::unique_ptr<DocumentPrinter> printer;  // outlives the work that it gives
        run_ordered(session.threads(), [&](const Submit& submit) {
            printer = std::make_unique<DocumentPrinter>(
                submit,
                [&](const Document& document) {
                    return annotate_text(engine, linker ? &*linker : nullptr, document);
                },
                output.stream(), session.diagnostics());
            DocumentIds ids;
            for (const Input& input : inputs) read_input(input, options, ids, *printer);
            for (const std::string& path : conllu) read_conllu(path, engine, *printer);
        });
        if (printer->documents() == 0) throw Error("no document could be read");
        output.commit();
    }

  private:
    static void read_conllu(const std::string& path, const nlp::Engine& engine, DocumentPrinter& printer) {
        if (path == "-") {
            print_conllu(std::cin, "<stdin>", engine, printer);
            return;
        }
        std::ifstream input(path, std::ios::binary);
        if (!input) throw IoError("cannot open " + path);
        print_conllu(input, path, engine, printer);
    }

    std::vector<std::string> names_;
    std::string format_;
    std::string output_ = "-";
    bool entities_ = false;
};

}  // namespace

std::unique_ptr<Command> make_annotate() {
    return std::make_unique<Annotate>();
}

}  // namespace claimgraph::cli
