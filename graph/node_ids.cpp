#include "graph/node_ids.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include "graph/model/error.hpp"
#include "graph/model/names.hpp"
#include "graph/model/utf8.hpp"

namespace claimgraph {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Typographic variants of the apostrophe, the quotation mark and the hyphen.
char32_t plain_punctuation(char32_t point) {
    switch (point) {
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x2032:
        case 0x02BC:
        case 0x0060:
        case 0x00B4:
            return '\'';
        case 0x201C:
        case 0x201D:
        case 0x201F:
        case 0x2033:
            return '"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2212:
            return '-';
        default:
            return point;
    }
}

bool is_space(char32_t point) {
    return point < 0x80 ? point <= 0x20 || point == 0x7F : u_isUWhiteSpace(static_cast<UChar32>(point)) != 0;
}

bool is_word(char32_t point) {
    if (point < 0x80) {
        return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z') ||
               (point >= 'A' && point <= 'Z');
    }
    const auto c = static_cast<UChar32>(point);
    return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

/// Runs of white space become one space, none at either end.
template <class Map>
std::string collapse(std::string_view text, const Map& map) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint point = decode_utf8(text, i);
        i += point.size;
        if (is_space(point.value)) {
            gap = !out.empty();
            continue;
        }
        if (gap) out.push_back(' ');
        gap = false;
        append_utf8(out, map(point.value));
    }
    return out;
}

std::string hash_suffix(std::string_view text) {
    std::uint32_t hash = 2166136261u;  // FNV-1a
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    std::array<char, 9> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16);
    return std::string(digits.data(), result.ptr);
}

bool spells_exactly(std::string_view slug, std::string_view folded) {
    return std::equal(slug.begin(), slug.end(), folded.begin(), folded.end(),
                      [](char s, char f) { return s == f || (s == '-' && f == ' '); });
}

}  // namespace

std::string fold_name(std::string_view name) {
    std::string folded = collapse(name, plain_punctuation);
    if (is_ascii(folded)) {
        for (char& c : folded) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        return folded;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    std::string out;
    if (U_SUCCESS(status)) {
        icu::StringByteSink<std::string> sink(&out);
        normalizer->normalizeUTF8(0, folded, sink, nullptr, status);
    }
    if (U_FAILURE(status)) throw Error(std::string("case folding failed: ") + u_errorName(status));
    return collapse(out, plain_punctuation);
}

std::string slug(std::string_view folded_name) {
    std::string out;
    bool gap = false;
    for (std::size_t i = 0; i < folded_name.size();) {
        const DecodedCodePoint point = decode_utf8(folded_name, i);
        i += point.size;
        if (point.value == '\'') continue;
        if (!is_word(point.value)) {
            gap = !out.empty();
            continue;
        }
        if (gap) out.push_back('-');
        gap = false;
        append_utf8(out, point.value);
    }
    if (!out.empty()) return out;
    out = "u";
    for (std::size_t i = 0; i < folded_name.size();) {
        const DecodedCodePoint point = decode_utf8(folded_name, i);
        i += point.size;
        std::array<char, 8> digits{};
        const auto result = std::to_chars(digits.data(), digits.data() + digits.size(),
                                          static_cast<std::uint32_t>(point.value), 16);
        out.append(1, '-').append(digits.data(), result.ptr);
    }
    return out;
}

EntityKey entity_key(const Entity& entity) {
    // The two code points that XML cannot hold are no letters of an id either.
    std::string id = collapse(entity.id, [](char32_t point) {
        return point == 0xFFFE || point == 0xFFFF ? replacement_character : point;
    });
    const std::string prefix = std::string(to_string(entity.kind)) + ":";
    if (id.starts_with(prefix)) id.erase(0, prefix.size());
    if (id.empty()) return {entity.kind, false, fold_name(entity.name)};
    std::replace(id.begin(), id.end(), ' ', '-');
    return {entity.kind, true, std::move(id)};
}

std::vector<std::string> assign_node_ids(std::span<const EntityKey> keys) {
    std::vector<std::string> ids(keys.size());
    std::map<std::string, std::vector<std::size_t>> rivals;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const EntityKey& key = keys[i];
        ids[i] = std::string(to_string(key.kind)) + ":" + (key.by_id ? key.text : slug(key.text));
        rivals[ids[i]].push_back(i);
    }
    for (const auto& [id, claimants] : rivals) {
        if (claimants.size() == 1) continue;
        for (const std::size_t i : claimants) {
            const std::string_view plain = std::string_view(id).substr(id.find(':') + 1);
            if (!keys[i].by_id && !spells_exactly(plain, keys[i].text))
                ids[i] += "-" + hash_suffix(keys[i].text);
        }
    }
    return ids;
}

}  // namespace claimgraph
