#include "ingest/extract/arguments.hpp"

#include <algorithm>

namespace claimgraph {
namespace {

constexpr int kMaxDepth = 8;

/// Verbs whose clausal complement is done by their own subject although they have an object.
bool is_subject_control(std::string_view lemma) {
    return lemma == "promise" || lemma == "threaten" || lemma == "use" || lemma == "make" || lemma == "take";
}

/// Whom "called on Ottawa to lift the duty" or "asked Ottawa to" wants to act, where the infinitive was taken
/// for an adverbial; kNone for a clause of purpose.
TokenIndex requested(const Tree& tree, TokenIndex governor) {
    const std::string_view verb = tree.lemma(governor);
    if (verb == "ask" || verb == "urge" || verb == "order" || verb == "press" || verb == "push" ||
        verb == "tell" || verb == "force" || verb == "pressure" || verb == "invite" || verb == "implore" ||
        verb == "instruct" || verb == "warn" || verb == "persuade")
        return tree.child(governor, {Deprel::obj, Deprel::iobj});
    for (const TokenIndex c : tree.children(governor)) {
        if (tree.base_relation(c) != Deprel::obl) continue;
        const std::string_view adposition = tree.adposition(c);
        const bool on = adposition == "on" || adposition == "upon";
        if (((verb == "call" || verb == "prevail" || verb == "lean" || verb == "count" || verb == "rely") &&
             on) ||
            (verb == "appeal" && adposition == "to") || (verb == "plead" && adposition == "with"))
            return c;
    }
    return kNone;
}

/// Whom "accused Peru of blocking trucks", "fined the bank for breaking the ban" or "barred the firm from
/// exporting" says it of; kNone for other clauses.
TokenIndex held_to_account(const Tree& tree, TokenIndex governor, TokenIndex gerund) {
    const TokenIndex marker = tree.child(gerund, {Deprel::mark, Deprel::case_});
    if (tree[gerund].xpos != nlp::Xpos::vbg || marker == kNone) return kNone;
    const bool of = tree.is_lemma(marker, {"of"}) &&
                    tree.is_lemma(governor, {"accuse", "suspect", "convict", "acquit", "warn"});
    const bool for_ =
        tree.is_lemma(marker, {"for"}) &&
        tree.is_lemma(governor, {"blame",    "fine",      "punish", "criticize", "criticise", "condemn",
                                 "praise",   "thank",     "sue",    "prosecute", "sanction",  "penalize",
                                 "penalise", "rebuke",    "chide",  "fault",     "indict",    "jail",
                                 "charge",   "blacklist", "attack", "denounce",  "commend",   "applaud"});
    const bool from =
        tree.is_lemma(marker, {"from"}) &&
        tree.is_lemma(governor, {"ban", "bar", "stop", "prevent", "prohibit", "block", "discourage", "deter",
                                 "dissuade", "keep", "exempt", "forbid", "preclude", "restrain", "exclude"});
    if (!of && !for_ && !from) return kNone;
    return tree.is_passive(governor) ? tree.child(governor, {Deprel::nsubj_pass})
                                     : tree.child(governor, {Deprel::obj});
}

bool is_infinitive(const Tree& tree, TokenIndex verb) {
    return tree[verb].morph.verb_form == nlp::VerbForm::infinitive &&
           tree.child(verb, {Deprel::mark}) != kNone;
}

bool is_relative_pronoun(const nlp::Token& token) {
    return token.xpos == nlp::Xpos::wdt || token.xpos == nlp::Xpos::wp ||
           (token.upos == Upos::pron && token.lemma == "that");
}

}  // namespace

std::vector<TokenIndex> Arguments::spread(TokenIndex t) const {
    const TokenIndex resolved = antecedent_of_relative(t);
    return tree_->conjuncts(resolved);
}

TokenIndex Arguments::antecedent_of_relative(TokenIndex t) const {
    const Tree& tree = *tree_;
    if (!is_relative_pronoun(tree[t])) return t;
    for (TokenIndex up = tree.head(t); up != kNone; up = tree.head(up)) {
        if (tree.relation(up) == Deprel::acl_relcl) {
            const TokenIndex noun = tree.head(up);
            // "tariffs on goods that ...": the pronoun stands for the nearest noun phrase, which the parser
            // chose.
            return noun == kNone ? t : noun;
        }
    }
    return t;
}

std::vector<TokenIndex> Arguments::subjects(TokenIndex verb, int depth) const {
    const Tree& tree = *tree_;
    if (depth > kMaxDepth) return {};
    const bool passive = tree.is_passive(verb);
    if (passive) {
        for (const TokenIndex c : tree.children(verb)) {
            if (tree.relation(c) == Deprel::obl_agent ||
                (tree.base_relation(c) == Deprel::obl && tree.adposition(c) == "by" &&
                 !tree[c].form.empty() && tree.is_nominal(c))) {
                return spread(c);
            }
        }
        if (tree.relation(verb) == Deprel::conj && tree.head(verb) != kNone &&
            tree.is_verbal(tree.head(verb)) && tree.is_passive(tree.head(verb))) {
            return subjects(tree.head(verb), depth + 1);
        }
        return {};
    }
    const TokenIndex own = tree.child(verb, {Deprel::nsubj, Deprel::nsubj_outer});
    if (own != kNone) return spread(own);
    // "lifting the ban was a mistake": what is done stands for what it is done to.
    for (const TokenIndex c : tree.children(verb)) {
        if (tree.base_relation(c) == Deprel::csubj) return objects(c);
    }
    const TokenIndex governor = tree.head(verb);
    if (governor == kNone) return {};
    switch (tree.base_relation(verb)) {
        case Deprel::xcomp:
        case Deprel::ccomp: {
            if (tree.base_relation(verb) == Deprel::ccomp &&
                tree[verb].morph.verb_form == nlp::VerbForm::finite)
                return {};
            if (tree.is_verbal(governor)) {
                if (tree.is_passive(governor)) {
                    const TokenIndex subject = tree.child(governor, {Deprel::nsubj_pass});
                    if (subject != kNone) return spread(subject);
                    return subjects(governor, depth + 1);
                }
                const TokenIndex object = tree.child(governor, {Deprel::obj, Deprel::iobj});
                if (object != kNone && !is_subject_control(tree.lemma(governor))) return spread(object);
                if (const TokenIndex asked = requested(tree, governor); asked != kNone) return spread(asked);
            }
            if (tree.is_nominal(governor) && tree.child(governor, {Deprel::nsubj}) == kNone)
                return owners(governor);
            return subjects(governor, depth + 1);
        }
        case Deprel::advcl:
            if (const TokenIndex whom = held_to_account(tree, governor, verb); whom != kNone)
                return spread(whom);
            if (tree.is_verbal(governor) && !tree.is_passive(governor) && is_infinitive(tree, verb)) {
                if (const TokenIndex asked = requested(tree, governor); asked != kNone) return spread(asked);
            }
            if (tree.is_verbal(governor) && tree.is_passive(governor)) {
                std::vector<TokenIndex> agent = subjects(governor, depth + 1);
                if (!agent.empty()) return agent;
                const TokenIndex subject = tree.child(governor, {Deprel::nsubj_pass});
                return subject == kNone ? std::vector<TokenIndex>{} : spread(subject);
            }
            return subjects(governor, depth + 1);
        case Deprel::conj:
            if (tree.is_verbal(governor) && tree.is_passive(governor)) {
                const TokenIndex subject = tree.child(governor, {Deprel::nsubj_pass});
                return subject == kNone ? std::vector<TokenIndex>{} : spread(subject);
            }
            if (tree.is_nominal(governor) && tree.child(governor, {Deprel::cop}) == kNone) return {};
            return subjects(governor, depth + 1);
        case Deprel::acl:
            if (tree[verb].xpos == nlp::Xpos::vbg && tree.child(verb, {Deprel::mark}) == kNone &&
                tree.adposition(verb).empty()) {
                return spread(governor);
            }
            // "plans to impose", "its threat of imposing": the owner of the noun, or who has or makes it.
            {
                std::vector<TokenIndex> owner = owners(governor);
                if (!owner.empty()) return owner;
                owner = support(governor, depth + 1);
                if (!owner.empty()) return owner;
                if (tree[governor].upos == Upos::propn || tree[governor].upos == Upos::pron)
                    return spread(governor);
                return {};
            }
        case Deprel::obl:
        case Deprel::nmod:
        case Deprel::obj:
        case Deprel::nsubj:
            // A gerund read as a noun.
            return tree.is_verbal(governor) ? subjects(governor, depth + 1) : support(governor, depth + 1);
        default:
            return {};
    }
}

std::vector<TokenIndex> Arguments::objects(TokenIndex verb) const {
    const Tree& tree = *tree_;
    if (tree.is_passive(verb)) {
        const TokenIndex subject = tree.child(verb, {Deprel::nsubj_pass, Deprel::nsubj});
        if (subject != kNone) return spread(subject);
        const TokenIndex governor = tree.head(verb);
        if (governor == kNone) return {};
        switch (tree.base_relation(verb)) {
            case Deprel::acl:
            case Deprel::amod:
                return {governor};
            case Deprel::conj:
            case Deprel::xcomp:
            case Deprel::advcl:
                if (tree.is_verbal(governor) || tree.relation(verb) == Deprel::xcomp) {
                    if (tree.relation(verb) == Deprel::conj && tree.is_passive(governor))
                        return objects(governor);
                    const TokenIndex raised =
                        tree.child(governor, {Deprel::obj, Deprel::nsubj_pass, Deprel::nsubj});
                    if (raised != kNone) return spread(raised);
                }
                return {};
            default:
                return {};
        }
    }
    const TokenIndex own = tree.child(verb, {Deprel::obj});
    if (own != kNone) return spread(own);
    // "the tariffs (that) the president announced"
    if (tree.relation(verb) == Deprel::acl_relcl && tree.head(verb) != kNone) {
        const TokenIndex subject = tree.child(verb, {Deprel::nsubj});
        if (subject != kNone && antecedent_of_relative(subject) == subject &&
            tree.child(verb, {Deprel::ccomp}) == kNone) {
            return {tree.head(verb)};
        }
    }
    // "the tariffs it threatened to impose"
    if (tree.relation(verb) == Deprel::xcomp) {
        TokenIndex clause = verb;
        while (tree.relation(clause) == Deprel::xcomp && tree.head(clause) != kNone)
            clause = tree.head(clause);
        if (tree.relation(clause) == Deprel::acl_relcl && tree.head(clause) != kNone) {
            const TokenIndex subject = tree.child(clause, {Deprel::nsubj});
            if (subject != kNone && antecedent_of_relative(subject) == subject) return {tree.head(clause)};
        }
    }
    // "freezing or removing some tariffs": the object stands with the last of the verbs.
    for (const TokenIndex c : tree.children(verb)) {
        if (tree.relation(c) == Deprel::conj && tree.is_verbal(c) &&
            tree.child(c, {Deprel::nsubj}) == kNone) {
            const TokenIndex shared = tree.child(c, {Deprel::obj});
            if (shared != kNone) return spread(shared);
        }
    }
    return {};
}

std::vector<TokenIndex> Arguments::oblique(TokenIndex predicate, std::string_view adposition) const {
    const Tree& tree = *tree_;
    std::vector<TokenIndex> out;
    const auto collect = [&](TokenIndex from, TokenIndex after) {
        for (const TokenIndex c : tree.children(from)) {
            const Deprel relation = tree.base_relation(c);
            if ((relation == Deprel::obl || relation == Deprel::nmod || relation == Deprel::advcl) &&
                c >= after && tree.relation(c) != Deprel::nmod_poss && tree.adposition(c) == adposition) {
                for (const TokenIndex t : spread(c)) out.push_back(t);
            }
        }
    };
    collect(predicate, 0);
    if (!out.empty()) return out;
    if (tree.is_verbal(predicate)) {
        // "extended tariffs to cars": the phrase may hang on the object.
        for (const TokenIndex c : tree.children(predicate)) {
            if (tree.relation(c) == Deprel::obj || tree.relation(c) == Deprel::obl ||
                tree.relation(c) == Deprel::xcomp) {
                collect(c, predicate);
                // "exported ores, stones and metals to the Emirates": or on the last of them.
                if (out.empty()) collect(tree.conjuncts(c).back(), predicate);
            }
            if (!out.empty()) break;
            // "bought 60,000 tonnes of wheat from ..."
            for (const TokenIndex inner : tree.children(c)) {
                if (out.empty() && tree.base_relation(inner) == Deprel::nmod && inner > predicate)
                    collect(inner, predicate);
            }
        }
    } else {
        // "launched an investigation into the firms": the phrase may hang on the verb.
        const TokenIndex verb = support_verb(predicate);
        if (verb != kNone && adposition != "by") collect(verb, predicate);
    }
    if (out.empty() && tree.relation(predicate) == Deprel::conj && tree.head(predicate) != kNone &&
        tree[tree.head(predicate)].upos == tree[predicate].upos) {
        collect(tree.head(predicate), predicate);
    }
    return out;
}

TokenIndex Arguments::support_verb(TokenIndex noun) const {
    const Tree& tree = *tree_;
    const TokenIndex first = tree.first_conjunct(noun);
    const TokenIndex governor = tree.head(first);
    if (governor == kNone || !tree.is_verbal(governor)) return kNone;
    switch (tree.base_relation(first)) {
        case Deprel::obj:
        case Deprel::obl:
        case Deprel::xcomp:
        case Deprel::ccomp:
            return governor;
        case Deprel::nsubj:
            return tree.relation(first) == Deprel::nsubj_pass ? governor : kNone;
        default:
            return kNone;
    }
}

std::vector<TokenIndex> Arguments::owners(TokenIndex noun) const {
    const Tree& tree = *tree_;
    const TokenIndex owner = tree.child(noun, {Deprel::nmod_poss});
    if (owner != kNone) return spread(owner);
    for (const TokenIndex c : tree.children(noun)) {
        if (tree.base_relation(c) == Deprel::nmod && tree.adposition(c) == "by") return spread(c);
    }
    // "the Kenya plan", "US threats"; also a verb that was read as a noun ("Kenya plans to ...").
    for (const TokenIndex c : tree.children(noun)) {
        const Deprel relation = tree.base_relation(c);
        const bool named =
            tree[c].upos == Upos::propn || (relation == Deprel::amod && !tree[c].form.empty() &&
                                            tree[c].form.front() >= 'A' && tree[c].form.front() <= 'Z');
        if (c < noun && named &&
            (relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::nmod))
            return spread(c);
    }
    return {};
}

std::vector<TokenIndex> Arguments::support(TokenIndex noun, int depth) const {
    const Tree& tree = *tree_;
    if (depth > kMaxDepth) return {};
    const TokenIndex first = tree.first_conjunct(noun);
    if (first != noun) {
        std::vector<TokenIndex> owner = owners(first);
        if (!owner.empty()) return owner;
    }
    const TokenIndex verb = support_verb(noun);
    if (verb != kNone) {
        if (tree.relation(first) == Deprel::obl && tree.is_passive(verb)) {
            const TokenIndex subject = tree.child(verb, {Deprel::nsubj_pass});
            if (subject != kNone) return spread(subject);
        }
        return subjects(verb, depth + 1);
    }
    const TokenIndex governor = tree.head(first);
    if (governor == kNone) return {};
    if (tree.base_relation(first) == Deprel::nmod && tree.is_nominal(governor)) {
        std::vector<TokenIndex> owner = owners(governor);
        if (!owner.empty()) return owner;
        return support(governor, depth + 1);
    }
    if (tree.relation(first) == Deprel::compound) {
        std::vector<TokenIndex> owner = owners(governor);
        if (!owner.empty()) return owner;
        return support(governor, depth + 1);
    }
    return {};
}

std::vector<TokenIndex> Arguments::speakers(TokenIndex predicate) const {
    const Tree& tree = *tree_;
    for (TokenIndex t = predicate; t != kNone; t = tree.head(t)) {
        const Deprel relation = tree.base_relation(t);
        if ((relation == Deprel::ccomp || relation == Deprel::parataxis) && tree.is_verbal(tree.head(t)))
            return subjects(tree.head(t));
        // The quoted clause taken for the root, with "he said" below it.
        for (const TokenIndex c : tree.children(t)) {
            if (tree.base_relation(c) == Deprel::parataxis && tree.is_verbal(c)) return subjects(c);
        }
    }
    return {};
}

/// Subject, object and obliques of the clauses that a verb of saying or thinking governs.
std::vector<TokenIndex> Arguments::content(TokenIndex verb) const {
    const Tree& tree = *tree_;
    std::vector<TokenIndex> out;
    for (const TokenIndex c : tree.children(verb)) {
        const Deprel relation = tree.base_relation(c);
        if (relation != Deprel::ccomp && relation != Deprel::xcomp && relation != Deprel::parataxis) continue;
        for (const TokenIndex clause : tree.conjuncts(c)) {
            for (const TokenIndex part : tree.children(clause)) {
                const Deprel role = tree.base_relation(part);
                if (role != Deprel::nsubj && role != Deprel::obj && role != Deprel::obl) continue;
                for (const TokenIndex t : spread(part)) out.push_back(t);
            }
            if (tree.is_passive(clause)) {
                for (const TokenIndex t : subjects(clause)) out.push_back(t);
            }
            if (tree.is_nominal(clause)) out.push_back(clause);
        }
    }
    return out;
}

/// Of "for" in "the two firms are for the bill": the firms.
std::vector<TokenIndex> Arguments::subjects_of_phrase(TokenIndex adposition) const {
    const Tree& tree = *tree_;
    const TokenIndex noun = tree.head(adposition);
    if (noun == kNone || tree.base_relation(adposition) != Deprel::case_) return {};
    if (tree.child(noun, {Deprel::cop}) != kNone) return subjects(noun);
    // "came out against the bill", where the phrase hangs on the verb.
    const TokenIndex verb = tree.head(noun);
    return verb != kNone && tree.is_verbal(verb) && tree.base_relation(noun) == Deprel::obl
               ? subjects(verb)
               : std::vector<TokenIndex>{};
}

/// What a noun names: itself; what it stands in apposition to ("Thailand, the largest exporter") or is a
/// title of; and what it is said to be ("Thailand is the largest exporter").
std::vector<TokenIndex> Arguments::named_by(TokenIndex noun) const {
    const Tree& tree = *tree_;
    std::vector<TokenIndex> out{noun};
    const auto add = [&](const std::vector<TokenIndex>& more) {
        for (const TokenIndex t : more) {
            if (std::find(out.begin(), out.end(), t) == out.end()) out.push_back(t);
        }
    };
    const TokenIndex governor = tree.head(noun);
    switch (tree.base_relation(noun)) {
        case Deprel::appos:
            if (governor != kNone) add(spread(governor));
            break;
        case Deprel::compound:
        case Deprel::flat:
            if (governor != kNone && tree[governor].upos == Upos::propn) add({governor});
            break;
        case Deprel::xcomp:
            if (governor != kNone) add(tree.is_passive(governor) ? objects(governor) : subjects(governor));
            break;
        default:
            break;
    }
    if (tree.child(noun, {Deprel::cop}) != kNone) add(subjects(noun));
    for (const TokenIndex c : tree.children(noun)) {
        if (tree.base_relation(c) == Deprel::appos && tree[c].upos == Upos::propn) add({c});
        if (tree.base_relation(c) == Deprel::flat && tree[c].upos == Upos::propn) add({c});
    }
    return out;
}

std::vector<TokenIndex> Arguments::fill(TokenIndex predicate, const Slot& slot) const {
    const Tree& tree = *tree_;
    switch (slot.kind) {
        case Slot::Kind::subject:
            return tree[predicate].upos == Upos::adp ? subjects_of_phrase(predicate) : subjects(predicate);
        case Slot::Kind::object:
            if (tree[predicate].upos == Upos::adp) {
                const TokenIndex noun = tree.head(predicate);
                return noun == kNone ? std::vector<TokenIndex>{} : spread(noun);
            }
            return objects(predicate);
        case Slot::Kind::indirect_object: {
            const TokenIndex t = tree.child(predicate, {Deprel::iobj});
            return t == kNone ? std::vector<TokenIndex>{} : spread(t);
        }
        case Slot::Kind::possessive: {
            const TokenIndex t = tree.child(predicate, {Deprel::nmod_poss});
            return t == kNone ? std::vector<TokenIndex>{} : spread(t);
        }
        case Slot::Kind::adjective:
        case Slot::Kind::compound: {
            std::vector<TokenIndex> out;
            for (const TokenIndex c : tree.children(predicate)) {
                const Deprel relation = tree.base_relation(c);
                if (relation == Deprel::compound || relation == Deprel::amod ||
                    (relation == Deprel::nmod && c < predicate && tree.relation(c) != Deprel::nmod_poss)) {
                    for (const TokenIndex t : tree.conjuncts(c)) out.push_back(t);
                }
            }
            return out;
        }
        case Slot::Kind::between:
            return oblique(predicate, "between");
        case Slot::Kind::self:
            return named_by(predicate);
        case Slot::Kind::support:
            return support(predicate);
        case Slot::Kind::imposer:
        case Slot::Kind::target:
        case Slot::Kind::speaker:
            return {};
        case Slot::Kind::content:
            return content(predicate);
        case Slot::Kind::head: {
            const TokenIndex noun = tree.head(predicate);
            return noun == kNone || tree.base_relation(predicate) != Deprel::amod
                       ? std::vector<TokenIndex>{}
                       : std::vector<TokenIndex>{noun};
        }
        case Slot::Kind::adposition:
            return oblique(predicate, slot.adposition);
    }
    return {};
}

}  // namespace claimgraph
