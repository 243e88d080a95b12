#include "ingest/extract/quantities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

#include "ingest/extract/lexicon_table.hpp"

namespace claimgraph {

namespace {

using nlp::Analysis;

struct Unit {
    std::string name;
    double factor = 1;
};

constexpr std::array<std::pair<std::string_view, double>, 12> kWords{{{"one", 1},
                                                                      {"two", 2},
                                                                      {"three", 3},
                                                                      {"four", 4},
                                                                      {"five", 5},
                                                                      {"six", 6},
                                                                      {"seven", 7},
                                                                      {"eight", 8},
                                                                      {"nine", 9},
                                                                      {"ten", 10},
                                                                      {"eleven", 11},
                                                                      {"twelve", 12}}};
constexpr std::array<std::pair<std::string_view, double>, 15> kTens{{{"thirteen", 13},
                                                                     {"fourteen", 14},
                                                                     {"fifteen", 15},
                                                                     {"sixteen", 16},
                                                                     {"seventeen", 17},
                                                                     {"eighteen", 18},
                                                                     {"nineteen", 19},
                                                                     {"twenty", 20},
                                                                     {"thirty", 30},
                                                                     {"forty", 40},
                                                                     {"fifty", 50},
                                                                     {"sixty", 60},
                                                                     {"seventy", 70},
                                                                     {"eighty", 80},
                                                                     {"ninety", 90}}};
constexpr std::array<std::pair<std::string_view, double>, 14> kScales{{{"hundred", 1e2},
                                                                       {"mln", 1e6},
                                                                       {"bln", 1e9},
                                                                       {"trln", 1e12},
                                                                       {"millions", 1e6},
                                                                       {"billions", 1e9},
                                                                       {"trillions", 1e12},
                                                                       {"thousand", 1e3},
                                                                       {"million", 1e6},
                                                                       {"billion", 1e9},
                                                                       {"trillion", 1e12},
                                                                       {"mn", 1e6},
                                                                       {"bn", 1e9},
                                                                       {"tn", 1e12}}};

template <std::size_t N>
std::optional<double> look_up(const std::array<std::pair<std::string_view, double>, N>& table,
                              std::string_view word) {
    const auto* at =
        std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == word; });
    if (at == table.end()) return std::nullopt;
    return at->second;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

/// A figure with its commas, or a small number in a word.
std::optional<double> number(std::string_view form) {
    if (form.empty()) return std::nullopt;
    if (form[0] < '0' || form[0] > '9') {
        const std::string word = lower(form);
        if (const auto value = look_up(kWords, word)) return value;
        return look_up(kTens, word);
    }
    std::string digits;
    std::copy_if(form.begin(), form.end(), std::back_inserter(digits), [](char c) { return c != ','; });
    double value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (fault != std::errc() || end != digits.data() + digits.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// "20 to 25 percent", "between $5 and $7 billion": the first number has the unit and scale of the second.
void join_ranges(const Analysis& analysis, std::uint32_t first, std::vector<QuantityMention>& found) {
    for (std::size_t i = 0; i < found.size(); ++i) {
        QuantityMention& to = found[i];
        if (to.kind == QuantityMention::Kind::count || to.first < first + 2) continue;
        const std::string joint = lower(analysis.tokens[to.first - 1].form);
        const std::uint32_t at = to.first - 2;
        const std::string before = at > first ? lower(analysis.tokens[at - 1].form) : std::string();
        if (joint != "to" && joint != "-" && joint != "–" && joint != "or" && !(joint == "and")) continue;
        const auto value = number(analysis.tokens[at].form);
        if (!value) continue;
        const bool has_unit =
            i > 0 && found[i - 1].last == at + 1 && found[i - 1].kind != QuantityMention::Kind::count;
        const bool between =
            before == "between" || (has_unit && found[i - 1].first > first &&
                                    lower(analysis.tokens[found[i - 1].first - 1].form) == "between");
        if (joint == "and" && !between) continue;
        const auto second =
            number(analysis
                       .tokens[to.kind == QuantityMention::Kind::money && to.last > to.first + 1 &&
                                       !number(analysis.tokens[to.first].form)
                                   ? to.first + 1
                                   : to.first]
                       .form);
        if (!second || *second == 0 || *value > *second) continue;
        const double scale = to.value / *second;
        if (has_unit) {
            // "$5 and $7 billion"
            if (found[i - 1].unit == to.unit && found[i - 1].value == *value) found[i - 1].value *= scale;
            continue;
        }
        QuantityMention from = to;
        from.first = at;
        from.last = at + 1;
        from.value = *value * scale;
        // A count that was read there gives way.
        if (i > 0 && found[i - 1].last > at) {
            found[i - 1] = from;
        } else {
            found.insert(found.begin() + static_cast<std::ptrdiff_t>(i), from);
            ++i;
        }
    }
}

}  // namespace

struct QuantityFinder::Impl {
    static constexpr std::uint32_t kLongestForm = 3;
    std::map<std::string, Unit, std::less<>> units;       ///< by form, words joined by one space
    std::map<std::string, Unit, std::less<>> currencies;  ///< by name of the currency or its subunit
    std::map<std::string, std::string, std::less<>> symbols;

    /// The longest form that tokens from `at` on spell, with the token after it.
    static const Unit* match(const std::map<std::string, Unit, std::less<>>& forms, const Analysis& analysis,
                             std::uint32_t at, std::uint32_t last, std::uint32_t& end) {
        const Unit* found = nullptr;
        std::string words;
        for (std::uint32_t t = at; t < std::min(last, at + kLongestForm); ++t) {
            words += (t == at ? "" : " ") + std::string(analysis.tokens[t].form);
            auto form = forms.find(words);
            if (form == forms.end()) form = forms.find(lower(words));
            if (form == forms.end()) continue;
            found = &form->second;
            end = t + 1;
        }
        return found;
    }

    std::optional<QuantityMention> at(const Analysis& analysis, std::uint32_t first, std::uint32_t begin,
                                      std::uint32_t last) const {
        const auto& tokens = analysis.tokens;
        auto value = number(tokens[begin].form);
        if (!value) return std::nullopt;
        QuantityMention found;
        found.first = begin;
        found.last = begin + 1;
        // "twenty-seven" is written in three tokens
        if (begin + 2 < last && tokens[begin + 1].form == "-" && *value >= 20 &&
            look_up(kTens, lower(tokens[begin].form))) {
            const auto unit = look_up(kWords, lower(tokens[begin + 2].form));
            if (unit && *unit < 10) {
                *value += *unit;
                found.last = begin + 3;
            }
        }
        for (; found.last < last; ++found.last) {
            const auto scale = look_up(kScales, lower(tokens[found.last].form));
            if (!scale) break;
            *value *= *scale;
        }
        found.value = *value;
        const auto form_at = [&](std::uint32_t t) {
            return t < last ? lower(tokens[t].form) : std::string();
        };
        const std::string next = form_at(found.last);
        if ((next == "percentage" || next == "basis") && form_at(found.last + 1).starts_with("point")) {
            found.kind = QuantityMention::Kind::percentage_points;
            found.unit = "percentage point";
            if (next == "basis") found.value /= 100;
            found.last += 2;
            return found;
        }
        if (next == "%" || next == "percent" || next == "pct" ||
            (next == "per" && form_at(found.last + 1) == "cent")) {
            found.kind = QuantityMention::Kind::percent;
            found.unit = "percent";
            found.last += next == "per" ? 2 : 1;
            return found;
        }
        std::uint32_t end = found.last;
        if (begin > first) {
            if (const auto symbol = symbols.find(tokens[begin - 1].form); symbol != symbols.end()) {
                found.kind = QuantityMention::Kind::money;
                found.unit = symbol->second;
                found.first = begin - 1;
                return found;
            }
        }
        if (const Unit* money = match(currencies, analysis, found.last, last, end)) {
            found.kind = QuantityMention::Kind::money;
            found.unit = money->name;
            found.value *= money->factor;
            found.last = end;
            return found;
        }
        if (const Unit* unit = match(units, analysis, found.last, last, end)) {
            found.kind = QuantityMention::Kind::unit;
            found.unit = unit->name;
            found.value *= unit->factor;
            found.last = end;
            return found;
        }
        const auto& token = tokens[found.last - 1];
        if (token.deprel != nlp::Deprel::nummod || token.head == nlp::kNone || token.head >= last)
            return std::nullopt;
        const auto& noun = tokens[token.head];
        if (noun.upos != nlp::Upos::noun) return std::nullopt;
        found.counted = token.head;
        found.unit = std::string(noun.lemma);
        return found;
    }
};

QuantityFinder::QuantityFinder(const Lexicons& lexicons) {
    auto impl = std::make_unique<Impl>();
    const LexiconTable units(lexicons / "units.tsv", {"unit", "factor", "forms"});
    for (const auto& row : units.rows()) {
        const auto factor = number(row.required("factor"));
        if (!factor) row.fail("factor", "expected a number");
        for (const std::string_view form : row.list("forms"))
            impl->units.try_emplace(std::string(form), Unit{std::string(row.required("unit")), *factor});
    }
    const LexiconTable currencies(lexicons / "currencies.tsv", {"code", "symbols", "names", "subunits"});
    for (const auto& row : currencies.rows()) {
        const std::string code(row.required("code"));
        for (const std::string_view symbol : row.list("symbols"))
            impl->symbols.try_emplace(std::string(symbol), code);
        for (const std::string_view name : row.list("names"))
            impl->currencies.try_emplace(std::string(name), Unit{code, 1});
        for (const std::string_view name : row.list("subunits"))
            impl->currencies.try_emplace(std::string(name), Unit{code, 0.01});
    }
    impl_ = std::move(impl);
}

QuantityFinder::~QuantityFinder() = default;
QuantityFinder::QuantityFinder(QuantityFinder&&) noexcept = default;
QuantityFinder& QuantityFinder::operator=(QuantityFinder&&) noexcept = default;

std::vector<QuantityMention> QuantityFinder::find(const Analysis& analysis, std::uint32_t first,
                                                  std::uint32_t last) const {
    std::vector<QuantityMention> found;
    for (std::uint32_t t = first; t < last;) {
        auto mention = impl_->at(analysis, first, t, last);
        if (!mention) {
            ++t;
            continue;
        }
        t = mention->last;
        found.push_back(std::move(*mention));
    }
    join_ranges(analysis, first, found);
    // "from 25% to 10%"
    const auto word_before = [&](const QuantityMention& m) {
        return m.first > first ? lower(analysis.tokens[m.first - 1].form) : std::string();
    };
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
        if (word_before(found[i]) != "from" || word_before(found[i + 1]) != "to") continue;
        found[i].role = QuantityRole::from;
        found[i + 1].role = QuantityRole::to;
    }
    return found;
}

}  // namespace claimgraph
