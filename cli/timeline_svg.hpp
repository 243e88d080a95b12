// Dated events drawn as SVG.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace claimgraph::cli {

struct TimelineEvent {
    std::string date;  ///< ISO 8601; events without one are drawn at the left
    std::string label;
    std::string detail;  ///< shown when one points at it
    std::string color;   ///< #rrggbb
};

/// One row an event, in the order given, at its day along the axis. Throws IoError where the stream fails.
void write_timeline_svg(std::ostream& out, const std::string& title,
                        const std::vector<TimelineEvent>& events);

}  // namespace claimgraph::cli
