#include <immintrin.h>

#include "ingest/nlp/network/activation.hpp"
#include "ingest/nlp/network/kernel_paths.hpp"
#include "ingest/nlp/network/kernels.hpp"

namespace {

#include "ingest/nlp/network/kernels_elementwise.inc"

using claimgraph::nlp::network::ActivationRows;
using claimgraph::nlp::network::kBlock;
using claimgraph::nlp::network::kStep;
using claimgraph::nlp::network::PackedMatrix;

constexpr std::size_t kVectors = 4;  // of 16 outputs: one block
constexpr std::size_t kLanes = 16;

template <std::size_t M>
inline void accumulate(const std::int8_t* weights, const std::uint8_t* a, std::size_t stride,
                       std::size_t columns, __m512i (&sums)[M][kVectors]) {
    for (std::size_t k = 0; k < columns; k += kStep, weights += kBlock * kStep) {
        __m512i w[kVectors];
        for (std::size_t v = 0; v < kVectors; ++v) w[v] = _mm512_loadu_si512(weights + v * kLanes * kStep);
        for (std::size_t i = 0; i < M; ++i) {
            std::int32_t bytes = 0;
            __builtin_memcpy(&bytes, a + i * stride + k, sizeof bytes);
            const __m512i group = _mm512_set1_epi32(bytes);
            for (std::size_t v = 0; v < kVectors; ++v)
                sums[i][v] = _mm512_dpbusd_epi32(sums[i][v], group, w[v]);
        }
    }
}

template <std::size_t M>
void rows(const PackedMatrix& m, const ActivationRows& left, const ActivationRows& right, std::size_t first,
          std::size_t block, float* out, std::size_t out_stride) {
    const std::int8_t* weights = m.weights + block * m.columns;
    __m512i sums[M][kVectors];
    for (std::size_t i = 0; i < M; ++i)
        for (std::size_t v = 0; v < kVectors; ++v) sums[i][v] = _mm512_setzero_si512();
    accumulate<M>(weights, left.data + first * left.stride, left.stride, left.columns, sums);
    if (right.columns > 0)
        accumulate<M>(weights + left.columns * kBlock, right.data + first * right.stride, right.stride,
                      right.columns, sums);
    for (std::size_t v = 0; v < kVectors; ++v) {
        const std::size_t n = block + v * kLanes;
        const __m512i correction = _mm512_loadu_si512(m.correction + n);
        const __m512 scale = _mm512_loadu_ps(m.scale + n);
        const __m512 bias = _mm512_loadu_ps(m.bias + n);
        for (std::size_t i = 0; i < M; ++i) {
            const __m512 sum = _mm512_cvtepi32_ps(_mm512_add_epi32(sums[i][v], correction));
            _mm512_storeu_ps(out + (first + i) * out_stride + n,
                             _mm512_add_ps(_mm512_mul_ps(sum, scale), bias));
        }
    }
}

void multiply(const PackedMatrix& m, const ActivationRows& left, const ActivationRows& right,
              std::size_t count, float* out, std::size_t out_stride) {
    for (std::size_t block = 0; block < m.rows; block += kBlock) {
        std::size_t i = 0;
        for (; i + 6 <= count; i += 6) rows<6>(m, left, right, i, block, out, out_stride);
        for (; i + 2 <= count; i += 2) rows<2>(m, left, right, i, block, out, out_stride);
        if (i < count) rows<1>(m, left, right, i, block, out, out_stride);
    }
}

}  // namespace

namespace claimgraph::nlp::network {

const Kernels kAvx512Kernels = {"avx512-vnni", multiply, lstm_cell,     tanh_bytes,
                                tanh_words,    words,    rectified_sum, arc_scores};

}  // namespace claimgraph::nlp::network
