// Puts what a run reads into a store.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "graph/store/store.hpp"
#include "ingest/pipeline.hpp"

namespace claimgraph::cli {

/// The store's file is made with the first document. A document that comes in several pieces within the run
/// is put together. Not thread-safe.
class StoreSink final : public StatementSink {
  public:
    /// `all_or_nothing`: the store changes with `finish` only.
    StoreSink(std::filesystem::path path, bool all_or_nothing);

    void document(Document&& document) override;
    void statement(Statement&& statement) override;
    /// Puts away what is at hand; the store, or null when nothing has come and there was none.
    [[nodiscard]] Store* opened();
    /// Must be called at the end.
    void finish();

    struct Counts {
        std::size_t added = 0;
        std::size_t replaced = 0;
        std::size_t unchanged = 0;
        std::size_t statements = 0;  ///< of the documents added or replaced
    };
    [[nodiscard]] const Counts& counts() const { return counts_; }

  private:
    Store& store();
    void flush();
    void resume(const std::string& id);

    std::filesystem::path path_;
    bool all_or_nothing_;
    std::optional<Store> store_;
    std::optional<Document> document_;
    std::vector<Statement> statements_;
    std::unordered_set<std::string> done_;  ///< ids of this run
    Counts counts_;
};

}  // namespace claimgraph::cli
