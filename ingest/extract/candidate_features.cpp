#include "ingest/extract/candidate_features.hpp"

#include <algorithm>
#include <array>

#include "graph/model/names.hpp"

namespace claimgraph {
namespace {

constexpr std::uint32_t kLongPath = 6;

std::string_view bucket(std::size_t n) {
    if (n == 0) return "0";
    if (n == 1) return "1";
    if (n == 2) return "2";
    if (n <= 4) return "3-4";
    if (n <= 7) return "5-7";
    if (n <= 12) return "8-12";
    if (n <= 20) return "13-20";
    return "21+";
}

std::size_t distance(TokenIndex a, TokenIndex b) {
    return a > b ? a - b : b - a;
}

std::string_view pos_name(PartOfSpeech pos) {
    switch (pos) {
        case PartOfSpeech::verb:
            return "verb";
        case PartOfSpeech::noun:
            return "noun";
        case PartOfSpeech::adjective:
            return "adj";
    }
    return "";
}

std::string_view form_name(ReferenceForm form) {
    constexpr std::array<std::string_view, 4> names{"name", "adjective", "nominal", "pronoun"};
    return names[static_cast<std::size_t>(form)];
}

bool contains(const std::vector<std::uint32_t>& list, std::uint32_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

std::string_view yes(bool value) {
    return value ? "yes" : "no";
}

}  // namespace

std::string CandidateFeatures::path(TokenIndex from, TokenIndex to, std::uint32_t& steps) const {
    const Tree& tree = scene_->tree;
    std::vector<TokenIndex> up;
    for (TokenIndex t = tree.first_conjunct(from); t != kNone; t = tree.head(t)) up.push_back(t);
    std::string down;
    std::uint32_t below = 0;
    for (TokenIndex t = to; t != kNone; t = tree.head(t), ++below) {
        const auto found = std::find(up.begin(), up.end(), t);
        if (found == up.end()) {
            down.insert(0, "_").insert(0, nlp::to_string(tree.base_relation(t)));
            continue;
        }
        const auto above = static_cast<std::uint32_t>(found - up.begin());
        steps = above + below;
        if (steps > kLongPath) return "long";
        std::string out;
        for (auto i = up.begin(); i != found; ++i) {
            out += nlp::to_string(tree.relation(*i) == Deprel::nmod_poss ? tree.relation(*i)
                                                                         : tree.base_relation(*i));
            out += '^';
        }
        return out + down;
    }
    steps = kLongPath + 1;
    return "none";
}

void CandidateFeatures::predicate(const PredicateReading& reading, FeatureSink sink) const {
    const Tree& tree = scene_->tree;
    const PredicateEntry& entry = *reading.entry;
    const std::string_view relation = scene_->ontology.relations()[entry.relation].name;
    const std::string_view pos = pos_name(entry.pos);
    const nlp::Token& token = tree[reading.token];
    const nlp::Sentence& sentence = tree.analysis().sentences[token.sentence];
    std::string lemma = entry.lemma;
    for (const std::string& particle : entry.particles) lemma += "_" + particle;
    int praise = 0;
    int blame = 0;
    const TokenRange scope = tree.subtree(reading.token);
    for (TokenIndex t = std::max(scope.first, sentence.first); t < std::min(scope.last, sentence.last); ++t) {
        const int sentiment = scene_->ontology.sentiment(tree.lemma(t));
        praise += sentiment > 0;
        blame += sentiment < 0;
    }
    sink.add("p.sentiment", relation, bucket(static_cast<std::size_t>(praise)),
             bucket(static_cast<std::size_t>(blame)));
    sink.add("p.sentiment", relation, praise > blame ? "praise" : blame > praise ? "blame" : "none", pos);
    sink.add("bias");
    sink.add("p.relation", relation);
    sink.add("p.lemma", relation, pos, lemma);
    // A structural relation has no word of its own: what it was read at.
    if (scene_->ontology.relations()[entry.relation].structural)
        sink.add("p.word", relation, tree.lemma(reading.token));
    sink.add("p.pos", relation, pos);
    sink.add("p.weak", yes(entry.weak), pos);
    sink.add("p.status", entry.status ? to_string(*entry.status) : "none");
    sink.add("p.deprel", pos, nlp::to_string(token.deprel));
    sink.add("p.deprel", relation, pos, nlp::to_string(nlp::base(token.deprel)));
    // "talks on a pact" and "signed a pact"
    if (const TokenIndex governor = tree.head(reading.token); governor != kNone) {
        sink.add("p.governor", relation, pos, tree.lemma(governor));
        if (entry.pos == PartOfSpeech::noun) sink.add("p.governor", pos, tree.lemma(governor));
    }
    sink.add("p.filled", pos, yes(reading.has_strict_subject), yes(reading.has_strict_object));
    sink.add("p.filled", relation, yes(reading.has_strict_subject), yes(reading.has_strict_object));
    sink.add("p.instrument", relation, yes(reading.has_instrument));
    sink.add("p.headline", yes(sentence.headline));
    sink.add("p.voice", to_string(scene_->document.voice), relation);
    if (entry.pos == PartOfSpeech::verb && tree.is_passive(reading.token)) sink.add("p.passive", relation);
    if (tree[sentence.last - 1].form == "?") sink.add("p.question");
    if (scene_->attributions.innermost(reading.token) != kNone) sink.add("p.reported", relation);
}

/// How many sentences before the word the measure was last spoken of.
std::size_t CandidateFeatures::sentences_back(const Measure& measure, TokenIndex t) const {
    const std::uint32_t here = scene_->tree[t].sentence;
    std::size_t least = here + 1;
    for (const std::uint32_t m : measure.mentions) {
        const MeasureMention& mention = scene_->measures.mentions[m];
        if (mention.head < t) least = std::min<std::size_t>(least, here - mention.sentence);
    }
    return least;
}

/// Whether the sentence speaks of another measure that is laid on the entity.
bool CandidateFeatures::is_of_another(std::uint32_t measure, std::uint32_t entity, TokenIndex t) const {
    const auto& mentions = scene_->measures.mentions;
    const std::uint32_t sentence = scene_->tree[t].sentence;
    return std::any_of(mentions.begin(), mentions.end(), [&](const MeasureMention& mention) {
        if (mention.sentence != sentence || mention.measure == measure) return false;
        const auto laid = [&](const FrameSlot& slot) { return slot.entity == entity; };
        return std::any_of(mention.goods.begin(), mention.goods.end(), laid) ||
               std::any_of(mention.targets.begin(), mention.targets.end(), laid);
    });
}

void CandidateFeatures::argument(const PredicateReading& reading, std::string_view role,
                                 const EndReading& argument, FeatureSink sink) const {
    const Tree& tree = scene_->tree;
    const PredicateEntry& entry = *reading.entry;
    const std::string_view relation = scene_->ontology.relations()[entry.relation].name;
    const std::string_view pos = pos_name(entry.pos);
    const End& end = argument.end;
    const std::string_view kind = to_string(end.kind);
    sink.add("a.slot", role, pos, argument.slot);
    sink.add("a.slot", role, relation, argument.slot);
    sink.add("a.slot", role, relation, entry.lemma, argument.slot);
    sink.add("a.kind", role, relation, kind);
    sink.add("a.kind", role, kind, argument.slot.empty() ? "loose" : "slot");
    sink.add("a.rank", role, pos, bucket(argument.rank), yes(argument.slot.empty()));
    if (end.head != kNone) {
        const std::string_view side = end.head < reading.token ? "left" : "right";
        sink.add("a.path", role, argument.path);
        sink.add("a.path", role, pos, argument.path);
        sink.add("a.path", role, relation, argument.path);
        sink.add("a.steps", role, pos, bucket(argument.steps), yes(argument.slot.empty()));
        sink.add("a.distance", role, side, bucket(distance(end.head, reading.token)));
        sink.add("a.side", role, pos, relation, side);
        const std::string_view adposition = tree.adposition(tree.first_conjunct(end.head));
        sink.add("a.adposition", role, pos, adposition);
        sink.add("a.adposition", role, relation, adposition);
        sink.add("a.adposition", role, relation, entry.lemma, adposition);
        sink.add("a.deprel", role, pos, nlp::to_string(tree.relation(end.head)));
        sink.add("a.conjunct", role, yes(tree.relation(end.head) == Deprel::conj));
        for (std::size_t k = 0; k < reading.clauses.size(); ++k) {
            const TokenIndex subject =
                tree.child(reading.clauses[k], {Deprel::nsubj, Deprel::nsubj_pass, Deprel::nsubj_outer});
            if (subject != kNone && subject == tree.first_conjunct(end.head)) {
                const std::string_view level = bucket(k);
                sink.add("a.clause-subject", role, pos, level);
                sink.add("a.clause-subject", role, pos, level,
                         yes(tree.relation(subject) == Deprel::nsubj_pass), yes(argument.slot.empty()));
                sink.add("a.clause-subject", role, relation, level);
            }
        }
        const std::uint32_t attribution = scene_->attributions.innermost(reading.token);
        if (attribution != kNone && scene_->attributions.all()[attribution].source_head == end.head) {
            sink.add("a.speaker", role, yes(argument.slot.empty()));
            sink.add("a.speaker", role, relation);
        }
    } else {
        sink.add("a.elsewhere", role, relation);
    }
    if (end.measure != kNone) {
        const Measure& measure = scene_->measures.measures[end.measure];
        sink.add("a.type", role, relation, measure.type);
        sink.add("a.type", role, relation, entry.lemma, measure.type);
        sink.add("a.specific", role, relation, yes(measure.specific));
        sink.add("a.imposed", role, relation, yes(!measure.imposers.empty()));
        if (measure.proper) sink.add("a.proper", role, relation);
        if (end.head == kNone) {
            sink.add("a.mentions", role, relation, bucket(measure.mentions.size()));
            sink.add("a.sentences", role, relation, argument.slot,
                     bucket(sentences_back(measure, reading.token)));
        }
        const std::uint32_t at = end.head == kNone ? kNone : scene_->measures.mention_at(end.head);
        if (at != kNone) {
            const MeasureMention& mention = scene_->measures.mentions[at];
            sink.add("a.mention", role, yes(mention.specific), yes(mention.definite));
        }
        if (end.head != kNone) sink.add("a.head", role, relation, tree.lemma(end.head));
    } else if (end.entity != kNone) {
        const LinkedEntity& entity = scene_->entities.entities[end.entity];
        sink.add("a.type", role, relation, kind, entity.type);
        sink.add("a.type", role, kind, entity.type);
        sink.add("a.mentions", role, kind,
                 bucket(8 * entity.mentions.size() / std::max<std::size_t>(1, most_mentioned_)));
        if (entity.kind == EntityKind::commodity)
            sink.add("a.known", role, relation, yes(!entity.id.empty()));
        if (end.mention != kNone) {
            const EntityMention& mention = scene_->entities.mentions[end.mention];
            const std::string_view form = form_name(mention.form);
            sink.add("a.form", role, relation, form);
            sink.add("a.form", role, kind, form, yes(argument.slot.empty()));
            if (mention.place_reading) sink.add("a.place", role, relation);
            if (mention.modifier) sink.add("a.modifier", role, pos, yes(mention.possessive));
            if (!mention.members.empty()) sink.add("a.plural", role, relation);
        }
    } else if (end.head != kNone) {
        if (end.kind == EntityKind::commodity) {
            sink.add("a.known", role, "unlisted");
            sink.add("a.known", role, relation, "unlisted");
        }
        sink.add("a.topic", role, relation, tree.lemma(end.head));
        sink.add("a.topic-upos", role, relation, nlp::to_string(tree[end.head].upos));
        sink.add("a.words", role, bucket(end.range.size()));
    }
}

void CandidateFeatures::pair(const PredicateReading& reading, const EndReading& subject,
                             const EndReading& object, FeatureSink sink) const {
    const PredicateEntry& entry = *reading.entry;
    const std::string_view relation = scene_->ontology.relations()[entry.relation].name;
    const std::string_view pos = pos_name(entry.pos);
    const End& s = subject.end;
    const End& o = object.end;
    sink.add("b.slots", subject.slot, object.slot);
    sink.add("b.slots", relation, subject.slot, object.slot);
    sink.add("b.strict", relation, yes(!subject.slot.empty()), yes(!object.slot.empty()));
    sink.add("b.kinds", relation, to_string(s.kind), to_string(o.kind));
    sink.add("b.ranks", pos, bucket(subject.rank), bucket(object.rank));
    if (s.head != kNone && o.head != kNone) {
        std::string order;
        if (s.head == o.head) {
            order = "same";
        } else {
            order = s.head < o.head ? "so" : "os";
            order.insert(reading.token < std::min(s.head, o.head)   ? 0
                         : reading.token < std::max(s.head, o.head) ? 1
                                                                    : 2,
                         "p");
        }
        sink.add("b.order", pos, order);
        sink.add("b.order", relation, pos, order);
        if (s.range.first < o.range.last && o.range.first < s.range.last) sink.add("b.overlap", relation);
        std::uint32_t steps = 0;
        const std::string between = path(s.head, o.head, steps);
        if (steps <= 4) sink.add("b.path", relation, between);
        sink.add("b.steps", relation, bucket(steps));
    }
    if (o.measure != kNone && s.entity != kNone) {
        const Measure& measure = scene_->measures.measures[o.measure];
        const LinkedEntity& who = scene_->entities.entities[s.entity];
        const bool own = contains(measure.imposers, s.entity) ||
                         (who.country != kNone && contains(measure.imposers, who.country));
        sink.add("b.frame", relation, own ? "own" : measure.imposers.empty() ? "open" : "others");
        sink.add("b.frame", relation,
                 own                        ? "own"
                 : measure.imposers.empty() ? "open"
                                            : "others",
                 subject.slot.empty() ? "loose" : "slot");
        if (contains(measure.targets, s.entity)) sink.add("b.target", relation, yes(subject.slot.empty()));
    }
    if (s.measure != kNone && o.entity != kNone) {
        const Measure& measure = scene_->measures.measures[s.measure];
        const bool none = measure.targets.empty() && measure.goods.empty();
        if (!contains(measure.targets, o.entity) && !contains(measure.goods, o.entity)) {
            const std::string_view claimed = yes(is_of_another(s.measure, o.entity, reading.token));
            sink.add("b.claimed", relation, claimed);
            // "a duty on wheat and one on rice": each phrase has its own.
            if (const std::uint32_t m = scene_->measures.mention_at(reading.token); m != kNone) {
                const MeasureMention& mention = scene_->measures.mentions[m];
                sink.add("b.claimed", relation, claimed, yes(mention.goods.empty()),
                         yes(mention.targets.empty()));
            }
        }
        sink.add("b.laid", relation,
                 contains(measure.imposers, o.entity)  ? "imposer"
                 : contains(measure.targets, o.entity) ? "target"
                 : contains(measure.goods, o.entity)   ? "goods"
                 : none                                ? "open"
                                                       : "others",
                 subject.slot);
    }
    if (s.entity != kNone && o.entity != kNone) {
        const LinkedEntity& a = scene_->entities.entities[s.entity];
        const LinkedEntity& b = scene_->entities.entities[o.entity];
        const bool kin = a.country != kNone && (a.country == o.entity || a.country == b.country);
        const bool kin_back = b.country != kNone && b.country == s.entity;
        if (kin || kin_back) sink.add("b.kin", relation, kin_back ? "object" : "subject");
    }
}

}  // namespace claimgraph
