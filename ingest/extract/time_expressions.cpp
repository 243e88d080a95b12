#include "ingest/extract/time_expressions.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>

namespace claimgraph {

namespace {

using namespace std::chrono;
using nlp::Analysis;

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

int number(std::string_view digits) {
    int value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return fault == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

/// 1 to 12 for a month's name or its abbreviation of three letters or more; 0 otherwise. Capitalised only:
/// "may" and "march" are words, too.
int month_of(std::string_view form) {
    if (form.size() < 3 || form[0] < 'A' || form[0] > 'Z') return 0;
    std::string name = lower(form);
    if (name.ends_with('.')) name.pop_back();
    if (name == "sept") name = "sep";
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (name == kMonths[i] || (name.size() == 3 && kMonths[i].starts_with(name)))
            return static_cast<int>(i) + 1;
    return 0;
}

int weekday_of(std::string_view form) {
    const std::string name = lower(form);
    const auto* at = std::find(kWeekdays.begin(), kWeekdays.end(), name);
    return at == kWeekdays.end() ? -1 : static_cast<int>(at - kWeekdays.begin());
}

bool is_year(std::string_view form) {
    const int value = form.size() == 4 ? number(form) : -1;
    return value >= 1500 && value <= 2200;
}

int small_number(std::string_view form) {
    static constexpr std::array<std::string_view, 13> kWords{"a",    "one",    "two",   "three", "four",
                                                             "five", "six",    "seven", "eight", "nine",
                                                             "ten",  "eleven", "twelve"};
    if (form == "an") return 1;
    const auto* at = std::find(kWords.begin(), kWords.end(), form);
    if (at != kWords.end()) return std::max(1, static_cast<int>(at - kWords.begin()));
    return number(form);
}

std::string iso(year_month_day day) {
    return PartialDate{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                       static_cast<int>(static_cast<unsigned>(day.day()))}
        .iso();
}

/// Finds the expression that starts at one token.
class Finder {
  public:
    Finder(const Analysis& analysis, std::uint32_t last, PartialDate date, TimeDirection fallback)
        : analysis_(analysis), last_(last), date_(date), fallback_(fallback) {}

    std::optional<TimeMention> at(std::uint32_t t) {
        end_ = t;
        value_.clear();
        kind_ = TimeMention::Kind::point;
        if (!chosen_month(t) && !calendar(t) && !months_of_year(t) && !ago(t) && !deictic(t) && !duration(t))
            return std::nullopt;
        TimeMention found;
        found.first = found.core_first = t;
        found.last = found.core_last = end_;
        found.kind = kind_;
        found.value = value_;
        return found;
    }

  private:
    [[nodiscard]] std::string_view form(std::uint32_t t) const {
        return t < last_ ? analysis_.tokens[t].form : std::string_view();
    }

    bool take(std::string value, std::uint32_t end) {
        value_ = std::move(value);
        end_ = end;
        return true;
    }

    /// The year of a month, or month and day, without one: the nearest in the direction looked in.
    [[nodiscard]] int year_for(int month, int day) const {
        if (date_.year == 0) return 0;
        const auto key = [](int m, int d) { return 100 * m + d; };
        const int here = key(date_.month, date_.day), there = key(month, day);
        if (fallback_ == TimeDirection::past && date_.month != 0 && there > here && month > date_.month)
            return date_.year - 1;
        if (fallback_ == TimeDirection::future && date_.month != 0 && month < date_.month)
            return date_.year + 1;
        return date_.year;
    }

    bool month_value(int month, int day, int year, std::uint32_t end) {
        if (year == 0) year = year_for(month, day);
        const PartialDate date{year, month, day};
        if (year != 0) return take(date.iso(), end);
        char text[32];
        std::snprintf(text, sizeof text, day ? "XXXX-%02d-%02d" : "XXXX-%02d", month, day);
        return take(text, end);
    }

    /// 1 to 31 for "6", "26th" or "first"; 0 otherwise.
    static int day_of(std::string_view form) {
        static constexpr std::array<std::string_view, 3> kOrdinals{"first", "second", "third"};
        const std::string word = lower(form);
        const auto* at = std::find(kOrdinals.begin(), kOrdinals.end(), word);
        if (at != kOrdinals.end()) return static_cast<int>(at - kOrdinals.begin()) + 1;
        std::string_view digits = word;
        for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
            if (digits.size() > 2 && digits.ends_with(suffix)) digits.remove_suffix(2);
        }
        const int day = digits.size() <= 2 ? number(digits) : -1;
        return day >= 1 && day <= 31 ? day : 0;
    }

    /// "last July" and "next April" look one way whatever the sentence.
    bool chosen_month(std::uint32_t t) {
        const std::string word = lower(form(t));
        if ((word != "last" && word != "next") || month_of(form(t + 1)) == 0) return false;
        const int month = month_of(form(t + 1));
        const int day = day_of(form(t + 2));
        int year = 0;
        if (date_.year != 0) {
            const bool later = month > date_.month;
            if (word == "last") year = month >= date_.month ? date_.year - 1 : date_.year;
            if (word == "next") year = later ? date_.year : date_.year + 1;
        }
        return month_value(month, day, year, t + (day == 0 ? 2 : 3));
    }

    bool calendar(std::uint32_t t) {
        if (const int month = month_of(form(t))) {
            const int day = day_of(form(t + 1));
            std::uint32_t end = t + (day >= 1 && day <= 31 ? 2 : 1);
            // "May 25 and 26"
            if (day != 0 && year_for(month, day) != 0 && (lower(form(end)) == "and" || form(end) == "-") &&
                form(end + 1).size() <= 2 && number(form(end + 1)) > day && number(form(end + 1)) <= 31) {
                const int year = year_for(month, day);
                return take(PartialDate{year, month, day}.iso() + "/" +
                                PartialDate{year, month, number(form(end + 1))}.iso(),
                            end + 2);
            }
            std::uint32_t year_at = form(end) == "," || lower(form(end)) == "of" ? end + 1 : end;
            const int year = is_year(form(year_at)) ? number(form(year_at)) : 0;
            if (year != 0) end = year_at + 1;
            return month_value(month, day >= 1 && day <= 31 ? day : 0, year, end);
        }
        if (const int day = day_of(form(t)); day != 0) {
            const std::uint32_t at = lower(form(t + 1)) == "of" ? t + 2 : t + 1;
            if (const int month = month_of(form(at))) {
                const int year = is_year(form(at + 1)) ? number(form(at + 1)) : 0;
                return month_value(month, day, year, at + (year ? 2 : 1));
            }
        }
        if (!is_year(form(t)) || t == 0) return false;
        const std::string before = lower(analysis_.tokens[t - 1].form);
        static constexpr std::array<std::string_view, 7> kBefore{"in", "since", "by",    "until",
                                                                 "of", "from",  "during"};
        return std::find(kBefore.begin(), kBefore.end(), before) != kBefore.end() &&
               take(std::string(form(t)), t + 1);
    }

    /// "a year ago", "two years ago": the year; "three days ago": the day; and so on.
    bool ago(std::uint32_t t) {
        const int count = small_number(lower(form(t)));
        if (count <= 0 || count > 100 || date_.year == 0 || lower(form(t + 2)) != "ago") return false;
        std::string unit = lower(form(t + 1));
        if (unit.ends_with('s')) unit.pop_back();
        if (unit == "year") return take(PartialDate{date_.year - count, 0, 0}.iso(), t + 3);
        if (unit == "month" && date_.month != 0) {
            const year_month there =
                year(date_.year) / month(static_cast<unsigned>(date_.month)) - months(count);
            return take(PartialDate{static_cast<int>(there.year()),
                                    static_cast<int>(static_cast<unsigned>(there.month())), 0}
                            .iso(),
                        t + 3);
        }
        if (date_.day == 0) return false;
        if (unit != "week" && unit != "day") return false;
        const int back = unit == "week" ? 7 * count : count;
        const sys_days today = year(date_.year) / month(static_cast<unsigned>(date_.month)) /
                               day(static_cast<unsigned>(date_.day));
        return take(iso(today - days(back)), t + 3);
    }

    /// "the first nine months of 2019", "the last two months of this year".
    bool months_of_year(std::uint32_t t) {
        const std::string word = lower(form(t));
        if (word != "first" && word != "last") return false;
        const int count = small_number(lower(form(t + 1)));
        if (count <= 0 || count > 11 || lower(form(t + 2)) != "months" || lower(form(t + 3)) != "of")
            return false;
        int of = 0;
        std::uint32_t end = t + 5;
        if (is_year(form(t + 4))) {
            of = number(form(t + 4));
        } else if (date_.year != 0 && lower(form(t + 5)) == "year") {
            const std::string which = lower(form(t + 4));
            if (which != "this" && which != "the" && which != "last") return false;
            of = date_.year - (which == "last" ? 1 : 0);
            end = t + 6;
        }
        if (of == 0) return false;
        const int from = word == "first" ? 1 : 13 - count;
        return take(PartialDate{of, from, 0}.iso() + "/" + PartialDate{of, from + count - 1, 0}.iso(), end);
    }

    bool deictic(std::uint32_t t) {
        if (date_.day == 0) return year_deictic(t);
        const sys_days today = year(date_.year) / month(static_cast<unsigned>(date_.month)) /
                               day(static_cast<unsigned>(date_.day));
        const std::string word = lower(form(t)), next = lower(form(t + 1));
        if (word == "today" || word == "tonight") return take(iso(today), t + 1);
        if (word == "yesterday") return take(iso(today - days(1)), t + 1);
        if (word == "tomorrow") return take(iso(today + days(1)), t + 1);
        const bool chosen = word == "this" || word == "last" || word == "next";
        const int named = weekday_of(chosen ? next : word);
        if (named >= 0) {
            const bool ahead = word == "next" || (word != "last" && fallback_ == TimeDirection::future);
            const int here = static_cast<int>(weekday(today).c_encoding());
            int shift = ahead ? (named - here + 7) % 7 : -((here - named + 7) % 7);
            if (shift == 0 && word == "last") shift = -7;
            if (shift == 0 && word == "next") shift = 7;
            return take(iso(today + days(shift)), t + (chosen ? 2 : 1));
        }
        const int step = word == "last" ? -1 : word == "next" ? 1 : 0;
        if ((chosen || word == "the") && next == "weekend") {
            const sys_days ahead = today + (Saturday - weekday(today));
            const bool back = word == "last" || (word == "the" && fallback_ == TimeDirection::past);
            const sys_days saturday = back ? ahead - days(7) : ahead;
            return take(iso(saturday) + "/" + iso(saturday + days(1)), t + 2);
        }
        // "earlier in the month"
        if (word == "the" && next == "month" && t > 0 && lower(analysis_.tokens[t - 1].form) == "in")
            return take(PartialDate{date_.year, date_.month, 0}.iso(), t + 2);
        if (chosen && next == "week") {
            const sys_days monday = today - (weekday(today) - Monday) + days(7 * step);
            // On a Sunday the week that is spoken of is the one ahead.
            if (step == 0 && weekday(today) == Sunday)
                return take(iso(today) + "/" + iso(today + days(6)), t + 2);
            return take(iso(monday) + "/" + iso(monday + days(6)), t + 2);
        }
        if (chosen && next == "month") {
            const year_month there =
                year(date_.year) / month(static_cast<unsigned>(date_.month)) + months(step);
            return take(PartialDate{static_cast<int>(there.year()),
                                    static_cast<int>(static_cast<unsigned>(there.month())), 0}
                            .iso(),
                        t + 2);
        }
        return year_deictic(t);
    }

    bool year_deictic(std::uint32_t t) {
        const std::string word = lower(form(t));
        if (date_.year == 0 || lower(form(t + 1)) != "year") return false;
        if (word != "this" && word != "last" && word != "next") return false;
        return take(PartialDate{date_.year + (word == "last"   ? -1
                                              : word == "next" ? 1
                                                               : 0),
                                0, 0}
                        .iso(),
                    t + 2);
    }

    /// "for a year", "over the next five years", "for an initial period of 90 days", "a two-year study".
    bool duration(std::uint32_t t) {
        const int count = small_number(lower(form(t)));
        if (count <= 0 || count > 1000) return false;
        static constexpr std::array<std::pair<std::string_view, char>, 4> kUnits{
            {{"day", 'D'}, {"week", 'W'}, {"month", 'M'}, {"year", 'Y'}}};
        const bool hyphen = form(t + 1) == "-";
        std::uint32_t at = t + (hyphen ? 2 : 1);
        // "for four more years"
        if (const std::string word = lower(form(at));
            word == "more" || word == "further" || word == "additional")
            ++at;
        std::string unit = lower(form(at));
        if (unit.ends_with('s')) unit.pop_back();
        const auto* found =
            std::find_if(kUnits.begin(), kUnits.end(), [&](const auto& row) { return row.first == unit; });
        if (found == kUnits.end()) return false;
        if (!hyphen && !spans(t) && lower(form(at + 1)) != "of") return false;
        kind_ = TimeMention::Kind::duration;
        return take("P" + std::to_string(count) + found->second, at + 1);
    }

    /// A preposition of duration stands before the number at `t`.
    [[nodiscard]] bool spans(std::uint32_t t) const {
        static constexpr std::array<std::string_view, 20> kBetween{
            "a",     "an",   "the",     "initial", "expected", "period",   "of",
            "next",  "last", "past",    "coming",  "about",    "up",       "to",
            "least", "at",   "another", "further", "maximum",  "remaining"};
        for (std::uint32_t i = t; i-- > 0 && t - i <= 6;) {
            if (analysis_.tokens[i].sentence != analysis_.tokens[t].sentence) return false;
            const std::string word = lower(analysis_.tokens[i].form);
            if (word == "for" || word == "over" || word == "within" || word == "during") return true;
            if (word == "in") return i + 1 < t;  // "in the next five years", not "in five years"
            if (std::find(kBetween.begin(), kBetween.end(), word) == kBetween.end()) return false;
        }
        return false;
    }

    const Analysis& analysis_;
    std::uint32_t last_;
    PartialDate date_;
    TimeDirection fallback_;
    std::uint32_t end_ = 0;
    std::string value_;
    TimeMention::Kind kind_ = TimeMention::Kind::point;
};

/// Takes the preposition before it into the mention.
void add_preposition(const Analysis& analysis, std::uint32_t first, TimeMention& mention) {
    using Relation = TimeMention::Relation;
    static constexpr std::array<std::pair<std::string_view, Relation>, 11> kPrepositions{
        {{"in", Relation::at},
         {"on", Relation::at},
         {"for", Relation::at},
         {"during", Relation::at},
         {"from", Relation::from},
         {"since", Relation::since},
         {"until", Relation::until},
         {"till", Relation::until},
         {"by", Relation::before},
         {"before", Relation::before},
         {"after", Relation::after}}};
    if (mention.first == first) return;
    const std::string word = lower(analysis.tokens[mention.first - 1].form);
    const auto* at = std::find_if(kPrepositions.begin(), kPrepositions.end(),
                                  [&](const auto& row) { return row.first == word; });
    if (at == kPrepositions.end()) return;
    mention.relation = at->second;
    --mention.first;
}

/// "from March 1 to April 2", "today and tomorrow", "May 25 and 26": one interval of two points.
void join_intervals(const Analysis& analysis, std::vector<TimeMention>& found) {
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
        TimeMention& from = found[i];
        const TimeMention& to = found[i + 1];
        if (from.kind != TimeMention::Kind::point || to.kind != TimeMention::Kind::point ||
            from.value.size() != to.value.size() || from.value >= to.value ||
            from.value.find('/') != std::string::npos || from.core_last + 1 != to.core_first)
            continue;
        const std::string between = lower(analysis.tokens[from.core_last].form);
        const std::string before =
            from.core_first == 0 ? "" : lower(analysis.tokens[from.core_first - 1].form);
        const bool joined = (between == "to" && before == "from") ||
                            (between == "and" && before == "between") ||
                            (between == "and" && from.value.size() == 10) || between == "-";
        if (!joined) continue;
        from.value += "/" + to.value;
        from.last = from.core_last = to.core_last;
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

}  // namespace

bool is_calendar_word(std::string_view form) {
    return month_of(form) != 0 ||
           (!form.empty() && form[0] >= 'A' && form[0] <= 'Z' && weekday_of(form) >= 0);
}

PartialDate PartialDate::parse(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return {};
    if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-')) return {};
    const PartialDate date{number(text.substr(0, 4)), text.size() > 4 ? number(text.substr(5, 2)) : 0,
                           text.size() > 7 ? number(text.substr(8, 2)) : 0};
    if (date.year <= 0 || date.month < 0 || date.day < 0) return {};
    if (text.size() > 4) {
        const auto m = std::chrono::month(static_cast<unsigned>(date.month));
        const auto d = std::chrono::day(text.size() > 7 ? static_cast<unsigned>(date.day) : 1U);
        if (!year_month_day(std::chrono::year(date.year), m, d).ok()) return {};
    }
    return date;
}

std::string PartialDate::iso() const {
    char text[40];
    if (day != 0) {
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    } else if (month != 0) {
        std::snprintf(text, sizeof text, "%04d-%02d", year, month);
    } else {
        std::snprintf(text, sizeof text, "%04d", year);
    }
    return text;
}

std::vector<TimeMention> find_times(const Analysis& analysis, std::uint32_t first, std::uint32_t last,
                                    PartialDate date, TimeDirection fallback) {
    std::vector<TimeMention> found;
    Finder finder(analysis, last, date, fallback);
    for (std::uint32_t t = first; t < last;) {
        auto mention = finder.at(t);
        if (!mention) {
            ++t;
            continue;
        }
        t = mention->last;
        add_preposition(analysis, first, *mention);
        found.push_back(std::move(*mention));
    }
    join_intervals(analysis, found);
    return found;
}

}  // namespace claimgraph
