#include "train/name_trainer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "ingest/nlp/model_file.hpp"
#include "ingest/nlp/names/name_tagger.hpp"
#include "train/random.hpp"

namespace claimgraph::train {

namespace {

using nlp::Analysis;
using nlp::Deprel;
using nlp::Mention;
using nlp::MentionKind;
using nlp::Token;
using nlp::Upos;
using nlp::Xpos;
using nlp::names::kLabels;
using nlp::names::Known;
using nlp::names::kWordFeatures;
using nlp::names::may_follow;

enum class Class : std::uint8_t { person, organization, place, date, other };

std::uint8_t label_of(Class c, bool first) {
    return static_cast<std::uint8_t>(1 + 2 * static_cast<int>(c) + (first ? 0 : 1));
}

bool proper(const Token& t) {
    return t.upos == Upos::propn || t.xpos == Xpos::nnp || t.xpos == Xpos::nnps;
}

bool link(const Token& t) {
    return t.form == "of" || t.form == "for" || t.form == "the" || t.form == "and" || t.form == "on" ||
           t.form == "de" || t.xpos == Xpos::pos || t.upos == Upos::num || t.form == "-" || t.form == "&" ||
           t.form == "." || t.form == "/";
}

void append_lower(std::string& out, std::string_view word) {
    for (const char c : word) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    out += ' ';
}

std::string lower_text(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last) {
    std::string text;
    for (std::uint32_t i = first; i <= last; ++i) append_lower(text, tokens[i].form);
    return text;
}

constexpr auto kScale = static_cast<float>(nlp::names::kScale);

struct Sequence {
    std::uint32_t document = 0;
    std::uint32_t first = 0;  // tokens of the document
    std::uint32_t last = 0;
    std::vector<std::uint32_t> ends;  // of each token's features in `rows`
    std::vector<std::uint32_t> rows;  // of the text alone
    std::vector<std::uint8_t> words;  // how many of each token's features name the very word
    std::vector<std::uint32_t> evidence_ends;
    std::vector<std::uint32_t> evidence;  // of other occurrences
};

using Row = std::array<float, kLabels>;

struct Weights {
    std::vector<Row> rows;
    std::vector<Row> squares;
    std::array<Row, kLabels + 1> transitions{};
    std::array<Row, kLabels + 1> transition_squares{};
};

/// Sums over the paths of a chain, in double precision and a fixed order.
class Chain {
  public:
    /// Marginals of labels and of transitions minus the gold ones: the gradient.
    void run(const std::vector<Row>& scores, const std::array<Row, kLabels + 1>& transitions,
             const std::uint8_t* gold, std::vector<Row>& gradient, std::array<Row, kLabels + 1>& moves) {
        const std::size_t n = scores.size();
        emit_.resize(n);
        forward_.resize(n);
        backward_.resize(n);
        std::array<Values, kLabels + 1> move;
        for (std::size_t p = 0; p <= kLabels; ++p)
            for (std::size_t l = 0; l < kLabels; ++l)
                move[p][l] = may_follow(p, l) ? std::exp(double{transitions[p][l]}) : 0;
        for (std::size_t i = 0; i < n; ++i) {
            const float top = *std::max_element(scores[i].begin(), scores[i].end());
            for (std::size_t l = 0; l < kLabels; ++l) emit_[i][l] = std::exp(double{scores[i][l] - top});
        }
        for (std::size_t l = 0; l < kLabels; ++l) forward_[0][l] = move[kLabels][l] * emit_[0][l];
        normalize(forward_[0]);
        for (std::size_t i = 1; i < n; ++i) {
            Values sum{};
            for (std::size_t p = 0; p < kLabels; ++p)
                for (std::size_t l = 0; l < kLabels; ++l) sum[l] += forward_[i - 1][p] * move[p][l];
            for (std::size_t l = 0; l < kLabels; ++l) forward_[i][l] = sum[l] * emit_[i][l];
            normalize(forward_[i]);
        }
        backward_[n - 1].fill(1);
        for (std::size_t i = n - 1; i-- > 0;) {
            Values out;
            for (std::size_t l = 0; l < kLabels; ++l) out[l] = emit_[i + 1][l] * backward_[i + 1][l];
            for (std::size_t p = 0; p < kLabels; ++p) {
                backward_[i][p] = 0;
                for (std::size_t l = 0; l < kLabels; ++l) backward_[i][p] += move[p][l] * out[l];
            }
            normalize(backward_[i]);
        }
        gradient.resize(n);
        for (auto& row : moves) row.fill(0);
        for (std::size_t i = 0; i < n; ++i) {
            Values share;
            for (std::size_t l = 0; l < kLabels; ++l) share[l] = forward_[i][l] * backward_[i][l];
            normalize(share);
            for (std::size_t l = 0; l < kLabels; ++l)
                gradient[i][l] = static_cast<float>(share[l]) - (gold[i] == l ? 1.0F : 0.0F);
            if (i == 0) {
                moves[kLabels] = gradient[0];
                continue;
            }
            double all = 0;
            std::array<Values, kLabels> pair;
            for (std::size_t p = 0; p < kLabels; ++p)
                for (std::size_t l = 0; l < kLabels; ++l) {
                    pair[p][l] = forward_[i - 1][p] * move[p][l] * emit_[i][l] * backward_[i][l];
                    all += pair[p][l];
                }
            for (std::size_t p = 0; p < kLabels; ++p)
                for (std::size_t l = 0; l < kLabels; ++l) moves[p][l] += static_cast<float>(pair[p][l] / all);
            moves[gold[i - 1]][gold[i]] -= 1.0F;
        }
    }

  private:
    using Values = std::array<double, kLabels>;
    static void normalize(Values& v) {
        double sum = 0;
        for (const double x : v) sum += x;
        for (double& x : v) x /= sum;
    }
    std::vector<Values> emit_, forward_, backward_;
};

class Trainer {
  public:
    Trainer(const std::vector<NameDocument>& documents, const nlp::names::GazetteerTable& lists,
            const NameTrainingOptions& options)
        : documents_(documents), lists_(lists), options_(options) {
        const nlp::names::Gazetteer gazetteer(lists);
        for (const NameDocument& d : documents_) features_.emplace_back(d.analysis, gazetteer, d.hints);
        for (std::uint32_t d = 0; d < documents_.size(); ++d) add_sequences(d);
        prune();
    }

    std::vector<std::byte> run() {
        // labels of the training documents by taggers that have not seen them
        std::vector<std::vector<std::uint8_t>> guessed(documents_.size());
        for (std::size_t fold = 0; fold < options_.folds; ++fold) {
            const Weights w =
                train([&](std::uint32_t d) { return documents_[d].source % options_.folds != fold; }, false);
            for (std::uint32_t d = 0; d < documents_.size(); ++d)
                if (documents_[d].source % options_.folds == fold) guessed[d] = decode(w, d);
        }
        for (std::uint32_t d = 0; d < documents_.size(); ++d) features_[d].observe(guessed[d]);
        std::vector<std::uint32_t> found;
        for (Sequence& s : sequences_)
            for (std::uint32_t i = s.first; i < s.last; ++i) {
                found.clear();
                features_[s.document].append_evidence(i, found);
                for (const std::uint32_t key : found) s.evidence.push_back(row_of(key));
                s.evidence_ends.push_back(static_cast<std::uint32_t>(s.evidence.size()));
            }
        return write(train([](std::uint32_t) { return true; }, true));
    }

  private:
    std::uint32_t row_of(std::uint32_t key) {
        return index_.emplace(key, static_cast<std::uint32_t>(index_.size())).first->second;
    }

    void add_sequences(std::uint32_t d) {
        std::vector<std::uint32_t> found;
        for (const nlp::Sentence& sentence : documents_[d].analysis.sentences) {
            Sequence s;
            s.document = d;
            s.first = sentence.first;
            s.last = sentence.last;
            for (std::uint32_t i = s.first; i < s.last; ++i) {
                found.clear();
                features_[d].append(i, found);
                features_[d].append_hints(i, found);
                for (const std::uint32_t key : found) s.rows.push_back(row_of(key));
                s.ends.push_back(static_cast<std::uint32_t>(s.rows.size()));
            }
            if (s.first < s.last) sequences_.push_back(std::move(s));
        }
    }

    /// Leaves out the features that fewer documents than `options_.least` have, and numbers the others by
    /// their first occurrence.
    void prune() {
        constexpr std::uint32_t kGone = 0xFFFFFFFFU;
        std::vector<std::uint32_t> documents(index_.size());
        std::vector<std::uint32_t> latest(index_.size(), kGone);
        for (const Sequence& s : sequences_)
            for (const std::uint32_t row : s.rows) {
                const auto source = static_cast<std::uint32_t>(documents_[s.document].source);
                if (latest[row] != source) ++documents[row];
                latest[row] = source;
            }
        std::vector<std::uint32_t> renamed(index_.size(), kGone);
        std::uint32_t count = 0;
        for (Sequence& s : sequences_) {
            std::vector<std::uint32_t> rows, ends;
            std::size_t at = 0;
            for (const std::uint32_t end : s.ends) {
                const std::size_t start = at;
                std::uint8_t words = 0;
                for (; at < end; ++at) {
                    const std::uint32_t row = s.rows[at];
                    if (documents[row] < options_.least) continue;
                    if (renamed[row] == kGone) renamed[row] = count++;
                    rows.push_back(renamed[row]);
                    if (at - start < kWordFeatures) ++words;
                }
                s.words.push_back(words);
                ends.push_back(static_cast<std::uint32_t>(rows.size()));
            }
            s.rows = std::move(rows);
            s.ends = std::move(ends);
        }
        std::erase_if(index_, [&](const auto& entry) { return renamed[entry.second] == kGone; });
        for (auto& [key, row] : index_) row = renamed[row];
    }

    template <class Chosen>
    Weights train(const Chosen& chosen, bool evidence) {
        Random random(options_.seed);
        Weights w;
        w.rows.assign(index_.size(), Row{});
        w.squares.assign(index_.size(), Row{});
        std::vector<Row> mean(index_.size(), Row{});
        std::array<Row, kLabels + 1> transition_mean{};
        std::size_t averaged = 0;
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < sequences_.size(); ++i)
            if (chosen(sequences_[i].document)) order.push_back(i);
        Chain chain;
        std::vector<Row> scores, gradient;
        std::array<Row, kLabels + 1> moves{};
        std::vector<std::uint32_t> rows, ends;
        for (std::size_t epoch = 0; epoch < options_.epochs; ++epoch) {
            random.shuffle(order);
            for (const std::uint32_t at : order) {
                const Sequence& s = sequences_[at];
                const std::size_t n = s.last - s.first;
                rows.clear();
                ends.clear();
                const bool with_evidence = evidence && random.below(3) > 0;
                for (std::size_t i = 0; i < n; ++i) {
                    const std::uint32_t start = i == 0 ? 0 : s.ends[i - 1];
                    const bool unseen = random.uniform() < options_.word_dropout;
                    for (std::uint32_t k = start + (unseen ? s.words[i] : 0U); k < s.ends[i]; ++k)
                        if (random.uniform() >= options_.dropout) rows.push_back(s.rows[k]);
                    if (with_evidence)
                        for (std::uint32_t k = i == 0 ? 0 : s.evidence_ends[i - 1]; k < s.evidence_ends[i];
                             ++k)
                            rows.push_back(s.evidence[k]);
                    ends.push_back(static_cast<std::uint32_t>(rows.size()));
                }
                scores.assign(n, Row{});
                for (std::size_t i = 0; i < n; ++i)
                    for (std::uint32_t k = i == 0 ? 0 : ends[i - 1]; k < ends[i]; ++k)
                        for (std::size_t l = 0; l < kLabels; ++l) scores[i][l] += w.rows[rows[k]][l];
                chain.run(scores, w.transitions, documents_[s.document].labels.data() + s.first, gradient,
                          moves);
                for (std::size_t i = 0; i < n; ++i) {
                    float largest = 0;
                    for (const float g : gradient[i]) largest = std::max(largest, std::abs(g));
                    if (largest < 1e-3F) continue;
                    for (std::uint32_t k = i == 0 ? 0 : ends[i - 1]; k < ends[i]; ++k)
                        step(w.rows[rows[k]], w.squares[rows[k]], gradient[i]);
                }
                for (std::size_t p = 0; p <= kLabels; ++p)
                    step(w.transitions[p], w.transition_squares[p], moves[p]);
            }
            if (epoch * 2 >= options_.epochs) {
                ++averaged;
                for (std::size_t r = 0; r < mean.size(); ++r)
                    for (std::size_t l = 0; l < kLabels; ++l) mean[r][l] += w.rows[r][l];
                for (std::size_t p = 0; p <= kLabels; ++p)
                    for (std::size_t l = 0; l < kLabels; ++l) transition_mean[p][l] += w.transitions[p][l];
            }
        }
        const auto n = static_cast<float>(averaged);
        for (std::size_t r = 0; r < mean.size(); ++r)
            for (std::size_t l = 0; l < kLabels; ++l) w.rows[r][l] = mean[r][l] / n;
        for (std::size_t p = 0; p <= kLabels; ++p)
            for (std::size_t l = 0; l < kLabels; ++l) w.transitions[p][l] = transition_mean[p][l] / n;
        return w;
    }

    void step(Row& row, Row& squares, const Row& gradient) const {
        for (std::size_t l = 0; l < kLabels; ++l) {
            const float g = gradient[l] + options_.decay * row[l];
            squares[l] += g * g;
            row[l] -= options_.learning_rate * g / (std::sqrt(squares[l]) + 1e-3F);
        }
    }

    std::vector<std::uint8_t> decode(const Weights& w, std::uint32_t d) const {
        std::vector<std::uint8_t> labels(documents_[d].analysis.tokens.size());
        for (const Sequence& s : sequences_) {
            if (s.document != d) continue;
            const std::size_t n = s.last - s.first;
            std::vector<std::array<std::uint8_t, kLabels>> from(n);
            Row best{};
            for (std::size_t i = 0; i < n; ++i) {
                Row here{};
                for (std::uint32_t k = i == 0 ? 0 : s.ends[i - 1]; k < s.ends[i]; ++k)
                    for (std::size_t l = 0; l < kLabels; ++l) here[l] += w.rows[s.rows[k]][l];
                Row next;
                for (std::size_t l = 0; l < kLabels; ++l) {
                    float top = -1e30F;
                    if (i == 0) {
                        if (may_follow(kLabels, l)) top = w.transitions[kLabels][l];
                    } else {
                        for (std::size_t p = 0; p < kLabels; ++p)
                            if (may_follow(p, l) && best[p] + w.transitions[p][l] > top) {
                                top = best[p] + w.transitions[p][l];
                                from[i][l] = static_cast<std::uint8_t>(p);
                            }
                    }
                    next[l] = top + here[l];
                }
                best = next;
            }
            auto label = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
            for (std::size_t i = n; i-- > 0;) {
                labels[s.first + i] = label;
                label = from[i][label];
            }
        }
        return labels;
    }

    std::vector<std::byte> write(const Weights& w) const {
        const auto rounded = [](float v) {
            return static_cast<std::int8_t>(std::lround(std::clamp(v * kScale, -127.0F, 127.0F)));
        };
        // in the order of the keys, so that the file does not depend on the hash map's
        std::vector<std::pair<std::uint32_t, std::uint32_t>> sorted(index_.begin(), index_.end());
        std::sort(sorted.begin(), sorted.end());
        std::vector<std::uint32_t> starts((1U << 16) + 1);
        std::vector<std::uint16_t> keys;
        std::vector<std::int8_t> weights;
        for (const auto& [key, row] : sorted) {
            std::array<std::int8_t, kLabels> steps{};
            int largest = 0;
            for (std::size_t l = 0; l < kLabels; ++l) {
                steps[l] = rounded(w.rows[row][l]);
                largest = std::max(largest, std::abs(int{steps[l]}));
            }
            if (largest < 2) continue;
            ++starts[(key >> 16) + 1];
            keys.push_back(static_cast<std::uint16_t>(key & 0xFFFFU));
            weights.insert(weights.end(), steps.begin(), steps.end());
        }
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        std::vector<std::int32_t> transitions;
        for (const Row& row : w.transitions)
            for (const float v : row)
                transitions.push_back(static_cast<std::int32_t>(std::lround(v * kScale)));
        nlp::SectionWriter out;
        out.value<std::uint32_t>(1);
        out.array(lists_.checks);
        out.array(lists_.sets);
        out.array(starts);
        out.array(keys);
        out.array(weights);
        out.array(transitions);
        return out.take();
    }

    const std::vector<NameDocument>& documents_;
    const nlp::names::GazetteerTable& lists_;
    NameTrainingOptions options_;
    std::vector<nlp::names::NameFeatures> features_;
    std::vector<Sequence> sequences_;
    std::unordered_map<std::uint32_t, std::uint32_t> index_;
};

}  // namespace

KnownPhrases known_phrases(const std::vector<NamePhrase>& phrases) {
    KnownPhrases known;
    for (const NamePhrase& phrase : phrases) {
        std::string text;
        for (const std::string& word : phrase.words) append_lower(text, word);
        known[text] |= bit(phrase.known);
    }
    return known;
}

std::vector<std::uint8_t> name_labels(const Analysis& annotated, const KnownPhrases& phrases) {
    const auto& tokens = annotated.tokens;
    std::vector<std::uint8_t> labels(tokens.size());
    for (const Mention& m : annotated.mentions) {
        std::uint32_t first = m.first;
        std::uint32_t last = m.last - 1;
        const Class kind = m.kind == MentionKind::person         ? Class::person
                           : m.kind == MentionKind::organization ? Class::organization
                           : m.kind == MentionKind::place        ? Class::place
                           : m.kind == MentionKind::date         ? Class::date
                                                                 : Class::other;
        Class labelled = kind;
        if (kind == Class::date) {
            if (tokens[first].upos == Upos::det && first < last) ++first;
            bool anchored = false;
            for (std::uint32_t i = first; i <= last; ++i)
                anchored |= proper(tokens[i]) || tokens[i].upos == Upos::num;
            if (!anchored || last - first > 6) continue;
        } else {
            std::uint32_t head = m.head;
            if (!proper(tokens[head])) continue;
            first = last = head;
            // titles and possessors are no part of the name
            const auto joins = [&](std::uint32_t i) {
                return link(tokens[i]) &&
                       (kind != Class::person || tokens[i].form == "-" || tokens[i].form == "de");
            };
            const auto own = [&](std::uint32_t i) {
                return proper(tokens[i]) && tokens[i].deprel != Deprel::nmod_desc &&
                       (tokens[i].deprel != Deprel::nmod_poss || tokens[i].xpos == Xpos::nnps);
            };
            while (first > m.first &&
                   (own(first - 1) || (first >= m.first + 2 && joins(first - 1) &&
                                       tokens[first - 1].upos != Upos::det && own(first - 2))))
                --first;
            // what is coordinated with the head is another name
            const auto goes_on = [&](std::uint32_t i) {
                return proper(tokens[i]) && !(tokens[i].deprel == Deprel::conj && tokens[i].head == head) &&
                       tokens[i].deprel != Deprel::appos;
            };
            while (last + 1 < m.last) {
                if (goes_on(last + 1)) {
                    ++last;
                } else if (last + 2 < m.last && joins(last + 1) && goes_on(last + 2)) {
                    last += 2;
                } else if (last + 3 < m.last && joins(last + 1) && joins(last + 2) && goes_on(last + 3)) {
                    last += 3;
                } else {
                    break;
                }
            }
            const auto known = [&](Known k) {
                const auto at = phrases.find(lower_text(tokens, first, last));
                return at != phrases.end() && (at->second & bit(k)) != 0;
            };
            // an office is no name, a team or government by its country's name is the country
            if (kind == Class::person && known(Known::title) && !known(Known::surname)) continue;
            if (kind == Class::organization && known(Known::country)) labelled = Class::place;
            if (kind == Class::person && first == last && tokens[head].xpos == Xpos::nnps)
                labelled = Class::other;  // peoples
        }
        if (std::any_of(labels.begin() + first, labels.begin() + last + 1, [](auto l) { return l != 0; }))
            continue;
        for (std::uint32_t i = first; i <= last; ++i) labels[i] = label_of(labelled, i == first);
    }
    return labels;
}

std::vector<std::byte> train_names(const std::vector<NameDocument>& documents,
                                   const nlp::names::GazetteerTable& lists,
                                   const NameTrainingOptions& options) {
    return Trainer(documents, lists, options).run();
}

}  // namespace claimgraph::train
