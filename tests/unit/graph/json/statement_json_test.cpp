#include "graph/json/statement_json.hpp"

#include <limits>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/json/json_text.hpp"

namespace claimgraph {
namespace {

const std::string full =
    R"({"id":"s1","relation":"imposes","predicate":{"text":"imposed","begin":8,"end":15},)"
    R"("subject":{"name":"Norland","kind":"country","id":"NOR","mention":"Oslo","begin":0,"end":4},)"
    R"("object":{"name":"tariff on steel","kind":"measure","type":"tariff","mention":"it","begin":16,"end":18,)"
    R"("antecedent":{"text":"the tariff","begin":40,"end":50}},)"
    R"("counterparty":{"name":"Sudland","kind":"country"},"instrument":{"name":"decree","kind":"measure"},)"
    R"("topic":{"text":"fish"},"location":{"name":"Bergen","kind":"topic"},)"
    R"("quantities":[{"role":"rate","value":12.5,"unit":"percent","text":"12.5%"},)"
    R"({"role":"amount","value":1e+21,"text":"a lot"}],)"
    R"("time":{"value":"2024-03","text":"in March"},"duration":{"value":"P90D","text":"90 days"},)"
    R"("reason":{"text":"\"dumping\"\n"},"status":"planned","polarity":"negative",)"
    R"("attribution":[{"source":{"name":"Kari Berg","kind":"actor","type":"person"},)"
    R"("cue":{"text":"said","begin":60,"end":64},"type":"quote"},{"source":{"name":"a paper","kind":"actor"},"type":"belief"}],)"
    R"("confidence":0.1,"evidence":{"document":"d1","sentence":3,"begin":0,"end":70,"text":"Été: 東京 😀."}})";

const std::string minimal =
    R"({"relation":"sells","subject":{"name":"A","kind":"actor"},"object":{"name":"B","kind":"commodity"},)"
    R"("status":"actual","polarity":"positive","attribution":[],)"
    R"("evidence":{"document":"d","sentence":0,"begin":0,"end":0,"text":""}})";

std::string with(std::string json, const std::string& part, const std::string& replacement) {
    const std::size_t at = json.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return json.replace(at, part.size(), replacement);
}

void expect_fault(const std::string& json, const std::string& path, const std::string& problem) {
    StatementJsonParser parser;
    try {
        static_cast<void>(parser.parse_record(json));
        FAIL() << "accepted: " << json;
    } catch (const JsonError& error) {
        EXPECT_EQ(error.json_path(), path);
        EXPECT_EQ(error.problem(), problem);
    }
}

TEST(StatementJson, EveryFieldReadsBackAndIsWrittenTheSame) {
    StatementJsonParser parser;
    const Statement statement = parser.parse_statement(full);
    EXPECT_EQ(statement.relation, "imposes");
    EXPECT_EQ(statement.predicate->span, (Span{8, 15}));
    EXPECT_EQ(statement.subject.id, "NOR");
    EXPECT_EQ(statement.object.antecedent->text, "the tariff");
    EXPECT_EQ(statement.topic->text, "fish");
    EXPECT_EQ(statement.location->entity->name, "Bergen");
    EXPECT_EQ(statement.quantities.at(0).value, 12.5);
    EXPECT_EQ(statement.reason->text, "\"dumping\"\n");
    EXPECT_EQ(statement.factuality, (Factuality{Status::planned, Polarity::negative}));
    EXPECT_EQ(statement.attribution.at(0).type, AttributionType::quote);
    EXPECT_EQ(statement.confidence, 0.1);
    EXPECT_EQ(statement.evidence.text, "Été: 東京 😀.");
    EXPECT_EQ(to_json(statement), full);
    EXPECT_EQ(parser.parse_statement(to_json(statement)), statement);
    EXPECT_EQ(to_json(parser.parse_statement(minimal)), minimal);
}

TEST(StatementJson, UnknownFieldsAreKeptVerbatimAtEveryLevel) {
    std::string json = full;
    json = with(json, R"("end":15})", R"("end":15,"x":1.50})");
    json = with(json, R"("end":50}})", R"("end":50,"x":[1, {"a" : null}]},"x":{}})");
    json = with(json, R"({"text":"fish"})", R"({"text":"fish","x":123456789012345678901234567890})");
    json = with(json, R"("kind":"topic"})", R"("kind":"topic","x":"\u00e9"})");
    json = with(json, R"("text":"12.5%"})", R"("text":"12.5%","x":-0})");
    json = with(json, R"("text":"90 days"})", R"("text":"90 days","x":true})");
    json = with(json, R"("end":64})", R"("end":64,"x":null})");
    json = with(json, R"("type":"quote"})", R"("type":"quote","x":1E300})");
    json = with(json, R"("text":"Été: 東京 😀."}})",
                R"("text":"Été: 東京 😀.","x":[]},"note":"\\","y":{"z":[[]]}})");
    StatementJsonParser parser;
    EXPECT_EQ(to_json(parser.parse_statement(json)), json);
}

TEST(StatementJson, WhiteSpaceAndOrderOfFieldsDoNotMatter) {
    StatementJsonParser parser;
    const Statement statement = parser.parse_statement(
        " { \"evidence\" : { \"text\":\"\", \"end\":0,\"begin\":0,\"sentence\":0,\"document\":\"d\" } ,\n"
        "\"attribution\":[ ], \"polarity\":\"positive\",\"extra\" :\t[ 1 , 2 ] ,\"status\":\"actual\","
        "\"object\":{\"kind\":\"commodity\",\"name\":\"B\"},\"subject\":{\"kind\":\"actor\",\"name\":\"A\"},"
        "\"counterparty\":null,\"relation\":\"sells\"} ");
    ASSERT_EQ(statement.extras.size(), 1U);
    EXPECT_EQ(statement.extras[0].second, "[ 1 , 2 ]");
    EXPECT_FALSE(statement.counterparty);
}

TEST(StatementJson, MissingRequiredFieldsAreNamed) {
    const std::string problem = "expected a value, found none: the field is required";
    expect_fault(with(minimal, R"("relation":"sells",)", ""), "$.relation", problem);
    expect_fault(with(minimal, R"("name":"A",)", ""), "$.subject.name", problem);
    expect_fault(with(minimal, R"(,"kind":"commodity")", ""), "$.object.kind", problem);
    expect_fault(with(minimal, R"("status":"actual",)", ""), "$.status", problem);
    expect_fault(with(minimal, R"("polarity":"positive",)", ""), "$.polarity", problem);
    expect_fault(with(minimal, R"("attribution":[],)", ""), "$.attribution", problem);
    expect_fault(with(minimal, R"("attribution":[])", R"("attribution":null)"), "$.attribution", problem);
    expect_fault(with(minimal, R"("sentence":0,)", ""), "$.evidence.sentence", problem);
    expect_fault(with(minimal, R"("end":0,)", ""), "$.evidence.end", problem);
    expect_fault(with(full, R"(,"end":64)", ""), "$.attribution[0].cue.end", problem);
    expect_fault(with(full, R"({"text":"fish"})", "{}"), "$.topic.text", problem);
    expect_fault("{}", "$.relation", problem);
    expect_fault(R"({"format":1})", "$.document", problem);
    expect_fault(R"({"document":{"id":"a"}})", "$.format", problem);
    expect_fault(R"({"format":1,"document":{}})", "$.document.id", problem);
}

TEST(StatementJson, WrongTypesAndValuesAreNamed) {
    expect_fault(with(minimal, R"("sells")", "7"), "$.relation", "expected a string, found 7");
    expect_fault(with(minimal, R"("sells")", R"("")"), "$.relation",
                 "expected a string that is not empty, found \"\"");
    expect_fault(with(minimal, R"("kind":"actor")", R"("kind":"Actor")"), "$.subject.kind",
                 "expected one of actor, country, measure, commodity, topic, found \"Actor\"");
    expect_fault(
        with(minimal, R"("actual")", "[1, 2]"), "$.status",
        "expected one of actual, planned, threatened, possible, requested, averted, halted, found an array");
    expect_fault(with(minimal, R"("attribution":[])", R"("attribution":[{"source":"x"}])"),
                 "$.attribution[0].source", "expected an object (an entity), found \"x\"");
    expect_fault(with(minimal, R"("sentence":0)", R"("sentence":-1)"), "$.evidence.sentence",
                 "expected a whole number from 0, found -1");
    expect_fault(with(minimal, R"("sentence":0)", R"("sentence":1.0)"), "$.evidence.sentence",
                 "expected a whole number from 0, found 1.0");
    expect_fault(with(minimal, R"("begin":0)", R"("begin":99999999999999999999)"), "$.evidence.begin",
                 "expected a whole number from 0, found 99999999999999999999");
    expect_fault(with(minimal, R"("begin":0)", R"("begin":2)"), "$.evidence",
                 "expected an end not before the beginning, found begin 2 and end 0");
    expect_fault(with(full, R"("value":12.5)", R"("value":1e-999)"), "$.quantities[0].value",
                 "expected a number within the range of a double, found 1e-999");
    expect_fault(with(full, R"("confidence":0.1)", R"("confidence":1.5)"), "$.confidence",
                 "expected a number within 0..1, found 1.5");
    expect_fault(with(minimal, R"("status")", R"("relation":"sells","status")"), "$.relation",
                 "expected the field once, found it again");
    expect_fault("[1]", "$", "expected an object (a document record or a statement), found an array");
    expect_fault(R"({"format":2,"document":{"id":"a"}})", "$.format",
                 "expected version 1 of the format, found 2");
    expect_fault(with(minimal, R"("sells")", "{}"), "$.relation", "expected a string, found an object");
}

TEST(StatementJson, LongValuesAreCutAtACharacterInMessages) {
    std::string accents;
    for (int i = 0; i < 100; ++i) accents += "é";
    expect_fault(with(minimal, R"("positive")", '"' + accents + '"'), "$.polarity",
                 "expected one of positive, negative, found \"" + accents.substr(0, 60) + "...\"");
}

TEST(StatementJson, WhatIsNoJsonIsRefusedWithItsPlace) {
    StatementJsonParser parser;
    for (const std::string& text :
         {std::string(), std::string("{"), minimal.substr(0, minimal.size() - 1), minimal + "}",
          std::string("{\"a\":\"\xFF\"}"), std::string("{\"a\":\"\\ud800\"}"), std::string("\0\0", 2),
          std::string("{\"a\":01}"), std::string("{'a':1}"), std::string("NaN"),
          std::string("{\"a\":1e999}")}) {
        try {
            static_cast<void>(parser.parse_record(text));
            ADD_FAILURE() << "accepted: " << text;
        } catch (const JsonError& error) {
            EXPECT_EQ(error.json_path(), "");
            EXPECT_THAT(error.problem(), testing::StartsWith("invalid JSON: "));
            EXPECT_LE(error.byte(), text.size());
        }
    }
}

TEST(StatementJson, DeepNestingCostsNoStack) {
    const std::size_t depth = 200000;
    const std::string nested = std::string(depth, '[') + std::string(depth, ']');
    StatementJsonParser parser;
    const Statement statement =
        parser.parse_statement(with(minimal, R"("status")", R"("x":)" + nested + R"(,"status")"));
    EXPECT_EQ(statement.extras.at(0).second, nested);
}

TEST(StatementJson, HostileTextSurvives) {
    using namespace std::string_literals;
    Statement statement = StatementJsonParser().parse_statement(minimal);
    statement.evidence.text = "\0\x01\x1f\"\\/\b\f\r\t\x7f]]><script>"s + "\u2028\u202E\uFFFE😀";
    const std::string json = to_json(statement);
    EXPECT_EQ(json.find('\n'), std::string::npos);
    EXPECT_EQ(StatementJsonParser().parse_statement(json), statement);
    statement.evidence.text = "a\xED\xA0\x80z";
    EXPECT_EQ(StatementJsonParser().parse_statement(to_json(statement)).evidence.text,
              "a\uFFFD\uFFFD\uFFFDz");
}

TEST(StatementJson, NumbersReadBackExactly) {
    for (const double value :
         {0.1, 1.0 / 3, 5e-324, std::numeric_limits<double>::max(), -0.0, 100.0, 123456789.125}) {
        Statement statement = StatementJsonParser().parse_statement(full);
        statement.quantities[0].value = value;
        EXPECT_EQ(StatementJsonParser().parse_statement(to_json(statement)).quantities[0].value, value);
    }
    std::string out;
    append_json_number(out, 1e21);
    append_json_number(out += ' ', 100.0);
    append_json_number(out += ' ', std::numeric_limits<double>::infinity());
    EXPECT_EQ(out, "1e+21 100 null");
}

TEST(StatementJson, DocumentsReadBack) {
    const std::string json =
        R"({"format":1,"document":{"id":"d1","title":"T","date":"2024-03-01","outlet":"O","author":"A",)"
        R"("url":"https://example.org/a?b&c","voice":"official","sha256":"00ff","text":"Body\n","lang":"en"},"run":7})";
    StatementJsonParser parser;
    const Document document = parser.parse_document(json);
    EXPECT_EQ(document.voice, Voice::official);
    EXPECT_TRUE(document.voice_given);
    EXPECT_EQ(to_json(document, true), json);
    EXPECT_EQ(to_json(document, false), with(json, R"("text":"Body\n",)", ""));
    EXPECT_TRUE(std::holds_alternative<Document>(parser.parse_record(json)));
    EXPECT_TRUE(std::holds_alternative<Statement>(parser.parse_record(minimal)));
    EXPECT_FALSE(parser.parse_document(R"({"format":1,"document":{"id":"d"}})").voice_given);
}

TEST(StatementJson, ArraysOfStatements) {
    StatementJsonParser parser;
    EXPECT_TRUE(parser.parse_statements("[]").empty());
    const auto statements = parser.parse_statements("[" + full + "," + minimal + "]");
    ASSERT_EQ(statements.size(), 2U);
    EXPECT_EQ(to_json(statements[1]), minimal);
    try {
        static_cast<void>(parser.parse_statements("[" + full + ",{}]"));
        FAIL();
    } catch (const JsonError& error) {
        EXPECT_EQ(error.json_path(), "$[1].relation");
    }
}

}  // namespace
}  // namespace claimgraph
