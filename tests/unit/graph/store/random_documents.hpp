// Documents with statements drawn from a seed: few entities, so that documents meet in them.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/unit/graph/sample_statements.hpp"

namespace claimgraph::testing_support {

struct DocumentWithStatements {
    Document document;
    std::vector<Statement> statements;
};

class RandomDocuments {
  public:
    explicit RandomDocuments(unsigned seed) : random_(seed) {}

    DocumentWithStatements make(std::size_t number) {
        const std::string id = "d" + std::to_string(number);
        DocumentWithStatements out;
        out.document = document(id, date(), pick(4) == 0 ? Voice::official : Voice::news,
                                "Outlet " + std::to_string(pick(5)));
        std::size_t begin = 0;
        for (std::size_t sentence = 0; sentence < 1 + pick(4); ++sentence) {
            const std::string quote =
                "Sentence " + std::to_string(pick(30)) + " of the wire, \"quoted\" \u2014 so.";
            const std::size_t end = begin + code_points(quote);
            out.document.text += quote + "\n";
            for (std::size_t i = 0; i < 1 + pick(3); ++i) {
                Statement made = statement(party(), relation(), measure_or_party(), id, sentence, quote);
                made.evidence.span = {begin, end};
                made.factuality.status = static_cast<Status>(pick(7));
                made.factuality.polarity = pick(5) == 0 ? Polarity::negative : Polarity::positive;
                if (pick(3) == 0) made = said_by(std::move(made), speaker());
                if (pick(3) == 0) made.time = TimeValue{date().substr(0, 7), "then", {}};
                if (pick(2) == 0) made.confidence = 0.25 * static_cast<double>(pick(5));
                out.statements.push_back(std::move(made));
            }
            begin = end + 1;
        }
        return out;
    }

    std::size_t pick(std::size_t below) { return random_() % below; }
    std::mt19937& engine() { return random_; }

  private:
    static std::size_t code_points(const std::string& text) {
        std::size_t count = 0;
        for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80 ? 1u : 0u;
        return count;
    }
    std::string date() {
        return std::to_string(2016 + pick(10)) + "-0" + std::to_string(1 + pick(9)) + "-1" +
               std::to_string(pick(10));
    }
    std::string relation() {
        const std::vector<std::string> names{"imposes",    "delays",          "removes",
                                             "negotiates", "affiliated_with", "targets"};
        return names[pick(names.size())];
    }
    Entity party() {
        switch (pick(4)) {
            case 0:
                return country("Norland", "NRL");
            case 1:
                return country("Southmark", "STM");
            case 2: {
                Entity who = actor("Jane Doe");
                who.type = "person";
                if (pick(2) == 0) who.mention = "Doe";
                return who;
            }
            default: {
                Entity body = actor("Trade Board " + std::to_string(pick(3)));
                body.type = "organization";
                return body;
            }
        }
    }
    /// Parties, and one who is the end of no statement.
    Entity speaker() {
        if (pick(2) == 0) return party();
        Entity out = actor(pick(3) == 0 ? "Ek" : "Bo Ek");
        out.type = "person";
        if (pick(2) == 0) out.mention = "Ek";
        return out;
    }
    Entity measure_or_party() {
        if (pick(2) == 0) return party();
        Entity out = measure(pick(2) == 0 ? "fish tariff" : "tariff on fish");
        out.type = "tariff";
        return out;
    }

    std::mt19937 random_;
};

}  // namespace claimgraph::testing_support
