#include "train/measure.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <ostream>

#include "graph/model/error.hpp"
#include "ingest/nlp/conllu_analysis.hpp"
#include "ingest/nlp/evaluation/entity_scores.hpp"
#include "train/name_trainer.hpp"

namespace claimgraph::train {

Accuracy measure(const nlp::Engine& engine, const std::vector<TreebankSentence>& sentences) {
    nlp::Analysis analysis;
    for (const auto& s : sentences) {
        nlp::Sentence sentence;
        sentence.first = static_cast<std::uint32_t>(analysis.tokens.size());
        for (const auto& t : s.tokens) {
            nlp::Token token;
            token.form = t.form;
            token.sentence = static_cast<std::uint32_t>(analysis.sentences.size());
            analysis.tokens.push_back(token);
        }
        sentence.last = static_cast<std::uint32_t>(analysis.tokens.size());
        analysis.sentences.push_back(sentence);
    }
    const auto started = std::chrono::steady_clock::now();
    engine.annotate(analysis);
    Accuracy a;
    a.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    a.tokens = analysis.tokens.size();
    std::size_t i = 0;
    for (std::size_t k = 0; k < sentences.size(); ++k) {
        const std::uint32_t first = analysis.sentences[k].first;
        for (const auto& gold : sentences[k].tokens) {
            const nlp::Token& t = analysis.tokens[i++];
            const std::uint32_t head = t.head == nlp::kNone ? 0 : t.head - first + 1;
            a.upos += t.upos == gold.upos ? 1U : 0U;
            a.xpos += t.xpos == gold.xpos ? 1U : 0U;
            a.feats += t.feats == gold.feats ? 1U : 0U;
            a.lemma += t.lemma == gold.lemma ? 1U : 0U;
            a.unlabelled += head == gold.head ? 1U : 0U;
            const bool right = head == gold.head && t.deprel == gold.deprel;
            a.labelled += right ? 1U : 0U;
            a.relations[gold.deprel].add(right ? 1 : 0, 1, 0);
            a.relations[t.deprel].system += 1;
        }
    }
    return a;
}

RawScores measure_raw(const nlp::Engine& engine, const std::string& path) {
    const std::vector<nlp::ConlluSentence> sentences = nlp::read_conllu_file(path);
    RawScores scores;
    for (const auto document : nlp::documents_of(sentences)) {
        const std::string text = nlp::text_of(document);
        const nlp::Analysis analysis = engine.analyze(text);
        scores.trees += nlp::evaluation::score_trees(document, nlp::to_conllu(analysis, ""));
        scores.coreference += nlp::evaluation::score_coreference(nlp::from_conllu(document), analysis);
    }
    return scores;
}

namespace {

/// The names of people, organizations and places in a treebank with entities.
std::vector<nlp::evaluation::Iob2Sentence> names_of_treebank(const std::string& path) {
    constexpr std::array<const char*, 3> kLabels = {"PER", "ORG", "LOC"};
    const auto source = nlp::read_conllu_file(path);
    std::vector<nlp::evaluation::Iob2Sentence> sentences;
    for (const auto document : nlp::documents_of(source)) {
        const nlp::Analysis annotated = nlp::from_conllu(document);
        const std::vector<std::uint8_t> labels = name_labels(annotated, {});
        for (const nlp::Sentence& s : annotated.sentences) {
            nlp::evaluation::Iob2Sentence sentence;
            sentence.starts_document = s.first == 0;
            for (std::uint32_t i = s.first; i < s.last; ++i) {
                sentence.forms.emplace_back(annotated.tokens[i].form);
                const std::size_t kind = (labels[i] + std::size_t{1}) / 2;
                if (kind == 0 || kind > kLabels.size()) continue;
                if (labels[i] % 2 == 1) sentence.spans.push_back({i - s.first, 0, kLabels[kind - 1]});
                sentence.spans.back().last = i - s.first + 1;
            }
            sentences.push_back(std::move(sentence));
        }
    }
    return sentences;
}

std::vector<nlp::evaluation::Iob2Sentence> names_of(const std::string& path) {
    if (path.ends_with(".conllu")) return names_of_treebank(path);
    std::ifstream input(path, std::ios::binary);
    if (!input) throw IoError("cannot open " + path);
    return nlp::evaluation::read_iob2(input, path);
}

}  // namespace

NameScores measure_names(const nlp::Engine& engine, const std::string& path, std::ostream* mistakes) {
    const auto sentences = names_of(path);
    NameScores scores;
    for (std::size_t first = 0; first < sentences.size();) {
        std::size_t last = first + 1;
        while (last < sentences.size() && !sentences[last].starts_document) ++last;
        nlp::Analysis analysis;
        for (std::size_t i = first; i < last; ++i) {
            nlp::Sentence sentence;
            sentence.first = static_cast<std::uint32_t>(analysis.tokens.size());
            for (const std::string& form : sentences[i].forms) {
                nlp::Token token;
                token.form = form;
                token.sentence = static_cast<std::uint32_t>(analysis.sentences.size());
                analysis.tokens.push_back(token);
            }
            sentence.last = static_cast<std::uint32_t>(analysis.tokens.size());
            analysis.sentences.push_back(sentence);
        }
        engine.annotate(analysis);
        for (std::size_t i = first; i < last; ++i)
            scores.add(sentences[i], nlp::evaluation::named_spans(analysis, analysis.sentences[i - first]),
                       mistakes);
        first = last;
    }
    return scores;
}

void NameScores::add(const nlp::evaluation::Iob2Sentence& gold,
                     const std::vector<nlp::evaluation::NamedSpan>& system, std::ostream* mistakes) {
    const auto of_kind = [](const std::vector<nlp::evaluation::NamedSpan>& list, std::string_view label) {
        std::vector<nlp::evaluation::NamedSpan> kept;
        for (const auto& span : list)
            if (span.label == label) kept.push_back(span);
        return kept;
    };
    all += nlp::evaluation::score_named_spans(gold.spans, system);
    for (auto& [label, score] : kinds)
        score += nlp::evaluation::score_named_spans(of_kind(gold.spans, label), of_kind(system, label));
    const auto bare = [](std::vector<nlp::evaluation::NamedSpan> list) {
        for (auto& span : list) span.label.clear();
        return list;
    };
    spans += nlp::evaluation::score_named_spans(bare(gold.spans), bare(system));
    if (mistakes == nullptr || gold.spans == system) return;
    const auto print = [&](char mark, const std::vector<nlp::evaluation::NamedSpan>& list,
                           const std::vector<nlp::evaluation::NamedSpan>& other) {
        for (const auto& span : list) {
            if (std::find(other.begin(), other.end(), span) != other.end()) continue;
            *mistakes << mark << ' ' << span.label;
            for (std::uint32_t i = span.first; i < span.last; ++i) *mistakes << ' ' << gold.forms[i];
            *mistakes << '\n';
        }
    };
    for (std::size_t i = 0; i < gold.forms.size(); ++i) *mistakes << (i == 0 ? "" : " ") << gold.forms[i];
    *mistakes << '\n';
    print('-', gold.spans, system);
    print('+', system, gold.spans);
}

}  // namespace claimgraph::train
