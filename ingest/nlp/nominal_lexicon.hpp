// What single words tell about who is meant: gender, number and kind. Keys are lower case.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ingest/nlp/analysis.hpp"

namespace claimgraph::nlp {

enum class Gender : std::uint8_t { unknown, masculine, feminine, neuter };

/// Personal and possessive pronouns, and the reflexive ones.
struct PronounTraits {
    std::uint8_t person = 3;
    Number number = Number::singular;
    Gender gender = Gender::unknown;
    bool human = false;  ///< refers to people
    bool reflexive = false;
    bool open_number = false;  ///< "you": either
};

[[nodiscard]] std::optional<PronounTraits> personal_pronoun(std::string_view word);

/// By common first names and by titles and nouns such as "mrs", "father".
[[nodiscard]] Gender gender_of_name(std::string_view first_name);
[[nodiscard]] Gender gender_of_noun(std::string_view noun);

/// What a common noun denotes: person ("minister"), organization ("ministry"), place ("country"), date
/// ("year"); `other` where it tells nothing.
[[nodiscard]] MentionKind kind_of_noun(std::string_view noun);

}  // namespace claimgraph::nlp
