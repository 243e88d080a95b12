#include "ingest/extract/linking/references.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace claimgraph {
namespace {

class Resolver {
  public:
    Resolver(const Tree& tree, const std::vector<MentionClass>& sorts, DocumentEntities& found)
        : tree_(tree), sorts_(sorts), found_(found) {}

    void run() {
        for (std::uint32_t m = 0; m < found_.mentions.size(); ++m) {
            EntityMention& mention = found_.mentions[m];
            if (mention.entity != kNone || !mention.members.empty()) continue;
            if (sorts_[m] == MentionClass::pair) {
                resolve_pair(m);
            } else if (sorts_[m] == MentionClass::pronoun) {
                resolve_pronoun(m);
            }
        }
    }

  private:
    bool is_subject(const EntityMention& mention) const {
        return tree_.base_relation(mention.head) == Deprel::nsubj;
    }

    void resolve_pair(std::uint32_t m) {
        // The two countries named last before it.
        std::vector<std::uint32_t> two;
        for (std::uint32_t i = m; i-- > 0 && two.size() < 2;) {
            const EntityMention& other = found_.mentions[i];
            if (other.entity == kNone || other.place_reading) continue;
            if (found_.entities[other.entity].kind != EntityKind::country) continue;
            if (std::find(two.begin(), two.end(), other.entity) == two.end()) two.push_back(other.entity);
        }
        if (two.size() == 2) {
            std::swap(two[0], two[1]);
            found_.mentions[m].members = std::move(two);
        }
    }

    void resolve_pronoun(std::uint32_t m) {
        EntityMention& pronoun = found_.mentions[m];
        const std::string_view lemma = tree_.lemma(pronoun.head);
        std::string form;
        for (const char c : tree_[pronoun.head].form)
            form += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        const bool he = form == "he" || form == "him" || form == "his" || form == "himself";
        const bool she = form == "she" || form == "her" || form == "hers" || form == "herself";
        const bool it = form == "it" || form == "its" || form == "itself";
        const bool they = form == "they" || form == "them" || form == "their" || form == "themselves";
        if (!he && !she && !it && !they) return;
        if (lemma == "it" && tree_.base_relation(pronoun.head) == Deprel::expl) return;
        std::optional<std::uint32_t> best;
        int best_score = 0;
        for (std::uint32_t i = m; i-- > 0;) {
            const EntityMention& other = found_.mentions[i];
            const std::uint32_t away = pronoun.sentence - other.sentence;
            if (away > (he || she ? 3U : 1U)) break;
            if (other.entity == kNone || other.place_reading) continue;
            const LinkedEntity& entity = found_.entities[other.entity];
            if (he || she) {
                if (entity.people != 1 || (he && entity.gender == 'f') || (she && entity.gender == 'm'))
                    continue;
            } else if (it) {
                const bool body = entity.kind == EntityKind::actor && entity.people == 0;
                if (entity.kind != EntityKind::country && !body) continue;
            } else if (entity.people != 2) {
                continue;
            }
            int score = 10 - 3 * static_cast<int>(away);
            if (is_subject(other)) score += 4;
            if (other.modifier && !other.possessive) score -= it ? 6 : 3;
            // "it" rarely stands for what only a possessive or an adjective named.
            if (it && other.form == ReferenceForm::adjective) score -= 4;
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
        if (!best || best_score < 7) return;
        const EntityMention& antecedent = found_.mentions[*best];
        pronoun.entity = antecedent.entity;
        pronoun.antecedent = antecedent.antecedent == kNone ? *best : antecedent.antecedent;
        found_.entities[pronoun.entity].mentions.push_back(m);
    }

    const Tree& tree_;
    const std::vector<MentionClass>& sorts_;
    DocumentEntities& found_;
};

class Affiliations {
  public:
    Affiliations(const Tree& tree, const std::vector<TokenRange>& titles, DocumentEntities& found)
        : tree_(tree), titles_(titles), found_(found) {}

    void run() {
        for (std::uint32_t m = 0; m < found_.mentions.size(); ++m) {
            const EntityMention& mention = found_.mentions[m];
            if (mention.entity == kNone || mention.form == ReferenceForm::pronoun) continue;
            const LinkedEntity& entity = found_.entities[mention.entity];
            if (entity.kind != EntityKind::actor) continue;
            if (entity.people == 1) {
                by_title(m);
                by_apposition(m);
                by_phrase(m);
            } else if (entity.people == 0) {
                by_name(m);
            }
        }
    }

  private:
    bool is_target(std::uint32_t m) const {
        const std::uint32_t e = found_.mentions[m].entity;
        if (e == kNone) return false;
        const LinkedEntity& entity = found_.entities[e];
        return entity.kind == EntityKind::country || (entity.kind == EntityKind::actor && entity.people == 0);
    }

    void add(std::uint32_t actor, std::uint32_t target_entity, std::uint32_t target, TokenRange role,
             bool implied = false) {
        const std::uint32_t who = found_.mentions[actor].entity;
        if (who == target_entity || !seen_.insert({who, target_entity}).second) return;
        found_.affiliations.push_back({who, target_entity, actor, target,
                                       role.empty() ? std::string() : std::string(tree_.text(role)),
                                       implied});
    }

    /// The mention among [first, last) that an office is of: the widest that ends last.
    std::uint32_t target_in(TokenRange range, std::uint32_t except, bool country = false) const {
        std::uint32_t best = kNone;
        for (std::uint32_t m = 0; m < found_.mentions.size(); ++m) {
            const EntityMention& mention = found_.mentions[m];
            if (mention.first >= range.last) break;
            if (m == except || mention.first < range.first || mention.last > range.last || !is_target(m))
                continue;
            if (found_.mentions[except].entity == mention.entity) continue;
            if (country && found_.entities[mention.entity].kind != EntityKind::country) continue;
            if (best == kNone || mention.first > found_.mentions[best].last - 1) best = m;
        }
        return best;
    }

    /// "US Treasury Secretary Jane Doe", "White House spokesman John Roe".
    void by_title(std::uint32_t m) {
        const TokenRange title = titles_[m];
        if (title.empty()) return;
        TokenIndex first = title.first;
        const TokenIndex start = tree_.analysis().sentences[found_.mentions[m].sentence].first;
        while (first > start && title.first - first < 7) {
            const nlp::Token& before = tree_[first - 1];
            const bool inside = before.upos == Upos::propn || before.upos == Upos::adj ||
                                before.upos == Upos::noun || before.upos == Upos::part ||
                                before.xpos == nlp::Xpos::pos || before.form == "&" || before.form == "-";
            if (!inside) break;
            --first;
        }
        // The country of an office says more than its department.
        std::uint32_t target = target_in({first, title.last}, m, true);
        if (target == kNone) target = target_in({first, title.last}, m, false);
        const LinkedEntity& entity = found_.entities[found_.mentions[m].entity];
        if (target != kNone) {
            add(m, found_.mentions[target].entity, target, title);
            return;
        }
        if (entity.country != kNone) add(m, entity.country, kNone, title);
    }

    static bool links(std::string_view adposition) {
        return adposition == "of" || adposition == "at" || adposition == "for" || adposition == "with" ||
               adposition == "in" || adposition == "to";
    }

    /// Offices that the noun phrase headed by `t` names: their bodies and countries.
    void by_office(std::uint32_t m, TokenIndex t) {
        if (!tree_.is_nominal(t) || tree_[t].upos == Upos::pron) return;
        const TokenIndex person = found_.mentions[m].head;
        TokenIndex first = t;
        for (const TokenIndex c : tree_.children(t)) {
            if (c == person || tree_.dominates(c, person)) continue;
            const Deprel relation = tree_.base_relation(c);
            if (c < t) {
                if (relation != Deprel::punct && relation != Deprel::cc && relation != Deprel::case_)
                    first = std::min(first, tree_.subtree(c).first);
            } else if (relation == Deprel::nmod && links(tree_.adposition(c))) {
                for (const TokenIndex part : tree_.conjuncts(c)) {
                    const std::uint32_t at = found_.mention_at(part);
                    if (at != kNone && at != m && is_target(at)) {
                        add(m, found_.mentions[at].entity, at, {first, t + 1});
                    }
                }
            }
        }
        if (first < t) {
            const std::uint32_t target = target_in({first, t}, m);
            if (target != kNone) {
                add(m, found_.mentions[target].entity, target, {first, t + 1});
            }
        }
    }

    /// "Jane Doe, a partner at Roe & Co", "the ministry's spokesman, John Roe".
    void by_apposition(std::uint32_t m) {
        const TokenIndex head = found_.mentions[m].head;
        for (const TokenIndex c : tree_.children(head)) {
            if (tree_.relation(c) == Deprel::appos) {
                for (const TokenIndex part : tree_.conjuncts(c)) by_office(m, part);
            }
        }
        if (tree_.relation(head) == Deprel::appos && tree_.head(head) != kNone &&
            found_.mention_at(tree_.head(head)) != m) {
            const std::uint32_t other = found_.mention_at(tree_.head(head));
            const bool named = other != kNone && found_.mentions[other].entity != kNone &&
                               found_.entities[found_.mentions[other].entity].people == 1;
            if (!named) by_office(m, tree_.head(head));
        }
        // "ministry spokesman Jane Doe" read as one phrase with the office as its head.
        if ((tree_.relation(head) == Deprel::flat || tree_.relation(head) == Deprel::compound) &&
            tree_.head(head) != kNone && tree_.head(head) < found_.mentions[m].first) {
            by_office(m, tree_.head(head));
        }
    }

    /// "Jane Doe of the Grain Board".
    void by_phrase(std::uint32_t m) {
        const TokenIndex head = found_.mentions[m].head;
        for (const TokenIndex c : tree_.children(head)) {
            if (tree_.base_relation(c) != Deprel::nmod || c < head || tree_.adposition(c) != "of") continue;
            const std::uint32_t at = found_.mention_at(c);
            if (at != kNone && is_target(at)) add(m, found_.mentions[at].entity, at, {});
        }
    }

    /// "China's commerce ministry", "the US Treasury".
    void by_name(std::uint32_t m) {
        const EntityMention& mention = found_.mentions[m];
        const LinkedEntity& entity = found_.entities[mention.entity];
        const TokenIndex owner = tree_.child(mention.head, {Deprel::nmod_poss});
        if (owner != kNone) {
            const std::uint32_t at = found_.mention_at(owner);
            if (at != kNone && is_target(at) &&
                found_.entities[found_.mentions[at].entity].kind == EntityKind::country) {
                add(m, found_.mentions[at].entity, at, {});
                return;
            }
        }
        // A country inside a proper name of unknown sort ("the U.S.-Kenya Forum") says nothing of who it
        // belongs to.
        const bool body = !entity.type.empty() && entity.type != "organization" && entity.type != "company" &&
                          entity.type != "unknown";
        const std::uint32_t inside = body ? target_in({mention.first, mention.last}, m, true) : kNone;
        if (inside != kNone && found_.mentions[inside].first == mention.first) {
            add(m, found_.mentions[inside].entity, inside, {});
        } else if (entity.country != kNone) {
            add(m, entity.country, kNone, {}, true);
        }
    }

    const Tree& tree_;
    const std::vector<TokenRange>& titles_;
    DocumentEntities& found_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen_;
};

}  // namespace

void resolve_references(const Tree& tree, const std::vector<MentionClass>& sorts, DocumentEntities& found) {
    Resolver(tree, sorts, found).run();
}

void find_affiliations(const Tree& tree, const std::vector<TokenRange>& titles, DocumentEntities& found) {
    Affiliations(tree, titles, found).run();
}

}  // namespace claimgraph
