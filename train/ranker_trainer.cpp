#include "train/ranker_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "ingest/extract/ranker.hpp"

namespace claimgraph::train {
namespace {

constexpr int kFolds = 5;
constexpr int kEpochs = 12;
constexpr double kRate = 0.03;
constexpr double kDecay = 150;  ///< L2 over the number of examples, on the features of each
constexpr int kMinCount = 3;

/// Numbers the features that occur often enough.
struct Alphabet {
    explicit Alphabet(const std::vector<const RankedDocument*>& documents) {
        std::unordered_map<FeatureId, int> counts;
        for (const RankedDocument* document : documents) {
            for (const RankedOption& option : document->options) {
                for (const FeatureId f : option.features) ++counts[f];
            }
        }
        for (const RankedDocument* document : documents) {
            for (const RankedOption& option : document->options) {
                for (const FeatureId f : option.features) {
                    if (counts[f] < kMinCount || index.contains(f)) continue;
                    index.emplace(f, static_cast<std::uint32_t>(features.size()));
                    features.push_back(f);
                }
            }
        }
    }
    std::unordered_map<FeatureId, std::uint32_t> index;
    std::vector<FeatureId> features;
};

struct Example {
    std::vector<std::uint32_t> features;
    double target = 0;
    double weight = 1;
    std::size_t document = 0;
    std::size_t option = 0;
};

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

/// Adagrad over the examples in a fixed shuffled order, with averaged weights of the later epochs.
std::vector<double> descend(const std::vector<Example>& examples, std::size_t size) {
    std::vector<double> weights(size);
    std::vector<double> squares(size, 1e-3);
    std::vector<double> mean(size);
    std::vector<std::uint32_t> order(examples.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::uint64_t state = 88172645463325252ULL;
    int averaged = 0;
    const double decay = kDecay / static_cast<double>(std::max<std::size_t>(1, examples.size()));
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            std::swap(order[i - 1], order[state % i]);
        }
        for (const std::uint32_t e : order) {
            const Example& example = examples[e];
            if (example.weight == 0) continue;
            double sum = 0;
            for (const std::uint32_t f : example.features) sum += weights[f];
            const double error = (example.target - sigmoid(sum)) * example.weight;
            for (const std::uint32_t f : example.features) {
                const double gradient = error - decay * weights[f];
                squares[f] += gradient * gradient;
                weights[f] += kRate * gradient / std::sqrt(squares[f]);
            }
        }
        if (epoch >= kEpochs / 2) {
            for (std::size_t f = 0; f < size; ++f) mean[f] += weights[f];
            ++averaged;
        }
    }
    for (double& w : mean) w /= averaged;
    return mean;
}

using Weights = std::unordered_map<FeatureId, double>;

double probability(const Weights& weights, const std::vector<FeatureId>& features) {
    double sum = 0;
    for (const FeatureId feature : features) {
        const auto found = weights.find(feature);
        if (found != weights.end()) sum += found->second;
    }
    return sigmoid(sum);
}

/// Fits twice: where several readings have a gold statement's triple, the first fit tells which of them it
/// is.
Weights fit(const std::vector<const RankedDocument*>& documents) {
    const Alphabet alphabet(documents);
    std::vector<Example> examples;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        for (std::size_t o = 0; o < documents[d]->options.size(); ++o) {
            const RankedOption& option = documents[d]->options[o];
            if (!option.taught) continue;
            Example example;
            example.target = option.gold.empty() ? 0 : 1;
            example.document = d;
            example.option = o;
            for (const FeatureId f : option.features) {
                const auto found = alphabet.index.find(f);
                if (found != alphabet.index.end()) example.features.push_back(found->second);
            }
            examples.push_back(std::move(example));
        }
    }
    std::vector<double> values = descend(examples, alphabet.features.size());
    std::map<std::pair<std::size_t, std::size_t>, double> best;
    const auto score = [&](const Example& example) {
        double sum = 0;
        for (const std::uint32_t f : example.features) sum += values[f];
        return sigmoid(sum);
    };
    for (const Example& example : examples) {
        for (const std::size_t gold : documents[example.document]->options[example.option].gold) {
            double& top = best[{example.document, gold}];
            top = std::max(top, score(example));
        }
    }
    for (Example& example : examples) {
        if (example.target == 0) continue;
        bool leads = false;
        for (const std::size_t gold : documents[example.document]->options[example.option].gold)
            leads = leads || score(example) >= 0.5 * best[{example.document, gold}];
        if (!leads) example.weight = 0;
    }
    values = descend(examples, alphabet.features.size());
    Weights weights;
    for (std::size_t f = 0; f < values.size(); ++f) {
        if (std::abs(values[f]) > 1e-3) weights.emplace(alphabet.features[f], values[f]);
    }
    return weights;
}

std::vector<std::size_t> keep(const RankedDocument& document, const std::vector<double>& p,
                              double threshold) {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < document.options.size(); ++i) {
        choices.push_back(document.options[i].choice);
        choices.back().probability = p[i];
    }
    return choose(choices, threshold);
}

void count(const RankedDocument& document, const std::vector<std::size_t>& kept,
           std::map<std::string, Counts>& counts) {
    std::set<std::string> seen;
    std::set<std::size_t> found;
    for (const std::size_t i : kept) {
        const RankedOption& option = document.options[i];
        found.insert(option.gold.begin(), option.gold.end());
        if (!seen.insert(option.key).second) continue;
        Counts& c = counts[option.relation];
        ++(option.gold.empty() ? c.wrong : c.right);
    }
    std::set<std::size_t> reachable;
    for (const RankedOption& option : document.options)
        reachable.insert(option.gold.begin(), option.gold.end());
    for (std::size_t g = 0; g < document.required.size(); ++g) {
        if (!document.required[g]) continue;
        Counts& c = counts[document.relations[g]];
        ++c.required;
        c.found += found.contains(g);
        c.reachable += reachable.contains(g);
    }
}

Counts total(const std::map<std::string, Counts>& counts) {
    Counts sum;
    for (const auto& [relation, c] : counts) sum += c;
    return sum;
}

bool same_sentence(const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && (a.find(b) != a.npos || b.find(a) != b.npos);
}

}  // namespace

double Counts::precision() const {
    return right + wrong == 0 ? 0 : static_cast<double>(right) / static_cast<double>(right + wrong);
}

double Counts::recall() const {
    return required == 0 ? 0 : static_cast<double>(found) / static_cast<double>(required);
}

double Counts::f1() const {
    const double p = precision();
    const double r = recall();
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
}

Counts& Counts::operator+=(const Counts& more) {
    right += more.right;
    wrong += more.wrong;
    found += more.found;
    required += more.required;
    reachable += more.reachable;
    return *this;
}

RankedDocument propose(const nlp::Engine& engine, const Extractor& extractor, const GoldDocument& gold) {
    RankedDocument out;
    out.id = gold.document.id;
    for (const GoldStatement& statement : gold.statements) {
        out.required.push_back(!statement.optional);
        out.relations.push_back(statement.relation);
    }
    const nlp::Analysis analysis = engine.analyze(gold.document.text);
    for (Proposal& proposal : extractor.propose(gold.document, analysis)) {
        const Statement& statement = proposal.statement;
        RankedOption option;
        option.choice = proposal.choice;
        option.strict = proposal.strict;
        option.relation = statement.relation;
        option.key = statement.relation + "\t" + statement.subject.name + "\t" + statement.object.name;
        bool here = false;
        for (std::size_t g = 0; g < gold.statements.size(); ++g) {
            if (!same_triple(gold.statements[g], statement)) continue;
            option.gold.push_back(g);
            here = here || statement.relation == "targets" || statement.relation == "covers" ||
                   statement.relation == "affiliated_with" ||
                   same_sentence(gold.statements[g].sentence, statement.evidence.text);
        }
        option.taught = here || option.gold.empty();
        option.features = std::move(proposal.features);
        out.options.push_back(std::move(option));
    }
    return out;
}

RankerReport train_ranker(const std::vector<RankedDocument>& documents) {
    RankerReport report;
    std::vector<std::vector<double>> probabilities(documents.size());
    for (int fold = 0; fold < kFolds; ++fold) {
        std::vector<const RankedDocument*> rest;
        for (std::size_t d = 0; d < documents.size(); ++d) {
            if (static_cast<int>(d) % kFolds != fold) rest.push_back(&documents[d]);
        }
        const Weights weights = fit(rest);
        for (std::size_t d = static_cast<std::size_t>(fold); d < documents.size(); d += kFolds) {
            for (const RankedOption& option : documents[d].options)
                probabilities[d].push_back(probability(weights, option.features));
        }
    }
    double best = -1;
    for (int step = 4; step <= 14; ++step) {
        const double threshold = 0.05 * step;
        std::map<std::string, Counts> counts;
        for (std::size_t d = 0; d < documents.size(); ++d)
            count(documents[d], keep(documents[d], probabilities[d], threshold), counts);
        const Counts sum = total(counts);
        if (sum.f1() <= best) continue;
        best = sum.f1();
        report.threshold = threshold;
        report.validated = sum;
        report.by_relation = counts;
    }
    std::map<std::string, Counts> strict;
    struct Bin {
        double sum = 0;
        double right = 0;
    };
    std::vector<Bin> bins(10);
    double kept = 0;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        std::vector<double> p;
        for (const RankedOption& option : documents[d].options) p.push_back(option.strict ? 1 : 0);
        count(documents[d], keep(documents[d], p, 0.5), strict);
        for (const std::size_t i : keep(documents[d], probabilities[d], report.threshold)) {
            const double at = probabilities[d][i];
            Bin& bin = bins[static_cast<std::size_t>(std::min(9.0, at * 10))];
            bin.sum += at;
            bin.right += documents[d].options[i].gold.empty() ? 0 : 1;
            ++kept;
        }
    }
    for (const Bin& bin : bins)
        report.calibration_error += std::abs(bin.sum - bin.right) / std::max(1.0, kept);
    report.strict = total(strict);
    std::vector<const RankedDocument*> all;
    for (const RankedDocument& document : documents) all.push_back(&document);
    const Weights weights = fit(all);
    report.weights = weights.size();
    report.section = StatementRanker::serialize(report.threshold, {weights.begin(), weights.end()});
    return report;
}

}  // namespace claimgraph::train
