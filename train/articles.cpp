#include "train/articles.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string_view>

#include "graph/model/error.hpp"
#include "graph/model/names.hpp"

namespace claimgraph::train {
namespace {

std::string trim(std::string_view s) {
    const auto begin = s.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return std::string(s.substr(begin, s.find_last_not_of(" \t\r") - begin + 1));
}

std::vector<std::string> split(std::string_view s, std::string_view separator) {
    std::vector<std::string> out;
    while (true) {
        const auto at = s.find(separator);
        out.push_back(trim(s.substr(0, at)));
        if (at == std::string_view::npos) return out;
        s.remove_prefix(at + separator.size());
    }
}

/// Kinds of the ends where the line does not give them.
EntityKind subject_kind(std::string_view relation) {
    return relation == "targets" || relation == "covers" || relation == "affects" ? EntityKind::measure
                                                                                  : EntityKind::actor;
}

EntityKind object_kind(std::string_view relation) {
    constexpr std::array<std::string_view, 7> measures{"imposes",  "raises",  "reduces", "delays",
                                                       "suspends", "removes", "complies"};
    constexpr std::array<std::string_view, 4> goods{"purchases", "sells", "covers", "restricts"};
    if (std::find(measures.begin(), measures.end(), relation) != measures.end()) return EntityKind::measure;
    if (std::find(goods.begin(), goods.end(), relation) != goods.end()) return EntityKind::commodity;
    return EntityKind::actor;
}

GoldEntity read_entity(std::string_view names, EntityKind kind) {
    GoldEntity entity;
    entity.kind = kind;
    for (std::string& name : split(names, ";")) {
        if (!name.empty()) entity.names.push_back(std::move(name));
    }
    return entity;
}

class ArticleFile {
  public:
    explicit ArticleFile(const std::filesystem::path& path) : path_(path) {}

    GoldDocument read() {
        std::ifstream in(path_, std::ios::binary);
        if (!in) throw IoError(path_.string() + ": cannot be read");
        out_.document.id = path_.stem().string();
        enum class Part { head, text, statements } part = Part::head;
        std::string line;
        while (std::getline(in, line)) {
            ++number_;
            if (part == Part::head) {
                if (trim(line).empty()) {
                    part = Part::text;
                } else {
                    read_head(line);
                }
            } else if (part == Part::text) {
                if (trim(line) == "@@") {
                    part = Part::statements;
                } else {
                    out_.document.text += line + "\n";
                }
            } else if (!trim(line).empty()) {
                read_statement(line);
            }
        }
        if (part != Part::statements)
            fail("expected a line \"@@\" before the statements, found the file's end");
        return std::move(out_);
    }

  private:
    [[noreturn]] void fail(const std::string& message) const {
        throw FormatError(path_.string(), number_, 0, message);
    }

    void read_head(const std::string& line) {
        const auto colon = line.find(": ");
        if (colon == std::string::npos) fail("expected \"name: value\", found \"" + line + "\"");
        const std::string value = trim(std::string_view(line).substr(colon + 2));
        if (line.starts_with("date")) out_.document.date = value;
        if (line.starts_with("outlet")) out_.document.outlet = value;
        if (line.starts_with("voice")) out_.document.voice = parse<Voice>(value).value_or(Voice::news);
    }

    void read_statement(const std::string& line) {
        const std::vector<std::string> fields = split(line, " | ");
        if (fields.size() < 6) fail("expected six fields divided by \" | \", found \"" + line + "\"");
        GoldStatement statement;
        statement.relation = fields[0];
        EntityKind subject = subject_kind(fields[0]);
        EntityKind object = object_kind(fields[0]);
        for (std::size_t i = 6; i < fields.size(); ++i) {
            const auto kind_of = [&](std::string_view name) {
                const auto kind = parse<EntityKind>(name);
                if (!kind) fail("expected a kind of entity, found \"" + std::string(name) + "\"");
                return *kind;
            };
            if (fields[i] == "optional") statement.optional = true;
            if (fields[i].starts_with("kind=")) object = kind_of(std::string_view(fields[i]).substr(5));
            if (fields[i].starts_with("skind=")) subject = kind_of(std::string_view(fields[i]).substr(6));
        }
        statement.subject = read_entity(fields[1], subject);
        statement.object = read_entity(fields[2], object);
        if (statement.subject.names.empty() || statement.object.names.empty())
            fail("expected names of both ends, found \"" + line + "\"");
        const std::vector<std::string> status = split(fields[3], " ");
        const auto parsed = parse<Status>(status.front());
        if (!parsed) fail("expected a status, found \"" + fields[3] + "\"");
        statement.factuality.status = *parsed;
        if (status.size() > 1 && status[1] == "negative") statement.factuality.polarity = Polarity::negative;
        if (fields[4] != "-") statement.source = read_entity(fields[4], EntityKind::actor);
        statement.sentence = fields[5];
        if (out_.document.text.find(statement.sentence) == std::string::npos)
            fail("expected words of the text, found \"" + statement.sentence + "\"");
        out_.statements.push_back(std::move(statement));
    }

    std::filesystem::path path_;
    std::size_t number_ = 0;
    GoldDocument out_;
};

}  // namespace

std::vector<GoldDocument> read_articles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".article") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<GoldDocument> out;
    out.reserve(files.size());
    for (const auto& file : files) out.push_back(ArticleFile(file).read());
    return out;
}

}  // namespace claimgraph::train
