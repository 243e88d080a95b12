// Test helper of the readers: a sink that keeps everything.
#pragma once

#include <string>
#include <vector>

#include "ingest/readers/input_sink.hpp"

namespace claimgraph {

struct CollectingSink : InputSink {
    std::vector<Document> texts;
    std::vector<StatementRecord> records;
    std::vector<Diagnostic> faults;

    void text(Document&& document, std::string /*place*/) override { texts.push_back(std::move(document)); }
    void record(StatementRecord&& record) override { records.push_back(std::move(record)); }
    void report(const Diagnostic& fault) override { faults.push_back(fault); }

    [[nodiscard]] std::string messages() const {
        std::string all;
        for (const Diagnostic& fault : faults) all += to_string(fault) + "\n";
        return all;
    }
};

}  // namespace claimgraph
