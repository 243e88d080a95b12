// What is known of names beforehand: the lexicons', and what a user forbids or forces.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "graph/model/entity.hpp"

namespace claimgraph {

/// Values only; the order of rows does not matter.
struct NameRules {
    enum class Verb {
        word,  ///< lexicon: `a` is a name of the entity whose id, else name, is `b`
        same,  ///< user: `a` and `b` are one, whatever else speaks against it
        apart  ///< user: no rule puts `a` and `b` together
    };
    struct Row {
        Verb verb = Verb::word;
        EntityKind kind = EntityKind::actor;
        std::string a;
        std::string b;
        auto operator<=>(const Row&) const = default;
    };
    std::vector<Row> rows;
};

/// A user's alias file: lines of "same" or "apart", the kind, and two names or ids, separated by tabs; lines
/// that begin with # are comments. Throws FormatError naming `path` and line.
[[nodiscard]] std::vector<NameRules::Row> parse_alias_file(const std::string& content,
                                                           const std::string& path);

}  // namespace claimgraph
