#include "ingest/nlp/network/network.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "ingest/nlp/network/features.hpp"
#include "ingest/nlp/network/spanning_tree.hpp"

namespace claimgraph::nlp::network {

namespace {

constexpr std::size_t kBatchSentences = 32;
constexpr std::size_t kBatchTokens = 1024;
constexpr std::uint32_t kSectionVersion = 1;

constexpr std::size_t padded(std::size_t rows) {
    return (rows + kBlock - 1) / kBlock * kBlock;
}

PackedMatrix read_matrix(SectionReader& in, std::size_t rows, std::size_t columns) {
    PackedMatrix m;
    m.rows = padded(rows);
    m.columns = columns;
    const auto weights = in.array<std::int8_t>();
    const auto correction = in.array<std::int32_t>();
    const auto scale = in.array<float>();
    const auto bias = in.array<float>();
    if (columns % kStep != 0 || weights.size() != m.rows * columns || correction.size() != m.rows ||
        scale.size() != m.rows || bias.size() != m.rows)
        in.fail("a matrix has another size than the header tells");
    m.weights = weights.data();
    m.correction = correction.data();
    m.scale = scale.data();
    m.bias = bias.data();
    return m;
}

std::size_t best(const float* z, std::size_t n) {
    std::size_t at = 0;
    for (std::size_t i = 1; i < n; ++i)
        if (z[i] > z[at]) at = i;
    return at;
}

template <class T>
T* sized(std::vector<T>& v, std::size_t n) {
    if (v.size() < n) v.resize(n);
    return v.data();
}

/// Where a sentence that is too long may be cut: after the last closing mark in [first + half, last), else at
/// the end.
std::uint32_t cut(const Analysis& a, std::uint32_t first, std::uint32_t last) {
    for (const std::string_view marks : {";:.!?", ","})
        for (std::uint32_t i = last; i > first + (last - first) / 2; --i) {
            const std::string_view form = a.tokens[i - 1].form;
            if (form.size() == 1 && marks.find(form[0]) != std::string_view::npos) return i;
        }
    return last;
}

}  // namespace

/// A sentence, or a part of a long one.
struct Network::Piece {
    std::uint32_t first;
    std::uint32_t last;
    std::uint32_t sentence;
    bool starts_sentence;
    Casing casing;
    [[nodiscard]] std::size_t size() const { return last - first; }
};

/// Buffers of one call. A batch is packed: sentences by falling length, position by position, so that the
/// rows of one time step are contiguous and none is padding.
struct Network::Workspace {
    std::vector<std::size_t> offset, active;  ///< first row of each time step, sentences that reach it
    std::size_t rows = 0;
    std::vector<std::uint8_t> input, first, second, zero_row, dependents, hidden;
    std::vector<float> gates, cell, tags, mlp, queries;
    std::vector<std::int16_t> heads, query_words;
    std::vector<std::int32_t> scores;
    std::vector<std::uint32_t> tree;
    std::vector<Shape> shapes;
};

Network::Network(const ModelFile& file, const Kernels& kernels) : kernels_(&kernels) {
    SectionReader in(file, "network");
    const auto version = in.value<std::uint32_t>();
    if (version != kSectionVersion)
        in.fail("version " + std::to_string(version) + ", expected " + std::to_string(kSectionVersion));
    std::size_t words = 0;
    for (std::size_t* d :
         {&words, &word_dim_, &ngram_dim_, &shape_dim_, &hidden_, &arc_, &relation_, &feats_count_}) {
        *d = in.value<std::uint32_t>();
        if (*d == 0 || *d > (1U << 24)) in.fail("a size is out of range");
    }
    input_ = word_dim_ + ngram_dim_ + shape_dim_;
    slots_ = in.array<std::uint32_t>();
    word_ends_ = in.array<std::uint32_t>();
    words_ = in.text();
    word_table_ = in.array<std::int8_t>();
    ngram_table_ = in.array<std::int8_t>();
    shape_table_ = in.array<std::int8_t>();
    ngram_factors_ = in.array<float>();
    bool sound = slots_.size() > words && (slots_.size() & (slots_.size() - 1)) == 0 &&
                 word_ends_.size() == words && word_table_.size() == words * word_dim_ &&
                 ngram_table_.size() == kNgramBuckets * ngram_dim_ &&
                 shape_table_.size() == kShapeRows * shape_dim_ && ngram_factors_.size() == kMaxNgrams + 1 &&
                 arc_ <= 256 && hidden_ <= 1024 && relation_ <= 1024 && ngram_dim_ <= 256;
    for (const std::uint32_t row : slots_) sound &= row < words;
    sound &= std::is_sorted(word_ends_.begin(), word_ends_.end()) && word_ends_.back() <= words_.size();
    sound &= std::find(slots_.begin(), slots_.end(), 0U) != slots_.end();
    if (!sound) in.fail("a table has another size than the header tells");
    for (std::size_t layer = 0; layer < 2; ++layer)
        for (PackedMatrix& m : layers_[layer].gates)
            m = read_matrix(in, 4 * hidden_, (layer == 0 ? input_ : 2 * hidden_) + hidden_);
    tags_ = read_matrix(in, kUposCount + kXposCount + feats_count_ + kEntityLabels, 2 * hidden_);
    mlp_ = read_matrix(in, 2 * arc_ + 2 * relation_, 2 * hidden_);
    arcs_ = read_matrix(in, arc_, arc_);
    labels_ = read_matrix(in, kDeprelCount, relation_);
    root_arc_ = in.array<std::int16_t>();
    root_relation_ = in.array<float>();
    query_factor_ = in.value<float>();
    relation_factor_ = in.value<float>();
    if (root_arc_.size() != arc_ || root_relation_.size() != relation_) in.fail("the root has another size");
    std::string_view values = in.text();
    while (!values.empty()) {
        const auto end = std::min(values.find('\n'), values.size());
        feats_.push_back(values.substr(0, end));
        morphology_.push_back(parse_morphology(feats_.back()));
        values.remove_prefix(std::min(end + 1, values.size()));
    }
    if (feats_.size() != feats_count_) in.fail("the FEATS values are not as many as the header tells");
}

std::uint32_t Network::find_word(std::string_view normalized) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = static_cast<std::size_t>(hash(normalized)) & mask;; i = (i + 1) & mask) {
        const std::uint32_t row = slots_[i];
        if (row == 0) return 0;
        const std::uint32_t begin = word_ends_[row - 1];
        if (words_.substr(begin, word_ends_[row] - begin) == normalized) return row;
    }
}

void Network::embed(std::string_view form, std::size_t shape, std::uint8_t* out) const {
    const Normalized normalized = normalize(form);
    const std::int8_t* word = word_table_.data() + find_word(normalized.view()) * word_dim_;
    for (std::size_t k = 0; k < word_dim_; ++k) out[k] = static_cast<std::uint8_t>(word[k] + kZeroPoint);
    out += word_dim_;

    std::array<std::uint32_t, kMaxNgrams> rows;
    const std::size_t count = ngrams(normalized.view(), rows);
    std::array<std::int32_t, 256> sums{};
    for (std::size_t i = 0; i < count; ++i) {
        const std::int8_t* row = ngram_table_.data() + rows[i] * ngram_dim_;
        for (std::size_t k = 0; k < ngram_dim_; ++k) sums[k] += row[k];
    }
    const float factor = ngram_factors_[count];
    for (std::size_t k = 0; k < ngram_dim_; ++k) {
        float v = static_cast<float>(sums[k]) * factor;
        v = v < -kUnitSteps ? -kUnitSteps : v;
        v = v > kUnitSteps ? kUnitSteps : v;
        out[k] =
            static_cast<std::uint8_t>(static_cast<std::int32_t>(v + static_cast<float>(kZeroPoint) + 0.5F));
    }
    out += ngram_dim_;
    const std::int8_t* row = shape_table_.data() + shape * shape_dim_;
    for (std::size_t k = 0; k < shape_dim_; ++k) out[k] = static_cast<std::uint8_t>(row[k] + kZeroPoint);
}

void Network::annotate(Analysis& analysis, std::vector<std::uint8_t>& labels) const {
    labels.assign(analysis.tokens.size(), 0);
    Workspace w;
    std::vector<Piece> pieces;
    pieces.reserve(analysis.sentences.size());
    for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
        const Sentence& sentence = analysis.sentences[s];
        w.shapes.clear();
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
            w.shapes.push_back(shape(analysis.tokens[i].form));
        const Casing style = casing(w.shapes);
        for (std::uint32_t at = sentence.first; at < sentence.last;) {
            std::uint32_t end = sentence.last;
            if (end - at > kMaxParsed) end = cut(analysis, at, at + static_cast<std::uint32_t>(kMaxParsed));
            pieces.push_back({at, end, s, at == sentence.first, style});
            at = end;
        }
    }
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.size() > b.size(); });
    w.zero_row.assign(std::max(hidden_, input_), static_cast<std::uint8_t>(kZeroPoint));
    const std::span<const Piece> all(pieces);
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i;
        std::size_t tokens = 0;
        while (end < all.size() && end - i < kBatchSentences &&
               (end == i || tokens + all[end].size() <= kBatchTokens))
            tokens += all[end++].size();
        run(all.subspan(i, end - i), analysis, labels, w);
        i = end;
    }
    // Later pieces of a long sentence hang from its first root.
    std::uint32_t root = kNone;
    std::uint32_t sentence = kNone;
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
        Token& t = analysis.tokens[i];
        if (t.head != kNone) continue;
        if (t.sentence == sentence) {
            t.head = root;
            t.deprel = Deprel::parataxis;
        } else {
            sentence = t.sentence;
            root = i;
        }
    }
}

void Network::run(std::span<const Piece> batch, Analysis& analysis, std::vector<std::uint8_t>& labels,
                  Workspace& w) const {
    w.offset.clear();
    w.active.clear();
    w.rows = 0;
    std::size_t active = batch.size();
    for (std::size_t t = 0; t < batch.front().size(); ++t) {
        while (batch[active - 1].size() <= t) --active;
        w.offset.push_back(w.rows);
        w.active.push_back(active);
        w.rows += active;
    }
    std::uint8_t* input = sized(w.input, w.rows * input_);
    for (std::size_t b = 0; b < batch.size(); ++b)
        for (std::size_t t = 0; t < batch[b].size(); ++t) {
            const std::string_view form = analysis.tokens[batch[b].first + t].form;
            const bool first = t == 0 && batch[b].starts_sentence;
            embed(form, shape_row(shape(form), batch[b].casing, first), input + (w.offset[t] + b) * input_);
        }
    recur(layers_[0], input, input_, sized(w.first, w.rows * 2 * hidden_), w);
    recur(layers_[1], w.first.data(), 2 * hidden_, sized(w.second, w.rows * 2 * hidden_), w);
    tag(batch, analysis, labels, w);
    parse(batch, analysis, w);
}

void Network::recur(const Layer& layer, const std::uint8_t* in, std::size_t columns, std::uint8_t* out,
                    Workspace& w) const {
    const std::size_t steps = w.offset.size();
    const std::size_t widest = w.active.front();
    const std::size_t stride = 2 * hidden_;
    float* gates = sized(w.gates, widest * padded(4 * hidden_));
    const std::size_t gates_stride = padded(4 * hidden_);
    float* cell = sized(w.cell, widest * hidden_);
    for (std::size_t direction = 0; direction < 2; ++direction) {
        const PackedMatrix& m = layer.gates[direction];
        std::uint8_t* side = out + direction * hidden_;
        std::fill_n(cell, widest * hidden_, 0.0F);
        for (std::size_t k = 0; k < steps; ++k) {
            const std::size_t t = direction == 0 ? k : steps - 1 - k;
            const std::size_t at = w.offset[t];
            const std::size_t n = w.active[t];
            std::size_t carried = 0;  // sentences that have a state from the step before
            if (k > 0) {
                const std::size_t before = direction == 0 ? t - 1 : t + 1;
                carried = std::min(n, w.active[before]);
                kernels_->multiply(m, {in + at * columns, columns, columns},
                                   {side + w.offset[before] * stride, stride, hidden_}, carried, gates,
                                   gates_stride);
            }
            if (carried < n)
                kernels_->multiply(m, {in + (at + carried) * columns, columns, columns},
                                   {w.zero_row.data(), 0, hidden_}, n - carried,
                                   gates + carried * gates_stride, gates_stride);
            for (std::size_t b = 0; b < n; ++b)
                kernels_->lstm_cell(gates + b * gates_stride, cell + b * hidden_, hidden_,
                                    side + (at + b) * stride);
        }
    }
}

void Network::tag(std::span<const Piece> batch, Analysis& analysis, std::vector<std::uint8_t>& labels,
                  Workspace& w) const {
    float* z = sized(w.tags, w.rows * tags_.rows);
    kernels_->multiply(tags_, {w.second.data(), 2 * hidden_, 2 * hidden_}, {}, w.rows, z, tags_.rows);
    for (std::size_t b = 0; b < batch.size(); ++b)
        for (std::size_t t = 0; t < batch[b].size(); ++t) {
            const float* row = z + (w.offset[t] + b) * tags_.rows;
            const std::size_t i = batch[b].first + t;
            Token& token = analysis.tokens[i];
            token.upos = static_cast<Upos>(best(row, kUposCount));
            row += kUposCount;
            token.xpos = static_cast<Xpos>(best(row, kXposCount));
            row += kXposCount;
            const std::size_t feats = best(row, feats_count_);
            token.feats = feats_[feats];
            token.morph = morphology_[feats];
            row += feats_count_;
            labels[i] = static_cast<std::uint8_t>(best(row, kEntityLabels));
        }
}

void Network::parse(std::span<const Piece> batch, Analysis& analysis, Workspace& w) const {
    const std::size_t rows = w.rows;
    float* mlp = sized(w.mlp, rows * mlp_.rows);
    kernels_->multiply(mlp_, {w.second.data(), 2 * hidden_, 2 * hidden_}, {}, rows, mlp, mlp_.rows);
    std::uint8_t* dependents = sized(w.dependents, rows * arc_);
    for (std::size_t r = 0; r < rows; ++r)
        kernels_->tanh_bytes(mlp + r * mlp_.rows, arc_, dependents + r * arc_);
    float* queries = sized(w.queries, rows * arcs_.rows);
    kernels_->multiply(arcs_, {dependents, arc_, arc_}, {}, rows, queries, arcs_.rows);

    std::uint8_t* hidden = sized(w.hidden, rows * relation_);
    std::int16_t* query = sized(w.query_words, arc_);
    for (std::size_t b = 0; b < batch.size(); ++b) {
        const std::size_t n = batch[b].size();
        std::int16_t* heads = sized(w.heads, (n + 1) * arc_);
        std::copy(root_arc_.begin(), root_arc_.end(), heads);
        for (std::size_t t = 0; t < n; ++t)
            kernels_->tanh_words(mlp + (w.offset[t] + b) * mlp_.rows + arc_, arc_, heads + (t + 1) * arc_);
        std::int32_t* scores = sized(w.scores, n * (n + 1));
        for (std::size_t t = 0; t < n; ++t) {
            kernels_->words(queries + (w.offset[t] + b) * arcs_.rows, arc_, query_factor_, query);
            kernels_->arc_scores(query, heads, n + 1, arc_, scores + t * (n + 1));
        }
        std::uint32_t* tree = sized(w.tree, n);
        best_tree({scores, n * (n + 1)}, n, {tree, n});
        for (std::size_t t = 0; t < n; ++t) {
            const std::size_t row = w.offset[t] + b;
            const float* dependent = mlp + row * mlp_.rows + 2 * arc_;
            const float* head = tree[t] == 0
                                    ? root_relation_.data()
                                    : mlp + (w.offset[tree[t] - 1] + b) * mlp_.rows + 2 * arc_ + relation_;
            kernels_->rectified_sum(dependent, head, relation_, relation_factor_, hidden + row * relation_);
            analysis.tokens[batch[b].first + t].head = tree[t] == 0 ? kNone : batch[b].first + tree[t] - 1;
        }
    }
    float* z = sized(w.tags, rows * labels_.rows);
    kernels_->multiply(labels_, {hidden, relation_, relation_}, {}, rows, z, labels_.rows);
    const auto root = static_cast<std::size_t>(Deprel::root);
    for (std::size_t b = 0; b < batch.size(); ++b)
        for (std::size_t t = 0; t < batch[b].size(); ++t) {
            float* row = z + (w.offset[t] + b) * labels_.rows;
            Token& token = analysis.tokens[batch[b].first + t];
            if (token.head == kNone) {
                token.deprel = Deprel::root;
                continue;
            }
            row[root] = std::min(row[root], row[0] - 1.0F);  // only the root is a root
            token.deprel = static_cast<Deprel>(best(row, kDeprelCount));
        }
}

Morphology parse_morphology(std::string_view feats) {
    Morphology m;
    while (!feats.empty()) {
        const auto end = std::min(feats.find('|'), feats.size());
        const std::string_view f = feats.substr(0, end);
        feats.remove_prefix(std::min(end + 1, feats.size()));
        if (f == "Tense=Past") m.tense = Tense::past;
        if (f == "Tense=Pres") m.tense = Tense::present;
        if (f == "Mood=Ind") m.mood = Mood::indicative;
        if (f == "Mood=Imp") m.mood = Mood::imperative;
        if (f == "Mood=Sub") m.mood = Mood::subjunctive;
        if (f == "Voice=Pass") m.voice = Voice::passive;
        if (f == "Number=Sing") m.number = Number::singular;
        if (f == "Number=Plur") m.number = Number::plural;
        if (f == "VerbForm=Fin") m.verb_form = VerbForm::finite;
        if (f == "VerbForm=Inf") m.verb_form = VerbForm::infinitive;
        if (f == "VerbForm=Part") m.verb_form = VerbForm::participle;
        if (f == "VerbForm=Ger") m.verb_form = VerbForm::gerund;
        if (f == "Degree=Pos") m.degree = Degree::positive;
        if (f == "Degree=Cmp") m.degree = Degree::comparative;
        if (f == "Degree=Sup") m.degree = Degree::superlative;
        if (f == "Person=1") m.person = 1;
        if (f == "Person=2") m.person = 2;
        if (f == "Person=3") m.person = 3;
    }
    return m;
}

}  // namespace claimgraph::nlp::network
