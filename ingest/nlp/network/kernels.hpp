// The arithmetic of the network in use: int8 weights, 7-bit activations, int32 sums, and element-wise float
// work.
//
// Every path (portable, AVX2, AVX-512 with VNNI) gives the same bits: integer sums are exact, and float work
// is element-wise, in one order, without fused operations. Activations are bytes in [0, 127], so that the
// 16-bit pair sums of AVX2 cannot saturate. Kernels are stateless.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace claimgraph::nlp::network {

inline constexpr std::size_t kBlock = 64;     ///< rows of a packed block
inline constexpr std::size_t kStep = 4;       ///< columns of a packed group
inline constexpr int kZeroPoint = 64;         ///< the byte of a signed activation's zero
inline constexpr float kUnitSteps = 63.0F;    ///< steps of an activation between 0 and 1
inline constexpr float kHeadSteps = 2047.0F;  ///< steps of a 16-bit arc head between 0 and 1
inline constexpr int kQueryLimit = 4095;      ///< largest 16-bit arc query

/// Weights of a linear layer: `rows` outputs (a multiple of 64, padded with zeros), `columns` inputs (a
/// multiple of 4), stored as [rows / 64][columns / 4][64][4]. Output = scale * (sum + correction) + bias,
/// where the correction takes the zero point out of the sum.
struct PackedMatrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    const std::int8_t* weights = nullptr;
    const std::int32_t* correction = nullptr;
    const float* scale = nullptr;
    const float* bias = nullptr;
};

/// Rows of activations; `stride` 0 repeats one row.
struct ActivationRows {
    const std::uint8_t* data = nullptr;
    std::size_t stride = 0;
    std::size_t columns = 0;  ///< a multiple of 4
};

struct Kernels {
    const char* name;
    /// out[i * out_stride + n] for `count` rows i, whose columns are those of `left` followed by those of
    /// `right`.
    void (*multiply)(const PackedMatrix& matrix, const ActivationRows& left, const ActivationRows& right,
                     std::size_t count, float* out, std::size_t out_stride);
    /// One LSTM step of one row: gates [i, f, o, g] of `hidden` units each; updates the cell, writes the
    /// output as activations.
    void (*lstm_cell)(const float* gates, float* cell, std::size_t hidden, std::uint8_t* out);
    /// Activations of tanh(x).
    void (*tanh_bytes)(const float* x, std::size_t n, std::uint8_t* out);
    /// tanh(x) in steps of 1 / kHeadSteps.
    void (*tanh_words)(const float* x, std::size_t n, std::int16_t* out);
    /// x * factor, rounded and limited to kQueryLimit.
    void (*words)(const float* x, std::size_t n, float factor, std::int16_t* out);
    /// max(a + b, 0) * factor, rounded and limited to 127.
    void (*rectified_sum)(const float* a, const float* b, std::size_t n, float factor, std::uint8_t* out);
    /// out[j] = sum of query * row j of `heads`, for `count` rows of n words.
    void (*arc_scores)(const std::int16_t* query, const std::int16_t* heads, std::size_t count, std::size_t n,
                       std::int32_t* out);
};

/// All paths that this build has and this processor runs, the fastest last; the first is the portable one.
[[nodiscard]] std::span<const Kernels* const> available_kernels();

}  // namespace claimgraph::nlp::network
