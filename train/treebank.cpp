#include "train/treebank.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>

#include "graph/model/error.hpp"

namespace claimgraph::train {

namespace {

using nlp::Upos;
using nlp::Xpos;

struct Span {
    std::size_t first = 0;
    std::size_t last = 0;  // inclusive
    std::string type;
};

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> out;
    while (true) {
        const auto at = line.find(separator);
        out.push_back(line.substr(0, at));
        if (at == std::string_view::npos) return out;
        line.remove_prefix(at + 1);
    }
}

/// Follows the brackets of GUM's `Entity=` values: "(id-type-..." opens, "id)" closes, "(id-type-...)" is one
/// token.
class EntityReader {
  public:
    void token(std::size_t index, std::string_view value, std::vector<Span>& done) {
        while (!value.empty()) {
            if (value.front() == '(') {
                value.remove_prefix(1);
                const auto end = std::min(value.find('('), value.find(')'));
                const std::string_view body = value.substr(0, end);
                const auto parts = split(body, '-');
                Open open{std::string(parts[0]), index, parts.size() > 1 ? std::string(parts[1]) : ""};
                value.remove_prefix(std::min(body.size(), value.size()));
                if (!value.empty() && value.front() == ')') {
                    done.push_back({index, index, open.type});
                    value.remove_prefix(1);
                } else {
                    open_.push_back(std::move(open));
                }
            } else {
                const auto end = value.find(')');
                const std::string id(value.substr(0, end));
                const auto it =
                    std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.id == id; });
                if (it != open_.rend()) {
                    done.push_back({it->first, index, it->type});
                    open_.erase(std::next(it).base());
                }
                if (end == std::string_view::npos) return;
                value.remove_prefix(end + 1);
            }
        }
    }
    void end_sentence() { open_.clear(); }

  private:
    struct Open {
        std::string id;
        std::size_t first;
        std::string type;
    };
    std::vector<Open> open_;
};

std::optional<EntityClass> entity_class(std::string_view type) {
    if (type == "person") return EntityClass::person;
    if (type == "organization") return EntityClass::organization;
    if (type == "place") return EntityClass::place;
    if (type == "time") return EntityClass::date;
    return EntityClass::other;
}

/// Narrows GUM's mentions, which reach over all modifiers, to the name in them: the run of proper nouns
/// around the head, with function words between proper nouns. Mentions without a name are dropped, dates are
/// kept whole.
void label_entities(TreebankSentence& sentence, std::vector<Span>& spans) {
    auto& tokens = sentence.tokens;
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    const auto proper = [&](std::size_t i) { return tokens[i].upos == Upos::propn; };
    const auto link = [&](std::size_t i) {
        const Upos u = tokens[i].upos;
        return u == Upos::adp || u == Upos::det || u == Upos::cconj || u == Upos::part ||
               tokens[i].form == "-" || tokens[i].form == "&" || tokens[i].form == "." || u == Upos::num;
    };
    for (const Span& span : spans) {
        std::size_t head = span.first;
        for (std::size_t i = span.first; i <= span.last; ++i) {
            const auto h = tokens[i].head;
            if (h == 0 || h - 1 < span.first || h - 1 > span.last) {
                head = i;
                break;
            }
        }
        const auto kind = entity_class(span.type);
        std::size_t first = span.first;
        std::size_t last = span.last;
        if (*kind == EntityClass::date) {
            if (tokens[first].upos == Upos::det && first < last) ++first;
            bool anchored = false;
            for (std::size_t i = first; i <= last; ++i) anchored |= proper(i) || tokens[i].upos == Upos::num;
            if (!anchored || last - first > 6) continue;
        } else {
            const bool official = tokens[head].xpos == Xpos::nnp || tokens[head].xpos == Xpos::nnps;
            if (!proper(head) && !official) continue;
            first = last = head;
            while (first > span.first &&
                   (proper(first - 1) || (first >= span.first + 2 && link(first - 1) &&
                                          tokens[first - 1].form != "," && proper(first - 2))))
                --first;
            // "of" and the like only where what follows belongs to the name.
            while (last < span.last) {
                if (proper(last + 1)) {
                    ++last;
                } else if (last + 2 <= span.last && link(last + 1) && proper(last + 2)) {
                    last += 2;
                } else if (last + 3 <= span.last && link(last + 1) && link(last + 2) && proper(last + 3)) {
                    last += 3;
                } else {
                    break;
                }
            }
        }
        bool free = true;
        for (std::size_t i = first; i <= last; ++i) free &= tokens[i].entity == 0;
        if (!free) continue;
        const auto label = static_cast<std::uint8_t>(1 + 2 * static_cast<int>(*kind));
        for (std::size_t i = first; i <= last; ++i)
            tokens[i].entity = static_cast<std::uint8_t>(label + (i == first ? 0 : 1));
    }
}

}  // namespace

std::vector<TreebankSentence> read_treebank(const std::filesystem::path& path) {
    std::ifstream in(path);
    if (!in) throw IoError(path.string() + ": cannot be opened");
    std::vector<TreebankSentence> sentences;
    TreebankSentence current;
    EntityReader reader;
    std::vector<Span> spans;
    bool entities = false;
    std::string line;
    std::size_t number = 0;
    const auto fail = [&](std::size_t column, const std::string& what) {
        throw FormatError(path.string(), number, column, what);
    };
    const auto finish = [&] {
        if (current.tokens.empty()) return;
        for (const auto& t : current.tokens)
            if (t.head > current.tokens.size()) fail(7, "a head past the end of the sentence");
        current.has_entities = entities;
        if (entities) label_entities(current, spans);
        reader.end_sentence();
        spans.clear();
        sentences.push_back(std::move(current));
        current = {};
    };
    while (std::getline(in, line)) {
        ++number;
        if (line.empty()) {
            finish();
            continue;
        }
        if (line[0] == '#') {
            if (line.starts_with("# global.Entity")) entities = true;
            continue;
        }
        const auto c = split(line, '\t');
        if (c.size() != 10) fail(1, "expected 10 columns, found " + std::to_string(c.size()));
        if (c[0].find_first_of("-.") != std::string_view::npos) continue;
        TreebankToken t;
        t.form = c[1];
        t.lemma = c[2];
        t.feats = c[5];
        const auto upos = nlp::parse_upos(c[3]);
        const auto xpos = nlp::parse_xpos(c[4]);
        const auto deprel = nlp::parse_deprel(c[7]);
        if (!upos) fail(4, "unknown UPOS " + std::string(c[3]));
        if (!xpos) fail(5, "unknown XPOS " + std::string(c[4]));
        if (!deprel) fail(8, "unknown relation " + std::string(c[7]));
        t.upos = *upos;
        t.xpos = *xpos;
        t.deprel = *deprel;
        const auto parsed = std::from_chars(c[6].data(), c[6].data() + c[6].size(), t.head);
        if (parsed.ec != std::errc{}) fail(7, "expected a head, found " + std::string(c[6]));
        for (const auto field : split(c[9], '|'))
            if (field.starts_with("Entity=")) reader.token(current.tokens.size(), field.substr(7), spans);
        current.tokens.push_back(std::move(t));
    }
    finish();
    return sentences;
}

}  // namespace claimgraph::train
