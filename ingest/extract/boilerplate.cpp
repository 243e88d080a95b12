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

constexpr std::array<std::string_view, 8> kPhrases = {"all rights reserved", "contributed to this report",
                                                      "freelance writer",    "years in journalism",
                                                      "our newsletter",      "your inbox",
                                                      "terms of service",    "privacy policy"};

}  // namespace

std::vector<bool> find_boilerplate(const nlp::Analysis& analysis) {
    std::vector<bool> out;
    out.reserve(analysis.sentences.size());
    std::string lower;
    for (const nlp::Sentence& sentence : analysis.sentences) {
        lower.assign(analysis.text.substr(sentence.begin, sentence.end - sentence.begin));
        std::ranges::transform(lower, lower.begin(), [](char c) {
            return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        });
        const std::string_view text = lower;
        out.push_back(
            std::ranges::any_of(kOpenings, [&](std::string_view o) { return text.starts_with(o); }) ||
            std::ranges::any_of(kPhrases, [&](std::string_view p) { return text.find(p) != text.npos; }));
    }
    return out;
}

}  // namespace claimgraph
