#include "ingest/extract/structural_statements.hpp"

#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace claimgraph {
namespace {

class StructureFinder {
  public:
    explicit StructureFinder(const Scene& scene)
        : scene_(scene),
          covers_(scene.ontology.relation("covers")),
          targets_(scene.ontology.relation("targets")) {}

    std::vector<StatementCandidate> run() {
        add_frames();
        return std::move(out_);
    }

  private:
    /// targets and covers fall out of the measures' frames, once a document.
    void add_frames() {
        std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> seen;
        for (const MeasureMention& mention : scene_.measures.mentions) {
            const Measure& measure = scene_.measures.measures[mention.measure];
            const auto add = [&](const std::vector<FrameSlot>& slots, std::optional<std::size_t> relation) {
                if (!relation) return;
                for (const FrameSlot& slot : slots) {
                    const EntityKind kind = slot.entity == kNone ? EntityKind::commodity
                                                                 : scene_.entities.entities[slot.entity].kind;
                    if (!scene_.ontology.relations()[*relation].to.has(kind)) continue;
                    if (!seen.insert({mention.measure, slot.entity, slot.name}).second) continue;
                    TokenRange range = slot.range;
                    if (slot.mention != kNone) {
                        const EntityMention& em = scene_.entities.mentions[slot.mention];
                        range = {em.first, em.last};
                    }
                    StatementCandidate candidate;
                    candidate.relation = *relation;
                    candidate.predicate = slot.stated == kNone ? mention.head : slot.stated;
                    candidate.predicate_range = {candidate.predicate, candidate.predicate + 1};
                    candidate.subject =
                        End{EntityKind::measure, kNone, {}, kNone, kNone, mention.measure, {}};
                    if (slot.stated == kNone) {
                        candidate.subject.head = mention.head;
                        candidate.subject.range = mention.range;
                    }
                    candidate.object =
                        End{kind, slot.head, range, slot.entity, slot.mention, kNone, slot.name};
                    out_.push_back(std::move(candidate));
                }
            };
            if ((measure.traits & (kInstrument | kPause | kPolicy)) != 0) add(mention.targets, targets_);
            add(mention.goods, covers_);
        }
    }

    const Scene& scene_;
    std::optional<std::size_t> covers_;
    std::optional<std::size_t> targets_;
    std::vector<StatementCandidate> out_;
};

}  // namespace

std::vector<StatementCandidate> find_structural_candidates(const Scene& scene) {
    return StructureFinder(scene).run();
}

}  // namespace claimgraph
