// The trainable network: joint tagger, entity tagger and dependency parser, in single precision.
//
// Words (embedding, mean of hashed character n-grams, shape) go through two bidirectional LSTM layers; linear
// layers on top give UPOS, XPOS, FEATS and entity labels; heads are scored by a biaffine attention and
// labelled by a one-layer perceptron (Kiperwasser and Goldberg 2016; Dozat and Manning 2017). Gradients are
// written by hand. A batch is packed: sentences by falling length, position by position, so that the columns
// of one time step are contiguous and none is padding.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <Eigen/Core>

#include "ingest/nlp/tags.hpp"
#include "train/random.hpp"
#include "train/treebank.hpp"

namespace claimgraph::train {

using Matrix = Eigen::MatrixXf;

struct NetworkSize {
    Eigen::Index words = 1;  ///< vocabulary, row 0 for unknown words
    Eigen::Index feats = 1;
    Eigen::Index word_dim = 96;
    Eigen::Index ngram_dim = 64;
    Eigen::Index shape_dim = 16;
    Eigen::Index hidden = 192;  ///< per direction
    Eigen::Index arc = 128;
    Eigen::Index relation = 128;

    [[nodiscard]] Eigen::Index input() const { return word_dim + ngram_dim + shape_dim; }
    [[nodiscard]] Eigen::Index tags() const;
};

/// The parameter matrices. Embedding tables have one column a row of the table.
enum ParameterId : std::uint8_t {
    kWordTable,
    kNgramTable,
    kShapeTable,
    kInput1,  ///< [forward; backward] gates (i, f, o, g) from the input
    kBias1,
    kForward1,  ///< gates from the hidden state before
    kBackward1,
    kInput2,
    kBias2,
    kForward2,
    kBackward2,
    kTags,  ///< UPOS, XPOS, FEATS, entities
    kTagsBias,
    kMlp,  ///< arc dependent, arc head, relation dependent, relation head
    kMlpBias,
    kArc,
    kArcBias,
    kRootArc,
    kRootRelation,
    kLabels,
    kLabelsBias,
    kParameterCount
};
inline constexpr std::size_t kTables = 3;  ///< the first parameters are embedding tables

using Parameters = std::array<Matrix, kParameterCount>;

[[nodiscard]] std::array<std::string, kParameterCount> parameter_names();
[[nodiscard]] Parameters make_parameters(const NetworkSize& size);  ///< zeros
void initialize(Parameters& parameters, const NetworkSize& size, Random& random);

/// One sentence as numbers.
struct Example {
    std::vector<std::uint32_t> words;
    std::vector<std::vector<std::uint32_t>> ngrams;
    std::vector<std::uint32_t> shapes;
    std::vector<std::uint32_t> heads;  ///< 0 is the root, otherwise 1 + index
    std::vector<std::int32_t> relations;
    std::array<std::vector<std::int32_t>, 4> tags;  ///< UPOS, XPOS, FEATS, entities; -1 is not annotated
    [[nodiscard]] std::size_t size() const { return words.size(); }
};

struct Regularization {
    float word = 0.0F;  ///< whole word embeddings
    float ngram = 0.0F;
    float input = 0.0F;      ///< the same units over a whole sentence, as the next two
    float layer = 0.0F;      ///< outputs of the LSTM layers
    float recurrent = 0.0F;  ///< hidden state before it re-enters
    float mlp = 0.0F;
};

struct Score {
    double loss = 0;
    std::size_t tokens = 0;
    std::size_t heads = 0;   ///< right heads
    std::size_t labels = 0;  ///< right heads with right labels
    std::array<std::size_t, 4> tags{};
    std::size_t entity_tokens = 0;
    void operator+=(const Score& o);
};

/// Gradients with the rows of the tables that are not zero.
struct Gradients {
    Parameters values;
    std::array<std::vector<std::uint32_t>, kTables> touched;
    std::array<std::vector<bool>, kTables> is_touched;
    explicit Gradients(const NetworkSize& size);
    void touch(std::size_t table, std::uint32_t row);
};

/// Runs batches; owns the buffers, so one for each thread.
class Runner {
  public:
    explicit Runner(const NetworkSize& size) : size_(size) {}

    /// Loss and accuracy of `batch`; adds its gradients, each scaled by `scale`, when `gradients` is given.
    /// With `random`, drops units as `regularization` tells.
    Score run(const Parameters& p, const std::vector<const Example*>& batch, Gradients* gradients,
              float scale, const Regularization& regularization, Random* random);

    /// Of the last run without dropped units: one column a word.
    [[nodiscard]] const Matrix& inputs() const { return x_; }
    [[nodiscard]] const Matrix& mlp() const { return mlp_; }
    [[nodiscard]] const Matrix& relation_hidden() const { return hidden_; }

  private:
    struct Lstm {
        Matrix gates, cell, cell_tanh, previous, mask;
    };
    void pack(const std::vector<const Example*>& batch);
    void drop(Matrix& mask, Eigen::Index rows, Eigen::Index columns, float rate, Random* random) const;
    void apply_sentence_mask(Matrix& m, const Matrix& mask) const;
    void lstm_forward(Lstm& s, const Matrix& recurrent, Matrix& y, bool backward) const;
    void lstm_backward(Lstm& s, const Matrix& recurrent, const Matrix& dy, bool backward, Matrix& d_recurrent,
                       Matrix& work) const;
    Score parse(const Parameters& p, Gradients* gradients, float scale);

    NetworkSize size_;
    std::vector<const Example*> batch_;  ///< by falling length
    std::vector<Eigen::Index> offset_;   ///< first column of each time step
    std::vector<Eigen::Index> active_;   ///< sentences that reach it
    Eigen::Index columns_ = 0;

    Matrix x_, y1_, y2_, d_x_, d_y1_, d_y2_, tags_, mlp_, d_mlp_, hidden_, labels_, d_hidden_, gates_, work_;
    Matrix mask_x_, mask_y1_, mask_y2_, mask_mlp_, mask_hidden_;
    std::array<Lstm, 4> lstm_;
    std::vector<float> keep_word_, keep_ngram_;
};

}  // namespace claimgraph::train
