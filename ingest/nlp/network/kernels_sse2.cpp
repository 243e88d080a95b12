#include <emmintrin.h>

#include "ingest/nlp/network/activation.hpp"
#include "ingest/nlp/network/kernel_paths.hpp"
#include "ingest/nlp/network/kernels.hpp"

namespace {

#include "ingest/nlp/network/kernels_elementwise.inc"

using claimgraph::nlp::network::ActivationRows;
using claimgraph::nlp::network::kBlock;
using claimgraph::nlp::network::kStep;
using claimgraph::nlp::network::PackedMatrix;

constexpr std::size_t kVectors = 4;  // of 4 outputs: a quarter of a block
constexpr std::size_t kLanes = 4;

__m128i load(const void* p) {
    return _mm_loadu_si128(static_cast<const __m128i*>(p));
}

/// Bytes in pairs as 16-bit words: the even ones and the odd ones of each group of four, so that a sum of
/// two products of pairs is that of the group.
template <std::size_t M>
inline void accumulate(const std::int8_t* weights, const std::uint8_t* a, std::size_t stride,
                       std::size_t columns, __m128i (&sums)[M][kVectors]) {
    for (std::size_t k = 0; k < columns; k += kStep, weights += kBlock * kStep) {
        __m128i even[M], odd[M];
        for (std::size_t i = 0; i < M; ++i) {
            const std::uint8_t* group = a + i * stride + k;
            even[i] = _mm_set1_epi32(group[0] | group[2] << 16);
            odd[i] = _mm_set1_epi32(group[1] | group[3] << 16);
        }
        for (std::size_t v = 0; v < kVectors; ++v) {
            const __m128i w = load(weights + v * kLanes * kStep);
            const __m128i low = _mm_srai_epi16(_mm_slli_epi16(w, 8), 8);
            const __m128i high = _mm_srai_epi16(w, 8);
            for (std::size_t i = 0; i < M; ++i)
                sums[i][v] = _mm_add_epi32(
                    sums[i][v], _mm_add_epi32(_mm_madd_epi16(low, even[i]), _mm_madd_epi16(high, odd[i])));
        }
    }
}

template <std::size_t M>
void rows(const PackedMatrix& m, const ActivationRows& left, const ActivationRows& right, std::size_t first,
          std::size_t block, float* out, std::size_t out_stride) {
    const std::int8_t* weights = m.weights + block / kBlock * kBlock * m.columns + block % kBlock * kStep;
    __m128i sums[M][kVectors];
    for (std::size_t i = 0; i < M; ++i)
        for (std::size_t v = 0; v < kVectors; ++v) sums[i][v] = _mm_setzero_si128();
    accumulate<M>(weights, left.data + first * left.stride, left.stride, left.columns, sums);
    if (right.columns > 0)
        accumulate<M>(weights + left.columns * kBlock, right.data + first * right.stride, right.stride,
                      right.columns, sums);
    for (std::size_t v = 0; v < kVectors; ++v) {
        const std::size_t n = block + v * kLanes;
        const __m128i correction = load(m.correction + n);
        const __m128 scale = _mm_loadu_ps(m.scale + n);
        const __m128 bias = _mm_loadu_ps(m.bias + n);
        for (std::size_t i = 0; i < M; ++i) {
            const __m128 sum = _mm_cvtepi32_ps(_mm_add_epi32(sums[i][v], correction));
            _mm_storeu_ps(out + (first + i) * out_stride + n, _mm_add_ps(_mm_mul_ps(sum, scale), bias));
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

const Kernels kSse2Kernels = {"sse2",     multiply, lstm_cell,     tanh_bytes,
                              tanh_words, words,    rectified_sum, arc_scores};

}  // namespace claimgraph::nlp::network
