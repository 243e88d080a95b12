#include "ingest/nlp/mentions.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/nlp/nominal_lexicon.hpp"

namespace claimgraph::nlp {
namespace {

std::string lower(std::string_view s) {
    std::string result(s);
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return result;
}

/// The extent of what each token of a sentence governs, and the order of dependents.
class Trees {
  public:
    explicit Trees(const Analysis& analysis) {
        const auto size = static_cast<std::uint32_t>(analysis.tokens.size());
        first_.resize(size);
        last_.resize(size);
        starts_.assign(size + 1, 0);
        for (std::uint32_t i = 0; i < size; ++i) {
            first_[i] = i;
            last_[i] = i + 1;
            if (analysis.tokens[i].head != kNone) {
                ++starts_[analysis.tokens[i].head + 1];
            }
        }
        for (std::uint32_t i = 0; i < size; ++i) {
            starts_[i + 1] += starts_[i];
        }
        dependents_.resize(starts_[size]);
        std::vector<std::uint32_t> fill(starts_.begin(), starts_.end() - 1);
        std::vector<std::uint32_t> order;
        order.reserve(size);
        for (std::uint32_t i = 0; i < size; ++i) {
            if (analysis.tokens[i].head == kNone) {
                order.push_back(i);
            } else {
                dependents_[fill[analysis.tokens[i].head]++] = i;
            }
        }
        for (std::size_t k = 0; k < order.size(); ++k) {
            for (const std::uint32_t d : dependents(order[k])) {
                order.push_back(d);
            }
        }
        for (std::size_t k = order.size(); k-- > 0;) {
            const std::uint32_t i = order[k];
            const std::uint32_t head = analysis.tokens[i].head;
            if (head != kNone) {
                first_[head] = std::min(first_[head], first_[i]);
                last_[head] = std::max(last_[head], last_[i]);
            }
        }
    }

    [[nodiscard]] std::span<const std::uint32_t> dependents(std::uint32_t i) const {
        return std::span(dependents_).subspan(starts_[i], starts_[i + 1] - starts_[i]);
    }
    [[nodiscard]] std::uint32_t first(std::uint32_t i) const { return first_[i]; }
    [[nodiscard]] std::uint32_t last(std::uint32_t i) const { return last_[i]; }

  private:
    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> last_;
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> dependents_;
};

/// Whether a dependent of a noun is part of the phrase that mentions something.
bool belongs(const Token& dependent, bool predicate) {
    switch (base(dependent.deprel)) {
        case Deprel::case_:
        case Deprel::cc:
        case Deprel::conj:
        case Deprel::appos:
        case Deprel::cop:
        case Deprel::nsubj:
        case Deprel::csubj:
        case Deprel::aux:
        case Deprel::mark:
        case Deprel::discourse:
        case Deprel::parataxis:
        case Deprel::reparandum:
        case Deprel::vocative:
        case Deprel::dislocated:
        case Deprel::expl:
        case Deprel::list:
        case Deprel::orphan:
        case Deprel::ccomp:
        case Deprel::advcl:
            return false;
        case Deprel::advmod:
        case Deprel::obl:
            return !predicate;
        default:
            return dependent.deprel != Deprel::cc_preconj;
    }
}

bool is_quote_or_mark(const Token& token) {
    return token.upos == Upos::punct;
}

bool heads_phrase(const Token& token) {
    if (token.upos == Upos::propn || token.upos == Upos::noun) {
        switch (token.deprel) {
            case Deprel::flat:
            case Deprel::fixed:
            case Deprel::goeswith:
            case Deprel::nmod_desc:
            case Deprel::reparandum:
                return false;
            case Deprel::compound:
                return token.upos == Upos::propn;
            default:
                return true;
        }
    }
    return token.upos == Upos::pron && base(token.deprel) != Deprel::expl &&
           personal_pronoun(lower(token.form)).has_value();
}

Mention phrase(const Analysis& analysis, const Trees& trees, std::uint32_t head) {
    Mention mention;
    mention.head = head;
    mention.first = head;
    mention.last = head + 1;
    const auto dependents = trees.dependents(head);
    const bool predicate = std::any_of(dependents.begin(), dependents.end(), [&](std::uint32_t d) {
        return analysis.tokens[d].deprel == Deprel::cop;
    });
    const auto right = std::upper_bound(dependents.begin(), dependents.end(), head);
    for (auto d = right; d != dependents.begin();) {
        --d;
        if (!belongs(analysis.tokens[*d], predicate) || trees.last(*d) > mention.first) {
            break;
        }
        mention.first = trees.first(*d);
    }
    for (auto d = right; d != dependents.end(); ++d) {
        if (!belongs(analysis.tokens[*d], predicate) || trees.first(*d) < mention.last) {
            break;
        }
        mention.last = trees.last(*d);
    }
    while (mention.first < head && is_quote_or_mark(analysis.tokens[mention.first])) {
        ++mention.first;
    }
    while (mention.last > head + 1 && is_quote_or_mark(analysis.tokens[mention.last - 1])) {
        --mention.last;
    }
    return mention;
}

bool before(const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
}

/// Takes out what crosses an earlier mention, and the second of two on the same tokens.
void keep_nested(std::vector<Mention>& mentions) {
    std::stable_sort(mentions.begin(), mentions.end(), before);
    std::vector<Mention> kept;
    std::vector<std::uint32_t> open;  // ends of mentions around
    kept.reserve(mentions.size());
    for (const Mention& mention : mentions) {
        while (!open.empty() && open.back() <= mention.first) {
            open.pop_back();
        }
        if (!open.empty() && mention.last > open.back()) {
            continue;
        }
        if (!kept.empty() && kept.back().first == mention.first && kept.back().last == mention.last) {
            continue;
        }
        kept.push_back(mention);
        open.push_back(mention.last);
    }
    mentions = std::move(kept);
}

std::uint32_t head_of(const Analysis& analysis, const NamedSpan& name) {
    for (std::uint32_t i = name.first; i < name.last; ++i) {
        const std::uint32_t head = analysis.tokens[i].head;
        if (head == kNone || head < name.first || head >= name.last) {
            return i;
        }
    }
    return name.first;
}

}  // namespace

void build_mentions(Analysis& analysis, std::span<const NamedSpan> names) {
    analysis.mentions.clear();
    analysis.chains.clear();
    const Trees trees(analysis);
    auto name = names.begin();
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
        while (name != names.end() && name->last <= i) {
            ++name;
        }
        const bool named = name != names.end() && name->first <= i;
        const Token& token = analysis.tokens[i];
        if (named && i == name->first) {
            Mention mention{name->first, name->last,        head_of(analysis, *name),
                            name->kind,  MentionForm::name, kNone};
            analysis.mentions.push_back(mention);
        }
        if (!heads_phrase(token)) {
            continue;
        }
        const bool inside = named && head_of(analysis, *name) != i;
        if (inside) {
            continue;  // a word of a longer name
        }
        Mention mention = phrase(analysis, trees, i);
        if (named) {
            // the name goes in whole, or stays apart
            mention.first = std::min(mention.first, name->first);
            mention.last = std::max(mention.last, name->last);
            mention.kind = name->kind;
            mention.form = mention.first == name->first && mention.last == name->last ? MentionForm::name
                                                                                      : MentionForm::nominal;
        } else if (token.upos == Upos::pron) {
            const auto traits = personal_pronoun(lower(token.form));
            mention.kind = traits->human ? MentionKind::person : MentionKind::other;
            mention.form = MentionForm::pronoun;
        } else {
            mention.kind = kind_of_noun(lower(token.lemma));
            mention.form = token.upos == Upos::propn ? MentionForm::name : MentionForm::nominal;
        }
        analysis.mentions.push_back(mention);
    }
    keep_nested(analysis.mentions);
}

}  // namespace claimgraph::nlp
