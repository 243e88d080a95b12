#include "ingest/extract/linking/mention_finder.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace claimgraph {
namespace {

using Kind = Sense::Kind;
using Match = PhraseIndex::Match;
using nlp::MentionForm;
using nlp::Token;
using nlp::Xpos;

constexpr std::array<std::string_view, 21> kNameParticles = {"of", "&",   "de",  "la",  "von", "van", "bin",
                                                             "al", "el",  "del", "da",  "der", "di",  "le",
                                                             "du", "dos", "den", "ter", "ibn", "'t",  "y"};

constexpr std::array<std::string_view, 58> kTradeWords = {
    "levied",   "surtax",   "sanction",    "prohibit",  "bar",        "halt",         "fee",
    "limit",    "cargo",    "exporting",   "importing", "crop",       "import",       "export",
    "tariff",   "duty",     "tax",         "levy",      "quota",      "ban",          "sale",
    "purchase", "buy",      "sell",        "ship",      "shipment",   "supply",       "price",
    "producer", "maker",    "market",      "embargo",   "trade",      "deliver",      "delivery",
    "shipper",  "importer", "exporter",    "order",     "surcharge",  "dump",         "subsidy",
    "restrict", "control",  "restriction", "license",   "excise",     "curb",         "exempt",
    "cover",    "include",  "output",      "produce",   "production", "manufacturer", "consumption",
    "stock",    "demand"};

// Capitalized words that are no part of names.
constexpr std::array<std::string_view, 37> kCalendar = {
    "Monday",   "Tuesday",  "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",    "January",
    "February", "March",    "April",     "June",     "July",   "August",   "September", "October",
    "November", "December", "Jan",       "Feb",      "Aug",    "Sept",     "Sep",       "Oct",
    "Nov",      "Dec",      "Mr",        "Mrs",      "Ms",     "Jan.",     "Feb.",      "Aug.",
    "Sept.",    "Oct.",     "Nov.",      "Dec.",     "Mo."};

constexpr std::array<std::string_view, 24> kBeliefs = {
    "republican", "democrat",  "democratic", "conservative", "liberal",  "tory",  "muslim",   "islamic",
    "christian",  "jewish",    "jew",        "catholic",     "orthodox", "hindu", "buddhist", "sunni",
    "shia",       "communist", "socialist",  "latino",       "hispanic", "nazi",  "western",  "internet"};
constexpr std::array<std::string_view, 4> kPairWords = {"two", "both", "either", "each"};

std::string lower(std::string_view text) {
    std::string out;
    for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

constexpr std::array<std::string_view, 8> kCountryNouns = {"country", "nation",   "bloc",   "kingdom",
                                                           "island",  "republic", "regime", "community"};

template <class Range>
bool contains(const Range& range, std::string_view word) {
    return std::find(range.begin(), range.end(), word) != range.end();
}

// A proposed name: the widest are taken first, then those that cross none of the taken.
struct Proposal {
    TokenRange range;
    int rank = 0;  // at equal width the lower wins
    MentionCandidate candidate;
};

constexpr int kRecognised = 5;  // rank of the recogniser's names

class Finder {
  public:
    Finder(const EntityLexicons& lexicons, const Tree& tree, int year, std::vector<OfficeWords>& offices)
        : lexicons_(lexicons),
          offices_(offices),
          tree_(tree),
          analysis_(tree.analysis()),
          year_(year),
          named_(tree.size(), kNone) {}

    std::vector<MentionCandidate> run() {
        const PhraseWords words = lexicons_.phrases().words(analysis_);
        by_sentence();
        find_common_words();
        for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
            capitals_ = words.capitals[s];
            matches_.clear();
            lexicons_.phrases().match(words, s, matches_);
            sentence_ = s;
            find_titles();
            find_names();
            find_nominals();
            find_listed_goods();
            find_enumerated_goods();
            find_traded_goods();
            find_descriptions();
            find_pronouns();
        }
        std::stable_sort(out_.begin(), out_.end(), [](const MentionCandidate& a, const MentionCandidate& b) {
            return a.mention.first != b.mention.first ? a.mention.first < b.mention.first
                                                      : a.mention.last > b.mention.last;
        });
        return std::move(out_);
    }

  private:
    [[nodiscard]] const Token& token(TokenIndex t) const { return analysis_.tokens[t]; }
    [[nodiscard]] const nlp::Sentence& sentence() const { return analysis_.sentences[sentence_]; }

    // Words that the document writes in lower case too: capitals alone make them no names.
    void find_common_words() {
        for (const Token& word : analysis_.tokens) {
            if (!word.form.empty() && word.form.front() >= 'a' && word.form.front() <= 'z') {
                common_.emplace(word.form);
            }
        }
        for (const nlp::Sentence& sentence : analysis_.sentences) {
            for (TokenIndex t = sentence.first + 1; !sentence.headline && t + 1 < sentence.last; ++t) {
                if (starts_with_capital(token(t).form) && starts_with_capital(token(t + 1).form))
                    capital_pairs_.insert(std::string(token(t).form) + " " + std::string(token(t + 1).form));
            }
        }
    }

    // "North Sea Fisheries Agreement", "NAFTA"
    [[nodiscard]] bool is_measure(TokenRange run) const {
        if (lexicons_.is_measure_name(phrase_text(analysis_, run))) return true;
        return run.size() > 1 && !has_body_head(run) &&
               lexicons_.is_measure_noun(singular(lower(token(run.last - 1).form)));
    }

    [[nodiscard]] bool is_common(TokenRange run) const {
        for (TokenIndex t = run.first; t < run.last; ++t) {
            if (!is_particle(t) && !common_.contains(lower(token(t).form))) return false;
        }
        return true;
    }

    void by_sentence() {
        recognised_.resize(analysis_.sentences.size());
        for (const nlp::Mention& mention : analysis_.mentions) {
            if (mention.form == MentionForm::name && mention.first < mention.last) {
                recognised_[analysis_.tokens[mention.first].sentence].push_back(&mention);
            }
        }
    }

    // The token of the range that hangs outside it.
    [[nodiscard]] TokenIndex head_of(TokenRange range) const {
        for (TokenIndex t = range.first; t < range.last; ++t) {
            const TokenIndex up = token(t).head;
            if ((up == kNone || !range.contains(up)) && token(t).upos != Upos::punct &&
                token(t).upos != Upos::adp && token(t).upos != Upos::det) {
                return t;
            }
        }
        return range.last - 1;
    }

    [[nodiscard]] bool is_possessive(TokenRange range) const {
        return range.last < sentence().last && token(range.last).xpos == Xpos::pos;
    }

    // Inside a larger noun phrase: adjective, compound, or possessive of a noun outside the range.
    [[nodiscard]] bool modifies(TokenRange range, TokenIndex head) const {
        if (is_possessive(range)) return true;
        switch (nlp::base(token(head).deprel)) {
            case Deprel::amod:
            case Deprel::compound:
                return true;
            case Deprel::nmod:
                return token(head).deprel == Deprel::nmod_poss || token(head).deprel == Deprel::nmod_desc;
            default:
                return false;
        }
    }

    MentionCandidate make(TokenRange range, MentionClass sort, ReferenceForm form) const {
        MentionCandidate candidate;
        candidate.sort = sort;
        candidate.core = range;
        EntityMention& mention = candidate.mention;
        mention.first = range.first;
        mention.last = range.last;
        mention.head = head_of(range);
        mention.sentence = sentence_;
        mention.form = form;
        mention.possessive = is_possessive(range);
        mention.modifier = modifies(range, mention.head);
        return candidate;
    }

    void find_titles() {
        titles_.clear();
        for (const Match& match : matches_) {
            // "Roe Partners" is a firm.
            const bool firm = match.last == match.first + 1 && match.first > sentence().first &&
                              lexicons_.is_company_suffix(token(match.first).form) &&
                              starts_with_capital(token(match.first - 1).form) &&
                              starts_with_capital(token(match.first).form);
            if (lexicons_.sense(match.value).kind == Kind::title && !firm &&
                (titles_.empty() || match.first >= titles_.back().last)) {
                titles_.push_back({match.first, match.last});
                const EntityLexicons::TitleEntry& title =
                    lexicons_.titles()[lexicons_.sense(match.value).index];
                offices_.push_back({titles_.back(), title.sort, title.country});
            }
        }
    }

    // The title that ends right before `t`, if any.
    [[nodiscard]] TokenRange title_before(TokenIndex t) const {
        for (const TokenRange& title : titles_) {
            if (title.last == t || (title.last + 1 == t && t > 0 && token(t - 1).form == ".")) return title;
        }
        return {};
    }

    [[nodiscard]] bool inside_title_before_name(TokenRange range) const {
        return std::ranges::any_of(titles_, [&](const TokenRange& title) {
            return title.first < range.last && range.first < title.first && range.last <= title.last &&
                   title.last < sentence().last && starts_with_capital(token(title.last).form);
        });
    }

    void find_names() {
        proposals_.clear();
        for (const Match& match : matches_) propose_lexical(match);
        for (const nlp::Mention* mention : recognised_[sentence_]) propose_recognised(*mention);
        if (!mostly_capitals()) propose_runs();
        std::stable_sort(proposals_.begin(), proposals_.end(), [](const Proposal& a, const Proposal& b) {
            // The recogniser errs more often than the lexicons and the rules for runs of capitals.
            if ((a.rank == kRecognised) != (b.rank == kRecognised)) return b.rank == kRecognised;
            return a.range.size() != b.range.size() ? a.range.size() > b.range.size() : a.rank < b.rank;
        });
        const std::size_t before = out_.size();
        for (Proposal& proposal : proposals_) {
            if (admissible(proposal, before)) accept(std::move(proposal.candidate));
        }
    }

    [[nodiscard]] bool admissible(const Proposal& proposal, std::size_t before) const {
        for (std::size_t i = before; i < out_.size(); ++i) {
            const TokenRange taken{out_[i].mention.first, out_[i].mention.last};
            const TokenRange range = proposal.range;
            if (range.last <= taken.first || taken.last <= range.first) continue;
            const bool inside = taken.first <= range.first && range.last <= taken.last && !(range == taken);
            // A name may hold countries ("Bank of England") but no names of the same sort.
            if (!inside || proposal.candidate.sort != MentionClass::country) return false;
            if (out_[i].sort == MentionClass::country || out_[i].sort == MentionClass::person) return false;
        }
        return true;
    }

    void accept(MentionCandidate candidate) {
        for (TokenIndex t = candidate.mention.first; t < candidate.mention.last; ++t) {
            if (named_[t] == kNone) named_[t] = static_cast<std::uint32_t>(out_.size());
        }
        out_.push_back(std::move(candidate));
    }

    void propose_lexical(const Match& match) {
        const Sense& sense = lexicons_.sense(match.value);
        const TokenRange range{match.first, match.last};
        Proposal proposal;
        proposal.range = range;
        switch (sense.kind) {
            case Kind::country:
            case Kind::adjective:
            case Kind::people:
            case Kind::seat: {
                if (sense.kind == Kind::people && !is_people(range, sense)) return;
                if (match.last - match.first == 1 && is_other_word(match.first)) return;
                proposal.rank = sense.kind == Kind::people      ? 1
                                : sense.kind == Kind::country   ? 2
                                : sense.kind == Kind::adjective ? 3
                                                                : 4;
                const bool adjective = sense.kind == Kind::adjective && !is_people(range, sense);
                proposal.candidate = make(range, MentionClass::country,
                                          adjective ? ReferenceForm::adjective : ReferenceForm::name);
                proposal.candidate.mention.metonym = sense.kind == Kind::seat;
                proposal.candidate.mention.modifier |= adjective;
                proposal.candidate.people = sense.kind == Kind::people;
                break;
            }
            case Kind::organization:
                if (inside_title_before_name(range)) return;
                proposal.rank = 2;
                proposal.candidate = make(range, MentionClass::organization, ReferenceForm::name);
                break;
            case Kind::person:
                if (!propose_person(range, sense, proposal)) return;
                break;
            default:
                return;
        }
        proposal.candidate.sense = sense.kind;
        proposal.candidate.entry = sense.index;
        proposals_.push_back(std::move(proposal));
    }

    // "us" and "it" in capitals throughout, "may" and "polish" at the start of a sentence.
    [[nodiscard]] bool is_other_word(TokenIndex t) const {
        if (token(t).upos == Upos::verb || token(t).upos == Upos::aux) return token(t).form != "US";
        return token(t).upos == Upos::pron && !(token(t).form == "US" && !capitals_);
    }

    // "Americans", "the Chinese": nationals rather than an adjective.
    [[nodiscard]] bool is_people(TokenRange range, const Sense& sense) const {
        const TokenIndex last = range.last - 1;
        const bool nominal = token(last).upos == Upos::noun || token(last).upos == Upos::propn;
        switch (nlp::base(token(last).deprel)) {
            case Deprel::amod:
            case Deprel::compound:
            case Deprel::flat:
                return false;
            default:
                break;
        }
        if (sense.plural) return true;
        return sense.kind == Kind::people && nominal && last + 1 < sentence().last &&
               !starts_with_capital(token(last + 1).form);
    }

    bool propose_person(TokenRange range, const Sense& sense, Proposal& proposal) {
        const PersonEntry& person = lexicons_.people()[sense.index];
        if (sense.weak && year_ != 0 && (year_ < person.from || year_ > person.to)) return false;
        const std::uint32_t width = range.size();
        if (width == 1 && (continues_name(range.first, false) || continues_name(range.first, true)))
            return false;
        // The words of office are the title, not the name.
        TokenRange name = range;
        for (const TokenRange& title : titles_) {
            if (title.first == range.first && title.last < range.last) name.first = title.last;
        }
        proposal.rank = 1;
        proposal.range = name;
        proposal.candidate = make(name, MentionClass::person, ReferenceForm::name);
        proposal.candidate.weak = sense.weak;
        proposal.candidate.title = title_before(name.first);
        return true;
    }

    // Whether another capitalized name word stands right beside `t` as part of the same name.
    [[nodiscard]] bool continues_name(TokenIndex t, bool after) const {
        if (capitals_ || mostly_capitals()) return false;
        if (after) {
            if (t + 1 >= sentence().last) return false;
            const Token& next = token(t + 1);
            return next.upos == Upos::propn && starts_with_capital(next.form) &&
                   next.deprel != Deprel::conj && !is_lexical_head(t + 1);
        }
        if (t == sentence().first) return false;
        const Token& previous = token(t - 1);
        return previous.upos == Upos::propn && starts_with_capital(previous.form) &&
               title_before(t).empty() && lexicons_.gender_of_first_name(previous.form) != 'u';
    }

    // "Trump Administration", "Trump White House", "Trump Tariffs".
    [[nodiscard]] bool is_lexical_head(TokenIndex t) const {
        return std::ranges::any_of(matches_, [&](const Match& match) {
            return match.first == t && lexicons_.sense(match.value).kind != Kind::person;
        });
    }

    [[nodiscard]] bool mostly_capitals() const {
        if (capitals_) return true;
        std::uint32_t words = 0;
        std::uint32_t capitals = 0;
        for (TokenIndex t = sentence().first; t < sentence().last; ++t) {
            // Headlines that capitalize their words capitalize their verbs.
            if (token(t).upos == Upos::verb && !starts_with_capital(token(t).form)) return false;
            if (token(t).form.size() < 4 || token(t).upos == Upos::punct) continue;
            ++words;
            capitals += starts_with_capital(token(t).form) ? 1 : 0;
        }
        return words >= 4 && capitals * 10 >= words * 7;
    }

    void propose_recognised(const nlp::Mention& mention) {
        TokenRange range{mention.first, mention.last};
        while (range.size() > 1 &&
               (token(range.first).upos == Upos::det || token(range.first).upos == Upos::punct)) {
            ++range.first;
        }
        while (range.size() > 1 &&
               (token(range.last - 1).xpos == Xpos::pos || token(range.last - 1).upos == Upos::punct)) {
            --range.last;
        }
        MentionClass sort = MentionClass::unknown;
        switch (mention.kind) {
            case nlp::MentionKind::person:
                sort = MentionClass::person;
                break;
            case nlp::MentionKind::organization:
                sort = MentionClass::organization;
                break;
            case nlp::MentionKind::place:
                sort = MentionClass::place;
                break;
            default:
                return;
        }
        if (!starts_with_capital(token(range.first).form)) return;
        if (range.size() == 1 && (contains(kCalendar, token(range.first).form) || is_belief(range.first)))
            return;
        if (std::ranges::any_of(titles_, [&](const TokenRange& title) {
                return title.first <= range.first && range.last <= title.last + 1;
            })) {
            return;  // "President", "Mr."
        }
        if (sort == MentionClass::person) {
            for (const TokenRange& title : titles_) {
                if (title.first >= range.first && title.last < range.last) range.first = title.last;
            }
        } else if (inside_title_before_name(range) || ends_with_title(range) || is_measure(range)) {
            return;
        }
        propose_name(range, sort, kRecognised);
    }

    [[nodiscard]] bool ends_with_title(TokenRange range) const {
        return std::ranges::any_of(titles_, [&](const TokenRange& title) {
            return title.last == range.last && title.first > range.first;
        });
    }

    // "Republicans", "Democratic", "Muslim": people and what is theirs, no names of anybody.
    [[nodiscard]] bool is_belief(TokenIndex t) const {
        return contains(kBeliefs, singular(lower(token(t).form)));
    }
    [[nodiscard]] static std::string singular(std::string word) {
        if (word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's') word.pop_back();
        return word;
    }

    void propose_name(TokenRange range, MentionClass sort, int rank) {
        Proposal proposal;
        proposal.range = range;
        proposal.rank = rank;
        proposal.candidate = make(range, sort, ReferenceForm::name);
        if (sort == MentionClass::person) proposal.candidate.title = title_before(range.first);
        proposals_.push_back(std::move(proposal));
    }

    [[nodiscard]] bool is_name_word(TokenIndex t) const {
        const Token& word = token(t);
        if (!starts_with_capital(word.form) || word.form == "I") return false;
        if (contains(kCalendar, word.form)) return false;
        switch (word.upos) {
            case Upos::propn:
                return true;
            case Upos::noun:
            case Upos::adj:
            case Upos::x:
                return t != sentence().first;
            case Upos::verb:
                return t != sentence().first && word.form.size() > 1 &&
                       (nlp::base(word.deprel) == Deprel::compound || nlp::base(word.deprel) == Deprel::flat);
            default:
                return false;
        }
    }

    [[nodiscard]] bool is_particle(TokenIndex t) const {
        return contains(kNameParticles, token(t).form) || token(t).form == "-";
    }

    void propose_runs() {
        for (TokenIndex t = sentence().first; t < sentence().last;) {
            if (!is_name_word(t) && !(t == sentence().first && opens_name(t))) {
                ++t;
                continue;
            }
            TokenIndex end = t + 1;
            while (end < sentence().last) {
                if (is_name_word(end)) {
                    ++end;
                } else if (const TokenIndex next = after_joint({t, end}); next > end) {
                    end = next;
                } else if (token(end).form == "." && token(end - 1).form.size() <= 4 &&
                           end + 1 < sentence().last && is_name_word(end + 1)) {
                    end += 2;
                } else {
                    break;
                }
            }
            split_run({t, end});
            t = end;
        }
    }

    // A word at the start of a sentence, where its capital tells nothing, that the next shows to open a name:
    // the document has the two in capitals elsewhere, they open a body's or a firm's name, or the recogniser
    // sees one.
    [[nodiscard]] bool opens_name(TokenIndex t) const {
        const Token& word = token(t);
        if (t + 1 >= sentence().last || !starts_with_capital(word.form) ||
            common_.contains(lower(word.form)) || contains(kCalendar, word.form) || is_quantifier(t))
            return false;
        if (word.upos != Upos::noun && word.upos != Upos::adj && word.upos != Upos::num &&
            word.upos != Upos::x && word.upos != Upos::verb)
            return false;
        if (token(t + 1).form == "-" && !word.space_after && !token(t + 1).space_after)
            return t + 2 < sentence().last && is_name_word(t + 2);
        if (!is_name_word(t + 1)) return false;
        if (std::ranges::any_of(matches_, [&](const Match& match) { return match.first == t; })) return false;
        if (capital_pairs_.contains(std::string(word.form) + " " + std::string(token(t + 1).form)))
            return true;
        const Deprel relation = nlp::base(word.deprel);
        if (relation != Deprel::amod && relation != Deprel::compound && relation != Deprel::nummod &&
            relation != Deprel::flat && relation != Deprel::nmod)
            return false;
        TokenIndex last = t + 1;
        while (last < sentence().last && is_name_word(last)) ++last;
        if (lexicons_.is_company_suffix(token(last - 1).form)) return true;
        return std::ranges::any_of(recognised_[sentence_], [&](const nlp::Mention* mention) {
            return mention->first == t && mention->last > t + 1;
        });
    }

    // After the words that join the run to a further name word and that word, or the run's end: "Bank | of
    // England", "de la | Mora", "Centre | for | Trade", "Ministry of Trade | and | Industry", "Steel Workers
    // | ' | Union".
    [[nodiscard]] TokenIndex after_joint(TokenRange run) const {
        const TokenIndex joint = run.last;
        const auto name_at = [&](TokenIndex t) { return t < sentence().last && is_name_word(t); };
        if (is_particle(joint)) {
            if (name_at(joint + 1)) return joint + 2;
            if (joint + 1 < sentence().last && is_particle(joint + 1) && token(joint).form != "of" &&
                token(joint + 1).form != "of" && name_at(joint + 2))
                return joint + 3;
        }
        // "Kim Hyun | -chong"
        if (token(joint).form == "-" && run.size() >= 2 && is_given_name_part(joint + 1)) return joint + 2;
        const std::string_view form = token(joint).form;
        if (form == "of" && name_at(joint + 2) && token(joint + 1).form == "the" && heads_body(run))
            return joint + 3;
        if (!name_at(joint + 1)) return joint;
        if ((form == "for" || form == "on" || form == "against") && heads_body(run) &&
            !is_country_alone(joint + 1))
            return joint + 2;
        if (form == "and" && (is_joint_complement(run) || is_joint_modifier(run))) return joint + 2;
        if (token(joint).xpos == Xpos::pos && opens_members_name(run)) return joint + 2;
        return joint;
    }

    // The second part of a given name after a hyphen, written small and close.
    [[nodiscard]] bool is_given_name_part(TokenIndex t) const {
        static constexpr std::array<std::string_view, 12> kOther = {
            "led", "run", "made", "born", "era", "wide", "held", "like", "free", "type", "cut", "hit"};
        if (t >= sentence().last || token(t - 1).space_after || token(t - 2).space_after) return false;
        const std::string_view form = token(t).form;
        return form.size() >= 2 && form.size() <= 5 && !contains(kOther, form) &&
               std::ranges::all_of(form, [](char c) { return c >= 'a' && c <= 'z'; }) &&
               (token(t).upos == Upos::propn || token(t).upos == Upos::x || form.size() <= 4);
    }

    // A body's head closes the run: "Commerce Ministry", "Center".
    [[nodiscard]] bool heads_body(TokenRange run) const {
        return std::ranges::any_of(matches_, [&](const Match& match) {
            return match.first >= run.first && match.last == run.last &&
                   lexicons_.sense(match.value).kind == Kind::body;
        });
    }

    [[nodiscard]] bool is_country_alone(TokenIndex t) const {
        return std::ranges::any_of(matches_, [&](const Match& match) {
            return match.first == t && lexicons_.sense(match.value).kind == Kind::country &&
                   (match.last >= sentence().last || !is_name_word(match.last));
        });
    }

    [[nodiscard]] bool opens_known_name(TokenIndex t) const {
        return std::ranges::any_of(matches_, [&](const Match& match) {
            const Kind kind = lexicons_.sense(match.value).kind;
            return match.first <= t && t < match.last &&
                   (kind == Kind::country || kind == Kind::adjective || kind == Kind::seat ||
                    kind == Kind::organization || kind == Kind::person || kind == Kind::title);
        });
    }

    // "Ministry of Trade | and Industry": the tree joins the two within the phrase of the body.
    [[nodiscard]] bool is_joint_complement(TokenRange run) const {
        TokenIndex link = run.first;
        while (link < run.last && token(link).form != "of" && token(link).form != "for" &&
               token(link).form != "on")
            ++link;
        if (link == run.last || link == run.first || !heads_body({run.first, link})) return false;
        const TokenIndex next = run.last + 1;
        if (opens_known_name(next)) return false;
        TokenIndex up = next;
        while (token(up).head != kNone && token(up).head > next &&
               nlp::base(token(up).deprel) != Deprel::conj)
            up = token(up).head;
        const TokenIndex other = token(up).head;
        return nlp::base(token(up).deprel) == Deprel::conj && other != kNone && other > link &&
               other < run.last;
    }

    // "Tax | and Customs Board": the first is a modifier of what the second heads.
    [[nodiscard]] bool is_joint_modifier(TokenRange run) const {
        const TokenIndex word = run.last - 1;
        const TokenIndex head = token(word).head;
        return nlp::base(token(word).deprel) == Deprel::compound && head != kNone && head > run.last &&
               head < sentence().last && is_name_word(head) && !opens_known_name(word) &&
               !opens_known_name(run.last + 1) && head - run.last <= 4;
    }

    // "Stockmen's | Union", "Loom Workers' | Joint Board": a body of those whom the possessive names.
    [[nodiscard]] bool opens_members_name(TokenRange run) const {
        const TokenIndex word = run.last - 1;
        if (token(word).morph.number != nlp::Number::plural || opens_known_name(word)) return false;
        TokenIndex last = run.last + 1;
        while (last < sentence().last && is_name_word(last)) ++last;
        return lexicons_.is_company_suffix(token(last - 1).form) || heads_body({run.last + 1, last});
    }

    // A run of capitalized words is cut at titles: "Federal Reserve | Chairman | Jane Doe".
    void split_run(TokenRange run) {
        TokenIndex from = run.first;
        for (const TokenRange& title : titles_) {
            if (title.first < from && from < title.last) from = title.last;  // "President and | CEO Jane Doe"
            if (title.first < from || title.first >= run.last) continue;
            if (title.last < run.last && is_particle(title.last)) continue;
            if (is_word_of_body(title, run)) continue;
            name_run({from, title.first});
            from = title.last;
        }
        if (from < run.last) name_run({from, run.last});
    }

    // "General | Services Administration", "Rice | Growers | Council": no office, but part of the name.
    [[nodiscard]] bool is_word_of_body(TokenRange title, TokenRange run) const {
        if (title.size() > 1) return false;
        const std::string word = lower(token(title.first).form);
        const bool several = token(title.first).morph.number == nlp::Number::plural;
        // "Confederation of Cheese | Producers"
        for (TokenIndex t = run.first + 1; several && t < title.first; ++t) {
            if (token(t).form == "of" && heads_body({run.first, t})) return true;
        }
        if (title.last >= run.last) return false;
        if (!several && word != "general" && word != "chief" && word != "trader" && word != "farmer" &&
            word != "member" && word != "investor")
            return false;
        return lexicons_.is_company_suffix(token(run.last - 1).form) || heads_body({title.last, run.last});
    }

    void name_run(TokenRange run) {
        while (!run.empty() && (is_particle(run.first) || token(run.first).form == ".")) ++run.first;
        while (!run.empty() && is_particle(run.last - 1)) --run.last;
        if (run.empty() || (run.size() == 1 && is_belief(run.first))) return;
        if (run.size() > 1 && is_belief(run.last - 1) && sort_by_words(run) == MentionClass::unknown) {
            name_run({run.first, run.last - 1});  // "Kentucky Republican"
            return;
        }
        if (is_capital_group(run)) return;
        // "Ambassador to | Germany | Jane Doe": a known name, then a person whom the recogniser sees.
        for (const Match& match : matches_) {
            const Kind kind = lexicons_.sense(match.value).kind;
            if (match.first != run.first || match.last >= run.last ||
                (kind != Kind::country && kind != Kind::organization && kind != Kind::adjective))
                continue;
            if (sees_person({match.last, run.last})) {
                propose_name({match.last, run.last}, MentionClass::person, 0);
                return;
            }
        }
        for (TokenIndex t = run.first + 1; t + 1 < run.last; ++t) {
            const bool titled = t <= run.first + 3 && !title_before(run.first).empty();
            if (token(t).form == "of" && (titled || sees_person({run.first, t}))) {
                name_run({run.first, t});
                name_run({t + 1, run.last});
                return;
            }
        }
        // "Secretary of | Agriculture | Jane Doe", "President of the | Grain Board | Jane Doe"
        for (TokenIndex t = run.first + 1; t + 1 < run.last; ++t) {
            const bool office =
                follows_office(run.first) || (has_body_head({run.first, t}) && token(t - 1).form != "of");
            if (!office || !opens_person({t, run.last})) continue;
            name_run({run.first, t});
            propose_name({t, run.last}, MentionClass::person, 0);
            return;
        }
        if (run.first > sentence().first && run.first == sentence().first + 1) run.first = person_start(run);
        MentionClass sort = sort_of_run(run);
        if (sort == MentionClass::unknown && seen_whole(run)) sort = MentionClass::organization;
        if (sort != MentionClass::organization) {
            // "Ministry of Commerce" is one name; "Brazil of Lula" is two.
            for (TokenIndex t = run.first; t < run.last; ++t) {
                if (token(t).form != "of" || t == run.first) continue;
                name_run({run.first, t});
                name_run({t + 1, run.last});
                return;
            }
        }
        if (sort == MentionClass::unknown && is_common(run)) return;
        if (sort != MentionClass::person && is_measure(run)) return;
        propose_name(run, sort, 6);
        if (sort == MentionClass::organization) {
            const std::uint32_t body = body_of(run);
            if (body == kNone) return;
            proposals_.back().candidate.sense = Kind::body;
            proposals_.back().candidate.entry = body;
        }
    }

    // The entry of the body that heads the name, or kNone.
    [[nodiscard]] std::uint32_t body_of(TokenRange run) const {
        for (const Match& match : matches_) {
            const Sense& sense = lexicons_.sense(match.value);
            if (sense.kind != Kind::body || match.first < run.first || match.last > run.last) continue;
            if (match.last == run.last || token(match.last).form == "of") return sense.index;
        }
        return kNone;
    }

    // "U.S. Officials": a group in capitals.
    [[nodiscard]] bool is_capital_group(TokenRange run) const {
        if (run.size() < 2 || token(run.last - 1).morph.number != nlp::Number::plural) return false;
        bool group = false;
        bool country = false;
        for (const Match& match : matches_) {
            const Kind kind = lexicons_.sense(match.value).kind;
            group = group || (kind == Kind::group && match.last == run.last && match.first > run.first);
            country = country || ((kind == Kind::country || kind == Kind::adjective) &&
                                  match.first == run.first && match.last + 1 >= run.last);
        }
        return group && country;
    }

    [[nodiscard]] bool follows_office(TokenIndex t) const {
        while (t > sentence().first && token(t - 1).upos == Upos::det) --t;
        return t > sentence().first + 1 && token(t - 1).form == "of" && !title_before(t - 1).empty();
    }

    // Where the recogniser sees a person's name begin that ends with the run: "Grant Doe" at the start of a
    // sentence, where a capital tells nothing.
    [[nodiscard]] TokenIndex person_start(TokenRange run) const {
        if (!title_before(run.first).empty()) return run.first;
        const bool known =
            std::ranges::any_of(matches_, [&](const Match& match) { return match.first == run.first; });
        if (!known && run.size() == 1 && token(run.first - 1).upos != Upos::aux &&
            lexicons_.gender_of_first_name(token(run.first - 1).form) != 'u')
            return run.first - 1;
        for (const nlp::Mention* mention : recognised_[sentence_]) {
            if (mention->kind == nlp::MentionKind::person && mention->last == run.last &&
                mention->first < run.first && token(mention->first).upos != Upos::det)
                return mention->first;
        }
        return run.first;
    }

    // A known first name and one or two names more.
    [[nodiscard]] bool opens_person(TokenRange range) const {
        return range.size() >= 2 && range.size() <= 4 &&
               lexicons_.gender_of_first_name(token(range.first).form) != 'u';
    }

    // The recogniser's names that end where the range does, or the range's own first names, tell a person.
    [[nodiscard]] bool sees_person(TokenRange range) const {
        if (range.size() < 2) return false;
        if (lexicons_.gender_of_first_name(token(range.first).form) != 'u') return true;
        return std::ranges::any_of(recognised_[sentence_], [&](const nlp::Mention* mention) {
            return mention->kind == nlp::MentionKind::person && mention->first >= range.first &&
                   mention->last == range.last;
        });
    }

    // What the recogniser takes the run for, when it sees a name that ends where the run does.
    [[nodiscard]] MentionClass recognised_sort(TokenRange run) const {
        for (const nlp::Mention* mention : recognised_[sentence_]) {
            TokenIndex last = mention->last;
            while (last > mention->first &&
                   (token(last - 1).xpos == Xpos::pos || token(last - 1).upos == Upos::punct))
                --last;
            if (last != run.last || mention->first > run.last) continue;
            switch (mention->kind) {
                case nlp::MentionKind::person:
                    return MentionClass::person;
                case nlp::MentionKind::organization:
                    return MentionClass::organization;
                case nlp::MentionKind::place:
                    return MentionClass::place;
                default:
                    return MentionClass::unknown;
            }
        }
        return MentionClass::unknown;
    }

    // "Museum of Modern Art": the recogniser sees one organization.
    [[nodiscard]] bool seen_whole(TokenRange run) const {
        return std::ranges::any_of(recognised_[sentence_], [&](const nlp::Mention* mention) {
            return mention->kind == nlp::MentionKind::organization && mention->first <= run.first &&
                   mention->last == run.last;
        });
    }

    [[nodiscard]] MentionClass sort_of_run(TokenRange run) const {
        const MentionClass sort = sort_by_words(run);
        if (sort != MentionClass::unknown) return sort;
        if (described_as_company(run)) return MentionClass::organization;
        if (described_as_person(run)) return MentionClass::person;
        const MentionClass seen = recognised_sort(run);
        // "Bulgaria Air", "Iberia Turbines": no names of people.
        if (seen == MentionClass::person &&
            (starts_with_country(run) || (run.size() > 1 && token(run.last - 1).xpos == Xpos::nnps)))
            return MentionClass::organization;
        return seen;
    }

    [[nodiscard]] bool starts_with_country(TokenRange run) const {
        return run.size() > 1 && std::ranges::any_of(matches_, [&](const Match& match) {
                   const Kind kind = lexicons_.sense(match.value).kind;
                   return match.first == run.first && match.last < run.last &&
                          (kind == Kind::country || kind == Kind::adjective);
               });
    }

    // The end of the description that a comma opens at `comma`: before the next comma or verb.
    [[nodiscard]] TokenIndex description_end(TokenIndex comma) const {
        TokenIndex t = comma + 1;
        while (t < sentence().last && t < comma + 12 && token(t).upos != Upos::punct &&
               token(t).upos != Upos::verb && token(t).upos != Upos::aux)
            ++t;
        return t;
    }

    // "Roe Data, a trade data firm", "the law firm Doe Roe".
    [[nodiscard]] bool described_as_company(TokenRange run) const {
        const auto is_company = [&](TokenIndex head) {
            return std::ranges::any_of(matches_, [&](const Match& match) {
                const Sense& sense = lexicons_.sense(match.value);
                return match.last == head + 1 && token(head).morph.number != nlp::Number::plural &&
                       sense.kind == Kind::body && !starts_with_capital(token(head).form) &&
                       lexicons_.bodies()[sense.index].type == "company";
            });
        };
        if (run.first > sentence().first && is_company(run.first - 1)) return true;
        if (run.last + 2 >= sentence().last || token(run.last).form != "," ||
            token(run.last + 1).upos != Upos::det)
            return false;
        const TokenIndex end = description_end(run.last);
        for (TokenIndex t = run.last + 1; t < end; ++t) {
            if (token(t).upos == Upos::adp) return false;
            if (is_company(t) && (t + 1 == end || token(t + 1).upos == Upos::adp)) return true;
        }
        return false;
    }

    // "The prime minister of Chad, Jane Doe", "Jane Doe, a partner at".
    [[nodiscard]] bool described_as_person(TokenRange run) const {
        if (run.size() < 2 || run.size() > 4 || starts_with_country(run)) return false;
        if (run.first > sentence().first && token(run.first - 1).upos == Upos::adp) return false;
        if (run.first > sentence().first + 1 && token(run.first - 1).form == ",") {
            TokenIndex t = run.first - 1;
            while (t > sentence().first && run.first - t < 10 && token(t - 1).upos != Upos::punct &&
                   token(t - 1).upos != Upos::verb && token(t - 1).upos != Upos::aux)
                --t;
            if (is_office_phrase({t, run.first - 1})) return true;
        }
        if (run.last + 2 >= sentence().last || token(run.last).form != ",") return false;
        return is_office_phrase({run.last + 1, description_end(run.last)});
    }

    // An article or owner, then words of office before any adposition.
    [[nodiscard]] bool is_office_phrase(TokenRange range) const {
        if (range.empty()) return false;
        const bool opens = token(range.first).upos == Upos::det || token(range.first).upos == Upos::noun ||
                           token(range.first).upos == Upos::propn || token(range.first).upos == Upos::adj;
        if (!opens) return false;
        for (const TokenRange& title : titles_) {
            if (title.first < range.first || title.last > range.last) continue;
            for (TokenIndex t = range.first; t < title.first; ++t) {
                if (token(t).upos == Upos::adp) return false;
            }
            return title.last == range.last || token(title.last).upos == Upos::adp;
        }
        return false;
    }

    [[nodiscard]] MentionClass sort_by_words(TokenRange run) const {
        const std::string_view last = token(run.last - 1).form;
        if (run.size() > 1 && lexicons_.is_company_suffix(last)) return MentionClass::organization;
        if (has_body_head(run)) return MentionClass::organization;
        for (TokenIndex t = run.first; t < run.last; ++t) {
            if (token(t).form == "of" || token(t).form == "&") return MentionClass::unknown;
        }
        if (run.size() <= 4) {
            if (run.size() >= 2 && lexicons_.gender_of_first_name(token(run.first).form) != 'u') {
                return MentionClass::person;
            }
            if (!title_before(run.first).empty()) return MentionClass::person;
            // "Jane Q. Doe"
            for (TokenIndex t = run.first + 1; t + 1 < run.last; ++t) {
                const std::string_view form = token(t).form;
                if ((form.size() == 2 && form[1] == '.') || (form.size() == 1 && token(t + 1).form == "."))
                    return MentionClass::person;
            }
        }
        return MentionClass::unknown;
    }

    // "Commerce Ministry", "Ministry of Commerce", "University of Someplace": more than a bare head.
    [[nodiscard]] bool has_body_head(TokenRange run) const {
        return run.size() > 1 && std::ranges::any_of(matches_, [&](const Match& match) {
                   if (lexicons_.sense(match.value).kind != Kind::body) return false;
                   if (match.first < run.first || match.last > run.last) return false;
                   return match.last == run.last || (match.last < run.last && token(match.last).form == "of");
               });
    }

    void find_nominals() {
        TokenIndex covered = sentence().first;
        for (const Match& match : matches_) {
            const Sense& sense = lexicons_.sense(match.value);
            if (sense.kind != Kind::group && sense.kind != Kind::body && sense.kind != Kind::commodity)
                continue;
            const TokenIndex head = match.last - 1;
            const bool good = sense.kind == Kind::commodity && !sense.weak && stands_for_noun(head);
            if (head < covered || (!is_nominal_head(head) && !good) ||
                is_inside_name({match.first, match.last}))
                continue;
            if (longer_match_covers(match)) continue;
            // One company or government is a body that has a name, several are a group.
            if (sense.kind == Kind::group && token(head).morph.number != nlp::Number::plural &&
                std::ranges::any_of(matches_, [&](const Match& other) {
                    return other.last == match.last && lexicons_.sense(other.value).kind == Kind::body;
                }))
                continue;
            if (add_nominal(match, sense)) covered = match.last;
        }
    }

    [[nodiscard]] bool is_nominal_head(TokenIndex t) const {
        const Upos tag = token(t).upos;
        return tag == Upos::noun || tag == Upos::propn || (tag == Upos::adj && capitals_) ||
               (tag == Upos::pron && token(t).form != "I");
    }

    // A rare good may be tagged as something else where only a noun can stand ("tariffs on tobacco").
    [[nodiscard]] bool stands_for_noun(TokenIndex t) const {
        const Deprel relation = nlp::base(token(t).deprel);
        if (relation == Deprel::obl || relation == Deprel::nmod || relation == Deprel::obj) return true;
        if (t + 1 >= sentence().last) return false;
        if (token(t).upos == Upos::verb) return !is_also_verb(t);
        // "beer, eggs, detergent and rods"
        if (token(t).upos != Upos::adj) return false;
        const Token& next = token(t + 1);
        return next.form == "," || next.upos == Upos::cconj || next.upos == Upos::adp || next.form == ";" ||
               next.form == ".";
    }

    // Words for goods that are verbs as often; of the others ("diesel", "urea") the tagger errs.
    [[nodiscard]] bool is_also_verb(TokenIndex t) const {
        static constexpr std::array<std::string_view, 44> kWords = {
            "import", "export", "produce", "feed",  "fish",   "drink",   "fuel",    "oil",    "arm",
            "seed",   "cream",  "book",    "spice", "ship",   "crop",    "harvest", "hide",   "tool",
            "pump",   "wine",   "ham",     "cable", "wire",   "paper",   "lead",    "cement", "sand",
            "coat",   "paint",  "patent",  "loan",  "lumber", "log",     "clothe",  "fan",    "iron",
            "range",  "cook",   "light",   "salt",  "butter", "machine", "weapon",  "scrap"};
        const std::string_view form = token(t).form;
        return form.ends_with("ed") || form.ends_with("ing") || contains(kWords, token(t).lemma) ||
               tree_.child(t, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux, Deprel::aux_pass}) != kNone;
    }

    [[nodiscard]] bool is_inside_name(TokenRange range) const {
        for (TokenIndex t = range.first; t < range.last; ++t) {
            if (named_[t] == kNone) continue;
            const MentionCandidate& name = out_[named_[t]];
            if (name.sort != MentionClass::country && name.sort != MentionClass::unknown) return true;
            if (name.sort == MentionClass::unknown && !(name.mention.last <= range.last && capitals_) &&
                name.mention.last != range.last) {
                return true;
            }
            if (name.sort == MentionClass::country && range.last == name.mention.last) return true;
        }
        return false;
    }

    // Another phrase of the lexicons ends later and holds this one ("rare earth magnets" for "rare earth").
    [[nodiscard]] bool longer_match_covers(const Match& match) const {
        return std::ranges::any_of(matches_, [&](const Match& other) {
            const Kind kind = lexicons_.sense(other.value).kind;
            return (kind == Kind::group || kind == Kind::commodity || kind == Kind::body) &&
                   other.first <= match.first && match.last <= other.last &&
                   other.last - other.first > match.last - match.first && is_nominal_head(other.last - 1);
        });
    }

    bool add_nominal(const Match& match, const Sense& sense) {
        const TokenRange core{match.first, match.last};
        const TokenIndex head = core.last - 1;
        const bool compound = nlp::base(token(head).deprel) == Deprel::compound &&
                              token(head).head != kNone && token(head).head > head;
        if (sense.kind == Kind::body && lexicons_.bodies()[sense.index].names_only &&
            !starts_with_capital(token(head).form))
            return false;
        if (sense.kind == Kind::group && compound) return false;
        if (sense.kind == Kind::commodity && sense.weak && !trade_context(core)) return false;
        if (sense.kind == Kind::group && token(head).upos == Upos::pron) return false;
        TokenRange range = core;
        range.first = left_edge(core, sense.kind != Kind::commodity);
        if (sense.kind != Kind::commodity) range.last = right_edge(core, sense);
        const MentionClass sort = sense.kind == Kind::group  ? MentionClass::group
                                  : sense.kind == Kind::body ? MentionClass::body
                                                             : MentionClass::commodity;
        MentionCandidate candidate =
            make(range, sort, sort == MentionClass::commodity ? ReferenceForm::name : ReferenceForm::nominal);
        candidate.mention.head = head;
        candidate.mention.modifier = compound || is_possessive(range) || modifies(range, head);
        candidate.core = core;
        candidate.sense = sense.kind;
        candidate.entry = sense.index;
        candidate.weak = sense.weak;
        if (sort == MentionClass::group && is_pair(core)) candidate.sort = MentionClass::pair;
        accept_nominal(std::move(candidate));
        return true;
    }

    void accept_nominal(MentionCandidate candidate) {
        // The nominal may take in an unknown run of capitals that it was part of ("Commerce" in "Commerce
        // officials").
        out_.push_back(std::move(candidate));
    }

    // "the two countries", "both sides".
    [[nodiscard]] bool is_pair(TokenRange core) const {
        const auto& group = token(core.last - 1).lemma;
        const bool of_states = group == "country" || group == "nation" || group == "side" ||
                               group == "government" || group == "economy" || group == "power" ||
                               group == "neighbor" || group == "leader" || group == "neighbour" ||
                               group == "party" || group == "partner" || group == "superpower";
        if (!of_states) return false;
        // "the parties", "the two countries", "both sides"
        if (core.first > sentence().first && lower(token(core.first - 1).form) == "the" &&
            token(core.last - 1).morph.number == nlp::Number::plural &&
            (group == "country" || group == "nation" || group == "side" || group == "party") &&
            (core.last >= sentence().last || token(core.last).form != "of") &&
            tree_.child(core.last - 1, {Deprel::acl, Deprel::acl_relcl, Deprel::nmod}) == kNone) {
            return true;
        }
        for (TokenIndex t = core.first; t-- > sentence().first && core.first - t <= 4;) {
            if (contains(kPairWords, lower(token(t).form))) return true;
            if (token(t).upos != Upos::adj && token(t).upos != Upos::num && token(t).upos != Upos::noun)
                break;
        }
        return false;
    }

    // `shared`: over coordinated modifiers too ("banking and insurance regulator").
    // "China's barley duties", "a proposed oil embargo": the possessor and the participle belong to the
    // duties and to the embargo.
    [[nodiscard]] bool of_compound_head(TokenIndex t, TokenIndex head) const {
        if (nlp::base(token(head).deprel) != Deprel::compound) return false;
        const TokenIndex word = token(t).xpos == Xpos::pos && token(t).head != kNone ? token(t).head : t;
        const TokenIndex above = token(word).head;
        if (above == kNone || above <= head) return false;
        return token(word).deprel == Deprel::nmod_poss || !starts_with_capital(token(word).form);
    }

    [[nodiscard]] TokenIndex left_edge(TokenRange core, bool shared) const {
        TokenIndex first = core.first;
        const TokenIndex head = core.last - 1;
        while (first > sentence().first) {
            const TokenIndex t = first - 1;
            const Token& word = token(t);
            const Deprel relation = nlp::base(word.deprel);
            const bool possessive_marker = word.xpos == Xpos::pos;
            bool takes = false;
            switch (word.upos) {
                case Upos::adj:
                case Upos::noun:
                case Upos::propn:
                case Upos::x:
                    takes = relation != Deprel::nsubj && relation != Deprel::obj &&
                            relation != Deprel::root && relation != Deprel::obl && relation != Deprel::conj &&
                            relation != Deprel::appos && relation != Deprel::iobj &&
                            !(relation == Deprel::flat && nlp::base(token(word.head).deprel) == Deprel::iobj);
                    if (!takes) takes = (relation == Deprel::conj && joins(t, head)) || possessive_next(t);
                    break;
                case Upos::verb:
                    takes = relation == Deprel::amod || relation == Deprel::compound;
                    break;
                case Upos::num:
                    takes = relation == Deprel::nummod || relation == Deprel::compound;
                    break;
                case Upos::adv:
                    takes = relation == Deprel::advmod && word.head != kNone && word.head > t &&
                            word.head < head && token(word.head).upos != Upos::num;
                    break;
                case Upos::part:
                    takes = possessive_marker;
                    break;
                case Upos::punct:
                    takes = word.form == "-" && t > sentence().first;
                    break;
                case Upos::cconj:
                    takes = shared && first < core.first && joins_modifiers(t, first, head);
                    break;
                default:
                    break;
            }
            if (!takes || of_compound_head(t, head)) break;
            first = t;
        }
        while (first < core.first && (token(first).upos == Upos::num || token(first).upos == Upos::adv ||
                                      token(first).upos == Upos::punct || token(first).upos == Upos::part ||
                                      is_quantity_noun(first) || is_quantifier(first))) {
            if (token(first).upos == Upos::num && !token(first).form.empty() &&
                std::isdigit(static_cast<unsigned char>(token(first).form.front())) == 0 &&
                !quantity_follows(first)) {
                break;  // "three producers"
            }
            ++first;
        }
        return first;
    }

    // "banking and | insurance regulator": both modify the head, and neither is a country.
    [[nodiscard]] bool joins_modifiers(TokenIndex conjunction, TokenIndex right, TokenIndex head) const {
        if (conjunction <= sentence().first || named_[right] != kNone || named_[conjunction - 1] != kNone)
            return false;
        const Token& left = token(conjunction - 1);
        const bool modifier = left.upos == Upos::noun || left.upos == Upos::adj || left.upos == Upos::verb;
        const bool both =
            nlp::base(token(right).deprel) == Deprel::conj && token(right).head == conjunction - 1;
        return modifier && both && left.head == head;
    }

    [[nodiscard]] bool quantity_follows(TokenIndex t) const {
        return t + 1 < sentence().last && is_quantity_noun(t + 1);
    }

    [[nodiscard]] bool is_quantity_noun(TokenIndex t) const {
        static constexpr std::array<std::string_view, 14> kWords = {
            "percent", "pct",  "million", "billion", "trillion",   "bn",    "m",
            "mln",     "dlrs", "tonnes",  "tons",    "percentage", "dozen", "mn"};
        return contains(kWords, token(t).lemma) || contains(kWords, token(t).form);
    }

    // "more factories", "such goods": how many or which, and no part of the name.
    [[nodiscard]] bool is_quantifier(TokenIndex t) const {
        static constexpr std::array<std::string_view, 14> kWords = {
            "more", "many",     "most",    "such", "several", "few",  "fewer",
            "some", "numerous", "various", "own",  "much",    "less", "enough"};
        return token(t).upos == Upos::adj && contains(kWords, lower(token(t).form));
    }

    [[nodiscard]] bool possessive_next(TokenIndex t) const {
        return t + 1 < sentence().last && token(t + 1).xpos == Xpos::pos;
    }

    // A conjunct inside the phrase of `head` ("oil and gas companies").
    [[nodiscard]] bool joins(TokenIndex t, TokenIndex head) const {
        for (TokenIndex up = token(t).head, steps = 0; up != kNone && steps < 4;
             up = token(up).head, ++steps) {
            if (up == head) return true;
            if (up > head) return false;
        }
        return false;
    }

    // "members of Congress", "Ministry of Finance": the phrase with "of" belongs to the name.
    [[nodiscard]] TokenIndex right_edge(TokenRange core, const Sense& sense) const {
        const TokenIndex of = core.last;
        const TokenIndex head = core.last - 1;
        if (of + 1 >= sentence().last) return core.last;
        if (token(of).form != "of") return core.last;
        for (const TokenIndex child : tree_.children(head)) {
            if (child <= of || nlp::base(token(child).deprel) != Deprel::nmod) continue;
            const TokenRange inner = tree_.phrase(child);
            if (inner.first > of + 2 || inner.last <= of) continue;
            const bool members = sense.kind == Kind::body &&
                                 lexicons_.bodies()[sense.index].type == "association" &&
                                 token(child).morph.number == nlp::Number::plural;
            if (sense.kind == Kind::body && !members && !starts_with_capital(token(child).form))
                return core.last;
            return end_of_names(child, inner);
        }
        return core.last;
    }

    // "ministers of | Britain, France and Germany": over names that are joined to the first.
    [[nodiscard]] TokenIndex end_of_names(TokenIndex first, TokenRange phrase) const {
        TokenIndex end = std::min<TokenIndex>(phrase.last, first + 1);
        if (!starts_with_capital(token(first).form)) return end;
        while (true) {
            const TokenIndex next = after_separator(end);
            TokenIndex last = next;
            while (last < sentence().last && starts_with_capital(token(last).form) &&
                   tree_.first_conjunct(last) != first)
                ++last;
            const bool joined = next > end && last < sentence().last && starts_with_capital(token(last).form);
            if (!joined) return end;
            end = last + 1;
        }
    }

    // "products such as |", "goods including |"
    [[nodiscard]] bool opens_examples(TokenIndex t) const {
        static constexpr std::array<std::string_view, 10> kGoods = {
            "product", "good",      "goods",    "item",  "import",
            "export",  "commodity", "material", "input", "supply"};
        const std::string word = lower(token(t).form);
        TokenIndex noun = t;
        if (word == "as" && t > sentence().first && lower(token(t - 1).form) == "such") {
            noun = t - 1;
        } else if (word == "from") {
            if (!spans(t)) return false;
        } else if (word != "including" && word != "like") {
            return false;
        }
        if (noun > sentence().first && token(noun - 1).form == ",") --noun;
        return noun > sentence().first && contains(kGoods, token(noun - 1).lemma);
    }

    // "from lamps | to rugs"
    [[nodiscard]] bool spans(TokenIndex from) const {
        const TokenRange item = item_at(from + 1);
        return !item.empty() && item.last + 1 < sentence().last && token(item.last).form == "to" &&
               !item_at(item.last + 1).empty();
    }

    // "imports of fresh |", "tariffs on wine, spirits and |": a trade word and its adposition before.
    [[nodiscard]] bool follows_trade(TokenIndex t) const {
        bool adposition = false;
        for (TokenIndex back = t; back-- > sentence().first && t - back < 12;) {
            const Token& word = token(back);
            if (adposition) {
                if (contains(kTradeWords, word.lemma)) return true;
                if (word.upos == Upos::noun || word.upos == Upos::propn || word.upos == Upos::verb)
                    return false;
                continue;
            }
            if (opens_examples(back)) return true;
            if (word.upos == Upos::adp) {
                adposition =
                    word.lemma == "of" || word.lemma == "on" || word.lemma == "for" || word.lemma == "in";
                if (!adposition && word.lemma != "from") return false;
                continue;
            }
            if (word.upos == Upos::verb && !modifies({back, back + 1}, back))
                return contains(kTradeWords, word.lemma);
            if (word.upos == Upos::aux || word.upos == Upos::pron || word.upos == Upos::sconj) return false;
        }
        return false;
    }

    [[nodiscard]] bool trade_context(TokenRange core) const {
        const TokenIndex head = core.last - 1;
        const TokenIndex up = token(head).head;
        if (up != kNone && contains(kTradeWords, token(up).lemma)) return true;
        if (follows_trade(core.first)) return true;
        if (up != kNone && token(up).head != kNone && contains(kTradeWords, token(token(up).head).lemma) &&
            (token(head).deprel == Deprel::conj || nlp::base(token(head).deprel) == Deprel::nmod)) {
            return true;
        }
        for (const TokenIndex child : tree_.children(head)) {
            if (child < core.first && named_[child] != kNone &&
                out_[named_[child]].sort == MentionClass::country) {
                return true;
            }
            if (token(child).lemma == "imported" || token(child).lemma == "exported" ||
                token(child).lemma == "foreign-made") {
                return true;
            }
        }
        return false;
    }

    // "wheat, corn, motors and fans": what stands in a list of goods is one.
    void find_listed_goods() {
        std::vector<TokenIndex> goods;
        std::vector<TokenIndex> heads;
        for (auto at = out_.rbegin(); at != out_.rend() && at->mention.sentence == sentence_; ++at) {
            heads.push_back(at->mention.head);
            if (at->sort == MentionClass::commodity) goods.push_back(at->mention.head);
        }
        for (TokenIndex t = sentence().first; t < sentence().last; ++t) {
            const Token& word = token(t);
            if (word.upos != Upos::noun || named_[t] != kNone || !may_be_good(t) ||
                std::ranges::find(heads, t) != heads.end())
                continue;
            const TokenIndex first = tree_.first_conjunct(t);
            if (nlp::base(token(first).deprel) == Deprel::compound ||
                nlp::base(token(t).deprel) == Deprel::compound)
                continue;
            const auto in_list = [&](TokenIndex good) { return tree_.first_conjunct(good) == first; };
            const auto others = std::ranges::count_if(goods, in_list);
            if (others < 1 || (others < 2 && !follows_trade(t))) continue;
            const TokenRange core{t, t + 1};
            MentionCandidate candidate =
                make({left_edge(core, false), t + 1}, MentionClass::commodity, ReferenceForm::name);
            candidate.mention.head = t;
            candidate.core = core;
            candidate.sense = Kind::commodity;
            candidate.weak = true;
            out_.push_back(std::move(candidate));
        }
    }

    void add_good(TokenRange range, TokenIndex head) {
        MentionCandidate candidate = make(range, MentionClass::commodity, ReferenceForm::name);
        candidate.mention.head = head;
        candidate.core = {head, head + 1};
        candidate.sense = Kind::commodity;
        candidate.weak = true;
        out_.push_back(std::move(candidate));
    }

    [[nodiscard]] bool is_mentioned(TokenIndex head) const {
        for (auto at = out_.rbegin(); at != out_.rend() && at->mention.sentence == sentence_; ++at) {
            if (at->mention.head == head) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_good(TokenIndex head) const {
        for (auto at = out_.rbegin(); at != out_.rend() && at->mention.sentence == sentence_; ++at) {
            if (at->mention.head == head && at->sort == MentionClass::commodity) return true;
        }
        return false;
    }

    // The same by the surface, as the parser errs most in lists: three items and more between commas, two of
    // which are known, or one where trade is spoken of.
    void find_enumerated_goods() {
        for (TokenIndex t = sentence().first; t < sentence().last;) {
            std::vector<TokenRange> items;
            TokenIndex next = t;
            while (next < sentence().last) {
                const TokenRange item = item_at(next);
                if (item.empty()) break;
                items.push_back(item);
                const TokenIndex after = after_separator(item.last);
                next = std::max(after, item.last);
                if (after == item.last) break;
            }
            const bool examples = !items.empty() && t > sentence().first && opens_examples(t - 1);
            if (examples && token(t - 1).form == "from") items.push_back(item_at(items.back().last + 1));
            if (items.size() >= 3 || examples) add_items(items, examples);
            t = std::max(next, t + 1);
        }
    }

    // Nouns with their modifiers from `first` on.
    [[nodiscard]] TokenRange item_at(TokenIndex first) const {
        TokenIndex t = first;
        for (; t < sentence().last && t < first + 7; ++t) {
            const Token& word = token(t);
            const bool part = word.upos == Upos::noun || word.upos == Upos::adj || word.upos == Upos::propn ||
                              word.upos == Upos::num || word.upos == Upos::x || word.upos == Upos::det ||
                              word.xpos == Xpos::pos || word.form == "-" ||
                              (word.upos == Upos::verb && modifies({t, t + 1}, t));
            if (!part) break;
        }
        const bool noun = t > first && (token(t - 1).upos == Upos::noun || is_good(t - 1));
        return noun ? TokenRange{first, t} : TokenRange{};
    }

    [[nodiscard]] TokenIndex after_separator(TokenIndex t) const {
        TokenIndex after = t;
        if (after < sentence().last && token(after).form == ",") ++after;
        if (after < sentence().last && (token(after).form == "and" || token(after).form == "or")) ++after;
        return after;
    }

    void add_items(const std::vector<TokenRange>& items, bool examples) {
        const auto known =
            std::ranges::count_if(items, [&](TokenRange item) { return is_good(item.last - 1); });
        if (!examples && (known < 1 || (known < 2 && !follows_trade(items.front().first)))) return;
        for (const TokenRange& item : items) {
            const TokenIndex head = item.last - 1;
            if (named_[head] != kNone || is_mentioned(head) || !may_be_good(head) ||
                lexicons_.is_measure_noun(token(head).lemma))
                continue;
            add_good(without_amount(item), head);
        }
    }

    // Without articles, numbers and other words of quantity before it.
    [[nodiscard]] TokenRange without_amount(TokenRange range) const {
        while (range.size() > 1 &&
               (token(range.first).upos == Upos::det || token(range.first).upos == Upos::num ||
                is_quantity_noun(range.first) || is_quantifier(range.first)))
            ++range.first;
        return range;
    }

    // "bought oscilloscopes", "a shipment of teapots", "a tax on rickshaws": what is traded, shipped or taxed
    // is a good, whatever it is.
    void find_traded_goods() {
        for (TokenIndex t = sentence().first; t < sentence().last; ++t) {
            if (token(t).upos != Upos::noun || named_[t] != kNone || is_mentioned(t) ||
                !may_be_good(t, true) || lexicons_.is_measure_noun(token(t).lemma) || is_quantity_noun(t) ||
                is_no_good(t))
                continue;
            const TokenIndex first = tree_.first_conjunct(t);
            if (nlp::base(token(first).deprel) == Deprel::compound ||
                nlp::base(token(t).deprel) == Deprel::compound || !is_traded(first))
                continue;
            add_good(without_amount({left_edge({t, t + 1}, false), t + 1}), t);
        }
    }

    [[nodiscard]] bool is_traded(TokenIndex t) const {
        static constexpr std::array<std::string_view, 18> kVerbs = {
            "buy",    "sell",    "import", "export",    "ship",      "purchase",
            "supply", "procure", "order",  "deliver",   "dump",      "tax",
            "ban",    "smuggle", "ration", "stockpile", "re-export", "embargo"};
        static constexpr std::array<std::string_view, 26> kNouns = {
            "import",   "export",      "sale",      "purchase", "shipment",  "supply", "delivery",
            "cargo",    "consignment", "tonne",     "ton",      "barrel",    "pound",  "bushel",
            "bag",      "crate",       "container", "load",     "truckload", "pair",   "trade",
            "exporter", "importer",    "seller",    "maker",    "producer"};
        const TokenIndex clause = tree_.child(t, {Deprel::acl_relcl});
        if (clause != kNone && contains(kVerbs, token(clause).lemma) &&
            tree_.child(clause, {Deprel::obj}) == kNone)
            return true;
        const TokenIndex up = token(t).head;
        if (up == kNone) return false;
        switch (nlp::base(token(t).deprel)) {
            case Deprel::obj:
                return contains(kVerbs, token(up).lemma);
            case Deprel::nsubj:
                return token(t).deprel == Deprel::nsubj_pass && contains(kVerbs, token(up).lemma);
            case Deprel::nmod: {
                const std::string_view link = tree_.adposition(t);
                if (link == "of") return contains(kNouns, token(up).lemma);
                return link == "on" && lexicons_.is_measure_noun(token(up).lemma);
            }
            default:
                return false;
        }
    }

    // Nouns that what is bought, shipped or taxed may be without being goods.
    [[nodiscard]] bool is_no_good(TokenIndex t) const {
        static constexpr std::array<std::string_view, 48> kWords = {
            "share",  "stake",    "asset",  "unit",     "currency", "dollar",   "euro",     "yuan",
            "time",   "day",      "week",   "basis",    "amount",   "number",   "part",     "half",
            "rest",   "majority", "thing",  "lot",      "way",      "side",     "world",    "house",
            "home",   "land",     "idea",   "income",   "profit",   "wage",     "value",    "dividend",
            "talk",   "export",   "import", "quantity", "volume",   "business", "operator", "people",
            "person", "man",      "woman",  "place",    "behalf",   "board",    "total",    "level"};
        return contains(kWords, token(t).lemma);
    }

    // Things have plurals or name a stuff; deeds and qualities end otherwise.
    [[nodiscard]] bool may_be_good(TokenIndex t, bool traded = false) const {
        const std::string word(token(t).lemma);
        for (const std::string_view ending :
             {"tion",   "sion",     "ment",      "ness",    "ity",     "ship",    "ance",     "ence",
              "ism",    "job",      "worker",    "company", "firm",    "maker",   "price",    "cost",
              "tariff", "industry", "sector",    "market",  "other",   "year",    "month",    "country",
              "tax",    "levy",     "duty",      "quota",   "control", "subsidy", "practice", "point",
              "fee",    "port",     "structure", "etc",     "ing",     "policy",  "farm",     "plan",
              "right",  "day",      "week",      "hour",    "decade"}) {
            if (word.ends_with(ending)) return false;
        }
        return traded || token(t).morph.number == nlp::Number::plural ||
               tree_.child_of_type(t, Deprel::det) == kNone;
    }

    // "the country", "this prime minister": a definite noun alone that says what sort of thing was named.
    void find_descriptions() {
        for (TokenIndex t = sentence().first; t + 1 < sentence().last; ++t) {
            const Token& word = token(t);
            if (word.upos != Upos::det || (word.lemma != "the" && word.lemma != "this")) continue;
            TokenRange noun{t + 1, t + 2};
            const bool country = contains(kCountryNouns, token(t + 1).lemma) &&
                                 token(t + 1).morph.number != nlp::Number::plural;
            if (!country) {
                const auto title = std::ranges::find(titles_, t + 1, &TokenRange::first);
                if (title == titles_.end() || token(title->last - 1).morph.number == nlp::Number::plural ||
                    starts_with_group(t + 1))
                    continue;
                noun = *title;
            }
            const TokenIndex head = noun.last - 1;
            if (named_[head] != kNone || !is_nominal_head(head) || !closes_phrase(noun)) continue;
            MentionCandidate candidate = make(noun, MentionClass::description, ReferenceForm::nominal);
            candidate.mention.head = head;
            candidate.sense = country ? Kind::country : Kind::title;
            out_.push_back(std::move(candidate));
        }
        find_holders();
    }

    // "Canada's trade minister", "a plant manager", "its president": somebody by the words of office alone.
    void find_holders() {
        for (const TokenRange& title : titles_) {
            const TokenIndex head = title.last - 1;
            if (named_[head] != kNone || !is_nominal_head(head) || is_honorific(title)) continue;
            if (std::ranges::any_of(out_.rbegin(), out_.rend(), [&](const MentionCandidate& other) {
                    return other.mention.head == head;
                }))
                continue;
            const Deprel relation = nlp::base(token(head).deprel);
            if (relation == Deprel::appos || relation == Deprel::compound || relation == Deprel::flat ||
                tree_.child(head, {Deprel::cop}) != kNone || is_described(head))
                continue;
            const bool of = title.last < sentence().last && token(title.last).form == "of";
            if (!of && !closes_phrase(title)) continue;
            MentionCandidate candidate = make(title, MentionClass::group, ReferenceForm::nominal);
            candidate.mention.first = left_edge(title, false);
            candidate.mention.last = of ? end_of_office(title) : title.last;
            candidate.mention.head = head;
            candidate.mention.possessive = is_possessive({candidate.mention.first, candidate.mention.last});
            candidate.core = title;
            candidate.sense = Kind::title;
            out_.push_back(std::move(candidate));
        }
    }

    [[nodiscard]] bool is_honorific(TokenRange title) const {
        const auto office = std::ranges::find(offices_, title, &OfficeWords::range);
        return office != offices_.end() && office->sort == EntityLexicons::TitleClass::honorific;
    }

    // A name stands in apposition: "the minister, Jane Doe".
    [[nodiscard]] bool is_described(TokenIndex head) const {
        return std::ranges::any_of(tree_.children(head), [&](TokenIndex child) {
            const Deprel relation = nlp::base(token(child).deprel);
            return (relation == Deprel::appos || relation == Deprel::flat) &&
                   token(child).upos == Upos::propn;
        });
    }

    // "president | of the Republic of Chad", "governors | of Ohio and Utah": over names alone.
    [[nodiscard]] TokenIndex end_of_office(TokenRange title) const {
        for (const TokenIndex child : tree_.children(title.last - 1)) {
            if (child <= title.last || nlp::base(token(child).deprel) != Deprel::nmod) continue;
            const TokenRange inner = tree_.phrase(child);
            if (inner.first > title.last + 1 || !starts_with_capital(token(child).form)) continue;
            TokenIndex end = title.last + 1;
            while (end < inner.last && (starts_with_capital(token(end).form) || token(end).form == "of" ||
                                        token(end).upos == Upos::det || token(end).upos == Upos::cconj))
                ++end;
            return end > child ? end : title.last;
        }
        return title.last;
    }

    [[nodiscard]] bool starts_with_group(TokenIndex t) const {
        return std::ranges::any_of(matches_, [&](const Match& match) {
            return match.first == t && lexicons_.sense(match.value).kind == Kind::group;
        });
    }

    // Nothing follows that belongs to the noun: no name, no "of", no further noun.
    [[nodiscard]] bool closes_phrase(TokenRange noun) const {
        if (noun.last >= sentence().last) return true;
        const Token& next = token(noun.last);
        if (next.xpos == Xpos::pos) return true;
        if (next.upos == Upos::noun || next.upos == Upos::propn || next.form == "of" || next.form == "-")
            return false;
        return next.form != "," || noun.last + 1 >= sentence().last ||
               token(noun.last + 1).upos != Upos::propn;
    }

    void find_pronouns() {
        for (TokenIndex t = sentence().first; t < sentence().last; ++t) {
            const Token& word = token(t);
            if (word.upos == Upos::det && word.lemma == "both" && word.head != kNone &&
                token(word.head).upos == Upos::verb) {
                add_pronoun({t, t + 1}, MentionClass::pair);
            }
            if (word.upos != Upos::pron || named_[t] != kNone) {
                if ((word.lemma == "each" || word.lemma == "one") && t + 1 < sentence().last &&
                    (token(t + 1).lemma == "other" || token(t + 1).lemma == "another")) {
                    add_pronoun({t, t + 2}, MentionClass::pair);
                }
                continue;
            }
            static constexpr std::array<std::string_view, 24> kPronouns = {
                "he",  "she",   "it",   "they",   "him",     "her",     "them",   "his",
                "its", "their", "hers", "theirs", "himself", "herself", "itself", "themselves",
                "who", "which", "we",   "our",    "us",      "I",       "i",      "my"};
            if (word.lemma == "both") {
                add_pronoun({t, t + 1}, MentionClass::pair);
            } else if (word.lemma == "each" && t + 1 < sentence().last && token(t + 1).lemma == "other") {
                add_pronoun({t, t + 2}, MentionClass::pair);
            } else if (contains(kPronouns, word.lemma) && nlp::base(word.deprel) != Deprel::expl) {
                add_pronoun({t, t + 1}, MentionClass::pronoun);
            }
        }
    }

    void add_pronoun(TokenRange range, MentionClass sort) {
        MentionCandidate candidate = make(range, sort, ReferenceForm::pronoun);
        const bool possessive =
            token(range.first).xpos == Xpos::prp_poss || token(range.first).deprel == Deprel::nmod_poss;
        candidate.mention.possessive |= possessive;
        candidate.mention.modifier |= possessive;
        out_.push_back(std::move(candidate));
    }

    const EntityLexicons& lexicons_;
    std::vector<OfficeWords>& offices_;
    const Tree& tree_;
    const nlp::Analysis& analysis_;
    int year_;
    std::set<std::string, std::less<>> common_;         // words that the document has in lower case
    std::set<std::string, std::less<>> capital_pairs_;  // neighbours in capitals within sentences
    std::vector<std::uint32_t> named_;                  // by token: candidate whose name covers it
    std::vector<std::vector<const nlp::Mention*>> recognised_;
    std::uint32_t sentence_ = 0;
    bool capitals_ = false;
    std::vector<Match> matches_;
    std::vector<TokenRange> titles_;
    std::vector<Proposal> proposals_;
    std::vector<MentionCandidate> out_;
};

}  // namespace

bool starts_with_capital(std::string_view form) {
    if (form.empty()) return false;
    const auto first = static_cast<unsigned char>(form.front());
    if (first < 0x80) return std::isupper(first) != 0;
    // Latin-1 and Latin Extended capitals that open names (U+00C0..U+00DE, and even code points above).
    if (form.size() < 2) return false;
    const unsigned code = ((first & 0x1FU) << 6U) | (static_cast<unsigned char>(form[1]) & 0x3FU);
    return (code >= 0xC0 && code <= 0xDE) || (code >= 0x100 && code < 0x180 && code % 2 == 0);
}

std::string phrase_text(const nlp::Analysis& analysis, TokenRange range) {
    std::string out;
    while (range.size() > 1 && analysis.tokens[range.last - 1].xpos == Xpos::pos) --range.last;
    for (TokenIndex t = range.first; t < range.last; ++t) {
        if (t > range.first && analysis.tokens[t - 1].space_after) out += ' ';
        out += analysis.tokens[t].form;
    }
    return out;
}

std::vector<MentionCandidate> find_mentions(const EntityLexicons& lexicons, const Tree& tree, int year,
                                            std::vector<OfficeWords>& offices) {
    return Finder(lexicons, tree, year, offices).run();
}

}  // namespace claimgraph
