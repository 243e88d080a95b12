// The names that our GraphML uses, shared by its writer and its reader.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/entity.hpp"

namespace claimgraph::graphml {

struct Key {
    std::string_view id;    ///< ours alone, so that no reader takes it for a property of its own
    std::string_view name;  ///< `attr.name`
    std::string_view type;  ///< `attr.type`
};

namespace node {
inline constexpr Key label{"n_label", "label", "string"};
inline constexpr Key kind{"n_kind", "kind", "string"};
inline constexpr Key type{"n_type", "type", "string"};
inline constexpr Key aliases{"n_aliases", "aliases", "string"};
inline constexpr Key mentions{"n_mentions", "mentions", "long"};
inline constexpr Key documents{"n_documents", "documents", "long"};
inline constexpr Key color{"n_color", "color", "string"};
inline constexpr Key size{"n_size", "size", "double"};
inline constexpr std::array keys{label, kind, type, aliases, mentions, documents, color, size};
}  // namespace node

namespace edge {
inline constexpr Key uid{"e_uid", "uid", "string"};
inline constexpr Key label{"e_label", "label", "string"};
inline constexpr Key weight{"e_weight", "weight", "double"};
inline constexpr Key relation{"e_relation", "relation", "string"};
inline constexpr Key interaction{"e_interaction", "interaction", "string"};  ///< Cytoscape's name for it
inline constexpr Key status{"e_status", "status", "string"};
inline constexpr Key polarity{"e_polarity", "polarity", "string"};
inline constexpr Key basis{"e_basis", "basis", "string"};
inline constexpr Key fact{"e_fact", "fact", "int"};
inline constexpr Key speakers{"e_speakers", "speakers", "string"};
inline constexpr Key first_date{"e_first_date", "first_date", "string"};
inline constexpr Key last_date{"e_last_date", "last_date", "string"};
inline constexpr Key evidence_count{"e_evidence_count", "evidence_count", "long"};
inline constexpr Key document_count{"e_document_count", "document_count", "long"};
inline constexpr Key quote{"e_quote", "quote", "string"};
inline constexpr Key quote_document{"e_quote_document", "quote_document", "string"};
inline constexpr Key evidence{"e_evidence", "evidence", "string"};
inline constexpr std::array keys{
    uid,      label,      weight,    relation,       interaction,    status, polarity,       basis,   fact,
    speakers, first_date, last_date, evidence_count, document_count, quote,  quote_document, evidence};
}  // namespace edge

/// Several values in one column: joined by `|`; a `|` or `\` inside a value is preceded by `\`.
[[nodiscard]] std::string join_values(const std::vector<std::string>& values);
[[nodiscard]] std::vector<std::string> split_values(std::string_view joined);

/// `#rrggbb`, of Okabe and Ito's palette (Color Universal Design, 2008), which colour-blind readers tell
/// apart.
[[nodiscard]] std::string_view color_of(EntityKind kind);

}  // namespace claimgraph::graphml
