#include "graph/store/sqlite.hpp"

#include <sqlite3.h>

#include "graph/model/error.hpp"

namespace claimgraph::sqlite {
namespace {

constexpr int patience_in_milliseconds = 20'000;

[[noreturn]] void fail(const std::string& path, sqlite3* database, int code) {
    std::string message = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    switch (code & 0xFF) {
        case SQLITE_CORRUPT:
            message = "the store is damaged: " + message;
            break;
        case SQLITE_NOTADB:
            message = "expected a store, found a file of another kind or a damaged one";
            break;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            message = "another process is writing to the store";
            break;
        case SQLITE_CANTOPEN:
            message = "cannot be opened";
            break;
        default:
            break;
    }
    throw StoreError(path + ": " + message);
}

}  // namespace

void Query::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Query& Query::bind(int parameter, std::int64_t value) {
    if (const int code = sqlite3_bind_int64(statement_.get(), parameter, value); code != SQLITE_OK)
        fail(*path_, database_, code);
    return *this;
}

Query& Query::bind(int parameter, double value) {
    if (const int code = sqlite3_bind_double(statement_.get(), parameter, value); code != SQLITE_OK)
        fail(*path_, database_, code);
    return *this;
}

Query& Query::bind(int parameter, std::string_view text) {
    // An empty view may have no address, which SQLite takes for NULL.
    const char* data = text.empty() ? "" : text.data();
    const int code =
        sqlite3_bind_text64(statement_.get(), parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) fail(*path_, database_, code);
    return *this;
}

Query& Query::bind_blob(int parameter, std::string_view bytes) {
    const char* data = bytes.empty() ? "" : bytes.data();
    const int code = sqlite3_bind_blob64(statement_.get(), parameter, data, bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) fail(*path_, database_, code);
    return *this;
}

Query& Query::bind_null(int parameter) {
    if (const int code = sqlite3_bind_null(statement_.get(), parameter); code != SQLITE_OK)
        fail(*path_, database_, code);
    return *this;
}

bool Query::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) {
        // Resetting clears the message.
        try {
            fail(*path_, database_, code);
        } catch (...) {
            sqlite3_reset(statement_.get());
            throw;
        }
    }
    sqlite3_reset(statement_.get());
    return false;
}

void Query::run() {
    while (step()) {
    }
}

void Query::reset() {
    sqlite3_reset(statement_.get());
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

double Query::real(int column) const {
    return sqlite3_column_double(statement_.get(), column);
}

std::string_view Query::text(int column) const {
    const void* data = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return data ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size))
                : std::string_view();
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Database::Database(const std::filesystem::path& path, Mode mode)
    : path_(std::make_unique<std::string>(path.string())) {
    // SQLite itself falls back to reading where writing is not allowed. A reader opens for writing too, since
    // it must be able to mend the log that a killed writer left behind.
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_READWRITE;
    if (mode == Mode::create) flags |= SQLITE_OPEN_CREATE;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path_->c_str(), &opened, flags, nullptr);
    database_.reset(opened);
    if (code != SQLITE_OK) fail(*path_, opened, code);
    sqlite3_busy_timeout(opened, patience_in_milliseconds);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

Query Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) fail(*path_, database_.get(), code);
    Query query;
    query.statement_.reset(statement);
    query.path_ = path_.get();
    query.database_ = database_.get();
    return query;
}

void Database::execute(const std::string& sql) {
    const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(*path_, database_.get(), code);
}

void Database::use_write_ahead_log() {
    constexpr int pause_in_milliseconds = 5;
    int code = SQLITE_BUSY;
    for (int waited = 0; waited < patience_in_milliseconds; waited += pause_in_milliseconds) {
        code = sqlite3_exec(database_.get(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
        if ((code & 0xFF) != SQLITE_BUSY) break;
        sqlite3_sleep(pause_in_milliseconds);
    }
    if (code != SQLITE_OK) fail(*path_, database_.get(), code);
}

std::int64_t Database::integer(std::string_view sql) {
    Query query = prepare(sql);
    return query.step() ? query.integer(0) : 0;
}

std::int64_t Database::last_row() const {
    return sqlite3_last_insert_rowid(database_.get());
}

int Database::changes() const {
    return sqlite3_changes(database_.get());
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(database_.get()) == 0;
}

}  // namespace claimgraph::sqlite
