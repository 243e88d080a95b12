// The paragraphs of a page from its line breaks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace claimgraph::nlp {

/// Bytes [begin, end) of the text, trimmed and not empty; line breaks inside are mere spaces.
struct Paragraph {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool item = false;  ///< opens with a bullet
};

/// Blank lines always end a paragraph. Whether a single line break does is decided for the whole text: where
/// most lines are broken because the next word would have passed the common width, the text is hard-wrapped
/// and only bullets and early broken lines start paragraphs; otherwise every line is a paragraph, unless it
/// plainly goes on in the next one.
[[nodiscard]] std::vector<Paragraph> find_paragraphs(std::string_view text);

}  // namespace claimgraph::nlp
