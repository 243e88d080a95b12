#include "train/network.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "ingest/nlp/network/features.hpp"

namespace claimgraph::train {
namespace {

Example random_example(std::size_t length, const NetworkSize& size, Random& random) {
    Example e;
    for (std::size_t i = 0; i < length; ++i) {
        e.words.push_back(static_cast<std::uint32_t>(random.below(static_cast<std::size_t>(size.words))));
        e.ngrams.push_back(
            {static_cast<std::uint32_t>(random.below(40)), static_cast<std::uint32_t>(random.below(40))});
        e.shapes.push_back(static_cast<std::uint32_t>(random.below(nlp::network::kShapeRows)));
        std::size_t head = random.below(length + 1);
        if (head == i + 1) head = 0;
        e.heads.push_back(static_cast<std::uint32_t>(head));
        e.relations.push_back(static_cast<std::int32_t>(random.below(nlp::kDeprelCount)));
        e.tags[0].push_back(static_cast<std::int32_t>(random.below(nlp::kUposCount)));
        e.tags[1].push_back(static_cast<std::int32_t>(random.below(nlp::kXposCount)));
        e.tags[2].push_back(static_cast<std::int32_t>(random.below(static_cast<std::size_t>(size.feats))));
        e.tags[3].push_back(i % 2 == 0 ? -1 : static_cast<std::int32_t>(random.below(kEntityLabels)));
    }
    return e;
}

class NetworkTest : public ::testing::Test {
  protected:
    NetworkTest() : random_(7) {
        size_.words = 9;
        size_.feats = 3;
        size_.word_dim = 4;
        size_.ngram_dim = 3;
        size_.shape_dim = 2;
        size_.hidden = 4;
        size_.arc = 5;
        size_.relation = 6;
        parameters_ = make_parameters(size_);
        initialize(parameters_, size_, random_);
        for (auto& p : parameters_) p += 0.1F * Matrix::Random(p.rows(), p.cols());
        for (const std::size_t length : {3U, 1U, 5U, 3U})
            examples_.push_back(random_example(length, size_, random_));
        for (const auto& e : examples_) batch_.push_back(&e);
    }

    NetworkSize size_;
    Random random_;
    Parameters parameters_;
    std::vector<Example> examples_;
    std::vector<const Example*> batch_;
};

// Dropped units must be the same in every run, hence the generator is made anew.
TEST_F(NetworkTest, GradientsAgreeWithDifferences) {
    const Regularization drop{0.2F, 0.2F, 0.2F, 0.2F, 0.2F, 0.2F};
    for (const bool dropped : {false, true}) {
        Runner runner(size_);
        const auto loss = [&](Gradients* g) {
            Random noise(3);
            return runner.run(parameters_, batch_, g, 1.0F, drop, dropped ? &noise : nullptr).loss;
        };
        Gradients gradients(size_);
        loss(&gradients);
        const auto names = parameter_names();
        for (std::size_t k = 0; k < kParameterCount; ++k) {
            std::vector<double> differences;
            double length = 0;
            constexpr int kTrials = 40;
            for (int trial = 0; trial < kTrials; ++trial) {
                Matrix& m = parameters_[k];
                auto i = static_cast<Eigen::Index>(random_.below(static_cast<std::size_t>(m.size())));
                if (k < kTables) {
                    const auto& rows = gradients.touched[k];
                    ASSERT_FALSE(rows.empty());
                    i = rows[random_.below(rows.size())] * m.rows() + i % m.rows();
                }
                const float kept = m.data()[i];
                const float step = 5e-3F;
                m.data()[i] = kept + step;
                const double above = loss(nullptr);
                m.data()[i] = kept - step;
                const double below = loss(nullptr);
                m.data()[i] = kept;
                const double numeric = (above - below) / (2 * static_cast<double>(step));
                const double analytic = static_cast<double>(gradients.values[k].data()[i]);
                differences.push_back((numeric - analytic) * (numeric - analytic));
                length += numeric * numeric + analytic * analytic;
            }
            // A step across the corner of a rectifier is no gradient: the few largest differences do not
            // count.
            std::sort(differences.begin(), differences.end());
            const double difference =
                std::accumulate(differences.begin(), differences.end() - kTrials / 5, 0.0);
            EXPECT_GT(length, 0) << names[k];
            EXPECT_LT(std::sqrt(difference / length), 0.04) << names[k] << (dropped ? " with dropout" : "");
        }
    }
}

TEST_F(NetworkTest, BatchingDoesNotChangeTheLoss) {
    Runner runner(size_);
    const double together = runner.run(parameters_, batch_, nullptr, 1.0F, {}, nullptr).loss;
    double apart = 0;
    for (const Example* e : batch_) apart += runner.run(parameters_, {e}, nullptr, 1.0F, {}, nullptr).loss;
    EXPECT_NEAR(together, apart, 1e-3 * together);
}

}  // namespace
}  // namespace claimgraph::train
