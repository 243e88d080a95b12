// Named features as numbers: each is the hash of its parts, so that a model is a table from number to weight.
//
// FNV-1a (Fowler, Noll, Vo), folded to 32 bits. The same parts give the same number on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph {

using FeatureId = std::uint32_t;

/// Collects the features of one thing. With `names`, their readable forms as well, for explanations.
class FeatureSink {
  public:
    explicit FeatureSink(std::vector<FeatureId>& out, std::vector<std::string>* names = nullptr)
        : out_(&out), names_(names) {}

    template <typename... Parts>
    void add(std::string_view name, Parts... parts) {
        std::uint64_t hash = mix(kBasis, name);
        ((hash = mix(hash, std::string_view(parts))), ...);
        out_->push_back(static_cast<FeatureId>(hash ^ (hash >> 32)));
        if (names_ == nullptr) return;
        std::string text(name);
        ((text += "|" + std::string(std::string_view(parts))), ...);
        names_->push_back(std::move(text));
    }

  private:
    static constexpr std::uint64_t kBasis = 14695981039346656037ULL;

    static std::uint64_t mix(std::uint64_t hash, std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        return (hash ^ 0x1fU) * 1099511628211ULL;
    }

    std::vector<FeatureId>* out_;
    std::vector<std::string>* names_;
};

}  // namespace claimgraph
