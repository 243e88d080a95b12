#include "ingest/extract/measure_frames.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace claimgraph {
namespace {

/// Adpositions that lead from a measure to whom it is aimed at or what it is laid on.
constexpr std::array<std::string_view, 6> kAimed{"on", "against", "over", "upon", "for", "to"};

bool is_quantity_token(const nlp::Token& token) {
    return token.upos == Upos::num || token.upos == Upos::sym || token.form == "%" ||
           token.lemma == "percent" || token.lemma == "pct" || token.lemma == "billion" ||
           token.lemma == "million" || token.lemma == "dlrs";
}

bool contains(const std::vector<std::uint32_t>& list, std::uint32_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

void add_unique(std::vector<std::uint32_t>& list, std::uint32_t value) {
    if (!contains(list, value)) list.push_back(value);
}

void add_slot(std::vector<FrameSlot>& slots, FrameSlot slot) {
    for (const FrameSlot& have : slots) {
        if (have.entity == slot.entity) return;
    }
    slots.push_back(slot);
}

std::string slug(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (std::isalnum(u) != 0 || u >= 0x80) {
            out += static_cast<char>(std::tolower(u));
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

/// Works on one document.
class Reader {
  public:
    Reader(const Ontology& ontology, const PhraseIndex& names, const Tree& tree,
           const DocumentEntities& entities, const std::vector<QuantityMention>& quantities)
        : ontology_(ontology),
          names_(names),
          tree_(tree),
          entities_(entities),
          quantities_(quantities),
          arguments_(tree) {
        out_.by_head.assign(tree.size(), kNone);
        quantity_at_.assign(tree.size(), kNone);
        for (std::uint32_t q = 0; q < quantities.size(); ++q) {
            for (TokenIndex t = quantities[q].first; t < quantities[q].last; ++t) quantity_at_[t] = q;
        }
    }

    Measures run(const std::vector<bool>& skipped) {
        find_named(skipped);
        for (TokenIndex t = 0; t < tree_.size(); ++t) {
            if (skipped[tree_[t].sentence] || out_.by_head[t] != kNone || named_inside_.contains(t)) continue;
            if (const MeasureType* type = measure_type(t)) read_mention(t, *type);
        }
        std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return out_.mentions[a].head < out_.mentions[b].head;
        });
        for (const std::uint32_t m : order_) cluster(m);
        finish();
        return std::move(out_);
    }

  private:
    void find_named(const std::vector<bool>& skipped) {
        const PhraseWords words = names_.words(tree_.analysis());
        std::vector<PhraseIndex::Match> matches;
        for (std::uint32_t s = 0; s < tree_.analysis().sentences.size(); ++s) {
            if (skipped[s]) continue;
            matches.clear();
            names_.match(words, s, matches);
            TokenIndex covered = 0;
            for (const PhraseIndex::Match& match : matches) {
                if (match.first < covered) continue;
                covered = match.last;
                TokenIndex head = match.first;
                for (TokenIndex t = match.first; t < match.last; ++t) {
                    named_inside_.insert(t);
                    const TokenIndex up = tree_.head(t);
                    if (up == kNone || up < match.first || up >= match.last) head = t;
                }
                const NamedMeasure& named = ontology_.named_measures()[match.value];
                MeasureMention mention;
                mention.head = head;
                mention.range = {match.first, match.last};
                mention.type = ontology_.measure(named.type);
                if (mention.type == nullptr) continue;
                mention.core = mention.name = named.name;
                mention.proper = mention.definite = mention.specific = true;
                add(std::move(mention));
            }
        }
    }

    /// The type of measure that the noun `t` names where it stands, or null.
    const MeasureType* measure_type(TokenIndex t) const {
        const nlp::Token& token = tree_[t];
        if (token.upos != Upos::noun && token.upos != Upos::propn) return nullptr;
        const MeasureType* type = lookup(token);
        if (type == nullptr) return nullptr;
        const Deprel relation = tree_.base_relation(t);
        const TokenIndex head = tree_.head(t);
        if (relation == Deprel::compound && head != kNone && head > t) {
            // "tariff hike": the deed's noun governs the measure; "tariff policy" is a policy, "tariff war"
            // none.
            if (lookup(tree_[head]) != nullptr) return nullptr;
            bool deed = false;
            for (const PredicateEntry& entry : ontology_.predicates(PartOfSpeech::noun, tree_.lemma(head))) {
                for (const Slot& slot : entry.object) deed = deed || slot.kind == Slot::Kind::compound;
            }
            if (!deed) return nullptr;
        }
        if (relation == Deprel::flat || relation == Deprel::fixed) return nullptr;
        if ((type->traits & kWeak) != 0 && (!has_modifier(t) || hands_on(t))) return nullptr;
        if (const std::uint32_t mention = entities_.mention_at(t); mention != kNone) {
            const LinkedEntity* entity = entities_.entity_of(entities_.mentions[mention]);
            // An institution's proper name ("Commission", "Customs Union") is no measure.
            if (entity != nullptr && entity->kind != EntityKind::measure && token.upos == Upos::propn)
                return nullptr;
        }
        return type;
    }

    const MeasureType* lookup(const nlp::Token& token) const {
        if (const MeasureType* type = ontology_.measure(token.lemma)) return type;
        std::string lower;
        for (const char c : token.lemma)
            lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (const MeasureType* type = ontology_.measure(lower)) return type;
        if (lower.size() > 2 && lower.back() == 's') {
            lower.pop_back();
            return ontology_.measure(lower);
        }
        return nullptr;
    }

    /// "plans for tariffs", "a package of sanctions": the measure is what the phrase names.
    bool hands_on(TokenIndex t) const {
        for (const TokenIndex c : tree_.children(t)) {
            // "its plan to impose a fee": the deed, not the plan.
            if ((tree_.relation(c) == Deprel::acl || tree_.relation(c) == Deprel::xcomp) &&
                tree_.child(c, {Deprel::mark}) != kNone &&
                !ontology_.predicates(PartOfSpeech::verb, tree_.lemma(c)).empty()) {
                return true;
            }
            const std::string_view adposition = tree_.adposition(c);
            if (tree_.base_relation(c) != Deprel::nmod || (adposition != "of" && adposition != "for"))
                continue;
            if (const MeasureType* inner = lookup(tree_[c]);
                inner != nullptr && (inner->traits & kInstrument) != 0)
                return true;
        }
        return false;
    }

    bool has_modifier(TokenIndex t) const {
        for (const TokenIndex c : tree_.children(t)) {
            switch (tree_.base_relation(c)) {
                case Deprel::compound:
                    return true;
                case Deprel::amod:
                    if (!tree_.is_lemma(c, {"new", "other", "such", "further", "first", "next", "same",
                                            "similar", "own", "tough", "strong", "major", "big", "key",
                                            "certain", "various", "several", "possible"})) {
                        return true;
                    }
                    break;
                case Deprel::nmod:
                    if (!tree_.adposition(c).empty() || tree_.relation(c) == Deprel::nmod_poss) return true;
                    break;
                default:
                    break;
            }
        }
        return false;
    }

    std::uint32_t entity_at(TokenIndex t, std::uint32_t& mention) const {
        mention = entities_.mention_at(t);
        return mention == kNone ? kNone : entities_.mentions[mention].entity;
    }

    /// Adds what the noun phrase headed by `t` says to the frame: a party as target, goods with their origin.
    void read_aimed(TokenIndex t, MeasureMention& frame) const {
        std::uint32_t mention = kNone;
        const std::uint32_t first = entity_at(t, mention);
        const bool goods = first != kNone && entities_.entities[first].kind == EntityKind::commodity;
        for (const TokenIndex part : tree_.conjuncts(t)) {
            const std::uint32_t entity = entity_at(part, mention);
            // "a ban on onion exports, and Kenya ...": a party after goods begins something else.
            if (part != t && goods && entity != kNone &&
                entities_.entities[entity].kind != EntityKind::commodity)
                break;
            read_aimed_one(part, frame, 0);
        }
    }

    void read_aimed_one(TokenIndex t, MeasureMention& frame, int depth) const {
        std::uint32_t mention = kNone;
        const std::uint32_t entity = entity_at(t, mention);
        if (mention != kNone && entity == kNone) {
            for (const std::uint32_t member : entities_.mentions[mention].members)
                add_slot(frame.targets, {member, mention});
        }
        if (entity != kNone) {
            const LinkedEntity& linked = entities_.entities[entity];
            if (linked.kind == EntityKind::country || linked.kind == EntityKind::actor) {
                add_slot(frame.targets, {entity, mention});
                return;
            }
            if (linked.kind == EntityKind::commodity) {
                add_slot(frame.goods, {entity, mention});
                // Whose goods they are: "Chinese goods", "China's exports", "goods from China".
                if (linked.country != kNone) add_slot(frame.targets, {linked.country, mention});
            }
        }
        read_goods_modifiers(t, frame);
        for (const TokenIndex c : tree_.children(t)) {
            const Deprel relation = tree_.base_relation(c);
            if (relation == Deprel::nmod && depth < 3) {
                const std::string_view adposition = tree_.adposition(c);
                if (tree_.relation(c) == Deprel::nmod_poss || adposition == "from") {
                    for (const TokenIndex part : tree_.conjuncts(c)) {
                        std::uint32_t owner_mention = kNone;
                        const std::uint32_t owner = entity_at(part, owner_mention);
                        if (owner != kNone && entities_.entities[owner].kind == EntityKind::country) {
                            add_slot(frame.targets, {owner, owner_mention});
                        }
                    }
                } else if (adposition == "of" || adposition == "include" || adposition == "like" ||
                           adposition == "such" || adposition == "such_as" || adposition == "including" ||
                           adposition == "in") {
                    for (const TokenIndex part : tree_.conjuncts(c)) read_goods_only(part, frame);
                    if (adposition == "of" && entity == kNone) {
                        for (const TokenIndex part : tree_.conjuncts(c))
                            read_aimed_one(part, frame, depth + 1);
                    }
                }
            }
            // "goods worth $3bn, including pork and wine"
            if ((relation == Deprel::acl || relation == Deprel::appos) && depth < 3 && entity != kNone) {
                if (tree_.is_lemma(c, {"include", "range"})) {
                    for (const TokenIndex object : arguments_.objects(c)) read_goods_only(object, frame);
                }
            }
        }
    }

    /// "Chinese steel imports": whose goods they are, and the goods inside the phrase.
    void read_goods_modifiers(TokenIndex t, MeasureMention& frame) const {
        std::uint32_t own = kNone;
        const std::uint32_t goods = entity_at(t, own);
        const bool commodity = goods != kNone && entities_.entities[goods].kind == EntityKind::commodity;
        for (const TokenIndex c : tree_.children(t)) {
            const Deprel relation = tree_.base_relation(c);
            if (c > t ||
                (relation != Deprel::amod && relation != Deprel::compound && relation != Deprel::nmod))
                continue;
            for (const TokenIndex part : tree_.conjuncts(c)) {
                std::uint32_t mention = kNone;
                const std::uint32_t entity = entity_at(part, mention);
                if (entity == kNone) continue;
                const EntityKind kind = entities_.entities[entity].kind;
                if (kind == EntityKind::commodity) add_slot(frame.goods, {entity, mention});
                if (kind == EntityKind::country && commodity) add_slot(frame.targets, {entity, mention});
            }
        }
    }

    void read_goods_only(TokenIndex t, MeasureMention& frame) const {
        std::uint32_t mention = kNone;
        const std::uint32_t entity = entity_at(t, mention);
        if (entity != kNone && entities_.entities[entity].kind == EntityKind::commodity) {
            add_slot(frame.goods, {entity, mention});
        }
        read_goods_modifiers(t, frame);
    }

    void add_imposers(MeasureMention& frame, const std::vector<TokenIndex>& heads) const {
        for (const TokenIndex t : heads) {
            std::uint32_t mention = kNone;
            const std::uint32_t entity = entity_at(t, mention);
            if (mention == kNone) continue;
            if (entity == kNone) {
                for (const std::uint32_t member : entities_.mentions[mention].members)
                    add_slot(frame.imposers, {member, mention});
                continue;
            }
            const EntityKind kind = entities_.entities[entity].kind;
            if (kind == EntityKind::country || kind == EntityKind::actor)
                add_slot(frame.imposers, {entity, mention});
        }
    }

    /// A word that stands for the country before a noun as an adjective does ("US", "EU", "Chinese").
    bool is_adjectival(const EntityMention& mention) const {
        if (mention.form == ReferenceForm::adjective) return true;
        const nlp::Token& token = tree_[mention.head];
        return std::all_of(token.form.begin(), token.form.end(),
                           [](unsigned char c) { return std::isupper(c) != 0 || c == '.'; }) &&
               token.form.size() <= 4;
    }

    void read_premodifiers(TokenIndex t, MeasureMention& frame) const {
        for (const TokenIndex c : tree_.children(t)) {
            const Deprel relation = tree_.base_relation(c);
            if (relation == Deprel::nmod && tree_.relation(c) == Deprel::nmod_poss) {
                add_imposers(frame, tree_.conjuncts(c));
                continue;
            }
            if (relation != Deprel::amod && relation != Deprel::compound &&
                !(relation == Deprel::nmod && c < t))
                continue;
            for (const TokenIndex part : tree_.conjuncts(c)) {
                std::uint32_t mention = kNone;
                const std::uint32_t entity = entity_at(part, mention);
                if (entity == kNone) continue;
                const EntityKind kind = entities_.entities[entity].kind;
                if (kind == EntityKind::commodity) {
                    add_slot(frame.goods, {entity, mention});
                } else if (kind == EntityKind::country) {
                    if (is_adjectival(entities_.mentions[mention])) {
                        add_slot(frame.imposers, {entity, mention});
                    } else {
                        add_slot(frame.targets, {entity, mention});
                    }
                } else if (kind == EntityKind::actor) {
                    add_slot(frame.imposers, {entity, mention});
                }
            }
        }
    }

    /// Reads the phrases that hang on `site` after the measure's head.
    void read_aimed_phrases(TokenIndex site, TokenIndex after, MeasureMention& frame,
                            std::vector<TokenIndex>* phrases) const {
        for (const TokenIndex c : tree_.children(site)) {
            const Deprel relation = tree_.base_relation(c);
            if ((relation != Deprel::nmod && relation != Deprel::obl) || c < after) continue;
            const std::string_view adposition = tree_.adposition(c);
            if (adposition == "by") {
                if (relation == Deprel::nmod) add_imposers(frame, tree_.conjuncts(c));
                continue;
            }
            const bool instrument = (frame.type->traits & (kInstrument | kPause)) != 0;
            const bool aimed = std::find(kAimed.begin(), kAimed.end(), adposition) != kAimed.end();
            if (aimed && instrument &&
                (relation == Deprel::nmod || adposition == "on" || adposition == "against")) {
                read_aimed(c, frame);
                if (phrases != nullptr) phrases->push_back(c);
            } else if ((adposition == "of" || adposition == "on" || adposition == "for") &&
                       relation == Deprel::nmod) {
                for (const TokenIndex part : tree_.conjuncts(c)) read_goods_only(part, frame);
                if (phrases != nullptr && !is_measured(c)) phrases->push_back(c);
            } else if (relation == Deprel::nmod &&
                       (adposition == "with" || adposition == "between" || adposition == "under" ||
                        adposition == "to" || adposition == "from")) {
                if (phrases != nullptr) phrases->push_back(c);
                if (adposition == "with" || adposition == "between") {
                    for (const TokenIndex part : tree_.conjuncts(c)) read_goods_only(part, frame);
                }
            }
        }
    }

    /// The complement is an amount ("a tariff of 25%").
    bool is_measured(TokenIndex t) const { return is_quantity_token(tree_[t]) || quantity_at_[t] != kNone; }

    /// Words of [first, last) without articles, amounts and possessives, spaced as in the text.
    std::string words(const std::vector<TokenIndex>& tokens) const {
        std::string out;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const nlp::Token& token = tree_[tokens[i]];
            if (i > 0 && (tokens[i] != tokens[i - 1] + 1 || tree_[tokens[i - 1]].space_after)) out += ' ';
            out += token.form;
        }
        return out;
    }

    void collect_name_tokens(TokenIndex t, std::vector<TokenIndex>& out, bool drop_imposer,
                             const MeasureMention& frame) const {
        const TokenRange phrase = premodified(t);
        for (TokenIndex i = phrase.first; i <= t; ++i) {
            if (i == t) {
                out.push_back(i);
                continue;
            }
            // The branch of the noun phrase that the word is in.
            TokenIndex branch = i;
            while (tree_.head(branch) != t && tree_.head(branch) != kNone) branch = tree_.head(branch);
            const Deprel relation = tree_.base_relation(branch);
            if (relation == Deprel::det || relation == Deprel::nummod ||
                tree_.relation(branch) == Deprel::nmod_poss || relation == Deprel::punct ||
                relation == Deprel::case_ || relation == Deprel::advmod || relation == Deprel::mark) {
                continue;
            }
            if (is_quantity_token(tree_[i]) || quantity_at_[i] != kNone || is_quantity_token(tree_[branch]))
                continue;
            if (tree_.is_lemma(branch, {"planned", "proposed", "threatened", "further", "additional", "other",
                                        "such", "own", "same", "some", "many"}))
                continue;
            if (drop_imposer) {
                const bool imposer =
                    std::any_of(frame.imposers.begin(), frame.imposers.end(), [&](const FrameSlot& slot) {
                        const EntityMention& m = entities_.mentions[slot.mention];
                        return m.first <= i && i < m.last;
                    });
                if (imposer) continue;
            }
            out.push_back(i);
        }
    }

    /// The part of the noun phrase up to its head.
    TokenRange premodified(TokenIndex t) const {
        TokenIndex first = t;
        for (const TokenIndex c : tree_.children(t)) {
            const Deprel relation = tree_.base_relation(c);
            if (c > t || relation == Deprel::punct || relation == Deprel::cc || relation == Deprel::conj ||
                relation == Deprel::parataxis || relation == Deprel::nsubj || relation == Deprel::cop ||
                relation == Deprel::aux || relation == Deprel::acl) {
                continue;
            }
            first = std::min(first, tree_.subtree(c).first);
        }
        return {first, t + 1};
    }

    /// The words of an aimed phrase: "on" + the goods without article and amount.
    std::string phrase_words(TokenIndex t) const {
        std::vector<TokenIndex> tokens;
        const TokenRange range = tree_.subtree(t);
        const TokenIndex last = std::min(range.last, t + 12);
        for (TokenIndex i = range.first; i < last; ++i) {
            if (i > t) {
                // Clauses and asides end the name; conjuncts and inner phrases belong to it.
                TokenIndex up = i;
                bool stop = false;
                while (up != t && up != kNone) {
                    const Deprel relation = tree_.base_relation(up);
                    if (relation == Deprel::acl || relation == Deprel::appos ||
                        relation == Deprel::parataxis || relation == Deprel::advcl ||
                        relation == Deprel::obl || relation == Deprel::ccomp || relation == Deprel::dep) {
                        stop = true;
                    }
                    up = tree_.head(up);
                }
                if (stop) break;
            }
            const nlp::Token& token = tree_[i];
            const Deprel relation = tree_.base_relation(i);
            if (i > t && relation == Deprel::cc && token.lemma == "but") break;
            if (i > t && token.form == "," && i + 1 < last && tree_[i + 1].upos == Upos::cconj &&
                ends_list(t, i))
                break;
            if (relation == Deprel::det && !tree_.is_lemma(i, {"all", "both", "each"})) continue;
            if (quantity_at_[i] != kNone || is_quantity_token(token)) continue;
            if (token.lemma == "worth" || (token.lemma == "of" && !tokens.empty() && tokens.size() == 1))
                continue;
            if (token.upos == Upos::punct && token.form != "-" && token.form != "," && token.form != "'")
                continue;
            tokens.push_back(i);
        }
        while (!tokens.empty() &&
               (tree_[tokens.back()].upos == Upos::punct ||
                tree_.base_relation(tokens.back()) == Deprel::cc || tree_[tokens.back()].upos == Upos::adp)) {
            tokens.pop_back();
        }
        return tokens.size() > 1 ? words(tokens) : std::string{};
    }

    /// After the comma at `comma` goes on something of another kind than the phrase of `t` names.
    bool ends_list(TokenIndex t, TokenIndex comma) const {
        const auto kind = [&](TokenIndex at) {
            std::uint32_t mention = kNone;
            const std::uint32_t entity = entity_at(at, mention);
            return entity == kNone ? EntityKind::topic : entities_.entities[entity].kind;
        };
        for (const TokenIndex c : tree_.conjuncts(t)) {
            if (c > comma) return kind(c) != kind(t);
        }
        return false;
    }

    void read_mention(TokenIndex t, const MeasureType& type) {
        MeasureMention frame;
        frame.head = t;
        frame.type = &type;
        frame.range = premodified(t);
        while (frame.range.first < t && (tree_.relation(frame.range.first) == Deprel::det ||
                                         tree_[frame.range.first].upos == Upos::punct)) {
            ++frame.range.first;
        }
        const TokenIndex determiner = tree_.child(t, {Deprel::det});
        frame.definite =
            (determiner != kNone && tree_.is_lemma(determiner, {"the", "this", "that", "these", "those"})) ||
            tree_.child(t, {Deprel::nmod_poss}) != kNone;
        std::vector<TokenIndex> phrases;
        read_premodifiers(t, frame);
        read_aimed_phrases(t, t, frame, &phrases);
        TokenIndex site = t;
        if (tree_.relation(t) == Deprel::compound && tree_.head(t) != kNone) {
            site = tree_.head(t);
            read_premodifiers(site, frame);
            read_aimed_phrases(site, site, frame, &phrases);
            const TokenIndex outer = tree_.child(site, {Deprel::det});
            frame.definite =
                frame.definite ||
                (outer != kNone && tree_.is_lemma(outer, {"the", "this", "that", "these", "those"}));
        }
        read_governor(site, t, frame, phrases);
        read_clauses(t, frame, phrases);
        for (const TokenIndex c : tree_.children(t)) {
            // A conjunct before shares the phrase after the last ("quotas and duties on steel").
            if (tree_.relation(c) == Deprel::conj && phrases.empty() && lookup(tree_[c]) != nullptr) {
                read_aimed_phrases(c, c, frame, &phrases);
            }
        }
        read_rates(t, site, frame);

        std::vector<TokenIndex> core;
        bool has_phrase = false;
        std::string tail;
        for (const TokenIndex phrase : phrases) {
            if (has_phrase) break;  // the first phrase names it
            const std::string text = phrase_words(phrase);
            if (!text.empty()) {
                tail = " " + text;
                has_phrase = true;
            }
        }
        collect_name_tokens(t, core, has_phrase, frame);
        frame.core = words(core);
        frame.name = frame.core + tail;
        frame.specific = core.size() > 1 || has_phrase || !frame.targets.empty() || !frame.goods.empty();
        frame.proper = tree_[t].upos == Upos::propn && core.size() > 1 &&
                       !tree_.analysis().sentences[tree_[t].sentence].headline;
        add(std::move(frame));
    }

    /// The verb over the measure: its subject imposes it, its phrases may aim it.
    void read_governor(TokenIndex site, TokenIndex head, MeasureMention& frame,
                       std::vector<TokenIndex>& phrases) const {
        const TokenIndex verb = arguments_.support_verb(site);
        if (verb == kNone || tree_.relation(tree_.first_conjunct(site)) == Deprel::obl) return;
        const auto& senses = ontology_.predicates(PartOfSpeech::verb, tree_.lemma(verb));
        const bool imposing = std::any_of(senses.begin(), senses.end(), [&](const PredicateEntry& entry) {
            const std::string& name = ontology_.relations()[entry.relation].name;
            return name == "imposes" || name == "raises" || name == "reduces" || name == "removes" ||
                   name == "suspends" || name == "delays";
        });
        if (!imposing) return;
        if (frame.imposers.empty() && (frame.type->traits & kInstrument) != 0)
            add_imposers(frame, arguments_.subjects(verb));
        if (frame.targets.empty() && frame.goods.empty()) read_aimed_phrases(verb, head, frame, &phrases);
    }

    /// "tariffs imposed by China on US goods", "sanctions targeting banks", "duties that hit steel".
    void read_clauses(TokenIndex t, MeasureMention& frame, std::vector<TokenIndex>& phrases) const {
        for (const TokenIndex c : tree_.children(t)) {
            if (tree_.base_relation(c) != Deprel::acl || !tree_.is_verbal(c)) continue;
            const bool passive = tree_.is_passive(c);
            if (passive || arguments_.objects(c) == std::vector<TokenIndex>{t}) {
                if (frame.imposers.empty()) add_imposers(frame, arguments_.subjects(c));
                if (frame.targets.empty() && frame.goods.empty())
                    read_aimed_phrases(c, t, frame, tree_.relation(c) == Deprel::acl ? &phrases : nullptr);
            } else if (tree_.is_lemma(c, {"target", "hit", "cover", "affect", "include", "aim", "ban", "bar",
                                          "restrict", "limit", "block", "prohibit"})) {
                for (const TokenIndex object : arguments_.objects(c)) read_aimed(object, frame);
                for (const TokenIndex object : arguments_.oblique(c, "at")) read_aimed(object, frame);
            }
        }
    }

    void read_rates(TokenIndex t, TokenIndex site, MeasureMention& frame) const {
        for (const QuantityMention& quantity : quantities_) {
            if (quantity.kind != QuantityMention::Kind::percent) continue;
            // The amount stands in the noun phrase: before its head, or as "of 25%".
            TokenIndex at = quantity.first;
            for (TokenIndex i = quantity.first; i < quantity.last; ++i) {
                const TokenIndex up = tree_.head(i);
                if (up == kNone || up < quantity.first || up >= quantity.last) at = i;
            }
            const TokenIndex up = tree_.head(at);
            if (up == t || up == site) frame.rates.push_back(quantity.value);
        }
    }

    void add(MeasureMention mention) {
        const auto index = static_cast<std::uint32_t>(out_.mentions.size());
        out_.by_head[mention.head] = index;
        out_.mentions.push_back(std::move(mention));
        order_.push_back(index);
    }

    bool same_goods(const Measure& measure, const MeasureMention& mention) const {
        for (const FrameSlot& slot : mention.goods) {
            if (contains(measure.goods, slot.entity)) return true;
            for (const std::uint32_t have : measure.goods) {
                const LinkedEntity& a = entities_.entities[have];
                const LinkedEntity& b = entities_.entities[slot.entity];
                if (!a.core.empty() && a.core == b.core &&
                    (a.country == b.country || a.country == kNone || b.country == kNone))
                    return true;
            }
        }
        return false;
    }

    /// A person or body and its country are one imposer.
    std::uint32_t state_of(std::uint32_t entity) const {
        const LinkedEntity& linked = entities_.entities[entity];
        return linked.kind == EntityKind::actor && linked.country != kNone ? linked.country : entity;
    }

    template <class Get>
    bool overlap(const std::vector<std::uint32_t>& have, const std::vector<FrameSlot>& found,
                 Get&& canonical) const {
        return std::any_of(found.begin(), found.end(), [&](const FrameSlot& slot) {
            return std::any_of(have.begin(), have.end(),
                               [&](std::uint32_t e) { return canonical(e) == canonical(slot.entity); });
        });
    }

    static constexpr int kConflict = -100;

    /// How well a mention fits a measure: the slots that agree, kConflict where one disagrees.
    int fit(const Measure& measure, const MeasureMention& mention) const {
        if (measure.proper || mention.proper) {
            return measure.proper && mention.proper && measure.name == mention.name ? 10 : kConflict;
        }
        if (measure.family != mention.type->family) return kConflict;
        int score = 0;
        const auto same = [](std::uint32_t e) { return e; };
        const auto state = [&](std::uint32_t e) { return state_of(e); };
        if (!measure.imposers.empty() && !mention.imposers.empty()) {
            if (!overlap(measure.imposers, mention.imposers, state)) return kConflict;
            score += 2;
        }
        if (!measure.targets.empty() && !mention.targets.empty()) {
            if (!overlap(measure.targets, mention.targets, same)) return kConflict;
            score += 2;
        }
        if (!measure.goods.empty() && !mention.goods.empty()) {
            if (!same_goods(measure, mention)) return kConflict;
            score += 3;
        }
        if (!measure.rates.empty() && !mention.rates.empty()) {
            const bool shared = std::any_of(mention.rates.begin(), mention.rates.end(), [&](double rate) {
                return std::find(measure.rates.begin(), measure.rates.end(), rate) != measure.rates.end();
            });
            if (!shared) return mention.definite ? score - 1 : kConflict;
            score += 1;
        }
        if (mention.core == out_.mentions[measure.mentions.front()].core) score += 1;
        // An imposer that is aimed at is another's measure.
        if (overlap(measure.targets, mention.imposers, state) ||
            overlap(measure.imposers, mention.targets, state))
            return kConflict;
        return score;
    }

    void cluster(std::uint32_t index) {
        MeasureMention& mention = out_.mentions[index];
        std::uint32_t best = kNone;
        int best_score = 0;
        for (auto m = static_cast<std::uint32_t>(out_.measures.size()); m-- > 0;) {
            const int score = fit(out_.measures[m], mention);
            if (score > best_score) {
                best_score = score;
                best = m;
            }
        }
        if (best == kNone && !mention.specific && !mention.proper) {
            // A bare mention takes the nearest compatible measure.
            for (auto m = static_cast<std::uint32_t>(out_.measures.size()); m-- > 0;) {
                if (fit(out_.measures[m], mention) > kConflict) {
                    best = m;
                    break;
                }
            }
        }
        if (best == kNone) {
            best = static_cast<std::uint32_t>(out_.measures.size());
            Measure measure;
            measure.family = mention.type->family;
            measure.type = mention.type->type;
            measure.traits = mention.type->traits;
            measure.proper = mention.proper;
            measure.name = mention.name;
            measure.specific = mention.specific;
            out_.measures.push_back(std::move(measure));
        }
        Measure& measure = out_.measures[best];
        // The first mention that says most gives the name.
        if (!measure.proper && informativeness(mention) > best_information_[best]) {
            measure.name = mention.name;
        }
        best_information_[best] = std::max(best_information_[best], informativeness(mention));
        measure.specific = measure.specific || mention.specific;
        measure.mentions.push_back(index);
        mention.measure = best;
        for (const FrameSlot& slot : mention.imposers) add_unique(measure.imposers, slot.entity);
        for (const FrameSlot& slot : mention.targets) add_unique(measure.targets, slot.entity);
        for (const FrameSlot& slot : mention.goods) add_unique(measure.goods, slot.entity);
        for (const double rate : mention.rates) {
            if (std::find(measure.rates.begin(), measure.rates.end(), rate) == measure.rates.end())
                measure.rates.push_back(rate);
        }
    }

    static int informativeness(const MeasureMention& mention) {
        return (mention.name != mention.core ? 4 : 0) + (mention.goods.empty() ? 0 : 2) +
               (mention.targets.empty() ? 0 : 1) + (mention.specific ? 1 : 0);
    }

    std::string entity_key(std::uint32_t entity) const {
        const LinkedEntity& linked = entities_.entities[entity];
        return slug(linked.id.empty() ? linked.name : linked.id);
    }

    void finish() {
        std::set<std::string> used;
        for (Measure& measure : out_.measures) {
            if (!measure.specific && !measure.proper) {
                // A bare noun is named by whose it is or whom it is aimed at.
                if (!measure.targets.empty()) {
                    measure.name += " on " + entities_.entities[measure.targets.front()].name;
                } else if (!measure.imposers.empty()) {
                    measure.name = entities_.entities[measure.imposers.front()].name + " " + measure.name;
                }
            }
            std::string id = "measure:";
            if (!measure.proper && !measure.imposers.empty())
                id += entity_key(measure.imposers.front()) + "-";
            id += slug(measure.name);
            std::string unique = id;
            for (int n = 2; !used.insert(unique).second; ++n) unique = id + "-" + std::to_string(n);
            measure.id = unique;
        }
    }

    const Ontology& ontology_;
    const PhraseIndex& names_;
    const Tree& tree_;
    const DocumentEntities& entities_;
    const std::vector<QuantityMention>& quantities_;
    Arguments arguments_;
    Measures out_;
    std::vector<std::uint32_t> quantity_at_;
    std::vector<std::uint32_t> order_;
    std::set<TokenIndex> named_inside_;
    std::map<std::uint32_t, int> best_information_;
};

}  // namespace

MeasureFrames::MeasureFrames(const Ontology& ontology) : ontology_(&ontology) {
    for (std::uint32_t i = 0; i < ontology.named_measures().size(); ++i) {
        const NamedMeasure& named = ontology.named_measures()[i];
        names_.add(named.name, i);
        for (const std::string& alias : named.aliases) names_.add(alias, i);
    }
}

Measures MeasureFrames::find(const Tree& tree, const DocumentEntities& entities,
                             const std::vector<QuantityMention>& quantities,
                             const std::vector<bool>& skipped) const {
    return Reader(*ontology_, names_, tree, entities, quantities).run(skipped);
}

}  // namespace claimgraph
