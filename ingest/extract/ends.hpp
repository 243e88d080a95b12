// What can be an end of a statement: the entities, measures and topics that noun phrases name.
//
// Immutable; the scene must outlive it.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/extract/scene.hpp"
#include "ingest/extract/transparent_nouns.hpp"

namespace claimgraph {

class Ends {
  public:
    Ends(const Scene& scene, const TransparentNouns& transparent)
        : scene_(&scene), transparent_(&transparent) {}

    /// Adds the ends that the noun phrase headed by `t` names, of the kinds that `wanted` has and, for
    /// measures, with one of `traits` (0: any). What is there already is not added twice. Where something is
    /// ("in Peru") is an end only if `places` says so.
    void at(TokenIndex t, KindSet wanted, std::uint8_t traits, std::vector<End>& out,
            bool places = false) const {
        at(t, wanted, traits, out, places, 0);
    }

    /// Adds the imposers (or targets) in the frames of the measure mentions `of`.
    void of_frames(const std::vector<std::uint32_t>& mentions, bool imposer, KindSet wanted,
                   std::vector<End>& out) const;

    /// The measure mentions headed by `heads`.
    [[nodiscard]] std::vector<std::uint32_t> measures_among(const std::vector<TokenIndex>& heads) const;

    /// The end that measure mention `mention` is.
    [[nodiscard]] End of_measure(std::uint32_t mention) const;

    /// An entity that is meant without being named here.
    [[nodiscard]] End of_context(std::uint32_t entity) const;

    /// All that the sentence names: entities, measures, and topics (nouns that are neither), in the order of
    /// their heads.
    [[nodiscard]] std::vector<End> of_sentence(std::uint32_t sentence) const;

  private:
    void at(TokenIndex t, KindSet wanted, std::uint8_t traits, std::vector<End>& out, bool places,
            int depth) const;
    [[nodiscard]] bool fits(std::uint32_t mention, std::uint8_t traits) const;
    [[nodiscard]] bool is_amount(TokenIndex t) const;
    [[nodiscard]] TokenIndex of_complement(TokenIndex t) const;
    [[nodiscard]] End topic(TokenIndex t) const;
    [[nodiscard]] End unknown_goods(TokenIndex t) const;

    const Scene* scene_;
    const TransparentNouns* transparent_;
};

}  // namespace claimgraph
