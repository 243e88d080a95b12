#include "ingest/extract/linking/references.hpp"

#include <algorithm>
#include <optional>
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

}  // namespace

void resolve_references(const Tree& tree, const std::vector<MentionClass>& sorts, DocumentEntities& found) {
    Resolver(tree, sorts, found).run();
}

}  // namespace claimgraph
