#include "ingest/pipeline.hpp"

#include <exception>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "ingest/ordered_work.hpp"

namespace claimgraph {

namespace {

constexpr std::size_t kRecordsTogether = 256;

struct Extracted {
    Document document;
    Extraction extraction;
    std::string fault;
};

/// Hands what the readers find to the workers, in order.
class Feeder final : public InputSink {
  public:
    Feeder(const Submit& submit, const Analyze& analyze, StatementSink& sink, Diagnostics& diagnostics)
        : submit_(submit), analyze_(analyze), sink_(sink), diagnostics_(diagnostics) {}

    void text(Document&& document, std::string place) override {
        flush();
        const std::size_t weight = document.text.size();
        auto found = std::make_shared<Extracted>(Extracted{std::move(document), {}, {}});
        submit_(
            [this, found, place = std::move(place)]() -> Finish {
                try {
                    found->extraction = analyze_(found->document);
                } catch (const std::bad_alloc&) {
                    throw;
                } catch (const std::exception& fault) {
                    found->fault = fault.what();
                }
                return [this, found, place] { finish(*found, place); };
            },
            weight);
    }

    void record(StatementRecord&& record) override {
        records_.push_back(std::move(record));
        if (records_.size() == kRecordsTogether) flush();
    }

    void report(const Diagnostic& fault) override {
        flush();
        submit_([this, fault]() -> Finish { return [this, fault] { diagnostics_.report(fault); }; }, 0);
    }

    /// Passes on the records that have gathered.
    void flush() {
        if (records_.empty()) return;
        auto records = std::make_shared<std::vector<StatementRecord>>(std::move(records_));
        records_ = {};
        submit_([this, records]() -> Finish { return [this, records] { pass(*records); }; }, 0);
    }

  private:
    void finish(Extracted& found, const std::string& place) {
        if (!found.fault.empty()) {
            diagnostics_.report({Diagnostic::Severity::error, place, 0, "", found.fault});
            return;
        }
        for (Diagnostic& fault : found.extraction.faults) {
            if (fault.path.empty()) fault.path = place;
            diagnostics_.report(fault);
        }
        sink_.document(std::move(found.document));
        for (Statement& statement : found.extraction.statements) sink_.statement(std::move(statement));
    }

    void pass(std::vector<StatementRecord>& records) {
        for (StatementRecord& record : records) {
            if (auto* document = std::get_if<Document>(&record)) {
                sink_.document(std::move(*document));
            } else {
                sink_.statement(std::get<Statement>(std::move(record)));
            }
        }
    }

    const Submit& submit_;
    const Analyze& analyze_;
    StatementSink& sink_;
    Diagnostics& diagnostics_;
    std::vector<StatementRecord> records_;
};

}  // namespace

void run_pipeline(std::span<const Input> inputs, const ReadOptions& options, const Analyze& analyze,
                  unsigned threads, StatementSink& sink, Diagnostics& diagnostics) {
    std::unique_ptr<Feeder> feeder;  // outlives the work that it gives
    run_ordered(threads, [&](const Submit& submit) {
        feeder = std::make_unique<Feeder>(submit, analyze, sink, diagnostics);
        DocumentIds ids;
        for (const Input& input : inputs) read_input(input, options, ids, *feeder);
        feeder->flush();
    });
}

}  // namespace claimgraph
