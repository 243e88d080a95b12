#include "ingest/nlp/engine.hpp"

#include "ingest/nlp/lemmatizer.hpp"
#include "ingest/nlp/model_file.hpp"
#include "ingest/nlp/network/kernels.hpp"
#include "ingest/nlp/network/network.hpp"
#include "ingest/nlp/tokenizer.hpp"

namespace claimgraph::nlp {

struct Engine::Impl {
    explicit Impl(const std::filesystem::path& model)
        : file(model), network(file, *network::available_kernels().back()), lemmatizer(file) {}

    void annotate(Analysis& analysis) const;

    ModelFile file;
    network::Network network;
    Lemmatizer lemmatizer;
};

void Engine::Impl::annotate(Analysis& analysis) const {
    std::vector<std::uint8_t> labels;
    network.annotate(analysis, labels);
    std::size_t bytes = 0;
    for (const Token& t : analysis.tokens) bytes += Lemmatizer::bound(t.form.size());
    std::string& lemmas = analysis.arena.emplace_back();
    lemmas.reserve(bytes);
    for (Token& t : analysis.tokens) t.lemma = lemmatizer.lemma(t.form, t.upos, t.xpos, lemmas);
}

Engine::Engine(const std::filesystem::path& model) : impl_(std::make_unique<Impl>(model)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Analysis Engine::analyze(std::string_view text) const {
    Analysis analysis;
    tokenize(text, analysis);
    impl_->annotate(analysis);
    return analysis;
}

void Engine::annotate(Analysis& analysis) const {
    impl_->annotate(analysis);
}

}  // namespace claimgraph::nlp
