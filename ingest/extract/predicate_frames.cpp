#include "ingest/extract/predicate_frames.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "ingest/extract/candidate_features.hpp"
#include "ingest/extract/erase_marked.hpp"
#include "ingest/extract/factuality_model.hpp"
#include "ingest/extract/structural_statements.hpp"

namespace claimgraph {
namespace {

/// How an end was found that fills no slot of the entry and is not named in the sentence.
constexpr std::string_view kImposer = "imposer";    ///< of a measure of the sentence
constexpr std::string_view kOpponent = "opponent";  ///< who imposed the measure that last hit the subject
constexpr std::string_view kPrevious = "previous";  ///< the subject of the sentence before
constexpr std::string_view kSpeaker = "speaker";    ///< whose words the sentence is
constexpr std::string_view kSalient = "salient";    ///< the country that the document names most
constexpr std::string_view kLast = "last measure";  ///< the measure that was last spoken of
constexpr std::string_view kMain = "main measure";  ///< the measure that the document speaks of most

/// How many sentences back the measure that was last spoken of may be.
constexpr std::uint32_t kMeasureReach = 6;
constexpr std::string_view kRecalled = "recalled";  ///< what the text has named before, where a slot has none
constexpr std::string_view kReferred = "referred";  ///< the same, of the word that fills it ("the step")

/// Measures or goods before the predicate that a word may stand for, the last first, and how many mentions
/// back they are looked for.
constexpr std::size_t kMostRecalled = 3;
constexpr int kRecalledMentions = 30;

/// A topic is an end only where the predicate governs it or nearly so.
constexpr std::uint32_t kTopicSteps = 2;
/// Ends farther than this in the tree fill no slot.
constexpr std::uint32_t kMaxRank = 9;
/// Whom an actor belongs to is said near the actor.
constexpr std::uint32_t kAffiliationSteps = 4;
constexpr std::uint32_t kEmployerSentences = 2;

std::string lower(std::string_view text) {
    std::string out;
    for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::string slot_name(const Slot& slot) {
    switch (slot.kind) {
        case Slot::Kind::subject:
            return "subj";
        case Slot::Kind::object:
            return "obj";
        case Slot::Kind::indirect_object:
            return "iobj";
        case Slot::Kind::possessive:
            return "poss";
        case Slot::Kind::adjective:
            return "adj";
        case Slot::Kind::compound:
            return "compound";
        case Slot::Kind::between:
            return "between";
        case Slot::Kind::self:
            return "self";
        case Slot::Kind::support:
            return "support";
        case Slot::Kind::imposer:
            return "frame-imposer";
        case Slot::Kind::target:
            return "frame-target";
        case Slot::Kind::speaker:
            return "voice";
        case Slot::Kind::head:
            return "head";
        case Slot::Kind::content:
            return "content";
        case Slot::Kind::adposition:
            return slot.adposition;
    }
    return "";
}

KindSet only(EntityKind kind) {
    KindSet set;
    set.add(kind);
    return set;
}

KindSet any_kind() {
    KindSet set;
    for (const EntityKind kind : {EntityKind::actor, EntityKind::country, EntityKind::measure,
                                  EntityKind::commodity, EntityKind::topic})
        set.add(kind);
    return set;
}

bool is_context(std::string_view slot) {
    return slot == kPrevious || slot == kSpeaker || slot == kSalient || slot == kLast || slot == kMain ||
           slot.starts_with(kRecalled);
}

/// Works on one document: finds readings of predicates and hands each option to `visit`.
/// Above all indices of entities.
constexpr std::uint32_t kUnlinked = 1U << 31U;

class Proposer {
  public:
    /// Readings that are as one of `explained` get notes.
    Proposer(const Scene& scene, const TransparentNouns& transparent, const StatementRanker* ranker,
             std::span<const StatementCandidate> explained = {})
        : scene_(scene),
          tree_(scene.tree),
          transparent_(transparent),
          ends_(scene, transparent),
          features_(scene),
          ranker_(ranker),
          explained_(explained) {
        for (std::size_t i = 0; i < kStructural.size(); ++i) {
            if (const auto relation = scene.ontology.relation(kStructural[i])) {
                structural_[i].relation = *relation;
                structural_[i].pos = PartOfSpeech::noun;
                structural_[i].lemma = kStructural[i];
                has_structural_[i] = true;
            }
        }
        sentence_ends_.resize(tree_.analysis().sentences.size());
        for (std::uint32_t s = 0; s < sentence_ends_.size(); ++s) {
            if (!scene.skipped[s]) sentence_ends_[s] = ends_.of_sentence(s);
        }
        find_salient();
        list_named();
    }

    std::vector<CandidateOption> run() {
        for (TokenIndex t = 0; t < tree_.size(); ++t) {
            if (!scene_.skipped[tree_[t].sentence]) match(t);
        }
        add_structural();
        add_affiliations();
        return std::move(out_);
    }

  private:
    static constexpr std::array<std::string_view, 3> kStructural{"covers", "targets", "affiliated_with"};
    enum : std::size_t { kCovers, kTargets, kAffiliated };

    // ---- predicates

    void match(TokenIndex t) {
        const nlp::Token& token = tree_[t];
        if (token.upos == Upos::verb && tree_.base_relation(t) != Deprel::aux) {
            match_as(t, PartOfSpeech::verb);
            if (token.xpos == nlp::Xpos::vbg || token.xpos == nlp::Xpos::vbn)
                match_as(t, PartOfSpeech::adjective);
        } else if (token.upos == Upos::noun ||
                   (token.upos == Upos::propn && tree_.analysis().sentences[token.sentence].headline)) {
            match_as(t, PartOfSpeech::noun);
        } else if (token.upos == Upos::adj || token.upos == Upos::adp || token.upos == Upos::adv) {
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

    // ---- slots

    struct Filled {
        End end;
        std::string slot;
    };

    /// The ends that fill the slots, each once, with the first slot that it fills. Ends of a slot after the
    /// first filled one are marked as such.
    std::vector<Filled> fill(TokenIndex t, const std::vector<Slot>& slots, KindSet wanted,
                             std::uint8_t traits, const std::vector<std::uint32_t>& frame) const {
        std::vector<Filled> out;
        for (const Slot& slot : slots) {
            const bool later = !out.empty();
            std::vector<End> found;
            if (slot.kind == Slot::Kind::imposer || slot.kind == Slot::Kind::target) {
                ends_.of_frames(frame, slot.kind == Slot::Kind::imposer, wanted, found);
            } else if (slot.kind == Slot::Kind::speaker) {
                const std::uint32_t attribution = scene_.attributions.innermost(t);
                const TokenIndex head =
                    attribution == kNone ? kNone : scene_.attributions.all()[attribution].source_head;
                if (head != kNone) {
                    ends_.at(head, wanted, traits, found);
                } else {
                    for (const TokenIndex said : scene_.arguments.speakers(t))
                        ends_.at(said, wanted, traits, found);
                }
            } else {
                const std::vector<TokenIndex> heads = scene_.arguments.fill(t, slot);
                // "comes from Peru": the entry asks for what stands there.
                const bool places = slot.kind == Slot::Kind::adposition;
                for (const TokenIndex head : heads) ends_.at(head, wanted, traits, found, places);
                // Retaliation for a measure is against who imposed it.
                if (found.empty() && slot.kind == Slot::Kind::adposition &&
                    !wanted.has(EntityKind::measure) && !wanted.has(EntityKind::commodity)) {
                    ends_.of_frames(ends_.measures_among(heads), true, wanted, found);
                }
            }
            for (End& end : found) {
                const bool known =
                    std::any_of(out.begin(), out.end(), [&](const Filled& f) { return f.end == end; });
                if (!known) out.push_back({std::move(end), (later ? "2:" : "") + slot_name(slot)});
            }
        }
        return out;
    }

    std::vector<End> fill_first(TokenIndex t, const std::vector<Slot>& slots, KindSet wanted,
                                const std::vector<std::uint32_t>& frame) const {
        std::vector<End> out;
        for (Filled& filled : fill(t, slots, wanted, 0, frame)) {
            if (filled.slot.starts_with("2:")) break;
            out.push_back(std::move(filled.end));
        }
        return out;
    }

    // ---- arguments

    static std::uint32_t set_of(const Tree& tree, const End& end) {
        if (end.head != kNone) return tree.first_conjunct(end.head);
        return set_of_unnamed(end);
    }

    static std::uint32_t set_of_unnamed(const End& end) {
        return 0x80000000U + (end.entity != kNone ? end.entity : 0x40000000U + end.measure);
    }

    void add_argument(std::vector<EndReading>& list, const PredicateReading& reading, const End& end,
                      std::string_view slot) const {
        const bool known =
            std::any_of(list.begin(), list.end(), [&](const EndReading& a) { return a.end == end; });
        if (known) return;
        EndReading argument;
        argument.end = end;
        argument.slot = slot;
        argument.set = set_of(tree_, end);
        if (end.head != kNone && tree_[end.head].sentence == tree_[reading.token].sentence) {
            argument.path = features_.path(end.head, reading.token, argument.steps);
            if (end.kind == EntityKind::topic && slot.empty() && argument.steps > kTopicSteps) return;
        } else {
            argument.steps = 99;
        }
        list.push_back(std::move(argument));
    }

    /// Strict ends first, then the other ends of the sentence that are of the right kinds.
    std::vector<EndReading> arguments(const PredicateReading& reading, const std::vector<Filled>& strict,
                                      KindSet wanted, std::uint8_t traits) const {
        std::vector<EndReading> out;
        for (const Filled& filled : strict) add_argument(out, reading, filled.end, filled.slot);
        if (reading.entry->bound) {
            rank(out);
            return out;
        }
        for (const End& end : sentence_ends_[tree_[reading.token].sentence]) {
            if (!wanted.has(end.kind)) continue;
            if (end.measure != kNone && traits != 0) {
                const std::uint32_t mention = scene_.measures.mention_at(end.head);
                if ((scene_.measures.mentions[mention].type->traits & traits) == 0) continue;
            }
            add_argument(out, reading, end, {});
        }
        rank(out);
        std::erase_if(out, [](const EndReading& a) { return a.slot.empty() && a.rank > kMaxRank; });
        return out;
    }

    static void rank(std::vector<EndReading>& list) {
        for (EndReading& a : list) {
            a.rank = static_cast<std::uint32_t>(std::count_if(
                list.begin(), list.end(), [&](const EndReading& b) { return b.steps < a.steps; }));
        }
    }

    void add_context(std::vector<EndReading>& list, const PredicateReading& reading, KindSet wanted) const {
        const auto add = [&](std::uint32_t entity, std::string_view slot) {
            if (entity == kNone || !wanted.has(scene_.entities.entities[entity].kind)) return;
            const bool named = std::any_of(list.begin(), list.end(),
                                           [&](const EndReading& a) { return a.end.entity == entity; });
            if (!named) add_argument(list, reading, ends_.of_context(entity), slot);
        };
        const std::uint32_t attribution = scene_.attributions.innermost(reading.token);
        if (attribution != kNone) {
            const TokenIndex head = scene_.attributions.all()[attribution].source_head;
            const std::uint32_t mention = head == kNone ? kNone : scene_.entities.mention_at(head);
            if (mention != kNone) add(scene_.entities.mentions[mention].entity, kSpeaker);
        }
        add(previous_subject(tree_[reading.token].sentence), kPrevious);
        add(salient_, kSalient);
    }

    /// The measure that the words before or the whole document are about, where no word of the sentence fills
    /// the slot with one.
    void add_context_measures(std::vector<EndReading>& list, const PredicateReading& reading,
                              std::uint8_t traits) const {
        const std::uint32_t sentence = tree_[reading.token].sentence;
        if (std::any_of(list.begin(), list.end(),
                        [](const EndReading& a) { return a.end.measure != kNone && !a.slot.empty(); }))
            return;
        const auto add = [&](std::uint32_t measure, std::string_view slot) {
            if (measure == kNone) return;
            if (traits != 0 && (scene_.measures.measures[measure].traits & traits) == 0) return;
            const bool known = std::any_of(list.begin(), list.end(),
                                           [&](const EndReading& a) { return a.end.measure == measure; });
            if (known) return;
            End end;
            end.kind = EntityKind::measure;
            end.measure = measure;
            add_argument(list, reading, end, slot);
        };
        const auto& mentions = scene_.measures.mentions;
        const auto after =
            std::partition_point(mentions.begin(), mentions.end(),
                                 [&](const MeasureMention& m) { return m.head < reading.token; });
        if (after != mentions.begin() && sentence - std::prev(after)->sentence <= kMeasureReach)
            add(std::prev(after)->measure, kLast);
        add(main_measure_, kMain);
    }

    /// The entity that is the subject of the last sentence before that has one.
    std::uint32_t previous_subject(std::uint32_t sentence) const {
        for (std::uint32_t back = 1; back <= 2 && back <= sentence; ++back) {
            const nlp::Sentence& range = tree_.analysis().sentences[sentence - back];
            for (TokenIndex t = range.first; t < range.last; ++t) {
                if (tree_.base_relation(t) != Deprel::nsubj) continue;
                const std::uint32_t mention = scene_.entities.mention_at(t);
                if (mention == kNone) continue;
                const std::uint32_t entity = scene_.entities.mentions[mention].entity;
                if (entity == kNone) continue;
                const EntityKind kind = scene_.entities.entities[entity].kind;
                if (kind == EntityKind::actor || kind == EntityKind::country) return entity;
            }
        }
        return kNone;
    }

    void find_salient() {
        std::size_t most = 1;
        for (std::uint32_t e = 0; e < scene_.entities.entities.size(); ++e) {
            const LinkedEntity& entity = scene_.entities.entities[e];
            if (entity.kind != EntityKind::country || entity.mentions.size() <= most) continue;
            most = entity.mentions.size();
            salient_ = e;
        }
    }

    /// The measures and goods in the order of their mentions, and those that the document names most.
    void list_named() {
        for (const MeasureMention& mention : scene_.measures.mentions) {
            if (!mention.anaphoric) measures_named_.push_back({mention.head, mention.measure});
        }
        std::sort(measures_named_.begin(), measures_named_.end());
        std::size_t most = 1;
        for (std::uint32_t m = 0; m < scene_.measures.measures.size(); ++m) {
            if (scene_.measures.measures[m].mentions.size() <= most) continue;
            most = scene_.measures.measures[m].mentions.size();
            main_measure_ = m;
        }
        most = 1;
        for (std::uint32_t e = 0; e < scene_.entities.entities.size(); ++e) {
            const LinkedEntity& entity = scene_.entities.entities[e];
            if (entity.kind != EntityKind::commodity) continue;
            for (const std::uint32_t m : entity.mentions)
                goods_named_.push_back({scene_.entities.mentions[m].head, e});
            if (entity.mentions.size() <= most) continue;
            most = entity.mentions.size();
            main_goods_ = e;
        }
        std::sort(goods_named_.begin(), goods_named_.end());
    }

    struct Named {
        TokenIndex head;
        std::uint32_t what;  ///< index of a measure or entity
        auto operator<=>(const Named&) const = default;
    };

    /// What is named in the sentences before that of `t`, the last first, then what is named most.
    std::vector<std::uint32_t> named_before(const std::vector<Named>& named, std::uint32_t most,
                                            TokenIndex t) const {
        std::vector<std::uint32_t> out;
        const auto add = [&](std::uint32_t what) {
            if (what != kNone && std::find(out.begin(), out.end(), what) == out.end()) out.push_back(what);
        };
        const TokenIndex first = tree_.analysis().sentences[tree_[t].sentence].first;
        auto at = std::lower_bound(named.begin(), named.end(), Named{first, 0});
        for (int back = 0; at != named.begin() && out.size() < kMostRecalled && back < kRecalledMentions;
             ++back)
            add((--at)->what);
        add(most);
        return out;
    }

    /// The words that fill the slots.
    std::vector<TokenIndex> fillers(TokenIndex t, const std::vector<Slot>& slots) const {
        std::vector<TokenIndex> out;
        for (const Slot& slot : slots) {
            for (const TokenIndex head : scene_.arguments.fill(t, slot)) {
                if (head != t) out.push_back(head);
            }
        }
        return out;
    }

    /// Whether `t` may stand for a measure or goods ("it", "the step", "20,000 tonnes") that were named
    /// before.
    bool refers(TokenIndex t, bool goods) const {
        const std::uint32_t measure = scene_.measures.mention_at(t);
        if (measure != kNone) {
            const MeasureMention& mention = scene_.measures.mentions[measure];
            // "the tariffs" says no more than its noun, whatever the reader took it for.
            return !goods && (mention.anaphoric || (mention.definite && !mention.proper &&
                                                    mention.name.find(' ') == std::string::npos));
        }
        if (tree_[t].upos == Upos::pron)
            return tree_.is_lemma(t, {"it", "they", "this", "that", "these", "those", "one", "some", "any",
                                      "more", "most", "all", "both", "neither", "none", "which"});
        const std::uint32_t mention = scene_.entities.mention_at(t);
        if (mention != kNone && (scene_.entities.mentions[mention].entity != kNone ||
                                 !scene_.entities.mentions[mention].members.empty())) {
            const std::uint32_t entity = scene_.entities.mentions[mention].entity;
            // Goods by their measure alone ("supplies", "a cargo").
            return goods && entity != kNone &&
                   scene_.entities.entities[entity].kind == EntityKind::commodity &&
                   transparent_.hands_on(tree_.lemma(t), "commodity");
        }
        if (goods) {
            return tree_[t].upos == Upos::num || tree_[t].upos == Upos::adj ||
                   transparent_.hands_on(tree_.lemma(t), "commodity");
        }
        // "put 25 percent on steel"
        if (tree_.is_lemma(t, {"percent", "pct", "%"})) return true;
        if (tree_[t].upos != Upos::noun) return false;
        // "..., an action that hurt exporters": what was just told.
        if (tree_.base_relation(t) == Deprel::appos && tree_.child(t, {Deprel::acl_relcl}) != kNone)
            return true;
        if (tree_.child(t, {Deprel::nmod_poss}) != kNone) return true;
        const TokenIndex determiner = tree_.child(t, {Deprel::det});
        return determiner != kNone &&
               tree_.is_lemma(determiner, {"the", "this", "that", "these", "those", "such", "both"});
    }

    /// Adds what the text has named before to `list` where nothing of the right kind fills the slots.
    void add_recalled(std::vector<EndReading>& list, const PredicateReading& reading,
                      const std::vector<Slot>& slots, KindSet wanted, std::uint8_t traits,
                      const std::vector<Filled>& strict) const {
        const bool goods = wanted.has(EntityKind::commodity) && !wanted.has(EntityKind::measure);
        const EntityKind kind = goods ? EntityKind::commodity : EntityKind::measure;
        if (!wanted.has(kind)) return;
        const std::vector<TokenIndex> words = fillers(reading.token, slots);
        TokenIndex word = kNone;
        if (!words.empty()) {
            const auto found =
                std::find_if(words.begin(), words.end(), [&](TokenIndex t) { return refers(t, goods); });
            if (found == words.end()) return;
            word = *found;
        } else if (!strict.empty() || slots.empty() || slots.front().kind == Slot::Kind::self) {
            return;
        }
        const std::vector<std::uint32_t> before =
            goods ? named_before(goods_named_, main_goods_, reading.token)
                  : named_before(measures_named_, main_measure_, reading.token);
        for (const std::uint32_t what : before) {
            End end;
            end.kind = kind;
            (goods ? end.entity : end.measure) = what;
            if (!goods && traits != 0 && (scene_.measures.measures[what].traits & traits) == 0) continue;
            if (word != kNone) {
                end.head = word;
                end.range = tree_.phrase(word);
            }
            const bool first = what == before.front();
            std::string slot(word == kNone ? kRecalled : kReferred);
            slot += what == (goods ? main_goods_ : main_measure_) ? first ? " last main" : " main"
                    : first                                       ? " last"
                                                                  : " earlier";
            const std::size_t size = list.size();
            add_argument(list, reading, end, slot);
            // One of them is meant: they are no coordination.
            if (list.size() > size) list.back().set = set_of_unnamed(end);
        }
    }

    /// The verb that the predicate is or hangs on, then those above.
    std::vector<TokenIndex> clauses(TokenIndex t) const {
        std::vector<TokenIndex> out;
        for (; t != kNone && out.size() < 4; t = tree_.head(t)) {
            const bool clause = tree_.is_verbal(t) ||
                                tree_.child(t, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::cop}) != kNone;
            if (clause) out.push_back(t);
        }
        return out;
    }

    // ---- readings

    void instantiate(TokenIndex t, const PredicateEntry& entry, TokenRange range) {
        const RelationType& relation = scene_.ontology.relations()[entry.relation];
        if (relation.structural) return;
        if (entry.sentiment != 0 && !governs_sentiment(t, entry.sentiment)) return;
        StatementCandidate base;
        base.relation = entry.relation;
        base.entry = &entry;
        base.predicate = t;
        base.predicate_range = range;

        // The measures that the predicate has to do with: what an adjective modifies, what it is done with.
        std::vector<std::uint32_t> frame;
        if (entry.pos == PartOfSpeech::adjective && tree_.head(t) != kNone)
            frame = ends_.measures_among({tree_.head(t)});
        base.instrument = fill_first(t, entry.instrument, only(EntityKind::measure), frame);
        if (const std::uint32_t own = scene_.measures.mention_at(t); own != kNone)
            base.instrument.insert(base.instrument.begin(), ends_.of_measure(own));
        if (entry.pos == PartOfSpeech::adjective && !frame.empty() && base.instrument.empty())
            base.instrument.push_back(ends_.of_measure(frame.front()));
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
        base.topic = fill_first(t, entry.topic, any_kind(), frame);

        const std::uint8_t traits = relation.symmetric ? std::uint8_t{0} : entry.measure_traits;
        std::vector<Filled> objects = fill(t, entry.object, relation.to, traits, frame);
        if (agreement && objects.empty() && !base.instrument.empty() &&
            base.instrument.front().head != kNone) {
            // "signed an agreement with": the other party stands in the agreement's phrase.
            std::vector<End> parties;
            for (const TokenIndex party : scene_.arguments.oblique(base.instrument.front().head, "with"))
                ends_.at(party, relation.to, 0, parties);
            for (End& party : parties) objects.push_back({std::move(party), "with"});
        }
        for (const Filled& filled : objects) {
            if (filled.end.measure != kNone && filled.end.head != kNone)
                frame.push_back(scene_.measures.mention_at(filled.end.head));
        }
        const std::vector<Filled> subjects = fill(t, entry.subject, relation.from, 0, frame);

        PredicateReading reading{
            &entry, t, range, clauses(t), !base.instrument.empty(), !subjects.empty(), !objects.empty()};
        std::vector<EndReading> as_subject = arguments(reading, subjects, relation.from, 0);
        std::vector<EndReading> as_object = arguments(reading, objects, relation.to, traits);
        add_recalled(as_subject, reading, entry.subject, relation.from, 0, subjects);
        add_recalled(as_object, reading, entry.object, relation.to, traits, objects);
        add_imposers(as_subject, as_object, reading, relation.from);
        add_context(as_subject, reading, relation.from);
        const bool mutual = relation.symmetric || takes_target(entry);
        if (mutual) {
            add_opponent(as_object, reading, subjects);
            add_context(as_object, reading, relation.to);
        }
        propose(base, reading, as_subject, as_object, relation.symmetric);
    }

    /// Whether a word of praise (1) or blame (-1) hangs on `t`.
    bool governs_sentiment(TokenIndex t, int sentiment) const {
        const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[t].sentence];
        const TokenRange scope = tree_.subtree(t);
        for (TokenIndex i = std::max(scope.first, sentence.first); i < std::min(scope.last, sentence.last);
             ++i) {
            if (scene_.ontology.sentiment(tree_.lemma(i)) == sentiment) return true;
        }
        return false;
    }

    static bool takes_target(const PredicateEntry& entry) {
        return std::any_of(entry.object.begin(), entry.object.end(),
                           [](const Slot& slot) { return slot.kind == Slot::Kind::target; });
    }

    /// Who imposed the measures that may be the object, where the sentence does not name them.
    void add_imposers(std::vector<EndReading>& subjects, const std::vector<EndReading>& objects,
                      const PredicateReading& reading, KindSet wanted) const {
        for (const EndReading& object : objects) {
            if (object.end.measure == kNone) continue;
            const Measure& measure = scene_.measures.measures[object.end.measure];
            for (const std::uint32_t entity : measure.imposers) {
                if (!wanted.has(scene_.entities.entities[entity].kind)) continue;
                const bool named = std::any_of(subjects.begin(), subjects.end(),
                                               [&](const EndReading& a) { return a.end.entity == entity; });
                if (!named) add_argument(subjects, reading, ends_.of_context(entity), kImposer);
                break;
            }
        }
    }

    /// Whom a bare retaliation is against: who imposed the measure that last hit the one who retaliates.
    void add_opponent(std::vector<EndReading>& objects, const PredicateReading& reading,
                      const std::vector<Filled>& subjects) const {
        if (subjects.empty() || subjects.front().end.entity == kNone) return;
        const std::uint32_t who = subjects.front().end.entity;
        const std::uint32_t country = scene_.entities.entities[who].country;
        for (auto m = scene_.measures.mentions.size(); m-- > 0;) {
            const MeasureMention& mention = scene_.measures.mentions[m];
            if (mention.head > reading.token) continue;
            const Measure& measure = scene_.measures.measures[mention.measure];
            const bool hit = std::any_of(measure.targets.begin(), measure.targets.end(),
                                         [&](std::uint32_t e) { return e == who || e == country; });
            if (!hit || measure.imposers.empty()) continue;
            add_argument(objects, reading, ends_.of_context(measure.imposers.front()), kOpponent);
            return;
        }
    }

    bool same_thing(const End& a, const End& b) const {
        if (a.measure != kNone || b.measure != kNone) return a.measure == b.measure;
        if (a.entity == kNone && b.entity == kNone) return a.head == b.head;
        return a.entity != kNone && a.entity == b.entity;
    }

    /// A noun that is a measure's and states what is done with it ("its duty on rice") states nothing of
    /// another.
    bool is_of_another_measure(const PredicateReading& reading, const End& object) const {
        if (object.measure == kNone || reading.entry->pos != PartOfSpeech::noun) return false;
        const bool itself = std::any_of(reading.entry->object.begin(), reading.entry->object.end(),
                                        [](const Slot& slot) { return slot.kind == Slot::Kind::self; });
        const std::uint32_t own = scene_.measures.mention_at(reading.token);
        return itself && own != kNone && scene_.measures.mentions[own].measure != object.measure;
    }

    static bool is_recalled(std::string_view slot) {
        return slot.starts_with(kRecalled) || slot.starts_with(kReferred);
    }

    static bool strict(const EndReading& argument) {
        return !argument.slot.empty() && !argument.slot.starts_with("2:") && !is_context(argument.slot) &&
               !is_recalled(argument.slot);
    }

    /// All pairs of a subject and an object.
    void propose(const StatementCandidate& base, const PredicateReading& reading,
                 const std::vector<EndReading>& subjects, const std::vector<EndReading>& objects,
                 bool symmetric) {
        const auto [at, inserted] = groups_.emplace(std::pair(reading.token, base.relation), next_group_);
        if (inserted) ++next_group_;
        const std::uint32_t group = at->second;
        std::vector<FeatureId> shared;
        features_.predicate(reading, FeatureSink(shared));
        const auto each = [&](const std::vector<EndReading>& list, std::string_view role) {
            std::vector<std::vector<FeatureId>> out(list.size());
            for (std::size_t i = 0; i < list.size(); ++i)
                features_.argument(reading, role, list[i], FeatureSink(out[i]));
            return out;
        };
        const auto subject_features = each(subjects, "s");
        const auto object_features = each(objects, "o");
        for (std::size_t i = 0; i < subjects.size(); ++i) {
            for (std::size_t j = 0; j < objects.size(); ++j) {
                const EndReading& s = subjects[i];
                const EndReading& o = objects[j];
                if (same_thing(s.end, o.end)) continue;
                if (is_of_another_measure(reading, o.end)) continue;
                if (is_context(s.slot) && is_context(o.slot)) continue;
                if (is_recalled(s.slot) ? o.slot.empty() : is_recalled(o.slot) && s.slot.empty()) continue;
                if (symmetric && (s.end.kind == EntityKind::topic || o.end.kind == EntityKind::topic))
                    continue;
                // "both countries" work together only where they are what does it.
                if (symmetric && s.slot.empty() && s.end.mention != kNone && s.end.mention == o.end.mention)
                    continue;
                CandidateOption option;
                option.choice = {group, s.set, o.set, 0};
                option.filled = strict(s) && strict(o);
                option.strict = option.filled && !reading.entry->weak;
                offer(base, option, reading, s, o, {&shared, &subject_features[i], &object_features[j]});
            }
        }
        if (!symmetric) return;
        // "A and B met": both are subjects.
        for (std::size_t i = 0; i < subjects.size(); ++i) {
            for (std::size_t j = i + 1; j < subjects.size(); ++j) {
                const EndReading& s = subjects[i];
                const EndReading& o = subjects[j];
                if (!strict(s) || !strict(o) || same_thing(s.end, o.end)) continue;
                CandidateOption option;
                option.choice = {group, s.set, o.set, 0};
                option.filled = true;
                option.strict = !reading.entry->weak;
                offer(base, option, reading, s, o, {&shared, &subject_features[i], &subject_features[j]});
            }
        }
    }

    void offer(const StatementCandidate& base, CandidateOption& option, const PredicateReading& reading,
               const EndReading& subject, const EndReading& object,
               std::initializer_list<const std::vector<FeatureId>*> parts) {
        buffer_.clear();
        for (const std::vector<FeatureId>* part : parts)
            buffer_.insert(buffer_.end(), part->begin(), part->end());
        features_.pair(reading, subject, object, FeatureSink(buffer_));
        if (ranker_ != nullptr) {
            option.choice.probability = ranker_->empty()
                                            ? (option.strict ? 1 : 0)
                                            : StatementRanker::probability(ranker_->sum(buffer_));
            if (option.choice.probability < std::max(ranker_->threshold(), 1e-9)) return;
        } else {
            option.features = buffer_;
        }
        if (is_explained(reading, subject, object)) option.notes = notes(reading, subject, object);
        option.candidate = base;
        option.candidate.subject = subject.end;
        option.candidate.object = object.end;
        std::erase_if(option.candidate.instrument,
                      [&](const End& end) { return same_thing(end, object.end); });
        option.candidate.confidence = option.choice.probability;
        out_.push_back(std::move(option));
    }

    bool is_explained(const PredicateReading& reading, const EndReading& subject,
                      const EndReading& object) const {
        // The candidates are in the order of their predicates.
        for (auto at =
                 std::ranges::lower_bound(explained_, reading.token, {}, &StatementCandidate::predicate);
             at != explained_.end() && at->predicate == reading.token; ++at) {
            if (at->subject == subject.end && at->object == object.end) return true;
        }
        return false;
    }

    OptionNotes notes(const PredicateReading& reading, const EndReading& subject,
                      const EndReading& object) const {
        OptionNotes out{subject.slot, object.slot, subject.path, object.path, {}, {}};
        const FeatureSink sink(out.features, &out.names);
        features_.predicate(reading, sink);
        features_.argument(reading, "s", subject, sink);
        features_.argument(reading, "o", object, sink);
        features_.pair(reading, subject, object, sink);
        return out;
    }

    // ---- structure

    PredicateReading structural_reading(std::size_t which, TokenIndex token) const {
        PredicateReading reading;
        reading.entry = &structural_[which];
        reading.token = token;
        reading.range = {token, token + 1};
        reading.clauses = clauses(token);
        return reading;
    }

    /// One option for a pair that a structural relation may join; the most probable of a document's stands.
    void offer_pair(std::size_t which, const PredicateReading& reading, const EndReading& subject,
                    const EndReading& object, std::uint32_t first, std::uint32_t second, std::string role) {
        const auto [at, inserted] = pair_groups_.emplace(
            std::array<std::uint32_t, 3>{static_cast<std::uint32_t>(which), first, second}, next_group_);
        if (inserted) ++next_group_;
        StatementCandidate base;
        base.relation = structural_[which].relation;
        base.predicate = reading.token;
        base.predicate_range = reading.range;
        base.role = std::move(role);
        CandidateOption option;
        option.choice = {at->second, next_single_++, 0, 0};
        option.filled = option.strict = strict(object);
        std::vector<FeatureId> shared;
        std::vector<FeatureId> ends;
        features_.predicate(reading, FeatureSink(shared));
        features_.argument(reading, "s", subject, FeatureSink(ends));
        features_.argument(reading, "o", object, FeatureSink(ends));
        offer(base, option, reading, subject, object, {&shared, &ends});
    }

    void add_structural() {
        std::vector<StatementCandidate> found = find_structural_candidates(scene_);
        for (const std::size_t which : {kCovers, kTargets}) {
            if (!has_structural_[which]) continue;
            const RelationType& relation = scene_.ontology.relations()[structural_[which].relation];
            for (const StatementCandidate& candidate : found) {
                if (candidate.relation != structural_[which].relation) continue;
                const bool own = scene_.measures.mention_at(candidate.predicate) != kNone;
                const PredicateReading reading = structural_reading(which, candidate.predicate);
                std::vector<EndReading> subject;
                std::vector<EndReading> object;
                add_argument(subject, reading, candidate.subject, "self");
                add_argument(object, reading, candidate.object, own ? "frame" : "clause");
                // Goods that the linker does not know are told apart by their words.
                const std::uint32_t thing = candidate.object.entity != kNone
                                                ? candidate.object.entity
                                                : kUnlinked + candidate.object.head;
                offer_pair(which, reading, subject.front(), object.front(), candidate.subject.measure, thing,
                           {});
            }
            for (std::uint32_t m = 0; m < scene_.measures.mentions.size(); ++m) {
                const MeasureMention& mention = scene_.measures.mentions[m];
                const PredicateReading reading = structural_reading(which, mention.head);
                std::vector<EndReading> subject;
                add_argument(subject, reading, ends_.of_measure(m), "self");
                for (const EndReading& object : arguments(reading, {}, relation.to, 0)) {
                    const bool done =
                        std::any_of(found.begin(), found.end(), [&](const StatementCandidate& c) {
                            return c.relation == structural_[which].relation && c.predicate == mention.head &&
                                   c.object.entity == object.end.entity;
                        });
                    if (!done && object.end.entity != kNone &&
                        !is_of_another_phrase(which, m, object.end.entity))
                        offer_pair(which, reading, subject.front(), object, mention.measure,
                                   object.end.entity, {});
                }
            }
            for (std::uint32_t s = 0; s < sentence_ends_.size(); ++s) add_context_pairs(which, s);
        }
    }

    /// "a levy on steel after duties on oil": each phrase has its own goods.
    bool is_of_another_phrase(std::size_t which, std::uint32_t mention, std::uint32_t entity) const {
        const auto& mentions = scene_.measures.mentions;
        const auto laid_on = [&](const MeasureMention& m) -> const std::vector<FrameSlot>& {
            return which == kCovers ? m.goods : m.targets;
        };
        const MeasureMention& own = mentions[mention];
        if (laid_on(own).empty()) return false;
        const auto first = std::ranges::lower_bound(mentions, own.sentence, {}, &MeasureMention::sentence);
        const auto last = std::ranges::upper_bound(mentions, own.sentence, {}, &MeasureMention::sentence);
        return std::any_of(first, last, [&](const MeasureMention& other) {
            return other.measure != own.measure &&
                   std::ranges::find(laid_on(other), entity, &FrameSlot::entity) != laid_on(other).end();
        });
    }

    /// What a sentence that names no measure may say of the one spoken of ("Cars and wine are hit as well").
    void add_context_pairs(std::size_t which, std::uint32_t sentence) {
        const std::vector<End>& here = sentence_ends_[sentence];
        if (std::any_of(here.begin(), here.end(), [](const End& end) { return end.measure != kNone; }))
            return;
        const RelationType& relation = scene_.ontology.relations()[structural_[which].relation];
        for (const End& end : here) {
            if (end.entity == kNone || end.head == kNone || !relation.to.has(end.kind)) continue;
            const std::vector<TokenIndex> above = clauses(end.head);
            const PredicateReading reading =
                structural_reading(which, above.empty() ? end.head : above.front());
            std::vector<EndReading> measures;
            add_context_measures(measures, reading, kInstrument | kPolicy | kAgreement);
            std::vector<EndReading> object;
            add_argument(object, reading, end, {});
            for (const EndReading& measure : measures)
                offer_pair(which, reading, measure, object.front(), measure.end.measure, end.entity, {});
        }
    }

    void add_affiliations() {
        if (!has_structural_[kAffiliated]) return;
        const RelationType& relation = scene_.ontology.relations()[structural_[kAffiliated].relation];
        std::set<std::pair<std::uint32_t, std::uint32_t>> done;
        for (const Affiliation& affiliation : scene_.entities.affiliations) {
            if (affiliation.actor_mention == kNone || affiliation.actor == kNone ||
                affiliation.target == kNone)
                continue;
            const EntityMention& actor = scene_.entities.mentions[affiliation.actor_mention];
            if (scene_.skipped[actor.sentence] ||
                !relation.to.has(scene_.entities.entities[affiliation.target].kind))
                continue;
            const PredicateReading reading = structural_reading(kAffiliated, actor.head);
            std::vector<EndReading> subject;
            std::vector<EndReading> object;
            add_argument(subject, reading, end_of_mention(affiliation.actor_mention, affiliation.actor),
                         "self");
            add_argument(object, reading,
                         affiliation.target_mention == kNone
                             ? ends_.of_context(affiliation.target)
                             : end_of_mention(affiliation.target_mention, affiliation.target),
                         affiliation.implied        ? "implied"
                         : affiliation.role.empty() ? "affiliation"
                                                    : "office");
            if (subject.empty() || object.empty()) continue;
            done.emplace(affiliation.actor_mention, affiliation.target);
            offer_pair(kAffiliated, reading, subject.front(), object.front(), affiliation.actor,
                       affiliation.target, affiliation.role);
        }
        for (std::uint32_t m = 0; m < scene_.entities.mentions.size(); ++m) {
            const EntityMention& mention = scene_.entities.mentions[m];
            if (mention.entity == kNone || scene_.skipped[mention.sentence] ||
                mention.form == ReferenceForm::pronoun || scene_.entities.mention_at(mention.head) != m ||
                !relation.from.has(scene_.entities.entities[mention.entity].kind))
                continue;
            add_near_affiliations(m, relation.to, done);
        }
    }

    /// Whom the actor of a mention may belong to among those who are near in the tree.
    void add_near_affiliations(std::uint32_t mention, KindSet wanted,
                               const std::set<std::pair<std::uint32_t, std::uint32_t>>& done) {
        const EntityMention& actor = scene_.entities.mentions[mention];
        const PredicateReading reading = structural_reading(kAffiliated, actor.head);
        std::vector<EndReading> subject;
        add_argument(subject, reading, end_of_mention(mention, actor.entity), "self");
        for (const End& end : sentence_ends_[actor.sentence]) {
            if (!wanted.has(end.kind) || end.entity == kNone || end.entity == actor.entity ||
                done.contains({mention, end.entity}))
                continue;
            std::vector<EndReading> object;
            add_argument(object, reading, end, {});
            if (object.empty() || object.front().steps > kAffiliationSteps) continue;
            offer_pair(kAffiliated, reading, subject.front(), object.front(), actor.entity, end.entity, {});
        }
        // "The ministry's statement ... Its spokesman, Jane Doe": of those who were spoken of before.
        const LinkedEntity& who = scene_.entities.entities[actor.entity];
        if (who.people == 2) return;
        const auto of_context = [&](std::uint32_t entity, std::string_view slot) {
            if (entity == kNone || entity == actor.entity || done.contains({mention, entity})) return;
            const bool near =
                std::any_of(sentence_ends_[actor.sentence].begin(), sentence_ends_[actor.sentence].end(),
                            [&](const End& end) { return end.entity == entity; });
            if (near) return;
            std::vector<EndReading> object;
            add_argument(object, reading, ends_.of_context(entity), slot);
            offer_pair(kAffiliated, reading, subject.front(), object.front(), actor.entity, entity, {});
        };
        of_context(previous_subject(actor.sentence), kPrevious);
        of_context(salient_, kSalient);
        if (who.people != 1 || who.mentions.front() != mention) return;
        // Somebody who is new in the text: of the bodies that were named just before.
        for (std::uint32_t back = 1; back <= kEmployerSentences && back <= actor.sentence; ++back) {
            for (const End& end : sentence_ends_[actor.sentence - back]) {
                if (end.entity == kNone) continue;
                const LinkedEntity& body = scene_.entities.entities[end.entity];
                if (body.kind == EntityKind::actor && body.people == 0) of_context(end.entity, kPrevious);
            }
        }
    }

    End end_of_mention(std::uint32_t mention, std::uint32_t entity) const {
        const EntityMention& m = scene_.entities.mentions[mention];
        return End{
            scene_.entities.entities[entity].kind, m.head, {m.first, m.last}, entity, mention, kNone, {}};
    }

    const Scene& scene_;
    const Tree& tree_;
    const TransparentNouns& transparent_;
    Ends ends_;
    CandidateFeatures features_;
    const StatementRanker* ranker_;
    std::span<const StatementCandidate> explained_;
    std::array<PredicateEntry, 3> structural_;
    std::array<bool, 3> has_structural_{};
    std::vector<std::vector<End>> sentence_ends_;
    std::uint32_t salient_ = kNone;
    std::vector<Named> measures_named_;
    std::vector<Named> goods_named_;
    std::uint32_t main_measure_ = kNone;
    std::uint32_t main_goods_ = kNone;
    std::uint32_t next_group_ = 0;
    std::uint32_t next_single_ = 0;
    std::map<std::pair<TokenIndex, std::size_t>, std::uint32_t> groups_;
    std::map<std::array<std::uint32_t, 3>, std::uint32_t> pair_groups_;
    std::vector<FeatureId> buffer_;
    std::vector<CandidateOption> out_;
};

/// The entity of the first word of the list that the end stands in, or kNone.
std::uint32_t first_listed(const Scene& scene, const End& end) {
    if (end.head == kNone) return kNone;
    const std::uint32_t mention = scene.entities.mention_at(scene.tree.first_conjunct(end.head));
    return mention == kNone ? kNone : scene.entities.mentions[mention].entity;
}

std::vector<End> parties(const Scene& scene, const Ends& ends, const StatementCandidate& candidate) {
    std::vector<End> out;
    KindSet kinds;
    kinds.add(EntityKind::actor);
    kinds.add(EntityKind::country);
    for (const Slot& slot : candidate.entry->counterparty) {
        for (const TokenIndex head : scene.arguments.fill(candidate.predicate, slot))
            ends.at(head, kinds, 0, out, true);
        if (!out.empty()) break;
    }
    if (out.empty() && !candidate.entry->counterparty.empty() && candidate.object.entity != kNone) {
        // "US soybeans and maize" are bought from the United States.
        for (const std::uint32_t entity : {candidate.object.entity, first_listed(scene, candidate.object)}) {
            if (entity == kNone) continue;
            const LinkedEntity& linked = scene.entities.entities[entity];
            if (linked.kind != EntityKind::commodity || linked.country == kNone) continue;
            out.push_back(ends.of_context(linked.country));
            break;
        }
    }
    const std::string_view relation = scene.ontology.relations()[candidate.relation].name;
    if (out.empty() && relation == "imposes" && candidate.object.measure != kNone) {
        // Tariffs on Thai rice are imposed on Thailand.
        std::vector<std::uint32_t> mentions;
        if (candidate.object.head != kNone) {
            const std::uint32_t mention = scene.measures.mention_at(candidate.object.head);
            if (mention != kNone) mentions.push_back(mention);
        }
        ends.of_frames(mentions, false, kinds, out);
    }
    if (out.size() > 1) out.resize(1);
    return out;
}

bool is_same_end(const End& a, const End& b) {
    return a.measure != kNone || b.measure != kNone ? a.measure == b.measure
                                                    : a.entity != kNone && a.entity == b.entity;
}

/// Whether two candidates join the same ends by the same relation.
bool join_the_same(const Scene& scene, const StatementCandidate& a, const StatementCandidate& b) {
    if (a.relation != b.relation) return false;
    if (is_same_end(a.subject, b.subject) && is_same_end(a.object, b.object)) return true;
    return scene.ontology.relations()[a.relation].symmetric && is_same_end(a.subject, b.object) &&
           is_same_end(a.object, b.subject);
}

/// A sentence states a fact once ("slapped a tariff on rice" by its verb and by its noun): of readings that
/// agree the first stands, one whose ends fill its slots against one whose do not ("threatened to impose"),
/// and against a noun's the verb's that has it as its object ("will not go ahead with a tariff"). `fit`: how
/// well the ends of each fill its slots.
void drop_restated(const Scene& scene, std::vector<StatementCandidate>& candidates,
                   const std::vector<int>& fit) {
    std::vector<bool> dropped(candidates.size());
    std::map<std::uint32_t, std::vector<std::size_t>> by_sentence;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].entry != nullptr)
            by_sentence[scene.tree[candidates[i].predicate].sentence].push_back(i);
    }
    for (const auto& [sentence, members] : by_sentence) {
        for (const std::size_t i : members) {
            dropped[i] = std::ranges::any_of(members, [&](std::size_t j) {
                if (i == j || dropped[j] || !join_the_same(scene, candidates[i], candidates[j])) return false;
                if (fit[i] != fit[j]) return fit[j] > fit[i];
                if (fit[j] > 0 && candidates[i].predicate == candidates[j].object.head) return true;
                return j < i && candidates[i].factuality.value == candidates[j].factuality.value;
            });
        }
    }
    erase_marked(candidates, dropped);
}

}  // namespace

std::vector<CandidateOption> list_options(const Scene& scene, const TransparentNouns& transparent,
                                          std::span<const StatementCandidate> explained) {
    return Proposer(scene, transparent, nullptr, explained).run();
}

std::vector<StatementCandidate> find_candidates(const Scene& scene, const TransparentNouns& transparent,
                                                const StatementRanker& ranker) {
    std::vector<CandidateOption> options = Proposer(scene, transparent, &ranker).run();
    std::vector<Choice> choices;
    choices.reserve(options.size());
    for (const CandidateOption& option : options) choices.push_back(option.choice);
    const FactualityWalker walker(scene.ontology, scene.tree);
    const Ends ends(scene, transparent);
    std::vector<StatementCandidate> out;
    std::vector<int> fit;
    std::vector<std::size_t> kept = choose(choices, ranker.threshold());
    // Two entries of one word may read it alike: the likelier stands.
    std::stable_sort(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) {
        return choices[a].probability > choices[b].probability;
    });
    for (const std::size_t i : kept) {
        StatementCandidate& candidate = options[i].candidate;
        const bool known = std::any_of(out.begin(), out.end(), [&](const StatementCandidate& c) {
            return c.relation == candidate.relation && c.predicate == candidate.predicate &&
                   c.subject == candidate.subject && c.object == candidate.object;
        });
        if (known) continue;
        if (candidate.entry != nullptr) {
            candidate.factuality = walker.read(*candidate.entry, candidate.predicate);
            if (!ranker.empty()) {
                candidate.factuality.value = decide_factuality(
                    ranker,
                    factuality_features(scene, *candidate.entry, candidate.predicate, candidate.factuality),
                    candidate.factuality.value);
            }
            candidate.counterparty = parties(scene, ends, candidate);
        }
        out.push_back(std::move(candidate));
        fit.push_back(options[i].strict ? 2 : options[i].filled ? 1 : 0);
    }
    drop_restated(scene, out, fit);
    std::stable_sort(out.begin(), out.end(), [](const StatementCandidate& a, const StatementCandidate& b) {
        return std::tie(a.predicate, a.relation) < std::tie(b.predicate, b.relation);
    });
    return out;
}

}  // namespace claimgraph
