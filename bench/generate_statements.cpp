// generate_statements DOCUMENTS [STATEMENTS_PER_DOCUMENT [SEED]]: writes documents and statements as JSON
// Lines, skewed like news: few countries, actors and measures are in most statements, most are in few; every
// tenth document is a copy of an earlier one by another outlet; half of the statements have a speaker.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "graph/json/statement_json.hpp"

namespace {

using claimgraph::Entity;
using claimgraph::EntityKind;
using claimgraph::Statement;

class Generator {
  public:
    Generator(std::size_t documents, std::uint64_t seed) : documents_(documents), random_(seed) {}

    std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

    /// Small numbers often, great ones seldom: the rank of a power law with exponent 1.
    std::size_t skewed(std::size_t count) {
        const double uniform = static_cast<double>(random_() >> 11) * 0x1.0p-53;
        return static_cast<std::size_t>(std::pow(static_cast<double>(count), uniform)) - 1;
    }

    Entity country() {
        const std::size_t number = skewed(190);
        return entity(EntityKind::country, "Country " + std::to_string(number), "state", code(number));
    }
    Entity actor() {
        const std::size_t number = skewed(documents_ / 2 + 100);
        if (number % 3 == 0) return entity(EntityKind::actor, "Ministry " + word(number), "government_body");
        return entity(EntityKind::actor, name(number), "person");
    }
    Entity measure() {
        const std::size_t number = skewed(documents_ / 4 + 50);
        return entity(EntityKind::measure, "tariff on " + word(number) + " goods", "tariff");
    }
    Entity commodity() { return entity(EntityKind::commodity, word(skewed(2000)), "goods"); }

    Statement statement(const std::string& document, std::size_t sentence) {
        constexpr const char* to_measure[]{"imposes", "raises", "reduces", "delays", "removes"};
        constexpr const char* to_party[]{"criticizes", "supports", "negotiates", "retaliates",
                                         "investigates"};
        Statement out;
        out.subject = below(3) == 0 ? actor() : country();
        switch (below(10)) {
            case 0:
                out.relation = "affiliated_with";
                out.subject = actor();
                out.object = country();
                break;
            case 1:
                out.relation = below(2) == 0 ? "covers" : "targets";
                out.subject = measure();
                out.object = out.relation == "covers" ? commodity() : country();
                break;
            case 2:
            case 3:
                out.relation = below(2) == 0 ? "purchases" : "sells";
                out.object = commodity();
                break;
            case 4:
            case 5:
            case 6:
                out.relation = to_party[skewed(5)];
                out.object = country();
                break;
            default:
                out.relation = to_measure[skewed(5)];
                out.object = measure();
                if (below(2) == 0)
                    out.quantities.push_back({claimgraph::QuantityRole::rate,
                                              5.0 * static_cast<double>(1 + below(20)),
                                              "percent",
                                              "so much",
                                              {}});
        }
        out.factuality.status = static_cast<claimgraph::Status>(skewed(7));
        if (below(20) == 0) out.factuality.polarity = claimgraph::Polarity::negative;
        if (below(2) == 0) {
            claimgraph::Attribution said;
            said.source = actor();
            said.cue = claimgraph::Cue{"said", std::nullopt};
            out.attribution.push_back(std::move(said));
        }
        out.confidence = static_cast<double>(50 + below(50)) / 100;
        out.evidence.document = document;
        out.evidence.sentence = sentence;
        return out;
    }

    std::string sentence_text() {
        std::string out = "The";
        for (std::size_t i = 0; i < 12 + below(12); ++i) out += " " + word(skewed(20'000));
        return out + ".";
    }

  private:
    static Entity entity(EntityKind kind, std::string name, std::string type, std::string id = {}) {
        Entity out;
        out.kind = kind;
        out.name = std::move(name);
        out.type = std::move(type);
        out.id = std::move(id);
        out.mention = out.name;
        return out;
    }
    static std::string code(std::size_t number) {
        std::string out;
        for (std::size_t rest = number, i = 0; i < 3; ++i, rest /= 26)
            out.insert(out.begin(), static_cast<char>('A' + rest % 26));
        return out;
    }
    /// A word of its own for each number.
    static std::string word(std::size_t number) {
        constexpr const char* syllables[]{"ba", "do", "fe", "gi", "ku", "la", "me", "no",
                                          "pi", "ru", "sa", "te", "vo", "wi", "xe", "zu"};
        std::string out;
        for (std::size_t rest = number + 16; rest > 0; rest /= 16) out.insert(0, syllables[rest % 16]);
        return out;
    }
    static std::string name(std::size_t number) {
        std::string first = word(number % 400);
        std::string last = word(number / 400 + 1000);
        first.front() = static_cast<char>(first.front() - 'a' + 'A');
        last.front() = static_cast<char>(last.front() - 'a' + 'A');
        return first + " " + last;
    }

    std::size_t documents_;
    std::mt19937_64 random_;
};

}  // namespace

int main(int argc, char** argv) {
    const auto argument = [&](int i, std::size_t otherwise) {
        return argc > i ? static_cast<std::size_t>(std::strtoull(argv[i], nullptr, 10)) : otherwise;
    };
    const std::size_t documents = argument(1, 1000);
    const std::size_t per_document = argument(2, 10);
    Generator generator(documents, argument(3, 1));
    std::ios::sync_with_stdio(false);
    std::vector<Statement> copied;
    std::string out;
    for (std::size_t d = 0; d < documents; ++d) {
        claimgraph::Document document;
        document.id = "doc-" + std::to_string(d);
        const std::size_t day = d * 3650 / documents;
        const auto two = [](std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        document.date = std::to_string(2016 + day / 365) + "-" + two(1 + day % 365 / 31) + "-" +
                        two(1 + day % 365 % 31 % 28);
        document.outlet = "Outlet " + std::to_string(generator.skewed(200));
        std::vector<Statement> statements;
        if (d % 10 == 9) {
            statements = copied;
            for (Statement& statement : statements) statement.evidence.document = document.id;
        } else {
            std::size_t sentence = 0;
            std::size_t begin = 0;
            while (statements.size() < per_document) {
                const std::string text = generator.sentence_text();
                for (std::size_t i = 0; i < 1 + generator.below(3) && statements.size() < per_document; ++i) {
                    Statement statement = generator.statement(document.id, sentence);
                    statement.evidence.text = text;
                    statement.evidence.span = {begin, begin + text.size()};
                    statements.push_back(std::move(statement));
                }
                begin += text.size() + 1;
                ++sentence;
            }
            copied = statements;
        }
        out.clear();
        claimgraph::append_json(out, document, false);
        out.push_back('\n');
        for (const Statement& statement : statements) {
            claimgraph::append_json(out, statement);
            out.push_back('\n');
        }
        std::cout << out;
    }
    return std::cout.flush() ? 0 : 1;
}
