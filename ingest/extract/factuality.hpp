// Whether it is so: status and polarity of a predicate, found by walking from it to the root of its tree.
//
// Each embedding word has an effect (modality.tsv) that a small automaton composes, innermost first, after
// Nairn, Condoravdi and Karttunen, "Computing relative polarity for textual inference" (2006) and Saurí and
// Pustejovsky, "Are you sure that this really happened?" (2012).
#pragma once

#include <optional>
#include <vector>

#include "graph/model/factuality.hpp"
#include "ingest/extract/ontology.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {

/// What the walk found.
struct FactualityReading {
    Factuality value;
    /// The word whose complement made the statement a request ("urged"), or kNone: its subject is who asks.
    TokenIndex request = kNone;
    bool presupposed = false;  ///< "its duty on rice": there whatever is said of it
    /// The words that had an effect, innermost first.
    std::vector<TokenIndex> cues;
};

class FactualityWalker {
  public:
    FactualityWalker(const Ontology& ontology, const Tree& tree) : ontology_(&ontology), tree_(&tree) {}

    /// Of a predicate that fits the entry.
    [[nodiscard]] FactualityReading read(const PredicateEntry& entry, TokenIndex predicate) const;
    /// `own` is what the predicate's lexicon entry itself says.
    [[nodiscard]] FactualityReading read(TokenIndex predicate, std::optional<Status> own,
                                         bool negative) const;

  private:
    [[nodiscard]] FactualityReading walk(TokenIndex predicate, std::optional<Status> own, bool negative,
                                         bool presupposed) const;
    void apply(FactualityReading& reading, Effect effect, TokenIndex cue) const;
    void read_modifiers(FactualityReading& reading, TokenIndex t) const;
    [[nodiscard]] bool has_owner(TokenIndex noun) const;
    [[nodiscard]] bool opens_condition(TokenIndex auxiliary) const;
    [[nodiscard]] Effect verb_effect(TokenIndex verb) const;
    [[nodiscard]] bool in_question(TokenIndex t) const;

    const Ontology* ontology_;
    const Tree* tree_;
};

}  // namespace claimgraph
