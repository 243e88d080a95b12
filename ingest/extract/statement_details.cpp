#include "ingest/extract/statement_details.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace claimgraph {
namespace {

/// How far behind a noun its time may stand.
constexpr TokenIndex kNear = 12;

class Details {
  public:
    Details(const Scene& scene, const StatementCandidate& candidate, Statement& statement)
        : scene_(scene),
          tree_(scene.tree),
          candidate_(candidate),
          statement_(statement),
          support_(scene.arguments.support_verb(candidate.predicate)) {}

    void add() {
        add_quantities();
        add_times();
    }

  private:
    static bool contains(const std::vector<TokenIndex>& list, TokenIndex t) {
        return t != kNone && std::find(list.begin(), list.end(), t) != list.end();
    }

    const MeasureMention* measure_at(TokenIndex t) const {
        if (t == kNone || t >= scene_.measures.by_head.size()) return nullptr;
        const std::uint32_t mention = scene_.measures.mention_at(t);
        return mention == kNone ? nullptr : &scene_.measures.mentions[mention];
    }

    /// What the words [first, last) modify: their ancestors up to and with the first verb. An amount in the
    /// phrase of another measure than the statement's modifies nothing beyond it.
    std::vector<TokenIndex> sites(TokenIndex first, TokenIndex last, bool amount) const {
        TokenIndex top = first;
        for (TokenIndex t = first; t < last; ++t) {
            const TokenIndex up = tree_.head(t);
            if (up == kNone || up < first || up >= last) {
                top = t;
                break;
            }
        }
        std::vector<TokenIndex> out;
        for (TokenIndex t = top; t != kNone; t = tree_.head(t)) {
            if (amount && t != candidate_.object.head && t != candidate_.predicate &&
                measure_at(t) != nullptr)
                break;
            if (t < first || t >= last) out.push_back(t);
            if (tree_.is_verbal(t)) break;
        }
        return out;
    }

    /// "$34bn (£26bn)": the same amount again.
    bool is_conversion(std::size_t q) const {
        const QuantityMention& mention = scene_.quantities[q];
        return q > 0 && mention.first > 0 && tree_[mention.first - 1].form == "(" &&
               mention.kind == QuantityMention::Kind::money &&
               scene_.quantities[q - 1].kind == QuantityMention::Kind::money &&
               scene_.quantities[q - 1].last + 1 == mention.first;
    }

    /// The amounts of the sentence of `t`.
    std::pair<std::size_t, std::size_t> quantities_beside(TokenIndex t) const {
        const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[t].sentence];
        return quantities_within(scene_.quantities, sentence.first, sentence.last);
    }

    bool has_amount(TokenIndex noun) const {
        const auto [from, to] = quantities_beside(noun);
        for (std::size_t q = from; q < to; ++q) {
            if (measured(scene_.quantities[q]) == noun) return true;
        }
        return false;
    }

    void add_quantities() {
        std::vector<bool> chosen(scene_.quantities.size());
        const auto [from, to] = quantities_beside(candidate_.predicate);
        bool changed = false;
        const bool has_own = candidate_.object.kind == EntityKind::commodity &&
                             candidate_.object.head != kNone && has_amount(candidate_.object.head);
        for (std::size_t q = from; q < to; ++q) {
            const QuantityMention& mention = scene_.quantities[q];
            if (is_conversion(q)) continue;
            if (mention.kind == QuantityMention::Kind::count) {
                chosen[q] = mention.counted == candidate_.object.head &&
                            candidate_.object.kind != EntityKind::commodity;
                continue;
            }
            if (const TokenIndex of = measured(mention); of != kNone && is_thing(of)) {
                // "$138 billion of farm goods, including $21 billion of soybeans": each is of its own goods.
                chosen[q] = of == candidate_.object.head;
                if (chosen[q] || has_own) continue;
            }
            const std::vector<TokenIndex> where = sites(mention.first, mention.last, true);
            chosen[q] = contains(where, candidate_.object.head) || contains(where, candidate_.predicate) ||
                        is_said_of_measure(mention, where) || is_means(where) || is_share(mention, where);
            if (!chosen[q] && is_change(mention)) chosen[q] = true;
            changed = changed || (chosen[q] && is_change(mention));
        }
        // What a measure is raised or cut to stands for the rate that it had.
        const MeasureMention* own = measure_at(candidate_.object.head);
        if (own != nullptr && !changed) {
            for (const std::uint32_t q : own->quantities) {
                if (scene_.quantities[q].kind != QuantityMention::Kind::count && !is_conversion(q))
                    chosen[q] = true;
            }
        }
        for (std::size_t q = 0; q < chosen.size(); ++q) {
            if (!chosen[q]) continue;
            if (changed && own != nullptr &&
                std::find(own->quantities.begin(), own->quantities.end(), q) != own->quantities.end() &&
                !is_change(scene_.quantities[q]))
                continue;
            statement_.quantities.push_back(quantity(scene_.quantities[q]));
        }
    }

    /// The noun that an amount is of ("$3 billion worth of wine"), or kNone.
    TokenIndex measured(const QuantityMention& mention) const {
        const TokenIndex last = tree_.analysis().sentences[tree_[mention.first].sentence].last;
        TokenIndex t = mention.last;
        if (t < last && tree_.is_lemma(t, {"worth"})) ++t;
        if (t + 1 >= last || !tree_.is_lemma(t, {"of", "in"})) return kNone;
        const TokenIndex head = tree_.head(t);
        return head != kNone && head > t ? head : kNone;
    }

    bool is_thing(TokenIndex t) const {
        const std::uint32_t mention = scene_.entities.mention_at(t);
        if (mention == kNone) return false;
        const LinkedEntity* entity = scene_.entities.entity_of(scene_.entities.mentions[mention]);
        return entity != nullptr && entity->kind == EntityKind::commodity;
    }

    /// "to 25%", "from 10%", "by a third" after a word of change, in its clause.
    bool is_change(const QuantityMention& mention) const {
        if (statement_.relation != "raises" && statement_.relation != "reduces") return false;
        if (mention.first == 0 || mention.first <= candidate_.predicate ||
            !tree_.is_lemma(mention.first - 1, {"to", "from", "by"}))
            return false;
        for (TokenIndex t = candidate_.predicate + 1; t < mention.first; ++t) {
            if (tree_.is_verbal(t) && tree_.base_relation(t) != Deprel::amod) return false;
        }
        return true;
    }

    /// "the tariffs, which range from 5 to 10 percent", "the duty will be 15%".
    bool is_said_of_measure(const QuantityMention& mention, const std::vector<TokenIndex>& where) const {
        if (candidate_.object.kind != EntityKind::measure || candidate_.object.head == kNone) return false;
        for (TokenIndex t = mention.first; t < mention.last; ++t) {
            if (tree_.child(t, {Deprel::nsubj}) == candidate_.object.head) return true;
        }
        return !where.empty() &&
               tree_.is_lemma(where.back(), {"range", "stand", "total", "reach", "amount", "average"}) &&
               contains(scene_.arguments.subjects(where.back()), candidate_.object.head);
    }

    /// "70% of all Chilean exports go to Peru", "sells to Peru, making up 70% of its imports".
    bool is_share(const QuantityMention& mention, const std::vector<TokenIndex>& where) const {
        if (mention.kind != QuantityMention::Kind::percent) return false;
        if (measured(mention) == candidate_.predicate) return true;
        return !where.empty() && tree_.base_relation(where.back()) == Deprel::advcl &&
               tree_.head(where.back()) == candidate_.predicate &&
               tree_.is_lemma(where.back(), {"make", "account", "represent", "comprise", "constitute"});
    }

    /// "lowered the duty by taking off ten points".
    bool is_means(const std::vector<TokenIndex>& where) const {
        if (where.empty() || (statement_.relation != "raises" && statement_.relation != "reduces"))
            return false;
        const TokenIndex verb = where.back();
        const TokenIndex mark = tree_.child(verb, {Deprel::mark});
        return tree_.base_relation(verb) == Deprel::advcl && tree_.head(verb) == candidate_.predicate &&
               mark != kNone && tree_.is_lemma(mark, {"by"});
    }

    Quantity quantity(const QuantityMention& mention) const {
        Quantity quantity;
        quantity.role = mention.role;
        quantity.value = mention.value;
        quantity.unit = mention.unit;
        quantity.text = std::string(tree_.text({mention.first, mention.last}));
        if (mention.kind == QuantityMention::Kind::count && mention.counted != kNone) {
            quantity.unit.clear();
            for (const char c : tree_[mention.counted].form)
                quantity.unit += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        if (mention.kind != QuantityMention::Kind::percent || mention.role != QuantityRole::amount)
            return quantity;
        quantity.role =
            candidate_.object.kind == EntityKind::measure ? QuantityRole::rate : QuantityRole::share;
        if (statement_.relation != "raises" && statement_.relation != "reduces") return quantity;
        const TokenIndex before = mention.first == 0 ? kNone : mention.first - 1;
        if (before == kNone) return quantity;
        if (tree_.is_lemma(before, {"to"})) quantity.role = QuantityRole::to;
        if (tree_.is_lemma(before, {"from"})) quantity.role = QuantityRole::from;
        if (tree_.is_lemma(before, {"by"})) quantity.role = QuantityRole::amount;
        return quantity;
    }

    /// The verb tells when the statement's measure comes into force.
    bool starts(TokenIndex verb) const {
        if (!tree_.is_lemma(verb, {"go", "take", "come", "kick", "start", "begin", "enter", "apply"}))
            return false;
        const std::vector<TokenIndex> subjects = scene_.arguments.subjects(verb);
        if (contains(subjects, candidate_.object.head) && candidate_.object.kind == EntityKind::measure)
            return true;
        return tree_.base_relation(verb) == Deprel::acl && tree_.head(verb) == candidate_.predicate;
    }

    /// The statement's noun is what happens at the verb's time: "talks stalled in May", "the pact it signed
    /// in May".
    bool happens(TokenIndex verb) const {
        if (tree_.is_verbal(candidate_.predicate)) return false;
        return contains(scene_.arguments.subjects(verb), candidate_.predicate) ||
               contains(scene_.arguments.objects(verb), candidate_.predicate);
    }

    /// The time follows the statement's noun with no verb between: "a call with the president last week".
    bool follows(const TimeMention& mention) const {
        const TokenIndex noun = candidate_.predicate;
        if (tree_.is_verbal(noun) || mention.first <= noun || mention.first > noun + kNear) return false;
        for (TokenIndex t = noun + 1; t < mention.first; ++t) {
            if (tree_.is_verbal(t) || tree_[t].form == ",") return false;
        }
        return true;
    }

    /// The verb over the statement's own without a subject or tense between them: "began by imposing".
    bool governs(TokenIndex verb) const {
        TokenIndex t = candidate_.predicate;
        if (!tree_.is_verbal(t) && support_ != kNone) t = support_;
        for (int depth = 0; depth < 4; ++depth) {
            const Deprel relation = tree_.base_relation(t);
            const bool open = relation == Deprel::xcomp ||
                              (relation == Deprel::advcl && tree_.child(t, {Deprel::nsubj}) == kNone &&
                               tree_[t].morph.verb_form != nlp::VerbForm::finite);
            if (!open || tree_.head(t) == kNone) return false;
            t = tree_.head(t);
            if (t == verb) return true;
        }
        return false;
    }

    /// How surely a time with these sites is the statement's; 0: not at all.
    int closeness(const std::vector<TokenIndex>& where) const {
        if (contains(where, candidate_.predicate) || contains(where, support_)) return 4;
        if (contains(where, candidate_.object.head)) return 3;
        if (where.empty()) return 0;
        if (starts(where.back()) || happens(where.back())) return 2;
        // "will suspend the duty, starting on May 1"
        if (tree_.base_relation(where.back()) == Deprel::advcl &&
            tree_.head(where.back()) == candidate_.predicate &&
            tree_.is_lemma(where.back(), {"start", "begin"}))
            return 2;
        return governs(where.back()) ? 1 : 0;
    }

    /// The verb speaks of what is to come, whatever the statement: "the tariffs it imposed will end in June".
    bool lies_ahead(TokenIndex verb) const {
        const TokenIndex aux = tree_.child(verb, {Deprel::aux});
        if (aux != kNone) return tree_.is_lemma(aux, {"will", "shall"});
        return starts(verb) && tree_[verb].morph.tense != nlp::Tense::past;
    }

    /// The same words read as lying ahead.
    const TimeMention& same_ahead(const TimeMention& read) const {
        const auto at =
            std::find_if(scene_.times_ahead.begin(), scene_.times_ahead.end(),
                         [&](const TimeMention& m) { return m.first == read.first && m.last == read.last; });
        return at == scene_.times_ahead.end() ? read : *at;
    }

    void add_times() {
        // A day or month without a year lies ahead of what is yet to happen.
        const bool ahead =
            statement_.factuality.status != Status::actual && statement_.factuality.status != Status::halted;
        int best_time = 0;
        int best_duration = 0;
        const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[candidate_.predicate].sentence];
        const std::vector<TimeMention>& times = ahead ? scene_.times_ahead : scene_.times;
        for (auto at = std::ranges::lower_bound(times, sentence.first, {}, &TimeMention::first);
             at != times.end() && at->first < sentence.last; ++at) {
            const TimeMention& read = *at;
            const std::vector<TokenIndex> where = sites(read.first, read.last, false);
            const TimeMention& mention =
                !ahead && !where.empty() && lies_ahead(where.back()) ? same_ahead(read) : read;
            int close = closeness(where);
            // "lowers the duty by ten points, effective May 1": said of the clause before.
            if (close == 0 && mention.core_first > 0 && mention.core_first > candidate_.predicate &&
                tree_.is_lemma(mention.core_first - 1, {"effective"}))
                close = 1;
            if (close == 0 && follows(mention)) close = 1;
            // "two days of talks"
            if (close == 0 && mention.kind == TimeMention::Kind::duration &&
                mention.last + 1 < tree_.size() && tree_.is_lemma(mention.last, {"of"}) &&
                tree_.head(mention.last) == candidate_.predicate)
                close = 4;
            const bool duration = mention.kind == TimeMention::Kind::duration;
            int& best = duration ? best_duration : best_time;
            if (close <= best) continue;
            best = close;
            TimeValue value{
                mention.value, std::string(tree_.text({mention.core_first, mention.core_last})), {}};
            (duration ? statement_.duration : statement_.time) = std::move(value);
        }
    }

    const Scene& scene_;
    const Tree& tree_;
    const StatementCandidate& candidate_;
    Statement& statement_;
    TokenIndex support_;
};

}  // namespace

void add_details(const Scene& scene, const StatementCandidate& candidate, Statement& statement) {
    Details(scene, candidate, statement).add();
}

}  // namespace claimgraph
