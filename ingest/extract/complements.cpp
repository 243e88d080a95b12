#include "ingest/extract/complements.hpp"

#include "ingest/extract/time_expressions.hpp"

namespace claimgraph {
namespace {

constexpr TokenIndex kLongestPhrase = 12;
constexpr int kMostSteps = 16;
constexpr TokenIndex kLongestAside = 7;
constexpr std::size_t kMostListed = 40;

}  // namespace

Complements::Complements(const Tree& tree, const std::vector<QuantityMention>& quantities,
                         const TransparentNouns& transparent)
    : tree_(tree), quantities_(quantities), transparent_(transparent) {
    quantity_at_.assign(tree.size(), kNone);
    for (std::uint32_t q = 0; q < quantities.size(); ++q) {
        for (TokenIndex t = quantities[q].first; t < quantities[q].last; ++t) quantity_at_[t] = q;
    }
}

TokenIndex Complements::sentence_end(TokenIndex t) const {
    return tree_.analysis().sentences[tree_[t].sentence].last;
}

/// "the duty on gold to 12 percent": a modifier of what stands behind a preposition was read too far.
bool Complements::ends_phrase(TokenIndex t) const {
    const auto upos = tree_[t].upos;
    return (upos == Upos::adj || upos == Upos::noun || upos == Upos::propn) && t + 1 < sentence_end(t) &&
           tree_.base_relation(t) != Deprel::nmod && tree_.is_lemma(t + 1, {"to", "from", "by"}) &&
           tree_.base_relation(t + 1) == Deprel::case_ && tree_.head(t + 1) == tree_.head(t);
}

TokenIndex Complements::phrase_head(TokenIndex t) const {
    TokenIndex at = t;
    for (TokenIndex up = tree_.head(at); up != kNone && up > at && up - t < kLongestPhrase;
         up = tree_.head(at)) {
        if (ends_phrase(at)) return at;
        switch (tree_.base_relation(at)) {
            case Deprel::det:
            case Deprel::amod:
            case Deprel::compound:
            case Deprel::nummod:
            case Deprel::nmod:
            case Deprel::case_:
            case Deprel::advmod:
            case Deprel::flat:
            case Deprel::cc:
            case Deprel::punct:
                at = up;
                continue;
            default:
                return at;
        }
    }
    return at;
}

/// After the words of an amount that begin at `t` ("up to 25%", "about $34 billion"), or `t`.
TokenIndex Complements::past_amount(TokenIndex t) const {
    const TokenIndex last = sentence_end(t);
    TokenIndex at = t;
    while (at < last && at < t + 4 && quantity_at_[at] == kNone) {
        if (!tree_.is_lemma(at, {"a",          "an",
                                 "the",        "up",
                                 "to",         "about",
                                 "around",     "roughly",
                                 "nearly",     "almost",
                                 "some",       "another",
                                 "additional", "as",
                                 "much",       "many",
                                 "more",       "than",
                                 "at",         "least",
                                 "over",       "approximately",
                                 "between",    "further",
                                 "extra",      "only",
                                 "just",       "remaining"}))
            return t;
        ++at;
    }
    if (at >= last || quantity_at_[at] == kNone) return t;
    return quantities_[quantity_at_[at]].last;
}

TokenIndex Complements::past_brackets(TokenIndex t) const {
    if (tree_[t].form != "(") return t;
    const TokenIndex last = sentence_end(t);
    for (TokenIndex at = t + 1; at < last && at < t + kLongestPhrase; ++at) {
        if (tree_[at].form == ")") return at + 1;
    }
    return t;
}

TokenIndex Complements::past_time(TokenIndex t) const {
    const TokenIndex last = sentence_end(t);
    TokenIndex at = t;
    if (tree_.is_lemma(at, {"on", "in", "since", "from", "early", "earlier", "late", "later"}) &&
        at + 1 < last)
        ++at;
    if (tree_.is_lemma(at, {"last", "this", "next", "earlier"}) && at + 1 < last &&
        (is_calendar_word(tree_[at + 1].form) ||
         tree_.is_lemma(at + 1, {"day", "week", "month", "year", "summer", "autumn", "winter", "spring",
                                 "weekend", "quarter"})))
        return at + 2;
    if (!is_calendar_word(tree_[at].form)) return t;
    ++at;
    while (at < last && (tree_[at].upos == Upos::num ||
                         (tree_[at].form == "," && at + 1 < last && tree_[at + 1].upos == Upos::num)))
        ++at;
    return at;
}

Complement Complements::at(TokenIndex t) const {
    Complement out;
    if (t >= tree_.size()) return out;
    const TokenIndex last = sentence_end(t);
    bool handed_on = false;
    for (int step = 0; t < last && step < kMostSteps; ++step) {
        if (const TokenIndex after = past_amount(t); after != t) {
            out.quantities.push_back(quantity_at_[after - 1]);
            t = after;
            handed_on = true;
            continue;
        }
        if (const TokenIndex after = past_brackets(t); after != t) {
            t = after;
            continue;
        }
        if (handed_on && tree_.is_lemma(t, {"of", "in", "worth", "on"})) {
            ++t;
            continue;
        }
        const TokenIndex head = phrase_head(t);
        if (tree_.is_lemma(head, {"worth"})) {
            t = head + 1;
            handed_on = true;
            continue;
        }
        if (head + 1 < last && tree_.is_lemma(head + 1, {"of", "in"}) &&
            transparent_.hands_on(tree_.lemma(head), "")) {
            out.through.push_back(head);
            t = head + 2;
            handed_on = true;
            continue;
        }
        // A number that is counted by nothing: "on 5,207 of them".
        if (tree_.is_nominal(head) || ends_phrase(head)) out.head = head;
        return out;
    }
    return out;
}

TokenIndex Complements::adjacent(TokenIndex noun, std::vector<std::uint32_t>* quantities) const {
    const auto note = [&](TokenIndex after) {
        if (quantities != nullptr) quantities->push_back(quantity_at_[after - 1]);
        return after;
    };
    const TokenIndex last = sentence_end(noun);
    TokenIndex t = noun + 1;
    bool imposed = false;
    for (int step = 0; t < last && step < kMostSteps; ++step) {
        if (quantity_at_[t] != kNone) {
            t = note(quantities_[quantity_at_[t]].last);
            continue;
        }
        if (const TokenIndex after = past_brackets(t); after != t) {
            t = after;
            continue;
        }
        if (const TokenIndex after = past_time(t); after != t) {
            t = after;
            continue;
        }
        if (tree_.is_lemma(t, {"on", "upon", "against"})) return t;
        // "licences valid for exports of ..."
        if (tree_.is_lemma(t, {"valid", "applicable"}) && t + 2 < last &&
            tree_.is_lemma(t + 1, {"for", "to"}))
            return t + 1;
        // "tariffs as high as 37% for farm goods"
        if (tree_.is_lemma(t, {"as"})) {
            TokenIndex amount = t;
            while (amount < last && amount < t + kLongestAside && quantity_at_[amount] == kNone) ++amount;
            if (amount == last || quantity_at_[amount] == kNone) return kNone;
            t = note(quantities_[quantity_at_[amount]].last);
            if (t < last && tree_.is_lemma(t, {"for"})) return t;
            continue;
        }
        if (tree_[t].xpos == nlp::Xpos::vbg && tree_.is_lemma(t, {"target", "hit", "cover", "affect"}))
            return t;
        // "averaging 34%", "ranging from 5 to 20%"
        if (tree_[t].xpos == nlp::Xpos::vbg &&
            tree_.is_lemma(t, {"average", "range", "total", "reach", "exceed", "start"}) && t + 1 < last) {
            TokenIndex amount = t + 1;
            if (tree_.is_lemma(amount, {"from", "at", "between"}) && amount + 1 < last) ++amount;
            TokenIndex after = past_amount(amount);
            if (after == amount) return kNone;
            t = note(after);
            if (t + 1 < last && tree_.is_lemma(t, {"to", "and"}) && (after = past_amount(t + 1)) != t + 1)
                t = note(after);
            continue;
        }
        // "a fee of 300 pounds a tonne on ..."
        if (t > noun + 1 && quantity_at_[t - 1] != kNone && t + 1 < last && tree_.is_lemma(t, {"a", "per"}) &&
            tree_[t + 1].upos == Upos::noun) {
            t += 2;
            continue;
        }
        if (tree_.is_lemma(t, {"worth", "of", "at"})) {
            const TokenIndex after = past_amount(t + 1);
            if (t + 1 < last && after != t + 1) {
                t = note(after);
                continue;
            }
            if (t + 2 < last && tree_[t + 1].upos == Upos::pron && tree_.is_lemma(t + 2, {"own"})) {
                t += 3;
                continue;
            }
            return kNone;
        }
        if (tree_[t].xpos == nlp::Xpos::vbn &&
            tree_.is_lemma(t, {"impose", "levy", "place", "slap", "announce", "put", "apply", "introduce",
                               "threaten", "plan", "propose", "enact", "set", "lay"})) {
            imposed = true;
            ++t;
            continue;
        }
        if (imposed && tree_.is_lemma(t, {"by"}) && t + 1 < last) {
            t = phrase_head(t + 1) + 1;
            continue;
        }
        if (imposed && tree_[t].upos == Upos::adv) {
            ++t;
            continue;
        }
        return kNone;
    }
    return kNone;
}

std::vector<TokenIndex> Complements::list(TokenIndex t) const {
    std::vector<TokenIndex> out;
    std::size_t sure = 1;  // items before the last that "and" joined
    bool coordinated = false;
    const TokenIndex last = t < tree_.size() ? sentence_end(t) : t;
    while (t < last && out.size() < kMostListed) {
        // "including", "and will rise": neither begins a noun phrase.
        if (tree_.base_relation(t) == Deprel::case_ || tree_.base_relation(t) == Deprel::mark ||
            (tree_.is_verbal(t) && phrase_head(t) == t))
            break;
        const TokenIndex head = at(t).head;
        if (head == kNone || head < t) break;
        // "... on steel, and Peru said": a subject begins a clause.
        if (!out.empty() && (tree_.base_relation(head) == Deprel::nsubj || tree_[head].upos == Upos::pron))
            break;
        out.push_back(head);
        if (coordinated) sure = out.size();
        TokenIndex next = head + 1;
        if (next < last) next = past_brackets(next);
        const bool comma = next < last && tree_[next].form == ",";
        if (comma) ++next;
        coordinated = next < last && tree_[next].upos == Upos::cconj && !tree_.is_lemma(next, {"but"});
        if (coordinated) {
            ++next;
        } else if (next + 2 < last && tree_.is_lemma(next, {"as"}) && tree_.is_lemma(next + 1, {"well"})) {
            coordinated = true;
            next += 3;
        }
        if (!comma && !coordinated) break;
        t = next;
    }
    if (out.size() > sure) out.resize(sure);
    return out;
}

TokenIndex Complements::examples_after(TokenIndex noun) const {
    const TokenIndex last = sentence_end(noun);
    TokenIndex t = noun + 1;
    for (int step = 0; t < last && step < kMostSteps; ++step) {
        if (tree_[t].form == "," || tree_[t].form == "(" || tree_[t].form == "-") {
            ++t;
        } else if (tree_.is_lemma(t, {"worth", "total"}) || quantity_at_[t] != kNone) {
            t = quantity_at_[t] == kNone ? t + 1 : quantities_[quantity_at_[t]].last;
        } else if (tree_.is_lemma(t, {"from", "of"})) {
            const TokenIndex head = at(t + 1).head;
            if (head == kNone || head <= t) return kNone;
            t = head + 1;
        } else if (tree_.is_lemma(t, {"include", "including", "like"}) && tree_[t].xpos != nlp::Xpos::vbz &&
                   tree_[t].xpos != nlp::Xpos::vbd) {
            return t + 1 < last ? t + 1 : kNone;
        } else if (tree_.is_lemma(t, {"such"}) && t + 2 < last && tree_.is_lemma(t + 1, {"as"})) {
            return t + 2;
        } else {
            return kNone;
        }
    }
    return kNone;
}

}  // namespace claimgraph
