// What is known of a document beside its text: from options, an index file, or the fields of a record.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/model/document.hpp"

namespace claimgraph {

/// Empty fields are unknown.
struct DocumentMetadata {
    std::string title;
    std::string date;  ///< YYYY, YYYY-MM or YYYY-MM-DD
    std::string outlet;
    std::string author;
    std::string url;
    std::optional<Voice> voice;
};

/// Gives `document` what `metadata` knows and it does not know yet.
void fill_in(Document& document, const DocumentMetadata& metadata);

/// Whether `date` is YYYY, YYYY-MM or YYYY-MM-DD and stands in the (proleptic Gregorian) calendar.
[[nodiscard]] bool is_document_date(std::string_view date);

}  // namespace claimgraph
