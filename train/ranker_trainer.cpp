#include "train/ranker_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "ingest/extract/ranker.hpp"

namespace claimgraph::train {
namespace {

constexpr int kFolds = 5;
constexpr int kEpochs = 15;
constexpr double kRate = 0.03;
constexpr double kDecay = 0.02;  ///< L2, applied to the features of each example

using Weights = std::map<std::string, double>;

double probability(const Weights& weights, const std::vector<std::string>& features) {
    double sum = 0;
    for (const std::string& feature : features) {
        const auto found = weights.find(feature);
        if (found != weights.end()) sum += found->second;
    }
    return 1 / (1 + std::exp(-sum));
}

/// Adagrad in the order of the documents.
Weights fit(const std::vector<const RankedDocument*>& documents) {
    Weights weights;
    Weights squares;
    std::map<std::string, int> counts;
    for (const RankedDocument* document : documents) {
        for (const auto& features : document->features) {
            for (const std::string& feature : features) ++counts[feature];
        }
    }
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
        for (const RankedDocument* document : documents) {
            for (std::size_t i = 0; i < document->features.size(); ++i) {
                const double error =
                    (document->right[i] ? 1.0 : 0.0) - probability(weights, document->features[i]);
                for (const std::string& feature : document->features[i]) {
                    if (counts[feature] < 3) continue;
                    double& weight = weights[feature];
                    const double gradient = error - kDecay * weight * 10;
                    double& square = squares[feature];
                    square += gradient * gradient;
                    weight += kRate * gradient / std::sqrt(square + 1e-2);
                }
            }
        }
    }
    return weights;
}

}  // namespace

RankedDocument propose(const nlp::Engine& engine, const Extractor& extractor, const GoldDocument& gold) {
    RankedDocument out;
    const nlp::Analysis analysis = engine.analyze(gold.document.text);
    for (Proposal& proposal : extractor.propose(gold.document, analysis)) {
        bool right = false;
        bool required = false;
        for (const GoldStatement& statement : gold.statements) {
            if (!same_triple(statement, proposal.statement)) continue;
            right = true;
            required = required || !statement.optional;
        }
        out.features.push_back(std::move(proposal.features));
        out.right.push_back(right);
        out.required.push_back(required);
    }
    return out;
}

RankerReport train_ranker(const std::vector<RankedDocument>& documents) {
    struct Scored {
        double p;
        bool right;
        bool required;
    };
    std::vector<Scored> scored;
    for (int fold = 0; fold < kFolds; ++fold) {
        std::vector<const RankedDocument*> rest;
        for (std::size_t d = 0; d < documents.size(); ++d) {
            if (static_cast<int>(d) % kFolds != fold) rest.push_back(&documents[d]);
        }
        const Weights weights = fit(rest);
        for (std::size_t d = static_cast<std::size_t>(fold); d < documents.size(); d += kFolds) {
            for (std::size_t i = 0; i < documents[d].features.size(); ++i) {
                scored.push_back({probability(weights, documents[d].features[i]), documents[d].right[i],
                                  documents[d].required[i]});
            }
        }
    }
    RankerReport report;
    const auto all_required =
        std::count_if(scored.begin(), scored.end(), [](const Scored& s) { return s.required; });
    // F1 against the required statements, of which the proposals hold about half: the missed ones count as
    // well.
    double best = -1;
    for (int step = 2; step <= 14; ++step) {
        const double threshold = 0.05 * step;
        double kept_required = 0;
        double wrong = 0;
        double kept_right = 0;
        for (const Scored& s : scored) {
            if (s.p < threshold) continue;
            kept_required += s.required;
            kept_right += s.right;
            wrong += !s.right;
        }
        const double f1 =
            2 * kept_required / (kept_required + wrong + 2.0 * static_cast<double>(all_required));
        if (f1 > best) {
            best = f1;
            report.threshold = threshold;
            report.kept_precision = kept_right / std::max(1.0, kept_right + wrong);
            report.kept_recall = kept_required / std::max(1.0, static_cast<double>(all_required));
        }
    }
    double error = 0;
    for (int bin = 0; bin < 10; ++bin) {
        double sum = 0;
        double right = 0;
        double n = 0;
        for (const Scored& s : scored) {
            if (std::min(9, static_cast<int>(s.p * 10)) != bin) continue;
            sum += s.p;
            right += s.right;
            ++n;
        }
        if (n > 0) error += std::abs(sum - right) / static_cast<double>(scored.size());
    }
    report.calibration_error = error;
    std::vector<const RankedDocument*> all;
    for (const RankedDocument& document : documents) all.push_back(&document);
    report.section = StatementRanker::serialize(report.threshold, fit(all));
    return report;
}

}  // namespace claimgraph::train
