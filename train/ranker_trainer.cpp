#include "train/ranker_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <set>
#include <unordered_map>

#include "ingest/extract/factuality_model.hpp"
#include "ingest/extract/ranker.hpp"
#include "train/factuality_trainer.hpp"

namespace claimgraph::train {
namespace {

constexpr int kFolds = 5;
constexpr int kEpochs = 12;
constexpr double kRate = 0.03;
constexpr double kDecay = 150;          ///< L2 over the number of examples, on the features of each
constexpr double kTie = 0.002;          ///< thresholds whose F1 differ by less are alike
constexpr std::uint32_t kMinCount = 3;  ///< rarer features get no weight

/// All features of the documents, numbered densely, so that the fits need no tables.
struct Alphabet {
    explicit Alphabet(const std::vector<const RankedDocument*>& documents) {
        for (const RankedDocument* document : documents) {
            auto& lists = numbered[document];
            lists.reserve(document->options.size());
            for (const RankedOption& option : document->options) {
                auto& list = lists.emplace_back();
                list.reserve(option.features.size());
                for (const FeatureId f : option.features) {
                    const auto [at, inserted] = index.emplace(f, static_cast<std::uint32_t>(features.size()));
                    if (inserted) features.push_back(f);
                    list.push_back(at->second);
                }
            }
        }
    }
    std::unordered_map<FeatureId, std::uint32_t> index;
    std::vector<FeatureId> features;
    std::map<const RankedDocument*, std::vector<std::vector<std::uint32_t>>> numbered;  ///< by option
};

struct Example {
    const std::vector<std::uint32_t>* features = nullptr;
    float target = 0;
    float weight = 1;
    std::uint32_t document = 0;
    std::uint32_t option = 0;
};

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

using Weights = std::vector<float>;  ///< by number of the feature

double score(const Weights& weights, const std::vector<std::uint32_t>& features) {
    double sum = 0;
    for (const std::uint32_t f : features) sum += static_cast<double>(weights[f]);
    return sigmoid(sum);
}

/// Adagrad over the examples in a fixed shuffled order, with averaged weights of the later epochs. Features
/// with an infinite sum of squares stay at 0.
Weights descend(const std::vector<Example>& examples, std::vector<float> squares, int epochs) {
    Weights weights(squares.size());
    Weights mean(squares.size());
    std::vector<std::uint32_t> order(examples.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::uint64_t state = 88172645463325252ULL;
    int averaged = 0;
    const auto decay =
        static_cast<float>(kDecay / static_cast<double>(std::max<std::size_t>(1, examples.size())));
    const auto rate = static_cast<float>(kRate);
    for (int epoch = 0; epoch < epochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            std::swap(order[i - 1], order[state % i]);
        }
        for (const std::uint32_t e : order) {
            const Example& example = examples[e];
            if (example.weight == 0.0F) continue;
            const double p = score(weights, *example.features);
            const auto error = static_cast<float>(static_cast<double>(example.target) - p) * example.weight;
            for (const std::uint32_t f : *example.features) {
                const float gradient = error - decay * weights[f];
                squares[f] += gradient * gradient;
                weights[f] += rate * gradient / std::sqrt(squares[f]);
            }
        }
        if (epoch >= epochs / 2) {
            for (std::size_t f = 0; f < mean.size(); ++f) mean[f] += weights[f];
            ++averaged;
        }
    }
    for (float& w : mean) w /= static_cast<float>(averaged);
    return mean;
}

/// Fits twice: where several readings have a gold statement's triple, the first fit tells which of them it
/// is.
Weights fit(const std::vector<const RankedDocument*>& documents, const Alphabet& alphabet) {
    std::vector<Example> examples;
    std::vector<std::uint32_t> counts(alphabet.features.size());
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
        const auto& lists = alphabet.numbered.at(documents[d]);
        for (std::uint32_t o = 0; o < lists.size(); ++o) {
            const RankedOption& option = documents[d]->options[o];
            if (!option.taught) continue;
            for (const std::uint32_t f : lists[o]) ++counts[f];
            examples.push_back({&lists[o], option.gold.empty() ? 0.0F : 1.0F, 1, d, o});
        }
    }
    std::vector<float> squares(counts.size());
    for (std::size_t f = 0; f < counts.size(); ++f)
        squares[f] = counts[f] < kMinCount ? std::numeric_limits<float>::infinity() : 1e-3F;
    const Weights first = descend(examples, squares, kEpochs / 2);
    std::map<std::pair<std::uint32_t, std::size_t>, double> best;
    for (const Example& example : examples) {
        for (const std::size_t gold : documents[example.document]->options[example.option].gold) {
            double& top = best[{example.document, gold}];
            top = std::max(top, score(first, *example.features));
        }
    }
    for (Example& example : examples) {
        if (example.target == 0.0F) continue;
        bool leads = false;
        for (const std::size_t gold : documents[example.document]->options[example.option].gold)
            leads = leads || score(first, *example.features) >= 0.5 * best[{example.document, gold}];
        if (!leads) example.weight = 0;
    }
    return descend(examples, std::move(squares), kEpochs);
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
    for (std::size_t g = 0; g < document.required.size(); ++g)
        if (document.required[g]) counts[document.relations[g]].found += found.contains(g);
    for (const auto& [relation, c] : count_reachable(document)) counts[relation] += c;
}

Counts total(const std::map<std::string, Counts>& counts) {
    Counts sum;
    for (const auto& [relation, c] : counts) sum += c;
    return sum;
}

void list_errors(const RankedDocument& document, const std::vector<double>& p, RankerReport& report) {
    std::vector<double> best(document.required.size(), -1);
    std::set<std::size_t> found;
    for (std::size_t i = 0; i < p.size(); ++i) {
        for (const std::size_t g : document.options[i].gold) best[g] = std::max(best[g], p[i]);
    }
    const auto number = [](double value) { return std::to_string(std::lround(100 * value)); };
    std::set<std::string> seen;
    for (const std::size_t i : keep(document, p, report.threshold)) {
        const RankedOption& option = document.options[i];
        found.insert(option.gold.begin(), option.gold.end());
        if (option.gold.empty() && seen.insert(option.key).second)
            report.spurious.push_back(document.id + "\t" + option.key + "\t" + number(p[i]) + "\t" +
                                      option.sentence);
    }
    for (std::size_t g = 0; g < document.required.size(); ++g) {
        if (!document.required[g] || found.contains(g)) continue;
        report.misses.push_back(document.id + "\t" + document.triples[g] + "\t" +
                                (best[g] < 0 ? document.missing[g] : number(best[g])) + "\t" +
                                document.sentences[g]);
    }
}

bool is_symmetric(std::string_view relation) {
    return relation == "negotiates" || relation == "agrees" || relation == "cooperates";
}

bool is_structural(std::string_view relation) {
    return relation == "targets" || relation == "covers" || relation == "affiliated_with";
}

/// Which names are which gold entities', each pair compared once.
class NameMatches {
  public:
    bool same(const GoldEntity& gold, const Entity& entity) {
        const auto [at, inserted] = known_.try_emplace({&gold, entity.name}, false);
        if (inserted) at->second = same_name(gold, entity);
        return at->second;
    }

  private:
    std::map<std::pair<const GoldEntity*, std::string>, bool> known_;
};

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

std::set<std::size_t> reachable(const RankedDocument& document) {
    std::set<std::size_t> out;
    for (const RankedOption& option : document.options) out.insert(option.gold.begin(), option.gold.end());
    return out;
}

std::map<std::string, Counts> count_reachable(const RankedDocument& document) {
    std::map<std::string, Counts> out;
    const std::set<std::size_t> reached = reachable(document);
    for (std::size_t g = 0; g < document.required.size(); ++g) {
        if (!document.required[g]) continue;
        Counts& c = out[document.relations[g]];
        ++c.required;
        c.reachable += reached.contains(g);
    }
    return out;
}

RankedDocument propose(const nlp::Engine& engine, const Extractor& extractor, const GoldDocument& gold) {
    RankedDocument out;
    out.id = gold.document.id;
    for (const GoldStatement& statement : gold.statements) {
        out.required.push_back(!statement.optional);
        out.relations.push_back(statement.relation);
    }
    const nlp::Analysis analysis = engine.analyze(gold.document.text);
    struct Present {
        bool predicate = false;
        bool subject = false;
        bool object = false;
    };
    std::vector<Present> present(gold.statements.size());
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_relation;
    for (std::size_t g = 0; g < gold.statements.size(); ++g)
        by_relation[gold.statements[g].relation].push_back(g);
    NameMatches known;
    std::map<std::string, Entity> named;
    std::vector<std::vector<std::size_t>> halves;  ///< by option: statements with which it shares one end
    for (Proposal& proposal : extractor.propose(gold.document, analysis)) {
        const Statement& statement = proposal.statement;
        named.emplace(statement.subject.name, statement.subject);
        named.emplace(statement.object.name, statement.object);
        RankedOption option;
        option.choice = proposal.choice;
        option.strict = proposal.strict;
        option.relation = statement.relation;
        option.key = statement.relation + "\t" + statement.subject.name + "\t" + statement.object.name;
        bool here = false;
        std::vector<std::size_t> half;
        const GoldStatement* stated = nullptr;
        option.sentence = statement.evidence.text;
        for (const std::size_t g : by_relation[statement.relation]) {
            const GoldStatement& wanted = gold.statements[g];
            const bool symmetric = is_symmetric(statement.relation);
            const bool subject = known.same(wanted.subject, statement.subject);
            const bool object = known.same(wanted.object, statement.object);
            const bool sentence = same_sentence(wanted.sentence, statement.evidence.text);
            if (sentence && subject != object &&
                (subject ? wanted.object.kind == statement.object.kind
                         : wanted.subject.kind == statement.subject.kind))
                half.push_back(g);
            if (sentence) {
                present[g].predicate = true;
                present[g].subject = present[g].subject || subject;
                present[g].object = present[g].object || object;
            }
            const bool triple =
                (subject && object) || (symmetric && known.same(wanted.subject, statement.object) &&
                                        known.same(wanted.object, statement.subject));
            if (!triple) continue;
            option.gold.push_back(g);
            if (sentence && stated == nullptr) stated = &wanted;
            here = here || sentence || is_structural(statement.relation);
        }
        if (stated != nullptr && proposal.factuality) {
            // One predicate may fill several statements; what gold says of it is the same.
            const bool noted = std::any_of(out.factuality.begin(), out.factuality.end(),
                                           [&](const auto& e) { return e.features == proposal.factuality; });
            if (!noted) out.factuality.push_back({proposal.factuality, proposal.walked, stated->factuality});
        }
        option.taught = here || option.gold.empty();
        option.features = std::move(proposal.features);
        halves.push_back(std::move(half));
        out.options.push_back(std::move(option));
    }
    // A reading with one end right, of a statement that has no right reading, may be right but for a name: it
    // teaches nothing.
    const std::set<std::size_t> reached = reachable(out);
    for (RankedOption& option : out.options) {
        for (const std::size_t g : halves[static_cast<std::size_t>(&option - out.options.data())])
            option.taught = option.taught && (!option.gold.empty() || reached.contains(g));
    }
    const auto is_named = [&](const GoldEntity& end) {
        return std::any_of(named.begin(), named.end(),
                           [&](const auto& name) { return same_name(end, name.second); });
    };
    for (std::size_t g = 0; g < gold.statements.size(); ++g) {
        const Present& p = present[g];
        std::string unnamed;
        if (!p.subject && !is_named(gold.statements[g].subject)) unnamed += ", subject unnamed";
        if (!p.object && !is_named(gold.statements[g].object)) unnamed += ", object unnamed";
        out.missing.push_back(!p.predicate              ? "predicate"
                              : !p.subject && !p.object ? "both ends"
                              : !p.subject              ? "subject"
                              : !p.object               ? "object"
                                                        : "pair");
        out.missing.back() += unnamed;
        const GoldStatement& s = gold.statements[g];
        out.triples.push_back(s.relation + "\t" + s.subject.names.front() + "\t" + s.object.names.front());
        out.sentences.push_back(s.sentence);
    }
    return out;
}

RankerReport train_ranker(const std::vector<RankedDocument>& documents,
                          const std::vector<RankedDocument>& further) {
    RankerReport report;
    std::vector<const RankedDocument*> all;
    all.reserve(documents.size() + further.size());
    for (const RankedDocument& document : documents) all.push_back(&document);
    for (const RankedDocument& document : further) all.push_back(&document);
    const Alphabet alphabet(all);
    std::vector<std::vector<double>> probabilities(documents.size());
    for (int fold = 0; fold < kFolds; ++fold) {
        std::vector<const RankedDocument*> rest;
        for (std::size_t d = 0; d < documents.size(); ++d) {
            if (static_cast<int>(d) % kFolds != fold) rest.push_back(&documents[d]);
        }
        for (const RankedDocument& document : further) rest.push_back(&document);
        const Weights weights = fit(rest, alphabet);
        for (std::size_t d = static_cast<std::size_t>(fold); d < documents.size(); d += kFolds) {
            for (const auto& features : alphabet.numbered.at(&documents[d]))
                probabilities[d].push_back(score(weights, features));
        }
    }
    std::size_t walked = 0;
    std::size_t learned = 0;
    std::size_t read = 0;
    for (int fold = 0; fold < kFolds; ++fold) {
        std::vector<const RankedDocument*> rest;
        for (std::size_t d = 0; d < all.size(); ++d) {
            if (d >= documents.size() || static_cast<int>(d) % kFolds != fold) rest.push_back(all[d]);
        }
        const StatementRanker ranker =
            StatementRanker::parse(StatementRanker::serialize(0.5, fit_factuality(rest)));
        for (std::size_t d = static_cast<std::size_t>(fold); d < documents.size(); d += kFolds) {
            for (const FactualityExample& example : documents[d].factuality) {
                ++read;
                walked += example.walked == example.gold;
                learned += decide_factuality(ranker, *example.features, example.walked) == example.gold;
            }
        }
    }
    report.walked_accuracy =
        static_cast<double>(walked) / static_cast<double>(std::max<std::size_t>(1, read));
    report.learned_accuracy =
        static_cast<double>(learned) / static_cast<double>(std::max<std::size_t>(1, read));
    double best = -1;
    for (int step = 8; step <= 28; ++step) {
        const double threshold = 0.025 * step;
        std::map<std::string, Counts> counts;
        for (std::size_t d = 0; d < documents.size(); ++d)
            count(documents[d], keep(documents[d], probabilities[d], threshold), counts);
        const Counts sum = total(counts);
        report.by_threshold.emplace_back(threshold, sum);
        // Of thresholds that do about as well, the highest: a missed statement harms less than an invented
        // one.
        if (sum.f1() <= best - kTie) continue;
        best = std::max(best, sum.f1());
        report.threshold = threshold;
        report.validated = sum;
        report.by_relation = counts;
    }
    for (std::size_t d = 0; d < documents.size(); ++d) list_errors(documents[d], probabilities[d], report);
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
    const Weights weights = fit(all, alphabet);
    std::map<FeatureId, double> kept_weights;
    for (std::size_t f = 0; f < weights.size(); ++f) {
        if (std::abs(weights[f]) > 1e-3F) kept_weights.emplace(alphabet.features[f], weights[f]);
    }
    kept_weights.merge(fit_factuality(all));
    report.weights = kept_weights.size();
    report.section = StatementRanker::serialize(report.threshold, kept_weights);
    return report;
}

}  // namespace claimgraph::train
