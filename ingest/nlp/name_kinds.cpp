#include "ingest/nlp/name_kinds.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/nlp/nominal_lexicon.hpp"

namespace claimgraph::nlp {
namespace {

using namespace std::string_view_literals;

// Countries, large cities, states and regions, lower case.
constexpr auto kPlaces = [] {
    auto words = std::to_array({"afghanistan"sv,
                                "albania"sv,
                                "algeria"sv,
                                "angola"sv,
                                "argentina"sv,
                                "armenia"sv,
                                "australia"sv,
                                "austria"sv,
                                "azerbaijan"sv,
                                "bahrain"sv,
                                "bangladesh"sv,
                                "belarus"sv,
                                "belgium"sv,
                                "benin"sv,
                                "bolivia"sv,
                                "bosnia"sv,
                                "botswana"sv,
                                "brazil"sv,
                                "britain"sv,
                                "great britain"sv,
                                "bulgaria"sv,
                                "burma"sv,
                                "cambodia"sv,
                                "cameroon"sv,
                                "canada"sv,
                                "chad"sv,
                                "chile"sv,
                                "china"sv,
                                "colombia"sv,
                                "congo"sv,
                                "costa rica"sv,
                                "croatia"sv,
                                "cuba"sv,
                                "cyprus"sv,
                                "czech republic"sv,
                                "denmark"sv,
                                "ecuador"sv,
                                "egypt"sv,
                                "el salvador"sv,
                                "england"sv,
                                "eritrea"sv,
                                "estonia"sv,
                                "ethiopia"sv,
                                "fiji"sv,
                                "finland"sv,
                                "france"sv,
                                "gabon"sv,
                                "gambia"sv,
                                "germany"sv,
                                "ghana"sv,
                                "greece"sv,
                                "greenland"sv,
                                "guatemala"sv,
                                "guinea"sv,
                                "haiti"sv,
                                "honduras"sv,
                                "hong kong"sv,
                                "hungary"sv,
                                "iceland"sv,
                                "india"sv,
                                "indonesia"sv,
                                "iran"sv,
                                "iraq"sv,
                                "ireland"sv,
                                "northern ireland"sv,
                                "israel"sv,
                                "italy"sv,
                                "ivory coast"sv,
                                "jamaica"sv,
                                "japan"sv,
                                "kazakhstan"sv,
                                "kenya"sv,
                                "kosovo"sv,
                                "kuwait"sv,
                                "kyrgyzstan"sv,
                                "laos"sv,
                                "latvia"sv,
                                "lebanon"sv,
                                "liberia"sv,
                                "libya"sv,
                                "lithuania"sv,
                                "luxembourg"sv,
                                "madagascar"sv,
                                "malawi"sv,
                                "malaysia"sv,
                                "mali"sv,
                                "malta"sv,
                                "mauritania"sv,
                                "mexico"sv,
                                "moldova"sv,
                                "mongolia"sv,
                                "montenegro"sv,
                                "morocco"sv,
                                "mozambique"sv,
                                "myanmar"sv,
                                "namibia"sv,
                                "nepal"sv,
                                "netherlands"sv,
                                "new zealand"sv,
                                "nicaragua"sv,
                                "niger"sv,
                                "nigeria"sv,
                                "north korea"sv,
                                "norway"sv,
                                "oman"sv,
                                "pakistan"sv,
                                "palestine"sv,
                                "panama"sv,
                                "paraguay"sv,
                                "peru"sv,
                                "philippines"sv,
                                "poland"sv,
                                "portugal"sv,
                                "qatar"sv,
                                "romania"sv,
                                "russia"sv,
                                "rwanda"sv,
                                "saudi arabia"sv,
                                "scotland"sv,
                                "senegal"sv,
                                "serbia"sv,
                                "sierra leone"sv,
                                "singapore"sv,
                                "slovakia"sv,
                                "slovenia"sv,
                                "somalia"sv,
                                "south africa"sv,
                                "south korea"sv,
                                "korea"sv,
                                "soviet union"sv,
                                "spain"sv,
                                "sri lanka"sv,
                                "sudan"sv,
                                "south sudan"sv,
                                "sweden"sv,
                                "switzerland"sv,
                                "syria"sv,
                                "taiwan"sv,
                                "tajikistan"sv,
                                "tanzania"sv,
                                "thailand"sv,
                                "tibet"sv,
                                "togo"sv,
                                "tunisia"sv,
                                "turkey"sv,
                                "turkmenistan"sv,
                                "uganda"sv,
                                "ukraine"sv,
                                "united arab emirates"sv,
                                "uae"sv,
                                "united kingdom"sv,
                                "uk"sv,
                                "u.k."sv,
                                "united states"sv,
                                "united states of america"sv,
                                "us"sv,
                                "u.s."sv,
                                "usa"sv,
                                "u.s.a."sv,
                                "u.s"sv,
                                "america"sv,
                                "uruguay"sv,
                                "uzbekistan"sv,
                                "venezuela"sv,
                                "vietnam"sv,
                                "wales"sv,
                                "west germany"sv,
                                "east germany"sv,
                                "yemen"sv,
                                "yugoslavia"sv,
                                "zambia"sv,
                                "zimbabwe"sv,
                                "alabama"sv,
                                "alaska"sv,
                                "arizona"sv,
                                "arkansas"sv,
                                "california"sv,
                                "colorado"sv,
                                "connecticut"sv,
                                "delaware"sv,
                                "florida"sv,
                                "hawaii"sv,
                                "idaho"sv,
                                "illinois"sv,
                                "indiana"sv,
                                "iowa"sv,
                                "kansas"sv,
                                "kentucky"sv,
                                "louisiana"sv,
                                "maine"sv,
                                "maryland"sv,
                                "massachusetts"sv,
                                "michigan"sv,
                                "minnesota"sv,
                                "mississippi"sv,
                                "missouri"sv,
                                "montana"sv,
                                "nebraska"sv,
                                "nevada"sv,
                                "new hampshire"sv,
                                "new jersey"sv,
                                "new mexico"sv,
                                "new york"sv,
                                "new york city"sv,
                                "north carolina"sv,
                                "north dakota"sv,
                                "ohio"sv,
                                "oklahoma"sv,
                                "oregon"sv,
                                "pennsylvania"sv,
                                "rhode island"sv,
                                "south carolina"sv,
                                "south dakota"sv,
                                "tennessee"sv,
                                "texas"sv,
                                "utah"sv,
                                "vermont"sv,
                                "west virginia"sv,
                                "wisconsin"sv,
                                "wyoming"sv,
                                "quebec"sv,
                                "ontario"sv,
                                "alberta"sv,
                                "bavaria"sv,
                                "crimea"sv,
                                "kashmir"sv,
                                "gaza"sv,
                                "west bank"sv,
                                "gaza strip"sv,
                                "chechnya"sv,
                                "xinjiang"sv,
                                "europe"sv,
                                "asia"sv,
                                "africa"sv,
                                "latin america"sv,
                                "south america"sv,
                                "north america"sv,
                                "middle east"sv,
                                "antarctica"sv,
                                "scandinavia"sv,
                                "balkans"sv,
                                "gulf of mexico"sv,
                                "persian gulf"sv,
                                "black sea"sv,
                                "south china sea"sv,
                                "atlantic"sv,
                                "pacific"sv,
                                "mediterranean"sv,
                                "london"sv,
                                "paris"sv,
                                "berlin"sv,
                                "rome"sv,
                                "madrid"sv,
                                "moscow"sv,
                                "beijing"sv,
                                "tokyo"sv,
                                "washington"sv,
                                "washington dc"sv,
                                "washington d.c."sv,
                                "brussels"sv,
                                "geneva"sv,
                                "vienna"sv,
                                "tehran"sv,
                                "baghdad"sv,
                                "kabul"sv,
                                "cairo"sv,
                                "jerusalem"sv,
                                "tel aviv"sv,
                                "damascus"sv,
                                "beirut"sv,
                                "riyadh"sv,
                                "doha"sv,
                                "dubai"sv,
                                "abu dhabi"sv,
                                "ankara"sv,
                                "istanbul"sv,
                                "athens"sv,
                                "kiev"sv,
                                "kyiv"sv,
                                "minsk"sv,
                                "warsaw"sv,
                                "prague"sv,
                                "budapest"sv,
                                "bucharest"sv,
                                "sofia"sv,
                                "belgrade"sv,
                                "stockholm"sv,
                                "oslo"sv,
                                "copenhagen"sv,
                                "helsinki"sv,
                                "dublin"sv,
                                "edinburgh"sv,
                                "lisbon"sv,
                                "barcelona"sv,
                                "milan"sv,
                                "munich"sv,
                                "frankfurt"sv,
                                "hamburg"sv,
                                "amsterdam"sv,
                                "rotterdam"sv,
                                "zurich"sv,
                                "shanghai"sv,
                                "guangzhou"sv,
                                "shenzhen"sv,
                                "seoul"sv,
                                "pyongyang"sv,
                                "taipei"sv,
                                "osaka"sv,
                                "manila"sv,
                                "jakarta"sv,
                                "bangkok"sv,
                                "hanoi"sv,
                                "kuala lumpur"sv,
                                "new delhi"sv,
                                "delhi"sv,
                                "mumbai"sv,
                                "bombay"sv,
                                "calcutta"sv,
                                "kolkata"sv,
                                "chennai"sv,
                                "bangalore"sv,
                                "kerala"sv,
                                "karachi"sv,
                                "islamabad"sv,
                                "lahore"sv,
                                "dhaka"sv,
                                "colombo"sv,
                                "kathmandu"sv,
                                "sydney"sv,
                                "melbourne"sv,
                                "brisbane"sv,
                                "perth"sv,
                                "canberra"sv,
                                "auckland"sv,
                                "wellington"sv,
                                "ottawa"sv,
                                "toronto"sv,
                                "montreal"sv,
                                "vancouver"sv,
                                "calgary"sv,
                                "mexico city"sv,
                                "havana"sv,
                                "caracas"sv,
                                "bogota"sv,
                                "lima"sv,
                                "santiago"sv,
                                "buenos aires"sv,
                                "brasilia"sv,
                                "sao paulo"sv,
                                "rio de janeiro"sv,
                                "lagos"sv,
                                "abuja"sv,
                                "nairobi"sv,
                                "johannesburg"sv,
                                "cape town"sv,
                                "pretoria"sv,
                                "addis ababa"sv,
                                "khartoum"sv,
                                "tripoli"sv,
                                "tunis"sv,
                                "algiers"sv,
                                "casablanca"sv,
                                "los angeles"sv,
                                "san francisco"sv,
                                "san diego"sv,
                                "san jose"sv,
                                "chicago"sv,
                                "houston"sv,
                                "dallas"sv,
                                "austin"sv,
                                "boston"sv,
                                "philadelphia"sv,
                                "pittsburgh"sv,
                                "detroit"sv,
                                "cleveland"sv,
                                "atlanta"sv,
                                "miami"sv,
                                "tampa"sv,
                                "orlando"sv,
                                "new orleans"sv,
                                "seattle"sv,
                                "portland"sv,
                                "denver"sv,
                                "phoenix"sv,
                                "las vegas"sv,
                                "minneapolis"sv,
                                "milwaukee"sv,
                                "st. louis"sv,
                                "kansas city"sv,
                                "baltimore"sv,
                                "salt lake city"sv,
                                "sacramento"sv,
                                "oakland"sv,
                                "honolulu"sv,
                                "nashville"sv,
                                "memphis"sv,
                                "charlotte"sv,
                                "hollywood"sv,
                                "manhattan"sv,
                                "brooklyn"sv,
                                "fallujah"sv,
                                "basra"sv,
                                "mosul"sv,
                                "kandahar"sv,
                                "aleppo"sv,
                                "manchester"sv,
                                "birmingham"sv,
                                "liverpool"sv,
                                "glasgow"sv,
                                "oxford"sv,
                                "cambridge"sv,
                                "belfast"sv,
                                "venice"sv,
                                "florence"sv,
                                "naples"sv,
                                "lyon"sv,
                                "marseille"sv,
                                "strasbourg"sv,
                                "the hague"sv,
                                "davos"sv,
                                "chernobyl"sv});
    std::sort(words.begin(), words.end());
    return words;
}();

// Words that make the name they stand in one of an organization.
constexpr auto kOrganizationWords = [] {
    auto words = std::to_array({"inc"sv,           "inc."sv,         "corp"sv,
                                "corp."sv,         "corporation"sv,  "ltd"sv,
                                "ltd."sv,          "llc"sv,          "plc"sv,
                                "co."sv,           "company"sv,      "companies"sv,
                                "ministry"sv,      "department"sv,   "university"sv,
                                "college"sv,       "institute"sv,    "bank"sv,
                                "commission"sv,    "party"sv,        "union"sv,
                                "council"sv,       "agency"sv,       "committee"sv,
                                "court"sv,         "association"sv,  "group"sv,
                                "holdings"sv,      "foundation"sv,   "federation"sv,
                                "organization"sv,  "organisation"sv, "administration"sv,
                                "bureau"sv,        "congress"sv,     "senate"sv,
                                "parliament"sv,    "army"sv,         "navy"sv,
                                "airlines"sv,      "airways"sv,      "motors"sv,
                                "technologies"sv,  "systems"sv,      "times"sv,
                                "news"sv,          "fund"sv,         "authority"sv,
                                "board"sv,         "league"sv,       "society"sv,
                                "church"sv,        "office"sv,       "center"sv,
                                "centre"sv,        "nations"sv,      "police"sv,
                                "guard"sv,         "corps"sv,        "alliance"sv,
                                "club"sv,          "school"sv,       "hospital"sv,
                                "press"sv,         "network"sv,      "service"sv,
                                "services"sv,      "industries"sv,   "energy"sv,
                                "international"sv, "partners"sv,     "capital"sv,
                                "trust"sv,         "exchange"sv,     "reserve"sv,
                                "treasury"sv});
    std::sort(words.begin(), words.end());
    return words;
}();

template <class Table>
bool contains(const Table& table, std::string_view word) {
    return std::binary_search(table.begin(), table.end(), word);
}

void append_lower(std::string& to, std::string_view form) {
    for (const char c : form) {
        to += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
}

class Refiner {
  public:
    Refiner(const Analysis& analysis, std::vector<NamedSpan>& names) : analysis_(analysis), names_(names) {}

    void run() {
        mark();
        mend();
        decide();
    }

  private:
    [[nodiscard]] const Token& token(std::uint32_t i) const { return analysis_.tokens[i]; }

    [[nodiscard]] std::string text(std::uint32_t first, std::uint32_t last) const {
        std::string result;
        for (std::uint32_t i = first; i < last; ++i) {
            if (i > first) {
                result += ' ';
            }
            append_lower(result, token(i).form);
        }
        return result;
    }

    [[nodiscard]] static bool is_place(std::string_view text) { return contains(kPlaces, text); }

    /// Whether `i` and the token before it are words of one name by the tree.
    [[nodiscard]] bool joined(std::uint32_t i) const {
        const Token& a = token(i - 1);
        const Token& b = token(i);
        if (a.sentence != b.sentence || a.upos != Upos::propn || b.upos != Upos::propn ||
            a.deprel == Deprel::nmod_desc) {
            return false;
        }
        const auto part = [](const Token& t) {
            return t.deprel == Deprel::flat || t.deprel == Deprel::compound;
        };
        const bool linked = (b.deprel == Deprel::flat && (b.head == i - 1 || b.head == a.head)) ||
                            (part(a) && (a.head == i || (part(b) && a.head == b.head)));
        return linked && !is_place(text(i - 1, i));
    }

    void mark();
    void mend();
    void decide();
    [[nodiscard]] std::optional<MentionKind> evidence(const NamedSpan& name) const;

    const Analysis& analysis_;
    std::vector<NamedSpan>& names_;
    std::vector<std::uint32_t> name_of_;  // of each token, or kNone
    std::vector<bool> titled_;            // tokens with a title before them
};

void Refiner::mark() {
    name_of_.assign(analysis_.tokens.size(), kNone);
    titled_.assign(analysis_.tokens.size(), false);
    for (std::uint32_t n = 0; n < names_.size(); ++n) {
        for (std::uint32_t i = names_[n].first; i < names_[n].last; ++i) {
            name_of_[i] = n;
        }
    }
    for (const Token& word : analysis_.tokens) {
        if (word.deprel == Deprel::nmod_desc && word.head != kNone) {
            titled_[word.head] = true;
        }
    }
}

/// Joins and lengthens names over the proper nouns that the tree holds together, and adds the names that the
/// recogniser passed over.
void Refiner::mend() {
    std::vector<NamedSpan> mended;
    const auto size = static_cast<std::uint32_t>(analysis_.tokens.size());
    for (std::uint32_t i = 0; i < size;) {
        NamedSpan name{i, i + 1, MentionKind::other};
        if (name_of_[i] != kNone) {
            name = names_[name_of_[i]];
        } else if (token(i).upos != Upos::propn || token(i).deprel == Deprel::nmod_desc) {
            ++i;
            continue;
        }
        while (name.last < size && joined(name.last)) {
            const std::uint32_t next = name_of_[name.last];
            if (next != kNone) {
                name.last = names_[next].last;
                name.kind = names_[next].kind;
            } else {
                ++name.last;
            }
        }
        i = name.last;
        mended.push_back(name);
    }
    names_ = std::move(mended);
}

/// What the words and the titles of one occurrence say.
std::optional<MentionKind> Refiner::evidence(const NamedSpan& name) const {
    if (name.kind == MentionKind::date) {
        return MentionKind::date;
    }
    if (is_place(text(name.first, name.last))) {
        return MentionKind::place;
    }
    for (std::uint32_t i = name.first; i < name.last; ++i) {
        if (titled_[i]) {
            return MentionKind::person;
        }
    }
    if (name.last - name.first > 1 || name.kind == MentionKind::organization) {
        for (std::uint32_t i = name.first; i < name.last; ++i) {
            if (contains(kOrganizationWords, text(i, i + 1))) {
                return MentionKind::organization;
            }
        }
    }
    if (gender_of_name(text(name.first, name.first + 1)) != Gender::unknown) {
        return MentionKind::person;
    }
    if (token(name.last - 1).xpos == Xpos::nnps && name.last - name.first == 1 &&
        name.kind != MentionKind::organization) {
        return MentionKind::group;
    }
    return std::nullopt;
}

void Refiner::decide() {
    constexpr int kEvidence = 3;  // against 1 for the recogniser's word
    using Votes = std::array<int, 10>;
    std::unordered_map<std::string, Votes> votes;
    std::vector<std::optional<MentionKind>> known(names_.size());
    for (std::size_t n = 0; n < names_.size(); ++n) {
        const NamedSpan& name = names_[n];
        known[n] = evidence(name);
        const auto kind = static_cast<std::size_t>(known[n].value_or(name.kind));
        const int weight = known[n] ? kEvidence : name.kind == MentionKind::other ? 0 : 1;
        votes[text(name.first, name.last)][kind] += weight;
        if (known[n] == MentionKind::person && name.last - name.first > 1) {
            votes[text(name.last - 1, name.last)][kind] += kEvidence;  // the family name alone
        }
    }
    for (std::size_t n = 0; n < names_.size(); ++n) {
        if (known[n]) {
            names_[n].kind = *known[n];
            continue;
        }
        const Votes& cast = votes[text(names_[n].first, names_[n].last)];
        const auto best = std::max_element(cast.begin(), cast.end());
        if (*best > 0) {
            names_[n].kind = static_cast<MentionKind>(best - cast.begin());
        }
    }
}

}  // namespace

void refine_names(const Analysis& analysis, std::vector<NamedSpan>& names) {
    Refiner(analysis, names).run();
}

}  // namespace claimgraph::nlp
