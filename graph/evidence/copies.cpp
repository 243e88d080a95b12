#include "graph/evidence/copies.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

namespace claimgraph {
namespace {

constexpr std::size_t fingerprint_size = 16;
constexpr std::size_t words_of_a_run = 3;
constexpr double resemblance_of_copies = 0.6;
/// Under so many of its smallest hashes a sentence is looked for among those seen before.
constexpr std::size_t hashes_looked_under = 4;
/// With so many of those that share a hash it is compared at most.
constexpr std::size_t comparisons_under_a_hash = 32;

using Fingerprint = std::vector<std::uint64_t>;  ///< ascending

std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;  // splitmix64
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

/// The hashes of the words: letters and digits without regard to case in ASCII, all else as it stands.
std::vector<std::uint64_t> word_hashes(std::string_view text) {
    std::vector<std::uint64_t> out;
    std::uint64_t hash = 0;
    bool inside = false;
    const auto end_word = [&] {
        if (inside) out.push_back(hash);
        inside = false;
    };
    for (const char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<unsigned char>(byte - 'A' + 'a');
        const bool word = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
        if (!word) {
            end_word();
            continue;
        }
        if (!inside) hash = 1469598103934665603u;  // FNV-1a
        inside = true;
        hash = (hash ^ byte) * 1099511628211u;
    }
    end_word();
    return out;
}

Fingerprint fingerprint_of(const Claim& claim) {
    // The quote as JSON: escapes are alike in copies too.
    const auto words = word_hashes(std::string_view(claim.json).substr(claim.quote_begin, claim.quote_size));
    Fingerprint out;
    const std::size_t run = std::min(words.size(), words_of_a_run);
    for (std::size_t i = 0; run > 0 && i + run <= words.size(); ++i) {
        std::uint64_t hash = run;
        for (std::size_t j = i; j < i + run; ++j) hash = mixed(hash ^ words[j]);
        out.push_back(hash);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    if (out.size() > fingerprint_size) out.resize(fingerprint_size);
    return out;
}

/// Of what two fingerprints have together, the part that both have.
double resemblance(const Fingerprint& a, const Fingerprint& b) {
    std::size_t shared = 0;
    std::size_t together = 0;
    for (std::size_t i = 0, j = 0; (i < a.size() || j < b.size()) && together < fingerprint_size;
         ++together) {
        if (j == b.size() || (i < a.size() && a[i] < b[j])) {
            ++i;
        } else if (i == a.size() || b[j] < a[i]) {
            ++j;
        } else {
            ++shared;
            ++i;
            ++j;
        }
    }
    return together == 0 ? 1 : static_cast<double>(shared) / static_cast<double>(together);
}

}  // namespace

std::vector<std::size_t> copy_groups(std::span<const Claim* const> claims) {
    std::vector<std::size_t> parent(claims.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const bool one_document = std::all_of(claims.begin(), claims.end(), [&](const Claim* claim) {
        return claim->document == claims.front()->document;
    });
    const auto root = [&](std::size_t i) {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    };
    const auto join = [&](std::size_t a, std::size_t b) {
        a = root(a);
        b = root(b);
        parent[std::max(a, b)] = std::min(a, b);
    };
    std::vector<Fingerprint> fingerprints;
    std::map<Fingerprint, std::size_t> first_with;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> seen;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (one_document) {
            // Several claims of one sentence are one piece of evidence; other sentences are no copies of it.
            for (std::size_t j = 0; j < i; ++j) {
                if (claims[j]->sentence == claims[i]->sentence) {
                    join(j, i);
                    break;
                }
            }
            continue;
        }
        fingerprints.push_back(fingerprint_of(*claims[i]));
        const Fingerprint& own = fingerprints.back();
        const auto [same, fresh] = first_with.try_emplace(own, i);
        if (!fresh) {
            join(same->second, i);
            continue;
        }
        for (std::size_t k = 0; k < std::min(own.size(), hashes_looked_under); ++k) {
            std::vector<std::size_t>& others = seen[own[k]];
            const std::size_t count = std::min(others.size(), comparisons_under_a_hash);
            for (std::size_t j = 0; j < count; ++j) {
                const std::size_t other = others[j];
                if (claims[other]->document != claims[i]->document &&
                    resemblance(fingerprints[other], own) >= resemblance_of_copies)
                    join(other, i);
            }
            others.push_back(i);
        }
    }
    std::vector<std::size_t> number(claims.size());
    std::size_t groups = 0;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const std::size_t top = root(i);
        number[i] = top == i ? groups++ : number[top];
    }
    return number;
}

std::string publisher(const Document& document) {
    if (!document.outlet.empty()) return document.outlet;
    if (const std::size_t scheme = document.url.find("://"); scheme != std::string::npos) {
        std::string host =
            document.url.substr(scheme + 3, document.url.find_first_of("/?#", scheme + 3) - scheme - 3);
        if (!host.empty()) return host;
    }
    return document.id;
}

Independence independence(const ClaimGraph& graph, std::span<const Claim* const> claims) {
    Independence out;
    out.group = copy_groups(claims);
    const auto age = [&](const Claim* claim) {
        const Document& document = graph.document(*claim);
        return std::make_tuple(document.date.empty(), std::string_view(document.date), claim->document);
    };
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (out.group[i] == out.first.size()) out.first.push_back(claims[i]);
        const Claim*& first = out.first[out.group[i]];
        if (age(claims[i]) < age(first)) first = claims[i];
    }
    std::set<std::string> distinct;
    for (const Claim* first : out.first) {
        out.publisher.push_back(publisher(graph.document(*first)));
        distinct.insert(out.publisher.back());
    }
    out.outlets = distinct.size();
    for (std::size_t i = 0; i < claims.size(); ++i)
        out.copies += claims[i]->document != out.first[out.group[i]]->document ? 1u : 0u;
    return out;
}

}  // namespace claimgraph
