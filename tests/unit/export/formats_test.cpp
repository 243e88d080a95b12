// What each format writes; that readers of others take it is tested under tests/interop.
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/cypher_exporter.hpp"
#include "export/exporter.hpp"
#include "export/html_exporter.hpp"
#include "export/rdf_description.hpp"
#include "graph/assembler.hpp"
#include "graph/json/json_tape.hpp"
#include "graph/json/statement_json.hpp"
#include "graph/model/utf8.hpp"
#include "tests/unit/graph/sample_statements.hpp"

namespace claimgraph {
namespace {

using namespace testing_support;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string hostile = "=cmd() \"q\" 'a' \\u0027 ]]> <script> \x01\xED\xA0\x80 INF | ; `b`\nline \\";

ClaimGraph sample() {
    Assembler assembler;
    assembler.add(document("d1", "2024-03-05"));
    assembler.add(document("d2", "2023", Voice::official, "INFO & Co"));
    const Entity norland = country("Norland", "NRL");
    assembler.add(statement(norland, "imposes", measure(hostile), "d1", 0, hostile));
    assembler.add(said_by(with(statement(norland, "imposes", measure("quota"), "d2", 0), Status::threatened),
                          actor("Ann Lee")));
    assembler.add(statement(actor("Ann Lee"), "affiliated_with", norland, "d1", 1));
    return assembler.finish();
}

std::string write(WriteGraph write, const ExportOptions& options = {}) {
    const ClaimGraph graph = sample();
    std::ostringstream out;
    write(GraphView(graph), options, out);
    return out.str();
}

std::string write(std::string_view format, const ExportOptions& options = {}) {
    return write(find_export_format(format)->write, options);
}

TEST(Formats, EachIsFoundByNameAndEnding) {
    for (const ExportFormat& format : export_formats()) {
        EXPECT_EQ(find_export_format(format.name), &format);
        EXPECT_TRUE(format.write != nullptr || !format.folder.empty()) << format.name;
        if (format.ending.empty()) continue;
        EXPECT_EQ(export_format_of_file("X" + std::string(format.ending)), &format);
    }
    EXPECT_EQ(export_format_of_file("A.GEXF"), find_export_format("gexf"));
    EXPECT_EQ(export_format_of_file("tables/"), find_export_format("csv"));
    EXPECT_EQ(export_format_of_file("tables"), nullptr);
}

TEST(Formats, EachIsTheSameEveryTimeAndHoldsNoBrokenText) {
    for (const ExportFormat& format : export_formats()) {
        if (format.name == "png" || (format.name == "html" && !has_html())) continue;
        std::vector<WriteGraph> writers;
        if (format.write != nullptr) writers.push_back(format.write);
        for (const ExportFile& file : format.folder) writers.push_back(file.write);
        for (const WriteGraph writer : writers) {
            for (const bool claims : {false, true}) {
                const ExportOptions options{EvidenceDetail::all, claims, true, true};
                const std::string text = write(writer, options);
                EXPECT_EQ(text, write(writer, options)) << format.name;
                EXPECT_TRUE(is_valid_utf8(text)) << format.name;
                EXPECT_THAT(text, Not(HasSubstr("\x01"))) << format.name;
            }
        }
    }
}

TEST(Formats, JsonIsJson) {
    JsonTape tape;
    EXPECT_NO_THROW(tape.parse(write("cyjs")));
    EXPECT_NO_THROW(tape.parse(write("jsonld")));
    EXPECT_NO_THROW(tape.parse(rdf_context_json()));
}

TEST(Formats, GexfIsDynamic) {
    const std::string text = write("gexf");
    EXPECT_THAT(text, HasSubstr("mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\" "
                                "timezone=\"UTC\""));
    EXPECT_THAT(text, HasSubstr("kind=\"imposes\" label=\"imposes (threatened)\" weight=\"1\" "
                                "start=\"2023-01-01\">"));
    EXPECT_THAT(text, HasSubstr("<attvalue for=\"relation\" value=\"imposes\"/>"));
    EXPECT_THAT(text, HasSubstr("<viz:color r=\"0\" g=\"114\" b=\"178\"/>"));
    // A label is exempt from what Gephi does to texts.
    EXPECT_THAT(
        text, AllOf(HasSubstr(" INF | ; `b` line \\\" start="), HasSubstr(" I\u2060NF | ; `b` line \\\"/>")));
}

TEST(Formats, CsvGuardsFormulasAndQuotes) {
    const std::string nodes = write(find_export_format("csv")->folder[0].write);
    EXPECT_TRUE(nodes.starts_with(
        "Id,Label,kind,type,aliases,mentions,documents,degree,pagerank,betweenness,community\n"));
    EXPECT_THAT(nodes, HasSubstr(",\"'=cmd() \"\"q\"\""));
    const std::string edges = write("csv");
    EXPECT_TRUE(edges.starts_with("Source,Target,Type,Kind,Id,Label,Weight,relation,status"));
    EXPECT_THAT(edges, HasSubstr(",Directed,imposes,e"));
    const std::string neo4j = write(find_export_format("neo4j")->folder[0].write);
    EXPECT_TRUE(
        neo4j.starts_with("id:ID,label,kind,type,aliases,mentions:long,documents:long,degree:long,pagerank:"
                          "double,betweenness:double,community:long,:LABEL\n"));
    EXPECT_THAT(neo4j, HasSubstr(",\"=cmd()"));
    EXPECT_THAT(neo4j, HasSubstr("\"Node;Country\""));
    EXPECT_TRUE(write(find_export_format("neo4j")->folder[1].write)
                    .starts_with(":START_ID,:END_ID,:TYPE,label,weight:double,status,"));
}

TEST(Formats, CypherStringsCannotBeLeft) {
    const std::string text = write("cypher");
    // Neo4j resolves \u0027 before it looks at strings, after an escaped backslash too.
    EXPECT_THAT(text, HasSubstr("\\'a\\' \\\\\\u00750027 ]]>"));
    EXPECT_THAT(text, HasSubstr("\\nline \\\\'"));
    EXPECT_THAT(text, HasSubstr("]->(b) SET r += {label: 'imposes (threatened)', weight: 1.0"));
    EXPECT_EQ(cypher_type("affiliated_with"), "AFFILIATED_WITH");
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        EXPECT_TRUE(line.ends_with(";") && line.find('\n') == std::string::npos);
}

TEST(Formats, DotEscapesLabelsAndIds) {
    EXPECT_THAT(write("dot"), AllOf(HasSubstr("xlabel=\"=cmd() \\\"q\\\" 'a' \\\\u0027"),
                                    HasSubstr("\\nline \\\\\""), HasSubstr("pos=\"")));
    EXPECT_THAT(write("dot", {EvidenceDetail::all, false, false, false}), Not(HasSubstr("pos=")));
}

TEST(Formats, StatementsMakeTheSameGraphAgain) {
    std::istringstream lines(write("statements"));
    Assembler assembler;
    StatementJsonParser parser;
    for (std::string line; std::getline(lines, line);) {
        StatementRecord record = parser.parse_record(line);
        if (auto* document = std::get_if<Document>(&record)) {
            assembler.add(std::move(*document));
        } else {
            assembler.add(std::get<Statement>(record));
        }
    }
    const ClaimGraph again = assembler.finish();
    std::ostringstream out;
    find_export_format("graphml")->write(GraphView(again), {}, out);
    EXPECT_EQ(out.str(), write("graphml"));
}

TEST(Formats, ThePageHoldsTheGraphAsTextOnly) {
    if (!has_html()) {
        EXPECT_THROW(write("html"), Error);
        return;
    }
    const std::string page = write("html");
    const std::size_t begin = page.find("<script type=\"application/json\"");
    const std::string graph = page.substr(begin, page.find("</script>", begin) - begin);
    EXPECT_THAT(graph, AllOf(HasSubstr("\\u003cscript> "), HasSubstr("\"marks\":"),
                             HasSubstr("imposes (threatened)")));
    EXPECT_EQ(graph.find('<', 1), std::string::npos);
    EXPECT_THAT(page, AllOf(HasSubstr("default-src 'none'; script-src 'sha256-"), Not(HasSubstr("src=\"")),
                            Not(HasSubstr("<link"))));
}

TEST(Formats, PicturesAreDrawn) {
    EXPECT_THAT(write("svg"), AllOf(HasSubstr(">Norland</text>"), HasSubstr(">imposes (threatened)</text>"),
                                    HasSubstr("&lt;script&gt;"), Not(HasSubstr("<script"))));
    EXPECT_TRUE(write("png").starts_with("\x89PNG\r\n"));
}

TEST(Formats, NodesBearMeasuresUnlessLeftOut) {
    ExportOptions options;
    EXPECT_THAT(
        write("graphml", options),
        AllOf(HasSubstr("<data key=\"n_degree\">3</data>"), HasSubstr("<data key=\"n_pagerank\">0."),
              HasSubstr("<data key=\"n_betweenness\">"), HasSubstr("<data key=\"n_community\">0</data>")));
    options.measures = false;
    EXPECT_THAT(write("graphml", options), Not(HasSubstr("n_pagerank")));
}

TEST(Formats, ClaimsBecomeNodes) {
    const std::string text = write("graphml", {EvidenceDetail::all, true, true, true});
    EXPECT_THAT(text, HasSubstr("Norland imposes (threatened) quota"));
    EXPECT_THAT(text, HasSubstr("target=\"actor:ann-lee\" label=\"speaker\""));
    EXPECT_THAT(text, HasSubstr("<data key=\"n_kind\">claim</data>"));
    EXPECT_THAT(text, HasSubstr("<data key=\"n_kind\">document</data>"));
    EXPECT_THAT(text, HasSubstr("label=\"subject\""));
    EXPECT_THAT(text, HasSubstr("label=\"object\""));
    EXPECT_THAT(text, HasSubstr("label=\"document\""));
    EXPECT_THAT(text, Not(HasSubstr("label=\"imposes\"")));
}

TEST(Formats, TheDocumentedContextIsTheOneWritten) {
    std::ifstream file(std::string(CLAIMGRAPH_SOURCE_DIR) + "/docs/context.jsonld");
    std::stringstream documented;
    documented << file.rdbuf();
    EXPECT_EQ(documented.str(), "{\n  \"@context\": " + rdf_context_json() + "\n}\n");
}

}  // namespace
}  // namespace claimgraph
