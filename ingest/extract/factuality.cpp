#include "ingest/extract/factuality.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace claimgraph {
namespace {

Polarity flip(Polarity polarity) {
    return polarity == Polarity::positive ? Polarity::negative : Polarity::positive;
}

Status status_of(Effect effect) {
    switch (effect) {
        case Effect::planned:
            return Status::planned;
        case Effect::threatened:
            return Status::threatened;
        case Effect::possible:
            return Status::possible;
        case Effect::requested:
            return Status::requested;
        case Effect::averted:
            return Status::averted;
        case Effect::halted:
            return Status::halted;
        default:
            return Status::actual;
    }
}

bool is_question_mark(const nlp::Token& token) {
    return token.form == "?";
}

}  // namespace

void FactualityWalker::apply(FactualityReading& reading, Effect effect, TokenIndex cue) const {
    if (effect == Effect::none) return;
    Factuality& now = reading.value;
    const Status before = now.status;
    reading.cues.push_back(cue);
    if (effect == Effect::actual) return;
    if (effect == Effect::negative) {
        if (before == Status::halted || before == Status::averted) {
            now.status = Status::actual;  // "did not stop buying"
        } else {
            now.polarity = flip(now.polarity);
        }
        return;
    }
    const Status outer = status_of(effect);
    if (outer == Status::halted || outer == Status::averted) {
        // What was only planned, threatened or possible is averted when it is stopped; a negative thing goes
        // on.
        now.status = before == Status::actual ? outer : Status::averted;
        return;
    }
    if (before == Status::halted || before == Status::averted) {
        // "agreed to stop buying": the end of the purchases is what is planned.
        now.polarity = flip(now.polarity);
        now.status = outer;
        if (outer == Status::requested) reading.request = cue;
        return;
    }
    // A plan to ask, to consider or to threaten is no firmer than what it plans.
    const bool weaker_inside =
        before == Status::possible || before == Status::requested || before == Status::threatened;
    if (outer == Status::planned && weaker_inside) return;
    if (outer == Status::possible && (before == Status::threatened || before == Status::requested)) return;
    now.status = outer;
    if (outer == Status::requested) reading.request = cue;
}

void FactualityWalker::read_modifiers(FactualityReading& reading, TokenIndex t) const {
    const Tree& tree = *tree_;
    bool negated = false;
    Effect modal = Effect::none;
    TokenIndex modal_cue = kNone;
    TokenIndex negation = kNone;
    for (const TokenIndex c : tree.children(t)) {
        const std::string_view lemma = tree.lemma(c);
        switch (tree.base_relation(c)) {
            case Deprel::aux: {
                const Effect effect =
                    opens_condition(c) ? Effect::possible
                                       : ontology_->effect(PartOfSpeech::verb, Embedding::auxiliary, lemma);
                if (effect != Effect::none) {
                    modal = effect;
                    modal_cue = c;
                }
                break;
            }
            case Deprel::advmod:
            case Deprel::det:
            case Deprel::cc:
            case Deprel::amod: {
                const Effect effect = ontology_->effect(PartOfSpeech::adjective, Embedding::modifier, lemma);
                if (effect == Effect::negative) {
                    // "not only" denies nothing.
                    const bool only = c + 1 < tree.size() && tree.is_lemma(c + 1, {"only", "just", "merely"});
                    if (!only) {
                        negated = true;
                        negation = c;
                    }
                } else {
                    apply(reading, effect, c);
                }
                break;
            }
            case Deprel::nsubj:
            case Deprel::obj:
                // "no country has lifted", "neither ... nor ...", "imposed no duties"
                for (const TokenIndex word : tree.children(c)) {
                    const Deprel relation = tree.base_relation(word);
                    if ((relation == Deprel::det || relation == Deprel::cc) &&
                        tree.is_lemma(word, {"no", "neither"})) {
                        negated = true;
                        negation = word;
                    }
                }
                break;
            default:
                break;
        }
    }
    if (modal_cue != kNone && tree.is_lemma(modal_cue, {"would", "'d", "’d"})) {
        // Reported future ("said it would lift") is a plan; with "if" it is a possibility, with "unless" a
        // threat.
        bool conditional = false;
        for (const TokenIndex c : tree.children(t)) {
            if (tree.base_relation(c) != Deprel::advcl) continue;
            const TokenIndex mark = tree.child(c, {Deprel::mark});
            if (mark == kNone) continue;
            if (tree.is_lemma(mark, {"unless"})) modal = Effect::threatened;
            if (tree.is_lemma(mark, {"if"})) conditional = true;
        }
        const TokenIndex governor = tree.head(t);
        const bool reported = governor != kNone && tree.is_verbal(governor) &&
                              (tree.relation(t) == Deprel::ccomp || tree.relation(t) == Deprel::parataxis ||
                               tree.relation(t) == Deprel::conj);
        const bool has_reporter = tree.child(t, {Deprel::parataxis, Deprel::ccomp}) != kNone;
        if (modal == Effect::possible && !conditional && (reported || has_reporter)) modal = Effect::planned;
    } else if (modal == Effect::planned) {
        for (const TokenIndex c : tree.children(t)) {
            if (tree.base_relation(c) != Deprel::advcl) continue;
            const TokenIndex mark = tree.child(c, {Deprel::mark});
            if (mark != kNone && tree.is_lemma(mark, {"unless"})) modal = Effect::threatened;
        }
    }
    apply(reading, modal, modal_cue);
    if (negated) apply(reading, Effect::negative, negation);
    // "is to announce", "are to be imposed"
    if (modal == Effect::none && tree.is_verbal(t) && tree.relation(t) == Deprel::xcomp &&
        tree.head(t) != kNone && tree.lemma(tree.head(t)) == "be" && tree.child(t, {Deprel::mark}) != kNone) {
        apply(reading, Effect::planned, tree.head(t));
    }
}

/// "Should talks fail", "had it known": the auxiliary before its subject, where no question is asked.
bool FactualityWalker::opens_condition(TokenIndex auxiliary) const {
    const Tree& tree = *tree_;
    const TokenIndex verb = tree.head(auxiliary);
    if (!tree.is_lemma(auxiliary, {"should", "have", "be"})) return false;
    const TokenIndex subject = tree.child(verb, {Deprel::nsubj});
    if (subject == kNone || subject < auxiliary || subject > verb || in_question(verb)) return false;
    // "nor should it", "only then had it" begin with other words.
    const auto& children = tree.children(verb);
    return std::none_of(children.begin(), children.end(), [&](TokenIndex c) {
        return c < auxiliary && tree.base_relation(c) != Deprel::punct && !tree.is_lemma(c, {"and", "but"});
    });
}

Effect FactualityWalker::verb_effect(TokenIndex verb) const {
    const Tree& tree = *tree_;
    const TokenIndex particle = tree.child(verb, {Deprel::compound_prt});
    if (particle == kNone)
        return ontology_->effect(PartOfSpeech::verb, Embedding::complement, tree.lemma(verb));
    // "call off" is not "call": with a particle it is another verb.
    return ontology_->effect(PartOfSpeech::verb, Embedding::complement,
                             std::string(tree.lemma(verb)) + "_" + std::string(tree.lemma(particle)));
}

bool FactualityWalker::in_question(TokenIndex t) const {
    const nlp::Sentence& sentence = tree_->analysis().sentences[(*tree_)[t].sentence];
    for (TokenIndex last = sentence.last; last > sentence.first; --last) {
        const nlp::Token& token = (*tree_)[last - 1];
        if (is_question_mark(token)) return true;
        if (token.upos != Upos::punct) return false;
    }
    return false;
}

FactualityReading FactualityWalker::read(TokenIndex predicate, std::optional<Status> own,
                                         bool negative) const {
    return walk(predicate, own, negative, false);
}

FactualityReading FactualityWalker::read(const PredicateEntry& entry, TokenIndex predicate) const {
    // "refused to comply with the EU's sanctions": whose they are, they are there.
    const bool itself = std::any_of(entry.object.begin(), entry.object.end(),
                                    [](const Slot& slot) { return slot.kind == Slot::Kind::self; });
    const bool presupposed = entry.pos == PartOfSpeech::noun && itself && has_owner(predicate);
    FactualityReading reading = walk(predicate, entry.status, entry.negative, presupposed);
    reading.presupposed = presupposed;
    return reading;
}

/// "the EU's sanctions", "the American tariffs"
bool FactualityWalker::has_owner(TokenIndex noun) const {
    bool definite = false;
    bool named = false;
    for (const TokenIndex c : tree_->children(noun)) {
        if (tree_->relation(c) == Deprel::nmod_poss) return true;
        const Deprel relation = tree_->base_relation(c);
        definite =
            definite || (relation == Deprel::det && tree_->is_lemma(c, {"the", "these", "those", "this"}));
        const std::string_view form = (*tree_)[c].form;
        named = named || ((relation == Deprel::amod || relation == Deprel::compound) && c < noun &&
                          form.front() >= 'A' && form.front() <= 'Z');
    }
    return definite && named;
}

FactualityReading FactualityWalker::walk(TokenIndex predicate, std::optional<Status> own, bool negative,
                                         bool presupposed) const {
    const Tree& tree = *tree_;
    FactualityReading reading;
    if (own) reading.value.status = *own;
    if (negative) reading.value.polarity = Polarity::negative;
    read_modifiers(reading, predicate);
    TokenIndex below = predicate;
    for (TokenIndex t = tree.head(predicate); t != kNone; below = t, t = tree.head(t)) {
        const Deprel relation = tree.base_relation(below);
        const bool verbal = tree.is_verbal(t);
        const std::string_view lemma = tree.lemma(t);
        if (relation == Deprel::conj) {
            // The conjunct shares the auxiliaries before the first verb, and what stands above both.
            if (below == predicate || tree.is_verbal(below)) {
                const bool own_auxiliary =
                    tree.child(below, {Deprel::aux, Deprel::nsubj, Deprel::nsubj_pass}) != kNone;
                if (!own_auxiliary && verbal && tree[t].upos == tree[below].upos) {
                    FactualityReading shared = reading;
                    read_modifiers(shared, t);
                    // A negation of the first verb alone does not reach the second.
                    shared.value.polarity = reading.value.polarity;
                    reading = std::move(shared);
                }
            }
            continue;
        }
        if (relation == Deprel::parataxis || relation == Deprel::appos ||
            tree.relation(below) == Deprel::acl_relcl) {
            // A relative clause says its own thing about a noun, whatever governs the noun.
            break;
        }
        if (relation == Deprel::advcl) {
            const TokenIndex mark = tree.child(below, {Deprel::mark});
            if (mark != kNone && tree.is_lemma(mark, {"if", "unless", "whether", "should", "provided"})) {
                if (reading.value.status == Status::actual || reading.value.status == Status::planned) {
                    apply(reading, Effect::possible, mark);
                    reading.value.status = Status::possible;
                }
                break;
            }
            if (mark != kNone && tree.is_lemma(mark, {"without"})) apply(reading, Effect::negative, mark);
            if (mark != kNone && tree.is_lemma(mark, {"before", "until"}) &&
                reading.value.status == Status::actual) {
                break;
            }
            if (mark != kNone && tree.lemma(mark) != "to") break;
            // An infinitive of purpose after a verb without an effect of its own is meant, not done.
            if (mark != kNone && verbal) {
                const Effect effect = verb_effect(t);
                if (effect != Effect::none) {
                    apply(reading, effect, t);
                } else if (reading.value.status == Status::actual) {
                    apply(reading, Effect::planned, mark);
                }
                read_modifiers(reading, t);
                continue;
            }
            // A participle goes with its main clause.
            if (reading.value.status == Status::actual) {
                FactualityReading main = reading;
                read_modifiers(main, t);
                reading.value.status = main.value.status;
            }
            break;
        }
        Effect effect = Effect::none;
        if (verbal) {
            const bool complement = relation == Deprel::xcomp || relation == Deprel::ccomp ||
                                    relation == Deprel::obj || relation == Deprel::obl ||
                                    tree.relation(below) == Deprel::nsubj_pass || relation == Deprel::csubj;
            if (complement && relation == Deprel::obl && tree.adposition(below) == "by") break;
            if (complement) {
                effect = verb_effect(t);
                // A finite clause under a verb of planning or asking is reported by it ("agreed that ...").
                if (relation == Deprel::ccomp && effect == Effect::planned &&
                    tree.child(below, {Deprel::aux}) == kNone &&
                    tree[below].morph.verb_form == nlp::VerbForm::finite) {
                    effect = Effect::none;
                }
            } else if (relation == Deprel::nsubj) {
                // "the purchases may stop", "the increase was averted" through the active voice of the
                // governing verb
                effect = Effect::none;
            }
            const TokenIndex mark = tree.child(below, {Deprel::mark});
            if (relation == Deprel::ccomp && mark != kNone && tree.is_lemma(mark, {"whether", "if"})) {
                apply(reading, Effect::possible, mark);
            }
        } else {
            const bool complement = relation == Deprel::acl || relation == Deprel::nmod ||
                                    relation == Deprel::xcomp || relation == Deprel::ccomp ||
                                    relation == Deprel::obl || relation == Deprel::advcl ||
                                    relation == Deprel::csubj;
            // A participle beside a noun ("tariffs announced in May") is not embedded by it.
            const bool participle = relation == Deprel::acl && tree.child(below, {Deprel::mark}) == kNone &&
                                    tree.adposition(below).empty();
            if (participle) break;
            // A headline's infinitive ("Kenya to lift ban") is a plan.
            if (relation == Deprel::acl && tree[t].upos == Upos::propn &&
                tree[below].morph.verb_form != nlp::VerbForm::participle) {
                apply(reading, Effect::planned, below);
            }
            if (complement) {
                const PartOfSpeech pos =
                    tree[t].upos == Upos::adj ? PartOfSpeech::adjective : PartOfSpeech::noun;
                effect = ontology_->effect(pos, Embedding::complement, lemma);
            }
            if (relation == Deprel::compound)
                effect = ontology_->effect(PartOfSpeech::noun, Embedding::complement, lemma);
        }
        if (presupposed && below == predicate && effect != Effect::averted && effect != Effect::halted) break;
        apply(reading, effect, t);
        const bool clause = relation == Deprel::ccomp || relation == Deprel::csubj;
        // What holds of the reporting verb ("may have said", "did not say") does not hold of what it reports.
        if (clause && effect == Effect::none) break;
        if (relation == Deprel::nsubj && verbal && tree.relation(below) != Deprel::nsubj_pass) break;
        if (verbal || tree.is_nominal(t) || tree[t].upos == Upos::adj) read_modifiers(reading, t);
    }
    if (in_question(predicate) && reading.value.status == Status::actual)
        reading.value.status = Status::possible;
    return reading;
}

}  // namespace claimgraph
