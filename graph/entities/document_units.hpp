// From the statements of documents to units and what is said of them.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/entities/entity_unit.hpp"
#include "graph/model/statement.hpp"

namespace claimgraph {

/// What entity resolution asks of a statement, its texts as numbers of a SketchTable.
struct StatementSketch {
    static constexpr std::uint32_t no_speaker = std::numeric_limits<std::uint32_t>::max();
    enum class Role : std::uint8_t { other, imposes, removes, changes, targets, covers, affiliation };
    std::uint32_t subject = 0;  ///< surface
    std::uint32_t object = 0;
    std::uint32_t subject_alias = 0;  ///< text; 0: none
    std::uint32_t object_alias = 0;
    std::uint32_t speaker = no_speaker;  ///< surface of the innermost source
    std::uint32_t speaker_alias = 0;
    std::uint32_t time = 0;   ///< text
    std::uint32_t rates = 0;  ///< text, one rate a line
    Role role = Role::other;
    Factuality factuality;
};

struct DocumentUnits {
    std::vector<EntityUnit> units;
    /// Of each statement.
    struct Parts {
        std::uint32_t subject = 0;
        std::uint32_t object = 0;
        std::uint32_t speaker = no_unit;
        bool operator==(const Parts&) const = default;
    };
    std::vector<Parts> parts;
    std::vector<UnitUse> uses;  ///< each counts once
};

/// Holds each text once. Not thread-safe.
class SketchTable {
  public:
    SketchTable();

    [[nodiscard]] StatementSketch sketch(const Statement& statement);

    /// The sketches must be of one document, and of this table. The result does not depend on their order but
    /// for the numbers of the units.
    [[nodiscard]] DocumentUnits units(std::string_view document_id, std::string_view document_date,
                                      std::span<const StatementSketch> sketches) const;

    /// Bytes held, about.
    [[nodiscard]] std::size_t weight() const { return weight_; }

  private:
    struct Surface {
        EntityKind kind;
        std::string id;
        std::string name;
        std::string type;
        std::uint32_t identity;  ///< text: surfaces of one identity are one entity within a document
    };
    std::uint32_t intern_text(std::string_view text);
    std::uint32_t intern_surface(const Entity& entity);
    std::uint32_t intern_alias(const Entity& entity);

    std::vector<Surface> surfaces_;
    std::unordered_map<std::string, std::uint32_t> surface_of_key_;
    std::vector<std::string> texts_;
    std::unordered_map<std::string, std::uint32_t> text_of_value_;
    std::string key_;
    std::size_t weight_ = 0;
};

}  // namespace claimgraph
