#include "train/measure.hpp"

#include <chrono>
#include <fstream>

#include "graph/model/error.hpp"
#include "ingest/nlp/conllu_analysis.hpp"
#include "ingest/nlp/evaluation/entity_scores.hpp"

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
            a.labelled += head == gold.head && t.deprel == gold.deprel ? 1U : 0U;
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

nlp::evaluation::Score measure_names(const nlp::Engine& engine, const std::string& path) {
    std::ifstream input(path, std::ios::binary);
    if (!input) throw IoError("cannot open " + path);
    const auto sentences = nlp::evaluation::read_iob2(input, path);
    nlp::Analysis analysis;
    for (const auto& given : sentences) {
        nlp::Sentence sentence;
        sentence.first = static_cast<std::uint32_t>(analysis.tokens.size());
        for (const std::string& form : given.forms) {
            nlp::Token token;
            token.form = form;
            token.sentence = static_cast<std::uint32_t>(analysis.sentences.size());
            analysis.tokens.push_back(token);
        }
        sentence.last = static_cast<std::uint32_t>(analysis.tokens.size());
        analysis.sentences.push_back(sentence);
    }
    engine.annotate(analysis);
    nlp::evaluation::Score score;
    for (std::size_t i = 0; i < sentences.size(); ++i)
        score += nlp::evaluation::score_named_spans(
            sentences[i].spans, nlp::evaluation::named_spans(analysis, analysis.sentences[i]));
    return score;
}

}  // namespace claimgraph::train
