#include "ingest/nlp/evaluation/coreference_scores.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace claimgraph::nlp::evaluation {
namespace {

constexpr std::size_t kNoEntity = std::numeric_limits<std::size_t>::max();

/// The entity of each mention.
std::map<std::size_t, std::size_t> index_of(const Entities& entities) {
    std::map<std::size_t, std::size_t> result;
    for (std::size_t e = 0; e < entities.size(); ++e) {
        for (const std::size_t mention : entities[e]) {
            result.emplace(mention, e);
        }
    }
    return result;
}

std::size_t find(const std::map<std::size_t, std::size_t>& index, std::size_t mention) {
    const auto found = index.find(mention);
    return found == index.end() ? kNoEntity : found->second;
}

/// Links of `keys` that `response` keeps, and all of them.
std::pair<double, double> muc(const Entities& keys, const std::map<std::size_t, std::size_t>& response) {
    double kept = 0;
    double all = 0;
    for (const auto& key : keys) {
        std::set<std::size_t> parts;
        std::size_t alone = 0;
        for (const std::size_t mention : key) {
            const std::size_t entity = find(response, mention);
            if (entity == kNoEntity) {
                ++alone;
            } else {
                parts.insert(entity);
            }
        }
        kept += static_cast<double>(key.size() - parts.size() - alone);
        all += static_cast<double>(key.size() - 1);
    }
    return {kept, all};
}

/// The sum over mentions of the share of their key entity that the response has with them.
std::pair<double, double> b_cubed(const Entities& keys, const std::map<std::size_t, std::size_t>& response) {
    double correct = 0;
    double all = 0;
    for (const auto& key : keys) {
        std::map<std::size_t, std::size_t> overlaps;
        for (const std::size_t mention : key) {
            if (const std::size_t entity = find(response, mention); entity != kNoEntity) {
                ++overlaps[entity];
            }
        }
        for (const auto& [entity, count] : overlaps) {
            correct += static_cast<double>(count * count) / static_cast<double>(key.size());
        }
        all += static_cast<double>(key.size());
    }
    return {correct, all};
}

double ceaf_similarity(const Entities& gold, const Entities& system,
                       const std::map<std::size_t, std::size_t>& of_system) {
    std::vector<double> weights(gold.size() * system.size());
    for (std::size_t g = 0; g < gold.size(); ++g) {
        std::map<std::size_t, std::size_t> overlaps;
        for (const std::size_t mention : gold[g]) {
            if (const std::size_t entity = find(of_system, mention); entity != kNoEntity) {
                ++overlaps[entity];
            }
        }
        for (const auto& [entity, count] : overlaps) {
            weights[g * system.size() + entity] = 2.0 * static_cast<double>(count) /
                                                  static_cast<double>(gold[g].size() + system[entity].size());
        }
    }
    return best_assignment(weights, gold.size(), system.size());
}

Entities entities_of(const Analysis& analysis) {
    Entities result;
    std::set<std::size_t> seen;
    for (const Chain& chain : analysis.chains) {
        std::vector<std::size_t> entity;
        for (const std::uint32_t index : chain) {
            const Mention& mention = analysis.mentions[index];
            const std::size_t key = (static_cast<std::size_t>(analysis.tokens[mention.first].begin) << 32) |
                                    analysis.tokens[mention.last - 1].end;
            if (seen.insert(key).second) {
                entity.push_back(key);
            }
        }
        if (entity.size() > 1) {
            result.push_back(std::move(entity));
        }
    }
    return result;
}

}  // namespace

CoreferenceScores& CoreferenceScores::operator+=(const CoreferenceScores& other) {
    mentions += other.mentions;
    muc += other.muc;
    b_cubed += other.b_cubed;
    ceaf_e += other.ceaf_e;
    return *this;
}

CoreferenceScores score_entities(const Entities& gold, const Entities& system) {
    const auto of_gold = index_of(gold);
    const auto of_system = index_of(system);
    CoreferenceScores scores;
    double common = 0;
    for (const auto& [mention, entity] : of_gold) {
        common += of_system.contains(mention) ? 1 : 0;
    }
    scores.mentions.add(common, static_cast<double>(of_gold.size()), static_cast<double>(of_system.size()));
    std::tie(scores.muc.correct_gold, scores.muc.gold) = muc(gold, of_system);
    std::tie(scores.muc.correct_system, scores.muc.system) = muc(system, of_gold);
    std::tie(scores.b_cubed.correct_gold, scores.b_cubed.gold) = b_cubed(gold, of_system);
    std::tie(scores.b_cubed.correct_system, scores.b_cubed.system) = b_cubed(system, of_gold);
    scores.ceaf_e.add(ceaf_similarity(gold, system, of_system), static_cast<double>(gold.size()),
                      static_cast<double>(system.size()));
    return scores;
}

CoreferenceScores score_coreference(const Analysis& gold, const Analysis& system) {
    return score_entities(entities_of(gold), entities_of(system));
}

double best_assignment(std::span<const double> weights, std::size_t rows, std::size_t columns) {
    if (rows == 0 || columns == 0) {
        return 0;
    }
    if (rows > columns) {  // the method below wants no more rows than columns
        std::vector<double> turned(weights.size());
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t c = 0; c < columns; ++c) {
                turned[c * rows + r] = weights[r * columns + c];
            }
        }
        return best_assignment(turned, columns, rows);
    }
    // Shortest augmenting paths with potentials, over costs that are negative weights; index 0 is a dummy.
    const auto cost = [&](std::size_t r, std::size_t c) { return -weights[(r - 1) * columns + (c - 1)]; };
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    std::vector<double> row_potential(rows + 1);
    std::vector<double> column_potential(columns + 1);
    std::vector<std::size_t> row_of(columns + 1);
    for (std::size_t r = 1; r <= rows; ++r) {
        std::vector<double> slack(columns + 1, kInfinity);
        std::vector<std::size_t> came_from(columns + 1);
        std::vector<bool> used(columns + 1);
        row_of[0] = r;
        std::size_t column = 0;
        do {
            used[column] = true;
            double smallest = kInfinity;
            std::size_t next = 0;
            for (std::size_t c = 1; c <= columns; ++c) {
                if (used[c]) {
                    continue;
                }
                const double reduced =
                    cost(row_of[column], c) - row_potential[row_of[column]] - column_potential[c];
                if (reduced < slack[c]) {
                    slack[c] = reduced;
                    came_from[c] = column;
                }
                if (slack[c] < smallest) {
                    smallest = slack[c];
                    next = c;
                }
            }
            for (std::size_t c = 0; c <= columns; ++c) {
                if (used[c]) {
                    row_potential[row_of[c]] += smallest;
                    column_potential[c] -= smallest;
                } else {
                    slack[c] -= smallest;
                }
            }
            column = next;
        } while (row_of[column] != 0);
        while (column != 0) {
            row_of[column] = row_of[came_from[column]];
            column = came_from[column];
        }
    }
    double sum = 0;
    for (std::size_t c = 1; c <= columns; ++c) {
        if (row_of[c] != 0) {
            sum += weights[(row_of[c] - 1) * columns + (c - 1)];
        }
    }
    return sum;
}

}  // namespace claimgraph::nlp::evaluation
