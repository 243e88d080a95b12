#include "ingest/extract/attribution/statement_sources.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace claimgraph {
namespace {

/// Deeds that their doer announces are the deeds, not claims about them.
bool is_deed(std::string_view relation) {
    static constexpr std::array<std::string_view, 4> kStates{"complies", "affects", "criticizes", "supports"};
    return std::find(kStates.begin(), kStates.end(), relation) == kStates.end();
}

bool same(const End& a, const End& b) {
    return a.entity != kNone && a.entity == b.entity;
}

/// Two links of one chain that name one source.
bool names_same(const End& a, const End& b) {
    return a.entity == b.entity && a.name == b.name;
}

/// Who asks is the source of what is asked for.
void add_requester(const Scene& scene, const StatementCandidate& candidate, std::vector<SourceLink>& chain) {
    const TokenIndex cue = candidate.factuality.request;
    std::vector<TokenIndex> askers = scene.tree.is_verbal(cue)
                                         ? scene.arguments.subjects(cue)
                                         : scene.arguments.fill(cue, Slot{Slot::Kind::possessive, {}});
    if (askers.empty() && !scene.tree.is_verbal(cue)) askers = scene.arguments.support(cue);
    if (askers.empty()) return;
    const std::optional<End> source = find_speaker(scene.tree, scene.entities, askers.front());
    if (!source || same(*source, candidate.subject)) return;
    if (!chain.empty() && names_same(chain.front().source, *source)) return;
    chain.insert(chain.begin(), SourceLink{*source, {cue, cue + 1}, AttributionType::paraphrase});
}

}  // namespace

std::optional<End> find_speaker(const Tree& tree, const DocumentEntities& entities, TokenIndex head) {
    End end;
    const std::uint32_t mention = entities.mention_at(head);
    if (mention != kNone && entities.mentions[mention].entity != kNone) {
        const EntityMention& m = entities.mentions[mention];
        end.entity = m.entity;
        end.kind = entities.entities[m.entity].kind;
        end.head = m.head;
        end.range = {m.first, m.last};
        end.mention = mention;
        if (end.kind != EntityKind::actor && end.kind != EntityKind::country) return {};
        return end;
    }
    if (tree[head].upos != Upos::noun && tree[head].upos != Upos::propn) return {};
    end.kind = EntityKind::actor;
    end.head = head;
    TokenRange range = tree.phrase(head);
    while (range.first < head && tree.relation(range.first) == Deprel::det) ++range.first;
    // A speaker is named before the first comma, and briefly.
    for (TokenIndex t = range.first + 1; t < range.last; ++t) {
        if (tree[t].upos == Upos::punct || t > std::max(head, range.first) + 5) range.last = t;
    }
    end.range = range;
    end.name = std::string(tree.text(range));
    return end;
}

std::vector<SourceLink> find_sources(const Scene& scene, const StatementCandidate& candidate) {
    const std::string_view relation = scene.ontology.relations()[candidate.relation].name;
    std::vector<SourceLink> chain;
    for (const std::uint32_t index : scene.attributions.chain(candidate.predicate)) {
        const AttributionSpans& spans = scene.attributions.all()[index];
        if (spans.source_head == kNone) continue;
        if (spans.cue_head != kNone && spans.type == AttributionType::belief) {
            // Plans, threats and refusals are the statement's status, not somebody's report.
            const Effect effect = scene.ontology.effect(PartOfSpeech::verb, Embedding::complement,
                                                        scene.tree.lemma(spans.cue_head));
            if (effect != Effect::none && effect != Effect::requested && effect != Effect::possible) continue;
        }
        std::optional<End> source = find_speaker(scene.tree, scene.entities, spans.source_head);
        if (!source) continue;
        if (chain.empty() && is_deed(relation) && same(*source, candidate.subject) &&
            candidate.factuality.value.status != Status::requested) {
            continue;
        }
        const TokenRange cue = spans.cue.empty() ? TokenRange{} : spans.cue.front();
        chain.push_back({std::move(*source), cue, spans.type});
    }
    if (candidate.factuality.request != kNone) add_requester(scene, candidate, chain);
    return chain;
}

}  // namespace claimgraph
