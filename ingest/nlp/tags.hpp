// The tag sets of the language engine: Universal Dependencies v2 for English, and the Penn Treebank tags as
// the UD English treebanks use them. Values are stable: the model file stores them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace claimgraph::nlp {

/// Universal part-of-speech tags (https://universaldependencies.org/u/pos/).
enum class Upos : std::uint8_t {
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
    x
};

/// Penn Treebank tags with the extensions of UD English; punctuation by what it is.
enum class Xpos : std::uint8_t {
    cc,
    cd,
    dt,
    ex,
    fw,
    in,
    jj,
    jjr,
    jjs,
    ls,
    md,
    nn,
    nns,
    nnp,
    nnps,
    pdt,
    pos,
    prp,
    prp_poss,
    rb,
    rbr,
    rbs,
    rp,
    sym,
    to,
    uh,
    vb,
    vbd,
    vbg,
    vbn,
    vbp,
    vbz,
    wdt,
    wp,
    wp_poss,
    wrb,
    add,
    afx,
    gw,
    hyph,
    nfp,
    currency,
    open_quote,
    close_quote,
    comma,
    full_stop,
    colon,
    open_bracket,
    close_bracket
};

/// Universal dependency relations with the subtypes of UD English.
enum class Deprel : std::uint8_t {
    acl,
    acl_relcl,
    advcl,
    advcl_relcl,
    advmod,
    amod,
    appos,
    aux,
    aux_pass,
    case_,
    cc,
    cc_preconj,
    ccomp,
    compound,
    compound_prt,
    conj,
    cop,
    csubj,
    csubj_outer,
    csubj_pass,
    dep,
    det,
    det_predet,
    discourse,
    dislocated,
    expl,
    fixed,
    flat,
    goeswith,
    iobj,
    list,
    mark,
    nmod,
    nmod_desc,
    nmod_poss,
    nmod_unmarked,
    nsubj,
    nsubj_outer,
    nsubj_pass,
    nummod,
    obj,
    obl,
    obl_agent,
    obl_unmarked,
    orphan,
    parataxis,
    punct,
    reparandum,
    root,
    vocative,
    xcomp
};

inline constexpr std::size_t kUposCount = 17;
inline constexpr std::size_t kXposCount = 49;
inline constexpr std::size_t kDeprelCount = 51;

/// As CoNLL-U spells it ("PROPN", "PRP$", "nsubj:pass").
[[nodiscard]] std::string_view to_string(Upos tag);
[[nodiscard]] std::string_view to_string(Xpos tag);
[[nodiscard]] std::string_view to_string(Deprel relation);

/// The tag that `name` spells, or nothing. A subtype that is not in the set is read as its main type.
[[nodiscard]] std::optional<Upos> parse_upos(std::string_view name);
[[nodiscard]] std::optional<Xpos> parse_xpos(std::string_view name);
[[nodiscard]] std::optional<Deprel> parse_deprel(std::string_view name);

/// The relation without its subtype.
[[nodiscard]] Deprel base(Deprel relation);

}  // namespace claimgraph::nlp
