#include "ingest/extract/linking/references.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "ingest/extract/arguments.hpp"

namespace claimgraph {
namespace {

constexpr std::uint32_t kPairSentences = 8;     // how far back a pair looks for its two
constexpr std::uint32_t kCountrySentences = 3;  // "the country"
constexpr int kDoer = 6;                        // of a possessive: who does what its clause tells
constexpr int kClauseSteps = 4;                 // from a possessive up to the verb of its clause

std::string lower(std::string_view text) {
    std::string out;
    for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

class Resolver {
  public:
    Resolver(const Tree& tree, const MentionSorts& sorts, DocumentEntities& found)
        : tree_(tree), sorts_(sorts), found_(found) {
        const auto& mentions = tree.analysis().mentions;
        for (std::uint32_t i = 0; i < mentions.size(); ++i) {
            if (mentions[i].chain != kNone) chain_at_.try_emplace(mentions[i].head, mentions[i].chain);
        }
    }

    void run() {
        for (std::uint32_t m = 0; m < found_.mentions.size(); ++m) {
            EntityMention& mention = found_.mentions[m];
            if (mention.entity != kNone || !mention.members.empty()) continue;
            switch (sorts_.sorts[m]) {
                case MentionClass::pair:
                    resolve_pair(m);
                    break;
                case MentionClass::pronoun:
                    resolve_pronoun(m);
                    break;
                case MentionClass::description:
                    if (sorts_.senses[m] == Sense::Kind::country) {
                        resolve_country(m);
                    } else {
                        resolve_office(m);
                    }
                    break;
                default:
                    break;
            }
        }
    }

    void run_speakers() {
        find_quotes();
        for (std::uint32_t m = 0; m < found_.mentions.size(); ++m) {
            const EntityMention& mention = found_.mentions[m];
            if (mention.entity != kNone || sorts_.sorts[m] != MentionClass::pronoun || !quoted_[mention.head])
                continue;
            const std::string form = lower(tree_[mention.head].form);
            const bool one = form == "i" || form == "my";
            const bool many = form == "we" || form == "our" || form == "us";
            if (one || many) resolve_speaker(m, many);
        }
    }

  private:
    /// A subject by itself or by the words of office that it belongs to.
    [[nodiscard]] bool is_subject(const EntityMention& mention) const {
        TokenIndex t = mention.head;
        for (int depth = 0; depth < 4; ++depth) {
            switch (tree_.base_relation(t)) {
                case Deprel::nsubj:
                    return true;
                case Deprel::flat:
                case Deprel::appos:
                    t = tree_.head(t);
                    break;
                default:
                    return false;
            }
        }
        return false;
    }
    [[nodiscard]] const LinkedEntity& entity_of(std::uint32_t m) const {
        return found_.entities[found_.mentions[m].entity];
    }
    [[nodiscard]] static bool is_state(const LinkedEntity& entity) {
        return entity.kind == EntityKind::country && entity.type != "group" && entity.type != "region";
    }

    void assign(std::uint32_t m, std::uint32_t antecedent) {
        assign(m, found_.mentions[antecedent].entity, antecedent);
    }
    void assign(std::uint32_t m, std::uint32_t entity, std::uint32_t antecedent) {
        EntityMention& mention = found_.mentions[m];
        mention.entity = entity;
        const std::uint32_t first = found_.mentions[antecedent].antecedent;
        mention.antecedent = first == kNone || found_.mentions[first].entity != entity ? antecedent : first;
        std::vector<std::uint32_t>& all = found_.entities[entity].mentions;
        all.insert(std::lower_bound(all.begin(), all.end(), m), m);
    }

    /// The two states, or people, that were named last before it.
    void resolve_pair(std::uint32_t m) {
        const std::string_view noun = tree_.lemma(found_.mentions[m].head);
        const bool people = noun == "leader" || noun == "president" || noun == "minister" || noun == "man";
        std::vector<std::uint32_t> two;
        std::vector<std::uint32_t> behind;  // states that were only named by who belongs to them
        for (std::uint32_t i = m; i-- > 0 && two.size() < 2;) {
            const EntityMention& other = found_.mentions[i];
            if (found_.mentions[m].sentence - other.sentence > kPairSentences) break;
            if (other.entity == kNone && other.members.size() == 2 && !people && two.empty() &&
                std::ranges::all_of(other.members,
                                    [&](std::uint32_t e) { return is_state(found_.entities[e]); })) {
                two = {other.members[1], other.members[0]};
                break;
            }
            if (other.entity == kNone || other.place_reading) continue;
            const LinkedEntity& entity = found_.entities[other.entity];
            if (people) {
                if (entity.people == 1) add_new(two, other.entity);
            } else if (is_state(entity)) {
                add_new(two, other.entity);
            } else if (entity.country != kNone && is_state(found_.entities[entity.country])) {
                add_new(behind, entity.country);
            }
        }
        for (const std::uint32_t state : behind) {
            if (two.size() < 2 && !people) add_new(two, state);
        }
        if (two.size() == 2) {
            std::swap(two[0], two[1]);
            found_.mentions[m].members = std::move(two);
        }
    }

    static void add_new(std::vector<std::uint32_t>& list, std::uint32_t entity) {
        if (std::find(list.begin(), list.end(), entity) == list.end()) list.push_back(entity);
    }

    void resolve_pronoun(std::uint32_t m) {
        EntityMention& pronoun = found_.mentions[m];
        const std::string_view lemma = tree_.lemma(pronoun.head);
        const std::string form = lower(tree_[pronoun.head].form);
        const bool he = form == "he" || form == "him" || form == "his" || form == "himself";
        const bool she = form == "she" || form == "her" || form == "hers" || form == "herself";
        const bool it = form == "it" || form == "its" || form == "itself";
        const bool they = form == "they" || form == "them" || form == "their" || form == "themselves";
        if (!he && !she && !it && !they) return;
        if (lemma == "it" && tree_.base_relation(pronoun.head) == Deprel::expl) return;
        const std::vector<TokenIndex> doers = doers_around(pronoun.head);
        std::optional<std::uint32_t> best;
        int best_score = 0;
        for (std::uint32_t i = m; i-- > 0;) {
            const EntityMention& other = found_.mentions[i];
            const std::uint32_t away = pronoun.sentence - other.sentence;
            if (away > (he || she ? 3U : 1U)) break;
            if (other.place_reading) continue;
            int score = 10 - 3 * static_cast<int>(away);
            if (they && other.entity == kNone && other.members.size() == 2) {
                if (score + 4 > best_score) {
                    best_score = score + 4;
                    best = i;
                }
                continue;
            }
            if (other.entity == kNone) continue;
            if (they && is_subject(other) && score + 4 > best_score) {
                std::vector<std::uint32_t> joint = coordinated(i);
                if (joint.size() > 1) {
                    pronoun.members = std::move(joint);
                    pronoun.antecedent = i;
                    return;
                }
            }
            const LinkedEntity& entity = found_.entities[other.entity];
            if (he || she) {
                if (entity.people != 1 || (he && entity.gender == 'f') || (she && entity.gender == 'm'))
                    continue;
            } else if (it) {
                const bool body = entity.kind == EntityKind::actor && entity.people == 0;
                if (!is_state(entity) && !body) continue;
            } else if (entity.people != 2) {
                continue;
            }
            if (is_subject(other)) score += 4;
            if (std::find(doers.begin(), doers.end(), other.head) != doers.end()) score += kDoer;
            if (other.modifier && !other.possessive) score -= it ? 6 : 3;
            // "it" rarely stands for what only a possessive or an adjective named.
            if (it && other.form == ReferenceForm::adjective) score -= 4;
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
        if (best && best_score >= 7) {
            if (found_.mentions[*best].entity == kNone) {
                pronoun.members = found_.mentions[*best].members;
                pronoun.antecedent = *best;
                return;
            }
            assign(m, *best);
            return;
        }
        by_chain(m, he || she, they);
    }

    /// Who does what the innermost clause around a possessive tells: "asked Uruguay to lift its duty".
    [[nodiscard]] std::vector<TokenIndex> doers_around(TokenIndex possessive) const {
        if (tree_.relation(possessive) != Deprel::nmod_poss) return {};
        TokenIndex verb = tree_.head(possessive);
        for (int step = 0; step < kClauseSteps && verb != kNone && !tree_.is_verbal(verb); ++step)
            verb = tree_.head(verb);
        if (verb == kNone || !tree_.is_verbal(verb)) return {};
        return Arguments(tree_).subjects(verb);
    }

    /// The states and actors of the coordination that the mention opens.
    [[nodiscard]] std::vector<std::uint32_t> coordinated(std::uint32_t m) const {
        std::vector<std::uint32_t> out;
        for (const TokenIndex part : tree_.conjuncts(found_.mentions[m].head)) {
            const std::uint32_t at = found_.mention_at(part);
            if (at == kNone || found_.mentions[at].entity == kNone) continue;
            const LinkedEntity& entity = entity_of(at);
            if (entity.kind == EntityKind::country || entity.kind == EntityKind::actor)
                add_new(out, found_.mentions[at].entity);
        }
        return out;
    }

    /// What the engine's chain of the mention names nearest before it.
    void by_chain(std::uint32_t m, bool person, bool several) {
        const auto chain = chain_at_.find(found_.mentions[m].head);
        if (chain == chain_at_.end()) return;
        for (std::uint32_t i = m; i-- > 0;) {
            const EntityMention& other = found_.mentions[i];
            if (found_.mentions[m].sentence - other.sentence > kReferenceSentences) break;
            if (other.entity == kNone || sorts_.sorts[i] == MentionClass::commodity) continue;
            const auto theirs = chain_at_.find(other.head);
            if (theirs == chain_at_.end() || theirs->second != chain->second) continue;
            const LinkedEntity& entity = found_.entities[other.entity];
            if (person != (entity.people == 1) || (!several && !person && entity.people == 2)) continue;
            assign(m, i);
            return;
        }
    }

    /// "the country": the state named nearest before it, a subject sooner than others.
    void resolve_country(std::uint32_t m) {
        const EntityMention& description = found_.mentions[m];
        const bool bloc = tree_.is_lemma(description.head, {"bloc", "community"});
        std::uint32_t best = kNone;
        int best_score = 0;
        for (std::uint32_t i = m; i-- > 0;) {
            const EntityMention& other = found_.mentions[i];
            const std::uint32_t away = description.sentence - other.sentence;
            if (away > kCountrySentences) break;
            if (other.entity == kNone || !is_state(found_.entities[other.entity])) continue;
            if (bloc != (found_.entities[other.entity].type == "bloc")) continue;
            int score = 12 - 3 * static_cast<int>(away);
            if (is_subject(other)) score += 2;
            if (other.modifier && !other.possessive) score -= 1;
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
        if (best != kNone) assign(m, best);
    }

    /// "the president", "the prime minister": the person whose name stood with these words last.
    void resolve_office(std::uint32_t m) {
        const EntityMention& description = found_.mentions[m];
        const std::string words = lower(tree_.text({description.first, description.last}));
        for (std::uint32_t i = m; i-- > 0;) {
            const EntityMention& other = found_.mentions[i];
            if (description.sentence - other.sentence > kReferenceSentences) break;
            if (other.entity == kNone || other.form != ReferenceForm::name || entity_of(i).people != 1)
                continue;
            if (has_office(i, words)) {
                assign(m, i);
                return;
            }
        }
        const std::uint32_t known = known_holder(m, words);
        if (known != kNone) assign(m, known);
    }

    [[nodiscard]] bool has_office(std::uint32_t m, const std::string& words) const {
        const EntityMention& mention = found_.mentions[m];
        const nlp::Sentence& sentence = tree_.analysis().sentences[mention.sentence];
        const TokenIndex first = mention.first - std::min<TokenIndex>(mention.first - sentence.first, 3);
        const std::string before = lower(tree_.text({first, mention.last}));
        const std::size_t at = before.rfind(words + " ");
        if (at != std::string::npos && (at == 0 || before[at - 1] == ' ')) {
            // "vice president" is no "president".
            return words != "president" || at < 5 || before.compare(at - 5, 5, "vice ") != 0;
        }
        if (mention.last + 1 >= sentence.last || tree_[mention.last].form != ",") return false;
        const TokenIndex end = std::min<TokenIndex>(mention.last + 7, sentence.last);
        const std::string after = lower(tree_.text({mention.last + 1, end}));
        const std::size_t behind = after.find(words);
        return behind != std::string::npos && (behind == 0 || after[behind - 1] == ' ');
    }

    /// Who holds the office by the lexicon, when one person alone of the document so far does.
    [[nodiscard]] std::uint32_t known_holder(std::uint32_t m, const std::string& words) const {
        std::uint32_t holder = kNone;
        for (std::uint32_t i = m; i-- > 0;) {
            if (found_.mentions[m].sentence - found_.mentions[i].sentence > kReferenceSentences) break;
            if (found_.mentions[i].entity == kNone) continue;
            const LinkedEntity& entity = entity_of(i);
            if (entity.people != 1 || entity.office != words) continue;
            if (holder != kNone && found_.mentions[holder].entity != found_.mentions[i].entity) return kNone;
            if (holder == kNone) holder = i;
        }
        return holder;
    }

    // ---- first persons

    void find_quotes() {
        quoted_.assign(tree_.size(), false);
        std::uint32_t paragraph = kNone;
        bool inside = false;
        for (const nlp::Sentence& sentence : tree_.analysis().sentences) {
            if (sentence.paragraph != paragraph) inside = false;
            paragraph = sentence.paragraph;
            for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
                const std::string_view form = tree_[t].form;
                if (form == "\u201C" || form == "``" || (form == "\"" && !inside)) {
                    inside = true;
                } else if (form == "\u201D" || form == "''" || form == "\"") {
                    inside = false;
                } else {
                    quoted_[t] = inside;
                }
            }
        }
    }

    /// Who speaks outside quotations in the paragraph of the mention: the person who is a subject, or the
    /// body that is one of a verb of saying, that stands nearest.
    [[nodiscard]] std::uint32_t speaker_of(std::uint32_t m) const {
        const std::uint32_t sentence = found_.mentions[m].sentence;
        const std::uint32_t paragraph = tree_.analysis().sentences[sentence].paragraph;
        std::uint32_t best = kNone;
        std::uint32_t nearest = kNone;
        const auto from =
            std::ranges::lower_bound(found_.mentions, sentence - std::min(sentence, kReferenceSentences), {},
                                     &EntityMention::sentence);
        for (auto i = static_cast<std::uint32_t>(from - found_.mentions.begin());
             i < found_.mentions.size() && found_.mentions[i].sentence <= sentence + kReferenceSentences;
             ++i) {
            const EntityMention& other = found_.mentions[i];
            if (other.entity == kNone || quoted_[other.head] || entity_of(i).kind == EntityKind::commodity ||
                entity_of(i).people == 2 || !(entity_of(i).people == 1 ? is_subject(other) : speaks(other)))
                continue;
            if (tree_.analysis().sentences[other.sentence].paragraph != paragraph) continue;
            const std::uint32_t away =
                other.sentence > sentence ? other.sentence - sentence : sentence - other.sentence;
            if (away < nearest) {
                nearest = away;
                best = i;
            }
        }
        return best;
    }

    /// The subject of a verb of saying.
    [[nodiscard]] bool speaks(const EntityMention& mention) const {
        if (!is_subject(mention)) return false;
        TokenIndex t = mention.head;
        for (int depth = 0; depth < 4 && t != kNone && tree_.base_relation(t) != Deprel::nsubj; ++depth)
            t = tree_.head(t);
        const TokenIndex verb = t == kNone ? kNone : tree_.head(t);
        return verb != kNone &&
               tree_.is_lemma(verb, {"say", "tell", "add", "write", "state", "announce", "declare", "note",
                                     "warn", "tweet", "argue", "explain", "insist", "stress", "reply",
                                     "comment", "conclude", "claim"});
    }

    void resolve_speaker(std::uint32_t m, bool several) {
        const std::uint32_t speaker = speaker_of(m);
        if (speaker == kNone) return;
        if (!several) {
            assign(m, speaker);
            return;
        }
        const std::uint32_t who = found_.mentions[speaker].entity;
        if (entity_of(speaker).people != 1) {
            // A ministry speaks for its state, a company for itself.
            const std::uint32_t state = found_.entities[who].country;
            const bool public_body = found_.entities[who].type == "government_body" && state != kNone;
            assign(m, public_body ? state : who, speaker);
            return;
        }
        std::uint32_t of = kNone;
        for (const Affiliation& affiliation : found_.affiliations) {
            if (affiliation.actor != who || affiliation.target == kNone) continue;
            const bool state = is_state(found_.entities[affiliation.target]);
            if (of == kNone || (state && !is_state(found_.entities[of]))) of = affiliation.target;
        }
        if (of == kNone) of = found_.entities[who].country;
        if (of != kNone) assign(m, of, speaker);
    }

    const Tree& tree_;
    const MentionSorts& sorts_;
    DocumentEntities& found_;
    std::unordered_map<TokenIndex, std::uint32_t> chain_at_;  ///< by head: the engine's chain
    std::vector<bool> quoted_;                                ///< by token
};

}  // namespace

void resolve_references(const Tree& tree, const MentionSorts& sorts, DocumentEntities& found) {
    Resolver(tree, sorts, found).run();
}

void resolve_speakers(const Tree& tree, const MentionSorts& sorts, DocumentEntities& found) {
    Resolver(tree, sorts, found).run_speakers();
}

}  // namespace claimgraph
