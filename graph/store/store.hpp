// A store: one SQLite file that holds documents, their statements and texts, and which entities they mean.
//
// Documents come and go whole: each is written in one transaction. What the documents add up to (entities,
// edges) is a function of the set of documents, whatever the order in which they came. One process writes at
// a time; readers see the last committed state and are not held up. An object is not thread-safe; open one a
// thread. Everything throws StoreError naming the file: when it is damaged, of a newer version, or no store.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim_graph.hpp"
#include "graph/entities/name_rules.hpp"
#include "graph/entities/resolver.hpp"
#include "graph/model/document.hpp"
#include "graph/model/statement.hpp"

namespace claimgraph {

class Store {
  public:
    enum class Access {
        read,   ///< the file must be there
        write,  ///< the same
        create  ///< made when it is not there
    };
    Store(const std::filesystem::path& path, Access access);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    /// Whether the file begins as a store does. False when it cannot be read.
    [[nodiscard]] static bool is_store(const std::filesystem::path& path);

    /// From here to `finish`, all or nothing: where `finish` is not reached, the store stays as it was.
    void hold_together();

    enum class Change { added, replaced, unchanged };
    /// A document of this id that says the same is left as it is; one that says otherwise is replaced.
    /// Finished documents are committed from time to time, at the latest by `finish`.
    Change add(const Document& document, std::span<const Statement> statements);
    /// False when there is no such document.
    bool remove(std::string_view document_id);
    /// What is known of names, which the store keeps: replaces what it had of the same sort.
    void set_lexicon(std::span<const NameRules::Row> words);
    void set_aliases(std::span<const NameRules::Row> rows);
    /// Commits, and finds anew which entities are the same. Until then readers do this for themselves.
    void finish();

    struct StoredDocument {
        Document document;  ///< with its text where the store has it
        std::vector<Statement> statements;
    };
    [[nodiscard]] std::optional<StoredDocument> document(std::string_view id);
    [[nodiscard]] std::vector<std::string> document_ids();

    /// Everything, at one moment.
    [[nodiscard]] ClaimGraph graph();

    /// One form in which documents write an entity.
    struct EntityForm {
        std::string name;
        std::string id;
        std::string type;
        std::string period;
        std::size_t mentions = 0;  ///< as an end or as the source of a statement
        Reason reason;             ///< why it belongs to the entity
    };
    struct EntityForms {
        ResolvedEntity entity;
        std::vector<EntityForm> forms;  ///< most mentions first
    };
    /// The entities whose id, label or alias is `name`, or all, by id.
    [[nodiscard]] std::vector<EntityForms> entities(const std::optional<std::string>& name);

    /// A name or a sentence that has all of some words.
    struct Hit {
        bool is_name = false;
        std::string id;    ///< of the entity, or of the document
        std::string date;  ///< of the document
        std::string text;
    };
    /// The best by BM25 (SQLite FTS5), names first; words without regard to case and diacritics.
    [[nodiscard]] std::vector<Hit> search(std::string_view words, std::size_t limit);

    /// What lies within `depth` edges of the nodes of this name: nodes, edges with all their claims,
    /// documents; of `relations` only, where some are given. `with_ends`: the removal of measures at the rim
    /// too, which tells until when they hold. Nothing when no node bears the name. Node counts are those of
    /// the part.
    [[nodiscard]] std::optional<ClaimGraph> around(std::string_view name, std::size_t depth,
                                                   std::span<const std::string> relations, bool with_ends);

    struct Report {
        std::size_t documents = 0;
        std::size_t statements = 0;
        std::size_t verified_quotes = 0;    ///< of documents whose text is in the store
        std::size_t unverified_quotes = 0;  ///< of others
        std::vector<std::string> faults;    ///< empty when all is right
    };
    /// Checks the file's structure, every quote against its text, every fingerprint, and every count.
    [[nodiscard]] Report check();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph
