// Speed of the language engine on the sample articles, for each path of kernels that this machine has:
// `tokens/s` of one thread; the time that loading the model takes.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "ingest/nlp/coreference.hpp"
#include "ingest/nlp/engine.hpp"
#include "ingest/nlp/mentions.hpp"
#include "ingest/nlp/model_file.hpp"
#include "ingest/nlp/names/name_tagger.hpp"
#include "ingest/nlp/network/kernels.hpp"
#include "ingest/nlp/network/network.hpp"
#include "ingest/nlp/tokenizer.hpp"

namespace {

using namespace claimgraph;

const char* const kModel = CLAIMGRAPH_SOURCE_DIR "/models/english.cgm";

const std::vector<std::string>& articles() {
    static const std::vector<std::string> texts = [] {
        std::vector<std::filesystem::path> paths;
        for (const auto& entry : std::filesystem::directory_iterator(CLAIMGRAPH_SOURCE_DIR "/samples"))
            if (entry.path().extension() == ".txt") paths.push_back(entry.path());
        std::sort(paths.begin(), paths.end());
        std::vector<std::string> result;
        for (const auto& path : paths) {
            std::ifstream in(path, std::ios::binary);
            result.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        }
        return result;
    }();
    return texts;
}

/// Runs `step` on each article, which counts its tokens.
template <class Step>
void over_articles(benchmark::State& state, const Step& step) {
    std::size_t tokens = 0;
    for (auto _ : state)
        for (std::size_t i = 0; i < articles().size(); ++i) tokens += step(i);
    state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}

void load(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(nlp::Engine(kModel));
}

void tokens(benchmark::State& state) {
    over_articles(state, [](std::size_t i) {
        nlp::Analysis analysis;
        nlp::tokenize(articles()[i], analysis);
        return analysis.tokens.size();
    });
}

void all(benchmark::State& state, const nlp::network::Kernels* kernels) {
    const nlp::Engine engine(kModel, *kernels);
    over_articles(state, [&](std::size_t i) { return engine.analyze(articles()[i]).tokens.size(); });
}

void tags_and_trees(benchmark::State& state, const nlp::network::Kernels* kernels) {
    const nlp::ModelFile file(kModel);
    const nlp::network::Network network(file, *kernels);
    std::vector<nlp::Analysis> analyses(articles().size());
    for (std::size_t i = 0; i < analyses.size(); ++i) nlp::tokenize(articles()[i], analyses[i]);
    std::vector<std::uint8_t> labels;
    over_articles(state, [&](std::size_t i) {
        network.annotate(analyses[i], labels);
        return analyses[i].tokens.size();
    });
}

void names(benchmark::State& state) {
    const nlp::Engine engine(kModel);
    const nlp::ModelFile file(kModel);
    const nlp::names::NameTagger tagger(file);
    std::vector<nlp::Analysis> analyses;
    for (const auto& text : articles()) analyses.push_back(engine.analyze(text));
    std::vector<std::uint8_t> labels;
    over_articles(state, [&](std::size_t i) {
        labels.assign(analyses[i].tokens.size(), 0);
        tagger.tag(analyses[i], labels);
        return analyses[i].tokens.size();
    });
}

void mentions_and_coreference(benchmark::State& state) {
    const nlp::Engine engine(kModel);
    std::vector<nlp::Analysis> analyses;
    for (const auto& text : articles()) analyses.push_back(engine.analyze(text));
    over_articles(state, [&](std::size_t i) {
        nlp::build_mentions(analyses[i], {});
        nlp::resolve_coreference(analyses[i]);
        return analyses[i].tokens.size();
    });
}

BENCHMARK(load)->Unit(benchmark::kMillisecond);
BENCHMARK(tokens)->Unit(benchmark::kMillisecond);
BENCHMARK(names)->Unit(benchmark::kMillisecond);
BENCHMARK(mentions_and_coreference)->Unit(benchmark::kMillisecond);

const bool kRegistered = [] {
    for (const nlp::network::Kernels* kernels : nlp::network::available_kernels()) {
        const std::string name = kernels->name;
        benchmark::RegisterBenchmark(("tags_and_trees/" + name).c_str(), tags_and_trees, kernels)
            ->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark(("all/" + name).c_str(), all, kernels)->Unit(benchmark::kMillisecond);
    }
    return true;
}();

}  // namespace
