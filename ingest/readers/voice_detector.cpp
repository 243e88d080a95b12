#include "ingest/readers/voice_detector.hpp"

#include <algorithm>
#include <string_view>

#include "graph/model/names.hpp"
#include "ingest/extract/lexicon_table.hpp"

namespace claimgraph {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
    return out;
}

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether `words` stand in `text` as whole words.
bool has_words(std::string_view text, std::string_view words) {
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || !is_word_character(text[at - 1])) &&
            (end == text.size() || !is_word_character(text[end])))
            return true;
    }
    return false;
}

/// Host and path of an absolute URL, lower case; both empty for anything else.
struct Url {
    std::string host;
    std::string path;
    explicit Url(std::string_view url) {
        const std::size_t scheme = url.find("://");
        if (scheme == std::string_view::npos) return;
        url.remove_prefix(scheme + 3);
        const std::size_t slash = url.find_first_of("/?#");
        const std::string_view authority = url.substr(0, slash);
        const std::size_t user = authority.rfind('@');
        host = lower(authority.substr(user == std::string_view::npos ? 0 : user + 1));
        host = host.substr(0, host.find(':'));
        if (slash != std::string_view::npos)
            path = lower(url.substr(slash, url.find_first_of("?#", slash) - slash)) + "/";
    }
};

/// A name with a dot is the host's end. One without is its last label, or the last but one before a
/// country's two letters (`gov`: state.gov, trade.gov.in).
bool host_fits(std::string_view host, std::string_view name) {
    const auto ends_in = [](std::string_view text, std::string_view end) {
        return text.ends_with(end) &&
               (text.size() == end.size() || text[text.size() - end.size() - 1] == '.');
    };
    if (ends_in(host, name)) return true;
    const std::size_t dot = host.rfind('.');
    return name.find('.') == std::string_view::npos && dot != std::string_view::npos &&
           host.size() - dot == 3 && ends_in(host.substr(0, dot), name);
}

std::string_view first_line(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n\f\v\xEF\xBB\xBF");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find('\n', begin) - begin);
}

bool begins_with_words(std::string_view line, std::string_view words) {
    return line.starts_with(words) && (line.size() == words.size() || !is_word_character(line[words.size()]));
}

}  // namespace

VoiceDetector::VoiceDetector(const Lexicons& lexicons) {
    const LexiconTable table(lexicons / "voice.tsv", {"voice", "where", "words"});
    for (const auto& row : table.rows()) {
        Rule rule{};
        const auto voice = parse<Voice>(row.required("voice"));
        if (!voice) row.fail("voice", "expected " + std::string(accepted_names<Voice>()));
        rule.voice = *voice;
        const std::string_view where = row.required("where");
        if (where == "host") {
            rule.where = Where::host;
        } else if (where == "folder") {
            rule.where = Where::folder;
        } else if (where == "outlet") {
            rule.where = Where::outlet;
        } else if (where == "heading") {
            rule.where = Where::heading;
        } else {
            row.fail("where", "expected host, folder, outlet or heading");
        }
        rule.words = lower(row.required("words"));
        rules_.push_back(std::move(rule));
    }
}

Voice VoiceDetector::detect(const Document& document) const {
    const Url url(document.url);
    const std::string outlet = lower(document.outlet);
    const std::string title = lower(document.title);
    const std::string opening = lower(first_line(document.text));
    const auto fits = [&](const Rule& rule) {
        switch (rule.where) {
            case Where::host:
                return host_fits(url.host, rule.words);
            case Where::folder:
                return url.path.find("/" + rule.words + "/") != std::string::npos;
            case Where::outlet:
                return has_words(outlet, rule.words);
            case Where::heading:
                return begins_with_words(title, rule.words) || begins_with_words(opening, rule.words);
        }
        return false;
    };
    const auto rule = std::find_if(rules_.begin(), rules_.end(), fits);
    return rule == rules_.end() ? Voice::news : rule->voice;
}

}  // namespace claimgraph
