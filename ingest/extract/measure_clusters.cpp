#include "ingest/extract/measure_clusters.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>

namespace claimgraph {
namespace {

/// Spaces in a name above which a shorter one is better.
constexpr int kLongName = 6;
/// How many sentences back "the move" reaches.
constexpr std::uint32_t kReach = 4;
/// What makes a measure the one that a bare mention means: the same noun; twice as many mentions; a sentence
/// of distance, up to the last of these.
constexpr double kSameNoun = 1;
constexpr double kOften = 0.5;
constexpr double kDistance = 0.3;
constexpr double kFar = 8;

bool contains(const std::vector<std::uint32_t>& list, std::uint32_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

void add_unique(std::vector<std::uint32_t>& list, std::uint32_t value) {
    if (!contains(list, value)) list.push_back(value);
}

std::string slug(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (std::isalnum(u) != 0 || u >= 0x80) {
            out += static_cast<char>(std::tolower(u));
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

class Clusters {
  public:
    Clusters(const DocumentEntities& entities, std::vector<MeasureMention> mentions, TokenIndex tokens)
        : entities_(entities) {
        out_.by_head.assign(tokens, kNone);
        out_.mentions = std::move(mentions);
    }

    Measures run() {
        for (std::uint32_t m = 0; m < out_.mentions.size(); ++m) {
            out_.by_head[out_.mentions[m].head] = m;
            if (out_.mentions[m].anaphoric) {
                join_anaphor(m);
            } else {
                cluster(m);
            }
        }
        drop_unbound();
        finish();
        return std::move(out_);
    }

  private:
    bool same_goods(const Measure& measure, const MeasureMention& mention) const {
        for (const FrameSlot& slot : mention.goods) {
            if (slot.entity == kNone) continue;
            if (contains(measure.goods, slot.entity)) return true;
            for (const std::uint32_t have : measure.goods) {
                const LinkedEntity& a = entities_.entities[have];
                const LinkedEntity& b = entities_.entities[slot.entity];
                if (!a.core.empty() && a.core == b.core &&
                    (a.country == b.country || a.country == kNone || b.country == kNone))
                    return true;
            }
        }
        return false;
    }

    /// A person or body and its country are one imposer.
    std::uint32_t state_of(std::uint32_t entity) const {
        const LinkedEntity& linked = entities_.entities[entity];
        return linked.kind == EntityKind::actor && linked.country != kNone ? linked.country : entity;
    }

    /// The imposers are states or of known states, so that they can be told apart.
    bool of_states(const std::vector<std::uint32_t>& imposers) const {
        return std::all_of(imposers.begin(), imposers.end(), [&](std::uint32_t entity) {
            return entities_.entities[state_of(entity)].kind == EntityKind::country;
        });
    }
    bool of_states(const std::vector<FrameSlot>& imposers) const {
        std::vector<std::uint32_t> entities;
        entities.reserve(imposers.size());
        for (const FrameSlot& slot : imposers) entities.push_back(slot.entity);
        return of_states(entities);
    }

    template <class Get>
    bool overlap(const std::vector<std::uint32_t>& have, const std::vector<FrameSlot>& found,
                 Get&& canonical) const {
        return std::any_of(found.begin(), found.end(), [&](const FrameSlot& slot) {
            return std::any_of(have.begin(), have.end(),
                               [&](std::uint32_t e) { return canonical(e) == canonical(slot.entity); });
        });
    }

    /// The slots tell the measure apart: one at least is said in its own phrase.
    static bool tells(const std::vector<FrameSlot>& slots) {
        return std::any_of(slots.begin(), slots.end(), [](const FrameSlot& slot) { return !slot.further; });
    }

    static constexpr int kConflict = -100;

    static std::string tail_of(const MeasureMention& mention) {
        return mention.name.size() > mention.core.size() ? mention.name.substr(mention.core.size() + 1) : "";
    }

    /// Agreements are told apart by their parties, whichever side names them, and by their sort.
    int fit_agreement(std::uint32_t m, const MeasureMention& mention) const {
        const Measure& measure = out_.measures[m];
        std::set<std::uint32_t> have;
        std::set<std::uint32_t> named;
        for (const auto* list : {&measure.imposers, &measure.targets}) {
            for (const std::uint32_t entity : *list) have.insert(state_of(entity));
        }
        for (const auto* slots : {&mention.imposers, &mention.targets}) {
            for (const FrameSlot& slot : *slots) named.insert(state_of(slot.entity));
        }
        int score = 0;
        if (!have.empty() && !named.empty()) {
            const bool shared =
                std::any_of(named.begin(), named.end(), [&](std::uint32_t e) { return have.contains(e); });
            if (!shared) return kConflict;
            score += 2;
        }
        if (const auto sort = qualifiers_.find(m); sort != qualifiers_.end() && !mention.qualifier.empty()) {
            if (sort->second == mention.qualifier) {
                score += 2;
            } else if (score == 0) {
                return kConflict;
            }
        }
        if (mention.core == out_.mentions[measure.mentions.front()].core) ++score;
        return score;
    }

    /// How well a mention fits a measure: the slots that agree, kConflict where one disagrees.
    int fit(std::uint32_t m, const MeasureMention& mention) const {
        const Measure& measure = out_.measures[m];
        if (measure.proper || mention.proper) {
            return measure.proper && mention.proper &&
                           out_.mentions[measure.mentions.front()].core == mention.core
                       ? 10
                       : kConflict;
        }
        if (measure.family != mention.type->family) return kConflict;
        int score = 0;
        int shared = 0;
        const auto same = [](std::uint32_t e) { return e; };
        const auto state = [&](std::uint32_t e) { return state_of(e); };
        if ((measure.traits & kAgreement) != 0) return fit_agreement(m, mention);
        if ((measure.traits & kPolicy) != 0 && (measure.traits & kInstrument) == 0 && !mention.definite) {
            // "a plan to ..." and "a plan for ..." are two.
            const std::string tail = tail_of(mention);
            const auto have = tails_.find(m);
            if (!tail.empty() && have != tails_.end() && have->second != tail) return kConflict;
        }
        if (!measure.imposers.empty() && !mention.imposers.empty()) {
            if (overlap(measure.imposers, mention.imposers, state)) {
                score += 2;
            } else if (of_states(measure.imposers) && of_states(mention.imposers)) {
                return kConflict;
            }
        }
        if (!measure.targets.empty() && !mention.targets.empty()) {
            if (overlap(measure.targets, mention.targets, same)) {
                score += 2;
                ++shared;
            } else if (aimed_.contains(m) && tells(mention.targets)) {
                return kConflict;
            }
        }
        if (!measure.goods.empty() && !mention.goods.empty()) {
            if (same_goods(measure, mention)) {
                score += 3;
                ++shared;
            } else if (laid_.contains(m) && tells(mention.goods)) {
                return kConflict;
            }
        }
        // "tariffs on China" and "tariffs on steel" agree in nothing.
        if (shared == 0 && !mention.definite && (aimed_.contains(m) || laid_.contains(m)) &&
            (tells(mention.targets) || tells(mention.goods)))
            return kConflict;
        // "retaliatory tariffs" and "reciprocal tariffs"
        if (const auto sort = qualifiers_.find(m); shared == 0 && sort != qualifiers_.end() &&
                                                   !mention.qualifier.empty() &&
                                                   sort->second != mention.qualifier)
            return kConflict;
        if (!mention.amounts.empty() && amounts_.contains(m)) {
            const std::set<double>& have = amounts_.at(m);
            const bool same_amount = std::any_of(mention.amounts.begin(), mention.amounts.end(),
                                                 [&](double amount) { return have.contains(amount); });
            if (!same_amount) return kConflict;
            score += 2;
        }
        if (!measure.rates.empty() && !mention.rates.empty()) {
            const bool same_rate = std::any_of(mention.rates.begin(), mention.rates.end(), [&](double rate) {
                return std::find(measure.rates.begin(), measure.rates.end(), rate) != measure.rates.end();
            });
            if (!same_rate) return mention.definite ? score - 1 : kConflict;
            score += 1;
        }
        if (mention.core == out_.mentions[measure.mentions.front()].core) score += 1;
        // An imposer that is aimed at is another's measure.
        if (overlap(measure.targets, mention.imposers, state) ||
            overlap(measure.imposers, mention.targets, state))
            return kConflict;
        return score;
    }

    /// The measure of the mention headed at `head`, or kNone.
    std::uint32_t measure_at(TokenIndex head) const {
        const std::uint32_t m = head < out_.by_head.size() ? out_.by_head[head] : kNone;
        return m == kNone ? kNone : out_.mentions[m].measure;
    }

    /// What "the move" or "the system" stands for: the last measure called by the same noun, or else the last
    /// one of the sentences just before.
    std::uint32_t antecedent_of(std::uint32_t index) const {
        const MeasureMention& mention = out_.mentions[index];
        if (mention.antecedent != kNone) return measure_at(mention.antecedent);
        std::uint32_t near = kNone;
        std::uint32_t done = kNone;
        for (std::uint32_t i = index; i-- > 0;) {
            const MeasureMention& before = out_.mentions[i];
            if (before.measure == kNone) continue;
            if (!before.anaphoric && before.core.ends_with(mention.core)) return before.measure;
            if (mention.sentence - before.sentence > kReach) continue;
            if (near == kNone && (before.type->traits & kWeak) == 0) near = before.measure;
            // What somebody does is a move sooner than what is only mentioned.
            if (done == kNone && !before.anaphoric && !before.imposers.empty()) done = before.measure;
        }
        return mention.type->family == "measure" || mention.type->family == "plan" ||
                       (mention.type->traits & (kStandIn | kPolicy)) != 0
                   ? (done == kNone ? near : done)
                   : kNone;
    }

    void join_anaphor(std::uint32_t index) {
        MeasureMention& mention = out_.mentions[index];
        const std::uint32_t measure = antecedent_of(index);
        if (measure == kNone) {
            out_.by_head[mention.head] = kNone;
            return;
        }
        mention.measure = measure;
        out_.measures[measure].mentions.push_back(index);
        for (const FrameSlot& slot : mention.targets) add_unique(out_.measures[measure].targets, slot.entity);
        for (const FrameSlot& slot : mention.goods) {
            if (slot.entity != kNone) add_unique(out_.measures[measure].goods, slot.entity);
        }
    }

    /// Takes the mentions away that turned out to be of no measure.
    void drop_unbound() {
        std::vector<std::uint32_t> moved(out_.mentions.size(), kNone);
        std::vector<MeasureMention> kept;
        for (std::uint32_t m = 0; m < out_.mentions.size(); ++m) {
            if (out_.mentions[m].measure == kNone) continue;
            moved[m] = static_cast<std::uint32_t>(kept.size());
            kept.push_back(std::move(out_.mentions[m]));
        }
        out_.mentions = std::move(kept);
        for (std::uint32_t& m : out_.by_head) m = m == kNone ? kNone : moved[m];
        for (Measure& measure : out_.measures) {
            for (std::uint32_t& m : measure.mentions) m = moved[m];
        }
    }

    void cluster(std::uint32_t index) {
        MeasureMention& mention = out_.mentions[index];
        std::uint32_t best = kNone;
        int best_score = 0;
        for (const std::uint32_t m : by_recency()) {
            const int score = fit(m, mention);
            // A bare noun's being the same noun says less than which was spoken of last.
            if (score > best_score && (mention.specific || score > 1)) {
                best_score = score;
                best = m;
            }
        }
        const bool bare = !mention.specific && !mention.fresh;
        if (best == kNone && (bare || mention.pointed) && !mention.proper) {
            double most = 0;
            for (const std::uint32_t m : by_recency()) {
                if (fit(m, mention) <= kConflict || (!bare && !points_at(mention, out_.measures[m])))
                    continue;
                const double value = salience(out_.measures[m], mention);
                if (best != kNone && value <= most) continue;
                best = m;
                most = value;
            }
        }
        if (best == kNone) {
            best = static_cast<std::uint32_t>(out_.measures.size());
            Measure measure;
            measure.family = mention.type->family;
            measure.type = mention.type->type;
            measure.traits = mention.type->traits;
            measure.proper = mention.proper;
            measure.name = mention.name;
            measure.specific = mention.specific;
            out_.measures.push_back(std::move(measure));
        }
        Measure& measure = out_.measures[best];
        // The first mention that says most gives the name.
        const auto [known, first] = best_information_.try_emplace(best, informativeness(mention));
        if (measure.proper) {
            // The fullest form of a name that the document has.
            if (!mention.headline && mention.name.size() > measure.name.size()) measure.name = mention.name;
        } else if (!first && informativeness(mention) > known->second) {
            measure.name = mention.name;
            known->second = informativeness(mention);
        }
        measure.specific = measure.specific || mention.specific;
        measure.mentions.push_back(index);
        mention.measure = best;
        amounts_[best].insert(mention.amounts.begin(), mention.amounts.end());
        if (amounts_[best].empty()) amounts_.erase(best);
        if (!mention.qualifier.empty()) qualifiers_.try_emplace(best, mention.qualifier);
        if (!tail_of(mention).empty()) tails_.try_emplace(best, tail_of(mention));
        if (tells(mention.targets)) aimed_.insert(best);
        if (tells(mention.goods)) laid_.insert(best);
        for (const FrameSlot& slot : mention.imposers) add_unique(measure.imposers, slot.entity);
        for (const FrameSlot& slot : mention.targets) add_unique(measure.targets, slot.entity);
        for (const FrameSlot& slot : mention.goods) {
            if (slot.entity != kNone) add_unique(measure.goods, slot.entity);
        }
        for (const double rate : mention.rates) {
            if (std::find(measure.rates.begin(), measure.rates.end(), rate) == measure.rates.end())
                measure.rates.push_back(rate);
        }
    }

    /// Whether "that additional duty" may be this one, just called a duty.
    bool points_at(const MeasureMention& mention, const Measure& measure) const {
        const MeasureMention& last = out_.mentions[measure.mentions.back()];
        return mention.sentence - last.sentence <= kReach && last.type == mention.type;
    }

    /// How likely a bare mention ("the tariffs") means a measure: one called by the same noun, often, and
    /// just before.
    double salience(const Measure& measure, const MeasureMention& mention) const {
        const std::uint32_t back = mention.sentence - out_.mentions[measure.mentions.back()].sentence;
        const bool same_noun =
            std::any_of(measure.mentions.begin(), measure.mentions.end(),
                        [&](std::uint32_t m) { return out_.mentions[m].core.ends_with(mention.core); });
        return (same_noun ? kSameNoun : 0) +
               kOften * std::log2(static_cast<double>(measure.mentions.size())) -
               kDistance * std::min<double>(back, kFar);
    }

    /// The measures, the last mentioned first.
    std::vector<std::uint32_t> by_recency() const {
        std::vector<std::uint32_t> order(out_.measures.size());
        for (std::uint32_t m = 0; m < order.size(); ++m) order[m] = m;
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return out_.measures[a].mentions.back() > out_.measures[b].mentions.back();
        });
        return order;
    }

    /// How well a mention's name says what the measure is.
    static int informativeness(const MeasureMention& mention) {
        int value = mention.specific ? 1 : 0;
        if (mention.name.size() > mention.core.size()) {
            const std::string_view tail = std::string_view(mention.name).substr(mention.core.size() + 1);
            const std::string_view adposition = tail.substr(0, tail.find(' '));
            value += adposition == "on" || adposition == "targeting" || adposition == "against" ||
                             adposition == "with" || adposition == "of"
                         ? 4
                         : 2;
        }
        if (!mention.qualifier.empty()) {
            value += 3;
        } else if (mention.core.find(' ') != std::string::npos) {
            value += 1;
        }
        if (!mention.goods.empty()) value += 2;
        if (!mention.targets.empty()) value += 1;
        if (std::count(mention.name.begin(), mention.name.end(), ' ') > kLongName) value -= 3;
        if (mention.headline) value -= 3;
        return value;
    }

    /// The goods that an article about a measure which it never says in full is most about: those named in
    /// the sentences of its mentions and just before, most often.
    std::uint32_t salient_goods(const Measure& measure) const {
        std::map<std::uint32_t, int> votes;
        for (const std::uint32_t m : measure.mentions) {
            const std::uint32_t sentence = out_.mentions[m].sentence;
            for (const EntityMention& near : entities_.mentions) {
                if (near.sentence > sentence) break;
                if (near.entity == kNone || sentence - near.sentence > 1) continue;
                const LinkedEntity& linked = entities_.entities[near.entity];
                if (linked.kind == EntityKind::commodity && linked.mentions.size() > 1) ++votes[near.entity];
            }
        }
        std::uint32_t best = kNone;
        int most = 0;
        for (const auto& [entity, count] : votes) {
            if (count > most) {
                most = count;
                best = entity;
            }
        }
        return best;
    }

    std::string entity_key(std::uint32_t entity) const {
        const LinkedEntity& linked = entities_.entities[entity];
        return slug(linked.id.empty() ? linked.name : linked.id);
    }

    void finish() {
        std::set<std::string> used;
        for (Measure& measure : out_.measures) {
            if (measure.name.find(' ') == std::string::npos && !measure.proper) {
                // A bare noun is named by what it is laid on, whom it is aimed at, or whose it is.
                const bool instrument = (measure.traits & kInstrument) != 0;
                if (!measure.goods.empty()) {
                    measure.name += " on " + entities_.entities[measure.goods.front()].name;
                } else if (instrument && !measure.targets.empty()) {
                    measure.name += " on " + entities_.entities[measure.targets.front()].name;
                } else if ((measure.traits & kAgreement) != 0 && !measure.targets.empty()) {
                    measure.name += " with " + entities_.entities[measure.targets.front()].name;
                } else if (const std::uint32_t goods = salient_goods(measure); instrument && goods != kNone) {
                    measure.name += " on " + entities_.entities[goods].name;
                } else if (!measure.imposers.empty()) {
                    const std::uint32_t first = measure.imposers.front();
                    const LinkedEntity& imposer = entities_.entities[instrument ? state_of(first) : first];
                    measure.name = imposer.name + " " + measure.name;
                }
            }
            std::string id = "measure:";
            if (!measure.proper && !measure.imposers.empty())
                id += entity_key(measure.imposers.front()) + "-";
            id += slug(measure.proper ? out_.mentions[measure.mentions.front()].core : measure.name);
            std::string unique = id;
            for (int n = 2; !used.insert(unique).second; ++n) unique = id + "-" + std::to_string(n);
            measure.id = unique;
        }
    }

    const DocumentEntities& entities_;
    Measures out_;
    std::map<std::uint32_t, int> best_information_;
    std::map<std::uint32_t, std::set<double>> amounts_;  ///< of the goods that a measure is laid on
    std::map<std::uint32_t, std::string> qualifiers_;
    std::map<std::uint32_t, std::string> tails_;  ///< what follows the noun in the measure's first full name
    std::set<std::uint32_t> aimed_;               ///< measures with a target of their own
    std::set<std::uint32_t> laid_;                ///< measures with goods of their own
};

}  // namespace

Measures cluster_measures(const DocumentEntities& entities, std::vector<MeasureMention> mentions,
                          TokenIndex tokens) {
    return Clusters(entities, std::move(mentions), tokens).run();
}

}  // namespace claimgraph
