#include "train/gold.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <rapidjson/document.h>

#include "graph/model/error.hpp"
#include "graph/model/names.hpp"

namespace claimgraph::train {
namespace {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw IoError(path.string() + ": cannot be read");
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

GoldEntity read_entity(const rapidjson::Value& json) {
    GoldEntity entity;
    entity.names.emplace_back(json["name"].GetString());
    if (json.HasMember("alt")) {
        for (const auto& name : json["alt"].GetArray()) entity.names.emplace_back(name.GetString());
    }
    entity.kind = parse<EntityKind>(json["kind"].GetString()).value_or(EntityKind::topic);
    return entity;
}

/// Usual names of countries that the texts abbreviate.
std::string country(const std::string& name) {
    static const std::map<std::string, std::string, std::less<>> names{
        {"us", "united states"},        {"usa", "united states"},      {"america", "united states"},
        {"american", "united states"},  {"chinese", "china"},          {"uk", "united kingdom"},
        {"britain", "united kingdom"},  {"british", "united kingdom"}, {"eu", "european union"},
        {"european", "european union"}, {"russian", "russia"},         {"canadian", "canada"},
        {"mexican", "mexico"},          {"indian", "india"},           {"japanese", "japan"},
        {"ukrainian", "ukraine"},       {"iranian", "iran"},           {"brazilian", "brazil"},
        {"german", "germany"}};
    const auto found = names.find(name);
    return found == names.end() ? name : found->second;
}

std::vector<std::string> words(std::string_view name) {
    std::string text;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (name.substr(i).starts_with("\xE2\x80\x99")) {
            text += '\'';
            i += 2;
        } else {
            text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    std::vector<std::string> out;
    std::istringstream in(text);
    std::string word;
    while (in >> word) {
        std::erase_if(word, [](char c) { return c == '.' || c == ',' || c == '"' || c == ')' || c == '('; });
        if (word.ends_with("'s")) word.resize(word.size() - 2);
        std::erase(word, '\'');
        if (!word.empty()) out.push_back(word);
    }
    while (!out.empty() && (out.front() == "the" || out.front() == "a" || out.front() == "an"))
        out.erase(out.begin());
    return out;
}

std::string normalized(std::string_view name) {
    std::string out;
    for (const std::string& word : words(name)) out += (out.empty() ? "" : " ") + word;
    return country(out);
}

std::string stem(const std::string& word) {
    if (word.size() > 5 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
    if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss"))
        return word.substr(0, word.size() - 1);
    return word;
}

std::set<std::string> content(std::string_view name) {
    static const std::set<std::string, std::less<>> stop{
        "a",       "an",   "the",   "of",    "on",    "in",  "for", "to",  "by",   "with", "from",
        "against", "and",  "or",    "its",   "their", "his", "her", "new", "all",  "some", "any",
        "this",    "that", "these", "those", "s",     "us'", "at",  "as",  "over", "into"};
    std::set<std::string> out;
    std::string spaced(name);
    std::replace(spaced.begin(), spaced.end(), '-', ' ');
    for (const std::string& word : words(spaced)) {
        std::istringstream in(country(word));
        std::string part;
        while (in >> part) {
            if (!stop.contains(part)) out.insert(stem(part));
        }
    }
    return out;
}

std::string head(std::string_view name) {
    static const std::set<std::string, std::less<>> ends{
        "on", "of", "against", "in", "for", "to", "from", "with", "by", "over", "that", "which", "at"};
    std::string last;
    for (const std::string& word : words(name)) {
        if (!last.empty() && ends.contains(word)) break;
        last = word;
    }
    return stem(last);
}

bool is_bare(const GoldEntity& gold, std::string_view guess) {
    if (gold.kind != EntityKind::measure || content(gold.names.front()).size() <= 1) return false;
    std::set<std::string> rest = content(guess);
    rest.erase(head(guess));
    return rest.empty();
}

}  // namespace

std::vector<GoldDocument> read_gold(const std::filesystem::path& folder) {
    std::vector<GoldDocument> out;
    std::istringstream index(read_file(folder / "INDEX.tsv"));
    std::string line;
    std::getline(index, line);
    while (std::getline(index, line)) {
        std::vector<std::string> fields;
        std::istringstream row(line);
        for (std::string field; std::getline(row, field, '\t');) fields.push_back(field);
        if (fields.size() < 2) continue;
        const std::filesystem::path text = folder / fields[0];
        const std::filesystem::path file = std::filesystem::path(text).replace_extension(".jsonl");
        if (!std::filesystem::exists(file)) continue;
        GoldDocument gold;
        gold.document.id = text.stem().string();
        gold.document.date = fields[1];
        if (fields.size() > 2) gold.document.outlet = fields[2];
        gold.document.text = read_file(text);
        std::istringstream statements(read_file(file));
        std::size_t number = 0;
        while (std::getline(statements, line)) {
            ++number;
            if (line.empty()) continue;
            rapidjson::Document json;
            json.Parse(line.c_str(), line.size());
            if (json.HasParseError() || !json.IsObject())
                throw FormatError(file.string(), number, 0, "expected a JSON object");
            GoldStatement statement;
            statement.relation = json["relation"].GetString();
            statement.subject = read_entity(json["subject"]);
            statement.object = read_entity(json["object"]);
            statement.factuality.status = parse<Status>(json["status"].GetString()).value_or(Status::actual);
            statement.factuality.polarity =
                parse<Polarity>(json["polarity"].GetString()).value_or(Polarity::positive);
            if (json.HasMember("source") && json["source"].IsObject())
                statement.source = read_entity(json["source"]);
            if (json.HasMember("sentence") && json["sentence"].IsString())
                statement.sentence = json["sentence"].GetString();
            statement.optional =
                json.HasMember("optional") && json["optional"].IsBool() && json["optional"].GetBool();
            gold.statements.push_back(std::move(statement));
        }
        out.push_back(std::move(gold));
    }
    return out;
}

bool same_name(const GoldEntity& gold, const Entity& entity) {
    for (const std::string& name : gold.names) {
        if (normalized(name) == normalized(entity.name)) return !is_bare(gold, entity.name);
    }
    if (gold.kind == EntityKind::actor || gold.kind == EntityKind::country || is_bare(gold, entity.name))
        return false;
    const std::set<std::string> mine = content(entity.name);
    for (const std::string& name : gold.names) {
        const std::set<std::string> theirs = content(name);
        std::vector<std::string> both;
        std::set_intersection(mine.begin(), mine.end(), theirs.begin(), theirs.end(),
                              std::back_inserter(both));
        if (!both.empty() && head(name) == head(entity.name) &&
            2 * both.size() >= mine.size() + theirs.size() - both.size())
            return true;
    }
    return false;
}

}  // namespace claimgraph::train
