// The names and types of what a graph's nodes and edges bear, shared by the formats and by the GraphML
// reader.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/entity.hpp"

namespace claimgraph::columns {

/// `label` is text that stands as it is; `text` is text that Gephi may misread (see gephi_text.hpp);
/// a `flag` is 0 or 1.
enum class Type { label, text, json, flag, integer, real };

struct Column {
    std::string_view key;   ///< GraphML's id: ours alone, so that no reader takes it for its own
    std::string_view name;  ///< what a reader's user sees
    Type type;
};

/// Of a statement within the evidence: the label of its speaker, where it names the speaker otherwise.
inline constexpr std::string_view resolved_speaker = "resolved_speaker";

namespace node {
inline constexpr Column label{"n_label", "label", Type::label};
inline constexpr Column kind{"n_kind", "kind", Type::text};
inline constexpr Column type{"n_type", "type", Type::text};
inline constexpr Column aliases{"n_aliases", "aliases", Type::text};
inline constexpr Column mentions{"n_mentions", "mentions", Type::integer};
inline constexpr Column documents{"n_documents", "documents", Type::integer};
inline constexpr Column color{"n_color", "color", Type::text};
inline constexpr Column size{"n_size", "size", Type::real};
inline constexpr Column x{"n_x", "x", Type::real};
inline constexpr Column y{"n_y", "y", Type::real};
/// Without label, colour, size and place, for which some formats have fields of their own.
inline constexpr std::array plain{kind, type, aliases, mentions, documents};
/// The same with what the graph's shape says of a node.
inline constexpr std::array measured{kind,
                                     type,
                                     aliases,
                                     mentions,
                                     documents,
                                     Column{"n_degree", "degree", Type::integer},
                                     Column{"n_pagerank", "pagerank", Type::real},
                                     Column{"n_betweenness", "betweenness", Type::real},
                                     Column{"n_community", "community", Type::integer}};
/// Where claims are nodes: of the claims and of the documents.
inline constexpr std::array with_claims{kind,
                                        type,
                                        aliases,
                                        mentions,
                                        documents,
                                        Column{"n_relation", "relation", Type::text},
                                        Column{"n_status", "status", Type::text},
                                        Column{"n_polarity", "polarity", Type::text},
                                        Column{"n_attribution", "attribution", Type::text},
                                        Column{"n_speaker", "speaker", Type::text},
                                        Column{"n_date", "date", Type::text},
                                        Column{"n_time", "time", Type::text},
                                        Column{"n_confidence", "confidence", Type::real},
                                        Column{"n_quote", "quote", Type::text},
                                        Column{"n_document", "document", Type::text},
                                        Column{"n_outlet", "outlet", Type::text},
                                        Column{"n_url", "url", Type::text}};
}  // namespace node

namespace edge {
inline constexpr Column uid{"e_uid", "uid", Type::text};
inline constexpr Column label{"e_label", "label", Type::label};
inline constexpr Column weight{"e_weight", "weight", Type::real};
inline constexpr Column relation{"e_relation", "relation", Type::text};
inline constexpr Column interaction{"e_interaction", "interaction", Type::text};  ///< Cytoscape's name for it
inline constexpr Column status{"e_status", "status", Type::text};
inline constexpr Column polarity{"e_polarity", "polarity", Type::text};
inline constexpr Column basis{"e_basis", "basis", Type::text};
inline constexpr Column fact{"e_fact", "fact", Type::flag};
inline constexpr Column speakers{"e_speakers", "speakers", Type::text};
inline constexpr Column first_date{"e_first_date", "first_date", Type::text};
inline constexpr Column last_date{"e_last_date", "last_date", Type::text};
inline constexpr Column evidence_count{"e_evidence_count", "evidence_count", Type::integer};
inline constexpr Column document_count{"e_document_count", "document_count", Type::integer};
inline constexpr Column disputed{"e_disputed", "disputed", Type::flag};
inline constexpr Column valid_from{"e_valid_from", "valid_from", Type::text};
inline constexpr Column valid_to{"e_valid_to", "valid_to", Type::text};
inline constexpr Column belief{"e_belief", "belief", Type::real};
inline constexpr Column quote{"e_quote", "quote", Type::text};
inline constexpr Column quote_document{"e_quote_document", "quote_document", Type::text};
inline constexpr Column evidence{"e_evidence", "evidence", Type::json};
/// Without id, label, weight and relation, for which some formats have fields of their own.
inline constexpr std::array plain{
    status,     polarity, basis,  fact,           disputed,       speakers, first_date,     last_date,
    valid_from, valid_to, belief, evidence_count, document_count, quote,    quote_document, evidence};
}  // namespace edge

/// Several values in one column: joined by `|`; a `|` or `\` inside a value is preceded by `\`.
[[nodiscard]] std::string join_values(const std::vector<std::string>& values);
[[nodiscard]] std::vector<std::string> split_values(std::string_view joined);

/// `#rrggbb`, of Okabe and Ito's palette (Color Universal Design, 2008), which colour-blind readers tell
/// apart.
[[nodiscard]] std::string_view color_of(EntityKind kind);

}  // namespace claimgraph::columns
