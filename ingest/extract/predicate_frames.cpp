#include "ingest/extract/predicate_frames.hpp"

#include <algorithm>
#include <utility>

#include "ingest/extract/structural_statements.hpp"

namespace claimgraph {

namespace {

class Matcher {
  public:
    Matcher(const Scene& scene, const TransparentNouns& transparent)
        : scene_(scene), tree_(scene.tree), transparent_(transparent), walker_(scene.ontology, scene.tree) {
        affiliated_ = scene.ontology.relation("affiliated_with");
    }

    std::vector<StatementCandidate> run() {
        for (TokenIndex t = 0; t < tree_.size(); ++t) {
            if (!scene_.skipped[tree_[t].sentence]) match(t);
        }
        for (StatementCandidate& candidate : find_structural_candidates(scene_))
            out_.push_back(std::move(candidate));
        add_affiliations();
        std::stable_sort(out_.begin(), out_.end(),
                         [](const StatementCandidate& a, const StatementCandidate& b) {
                             return a.predicate < b.predicate;
                         });
        return std::move(out_);
    }

  private:
    static std::string lower(std::string_view text) {
        std::string out;
        for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return out;
    }

    void match(TokenIndex t) {
        const nlp::Token& token = tree_[t];
        if (token.upos == Upos::verb && tree_.base_relation(t) != Deprel::aux) {
            match_as(t, PartOfSpeech::verb);
            if (token.xpos == nlp::Xpos::vbg || token.xpos == nlp::Xpos::vbn)
                match_as(t, PartOfSpeech::adjective);
        } else if (token.upos == Upos::noun ||
                   (token.upos == Upos::propn && tree_.analysis().sentences[token.sentence].headline)) {
            match_as(t, PartOfSpeech::noun);
        } else if (token.upos == Upos::adj) {
            match_as(t, PartOfSpeech::adjective);
        }
    }

    /// The words of a predicate besides its lemma, or false when one is missing.
    bool find_particles(TokenIndex t, const PredicateEntry& entry, TokenRange& range) const {
        for (const std::string& particle : entry.particles) {
            bool found = false;
            for (const TokenIndex c : tree_.children(t)) {
                if (tree_.lemma(c) == particle && c > t && c <= t + 4) {
                    range.last = std::max(range.last, c + 1);
                    found = true;
                    break;
                }
                const TokenIndex marker = tree_.child(c, {Deprel::case_, Deprel::mark});
                if (marker != kNone && tree_.lemma(marker) == particle && c > t) {
                    if (marker <= range.last + 1) range.last = marker + 1;
                    found = true;
                    break;
                }
            }
            if (!found && range.last < tree_.size() && tree_.lemma(range.last) == particle) {
                ++range.last;
                found = true;
            }
            if (!found) return false;
        }
        if (entry.particles.empty() && entry.pos == PartOfSpeech::verb) {
            // "set up", "turned down" are other verbs than "set" and "turn".
            const TokenIndex particle = tree_.child(t, {Deprel::compound_prt});
            if (particle != kNone) return false;
        }
        return true;
    }

    void match_as(TokenIndex t, PartOfSpeech pos) {
        const std::string lemma = lower(tree_.lemma(t));
        std::size_t longest = 0;
        for (const PredicateEntry& entry : scene_.ontology.predicates(pos, lemma)) {
            TokenRange range{t, t + 1};
            if (find_particles(t, entry, range)) longest = std::max(longest, entry.particles.size());
        }
        for (const PredicateEntry& entry : scene_.ontology.predicates(pos, lemma)) {
            TokenRange range{t, t + 1};
            if (entry.particles.size() == longest && find_particles(t, entry, range))
                instantiate(t, entry, range);
        }
    }

    // ---- ends

    void push(std::vector<End>& out, End end) const {
        if (std::find(out.begin(), out.end(), end) == out.end()) out.push_back(std::move(end));
    }

    End measure_end(std::uint32_t mention) const {
        const MeasureMention& m = scene_.measures.mentions[mention];
        End end;
        end.kind = EntityKind::measure;
        end.head = m.head;
        end.range = m.range;
        end.measure = m.measure;
        return end;
    }

    bool fits(std::uint32_t mention, std::uint8_t traits) const {
        const std::uint8_t own = scene_.measures.mentions[mention].type->traits;
        return traits == 0 || (own & traits) != 0;
    }

    /// The ends that the noun phrase headed by `t` names, of the kinds that `wanted` has.
    void ends_at(TokenIndex t, KindSet wanted, std::uint8_t traits, std::vector<End>& out,
                 int depth = 0) const {
        if (depth > 4) return;
        const std::uint32_t measure = scene_.measures.mention_at(t);
        if (measure != kNone && wanted.has(EntityKind::measure) && fits(measure, traits)) {
            push(out, measure_end(measure));
            return;
        }
        const std::uint32_t mention = scene_.entities.mention_at(t);
        if (mention != kNone) {
            const EntityMention& m = scene_.entities.mentions[mention];
            const bool place = m.place_reading && tree_.base_relation(t) == Deprel::obl;
            bool found = false;
            const auto add = [&](std::uint32_t entity) {
                const EntityKind kind = scene_.entities.entities[entity].kind;
                if (!wanted.has(kind) || place) return;
                End end;
                end.kind = kind;
                end.head = m.head;
                end.range = {m.first, m.last};
                end.entity = entity;
                end.mention = mention;
                push(out, std::move(end));
                found = true;
            };
            if (m.entity != kNone) {
                const LinkedEntity& linked = scene_.entities.entities[m.entity];
                // "shipments of steel" is about the steel.
                const bool hand_on = linked.kind == EntityKind::commodity && linked.core == linked.name &&
                                     transparent_.hands_on(tree_.lemma(t), "commodity") &&
                                     of_complement(t) != kNone;
                if (!hand_on) add(m.entity);
            }
            for (const std::uint32_t member : m.members) add(member);
            if (found) return;
        }
        // A deed done to a measure stands for the measure ("a tariff hike").
        if (wanted.has(EntityKind::measure)) {
            for (const TokenIndex c : tree_.children(t)) {
                if (tree_.relation(c) == Deprel::compound && scene_.measures.mention_at(c) != kNone &&
                    fits(scene_.measures.mention_at(c), traits)) {
                    push(out, measure_end(scene_.measures.mention_at(c)));
                    return;
                }
            }
        }
        const std::string lemma = lower(tree_.lemma(t));
        const TokenIndex inner = of_complement(t);
        if (inner != kNone && measure == kNone &&
            ((wanted.has(EntityKind::measure) && transparent_.hands_on(lemma, "measure")) ||
             (wanted.has(EntityKind::commodity) && transparent_.hands_on(lemma, "commodity")) ||
             transparent_.hands_on(lemma, "any"))) {
            const std::size_t before = out.size();
            for (const TokenIndex part : tree_.conjuncts(inner))
                ends_at(part, wanted, traits, out, depth + 1);
            if (out.size() > before) return;
        }
        if (wanted.has(EntityKind::topic) && mention == kNone &&
            (tree_[t].upos == Upos::noun || tree_[t].upos == Upos::propn)) {
            push(out, topic_end(t));
        }
    }

    TokenIndex of_complement(TokenIndex t) const {
        for (const TokenIndex c : tree_.children(t)) {
            if (tree_.base_relation(c) == Deprel::nmod &&
                (tree_.adposition(c) == "of" || tree_.adposition(c) == "in"))
                return c;
        }
        return kNone;
    }

    End topic_end(TokenIndex t) const {
        End end;
        end.kind = EntityKind::topic;
        end.head = t;
        TokenRange range = tree_.phrase(t);
        while (range.first < t &&
               (tree_.relation(range.first) == Deprel::det || tree_[range.first].upos == Upos::punct ||
                tree_.relation(range.first) == Deprel::case_ ||
                tree_.relation(range.first) == Deprel::nmod_poss)) {
            if (tree_.relation(range.first) == Deprel::nmod_poss && tree_[range.first].upos != Upos::pron)
                break;
            ++range.first;
        }
        // Keeps what is near: a topic is named by its head and its first phrase.
        range.last = std::min(range.last, t + 9);
        while (range.last > t + 1 && tree_[range.last - 1].upos == Upos::punct) --range.last;
        end.range = range;
        for (TokenIndex i = range.first; i < range.last; ++i) {
            if (i > range.first && tree_[i - 1].space_after) end.name += ' ';
            end.name += tree_[i].form;
        }
        return end;
    }

    /// Ends of the frame of the measures among `of`.
    void frame_ends(const std::vector<std::uint32_t>& mentions, bool imposer, KindSet wanted,
                    std::vector<End>& out) const {
        for (const std::uint32_t m : mentions) {
            const MeasureMention& mention = scene_.measures.mentions[m];
            const auto& slots = imposer ? mention.imposers : mention.targets;
            const Measure& whole = scene_.measures.measures[mention.measure];
            if (!slots.empty()) {
                for (const FrameSlot& slot : slots) {
                    if (!wanted.has(scene_.entities.entities[slot.entity].kind)) continue;
                    const EntityMention& em = scene_.entities.mentions[slot.mention];
                    End end{scene_.entities.entities[slot.entity].kind,
                            em.head,
                            {em.first, em.last},
                            slot.entity,
                            slot.mention,
                            kNone,
                            {}};
                    push(out, std::move(end));
                }
            } else {
                for (const std::uint32_t entity : imposer ? whole.imposers : whole.targets) {
                    if (!wanted.has(scene_.entities.entities[entity].kind)) continue;
                    End end;
                    end.kind = scene_.entities.entities[entity].kind;
                    end.entity = entity;
                    push(out, std::move(end));
                    break;  // from context: the first alone
                }
            }
        }
    }

    // ---- slots

    std::vector<std::uint32_t> measures_among(const std::vector<TokenIndex>& heads) const {
        std::vector<std::uint32_t> out;
        for (const TokenIndex t : heads) {
            if (scene_.measures.mention_at(t) != kNone) out.push_back(scene_.measures.mention_at(t));
        }
        return out;
    }

    std::vector<End> fill(TokenIndex t, const std::vector<Slot>& slots, KindSet wanted, std::uint8_t traits,
                          Slot::Kind& used, const std::vector<std::uint32_t>& frame) const {
        std::vector<End> out;
        for (const Slot& slot : slots) {
            if (slot.kind == Slot::Kind::imposer || slot.kind == Slot::Kind::target) {
                frame_ends(frame, slot.kind == Slot::Kind::imposer, wanted, out);
            } else {
                const std::vector<TokenIndex> heads = scene_.arguments.fill(t, slot);
                for (const TokenIndex head : heads) {
                    KindSet kinds = wanted;
                    ends_at(head, kinds, traits, out);
                }
                // Retaliation for a measure is against who imposed it.
                if (out.empty() && slot.kind == Slot::Kind::adposition && !wanted.has(EntityKind::measure) &&
                    !wanted.has(EntityKind::commodity)) {
                    frame_ends(measures_among(heads), true, wanted, out);
                }
            }
            if (!out.empty()) {
                used = slot.kind;
                return out;
            }
        }
        return out;
    }

    void instantiate(TokenIndex t, const PredicateEntry& entry, TokenRange range) {
        const RelationType& relation = scene_.ontology.relations()[entry.relation];
        if (relation.structural) return;
        KindSet measure_only;
        measure_only.add(EntityKind::measure);
        StatementCandidate base;
        base.relation = entry.relation;
        base.entry = &entry;
        base.predicate = t;
        base.predicate_range = range;

        // The measures that the predicate has to do with: what an adjective modifies, what it is done with.
        std::vector<std::uint32_t> frame;
        if (entry.pos == PartOfSpeech::adjective) {
            const TokenIndex noun = tree_.head(t);
            if (noun != kNone) frame = measures_among({noun});
        }
        Slot::Kind ignored = Slot::Kind::object;
        base.instrument = fill(t, entry.instrument, measure_only, 0, ignored, frame);
        const std::uint32_t own = scene_.measures.mention_at(t);
        if (own != kNone) base.instrument.insert(base.instrument.begin(), measure_end(own));
        if (entry.pos == PartOfSpeech::adjective && !frame.empty() && base.instrument.empty())
            base.instrument.push_back(measure_end(frame.front()));
        for (const End& end : base.instrument) {
            if (end.head != kNone && scene_.measures.mention_at(end.head) != kNone)
                frame.push_back(scene_.measures.mention_at(end.head));
        }
        const bool agreement = (entry.measure_traits & kAgreement) != 0 && relation.symmetric;
        if (agreement && entry.pos == PartOfSpeech::verb) {
            const bool has = std::any_of(base.instrument.begin(), base.instrument.end(), [&](const End& end) {
                return (scene_.measures.measures[end.measure].traits & kAgreement) != 0;
            });
            if (!has && !(entry.lemma == "agree" && !scene_.arguments.oblique(t, "with").empty())) return;
        }
        if (base.instrument.size() > 1) base.instrument.resize(1);

        std::vector<End> objects =
            fill(t, entry.object, relation.to, relation.symmetric ? std::uint8_t{0} : entry.measure_traits,
                 base.object_slot, frame);
        // A restriction of a named measure is another relation's business.
        if (entry.pos == PartOfSpeech::verb && !relation.to.has(EntityKind::measure)) {
            for (const TokenIndex head : scene_.arguments.objects(t)) {
                if (scene_.measures.mention_at(head) != kNone && base.object_slot == Slot::Kind::object)
                    objects.clear();
            }
        }
        for (const End& end : objects) {
            if (end.measure != kNone && end.head != kNone)
                frame.push_back(scene_.measures.mention_at(end.head));
        }
        std::vector<End> subjects = fill(t, entry.subject, relation.from, 0, base.subject_slot, frame);
        if (relation.symmetric) {
            if (agreement && objects.empty() && subjects.size() == 1 && !base.instrument.empty() &&
                base.instrument.front().head != kNone) {
                // "signed an agreement with": the other party stands in the agreement's phrase.
                for (const TokenIndex party : scene_.arguments.oblique(base.instrument.front().head, "with"))
                    ends_at(party, relation.to, 0, objects);
            }
            emit_symmetric(base, std::move(subjects), std::move(objects));
            return;
        }
        if (objects.empty() && takes_target(entry)) objects = opponents(t, subjects, base);
        if (objects.empty()) return;
        if (subjects.empty() && !entry.weak && objects.front().kind == EntityKind::measure) {
            frame_ends(frame, true, relation.from, subjects);
            base.inferred_subject = !subjects.empty();
        }
        if (subjects.empty()) return;
        base.counterparty = fill_parties(t, entry, objects);
        base.factuality = walker_.read(t, entry.status, entry.negative);
        for (const End& subject : subjects) {
            for (const End& object : objects) {
                if (same_thing(subject, object)) continue;
                StatementCandidate candidate = base;
                candidate.subject = subject;
                candidate.object = object;
                out_.push_back(std::move(candidate));
            }
        }
    }

    static bool takes_target(const PredicateEntry& entry) {
        return !entry.weak && std::any_of(entry.object.begin(), entry.object.end(),
                                          [](const Slot& slot) { return slot.kind == Slot::Kind::target; });
    }

    /// Whom a bare retaliation is against: who imposed the measure that last hit the one who retaliates.
    std::vector<End> opponents(TokenIndex t, const std::vector<End>& subjects,
                               StatementCandidate& base) const {
        std::vector<End> out;
        if (subjects.empty() || subjects.front().entity == kNone) return out;
        const std::uint32_t who = subjects.front().entity;
        const std::uint32_t country = scene_.entities.entities[who].country;
        for (auto m = scene_.measures.mentions.size(); m-- > 0;) {
            const MeasureMention& mention = scene_.measures.mentions[m];
            if (mention.head > t) continue;
            const Measure& measure = scene_.measures.measures[mention.measure];
            const bool hit = std::any_of(measure.targets.begin(), measure.targets.end(),
                                         [&](std::uint32_t e) { return e == who || e == country; });
            if (!hit || measure.imposers.empty()) continue;
            End end;
            end.entity = measure.imposers.front();
            end.kind = scene_.entities.entities[end.entity].kind;
            out.push_back(std::move(end));
            base.inferred_object = true;
            break;
        }
        return out;
    }

    std::vector<End> fill_parties(TokenIndex t, const PredicateEntry& entry,
                                  const std::vector<End>& objects) const {
        KindSet parties;
        parties.add(EntityKind::actor);
        parties.add(EntityKind::country);
        Slot::Kind ignored = Slot::Kind::object;
        std::vector<End> out = fill(t, entry.counterparty, parties, 0, ignored, {});
        if (out.empty() && !entry.counterparty.empty()) {
            // "US soybeans" are bought from the United States.
            for (const End& object : objects) {
                if (object.entity == kNone) continue;
                const LinkedEntity& linked = scene_.entities.entities[object.entity];
                if (linked.kind != EntityKind::commodity || linked.country == kNone) continue;
                End end;
                end.kind = EntityKind::country;
                end.entity = linked.country;
                out.push_back(std::move(end));
            }
        }
        if (out.size() > 1) out.resize(1);
        return out;
    }

    bool same_thing(const End& a, const End& b) const {
        if (a.measure != kNone || b.measure != kNone) return a.measure == b.measure;
        return a.entity != kNone && a.entity == b.entity;
    }

    void emit_symmetric(const StatementCandidate& base, std::vector<End> subjects, std::vector<End> objects) {
        if (objects.empty() && subjects.size() < 2) return;
        const FactualityReading factuality =
            walker_.read(base.predicate, base.entry->status, base.entry->negative);
        const auto emit = [&](const End& a, const End& b) {
            if (same_thing(a, b) || a.kind == EntityKind::topic || b.kind == EntityKind::topic) return;
            StatementCandidate candidate = base;
            candidate.subject = a;
            candidate.object = b;
            candidate.factuality = factuality;
            out_.push_back(std::move(candidate));
        };
        if (subjects.empty() && objects.size() >= 2) std::swap(subjects, objects);
        if (objects.empty() || subjects == objects) {
            for (std::size_t i = 0; i < subjects.size(); ++i) {
                for (std::size_t j = i + 1; j < subjects.size() && j <= i + 3; ++j)
                    emit(subjects[i], subjects[j]);
            }
            return;
        }
        for (const End& a : subjects) {
            for (const End& b : objects) emit(a, b);
        }
    }

    // ---- structure

    void add_affiliations() {
        if (!affiliated_) return;
        std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
        for (const Affiliation& affiliation : scene_.entities.affiliations) {
            if (affiliation.implied || affiliation.actor_mention == kNone || affiliation.actor == kNone ||
                affiliation.target == kNone)
                continue;
            if (!seen.insert({affiliation.actor, affiliation.target}).second) continue;
            const EntityMention& actor = scene_.entities.mentions[affiliation.actor_mention];
            if (scene_.skipped[actor.sentence]) continue;
            StatementCandidate candidate;
            candidate.relation = *affiliated_;
            candidate.predicate = actor.head;
            candidate.predicate_range = {actor.head, actor.head + 1};
            candidate.subject = End{scene_.entities.entities[affiliation.actor].kind,
                                    actor.head,
                                    {actor.first, actor.last},
                                    affiliation.actor,
                                    affiliation.actor_mention,
                                    kNone,
                                    {}};
            candidate.object.kind = scene_.entities.entities[affiliation.target].kind;
            candidate.object.entity = affiliation.target;
            if (affiliation.target_mention != kNone) {
                const EntityMention& target = scene_.entities.mentions[affiliation.target_mention];
                candidate.object.head = target.head;
                candidate.object.range = {target.first, target.last};
                candidate.object.mention = affiliation.target_mention;
            }
            candidate.role = affiliation.role;
            if (!scene_.ontology.relations()[*affiliated_].to.has(candidate.object.kind)) continue;
            out_.push_back(std::move(candidate));
        }
    }

    const Scene& scene_;
    const Tree& tree_;
    const TransparentNouns& transparent_;
    FactualityWalker walker_;
    std::optional<std::size_t> affiliated_;
    std::vector<StatementCandidate> out_;
};

}  // namespace

std::vector<StatementCandidate> find_candidates(const Scene& scene, const TransparentNouns& transparent) {
    return Matcher(scene, transparent).run();
}

}  // namespace claimgraph
