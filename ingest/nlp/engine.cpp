#include "ingest/nlp/engine.hpp"

#include "ingest/nlp/coreference.hpp"
#include "ingest/nlp/datelines.hpp"
#include "ingest/nlp/lemmatizer.hpp"
#include "ingest/nlp/mentions.hpp"
#include "ingest/nlp/model_file.hpp"
#include "ingest/nlp/name_kinds.hpp"
#include "ingest/nlp/names/name_tagger.hpp"
#include "ingest/nlp/network/kernels.hpp"
#include "ingest/nlp/network/network.hpp"
#include "ingest/nlp/tokenizer.hpp"
#include "ingest/nlp/tree_repair.hpp"

namespace claimgraph::nlp {

namespace {

MentionKind kind_of(std::size_t entity_class) {
    switch (static_cast<network::EntityClass>(entity_class)) {
        case network::EntityClass::person:
            return MentionKind::person;
        case network::EntityClass::organization:
            return MentionKind::organization;
        case network::EntityClass::place:
            return MentionKind::place;
        case network::EntityClass::date:
            return MentionKind::date;
        case network::EntityClass::other:
            break;
    }
    return MentionKind::other;
}

/// The names that the labels tell; a label of going on without a beginning starts one.
std::vector<NamedSpan> read_labels(const Analysis& analysis, const std::vector<std::uint8_t>& labels) {
    std::vector<NamedSpan> names;
    std::size_t open = 0;  // 1 + class of the name that may go on
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
        if (i > 0 && analysis.tokens[i].sentence != analysis.tokens[i - 1].sentence) open = 0;
        const std::size_t entity = (labels[i] + std::size_t{1}) / 2;
        const bool goes_on = labels[i] != 0 && labels[i] % 2 == 0 && entity == open;
        if (goes_on) {
            names.back().last = i + 1;
        } else if (labels[i] != 0) {
            names.push_back({i, i + 1, kind_of(entity - 1)});
        }
        open = entity;
    }
    return names;
}

}  // namespace

struct Engine::Impl {
    Impl(const std::filesystem::path& model, const network::Kernels& kernels)
        : file(model), network(file, kernels), lemmatizer(file), names(file) {}

    void annotate(Analysis& analysis) const;

    ModelFile file;
    network::Network network;
    Lemmatizer lemmatizer;
    names::NameTagger names;
};

void Engine::Impl::annotate(Analysis& analysis) const {
    std::vector<std::uint8_t> labels;
    DatelinesApart datelines(analysis);
    network.annotate(analysis, labels);
    repair_main_verbs(analysis);
    repair_gerunds(analysis);
    repair_clauses(analysis);
    repair_coordinations(analysis);
    datelines.join();
    std::size_t bytes = 0;
    for (const Token& t : analysis.tokens) bytes += Lemmatizer::bound(t.form.size());
    std::string& lemmas = analysis.arena.emplace_back();
    lemmas.reserve(bytes);
    for (Token& t : analysis.tokens) t.lemma = lemmatizer.lemma(t.form, t.upos, t.xpos, lemmas);
    names.tag(analysis, labels);
    std::vector<NamedSpan> spans = read_labels(analysis, labels);
    refine_names(analysis, spans);
    build_mentions(analysis, spans);
    resolve_coreference(analysis);
}

Engine::Engine(const std::filesystem::path& model) : Engine(model, *network::available_kernels().back()) {}
Engine::Engine(const std::filesystem::path& model, const network::Kernels& kernels)
    : impl_(std::make_unique<Impl>(model, kernels)) {}
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
