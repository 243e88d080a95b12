#include "ingest/extract/ends.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace claimgraph {
namespace {

constexpr int kMaxDepth = 4;

std::string lower(std::string_view text) {
    std::string out;
    for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

void push(std::vector<End>& out, End end) {
    if (std::find(out.begin(), out.end(), end) == out.end()) out.push_back(std::move(end));
}

}  // namespace

End Ends::of_measure(std::uint32_t mention) const {
    const MeasureMention& m = scene_->measures.mentions[mention];
    End end;
    end.kind = EntityKind::measure;
    end.head = m.head;
    end.range = m.range;
    end.measure = m.measure;
    return end;
}

End Ends::of_context(std::uint32_t entity) const {
    End end;
    end.kind = scene_->entities.entities[entity].kind;
    end.entity = entity;
    return end;
}

bool Ends::fits(std::uint32_t mention, std::uint8_t traits) const {
    return traits == 0 || (scene_->measures.mentions[mention].type->traits & traits) != 0;
}

TokenIndex Ends::of_complement(TokenIndex t) const {
    const Tree& tree = scene_->tree;
    for (const TokenIndex c : tree.children(t)) {
        if (tree.base_relation(c) == Deprel::nmod &&
            (tree.adposition(c) == "of" || tree.adposition(c) == "in"))
            return c;
    }
    return kNone;
}

End Ends::topic(TokenIndex t) const {
    const Tree& tree = scene_->tree;
    End end;
    end.kind = EntityKind::topic;
    end.head = t;
    TokenRange range = tree.phrase(t);
    while (range.first < t &&
           (tree.relation(range.first) == Deprel::det || tree[range.first].upos == Upos::punct ||
            tree.relation(range.first) == Deprel::case_ || tree.relation(range.first) == Deprel::nmod_poss)) {
        if (tree.relation(range.first) == Deprel::nmod_poss && tree[range.first].upos != Upos::pron) break;
        ++range.first;
    }
    // Keeps what is near: a topic is named by its head and its first phrase.
    range.last = std::min(range.last, t + 9);
    while (range.last > t + 1 && tree[range.last - 1].upos == Upos::punct) --range.last;
    end.range = range;
    for (TokenIndex i = range.first; i < range.last; ++i) {
        if (i > range.first && tree[i - 1].space_after) end.name += ' ';
        end.name += tree[i].form;
    }
    return end;
}

/// Goods that the linker does not know, named by their words without amount and origin ("teapots" of "a dozen
/// teapots from Scotland").
End Ends::unknown_goods(TokenIndex t) const {
    const Tree& tree = scene_->tree;
    End end = topic(t);
    end.kind = EntityKind::commodity;
    for (const TokenIndex c : tree.children(t)) {
        const TokenIndex first = tree.subtree(c).first;
        if (c > t && tree.adposition(c) != "of") end.range.last = std::min(end.range.last, first);
        if (c < t && tree.base_relation(c) == Deprel::nummod)
            end.range.first = std::max(end.range.first, tree.subtree(c).last);
    }
    end.range.last = std::max(end.range.last, t + 1);
    end.range.first = std::min(end.range.first, t);
    end.name = std::string(tree.text(end.range));
    return end;
}

/// "cost Russia billions of dollars": money and shares are no ends.
bool Ends::is_amount(TokenIndex t) const {
    if (transparent_->is_money(scene_->tree.lemma(t))) return true;
    const auto& quantities = scene_->quantities;
    const auto after = std::ranges::upper_bound(quantities, t, {}, &QuantityMention::first);
    if (after == quantities.begin()) return false;
    const QuantityMention& quantity = *std::prev(after);
    return t < quantity.last &&
           (quantity.kind == QuantityMention::Kind::money || quantity.kind == QuantityMention::Kind::percent);
}

void Ends::at(TokenIndex t, KindSet wanted, std::uint8_t traits, std::vector<End>& out, bool places,
              int depth) const {
    if (depth > kMaxDepth) return;
    const Tree& tree = scene_->tree;
    const std::uint32_t measure = scene_->measures.mention_at(t);
    if (measure != kNone && wanted.has(EntityKind::measure) && fits(measure, traits)) {
        push(out, of_measure(measure));
        return;
    }
    const std::uint32_t mention = scene_->entities.mention_at(t);
    if (mention != kNone) {
        const EntityMention& m = scene_->entities.mentions[mention];
        const bool place = !places && m.place_reading && tree.base_relation(t) == Deprel::obl;
        bool found = false;
        const auto add = [&](std::uint32_t entity) {
            const EntityKind kind = scene_->entities.entities[entity].kind;
            if (!wanted.has(kind) || place) return;
            push(out, End{kind, m.head, {m.first, m.last}, entity, mention, kNone, {}});
            found = true;
        };
        if (m.entity != kNone) {
            const LinkedEntity& linked = scene_->entities.entities[m.entity];
            // "shipments of steel" is about the steel.
            const bool hand_on = linked.kind == EntityKind::commodity && linked.core == linked.name &&
                                 transparent_->hands_on(tree.lemma(t), "commodity") &&
                                 of_complement(t) != kNone;
            if (!hand_on) add(m.entity);
        }
        for (const std::uint32_t member : m.members) add(member);
        if (found) return;
    }
    // A deed done to a measure stands for the measure ("a tariff hike").
    if (wanted.has(EntityKind::measure)) {
        for (const TokenIndex c : tree.children(t)) {
            if (tree.relation(c) == Deprel::compound && scene_->measures.mention_at(c) != kNone &&
                fits(scene_->measures.mention_at(c), traits)) {
                push(out, of_measure(scene_->measures.mention_at(c)));
                return;
            }
        }
    }
    const std::string lemma = lower(tree.lemma(t));
    const TokenIndex inner = of_complement(t);
    if (inner != kNone && measure == kNone &&
        ((wanted.has(EntityKind::measure) && transparent_->hands_on(lemma, "measure")) ||
         (wanted.has(EntityKind::commodity) && transparent_->hands_on(lemma, "commodity")) ||
         transparent_->hands_on(lemma, "any"))) {
        const std::size_t before = out.size();
        for (const TokenIndex part : tree.conjuncts(inner)) at(part, wanted, traits, out, places, depth + 1);
        if (out.size() > before) return;
    }
    if (wanted.has(EntityKind::topic) && mention == kNone && !is_amount(t) &&
        (tree[t].upos == Upos::noun || tree[t].upos == Upos::propn)) {
        push(out, topic(t));
    } else if (wanted.has(EntityKind::commodity) && !wanted.has(EntityKind::measure) && mention == kNone &&
               measure == kNone && tree[t].upos == Upos::noun &&
               !transparent_->hands_on(lemma, "commodity") && !transparent_->hands_on(lemma, "any")) {
        // What is bought and sold is goods, known or not.
        push(out, unknown_goods(t));
    }
}

void Ends::of_frames(const std::vector<std::uint32_t>& mentions, bool imposer, KindSet wanted,
                     std::vector<End>& out) const {
    for (const std::uint32_t m : mentions) {
        const MeasureMention& mention = scene_->measures.mentions[m];
        const auto& slots = imposer ? mention.imposers : mention.targets;
        const Measure& whole = scene_->measures.measures[mention.measure];
        if (!slots.empty()) {
            for (const FrameSlot& slot : slots) {
                if (!wanted.has(scene_->entities.entities[slot.entity].kind)) continue;
                const EntityMention& em = scene_->entities.mentions[slot.mention];
                push(out, End{scene_->entities.entities[slot.entity].kind,
                              em.head,
                              {em.first, em.last},
                              slot.entity,
                              slot.mention,
                              kNone,
                              {}});
            }
        } else {
            for (const std::uint32_t entity : imposer ? whole.imposers : whole.targets) {
                if (!wanted.has(scene_->entities.entities[entity].kind)) continue;
                push(out, of_context(entity));
                break;  // the first alone
            }
        }
    }
}

std::vector<std::uint32_t> Ends::measures_among(const std::vector<TokenIndex>& heads) const {
    std::vector<std::uint32_t> out;
    for (const TokenIndex t : heads) {
        if (scene_->measures.mention_at(t) != kNone) out.push_back(scene_->measures.mention_at(t));
    }
    return out;
}

std::vector<End> Ends::of_sentence(std::uint32_t sentence) const {
    const Tree& tree = scene_->tree;
    const nlp::Sentence& range = tree.analysis().sentences[sentence];
    std::vector<End> out;
    TokenIndex named = range.first;  // words before it belong to a name
    for (TokenIndex t = range.first; t < range.last; ++t) {
        const std::uint32_t mention = scene_->entities.mention_at(t);
        const std::uint32_t measure = scene_->measures.mention_at(t);
        if (measure != kNone) {
            push(out, of_measure(measure));
            named = std::max(named, scene_->measures.mentions[measure].head + 1);
        }
        if (mention != kNone) {
            const EntityMention& m = scene_->entities.mentions[mention];
            if (m.form == ReferenceForm::name) named = std::max(named, m.last);
            const auto add = [&](std::uint32_t entity) {
                push(out, End{scene_->entities.entities[entity].kind,
                              m.head,
                              {m.first, m.last},
                              entity,
                              mention,
                              kNone,
                              {}});
            };
            if (m.entity != kNone) add(m.entity);
            for (const std::uint32_t member : m.members) add(member);
        }
        const Deprel relation = tree.base_relation(t);
        if (mention == kNone && measure == kNone && t >= named && !is_amount(t) &&
            (tree[t].upos == Upos::noun || tree[t].upos == Upos::propn) && relation != Deprel::compound &&
            relation != Deprel::flat && relation != Deprel::fixed)
            out.push_back(topic(t));
    }
    return out;
}

}  // namespace claimgraph
