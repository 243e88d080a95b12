// The lexicons of entities, read once: what the linker knows before it reads a document.
//
// Immutable, safe to share between threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/model/entity.hpp"
#include "ingest/extract/lexicons.hpp"
#include "ingest/extract/phrase_index.hpp"

namespace claimgraph {

struct CountryEntry {
    std::string id;
    std::string name;
    std::string type;  ///< state, bloc, territory, former_state, region
};

struct OrganizationEntry {
    std::string id;
    std::string name;
    std::string type;
    std::string country;  ///< country id, or empty
    std::string parent;   ///< name of the organization it is part of, or empty
};

struct PersonEntry {
    std::string name;
    std::string country;  ///< id of a country or organization
    std::string role;
    char gender = 'u';
    int from = 0;  ///< years in which a bare alias means this person
    int to = 0;
};

struct CommodityEntry {
    std::string name;
    std::string parent;  ///< name of the wider commodity, or empty
};

/// What a phrase of the lexicons means.
struct Sense {
    enum class Kind : std::uint8_t {
        country,
        adjective,  ///< of a country
        people,     ///< nationals of a country
        seat,       ///< of a country's government
        organization,
        person,
        title,
        group,
        body,
        commodity
    };
    Kind kind = Kind::country;
    std::uint32_t index = 0;  ///< in the vector of its kind (countries for the first four)
    bool weak = false;        ///< commodity: only where trade is spoken of; person: full name not given
    bool plural = false;      ///< people: several
};

class EntityLexicons {
  public:
    enum class TitleClass : std::uint8_t { office, position, honorific };
    struct TitleEntry {
        TitleClass sort = TitleClass::office;
        std::string country;  ///< id of the only state that has such an office, or empty
    };
    struct GroupEntry {
        std::string head;
        EntityKind kind = EntityKind::actor;
        std::string type;
    };
    struct BodyEntry {
        std::string head;
        std::string type;
        bool names_only = false;  ///< no body unless it is written with a capital
    };

    /// Reads countries, regions, organizations, people, titles, groups, bodies, commodities, company_suffixes
    /// and first_names (.tsv) of the folder, and of measures and named_measures what is no name of an actor.
    /// Throws LexiconError or IoError.
    explicit EntityLexicons(const Lexicons& lexicons);

    [[nodiscard]] const PhraseIndex& phrases() const { return phrases_; }
    [[nodiscard]] const Sense& sense(std::uint32_t value) const { return senses_[value]; }
    [[nodiscard]] const std::vector<CountryEntry>& countries() const { return countries_; }
    [[nodiscard]] const std::vector<OrganizationEntry>& organizations() const { return organizations_; }
    [[nodiscard]] const std::vector<PersonEntry>& people() const { return people_; }
    [[nodiscard]] const std::vector<TitleEntry>& titles() const { return titles_; }
    [[nodiscard]] const std::vector<GroupEntry>& groups() const { return groups_; }
    [[nodiscard]] const std::vector<BodyEntry>& bodies() const { return bodies_; }
    [[nodiscard]] const std::vector<CommodityEntry>& commodities() const { return commodities_; }

    /// The first country entry with this id, or nlp::kNone.
    [[nodiscard]] std::uint32_t country_by_id(std::string_view id) const;
    [[nodiscard]] bool is_company_suffix(std::string_view word) const;
    /// A noun that heads names of measures ("agreement"), by its lemma, or a measure's own name ("NAFTA").
    [[nodiscard]] bool is_measure_noun(std::string_view lemma) const {
        return measure_nouns_.contains(lemma);
    }
    [[nodiscard]] bool is_measure_name(std::string_view name) const { return measure_names_.contains(name); }
    /// m, f, or u when the name is not a known first name.
    [[nodiscard]] char gender_of_first_name(std::string_view name) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    void add(std::string_view phrase, Sense sense,
             PhraseIndex::Case sensitivity = PhraseIndex::Case::as_written);
    void read_countries(const Lexicons& lexicons);
    void read_organizations(const Lexicons& lexicons);
    void read_people(const Lexicons& lexicons);
    void read_heads(const Lexicons& lexicons);
    void read_commodities(const Lexicons& lexicons);
    void read_words(const Lexicons& lexicons);

    PhraseIndex phrases_;
    std::vector<Sense> senses_;
    std::vector<CountryEntry> countries_;
    std::vector<OrganizationEntry> organizations_;
    std::vector<PersonEntry> people_;
    std::vector<TitleEntry> titles_;
    std::vector<GroupEntry> groups_;
    std::vector<BodyEntry> bodies_;
    std::vector<CommodityEntry> commodities_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> country_ids_;
    std::unordered_set<std::string, Hash, std::equal_to<>> company_suffixes_;
    std::unordered_set<std::string, Hash, std::equal_to<>> measure_nouns_;
    std::unordered_set<std::string, Hash, std::equal_to<>> measure_names_;
    std::unordered_map<std::string, char, Hash, std::equal_to<>> first_names_;
};

}  // namespace claimgraph
