// The training loop: Adam over length-sorted batches, one checkpoint an epoch.
//
// Each batch is cut into two halves whose gradients are added in a fixed order, so the result does not depend
// on the number of threads. All random numbers derive from (seed, epoch, batch): a resumed run equals an
// uninterrupted one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "train/encoder.hpp"
#include "train/network.hpp"
#include "train/treebank.hpp"

namespace claimgraph::train {

struct TrainingOptions {
    std::uint64_t seed = 1;
    std::size_t epochs = 30;
    std::size_t batch_tokens = 900;
    float learning_rate = 2.5e-3F;
    std::size_t warmup = 300;  ///< updates
    float clip = 5.0F;         ///< norm of a batch's gradient
    Regularization regularization{0.1F, 0.1F, 0.15F, 0.3F, 0.15F, 0.25F};
    float unknown = 0.4F;        ///< a word seen n times reads as unknown with probability u / (u + n)
    float recase = 0.08F;        ///< share of sentences put in capitals, headline style or lower case
    float unpunctuated = 0.05F;  ///< share of sentences that lose their final punctuation
};

/// What a checkpoint holds: everything that the run needs to go on.
struct Checkpoint {
    NetworkSize size;
    std::vector<std::string> words;
    std::vector<std::uint32_t> counts;
    std::vector<std::string> feats;
    Parameters values;
    Parameters mean;          ///< Adam's first moments
    Parameters variance;      ///< and second
    std::uint64_t epoch = 0;  ///< epochs done
    std::uint64_t step = 0;   ///< updates done
};
void save(const Checkpoint& checkpoint, const std::filesystem::path& path);
[[nodiscard]] Checkpoint load_checkpoint(const std::filesystem::path& path);

/// Accuracy of single precision, each word's best head (no tree), for watching a run.
[[nodiscard]] Score evaluate(const Checkpoint& checkpoint, const std::vector<Example>& examples);

/// Trains from `checkpoint` (epoch 0 or later) to the last epoch; calls `after_epoch` after each.
void train(Checkpoint& checkpoint, const Encoder& encoder, const std::vector<TreebankSentence>& sentences,
           const TrainingOptions& options, const std::function<void(const Score&)>& after_epoch);

}  // namespace claimgraph::train
