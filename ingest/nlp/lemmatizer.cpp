#include "ingest/nlp/lemmatizer.hpp"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "ingest/nlp/network/features.hpp"

namespace claimgraph::nlp {

namespace {

constexpr std::size_t kMaxLookup = 64;  // bytes of a word that is looked up whole

std::uint64_t tagged(std::string_view text, char kind, Upos upos, Xpos xpos) {
    const std::uint64_t tag = (static_cast<std::uint64_t>(static_cast<unsigned char>(kind)) << 16) |
                              (static_cast<std::uint64_t>(upos) << 8) | static_cast<std::uint64_t>(xpos);
    std::uint64_t h = network::hash(text) ^ (tag * 0x9E3779B97F4A7C15ULL);
    h ^= h >> 29;
    h *= 0xBF58476D1CE4E5B9ULL;
    return h ^ (h >> 32);
}

bool plain_lower(std::string_view form) {
    return std::all_of(form.begin(), form.end(),
                       [](char c) { return static_cast<signed char>(c) >= 0 && !(c >= 'A' && c <= 'Z'); });
}

bool has_letter(std::string_view form) {
    return std::any_of(form.begin(), form.end(), [](char c) {
        return static_cast<signed char>(c) < 0 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
}

bool sound(std::span<const LemmaSlot> table, std::size_t rules) {
    bool empty = false;
    for (const LemmaSlot& s : table) {
        empty |= s.rule == 0;
        if (s.rule > rules) return false;
    }
    return empty && (table.size() & (table.size() - 1)) == 0;
}

/// The tagger may say VERB and JJ of a participle.
Xpos verbal(std::string_view lower, Xpos xpos) {
    if (xpos >= Xpos::vb && xpos <= Xpos::vbz) return xpos;
    return lower.ends_with("ing") ? Xpos::vbg : lower.ends_with("ed") ? Xpos::vbn : Xpos::vb;
}

}  // namespace

Lemmatizer::Lemmatizer(const ModelFile& file) {
    SectionReader in(file, "lemmas");
    const auto letters = in.array<std::uint8_t>();
    const auto strips = in.array<std::uint8_t>();
    const auto ends = in.array<std::uint32_t>();
    const std::string_view endings = in.text();
    words_ = in.array<LemmaSlot>();
    suffixes_ = in.array<LemmaSlot>();
    if (strips.size() != letters.size() || ends.size() != letters.size()) in.fail("the rules are damaged");
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i] > 2 || ends[i] < begin || ends[i] > endings.size() || ends[i] - begin > kMaxEnding)
            in.fail("a rule is damaged");
        rules_.push_back(
            {static_cast<LemmaCase>(letters[i]), strips[i], endings.substr(begin, ends[i] - begin)});
        begin = ends[i];
    }
    if (rules_.empty() || !sound(words_, rules_.size()) || !sound(suffixes_, rules_.size()))
        in.fail("a table is damaged");
}

std::uint64_t Lemmatizer::word_key(std::string_view lower, Upos upos, Xpos xpos) {
    return tagged(lower, 'w', upos, xpos);
}

std::uint64_t Lemmatizer::suffix_key(std::string_view suffix, Upos upos, Xpos xpos) {
    return tagged(suffix, 's', upos, xpos);
}

std::uint32_t Lemmatizer::find(std::span<const LemmaSlot> table, std::uint64_t key) {
    const std::size_t mask = table.size() - 1;
    const auto check = static_cast<std::uint32_t>(key >> 32);
    for (std::size_t i = static_cast<std::size_t>(key) & mask;; i = (i + 1) & mask)
        if (table[i].rule == 0 || table[i].check == check) return table[i].rule;
}

void Lemmatizer::append_base(std::string_view form, LemmaCase letters, std::string& out) {
    if (letters == LemmaCase::keep) {
        out += form;
        return;
    }
    const auto* s = reinterpret_cast<const std::uint8_t*>(form.data());
    const auto length = static_cast<std::int32_t>(form.size());
    for (std::int32_t i = 0; i < length;) {
        const std::int32_t begin = i;
        UChar32 c = 0;
        U8_NEXT(s, i, length, c);
        if (c < 0) {
            out.append(form.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
            continue;
        }
        c = letters == LemmaCase::title && begin == 0 ? u_toupper(c) : u_tolower(c);
        std::array<char, 4> encoded{};
        std::size_t n = 0;
        U8_APPEND_UNSAFE(encoded.data(), n, c);
        out.append(encoded.data(), n);
    }
}

std::string_view Lemmatizer::lemma(std::string_view form, Upos upos, Xpos xpos, std::string& storage) const {
    const std::size_t begin = storage.size();
    std::string_view lower = form;
    if (!plain_lower(form)) {
        append_base(form, LemmaCase::lower, storage);
        lower = std::string_view(storage).substr(begin);
    }
    if (upos == Upos::verb) xpos = verbal(lower, xpos);
    std::uint32_t rule = lower.size() <= kMaxLookup ? find(words_, word_key(lower, upos, xpos)) : 0;
    if (rule == 0 && !has_letter(form)) {
        storage.resize(begin);
        return form;
    }
    for (std::size_t n = std::min(kMaxSuffix, lower.size()); rule == 0; --n) {
        rule = find(suffixes_, suffix_key(lower.substr(lower.size() - n), upos, xpos));
        if (n == 0) break;
    }
    const LemmaRule r = rule == 0 ? LemmaRule{upos == Upos::propn ? LemmaCase::keep : LemmaCase::lower, 0, {}}
                                  : rules_[rule - 1];
    const bool as_written =
        r.letters == LemmaCase::keep || (r.letters == LemmaCase::lower && lower.data() == form.data());
    if (as_written && r.strip < form.size()) {
        if (r.ending.empty() || form.substr(form.size() - r.strip).starts_with(r.ending)) {
            storage.resize(begin);
            return form.substr(0, form.size() - r.strip + r.ending.size());
        }
    }
    if (r.letters != LemmaCase::lower || lower.data() == form.data()) {
        storage.resize(begin);
        append_base(form, r.letters, storage);
    }
    const std::size_t length = storage.size() - begin;
    if (r.strip > length || (r.strip == length && r.ending.empty()))
        return std::string_view(storage).substr(begin);
    storage.resize(storage.size() - r.strip);
    storage += r.ending;
    return std::string_view(storage).substr(begin);
}

}  // namespace claimgraph::nlp
