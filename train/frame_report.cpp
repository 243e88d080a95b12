#include "train/frame_report.hpp"

#include <ostream>

#include "ingest/extract/boilerplate.hpp"

namespace claimgraph::train {

FrameReport::FrameReport(const Lexicons& lexicons)
    : ontology_(lexicons),
      linker_(lexicons),
      quantities_(lexicons),
      transparent_(lexicons),
      frames_(ontology_, transparent_) {}

void FrameReport::write_header(std::ostream& out) {
    out << "document\tsentence\tbyte\twords\tin place\tid\tname\ttype\timposers\ttargets\tgoods\trates\n";
}

void FrameReport::write(std::ostream& out, const nlp::Engine& engine, const Document& document) const {
    const nlp::Analysis analysis = engine.analyze(document.text);
    const Tree tree(analysis);
    const DocumentEntities entities = linker_.link(document, analysis);
    std::vector<QuantityMention> quantities;
    for (const nlp::Sentence& sentence : analysis.sentences) {
        for (QuantityMention& mention : quantities_.find(analysis, sentence.first, sentence.last))
            quantities.push_back(std::move(mention));
    }
    const Measures measures = frames_.find(tree, entities, quantities, find_boilerplate(analysis));
    const auto names = [&](const std::vector<std::uint32_t>& list) {
        std::string joined;
        for (const std::uint32_t entity : list)
            joined += (joined.empty() ? "" : "|") + entities.entities[entity].name;
        return joined;
    };
    const auto one_line = [](std::string_view text) {
        std::string clean(text);
        for (char& c : clean) c = c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
        return clean;
    };
    for (const std::uint32_t head : measures.by_head) {
        if (head == nlp::kNone) continue;
        const MeasureMention& mention = measures.mentions[head];
        const Measure& measure = measures.measures[mention.measure];
        const nlp::Token& first = tree[mention.range.first];
        out << document.id << '\t' << first.sentence << '\t' << first.begin << '\t'
            << one_line(tree.text(mention.range)) << '\t' << mention.name << '\t' << measure.id << '\t'
            << measure.name << '\t' << measure.type << '\t' << names(measure.imposers) << '\t'
            << names(measure.targets) << '\t' << names(measure.goods) << '\t';
        for (std::size_t i = 0; i < measure.rates.size(); ++i) out << (i == 0 ? "" : "|") << measure.rates[i];
        out << '\n';
    }
}

}  // namespace claimgraph::train
