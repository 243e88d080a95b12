#include "ingest/nlp/tags.hpp"

#include <array>

namespace claimgraph::nlp {
namespace {

constexpr std::array<std::string_view, kUposCount> kUpos{"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                         "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                         "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, kXposCount> kXpos{
    "CC",   "CD",   "DT",  "EX",  "FW",  "IN",   "JJ",  "JJR", "JJS",   "LS",   "MD",  "NN",  "NNS",
    "NNP",  "NNPS", "PDT", "POS", "PRP", "PRP$", "RB",  "RBR", "RBS",   "RP",   "SYM", "TO",  "UH",
    "VB",   "VBD",  "VBG", "VBN", "VBP", "VBZ",  "WDT", "WP",  "WP$",   "WRB",  "ADD", "AFX", "GW",
    "HYPH", "NFP",  "$",   "``",  "''",  ",",    ".",   ":",   "-LRB-", "-RRB-"};

constexpr std::array<std::string_view, kDeprelCount> kDeprel{
    "acl",           "acl:relcl",    "advcl",       "advcl:relcl", "advmod",      "amod",       "appos",
    "aux",           "aux:pass",     "case",        "cc",          "cc:preconj",  "ccomp",      "compound",
    "compound:prt",  "conj",         "cop",         "csubj",       "csubj:outer", "csubj:pass", "dep",
    "det",           "det:predet",   "discourse",   "dislocated",  "expl",        "fixed",      "flat",
    "goeswith",      "iobj",         "list",        "mark",        "nmod",        "nmod:desc",  "nmod:poss",
    "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass",  "nummod",      "obj",        "obl",
    "obl:agent",     "obl:unmarked", "orphan",      "parataxis",   "punct",       "reparandum", "root",
    "vocative",      "xcomp"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_string(Upos tag) {
    return kUpos.at(static_cast<std::size_t>(tag));
}
std::string_view to_string(Xpos tag) {
    return kXpos.at(static_cast<std::size_t>(tag));
}
std::string_view to_string(Deprel relation) {
    return kDeprel.at(static_cast<std::size_t>(relation));
}

std::optional<Upos> parse_upos(std::string_view name) {
    return find<Upos>(kUpos, name);
}
std::optional<Xpos> parse_xpos(std::string_view name) {
    return find<Xpos>(kXpos, name);
}

std::optional<Deprel> parse_deprel(std::string_view name) {
    if (auto relation = find<Deprel>(kDeprel, name)) return relation;
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::nullopt : find<Deprel>(kDeprel, name.substr(0, colon));
}

Deprel base(Deprel relation) {
    const std::string_view name = to_string(relation);
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? relation : *find<Deprel>(kDeprel, name.substr(0, colon));
}

}  // namespace claimgraph::nlp
