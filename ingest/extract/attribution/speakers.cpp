#include "ingest/extract/attribution/speakers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace claimgraph {
namespace {

/// The first mention that begins at `token` or later.
std::uint32_t first_mention_from(const DocumentEntities& entities, TokenIndex token) {
    const auto at = std::ranges::lower_bound(entities.mentions, token, {}, &EntityMention::first);
    return static_cast<std::uint32_t>(at - entities.mentions.begin());
}

/// The mention headed by `token`, or the name that holds it; a name may be parsed in two.
std::uint32_t mention_around(const Tree& tree, const DocumentEntities& entities, TokenIndex token) {
    const std::uint32_t mention = entities.mention_at(token);
    if (mention != kNone || tree[token].upos != Upos::propn) return mention;
    constexpr TokenIndex kLongestName = 12;
    for (std::uint32_t i = first_mention_from(entities, token < kLongestName ? 0 : token - kLongestName);
         i < entities.mentions.size() && entities.mentions[i].first <= token; ++i) {
        const EntityMention& m = entities.mentions[i];
        if (token < m.last && m.form == ReferenceForm::name && !m.modifier) return i;
    }
    return kNone;
}

bool is_named_person(const DocumentEntities& entities, std::uint32_t mention) {
    if (mention == kNone || entities.mentions[mention].form != ReferenceForm::name) return false;
    const LinkedEntity* entity = entities.entity_of(entities.mentions[mention]);
    return entity != nullptr && entity->people == 1;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

/// "many", "some", "others": sources by a quantity alone.
bool is_some(const Tree& tree, TokenIndex head) {
    static constexpr std::array<std::string_view, 8> kSome{"many", "some", "others", "several",
                                                           "both", "most", "few",    "none"};
    return is_one_of(lowered(tree[head].form), kSome);
}

/// The word of an office or profession as titles write it in full.
std::string office(std::string_view lemma) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kShort{
        {{"sen.", "senator"},
         {"rep.", "representative"},
         {"gov.", "governor"},
         {"pres.", "president"},
         {"amb.", "ambassador"},
         {"gen.", "general"},
         {"sec.", "secretary"},
         {"spokeswoman", "spokesman"},
         {"spokesperson", "spokesman"}}};
    std::string word = lowered(lemma);
    for (const auto& [from, to] : kShort) {
        if (word == from) return std::string(to);
    }
    return word;
}

/// Letters to change, add or take away between two words; counts no further than `limit`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

std::string_view last_word(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
}

class Resolver {
  public:
    Resolver(const Tree& tree, const DocumentEntities& entities) : tree_(tree), entities_(entities) {}

    std::optional<End> resolve(const AttributionSpans& spans) {
        std::optional<End> end = find_speaker(tree_, entities_, spans.source_head);
        if (const std::uint32_t name = name_at_end(spans, end); name != kNone)
            end = find_speaker(tree_, entities_, entities_.mentions[name].head);
        const nlp::Token& head = tree_[spans.source_head];
        std::uint32_t other = kNone;
        if (head.upos == Upos::pron) {
            // Whom the content has named is spoken of, and mostly does not speak.
            if (lowered(head.form) == "it" && end && end->mention != kNone &&
                is_in_content(spans, end->mention))
                end.reset();
            other = of_pronoun(spans.source_head);
        } else if (head.upos == Upos::noun && is_description(spans, end)) {
            other = of_description(spans.source_head);
        } else if (end) {
            other = of_misspelling(*end);
        }
        if (other != kNone) {
            if (!end) end.emplace();
            end->kind = entities_.entities[other].kind;
            end->entity = other;
            end->antecedent = mention_before(other, spans.source_head);
            if (end->range.empty()) end->range = {spans.source_head, spans.source_head + 1};
            end->head = spans.source_head;
        }
        // Who is quoted within a quotation, plans or feels has not taken the floor.
        if (end && spans.parent == kNone && spans.form == ContentForm::clause)
            last_ = {*end, head.sentence, spans.source_head};
        return end;
    }

  private:
    struct Last {
        End speaker;
        std::uint32_t sentence = kNone;
        TokenIndex head = kNone;
    };

    /// "The ambassador to Peru Ana Silva": the person whose name ends the phrase, when its head is not one.
    [[nodiscard]] std::uint32_t name_at_end(const AttributionSpans& spans,
                                            const std::optional<End>& end) const {
        if (!end || spans.source.empty() || tree_[spans.source_head].upos != Upos::propn) return kNone;
        if (end->entity != kNone && entities_.entities[end->entity].people == 1) return kNone;
        const TokenRange source = spans.source.front();
        for (std::uint32_t i = first_mention_from(entities_, source.first);
             i < entities_.mentions.size() && entities_.mentions[i].first < source.last; ++i) {
            const EntityMention& m = entities_.mentions[i];
            if (m.first > source.first && m.last == source.last && is_named_person(entities_, i)) return i;
        }
        return kNone;
    }

    [[nodiscard]] bool is_in_content(const AttributionSpans& spans, std::uint32_t mention) const {
        const std::uint32_t antecedent = entities_.mentions[mention].antecedent;
        return antecedent != kNone && spans.covers(entities_.mentions[antecedent].head);
    }

    [[nodiscard]] bool fits(std::uint32_t entity, std::string_view pronoun) const {
        const LinkedEntity& e = entities_.entities[entity];
        if (pronoun == "he") return e.people == 1 && e.gender != 'f';
        if (pronoun == "she") return e.people == 1 && e.gender != 'm';
        if (pronoun == "it") return e.people == 0;
        return pronoun == "they" && e.people == 2;
    }

    /// "He added" goes on with who spoke last.
    [[nodiscard]] std::uint32_t of_pronoun(TokenIndex head) const {
        if (last_.sentence == kNone || tree_[head].sentence - last_.sentence > 2) return kNone;
        if (last_.speaker.entity == kNone || !fits(last_.speaker.entity, lowered(tree_[head].form)))
            return kNone;
        return last_.speaker.entity;
    }

    /// A singular phrase with "the" that names nobody.
    [[nodiscard]] bool is_description(const AttributionSpans& spans, const std::optional<End>& end) const {
        const TokenIndex head = spans.source_head;
        if (tree_[head].morph.number == nlp::Number::plural) return false;
        if (end && end->entity != kNone) {
            const LinkedEntity& entity = entities_.entities[end->entity];
            if (!entity.id.empty() || entity.people == 2) return false;
            // A committee is no person.
            if (entity.people == 0 && !entity.type.empty() && entity.type != "unknown") return false;
            for (const std::uint32_t m : entity.mentions) {
                if (entities_.mentions[m].form == ReferenceForm::name) return false;
            }
        }
        const TokenIndex det = tree_.child(head, {Deprel::det});
        return det != kNone && lowered(tree_[det].form) == "the";
    }

    /// "vice" or "deputy" before the word of an office, or nothing.
    [[nodiscard]] std::string rank(TokenIndex t) const {
        static constexpr std::array<std::string_view, 5> kRanks{"vice", "deputy", "assistant", "acting",
                                                                "associate"};
        if (t == 0) return {};
        const std::string before = lowered(tree_[t - 1].form);
        return is_one_of(before, kRanks) ? before : std::string();
    }

    [[nodiscard]] std::string full_office(TokenIndex t) const { return rank(t) + office(tree_.lemma(t)); }

    /// Whether the words around a name give the person this office.
    [[nodiscard]] bool holds_office(std::uint32_t mention, std::string_view wanted) const {
        const EntityMention& m = entities_.mentions[mention];
        for (const TokenIndex c : tree_.children(m.head)) {
            const Deprel relation = tree_[c].deprel;
            if (relation != Deprel::nmod_desc && relation != Deprel::appos && relation != Deprel::compound)
                continue;
            if (full_office(c) == wanted) return true;
        }
        for (TokenIndex t = m.first; t > 0 && m.first - t < 2 && tree_.is_nominal(t - 1); --t) {
            if (full_office(t - 1) == wanted) return true;
        }
        const TokenIndex up = tree_.head(m.head);
        return tree_.base_relation(m.head) == Deprel::appos && up != kNone && full_office(up) == wanted;
    }

    /// The country that a description names ("the American leader"), or kNone.
    [[nodiscard]] std::uint32_t country_of(TokenIndex head) const {
        for (const TokenIndex c : tree_.children(head)) {
            const std::uint32_t m = c < head ? entities_.mention_at(c) : kNone;
            if (m == kNone || entities_.mentions[m].entity == kNone) continue;
            if (entities_.entities[entities_.mentions[m].entity].kind == EntityKind::country)
                return entities_.mentions[m].entity;
        }
        return kNone;
    }

    /// Whether the person may be of the country; true where either is unknown.
    [[nodiscard]] bool is_of(std::uint32_t person, std::uint32_t country) const {
        if (country == kNone) return true;
        bool known = entities_.entities[person].country != kNone;
        if (entities_.entities[person].country == country) return true;
        for (const Affiliation& a : entities_.affiliations) {
            if (a.actor != person || a.target == kNone) continue;
            if (a.target == country) return true;
            known = known || entities_.entities[a.target].kind == EntityKind::country;
        }
        return !known;
    }

    [[nodiscard]] std::uint32_t of_description(TokenIndex head) const {
        const std::string wanted = full_office(head);
        const std::uint32_t country = country_of(head);
        static constexpr std::array<std::string_view, 6> kLeaders{"president", "premier", "chancellor",
                                                                  "king",      "prime",   "chairman"};
        for (std::uint32_t i = static_cast<std::uint32_t>(entities_.mentions.size()); i-- > 0;) {
            const EntityMention& m = entities_.mentions[i];
            if (m.sentence + kReferenceSentences < tree_[head].sentence) break;
            if (m.first >= head || !is_named_person(entities_, i) || !is_of(m.entity, country)) continue;
            if (holds_office(i, wanted)) return m.entity;
            if (wanted == "leader" && std::ranges::any_of(kLeaders, [&](std::string_view title) {
                    return holds_office(i, title);
                })) {
                return m.entity;
            }
        }
        // Of somebody's trade ("the analyst"): who has just spoken.
        static constexpr std::array<std::string_view, 22> kPeople{
            "official",   "minister",  "spokesman",  "analyst",       "economist", "diplomat",
            "lawmaker",   "executive", "expert",     "professor",     "trader",    "farmer",
            "ambassador", "leader",    "senator",    "lawyer",        "speaker",   "author",
            "secretary",  "envoy",     "politician", "representative"};
        if (!is_one_of(wanted, kPeople) || last_.sentence == kNone ||
            tree_[head].sentence - last_.sentence > 2)
            return kNone;
        const std::uint32_t entity = last_.speaker.entity;
        const bool person = entity != kNone && entities_.entities[entity].people == 1;
        return person && is_of(entity, country) ? entity : kNone;
    }

    /// A surname found once beside a person whose name differs from it by a letter or two.
    [[nodiscard]] std::uint32_t of_misspelling(const End& end) const {
        constexpr std::size_t kShortest = 5;
        constexpr std::size_t kCommonStart = 4;
        std::string_view name = end.name;
        if (end.entity != kNone) {
            const LinkedEntity& entity = entities_.entities[end.entity];
            if (!entity.id.empty() || entity.kind != EntityKind::actor || entity.people == 2) return kNone;
            name = entity.name;
        } else if (tree_[end.head].upos != Upos::propn) {
            return kNone;
        }
        if (name.size() < kShortest || name.find(' ') != std::string_view::npos) return kNone;
        std::uint32_t found = kNone;
        for (std::uint32_t e = 0; e < entities_.entities.size(); ++e) {
            const LinkedEntity& other = entities_.entities[e];
            if (e == end.entity || other.people != 1 || other.name.find(' ') == std::string::npos) continue;
            const std::string_view surname = last_word(other.name);
            if (surname.substr(0, kCommonStart) != name.substr(0, kCommonStart) ||
                distance(surname, name, 2) > 2) {
                continue;
            }
            if (found != kNone) return kNone;
            found = e;
        }
        return found;
    }

    [[nodiscard]] std::uint32_t mention_before(std::uint32_t entity, TokenIndex head) const {
        std::uint32_t found = kNone;
        for (const std::uint32_t m : entities_.entities[entity].mentions) {
            const EntityMention& mention = entities_.mentions[m];
            if (mention.form == ReferenceForm::name && mention.first < head)
                found = std::max(found + 1, m + 1) - 1;
        }
        return found;
    }

    const Tree& tree_;
    const DocumentEntities& entities_;
    Last last_;
};

}  // namespace

std::optional<End> find_speaker(const Tree& tree, const DocumentEntities& entities, TokenIndex head) {
    std::uint32_t mention = mention_around(tree, entities, head);
    // "Its mines minister, Jean Kalala": the name says more than the office.
    if (!is_named_person(entities, mention)) {
        for (const TokenIndex c : tree.children(head)) {
            if (tree.base_relation(c) != Deprel::appos) continue;
            const std::uint32_t name = mention_around(tree, entities, c);
            if (is_named_person(entities, name)) mention = name;
        }
    }
    End end;
    if (mention != kNone && entities.mentions[mention].entity != kNone) {
        const EntityMention& m = entities.mentions[mention];
        end.entity = m.entity;
        end.kind = entities.entities[m.entity].kind;
        end.head = m.head;
        end.range = {m.first, m.last};
        end.mention = mention;
        if (end.kind == EntityKind::actor || end.kind == EntityKind::country) return end;
        if (tree[head].upos != Upos::propn) return {};
        end = {};  // a name that was taken for something else
    }
    const bool some = is_some(tree, head);
    if (!some && tree[head].upos != Upos::noun && tree[head].upos != Upos::propn) return {};
    end.kind = EntityKind::actor;
    end.head = head;
    TokenRange range = tree.phrase(head);
    if (some && tree.child(head, {Deprel::nmod}) == kNone) range = {head, head + 1};
    while (range.first < head && tree.relation(range.first) == Deprel::det) ++range.first;
    // A speaker is named before the first comma, and briefly.
    for (TokenIndex t = range.first + 1; t < range.last; ++t) {
        if (tree[t].upos == Upos::punct || t > std::max(head, range.first) + 5) range.last = t;
    }
    end.range = range;
    end.name = std::string(tree.text(range));
    return end;
}

Speakers::Speakers(const Tree& tree, const DocumentEntities& entities, const Attributions& attributions)
    : speakers_(attributions.all().size()) {
    Resolver resolver(tree, entities);
    for (std::size_t i = 0; i < speakers_.size(); ++i) {
        const AttributionSpans& spans = attributions.all()[i];
        if (spans.source_head != kNone) speakers_[i] = resolver.resolve(spans);
    }
}

}  // namespace claimgraph
