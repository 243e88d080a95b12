#include "ingest/nlp/layout.hpp"

#include <algorithm>

#include "ingest/nlp/characters.hpp"

namespace claimgraph::nlp {
namespace {

constexpr std::uint32_t kWidestWrap = 132;  // characters; wider columns are not hard-wrapped text
constexpr std::uint32_t kNarrowestWrap = 30;

struct Line {
    std::uint32_t begin = 0;  // bytes, trimmed
    std::uint32_t end = 0;
    std::uint32_t width = 0;       // characters
    std::uint32_t first_word = 0;  // characters
    bool after_blank = false;
    bool bullet = false;
    bool starts_lower = false;
    bool ends_sentence = false;  // in a full stop, question mark, colon, or such a mark and a quote
};

bool is_bullet(char32_t c) {
    return c == U'\u2022' || c == U'\u00B7' || c == U'\u25CF' || c == U'\u25AA' || c == U'\u2023' ||
           c == U'\u2043' || c == U'\u25E6' || c == U'\u25A0' || c == U'*' || c == U'-' || c == U'\u2013';
}

bool ends_sentence(char32_t c) {
    return c == U'.' || c == U'!' || c == U'?' || c == U':' || c == U'\u2026';
}

bool may_follow_end(char32_t c) {
    return is_double_quote(c) || is_closing_bracket(c) || c == U'\'' || c == U'\u2019';
}

std::vector<Line> read_lines(std::string_view text) {
    std::vector<Line> lines;
    Line line;
    bool blank = true;  // of the line so far
    bool blank_before = true;
    bool in_first_word = true;
    std::uint32_t column = 0;
    char32_t first = 0;
    bool has_second = false;
    bool second_is_space = false;
    char32_t last_mark = 0;
    const auto finish = [&] {
        if (blank) {
            blank_before = true;
        } else {
            line.after_blank = blank_before;
            line.bullet = is_bullet(first) && has_second && second_is_space;
            line.ends_sentence = ends_sentence(last_mark);
            lines.push_back(line);
            blank_before = false;
        }
        line = Line{};
        blank = true;
        in_first_word = true;
        column = 0;
        has_second = false;
        second_is_space = false;
        last_mark = 0;
    };
    std::uint32_t position = 0;
    const auto size = static_cast<std::uint32_t>(text.size());
    while (position < size) {
        const Char c = next_char(text, position);
        if (c.value == U'\n' || c.value == U'\r' || c.value == U'\u2028' || c.value == U'\u2029' ||
            c.value == U'\f') {
            if (c.value == U'\r' && position < size && text[position] == '\n') {
                ++position;
            }
            finish();
            if (c.value == U'\u2029' || c.value == U'\f') {
                blank_before = true;
            }
            continue;
        }
        const bool space = c.kind == CharKind::space;
        if (blank) {
            if (space) {
                continue;
            }
            blank = false;
            line.begin = c.begin;
            first = c.value;
            line.starts_lower = c.kind == CharKind::lower;
        } else if (!has_second) {
            has_second = true;
            second_is_space = space;
        }
        ++column;
        if (space) {
            in_first_word = false;
            continue;
        }
        if (in_first_word) {
            line.first_word = column;
        }
        line.width = column;
        line.end = position;
        if (!may_follow_end(c.value)) {
            last_mark = c.value;
        }
    }
    finish();
    return lines;
}

/// The column at which the text is wrapped, or 0 where it is not.
std::uint32_t wrap_width(const std::vector<Line>& lines) {
    std::vector<std::uint32_t> widths;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (!lines[i + 1].after_blank) {
            widths.push_back(lines[i].width);
        }
    }
    if (widths.empty()) {
        return 0;
    }
    const auto at = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 19 / 20);
    std::nth_element(widths.begin(), at, widths.end());
    const std::uint32_t width = *at;
    if (width > kWidestWrap || width < kNarrowestWrap) {
        return 0;
    }
    std::size_t forced = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (!lines[i + 1].after_blank && lines[i].width + 1 + lines[i + 1].first_word > width) {
            ++forced;
        }
    }
    return forced * 10 >= widths.size() * 6 ? width : 0;
}

bool continues(const Line& line, const Line& next, std::uint32_t wrap) {
    if (next.after_blank || next.bullet) {
        return false;
    }
    if (wrap != 0) {
        const bool broken_early = (line.width + 1 + next.first_word) * 10 < wrap * 8;
        return !broken_early || (next.starts_lower && !line.ends_sentence);
    }
    return next.starts_lower && !line.ends_sentence && line.width >= kNarrowestWrap;
}

}  // namespace

std::vector<Paragraph> find_paragraphs(std::string_view text) {
    const std::vector<Line> lines = read_lines(text);
    const std::uint32_t wrap = wrap_width(lines);
    std::vector<Paragraph> paragraphs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && continues(lines[i - 1], lines[i], wrap)) {
            paragraphs.back().end = lines[i].end;
        } else {
            paragraphs.push_back({lines[i].begin, lines[i].end, lines[i].bullet});
        }
    }
    return paragraphs;
}

}  // namespace claimgraph::nlp
