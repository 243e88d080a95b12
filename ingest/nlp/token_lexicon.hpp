// Closed word lists of tokenization: abbreviations, prefixes, units, contractions. All keys are lower-case
// ASCII.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimgraph::nlp {

/// How the full stop after an abbreviation behaves.
enum class Abbreviation : std::uint8_t {
    none,
    title,   ///< before a name ("Mr."): never ends a sentence
    inner,   ///< before what it belongs to ("vs.", "e.g."): never ends a sentence
    number,  ///< only before a number ("No.", "pp.")
    month,   ///< month or weekday: may end a sentence, not before a number
    final_,  ///< may as well end a sentence ("Inc.", "etc.", "p.m.", "Calif.")
};

/// `word` without its last full stop, lower-cased ("mr", "u.s").
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

/// First parts that stay joined to what follows their hyphen ("non", "anti").
[[nodiscard]] bool is_joined_prefix(std::string_view word);

/// Unit or multiplier that is written against its number ("km", "bn", "pm").
[[nodiscard]] bool is_unit(std::string_view word);

/// Characters of the first word of a contraction without apostrophe ("cannot" 3, "gonna" 3), or 0.
[[nodiscard]] std::size_t fused_length(std::string_view word);

/// Characters of a smiley at the start of `text`, or 0.
[[nodiscard]] std::size_t emoticon_length(std::string_view text);

/// A function word that starts sentences more often than it stands in a name ("the", "he", "however").
[[nodiscard]] bool is_sentence_starter(std::string_view word);

/// Whether a form, its capital included, hardly stands but at the start of a sentence or in a title ("The",
/// "In").
[[nodiscard]] bool is_sentence_opening(std::string_view form);

/// Whether a form is the name of a day of the week, written out.
[[nodiscard]] bool is_weekday(std::string_view form);

/// A word that no internet name ends in, and that shows that a space is missing ("year.before").
[[nodiscard]] bool is_common_word(std::string_view word);

/// A top-level domain or file extension ("com", "pdf").
[[nodiscard]] bool is_name_suffix(std::string_view word);

}  // namespace claimgraph::nlp
