// Runs the hand-written cases against the extractor.
//
//   case_runner --data DIR [--known FILE] [--verbose] CASE_FILE...
//
// Exits 1 when a case fails that is not in FILE (one name a line), or when a case in FILE passes: the list of
// what is known to fail must be true. The format of the cases is told in README.md beside this file.

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/document.hpp"
#include "graph/model/names.hpp"
#include "graph/model/statement.hpp"
#include "ingest/text_analyzer.hpp"

namespace claimgraph {
namespace {

struct Expectation {
    bool wanted = true;
    std::string relation;
    std::vector<std::string> subject;
    std::vector<std::string> object;
    std::string status;    ///< empty: any
    std::string polarity;  ///< empty: any
    std::multimap<std::string, std::string> fields;
    std::string line;
};

struct Case {
    std::string name;
    std::string date;
    std::string text;
    std::vector<Expectation> expectations;
};

std::string trim(std::string_view s) {
    const auto begin = s.find_first_not_of(" \t\r");
    return begin == std::string_view::npos
               ? std::string()
               : std::string(s.substr(begin, s.find_last_not_of(" \t\r") - begin + 1));
}

std::vector<std::string> split(std::string_view s, char separator) {
    std::vector<std::string> out;
    while (true) {
        const auto at = s.find(separator);
        out.push_back(trim(s.substr(0, at)));
        if (at == std::string_view::npos) return out;
        s.remove_prefix(at + 1);
    }
}

std::string fold(std::string_view s) {
    std::string out;
    for (const char c : s) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (std::size_t at = 0; (at = out.find("\u2019", at)) != std::string::npos;) out.replace(at, 3, "'");
    return out;
}

const std::set<std::string> kStop{"a",    "an",   "the",     "of",  "on", "in",  "for", "to",  "by",
                                  "with", "from", "against", "and", "or", "all", "new", "its", "'s"};

std::vector<std::string> words(std::string_view name) {
    std::vector<std::string> out;
    std::string word;
    for (const char c : fold(name) + " ") {
        if (c == ' ' || c == '-' || c == ',') {
            if (word.size() > 2 && word.ends_with("'s")) word.resize(word.size() - 2);
            if (word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's') word.pop_back();
            if (!word.empty()) out.push_back(word);
            word.clear();
        } else {
            word += c;
        }
    }
    return out;
}

std::set<std::string> content(std::string_view name) {
    std::set<std::string> out;
    for (const std::string& w : words(name)) {
        if (!kStop.contains(w)) out.insert(w);
    }
    return out;
}

/// The last word before the first adposition.
std::string head(std::string_view name) {
    static const std::set<std::string> adpositions{"on",   "of",    "against", "in",    "for",
                                                   "to",   "from",  "with",    "by",    "over",
                                                   "that", "which", "at",      "under", "between"};
    std::string last;
    for (const std::string& w : words(name)) {
        if (!last.empty() && adpositions.contains(w)) break;
        if (!kStop.contains(w)) last = w;
    }
    return last;
}

bool same_name(const Entity& entity, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (name == "*" || words(name) == words(entity.name)) return true;
        if (content(name) == content(entity.name)) return true;
        if (entity.kind == EntityKind::actor || entity.kind == EntityKind::country) continue;
        const auto a = content(name);
        const auto b = content(entity.name);
        std::vector<std::string> both;
        std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
        if (head(name) == head(entity.name) && 2 * both.size() >= a.size() + b.size() - both.size())
            return true;
    }
    return false;
}

double days(std::string_view duration) {
    double total = 0;
    double number = 0;
    for (const char c : duration) {
        if (c >= '0' && c <= '9') number = number * 10 + (c - '0');
        const double unit = c == 'Y' ? 360 : c == 'M' ? 30 : c == 'W' ? 7 : c == 'D' ? 1 : 0;
        if (unit > 0) {
            total += number * unit;
            number = 0;
        }
    }
    return total;
}

bool has_field(const Statement& s, const std::string& key, const std::string& value) {
    if (key == "counterparty") return s.counterparty && same_name(*s.counterparty, split(value, ';'));
    if (key == "instrument") return s.instrument && same_name(*s.instrument, split(value, ';'));
    if (key == "time") return s.time && s.time->value.starts_with(value);
    if (key == "duration") return s.duration && days(s.duration->value) == days(value);
    if (key == "quantity") {
        const auto parts = split(value, ' ');
        double number = 0;
        std::from_chars(parts[0].data(), parts[0].data() + parts[0].size(), number);
        const std::string unit =
            parts.size() > 1 ? trim(std::string_view(value).substr(value.find(' '))) : "";
        return std::any_of(s.quantities.begin(), s.quantities.end(), [&](const Quantity& q) {
            return q.value == number && fold(q.unit) == fold(unit);
        });
    }
    return false;
}

bool source_is(const Statement& s, const std::optional<std::string>& wanted) {
    if (!wanted) return s.attribution.empty();
    return !s.attribution.empty() && same_name(s.attribution.front().source, split(*wanted, ';'));
}

bool matches(const Statement& s, const Expectation& e) {
    static const std::set<std::string> symmetric{"negotiates", "agrees", "cooperates"};
    if (e.relation != "*" && e.relation != s.relation) return false;
    const bool straight = same_name(s.subject, e.subject) && same_name(s.object, e.object);
    const bool turned =
        symmetric.contains(s.relation) && same_name(s.subject, e.object) && same_name(s.object, e.subject);
    if (!straight && !turned) return false;
    if (!e.status.empty() && to_string(s.factuality.status) != e.status) return false;
    if (!e.polarity.empty() && to_string(s.factuality.polarity) != e.polarity) return false;
    std::optional<std::string> source;
    for (const auto& [key, value] : e.fields) {
        if (key == "source") {
            source = value;
        } else if (!has_field(s, key, value)) {
            return false;
        }
    }
    return e.wanted || source ? source_is(s, source) : true;
}

Expectation read_expectation(const std::string& line, bool wanted) {
    Expectation e;
    e.wanted = wanted;
    e.line = (wanted ? "expect: " : "not: ") + line;
    const auto parts = split(line, '|');
    e.relation = parts.at(0);
    e.subject = split(parts.at(1), ';');
    e.object = split(parts.at(2), ';');
    std::size_t next = 3;
    if (parts.size() > next && parts[next].find('=') == std::string::npos) {
        const auto values = split(parts[next++], ' ');
        e.status = values.at(0);
        e.polarity = values.size() > 1 ? values[1] : wanted ? "positive" : "";
    }
    for (; next < parts.size(); ++next) {
        const auto equals = parts[next].find('=');
        e.fields.emplace(trim(parts[next].substr(0, equals)), trim(parts[next].substr(equals + 1)));
    }
    return e;
}

std::vector<Case> read_cases(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file.string() + ": cannot be read");
    std::vector<Case> cases;
    std::string line;
    bool in_text = false;
    while (std::getline(in, line)) {
        if (in_text && line.starts_with("  ")) {
            const std::string more = trim(line);
            std::string& text = cases.back().text;
            if (more == "//") {
                text += "\n\n";
            } else {
                if (!text.ends_with('\n')) text += ' ';
                text += more;
            }
            continue;
        }
        in_text = false;
        if (line.empty() || line[0] == '#') continue;
        const auto colon = line.find(':');
        const std::string key = line.substr(0, colon);
        const std::string value = colon == std::string::npos ? "" : trim(line.substr(colon + 1));
        if (key == "case") {
            cases.push_back({value, {}, {}, {}});
        } else if (key == "date") {
            cases.back().date = value;
        } else if (key == "text") {
            cases.back().text = value;
            in_text = true;
        } else if (key == "expect" || key == "not") {
            cases.back().expectations.push_back(read_expectation(value, key == "expect"));
        } else {
            throw std::runtime_error(file.string() + ": expected case, date, text, expect or not, found \"" +
                                     line + "\"");
        }
    }
    return cases;
}

std::string show(const Statement& s) {
    std::string out = s.relation + " | " + s.subject.name + " | " + s.object.name + " | " +
                      std::string(to_string(s.factuality.status)) + " " +
                      std::string(to_string(s.factuality.polarity));
    if (!s.attribution.empty()) out += " | source=" + s.attribution.front().source.name;
    if (s.counterparty) out += " | counterparty=" + s.counterparty->name;
    if (s.instrument) out += " | instrument=" + s.instrument->name;
    for (const Quantity& q : s.quantities) out += " | quantity=" + std::to_string(q.value) + " " + q.unit;
    if (s.time) out += " | time=" + s.time->value;
    if (s.duration) out += " | duration=" + s.duration->value;
    return out;
}

int run(int argc, char** argv) {
    std::filesystem::path data;
    std::set<std::string> known;
    bool verbose = false;
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < argc; ++i) {
        const std::string_view arg = argv[i];
        if (arg == "--data" && i + 1 < argc) {
            data = argv[++i];
        } else if (arg == "--known" && i + 1 < argc) {
            std::ifstream in(argv[++i]);
            std::string name;
            while (std::getline(in, name)) {
                if (!name.empty() && name[0] != '#') known.insert(trim(name));
            }
        } else if (arg == "--verbose") {
            verbose = true;
        } else {
            files.emplace_back(arg);
        }
    }
    std::sort(files.begin(), files.end());
    const TextAnalyzer analyzer(data / "models" / "english.cgm", data / "lexicons");
    std::size_t total = 0;
    std::size_t passed = 0;
    std::size_t lines = 0;
    std::size_t lines_passed = 0;
    std::vector<std::string> broken;
    std::vector<std::string> mended;
    std::set<std::string> names;
    for (const auto& file : files) {
        for (const Case& c : read_cases(file)) {
            if (!names.insert(c.name).second)
                throw std::runtime_error(file.string() + ": the case " + c.name + " stands twice");
            Document document;
            document.id = c.name;
            document.date = c.date;
            document.text = c.text;
            const std::vector<Statement> statements = analyzer.statements(document);
            std::vector<std::string> faults;
            for (const Expectation& e : c.expectations) {
                const bool found = std::any_of(statements.begin(), statements.end(),
                                               [&](const Statement& s) { return matches(s, e); });
                ++lines;
                if (found == e.wanted) {
                    ++lines_passed;
                } else {
                    faults.push_back(e.line);
                }
            }
            ++total;
            if (faults.empty()) {
                ++passed;
                if (known.contains(c.name)) mended.push_back(c.name);
            } else if (!known.contains(c.name)) {
                broken.push_back(c.name);
            }
            if (verbose && !faults.empty()) {
                std::cout << "FAILED " << c.name << "\n  " << c.text << "\n";
                for (const std::string& fault : faults) std::cout << "  " << fault << "\n";
                for (const Statement& s : statements) std::cout << "    got " << show(s) << "\n";
            }
        }
    }
    std::cout << passed << " of " << total << " cases pass, " << lines_passed << " of " << lines
              << " lines\n";
    for (const std::string& name : broken) std::cout << "fails: " << name << "\n";
    for (const std::string& name : mended)
        std::cout << "passes, take it off the list of known failures: " << name << "\n";
    return broken.empty() && mended.empty() ? 0 : 1;
}

}  // namespace
}  // namespace claimgraph

int main(int argc, char** argv) {
    try {
        return claimgraph::run(argc, argv);
    } catch (const std::exception& e) {
        std::cerr << "case_runner: " << e.what() << "\n";
        return 2;
    }
}
