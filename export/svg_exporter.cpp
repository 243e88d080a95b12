#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "export/graph_rows.hpp"
#include "export/picture_exporters.hpp"
#include "export/text_output.hpp"
#include "export/xml_writer.hpp"
#include "graph/model/utf8.hpp"

namespace claimgraph {
namespace {

constexpr double spread = 1.8;  ///< of the layout, so that names have room
constexpr double circle = 0.9;  ///< radius, of the layout's
constexpr double margin = 90;
constexpr double legend_height = 34;
constexpr std::size_t longest_name = 36;       ///< code points
constexpr std::size_t most_edge_labels = 120;  ///< with more edges, none is labelled

Position scaled(const std::optional<Position>& place) {
    return place ? Position{place->x * spread, place->y * spread} : Position{};
}

/// Cut to a number of code points.
std::string shortened(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t points = 0; at < text.size(); ++points) {
        if (points == longest_name) return std::string(text.substr(0, at)) + "…";
        at += decode_utf8(text, at).size;
    }
    return std::string(text);
}

class SvgWriter {
  public:
    SvgWriter(GraphRows& rows, std::ostream& out) : rows_(rows), xml_(out) {}

    void write() {
        rows_.for_each_node([&](const NodeRow& row) {
            place_of_.emplace(row.id, nodes_.size());
            nodes_.push_back({shortened(row.label), std::string(row.kind), std::string(row.color),
                              row.size * circle, scaled(row.position)});
            low_ = {std::min(low_.x, nodes_.back().place.x), std::min(low_.y, -nodes_.back().place.y)};
            high_ = {std::max(high_.x, nodes_.back().place.x), std::max(high_.y, -nodes_.back().place.y)};
            color_of_kind_.emplace(nodes_.back().kind, nodes_.back().color);
        });
        begin_picture();
        write_edges();
        for (const Drawn& node : nodes_) write_circle(node);
        for (const Drawn& node : nodes_) write_name(node);
        write_legend();
        xml_.end();
        xml_.line_break();
        xml_.finish();
    }

  private:
    struct Drawn {
        std::string name;
        std::string kind;
        std::string color;
        double radius;
        Position place;
    };

    void number(std::string_view name, double value) { xml_.attribute(name, digits(value)); }
    static std::string digits(double value) {
        std::string out;
        append_number(out, std::round(value * 100) / 100 + 0.0);
        return out;
    }

    void begin_picture() {
        width_ = std::max(high_.x - low_.x + 2 * margin, 480.0);
        const double height = high_.y - low_.y + 2 * margin + legend_height;
        left_ = (low_.x + high_.x - width_) / 2;
        top_ = low_.y - margin;
        bottom_ = top_ + height;
        xml_.declaration();
        xml_.start("svg");
        xml_.attribute("xmlns", "http://www.w3.org/2000/svg");
        xml_.attribute("viewBox",
                       digits(left_) + " " + digits(top_) + " " + digits(width_) + " " + digits(height));
        number("width", width_);
        number("height", height);
        xml_.attribute("font-family", "Liberation Sans, DejaVu Sans, sans-serif");
        xml_.attribute("role", "img");
        xml_.line_break();
        xml_.start("title");
        xml_.text("Claims: " + std::to_string(rows_.node_count()) + " nodes, " +
                  std::to_string(rows_.edge_count()) + " edges");
        xml_.end();
        xml_.line_break();
        xml_.start("rect");
        number("x", left_);
        number("y", top_);
        number("width", width_);
        number("height", height);
        xml_.attribute("fill", "#ffffff");
        xml_.end();
        xml_.line_break();
        xml_.start("marker");
        xml_.attribute("id", "arrow");
        xml_.attribute("viewBox", "0 0 10 10");
        xml_.attribute("refX", "10");
        xml_.attribute("refY", "5");
        xml_.attribute("markerWidth", "8");
        xml_.attribute("markerHeight", "8");
        xml_.attribute("markerUnits", "userSpaceOnUse");
        xml_.attribute("orient", "auto");
        xml_.start("path");
        xml_.attribute("d", "M0 0 10 5 0 10z");
        xml_.attribute("fill", "#8a939e");
        xml_.end();
        xml_.end();
        xml_.line_break();
    }

    void write_edges() {
        const bool labelled = rows_.edge_count() <= most_edge_labels;
        std::map<std::pair<std::size_t, std::size_t>, int> between;
        struct Label {
            Position place;
            std::string text;
        };
        std::vector<Label> labels;
        rows_.for_each_edge([&](const EdgeRow& row) {
            const std::size_t source = place_of_.at(std::string(row.source));
            const std::size_t target = place_of_.at(std::string(row.target));
            // Edges between the same two nodes bend more and more, and away from those the other way.
            const int earlier = between[{std::min(source, target), std::max(source, target)}]++;
            const double side = (source < target ? 1 : -1) * (earlier % 2 == 0 ? 1 : -1);
            const int rank = (earlier + 1) / 2;
            const double bend = side * 0.18 * rank;
            const Position middle = write_line(nodes_[source], nodes_[target], bend, row);
            if (labelled) labels.push_back({middle, shortened(row.label)});
        });
        for (const Label& label : labels) {
            begin_text(label.place, "10", "#5b6570");
            xml_.text(label.text);
            xml_.end();
            xml_.line_break();
        }
    }

    /// Gives the place of the label.
    Position write_line(const Drawn& source, const Drawn& target, double bend, const EdgeRow& row) {
        const Position a{source.place.x, -source.place.y};
        const Position b{target.place.x, -target.place.y};
        const Position way{b.x - a.x, b.y - a.y};
        const double length = std::hypot(way.x, way.y);
        std::string path;
        Position middle;
        if (length < 1e-9) {
            const double r = source.radius;
            path = "M" + digits(a.x - r / 2) + " " + digits(a.y - r) + "c" + digits(-r) + " " +
                   digits(-3 * r) + " " + digits(2 * r) + " " + digits(-3 * r) + " " + digits(r) + " 0";
            middle = {a.x, a.y - 3 * r};
        } else {
            // A quadratic curve, whose control point lies beside the middle; cut where the circles begin.
            const Position control{(a.x + b.x) / 2 - way.y * bend * 2, (a.y + b.y) / 2 + way.x * bend * 2};
            const auto towards = [](Position from, Position to, double distance) {
                const double far = std::max(std::hypot(to.x - from.x, to.y - from.y), 1e-9);
                return Position{from.x + (to.x - from.x) * distance / far,
                                from.y + (to.y - from.y) * distance / far};
            };
            const Position begin = towards(a, control, source.radius);
            const Position end = towards(b, control, target.radius + 2);
            path = "M" + digits(begin.x) + " " + digits(begin.y) + "Q" + digits(control.x) + " " +
                   digits(control.y) + " " + digits(end.x) + " " + digits(end.y);
            middle = {(begin.x + 2 * control.x + end.x) / 4, (begin.y + 2 * control.y + end.y) / 4 - 2};
        }
        xml_.start("path");
        xml_.attribute("d", path);
        xml_.attribute("fill", "none");
        xml_.attribute("stroke", "#aab2bc");
        number("stroke-width", std::min(1 + std::log2(row.weight) / 2, 5.0));
        xml_.attribute("marker-end", "url(#arrow)");
        xml_.end();
        xml_.line_break();
        return middle;
    }

    void begin_text(Position place, std::string_view size, std::string_view color) {
        xml_.start("text");
        number("x", place.x);
        number("y", place.y);
        xml_.attribute("text-anchor", "middle");
        xml_.attribute("font-size", size);
        xml_.attribute("fill", color);
        // A light rim keeps names readable over lines.
        xml_.attribute("stroke", "#ffffff");
        xml_.attribute("stroke-width", "2.5");
        xml_.attribute("stroke-linejoin", "round");
        xml_.attribute("paint-order", "stroke");
    }

    void write_circle(const Drawn& node) {
        xml_.start("circle");
        number("cx", node.place.x);
        number("cy", -node.place.y);
        number("r", node.radius);
        xml_.attribute("fill", node.color);
        xml_.attribute("stroke", "#ffffff");
        xml_.end();
        xml_.line_break();
    }

    void write_name(const Drawn& node) {
        begin_text({node.place.x, node.radius + 14 - node.place.y}, "14", "#1b1f24");
        xml_.text(node.name);
        xml_.end();
        xml_.line_break();
    }

    void write_legend() {
        double x = left_ + 24;
        const double y = bottom_ - legend_height / 2;
        for (const auto& [kind, color] : color_of_kind_) {
            xml_.start("circle");
            number("cx", x);
            number("cy", y);
            number("r", 6);
            xml_.attribute("fill", color);
            xml_.end();
            xml_.start("text");
            number("x", x + 12);
            number("y", y + 4);
            xml_.attribute("font-size", "12");
            xml_.attribute("fill", "#1b1f24");
            xml_.text(kind);
            xml_.end();
            xml_.line_break();
            x += 40 + 7.0 * static_cast<double>(kind.size());
        }
    }

    GraphRows& rows_;
    XmlWriter xml_;
    std::vector<Drawn> nodes_;
    std::unordered_map<std::string, std::size_t> place_of_;
    std::map<std::string, std::string> color_of_kind_;
    Position low_;
    Position high_;
    double left_ = 0;
    double top_ = 0;
    double bottom_ = 0;
    double width_ = 0;
};

}  // namespace

void write_svg(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    ExportOptions drawn = options;
    drawn.layout = true;
    drawn.measures = false;
    drawn.evidence = EvidenceDetail::none;
    SvgWriter(*make_rows(view, drawn), out).write();
}

}  // namespace claimgraph
