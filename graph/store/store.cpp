#include "graph/store/store.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <openssl/evp.h>

#include "graph/assembler.hpp"
#include "graph/claim_graph_builder.hpp"
#include "graph/entities/document_units.hpp"
#include "graph/entities/resolver.hpp"
#include "graph/json/json_text.hpp"
#include "graph/json/statement_json.hpp"
#include "graph/measure_verbs.hpp"
#include "graph/model/error.hpp"
#include "graph/model/names.hpp"
#include "graph/model/utf8.hpp"
#include "graph/node_ids.hpp"
#include "graph/store/sqlite.hpp"
#include "graph/store/store_schema.hpp"

namespace claimgraph {
namespace {

using sqlite::Database;
using sqlite::Query;

// A batch rewrites most pages of the indexes, whatever its size; what a killed process loses is a second's
// work.
constexpr std::size_t statements_of_a_batch = 16384;
constexpr std::size_t bytes_of_a_batch = std::size_t{16} << 20;
constexpr std::chrono::seconds time_of_a_batch{1};
constexpr std::size_t cached_units = 500'000;

constexpr std::int64_t index_of(auto value) {
    return static_cast<std::int64_t>(value);
}

/// SHA-256 (FIPS 180-4) of texts one after the other, each with its length.
class Digest {
  public:
    Digest() : context_(EVP_MD_CTX_new()) {
        require(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
    }
    void add(std::string_view text) {
        const std::string length = std::to_string(text.size()) + ":";
        require(EVP_DigestUpdate(context_.get(), length.data(), length.size()) == 1);
        require(EVP_DigestUpdate(context_.get(), text.data(), text.size()) == 1);
    }
    [[nodiscard]] std::string hex() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
        unsigned size = 0;
        require(EVP_DigestFinal_ex(context_.get(), bytes.data(), &size) == 1);
        constexpr std::string_view digits = "0123456789abcdef";
        std::string out;
        for (unsigned i = 0; i < size; ++i) {
            out.push_back(digits[bytes[i] >> 4u]);
            out.push_back(digits[bytes[i] & 0xFu]);
        }
        return out;
    }

  private:
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    static void require(bool done) {
        if (!done) throw Error("the cryptographic library refused to compute SHA-256");
    }
    std::unique_ptr<EVP_MD_CTX, Free> context_;
};

/// A document as the store keeps it: without repetitions, in an order that does not depend on the input's.
struct PreparedDocument {
    std::string record;
    std::vector<Claim> claims;
    std::vector<const Statement*> statements;  ///< of each claim
    std::string fingerprint;
};

PreparedDocument prepare_document(const Document& document, std::span<const Statement> statements) {
    PreparedDocument out;
    out.record = to_json(document, false);
    std::vector<std::pair<Claim, const Statement*>> rows;
    rows.reserve(statements.size());
    for (const Statement& statement : statements) rows.emplace_back(make_claim(statement), &statement);
    const auto rank = [](const auto& row) {
        return std::make_tuple(row.first.sentence, std::string_view(row.second->evidence.text),
                               std::string_view(row.first.json));
    };
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    rows.erase(std::unique(rows.begin(), rows.end(),
                           [](const auto& a, const auto& b) { return a.first.json == b.first.json; }),
               rows.end());
    Digest digest;
    digest.add(out.record);
    digest.add(document.text);
    for (auto& [claim, statement] : rows) {
        digest.add(claim.json);
        out.claims.push_back(std::move(claim));
        out.statements.push_back(statement);
    }
    out.fingerprint = digest.hex();
    return out;
}

std::string joined(const std::vector<std::string>& values) {
    std::string out = "[";
    for (const std::string& value : values) {
        if (out.size() > 1) out.push_back(',');
        append_json_string(out, value);
    }
    return out + "]";
}

std::vector<std::string> split(std::string_view joined_values) {
    std::vector<std::string> out;
    bool inside = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < joined_values.size(); ++i) {
        if (inside && joined_values[i] == '\\') {
            ++i;
        } else if (joined_values[i] == '"') {
            if (inside) out.push_back(parse_json_string(joined_values.substr(begin, i + 1 - begin)));
            begin = i;
            inside = !inside;
        }
    }
    return out;
}

constexpr int speaker_column = 7;  ///< among these
constexpr std::string_view claim_columns =
    "s.sentence, s.subject_place, s.object_place, s.status, s.polarity, s.attribution, s.confidence, "
    "s.speaker, "
    "s.time, s.quote_begin, s.quote_size, s.json";

/// What a sound store cannot lack or hold.
[[noreturn]] void fail_damaged(const Database& database, const std::string& what) {
    throw StoreError(database.path() + ": the store is damaged: " + what);
}

template <class Enum>
Enum enum_of(const Database& database, std::int64_t value, Enum last) {
    if (value < 0 || value > index_of(last)) fail_damaged(database, "a value is out of range");
    return static_cast<Enum>(value);
}

template <class Map>
const typename Map::mapped_type& find_in(const Database& database, const Map& map, std::int64_t key) {
    const auto at = map.find(key);
    if (at == map.end()) fail_damaged(database, "a reference leads nowhere");
    return at->second;
}

/// From the columns above, the first of which is `column`; the speaker is left to fill in.
Claim claim_of(const Database& database, const Query& row, int column) {
    Claim claim;
    claim.sentence = static_cast<std::uint32_t>(row.integer(column));
    claim.source_place = static_cast<std::uint32_t>(row.integer(column + 1));
    claim.target_place = static_cast<std::uint32_t>(row.integer(column + 2));
    claim.factuality = {enum_of(database, row.integer(column + 3), Status::halted),
                        enum_of(database, row.integer(column + 4), Polarity::negative)};
    claim.own_voice = row.integer(column + 5) == -1;
    if (!claim.own_voice)
        claim.attribution = enum_of(database, row.integer(column + 5), AttributionType::belief);
    claim.has_confidence = !row.is_null(column + 6);
    claim.confidence = row.real(column + 6);
    claim.time = row.text(column + 8);
    claim.json = row.text(column + 11);
    const std::int64_t begin = row.integer(column + 9);
    const std::int64_t size = row.integer(column + 10);
    const std::int64_t available = index_of(claim.json.size());
    if (begin < 0 || size < 2 || begin > available || size > available - begin)
        fail_damaged(database, "a quote lies outside its statement");
    claim.quote_begin = static_cast<std::uint32_t>(begin);
    claim.quote_size = static_cast<std::uint32_t>(size);
    return claim;
}

}  // namespace

struct Store::Impl {
    struct Use {
        std::int64_t unit;
        std::int64_t feature;
        std::int64_t other;
        std::string text;
        auto operator<=>(const Use&) const = default;
    };

    explicit Impl(const std::filesystem::path& path, Access how)
        : access(how), database(path, how == Access::create ? Database::Mode::create : Database::Mode::open) {
        open();
    }
    ~Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void open();
    void create_entity_tables(const std::string& scope);
    void begin_batch();
    void commit_batch();
    void end_batch_when_full();
    Query& query(std::string_view sql);

    std::optional<std::int64_t> find_unit(const EntityUnit& unit);
    std::int64_t unit_id(const EntityUnit& unit);
    std::int64_t relation_id(const std::string& name);
    void insert(const Document& document, const PreparedDocument& prepared);
    void erase(std::int64_t document);
    void count_uses(const DocumentUnits& found, const std::vector<std::int64_t>& ids, std::int64_t sign);
    void write_uses();
    std::optional<StoredDocument> read_document(std::string_view id);
    NameRules read_rules();
    void write_rules(std::span<const NameRules::Row> rows, bool words);
    void resolve();
    void require_entities();
    std::vector<EntityForms> read_entities(const std::optional<std::string>& name);
    auto at_one_moment(const auto& read);
    auto refusing_damage(const auto& work);
    /// By unit: how the document names the speaker, and the label.
    using Speakers = std::unordered_map<std::int64_t, SpeakerName>;
    void name_speaker(ClaimGraphBuilder& builder, Speakers& known, std::int64_t unit, Claim& claim);
    ClaimGraph read_graph();
    std::optional<ClaimGraph> read_around(std::string_view name, std::size_t depth,
                                          std::span<const std::string> relation_names, bool with_ends);
    std::vector<Hit> read_hits(std::string_view words, std::size_t limit);
    void check_counts(Report& report);
    void check_document(const std::string& id, Report& report);

    Access access;
    Database database;
    std::unordered_map<std::string_view, Query> queries;  ///< by SQL, which is literal
    std::unordered_map<std::string, std::int64_t> units;
    std::unordered_map<std::string, std::int64_t> relations;
    std::map<Use, std::int64_t> uses;  ///< changes of counts in this batch
    std::size_t batch_statements = 0;
    std::size_t batch_bytes = 0;
    std::chrono::steady_clock::time_point batch_begin;
    bool changed = false;
    bool together = false;
    AssemblerOptions options;
    StatementJsonParser parser;
};

Query& Store::Impl::query(std::string_view sql) {
    auto at = queries.find(sql);
    if (at == queries.end()) at = queries.emplace(sql, database.prepare(sql)).first;
    at->second.reset();
    return at->second;
}

void Store::Impl::open() {
    const auto version = [&] { return database.integer("PRAGMA user_version"); };
    const auto application = [&] { return database.integer("PRAGMA application_id"); };
    const auto is_empty = [&] { return database.integer("SELECT count(*) FROM sqlite_schema") == 0; };
    if (access == Access::create && application() == 0 && is_empty()) {
        database.execute("PRAGMA page_size = 8192");
        database.use_write_ahead_log();
        database.execute("BEGIN IMMEDIATE");
        // Another process may have been quicker.
        if (is_empty()) {
            database.execute(std::string(store_schema::tables));
            create_entity_tables("");
            database.execute("INSERT INTO quote (quote, rank) VALUES ('hashsize', 16777216)");
            database.execute("PRAGMA application_id = " + std::to_string(store_schema::application) +
                             "; PRAGMA user_version = " + std::to_string(store_schema::version));
        }
        database.execute("COMMIT");
    }
    if (application() != store_schema::application)
        throw StoreError(database.path() + ": expected a store of claimgraph, found another database");
    if (version() > store_schema::version) {
        throw StoreError(database.path() + ": the store is of version " + std::to_string(version()) +
                         ", made by a newer claimgraph; this one reads version " +
                         std::to_string(store_schema::version));
    }
    if (version() < store_schema::version) {
        throw StoreError(database.path() + ": the store is of version " + std::to_string(version()) +
                         ", made by an older claimgraph; this one reads version " +
                         std::to_string(store_schema::version) + ": add the documents to a new store");
    }
    // In WAL mode this loses nothing when the process dies, and at most the last commits when the machine
    // does.
    database.execute(
        "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; "
        "PRAGMA wal_autocheckpoint = 8192");
}

void Store::Impl::create_entity_tables(const std::string& scope) {
    const std::string create = "CREATE " + scope + "TABLE ";
    database.execute(create + "entity " + std::string(store_schema::entity_columns));
    database.execute(create + "unit_entity " + std::string(store_schema::unit_entity_columns));
    database.execute("CREATE INDEX " + std::string(scope.empty() ? "" : "temp.") +
                     "unit_entity_entity ON unit_entity (entity)");
    database.execute(create + "entity_name " + std::string(store_schema::entity_name_columns));
}

void Store::Impl::begin_batch() {
    if (access == Access::read) throw StoreError(database.path() + ": the store was opened for reading");
    if (database.in_transaction()) return;
    database.execute("BEGIN IMMEDIATE");
    batch_begin = std::chrono::steady_clock::now();
}

void Store::Impl::commit_batch() {
    if (!database.in_transaction()) return;
    write_uses();
    if (changed) database.execute("UPDATE state SET generation = generation + 1");
    database.execute("COMMIT");
    batch_statements = batch_bytes = 0;
    changed = false;
    if (units.size() > cached_units) units.clear();
}

void Store::Impl::end_batch_when_full() {
    if (batch_statements >= statements_of_a_batch || batch_bytes >= bytes_of_a_batch ||
        std::chrono::steady_clock::now() - batch_begin >= time_of_a_batch) {
        if (together) {
            write_uses();
            batch_statements = batch_bytes = 0;
            batch_begin = std::chrono::steady_clock::now();
        } else {
            commit_batch();
        }
    }
}

std::optional<std::int64_t> Store::Impl::find_unit(const EntityUnit& unit) {
    Query& find = query(
        "SELECT id FROM unit WHERE kind = ? AND ident = ? AND name = ? AND type = ? AND period = ? AND "
        "parties = ?");
    find.bind(1, index_of(unit.kind))
        .bind(2, unit.id)
        .bind(3, unit.name)
        .bind(4, unit.type)
        .bind(5, unit.period)
        .bind(6, unit.parties);
    if (!find.step()) return std::nullopt;
    const std::int64_t id = find.integer(0);
    find.reset();
    return id;
}

std::int64_t Store::Impl::unit_id(const EntityUnit& unit) {
    std::string key(1, static_cast<char>(unit.kind));
    for (const std::string* part : {&unit.id, &unit.name, &unit.type, &unit.period, &unit.parties}) {
        key += *part;
        key.push_back('\0');
    }
    const auto [at, added] = units.try_emplace(std::move(key), 0);
    if (!added) return at->second;
    if (const auto found = find_unit(unit)) {
        at->second = *found;
        return *found;
    }
    query("INSERT INTO unit (kind, ident, name, type, period, parties) VALUES (?, ?, ?, ?, ?, ?)")
        .bind(1, index_of(unit.kind))
        .bind(2, unit.id)
        .bind(3, unit.name)
        .bind(4, unit.type)
        .bind(5, unit.period)
        .bind(6, unit.parties)
        .run();
    at->second = database.last_row();
    query("INSERT INTO name (rowid, text) VALUES (?, ?)").bind(1, at->second).bind(2, unit.name).run();
    return at->second;
}

std::int64_t Store::Impl::relation_id(const std::string& name) {
    const auto known = relations.find(name);
    if (known != relations.end()) return known->second;
    query("INSERT OR IGNORE INTO relation (name) VALUES (?)").bind(1, name).run();
    Query& find = query("SELECT id FROM relation WHERE name = ?");
    find.bind(1, name);
    const std::int64_t id = find.step() ? find.integer(0) : 0;
    find.reset();
    relations.emplace(name, id);
    return id;
}

void Store::Impl::count_uses(const DocumentUnits& found, const std::vector<std::int64_t>& ids,
                             std::int64_t sign) {
    for (const UnitUse& use : found.uses) {
        uses[{ids[use.unit], index_of(use.feature), use.other == no_unit ? 0 : ids[use.other], use.text}] +=
            sign;
    }
}

void Store::Impl::write_uses() {
    Query& change = query(
        "INSERT INTO unit_use VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (unit, feature, other, text) DO UPDATE SET count = count + excluded.count");
    std::vector<std::int64_t> lessened;
    for (const auto& [use, count] : uses) {
        // A unit that came and went within the batch has no uses left either.
        if (count <= 0) lessened.push_back(use.unit);
        if (count == 0) continue;
        change.bind(1, use.unit)
            .bind(2, use.feature)
            .bind(3, use.other)
            .bind(4, use.text)
            .bind(5, count)
            .run();
    }
    uses.clear();
    lessened.erase(std::unique(lessened.begin(), lessened.end()), lessened.end());
    for (const std::int64_t unit : lessened) {
        query("DELETE FROM unit_use WHERE unit = ? AND count <= 0").bind(1, unit).run();
        Query& used = query("SELECT 1 FROM unit_use WHERE unit = ? LIMIT 1");
        const bool in_use = used.bind(1, unit).step();
        used.reset();
        if (in_use) continue;
        Query& find = query("SELECT name FROM unit WHERE id = ?");
        if (find.bind(1, unit).step()) {
            query("INSERT INTO name (name, rowid, text) VALUES ('delete', ?, ?)")
                .bind(1, unit)
                .bind(2, find.text(0))
                .run();
        }
        find.reset();
        query("DELETE FROM unit WHERE id = ?").bind(1, unit).run();
        units.clear();
    }
}

void Store::Impl::insert(const Document& document, const PreparedDocument& prepared) {
    SketchTable table;
    std::vector<StatementSketch> sketches;
    for (const Statement* statement : prepared.statements) sketches.push_back(table.sketch(*statement));
    const DocumentUnits found = table.units(document.id, document.date, sketches);
    std::vector<std::int64_t> ids;
    for (const EntityUnit& unit : found.units) ids.push_back(unit_id(unit));
    count_uses(found, ids, 1);

    Query& top = query("SELECT coalesce(max(id), 0) + 1 FROM statement");
    top.step();
    const std::int64_t first = top.integer(0);
    top.reset();
    query("INSERT INTO document (name, record, date, fingerprint, first, count) VALUES (?, ?, ?, ?, ?, ?)")
        .bind(1, document.id)
        .bind(2, prepared.record)
        .bind(3, document.date)
        .bind(4, prepared.fingerprint)
        .bind(5, first)
        .bind(6, index_of(prepared.claims.size()))
        .run();
    const std::int64_t row = database.last_row();
    if (!document.text.empty())
        query("INSERT INTO document_text VALUES (?, ?)").bind(1, row).bind(2, document.text).run();

    Query& statement_row =
        query("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Query& quote_row = query("INSERT INTO quote (rowid, text) VALUES (?, ?)");
    for (std::size_t i = 0; i < prepared.claims.size(); ++i) {
        const Claim& claim = prepared.claims[i];
        const Statement& statement = *prepared.statements[i];
        const std::int64_t id = first + index_of(i);
        statement_row.bind(1, id)
            .bind(2, row)
            .bind(3, ids[found.parts[i].subject])
            .bind(4, ids[found.parts[i].object])
            .bind(5, relation_id(statement.relation))
            .bind(6, std::int64_t{claim.sentence})
            .bind(7, std::int64_t{claim.source_place})
            .bind(8, std::int64_t{claim.target_place})
            .bind(9, index_of(claim.factuality.status))
            .bind(10, index_of(claim.factuality.polarity))
            .bind(11, claim.own_voice ? -1 : index_of(claim.attribution))
            .bind(13, found.parts[i].speaker == no_unit ? 0 : ids[found.parts[i].speaker])
            .bind(14, claim.time)
            .bind(15, std::int64_t{claim.quote_begin})
            .bind(16, std::int64_t{claim.quote_size})
            .bind(17, claim.json);
        if (claim.has_confidence) {
            statement_row.bind(12, claim.confidence);
        } else {
            statement_row.bind_null(12);
        }
        statement_row.run();
        const bool new_sentence = i == 0 || prepared.claims[i - 1].sentence != claim.sentence ||
                                  prepared.statements[i - 1]->evidence.text != statement.evidence.text;
        if (new_sentence) {
            const std::string quote = ClaimGraph::quote(claim);
            quote_row.bind(1, id).bind(2, quote).run();
        }
        batch_bytes += claim.json.size();
    }
    batch_statements += prepared.claims.size();
    batch_bytes += document.text.size();
    changed = true;
}

/// Takes a document's rows away and its contributions out of the counts.
void Store::Impl::erase(std::int64_t document) {
    Query& find = query("SELECT first, count, date, name FROM document WHERE id = ?");
    if (!find.bind(1, document).step()) return;
    const std::int64_t first = find.integer(0);
    const std::int64_t end = first + find.integer(1);
    const std::string date(find.text(2));
    const std::string name(find.text(3));
    find.reset();
    SketchTable table;
    std::vector<StatementSketch> sketches;
    std::int64_t last_sentence = -1;
    std::string last_quote;
    Query rows = database.prepare("SELECT id, json FROM statement WHERE id >= ? AND id < ? ORDER BY id");
    rows.bind(1, first).bind(2, end);
    while (rows.step()) {
        const Statement statement = parser.parse_statement(rows.text(1));
        sketches.push_back(table.sketch(statement));
        const std::int64_t sentence = index_of(statement.evidence.sentence);
        if (sentence != last_sentence || statement.evidence.text != last_quote) {
            query("INSERT INTO quote (quote, rowid, text) VALUES ('delete', ?, ?)")
                .bind(1, rows.integer(0))
                .bind(2, statement.evidence.text)
                .run();
        }
        last_sentence = sentence;
        last_quote = statement.evidence.text;
    }
    const DocumentUnits found = table.units(name, date, sketches);
    std::vector<std::int64_t> ids;
    for (const EntityUnit& unit : found.units) ids.push_back(unit_id(unit));
    count_uses(found, ids, -1);
    query("DELETE FROM statement WHERE id >= ? AND id < ?").bind(1, first).bind(2, end).run();
    query("DELETE FROM document_text WHERE document = ?").bind(1, document).run();
    query("DELETE FROM document WHERE id = ?").bind(1, document).run();
    batch_statements += sketches.size();
    changed = true;
}

std::optional<Store::StoredDocument> Store::Impl::read_document(std::string_view id) {
    Query& find = query(
        "SELECT d.record, d.first, d.count, t.text FROM document d LEFT JOIN document_text t ON t.document = "
        "d.id "
        "WHERE d.name = ?");
    if (!find.bind(1, id).step()) return std::nullopt;
    StoredDocument out;
    out.document = parser.parse_document(find.text(0));
    out.document.text = find.text(3);
    const std::int64_t first = find.integer(1);
    const std::int64_t end = first + find.integer(2);
    find.reset();
    Query rows = database.prepare("SELECT json FROM statement WHERE id >= ? AND id < ? ORDER BY id");
    rows.bind(1, first).bind(2, end);
    while (rows.step()) out.statements.push_back(parser.parse_statement(rows.text(0)));
    return out;
}

NameRules Store::Impl::read_rules() {
    NameRules out;
    Query rows = database.prepare("SELECT verb, kind, a, b FROM name_rule ORDER BY verb, kind, a, b");
    while (rows.step()) {
        out.rows.push_back({enum_of(database, rows.integer(0), NameRules::Verb::apart),
                            enum_of(database, rows.integer(1), EntityKind::topic), std::string(rows.text(2)),
                            std::string(rows.text(3))});
    }
    return out;
}

void Store::Impl::write_rules(std::span<const NameRules::Row> rows, bool words) {
    begin_batch();
    std::vector<NameRules::Row> wanted(rows.begin(), rows.end());
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    std::vector<NameRules::Row> held = read_rules().rows;
    std::erase_if(held,
                  [&](const NameRules::Row& row) { return (row.verb == NameRules::Verb::word) != words; });
    if (held == wanted) return;
    database.execute(words ? "DELETE FROM name_rule WHERE verb = 0"
                           : "DELETE FROM name_rule WHERE verb <> 0");
    Query row = database.prepare("INSERT INTO name_rule VALUES (?, ?, ?, ?)");
    for (const NameRules::Row& rule : wanted)
        row.bind(1, index_of(rule.verb)).bind(2, index_of(rule.kind)).bind(3, rule.a).bind(4, rule.b).run();
    changed = true;
}

/// Finds which units are one entity and writes it to the tables of entities that the connection sees.
void Store::Impl::resolve() {
    // What the batches cached makes room for what the names need.
    units = std::unordered_map<std::string, std::int64_t>();
    database.execute("PRAGMA shrink_memory");
    std::vector<EntityUnit> all;
    std::vector<std::int64_t> ids;
    const auto count = static_cast<std::size_t>(database.integer("SELECT count(*) FROM unit"));
    all.reserve(count);
    ids.reserve(count);
    std::unordered_map<std::int64_t, std::uint32_t> index;
    Query unit_rows =
        database.prepare("SELECT id, kind, ident, name, type, period, parties FROM unit ORDER BY id");
    while (unit_rows.step()) {
        index.emplace(unit_rows.integer(0), static_cast<std::uint32_t>(all.size()));
        ids.push_back(unit_rows.integer(0));
        all.push_back({enum_of(database, unit_rows.integer(1), EntityKind::topic),
                       std::string(unit_rows.text(2)), std::string(unit_rows.text(3)),
                       std::string(unit_rows.text(4)), std::string(unit_rows.text(5)),
                       std::string(unit_rows.text(6))});
    }
    std::vector<CountedUse> counted;
    counted.reserve(static_cast<std::size_t>(database.integer("SELECT count(*) FROM unit_use")));
    Query use_rows = database.prepare("SELECT unit, feature, other, text, count FROM unit_use");
    while (use_rows.step()) {
        const auto other = index.find(use_rows.integer(2));
        counted.push_back({{find_in(database, index, use_rows.integer(0)),
                            enum_of(database, use_rows.integer(1), UnitFeature::voice),
                            other == index.end() ? no_unit : other->second, std::string(use_rows.text(3))},
                           static_cast<std::size_t>(use_rows.integer(4))});
    }
    index = std::unordered_map<std::int64_t, std::uint32_t>();
    const Resolution resolution = resolve_entities(all, std::move(counted), read_rules());
    all = std::vector<EntityUnit>();

    database.execute("DELETE FROM unit_entity; DELETE FROM entity; DELETE FROM entity_name");
    Query entity_row = database.prepare("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?)");
    std::vector<std::tuple<std::string, std::int64_t, std::int64_t>> names;
    for (std::size_t i = 0; i < resolution.entities.size(); ++i) {
        const ResolvedEntity& entity = resolution.entities[i];
        const std::string aliases = joined(entity.aliases);
        entity_row.bind(1, index_of(i))
            .bind(2, entity.id)
            .bind(3, entity.label)
            .bind(4, index_of(entity.kind))
            .bind(5, entity.type)
            .bind(6, aliases)
            .bind(7, std::int64_t{entity.speaks_only})
            .run();
        names.emplace_back(fold_name(entity.id), 0, index_of(i));
        names.emplace_back(fold_name(entity.label), 1, index_of(i));
        for (const std::string& alias : entity.aliases) names.emplace_back(fold_name(alias), 2, index_of(i));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    Query name_row = database.prepare("INSERT INTO entity_name VALUES (?, ?, ?)");
    for (const auto& [folded, rank, entity] : names)
        name_row.bind(1, folded).bind(2, rank).bind(3, entity).run();
    Query unit_row = database.prepare("INSERT INTO unit_entity VALUES (?, ?, ?, ?)");
    for (std::size_t i = 0; i < ids.size(); ++i) {
        unit_row.bind(1, ids[i])
            .bind(2, std::int64_t{resolution.entity_of_unit[i]})
            .bind(3, resolution.reason_of_unit[i].rule)
            .bind(4, resolution.reason_of_unit[i].evidence)
            .run();
    }
}

/// Within a transaction: sees to it that the tables of entities are those of its moment.
void Store::Impl::require_entities() {
    if (database.integer("SELECT generation = resolved FROM state") != 0) return;
    create_entity_tables("TEMP ");
    resolve();
}

void Store::Impl::name_speaker(ClaimGraphBuilder& builder, Speakers& known, std::int64_t unit, Claim& claim) {
    if (unit == 0) return;
    const auto [at, added] = known.try_emplace(unit);
    if (added) {
        Query& row = query(
            "SELECT e.label, u.name FROM unit u JOIN unit_entity x ON x.unit = u.id "
            "JOIN entity e ON e.id = x.entity WHERE u.id = ?");
        if (!row.bind(1, unit).step()) fail_damaged(database, "a reference leads nowhere");
        at->second = {std::string(row.text(0)), std::string(row.text(1))};
        row.reset();
        builder.add_speaker_name(at->second.label, at->second.name);
    }
    claim.speaker = at->second.label;
}

ClaimGraph Store::Impl::read_graph() {
    ClaimGraphBuilder builder;
    std::unordered_map<std::int64_t, NodeIndex> nodes;
    Query entity_rows =
        database.prepare("SELECT id, name, label, kind, type, aliases FROM entity WHERE NOT speaks_only");
    while (entity_rows.step()) {
        Node node;
        node.id = entity_rows.text(1);
        node.label = entity_rows.text(2);
        node.kind = enum_of(database, entity_rows.integer(3), EntityKind::topic);
        node.type = entity_rows.text(4);
        node.aliases = split(entity_rows.text(5));
        nodes.emplace(entity_rows.integer(0), builder.add_node(std::move(node)));
    }
    std::unordered_map<std::int64_t, NodeIndex> node_of_unit;
    Query unit_rows = database.prepare("SELECT unit, entity FROM unit_entity");
    while (unit_rows.step()) {
        const auto node = nodes.find(unit_rows.integer(1));
        if (node != nodes.end()) node_of_unit.emplace(unit_rows.integer(0), node->second);
    }
    std::unordered_map<std::int64_t, DocumentIndex> documents;
    Query document_rows = database.prepare("SELECT id, record FROM document");
    while (document_rows.step()) {
        documents.emplace(document_rows.integer(0),
                          builder.add_document(parser.parse_document(document_rows.text(1))));
    }
    std::unordered_map<std::int64_t, std::string> relation_names;
    Query relation_rows = database.prepare("SELECT id, name FROM relation");
    while (relation_rows.step()) relation_names.emplace(relation_rows.integer(0), relation_rows.text(1));

    Speakers speakers;
    Query rows = database.prepare("SELECT s.document, s.subject, s.object, s.relation, " +
                                  std::string(claim_columns) + " FROM statement s");
    while (rows.step()) {
        Claim claim = claim_of(database, rows, 4);
        name_speaker(builder, speakers, rows.integer(4 + speaker_column), claim);
        claim.document = find_in(database, documents, rows.integer(0));
        place_claim(builder, options, find_in(database, node_of_unit, rows.integer(1)),
                    find_in(database, relation_names, rows.integer(3)),
                    find_in(database, node_of_unit, rows.integer(2)), std::move(claim));
    }
    return builder.build(ClaimGraphBuilder::Counts::recount);
}

Store::Store(const std::filesystem::path& path, Access access)
    : impl_(std::make_unique<Impl>(path, access)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

bool Store::is_store(const std::filesystem::path& path) {
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::ifstream in(path, std::ios::binary);
    std::array<char, magic.size()> head{};
    return in.read(head.data(), head.size()) && std::string_view(head.data(), head.size()) == magic;
}

void Store::hold_together() {
    impl_->together = true;
}

/// What `work` gives; JSON that the store did not write is damage.
auto Store::Impl::refusing_damage(const auto& work) {
    try {
        return work();
    } catch (const JsonError& error) {
        fail_damaged(database, error.what());
    }
}

Store::Change Store::add(const Document& document, std::span<const Statement> statements) {
    const std::vector<Statement> unfolded = unfold_measure_verbs(statements);
    const PreparedDocument prepared =
        prepare_document(document, unfolded.empty() ? statements : std::span<const Statement>(unfolded));
    impl_->begin_batch();
    Query& find = impl_->query("SELECT id, fingerprint FROM document WHERE name = ?");
    Change change = Change::added;
    if (find.bind(1, document.id).step()) {
        const std::int64_t held = find.integer(0);
        const bool same = find.text(1) == prepared.fingerprint;
        find.reset();
        if (same) return Change::unchanged;
        impl_->refusing_damage([&] { impl_->erase(held); });
        change = Change::replaced;
    }
    impl_->insert(document, prepared);
    impl_->end_batch_when_full();
    return change;
}

bool Store::remove(std::string_view document_id) {
    impl_->begin_batch();
    Query& find = impl_->query("SELECT id FROM document WHERE name = ?");
    if (!find.bind(1, document_id).step()) return false;
    const std::int64_t held = find.integer(0);
    find.reset();
    impl_->refusing_damage([&] { impl_->erase(held); });
    impl_->end_batch_when_full();
    return true;
}

void Store::finish() {
    impl_->together = false;
    impl_->commit_batch();
    impl_->begin_batch();
    if (impl_->database.integer("SELECT generation = resolved FROM state") == 0) {
        impl_->refusing_damage([&] { impl_->resolve(); });
        impl_->database.execute("UPDATE state SET resolved = generation");
    }
    impl_->database.execute("COMMIT");
}

std::optional<Store::StoredDocument> Store::document(std::string_view id) {
    return impl_->refusing_damage([&] { return impl_->read_document(id); });
}

std::vector<std::string> Store::document_ids() {
    std::vector<std::string> out;
    Query rows = impl_->database.prepare("SELECT name FROM document ORDER BY name");
    while (rows.step()) out.emplace_back(rows.text(0));
    return out;
}

/// What `read` gives in one transaction, with the entities of its moment.
auto Store::Impl::at_one_moment(const auto& read) {
    commit_batch();
    database.execute("BEGIN");
    try {
        auto result = refusing_damage([&] {
            require_entities();
            return read();
        });
        database.execute("ROLLBACK");
        return result;
    } catch (...) {
        queries.clear();  // those that are not at their end
        database.execute("ROLLBACK");
        throw;
    }
}

std::vector<Store::EntityForms> Store::Impl::read_entities(const std::optional<std::string>& name) {
    std::vector<std::int64_t> ids;
    if (name) {
        Query find = database.prepare(
            "SELECT entity FROM entity_name WHERE folded = ?1 AND rank = "
            "(SELECT min(rank) FROM entity_name WHERE folded = ?1)");
        const std::string folded = fold_name(*name);
        find.bind(1, folded);
        while (find.step()) ids.push_back(find.integer(0));
    } else {
        Query find = database.prepare("SELECT id FROM entity");
        while (find.step()) ids.push_back(find.integer(0));
    }
    std::vector<EntityForms> out;
    for (const std::int64_t id : ids) {
        EntityForms forms;
        Query& entity = query("SELECT name, label, kind, type, aliases FROM entity WHERE id = ?");
        if (!entity.bind(1, id).step()) fail_damaged(database, "a reference leads nowhere");
        forms.entity.id = entity.text(0);
        forms.entity.label = entity.text(1);
        forms.entity.kind = enum_of(database, entity.integer(2), EntityKind::topic);
        forms.entity.type = entity.text(3);
        forms.entity.aliases = split(entity.text(4));
        entity.reset();
        Query& rows = query(
            "SELECT u.name, u.ident, u.type, u.period, (SELECT coalesce(sum(n.count), 0) FROM unit_use n "
            "WHERE n.unit = u.id AND n.feature IN (?2, ?3)), e.rule, e.evidence "
            "FROM unit_entity e JOIN unit u ON u.id = e.unit WHERE e.entity = ?1 "
            "ORDER BY 5 DESC, u.name, u.ident, u.type, u.period, u.parties");
        rows.bind(1, id).bind(2, index_of(UnitFeature::occurrence)).bind(3, index_of(UnitFeature::voice));
        while (rows.step()) {
            forms.forms.push_back({std::string(rows.text(0)),
                                   std::string(rows.text(1)),
                                   std::string(rows.text(2)),
                                   std::string(rows.text(3)),
                                   static_cast<std::size_t>(rows.integer(4)),
                                   {std::string(rows.text(5)), std::string(rows.text(6))}});
        }
        out.push_back(std::move(forms));
    }
    std::sort(out.begin(), out.end(),
              [](const EntityForms& a, const EntityForms& b) { return a.entity.id < b.entity.id; });
    return out;
}

/// Breadth first, an edge at a time.
std::optional<ClaimGraph> Store::Impl::read_around(std::string_view name, std::size_t depth,
                                                   std::span<const std::string> relation_names,
                                                   bool with_ends) {
    const std::string folded = fold_name(name);
    std::vector<std::int64_t> frontier;
    Query& find = query(
        "SELECT n.entity, n.rank FROM entity_name n JOIN entity e ON e.id = n.entity "
        "WHERE n.folded = ? AND NOT e.speaks_only ORDER BY n.rank");
    find.bind(1, folded);
    std::optional<std::int64_t> rank;
    while (find.step() && find.integer(1) == rank.value_or(find.integer(1))) {
        rank = find.integer(1);
        frontier.push_back(find.integer(0));
    }
    find.reset();
    if (frontier.empty()) return std::nullopt;

    ClaimGraphBuilder builder;
    std::unordered_map<std::int64_t, NodeIndex> nodes;
    const auto node_of = [&](std::int64_t entity) {
        const auto known = nodes.find(entity);
        if (known != nodes.end()) return known->second;
        Query& row = query("SELECT name, label, kind, type, aliases FROM entity WHERE id = ?");
        if (!row.bind(1, entity).step()) fail_damaged(database, "a reference leads nowhere");
        Node node;
        node.id = row.text(0);
        node.label = row.text(1);
        node.kind = enum_of(database, row.integer(2), EntityKind::topic);
        node.type = row.text(3);
        node.aliases = split(row.text(4));
        row.reset();
        return nodes.emplace(entity, builder.add_node(std::move(node))).first->second;
    };
    std::unordered_map<std::int64_t, DocumentIndex> documents;
    const auto document_of = [&](std::int64_t id) {
        const auto known = documents.find(id);
        if (known != documents.end()) return known->second;
        Query& row = query("SELECT record FROM document WHERE id = ?");
        if (!row.bind(1, id).step()) fail_damaged(database, "a reference leads nowhere");
        const DocumentIndex index = builder.add_document(parser.parse_document(row.text(0)));
        row.reset();
        return documents.emplace(id, index).first->second;
    };
    Speakers speakers;
    std::unordered_map<std::int64_t, std::string> names_of_relations;
    Query relation_rows = database.prepare("SELECT id, name FROM relation");
    while (relation_rows.step()) names_of_relations.emplace(relation_rows.integer(0), relation_rows.text(1));
    const auto wanted = [&](const std::string& relation) {
        return relation_names.empty() ||
               std::find(relation_names.begin(), relation_names.end(), relation) != relation_names.end();
    };
    const auto ends = [&](std::string_view own) {
        return "SELECT s.document, a.entity, b.entity, s.relation, " + std::string(claim_columns) +
               ", s.id FROM unit_entity n JOIN statement s ON s." + std::string(own) +
               " = n.unit JOIN unit_entity a ON a.unit = s.subject JOIN unit_entity b ON b.unit = s.object "
               "WHERE n.entity = ?";
    };
    Query as_subject = database.prepare(ends("subject"));
    Query as_object = database.prepare(ends("object"));
    for (const std::int64_t entity : frontier) node_of(entity);
    std::unordered_set<std::int64_t> seen_entities(frontier.begin(), frontier.end());
    std::unordered_set<std::int64_t> seen_statements;
    for (std::size_t step = 0; step < depth && !frontier.empty(); ++step) {
        std::vector<std::int64_t> next;
        for (const std::int64_t entity : frontier) {
            for (Query* rows : {&as_subject, &as_object}) {
                rows->reset();
                rows->bind(1, entity);
                while (rows->step()) {
                    const std::string& relation = find_in(database, names_of_relations, rows->integer(3));
                    if (!wanted(relation) || !seen_statements.insert(rows->integer(16)).second) continue;
                    for (const int column : {1, 2}) {
                        if (seen_entities.insert(rows->integer(column)).second)
                            next.push_back(rows->integer(column));
                    }
                    Claim claim = claim_of(database, *rows, 4);
                    name_speaker(builder, speakers, rows->integer(4 + speaker_column), claim);
                    claim.document = document_of(rows->integer(0));
                    place_claim(builder, options, node_of(rows->integer(1)), relation,
                                node_of(rows->integer(2)), std::move(claim));
                }
            }
        }
        frontier = std::move(next);
    }
    if (!with_ends) return builder.build(ClaimGraphBuilder::Counts::recount);
    for (const std::int64_t entity : frontier) {
        if (builder.node(node_of(entity)).kind != EntityKind::measure) continue;
        as_object.reset();
        as_object.bind(1, entity);
        while (as_object.step()) {
            const std::string& relation = find_in(database, names_of_relations, as_object.integer(3));
            if (relation != "removes" || !seen_statements.insert(as_object.integer(16)).second) continue;
            Claim claim = claim_of(database, as_object, 4);
            name_speaker(builder, speakers, as_object.integer(4 + speaker_column), claim);
            claim.document = document_of(as_object.integer(0));
            place_claim(builder, options, node_of(as_object.integer(1)), relation,
                        node_of(as_object.integer(2)), std::move(claim));
        }
    }
    return builder.build(ClaimGraphBuilder::Counts::recount);
}

std::vector<Store::Hit> Store::Impl::read_hits(std::string_view words, std::size_t limit) {
    // Each word as a string of FTS5's query language, so that nothing in it is an operator.
    std::string match;
    std::istringstream in{std::string(words)};
    for (std::string word; in >> word;) {
        match += match.empty() ? "\"" : " \"";
        for (const char c : word) match.append(c == '"' ? 2 : 1, c);
        match += "\"";
    }
    std::vector<Hit> out;
    if (match.empty()) return out;
    std::set<std::string> seen;
    Query names = database.prepare(
        "SELECT e.name, u.name FROM name n JOIN unit u ON u.id = n.rowid JOIN unit_entity x ON x.unit = u.id "
        "JOIN entity e ON e.id = x.entity WHERE n.name MATCH ? ORDER BY n.rank, u.name, e.name");
    names.bind(1, match);
    while (seen.size() < limit && names.step()) {
        if (seen.emplace(names.text(0)).second)
            out.push_back({true, std::string(names.text(0)), {}, std::string(names.text(1))});
    }
    names.reset();
    Query quotes = database.prepare(
        "SELECT d.name, d.date, s.json, s.quote_begin, s.quote_size FROM quote q JOIN statement s ON s.id = "
        "q.rowid "
        "JOIN document d ON d.id = s.document WHERE q.quote MATCH ? ORDER BY q.rank, d.name, s.sentence "
        "LIMIT ?");
    quotes.bind(1, match).bind(2, index_of(limit));
    while (quotes.step()) {
        const auto begin = static_cast<std::size_t>(quotes.integer(3));
        const auto size = static_cast<std::size_t>(quotes.integer(4));
        const std::string_view json = quotes.text(2);
        if (begin > json.size() || size > json.size() - begin)
            fail_damaged(database, "a quote lies outside its statement");
        out.push_back({false, std::string(quotes.text(0)), std::string(quotes.text(1)),
                       parse_json_string(json.substr(begin, size))});
    }
    return out;
}

ClaimGraph Store::graph() {
    return impl_->at_one_moment([&] { return impl_->read_graph(); });
}

std::vector<Store::EntityForms> Store::entities(const std::optional<std::string>& name) {
    return impl_->at_one_moment([&] { return impl_->read_entities(name); });
}

std::vector<Store::Hit> Store::search(std::string_view words, std::size_t limit) {
    return impl_->at_one_moment([&] { return impl_->read_hits(words, limit); });
}

std::optional<ClaimGraph> Store::around(std::string_view name, std::size_t depth,
                                        std::span<const std::string> relations, bool with_ends) {
    return impl_->at_one_moment([&] { return impl_->read_around(name, depth, relations, with_ends); });
}

void Store::set_lexicon(std::span<const NameRules::Row> words) {
    impl_->write_rules(words, true);
}

void Store::set_aliases(std::span<const NameRules::Row> rows) {
    impl_->write_rules(rows, false);
}

Store::Report Store::check() {
    impl_->commit_batch();
    Report report;
    Query structure = impl_->database.prepare("PRAGMA integrity_check(20)");
    while (structure.step()) {
        if (structure.text(0) != "ok")
            report.faults.push_back("structure: " + std::string(structure.text(0)));
    }
    if (!report.faults.empty()) return report;
    for (const std::string& id : document_ids()) impl_->check_document(id, report);
    impl_->refusing_damage([&] { impl_->check_counts(report); });
    return report;
}

void Store::Impl::check_document(const std::string& id, Report& report) {
    const auto fault = [&](const std::string& what) {
        report.faults.push_back("document '" + id + "': " + what);
    };
    std::optional<StoredDocument> held;
    try {
        held = read_document(id);
    } catch (const JsonError& error) {
        fault(error.what());
        return;
    }
    if (!held) return;
    ++report.documents;
    report.statements += held->statements.size();
    Query& find = query("SELECT fingerprint, count FROM document WHERE name = ?");
    find.bind(1, id).step();
    const std::string fingerprint(find.text(0));
    if (find.integer(1) != index_of(held->statements.size())) fault("some of its statements are missing");
    find.reset();
    if (prepare_document(held->document, held->statements).fingerprint != fingerprint)
        fault("is not what was added: its fingerprint differs");

    const std::string& text = held->document.text;
    if (text.empty()) {
        report.unverified_quotes += held->statements.size();
        return;
    }
    std::vector<std::size_t> byte_of_point;
    for (std::size_t i = 0; i < text.size(); i += decode_utf8(text, i).size) byte_of_point.push_back(i);
    byte_of_point.push_back(text.size());
    for (const Statement& statement : held->statements) {
        const Span span = statement.evidence.span;
        const bool inside = span.begin <= span.end && span.end < byte_of_point.size();
        if (inside && std::string_view(text).substr(byte_of_point[span.begin],
                                                    byte_of_point[span.end] - byte_of_point[span.begin]) ==
                          statement.evidence.text) {
            ++report.verified_quotes;
        } else {
            fault("the quote of statement '" + statement.id + "' is not what its text has at " +
                  std::to_string(span.begin) + ".." + std::to_string(span.end));
        }
    }
}

/// Counts the uses of units anew, and compares.
void Store::Impl::check_counts(Report& report) {
    if (!report.faults.empty()) return;
    for (const std::string_view table : {"quote", "name"}) {
        try {
            std::string check("INSERT INTO ");
            check.append(table).append(" (").append(table).append(") VALUES ('integrity-check')");
            database.execute(check);
        } catch (const StoreError& error) {
            report.faults.push_back("full text: " + std::string(error.what()));
        }
    }
    uses.clear();
    Query document_rows = database.prepare("SELECT first, count, date, name FROM document");
    while (document_rows.step()) {
        SketchTable table;
        std::vector<StatementSketch> sketches;
        Query rows = database.prepare(
            "SELECT subject, object, speaker, json FROM statement WHERE id >= ? AND id < ? ORDER BY id");
        rows.bind(1, document_rows.integer(0)).bind(2, document_rows.integer(0) + document_rows.integer(1));
        std::vector<std::array<std::int64_t, 3>> filed;
        while (rows.step()) {
            filed.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
            sketches.push_back(table.sketch(parser.parse_statement(rows.text(3))));
        }
        const DocumentUnits found = table.units(document_rows.text(3), document_rows.text(2), sketches);
        std::vector<std::int64_t> ids;
        for (const EntityUnit& unit : found.units) ids.push_back(find_unit(unit).value_or(-1));
        for (std::size_t i = 0; i < filed.size(); ++i) {
            const DocumentUnits::Parts& parts = found.parts[i];
            const std::int64_t speaker = parts.speaker == no_unit ? 0 : ids[parts.speaker];
            if (filed[i] != std::array{ids[parts.subject], ids[parts.object], speaker})
                report.faults.emplace_back("a statement is filed under other entities than it names");
        }
        count_uses(found, ids, 1);
    }
    std::map<Use, std::int64_t> counted = std::exchange(uses, {});
    Query use_rows = database.prepare("SELECT unit, feature, other, text, count FROM unit_use");
    while (use_rows.step()) {
        const auto at = counted.find(
            {use_rows.integer(0), use_rows.integer(1), use_rows.integer(2), std::string(use_rows.text(3))});
        if (at == counted.end() || at->second != use_rows.integer(4)) {
            report.faults.emplace_back("counts of entities differ from the statements'");
            return;
        }
        counted.erase(at);
    }
    if (!counted.empty()) report.faults.emplace_back("counts of entities are missing");
}

}  // namespace claimgraph
