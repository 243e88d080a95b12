// The language engine: from a text to tokens, tags, lemmas, trees, mentions and coreference.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "ingest/nlp/analysis.hpp"

namespace claimgraph::nlp {

namespace network {
struct Kernels;
}

/// Loaded once, shared by all threads; every member is const and thread-safe.
class Engine {
  public:
    /// Reads the model file. Throws ModelError when it is missing, damaged, or of another version.
    explicit Engine(const std::filesystem::path& model);
    /// With the given path of kernels instead of the fastest; results are the same.
    Engine(const std::filesystem::path& model, const network::Kernels& kernels);
    ~Engine();
    Engine(Engine&&) noexcept;
    Engine& operator=(Engine&&) noexcept;

    /// The whole analysis. Any bytes are accepted; `text` must outlive the result, and so must the engine.
    [[nodiscard]] Analysis analyze(std::string_view text) const;

    /// Keeps the sentences and tokens that `analysis` has (form, offsets, space_after) and fills in the rest.
    void annotate(Analysis& analysis) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph::nlp
