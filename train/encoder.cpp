#include "train/encoder.hpp"

#include <array>

#include "ingest/nlp/network/features.hpp"

namespace claimgraph::train {

namespace features = nlp::network;

Encoder::Encoder(const std::vector<TreebankSentence>& training) {
    std::map<std::string, std::uint32_t, std::less<>> words;
    std::map<std::string, std::uint32_t, std::less<>> feats;
    for (const auto& s : training)
        for (const auto& t : s.tokens) {
            ++words[std::string(features::normalize(t.form).view())];
            ++feats[t.feats];
        }
    words_.emplace_back();
    counts_.push_back(0);
    for (const auto& [word, count] : words)
        if (count >= 2) {
            words_.push_back(word);
            counts_.push_back(count);
        }
    for (const auto& [value, count] : feats)
        if (count >= 2) feats_.push_back(value);
    index();
}

Encoder::Encoder(std::vector<std::string> words, std::vector<std::uint32_t> counts,
                 std::vector<std::string> feats)
    : words_(std::move(words)), counts_(std::move(counts)), feats_(std::move(feats)) {
    index();
}

void Encoder::index() {
    for (std::size_t i = 1; i < words_.size(); ++i)
        word_rows_.emplace(words_[i], static_cast<std::uint32_t>(i));
    for (std::size_t i = 0; i < feats_.size(); ++i)
        feats_rows_.emplace(feats_[i], static_cast<std::int32_t>(i));
}

Example Encoder::encode(const TreebankSentence& sentence) const {
    Example e;
    const std::size_t n = sentence.tokens.size();
    std::vector<features::Shape> shapes;
    shapes.reserve(n);
    for (const auto& t : sentence.tokens) shapes.push_back(features::shape(t.form));
    const features::Casing casing = features::casing(shapes);
    std::array<std::uint32_t, features::kMaxNgrams> rows{};
    for (std::size_t i = 0; i < n; ++i) {
        const TreebankToken& t = sentence.tokens[i];
        const auto normalized = features::normalize(t.form);
        const auto word = word_rows_.find(std::string(normalized.view()));
        e.words.push_back(word == word_rows_.end() ? 0 : word->second);
        const std::size_t count = features::ngrams(normalized.view(), rows);
        e.ngrams.emplace_back(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count));
        e.shapes.push_back(static_cast<std::uint32_t>(features::shape_row(shapes[i], casing, i == 0)));
        e.heads.push_back(t.head);
        e.relations.push_back(static_cast<std::int32_t>(t.deprel));
        e.tags[0].push_back(static_cast<std::int32_t>(t.upos));
        e.tags[1].push_back(static_cast<std::int32_t>(t.xpos));
        const auto feats = feats_rows_.find(t.feats);
        e.tags[2].push_back(feats == feats_rows_.end() ? -1 : feats->second);
        e.tags[3].push_back(sentence.has_entities ? t.entity : -1);
    }
    return e;
}

}  // namespace claimgraph::train
