// Named entities measured by their spans and kinds.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "ingest/nlp/analysis.hpp"
#include "ingest/nlp/evaluation/score.hpp"

namespace claimgraph::nlp::evaluation {

/// Tokens [first, last) of a sentence and the label of the scheme ("PER", "ORG", "LOC").
struct NamedSpan {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::string label;
    friend auto operator<=>(const NamedSpan&, const NamedSpan&) = default;
};

struct Iob2Sentence {
    std::vector<std::string> forms;
    std::vector<NamedSpan> spans;
    bool starts_document = false;  ///< "# newdoc" stands before it
};

/// Lines of `ID form TAG ...` between tabs, blank lines between sentences, "#" comments. An I- tag without a
/// beginning starts a span. Throws FormatError.
[[nodiscard]] std::vector<Iob2Sentence> read_iob2(std::istream& input, const std::string& path);

/// The names of a sentence as PER, ORG and LOC, outermost only; `sentence` is one of the analysis.
[[nodiscard]] std::vector<NamedSpan> named_spans(const Analysis& analysis, const Sentence& sentence);

/// Exact match of span and label.
[[nodiscard]] Score score_named_spans(std::span<const NamedSpan> gold, std::span<const NamedSpan> system);

}  // namespace claimgraph::nlp::evaluation
