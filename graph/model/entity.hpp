// An entity as one statement mentions it: the canonical name together with the words of the text.
#pragma once

#include <optional>
#include <string>

#include "graph/model/extras.hpp"
#include "graph/model/span.hpp"

namespace claimgraph {

enum class EntityKind { actor, country, measure, commodity, topic };

/// The words that a pronoun or a description stands for.
struct Antecedent {
    std::string text;
    Span span;
    Extras extras = {};
    bool operator==(const Antecedent&) const = default;
};

struct Entity {
    std::string name;  ///< canonical
    EntityKind kind = EntityKind::actor;
    std::string type;                    ///< finer type (person, organization, tariff, ...), or empty
    std::string id;                      ///< stable id (ISO 3166-1 alpha-3 for a country), or empty
    std::optional<std::string> mention;  ///< as it stands in the text
    std::optional<Span> span;            ///< of the mention
    std::optional<Antecedent> antecedent;
    Extras extras;
    bool operator==(const Entity&) const = default;
};

}  // namespace claimgraph
