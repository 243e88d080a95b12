#include "ingest/extract/attribution/quotations.hpp"

#include <algorithm>

namespace claimgraph::attribution {
namespace {

using nlp::kNone;

enum class Mark : std::uint8_t { none, open, close, either, single_open, single_close, single_either };

Mark mark_of(const nlp::Token& token) {
    const std::string_view form = token.form;
    if (form.empty() || form.size() > 3) return Mark::none;
    if (form == "\"" || form == "''" || form == "\xE2\x80\xB3") return Mark::either;
    if (form == "\xE2\x80\x9C" || form == "``" || form == "\xC2\xAB" || form == "\xE2\x80\x9E")
        return Mark::open;
    if (form == "\xE2\x80\x9D" || form == "\xC2\xBB") return Mark::close;
    if (token.xpos == nlp::Xpos::pos) return Mark::none;
    if (form == "\xE2\x80\x98" || form == "`") return Mark::single_open;
    if (form == "\xE2\x80\x99") return Mark::single_close;
    if (form == "'") return Mark::single_either;
    return Mark::none;
}

}  // namespace

bool is_quotation_mark(const nlp::Token& token) {
    return mark_of(token) != Mark::none;
}

Quotations::Quotations(const nlp::Analysis& analysis) : of_token_(analysis.tokens.size(), kNone) {
    const std::vector<nlp::Token>& tokens = analysis.tokens;
    TokenIndex open = kNone;
    bool single = false;
    std::uint32_t paragraph = 0;
    const auto space_before = [&](TokenIndex t) {
        return t == 0 || tokens[t - 1].space_after || tokens[t - 1].end < tokens[t].begin;
    };
    for (const nlp::Sentence& sentence : analysis.sentences) {
        for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
            Mark mark = mark_of(tokens[t]);
            const bool opens_paragraph = t == sentence.first && sentence.paragraph != paragraph;
            if (opens_paragraph) {
                paragraph = sentence.paragraph;
                const bool runs_on = open != kNone && !single && (mark == Mark::open || mark == Mark::either);
                if (runs_on) continue;
                if (open != kNone) close(open, t, false, analysis);
                open = kNone;
            }
            if (mark == Mark::none) continue;
            const bool looks_open = space_before(t) && !tokens[t].space_after;
            if (mark == Mark::either)
                mark = open == kNone || (looks_open && !single) ? Mark::open : Mark::close;
            if (mark == Mark::single_either) {
                mark = open == kNone && looks_open ? Mark::single_open : Mark::single_close;
            }
            if (mark == Mark::open) {
                // A second opening mark: the first was never closed, and where it ends cannot be known.
                open = t;
                single = false;
            } else if (mark == Mark::single_open && open == kNone) {
                open = t;
                single = true;
            } else if (open != kNone &&
                       (mark == Mark::close ? !single : mark == Mark::single_close && single)) {
                close(open, t + 1, true, analysis);
                open = kNone;
            }
        }
    }
    if (open != kNone) close(open, static_cast<TokenIndex>(tokens.size()), false, analysis);
}

void Quotations::close(TokenIndex first, TokenIndex last, bool closed, const nlp::Analysis& analysis) {
    const std::vector<nlp::Token>& tokens = analysis.tokens;
    const TokenIndex inner_last = closed ? last - 1 : last;
    if (first + 1 >= inner_last) return;
    bool verb = false;
    for (TokenIndex t = first + 1; t < inner_last; ++t) {
        verb = verb || tokens[t].upos == nlp::Upos::verb || tokens[t].upos == nlp::Upos::aux;
    }
    const std::string_view end = tokens[inner_last - 1].form;
    const bool punctuated = end == "," || end == "." || end == "?" || end == "!";
    const TokenIndex words = inner_last - first - 1;
    const bool sentences = tokens[first].sentence != tokens[inner_last - 1].sentence;
    Quotation quotation;
    quotation.tokens = {first, last};
    quotation.closed = closed;
    quotation.direct = sentences || (verb && words > 3) || (punctuated && words > 2);
    std::fill(of_token_.begin() + first, of_token_.begin() + last,
              static_cast<std::uint32_t>(quotations_.size()));
    quotations_.push_back(quotation);
}

}  // namespace claimgraph::attribution
