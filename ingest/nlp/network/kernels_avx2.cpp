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

constexpr std::size_t kVectors = 4;  // of 8 outputs: half a block
constexpr std::size_t kLanes = 8;

__m256i load(const void* p) {
    return _mm256_loadu_si256(static_cast<const __m256i*>(p));
}

template <std::size_t M>
inline void accumulate(const std::int8_t* weights, const std::uint8_t* a, std::size_t stride,
                       std::size_t columns, __m256i (&sums)[M][kVectors]) {
    const __m256i ones = _mm256_set1_epi16(1);
    for (std::size_t k = 0; k < columns; k += kStep, weights += kBlock * kStep) {
        __m256i group[M];
        for (std::size_t i = 0; i < M; ++i) {
            std::int32_t bytes = 0;
            __builtin_memcpy(&bytes, a + i * stride + k, sizeof bytes);
            group[i] = _mm256_set1_epi32(bytes);
        }
        for (std::size_t v = 0; v < kVectors; ++v) {
            const __m256i w = load(weights + v * kLanes * kStep);
            for (std::size_t i = 0; i < M; ++i)
                sums[i][v] =
                    _mm256_add_epi32(sums[i][v], _mm256_madd_epi16(_mm256_maddubs_epi16(group[i], w), ones));
        }
    }
}

template <std::size_t M>
void rows(const PackedMatrix& m, const ActivationRows& left, const ActivationRows& right, std::size_t first,
          std::size_t block, float* out, std::size_t out_stride) {
    const std::int8_t* weights = m.weights + block / kBlock * kBlock * m.columns + block % kBlock * kStep;
    __m256i sums[M][kVectors];
    for (std::size_t i = 0; i < M; ++i)
        for (std::size_t v = 0; v < kVectors; ++v) sums[i][v] = _mm256_setzero_si256();
    accumulate<M>(weights, left.data + first * left.stride, left.stride, left.columns, sums);
    if (right.columns > 0)
        accumulate<M>(weights + left.columns * kBlock, right.data + first * right.stride, right.stride,
                      right.columns, sums);
    for (std::size_t v = 0; v < kVectors; ++v) {
        const std::size_t n = block + v * kLanes;
        const __m256i correction = load(m.correction + n);
        const __m256 scale = _mm256_loadu_ps(m.scale + n);
        const __m256 bias = _mm256_loadu_ps(m.bias + n);
        for (std::size_t i = 0; i < M; ++i) {
            const __m256 sum = _mm256_cvtepi32_ps(_mm256_add_epi32(sums[i][v], correction));
            _mm256_storeu_ps(out + (first + i) * out_stride + n,
                             _mm256_add_ps(_mm256_mul_ps(sum, scale), bias));
        }
    }
}

void multiply(const PackedMatrix& m, const ActivationRows& left, const ActivationRows& right,
              std::size_t count, float* out, std::size_t out_stride) {
    for (std::size_t block = 0; block < m.rows; block += kVectors * kLanes) {
        std::size_t i = 0;
        for (; i + 2 <= count; i += 2) rows<2>(m, left, right, i, block, out, out_stride);
        if (i < count) rows<1>(m, left, right, i, block, out, out_stride);
    }
}

}  // namespace

namespace claimgraph::nlp::network {

const Kernels kAvx2Kernels = {"avx2",     multiply, lstm_cell,     tanh_bytes,
                              tanh_words, words,    rectified_sum, arc_scores};

}  // namespace claimgraph::nlp::network
