#include "ingest/extract/measure_reader.hpp"

#include <algorithm>
#include <cctype>

#include "ingest/extract/time_expressions.hpp"

namespace claimgraph {
namespace {

/// Most goods that a name lists; longer lists are named by their first.
constexpr std::size_t kListedInName = 3;
constexpr std::size_t kWordsInName = 8;
constexpr TokenIndex kLongestTail = 6;
/// How many sentences back "the list" reaches.
constexpr std::uint32_t kListReach = 3;

/// Adpositions that lead from a measure to whom it is aimed at or what it is laid on.
constexpr std::array<std::string_view, 5> kAimed{"on", "against", "upon", "for", "to"};
/// Further ones whose phrase may be part of its name.
constexpr std::array<std::string_view, 6> kNaming{"of", "with", "between", "under", "from", "in"};

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string lower(std::string_view text) {
    std::string out;
    for (const char c : text) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

void add_slot(std::vector<FrameSlot>& slots, FrameSlot slot) {
    for (const FrameSlot& have : slots) {
        if (have.entity == slot.entity && have.name == slot.name) return;
    }
    slots.push_back(std::move(slot));
}

/// An adjective that says how new or large a measure is rather than what it is.
bool is_loose_modifier(const Tree& tree, TokenIndex t) {
    return tree.is_lemma(
        t, {"new",         "higher", "high",    "more",     "additional", "stiff",    "tough",     "sweeping",
            "broad",       "huge",   "big",     "massive",  "steep",      "late",     "latest",    "current",
            "existing",    "first",  "further", "fresh",    "major",      "severe",   "initial",   "previous",
            "recent",      "heavy",  "planned", "proposed", "threatened", "possible", "potential", "drastic",
            "significant", "other",  "many",    "remaining"});
}

/// "for a year", "in place": a phrase of this noun is no part of a name.
bool says_when_or_why(const Tree& tree, TokenIndex noun) {
    return tree.is_lemma(noun, {"year", "month", "week", "day", "time", "period", "decade", "moment", "basis",
                                "ground", "behalf", "place", "effect", "force", "response"});
}

bool is_definite_word(const Tree& tree, TokenIndex t) {
    return t != kNone && tree.is_lemma(t, {"the", "this", "that", "these", "those", "both"});
}

}  // namespace

MeasureReader::MeasureReader(const Ontology& ontology, const PhraseIndex& names,
                             const TransparentNouns& transparent, const Tree& tree,
                             const DocumentEntities& entities, const std::vector<QuantityMention>& quantities,
                             const std::vector<bool>& skipped)
    : ontology_(ontology),
      names_(names),
      transparent_(transparent),
      tree_(tree),
      entities_(entities),
      quantities_(quantities),
      skipped_(skipped),
      arguments_(tree),
      complements_(tree, quantities, transparent) {
    by_head_.assign(tree.size(), kNone);
    named_inside_.assign(tree.size(), false);
}

std::vector<MeasureMention> MeasureReader::run() {
    find_named();
    for (TokenIndex t = 0; t < tree_.size(); ++t) {
        if (skipped_[tree_[t].sentence] || by_head_[t] != kNone || named_inside_[t]) continue;
        if (const MeasureType* type = measure_type(t)) read_mention(t, *type);
    }
    read_pronouns();
    read_effect_subjects();
    read_exposures();
    read_lists();
    std::stable_sort(mentions_.begin(), mentions_.end(),
                     [](const MeasureMention& a, const MeasureMention& b) { return a.head < b.head; });
    return std::move(mentions_);
}

// ---- what is a measure

void MeasureReader::find_named() {
    const PhraseWords words = names_.words(tree_.analysis());
    std::vector<PhraseIndex::Match> matches;
    for (std::uint32_t s = 0; s < tree_.analysis().sentences.size(); ++s) {
        if (skipped_[s]) continue;
        matches.clear();
        names_.match(words, s, matches);
        TokenIndex covered = 0;
        for (const PhraseIndex::Match& match : matches) {
            if (match.first < covered) continue;
            covered = match.last;
            TokenIndex head = match.first;
            for (TokenIndex t = match.first; t < match.last; ++t) {
                named_inside_[t] = true;
                const TokenIndex up = tree_.head(t);
                if (up == kNone || up < match.first || up >= match.last) head = t;
            }
            // "Section 301 tariffs" are tariffs.
            const TokenIndex above = tree_.head(head);
            if (above != kNone && above > head && tree_.base_relation(head) == Deprel::compound &&
                lookup(above) != nullptr)
                continue;
            const NamedMeasure& named = ontology_.named_measures()[match.value];
            MeasureMention mention;
            mention.head = head;
            mention.range = {match.first, match.last};
            mention.type = ontology_.measure_of_type(named.type);
            if (mention.type == nullptr) continue;
            mention.sentence = s;
            mention.core = named.name;
            mention.name = spelled(mention.range);
            mention.proper = mention.definite = mention.specific = true;
            add(std::move(mention));
        }
    }
}

/// The words of a name as they stand, without an article.
std::string MeasureReader::spelled(TokenRange range) const {
    std::vector<TokenIndex> tokens;
    for (TokenIndex t = range.first; t < range.last; ++t) tokens.push_back(t);
    return words(tokens);
}

/// The noun says what is done to a measure, so that a measure may stand before it ("tariff hike").
bool MeasureReader::is_deed(TokenIndex noun) const {
    if (tree_.is_lemma(noun, {"rate", "level", "threat", "relief"})) return true;
    for (const PredicateEntry& entry : ontology_.predicates(PartOfSpeech::noun, tree_.lemma(noun))) {
        for (const Slot& slot : entry.object) {
            if (slot.kind == Slot::Kind::compound) return true;
        }
    }
    return false;
}

const MeasureType* MeasureReader::measure_type(TokenIndex t) const {
    const nlp::Token& token = tree_[t];
    if (token.upos != Upos::noun && token.upos != Upos::propn && !is_misread_noun(t)) return nullptr;
    const MeasureType* type = lookup(t);
    if (type == nullptr) return nullptr;
    const Deprel relation = tree_.base_relation(t);
    const TokenIndex head = tree_.head(t);
    if (relation == Deprel::compound && head != kNone && head > t) {
        // "tariff policy" is a policy, "tariff war" no measure.
        if (lookup(head) != nullptr || !is_deed(head)) return nullptr;
    }
    if (relation == Deprel::flat || relation == Deprel::fixed) return nullptr;
    if ((type->traits & (kWeak | kStandIn)) != 0 && hands_on(t)) return nullptr;
    if ((type->traits & kStandIn) != 0 && !stands_in(t)) return nullptr;
    if (is_weak(t, *type) && !refers_back(t) && !sums_up(t)) return nullptr;
    if (is_trade_order(t)) return nullptr;
    if (const std::uint32_t mention = entities_.mention_at(t); mention != kNone) {
        const LinkedEntity* entity = entities_.entity_of(entities_.mentions[mention]);
        // An institution's proper name ("Commission", "Customs Union") is no measure.
        if (entity != nullptr && entity->kind != EntityKind::measure && token.upos == Upos::propn)
            return nullptr;
        // "positioning systems", "aid" that is goods.
        if (entity != nullptr && entity->kind == EntityKind::commodity && (type->traits & kWeak) != 0)
            return nullptr;
    }
    return type;
}

/// "US tariffs on wine" taken for a clause: a noun's modifiers stand before the verb.
bool MeasureReader::is_misread_noun(TokenIndex t) const {
    if (tree_[t].upos != Upos::verb || tree_[t].xpos != nlp::Xpos::vbz) return false;
    for (const TokenIndex c : tree_.children(t)) {
        const Deprel relation = tree_.base_relation(c);
        if (c < t && (relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::det))
            return true;
    }
    // "to put levies on steel"
    const Deprel relation = tree_.base_relation(t);
    return relation == Deprel::obj || relation == Deprel::nsubj || relation == Deprel::nmod;
}

const MeasureType* MeasureReader::lookup(TokenIndex t) const {
    const nlp::Token& token = tree_[t];
    const std::string lemma = lower(token.lemma);
    const std::string singular =
        lemma.size() > 2 && lemma.back() == 's' ? lemma.substr(0, lemma.size() - 1) : std::string();
    const auto known = [&](const std::string& before) -> const MeasureType* {
        for (const std::string& noun : {lemma, singular}) {
            if (noun.empty()) continue;
            if (const MeasureType* type = ontology_.measure(before + noun)) return type;
        }
        return nullptr;
    };
    const MeasureType* type = nullptr;
    if (t > 0 && tree_[t - 1].sentence == token.sentence) type = known(lower(tree_[t - 1].lemma) + '_');
    if (type == nullptr) type = ontology_.measure(token.lemma);
    if (type == nullptr) type = known("");
    return type == nullptr || (type->traits & kNoMeasure) != 0 ? nullptr : type;
}

/// A noun that names a measure by itself, so that no list of goods runs across it.
bool MeasureReader::is_strong_measure(TokenIndex t) const {
    const MeasureType* type = lookup(t);
    return type != nullptr && (type->traits & kWeak) == 0;
}

/// "imports of steel": the goods are the steel.
bool MeasureReader::is_flow_of(TokenIndex t) const {
    if (!tree_.is_lemma(t, {"export", "import", "shipment", "delivery", "sale", "purchase"})) return false;
    const std::span<const TokenIndex> below = tree_.children(t);
    return std::any_of(below.begin(), below.end(), [&](TokenIndex c) {
        return c > t && tree_.base_relation(c) == Deprel::nmod && tree_.adposition(c) == "of" &&
               kind_at(complement_of(c)) == EntityKind::commodity;
    });
}

/// A noun that names a measure only with what stands around it, and stands alone.
bool MeasureReader::is_weak(TokenIndex t, const MeasureType& type) const {
    return (type.traits & kWeak) != 0 &&
           !has_modifier(t, type.family == "rule" ||
                                tree_.is_lemma(t, {"measure", "countermeasure", "counter-measure"}));
}

/// A system or process of licences, quotas or tariffs is laid on what they are laid on.
const MeasureType& MeasureReader::instrument_of(TokenIndex t, const MeasureType& type) const {
    if ((type.traits & kInstrument) != 0 || (type.traits & kPolicy) == 0) return type;
    for (const TokenIndex c : tree_.children(t)) {
        if (c > t || tree_.base_relation(c) != Deprel::compound) continue;
        if (const MeasureType* inner = lookup(c); inner != nullptr && (inner->traits & kInstrument) != 0)
            return *inner;
    }
    return type;
}

/// "the move", "this plan", "such measures".
bool MeasureReader::refers_back(TokenIndex t) const {
    const TokenIndex determiner = tree_.child(t, {Deprel::det});
    return is_definite_word(tree_, determiner) ||
           (determiner != kNone && tree_.is_lemma(determiner, {"such"})) ||
           tree_.child(t, {Deprel::nmod_poss}) != kNone;
}

/// ", a move that hurt exporters": the noun sums up what was said before it.
bool MeasureReader::sums_up(TokenIndex t) const {
    const Deprel relation = tree_.base_relation(t);
    if (relation != Deprel::appos && relation != Deprel::parataxis && relation != Deprel::dep) return false;
    const TokenIndex determiner = tree_.child(t, {Deprel::det});
    const TokenIndex opening = tree_.subtree(t).first;
    return determiner != kNone && tree_.is_lemma(determiner, {"a", "an"}) && opening > 0 &&
           tree_[opening - 1].upos == Upos::punct;
}

/// "the decision", "this change", without words that say of what.
bool MeasureReader::stands_in(TokenIndex t) const {
    if (tree_[t].upos != Upos::noun || entities_.mention_at(t) != kNone) return false;
    if (sums_up(t)) return true;
    if (!is_definite_word(tree_, tree_.child(t, {Deprel::det}))) return false;
    const std::span<const TokenIndex> below = tree_.children(t);
    return std::none_of(below.begin(), below.end(), [&](TokenIndex c) {
        return tree_.base_relation(c) == Deprel::compound || tree_.base_relation(c) == Deprel::nmod;
    });
}

/// "orders for toasters", "Israeli orders": somebody buys.
bool MeasureReader::is_trade_order(TokenIndex t) const {
    if (tree_.lemma(t) != "order") return false;
    for (const TokenIndex c : tree_.children(t)) {
        if (tree_.is_lemma(c, {"executive", "presidential", "emergency", "administrative", "general"}))
            return false;
        if (tree_.base_relation(c) == Deprel::nmod &&
            (tree_.adposition(c) == "for" || tree_.adposition(c) == "from"))
            return true;
    }
    return tree_[t].xpos == nlp::Xpos::nns && !is_definite_word(tree_, tree_.child(t, {Deprel::det}));
}

/// "plans for tariffs", "a package of sanctions": the measure is what the phrase names.
bool MeasureReader::hands_on(TokenIndex t) const {
    for (const TokenIndex c : tree_.children(t)) {
        // "its plan to impose a fee": the deed, not the plan.
        if ((tree_.relation(c) == Deprel::acl || tree_.relation(c) == Deprel::xcomp) &&
            tree_.child(c, {Deprel::mark}) != kNone &&
            !ontology_.predicates(PartOfSpeech::verb, tree_.lemma(c)).empty()) {
            return true;
        }
        const std::string_view adposition = tree_.adposition(c);
        if (tree_.base_relation(c) != Deprel::nmod || (adposition != "of" && adposition != "for")) continue;
        if (const MeasureType* inner = lookup(c); inner != nullptr && (inner->traits & kInstrument) != 0)
            return true;
    }
    return false;
}

bool MeasureReader::has_modifier(TokenIndex t, bool any) const {
    for (const TokenIndex c : tree_.children(t)) {
        switch (tree_.base_relation(c)) {
            case Deprel::compound:
                return true;
            case Deprel::amod:
                if (any &&
                    !tree_.is_lemma(c, {"such", "same", "similar", "certain", "various", "several", "own"}))
                    return true;
                if (!tree_.is_lemma(c, {"new", "other", "such", "further", "first", "next", "same", "similar",
                                        "own", "tough", "strong", "major", "big", "key", "certain", "various",
                                        "several", "possible"}))
                    return true;
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

// ---- goods and parties

std::uint32_t MeasureReader::entity_at(TokenIndex t, std::uint32_t& mention) const {
    mention = entities_.mention_at(t);
    return mention == kNone ? kNone : entities_.mentions[mention].entity;
}

EntityKind MeasureReader::kind_at(TokenIndex t) const {
    std::uint32_t mention = kNone;
    const std::uint32_t entity = entity_at(t, mention);
    return entity == kNone ? EntityKind::topic : entities_.entities[entity].kind;
}

TokenIndex MeasureReader::adposition_of(TokenIndex c) const {
    return tree_.child(c, {Deprel::case_});
}

/// What the phrase whose head in the tree is `c` is about, past amounts.
TokenIndex MeasureReader::complement_of(TokenIndex c) const {
    const TokenIndex marker = adposition_of(c);
    if (marker == kNone || marker > c) return c;
    const TokenIndex head = complements_.at(marker + 1).head;
    return head == kNone ? c : head;
}

/// The noun phrases coordinated with `t`, up to one that is another measure; each past its amounts.
std::vector<TokenIndex> MeasureReader::parts(TokenIndex t) const {
    std::vector<TokenIndex> out;
    for (const TokenIndex part : tree_.conjuncts(t)) {
        if (part == t) {
            out.push_back(t);
            continue;
        }
        if (!tree_.is_nominal(part) || is_strong_measure(part)) break;
        const TokenRange range = premodified(part);
        const TokenIndex inner = complements_.at(range.first).head;
        out.push_back(inner == kNone ? part : inner);
    }
    for (const TokenIndex item : complements_.list(premodified(t).first)) {
        if (item <= t) continue;
        if (is_strong_measure(item)) break;
        if (std::find(out.begin(), out.end(), item) == out.end()) out.push_back(item);
    }
    std::sort(out.begin() + 1, out.end());
    return out;
}

/// Goods by their entity, or by their words where a list or a tariff makes goods of them.
void MeasureReader::add_goods(TokenIndex t, MeasureMention& frame, bool list) const {
    std::uint32_t mention = kNone;
    const std::uint32_t entity = entity_at(t, mention);
    if (entity != kNone) {
        if (entities_.entities[entity].kind != EntityKind::commodity) return;
        add_slot(frame.goods, FrameSlot{entity, mention, t, {}, {}});
        return;
    }
    if (!list || mention != kNone || tree_[t].upos != Upos::noun || lookup(t) != nullptr) return;
    const std::vector<TokenIndex> tokens = noun_words(t, false);
    if (tokens.empty()) return;
    FrameSlot slot;
    slot.head = t;
    slot.range = {tokens.front(), tokens.back() + 1};
    slot.name = words(tokens);
    add_slot(frame.goods, std::move(slot));
}

/// What is named as an example of goods or parties.
FrameSlot MeasureReader::further_slot(TokenIndex t) const {
    FrameSlot slot;
    slot.entity = entity_at(t, slot.mention);
    slot.head = t;
    slot.further = true;
    return slot;
}

/// "..., including wine", "such as Peru", after the phrase of `t`.
void MeasureReader::read_examples(TokenIndex t, MeasureMention& frame, bool parties, int depth) const {
    const TokenIndex examples = complements_.examples_after(t);
    if (examples == kNone || depth > 2) return;
    for (const TokenIndex item : complements_.list(examples)) {
        if (is_strong_measure(item)) break;
        const EntityKind kind = kind_at(item);
        if (parties && (kind == EntityKind::country || kind == EntityKind::actor)) {
            add_slot(frame.targets, further_slot(item));
        } else {
            add_goods(item, frame, true);
        }
        read_examples(item, frame, parties, depth + 1);
    }
}

/// Reads the phrase that the adposition `marker` leads to.
void MeasureReader::read_complement(TokenIndex marker, MeasureMention& frame) const {
    const Complement complement = complements_.at(marker + 1);
    if (complement.head == kNone) return;
    frame.quantities.insert(frame.quantities.end(), complement.quantities.begin(),
                            complement.quantities.end());
    const std::string& family = frame.type->family;
    const bool laid = tree_.is_lemma(marker, {"on", "upon", "against"}) || tree_.is_verbal(marker);
    const bool given = family == "subsidy" && tree_.is_lemma(marker, {"for", "to"});
    const bool instrument = (frame.type->traits & (kInstrument | kPause)) != 0 && (laid || given);
    if (!laid && !given && !tree_.is_lemma(marker, {"for"}) &&
        !(tree_.is_lemma(marker, {"of"}) && (family == "ban" || family == "quota" || family == "subsidy")))
        return;
    if (!laid && (frame.type->traits & kInstrument) == 0) return;
    std::vector<TokenIndex> all = parts(complement.head);
    // The list may hang on what was read past ("a range of goods and services").
    for (const TokenIndex through : complement.through) {
        const std::vector<TokenIndex> further = parts(through);
        all.insert(all.end(), further.begin() + 1, further.end());
    }
    const bool goods = kind_at(complement.head) == EntityKind::commodity;
    const bool list = std::any_of(all.begin(), all.end(),
                                  [&](TokenIndex t) { return kind_at(t) == EntityKind::commodity; });
    // What a tariff is laid on is goods, known ones or not.
    const bool makes_goods =
        (family == "tariff" || family == "quota") && tree_.is_lemma(marker, {"on", "upon"});
    for (const TokenIndex part : all) {
        // "a ban on onion exports, and Kenya ...": a party after goods begins something else.
        if (part != complement.head && goods && kind_at(part) != EntityKind::commodity &&
            entities_.mention_at(part) != kNone)
            break;
        if (instrument) {
            read_aimed(part, frame, list || (makes_goods && !goods));
        } else {
            read_goods_only(part, frame);
        }
    }
    for (const TokenIndex through : complement.through) read_list(through, frame, 0);
    for (const TokenIndex part : all) read_examples(part, frame, instrument, 0);
}

void MeasureReader::read_aimed(TokenIndex t, MeasureMention& frame, bool list) const {
    std::uint32_t mention = kNone;
    const std::uint32_t entity = entity_at(t, mention);
    if (is_calendar_word(tree_[t].form)) return;
    if (mention != kNone && entity == kNone) {
        for (const std::uint32_t member : entities_.mentions[mention].members)
            add_slot(frame.targets, FrameSlot{member, mention, t, {}, {}});
    }
    if (entity != kNone) {
        const LinkedEntity& linked = entities_.entities[entity];
        if (linked.kind == EntityKind::country || linked.kind == EntityKind::actor) {
            add_slot(frame.targets, FrameSlot{entity, mention, t, {}, {}});
            return;
        }
        // Whose goods they are: "Chinese goods", "China's exports".
        if (linked.kind == EntityKind::commodity && linked.country != kNone)
            add_slot(frame.targets, FrameSlot{linked.country, mention, t, {}, {}});
    }
    if (!is_flow_of(t)) add_goods(t, frame, list);
    read_goods_modifiers(t, frame);
    read_origin(t, frame);
    read_list(t, frame, 0);
}

/// "goods from China", "each other's goods".
void MeasureReader::read_origin(TokenIndex t, MeasureMention& frame) const {
    for (const TokenIndex c : tree_.children(t)) {
        TokenIndex from = kNone;
        if (tree_.base_relation(c) == Deprel::nmod &&
            (tree_.relation(c) == Deprel::nmod_poss || tree_.adposition(c) == "from")) {
            from = c;
        } else if (tree_.base_relation(c) == Deprel::acl && tree_.is_verbal(c)) {
            // "goods imported from China", "goods made in China"
            for (const TokenIndex site : tree_.children(c)) {
                if (tree_.base_relation(site) == Deprel::obl &&
                    (tree_.adposition(site) == "from" || tree_.adposition(site) == "in" ||
                     tree_.adposition(site) == "by"))
                    from = site;
            }
        }
        if (from == kNone) continue;
        for (const TokenIndex part : tree_.conjuncts(from)) {
            std::uint32_t owner_mention = kNone;
            const std::uint32_t owner = entity_at(part, owner_mention);
            if (owner == kNone) {
                if (owner_mention == kNone) continue;
                for (const std::uint32_t member : entities_.mentions[owner_mention].members)
                    add_slot(frame.targets, FrameSlot{member, owner_mention, part, {}, {}});
            } else if (entities_.entities[owner].kind == EntityKind::country) {
                add_slot(frame.targets, FrameSlot{owner, owner_mention, part, {}, {}});
            }
        }
    }
}

/// What follows a noun for goods and lists them: "of", "including", "such as", "from ... to ...", a colon.
void MeasureReader::read_list(TokenIndex t, MeasureMention& frame, int depth) const {
    if (depth > 2) return;
    for (const TokenIndex c : tree_.children(t)) {
        if (c < t) continue;
        const Deprel relation = tree_.base_relation(c);
        const std::string_view adposition = tree_.adposition(c);
        const bool examples = adposition == "include" || adposition == "including" || adposition == "like" ||
                              adposition == "such" || adposition == "such_as" || adposition == "from" ||
                              adposition == "to";
        if ((relation == Deprel::nmod || relation == Deprel::obl) &&
            (examples || adposition == "of" || adposition == "in")) {
            const TokenIndex inner = complement_of(c);
            for (const TokenIndex part : parts(inner)) {
                const EntityKind kind = kind_at(part);
                if (adposition == "from" || adposition == "to") {
                    if (kind == EntityKind::commodity) add_goods(part, frame, false);
                    continue;
                }
                add_goods(part, frame, examples);
                read_goods_modifiers(part, frame);
                read_origin(part, frame);
                if (kind == EntityKind::commodity) {
                    const std::uint32_t country =
                        entities_.entities[entities_.mentions[entities_.mention_at(part)].entity].country;
                    if (country != kNone && (frame.type->traits & kInstrument) != 0)
                        add_slot(frame.targets, FrameSlot{country, entities_.mention_at(part), part, {}, {}});
                }
                read_list(part, frame, depth + 1);
            }
        } else if (relation == Deprel::appos || relation == Deprel::parataxis || relation == Deprel::list ||
                   relation == Deprel::dep) {
            const TokenIndex opening = tree_.subtree(c).first;
            const TokenIndex before = opening == 0 ? kNone : opening - 1;
            const bool colon = before != kNone && (tree_[before].form == ":" || tree_[opening].form == ":" ||
                                                   tree_[before].form == "(" || tree_[opening].form == "(");
            if (!tree_.is_nominal(c)) continue;
            for (const TokenIndex part : parts(c)) add_goods(part, frame, colon && tree_[before].form == ":");
        } else if (relation == Deprel::acl && tree_.is_lemma(c, {"include", "range"})) {
            // "goods worth $3bn, including pork and wine", "products ranging from wine to tractors"
            for (const TokenIndex object : arguments_.objects(c)) {
                if (object != t) add_goods(object, frame, true);
            }
            read_list(c, frame, depth + 1);
        }
    }
}

/// "Chinese steel imports": whose goods they are, and the goods inside the phrase.
void MeasureReader::read_goods_modifiers(TokenIndex t, MeasureMention& frame) const {
    const bool commodity = kind_at(t) == EntityKind::commodity;
    const bool flow = tree_.is_lemma(t, {"export", "import", "shipment", "delivery", "sale", "purchase"});
    for (const TokenIndex c : tree_.children(t)) {
        const Deprel relation = tree_.base_relation(c);
        if (c > t || (relation != Deprel::amod && relation != Deprel::compound && relation != Deprel::nmod))
            continue;
        for (const TokenIndex part : tree_.conjuncts(c)) {
            std::uint32_t mention = kNone;
            const std::uint32_t entity = entity_at(part, mention);
            if (entity == kNone) continue;
            const EntityKind kind = entities_.entities[entity].kind;
            if (kind == EntityKind::commodity && (flow || !commodity)) add_goods(part, frame, false);
            if (kind == EntityKind::country && (commodity || flow))
                add_slot(frame.targets, FrameSlot{entity, mention, part, {}, {}});
        }
    }
}

void MeasureReader::read_goods_only(TokenIndex t, MeasureMention& frame) const {
    if (!is_flow_of(t)) add_goods(t, frame, false);
    for (const TokenIndex c : tree_.children(t)) {
        if (c < t && tree_.base_relation(c) == Deprel::compound &&
            tree_.is_lemma(t, {"export", "import", "shipment", "sale", "purchase"}))
            add_goods(c, frame, false);
        if (c > t && tree_.base_relation(c) == Deprel::nmod &&
            (tree_.adposition(c) == "of" || tree_.adposition(c) == "in")) {
            for (const TokenIndex part : parts(complement_of(c))) add_goods(part, frame, false);
        }
    }
}

void MeasureReader::add_imposers(MeasureMention& frame, const std::vector<TokenIndex>& heads) const {
    for (const TokenIndex t : heads) {
        std::uint32_t mention = kNone;
        const std::uint32_t entity = entity_at(t, mention);
        if (mention == kNone) continue;
        if (entity == kNone) {
            for (const std::uint32_t member : entities_.mentions[mention].members)
                add_slot(frame.imposers, FrameSlot{member, mention, t, {}, {}});
            continue;
        }
        const EntityKind kind = entities_.entities[entity].kind;
        if (kind == EntityKind::country || kind == EntityKind::actor)
            add_slot(frame.imposers, FrameSlot{entity, mention, t, {}, {}});
    }
}

/// A word that stands for the country before a noun as an adjective does ("US", "EU", "Chinese").
bool MeasureReader::is_adjectival(const EntityMention& mention) const {
    if (mention.form == ReferenceForm::adjective) return true;
    const nlp::Token& token = tree_[mention.head];
    return std::all_of(token.form.begin(), token.form.end(),
                       [](unsigned char c) { return std::isupper(c) != 0 || c == '.'; }) &&
           token.form.size() <= 4;
}

// ---- the frame of one mention

void MeasureReader::read_premodifiers(TokenIndex t, MeasureMention& frame) const {
    const bool laid_on_goods = (frame.type->traits & (kInstrument | kAgreement)) != 0;
    for (const TokenIndex c : tree_.children(t)) {
        const Deprel relation = tree_.base_relation(c);
        if (relation == Deprel::nmod && tree_.relation(c) == Deprel::nmod_poss) {
            add_imposers(frame, tree_.conjuncts(c));
            continue;
        }
        if (relation != Deprel::amod && relation != Deprel::compound && !(relation == Deprel::nmod && c < t))
            continue;
        for (const TokenIndex part : tree_.conjuncts(c)) {
            std::uint32_t mention = kNone;
            const std::uint32_t entity = entity_at(part, mention);
            // "coffee export quotas" are on coffee, "export controls" on nothing that they name.
            if (tree_.is_lemma(part, {"export", "import", "trade", "commodity", "shipment"})) {
                if (!laid_on_goods) continue;
                for (const TokenIndex inner : tree_.children(part)) {
                    if (inner < part && tree_.base_relation(inner) == Deprel::compound)
                        add_goods(inner, frame, false);
                }
                continue;
            }
            if (entity == kNone) continue;
            const EntityKind kind = entities_.entities[entity].kind;
            if (kind == EntityKind::commodity) {
                if (laid_on_goods) add_slot(frame.goods, FrameSlot{entity, mention, part, {}, {}});
            } else if (kind == EntityKind::country) {
                if (is_adjectival(entities_.mentions[mention])) {
                    add_slot(frame.imposers, FrameSlot{entity, mention, part, {}, {}});
                } else {
                    add_slot(frame.targets, FrameSlot{entity, mention, part, {}, {}});
                }
            } else if (kind == EntityKind::actor) {
                add_slot(frame.imposers, FrameSlot{entity, mention, part, {}, {}});
            }
        }
    }
}

/// Reads the phrases that hang on `site` after `after`, and the one that follows it in the text; notes the
/// adpositions of those that may name the measure.
void MeasureReader::read_site(TokenIndex site, TokenIndex after, MeasureMention& frame,
                              std::vector<TokenIndex>& phrases) const {
    const bool instrument = (frame.type->traits & (kInstrument | kPause)) != 0;
    TokenIndex follows = kNone;
    if (instrument && !tree_.is_verbal(site)) {
        follows = complements_.adjacent(site, &frame.quantities);
        if (follows != kNone && follows + 1 < tree_.size()) {
            const std::size_t before = frame.targets.size() + frame.goods.size();
            read_complement(follows, frame);
            if (frame.targets.size() + frame.goods.size() > before || tree_.head(follows) == site ||
                (tree_.head(follows) != kNone && tree_.head(tree_.head(follows)) == site))
                phrases.push_back(follows);
        }
    }
    for (const TokenIndex c : tree_.children(site)) {
        const Deprel relation = tree_.base_relation(c);
        if ((relation != Deprel::nmod && relation != Deprel::obl) || c < after) continue;
        const TokenIndex marker = adposition_of(c);
        if (marker == kNone || marker == follows || tree_[marker].xpos == nlp::Xpos::pos) continue;
        const std::string_view adposition = tree_.lemma(marker);
        if (adposition == "by") {
            if (relation == Deprel::nmod) add_imposers(frame, tree_.conjuncts(c));
            continue;
        }
        const TokenIndex inner = complement_of(c);
        if (is_calendar_word(tree_[inner].form)) continue;
        if (instrument && is_in(kAimed, adposition) &&
            (relation == Deprel::nmod || adposition == "on" || adposition == "against")) {
            read_complement(marker, frame);
            phrases.push_back(marker);
        } else if (relation == Deprel::nmod && (is_in(kNaming, adposition) || is_in(kAimed, adposition))) {
            read_complement(marker, frame);
            if ((frame.type->traits & kAgreement) != 0 && (adposition == "with" || adposition == "between"))
                read_parties(c, frame);
            if (!is_amount(inner)) phrases.push_back(marker);
        }
    }
}

/// Whom an agreement is with.
void MeasureReader::read_parties(TokenIndex t, MeasureMention& frame) const {
    for (const TokenIndex part : tree_.conjuncts(t)) {
        std::uint32_t mention = kNone;
        const std::uint32_t entity = entity_at(part, mention);
        if (mention == kNone) continue;
        std::vector<std::uint32_t> named = entities_.mentions[mention].members;
        if (entity != kNone) named = {entity};
        for (const std::uint32_t party : named) {
            const EntityKind kind = entities_.entities[party].kind;
            if (kind == EntityKind::country || kind == EntityKind::actor)
                add_slot(frame.targets, FrameSlot{party, mention, part, {}, {}});
        }
    }
}

/// The verb over the measure: its subject imposes it, its phrases may aim it.
void MeasureReader::read_governor(TokenIndex site, TokenIndex head, MeasureMention& frame,
                                  std::vector<TokenIndex>& phrases) const {
    const TokenIndex first = tree_.first_conjunct(site);
    const TokenIndex verb = tree_.head(first);
    if (verb == kNone || !tree_.is_verbal(verb)) return;
    const bool instrument = (frame.type->traits & kInstrument) != 0;
    const auto& senses = ontology_.predicates(PartOfSpeech::verb, tree_.lemma(verb));
    if (tree_.base_relation(first) == Deprel::obl) {
        // "hit Peru with tariffs", "retaliated with duties"
        if (tree_.adposition(first) != "with" || !instrument) return;
        const auto with = [](const Slot& slot) {
            return slot.kind == Slot::Kind::adposition && slot.adposition == "with";
        };
        const bool tool = std::any_of(senses.begin(), senses.end(), [&](const PredicateEntry& entry) {
            return std::any_of(entry.instrument.begin(), entry.instrument.end(), with) ||
                   (ontology_.relations()[entry.relation].name == "imposes" &&
                    std::any_of(entry.object.begin(), entry.object.end(), with));
        });
        if (!tool) return;
        if (frame.imposers.empty()) add_imposers(frame, arguments_.subjects(verb));
        if (frame.targets.empty()) {
            for (const TokenIndex object : arguments_.objects(verb)) read_aimed(object, frame, false);
        }
        return;
    }
    if (arguments_.support_verb(site) != verb) return;
    const bool imposing = std::any_of(senses.begin(), senses.end(), [&](const PredicateEntry& entry) {
        if (!entry.particles.empty()) return false;
        const std::string& name = ontology_.relations()[entry.relation].name;
        return name == "imposes" || name == "raises" || name == "reduces" || name == "removes" ||
               name == "suspends" || name == "delays";
    });
    if (!imposing) return;
    if (frame.imposers.empty() && instrument) add_imposers(frame, arguments_.subjects(verb));
    if (frame.targets.empty() && frame.goods.empty()) read_site(verb, head, frame, phrases);
}

/// "tariffs imposed by China on US goods", "sanctions targeting banks", "duties that hit steel".
void MeasureReader::read_clauses(TokenIndex t, MeasureMention& frame,
                                 std::vector<TokenIndex>& phrases) const {
    for (const TokenIndex c : tree_.children(t)) {
        if (tree_.base_relation(c) != Deprel::acl || !tree_.is_verbal(c)) continue;
        // "the tariffs that he seems poised to impose on steel": the last verb of the chain.
        for (TokenIndex verb = tree_.child(c, {Deprel::xcomp}); verb != kNone;
             verb = tree_.child(verb, {Deprel::xcomp})) {
            std::vector<TokenIndex> ignored;
            if (frame.targets.empty() && frame.goods.empty() &&
                arguments_.objects(verb) == std::vector<TokenIndex>{t})
                read_site(verb, t, frame, ignored);
        }
        const bool passive = tree_.is_passive(c);
        if (passive || arguments_.objects(c) == std::vector<TokenIndex>{t}) {
            if (frame.imposers.empty()) add_imposers(frame, arguments_.subjects(c));
            std::vector<TokenIndex> ignored;
            if (frame.targets.empty() && frame.goods.empty())
                read_site(c, t, frame, tree_.relation(c) == Deprel::acl ? phrases : ignored);
        } else if (tree_.is_lemma(
                       c, {"target", "hit",      "cover",  "affect", "include",  "aim",      "ban",
                           "bar",    "restrict", "limit",  "block",  "prohibit", "curb",     "tax",
                           "cap",    "regulate", "govern", "outlaw", "forbid",   "penalize", "penalise",
                           "punish", "exempt",   "freeze", "control"})) {
            for (const TokenIndex object : arguments_.objects(c)) read_aimed(object, frame, false);
            for (const TokenIndex object : arguments_.oblique(c, "at")) read_aimed(object, frame, false);
        }
    }
}

void MeasureReader::read_rates(TokenIndex t, TokenIndex site, MeasureMention& frame) const {
    const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[t].sentence];
    const auto [from, to] = quantities_within(quantities_, sentence.first, sentence.last);
    for (std::size_t q = from; q < to; ++q) {
        const QuantityMention& quantity = quantities_[q];
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

void MeasureReader::read_mention(TokenIndex t, const MeasureType& type) {
    MeasureMention frame;
    frame.head = t;
    frame.type = &instrument_of(t, type);
    frame.range = premodified(t);
    while (frame.range.first < t &&
           (tree_.relation(frame.range.first) == Deprel::det || tree_[frame.range.first].upos == Upos::punct))
        ++frame.range.first;
    const TokenIndex determiner = tree_.child(t, {Deprel::det});
    frame.definite = is_definite_word(tree_, determiner) || tree_.child(t, {Deprel::nmod_poss}) != kNone;
    frame.pointed = determiner != kNone && tree_.is_lemma(determiner, {"this", "that", "these", "those"});
    std::vector<TokenIndex> phrases;
    frame.sentence = tree_[t].sentence;
    frame.headline = tree_.analysis().sentences[frame.sentence].headline;
    if (is_weak(t, type) || (type.traits & kStandIn) != 0) {
        frame.anaphoric = true;
        frame.core = frame.name = lower(tree_.lemma(t));
        add(std::move(frame));
        return;
    }
    for (const TokenIndex c : tree_.children(t)) {
        if (c < t && !frame.definite &&
            tree_.is_lemma(c, {"a", "an", "another", "additional", "further", "extra", "more", "second",
                               "third", "fresh"}))
            frame.fresh = true;
    }
    read_premodifiers(t, frame);
    read_site(t, t, frame, phrases);
    TokenIndex site = t;
    if (tree_.relation(t) == Deprel::compound && tree_.head(t) != kNone) {
        site = tree_.head(t);
        read_premodifiers(site, frame);
        read_site(site, site, frame, phrases);
        frame.definite = frame.definite || is_definite_word(tree_, tree_.child(site, {Deprel::det}));
    }
    read_governor(site, t, frame, phrases);
    read_clauses(t, frame, phrases);
    for (const TokenIndex c : tree_.children(t)) {
        // A conjunct before shares the phrase after the last ("quotas and duties on steel").
        if (tree_.relation(c) == Deprel::conj && phrases.empty() && lookup(c) != nullptr)
            read_site(c, c, frame, phrases);
    }
    read_rates(t, site, frame);
    for (TokenIndex i = premodified(site).first; i < site; ++i) {
        if (complements_.quantity_at(i) != kNone) frame.quantities.push_back(complements_.quantity_at(i));
    }

    for (const std::uint32_t q : frame.quantities) {
        if (quantities_[q].kind == QuantityMention::Kind::money)
            frame.amounts.push_back(quantities_[q].value);
    }

    std::string tail;
    for (const TokenIndex phrase : phrases) {
        // Where it comes from or stands does not say what it is.
        if (tree_.is_lemma(phrase, {"from", "in", "under"})) continue;
        tail = phrase_name(phrase);
        if (!tail.empty()) break;  // the first phrase names it
    }
    std::vector<TokenIndex> core = core_tokens(t, !tail.empty(), false, frame);
    for (const TokenIndex phrase : phrases) {
        if (core.size() == 1 && tail.empty()) tail = phrase_name(phrase);
    }
    frame.qualifier = qualifier(t, frame);
    if (core.size() == 1 && tail.empty()) {
        tail = purpose_name(t, (type.traits & kAgreement) == 0);
        if (tail.empty()) core = core_tokens(t, false, true, frame);
    }
    frame.core = words(core);
    frame.name = frame.core + (tail.empty() ? "" : " " + tail);
    frame.specific = core.size() > 1 || !tail.empty() || !frame.targets.empty() || !frame.goods.empty();
    frame.proper = tree_[t].upos == Upos::propn && core.size() > 1 &&
                   !tree_.analysis().sentences[tree_[t].sentence].headline;
    add(std::move(frame));
}

/// "it" and "they" for a measure, by the chains of the text.
void MeasureReader::read_pronouns() {
    const nlp::Analysis& analysis = tree_.analysis();
    for (const nlp::Chain& chain : analysis.chains) {
        TokenIndex named = kNone;
        for (const std::uint32_t link : chain) {
            const nlp::Mention& mention = analysis.mentions[link];
            const std::uint32_t have = by_head_[mention.head];
            if (have != kNone && !mentions_[have].anaphoric) {
                named = mention.head;
                continue;
            }
            if (named == kNone || have != kNone || tree_[mention.head].upos != Upos::pron ||
                skipped_[tree_[mention.head].sentence])
                continue;
            if (const std::uint32_t entity = entities_.mention_at(mention.head);
                entity != kNone &&
                (entities_.mentions[entity].entity != kNone || !entities_.mentions[entity].members.empty()))
                continue;
            MeasureMention frame;
            frame.head = mention.head;
            frame.range = {mention.head, mention.head + 1};
            frame.type = mentions_[by_head_[named]].type;
            frame.anaphoric = frame.definite = true;
            frame.antecedent = named;
            frame.sentence = tree_[mention.head].sentence;
            add(std::move(frame));
        }
    }
}

/// "This will hurt exporters": a subject that nothing else is known of, where what a measure does is told.
void MeasureReader::read_effect_subjects() {
    for (TokenIndex t = 0; t < tree_.size(); ++t) {
        if (tree_[t].upos != Upos::pron || by_head_[t] != kNone || skipped_[tree_[t].sentence] ||
            tree_.relation(t) != Deprel::nsubj || !tree_.is_lemma(t, {"this", "that", "it", "they"}))
            continue;
        if (const std::uint32_t entity = entities_.mention_at(t);
            entity != kNone &&
            (entities_.mentions[entity].entity != kNone || !entities_.mentions[entity].members.empty()))
            continue;
        const TokenIndex verb = tree_.head(t);
        if (verb == kNone || !tree_.is_verbal(verb)) continue;
        const auto& senses = ontology_.predicates(PartOfSpeech::verb, tree_.lemma(verb));
        const bool effect = std::any_of(senses.begin(), senses.end(), [&](const PredicateEntry& entry) {
            return ontology_.relations()[entry.relation].name == "affects";
        });
        if (!effect) continue;
        MeasureMention frame;
        frame.head = t;
        frame.range = {t, t + 1};
        frame.sentence = tree_[t].sentence;
        for (TokenIndex before = t; before-- > 0;) {
            if (frame.sentence - tree_[before].sentence > 1) break;
            const std::uint32_t have = by_head_[before];
            if (have == kNone || mentions_[have].anaphoric || (mentions_[have].type->traits & kWeak) != 0)
                continue;
            frame.antecedent = before;
            frame.type = mentions_[have].type;
            break;
        }
        if (frame.antecedent == kNone) continue;
        frame.anaphoric = frame.definite = true;
        add(std::move(frame));
    }
}

// ---- clauses that say what a measure is laid on

/// "goods hit by tariffs", "cars face a duty", "the ban applies to sugar".
void MeasureReader::read_exposures() {
    for (TokenIndex t = 0; t < tree_.size(); ++t) {
        if (skipped_[tree_[t].sentence]) continue;
        const bool verb = tree_.is_verbal(t);
        if (verb && tree_.is_lemma(
                        t, {"hit",      "affect",   "target",   "cover",     "strike", "levy",    "impose",
                            "tax",      "penalize", "penalise", "block",     "ban",    "bar",     "prohibit",
                            "restrict", "limit",    "cap",      "curb",      "exempt", "exclude", "spare",
                            "protect",  "sanction", "name",     "single_out"})) {
            const bool parties = !tree_.is_lemma(t, {"hit", "affect", "strike"});
            std::vector<TokenIndex> tools = arguments_.subjects(t);
            if (tree_.is_passive(t)) {
                for (const TokenIndex with : arguments_.oblique(t, "with")) tools.push_back(with);
            }
            expose(tools, arguments_.objects(t), parties);
        } else if (verb && tree_.is_lemma(t, {"include"}) && !tree_.is_passive(t)) {
            expose(arguments_.subjects(t), listed(arguments_.objects(t)), false);
        } else if (verb && tree_.is_lemma(t, {"face", "incur", "attract", "suffer", "see", "pay", "carry",
                                              "escape", "avoid", "draw", "owe"})) {
            expose(arguments_.objects(t), arguments_.subjects(t), true);
        } else if (verb && tree_.is_lemma(t, {"add", "place", "put", "list", "include", "enter", "strike",
                                              "remove", "drop", "delete"})) {
            // "were added to the list"
            std::vector<TokenIndex> lists;
            for (const std::string_view to : {"to", "on", "in", "under", "from", "off"}) {
                for (const TokenIndex list : arguments_.oblique(t, to)) lists.push_back(list);
            }
            expose(lists, listed(arguments_.objects(t)), true);
        } else if (verb && tree_.is_lemma(t, {"apply", "extend"})) {
            expose(tree_.is_passive(t) ? arguments_.objects(t) : arguments_.subjects(t),
                   arguments_.oblique(t, "to"), true);
        } else if (verb && tree_.is_lemma(t, {"aim"})) {
            expose(tree_.is_passive(t) ? arguments_.objects(t) : arguments_.subjects(t),
                   arguments_.oblique(t, "at"), true);
        } else if (tree_.is_lemma(t, {"subject"})) {
            std::vector<TokenIndex> things = arguments_.subjects(t);
            const TokenIndex subject = tree_.child(t, {Deprel::nsubj, Deprel::nsubj_pass});
            if (things.empty() && subject != kNone) things = tree_.conjuncts(subject);
            if (things.empty() && tree_.base_relation(t) == Deprel::amod && tree_.head(t) != kNone)
                things = {tree_.head(t)};
            expose(arguments_.oblique(t, "to"), things, true);
        }
    }
}

/// The things named, with those that they are said to include.
std::vector<TokenIndex> MeasureReader::listed(std::vector<TokenIndex> things) const {
    const std::size_t named = things.size();
    for (std::size_t i = 0; i < named; ++i) {
        const TokenIndex examples = complements_.examples_after(things[i]);
        if (examples == kNone) continue;
        for (const TokenIndex item : complements_.list(examples)) things.push_back(item);
    }
    return things;
}

/// Sanctions, lists and orders name people and companies, tariffs countries.
bool MeasureReader::aims_at_anybody(const MeasureType& type) {
    return type.family == "sanction" || type.family == "ban" || type.family == "restriction" ||
           type.family == "penalty" || type.family == "list" || type.family == "control" ||
           type.family == "subsidy" || type.family == "license" || (type.traits & kPolicy) != 0;
}

void MeasureReader::expose(const std::vector<TokenIndex>& tools, const std::vector<TokenIndex>& things,
                           bool parties) {
    for (const TokenIndex tool : tools) {
        std::uint32_t mention = by_head_[tool];
        for (const TokenIndex c : tree_.children(tool)) {
            if (mention != kNone) break;
            if (tree_.base_relation(c) == Deprel::compound ||
                (tree_.base_relation(c) == Deprel::nmod && tree_.adposition(c) == "of" &&
                 transparent_.hands_on(tree_.lemma(tool), "measure")) ||
                (tree_.base_relation(c) == Deprel::nmod && tree_.adposition(c) == "in"))
                mention = by_head_[c];
        }
        if (mention == kNone) continue;
        MeasureMention& frame = mentions_[mention];
        const bool instrument = (frame.type->traits & (kInstrument | kPolicy)) != 0;
        if (!instrument && (frame.type->traits & kAgreement) == 0) continue;
        const std::size_t goods = frame.goods.size();
        const std::size_t targets = frame.targets.size();
        const bool sanction = aims_at_anybody(*frame.type);
        for (const TokenIndex thing : things) {
            if (thing == tool) continue;
            const TokenIndex head = complements_.at(premodified(thing).first).head;
            const TokenIndex named = head == kNone ? thing : head;
            const EntityKind kind = kind_at(named);
            if (kind == EntityKind::commodity || kind == EntityKind::topic) {
                if (instrument) {
                    read_aimed(named, frame, false);
                } else {
                    read_goods_only(named, frame);
                }
            } else if (instrument && (parties || sanction) && (kind == EntityKind::country || sanction)) {
                read_aimed(named, frame, false);
            }
        }
        for (std::size_t i = goods; i < frame.goods.size(); ++i) frame.goods[i].further = true;
        for (std::size_t i = targets; i < frame.targets.size(); ++i) frame.targets[i].further = true;
    }
}

/// "The list includes wine", "Affected imports range from wine to cars": goods of the measure spoken of
/// before.
void MeasureReader::read_lists() {
    for (TokenIndex t = 0; t < tree_.size(); ++t) {
        if (skipped_[tree_[t].sentence] || !tree_.is_verbal(t) ||
            !tree_.is_lemma(t, {"include", "contain", "comprise", "range", "cover"}))
            continue;
        const TokenIndex subject = tree_.child(t, {Deprel::nsubj});
        if (subject == kNone || !is_listing(subject)) continue;
        const std::uint32_t mention = laid_before(t);
        if (mention == kNone) continue;
        MeasureMention& frame = mentions_[mention];
        const std::size_t before = frame.goods.size();
        for (const TokenIndex item : listed(arguments_.objects(t))) add_goods(item, frame, true);
        read_list(t, frame, 1);
        for (std::size_t i = before; i < frame.goods.size(); ++i) {
            frame.goods[i].further = true;
            frame.goods[i].stated = t;
        }
    }
}

/// "the list", "affected imports", "the goods": what a measure is laid on, without naming it.
bool MeasureReader::is_listing(TokenIndex noun) const {
    if (by_head_[noun] != kNone && tree_.lemma(noun) != "list") return false;
    if (tree_.is_lemma(noun, {"list"})) return true;
    if (!tree_.is_lemma(noun, {"good", "product", "import", "export", "item", "category"})) return false;
    for (const TokenIndex c : tree_.children(noun)) {
        if (tree_.base_relation(c) == Deprel::det && is_definite_word(tree_, c)) return true;
        if (tree_.is_lemma(c, {"affect", "target", "tax", "hit", "list", "cover", "affected", "targeted"}))
            return true;
    }
    return false;
}

/// The last measure before `t`, within a few sentences, that says what it is laid on.
std::uint32_t MeasureReader::laid_before(TokenIndex t) const {
    for (TokenIndex before = t; before-- > 0 && tree_[t].sentence - tree_[before].sentence <= kListReach;) {
        const std::uint32_t mention = by_head_[before];
        if (mention == kNone) continue;
        const MeasureMention& m = mentions_[mention];
        if (!m.anaphoric && (m.type->traits & kInstrument) != 0 && (!m.goods.empty() || !m.targets.empty()))
            return mention;
    }
    return kNone;
}

// ---- names

bool MeasureReader::is_amount(TokenIndex t) const {
    return complements_.quantity_at(t) != kNone || tree_[t].upos == Upos::num || tree_[t].upos == Upos::sym ||
           tree_.is_lemma(t, {"percent", "pct", "billion", "million", "trillion", "mln", "bln", "dlrs", "%"});
}

std::string MeasureReader::words(const std::vector<TokenIndex>& tokens) const {
    std::string out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const nlp::Token& token = tree_[tokens[i]];
        if (i > 0 && (tokens[i] != tokens[i - 1] + 1 || tree_[tokens[i - 1]].space_after)) out += ' ';
        out += token.form;
    }
    return out;
}

/// The part of the noun phrase up to its head.
TokenRange MeasureReader::premodified(TokenIndex t) const {
    TokenIndex first = t;
    for (const TokenIndex c : tree_.children(t)) {
        switch (tree_.base_relation(c)) {
            case Deprel::det:
            case Deprel::amod:
            case Deprel::compound:
            case Deprel::nummod:
            case Deprel::nmod:
            case Deprel::advmod:
            case Deprel::flat:
                if (c < t) first = std::min(first, tree_.subtree(c).first);
                break;
            default:
                break;
        }
    }
    return {first, t + 1};
}

/// The modifiers and the head that make up the measure's name; `keep_all` keeps those that say only how it
/// stands to others ("further").
std::vector<TokenIndex> MeasureReader::core_tokens(TokenIndex t, bool drop_imposer, bool keep_all,
                                                   const MeasureMention& frame) const {
    std::vector<TokenIndex> out;
    const TokenRange phrase = premodified(t);
    for (TokenIndex i = phrase.first; i < t; ++i) {
        // The branch of the noun phrase that the word is in.
        TokenIndex branch = i;
        while (tree_.head(branch) != t && tree_.head(branch) != kNone) branch = tree_.head(branch);
        const Deprel relation = tree_.base_relation(branch);
        const bool section = i > 0 && tree_.is_lemma(i - 1, {"section", "Section"});
        // "four-year", "COVID-19"
        const bool numbered = (tree_[i + 1].form == "-" && tree_[i].form != "$") ||
                              (i > 1 && tree_[i - 1].form == "-" && tree_[i - 2].upos == Upos::propn);
        if (!section && !numbered &&
            (relation == Deprel::det || relation == Deprel::nummod || is_amount(i) || is_amount(branch)))
            continue;
        if (tree_.relation(branch) == Deprel::nmod_poss || tree_[i].form == "(" || tree_[i].form == ")")
            continue;
        // A clause read into the phrase is none of its name.
        if (!section && !numbered && relation != Deprel::amod && relation != Deprel::compound &&
            relation != Deprel::nmod && relation != Deprel::flat && relation != Deprel::goeswith &&
            relation != Deprel::dep)
            continue;
        if (tree_.base_relation(i) == Deprel::det ||
            (tree_[i].upos == Upos::punct && tree_[i].form != "-" && tree_[i].form != "'"))
            continue;
        if (tree_.is_lemma(branch, {"such", "own", "same", "some", "many"})) continue;
        if (!keep_all && tree_.is_lemma(branch, {"planned", "proposed", "threatened", "further", "additional",
                                                 "other", "extra"}))
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
    out.push_back(t);
    return out;
}

/// The modifiers that say of what sort the measure is ("retaliatory", "anti-dumping"), not whose, on what, or
/// how new.
std::string MeasureReader::qualifier(TokenIndex t, const MeasureMention& frame) const {
    std::string out;
    for (const TokenIndex i : core_tokens(t, true, false, frame)) {
        if (i == t || is_loose_modifier(tree_, i)) continue;
        const auto inside = [&](const FrameSlot& slot) {
            if (slot.mention == kNone) return slot.range.first <= i && i < slot.range.last;
            const EntityMention& m = entities_.mentions[slot.mention];
            return m.first <= i && i < m.last;
        };
        if (std::any_of(frame.goods.begin(), frame.goods.end(), inside) ||
            std::any_of(frame.targets.begin(), frame.targets.end(), inside))
            continue;
        out += (out.empty() ? "" : " ") + lower(tree_[i].form);
    }
    return out;
}

/// The words of a noun phrase without article and amount, optionally with one short phrase after it.
std::vector<TokenIndex> MeasureReader::noun_words(TokenIndex t, bool with_phrase) const {
    std::vector<TokenIndex> out;
    for (TokenIndex i = premodified(t).first; i < t; ++i) {
        const nlp::Token& token = tree_[i];
        TokenIndex branch = i;
        while (tree_.head(branch) != t && tree_.head(branch) != kNone) branch = tree_.head(branch);
        if (is_amount(i) || tree_.base_relation(i) == Deprel::det || tree_.base_relation(i) == Deprel::nummod)
            continue;
        if (tree_.base_relation(branch) == Deprel::advmod && tree_[branch].upos == Upos::adv) continue;
        // "nearly 1,300 products", "the first 40,000 tonnes"
        if (token.upos == Upos::adv && is_amount(branch)) continue;
        if (is_amount(i + 1) && tree_.is_lemma(i, {"first", "last", "next", "initial"})) continue;
        if (token.upos == Upos::pron || token.form == "(" || token.form == ")") continue;
        if (token.upos == Upos::punct && token.form != "-" && token.form != "," && token.form != "'")
            continue;
        if (tree_.is_lemma(i, {"certain", "additional", "further", "another"})) continue;
        out.push_back(i);
    }
    while (!out.empty() && (tree_[out.front()].upos == Upos::punct || tree_[out.front()].upos == Upos::adp ||
                            tree_.base_relation(out.front()) == Deprel::cc))
        out.erase(out.begin());
    out.push_back(t);
    if (!with_phrase) return out;
    for (const TokenIndex c : tree_.children(t)) {
        if (c < t || tree_.base_relation(c) != Deprel::nmod) continue;
        const TokenIndex marker = adposition_of(c);
        if (marker == kNone || !tree_.is_lemma(marker, {"of", "from", "in", "for"})) continue;
        const TokenIndex inner = complements_.at(marker + 1).head;
        if (inner == kNone || is_amount(inner) || says_when_or_why(tree_, inner)) continue;
        const std::vector<TokenIndex> all = parts(inner);
        // A long list of goods is left out, of a long list of countries the first stands for all.
        if (all.size() > kListedInName && !tree_.is_lemma(marker, {"from", "in"})) break;
        const std::size_t named = all.size() > kListedInName ? 1 : all.size();
        out.push_back(marker);
        for (std::size_t i = 0; i < named; ++i) {
            if (i > 0) {
                // The coordinating word between them.
                const TokenIndex cc = tree_.child(all[i], {Deprel::cc});
                if (cc != kNone) out.push_back(cc);
            }
            const std::vector<TokenIndex> more = noun_words(all[i], false);
            out.insert(out.end(), more.begin(), more.end());
        }
        break;
    }
    return out;
}

/// "on" and what it leads to, or nothing.
std::string MeasureReader::phrase_name(TokenIndex adposition) const {
    const Complement complement = complements_.at(adposition + 1);
    const bool per_unit =
        complement.head != kNone && !complement.quantities.empty() &&
        tree_.is_lemma(complement.head,
                       {"tonne", "ton", "barrel", "kilo", "kilogram", "pound", "litre", "liter", "gallon",
                        "bushel", "unit", "head", "piece", "pair", "bag", "metre", "yard", "ounce"});
    if (complement.head == kNone || per_unit || is_amount(complement.head) ||
        tree_[complement.head].upos == Upos::pron || says_when_or_why(tree_, complement.head))
        return {};
    std::vector<TokenIndex> all = parts(complement.head);
    const bool goods = kind_at(all.front()) == EntityKind::commodity;
    std::size_t listed = 1;
    while (listed < all.size() && (kind_at(all[listed]) == EntityKind::commodity) == goods) ++listed;
    all.resize(listed);
    std::vector<std::string> names;
    std::size_t count = 0;
    for (const TokenIndex part : all) {
        const std::vector<TokenIndex> tokens = noun_words(part, all.size() == 1);
        count += tokens.size();
        names.push_back(words(tokens));
    }
    if (names.size() > kListedInName || count > kWordsInName) names.resize(1);
    std::string out(tree_[adposition].form);
    for (std::size_t i = 0; i < names.size(); ++i)
        out += (i == 0 ? " " : i + 1 == names.size() ? " and " : ", ") + names[i];
    return out;
}

/// "to curb textile imports" or "capping them" after a law or plan that says nothing else of itself.
std::string MeasureReader::purpose_name(TokenIndex t, bool with_content) const {
    for (const TokenIndex c : tree_.children(t)) {
        if (c < t || tree_.relation(c) != Deprel::acl) continue;
        const TokenIndex mark = tree_.child(c, {Deprel::mark});
        const bool purpose = mark != kNone && tree_.is_lemma(mark, {"to"});
        const bool content = with_content && mark == kNone && tree_[c].xpos == nlp::Xpos::vbg && c == t + 1;
        if (!purpose && !content) continue;
        const TokenIndex object = tree_.child(c, {Deprel::obj});
        if (object == kNone || object > c + kLongestTail) return {};
        std::vector<TokenIndex> tokens{c};
        if (purpose) tokens.insert(tokens.begin(), mark);
        const std::vector<TokenIndex> named = noun_words(object, false);
        tokens.insert(tokens.end(), named.begin(), named.end());
        return words(tokens);
    }
    return {};
}

void MeasureReader::add(MeasureMention mention) {
    by_head_[mention.head] = static_cast<std::uint32_t>(mentions_.size());
    mentions_.push_back(std::move(mention));
}

}  // namespace claimgraph
