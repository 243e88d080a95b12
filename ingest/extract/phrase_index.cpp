#include "ingest/extract/phrase_index.hpp"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "graph/model/utf8.hpp"

namespace claimgraph {
namespace {

constexpr std::uint32_t kMaskBits = 32;

bool is_apostrophe(UChar32 c) {
    return c == '\'' || c == 0x2019 || c == 0x2BC;
}
bool is_hyphen(UChar32 c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2013);
}

// The letter without its accents, in lower case.
UChar32 plain_letter(UChar32 c, const UNormalizer2* nfd) {
    for (int depth = 0; depth < 3 && nfd != nullptr; ++depth) {
        UChar parts[8];
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t length = unorm2_getRawDecomposition(nfd, c, parts, 8, &status);
        if (length <= 0 || U_FAILURE(status)) break;
        c = parts[0];
    }
    return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

// Calls `word(folded, shape)` for each word of a piece of text. `folded` is valid during the call only.
template <class Function>
void for_words(std::string_view text, std::string& folded, Function&& word) {
    using Shape = PhraseWords::Shape;
    folded.clear();
    std::size_t upper = 0;
    std::size_t lower = 0;
    bool first_upper = false;
    const UNormalizer2* nfd = nullptr;
    const auto finish = [&] {
        if (folded.size() >= 2 && folded.ends_with("'s")) folded.resize(folded.size() - 2);
        while (folded.ends_with('\'')) folded.pop_back();
        if (!folded.empty()) {
            Shape shape = Shape::other;
            if (upper + lower > 0) {
                shape = lower == 0 ? Shape::upper : first_upper ? Shape::capital : Shape::lower;
                if (shape == Shape::lower && upper > 0) shape = Shape::capital;
            }
            word(std::string_view(folded), shape);
        }
        folded.clear();
        upper = lower = 0;
        first_upper = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, at);
        at += decoded.size;
        if (!decoded.valid) continue;
        const auto c = static_cast<UChar32>(decoded.value);
        if (is_hyphen(c) || c == ' ' || c == '/') {
            finish();
        } else if (is_apostrophe(c)) {
            if (!folded.empty()) folded += '\'';
        } else if (c < 0x80) {
            if (c >= 'A' && c <= 'Z') {
                first_upper = first_upper || folded.empty();
                ++upper;
                folded += static_cast<char>(c - 'A' + 'a');
            } else if ((c >= 'a' && c <= 'z')) {
                ++lower;
                folded += static_cast<char>(c);
            } else if ((c >= '0' && c <= '9') || c == '&' || c == '$' || c == '%' || c == '+') {
                folded += static_cast<char>(c);
            }
        } else if (u_isalnum(c)) {
            if (nfd == nullptr) {
                UErrorCode status = U_ZERO_ERROR;
                nfd = unorm2_getNFDInstance(&status);
            }
            if (u_isupper(c)) {
                first_upper = first_upper || folded.empty();
                ++upper;
            } else {
                ++lower;
            }
            append_utf8(folded, static_cast<char32_t>(plain_letter(c, nfd)));
        }
    }
    finish();
}

// Punctuation that may stand inside a name: the rest parts phrases.
bool parts_phrases(const nlp::Token& token) {
    if (token.upos != nlp::Upos::punct) return false;
    const std::string_view f = token.form;
    return !(f == "-" || f == "." || f == "'" || f == "\xE2\x80\x99" || f == "\xE2\x80\x90" ||
             f == "\xE2\x80\x91" || f == "\xE2\x80\x93" || f == "/");
}

}  // namespace

void PhraseIndex::add(std::string_view phrase, std::uint32_t value, Case sensitivity) {
    Entry entry;
    entry.value = value;
    std::uint32_t node = 0;
    std::uint32_t count = 0;
    std::string folded;
    for_words(phrase, folded, [&](std::string_view word, PhraseWords::Shape shape) {
        const auto [id, fresh] =
            ids_.try_emplace(std::string(word), static_cast<std::uint32_t>(ids_.size() + 1));
        const std::uint64_t edge = (std::uint64_t{node} << 32U) | id->second;
        const auto [to, added] = edges_.try_emplace(edge, static_cast<std::uint32_t>(entry_of_.size()));
        if (added) entry_of_.push_back(0);
        node = to->second;
        if (sensitivity == Case::as_written && count < kMaskBits) {
            const bool single_letter = word.size() == 1;
            if (shape == PhraseWords::Shape::upper && !single_letter) entry.uppers |= 1U << count;
            if (shape == PhraseWords::Shape::capital || single_letter) entry.capitals |= 1U << count;
        }
        ++count;
    });
    if (count == 0) return;
    std::uint32_t* slot = &entry_of_[node];
    while (*slot != 0) {
        if (entries_[*slot].value == value) {
            entries_[*slot].capitals &= entry.capitals;
            entries_[*slot].uppers &= entry.uppers;
            return;
        }
        slot = &entries_[*slot].next;
    }
    *slot = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(entry);
}

PhraseWords PhraseIndex::words(const nlp::Analysis& analysis) const {
    PhraseWords out;
    out.words.reserve(analysis.tokens.size() + analysis.tokens.size() / 8);
    out.first_word.reserve(analysis.sentences.size() + 1);
    std::string folded;
    for (const nlp::Sentence& sentence : analysis.sentences) {
        out.first_word.push_back(static_cast<std::uint32_t>(out.words.size()));
        bool barrier = false;
        std::size_t upper = 0;
        std::size_t other = 0;
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
            const nlp::Token& token = analysis.tokens[t];
            if (parts_phrases(token)) barrier = true;
            for_words(token.form, folded, [&](std::string_view word, PhraseWords::Shape shape) {
                if (word == "s" && token.form.size() != 1) return;
                const auto id = ids_.find(word);
                out.words.push_back({id == ids_.end() ? 0 : id->second, t, shape, barrier,
                                     static_cast<std::uint8_t>(std::min<std::size_t>(word.size(), 255))});
                barrier = false;
                if (word.size() > 1 && shape != PhraseWords::Shape::other) {
                    ++(shape == PhraseWords::Shape::upper ? upper : other);
                }
            });
        }
        out.capitals.push_back(upper >= 3 && upper > 4 * other);
    }
    out.first_word.push_back(static_cast<std::uint32_t>(out.words.size()));
    out.uncased = is_uncased(out);
    return out;
}

bool PhraseIndex::is_uncased(const PhraseWords& words) {
    constexpr std::size_t kFewest = 40;
    std::size_t capitals = 0;
    std::size_t lower = 0;
    for (std::size_t s = 0; s < words.capitals.size(); ++s) {
        if (words.capitals[s]) continue;
        for (std::uint32_t i = words.first_word[s] + 1; i < words.first_word[s + 1]; ++i) {
            const PhraseWords::Shape shape = words.words[i].shape;
            if (shape == PhraseWords::Shape::other) continue;
            ++(shape == PhraseWords::Shape::lower ? lower : capitals);
        }
    }
    return lower >= kFewest && capitals * 50 < lower;
}

void PhraseIndex::match(const PhraseWords& words, std::uint32_t sentence, std::vector<Match>& out) const {
    using Shape = PhraseWords::Shape;
    const std::uint32_t end = words.first_word[sentence + 1];
    const bool capitals = words.capitals[sentence];
    for (std::uint32_t i = words.first_word[sentence]; i < end; ++i) {
        std::uint32_t node = 0;
        std::uint32_t has_capital = 0;
        std::uint32_t has_upper = 0;
        const std::size_t before = out.size();
        for (std::uint32_t j = i; j < end; ++j) {
            const PhraseWords::Word& word = words.words[j];
            if (word.id == 0 || (j > i && word.barrier)) break;
            node = child(node, word.id);
            if (node == 0) break;
            if (j - i < kMaskBits) {
                // Short words in lower case are rather "us" and "who" than the US and the WHO.
                const bool upper = word.shape == Shape::upper || (words.uncased && word.length > 3);
                if (upper) has_upper |= 1U << (j - i);
                if (upper || words.uncased || word.shape == Shape::capital) has_capital |= 1U << (j - i);
            }
            for (std::uint32_t e = entry_of_[node]; e != 0; e = entries_[e].next) {
                const Entry& entry = entries_[e];
                if (!capitals && ((entry.uppers & ~has_upper) != 0 || (entry.capitals & ~has_capital) != 0))
                    continue;
                out.push_back({words.words[i].token, word.token + 1, entry.value});
            }
        }
        std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                         [](const Match& a, const Match& b) { return a.last > b.last; });
    }
}

std::vector<std::uint32_t> PhraseIndex::find(std::string_view phrase) const {
    std::uint32_t node = 0;
    bool known = true;
    std::string folded;
    for_words(phrase, folded, [&](std::string_view word, PhraseWords::Shape) {
        const auto id = known ? ids_.find(word) : ids_.end();
        node = id == ids_.end() ? 0 : child(node, id->second);
        known = known && node != 0;
    });
    std::vector<std::uint32_t> values;
    for (std::uint32_t e = known ? entry_of_[node] : 0; e != 0; e = entries_[e].next) {
        values.push_back(entries_[e].value);
    }
    return values;
}

std::uint32_t PhraseIndex::child(std::uint32_t node, std::uint32_t word) const {
    const auto found = edges_.find((std::uint64_t{node} << 32U) | word);
    return found == edges_.end() ? 0 : found->second;
}

}  // namespace claimgraph
