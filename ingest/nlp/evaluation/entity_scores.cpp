#include "ingest/nlp/evaluation/entity_scores.hpp"

#include <algorithm>
#include <istream>

#include "graph/model/error.hpp"

namespace claimgraph::nlp::evaluation {

std::vector<Iob2Sentence> read_iob2(std::istream& input, const std::string& path) {
    std::vector<Iob2Sentence> sentences;
    Iob2Sentence sentence;
    std::string line;
    std::size_t number = 0;
    bool open = false;
    while (std::getline(input, line)) {
        ++number;
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        if (line.empty()) {
            if (!sentence.forms.empty()) {
                sentences.push_back(std::move(sentence));
                sentence = {};
            }
            open = false;
            continue;
        }
        if (line.front() == '#' && sentence.forms.empty()) {
            sentence.starts_document = sentence.starts_document || line.starts_with("# newdoc");
            continue;
        }
        const std::size_t first = line.find('\t');
        const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
        if (second == std::string::npos) {
            throw FormatError(path, number, 0, "expected an id, a form and a tag between tabs");
        }
        const std::string tag = line.substr(second + 1, line.find('\t', second + 1) - second - 1);
        const auto at = static_cast<std::uint32_t>(sentence.forms.size());
        sentence.forms.push_back(line.substr(first + 1, second - first - 1));
        if (tag == "O") {
            open = false;
            continue;
        }
        if (tag.size() < 3 || tag[1] != '-' || (tag[0] != 'B' && tag[0] != 'I')) {
            throw FormatError(path, number, 0, "expected O, B-... or I-..., found '" + tag + "'");
        }
        const std::string label = tag.substr(2);
        if (tag[0] == 'I' && open && sentence.spans.back().label == label) {
            sentence.spans.back().last = at + 1;
        } else {
            sentence.spans.push_back({at, at + 1, label});
        }
        open = true;
    }
    if (!sentence.forms.empty()) {
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

std::vector<NamedSpan> named_spans(const Analysis& analysis, const Sentence& sentence) {
    std::vector<NamedSpan> spans;
    auto at =
        std::lower_bound(analysis.mentions.begin(), analysis.mentions.end(), sentence.first,
                         [](const Mention& mention, std::uint32_t first) { return mention.first < first; });
    for (; at != analysis.mentions.end() && at->first < sentence.last; ++at) {
        const Mention& mention = *at;
        if (mention.form != MentionForm::name) {
            continue;
        }
        const char* label = mention.kind == MentionKind::person         ? "PER"
                            : mention.kind == MentionKind::organization ? "ORG"
                            : mention.kind == MentionKind::place        ? "LOC"
                                                                        : nullptr;
        const std::uint32_t first = mention.first - sentence.first;
        if (label != nullptr && (spans.empty() || first >= spans.back().last)) {
            spans.push_back({first, mention.last - sentence.first, label});
        }
    }
    return spans;
}

Score score_named_spans(std::span<const NamedSpan> gold, std::span<const NamedSpan> system) {
    double correct = 0;
    for (const NamedSpan& span : system) {
        correct += std::find(gold.begin(), gold.end(), span) != gold.end() ? 1 : 0;
    }
    Score score;
    score.add(correct, static_cast<double>(gold.size()), static_cast<double>(system.size()));
    return score;
}

}  // namespace claimgraph::nlp::evaluation
