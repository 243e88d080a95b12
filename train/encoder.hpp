// Turns treebank sentences into the network's numbers: the vocabulary and the FEATS inventory of the training
// data.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "train/network.hpp"
#include "train/treebank.hpp"

namespace claimgraph::train {

class Encoder {
  public:
    /// Words that occur at least twice, FEATS values that occur at least twice; both in byte order.
    explicit Encoder(const std::vector<TreebankSentence>& training);
    Encoder(std::vector<std::string> words, std::vector<std::uint32_t> counts,
            std::vector<std::string> feats);

    [[nodiscard]] Example encode(const TreebankSentence& sentence) const;

    [[nodiscard]] const std::vector<std::string>& words() const {
        return words_;
    }  ///< row 0 is "", unknown words
    [[nodiscard]] const std::vector<std::uint32_t>& counts() const { return counts_; }
    [[nodiscard]] const std::vector<std::string>& feats() const { return feats_; }

  private:
    void index();
    std::vector<std::string> words_;
    std::vector<std::uint32_t> counts_;
    std::vector<std::string> feats_;
    std::unordered_map<std::string, std::uint32_t> word_rows_;
    std::unordered_map<std::string, std::int32_t> feats_rows_;
};

}  // namespace claimgraph::train
