// The tables of a store. Private to this folder.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimgraph::store_schema {

inline constexpr std::int64_t application = 0x434C4D47;  ///< "CLMG", in the file's header
inline constexpr std::int64_t version = 2;

/// What was read, and what each document contributes to its entities.
///
/// `document.first` and `count`: its statements have consecutive ids. `statement.attribution`: -1 for the
/// document's own voice. `statement.speaker`: the unit of its innermost source, 0 for none.
/// `state.generation` counts the commits that changed something; `resolved` is the generation that the tables
/// of `entities` belong to. The full-text tables hold no text of their own: `quote` has a row for each
/// sentence, by its first statement's id, `name` one for each unit.
inline constexpr std::string_view tables = R"(
CREATE TABLE state (generation INTEGER NOT NULL, resolved INTEGER NOT NULL);
INSERT INTO state VALUES (0, 0);
CREATE TABLE name_rule (
    verb INTEGER NOT NULL, kind INTEGER NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL,
    PRIMARY KEY (verb, kind, a, b)) WITHOUT ROWID;
CREATE TABLE document (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, record TEXT NOT NULL, date TEXT NOT NULL,
    fingerprint TEXT NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL);
CREATE TABLE document_text (document INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE relation (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE unit (
    id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, ident TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
    period TEXT NOT NULL, parties TEXT NOT NULL, UNIQUE (kind, ident, name, type, period, parties));
CREATE TABLE unit_use (
    unit INTEGER NOT NULL, feature INTEGER NOT NULL, other INTEGER NOT NULL, text TEXT NOT NULL,
    count INTEGER NOT NULL, PRIMARY KEY (unit, feature, other, text)) WITHOUT ROWID;
CREATE TABLE statement (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL, subject INTEGER NOT NULL, object INTEGER NOT NULL,
    relation INTEGER NOT NULL, sentence INTEGER NOT NULL, subject_place INTEGER NOT NULL,
    object_place INTEGER NOT NULL, status INTEGER NOT NULL, polarity INTEGER NOT NULL,
    attribution INTEGER NOT NULL, confidence REAL, speaker INTEGER NOT NULL, time TEXT NOT NULL,
    quote_begin INTEGER NOT NULL, quote_size INTEGER NOT NULL, json TEXT NOT NULL);
CREATE INDEX statement_subject ON statement (subject);
CREATE INDEX statement_object ON statement (object);
CREATE VIRTUAL TABLE quote USING fts5 (text, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE name USING fts5 (text, content='', tokenize='unicode61 remove_diacritics 2');
)";

/// What the units add up to; a reader that finds them out of date makes temporary ones of its own. `rank` in
/// `entity_name`: 0 for the id, 1 for the label, 2 for an alias.
inline constexpr std::string_view entity_columns = R"(
    (id INTEGER PRIMARY KEY, name TEXT NOT NULL, label TEXT NOT NULL, kind INTEGER NOT NULL, type TEXT NOT NULL,
    aliases TEXT NOT NULL, speaks_only INTEGER NOT NULL))";
inline constexpr std::string_view unit_entity_columns =
    "(unit INTEGER PRIMARY KEY, entity INTEGER NOT NULL, rule TEXT NOT NULL, evidence TEXT NOT NULL)";
inline constexpr std::string_view entity_name_columns =
    "(folded TEXT NOT NULL, rank INTEGER NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (folded, rank, "
    "entity)) "
    "WITHOUT ROWID";

}  // namespace claimgraph::store_schema
