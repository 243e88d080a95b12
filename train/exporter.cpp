#include "train/exporter.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string>

#include "ingest/nlp/model_file.hpp"
#include "ingest/nlp/network/activation.hpp"
#include "ingest/nlp/network/features.hpp"
#include "ingest/nlp/network/kernels.hpp"

namespace claimgraph::train {

namespace {

using Eigen::Index;
namespace net = nlp::network;

constexpr float kWeightLimit = 127.0F;
constexpr float kInputShare = 0.9998F;  // of input values that are not clipped
constexpr float kInnerShare = 0.9995F;

std::int8_t rounded(float v, float limit) {
    return static_cast<std::int8_t>(std::lround(std::clamp(v, -limit, limit)));
}

/// The magnitude that `share` of the values do not exceed.
float magnitude(std::vector<float> values, float share) {
    for (float& v : values) v = std::abs(v);
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<float>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return std::max(values[static_cast<std::size_t>(at)], 1e-6F);
}

std::vector<float> values_of(const Matrix& m) {
    return {m.data(), m.data() + m.size()};
}

/// Writes a layer whose columns already carry the size of an activation step. `zero_point` is that of its
/// input.
void write(nlp::SectionWriter& out, const Matrix& m, const Matrix& bias, int zero_point) {
    const Index rows = (m.rows() + static_cast<Index>(net::kBlock) - 1) / static_cast<Index>(net::kBlock) *
                       static_cast<Index>(net::kBlock);
    const auto total = static_cast<std::size_t>(rows);
    std::vector<std::int8_t> packed(total * static_cast<std::size_t>(m.cols()));
    std::vector<std::int32_t> correction(total);
    std::vector<float> scale(total);
    std::vector<float> offset(total);
    for (Index r = 0; r < m.rows(); ++r) {
        const auto row = static_cast<std::size_t>(r);
        const float largest = std::max(m.row(r).cwiseAbs().maxCoeff(), 1e-12F);
        scale[row] = largest / kWeightLimit;
        offset[row] = bias.size() > 0 ? bias(r, 0) : 0.0F;
        std::int32_t sum = 0;
        for (Index c = 0; c < m.cols(); ++c) {
            const std::int8_t q = rounded(m(r, c) / scale[row], kWeightLimit);
            sum += q;
            const auto column = static_cast<std::size_t>(c);
            const std::size_t block = row / net::kBlock * net::kBlock * static_cast<std::size_t>(m.cols());
            packed[block + column / net::kStep * net::kBlock * net::kStep + row % net::kBlock * net::kStep +
                   column % net::kStep] = q;
        }
        correction[row] = -zero_point * sum;
    }
    out.array(packed);
    out.array(correction);
    out.array(scale);
    out.array(offset);
}

std::vector<std::int8_t> table(const Matrix& m, float step, float limit) {
    std::vector<std::int8_t> out;
    out.reserve(static_cast<std::size_t>(m.size()));
    for (Index i = 0; i < m.size(); ++i) out.push_back(rounded(m.data()[i] / step, limit));
    return out;
}

}  // namespace

std::vector<std::byte> export_network(const Checkpoint& c, const std::vector<Example>& calibration) {
    const NetworkSize& size = c.size;
    const Parameters& p = c.values;

    // Ranges seen on the calibration sentences.
    std::vector<float> ngram_values, hidden_values, query_values;
    Runner runner(size);
    for (const Example& e : calibration) {
        (void)runner.run(p, {&e}, nullptr, 1.0F, {}, nullptr);
        const Matrix ngrams = runner.inputs().middleRows(size.word_dim, size.ngram_dim);
        ngram_values.insert(ngram_values.end(), ngrams.data(), ngrams.data() + ngrams.size());
        const Matrix& hidden = runner.relation_hidden();
        for (Index i = 0; i < hidden.size(); ++i)
            if (hidden.data()[i] > 0) hidden_values.push_back(hidden.data()[i]);
        Matrix queries = p[kArc] * runner.mlp().topRows(size.arc);
        queries.colwise() += p[kArcBias].col(0);
        query_values.insert(query_values.end(), queries.data(), queries.data() + queries.size());
    }
    const float word_step = magnitude(values_of(p[kWordTable]), kInputShare) / net::kUnitSteps;
    const float ngram_step = magnitude(ngram_values, kInputShare) / net::kUnitSteps;
    const float shape_step = p[kShapeTable].cwiseAbs().maxCoeff() / net::kUnitSteps;
    const float ngram_weight = magnitude(values_of(p[kNgramTable]), kInputShare) / kWeightLimit;
    const float relation_factor = 127.0F / magnitude(hidden_values, kInnerShare);
    const float query_factor = static_cast<float>(net::kQueryLimit) / magnitude(query_values, 1.0F);

    nlp::SectionWriter out;
    out.value<std::uint32_t>(1);
    for (const Index d : {size.words, size.word_dim, size.ngram_dim, size.shape_dim, size.hidden, size.arc,
                          size.relation, size.feats})
        out.value(static_cast<std::uint32_t>(d));

    std::vector<std::uint32_t> slots(std::bit_ceil(c.words.size() * 3 / 2));
    std::vector<std::uint32_t> ends;
    std::string pool;
    for (std::size_t i = 0; i < c.words.size(); ++i) {
        pool += c.words[i];
        ends.push_back(static_cast<std::uint32_t>(pool.size()));
        if (i == 0) continue;
        std::size_t at = static_cast<std::size_t>(net::hash(c.words[i])) & (slots.size() - 1);
        while (slots[at] != 0) at = (at + 1) & (slots.size() - 1);
        slots[at] = static_cast<std::uint32_t>(i);
    }
    out.array(slots);
    out.array(ends);
    out.text(pool);
    out.array(table(p[kWordTable], word_step, net::kUnitSteps));
    out.array(table(p[kNgramTable], ngram_weight, kWeightLimit));
    out.array(table(p[kShapeTable], shape_step, net::kUnitSteps));
    std::vector<float> ngram_factors(net::kMaxNgrams + 1);
    for (std::size_t n = 1; n < ngram_factors.size(); ++n)
        ngram_factors[n] = ngram_weight / ngram_step / std::sqrt(static_cast<float>(n));
    out.array(ngram_factors);

    const Index h = size.hidden;
    const float unit_step = 1 / net::kUnitSteps;
    for (const bool second : {false, true})
        for (Index direction = 0; direction < 2; ++direction) {
            const Matrix& from_input = p[second ? kInput2 : kInput1];
            const auto recurrent = static_cast<std::size_t>(second ? kForward2 : kForward1) +
                                   static_cast<std::size_t>(direction);
            Matrix m(4 * h, from_input.cols() + h);
            m.leftCols(from_input.cols()) = from_input.middleRows(direction * 4 * h, 4 * h);
            m.rightCols(h) = p[recurrent] * unit_step;
            if (second) {
                m.leftCols(from_input.cols()) *= unit_step;
            } else {
                m.leftCols(size.word_dim) *= word_step;
                m.middleCols(size.word_dim, size.ngram_dim) *= ngram_step;
                m.middleCols(size.word_dim + size.ngram_dim, size.shape_dim) *= shape_step;
            }
            write(out, m, p[second ? kBias2 : kBias1].middleRows(direction * 4 * h, 4 * h), net::kZeroPoint);
        }
    write(out, p[kTags] * unit_step, p[kTagsBias], net::kZeroPoint);
    write(out, p[kMlp] * unit_step, p[kMlpBias], net::kZeroPoint);
    write(out, p[kArc] * unit_step, p[kArcBias], net::kZeroPoint);
    write(out, p[kLabels] / relation_factor, p[kLabelsBias], 0);
    std::vector<std::int16_t> root;
    for (Index i = 0; i < size.arc; ++i)
        root.push_back(static_cast<std::int16_t>(
            std::lround(std::clamp(p[kRootArc](i, 0), -2.0F, 2.0F) * net::kHeadSteps)));
    out.array(root);
    out.array(values_of(p[kRootRelation]));
    out.value(query_factor);
    out.value(relation_factor);
    std::string feats;
    for (const std::string& f : c.feats) feats += f + '\n';
    out.text(feats);
    return out.take();
}

}  // namespace claimgraph::train
