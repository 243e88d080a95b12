#include "train/factuality_trainer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>

#include "ingest/extract/factuality_model.hpp"

namespace claimgraph::train {
namespace {

constexpr int kEpochs = 30;
constexpr double kRate = 0.05;
constexpr double kDecay = 0.003;  ///< L2, on the features of each example
constexpr int kMinCount = 3;
constexpr std::size_t kClasses = kAllStatuses.size();

struct Example {
    std::vector<std::size_t> features;
    std::size_t status = 0;
    double negative = 0;
};

/// One weight with its sum of squared gradients (Adagrad).
struct Weight {
    double value = 0;
    double squares = 1e-2;

    void step(double error) {
        const double gradient = error - kDecay * value;
        squares += gradient * gradient;
        value += kRate * gradient / std::sqrt(squares);
    }
};

}  // namespace

std::map<FeatureId, double> fit_factuality(const std::vector<const RankedDocument*>& documents) {
    std::unordered_map<std::string, int> counts;
    for (const RankedDocument* document : documents) {
        for (const FactualityExample& example : document->factuality) {
            for (const std::string& feature : *example.features) ++counts[feature];
        }
    }
    std::unordered_map<std::string, std::size_t> index;
    std::vector<std::string> names;
    std::vector<Example> examples;
    for (const RankedDocument* document : documents) {
        for (const FactualityExample& example : document->factuality) {
            Example e;
            e.status = static_cast<std::size_t>(
                std::find(kAllStatuses.begin(), kAllStatuses.end(), example.gold.status) -
                kAllStatuses.begin());
            e.negative = example.gold.polarity == Polarity::negative ? 1 : 0;
            for (const std::string& feature : *example.features) {
                if (counts[feature] < kMinCount) continue;
                const auto [at, inserted] = index.emplace(feature, names.size());
                if (inserted) names.push_back(feature);
                e.features.push_back(at->second);
            }
            examples.push_back(std::move(e));
        }
    }
    std::vector<std::array<Weight, kClasses>> status(names.size());
    std::vector<Weight> negation(names.size());
    std::uint64_t state = 88172645463325252ULL;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
        for (std::size_t i = examples.size(); i > 1; --i) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            std::swap(examples[i - 1], examples[state % i]);
        }
        for (const Example& example : examples) {
            std::array<double, kClasses> scores{};
            double negative = 0;
            for (const std::size_t f : example.features) {
                for (std::size_t c = 0; c < kClasses; ++c) scores[c] += status[f][c].value;
                negative += negation[f].value;
            }
            const double top = *std::max_element(scores.begin(), scores.end());
            double total = 0;
            for (double& score : scores) total += score = std::exp(score - top);
            const double wrong = example.negative - 1 / (1 + std::exp(-negative));
            for (const std::size_t f : example.features) {
                for (std::size_t c = 0; c < kClasses; ++c)
                    status[f][c].step((c == example.status ? 1 : 0) - scores[c] / total);
                negation[f].step(wrong);
            }
        }
    }
    std::map<FeatureId, double> out;
    for (std::size_t f = 0; f < names.size(); ++f) {
        for (std::size_t c = 0; c < kClasses; ++c)
            out[status_feature(kAllStatuses[c], names[f])] = status[f][c].value;
        out[negation_feature(names[f])] = negation[f].value;
    }
    return out;
}

}  // namespace claimgraph::train
