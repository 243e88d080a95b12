#include "ingest/nlp/words.hpp"

#include "ingest/nlp/token_lexicon.hpp"

namespace claimgraph::nlp {
namespace {

constexpr std::size_t kLongestListed = 12;  // characters; no listed word is longer
constexpr std::size_t kDrawnLine = 8;       // so many of one mark separate parts of a page, whatever the mark

bool is_repeatable(char32_t c) {
    return c == U'-' || c == U'=' || c == U'*' || c == U'_' || c == U'~' || c == U'#' || c == U'+' ||
           c == U'<' || c == U'>' || c == U'|' || c == U'^' || c == U'!' || c == U'?' || c == U'.';
}

bool is_question_or_exclamation(char32_t c) {
    return c == U'!' || c == U'?';
}

/// Characters of the clitic that ends the word of these last letters, or 0. `n` is what stands before them.
std::size_t clitic_length(std::string_view tail, char before) {
    if (tail == "t") {
        return before == 'n' ? 3 : 0;
    }
    if (tail == "s" || tail == "m" || tail == "d") {
        return 2;
    }
    return tail == "re" || tail == "ve" || tail == "ll" ? 3 : 0;
}

}  // namespace

void WordSplitter::split(std::uint32_t begin, std::uint32_t end) {
    single_quote_open_ = false;
    std::uint32_t position = begin;
    const std::string_view paragraph = text_.substr(0, end);
    while (position < end) {
        chars_.clear();
        may_be_address_ = false;
        no_address_before_ = 0;
        bool plain = true;
        while (position < end) {
            const Char c = next_char(paragraph, position);
            if (c.kind == CharKind::space) {
                if (!chars_.empty()) {
                    break;
                }
                continue;
            }
            plain = plain && c.is_letter() && c.value < 128;
            may_be_address_ = may_be_address_ || c.value == U'@' || c.value == U'/' || c.value == U'.';
            chars_.push_back(c);
            chunk_end_ = position;
        }
        if (chars_.empty()) {
            break;
        }
        const std::size_t first_token = tokens_.size();
        if (plain) {
            add_word(0, chars_.size());
        } else {
            for (std::size_t i = 0; i < chars_.size();) {
                i = lex(i);
            }
        }
        for (std::size_t i = first_token; i + 1 < tokens_.size(); ++i) {
            tokens_[i].space_after = false;
        }
    }
}

std::size_t WordSplitter::lex(std::size_t i) {
    const Char& c = chars_[i];
    if (may_be_address_) {
        if (const std::size_t last = lex_address(i); last != i) {
            add(i, last);
            return last;
        }
    }
    if (c.is_digit()) {
        return lex_number(i);
    }
    if (c.is_letter() || c.kind == CharKind::mark) {
        return lex_word(i);
    }
    if (c.kind == CharKind::emoji) {
        const std::size_t last = lex_emoji(i);
        add(i, last);
        return last;
    }
    if (c.is_apostrophe()) {
        const Char& next = at(i + 1);
        const bool after_word = i > 0 && (chars_[i - 1].is_alnum());
        if (next.value == c.value &&
            (c.value == U'\'' || c.value == U'`' || (c.value == U'\u2019' && i + 2 >= chars_.size()))) {
            add(i, i + 2);
            return i + 2;
        }
        if (!after_word && next.is_digit() && at(i + 2).is_digit()) {  // '72, '90s
            std::size_t last = i + 3;
            if (at(last).value == U's') {
                ++last;
            }
            if (!at(last).is_alnum()) {
                add(i, last);
                return last;
            }
        }
        if (!after_word && next.is_letter()) {
            std::size_t last = i + 1;
            while (at(last).is_letter()) {
                ++last;
            }
            const std::string_view word = last - i <= 6 ? lower(i + 1, last) : std::string_view{};
            if (word == "em" || word == "til" || word == "cause" || word == "n" || word == "bout") {
                add(i, last);
                return last;
            }
            if (i == 0 && word == "s") {  // a possessive that lost its word
                add(i, last);
                return last;
            }
            single_quote_open_ = true;
        } else if (!after_word && (c.value == U'\u2018' || next.kind != CharKind::space)) {
            single_quote_open_ = single_quote_open_ || i == 0;
        }
        const char32_t before = i > 0 ? chars_[i - 1].value : 0;
        const bool plural = before == U's' || before == U'S' || before == U'z' || before == U'x';
        if (plural && !single_quote_open_ && i + 1 == chars_.size()) {
            add(i, i + 1, true);  // the workers' rights
            return i + 1;
        }
        if (after_word || i + 1 == chars_.size()) {
            single_quote_open_ = false;
        }
        add(i, i + 1);
        return i + 1;
    }
    if (c.value == U'\u2018') {
        single_quote_open_ = true;
        add(i, i + 1);
        return i + 1;
    }
    if ((c.value == U'+' || c.value == U'-' || c.value == U'\u2212') && at(i + 1).is_digit() &&
        (i == 0 || is_opening_bracket(chars_[i - 1].value))) {
        return lex_number(i);
    }
    if ((c.value == U'@' || c.value == U'#') && at(i + 1).is_letter() &&
        (i == 0 || !chars_[i - 1].is_alnum())) {
        std::size_t last = i + 1;
        while (at(last).is_alnum() || at(last).value == U'_') {
            ++last;
        }
        add(i, last);
        return last;
    }
    const std::size_t last = lex_symbol(i);
    add(i, last);
    return last;
}

std::size_t WordSplitter::lex_symbol(std::size_t i) const {
    const Char& c = chars_[i];
    if (c.value == U'\uFFFD') {
        std::size_t last = i + 1;
        while (at(last).value == U'\uFFFD') {
            ++last;
        }
        return last;
    }
    const std::string_view rest = text_.substr(c.begin, chunk_end_ - c.begin);
    if (c.value < 128) {
        if (const std::size_t length = emoticon_length(rest); length != 0) {
            const Char& after = at(i + length);
            const bool free_before = i == 0 || !chars_[i - 1].is_digit();
            if (!after.is_alnum() && free_before) {
                return i + length;
            }
        }
    }
    if (is_repeatable(c.value)) {
        std::size_t last = i + 1;
        const bool mixed = is_question_or_exclamation(c.value);
        while (at(last).value == c.value || (mixed && is_question_or_exclamation(at(last).value)) ||
               (c.value == U'.' && is_question_or_exclamation(at(last).value))) {
            ++last;
        }
        return last;
    }
    std::size_t same = i + 1;
    while (same < chars_.size() && chars_[same].value == c.value) {
        ++same;
    }
    return same - i >= kDrawnLine ? same : i + 1;
}

std::size_t WordSplitter::lex_emoji(std::size_t i) const {
    constexpr char32_t kJoiner = U'\u200D';
    std::size_t last = i + 1;
    while (last < chars_.size()) {
        const Char& c = chars_[last];
        const bool modifier = c.value >= 0x1F3FB && c.value <= 0x1F3FF;
        const bool flag = chars_[i].value >= 0x1F1E6 && chars_[i].value <= 0x1F1FF && c.value >= 0x1F1E6 &&
                          c.value <= 0x1F1FF && last == i + 1;
        if (c.kind == CharKind::mark || modifier || flag || chars_[last - 1].value == kJoiner) {
            ++last;
        } else {
            break;
        }
    }
    return last;
}

/// The end of a web address, e-mail address or file name that starts at `i`, or `i`.
std::size_t WordSplitter::lex_address(std::size_t i) {
    const Char& c = chars_[i];
    if (i < no_address_before_ || !c.is_alnum() || (i > 0 && chars_[i - 1].is_alnum())) {
        return i;
    }
    const std::string_view rest = text_.substr(c.begin, chunk_end_ - c.begin);
    const auto trim = [&](std::size_t last) {
        while (last > i + 1) {
            const char32_t v = chars_[last - 1].value;
            const bool closes = v == U')' || v == U'>' || v == U']' || v == U'}';
            if (v == U'.' || v == U',' || v == U';' || v == U':' || v == U'!' || v == U'?' || v == U'\'' ||
                v == U'\u2019' || is_double_quote(v) || closes) {
                --last;
            } else {
                break;
            }
        }
        return last;
    };
    const auto starts = [&](std::string_view prefix) {
        if (rest.size() <= prefix.size()) {
            return false;
        }
        for (std::size_t k = 0; k < prefix.size(); ++k) {
            if ((rest[k] | 0x20) != prefix[k] && rest[k] != prefix[k]) {
                return false;
            }
        }
        return true;
    };
    const auto run = [&](std::size_t from) {
        std::size_t last = from;
        while (last < chars_.size()) {
            const char32_t v = chars_[last].value;
            if (v == U'<' || v == U'>' || v == U'|' || is_double_quote(v)) {
                break;
            }
            ++last;
        }
        return last;
    };
    if (starts("http://") || starts("https://") || starts("ftp://") || starts("www.") || starts("mailto:")) {
        return trim(run(i));
    }
    // word(.word)* and then @word.word, or a known last part
    std::size_t last = i;
    std::size_t at_sign = 0;
    std::size_t last_dot = 0;
    for (; last < chars_.size(); ++last) {
        const Char& x = chars_[last];
        if (x.is_alnum() || x.value == U'-' || x.value == U'_' || x.value == U'%' || x.value == U'+') {
            continue;
        }
        if (x.value == U'.' && at(last + 1).value != U'.') {
            last_dot = last;
            continue;
        }
        if (x.value == U'@' && at_sign == 0 && last > i) {
            at_sign = last;
            continue;
        }
        if (x.value == U'.' && at_sign == 0) {
            continue;  // an elided part: who...@where
        }
        break;
    }
    no_address_before_ = last;  // a later start in this stretch would meet the same end
    if (at_sign != 0) {
        return at_sign + 1 < last ? trim(last) : i;
    }
    if (last_dot == 0) {
        return i;
    }
    const std::size_t end = trim(last);
    std::size_t dot = end;
    while (dot > i && chars_[dot - 1].value != U'.') {
        --dot;
    }
    if (dot == i || dot - i < 3 || end - dot > 5) {
        return i;
    }
    // The part before must look like a name too: "U.S" and "p.m" are none.
    if (!chars_[dot - 2].is_alnum() || !chars_[dot - 3].is_alnum() || chars_[dot].kind == CharKind::upper) {
        return i;
    }
    for (std::size_t k = dot; k < end; ++k) {
        if (chars_[k].kind != CharKind::lower && !chars_[k].is_digit()) {
            return i;
        }
    }
    if (!is_name_suffix(slice(dot, end))) {
        return i;
    }
    if (at(end).value == U'/') {
        return trim(run(end));
    }
    return end;
}

/// Whether the full stop at `dot`, with a character after it, is part of the word that began at `first`.
bool WordSplitter::inner_full_stop(std::size_t first, std::size_t dot) const {
    const Char& before = chars_[dot - 1];
    const Char& after = at(dot + 1);
    if (!after.is_alnum()) {
        return false;
    }
    const bool single_before = before.is_letter() && (dot - 1 == first || chars_[dot - 2].value == U'.');
    if (single_before && after.is_letter()) {
        // "U.S." and "p.m.", but "J.Smith" is two words
        const bool single_after = !at(dot + 2).is_alnum();
        return single_after || before.kind == CharKind::lower;
    }
    if (after.is_digit()) {
        return before.is_digit();
    }
    if (before.kind == CharKind::upper && after.kind == CharKind::upper) {
        return false;
    }
    if (after.kind == CharKind::upper) {
        return dot - first == 2 && chars_[first].kind == CharKind::upper && !at(dot + 2).is_letter();  // Ph.D
    }
    std::size_t last = dot + 1;
    while (at(last).is_letter()) {
        ++last;
    }
    return dot - first < 3 || (last - dot - 1 <= kLongestListed && !is_common_word(slice(dot + 1, last)));
}

/// Whether the full stop at `dot` belongs to the abbreviation that began at `first`.
bool WordSplitter::keeps_full_stop(std::size_t first, std::size_t dot) {
    const std::size_t length = dot - first;
    if (length > kLongestListed) {
        return false;
    }
    const bool capital = chars_[first].kind == CharKind::upper;
    bool acronym = length % 2 == 1;  // U.S, p.m, or a single letter
    for (std::size_t k = first; k < dot && acronym; ++k) {
        acronym = (k - first) % 2 == 0 ? chars_[k].is_letter() : chars_[k].value == U'.';
    }
    if (acronym && (length > 1 || capital)) {
        return true;
    }
    const std::string_view word = lower(first, dot);
    switch (abbreviation(word)) {
        case Abbreviation::none:
            return false;
        case Abbreviation::title:
        case Abbreviation::month:
            return capital;
        case Abbreviation::inner:
            return true;
        case Abbreviation::number:
            return number_follows(dot + 1);
        case Abbreviation::final_:
            return capital || word == "etc" || word == "al" || is_unit(word);
    }
    return false;
}

/// Whether a digit is next, after at most one space.
bool WordSplitter::number_follows(std::size_t i) const {
    if (i < chars_.size()) {
        return chars_[i].is_digit();
    }
    std::uint32_t position = chunk_end_;
    for (int k = 0; k < 2 && position < text_.size(); ++k) {
        const Char c = next_char(text_, position);
        if (c.kind != CharKind::space) {
            return c.is_digit();
        }
    }
    return false;
}

std::size_t WordSplitter::lex_word(std::size_t i) {
    std::size_t j = i;
    for (; j < chars_.size(); ++j) {
        const Char& c = chars_[j];
        if (c.is_alnum() || c.value == U'_') {
            continue;
        }
        const Char& next = at(j + 1);
        if (c.value == U'.' && inner_full_stop(i, j)) {
            continue;
        }
        if (c.is_apostrophe() && next.is_letter() && c.value != U'`' && c.value != U'\u00b4') {
            continue;
        }
        if (c.value == U'`' && next.value == U's' && !at(j + 2).is_alnum()) {
            continue;
        }
        if (c.value == U'-' && next.is_alnum() && j - i <= 7 && is_joined_prefix(lower(i, j))) {
            std::size_t last = j + 1;
            while (at(last).is_alnum()) {
                ++last;
            }
            j = last - 1;
            continue;
        }
        if (c.value == U'&' && j - i <= 3 && chars_[j - 1].kind == CharKind::upper &&
            next.kind == CharKind::upper && !at(j + 4).is_alnum()) {
            continue;
        }
        if (c.value == U'*' && next.is_letter()) {
            continue;
        }
        if (c.value == U'$' && j + 1 <= chars_.size() && j - i <= 3 &&
            chars_[j - 1].kind == CharKind::upper &&
            (next.is_digit() || next.kind == CharKind::space)) {  // US$, HK$
            add(i, j + 1);
            return j + 1;
        }
        break;
    }
    if (at(j).value == U'.' && at(j + 1).value != U'.' && keeps_full_stop(i, j)) {
        ++j;
    }
    add_word(i, j);
    return j;
}

std::size_t WordSplitter::lex_number(std::size_t i) {
    std::size_t j = i;
    if (!chars_[j].is_digit()) {
        ++j;  // sign
    }
    while (j < chars_.size()) {
        const Char& c = chars_[j];
        if (c.is_digit()) {
            ++j;
            continue;
        }
        const bool joins = c.value == U'.' || c.value == U',' || c.value == U':' || c.value == U'/';
        if (joins && at(j + 1).is_digit()) {
            ++j;
            continue;
        }
        break;
    }
    if (at(j).is_apostrophe() && at(j + 1).value == U's' && !at(j + 2).is_alnum() &&
        j - i >= 2) {  // the 1990's
        add(i, j + 2);
        return j + 2;
    }
    if (at(j).value == U'-' && at(j + 1).is_digit()) {  // telephone numbers and dates, not ranges
        std::size_t groups = 1;
        std::size_t k = j;
        while (at(k).value == U'-' && at(k + 1).is_digit() && groups < 6) {
            ++k;
            while (at(k).is_digit()) {
                ++k;
            }
            ++groups;
        }
        if (!at(k).is_alnum() && (groups >= 3 || (j - i == 3 && k - j == 5))) {
            add(i, k);
            return k;
        }
    }
    if (at(j).is_letter()) {
        std::size_t last = j;
        while (at(last).is_alnum()) {
            ++last;
        }
        const std::string_view letters = last - j <= kLongestListed ? lower(j, last) : std::string_view{};
        const bool currency = i > 0 && is_currency_sign(chars_[i - 1].value);
        const bool capital = last - j == 1 && at(j).kind == CharKind::upper;
        const bool ordinal =
            letters == "st" || letters == "nd" || letters == "rd" || letters == "th" || letters == "s";
        const bool unit = is_unit(letters) && (!capital || currency || letters == "k");
        if (!ordinal && unit) {
            add(i, j);
            return j;
        }
        // "5G", "3143C", "20th"
        while (at(last).value == U'.' && at(last + 1).is_digit()) {
            ++last;
            while (at(last).is_alnum()) {
                ++last;
            }
        }
        add_word(i, last);
        return last;
    }
    add(i, j);
    return j;
}

/// The start of the clitic ("n't", "'s") that ends the word, or `last`.
std::size_t WordSplitter::clitic(std::size_t first, std::size_t last) {
    for (std::size_t k = last - 1; k > first && last - k <= 3; --k) {
        if (!chars_[k].is_apostrophe()) {
            continue;
        }
        if (chars_[first].is_digit()) {
            break;  // 1990's
        }
        const char before = lower(k - 1, k).front();
        const std::size_t length = clitic_length(lower(k + 1, last), before);
        return length != 0 && length < last - first ? last - length : last;
    }
    return last;
}

void WordSplitter::add_word(std::size_t first, std::size_t last) {
    const std::size_t outer = clitic(first, last);
    if (outer != last) {  // at most two: I'd've
        const std::size_t inner = clitic(first, outer);
        add(first, inner);
        if (inner != outer) {
            add(inner, outer, true);
        }
        add(outer, last, true);
        return;
    }
    if (last - first >= 2 && last - first <= 8 && chars_[first].is_letter()) {
        const std::size_t head = fused_length(lower(first, last));
        const bool all_capitals = chars_[last - 1].kind == CharKind::upper && last - first <= 3;
        if (head != 0 && !all_capitals) {
            add(first, first + head);
            add(first + head, last, true);
            return;
        }
        if (lower(first, last) == "dunno") {
            add(first, first + 2);
            add(first + 2, first + 3, true);
            add(first + 3, last, true);
            return;
        }
    }
    add(first, last);
}

void WordSplitter::add(std::size_t first, std::size_t last, bool joined) {
    Token token;
    token.form = slice(first, last);
    token.begin = chars_[first].begin;
    token.end = token.begin + static_cast<std::uint32_t>(token.form.size());
    token.joined_to_previous = joined;
    tokens_.push_back(token);
}

std::string_view WordSplitter::slice(std::size_t first, std::size_t last) const {
    const std::uint32_t begin = chars_[first].begin;
    const std::uint32_t end = last < chars_.size() ? chars_[last].begin : chunk_end_;
    return text_.substr(begin, end - begin);
}

/// The characters as lower-case ASCII; those beyond ASCII as themselves.
std::string_view WordSplitter::lower(std::size_t first, std::size_t last) {
    lowered_.assign(slice(first, last));
    for (char& c : lowered_) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c + ('a' - 'A'));
        }
    }
    return lowered_;
}

}  // namespace claimgraph::nlp
