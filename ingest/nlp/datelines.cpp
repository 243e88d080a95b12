#include "ingest/nlp/datelines.hpp"

#include <algorithm>
#include <utility>

#include "ingest/nlp/characters.hpp"

namespace claimgraph::nlp {
namespace {

constexpr std::uint32_t kLongestDateline = 14;  // tokens

bool is_dash(std::string_view form) {
    return form == "-" || form == "--" || form == "\u2013" || form == "\u2014";
}

bool is_capitals(std::string_view form) {
    return form.size() >= 3 &&
           std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The token after the dateline of the sentence, kNone where it has none.
std::uint32_t end_of_dateline(const Analysis& analysis, const Sentence& sentence) {
    const std::vector<Token>& tokens = analysis.tokens;
    if (first_kind(tokens[sentence.first].form) != CharKind::upper) return kNone;
    bool dated = is_capitals(tokens[sentence.first].form);
    const std::uint32_t last = std::min(sentence.last, sentence.first + kLongestDateline);
    for (std::uint32_t t = sentence.first + 1; t + 1 < last; ++t) {
        const std::string_view form = tokens[t].form;
        if (is_dash(form)) {
            const bool apart = tokens[t - 1].space_after || form == "\u2014";
            const bool goes_on = t + 3 < sentence.last && first_kind(tokens[t + 1].form) != CharKind::lower;
            return dated && apart && goes_on ? t + 1 : kNone;
        }
        const CharKind kind = first_kind(form);
        if (form == "(" || form == ")") {
            dated = true;
        } else if (kind != CharKind::upper && kind != CharKind::digit && form != "," && form != "." &&
                   form != "/") {
            return kNone;
        }
    }
    return kNone;
}

void number_tokens(Analysis& analysis) {
    for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
        const Sentence& sentence = analysis.sentences[s];
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) analysis.tokens[t].sentence = s;
    }
}

}  // namespace

DatelinesApart::DatelinesApart(Analysis& analysis) : analysis_(analysis) {
    std::vector<Sentence> divided;
    for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
        const Sentence& sentence = analysis.sentences[s];
        const bool opens = s == 0 || analysis.sentences[s - 1].paragraph != sentence.paragraph;
        const std::uint32_t end = opens && !sentence.headline && sentence.first < sentence.last
                                      ? end_of_dateline(analysis, sentence)
                                      : kNone;
        if (end == kNone) {
            divided.push_back(sentence);
            continue;
        }
        Sentence dateline = sentence;
        dateline.last = end;
        dateline.end = analysis.tokens[end - 1].end;
        Sentence rest = sentence;
        rest.first = end;
        rest.begin = analysis.tokens[end].begin;
        divided.push_back(dateline);
        divided.push_back(rest);
    }
    if (divided.size() == analysis.sentences.size()) return;
    whole_ = std::exchange(analysis.sentences, std::move(divided));
    number_tokens(analysis);
}

void DatelinesApart::join() {
    if (whole_.empty()) return;
    const auto root_of = [&](const Sentence& sentence) {
        std::uint32_t t = sentence.first;
        while (t + 1 < sentence.last && analysis_.tokens[t].head != kNone) ++t;
        return t;
    };
    std::size_t s = 0;
    for (const Sentence& sentence : whole_) {
        if (analysis_.sentences[s].last != sentence.last) {
            Token& dateline = analysis_.tokens[root_of(analysis_.sentences[s])];
            dateline.head = root_of(analysis_.sentences[s + 1]);
            dateline.deprel = Deprel::parataxis;
            ++s;
        }
        ++s;
    }
    analysis_.sentences = std::exchange(whole_, {});
    number_tokens(analysis_);
}

}  // namespace claimgraph::nlp
