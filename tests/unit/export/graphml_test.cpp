#include <algorithm>
#include <random>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/exporter.hpp"
#include "export/gephi_text.hpp"
#include "export/graphml_reader.hpp"
#include "graph/assembler.hpp"
#include "graph/model/error.hpp"
#include "tests/unit/graph/sample_statements.hpp"

namespace claimgraph {
namespace {

using testing::HasSubstr;
using testing::Not;
using namespace testing_support;

const std::vector<Document> documents{document("d1", "2024-03-05"),
                                      document("d2", "2023", Voice::official, "INFO & Co")};

std::vector<Statement> statements() {
    const Entity norland = country("Norland", "NRL");
    const Entity sudland = country("Sudland", "SDL");
    return {statement(norland, "imposes", measure("tariff on <fish> & \"chips\""), "d1", 0,
                      "INFLATION \x01]]> <b> \xEF\xBF\xBE 😀"),
            with(statement(norland, "imposes", measure("quota"), "d1", 1), Status::threatened),
            said_by(with(statement(norland, "imposes", measure("quota"), "d2", 0), Status::planned),
                    actor("Ann|Lee\\")),
            statement(sudland, "negotiates", norland, "d2", 1, "null"),
            statement(sudland, "purchases", commodity("null"), "d1", 2)};
}

ClaimGraph assemble(const std::vector<Statement>& given) {
    Assembler assembler;
    for (const Document& document : documents) assembler.add(document);
    for (const Statement& statement : given) assembler.add(statement);
    return assembler.finish();
}

std::string graphml(const ClaimGraph& graph, EvidenceDetail evidence = EvidenceDetail::all) {
    std::ostringstream out;
    find_export_format("graphml")->write(GraphView(graph), ExportOptions{evidence}, out);
    return out.str();
}

ClaimGraph read(const std::string& text) {
    std::istringstream in(text);
    return read_graphml(in, "x.graphml");
}

TEST(Graphml, ReadsBackToTheSameGraph) {
    const ClaimGraph graph = assemble(statements());
    const ClaimGraph again = read(graphml(graph));
    EXPECT_THAT(again.nodes(), testing::ElementsAreArray(graph.nodes()));
    EXPECT_THAT(again.claims(), testing::ElementsAreArray(graph.claims()));
    EXPECT_THAT(again.documents(), testing::ElementsAreArray(graph.documents()));
    EXPECT_EQ(graphml(again), graphml(graph));
}

TEST(Graphml, WithoutEvidenceTheSummariesReadBack) {
    const ClaimGraph graph = assemble(statements());
    for (const EvidenceDetail detail : {EvidenceDetail::none, EvidenceDetail::first}) {
        EXPECT_EQ(graphml(read(graphml(graph, detail)), detail), graphml(graph, detail));
    }
    EXPECT_THAT(graphml(graph, EvidenceDetail::none), Not(HasSubstr("key=\"e_evidence\"")));
}

TEST(Graphml, AnyOrderOfStatementsGivesTheSameBytes) {
    std::vector<Statement> given = statements();
    const std::string expected = graphml(assemble(given));
    std::mt19937 random(7);
    for (int i = 0; i < 50; ++i) {
        std::shuffle(given.begin(), given.end(), random);
        ASSERT_EQ(graphml(assemble(given)), expected);
    }
}

TEST(Graphml, KeepsTheContract) {
    const std::string text = graphml(assemble(statements()));
    EXPECT_TRUE(
        text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
                         "xmlns=\"http://graphml.graphdrawing.org/xmlns\""));
    EXPECT_LT(text.rfind("<key "), text.find("<graph "));
    EXPECT_THAT(text, HasSubstr("edgedefault=\"directed\""));
    EXPECT_THAT(text, Not(HasSubstr("<default")));
    EXPECT_THAT(text, Not(HasSubstr("boolean")));
    EXPECT_THAT(text, Not(HasSubstr(" directed=")));
    EXPECT_THAT(text,
                HasSubstr("id=\"e0\" source=\"country:NRL\" target=\"country:SDL\" label=\"negotiates\""));
    EXPECT_THAT(text, HasSubstr("<data key=\"e_relation\">imposes</data>"));
    EXPECT_THAT(text, HasSubstr("<data key=\"e_interaction\">imposes</data>"));
    EXPECT_THAT(text, HasSubstr("<data key=\"e_label\">imposes (planned, threatened)</data>"));
    EXPECT_THAT(text, HasSubstr("<data key=\"e_status\">planned|threatened</data>"));
    EXPECT_THAT(text, HasSubstr("<data key=\"n_label\">tariff on &lt;fish&gt; &amp; \"chips\"</data>"));
    EXPECT_THAT(text, Not(HasSubstr("INF")));
    EXPECT_THAT(text, Not(HasSubstr("\x01")));
    EXPECT_THAT(text, Not(HasSubstr("\xEF\xBF\xBE")));
    EXPECT_THAT(text, Not(HasSubstr("<data key=\"e_quote\">null</data>")));
}

TEST(GephiText, TheGuardComesOffAgain) {
    std::string buffer;
    for (const std::string& text : {std::string("null"), std::string("INF"), std::string("xINFINFI\u2060NF"),
                                    std::string("null\u2060"), std::string("I"), std::string()}) {
        EXPECT_EQ(unguard_text(guard_text(text, buffer)), text);
    }
    EXPECT_EQ(guard_json("[\"INF\"]", buffer), "[\"I\\u004eF\"]");
    EXPECT_EQ(unguard_json("[\"I\\u004eF\"]"), "[\"INF\"]");
}

TEST(Graphml, FilesOfOthersAreTakenAsFarAsTheyGo) {
    const ClaimGraph graph = read(
        "<graphml><key id=\"d0\" for=\"node\" attr.name=\"Label\" attr.type=\"string\"/><key id=\"d1\" "
        "for=\"edge\"/>"
        "<graph edgedefault=\"directed\"><edge source=\"b\" target=\"a\" label=\"sells\"/><node id=\"a\">"
        "<data key=\"d0\">A <![CDATA[& co]]></data></node><node id=\"b\"><data "
        "key=\"d1\"><ShapeNode><NodeLabel> Bee "
        "</NodeLabel></ShapeNode></data></node></graph></graphml>");
    ASSERT_EQ(graph.nodes().size(), 2U);
    EXPECT_EQ(graph.nodes()[0].label, "A & co");
    EXPECT_EQ(graph.nodes()[1].label, "Bee");
    ASSERT_EQ(graph.edges().size(), 1U);
    EXPECT_EQ(graph.edges()[0].relation, "sells");
}

TEST(Graphml, GroupsAndLabelsOfYEdAreTaken) {
    const ClaimGraph graph = read(
        "<graphml xmlns:y=\"http://www.yworks.com/xml/graphml\"><key for=\"node\" id=\"d6\" "
        "yfiles.type=\"nodegraphics\"/><key for=\"edge\" id=\"d9\" yfiles.type=\"edgegraphics\"/>"
        "<graph edgedefault=\"directed\" id=\"G\"><node id=\"n0\" yfiles.foldertype=\"group\"><data "
        "key=\"d6\"><y:ProxyAutoBoundsNode><y:NodeLabel>The "
        "group</y:NodeLabel></y:ProxyAutoBoundsNode></data>"
        "<graph id=\"n0:\"><node id=\"n0::n0\"><data key=\"d6\"><y:ShapeNode><y:Fill color=\"#FFCC00\"/>"
        "<y:NodeLabel fontSize=\"12\">Member<y:LabelModel><y:SmartNodeLabelModel "
        "distance=\"4.0\"/></y:LabelModel></y:NodeLabel></y:ShapeNode></data></node></graph></node>"
        "<node id=\"two words\"/><edge id=\"e0\" source=\"n0::n0\" target=\"two words\"><data "
        "key=\"d9\"><y:PolyLineEdge><y:EdgeLabel>buys from</y:EdgeLabel></y:PolyLineEdge></data></edge>"
        "</graph></graphml>");
    ASSERT_EQ(graph.nodes().size(), 3U);
    EXPECT_EQ(graph.nodes()[0].label, "The group");
    EXPECT_EQ(graph.nodes()[1].label, "Member");
    EXPECT_EQ(graph.nodes()[2].id.find(' '), std::string::npos);
    EXPECT_EQ(graph.nodes()[2].label, "two words");
    ASSERT_EQ(graph.edges().size(), 1U);
    EXPECT_EQ(graph.edges()[0].relation, "buys from");
}

TEST(Graphml, FaultsAreNamed) {
    const std::string good = graphml(assemble(statements()));
    for (const std::string& text :
         {std::string(), std::string("plain"), std::string("<a/>"), std::string("<graphml/>"),
          good.substr(0, good.size() / 2), std::string("<!DOCTYPE a [<!ENTITY b \"c\">]><graphml/>"),
          std::string("\0\1\2", 3), std::string("<graphml><graph><node/></graph></graphml>"),
          std::string("<graphml><graph><node id='a'/><edge source='a' target='b'/></graph></graphml>"),
          std::string("<graphml><graph><node id='a'><data key='k'>1</data></node></graph></graphml>"),
          std::string("<graphml><key id='e' for='edge' attr.name='evidence'/><graph><node id='a'/>"
                      "<edge source='a' target='a'><data key='e'>[{}]</data></edge></graph></graphml>")}) {
        EXPECT_THROW(static_cast<void>(read(text)), FormatError) << text.substr(0, 80);
    }
}

}  // namespace
}  // namespace claimgraph
