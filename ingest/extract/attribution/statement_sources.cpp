#include "ingest/extract/attribution/statement_sources.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace claimgraph {
namespace {

/// Deeds and stands that their doer announces are what they are, not claims about them.
bool is_deed(std::string_view relation) {
    return relation != "complies" && relation != "affects";
}

/// The same actor, or a country and its government.
bool same(const DocumentEntities& entities, const End& speaker, const End& doer) {
    if (speaker.entity == kNone || doer.entity == kNone) return false;
    if (speaker.entity == doer.entity) return true;
    const LinkedEntity& who = entities.entities[speaker.entity];
    return who.country == doer.entity &&
           (who.name.ends_with("government") || who.name.ends_with("Government"));
}

/// Two links of one chain that name one source.
bool names_same(const End& a, const End& b) {
    return a.entity == b.entity && a.name == b.name;
}

/// Whether `token` lies in what somebody is judged for: "accused it of dumping steel" says that steel is
/// dumped.
bool is_in_charge(const Tree& tree, TokenIndex token, TokenIndex cue) {
    for (TokenIndex t = token; t != kNone && t != cue; t = tree.head(t)) {
        if (tree[t].xpos != nlp::Xpos::vbg || tree[t].upos != Upos::verb) continue;
        for (const TokenIndex c : tree.children(t)) {
            const bool marks =
                tree.base_relation(c) == Deprel::mark || tree.base_relation(c) == Deprel::case_;
            if (marks && tree.is_lemma(c, {"of", "for"})) return true;
        }
    }
    return false;
}

/// "would find that", "decided to say": nobody has said it yet.
bool is_yet_to_come(const Tree& tree, const AttributionSpans& spans) {
    const TokenIndex cue = spans.cue_head;
    if (cue == kNone || !tree.is_verbal(cue)) return false;
    for (const TokenIndex c : tree.children(cue)) {
        const Deprel relation = tree.base_relation(c);
        if (relation == Deprel::aux && tree[c].xpos == nlp::Xpos::md) return true;
        // "went on to say" is one cue.
        if (relation == Deprel::mark && tree.lemma(c) == "to" && spans.cue.front().first >= c) return true;
    }
    return false;
}

}  // namespace

bool StatementSources::reports(const AttributionSpans& spans, TokenIndex predicate) const {
    if (is_yet_to_come(scene_.tree, spans)) return false;
    switch (spans.form) {
        case ContentForm::clause:
            return true;
        case ContentForm::object:
            // Who judges or mentions a deed does not say that it is one, save in what somebody is accused of.
            return spans.type == AttributionType::paraphrase &&
                   is_in_charge(scene_.tree, predicate, spans.cue_head);
        case ContentForm::infinitive:
            // What is agreed, promised, planned or asked for is the statement's status.
            return false;
    }
    return false;
}

bool StatementSources::is_known(const End& source) const {
    if (source.entity == kNone) return false;
    const LinkedEntity& entity = scene_.entities.entities[source.entity];
    return entity.people != 0 || !entity.id.empty() || entity.kind == EntityKind::country ||
           (!entity.type.empty() && entity.type != "unknown");
}

bool StatementSources::is_doer(const AttributionSpans& spans, const End& source,
                               const StatementCandidate& candidate) const {
    if (same(scene_.entities, source, candidate.subject)) return true;
    // "Both the EU and the US say": one of several who speak.
    for (const TokenIndex t : scene_.tree.conjuncts(spans.source_head)) {
        const std::optional<End> speaker = find_speaker(scene_.tree, scene_.entities, t);
        if (speaker && same(scene_.entities, *speaker, candidate.subject)) return true;
    }
    return false;
}

std::vector<SourceLink> StatementSources::find(const StatementCandidate& candidate) const {
    const std::string_view relation = scene_.ontology.relations()[candidate.relation].name;
    std::vector<SourceLink> chain;
    for (const std::uint32_t index : scene_.attributions.chain(candidate.predicate)) {
        const AttributionSpans& spans = scene_.attributions.all()[index];
        const std::optional<End>& source = speakers_.of(index);
        if (!source || !reports(spans, candidate.predicate)) continue;
        // Before a headline's colon stands a topic as often as a speaker.
        if (spans.cue_head != kNone && scene_.tree[spans.cue_head].form == ":" && !is_known(*source))
            continue;
        if (chain.empty() && is_deed(relation) && is_doer(spans, *source, candidate) &&
            candidate.factuality.value.status != Status::requested) {
            continue;
        }
        const TokenRange cue = spans.cue.empty() ? TokenRange{} : spans.cue.front();
        chain.push_back({*source, cue, spans.type});
    }
    if (candidate.factuality.request != kNone) add_requester(candidate, chain);
    return chain;
}

/// Who asks is the source of what is asked for.
void StatementSources::add_requester(const StatementCandidate& candidate,
                                     std::vector<SourceLink>& chain) const {
    const TokenIndex cue = candidate.factuality.request;
    std::optional<End> source;
    for (std::uint32_t i = 0; i < scene_.attributions.all().size() && !source; ++i) {
        if (scene_.attributions.all()[i].cue_head == cue) source = speakers_.of(i);
    }
    if (!source) source = asker(cue);
    if (!source || same(scene_.entities, *source, candidate.subject)) return;
    std::erase_if(chain, [&](const SourceLink& link) { return names_same(link.source, *source); });
    chain.insert(chain.begin(), SourceLink{*source, {cue, cue + 1}, AttributionType::paraphrase});
}

std::optional<End> StatementSources::asker(TokenIndex cue) const {
    std::vector<TokenIndex> askers = scene_.tree.is_verbal(cue)
                                         ? scene_.arguments.subjects(cue)
                                         : scene_.arguments.fill(cue, Slot{Slot::Kind::possessive, {}});
    if (askers.empty() && !scene_.tree.is_verbal(cue)) askers = scene_.arguments.support(cue);
    return askers.empty() ? std::nullopt : find_speaker(scene_.tree, scene_.entities, askers.front());
}

}  // namespace claimgraph
