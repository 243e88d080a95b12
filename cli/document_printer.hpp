// What a command makes of each document's text, made by many threads and printed in the order of the inputs.
#pragma once

#include <cstddef>
#include <functional>
#include <ostream>
#include <string>

#include "graph/model/diagnostics.hpp"
#include "graph/model/document.hpp"
#include "ingest/ordered_work.hpp"
#include "ingest/readers/input_sink.hpp"

namespace claimgraph::cli {

/// Fed from one thread, inside `run_ordered`; what is passed to it must outlive that. A document of which
/// nothing can be made is reported and left out. Finished statements are passed over.
class DocumentPrinter final : public InputSink {
  public:
    /// What is printed for a document; called on any thread.
    using Make = std::function<std::string(const Document&)>;

    DocumentPrinter(const Submit& submit, Make make, std::ostream& out, Diagnostics& diagnostics)
        : submit_(submit), make_(std::move(make)), out_(out), diagnostics_(diagnostics) {}

    void text(Document&& document, std::string place) override;
    void record(StatementRecord&& /*record*/) override {}
    void report(const Diagnostic& fault) override;

    /// Prints what `make` gives; `weight` is the memory in bytes that it holds until then.
    void submit(std::function<std::string()> make, std::string place, std::size_t weight);

    /// Printed so far.
    [[nodiscard]] std::size_t documents() const { return documents_; }

  private:
    const Submit& submit_;
    Make make_;
    std::ostream& out_;
    Diagnostics& diagnostics_;
    std::size_t documents_ = 0;
};

}  // namespace claimgraph::cli
