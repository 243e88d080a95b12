#include "ingest/extract/linking/entity_lexicons.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "graph/model/names.hpp"
#include "ingest/extract/lexicon_table.hpp"
#include "ingest/nlp/analysis.hpp"

namespace claimgraph {
namespace {

using Case = PhraseIndex::Case;
using Row = LexiconTable::Row;

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view e) { return word.ends_with(e); });
}

// Plural by the spelling rules of English (Quirk et al. 1985, 5.80), singular by undoing them.
std::string plural_of(std::string_view word) {
    if (ends_with_any(word, {"s", "x", "z", "ch", "sh"})) return std::string(word) + "es";
    if (word.size() > 1 && word.back() == 'y' && !ends_with_any(word, {"ay", "ey", "oy", "uy"})) {
        return std::string(word.substr(0, word.size() - 1)) + "ies";
    }
    return std::string(word) + "s";
}

std::string singular_of(std::string_view word) {
    if (word.size() > 4 && word.ends_with("ies")) return std::string(word.substr(0, word.size() - 3)) + "y";
    if (ends_with_any(word, {"sses", "xes", "ches", "shes"}))
        return std::string(word.substr(0, word.size() - 2));
    if (word.size() > 3 && word.ends_with('s') && !ends_with_any(word, {"ss", "us", "is"})) {
        return std::string(word.substr(0, word.size() - 1));
    }
    return {};
}

// The phrase and its other number.
std::vector<std::string> both_numbers(std::string_view phrase) {
    std::vector<std::string> forms{std::string(phrase)};
    const std::string singular = singular_of(phrase);
    forms.push_back(singular.empty() ? plural_of(phrase) : singular);
    return forms;
}

int year_of(const Row& row, std::string_view column) {
    const std::string_view field = row.required(column);
    int year = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), year);
    if (error != std::errc{} || end != field.data() + field.size() || year < 1 || year > 9999) {
        row.fail(column, "expected a year, found '" + std::string(field) + "'");
    }
    return year;
}

template <std::size_t N>
std::string one_of(const Row& row, std::string_view column, const std::array<std::string_view, N>& values) {
    const std::string_view field = row.required(column);
    if (std::ranges::find(values, field) == values.end()) {
        std::string expected;
        for (std::string_view value : values) expected += (expected.empty() ? "" : ", ") + std::string(value);
        row.fail(column, "expected one of " + expected + ", found '" + std::string(field) + "'");
    }
    return std::string(field);
}

}  // namespace

EntityLexicons::EntityLexicons(const Lexicons& lexicons) {
    read_words(lexicons);
    read_countries(lexicons);
    read_organizations(lexicons);
    read_people(lexicons);
    read_heads(lexicons);
    read_commodities(lexicons);
}

void EntityLexicons::add(std::string_view phrase, Sense sense, Case sensitivity) {
    phrases_.add(phrase, static_cast<std::uint32_t>(senses_.size()), sensitivity);
    senses_.push_back(sense);
}

void EntityLexicons::read_countries(const Lexicons& lexicons) {
    constexpr std::array<std::string_view, 4> kTypes = {"state", "bloc", "territory", "former_state"};
    const auto add_names = [&](const Row& row, std::uint32_t index) {
        for (std::string_view form : row.list("adjectives")) add(form, {Sense::Kind::adjective, index});
        for (std::string_view form : row.list("people")) {
            const bool plural = form.ends_with('s') || form.ends_with("men");
            add(form, {Sense::Kind::people, index, false, plural});
        }
    };
    const LexiconTable table(lexicons / "countries.tsv",
                             {"id", "name", "type", "aliases", "adjectives", "people", "seats"});
    for (const Row& row : table.rows()) {
        const auto index = static_cast<std::uint32_t>(countries_.size());
        const std::string id(row.required("id"));
        if (id.size() != 3 || !std::ranges::all_of(id, [](char c) { return c >= 'A' && c <= 'Z'; })) {
            row.fail("id", "expected three capital letters, found '" + id + "'");
        }
        countries_.push_back({id, std::string(row.required("name")), one_of(row, "type", kTypes)});
        country_ids_.try_emplace(id, index);
        add(countries_.back().name, {Sense::Kind::country, index});
        for (std::string_view alias : row.list("aliases")) add(alias, {Sense::Kind::country, index});
        for (std::string_view seat : row.list("seats")) add(seat, {Sense::Kind::seat, index});
        add_names(row, index);
    }
    const LexiconTable regions(lexicons / "regions.tsv", {"name", "adjectives", "people"});
    for (const Row& row : regions.rows()) {
        const auto index = static_cast<std::uint32_t>(countries_.size());
        countries_.push_back({"", std::string(row.required("name")), "region"});
        add(countries_.back().name, {Sense::Kind::country, index});
        add_names(row, index);
    }
}

void EntityLexicons::read_organizations(const Lexicons& lexicons) {
    const LexiconTable table(lexicons / "organizations.tsv",
                             {"id", "name", "type", "aliases", "country", "parent"});
    std::unordered_map<std::string, std::string> name_of;
    for (const Row& row : table.rows()) {
        const auto index = static_cast<std::uint32_t>(organizations_.size());
        organizations_.push_back({std::string(row["id"]),
                                  std::string(row.required("name")),
                                  std::string(row.required("type")),
                                  std::string(row["country"]),
                                  {}});
        const OrganizationEntry& entry = organizations_.back();
        if (!entry.country.empty() && !country_ids_.contains(entry.country)) {
            row.fail("country", "expected a country id of countries.tsv, found '" + entry.country + "'");
        }
        if (!entry.id.empty()) name_of.try_emplace(entry.id, entry.name);
        name_of.try_emplace(entry.name, entry.name);
        add(entry.name, {Sense::Kind::organization, index});
        for (std::string_view alias : row.list("aliases")) add(alias, {Sense::Kind::organization, index});
    }
    for (std::size_t i = 0; i < organizations_.size(); ++i) {
        const Row& row = table.rows()[i];
        if (row["parent"].empty()) continue;
        const auto parent = name_of.find(std::string(row["parent"]));
        if (parent == name_of.end()) {
            row.fail("parent",
                     "expected an id or name of this file, found '" + std::string(row["parent"]) + "'");
        }
        organizations_[i].parent = parent->second;
    }
}

void EntityLexicons::read_people(const Lexicons& lexicons) {
    const LexiconTable table(lexicons / "people.tsv",
                             {"name", "aliases", "country", "role", "gender", "from", "to"});
    constexpr std::array<std::string_view, 3> kGenders = {"m", "f", "u"};
    for (const Row& row : table.rows()) {
        const auto index = static_cast<std::uint32_t>(people_.size());
        people_.push_back({std::string(row.required("name")), std::string(row.required("country")),
                           std::string(row.required("role")), one_of(row, "gender", kGenders).front(),
                           year_of(row, "from"), year_of(row, "to")});
        if (people_.back().from > people_.back().to) row.fail("to", "expected a year not before 'from'");
        add(people_.back().name, {Sense::Kind::person, index});
        const std::string& name = people_.back().name;
        const std::string surname = name.substr(name.rfind(' ') + 1);
        for (std::string_view alias : row.list("aliases")) {
            // Only a full name means the person in any year.
            const bool full = alias.find(' ') != std::string_view::npos && alias.ends_with(surname) &&
                              gender_of_first_name(alias.substr(0, alias.find(' '))) != 'u';
            add(alias, {Sense::Kind::person, index, !full});
        }
    }
}

void EntityLexicons::read_heads(const Lexicons& lexicons) {
    const LexiconTable titles(lexicons / "titles.tsv", {"title", "class", "country"});
    constexpr std::array<std::string_view, 3> kClasses = {"office", "position", "honorific"};
    for (const Row& row : titles.rows()) {
        const std::string name = one_of(row, "class", kClasses);
        const auto at = std::ranges::find(kClasses, name) - kClasses.begin();
        const Sense sense{Sense::Kind::title, static_cast<std::uint32_t>(titles_.size())};
        const std::string_view title = row.required("title");
        add(title, sense, Case::any);
        if (name != "honorific" && title.find(' ') == std::string_view::npos)
            add(plural_of(title), sense, Case::any);
        const std::string country(row["country"]);
        if (!country.empty() && !country_ids_.contains(country))
            row.fail("country", "expected a country id of countries.tsv, found '" + country + "'");
        titles_.push_back({static_cast<TitleClass>(at), country});
    }
    const LexiconTable groups(lexicons / "groups.tsv", {"head", "kind", "type"});
    for (const Row& row : groups.rows()) {
        const auto kind = parse<EntityKind>(row.required("kind"));
        if (!kind) row.fail("kind", "expected one of " + std::string(accepted_names<EntityKind>()));
        add(row.required("head"), {Sense::Kind::group, static_cast<std::uint32_t>(groups_.size())},
            Case::any);
        groups_.push_back({std::string(row["head"]), *kind, std::string(row.required("type"))});
    }
    const LexiconTable bodies(lexicons / "bodies.tsv", {"head", "type", "use"});
    constexpr std::array<std::string_view, 2> kUses = {"any", "name"};
    for (const Row& row : bodies.rows()) {
        const Sense sense{Sense::Kind::body, static_cast<std::uint32_t>(bodies_.size())};
        add(row.required("head"), sense, Case::any);
        bodies_.push_back({std::string(row["head"]), std::string(row.required("type")),
                           one_of(row, "use", kUses) == "name"});
    }
}

void EntityLexicons::read_commodities(const Lexicons& lexicons) {
    const LexiconTable table(lexicons / "commodities.tsv",
                             {"name", "parent", "strength", "forms", "weak_forms"});
    constexpr std::array<std::string_view, 2> kStrengths = {"strong", "weak"};
    std::unordered_set<std::string> names;
    for (const Row& row : table.rows()) names.emplace(row.required("name"));
    for (const Row& row : table.rows()) {
        const auto index = static_cast<std::uint32_t>(commodities_.size());
        commodities_.push_back({std::string(row["name"]), std::string(row["parent"])});
        if (!row["parent"].empty() && !names.contains(std::string(row["parent"]))) {
            row.fail("parent", "expected a name of this file, found '" + std::string(row["parent"]) + "'");
        }
        const auto add_form = [&](std::string_view form, bool weak) {
            for (const std::string& number : both_numbers(form)) {
                add(number, {Sense::Kind::commodity, index, weak},
                    form.front() >= 'A' && form.front() <= 'Z' ? Case::as_written : Case::any);
            }
        };
        add_form(row["name"], one_of(row, "strength", kStrengths) == "weak");
        for (std::string_view form : row.list("forms")) add_form(form, false);
        for (std::string_view form : row.list("weak_forms")) add_form(form, true);
    }
}

void EntityLexicons::read_words(const Lexicons& lexicons) {
    const LexiconTable suffixes(lexicons / "company_suffixes.tsv", {"suffix"});
    for (const Row& row : suffixes.rows()) company_suffixes_.emplace(row.required("suffix"));
    const LexiconTable measures(lexicons / "measures.tsv", {"family", "type", "traits", "lemmas"});
    for (const Row& row : measures.rows()) {
        std::string_view lemmas = row.required("lemmas");
        while (!lemmas.empty()) {
            const std::size_t space = lemmas.find(' ');
            measure_nouns_.emplace(lemmas.substr(0, space));
            lemmas.remove_prefix(space == std::string_view::npos ? lemmas.size() : space + 1);
        }
    }
    const LexiconTable named(lexicons / "named_measures.tsv", {"name", "type", "aliases"});
    for (const Row& row : named.rows()) {
        // "African Continental Free Trade Area" acts as an organization does.
        const std::string_view name = row.required("name");
        std::string last;
        for (const char c : name.substr(name.rfind(' ') + 1))
            last += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (!measure_nouns_.contains(last)) continue;
        measure_names_.emplace(name);
        for (std::string_view alias : row.list("aliases")) measure_names_.emplace(alias);
    }
    const LexiconTable names(lexicons / "first_names.tsv", {"name", "gender"});
    constexpr std::array<std::string_view, 3> kGenders = {"m", "f", "u"};
    for (const Row& row : names.rows()) {
        first_names_.emplace(row.required("name"), one_of(row, "gender", kGenders).front());
    }
}

std::uint32_t EntityLexicons::country_by_id(std::string_view id) const {
    const auto found = country_ids_.find(id);
    return found == country_ids_.end() ? nlp::kNone : found->second;
}

bool EntityLexicons::is_company_suffix(std::string_view word) const {
    return company_suffixes_.contains(word);
}

char EntityLexicons::gender_of_first_name(std::string_view name) const {
    const auto found = first_names_.find(name);
    return found == first_names_.end() ? 'u' : found->second;
}

}  // namespace claimgraph
