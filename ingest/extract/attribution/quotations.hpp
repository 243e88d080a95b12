// Stretches of text between quotation marks: curly, straight, doubled single and angle marks, over sentences
// and paragraphs (each further paragraph of a quotation opens with a mark again).
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/extract/token_range.hpp"
#include "ingest/nlp/analysis.hpp"

namespace claimgraph::attribution {

struct Quotation {
    TokenRange tokens;    ///< with its marks
    bool closed = false;  ///< a closing mark stands at its end
    bool direct = false;  ///< reads like speech (a clause, or punctuation of its own), not a borrowed phrase
};

/// Outermost quotations in the order of the text; immutable, safe to share.
class Quotations {
  public:
    explicit Quotations(const nlp::Analysis& analysis);

    [[nodiscard]] const std::vector<Quotation>& all() const { return quotations_; }
    /// Index of the quotation that holds `token`, or nlp::kNone.
    [[nodiscard]] std::uint32_t at(TokenIndex token) const { return of_token_[token]; }

  private:
    void close(TokenIndex first, TokenIndex last, bool closed, const nlp::Analysis& analysis);

    std::vector<Quotation> quotations_;
    std::vector<std::uint32_t> of_token_;
};

/// Whether the token is a quotation mark of any kind.
[[nodiscard]] bool is_quotation_mark(const nlp::Token& token);

}  // namespace claimgraph::attribution
