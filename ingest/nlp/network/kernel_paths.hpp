// The tables of kernels that this build has. For kernels.cpp and the files that define them only: files built
// for one instruction set must include nothing with inline functions that other files share.
#pragma once

#include "ingest/nlp/network/kernels.hpp"

namespace claimgraph::nlp::network {

extern const Kernels kPortableKernels;
#if defined(__x86_64__)
extern const Kernels kSse2Kernels;
extern const Kernels kAvx2Kernels;
extern const Kernels kAvx512Kernels;
#endif

}  // namespace claimgraph::nlp::network
