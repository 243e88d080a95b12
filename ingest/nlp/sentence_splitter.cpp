#include "ingest/nlp/sentence_splitter.hpp"

#include <string>

#include "ingest/nlp/characters.hpp"
#include "ingest/nlp/token_lexicon.hpp"

namespace claimgraph::nlp {
namespace {

bool is_terminal(std::string_view form) {
    if (form == "\u2026") {
        return true;
    }
    for (const char c : form) {
        if (c != '.' && c != '!' && c != '?') {
            return false;
        }
    }
    return !form.empty();
}

bool is_closer(std::string_view form) {
    return form == "\"" || form == "\u201D" || form == "'" || form == "\u2019" || form == "''" ||
           form == ")" || form == "]" || form == "}" || form == "\u00BB";
}

bool is_opener(std::string_view form) {
    return form == "\"" || form == "\u201C" || form == "'" || form == "''" || form == "\u2018" ||
           form == "``" || form == "(" || form == "[" || form == "\u00AB" || form == "-" ||
           form == "\u2013" || form == "\u2014" || form == "*" || form == "\u2022";
}

/// A mark that ends sentences even before a small letter; dots and doubled marks also stand within them.
bool is_plain_end(std::string_view form) {
    return form == "." || form == "?";
}

class BoundaryRules {
  public:
    explicit BoundaryRules(const std::vector<Token>& words) : words_(words) {}

    /// Whether the sentence that starts at `begin` ends with the word at `i`; `next` is what follows the
    /// closers.
    [[nodiscard]] bool ends_at(std::size_t begin, std::size_t i, std::size_t next);

    /// Whether a sentence opens at `i` though nothing ends before it: behind a caption or a date without a
    /// stop.
    [[nodiscard]] bool opens_at(std::size_t begin, std::size_t i);

    /// The first word after `i` and the quotes and brackets that close behind it.
    [[nodiscard]] std::size_t after_closers(std::size_t i) const {
        std::size_t k = i + 1;
        while (k < words_.size() && !words_[k - 1].space_after && is_closer(words_[k].form)) {
            ++k;
        }
        return k;
    }

  private:
    [[nodiscard]] std::string_view lower(std::size_t i) {
        lowered_.assign(words_[i].form);
        for (char& c : lowered_) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        }
        return lowered_;
    }

    const std::vector<Token>& words_;
    std::string lowered_;
};

bool BoundaryRules::opens_at(std::size_t begin, std::size_t i) {
    if (i < begin + 2 || i + 1 >= words_.size() || !is_sentence_opening(words_[i].form) ||
        !words_[i - 1].space_after) {
        return false;
    }
    const bool on_a_day = words_[i].form == "On" && is_weekday(words_[i + 1].form);
    if (!on_a_day && first_kind(words_[i + 1].form) != CharKind::lower) {
        return false;  // a title's own capitals
    }
    const std::string_view before = words_[i - 1].form;
    switch (first_kind(before)) {
        case CharKind::digit:
            return before.size() == 4 && words_[i - 2].form == ",";  // the year of a date
        case CharKind::upper:
        case CharKind::lower:
            return before.size() > 1 && before.back() != '.' && !is_sentence_starter(lower(i - 1));
        default:
            return false;
    }
}

bool BoundaryRules::ends_at(std::size_t begin, std::size_t i, std::size_t next) {
    const std::string_view form = words_[i].form;
    const bool terminal = is_terminal(form);
    const bool dotted = !terminal && form.size() > 1 && form.back() == '.';
    if (!terminal && !dotted) {
        return false;
    }
    if (next >= words_.size()) {
        return true;
    }
    std::size_t start = next;
    while (start + 1 < words_.size() && is_opener(words_[start].form)) {
        ++start;
    }
    const CharKind kind = first_kind(words_[start].form);
    const bool lower_next = kind == CharKind::lower;
    if (terminal) {
        const bool spaced = words_[next - 1].space_after;
        if (next != i + 1 && !spaced && (is_terminal(words_[next].form) || words_[next].form == ",")) {
            return false;  // (is it?).
        }
        if (!spaced && start == next && next == i + 1) {
            // "this year.before": the word splitter has seen that a space is missing
            return form == "." && i > 0 && (kind == CharKind::upper || is_common_word(lower(start)));
        }
        if (lower_next && (next != i + 1 || start != next || !is_plain_end(form))) {
            return false;  // "Why?" he asked
        }
        if (form == "." && i > 0) {
            // the number of a list item, not of a sentence
            const bool number = first_kind(words_[i - 1].form) == CharKind::digit;
            if (number && i == begin + 1) {
                return false;
            }
        }
        if (i == 0) {
            return false;
        }
        return kind != CharKind::other || start != next || is_opener(words_[start].form) || form != ".";
    }
    // abbreviations
    if (lower_next) {
        return false;
    }
    std::string word(lower(i));
    word.pop_back();
    const Abbreviation abbreviated = abbreviation(word);
    if (abbreviated == Abbreviation::title || abbreviated == Abbreviation::inner ||
        abbreviated == Abbreviation::number) {
        return false;
    }
    if (kind != CharKind::upper) {
        return false;
    }
    if (word == "etc" || word == "p.m" || word == "a.m") {
        return true;
    }
    if (word.size() == 1 && abbreviated == Abbreviation::none) {  // an initial
        return false;
    }
    return is_sentence_starter(lower(start)) && words_[start].form != "I";
}

bool ends_in_terminal(const Analysis& analysis, const Sentence& sentence) {
    for (std::uint32_t i = sentence.last; i-- > sentence.first;) {
        const std::string_view form = analysis.tokens[i].form;
        if (is_terminal(form) || form == ":" || form == ";" || form == ",") {
            return true;
        }
        if (!is_closer(form)) {
            return false;
        }
    }
    return false;
}

/// Whether the credit of a picture starts here ("Photo: Ada Hale."), which follows a caption without a stop.
bool starts_credit(const std::vector<Token>& words, std::size_t i) {
    const std::string_view form = words[i].form;
    const bool named = form == "Image" || form == "Photo" || form == "Photograph" || form == "Credit";
    return named && i + 1 < words.size() && words[i + 1].form == ":" && words[i - 1].space_after &&
           !is_opener(words[i - 1].form);
}

constexpr std::uint32_t kLongestHeadline = 40;  // tokens

}  // namespace

void add_sentences(const std::vector<Token>& words, std::uint32_t paragraph, Analysis& analysis) {
    BoundaryRules rules(words);
    const std::size_t first_sentence = analysis.sentences.size();
    std::size_t i = 0;
    while (i < words.size()) {
        Sentence sentence;
        sentence.first = static_cast<std::uint32_t>(analysis.tokens.size());
        sentence.paragraph = paragraph;
        const std::size_t begin = i;
        std::size_t end = words.size();
        std::size_t abbreviation_at = words.size();
        std::size_t comma = 0;
        for (std::size_t k = begin; k < words.size(); ++k) {
            const std::string_view form = words[k].form;
            if (k > begin && (starts_credit(words, k) || rules.opens_at(begin, k))) {
                end = k;
                break;
            }
            if (k - begin >= kMaxSentenceTokens - 1) {
                end = comma > begin + kMaxSentenceTokens / 2 ? comma + 1 : k;
                break;
            }
            if (form == ";" || form == ",") {
                comma = k;
                continue;
            }
            const char last = form.back();
            if (last != '.' && last != '!' && last != '?' && form != "\u2026") {
                continue;
            }
            const std::size_t next = rules.after_closers(k);
            if (rules.ends_at(begin, k, next)) {
                end = next;
                if (!is_terminal(form)) {
                    abbreviation_at = k;
                }
                break;
            }
        }
        for (std::size_t k = begin; k < end; ++k) {
            Token token = words[k];
            token.sentence = static_cast<std::uint32_t>(analysis.sentences.size());
            if (k == abbreviation_at && token.form.size() > 1) {
                Token stop = token;
                stop.begin = token.end - 1;
                stop.form = token.form.substr(token.form.size() - 1);
                stop.joined_to_previous = false;
                token.end = stop.begin;
                token.form.remove_suffix(1);
                token.space_after = false;
                analysis.tokens.push_back(token);
                analysis.tokens.push_back(stop);
            } else {
                analysis.tokens.push_back(token);
            }
        }
        sentence.last = static_cast<std::uint32_t>(analysis.tokens.size());
        sentence.begin = analysis.tokens[sentence.first].begin;
        sentence.end = analysis.tokens.back().end;
        analysis.sentences.push_back(sentence);
        i = end;
    }
    if (analysis.sentences.size() == first_sentence + 1) {
        Sentence& only = analysis.sentences.back();
        only.headline = only.last - only.first <= kLongestHeadline && !ends_in_terminal(analysis, only) &&
                        first_kind(analysis.tokens[only.first].form) != CharKind::lower;
    }
}

}  // namespace claimgraph::nlp
