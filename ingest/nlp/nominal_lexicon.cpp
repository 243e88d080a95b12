#include "ingest/nlp/nominal_lexicon.hpp"

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

constexpr auto kMaleNames = sorted(std::to_array(
    {"james"sv,   "john"sv,      "robert"sv,    "michael"sv,     "william"sv,   "david"sv,    "richard"sv,
     "joseph"sv,  "thomas"sv,    "charles"sv,   "christopher"sv, "daniel"sv,    "matthew"sv,  "anthony"sv,
     "mark"sv,    "donald"sv,    "steven"sv,    "paul"sv,        "andrew"sv,    "joshua"sv,   "kenneth"sv,
     "kevin"sv,   "brian"sv,     "george"sv,    "edward"sv,      "ronald"sv,    "timothy"sv,  "jason"sv,
     "jeffrey"sv, "ryan"sv,      "jacob"sv,     "gary"sv,        "nicholas"sv,  "eric"sv,     "jonathan"sv,
     "stephen"sv, "larry"sv,     "justin"sv,    "scott"sv,       "brandon"sv,   "benjamin"sv, "samuel"sv,
     "gregory"sv, "frank"sv,     "alexander"sv, "raymond"sv,     "patrick"sv,   "jack"sv,     "dennis"sv,
     "jerry"sv,   "tyler"sv,     "aaron"sv,     "jose"sv,        "adam"sv,      "nathan"sv,   "henry"sv,
     "peter"sv,   "zachary"sv,   "kyle"sv,      "walter"sv,      "harold"sv,    "jeremy"sv,   "ethan"sv,
     "carl"sv,    "keith"sv,     "roger"sv,     "gerald"sv,      "christian"sv, "terry"sv,    "sean"sv,
     "arthur"sv,  "austin"sv,    "noah"sv,      "lawrence"sv,    "jesse"sv,     "joe"sv,      "bryan"sv,
     "billy"sv,   "jordan"sv,    "albert"sv,    "dylan"sv,       "bruce"sv,     "willie"sv,   "gabriel"sv,
     "alan"sv,    "juan"sv,      "logan"sv,     "wayne"sv,       "ralph"sv,     "roy"sv,      "eugene"sv,
     "randy"sv,   "vincent"sv,   "russell"sv,   "louis"sv,       "philip"sv,    "bobby"sv,    "johnny"sv,
     "bradley"sv, "mike"sv,      "bill"sv,      "bob"sv,         "jim"sv,       "tom"sv,      "tim"sv,
     "steve"sv,   "dan"sv,       "matt"sv,      "dave"sv,        "ben"sv,       "sam"sv,      "ted"sv,
     "ron"sv,     "ken"sv,       "greg"sv,      "jeff"sv,        "nick"sv,      "tony"sv,     "luis"sv,
     "carlos"sv,  "jorge"sv,     "miguel"sv,    "pedro"sv,       "javier"sv,    "fernando"sv, "antonio"sv,
     "manuel"sv,  "francisco"sv, "mario"sv,     "marco"sv,       "giovanni"sv,  "giuseppe"sv, "pierre"sv,
     "jean"sv,    "jacques"sv,   "francois"sv,  "emmanuel"sv,    "nicolas"sv,   "hans"sv,     "wolfgang"sv,
     "olaf"sv,    "karl"sv,      "friedrich"sv, "jens"sv,        "lars"sv,      "vladimir"sv, "sergei"sv,
     "dmitry"sv,  "dmitri"sv,    "ivan"sv,      "mikhail"sv,     "boris"sv,     "igor"sv,     "oleg"sv,
     "viktor"sv,  "volodymyr"sv, "mohammed"sv,  "muhammad"sv,    "mohamed"sv,   "ahmed"sv,    "ali"sv,
     "hassan"sv,  "hussein"sv,   "omar"sv,      "abdullah"sv,    "ibrahim"sv,   "mahmoud"sv,  "recep"sv,
     "barack"sv,  "narendra"sv,  "shinzo"sv,    "xi"sv,          "jinping"sv,   "boutros"sv,  "kofi"sv,
     "benito"sv,  "winston"sv,   "ronald"sv,    "rex"sv,         "mitt"sv,      "mitch"sv,    "chuck"sv,
     "lindsey"sv, "bernie"sv,    "elon"sv,      "wilbur"sv,      "larry"sv,     "simon"sv,    "neil"sv,
     "ian"sv,     "graham"sv,    "liam"sv,      "hugh"sv,        "oscar"sv,     "victor"sv,   "felix"sv,
     "leo"sv,     "max"sv,       "martin"sv,    "nigel"sv,       "gordon"sv,    "tony"sv}));

constexpr auto kFemaleNames = sorted(
    std::to_array({"mary"sv,      "patricia"sv,   "jennifer"sv, "linda"sv,   "elizabeth"sv,   "barbara"sv,
                   "susan"sv,     "jessica"sv,    "sarah"sv,    "karen"sv,   "lisa"sv,        "nancy"sv,
                   "betty"sv,     "margaret"sv,   "sandra"sv,   "ashley"sv,  "kimberly"sv,    "emily"sv,
                   "donna"sv,     "michelle"sv,   "carol"sv,    "amanda"sv,  "dorothy"sv,     "melissa"sv,
                   "deborah"sv,   "stephanie"sv,  "rebecca"sv,  "sharon"sv,  "laura"sv,       "cynthia"sv,
                   "kathleen"sv,  "amy"sv,        "angela"sv,   "shirley"sv, "anna"sv,        "brenda"sv,
                   "pamela"sv,    "emma"sv,       "nicole"sv,   "helen"sv,   "samantha"sv,    "katherine"sv,
                   "christine"sv, "debra"sv,      "rachel"sv,   "carolyn"sv, "janet"sv,       "catherine"sv,
                   "maria"sv,     "heather"sv,    "diane"sv,    "ruth"sv,    "julie"sv,       "olivia"sv,
                   "joyce"sv,     "virginia"sv,   "victoria"sv, "kelly"sv,   "lauren"sv,      "christina"sv,
                   "joan"sv,      "evelyn"sv,     "judith"sv,   "megan"sv,   "andrea"sv,      "cheryl"sv,
                   "hannah"sv,    "jacqueline"sv, "martha"sv,   "gloria"sv,  "teresa"sv,      "ann"sv,
                   "anne"sv,      "sara"sv,       "madison"sv,  "frances"sv, "kathryn"sv,     "janice"sv,
                   "jane"sv,      "alice"sv,      "julia"sv,    "grace"sv,   "judy"sv,        "sophia"sv,
                   "rose"sv,      "theresa"sv,    "denise"sv,   "marilyn"sv, "amber"sv,       "danielle"sv,
                   "brittany"sv,  "diana"sv,      "abigail"sv,  "natalie"sv, "sophie"sv,      "isabel"sv,
                   "isabella"sv,  "kate"sv,       "katie"sv,    "jill"sv,    "hillary"sv,     "nancy"sv,
                   "kamala"sv,    "melania"sv,    "ivanka"sv,   "angela"sv,  "ursula"sv,      "christine"sv,
                   "theresa"sv,   "jacinda"sv,    "indira"sv,   "benazir"sv, "condoleezza"sv, "madeleine"sv,
                   "susie"sv,     "ellen"sv,      "lucy"sv,     "clara"sv,   "ada"sv,         "marie"sv,
                   "claire"sv,    "charlotte"sv,  "ingrid"sv,   "astrid"sv,  "olga"sv,        "svetlana"sv,
                   "natalia"sv,   "yulia"sv,      "fatima"sv,   "aisha"sv,   "leila"sv,       "carmen"sv,
                   "ana"sv,       "lucia"sv,      "elena"sv,    "sofia"sv,   "gina"sv,        "tulsi"sv,
                   "nikki"sv,     "janet"sv,      "lori"sv,     "dana"sv,    "erica"sv,       "monica"sv,
                   "wendy"sv,     "joanna"sv,     "eleanor"sv}));

constexpr auto kMaleNouns = sorted(std::to_array(
    {"mr"sv,     "sir"sv,       "lord"sv,     "king"sv,        "prince"sv,      "duke"sv,     "man"sv,
     "boy"sv,    "father"sv,    "son"sv,      "brother"sv,     "husband"sv,     "uncle"sv,    "grandfather"sv,
     "nephew"sv, "spokesman"sv, "chairman"sv, "businessman"sv, "congressman"sv, "guy"sv,      "gentleman"sv,
     "pope"sv,   "dad"sv,       "men"sv,      "boys"sv,        "emperor"sv,     "policeman"sv}));

constexpr auto kFemaleNouns =
    sorted(std::to_array({"mrs"sv,         "ms"sv,         "miss"sv,          "lady"sv,          "queen"sv,
                          "princess"sv,    "woman"sv,      "girl"sv,          "mother"sv,        "daughter"sv,
                          "sister"sv,      "wife"sv,       "aunt"sv,          "grandmother"sv,   "niece"sv,
                          "spokeswoman"sv, "chairwoman"sv, "businesswoman"sv, "congresswoman"sv, "madam"sv,
                          "actress"sv,     "mom"sv,        "mum"sv,           "women"sv,         "girls"sv}));

constexpr auto kPersonNouns = sorted(std::to_array(
    {"president"sv,      "minister"sv,   "secretary"sv,    "leader"sv,     "official"sv,  "spokesperson"sv,
     "senator"sv,        "governor"sv,   "mayor"sv,        "ambassador"sv, "envoy"sv,     "negotiator"sv,
     "representative"sv, "chancellor"sv, "premier"sv,      "chief"sv,      "director"sv,  "executive"sv,
     "founder"sv,        "owner"sv,      "analyst"sv,      "economist"sv,  "expert"sv,    "professor"sv,
     "doctor"sv,         "lawyer"sv,     "judge"sv,        "journalist"sv, "reporter"sv,  "author"sv,
     "writer"sv,         "worker"sv,     "farmer"sv,       "student"sv,    "teacher"sv,   "child"sv,
     "person"sv,         "people"sv,     "adviser"sv,      "advisor"sv,    "aide"sv,      "candidate"sv,
     "voter"sv,          "lawmaker"sv,   "politician"sv,   "general"sv,    "officer"sv,   "soldier"sv,
     "victim"sv,         "witness"sv,    "suspect"sv,      "friend"sv,     "colleague"sv, "parent"sv,
     "member"sv,         "citizen"sv,    "resident"sv,     "driver"sv,     "player"sv,    "actor"sv,
     "artist"sv,         "scientist"sv,  "researcher"sv,   "engineer"sv,   "manager"sv,   "boss"sv,
     "critic"sv,         "diplomat"sv,   "commissioner"sv, "trader"sv,     "investor"sv,  "producer"sv,
     "consumer"sv,       "patient"sv,    "user"sv,         "mother"sv,     "father"sv,    "kid"sv,
     "baby"sv,           "speaker"sv,    "host"sv,         "guest"sv,      "chair"sv,     "learner"sv,
     "nurse"sv,          "woman"sv,      "man"sv,          "boy"sv,        "girl"sv,      "son"sv,
     "daughter"sv,       "brother"sv,    "sister"sv,       "husband"sv,    "wife"sv,      "spokesman"sv,
     "spokeswoman"sv,    "chairman"sv,   "king"sv,         "queen"sv,      "prince"sv,    "guy"sv,
     "poet"sv,           "singer"sv}));

constexpr auto kOrganizationNouns = sorted(std::to_array(
    {"ministry"sv,     "government"sv,   "department"sv, "company"sv,   "agency"sv,    "administration"sv,
     "organization"sv, "organisation"sv, "commission"sv, "committee"sv, "council"sv,   "parliament"sv,
     "congress"sv,     "senate"sv,       "court"sv,      "bank"sv,      "firm"sv,      "corporation"sv,
     "union"sv,        "party"sv,        "group"sv,      "bloc"sv,      "alliance"sv,  "association"sv,
     "university"sv,   "institute"sv,    "school"sv,     "army"sv,      "military"sv,  "police"sv,
     "team"sv,         "club"sv,         "newspaper"sv,  "authority"sv, "regulator"sv, "airline"sv,
     "manufacturer"sv, "board"sv,        "office"sv,     "bureau"sv,    "business"sv}));

constexpr auto kPlaceNouns = sorted(std::to_array(
    {"country"sv,  "nation"sv, "state"sv,   "city"sv,      "town"sv,     "village"sv,   "region"sv,
     "province"sv, "island"sv, "capital"sv, "continent"sv, "area"sv,     "territory"sv, "district"sv,
     "county"sv,   "world"sv,  "port"sv,    "street"sv,    "building"sv, "house"sv,     "room"sv,
     "river"sv,    "sea"sv,    "ocean"sv,   "mountain"sv,  "park"sv,     "border"sv}));

constexpr auto kDateNouns = sorted(std::to_array(
    {"year"sv,     "month"sv,   "week"sv,     "day"sv,       "hour"sv,     "minute"sv,    "decade"sv,
     "century"sv,  "time"sv,    "today"sv,    "yesterday"sv, "tomorrow"sv, "morning"sv,   "night"sv,
     "weekend"sv,  "quarter"sv, "period"sv,   "season"sv,    "monday"sv,   "tuesday"sv,   "wednesday"sv,
     "thursday"sv, "friday"sv,  "saturday"sv, "sunday"sv,    "january"sv,  "february"sv,  "march"sv,
     "april"sv,    "may"sv,     "june"sv,     "july"sv,      "august"sv,   "september"sv, "october"sv,
     "november"sv, "december"sv}));

constexpr PronounTraits first(Number number, bool reflexive = false) {
    return {1, number, Gender::unknown, true, reflexive, false};
}
constexpr PronounTraits second(bool reflexive = false) {
    return {2, Number::singular, Gender::unknown, true, reflexive, true};
}
constexpr PronounTraits third(Number number, Gender gender, bool human, bool reflexive = false) {
    return {3, number, gender, human, reflexive, false};
}

constexpr auto kPronouns = [] {
    using enum Number;
    auto entries = std::to_array<std::pair<std::string_view, PronounTraits>>(
        {{"i", first(singular)},
         {"me", first(singular)},
         {"my", first(singular)},
         {"mine", first(singular)},
         {"myself", first(singular, true)},
         {"we", first(plural)},
         {"us", first(plural)},
         {"our", first(plural)},
         {"ours", first(plural)},
         {"ourselves", first(plural, true)},
         {"you", second()},
         {"your", second()},
         {"yours", second()},
         {"yourself", second(true)},
         {"yourselves", second(true)},
         {"he", third(singular, Gender::masculine, true)},
         {"him", third(singular, Gender::masculine, true)},
         {"his", third(singular, Gender::masculine, true)},
         {"himself", third(singular, Gender::masculine, true, true)},
         {"she", third(singular, Gender::feminine, true)},
         {"her", third(singular, Gender::feminine, true)},
         {"hers", third(singular, Gender::feminine, true)},
         {"herself", third(singular, Gender::feminine, true, true)},
         {"it", third(singular, Gender::neuter, false)},
         {"its", third(singular, Gender::neuter, false)},
         {"itself", third(singular, Gender::neuter, false, true)},
         {"they", third(plural, Gender::unknown, false)},
         {"them", third(plural, Gender::unknown, false)},
         {"'em", third(plural, Gender::unknown, false)},
         {"their", third(plural, Gender::unknown, false)},
         {"theirs", third(plural, Gender::unknown, false)},
         {"themselves", third(plural, Gender::unknown, false, true)}});
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return entries;
}();

}  // namespace

std::optional<PronounTraits> personal_pronoun(std::string_view word) {
    const auto found =
        std::lower_bound(kPronouns.begin(), kPronouns.end(), word,
                         [](const auto& entry, std::string_view w) { return entry.first < w; });
    if (found == kPronouns.end() || found->first != word) {
        return std::nullopt;
    }
    return found->second;
}

Gender gender_of_name(std::string_view first_name) {
    const bool male = contains(kMaleNames, first_name);
    const bool female = contains(kFemaleNames, first_name);
    return male == female ? Gender::unknown : male ? Gender::masculine : Gender::feminine;
}

Gender gender_of_noun(std::string_view noun) {
    return contains(kMaleNouns, noun)     ? Gender::masculine
           : contains(kFemaleNouns, noun) ? Gender::feminine
                                          : Gender::unknown;
}

MentionKind kind_of_noun(std::string_view noun) {
    return contains(kPersonNouns, noun)         ? MentionKind::person
           : contains(kOrganizationNouns, noun) ? MentionKind::organization
           : contains(kPlaceNouns, noun)        ? MentionKind::place
           : contains(kDateNouns, noun)         ? MentionKind::date
                                                : MentionKind::other;
}

}  // namespace claimgraph::nlp
