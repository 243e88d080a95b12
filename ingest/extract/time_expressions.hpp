// Times and durations in running text, as ISO 8601, resolved against the document's date.
//
// Weeks run from Monday to Sunday. Free functions on immutable tables; safe from many threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/nlp/analysis.hpp"

namespace claimgraph {

/// A calendar date that may leave out day, or month and day (0). All 0: unknown.
struct PartialDate {
    int year = 0;
    int month = 0;
    int day = 0;
    bool operator==(const PartialDate&) const = default;

    /// Reads YYYY, YYYY-MM or YYYY-MM-DD; unknown when it is none of these or no date of the calendar.
    [[nodiscard]] static PartialDate parse(std::string_view iso);
    [[nodiscard]] std::string iso() const;
};

struct TimeMention {
    enum class Kind : std::uint8_t { point, duration };
    std::uint32_t first = 0;  ///< tokens [first, last), with the preposition ("in April", "for a year")
    std::uint32_t last = 0;
    Kind kind = Kind::point;
    std::string value;  ///< date, month, year or interval ("2018-03-05/2018-03-11"); or duration ("P1Y")
    /// What the words before it say of its relation to the event.
    enum class Relation : std::uint8_t { at, from, until, before, after, since };
    Relation relation = Relation::at;
    std::uint32_t core_first = 0;  ///< tokens [core_first, core_last) without preposition and "effective"
    std::uint32_t core_last = 0;
};

/// A month's or weekday's name, as it is written in running text ("May", not "may").
[[nodiscard]] bool is_calendar_word(std::string_view form);

/// Which way a weekday or month without a year is looked for from the document's date.
enum class TimeDirection : std::uint8_t { past, future };

/// The times and durations of tokens [first, last) of one sentence, in order, without overlaps. A weekday or
/// month is looked for in `fallback`'s direction unless its own words ("last", "next", a modal or future verb
/// over it in the tree) say otherwise. When `date` is unknown, what depends on it is left out, and what lacks
/// only the year is written with XXXX for it.
[[nodiscard]] std::vector<TimeMention> find_times(const nlp::Analysis& analysis, std::uint32_t first,
                                                  std::uint32_t last, PartialDate date,
                                                  TimeDirection fallback = TimeDirection::past);

}  // namespace claimgraph
