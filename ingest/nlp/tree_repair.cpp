#include "ingest/nlp/tree_repair.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace claimgraph::nlp {
namespace {

class Repair {
  public:
    Repair(Analysis& analysis, const Sentence& sentence)
        : tokens_(analysis.tokens), first_(sentence.first), last_(sentence.last) {}

    void run() {
        if (!is_prose()) return;
        if (const std::uint32_t verb = find_verb(); verb != kNone) {
            raise(verb);
        } else {
            lower_compound();
        }
    }

  private:
    [[nodiscard]] bool is_prose() const {
        for (std::uint32_t t = last_; t > first_ && tokens_[t - 1].upos == Upos::punct; --t) {
            if (tokens_[t - 1].form == ".") return true;
        }
        return false;
    }

    [[nodiscard]] bool is_modifier(std::uint32_t t) const { return tokens_[t].deprel == Deprel::amod; }

    [[nodiscard]] bool is_finite(std::uint32_t t) const {
        const Xpos tag = tokens_[t].xpos;
        return tag == Xpos::md ||
               ((tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp) && !is_modifier(t));
    }

    /// Within a clause of its own ("after Helsinki refused").
    [[nodiscard]] bool is_subordinate(std::uint32_t t) const {
        for (; tokens_[t].head != kNone; t = tokens_[t].head) {
            const Deprel relation = base(tokens_[t].deprel);
            if (relation == Deprel::advcl || relation == Deprel::acl) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_name_or_noun(std::uint32_t t) const {
        const Token& token = tokens_[t];
        return token.upos == Upos::propn || token.upos == Upos::noun ||
               (token.upos == Upos::pron && token.xpos == Xpos::prp);
    }

    /// The last word of what may be the verb's subject: a dependent of the verb or its noun before the verb.
    [[nodiscard]] std::uint32_t subject_of(std::uint32_t verb) const {
        const std::uint32_t noun = tokens_[verb].head;
        for (std::uint32_t t = verb; t > first_; --t) {
            if (tokens_[t - 1].upos == Upos::adv && tokens_[t - 1].head == verb) continue;
            const std::uint32_t head = tokens_[t - 1].head;
            return (head == noun || head == verb) && is_name_or_noun(t - 1) ? t - 1 : kNone;
        }
        return kNone;
    }

    [[nodiscard]] std::uint32_t find_verb() const {
        std::uint32_t found = kNone;
        for (std::uint32_t t = first_; t < last_; ++t) {
            if (is_finite(t) && !is_subordinate(t)) return kNone;
            const Xpos tag = tokens_[t].xpos;
            if (found != kNone || !is_modifier(t) || (tag != Xpos::vbd && tag != Xpos::vbn)) continue;
            const std::uint32_t noun = tokens_[t].head;
            if (noun > t && noun != kNone && tokens_[noun].head == kNone && subject_of(t) != kNone) found = t;
        }
        return found;
    }

    /// "Britain suspended export licences" with "export" for its verb: the verb before it is the main one.
    void lower_compound() {
        for (std::uint32_t root = first_; root < last_; ++root) {
            const Token& token = tokens_[root];
            if (token.head != kNone || token.upos != Upos::verb ||
                (token.xpos != Xpos::vbp && token.xpos != Xpos::vb))
                continue;
            const std::uint32_t verb = root == first_ ? kNone : root - 1;
            if (verb == kNone || tokens_[verb].head != root || tokens_[verb].deprel != Deprel::nsubj ||
                (tokens_[verb].xpos != Xpos::vbd && tokens_[verb].xpos != Xpos::vbz))
                return;
            std::uint32_t noun = kNone;
            bool has_subject = false;
            for (std::uint32_t t = first_; t < last_; ++t) {
                if (tokens_[t].head == root && tokens_[t].deprel == Deprel::obj && t > root) noun = t;
                has_subject = has_subject || (tokens_[t].head == verb && is_name_or_noun(t) && t < verb);
            }
            if (noun == kNone || !has_subject) return;
            for (std::uint32_t t = first_; t < last_; ++t) {
                if (tokens_[t].head == root && t != noun) tokens_[t].head = verb;
                if (tokens_[t].head == verb && t < verb && is_name_or_noun(t))
                    tokens_[t].deprel = Deprel::nsubj;
            }
            tokens_[verb].head = kNone;
            tokens_[verb].deprel = Deprel::root;
            tokens_[verb].upos = Upos::verb;
            tokens_[noun].head = verb;
            tokens_[root].head = noun;
            tokens_[root].deprel = Deprel::compound;
            tokens_[root].upos = Upos::noun;
            tokens_[root].xpos = Xpos::nn;
            tokens_[root].feats = "Number=Sing";
            tokens_[root].morph = {};
            tokens_[root].morph.number = Number::singular;
            return;
        }
    }

    void raise(std::uint32_t verb) {
        const std::uint32_t noun = tokens_[verb].head;
        const std::uint32_t subject = subject_of(verb);
        for (std::uint32_t t = first_; t < last_; ++t) {
            Token& token = tokens_[t];
            if (token.head != noun || t == verb || t == subject) continue;
            if (t < verb) token.head = subject;
            if (token.upos == Upos::punct || base(token.deprel) == Deprel::advcl) token.head = verb;
        }
        tokens_[verb].head = kNone;
        tokens_[verb].deprel = Deprel::root;
        tokens_[verb].upos = Upos::verb;
        tokens_[verb].xpos = Xpos::vbd;
        tokens_[verb].feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
        tokens_[verb].morph.mood = Mood::indicative;
        tokens_[verb].morph.tense = Tense::past;
        tokens_[verb].morph.verb_form = VerbForm::finite;
        tokens_[verb].morph.voice = Voice::none;
        tokens_[subject].head = verb;
        tokens_[subject].deprel = Deprel::nsubj;
        tokens_[noun].head = verb;
        tokens_[noun].deprel = Deprel::obj;
    }

    std::vector<Token>& tokens_;
    std::uint32_t first_;
    std::uint32_t last_;
};

void repair_gerund(std::vector<Token>& tokens, std::uint32_t t) {
    Token& gerund = tokens[t];
    const std::uint32_t noun = gerund.head;
    if (gerund.deprel != Deprel::amod || gerund.xpos != Xpos::vbg || noun == kNone || noun < t ||
        tokens[noun].head == kNone || tokens[noun].deprel != Deprel::obj)
        return;
    const Token& marker = tokens[t - 1];
    if (marker.head != t || marker.deprel != Deprel::mark) return;
    gerund.head = tokens[noun].head;
    gerund.deprel = Deprel::advcl;
    gerund.upos = Upos::verb;
    tokens[noun].head = t;
}

bool is_noun(const Token& token) {
    return token.upos == Upos::noun || token.upos == Upos::propn;
}

/// Makes `verb` a clause on what `noun` hung on, and the noun its object.
void make_clause(std::vector<Token>& tokens, std::uint32_t verb, std::uint32_t noun, Xpos tag, VerbForm form,
                 Deprel on_verb) {
    const std::uint32_t above = tokens[verb].head == noun ? tokens[noun].head : tokens[verb].head;
    tokens[verb].head = above;
    tokens[verb].deprel = is_noun(tokens[above]) ? Deprel::acl : on_verb;
    tokens[verb].upos = Upos::verb;
    tokens[verb].xpos = tag;
    tokens[verb].morph = {};
    tokens[verb].morph.verb_form = form;
    tokens[noun].head = verb;
    tokens[noun].deprel = Deprel::obj;
}

/// "the decision to double tariffs".
void repair_doubling(std::vector<Token>& tokens, std::uint32_t t, std::uint32_t end) {
    const Token& token = tokens[t];
    if (token.upos != Upos::adj || tokens[t - 1].form != "to" || token.head == kNone) return;
    if (token.form != "double" && token.form != "triple" && token.form != "quadruple" &&
        token.form != "treble")
        return;
    std::uint32_t noun = t + 1;
    while (noun < end && !is_noun(tokens[noun]) && tokens[noun].upos != Upos::punct &&
           tokens[noun].upos != Upos::adp)
        ++noun;
    while (noun + 1 < end && tokens[noun].head == noun + 1) ++noun;
    if (noun >= end || !is_noun(tokens[noun]) || tokens[noun].head == kNone) return;
    if (token.head != noun && token.head != tokens[noun].head) return;
    make_clause(tokens, t, noun, Xpos::vb, VerbForm::infinitive, Deprel::xcomp);
    tokens[t - 1].head = t;
    tokens[t - 1].deprel = Deprel::mark;
    tokens[t - 1].upos = Upos::part;
    tokens[t - 1].xpos = Xpos::to;
}

/// "..., promising duties on pork".
void repair_promise(std::vector<Token>& tokens, std::uint32_t t) {
    const Token& token = tokens[t];
    if (token.form != "promising" && token.form != "threatening") return;
    const std::uint32_t noun = token.head;
    if (token.deprel != Deprel::amod || noun == kNone || noun < t || tokens[noun].head == kNone ||
        tokens[t - 1].form != ",")
        return;
    // "a bold, promising plan"
    if (t >= 2 && tokens[t - 2].head == noun) return;
    make_clause(tokens, t, noun, Xpos::vbg, VerbForm::participle, Deprel::advcl);
}

/// "considers imposing duties".
void repair_object_clause(std::vector<Token>& tokens, std::uint32_t t) {
    const Token& token = tokens[t];
    const std::uint32_t noun = token.head;
    if (token.xpos != Xpos::vbg || noun == kNone || noun < t || tokens[noun].head != t - 1 ||
        (token.deprel != Deprel::amod && token.deprel != Deprel::compound) ||
        tokens[noun].deprel != Deprel::obj)
        return;
    static constexpr std::array<std::string_view, 16> stems{
        "deny",  "deni", "consider", "avoid",  "suggest", "start",   "stop", "begin",
        "began", "risk", "oppos",    "propos", "resum",   "discuss", "mull", "weigh"};
    const std::string_view verb = tokens[t - 1].form;
    if (std::none_of(stems.begin(), stems.end(), [&](std::string_view s) { return verb.starts_with(s); }))
        return;
    make_clause(tokens, t, noun, Xpos::vbg, VerbForm::participle, Deprel::xcomp);
}

class CoordinationRepair {
  public:
    CoordinationRepair(Analysis& analysis, const Sentence& sentence)
        : tokens_(analysis.tokens), first_(sentence.first), last_(sentence.last) {}

    void run() {
        for (std::uint32_t t = first_; t < last_; ++t) {
            if (tokens_[t].deprel != Deprel::conj || tokens_[t].upos != Upos::noun) continue;
            const std::uint32_t noun = parallel(t);
            if (noun != kNone) tokens_[t].head = noun;
        }
        for (std::uint32_t t = first_; t < last_; ++t) join_subjects(t);
    }

  private:
    /// The preposition of a nominal, before it, or kNone.
    [[nodiscard]] std::uint32_t preposition(std::uint32_t nominal) const {
        for (std::uint32_t t = first_; t < nominal; ++t) {
            if (tokens_[t].head == nominal && tokens_[t].deprel == Deprel::case_) return t;
        }
        return kNone;
    }

    /// The noun that `conjunct` is to be joined to in place of its head, or kNone.
    [[nodiscard]] std::uint32_t parallel(std::uint32_t conjunct) const {
        const std::uint32_t head = tokens_[conjunct].head;
        if (head == kNone || head > conjunct || preposition(conjunct) != kNone) return kNone;
        const std::uint32_t before = preposition(head);
        if (before == kNone || before == first_ || tokens_[before - 1].upos != Upos::noun) return kNone;
        const std::uint32_t noun = before - 1;
        if (!governs(head, noun)) return kNone;
        for (std::uint32_t t = conjunct + 2; t < last_; ++t) {
            if (tokens_[t].head != conjunct || tokens_[t].deprel != Deprel::nmod) continue;
            const std::uint32_t own = preposition(t);
            return own == conjunct + 1 && tokens_[own].form == tokens_[before].form ? noun : kNone;
        }
        return kNone;
    }

    /// Two subjects of one verb with no more than a comma between them, to the second of which "and" joins
    /// another, are a list.
    void join_subjects(std::uint32_t first) {
        const std::uint32_t verb = tokens_[first].head;
        if (tokens_[first].deprel != Deprel::nsubj || verb == kNone || verb < first || first + 2 >= verb ||
            tokens_[first + 1].form != ",")
            return;
        std::uint32_t second = first + 2;
        while (second < verb && !(tokens_[second].head == verb && tokens_[second].deprel == Deprel::nsubj))
            ++second;
        if (second == verb) return;
        for (std::uint32_t t = first + 2; t < second; ++t) {
            if (tokens_[t].head != second) return;
        }
        bool joined = false;
        for (std::uint32_t t = second + 1; t < verb; ++t)
            joined = joined || (tokens_[t].head == second && tokens_[t].deprel == Deprel::conj);
        if (!joined) return;
        for (std::uint32_t t = second + 1; t < verb; ++t) {
            if (tokens_[t].head == second && tokens_[t].deprel == Deprel::conj) tokens_[t].head = first;
        }
        tokens_[second].head = first;
        tokens_[second].deprel = Deprel::conj;
    }

    /// Whether `noun` may take in what `head` had: it is its head, or both hang on one word.
    [[nodiscard]] bool governs(std::uint32_t head, std::uint32_t noun) const {
        return tokens_[head].head == noun || tokens_[head].head == tokens_[noun].head;
    }

    std::vector<Token>& tokens_;
    std::uint32_t first_;
    std::uint32_t last_;
};

}  // namespace

void repair_gerunds(Analysis& analysis) {
    for (const Sentence& sentence : analysis.sentences) {
        for (std::uint32_t t = sentence.first + 1; t < sentence.last; ++t) repair_gerund(analysis.tokens, t);
    }
}

void repair_clauses(Analysis& analysis) {
    for (const Sentence& sentence : analysis.sentences) {
        for (std::uint32_t t = sentence.first + 1; t < sentence.last; ++t) {
            repair_doubling(analysis.tokens, t, sentence.last);
            repair_promise(analysis.tokens, t);
            repair_object_clause(analysis.tokens, t);
        }
    }
}

void repair_coordinations(Analysis& analysis) {
    for (const Sentence& sentence : analysis.sentences) CoordinationRepair(analysis, sentence).run();
}

void repair_main_verbs(Analysis& analysis) {
    for (const Sentence& sentence : analysis.sentences) {
        if (!sentence.headline) Repair(analysis, sentence).run();
    }
}

}  // namespace claimgraph::nlp
