#include "ingest/nlp/network/activation.hpp"
#include "ingest/nlp/network/kernel_paths.hpp"
#include "ingest/nlp/network/kernels.hpp"

namespace {

#include "ingest/nlp/network/kernels_elementwise.inc"

using claimgraph::nlp::network::ActivationRows;
using claimgraph::nlp::network::kBlock;
using claimgraph::nlp::network::kStep;
using claimgraph::nlp::network::PackedMatrix;

void accumulate(const std::int8_t* __restrict weights, const std::uint8_t* __restrict a, std::size_t columns,
                std::int32_t* __restrict sums) {
    for (std::size_t k = 0; k < columns; k += kStep, weights += kBlock * kStep)
        for (std::size_t n = 0; n < kBlock; ++n) {
            std::int32_t s = sums[n];
            for (std::size_t j = 0; j < kStep; ++j)
                s += static_cast<std::int32_t>(weights[n * kStep + j]) * a[k + j];
            sums[n] = s;
        }
}

void multiply(const PackedMatrix& m, const ActivationRows& left, const ActivationRows& right,
              std::size_t count, float* out, std::size_t out_stride) {
    for (std::size_t block = 0; block < m.rows; block += kBlock) {
        const std::int8_t* weights = m.weights + block * m.columns;
        for (std::size_t i = 0; i < count; ++i) {
            std::int32_t sums[kBlock] = {};
            accumulate(weights, left.data + i * left.stride, left.columns, sums);
            if (right.columns > 0)
                accumulate(weights + left.columns * kBlock, right.data + i * right.stride, right.columns,
                           sums);
            float* __restrict to = out + i * out_stride + block;
            for (std::size_t n = 0; n < kBlock; ++n)
                to[n] = static_cast<float>(sums[n] + m.correction[block + n]) * m.scale[block + n] +
                        m.bias[block + n];
        }
    }
}

}  // namespace

namespace claimgraph::nlp::network {

const Kernels kPortableKernels = {"portable", multiply, lstm_cell,     tanh_bytes,
                                  tanh_words, words,    rectified_sum, arc_scores};

}  // namespace claimgraph::nlp::network
