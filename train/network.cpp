#include "train/network.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ingest/nlp/network/activation.hpp"
#include "ingest/nlp/network/features.hpp"

namespace claimgraph::train {

using Eigen::Index;
using nlp::network::fast_sigmoid;
using nlp::network::fast_tanh;

namespace {

constexpr float kTagWeight = 0.5F;

Index as_index(std::size_t n) {
    return static_cast<Index>(n);
}

/// Cross-entropy of rows [first, first + count) of each column against `target`; leaves the gradient in
/// place. Columns without a target get zeros.
struct SoftmaxResult {
    double loss = 0;
    bool right = false;
};
SoftmaxResult softmax(float* z, Index count, Index target, float scale) {
    SoftmaxResult result;
    if (target < 0) {
        std::fill_n(z, count, 0.0F);
        return result;
    }
    const float* best = std::max_element(z, z + count);
    const float top = *best;
    result.right = best - z == target;
    float sum = 0;
    const float wanted = z[target] - top;
    for (Index i = 0; i < count; ++i) {
        z[i] = std::exp(z[i] - top);
        sum += z[i];
    }
    result.loss = static_cast<double>(std::log(sum) - wanted);
    const float factor = scale / sum;
    for (Index i = 0; i < count; ++i) z[i] *= factor;
    z[target] -= scale;
    return result;
}

}  // namespace

Index NetworkSize::tags() const {
    return as_index(nlp::kUposCount + nlp::kXposCount + kEntityLabels) + feats;
}

std::array<std::string, kParameterCount> parameter_names() {
    return {"words",    "ngrams", "shapes",   "input1",    "bias1",         "forward1",  "backward1",
            "input2",   "bias2",  "forward2", "backward2", "tags",          "tags_bias", "mlp",
            "mlp_bias", "arc",    "arc_bias", "root_arc",  "root_relation", "labels",    "labels_bias"};
}

Parameters make_parameters(const NetworkSize& s) {
    Parameters p;
    const Index h = s.hidden;
    p[kWordTable] = Matrix::Zero(s.word_dim, s.words);
    p[kNgramTable] = Matrix::Zero(s.ngram_dim, nlp::network::kNgramBuckets);
    p[kShapeTable] = Matrix::Zero(s.shape_dim, as_index(nlp::network::kShapeRows));
    p[kInput1] = Matrix::Zero(8 * h, s.input());
    p[kBias1] = Matrix::Zero(8 * h, 1);
    p[kForward1] = Matrix::Zero(4 * h, h);
    p[kBackward1] = Matrix::Zero(4 * h, h);
    p[kInput2] = Matrix::Zero(8 * h, 2 * h);
    p[kBias2] = Matrix::Zero(8 * h, 1);
    p[kForward2] = Matrix::Zero(4 * h, h);
    p[kBackward2] = Matrix::Zero(4 * h, h);
    p[kTags] = Matrix::Zero(s.tags(), 2 * h);
    p[kTagsBias] = Matrix::Zero(s.tags(), 1);
    p[kMlp] = Matrix::Zero(2 * s.arc + 2 * s.relation, 2 * h);
    p[kMlpBias] = Matrix::Zero(2 * s.arc + 2 * s.relation, 1);
    p[kArc] = Matrix::Zero(s.arc, s.arc);
    p[kArcBias] = Matrix::Zero(s.arc, 1);
    p[kRootArc] = Matrix::Zero(s.arc, 1);
    p[kRootRelation] = Matrix::Zero(s.relation, 1);
    p[kLabels] = Matrix::Zero(as_index(nlp::kDeprelCount), s.relation);
    p[kLabelsBias] = Matrix::Zero(as_index(nlp::kDeprelCount), 1);
    return p;
}

void initialize(Parameters& p, const NetworkSize& s, Random& random) {
    for (std::size_t k = 0; k < kParameterCount; ++k) {
        Matrix& m = p[k];
        float range = 0;
        if (k < kTables) {
            range = k == kNgramTable ? 0.3F : 0.15F;
        } else if (m.cols() > 1) {
            range = std::sqrt(
                6.0F / static_cast<float>((m.rows() >= 4 * s.hidden ? s.hidden : m.rows()) + m.cols()));
        } else if (k == kRootArc || k == kRootRelation) {
            range = 0.1F;
        }
        for (Index i = 0; i < m.size(); ++i) m.data()[i] = range * (2 * random.uniform() - 1);
    }
    for (const auto k : {kBias1, kBias2})
        for (Index direction = 0; direction < 2; ++direction)
            p[k].block(direction * 4 * s.hidden + s.hidden, 0, s.hidden, 1).setOnes();  // forget gates open
}

void Score::operator+=(const Score& o) {
    loss += o.loss;
    tokens += o.tokens;
    heads += o.heads;
    labels += o.labels;
    for (std::size_t i = 0; i < tags.size(); ++i) tags[i] += o.tags[i];
    entity_tokens += o.entity_tokens;
}

Gradients::Gradients(const NetworkSize& size) : values(make_parameters(size)) {
    for (std::size_t k = 0; k < kTables; ++k)
        is_touched[k].resize(static_cast<std::size_t>(values[k].cols()));
}

void Gradients::touch(std::size_t table, std::uint32_t row) {
    if (is_touched[table][row]) return;
    is_touched[table][row] = true;
    touched[table].push_back(row);
}

void Runner::pack(const std::vector<const Example*>& batch) {
    batch_ = batch;
    std::stable_sort(batch_.begin(), batch_.end(),
                     [](const Example* a, const Example* b) { return a->size() > b->size(); });
    offset_.clear();
    active_.clear();
    columns_ = 0;
    std::size_t active = batch_.size();
    for (std::size_t t = 0; t < batch_.front()->size(); ++t) {
        while (batch_[active - 1]->size() <= t) --active;
        offset_.push_back(columns_);
        active_.push_back(as_index(active));
        columns_ += as_index(active);
    }
}

void Runner::drop(Matrix& mask, Index rows, Index columns, float rate, Random* random) const {
    mask.resize(rows, columns);
    if (!random || rate <= 0) {
        mask.setOnes();
        return;
    }
    const float kept = 1 / (1 - rate);
    for (Index i = 0; i < mask.size(); ++i) mask.data()[i] = random->uniform() < rate ? 0.0F : kept;
}

void Runner::apply_sentence_mask(Matrix& m, const Matrix& mask) const {
    for (std::size_t t = 0; t < offset_.size(); ++t)
        m.middleCols(offset_[t], active_[t]).array() *= mask.leftCols(active_[t]).array();
}

// Step t's columns of the state before: the same sentences at t - 1 (or t + 1, which fewer sentences reach).
void Runner::lstm_forward(Lstm& s, const Matrix& recurrent, Matrix& y, bool backward) const {
    const Index h = size_.hidden;
    const Index row = backward ? h : 0;
    const Index steps = as_index(offset_.size());
    s.cell.resize(h, columns_);
    s.cell_tanh.resize(h, columns_);
    s.previous.resize(h, columns_);
    for (Index k = 0; k < steps; ++k) {
        const Index t = backward ? steps - 1 - k : k;
        const Index before = backward ? t + 1 : t - 1;
        const auto ti = static_cast<std::size_t>(t);
        const Index at = offset_[ti];
        const Index n = active_[ti];
        Index carried = 0;
        Index from = 0;
        if (k > 0) {
            const auto bi = static_cast<std::size_t>(before);
            carried = std::min(n, active_[bi]);
            from = offset_[bi];
            s.previous.middleCols(at, carried) =
                y.block(row, from, h, carried).cwiseProduct(s.mask.leftCols(carried));
            s.gates.middleCols(at, carried).noalias() += recurrent * s.previous.middleCols(at, carried);
        }
        if (carried < n) s.previous.middleCols(at + carried, n - carried).setZero();
        for (Index b = 0; b < n; ++b) {
            float* __restrict g = s.gates.col(at + b).data();
            float* __restrict c = s.cell.col(at + b).data();
            float* __restrict ct = s.cell_tanh.col(at + b).data();
            float* __restrict out = y.col(at + b).data() + row;
            const float* c_before = b < carried ? s.cell.col(from + b).data() : nullptr;
            for (Index i = 0; i < 3 * h; ++i) g[i] = fast_sigmoid(g[i]);
            for (Index i = 3 * h; i < 4 * h; ++i) g[i] = fast_tanh(g[i]);
            for (Index i = 0; i < h; ++i) c[i] = g[i] * g[3 * h + i];
            if (c_before)
                for (Index i = 0; i < h; ++i) c[i] += g[h + i] * c_before[i];
            for (Index i = 0; i < h; ++i) ct[i] = fast_tanh(c[i]);
            for (Index i = 0; i < h; ++i) out[i] = g[2 * h + i] * ct[i];
        }
    }
}

// Turns s.gates into the gradient of the gates' inputs.
void Runner::lstm_backward(Lstm& s, const Matrix& recurrent, const Matrix& dy, bool backward,
                           Matrix& d_recurrent, Matrix& work) const {
    const Index h = size_.hidden;
    const Index row = backward ? h : 0;
    const Index steps = as_index(offset_.size());
    const Index widest = active_.front();
    work.setZero(3 * h, widest);  // dh, dc carried from the step after; scratch
    for (Index k = steps - 1; k >= 0; --k) {
        const Index t = backward ? steps - 1 - k : k;
        const Index before = backward ? t + 1 : t - 1;
        const auto ti = static_cast<std::size_t>(t);
        const Index at = offset_[ti];
        const Index n = active_[ti];
        Index carried = 0;
        Index from = 0;
        if (k > 0) {
            carried = std::min(n, active_[static_cast<std::size_t>(before)]);
            from = offset_[static_cast<std::size_t>(before)];
        }
        for (Index b = 0; b < n; ++b) {
            float* __restrict g = s.gates.col(at + b).data();
            const float* __restrict ct = s.cell_tanh.col(at + b).data();
            const float* __restrict d_out = dy.col(at + b).data() + row;
            float* __restrict dh = work.col(b).data();
            float* __restrict dc = dh + h;
            const float* c_before = b < carried ? s.cell.col(from + b).data() : nullptr;
            for (Index i = 0; i < h; ++i) {
                const float d_hidden = dh[i] + d_out[i];
                const float in = g[i];
                const float forget = g[h + i];
                const float out = g[2 * h + i];
                const float candidate = g[3 * h + i];
                const float d_cell = dc[i] + d_hidden * out * (1 - ct[i] * ct[i]);
                g[2 * h + i] = d_hidden * ct[i] * out * (1 - out);
                g[i] = d_cell * candidate * in * (1 - in);
                g[3 * h + i] = d_cell * in * (1 - candidate * candidate);
                g[h + i] = c_before ? d_cell * c_before[i] * forget * (1 - forget) : 0.0F;
                dc[i] = c_before ? d_cell * forget : 0.0F;
            }
        }
        if (carried > 0) {
            work.block(0, 0, h, carried).noalias() = recurrent.transpose() * s.gates.middleCols(at, carried);
            work.block(0, 0, h, carried).array() *= s.mask.leftCols(carried).array();
        }
        if (carried < n) work.block(0, carried, 2 * h, n - carried).setZero();
    }
    d_recurrent.noalias() += s.gates * s.previous.transpose();
}

Score Runner::run(const Parameters& p, const std::vector<const Example*>& batch, Gradients* gradients,
                  float scale, const Regularization& reg, Random* random) {
    pack(batch);
    const Index sentences = as_index(batch_.size());
    const Index h = size_.hidden;
    const Index ngram_row = size_.word_dim;
    const Index shape_row = size_.word_dim + size_.ngram_dim;

    x_.resize(size_.input(), columns_);
    keep_word_.assign(static_cast<std::size_t>(columns_), 1.0F);
    keep_ngram_.assign(static_cast<std::size_t>(columns_), 1.0F);
    for (std::size_t t = 0; t < offset_.size(); ++t)
        for (Index b = 0; b < active_[t]; ++b) {
            const Example& e = *batch_[static_cast<std::size_t>(b)];
            const Index c = offset_[t] + b;
            if (random) {
                if (random->uniform() < reg.word) keep_word_[static_cast<std::size_t>(c)] = 0;
                if (random->uniform() < reg.ngram) keep_ngram_[static_cast<std::size_t>(c)] = 0;
            }
            auto x = x_.col(c);
            x.head(size_.word_dim) = p[kWordTable].col(e.words[t]) * keep_word_[static_cast<std::size_t>(c)];
            x.segment(ngram_row, size_.ngram_dim).setZero();
            for (const std::uint32_t g : e.ngrams[t])
                x.segment(ngram_row, size_.ngram_dim) += p[kNgramTable].col(g);
            x.segment(ngram_row, size_.ngram_dim) *=
                keep_ngram_[static_cast<std::size_t>(c)] / std::sqrt(static_cast<float>(e.ngrams[t].size()));
            x.tail(size_.shape_dim) = p[kShapeTable].col(e.shapes[t]);
        }
    drop(mask_x_, size_.input(), sentences, reg.input, random);
    drop(mask_y1_, 2 * h, sentences, reg.layer, random);
    drop(mask_y2_, 2 * h, sentences, reg.layer, random);
    for (Lstm& s : lstm_) drop(s.mask, h, sentences, reg.recurrent, random);
    apply_sentence_mask(x_, mask_x_);

    const auto layer = [&](const Matrix& in, std::size_t input, std::size_t bias, std::size_t recurrent,
                           std::size_t first, Matrix& out) {
        out.resize(2 * h, columns_);
        for (Index d = 0; d < 2; ++d) {
            Lstm& s = lstm_[first + static_cast<std::size_t>(d)];
            s.gates.noalias() = p[input].middleRows(d * 4 * h, 4 * h) * in;
            s.gates.colwise() += p[bias].col(0).segment(d * 4 * h, 4 * h);
            lstm_forward(s, p[recurrent + static_cast<std::size_t>(d)], out, d == 1);
        }
    };
    layer(x_, kInput1, kBias1, kForward1, 0, y1_);
    apply_sentence_mask(y1_, mask_y1_);
    layer(y1_, kInput2, kBias2, kForward2, 2, y2_);
    apply_sentence_mask(y2_, mask_y2_);

    Score score;
    score.tokens = static_cast<std::size_t>(columns_);
    tags_.noalias() = p[kTags] * y2_;
    tags_.colwise() += p[kTagsBias].col(0);
    const std::array<Index, 5> tag_rows = {
        0, as_index(nlp::kUposCount), as_index(nlp::kUposCount + nlp::kXposCount),
        as_index(nlp::kUposCount + nlp::kXposCount) + size_.feats, size_.tags()};
    for (std::size_t t = 0; t < offset_.size(); ++t)
        for (Index b = 0; b < active_[t]; ++b) {
            const Example& e = *batch_[static_cast<std::size_t>(b)];
            float* z = tags_.col(offset_[t] + b).data();
            for (std::size_t k = 0; k < 4; ++k) {
                const auto r =
                    softmax(z + tag_rows[k], tag_rows[k + 1] - tag_rows[k], e.tags[k][t], scale * kTagWeight);
                score.loss += static_cast<double>(kTagWeight) * r.loss;
                score.tags[k] += r.right ? 1U : 0U;
                if (k == 3 && e.tags[k][t] >= 0) ++score.entity_tokens;
            }
        }

    mlp_.noalias() = p[kMlp] * y2_;
    mlp_.colwise() += p[kMlpBias].col(0);
    const Index arc = size_.arc;
    for (Index c = 0; c < columns_; ++c) {
        float* z = mlp_.col(c).data();
        for (Index i = 0; i < 2 * arc; ++i) z[i] = fast_tanh(z[i]);
    }
    drop(mask_mlp_, 2 * arc, columns_, reg.mlp, random);
    drop(mask_hidden_, size_.relation, columns_, reg.mlp, random);
    score += parse(p, gradients, scale);
    if (!gradients) return score;

    auto& g = gradients->values;
    d_y2_.noalias() = p[kMlp].transpose() * d_mlp_;
    g[kMlp].noalias() += d_mlp_ * y2_.transpose();
    g[kMlpBias] += d_mlp_.rowwise().sum();
    d_y2_.noalias() += p[kTags].transpose() * tags_;
    g[kTags].noalias() += tags_ * y2_.transpose();
    g[kTagsBias] += tags_.rowwise().sum();

    const auto layer_back = [&](const Matrix& in, const Matrix& d_out, std::size_t input, std::size_t bias,
                                std::size_t recurrent, std::size_t first, Matrix& d_in) {
        for (Index d = 0; d < 2; ++d) {
            Lstm& s = lstm_[first + static_cast<std::size_t>(d)];
            lstm_backward(s, p[recurrent + static_cast<std::size_t>(d)], d_out, d == 1,
                          g[recurrent + static_cast<std::size_t>(d)], work_);
            g[input].middleRows(d * 4 * h, 4 * h).noalias() += s.gates * in.transpose();
            g[bias].block(d * 4 * h, 0, 4 * h, 1) += s.gates.rowwise().sum();
            if (d == 0)
                d_in.noalias() = p[input].middleRows(0, 4 * h).transpose() * s.gates;
            else
                d_in.noalias() += p[input].middleRows(4 * h, 4 * h).transpose() * s.gates;
        }
    };
    apply_sentence_mask(d_y2_, mask_y2_);
    layer_back(y1_, d_y2_, kInput2, kBias2, kForward2, 2, d_y1_);
    apply_sentence_mask(d_y1_, mask_y1_);
    layer_back(x_, d_y1_, kInput1, kBias1, kForward1, 0, d_x_);
    apply_sentence_mask(d_x_, mask_x_);
    for (std::size_t t = 0; t < offset_.size(); ++t)
        for (Index b = 0; b < active_[t]; ++b) {
            const Example& e = *batch_[static_cast<std::size_t>(b)];
            const Index c = offset_[t] + b;
            const auto d = d_x_.col(c);
            if (keep_word_[static_cast<std::size_t>(c)] > 0) {
                g[kWordTable].col(e.words[t]) += d.head(size_.word_dim);
                gradients->touch(kWordTable, e.words[t]);
            }
            if (keep_ngram_[static_cast<std::size_t>(c)] > 0) {
                const float share = 1 / std::sqrt(static_cast<float>(e.ngrams[t].size()));
                for (const std::uint32_t row : e.ngrams[t]) {
                    g[kNgramTable].col(row) += share * d.segment(ngram_row, size_.ngram_dim);
                    gradients->touch(kNgramTable, row);
                }
            }
            g[kShapeTable].col(e.shapes[t]) += d.segment(shape_row, size_.shape_dim);
            gradients->touch(kShapeTable, e.shapes[t]);
        }
    return score;
}

// Arcs sentence by sentence, then the labels of all gold arcs in one product. Leaves d_mlp_ before the
// activation.
Score Runner::parse(const Parameters& p, Gradients* gradients, float scale) {
    Score score;
    const Index arc = size_.arc;
    const Index rel = size_.relation;
    if (gradients) d_mlp_.setZero(mlp_.rows(), columns_);
    hidden_.resize(rel, columns_);
    std::vector<bool> right(static_cast<std::size_t>(columns_));
    std::vector<Index> head_column(static_cast<std::size_t>(columns_), -1);

    Matrix dependents, heads, queries, scores, d_queries, d_dependents, d_heads;
    for (std::size_t b = 0; b < batch_.size(); ++b) {
        const Example& e = *batch_[b];
        const Index n = as_index(e.size());
        const auto column = [&](Index t) { return offset_[static_cast<std::size_t>(t)] + as_index(b); };
        dependents.resize(arc, n);
        heads.resize(arc, n + 1);
        heads.col(0) = p[kRootArc].col(0);
        for (Index t = 0; t < n; ++t) {
            const Index c = column(t);
            dependents.col(t) = mlp_.col(c).head(arc).cwiseProduct(mask_mlp_.col(c).head(arc));
            heads.col(t + 1) = mlp_.col(c).segment(arc, arc).cwiseProduct(mask_mlp_.col(c).tail(arc));
        }
        queries.noalias() = p[kArc] * dependents;
        queries.colwise() += p[kArcBias].col(0);
        scores.noalias() = heads.transpose() * queries;
        for (Index t = 0; t < n; ++t) {
            scores(t + 1, t) = -1e9F;
            const Index gold = e.heads[static_cast<std::size_t>(t)];
            const auto r = softmax(scores.col(t).data(), n + 1, gold, scale);
            score.loss += r.loss;
            score.heads += r.right ? 1U : 0U;
            const Index c = column(t);
            right[static_cast<std::size_t>(c)] = r.right;
            const Index head = gold == 0 ? -1 : column(gold - 1);
            head_column[static_cast<std::size_t>(c)] = head;
            if (head < 0)
                hidden_.col(c) = mlp_.col(c).segment(2 * arc, rel) + p[kRootRelation].col(0);
            else
                hidden_.col(c) = mlp_.col(c).segment(2 * arc, rel) + mlp_.col(head).tail(rel);
        }
        if (!gradients) continue;
        auto& g = gradients->values;
        d_heads.noalias() = queries * scores.transpose();
        d_queries.noalias() = heads * scores;
        g[kArc].noalias() += d_queries * dependents.transpose();
        g[kArcBias] += d_queries.rowwise().sum();
        d_dependents.noalias() = p[kArc].transpose() * d_queries;
        g[kRootArc] += d_heads.col(0);
        for (Index t = 0; t < n; ++t) {
            const Index c = column(t);
            d_mlp_.col(c).head(arc) = d_dependents.col(t).cwiseProduct(mask_mlp_.col(c).head(arc));
            d_mlp_.col(c).segment(arc, arc) = d_heads.col(t + 1).cwiseProduct(mask_mlp_.col(c).tail(arc));
        }
    }
    hidden_ = hidden_.cwiseMax(0.0F).cwiseProduct(mask_hidden_);
    labels_.noalias() = p[kLabels] * hidden_;
    labels_.colwise() += p[kLabelsBias].col(0);
    for (std::size_t t = 0; t < offset_.size(); ++t)
        for (Index b = 0; b < active_[t]; ++b) {
            const Index c = offset_[t] + b;
            const auto r = softmax(labels_.col(c).data(), labels_.rows(),
                                   batch_[static_cast<std::size_t>(b)]->relations[t], scale);
            score.loss += r.loss;
            score.labels += r.right && right[static_cast<std::size_t>(c)] ? 1U : 0U;
        }
    if (!gradients) return score;
    auto& g = gradients->values;
    g[kLabels].noalias() += labels_ * hidden_.transpose();
    g[kLabelsBias] += labels_.rowwise().sum();
    d_hidden_.noalias() = p[kLabels].transpose() * labels_;
    d_hidden_ = (hidden_.array() > 0.0F).select(d_hidden_.cwiseProduct(mask_hidden_), 0.0F);
    for (Index c = 0; c < columns_; ++c) {
        d_mlp_.col(c).segment(2 * arc, rel) += d_hidden_.col(c);
        const Index head = head_column[static_cast<std::size_t>(c)];
        if (head < 0)
            g[kRootRelation] += d_hidden_.col(c);
        else
            d_mlp_.col(head).tail(rel) += d_hidden_.col(c);
    }
    d_mlp_.topRows(2 * arc).array() *= 1 - mlp_.topRows(2 * arc).array().square();
    return score;
}

}  // namespace claimgraph::train
