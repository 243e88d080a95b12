#include "graph/measure_verbs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "graph/node_ids.hpp"

namespace claimgraph {
namespace {

struct MeasureVerb {
    std::string_view stem;
    std::string_view measure;
    std::string_view type;
};
constexpr std::array<MeasureVerb, 2> verbs{
    {{"sanction", "sanctions", "sanction"}, {"embargo", "embargo", "ban"}}};

/// Of the predicate's words, the verb stands last.
const MeasureVerb* verb_of(const Statement& statement) {
    if (statement.relation != "restricts" || !statement.predicate) return nullptr;
    const auto is_doer = [](EntityKind kind) {
        return kind == EntityKind::actor || kind == EntityKind::country;
    };
    if (!is_doer(statement.subject.kind)) return nullptr;
    if (!is_doer(statement.object.kind) && statement.object.kind != EntityKind::commodity) return nullptr;
    const std::string words = fold_name(statement.predicate->text);
    const std::string_view last = std::string_view(words).substr(words.find_last_of(' ') + 1);
    const auto* at = std::find_if(verbs.begin(), verbs.end(),
                                  [&](const MeasureVerb& verb) { return last.starts_with(verb.stem); });
    return at == verbs.end() ? nullptr : at;
}

Entity measure_of(const MeasureVerb& verb, const Statement& statement) {
    Entity out;
    out.kind = EntityKind::measure;
    out.type = verb.type;
    out.name = std::string(verb.measure) + " on " + statement.object.name;
    out.span = statement.predicate->span;
    return out;
}

}  // namespace

std::vector<Statement> unfold_measure_verbs(std::span<const Statement> statements) {
    std::vector<Statement> out;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const MeasureVerb* verb = verb_of(statements[i]);
        if (verb == nullptr) {
            if (!out.empty()) out.push_back(statements[i]);
            continue;
        }
        if (out.empty()) out.assign(statements.begin(), statements.begin() + static_cast<std::ptrdiff_t>(i));
        Statement imposes = statements[i];
        imposes.relation = "imposes";
        Statement reaches = statements[i];
        reaches.relation = statements[i].object.kind == EntityKind::commodity ? "covers" : "targets";
        reaches.id.clear();
        reaches.quantities.clear();
        // Whether or not it is in force, this is what it is aimed at.
        reaches.factuality = {};
        imposes.object = reaches.subject = measure_of(*verb, statements[i]);
        out.push_back(std::move(imposes));
        out.push_back(std::move(reaches));
    }
    return out;
}

}  // namespace claimgraph
