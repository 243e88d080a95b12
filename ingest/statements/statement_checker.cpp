#include "ingest/statements/statement_checker.hpp"

#include "ingest/text/sha256.hpp"

namespace claimgraph {

StatementChecker::StatementChecker(const Document& document) : text_(document.text), index_(text_) {
    if (document.sha256.empty()) return;
    const std::string digest = sha256_hex(text_);
    if (digest != document.sha256)
        digest_fault_ = "expected the digest of the text, " + digest + ", found " + document.sha256;
}

std::optional<StatementChecker::Fault> StatementChecker::check_words(const std::string& field, Span span,
                                                                     const std::string& words) const {
    const std::string where = std::to_string(span.begin) + ".." + std::to_string(span.end);
    if (span.begin > span.end || span.end > index_.size())
        return Fault{field + ".end", "expected a span within the " + std::to_string(index_.size()) +
                                         " code points of the text, found " + where};
    const std::size_t begin = index_.byte(span.begin);
    const std::string found = text_.substr(begin, index_.byte(span.end) - begin);
    if (found == words) return std::nullopt;
    return Fault{field + ".text",
                 "expected the words of the text at " + where + ", '" + found + "', found '" + words + "'"};
}

std::optional<StatementChecker::Fault> StatementChecker::check_entity(const std::string& field,
                                                                      const Entity& entity) const {
    if (entity.span && entity.mention) {
        if (auto fault = check_words(field, *entity.span, *entity.mention)) return fault;
    }
    if (entity.antecedent)
        return check_words(field + ".antecedent", entity.antecedent->span, entity.antecedent->text);
    return std::nullopt;
}

std::optional<StatementChecker::Fault> StatementChecker::check_argument(
    const std::string& field, const std::optional<Argument>& argument) const {
    if (argument && argument->entity) return check_entity(field, *argument->entity);
    return std::nullopt;
}

std::optional<StatementChecker::Fault> StatementChecker::check(const Statement& s) const {
    if (auto fault = check_words("$.evidence", s.evidence.span, s.evidence.text)) return fault;
    if (s.predicate && s.predicate->span) {
        if (auto fault = check_words("$.predicate", *s.predicate->span, s.predicate->text)) return fault;
    }
    if (auto fault = check_entity("$.subject", s.subject)) return fault;
    if (auto fault = check_entity("$.object", s.object)) return fault;
    if (s.counterparty) {
        if (auto fault = check_entity("$.counterparty", *s.counterparty)) return fault;
    }
    if (s.instrument) {
        if (auto fault = check_entity("$.instrument", *s.instrument)) return fault;
    }
    if (auto fault = check_argument("$.topic", s.topic)) return fault;
    if (auto fault = check_argument("$.location", s.location)) return fault;
    if (auto fault = check_argument("$.reason", s.reason)) return fault;
    for (std::size_t i = 0; i < s.attribution.size(); ++i) {
        const std::string field = "$.attribution[" + std::to_string(i) + "]";
        if (auto fault = check_entity(field + ".source", s.attribution[i].source)) return fault;
        const auto& cue = s.attribution[i].cue;
        if (cue && cue->span) {
            if (auto fault = check_words(field + ".cue", *cue->span, cue->text)) return fault;
        }
    }
    return std::nullopt;
}

}  // namespace claimgraph
