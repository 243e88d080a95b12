#include "ingest/nlp/network/kernels.hpp"

#include <cmath>
#include <cstring>
#include <random>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/nlp/network/activation.hpp"

namespace claimgraph::nlp::network {
namespace {

using ::testing::ElementsAreArray;

template <class T>
std::vector<T> random_values(std::size_t n, double low, double high, unsigned seed) {
    std::mt19937 generator(seed);
    std::vector<T> out(n);
    for (T& v : out)
        v = static_cast<T>(low + (high - low) * (static_cast<double>(generator()) / 4294967295.0));
    return out;
}

struct Layer {
    Layer(std::size_t rows, std::size_t columns)
        : weights(random_values<std::int8_t>(rows * columns, -127, 127, 1)),
          correction(random_values<std::int32_t>(rows, -90000, 90000, 2)),
          scale(random_values<float>(rows, 1e-5, 1e-3, 3)),
          bias(random_values<float>(rows, -1, 1, 4)),
          matrix{rows, columns, weights.data(), correction.data(), scale.data(), bias.data()} {}
    std::vector<std::int8_t> weights;
    std::vector<std::int32_t> correction;
    std::vector<float> scale, bias;
    PackedMatrix matrix;
};

/// Every path of this build that this processor runs; on one without AVX there is nothing to compare but the
/// reference.
class KernelPaths : public ::testing::TestWithParam<const Kernels*> {};

TEST_P(KernelPaths, MultipliesExactly) {
    const Layer layer(128, 20);
    const auto left = random_values<std::uint8_t>(7 * 12, 0, 127, 5);
    const auto right = random_values<std::uint8_t>(7 * 8, 0, 127, 6);
    for (const std::size_t count : {1U, 2U, 5U, 6U, 7U}) {
        std::vector<float> out(count * 128);
        GetParam()->multiply(layer.matrix, {left.data(), 12, 12}, {right.data(), 8, 8}, count, out.data(),
                             128);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t n = 0; n < 128; ++n) {
                std::int32_t sum = 0;
                for (std::size_t k = 0; k < 20; ++k) {
                    const std::int32_t a = k < 12 ? left[i * 12 + k] : right[i * 8 + k - 12];
                    sum += a * layer.weights[n / kBlock * kBlock * 20 + k / kStep * kBlock * kStep +
                                             n % kBlock * kStep + k % kStep];
                }
                const float expected =
                    static_cast<float>(sum + layer.correction[n]) * layer.scale[n] + layer.bias[n];
                ASSERT_EQ(out[i * 128 + n], expected) << count << ' ' << i << ' ' << n;
            }
    }
}

TEST_P(KernelPaths, DoNotSaturateAtTheExtremes) {
    Layer layer(64, 8);
    for (const int sign : {1, -1}) {
        std::fill(layer.weights.begin(), layer.weights.end(), static_cast<std::int8_t>(127 * sign));
        const std::vector<std::uint8_t> a(8, 127);
        std::vector<float> out(64);
        GetParam()->multiply(layer.matrix, {a.data(), 8, 8}, {}, 1, out.data(), 64);
        EXPECT_EQ(out[3], static_cast<float>(sign * 8 * 127 * 127 + layer.correction[3]) * layer.scale[3] +
                              layer.bias[3]);
    }
}

TEST_P(KernelPaths, RepeatARowOfStrideZero) {
    const Layer layer(64, 8);
    const auto a = random_values<std::uint8_t>(8, 0, 127, 7);
    std::vector<float> out(3 * 64);
    GetParam()->multiply(layer.matrix, {a.data(), 0, 8}, {}, 3, out.data(), 64);
    EXPECT_EQ(std::memcmp(out.data(), out.data() + 128, 64 * sizeof(float)), 0);
}

TEST_P(KernelPaths, AgreeWithThePortablePathToTheBit) {
    const Kernels& reference = *available_kernels().front();
    const std::size_t n = 72;  // no multiple of a vector
    const auto x = random_values<float>(4 * n, -12, 12, 8);

    std::vector<float> cell = random_values<float>(n, -3, 3, 9);
    std::vector<float> expected_cell = cell;
    std::vector<std::uint8_t> bytes(n), expected_bytes(n);
    GetParam()->lstm_cell(x.data(), cell.data(), n, bytes.data());
    reference.lstm_cell(x.data(), expected_cell.data(), n, expected_bytes.data());
    EXPECT_EQ(std::memcmp(cell.data(), expected_cell.data(), n * sizeof(float)), 0);
    EXPECT_THAT(bytes, ElementsAreArray(expected_bytes));

    GetParam()->tanh_bytes(x.data(), n, bytes.data());
    reference.tanh_bytes(x.data(), n, expected_bytes.data());
    EXPECT_THAT(bytes, ElementsAreArray(expected_bytes));
    GetParam()->rectified_sum(x.data(), x.data() + n, n, 11.7F, bytes.data());
    reference.rectified_sum(x.data(), x.data() + n, n, 11.7F, expected_bytes.data());
    EXPECT_THAT(bytes, ElementsAreArray(expected_bytes));

    std::vector<std::int16_t> words(3 * n), expected_words(3 * n);
    GetParam()->tanh_words(x.data(), 3 * n, words.data());
    reference.tanh_words(x.data(), 3 * n, expected_words.data());
    EXPECT_THAT(words, ElementsAreArray(expected_words));
    std::vector<std::int16_t> query(n), expected_query(n);
    GetParam()->words(x.data(), n, 500.0F, query.data());
    reference.words(x.data(), n, 500.0F, expected_query.data());
    EXPECT_THAT(query, ElementsAreArray(expected_query));
    std::vector<std::int32_t> scores(3), expected_scores(3);
    GetParam()->arc_scores(query.data(), words.data(), 3, n, scores.data());
    reference.arc_scores(query.data(), words.data(), 3, n, expected_scores.data());
    EXPECT_THAT(scores, ElementsAreArray(expected_scores));
}

INSTANTIATE_TEST_SUITE_P(All, KernelPaths,
                         ::testing::ValuesIn(available_kernels().begin(), available_kernels().end()),
                         [](const auto& path) {
                             std::string name = path.param->name;
                             std::erase(name, '-');
                             return name;
                         });

TEST(Activation, IsCloseToTheLibrary) {
    for (float x = -9; x < 9; x += 0.01F) {
        EXPECT_NEAR(fast_tanh(x), std::tanh(x), 1.2e-4) << x;
        EXPECT_NEAR(fast_sigmoid(x), 1 / (1 + std::exp(-x)), 1e-4) << x;
    }
}

}  // namespace
}  // namespace claimgraph::nlp::network
