#include "ingest/extract/measure_clusters.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace claimgraph {
namespace {

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
            cluster(m);
        }
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

    /// How well a mention fits a measure: the slots that agree, kConflict where one disagrees.
    int fit(std::uint32_t m, const MeasureMention& mention) const {
        const Measure& measure = out_.measures[m];
        if (measure.proper || mention.proper) {
            return measure.proper && mention.proper && measure.name == mention.name ? 10 : kConflict;
        }
        if (measure.family != mention.type->family) return kConflict;
        int score = 0;
        const auto same = [](std::uint32_t e) { return e; };
        const auto state = [&](std::uint32_t e) { return state_of(e); };
        if (!measure.imposers.empty() && !mention.imposers.empty()) {
            if (!overlap(measure.imposers, mention.imposers, state)) return kConflict;
            score += 2;
        }
        if (!measure.targets.empty() && !mention.targets.empty()) {
            if (overlap(measure.targets, mention.targets, same)) {
                score += 2;
            } else if (aimed_.contains(m) && tells(mention.targets)) {
                return kConflict;
            }
        }
        if (!measure.goods.empty() && !mention.goods.empty()) {
            if (same_goods(measure, mention)) {
                score += 3;
            } else if (laid_.contains(m) && tells(mention.goods)) {
                return kConflict;
            }
        }
        if (!measure.rates.empty() && !mention.rates.empty()) {
            const bool shared = std::any_of(mention.rates.begin(), mention.rates.end(), [&](double rate) {
                return std::find(measure.rates.begin(), measure.rates.end(), rate) != measure.rates.end();
            });
            if (!shared) return mention.definite ? score - 1 : kConflict;
            score += 1;
        }
        if (mention.core == out_.mentions[measure.mentions.front()].core) score += 1;
        // An imposer that is aimed at is another's measure.
        if (overlap(measure.targets, mention.imposers, state) ||
            overlap(measure.imposers, mention.targets, state))
            return kConflict;
        return score;
    }

    void cluster(std::uint32_t index) {
        MeasureMention& mention = out_.mentions[index];
        std::uint32_t best = kNone;
        int best_score = 0;
        for (auto m = static_cast<std::uint32_t>(out_.measures.size()); m-- > 0;) {
            const int score = fit(m, mention);
            if (score > best_score) {
                best_score = score;
                best = m;
            }
        }
        if (best == kNone && !mention.specific && !mention.proper) {
            // A bare mention takes the nearest compatible measure.
            for (auto m = static_cast<std::uint32_t>(out_.measures.size()); m-- > 0;) {
                if (fit(m, mention) > kConflict) {
                    best = m;
                    break;
                }
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
        if (!measure.proper && informativeness(mention) > best_information_[best]) {
            measure.name = mention.name;
        }
        best_information_[best] = std::max(best_information_[best], informativeness(mention));
        measure.specific = measure.specific || mention.specific;
        measure.mentions.push_back(index);
        mention.measure = best;
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

    static int informativeness(const MeasureMention& mention) {
        return (mention.name != mention.core ? 4 : 0) + (mention.goods.empty() ? 0 : 2) +
               (mention.targets.empty() ? 0 : 1) + (mention.specific ? 1 : 0);
    }

    std::string entity_key(std::uint32_t entity) const {
        const LinkedEntity& linked = entities_.entities[entity];
        return slug(linked.id.empty() ? linked.name : linked.id);
    }

    void finish() {
        std::set<std::string> used;
        for (Measure& measure : out_.measures) {
            if (!measure.specific && !measure.proper) {
                // A bare noun is named by whose it is or whom it is aimed at.
                if (!measure.targets.empty()) {
                    measure.name += " on " + entities_.entities[measure.targets.front()].name;
                } else if (!measure.imposers.empty()) {
                    measure.name = entities_.entities[measure.imposers.front()].name + " " + measure.name;
                }
            }
            std::string id = "measure:";
            if (!measure.proper && !measure.imposers.empty())
                id += entity_key(measure.imposers.front()) + "-";
            id += slug(measure.name);
            std::string unique = id;
            for (int n = 2; !used.insert(unique).second; ++n) unique = id + "-" + std::to_string(n);
            measure.id = unique;
        }
    }

    const DocumentEntities& entities_;
    Measures out_;
    std::map<std::uint32_t, int> best_information_;
    std::set<std::uint32_t> aimed_;  ///< measures with a target of their own
    std::set<std::uint32_t> laid_;   ///< measures with goods of their own
};

}  // namespace

Measures cluster_measures(const DocumentEntities& entities, std::vector<MeasureMention> mentions,
                          TokenIndex tokens) {
    return Clusters(entities, std::move(mentions), tokens).run();
}

}  // namespace claimgraph
