// SQLite (https://sqlite.org) with destructors and exceptions. Private to this folder; not thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace claimgraph::sqlite {

/// A prepared statement. Bound texts must stay where they are until the next `reset`.
class Query {
  public:
    Query() = default;

    Query& bind(int parameter, std::int64_t value);
    Query& bind(int parameter, double value);
    Query& bind(int parameter, std::string_view text);
    Query& bind_blob(int parameter, std::string_view bytes);
    Query& bind_null(int parameter);

    /// The next row; false when there is none, which also resets. Throws StoreError.
    bool step();
    /// Runs to the end and resets.
    void run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] bool is_null(int column) const;

  private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    const std::string* path_ = nullptr;
    sqlite3* database_ = nullptr;
};

class Database {
  public:
    enum class Mode { open, create };
    /// Throws StoreError naming the file.
    Database(const std::filesystem::path& path, Mode mode);

    [[nodiscard]] Query prepare(std::string_view sql);
    /// One or several statements without results.
    void execute(const std::string& sql);
    /// SQLite itself does not wait for other processes here.
    void use_write_ahead_log();
    [[nodiscard]] std::int64_t integer(std::string_view sql);
    [[nodiscard]] std::int64_t last_row() const;
    [[nodiscard]] int changes() const;
    [[nodiscard]] bool in_transaction() const;
    [[nodiscard]] const std::string& path() const { return *path_; }

  private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<std::string> path_;  // where queries find it when the Database has been moved
    std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace claimgraph::sqlite
