// The first step of linking: where a document mentions something, by lexicon, recogniser and capitals.
// Works on one document; not shared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/linking/document_entities.hpp"
#include "ingest/extract/linking/entity_lexicons.hpp"
#include "ingest/extract/token_range.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {

/// What a mention is, before it is known which entity it is a mention of.
enum class MentionClass : std::uint8_t {
    country,       ///< by name, seat, adjective or nationals
    organization,  ///< by name
    person,
    place,    ///< a named place that is no country
    unknown,  ///< a name of unknown sort
    group,
    body,
    commodity,
    pair,         ///< "both sides", "each other"
    description,  ///< "the country", "the president": somebody named elsewhere
    pronoun
};

struct MentionCandidate {
    EntityMention mention;
    MentionClass sort = MentionClass::unknown;
    Sense::Kind sense = Sense::Kind::country;  ///< of a lexicon match
    std::uint32_t entry = nlp::kNone;          ///< lexicon entry of the sort's vector, or kNone
    TokenRange core;      ///< group, body, commodity: the head phrase; person, organization: the name
    TokenRange title;     ///< person: the words of office before the name
    bool weak = false;    ///< person: known by a bare alias only
    bool people = false;  ///< nationals ("Americans")
};

/// Words of office: "chief executive", "ambassador", "Mr".
struct OfficeWords {
    TokenRange range;
    EntityLexicons::TitleClass sort = EntityLexicons::TitleClass::office;
    std::string_view country = {};  ///< id of the only state that has this office, by the lexicon, or empty
};

/// All mentions, by first token, longer before shorter; a name may hold mentions of countries inside.
/// `offices` gets the words of office of the document, in the order of the text.
[[nodiscard]] std::vector<MentionCandidate> find_mentions(const EntityLexicons& lexicons, const Tree& tree,
                                                          int year, std::vector<OfficeWords>& offices);

/// The words of a range as one line, without a closing possessive.
[[nodiscard]] std::string phrase_text(const nlp::Analysis& analysis, TokenRange range);

[[nodiscard]] bool starts_with_capital(std::string_view form);

}  // namespace claimgraph
