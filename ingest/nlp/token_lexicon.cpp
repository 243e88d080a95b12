#include "ingest/nlp/token_lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace claimgraph::nlp {
namespace {

using namespace std::string_view_literals;

template <std::size_t N>
consteval std::array<std::string_view, N> sorted(std::array<std::string_view, N> words) {
    std::sort(words.begin(), words.end());
    return words;
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::binary_search(words.begin(), words.end(), word);
}

constexpr auto kTitles = sorted(std::to_array(
    {"mr"sv,   "mrs"sv,  "ms"sv,     "mx"sv,    "dr"sv,   "prof"sv,  "rev"sv,     "fr"sv,   "hon"sv,  "sr"sv,
     "gen"sv,  "maj"sv,  "col"sv,    "lt"sv,    "capt"sv, "cpt"sv,   "cmdr"sv,    "sgt"sv,  "cpl"sv,  "pvt"sv,
     "adm"sv,  "sen"sv,  "rep"sv,    "gov"sv,   "pres"sv, "sec"sv,   "amb"sv,     "atty"sv, "st"sv,   "ste"sv,
     "mt"sv,   "ft"sv,   "messrs"sv, "mme"sv,   "mlle"sv, "supt"sv,  "det"sv,     "insp"sv, "brig"sv, "dir"sv,
     "sens"sv, "reps"sv, "govs"sv,   "profs"sv, "drs"sv,  "lieut"sv, "vice-adm"sv}));

constexpr auto kInner = sorted(
    std::to_array({"vs"sv, "v"sv, "e.g"sv, "i.e"sv, "eg"sv, "ie"sv, "cf"sv, "viz"sv, "approx"sv, "ca"sv,
                   "c"sv, "est"sv, "incl"sv, "esp"sv, "a.k.a"sv, "resp"sv, "dept"sv, "univ"sv, "assn"sv}));

constexpr auto kNumbers = sorted(std::to_array({"no"sv, "nos"sv, "pp"sv, "p"sv, "vol"sv, "fig"sv, "figs"sv,
                                                "art"sv, "ch"sv, "eq"sv, "para"sv, "nr"sv, "ed"sv}));

constexpr auto kMonths = sorted(std::to_array(
    {"jan"sv, "feb"sv, "mar"sv, "apr"sv, "jun"sv,  "jul"sv, "aug"sv, "sep"sv,  "sept"sv,  "oct"sv,
     "nov"sv, "dec"sv, "mon"sv, "tue"sv, "tues"sv, "wed"sv, "thu"sv, "thur"sv, "thurs"sv, "fri"sv}));

constexpr auto kFinals = sorted(std::to_array(
    {"inc"sv,  "corp"sv,  "co"sv,    "cos"sv,  "ltd"sv,  "llc"sv,   "plc"sv,   "bros"sv, "jr"sv,   "esq"sv,
     "etc"sv,  "al"sv,    "p.m"sv,   "a.m"sv,  "p.s"sv,  "ave"sv,   "blvd"sv,  "rd"sv,   "hwy"sv,  "ala"sv,
     "ariz"sv, "ark"sv,   "calif"sv, "colo"sv, "conn"sv, "del"sv,   "fla"sv,   "ga"sv,   "ill"sv,  "ind"sv,
     "kan"sv,  "ky"sv,    "la"sv,    "md"sv,   "mich"sv, "minn"sv,  "miss"sv,  "mo"sv,   "mont"sv, "neb"sv,
     "nev"sv,  "okla"sv,  "ore"sv,   "pa"sv,   "tenn"sv, "tex"sv,   "va"sv,    "vt"sv,   "wash"sv, "wis"sv,
     "wyo"sv,  "ont"sv,   "que"sv,   "ph.d"sv, "intl"sv, "int'l"sv, "gov't"sv, "govt"sv, "mfg"sv,  "hr"sv,
     "hrs"sv,  "min"sv,   "yr"sv,    "yrs"sv,  "lb"sv,   "lbs"sv,   "oz"sv,    "sq"sv,   "ext"sv,  "tel"sv,
     "cie"sv,  "s.p.a"sv, "mln"sv,   "dlrs"sv}));

constexpr auto kPrefixes = sorted(
    std::to_array({"non"sv,   "e"sv,      "re"sv,    "anti"sv,   "co"sv,    "mid"sv,   "pre"sv,   "pro"sv,
                   "cross"sv, "post"sv,   "over"sv,  "semi"sv,   "multi"sv, "ex"sv,    "sub"sv,   "counter"sv,
                   "mini"sv,  "neo"sv,    "socio"sv, "psycho"sv, "inter"sv, "intra"sv, "micro"sv, "macro"sv,
                   "super"sv, "un"sv,     "extra"sv, "ultra"sv,  "trans"sv, "under"sv, "bi"sv,    "tri"sv,
                   "quasi"sv, "pseudo"sv, "meta"sv,  "infra"sv,  "hyper"sv, "de"sv}));

// Given-name syllables of Chinese and Korean names ("Jong-un", "Jae-in"), whose hyphen joins one name.
constexpr auto kNameSyllables = sorted(std::to_array(
    {"jong"sv, "jae"sv,   "ki"sv,   "yong"sv,  "ching"sv, "hsien"sv, "myung"sv, "geun"sv, "seok"sv,
     "suk"sv,  "young"sv, "sung"sv, "kyung"sv, "hyun"sv,  "min"sv,   "ji"sv,    "jin"sv,  "joon"sv,
     "jun"sv,  "soo"sv,   "tae"sv,  "dae"sv,   "chung"sv, "yiu"sv,   "chi"sv,   "wai"sv,  "siu"sv,
     "pik"sv,  "kai"sv,   "shek"sv, "ying"sv,  "jeou"sv,  "shui"sv,  "teng"sv,  "tsai"sv, "kwok"sv,
     "man"sv,  "ka"sv,    "chun"sv, "hee"sv,   "eun"sv,   "il"sv,    "hoon"sv,  "moo"sv,  "nam"sv,
     "sang"sv, "seung"sv, "kyu"sv,  "woo"sv,   "zee"sv}));

constexpr auto kUnits = sorted(std::to_array(
    {"k"sv,       "m"sv,       "bn"sv,       "b"sv,    "mn"sv,      "tn"sv,    "trn"sv, "am"sv,  "pm"sv,
     "km"sv,      "kg"sv,      "cm"sv,       "mm"sv,   "ft"sv,      "lb"sv,    "lbs"sv, "mph"sv, "kph"sv,
     "gb"sv,      "mb"sv,      "tb"sv,       "kb"sv,   "ghz"sv,     "mhz"sv,   "hz"sv,  "kw"sv,  "mw"sv,
     "gw"sv,      "kwh"sv,     "mwh"sv,      "mg"sv,   "ml"sv,      "yr"sv,    "yrs"sv, "hr"sv,  "hrs"sv,
     "min"sv,     "mins"sv,    "sec"sv,      "secs"sv, "in"sv,      "oz"sv,    "pct"sv, "mln"sv, "bln"sv,
     "million"sv, "billion"sv, "trillion"sv, "p"sv,    "pp"sv,      "bps"sv,   "bpd"sv, "bcm"sv, "t"sv,
     "mt"sv,      "g"sv,       "l"sv,        "ha"sv,   "percent"sv, "years"sv, "days"sv}));

constexpr auto kFused = [] {
    auto words = std::to_array<std::pair<std::string_view, std::size_t>>(
        {{"cannot", 3},  {"gonna", 3},   {"gotta", 3},    {"wanna", 3},  {"gimme", 3}, {"lemme", 3},
         {"dont", 2},    {"didnt", 3},   {"doesnt", 4},   {"cant", 2},   {"wont", 2},  {"isnt", 2},
         {"wasnt", 3},   {"arent", 3},   {"werent", 4},   {"havent", 4}, {"hasnt", 3}, {"hadnt", 3},
         {"wouldnt", 5}, {"couldnt", 5}, {"shouldnt", 6}, {"aint", 2},   {"im", 1},    {"ive", 1},
         {"thats", 4},   {"whats", 4},   {"theres", 5},   {"heres", 4},  {"youre", 3}, {"theyre", 4},
         {"youll", 3},   {"youve", 3},   {"theyll", 4},   {"itll", 2},   {"whos", 3},  {"outta", 3}});
    std::sort(words.begin(), words.end());
    return words;
}();

// Longest first where one starts another.
constexpr auto kEmoticons =
    std::to_array({":-))"sv, ":-)"sv, ":-("sv, ";-)"sv, ":-D"sv, ":-P"sv, ":-/"sv, ":'("sv,
                   ">:("sv,  "=)"sv,  "=("sv,  ":))"sv, ":)"sv,  ":("sv,  ";)"sv,  ":D"sv,
                   ":P"sv,   ";P"sv,  ":/"sv,  ":O"sv,  "^_^"sv, "<3"sv,  "(:"sv});

constexpr auto kStarters = sorted(std::to_array(
    {"the"sv,       "a"sv,        "an"sv,      "he"sv,      "she"sv,       "it"sv,      "they"sv,
     "we"sv,        "i"sv,        "you"sv,     "this"sv,    "that"sv,      "these"sv,   "those"sv,
     "there"sv,     "his"sv,      "her"sv,     "its"sv,     "their"sv,     "our"sv,     "my"sv,
     "your"sv,      "but"sv,      "and"sv,     "or"sv,      "so"sv,        "in"sv,      "on"sv,
     "at"sv,        "by"sv,       "for"sv,     "from"sv,    "with"sv,      "to"sv,      "of"sv,
     "as"sv,        "if"sv,       "when"sv,    "while"sv,   "after"sv,     "before"sv,  "since"sv,
     "because"sv,   "although"sv, "though"sv,  "however"sv, "meanwhile"sv, "also"sv,    "then"sv,
     "now"sv,       "what"sv,     "who"sv,     "how"sv,     "why"sv,       "where"sv,   "which"sv,
     "not"sv,       "no"sv,       "some"sv,    "many"sv,    "most"sv,      "both"sv,    "each"sv,
     "all"sv,       "another"sv,  "other"sv,   "others"sv,  "under"sv,     "during"sv,  "despite"sv,
     "according"sv, "asked"sv,    "last"sv,    "earlier"sv, "here"sv,      "such"sv,    "yet"sv,
     "once"sv,      "until"sv,    "unlike"sv,  "within"sv,  "without"sv,   "whether"sv, "instead"sv,
     "officials"sv, "only"sv,     "every"sv,   "still"sv,   "even"sv,      "just"sv,    "more"sv,
     "about"sv,     "nearly"sv,   "through"sv, "over"sv,    "between"sv,   "among"sv,   "against"sv,
     "is"sv,        "are"sv,      "was"sv,     "were"sv,    "do"sv,        "did"sv,     "does"sv,
     "please"sv,    "thanks"sv,   "thank"sv,   "can"sv,     "let"sv,       "one"sv,     "two"sv,
     "first"sv,     "second"sv,   "finally"sv, "it's"sv,    "there's"sv,   "that's"sv}));

constexpr auto kOpenings =
    sorted(std::to_array({"The"sv,   "This"sv, "These"sv,    "Those"sv,   "It"sv,    "He"sv,       "She"sv,
                          "They"sv,  "We"sv,   "An"sv,       "In"sv,      "On"sv,    "At"sv,       "After"sv,
                          "While"sv, "When"sv, "Although"sv, "Despite"sv, "There"sv, "According"sv}));

constexpr auto kWeekdays = sorted(std::to_array(
    {"Monday"sv, "Tuesday"sv, "Wednesday"sv, "Thursday"sv, "Friday"sv, "Saturday"sv, "Sunday"sv}));

constexpr auto kCommonWords = sorted(std::to_array(
    {"the"sv,     "he"sv,       "she"sv,    "they"sv,    "we"sv,     "you"sv,     "this"sv,    "that"sv,
     "these"sv,   "those"sv,    "there"sv,  "his"sv,     "her"sv,    "their"sv,   "our"sv,     "but"sv,
     "and"sv,     "or"sv,       "if"sv,     "when"sv,    "while"sv,  "after"sv,   "before"sv,  "since"sv,
     "because"sv, "although"sv, "though"sv, "however"sv, "then"sv,   "now"sv,     "what"sv,    "who"sv,
     "how"sv,     "why"sv,      "where"sv,  "which"sv,   "not"sv,    "some"sv,    "many"sv,    "most"sv,
     "both"sv,    "with"sv,     "from"sv,   "under"sv,   "during"sv, "despite"sv, "until"sv,   "would"sv,
     "will"sv,    "could"sv,    "should"sv, "have"sv,    "has"sv,    "had"sv,     "was"sv,     "were"sv,
     "said"sv,    "for"sv,      "also"sv,   "than"sv,    "into"sv,   "over"sv,    "between"sv, "against"sv}));

constexpr auto kNameSuffixes = sorted(std::to_array(
    {"com"sv, "org"sv, "net"sv, "edu"sv, "gov"sv, "mil"sv,  "int"sv, "info"sv, "biz"sv, "eu"sv,
     "uk"sv,  "us"sv,  "de"sv,  "fr"sv,  "ru"sv,  "cn"sv,   "jp"sv,  "in"sv,   "au"sv,  "ca"sv,
     "ch"sv,  "nl"sv,  "br"sv,  "it"sv,  "es"sv,  "io"sv,   "tv"sv,  "co"sv,   "me"sv,  "html"sv,
     "htm"sv, "php"sv, "asp"sv, "pdf"sv, "doc"sv, "docx"sv, "xls"sv, "txt"sv,  "jpg"sv, "png"sv,
     "gif"sv, "zip"sv, "ua"sv,  "ir"sv,  "kr"sv,  "ie"sv,   "ai"sv}));

}  // namespace

Abbreviation abbreviation(std::string_view word) {
    if (contains(kTitles, word)) {
        return Abbreviation::title;
    }
    if (contains(kFinals, word)) {
        return Abbreviation::final_;
    }
    if (contains(kInner, word)) {
        return Abbreviation::inner;
    }
    if (contains(kNumbers, word)) {
        return Abbreviation::number;
    }
    if (contains(kMonths, word)) {
        return Abbreviation::month;
    }
    return Abbreviation::none;
}

bool is_joined_prefix(std::string_view word) {
    return contains(kPrefixes, word) || contains(kNameSyllables, word);
}

bool is_unit(std::string_view word) {
    return contains(kUnits, word);
}

std::size_t fused_length(std::string_view word) {
    if (word.size() < 2 || word.size() > 8) {
        return 0;
    }
    const auto found =
        std::lower_bound(kFused.begin(), kFused.end(), word,
                         [](const auto& entry, std::string_view w) { return entry.first < w; });
    return found != kFused.end() && found->first == word ? found->second : 0;
}

std::size_t emoticon_length(std::string_view text) {
    for (const std::string_view emoticon : kEmoticons) {
        if (text.starts_with(emoticon)) {
            return emoticon.size();
        }
    }
    return 0;
}

bool is_sentence_starter(std::string_view word) {
    return contains(kStarters, word);
}

bool is_sentence_opening(std::string_view form) {
    return contains(kOpenings, form);
}

bool is_weekday(std::string_view form) {
    return contains(kWeekdays, form);
}

bool is_common_word(std::string_view word) {
    return contains(kCommonWords, word);
}

bool is_name_suffix(std::string_view word) {
    return contains(kNameSuffixes, word);
}

}  // namespace claimgraph::nlp
