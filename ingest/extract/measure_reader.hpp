// Reads the mentions of measures in a document: what each is called in its place, who imposes it, on whom, on
// which goods, at what rate. Whether two mentions are of one measure is decided elsewhere.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/complements.hpp"
#include "ingest/extract/measure_frames.hpp"

namespace claimgraph {

class MeasureReader {
  public:
    /// Borrows its arguments. `skipped` says by sentence where nothing is read.
    MeasureReader(const Ontology& ontology, const PhraseIndex& names, const TransparentNouns& transparent,
                  const Tree& tree, const DocumentEntities& entities,
                  const std::vector<QuantityMention>& quantities, const std::vector<bool>& skipped);

    /// The mentions in the order of their heads; `measure` is not yet set.
    [[nodiscard]] std::vector<MeasureMention> run();

  private:
    void find_named();
    [[nodiscard]] const MeasureType* measure_type(TokenIndex t) const;
    [[nodiscard]] const MeasureType* lookup(TokenIndex t) const;
    [[nodiscard]] bool is_misread_noun(TokenIndex t) const;
    [[nodiscard]] bool is_strong_measure(TokenIndex t) const;
    [[nodiscard]] bool is_flow_of(TokenIndex t) const;
    [[nodiscard]] bool is_weak(TokenIndex t, const MeasureType& type) const;
    [[nodiscard]] const MeasureType& instrument_of(TokenIndex t, const MeasureType& type) const;
    [[nodiscard]] bool refers_back(TokenIndex t) const;
    [[nodiscard]] bool sums_up(TokenIndex t) const;
    [[nodiscard]] bool stands_in(TokenIndex t) const;
    [[nodiscard]] bool is_trade_order(TokenIndex t) const;
    [[nodiscard]] bool hands_on(TokenIndex t) const;
    [[nodiscard]] bool has_modifier(TokenIndex t, bool any) const;
    [[nodiscard]] bool is_deed(TokenIndex noun) const;

    void read_mention(TokenIndex t, const MeasureType& type);
    void read_premodifiers(TokenIndex t, MeasureMention& frame) const;
    void read_site(TokenIndex site, TokenIndex after, MeasureMention& frame,
                   std::vector<TokenIndex>& phrases) const;
    void read_parties(TokenIndex t, MeasureMention& frame) const;
    void read_governor(TokenIndex site, TokenIndex head, MeasureMention& frame,
                       std::vector<TokenIndex>& phrases) const;
    void read_clauses(TokenIndex t, MeasureMention& frame, std::vector<TokenIndex>& phrases) const;
    void read_rates(TokenIndex t, TokenIndex site, MeasureMention& frame) const;
    void read_pronouns();
    void read_effect_subjects();
    void read_exposures();
    void read_lists();
    [[nodiscard]] bool is_listing(TokenIndex noun) const;
    [[nodiscard]] std::uint32_t laid_before(TokenIndex t) const;
    [[nodiscard]] std::vector<TokenIndex> listed(std::vector<TokenIndex> things) const;
    [[nodiscard]] static bool aims_at_anybody(const MeasureType& type);
    void expose(const std::vector<TokenIndex>& tools, const std::vector<TokenIndex>& things, bool parties);

    void read_complement(TokenIndex marker, MeasureMention& frame) const;
    void read_examples(TokenIndex t, MeasureMention& frame, bool parties, int depth) const;
    [[nodiscard]] FrameSlot further_slot(TokenIndex t) const;
    void read_aimed(TokenIndex t, MeasureMention& frame, bool list) const;
    void read_list(TokenIndex t, MeasureMention& frame, int depth) const;
    void read_origin(TokenIndex t, MeasureMention& frame) const;
    void read_goods_modifiers(TokenIndex t, MeasureMention& frame) const;
    void read_goods_only(TokenIndex t, MeasureMention& frame) const;
    void add_goods(TokenIndex t, MeasureMention& frame, bool list) const;
    void add_imposers(MeasureMention& frame, const std::vector<TokenIndex>& heads) const;
    [[nodiscard]] std::vector<TokenIndex> parts(TokenIndex t) const;
    [[nodiscard]] TokenIndex complement_of(TokenIndex c) const;
    [[nodiscard]] TokenIndex adposition_of(TokenIndex c) const;
    [[nodiscard]] bool is_adjectival(const EntityMention& mention) const;
    [[nodiscard]] std::uint32_t entity_at(TokenIndex t, std::uint32_t& mention) const;
    [[nodiscard]] EntityKind kind_at(TokenIndex t) const;

    [[nodiscard]] std::vector<TokenIndex> core_tokens(TokenIndex t, bool drop_imposer, bool keep_all,
                                                      const MeasureMention& frame) const;
    [[nodiscard]] std::string spelled(TokenRange range) const;
    [[nodiscard]] std::string qualifier(TokenIndex t, const MeasureMention& frame) const;
    [[nodiscard]] TokenRange premodified(TokenIndex t) const;
    [[nodiscard]] std::vector<TokenIndex> noun_words(TokenIndex t, bool with_phrase) const;
    [[nodiscard]] std::string phrase_name(TokenIndex adposition) const;
    [[nodiscard]] std::string purpose_name(TokenIndex t, bool with_content) const;
    [[nodiscard]] std::string words(const std::vector<TokenIndex>& tokens) const;
    [[nodiscard]] bool is_amount(TokenIndex t) const;

    void add(MeasureMention mention);

    const Ontology& ontology_;
    const PhraseIndex& names_;
    const TransparentNouns& transparent_;
    const Tree& tree_;
    const DocumentEntities& entities_;
    const std::vector<QuantityMention>& quantities_;
    const std::vector<bool>& skipped_;
    Arguments arguments_;
    Complements complements_;
    std::vector<MeasureMention> mentions_;
    std::vector<std::uint32_t> by_head_;
    std::vector<bool> named_inside_;  ///< by token: part of a name
};

}  // namespace claimgraph
