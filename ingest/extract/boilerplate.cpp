#include "ingest/extract/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

namespace claimgraph {
namespace {

constexpr std::array<std::string_view, 16> kOpenings = {
    "read more",  "read also",  "also read",    "source :",  "source:",   "photo:",
    "image:",     "file photo", "copyright",    "©",         "subscribe", "sign up",
    "click here", "follow us",  "reporting by", "editing by"};

constexpr std::array<std::string_view, 6> kPhrases = {"all rights reserved", "contributed to this report",
                                                      "our newsletter",      "your inbox",
                                                      "terms of service",    "privacy policy"};

constexpr std::array<std::string_view, 7> kTrades = {"writer",    "editor", "journalist",   "reporter",
                                                     "columnist", "author", "correspondent"};

/// An author about himself: "I" or "my" and a trade of writing.
bool is_author_note(const nlp::Analysis& analysis, const nlp::Sentence& sentence) {
    bool first_person = false;
    bool trade = false;
    for (const nlp::Token& token : analysis.tokens_of(sentence)) {
        if (token.form == "\"" || token.form == "“") return false;
        first_person = first_person || token.form == "I" || token.form == "my" || token.form == "My";
        trade = trade || std::ranges::find(kTrades, token.lemma) != kTrades.end();
    }
    return first_person && trade;
}

}  // namespace

std::vector<bool> find_boilerplate(const nlp::Analysis& analysis) {
    std::vector<bool> out;
    out.reserve(analysis.sentences.size());
    std::string lower;
    bool after_source = false;
    const std::size_t tail = analysis.sentences.size() * 3 / 4;
    for (const nlp::Sentence& sentence : analysis.sentences) {
        lower.assign(analysis.text.substr(sentence.begin, sentence.end - sentence.begin));
        std::ranges::transform(lower, lower.begin(), [](char c) {
            return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        });
        const std::string_view text = lower;
        const bool listed =
            std::ranges::any_of(kOpenings, [&](std::string_view o) { return text.starts_with(o); }) ||
            std::ranges::any_of(kPhrases, [&](std::string_view p) { return text.find(p) != text.npos; });
        // What follows a line that names the source at a page's foot is about the page, not the story.
        const bool at_foot = out.size() >= tail;
        out.push_back(listed || (at_foot && (after_source || is_author_note(analysis, sentence))));
        after_source = after_source || (at_foot && text.starts_with("source"));
    }
    return out;
}

}  // namespace claimgraph
