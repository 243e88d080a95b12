#include "cli/input_options.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <CLI/Validators.hpp>

#include "cli/document_printer.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "cli/usage_error.hpp"
#include "graph/model/names.hpp"
#include "ingest/ordered_work.hpp"
#include "ingest/readers/inputs.hpp"
#include "ingest/text_analyzer.hpp"

namespace claimgraph::cli {

namespace {

std::string format_names() {
    std::string names;
    for (const InputFormat& format : input_formats())
        names += (names.empty() ? "" : ", ") + std::string(format.name);
    return names;
}

/// The setting that `name` names, or null.
std::string* field_named(FieldNames& fields, std::string_view name) {
    const std::array<std::pair<std::string_view, std::string*>, 8> table{{{"id", &fields.id},
                                                                          {"title", &fields.title},
                                                                          {"text", &fields.text},
                                                                          {"date", &fields.date},
                                                                          {"outlet", &fields.outlet},
                                                                          {"author", &fields.author},
                                                                          {"url", &fields.url},
                                                                          {"voice", &fields.voice}}};
    const auto* at =
        std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == name; });
    return at == table.end() ? nullptr : at->second;
}

/// Shows how far the run has come, and takes the progress line away before a message; leaves out statements
/// of less confidence.
class WatchedSink final : public StatementSink, public Diagnostics {
  public:
    WatchedSink(StatementSink& sink, double min_confidence, Diagnostics& diagnostics, Progress& progress)
        : sink_(sink), min_confidence_(min_confidence), diagnostics_(diagnostics), progress_(progress) {}
    void document(Document&& document) override {
        sink_.document(std::move(document));
        progress_.advance();
        ++documents_;
    }
    void statement(Statement&& statement) override {
        if (statement.confidence.value_or(1) >= min_confidence_) sink_.statement(std::move(statement));
    }
    void report(const Diagnostic& fault) override {
        progress_.clear();
        diagnostics_.report(fault);
    }
    [[nodiscard]] std::size_t documents() const { return documents_; }

  private:
    StatementSink& sink_;
    double min_confidence_;
    Diagnostics& diagnostics_;
    Progress& progress_;
    std::size_t documents_ = 0;
};

}  // namespace

void InputOptions::configure(CLI::App& app) {
    app.add_option("INPUT", names_, "Files, folders, or - for standard input")->required();
    app.add_option("--input", format_,
                   "Format of the inputs: " + format_names() + " (default: by name and content)")
        ->type_name("FORMAT")
        ->group("Input");
    app.add_option("--index", index_,
                   "Table of file, date, outlet, title, author, url, voice (tab-separated)")
        ->type_name("FILE")
        ->group("Input");
    app.add_option("--date", defaults_.date, "Date of texts without one: YYYY, YYYY-MM or YYYY-MM-DD")
        ->type_name("DATE")
        ->group("Input");
    app.add_option("--title", defaults_.title, "Their title (default: a short first line before a blank one)")
        ->type_name("TEXT")
        ->group("Input");
    app.add_option("--outlet", defaults_.outlet, "Their outlet")->type_name("NAME")->group("Input");
    app.add_option("--author", defaults_.author, "Their author")->type_name("NAME")->group("Input");
    app.add_option("--url", defaults_.url, "Their address")->type_name("URL")->group("Input");
    app.add_option("--voice", voice_,
                   "Their voice: " + std::string(accepted_names<Voice>()) + " (default: detected)")
        ->type_name("VOICE")
        ->group("Input");
    app.add_option("--field", fields_, "Name of a field in JSON Lines documents, e.g. text=body; repeatable")
        ->type_name("FIELD=NAME")
        ->expected(1)
        ->allow_extra_args(false)
        ->group("Input");
}

void InputOptions::configure_statements(CLI::App& app) {
    configure(app);
    app.add_option("--min-confidence", min_confidence_,
                   "Only statements of this confidence, 0 to 1 (default: the model's threshold; a lower one "
                   "finds more, and more that is wrong)")
        ->type_name("P")
        ->check(CLI::Range(0.0, 1.0))
        ->group("Input");
}

ReadOptions InputOptions::read_options() const {
    ReadOptions options;
    options.defaults = defaults_;
    if (!defaults_.date.empty() && !is_document_date(defaults_.date))
        throw UsageError("--date: expected YYYY, YYYY-MM or YYYY-MM-DD, found '" + defaults_.date + "'");
    if (!voice_.empty()) {
        options.defaults.voice = parse<Voice>(voice_);
        if (!options.defaults.voice)
            throw UsageError("--voice: expected " + std::string(accepted_names<Voice>()) + "; found '" +
                             voice_ + "'");
    }
    for (const std::string& setting : fields_) {
        const std::size_t equals = setting.find('=');
        std::string* field = field_named(options.fields, setting.substr(0, equals));
        if (equals == std::string::npos || equals + 1 == setting.size() || field == nullptr)
            throw UsageError(
                "--field: expected id, title, text, date, outlet, author, url or voice, '=' and a name; "
                "found '" +
                setting + "'");
        *field = setting.substr(equals + 1);
    }
    return options;
}

/// The inputs, and what readers need to read them.
struct InputOptions::Opened {
    Opened(std::vector<Input> found, ReadOptions given, const Lexicons& lexicons)
        : inputs(std::move(found)), options(std::move(given)), relations(lexicons), voices(lexicons) {
        options.relations = &relations;
        options.voices = &voices;
    }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    /// How many documents there are, or 0: what a file of one document each holds is known beforehand; of
    /// others there is no telling.
    [[nodiscard]] std::size_t count() const {
        const bool countable =
            std::all_of(inputs.begin(), inputs.end(), [](const Input& i) { return i.format->one_document; });
        return countable ? inputs.size() : 0;
    }

    std::vector<Input> inputs;
    ReadOptions options;
    RelationVocabulary relations;
    VoiceDetector voices;
    std::optional<MetadataIndex> index;
};

std::unique_ptr<InputOptions::Opened> InputOptions::open(Session& session) const {
    const InputFormat* format = nullptr;
    if (!format_.empty()) {
        format = find_input_format(format_);
        if (format == nullptr)
            throw UsageError("--input: expected " + format_names() + "; found '" + format_ + "'");
    }
    ReadOptions options = read_options();
    std::vector<Input> inputs = find_inputs(names_, format, session.diagnostics());
    if (inputs.empty()) throw Error("there is nothing to read");
    auto opened = std::make_unique<Opened>(std::move(inputs), std::move(options), session.data().lexicons());
    if (!index_.empty()) opened->options.index = &opened->index.emplace(index_, session.diagnostics());
    return opened;
}

void InputOptions::run(Session& session, StatementSink& sink, const MakeAnalyze& other) const {
    const std::unique_ptr<Opened> opened = open(session);
    const std::vector<Input>& inputs = opened->inputs;
    std::optional<TextAnalyzer> analyzer;
    const bool texts =
        std::any_of(inputs.begin(), inputs.end(), [](const Input& i) { return !i.format->finished; });
    Analyze analyze;
    if (other) {
        analyze = other(opened->relations);
    } else if (texts) {
        analyzer.emplace(session.data().model(), session.data().lexicons(), min_confidence_);
        analyze = [&](const Document& document) { return Extraction{analyzer->statements(document)}; };
    }

    Progress progress("documents", opened->count(), !session.quiet());
    WatchedSink watched(sink, min_confidence_.value_or(0), session.diagnostics(), progress);
    run_pipeline(inputs, opened->options, analyze, session.threads(), watched, watched);
    progress.clear();
    if (watched.documents() == 0) throw Error("no document could be read");
    session.log().debug(std::to_string(watched.documents()) + " documents read");
}

void InputOptions::print(Session& session, std::ostream& out, const Print& print) const {
    const std::unique_ptr<Opened> opened = open(session);
    std::erase_if(opened->inputs, [&](const Input& input) {
        if (input.format->finished)
            session.diagnostics().report(
                {Diagnostic::Severity::error, input.path, 0, "", "holds statements, and no text"});
        return input.format->finished;
    });
    if (opened->inputs.empty()) throw Error("there is nothing to read");
    const TextAnalyzer analyzer(session.data().model(), session.data().lexicons(), min_confidence_);
    std::unique_ptr<DocumentPrinter> printer;  // outlives the work that it gives
    run_ordered(session.threads(), [&](const Submit& submit) {
        printer = std::make_unique<DocumentPrinter>(
            submit, [&](const Document& document) { return print(analyzer, document); }, out,
            session.diagnostics());
        DocumentIds ids;
        for (const Input& input : opened->inputs) read_input(input, opened->options, ids, *printer);
    });
    if (printer->documents() == 0) throw Error("no document could be read");
}

}  // namespace claimgraph::cli
