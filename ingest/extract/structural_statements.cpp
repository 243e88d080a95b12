#include "ingest/extract/structural_statements.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace claimgraph {
namespace {

class StructureFinder {
  public:
    explicit StructureFinder(const Scene& scene)
        : scene_(scene),
          tree_(scene.tree),
          covers_(scene.ontology.relation("covers")),
          targets_(scene.ontology.relation("targets")) {}

    std::vector<StatementCandidate> run() {
        add_frames();
        add_exposure();
        return std::move(out_);
    }

  private:
    /// The measures that the noun phrase headed by `t` names, also as the measure of a deed ("a tariff hike").
    void measures_at(TokenIndex t, std::vector<End>& out) const {
        std::uint32_t mention = scene_.measures.mention_at(t);
        if (mention == kNone) {
            for (const TokenIndex c : tree_.children(t)) {
                if (tree_.relation(c) == Deprel::compound && scene_.measures.mention_at(c) != kNone)
                    mention = scene_.measures.mention_at(c);
            }
        }
        if (mention == kNone) return;
        const MeasureMention& m = scene_.measures.mentions[mention];
        if ((m.type->traits & kInstrument) == 0) return;
        out.push_back(End{EntityKind::measure, m.head, m.range, kNone, kNone, m.measure, {}});
    }

    /// The goods and countries that the noun phrase headed by `t` names.
    void things_at(TokenIndex t, std::vector<End>& out) const {
        const std::uint32_t mention = scene_.entities.mention_at(t);
        if (mention == kNone) return;
        const EntityMention& m = scene_.entities.mentions[mention];
        const auto add = [&](std::uint32_t entity) {
            const EntityKind kind = scene_.entities.entities[entity].kind;
            if (kind != EntityKind::commodity && kind != EntityKind::country) return;
            out.push_back(End{kind, m.head, {m.first, m.last}, entity, mention, kNone, {}});
        };
        if (m.entity != kNone) add(m.entity);
        for (const std::uint32_t member : m.members) add(member);
    }

    /// targets and covers fall out of the measures' frames, once a document.
    void add_frames() {
        std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
        for (const MeasureMention& mention : scene_.measures.mentions) {
            const Measure& measure = scene_.measures.measures[mention.measure];
            const auto add = [&](const std::vector<FrameSlot>& slots, std::optional<std::size_t> relation) {
                if (!relation) return;
                for (const FrameSlot& slot : slots) {
                    if (!scene_.ontology.relations()[*relation].to.has(
                            scene_.entities.entities[slot.entity].kind))
                        continue;
                    if (!seen.insert({mention.measure, slot.entity}).second) continue;
                    const EntityMention& em = scene_.entities.mentions[slot.mention];
                    StatementCandidate candidate;
                    candidate.relation = *relation;
                    candidate.predicate = mention.head;
                    candidate.predicate_range = {mention.head, mention.head + 1};
                    candidate.subject = End{
                        EntityKind::measure, mention.head, mention.range, kNone, kNone, mention.measure, {}};
                    candidate.object = End{scene_.entities.entities[slot.entity].kind,
                                           em.head,
                                           {em.first, em.last},
                                           slot.entity,
                                           slot.mention,
                                           kNone,
                                           {}};
                    out_.push_back(std::move(candidate));
                }
            };
            if ((measure.traits & (kInstrument | kPause)) != 0) add(mention.targets, targets_);
            add(mention.goods, covers_);
        }
    }

    /// "goods hit by / subject to / facing tariffs", "the duty applies to cars": said of the measure by a
    /// clause.
    void add_exposure() {
        if (!covers_ || !targets_) return;
        for (TokenIndex t = 0; t < tree_.size(); ++t) {
            if (scene_.skipped[tree_[t].sentence]) continue;
            std::vector<TokenIndex> tools;
            std::vector<TokenIndex> things;
            if (tree_.is_verbal(t) &&
                tree_.is_lemma(t, {"hit", "affect", "target", "cover", "strike", "levy", "impose", "tax"})) {
                if (tree_.is_passive(t)) {
                    tools = scene_.arguments.subjects(t);
                    for (const TokenIndex with : scene_.arguments.oblique(t, "with")) tools.push_back(with);
                } else {
                    tools = scene_.arguments.subjects(t);
                }
                things = scene_.arguments.objects(t);
            } else if (tree_.is_verbal(t) && tree_.is_lemma(t, {"face", "incur", "attract", "suffer"})) {
                tools = scene_.arguments.objects(t);
                things = scene_.arguments.subjects(t);
            } else if (tree_.is_verbal(t) && tree_.is_lemma(t, {"apply", "extend"})) {
                tools = tree_.is_passive(t) ? scene_.arguments.objects(t) : scene_.arguments.subjects(t);
                things = scene_.arguments.oblique(t, "to");
            } else if (tree_.is_lemma(t, {"subject"})) {
                tools = scene_.arguments.oblique(t, "to");
                things = scene_.arguments.subjects(t);
                const TokenIndex subject = tree_.child(t, {Deprel::nsubj, Deprel::nsubj_pass});
                if (things.empty() && subject != kNone) things = tree_.conjuncts(subject);
                if (things.empty() && tree_.base_relation(t) == Deprel::amod && tree_.head(t) != kNone)
                    things = {tree_.head(t)};
            }
            if (tools.empty() || things.empty()) continue;
            std::vector<End> subjects;
            for (const TokenIndex tool : tools) measures_at(tool, subjects);
            std::vector<End> objects;
            for (const TokenIndex thing : things) things_at(thing, objects);
            for (const End& subject : subjects) {
                for (const End& object : objects) {
                    StatementCandidate candidate;
                    candidate.relation = object.kind == EntityKind::commodity ? *covers_ : *targets_;
                    candidate.predicate = t;
                    candidate.predicate_range = {t, t + 1};
                    candidate.subject = subject;
                    candidate.object = object;
                    out_.push_back(std::move(candidate));
                }
            }
        }
    }

    const Scene& scene_;
    const Tree& tree_;
    std::optional<std::size_t> covers_;
    std::optional<std::size_t> targets_;
    std::vector<StatementCandidate> out_;
};

}  // namespace

std::vector<StatementCandidate> find_structural_candidates(const Scene& scene) {
    return StructureFinder(scene).run();
}

}  // namespace claimgraph
