#include "cli/timeline_svg.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "export/xml_writer.hpp"
#include "graph/evidence/days.hpp"

namespace claimgraph::cli {
namespace {

constexpr long width = 1000;
constexpr long left = 40;
constexpr long axis_end = 620;  // labels stand to the right of their marks
constexpr long top = 70;
constexpr long row_height = 24;

class Drawing {
  public:
    explicit Drawing(std::ostream& out) : xml_(out) {}

    void start(long height, const std::string& title) {
        xml_.declaration();
        xml_.start("svg");
        xml_.attribute("xmlns", "http://www.w3.org/2000/svg");
        xml_.attribute("width", std::to_string(width));
        xml_.attribute("height", std::to_string(height));
        xml_.attribute("viewBox", "0 0 " + std::to_string(width) + " " + std::to_string(height));
        xml_.attribute("font-family", "sans-serif");
        xml_.attribute("font-size", "13");
        xml_.line_break();
        xml_.leaf("title", "id", "title", title);
        text(left, 24, "16", "#000000", title);
    }
    void line(long x1, long y1, long x2, long y2, std::string_view color) {
        xml_.start("line");
        xml_.attribute("x1", std::to_string(x1));
        xml_.attribute("y1", std::to_string(y1));
        xml_.attribute("x2", std::to_string(x2));
        xml_.attribute("y2", std::to_string(y2));
        xml_.attribute("stroke", color);
        xml_.end();
        xml_.line_break();
    }
    void text(long x, long y, std::string_view size, std::string_view color, std::string_view content) {
        xml_.start("text");
        xml_.attribute("x", std::to_string(x));
        xml_.attribute("y", std::to_string(y));
        xml_.attribute("font-size", size);
        xml_.attribute("fill", color);
        xml_.text(content);
        xml_.end();
        xml_.line_break();
    }
    void mark(long x, long y, const TimelineEvent& event) {
        xml_.start("g");
        xml_.line_break();
        xml_.start("title");
        xml_.text(event.detail);
        xml_.end();
        xml_.line_break();
        xml_.start("circle");
        xml_.attribute("cx", std::to_string(x));
        xml_.attribute("cy", std::to_string(y));
        xml_.attribute("r", "6");
        xml_.attribute("fill", event.color);
        xml_.end();
        xml_.line_break();
        text(x + 12, y + 4, "13", "#000000",
             event.date.empty() ? event.label : event.date + "  " + event.label);
        xml_.end();
        xml_.line_break();
    }
    void finish() {
        xml_.end();
        xml_.line_break();
        xml_.finish();
    }

  private:
    XmlWriter xml_;
};

}  // namespace

void write_timeline_svg(std::ostream& out, const std::string& title,
                        const std::vector<TimelineEvent>& events) {
    std::optional<long> first;
    std::optional<long> last;
    const auto day_of = [](const TimelineEvent& event) -> std::optional<long> {
        const auto span = day_span(event.date);
        if (!span) return std::nullopt;
        return day_number(span->first);
    };
    for (const TimelineEvent& event : events) {
        const auto day = day_of(event);
        if (!day) continue;
        first = std::min(first.value_or(*day), *day);
        last = std::max(last.value_or(*day), *day);
    }
    const long rows = static_cast<long>(events.size());
    const long bottom = top + rows * row_height;
    const auto x_of = [&](long day) {
        if (!first || *first == *last) return left;
        return left + (axis_end - left) * (day - *first) / (*last - *first);
    };
    Drawing drawing(out);
    drawing.start(bottom + 30, title);
    drawing.line(left, top - 14, axis_end, top - 14, "#999999");
    if (first) {
        // A line for the beginning of each year; of a long time, of each tenth.
        const auto year_of = [](long days) { return 1970 + days / 365; };
        const long step = year_of(*last) - year_of(*first) > 20 ? 10 : 1;
        for (long year = year_of(*first) - 1; year <= year_of(*last) + 1; ++year) {
            if (year % step != 0 || year < 1000 || year > 9999) continue;
            const long day = day_number(std::to_string(year) + "-01-01");
            if (day < *first || day > *last) continue;
            drawing.line(x_of(day), top - 18, x_of(day), bottom, "#dddddd");
            drawing.text(x_of(day) + 3, top - 20, "11", "#666666", std::to_string(year));
        }
    }
    for (long i = 0; i < rows; ++i) {
        const TimelineEvent& event = events[static_cast<std::size_t>(i)];
        const auto day = day_of(event);
        drawing.mark(day ? x_of(*day) : left, top + i * row_height + row_height / 2, event);
    }
    drawing.finish();
}

}  // namespace claimgraph::cli
