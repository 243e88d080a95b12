// The network's squashing functions, the same in training and in use. Only additions, products, one division
// and comparisons of single precision: the results are equal to the bit on every machine (no fused
// operations). They are static, so that a copy built for one instruction set is never linked into code for
// all.
#pragma once

namespace claimgraph::nlp::network {

/// tanh as the seventh convergent of its continued fraction; off by at most 1e-4.
[[nodiscard]] static inline float fast_tanh(float x) {
    const float limit = 4.97F;
    x = x < -limit ? -limit : x;
    x = x > limit ? limit : x;
    const float s = x * x;
    const float p = x * (135135.0F + s * (17325.0F + s * (378.0F + s)));
    const float q = 135135.0F + s * (62370.0F + s * (3150.0F + s * 28.0F));
    return p / q;
}

[[nodiscard]] static inline float fast_sigmoid(float x) {
    return 0.5F + 0.5F * fast_tanh(0.5F * x);
}

}  // namespace claimgraph::nlp::network
