#include "ingest/extract/extractor.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include "ingest/extract/attribution/attribution_finder.hpp"
#include "ingest/extract/attribution/statement_sources.hpp"
#include "ingest/extract/boilerplate.hpp"
#include "ingest/extract/entity_writer.hpp"
#include "ingest/extract/erase_marked.hpp"
#include "ingest/extract/factuality_model.hpp"
#include "ingest/extract/linking/entity_linker.hpp"
#include "ingest/extract/measure_frames.hpp"
#include "ingest/extract/predicate_frames.hpp"
#include "ingest/extract/quantities.hpp"
#include "ingest/extract/ranker.hpp"
#include "ingest/extract/scene.hpp"
#include "ingest/extract/statement_details.hpp"
#include "ingest/extract/time_expressions.hpp"

namespace claimgraph {
namespace {

/// Writes one document's candidates as statements.
class StatementWriter {
  public:
    explicit StatementWriter(const Scene& scene)
        : scene_(scene),
          tree_(scene.tree),
          entities_(scene.tree, scene.entities, scene.measures),
          sources_(scene) {}

    Statement write(const StatementCandidate& candidate) const {
        Statement statement;
        statement.relation = scene_.ontology.relations()[candidate.relation].name;
        statement.predicate = Predicate{std::string(tree_.text(candidate.predicate_range)),
                                        entities_.span_of(candidate.predicate_range)};
        statement.subject = entities_.entity_of(candidate.subject);
        statement.object = entities_.entity_of(candidate.object);
        if (!candidate.counterparty.empty())
            statement.counterparty = entities_.entity_of(candidate.counterparty.front());
        if (!candidate.instrument.empty())
            statement.instrument = entities_.entity_of(candidate.instrument.front());
        if (!candidate.topic.empty()) {
            const End& topic = candidate.topic.front();
            statement.topic.emplace();
            if (topic.kind == EntityKind::topic) {
                statement.topic->text = topic.name;
            } else {
                statement.topic->entity = entities_.entity_of(topic);
            }
        }
        const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[candidate.predicate].sentence];
        statement.evidence.document = scene_.document.id;
        statement.evidence.sentence = tree_[candidate.predicate].sentence;
        statement.evidence.span = {entities_.index().code_point(sentence.begin),
                                   entities_.index().code_point(sentence.end)};
        statement.evidence.text =
            std::string(tree_.analysis().text.substr(sentence.begin, sentence.end - sentence.begin));
        if (scene_.ontology.relations()[candidate.relation].structural) return statement;
        statement.factuality = candidate.factuality.value;
        add_details(scene_, candidate, statement);
        add_attribution(candidate, statement);
        return statement;
    }

  private:
    void add_attribution(const StatementCandidate& candidate, Statement& statement) const {
        for (const SourceLink& link : sources_.find(candidate)) {
            Attribution attribution;
            attribution.source = entities_.entity_of(link.source);
            attribution.type = link.type;
            if (!link.cue.empty())
                attribution.cue = Cue{std::string(tree_.text(link.cue)), entities_.span_of(link.cue)};
            statement.attribution.push_back(std::move(attribution));
        }
    }

    const Scene& scene_;
    const Tree& tree_;
    EntityWriter entities_;
    StatementSources sources_;
};

bool says_the_same(const Statement& a, const Statement& b) {
    const auto source = [](const Statement& s) {
        return s.attribution.empty() ? std::string() : s.attribution.front().source.name;
    };
    return a.relation == b.relation && a.subject.name == b.subject.name && a.object.name == b.object.name &&
           a.factuality == b.factuality && source(a) == source(b);
}

/// What a headline announces and the article then tells counts once, where it is told in full.
void drop_repeated_headlines(const nlp::Analysis& analysis, std::vector<Statement>& statements) {
    const auto headline = [&](const Statement& s) {
        return analysis.sentences[s.evidence.sentence].headline;
    };
    std::vector<Statement> kept;
    for (const Statement& s : statements) {
        const bool told =
            headline(s) && std::any_of(statements.begin(), statements.end(), [&](const Statement& other) {
                return !headline(other) && says_the_same(s, other);
            });
        if (!told) kept.push_back(s);
    }
    statements = std::move(kept);
}

}  // namespace

struct Extractor::Impl {
    Impl(const Lexicons& lexicons, std::span<const std::byte> section, std::optional<double> least_confidence)
        : ontology(lexicons),
          linker(lexicons),
          quantities(lexicons),
          attributions(lexicons / "reporting.tsv"),
          transparent(lexicons),
          frames(ontology, transparent),
          ranker(StatementRanker::parse(section, least_confidence)) {}

    Ontology ontology;
    EntityLinker linker;
    QuantityFinder quantities;
    AttributionFinder attributions;
    TransparentNouns transparent;
    MeasureFrames frames;
    StatementRanker ranker;
};

Extractor::Extractor(const Lexicons& lexicons, std::span<const std::byte> ranker,
                     std::optional<double> least_confidence)
    : impl_(std::make_unique<Impl>(lexicons, ranker, least_confidence)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

namespace {

/// What the stages before the statements find in one document.
class SceneOf {
  public:
    SceneOf(const Document& document, const nlp::Analysis& analysis, const Ontology& ontology,
            const EntityLinker& linker, const QuantityFinder& quantity_finder,
            const AttributionFinder& attribution_finder, const MeasureFrames& frames)
        : tree_(analysis),
          arguments_(tree_),
          entities_(linker.link(document, analysis)),
          skipped_(find_boilerplate(analysis)),
          attributions_(attribution_finder.find(analysis)) {
        const PartialDate date = PartialDate::parse(document.date);
        for (const nlp::Sentence& sentence : analysis.sentences) {
            append(quantities_, quantity_finder.find(analysis, sentence.first, sentence.last));
            append(times_, find_times(analysis, sentence.first, sentence.last, date));
            append(times_ahead_,
                   find_times(analysis, sentence.first, sentence.last, date, TimeDirection::future));
        }
        measures_ = frames.find(tree_, entities_, quantities_, skipped_);
        scene_.emplace(Scene{document, ontology, tree_, arguments_, entities_, measures_, attributions_,
                             quantities_, times_, times_ahead_, skipped_});
    }
    SceneOf(const SceneOf&) = delete;
    SceneOf& operator=(const SceneOf&) = delete;

    const Scene& operator*() const { return *scene_; }

  private:
    template <typename T>
    static void append(std::vector<T>& list, std::vector<T> more) {
        std::move(more.begin(), more.end(), std::back_inserter(list));
    }

    Tree tree_;
    Arguments arguments_;
    DocumentEntities entities_;
    std::vector<bool> skipped_;
    Attributions attributions_;
    std::vector<QuantityMention> quantities_;
    std::vector<TimeMention> times_;
    std::vector<TimeMention> times_ahead_;
    Measures measures_;
    std::optional<Scene> scene_;
};

/// A variant of a fact that the document states elsewhere with another status, polarity or source stands only
/// when it is as sure as this.
constexpr double kSureVariant = 0.8;

bool same_claim(const Statement& a, const Statement& b) {
    const auto source = [](const Statement& s) {
        return s.attribution.empty() ? std::string_view()
                                     : std::string_view(s.attribution.front().source.name);
    };
    return a.factuality == b.factuality && source(a) == source(b);
}

/// Readings of one fact in one document mostly agree. Where they differ, the likeliest stands, with those
/// that agree with it or are sure themselves.
void drop_doubtful_variants(std::vector<Statement>& statements) {
    using Fact = std::tuple<std::string_view, std::string_view, std::string_view>;
    std::map<Fact, const Statement*> best;
    for (const Statement& s : statements) {
        const auto [at, inserted] = best.emplace(Fact(s.relation, s.subject.name, s.object.name), &s);
        if (!inserted && *s.confidence > *at->second->confidence) at->second = &s;
    }
    std::vector<bool> doubtful;
    for (const Statement& s : statements) {
        const Statement& first = *best.at(Fact(s.relation, s.subject.name, s.object.name));
        doubtful.push_back(!same_claim(s, first) && *s.confidence < kSureVariant);
    }
    erase_marked(statements, doubtful);
}

}  // namespace

std::vector<Proposal> Extractor::propose(const Document& document, const nlp::Analysis& analysis) const {
    const SceneOf scene(document, analysis, impl_->ontology, impl_->linker, impl_->quantities,
                        impl_->attributions, impl_->frames);
    const StatementWriter writer(*scene);
    const FactualityWalker walker(impl_->ontology, (*scene).tree);
    std::map<std::pair<const PredicateEntry*, TokenIndex>,
             std::pair<Factuality, std::shared_ptr<const std::vector<std::string>>>>
        read;
    std::vector<Proposal> out;
    for (CandidateOption& option : list_options(*scene, impl_->transparent)) {
        Statement statement = writer.write(option.candidate);
        if (statement.subject.name.empty() || statement.object.name.empty()) continue;
        Proposal proposal{
            std::move(statement), option.choice, option.strict, std::move(option.features), {}, {}};
        if (const PredicateEntry* entry = option.candidate.entry) {
            const TokenIndex predicate = option.candidate.predicate;
            auto& [walked, features] = read[{entry, predicate}];
            if (!features) {
                const FactualityReading reading = walker.read(*entry, predicate);
                walked = reading.value;
                features = std::make_shared<const std::vector<std::string>>(
                    factuality_features(*scene, *entry, predicate, reading));
            }
            proposal.walked = walked;
            proposal.factuality = features;
        }
        out.push_back(std::move(proposal));
    }
    return out;
}

std::vector<SentenceExplanation> Extractor::explain(const Document& document,
                                                    const nlp::Analysis& analysis) const {
    const SceneOf scene(document, analysis, impl_->ontology, impl_->linker, impl_->quantities,
                        impl_->attributions, impl_->frames);
    return claimgraph::explain(*scene, impl_->transparent, impl_->ranker);
}

std::vector<ReportedSpeech> Extractor::attributions(const Document& document,
                                                    const nlp::Analysis& analysis) const {
    const Tree tree(analysis);
    const Attributions attributions = impl_->attributions.find(analysis);
    const DocumentEntities entities = impl_->linker.link(document, analysis);
    const Measures measures;
    const EntityWriter writer(tree, entities, measures);
    const auto spans_of = [&](const std::vector<TokenRange>& ranges) {
        std::vector<Span> spans;
        spans.reserve(ranges.size());
        for (const TokenRange range : ranges) spans.push_back(writer.span_of(range));
        return spans;
    };
    std::vector<ReportedSpeech> out;
    const Speakers speakers(tree, entities, attributions);
    for (std::uint32_t i = 0; i < attributions.all().size(); ++i) {
        const AttributionSpans& found = attributions.all()[i];
        ReportedSpeech speech;
        speech.document = document.id;
        speech.source = spans_of(found.source);
        speech.cue = spans_of(found.cue);
        speech.content = spans_of(found.content);
        speech.type = found.type;
        if (speakers.of(i)) speech.source_entity = writer.entity_of(*speakers.of(i));
        out.push_back(std::move(speech));
    }
    return out;
}

std::vector<Statement> Extractor::extract(const Document& document, const nlp::Analysis& analysis) const {
    const SceneOf scene(document, analysis, impl_->ontology, impl_->linker, impl_->quantities,
                        impl_->attributions, impl_->frames);
    const StatementWriter writer(*scene);
    std::vector<Statement> out;
    for (const StatementCandidate& candidate : find_candidates(*scene, impl_->transparent, impl_->ranker)) {
        Statement statement = writer.write(candidate);
        if (statement.subject.name.empty() || statement.object.name.empty()) continue;
        // Four digits, so that the last bits of a machine's exponential do not show.
        if (!impl_->ranker.empty()) statement.confidence = std::round(candidate.confidence * 10000) / 10000;
        out.push_back(std::move(statement));
    }
    if (!impl_->ranker.empty()) drop_doubtful_variants(out);
    std::stable_sort(out.begin(), out.end(), [](const Statement& a, const Statement& b) {
        return a.evidence.span < b.evidence.span;
    });
    drop_repeated_headlines(analysis, out);
    return out;
}

}  // namespace claimgraph
