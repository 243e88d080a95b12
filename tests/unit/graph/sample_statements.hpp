// Statements for tests of the graph, with only what a test says.
#pragma once

#include <string>
#include <utility>

#include "graph/model/document.hpp"
#include "graph/model/statement.hpp"

namespace claimgraph::testing_support {

inline Entity entity(EntityKind kind, std::string name, std::string id = {}) {
    Entity out;
    out.kind = kind;
    out.name = std::move(name);
    out.id = std::move(id);
    return out;
}
inline Entity country(std::string name, std::string id) {
    return entity(EntityKind::country, std::move(name), std::move(id));
}
inline Entity actor(std::string name) {
    return entity(EntityKind::actor, std::move(name));
}
inline Entity measure(std::string name) {
    return entity(EntityKind::measure, std::move(name));
}
inline Entity commodity(std::string name) {
    return entity(EntityKind::commodity, std::move(name));
}

inline Statement statement(Entity subject, std::string relation, Entity object, std::string document = "d1",
                           std::size_t sentence = 0, std::string quote = "A sentence.") {
    Statement out;
    out.relation = std::move(relation);
    out.subject = std::move(subject);
    out.object = std::move(object);
    out.evidence.document = std::move(document);
    out.evidence.sentence = sentence;
    out.evidence.span = {100 * sentence, 100 * sentence + quote.size()};
    out.evidence.text = std::move(quote);
    return out;
}

inline Statement with(Statement out, Status status, Polarity polarity = Polarity::positive) {
    out.factuality = {status, polarity};
    return out;
}

inline Statement said_by(Statement out, Entity source, AttributionType type = AttributionType::paraphrase) {
    Attribution attribution;
    attribution.source = std::move(source);
    attribution.type = type;
    out.attribution.push_back(std::move(attribution));
    return out;
}

inline Document document(std::string id, std::string date = "2024-03-01", Voice voice = Voice::news,
                         std::string outlet = "The Courier") {
    Document out;
    out.id = std::move(id);
    out.date = std::move(date);
    out.voice = voice;
    out.outlet = std::move(outlet);
    return out;
}

}  // namespace claimgraph::testing_support
