// The trained network in use: tags, entity labels and trees for tokenized sentences.
//
// Two bidirectional LSTM layers over words, character n-grams and shapes; linear layers for the tags;
// biaffine arc scores (Dozat and Manning 2017) and the best tree under them. Weights are int8; results do not
// depend on the processor, on batching or on the thread. Immutable and safe to share; refers to the model
// file's bytes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/nlp/analysis.hpp"
#include "ingest/nlp/model_file.hpp"
#include "ingest/nlp/network/kernels.hpp"

namespace claimgraph::nlp::network {

/// Kinds of named mentions that the entity layer tells apart; its labels are 0 for outside, 1 + 2 * class for
/// the first token, 2 + 2 * class for the others.
enum class EntityClass : std::uint8_t { person, organization, place, date, other };
inline constexpr std::size_t kEntityClasses = 5;
inline constexpr std::size_t kEntityLabels = 1 + 2 * kEntityClasses;

/// Longer sentences are parsed in pieces, whose roots hang from the first piece's as parataxis.
inline constexpr std::size_t kMaxParsed = 256;

class Network {
  public:
    /// Reads section "network"; `file` must outlive this. Throws ModelError when it is not as expected.
    Network(const ModelFile& file, const Kernels& kernels);

    /// Fills UPOS, XPOS, FEATS, morphology, heads and relations of all tokens, whose forms and sentences
    /// stand. `labels` gets each token's entity label.
    void annotate(Analysis& analysis, std::vector<std::uint8_t>& labels) const;

  private:
    struct Workspace;
    struct Piece;
    struct Layer {
        std::array<PackedMatrix, 2>
            gates;  ///< forward, backward: columns are the input's, then the hidden state's
    };
    void embed(std::string_view form, std::size_t shape_row, std::uint8_t* out) const;
    void run(std::span<const Piece> batch, Analysis& analysis, std::vector<std::uint8_t>& labels,
             Workspace& w) const;
    void recur(const Layer& layer, const std::uint8_t* in, std::size_t columns, std::uint8_t* out,
               Workspace& w) const;
    void tag(std::span<const Piece> batch, Analysis& analysis, std::vector<std::uint8_t>& labels,
             Workspace& w) const;
    void parse(std::span<const Piece> batch, Analysis& analysis, Workspace& w) const;
    [[nodiscard]] std::uint32_t find_word(std::string_view normalized) const;

    const Kernels* kernels_;
    std::size_t word_dim_, ngram_dim_, shape_dim_, input_, hidden_, arc_, relation_, feats_count_;
    std::span<const std::uint32_t> slots_, word_ends_;
    std::string_view words_;
    std::span<const std::int8_t> word_table_, ngram_table_, shape_table_;
    std::span<const float> ngram_factors_;  ///< steps a unit of a sum of n rows
    std::array<Layer, 2> layers_;
    PackedMatrix tags_, mlp_, arcs_, labels_;
    std::span<const std::int16_t> root_arc_;
    std::span<const float> root_relation_;
    float query_factor_, relation_factor_;
    std::vector<std::string_view> feats_;
    std::vector<Morphology> morphology_;
};

/// The features that UD's FEATS string spells.
[[nodiscard]] Morphology parse_morphology(std::string_view feats);

}  // namespace claimgraph::nlp::network
