#include "train/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>
#include <thread>

#include "ingest/nlp/model_file.hpp"

namespace claimgraph::train {

namespace {

constexpr std::size_t kShards = 2;
constexpr float kBeta1 = 0.9F;
constexpr float kBeta2 = 0.98F;
constexpr float kEpsilon = 1e-8F;

void write(nlp::ModelWriter& out, const std::string& prefix, const Parameters& parameters) {
    const auto names = parameter_names();
    for (std::size_t k = 0; k < kParameterCount; ++k) {
        nlp::SectionWriter s;
        s.array(std::span<const float>(parameters[k].data(), static_cast<std::size_t>(parameters[k].size())));
        out.add(prefix + names[k], s.take());
    }
}

void read(const nlp::ModelFile& in, const std::string& prefix, Parameters& parameters) {
    const auto names = parameter_names();
    for (std::size_t k = 0; k < kParameterCount; ++k) {
        nlp::SectionReader s(in, prefix + names[k]);
        const auto values = s.array<float>();
        if (values.size() != static_cast<std::size_t>(parameters[k].size())) s.fail("has another size");
        std::copy(values.begin(), values.end(), parameters[k].data());
    }
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& l : lines) out += l + '\n';
    return out;
}

std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        out.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// A sentence as careless or shouting writers would put it.
TreebankSentence disturb(const TreebankSentence& sentence, const TrainingOptions& options, Random& random) {
    TreebankSentence s = sentence;
    if (random.uniform() < options.recase) {
        const std::size_t kind = random.below(4);
        for (std::size_t i = 0; i < s.tokens.size(); ++i) {
            std::string& form = s.tokens[i].form;
            if (kind <= 1) {
                std::transform(form.begin(), form.end(), form.begin(), upper);
            } else if (kind == 2) {
                if (form.size() > 3 || i == 0) form[0] = upper(form[0]);
            } else {
                std::transform(form.begin(), form.end(), form.begin(), lower);
            }
        }
    }
    const std::size_t n = s.tokens.size();
    if (n > 2 && s.tokens[n - 1].upos == nlp::Upos::punct && random.uniform() < options.unpunctuated) {
        const bool leaf =
            std::none_of(s.tokens.begin(), s.tokens.end(), [&](const auto& t) { return t.head == n; });
        if (leaf) s.tokens.pop_back();
    }
    return s;
}

/// Batches of sentences of like length, in random order.
std::vector<std::vector<std::size_t>> make_batches(const std::vector<Example>& examples, std::size_t tokens,
                                                   Random& random) {
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(order);
    std::vector<float> key(examples.size());
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = static_cast<float>(examples[i].size()) * (1 + 0.2F * random.uniform());
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key[a] < key[b]; });
    std::vector<std::vector<std::size_t>> batches(1);
    std::size_t filled = 0;
    for (const std::size_t i : order) {
        if (filled + examples[i].size() > tokens && batches.back().size() >= kShards) {
            batches.emplace_back();
            filled = 0;
        }
        batches.back().push_back(i);
        filled += examples[i].size();
    }
    random.shuffle(batches);
    return batches;
}

class Adam {
  public:
    Adam(Checkpoint& c, float clip) : c_(c), clip_(clip) {}

    void update(Gradients& g, float rate) {
        double norm = 0;
        for (std::size_t k = 0; k < kParameterCount; ++k) {
            if (k >= kTables) {
                norm += static_cast<double>(g.values[k].squaredNorm());
            } else {
                for (const auto row : g.touched[k])
                    norm += static_cast<double>(g.values[k].col(row).squaredNorm());
            }
        }
        const double length = std::sqrt(norm);
        const float scale = length > static_cast<double>(clip_)
                                ? static_cast<float>(static_cast<double>(clip_) / length)
                                : 1.0F;
        ++c_.step;
        const auto t = static_cast<float>(c_.step);
        const float corrected = rate * std::sqrt(1 - std::pow(kBeta2, t)) / (1 - std::pow(kBeta1, t));
        for (std::size_t k = 0; k < kParameterCount; ++k) {
            if (k >= kTables) {
                apply(k, 0, g.values[k].size(), g.values[k].data(), scale, corrected);
                continue;
            }
            const Eigen::Index rows = g.values[k].rows();
            for (const auto row : g.touched[k]) {
                apply(k, rows * row, rows, g.values[k].col(row).data(), scale, corrected);
                g.is_touched[k][row] = false;
            }
            g.touched[k].clear();
        }
    }

  private:
    /// Also clears the gradient.
    void apply(std::size_t k, Eigen::Index at, Eigen::Index n, float* __restrict g, float scale, float rate) {
        float* __restrict p = c_.values[k].data() + at;
        float* __restrict m = c_.mean[k].data() + at;
        float* __restrict v = c_.variance[k].data() + at;
        for (Eigen::Index i = 0; i < n; ++i) {
            const float d = g[i] * scale;
            m[i] = kBeta1 * m[i] + (1 - kBeta1) * d;
            v[i] = kBeta2 * v[i] + (1 - kBeta2) * d * d;
            p[i] -= rate * m[i] / (std::sqrt(v[i]) + kEpsilon);
            g[i] = 0;
        }
    }
    Checkpoint& c_;
    float clip_;
};

}  // namespace

void save(const Checkpoint& c, const std::filesystem::path& path) {
    nlp::ModelWriter out;
    nlp::SectionWriter head;
    head.value(c.size);
    head.value(c.epoch);
    head.value(c.step);
    head.text(joined(c.words));
    head.array(c.counts);
    head.text(joined(c.feats));
    out.add("checkpoint", head.take());
    write(out, "p.", c.values);
    write(out, "m.", c.mean);
    write(out, "v.", c.variance);
    out.write(path);
}

Checkpoint load_checkpoint(const std::filesystem::path& path) {
    const nlp::ModelFile in(path);
    nlp::SectionReader head(in, "checkpoint");
    Checkpoint c;
    c.size = head.value<NetworkSize>();
    c.epoch = head.value<std::uint64_t>();
    c.step = head.value<std::uint64_t>();
    c.words = lines(head.text());
    const auto counts = head.array<std::uint32_t>();
    c.counts.assign(counts.begin(), counts.end());
    c.feats = lines(head.text());
    c.values = make_parameters(c.size);
    c.mean = c.values;
    c.variance = c.values;
    read(in, "p.", c.values);
    read(in, "m.", c.mean);
    read(in, "v.", c.variance);
    return c;
}

Score evaluate(const Checkpoint& c, const std::vector<Example>& examples) {
    Runner runner(c.size);
    std::vector<const Example*> order;
    order.reserve(examples.size());
    for (const auto& e : examples) order.push_back(&e);
    std::stable_sort(order.begin(), order.end(),
                     [](const Example* a, const Example* b) { return a->size() < b->size(); });
    Score score;
    for (std::size_t i = 0; i < order.size(); i += 32) {
        const std::vector<const Example*> batch(
            order.begin() + static_cast<std::ptrdiff_t>(i),
            order.begin() + static_cast<std::ptrdiff_t>(std::min(i + 32, order.size())));
        score += runner.run(c.values, batch, nullptr, 1.0F, {}, nullptr);
    }
    return score;
}

void train(Checkpoint& c, const Encoder& encoder, const std::vector<TreebankSentence>& sentences,
           const TrainingOptions& options, const std::function<void(const Score&)>& after_epoch) {
    std::vector<Runner> runners(kShards, Runner(c.size));
    std::vector<Gradients> gradients(kShards, Gradients(c.size));
    Adam adam(c, options.clip);
    while (c.epoch < options.epochs) {
        Random random(options.seed * 1000003 + c.epoch);
        std::vector<Example> examples;
        examples.reserve(sentences.size());
        for (const auto& s : sentences) {
            examples.push_back(encoder.encode(disturb(s, options, random)));
            for (auto& w : examples.back().words) {
                const auto n = static_cast<float>(c.counts[w]);
                if (random.uniform() < options.unknown / (options.unknown + n)) w = 0;
            }
        }
        const auto batches = make_batches(examples, options.batch_tokens, random);
        const std::size_t total = options.epochs * batches.size();
        Score epoch;
        for (std::size_t b = 0; b < batches.size(); ++b) {
            std::array<std::vector<const Example*>, kShards> shards;
            std::size_t tokens = 0;
            for (std::size_t i = 0; i < batches[b].size(); ++i) {
                shards[i % kShards].push_back(&examples[batches[b][i]]);
                tokens += examples[batches[b][i]].size();
            }
            const float scale = 1 / static_cast<float>(tokens);
            std::array<Score, kShards> scores;
            const auto work = [&](std::size_t shard) {
                if (shards[shard].empty()) return;
                Random noise((options.seed * 1000003 + c.epoch) * 1000003 + b * kShards + shard);
                scores[shard] = runners[shard].run(c.values, shards[shard], &gradients[shard], scale,
                                                   options.regularization, &noise);
            };
            {
                std::jthread other(work, 1);
                work(0);
            }
            for (std::size_t k = 0; k < kParameterCount; ++k) {
                auto& sum = gradients[0];
                auto& part = gradients[1];
                if (k >= kTables) {
                    sum.values[k] += part.values[k];
                    part.values[k].setZero();
                    continue;
                }
                for (const auto row : part.touched[k]) {
                    sum.values[k].col(row) += part.values[k].col(row);
                    part.values[k].col(row).setZero();
                    part.is_touched[k][row] = false;
                    sum.touch(k, row);
                }
                part.touched[k].clear();
            }
            const double done =
                static_cast<double>(c.epoch * batches.size() + b) / static_cast<double>(total);
            const float decay =
                static_cast<float>(0.01 + 0.99 * 0.5 * (1 + std::cos(std::numbers::pi * done)));
            const float warm =
                std::min(1.0F, static_cast<float>(c.step + 1) / static_cast<float>(options.warmup));
            adam.update(gradients[0], options.learning_rate * decay * warm);
            for (const Score& s : scores) epoch += s;
        }
        ++c.epoch;
        after_epoch(epoch);
    }
}

}  // namespace claimgraph::train
