#include "ingest/nlp/network/kernels.hpp"

#include <array>

#include "ingest/nlp/network/kernel_paths.hpp"

namespace claimgraph::nlp::network {

std::span<const Kernels* const> available_kernels() {
#if defined(__x86_64__)
    static constexpr std::array<const Kernels*, 4> kAll = {&kPortableKernels, &kSse2Kernels, &kAvx2Kernels,
                                                           &kAvx512Kernels};
    __builtin_cpu_init();
    std::size_t count = 2;
    if (__builtin_cpu_supports("avx2")) {
        count = 3;
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
            __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
            __builtin_cpu_supports("avx512vnni"))
            count = 4;
    }
    return std::span(kAll).first(count);
#else
    static constexpr std::array<const Kernels*, 1> kAll = {&kPortableKernels};
    return kAll;
#endif
}

}  // namespace claimgraph::nlp::network
