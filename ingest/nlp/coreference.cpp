#include "ingest/nlp/coreference.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <unordered_map>

#include "ingest/nlp/nominal_lexicon.hpp"

namespace claimgraph::nlp {
namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t kPronounSentences = 3;  // how far back a pronoun looks
constexpr std::uint32_t kPronounMentions = 60;
constexpr std::uint32_t kHeadCandidates = 12;  // mentions of the same head that a description looks at
constexpr std::uint32_t kHeadSentences = 25;
constexpr double kDoer = 2.5;  // salience of who does what the clause of a possessive tells

constexpr auto kReporting = std::to_array(
    {"say"sv,     "tell"sv,  "add"sv,    "ask"sv,      "reply"sv,    "answer"sv,  "write"sv,   "note"sv,
     "explain"sv, "argue"sv, "claim"sv,  "warn"sv,     "insist"sv,   "state"sv,   "declare"sv, "announce"sv,
     "comment"sv, "tweet"sv, "recall"sv, "continue"sv, "conclude"sv, "observe"sv, "remark"sv,  "respond"sv});

std::string lower(std::string_view s) {
    std::string result(s);
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return result;
}

struct Traits {
    std::string head;               // lower-cased lemma of a noun, form of a name
    std::string text;               // lower-cased words without determiner
    std::vector<std::string> name;  // lower-cased words of the name at the head
    std::vector<std::string> modifiers;
    std::vector<std::string> titles;
    Gender gender = Gender::unknown;
    Number number = Number::none;
    MentionKind kind = MentionKind::other;
    bool human = false;
    bool pronoun = false;
    PronounTraits pronoun_traits;
    bool proper = false;
    bool definite = false;
    bool indefinite = false;
    bool secondary = false;  // a name inside a longer mention of the same head
    std::uint32_t sentence = 0;
    std::uint32_t quote = 0;  // 0 outside of quotations
};

/// What is known of all mentions of one entity.
struct Entity {
    Gender gender = Gender::unknown;
    Number number = Number::none;
    MentionKind kind = MentionKind::other;
    bool human = false;
    std::uint32_t size = 1;
};

class Resolver {
  public:
    explicit Resolver(Analysis& analysis) : analysis_(analysis), mentions_(analysis.mentions) {}

    void run() {
        find_quotes();
        describe();
        link_speakers();
        link_equal_texts();
        link_appositions();
        link_names();
        link_heads();
        link_pronouns();
        write_chains();
    }

  private:
    [[nodiscard]] const Token& token(std::uint32_t i) const { return analysis_.tokens[i]; }
    [[nodiscard]] const Token& head(std::uint32_t m) const { return token(mentions_[m].head); }
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(mentions_.size()); }

    void find_quotes();
    void describe();
    void describe_name(std::uint32_t m);
    void link_speakers();
    void link_equal_texts();
    void link_appositions();
    void link_names();
    void link_heads();
    void link_pronouns();
    void write_chains();
    [[nodiscard]] std::uint32_t speaker_of(std::uint32_t quote) const;
    [[nodiscard]] std::uint32_t antecedent_of(std::uint32_t m);
    [[nodiscard]] double salience(std::uint32_t candidate, std::uint32_t m);
    [[nodiscard]] std::uint32_t doer_of_clause(std::uint32_t m) const;
    [[nodiscard]] bool agrees(std::uint32_t candidate, std::uint32_t m);
    [[nodiscard]] bool may_link(std::uint32_t a, std::uint32_t b);
    [[nodiscard]] bool nested(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] bool pleonastic(std::uint32_t m) const;

    std::uint32_t find(std::uint32_t m) {
        while (parents_[m] != m) {
            parents_[m] = parents_[parents_[m]];
            m = parents_[m];
        }
        return m;
    }
    void link(std::uint32_t a, std::uint32_t b);

    Analysis& analysis_;
    std::vector<Mention>& mentions_;
    std::vector<Traits> traits_;
    std::vector<std::uint32_t> parents_;
    std::vector<Entity> entities_;
    std::vector<std::uint32_t> quotes_;       // of each token
    std::vector<std::uint32_t> quote_first_;  // tokens of each quotation
    std::vector<std::uint32_t> quote_last_;
    std::vector<std::uint32_t> of_head_;  // the longest mention that each token heads, or kNone
};

void Resolver::find_quotes() {
    quotes_.assign(analysis_.tokens.size(), 0);
    quote_first_.assign(1, 0);
    quote_last_.assign(1, 0);
    std::uint32_t current = 0;
    std::uint32_t paragraph = kNone;
    for (const Sentence& sentence : analysis_.sentences) {
        if (sentence.paragraph != paragraph) {
            paragraph = sentence.paragraph;
            current = 0;
        }
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            const std::string_view form = token(i).form;
            const bool opens = form == "\u201C" || form == "``" || (form == "\"" && current == 0);
            const bool closes = form == "\u201D" || form == "''" || (form == "\"" && current != 0);
            if (opens && current == 0) {
                current = static_cast<std::uint32_t>(quote_first_.size());
                quote_first_.push_back(i);
                quote_last_.push_back(i + 1);
            } else if (closes) {
                current = 0;
            } else if (current != 0) {
                quotes_[i] = current;
                quote_last_[current] = i + 1;
            }
        }
    }
}

void Resolver::describe_name(std::uint32_t m) {
    Traits& t = traits_[m];
    const Mention& mention = mentions_[m];
    // the head with the proper nouns that are flat to it or compounds before it
    for (std::uint32_t i = mention.first; i < mention.last; ++i) {
        const Token& word = token(i);
        const bool part =
            i == mention.head ||
            (word.head == mention.head && (word.deprel == Deprel::flat || word.deprel == Deprel::compound) &&
             word.upos == Upos::propn);
        if (part) {
            t.name.push_back(lower(word.form));
        } else if (word.head == mention.head && word.deprel == Deprel::nmod_desc) {
            t.titles.push_back(lower(word.lemma));
            if (t.gender == Gender::unknown) {
                std::string title = lower(word.form);
                if (title.ends_with('.')) {
                    title.pop_back();
                }
                t.gender = gender_of_noun(title);
            }
        }
    }
    if (t.gender == Gender::unknown && (t.kind == MentionKind::person || t.kind == MentionKind::other) &&
        !t.name.empty()) {
        t.gender = gender_of_name(t.name.front());
    }
}

void Resolver::describe() {
    traits_.resize(count());
    parents_.resize(count());
    std::iota(parents_.begin(), parents_.end(), 0U);
    entities_.resize(count());
    of_head_.assign(analysis_.tokens.size(), kNone);
    for (std::uint32_t m = 0; m < count(); ++m) {
        const Mention& mention = mentions_[m];
        Traits& t = traits_[m];
        t.sentence = head(m).sentence;
        t.quote = quotes_[mention.head];
        t.kind = mention.kind;
        t.proper = head(m).upos == Upos::propn;
        std::uint32_t& longest = of_head_[mention.head];
        if (longest == kNone) {
            longest = m;
        } else {
            t.secondary = true;  // mentions come longer before shorter
            if (mention.kind != MentionKind::other && traits_[longest].kind == MentionKind::other) {
                traits_[longest].kind = mention.kind;
            }
        }
        if (mention.form == MentionForm::pronoun) {
            t.pronoun = true;
            t.pronoun_traits = personal_pronoun(lower(head(m).form)).value_or(PronounTraits{});
            t.gender = t.pronoun_traits.gender;
            t.number = t.pronoun_traits.open_number ? Number::none : t.pronoun_traits.number;
            t.human = t.pronoun_traits.human;
        } else {
            t.head = lower(t.proper ? head(m).form : head(m).lemma);
            t.number = head(m).morph.number;
            for (std::uint32_t i = mention.first; i < mention.last; ++i) {
                const Token& word = token(i);
                if (word.head == mention.head) {
                    if (word.upos == Upos::det || word.deprel == Deprel::nmod_poss) {
                        const std::string form = lower(word.form);
                        t.definite = t.definite || word.deprel == Deprel::nmod_poss || form == "the" ||
                                     form == "this" || form == "that" || form == "these" || form == "those" ||
                                     form == "both";
                        t.indefinite = t.indefinite || form == "a" || form == "an" || form == "some" ||
                                       form == "another" || form == "any" || form == "every" ||
                                       form == "each" || form == "no";
                    }
                    if (word.upos == Upos::adj || word.upos == Upos::noun || word.upos == Upos::propn ||
                        word.upos == Upos::num || word.upos == Upos::verb) {
                        t.modifiers.push_back(lower(word.lemma));
                    }
                }
                if (word.upos == Upos::det && i == mention.first) {
                    continue;
                }
                t.text += lower(word.form);
                t.text += ' ';
            }
            if (t.proper) {
                describe_name(m);
            } else {
                t.gender = gender_of_noun(t.head);
            }
            t.human = t.kind == MentionKind::person;
            if (t.gender == Gender::unknown && !t.human && t.kind != MentionKind::other) {
                t.gender = Gender::neuter;
            }
        }
        entities_[m] = {t.gender, t.number, t.kind, t.human, 1};
    }
}

void Resolver::link(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a == b) {
        return;
    }
    if (b < a) {
        std::swap(a, b);
    }
    parents_[b] = a;
    Entity& into = entities_[a];
    const Entity& from = entities_[b];
    into.gender = into.gender == Gender::unknown ? from.gender : into.gender;
    into.number = into.number == Number::none ? from.number : into.number;
    into.kind = into.kind == MentionKind::other ? from.kind : into.kind;
    into.human = into.human || from.human;
    into.size += from.size;
}

bool Resolver::nested(std::uint32_t a, std::uint32_t b) const {
    return mentions_[a].first < mentions_[b].last && mentions_[b].first < mentions_[a].last;
}

/// Whether what is known of both entities allows that they are one.
bool Resolver::may_link(std::uint32_t a, std::uint32_t b) {
    const Entity& x = entities_[find(a)];
    const Entity& y = entities_[find(b)];
    const bool gender = x.gender == Gender::unknown || y.gender == Gender::unknown || x.gender == y.gender;
    const bool kind = x.kind == y.kind || x.kind == MentionKind::other || y.kind == MentionKind::other ||
                      (x.kind != MentionKind::person && y.kind != MentionKind::person &&
                       x.kind != MentionKind::date && y.kind != MentionKind::date);
    return gender && kind;
}

/// The subject of the verb of speech next to a quotation, or kNone.
std::uint32_t Resolver::speaker_of(std::uint32_t quote) const {
    const auto sentence_of = [&](std::uint32_t i) { return analysis_.sentences[token(i).sentence]; };
    const Sentence first = sentence_of(quote_first_[quote]);
    const Sentence last = sentence_of(quote_last_[quote] - 1);
    for (std::uint32_t i = first.first; i < last.last; ++i) {
        if (quotes_[i] == quote || token(i).deprel == Deprel::nsubj_pass ||
            base(token(i).deprel) != Deprel::nsubj) {
            continue;
        }
        const std::uint32_t verb = token(i).head;
        if (verb == kNone || quotes_[verb] != 0 || of_head_[i] == kNone) {
            continue;
        }
        if (std::find(kReporting.begin(), kReporting.end(), token(verb).lemma) != kReporting.end()) {
            return of_head_[i];
        }
    }
    return kNone;
}

void Resolver::link_speakers() {
    // the first and second persons of each speaker: of each quotation, and of the text outside of them
    std::unordered_map<std::uint64_t, std::uint32_t> last;
    for (std::uint32_t m = 0; m < count(); ++m) {
        const Traits& t = traits_[m];
        if (!t.pronoun || t.pronoun_traits.person == 3) {
            continue;
        }
        std::uint64_t speaker = t.quote;
        std::uint32_t subject = kNone;
        if (t.quote != 0) {
            subject = speaker_of(t.quote);
        }
        const bool plural = t.pronoun_traits.number == Number::plural;
        const std::uint64_t key = speaker * 4 + (t.pronoun_traits.person == 2 ? 2 : plural ? 1 : 0);
        const auto [at, fresh] = last.emplace(key, m);
        if (!fresh) {
            link(at->second, m);
        }
        at->second = m;
        if (subject != kNone && t.pronoun_traits.person == 1 && !plural) {
            link(subject, m);
        }
    }
}

void Resolver::link_equal_texts() {
    std::unordered_map<std::string, std::uint32_t> last;
    for (std::uint32_t m = 0; m < count(); ++m) {
        const Traits& t = traits_[m];
        if (t.pronoun || t.secondary || t.text.empty() || t.indefinite) {
            continue;
        }
        const auto [at, fresh] = last.emplace(t.text, m);
        if (!fresh) {
            if (may_link(at->second, m) && !nested(at->second, m)) {
                link(at->second, m);
            }
            at->second = m;
        }
    }
}

void Resolver::link_appositions() {
    for (std::uint32_t m = 0; m < count(); ++m) {
        const Token& word = head(m);
        if (traits_[m].secondary || word.deprel != Deprel::appos || word.head == kNone) {
            continue;
        }
        const std::uint32_t other = of_head_[word.head];
        if (other != kNone && other != m && may_link(other, m) && !nested(other, m)) {
            link(other, m);
        }
    }
}

/// Whether the words of `part` come in this order in `whole`.
bool is_part(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
    auto at = whole.begin();
    for (const std::string& word : part) {
        at = std::find(at, whole.end(), word);
        if (at == whole.end()) {
            return false;
        }
        ++at;
    }
    return true;
}

void Resolver::link_names() {
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_word;  // last words of names
    std::unordered_map<std::string, std::uint32_t> by_initials;
    for (std::uint32_t m = 0; m < count(); ++m) {
        const Traits& t = traits_[m];
        if (!t.proper || t.secondary || t.name.empty() || t.kind == MentionKind::date) {
            continue;
        }
        std::vector<std::uint32_t>& same = by_word[t.name.back()];
        for (auto c = same.rbegin(); c != same.rend() && c - same.rbegin() < kHeadCandidates; ++c) {
            const Traits& other = traits_[*c];
            const bool part = is_part(t.name, other.name) || is_part(other.name, t.name);
            const bool person = t.kind == MentionKind::person || other.kind == MentionKind::person;
            if (part && (person || t.name == other.name) && may_link(*c, m) && !nested(*c, m)) {
                link(*c, m);
                break;
            }
        }
        same.push_back(m);
        if (t.name.size() == 1 && t.name[0].size() >= 2) {
            const auto found = by_initials.find(t.name[0]);
            if (found != by_initials.end() && may_link(found->second, m) && !nested(found->second, m)) {
                link(found->second, m);
            }
        }
        if (t.name.size() == 1) {
            continue;
        }
        std::string initials;
        for (std::uint32_t i = mentions_[m].first; i < mentions_[m].last; ++i) {
            const char c = token(i).form.front();
            if (c >= 'A' && c <= 'Z') {
                initials += static_cast<char>(c + ('a' - 'A'));
            }
        }
        if (initials.size() >= 2) {
            by_initials[initials] = m;
        }
    }
}

void Resolver::link_heads() {
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_head;
    for (std::uint32_t m = 0; m < count(); ++m) {
        const Traits& t = traits_[m];
        if (t.pronoun || t.secondary) {
            continue;
        }
        for (const std::string& title : t.titles) {
            by_head[title].push_back(m);
        }
        std::vector<std::uint32_t>& same = by_head[t.head];
        if (!t.proper && t.definite && find(m) == m && entities_[m].size == 1) {
            std::uint32_t looked = 0;
            for (auto c = same.rbegin(); c != same.rend() && looked < kHeadCandidates; ++c, ++looked) {
                const Traits& other = traits_[*c];
                if (t.sentence - other.sentence > kHeadSentences) {
                    break;
                }
                const bool numbers =
                    t.number == other.number || t.number == Number::none || other.number == Number::none;
                const bool included =
                    std::all_of(t.modifiers.begin(), t.modifiers.end(), [&](const std::string& word) {
                        return std::find(other.modifiers.begin(), other.modifiers.end(), word) !=
                               other.modifiers.end();
                    });
                if (numbers && included && !nested(*c, m) && may_link(*c, m)) {
                    link(*c, m);
                    break;
                }
            }
        }
        same.push_back(m);
    }
}

/// "It is clear that ...", "it seems ...": nothing is meant.
bool Resolver::pleonastic(std::uint32_t m) const {
    const Token& it = head(m);
    if (lower(it.form) != "it" || it.head == kNone || base(it.deprel) != Deprel::nsubj) {
        return false;
    }
    const Sentence& sentence = analysis_.sentences[it.sentence];
    const Token& verb = token(it.head);
    if (verb.lemma == "seem" || verb.lemma == "appear" || verb.lemma == "rain" || verb.lemma == "snow" ||
        verb.lemma == "turn") {
        return true;
    }
    if (verb.upos != Upos::adj && verb.upos != Upos::noun) {
        return false;
    }
    for (std::uint32_t i = it.head + 1; i < sentence.last; ++i) {
        const Token& word = token(i);
        if (word.head == it.head && (base(word.deprel) == Deprel::csubj || word.deprel == Deprel::ccomp)) {
            return true;
        }
    }
    return false;
}

bool Resolver::agrees(std::uint32_t candidate, std::uint32_t m) {
    const PronounTraits& pronoun = traits_[m].pronoun_traits;
    const Traits& t = traits_[candidate];
    if (t.secondary || (t.pronoun && t.pronoun_traits.person != 3)) {
        return false;
    }
    const Entity& entity = entities_[find(candidate)];
    if (entity.kind == MentionKind::date && pronoun.number == Number::plural) {
        return false;
    }
    if (pronoun.human) {  // he, she
        const bool person = entity.human || (t.proper && entity.kind == MentionKind::other);
        const bool gender = entity.gender == Gender::unknown || entity.gender == pronoun.gender;
        return person && gender && entity.number != Number::plural;
    }
    if (pronoun.gender == Gender::neuter) {  // it
        return !entity.human && entity.number != Number::plural && entity.kind != MentionKind::date &&
               (entity.gender == Gender::unknown || entity.gender == Gender::neuter);
    }
    // they
    const bool collective = entity.kind == MentionKind::organization || entity.kind == MentionKind::group;
    return entity.number != Number::singular || (collective && !t.pronoun);
}

/// The word for who does what the innermost clause around a possessive tells: its subject, or in an
/// infinitive the object of the verb above ("asked India to lift its ban"); kNone when neither is said.
std::uint32_t Resolver::doer_of_clause(std::uint32_t m) const {
    if (head(m).deprel != Deprel::nmod_poss) {
        return kNone;
    }
    const auto child = [&](std::uint32_t of, auto&& is) {
        const Sentence& sentence = analysis_.sentences[token(of).sentence];
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            if (token(i).head == of && is(base(token(i).deprel))) {
                return i;
            }
        }
        return kNone;
    };
    std::uint32_t verb = head(m).head;
    for (int step = 0; step < 4 && verb != kNone && token(verb).upos != Upos::verb; ++step) {
        verb = token(verb).head;
    }
    if (verb == kNone || token(verb).upos != Upos::verb) {
        return kNone;
    }
    const std::uint32_t subject = child(verb, [](Deprel r) { return r == Deprel::nsubj; });
    if (subject != kNone) {
        return subject;
    }
    const std::uint32_t above = token(verb).head;
    if (above == kNone || token(above).upos != Upos::verb || token(above).lemma == "promise" ||
        token(above).lemma == "threaten") {
        return kNone;
    }
    const bool infinitive = token(verb).morph.verb_form == VerbForm::infinitive;
    // "called on Ottawa to lift its duty"
    if (infinitive && (token(above).lemma == "call" || token(above).lemma == "appeal")) {
        return child(above, [](Deprel r) { return r == Deprel::obl; });
    }
    if (base(token(verb).deprel) != Deprel::xcomp) {
        return kNone;
    }
    return child(above, [](Deprel r) { return r == Deprel::obj || r == Deprel::iobj; });
}

double Resolver::salience(std::uint32_t candidate, std::uint32_t m) {
    const Token& word = head(candidate);
    const Deprel relation = base(word.deprel);
    double score = 0;
    if (relation == Deprel::nsubj) {
        score += 2.0;
    } else if (relation == Deprel::obj || relation == Deprel::root) {
        score += 1.0;
    } else if (word.deprel == Deprel::nmod_poss) {
        score += 0.8;
    } else if (relation == Deprel::compound || relation == Deprel::conj) {
        score -= 0.5;
    }
    const std::uint32_t sentences = traits_[m].sentence - traits_[candidate].sentence;
    score -= 1.6 * sentences;
    score -= 0.05 * static_cast<double>(m - candidate);
    score += 0.7 * std::log(static_cast<double>(entities_[find(candidate)].size));
    score += traits_[candidate].pronoun ? 0.8 : 0;
    score += traits_[candidate].proper ? 0.4 : 0;
    score += word.deprel == head(m).deprel ? 0.4 : 0;
    score += traits_[candidate].quote == traits_[m].quote ? 0.3 : 0;
    if (traits_[m].number == Number::plural && entities_[find(candidate)].number == Number::plural) {
        score += 1.0;
    }
    return score;
}

std::uint32_t Resolver::antecedent_of(std::uint32_t m) {
    const Traits& t = traits_[m];
    const Token& pronoun = head(m);
    const std::uint32_t doer = doer_of_clause(m);
    std::uint32_t best = kNone;
    double best_score = -1e9;
    for (std::uint32_t k = 1; k <= m && k <= kPronounMentions; ++k) {
        const std::uint32_t c = m - k;
        if (t.sentence - traits_[c].sentence > kPronounSentences) {
            break;
        }
        if (nested(c, m) || !agrees(c, m)) {
            continue;
        }
        const bool same_clause = traits_[c].sentence == t.sentence && head(c).head == pronoun.head &&
                                 pronoun.deprel != Deprel::nmod_poss && head(c).deprel != Deprel::nmod_poss;
        if (same_clause != t.pronoun_traits.reflexive && (same_clause || t.pronoun_traits.reflexive)) {
            continue;
        }
        const double score = salience(c, m) + (mentions_[c].head == doer ? kDoer : 0);
        if (score > best_score) {
            best_score = score;
            best = c;
        }
    }
    return best;
}

void Resolver::link_pronouns() {
    for (std::uint32_t m = 0; m < count(); ++m) {
        const Traits& t = traits_[m];
        if (!t.pronoun || t.secondary || t.pronoun_traits.person != 3 || pleonastic(m)) {
            continue;
        }
        if (const std::uint32_t antecedent = antecedent_of(m); antecedent != kNone) {
            link(antecedent, m);
        }
    }
}

void Resolver::write_chains() {
    analysis_.chains.clear();
    std::vector<std::uint32_t> numbers(count(), kNone);
    std::vector<std::uint32_t> sizes(count());
    for (std::uint32_t m = 0; m < count(); ++m) {
        mentions_[m].chain = kNone;
        if (!traits_[m].secondary) {
            ++sizes[find(m)];
        }
    }
    for (std::uint32_t m = 0; m < count(); ++m) {
        const std::uint32_t root = find(traits_[m].secondary ? of_head_[mentions_[m].head] : m);
        if (sizes[root] < 2) {
            continue;
        }
        if (numbers[root] == kNone) {
            numbers[root] = static_cast<std::uint32_t>(analysis_.chains.size());
            analysis_.chains.emplace_back();
        }
        mentions_[m].chain = numbers[root];
        if (!traits_[m].secondary) {
            analysis_.chains[numbers[root]].push_back(m);
        }
    }
}

}  // namespace

void resolve_coreference(Analysis& analysis) {
    Resolver(analysis).run();
}

}  // namespace claimgraph::nlp
