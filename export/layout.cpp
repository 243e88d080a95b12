#include "export/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>

namespace claimgraph {
namespace {

constexpr double edge_length = 100;
constexpr double repulsion = 0.2;     ///< Hu's C
constexpr double step_factor = 0.9;   ///< of the adaptive step
constexpr double tolerance = 0.01;    ///< movement in edge lengths at which a layout counts as settled
constexpr std::size_t coarsest = 30;  ///< nodes; a graph of fewer is not coarsened
constexpr double circle_gap = 6;      ///< between circles of neighbours
constexpr double component_gap = 80;  ///< between components
constexpr std::uint64_t seed = 20051;

/// A cell is taken as one body where width / distance is below.
double opening_angle(std::size_t nodes) {
    return nodes <= 1000 ? 0.8 : 1.1;
}

Position operator+(Position a, Position b) {
    return {a.x + b.x, a.y + b.y};
}
Position operator-(Position a, Position b) {
    return {a.x - b.x, a.y - b.y};
}
Position operator*(Position a, double factor) {
    return {a.x * factor, a.y * factor};
}
double squared(Position a) {
    return a.x * a.x + a.y * a.y;
}

/// Numbers from -0.5 to 0.5; the standard fixes the generator, but not its distributions.
class Random {
  public:
    double operator()() { return static_cast<double>(generator_() >> 11) * 0x1p-53 - 0.5; }

  private:
    std::mt19937_64 generator_{seed};
};

/// An undirected graph without loops and parallel edges; adjacency in compressed rows.
struct Level {
    std::vector<std::size_t> begin{0};
    std::vector<std::uint32_t> neighbours;
    std::vector<double> weights;  ///< edges of the original graph that a neighbour stands for
    std::vector<double> mass;     ///< nodes of the original graph

    [[nodiscard]] std::size_t size() const { return mass.size(); }
};

struct WeightedEdge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double weight = 1;
};

Level make_level(std::vector<double> mass, std::vector<WeightedEdge> edges) {
    const std::size_t count = edges.size();
    edges.reserve(2 * count);
    for (std::size_t i = 0; i < count; ++i) edges.push_back({edges[i].b, edges[i].a, edges[i].weight});
    std::sort(edges.begin(), edges.end(), [](const WeightedEdge& x, const WeightedEdge& y) {
        return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    Level level;
    level.mass = std::move(mass);
    level.begin.reserve(level.size() + 1);
    std::size_t i = 0;
    for (std::uint32_t node = 0; node < level.size(); ++node) {
        const std::size_t row = level.neighbours.size();
        for (; i < edges.size() && edges[i].a == node; ++i) {
            if (edges[i].b == node) continue;
            if (level.neighbours.size() > row && level.neighbours.back() == edges[i].b) {
                level.weights.back() += edges[i].weight;
                continue;
            }
            level.neighbours.push_back(edges[i].b);
            level.weights.push_back(edges[i].weight);
        }
        level.begin.push_back(level.neighbours.size());
    }
    return level;
}

/// Matches each node with its heaviest free neighbour, those of few neighbours first; one whose neighbours
/// are all taken joins the lightest of their clusters. Gives the cluster of each node.
std::vector<std::uint32_t> match(const Level& level, std::size_t& clusters) {
    constexpr std::uint32_t none = unknown_place;
    std::vector<std::uint32_t> order(level.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto degree = [&](std::uint32_t node) { return level.begin[node + 1] - level.begin[node]; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return degree(a) < degree(b); });
    std::vector<std::uint32_t> cluster(level.size(), none);
    std::vector<double> mass;
    for (const std::uint32_t node : order) {
        if (cluster[node] != none) continue;
        std::uint32_t free = none;
        std::uint32_t taken = none;
        double heaviest = 0;
        for (std::size_t i = level.begin[node]; i < level.begin[node + 1]; ++i) {
            const std::uint32_t other = level.neighbours[i];
            if (cluster[other] != none) {
                if (taken == none || mass[cluster[other]] < mass[taken]) taken = cluster[other];
            } else if (free == none || level.weights[i] / level.mass[other] > heaviest) {
                heaviest = level.weights[i] / level.mass[other];
                free = other;
            }
        }
        if (free == none && taken != none) {
            cluster[node] = taken;
            mass[taken] += level.mass[node];
            continue;
        }
        cluster[node] = static_cast<std::uint32_t>(mass.size());
        mass.push_back(level.mass[node]);
        if (free == none) continue;
        cluster[free] = cluster[node];
        mass.back() += level.mass[free];
    }
    clusters = mass.size();
    return cluster;
}

Level coarsen(const Level& level, const std::vector<std::uint32_t>& cluster, std::size_t clusters) {
    std::vector<double> mass(clusters, 0.0);
    std::vector<WeightedEdge> edges;
    for (std::uint32_t node = 0; node < level.size(); ++node) {
        mass[cluster[node]] += level.mass[node];
        for (std::size_t i = level.begin[node]; i < level.begin[node + 1]; ++i) {
            const std::uint32_t other = level.neighbours[i];
            if (node < other && cluster[node] != cluster[other])
                edges.push_back({cluster[node], cluster[other], level.weights[i]});
        }
    }
    return make_level(std::move(mass), std::move(edges));
}

/// Barnes and Hut's tree over bodies with masses.
class QuadTree {
  public:
    void build(const std::vector<Position>& places, const std::vector<double>& mass) {
        const double angle = opening_angle(places.size());
        angle2_ = angle * angle;
        cells_.clear();
        Position low = places.front();
        Position high = places.front();
        for (const Position& place : places) {
            low = {std::min(low.x, place.x), std::min(low.y, place.y)};
            high = {std::max(high.x, place.x), std::max(high.y, place.y)};
        }
        cells_.push_back({});
        cells_.front().middle = (low + high) * 0.5;
        cells_.front().width = std::max({high.x - low.x, high.y - low.y, 1e-9});
        for (std::size_t i = 0; i < places.size(); ++i) insert(places[i], mass[i]);
        for (Cell& cell : cells_) cell.center = cell.center * (1 / cell.mass);
    }

    /// The sum of mass * (place - center) / distance^2 over what is not at the place itself.
    [[nodiscard]] Position push(Position place) {
        Position sum;
        stack_.assign(1, 0);
        while (!stack_.empty()) {
            const Cell& cell = cells_[stack_.back()];
            stack_.pop_back();
            const Position away = place - cell.center;
            const double distance2 = squared(away);
            const double width2 = cell.width * cell.width;
            if (cell.leaf || width2 < angle2_ * distance2) {
                if (distance2 > 1e-12) sum = sum + away * (cell.mass / distance2);
                continue;
            }
            for (const std::uint32_t child : cell.children) {
                if (child != 0) stack_.push_back(child);
            }
        }
        return sum;
    }

  private:
    struct Cell {
        Position middle;
        double width = 0;
        Position center;  ///< of mass; while building, the sum of mass * place
        double mass = 0;
        bool leaf = true;
        std::array<std::uint32_t, 4> children{};
    };
    static constexpr int deepest = 40;

    std::uint32_t child_at(std::uint32_t index, Position place) {
        const Cell& cell = cells_[index];
        const bool right = place.x > cell.middle.x;
        const bool up = place.y > cell.middle.y;
        const std::size_t quadrant = (right ? 1U : 0U) + (up ? 2U : 0U);
        if (cell.children[quadrant] != 0) return cell.children[quadrant];
        Cell child;
        child.width = cell.width / 2;
        const double shift = cell.width / 4;
        child.middle = cell.middle + Position{right ? shift : -shift, up ? shift : -shift};
        const auto made = static_cast<std::uint32_t>(cells_.size());
        cells_.push_back(child);
        cells_[index].children[quadrant] = made;
        return made;
    }

    static void add(Cell& cell, Position place, double mass) {
        cell.center = cell.center + place * mass;
        cell.mass += mass;
    }

    void insert(Position place, double mass) {
        std::uint32_t at = 0;
        for (int depth = 0;; ++depth) {
            if (cells_[at].leaf && cells_[at].mass > 0 && depth < deepest) {
                // The body that was here moves a cell down.
                const double there = cells_[at].mass;
                const Position old = cells_[at].center * (1 / there);
                cells_[at].leaf = false;
                add(cells_[child_at(at, old)], old, there);
            }
            add(cells_[at], place, mass);
            if (cells_[at].leaf) return;
            at = child_at(at, place);
        }
    }

    double angle2_ = 0;
    std::vector<Cell> cells_;
    std::vector<std::uint32_t> stack_;
};

/// Moves the nodes until they have settled or `rounds` have passed.
void settle(const Level& level, std::vector<Position>& places, double length, double step, int rounds) {
    QuadTree tree;
    std::vector<Position> forces(level.size());
    double energy = 0;
    int progress = 0;
    for (int round = 0; round < rounds; ++round) {
        tree.build(places, level.mass);
        const double before = energy;
        energy = 0;
        for (std::size_t node = 0; node < level.size(); ++node) {
            Position force = tree.push(places[node]) * (repulsion * length * length);
            for (std::size_t i = level.begin[node]; i < level.begin[node + 1]; ++i) {
                const Position to = places[level.neighbours[i]] - places[node];
                force = force + to * (std::sqrt(squared(to)) / length);
            }
            forces[node] = force;
            energy += squared(force);
        }
        for (std::size_t node = 0; node < level.size(); ++node) {
            const double size = std::sqrt(squared(forces[node]));
            if (size > 0) places[node] = places[node] + forces[node] * (step / size);
        }
        if (round > 0 && energy >= before) {
            progress = 0;
            step *= step_factor;
        } else if (++progress >= 5) {
            progress = 0;
            step /= step_factor;
        }
        if (step < tolerance * length) return;
    }
}

int rounds_for(std::size_t nodes) {
    if (nodes <= 1000) return 300;
    if (nodes <= 10000) return 80;
    return nodes <= 100000 ? 40 : 20;
}

std::vector<Position> lay_out_level(const Level& level, double length, Random& random) {
    std::vector<Position> places(level.size());
    std::size_t clusters = level.size();
    std::vector<std::uint32_t> cluster;
    if (level.size() > coarsest) cluster = match(level, clusters);
    if (clusters == level.size()) {
        const double spread = length * std::sqrt(static_cast<double>(level.size()));
        for (Position& place : places) place = {spread * random(), spread * random()};
        settle(level, places, length, length, 500);
        return places;
    }
    // A cluster stands for several nodes, so its edges are the longer.
    const double growth = std::sqrt(static_cast<double>(level.size()) / static_cast<double>(clusters));
    const std::vector<Position> coarse =
        lay_out_level(coarsen(level, cluster, clusters), length * growth, random);
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = coarse[cluster[i]] + Position{random(), random()} * (0.3 * length);
    }
    settle(level, places, length, 0.3 * length, rounds_for(level.size()));
    return places;
}

/// Turns the places so that the longer axis of their scatter is level.
void make_level_axis(std::vector<Position>& places) {
    Position middle;
    for (const Position& place : places) middle = middle + place;
    middle = middle * (1 / static_cast<double>(places.size()));
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (Position& place : places) {
        place = place - middle;
        xx += place.x * place.x;
        xy += place.x * place.y;
        yy += place.y * place.y;
    }
    const double size = std::sqrt((xx - yy) * (xx - yy) + 4 * xy * xy);
    if (size <= 0) return;
    const double cosine2 = std::clamp((xx - yy) / size, -1.0, 1.0);
    const double cosine = std::sqrt((1 + cosine2) / 2);
    const double sine = std::sqrt((1 - cosine2) / 2) * (xy < 0 ? -1 : 1);
    for (Position& place : places)
        place = {place.x * cosine + place.y * sine, place.y * cosine - place.x * sine};
}

/// Pushes apart circles that overlap. A grid finds them, whose cells are as wide as all but the greatest
/// circles; those few are held against every other.
class Separator {
  public:
    Separator(std::vector<Position>& places, const std::vector<double>& sizes)
        : places_(places), sizes_(sizes), grid_(places.size()) {
        std::vector<double> sorted = sizes;
        const std::size_t usual = sorted.size() - 1 - sorted.size() / 200;
        std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(usual), sorted.end());
        greatest_usual_ = sorted[usual];
        for (std::uint32_t i = 0; i < sizes.size(); ++i) {
            if (sizes[i] > greatest_usual_) great_.push_back(i);
        }
    }

    /// Whether something has been moved.
    bool pass() {
        moved_ = false;
        fill_grid();
        for (std::size_t i = 0; i < grid_.size(); ++i) {
            for (std::size_t j = i + 1; j < grid_.size() && grid_[j].cell == grid_[i].cell; ++j)
                separate(grid_[i].node, grid_[j].node);
            const auto [x, y] = grid_[i].cell;
            for (const auto& next : {std::pair(x, y + 1), std::pair(x + 1, y - 1), std::pair(x + 1, y),
                                     std::pair(x + 1, y + 1)}) {
                auto at = std::lower_bound(grid_.begin(), grid_.end(), Entry{next, 0});
                for (; at != grid_.end() && at->cell == next; ++at) separate(grid_[i].node, at->node);
            }
        }
        for (const std::uint32_t great : great_) {
            for (std::uint32_t other = 0; other < places_.size(); ++other) {
                if (other != great) separate(great, other);
            }
        }
        return moved_;
    }

  private:
    struct Entry {
        std::pair<std::int64_t, std::int64_t> cell;
        std::uint32_t node;
        auto operator<=>(const Entry&) const = default;
    };

    void fill_grid() {
        const double width = 2 * greatest_usual_ + circle_gap;
        const auto cell_of = [&](double at) { return static_cast<std::int64_t>(std::floor(at / width)); };
        for (std::uint32_t i = 0; i < places_.size(); ++i)
            grid_[i] = {{cell_of(places_[i].x), cell_of(places_[i].y)}, i};
        std::sort(grid_.begin(), grid_.end());
    }

    void separate(std::uint32_t a, std::uint32_t b) {
        Position apart = places_[b] - places_[a];
        const double wanted = sizes_[a] + sizes_[b] + circle_gap;
        const double distance2 = squared(apart);
        if (distance2 >= wanted * wanted) return;
        double distance = std::sqrt(distance2);
        if (distance < 1e-6) {
            apart = {1, 0};
            distance = 1;
        }
        const Position shift = apart * ((wanted - distance) / distance / 2 + 1e-3);
        places_[a] = places_[a] - shift;
        places_[b] = places_[b] + shift;
        moved_ = true;
    }

    std::vector<Position>& places_;
    const std::vector<double>& sizes_;
    double greatest_usual_ = 0;
    std::vector<std::uint32_t> great_;
    std::vector<Entry> grid_;
    bool moved_ = false;
};

void push_apart(std::vector<Position>& places, const std::vector<double>& sizes) {
    Separator separator(places, sizes);
    int passes = places.size() <= 2000 ? 30 : 6;
    while (passes-- > 0 && separator.pass()) continue;
}

struct Component {
    std::vector<std::uint32_t> nodes;
    std::vector<Position> places;
    double width = 0;
    double height = 0;
};

/// The connected components, each in ascending order of its nodes, by their first nodes.
std::vector<Component> find_components(const Level& level) {
    std::vector<Component> out;
    std::vector<bool> seen(level.size());
    for (std::uint32_t start = 0; start < level.size(); ++start) {
        if (seen[start]) continue;
        Component component;
        component.nodes.push_back(start);
        seen[start] = true;
        for (std::size_t next = 0; next < component.nodes.size(); ++next) {
            const std::uint32_t node = component.nodes[next];
            for (std::size_t i = level.begin[node]; i < level.begin[node + 1]; ++i) {
                const std::uint32_t other = level.neighbours[i];
                if (!seen[other]) component.nodes.push_back(other);
                seen[other] = true;
            }
        }
        std::sort(component.nodes.begin(), component.nodes.end());
        out.push_back(std::move(component));
    }
    return out;
}

void lay_out_component(Component& component, const Level& whole, const std::vector<double>& all_sizes,
                       std::vector<std::uint32_t>& local) {
    std::vector<WeightedEdge> edges;
    std::vector<double> sizes;
    for (std::uint32_t i = 0; i < component.nodes.size(); ++i) local[component.nodes[i]] = i;
    for (const std::uint32_t node : component.nodes) {
        sizes.push_back(all_sizes[node]);
        for (std::size_t i = whole.begin[node]; i < whole.begin[node + 1]; ++i) {
            if (node < whole.neighbours[i])
                edges.push_back({local[node], local[whole.neighbours[i]], whole.weights[i]});
        }
    }
    Random random;
    component.places = lay_out_level(
        make_level(std::vector<double>(component.nodes.size(), 1.0), std::move(edges)), edge_length, random);
    make_level_axis(component.places);
    push_apart(component.places, sizes);
    Position low = component.places.front();
    Position high = low;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const Position radius{sizes[i], sizes[i]};
        const Position under = component.places[i] - radius;
        const Position over = component.places[i] + radius;
        low = {std::min(low.x, under.x), std::min(low.y, under.y)};
        high = {std::max(high.x, over.x), std::max(high.y, over.y)};
    }
    for (Position& place : component.places) place = place - low;
    component.width = high.x - low.x + component_gap;
    component.height = high.y - low.y + component_gap;
}

/// Puts the components into rows, tall ones first; within a row, small ones stand in columns of its height.
void pack(std::vector<Component>& components) {
    std::vector<Component*> order;
    double area = 0;
    double widest = 0;
    for (Component& component : components) {
        order.push_back(&component);
        area += component.width * component.height;
        widest = std::max(widest, component.width);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const Component* a, const Component* b) { return a->height > b->height; });
    const double row_width = std::max(widest, std::sqrt(area * 1.6));
    Position corner;
    double column_x = 0;
    double column_y = 0;
    double column_width = 0;
    double row_height = 0;
    for (Component* component : order) {
        if (column_y + component->height > row_height || component->width > column_width) {
            column_x += column_width;
            column_y = 0;
            column_width = component->width;
            if (row_height == 0 || column_x + component->width > row_width) {
                corner.y += row_height;
                row_height = component->height;
                column_x = 0;
            }
        }
        for (Position& place : component->places) place = place + corner + Position{column_x, column_y};
        column_y += component->height;
    }
}

}  // namespace

double node_size(std::size_t degree) {
    return 8 + 4 * std::sqrt(static_cast<double>(degree));
}

std::vector<Position> lay_out(const std::vector<double>& sizes, const std::vector<LayoutEdge>& edges) {
    std::vector<Position> out(sizes.size());
    if (sizes.empty()) return out;
    std::vector<WeightedEdge> weighted;
    weighted.reserve(2 * edges.size());
    for (const LayoutEdge& edge : edges) {
        if (edge.source != edge.target) weighted.push_back({edge.source, edge.target, 1});
    }
    const Level whole = make_level(std::vector<double>(sizes.size(), 1.0), std::move(weighted));
    std::vector<Component> components = find_components(whole);
    std::vector<std::uint32_t> local(sizes.size());
    for (Component& component : components) lay_out_component(component, whole, sizes, local);
    pack(components);
    Position high;
    for (const Component& component : components) {
        for (std::size_t i = 0; i < component.nodes.size(); ++i) {
            out[component.nodes[i]] = component.places[i];
            high = {std::max(high.x, component.places[i].x), std::max(high.y, component.places[i].y)};
        }
    }
    const auto rounded = [](double value) { return std::round(value * 100) / 100 + 0.0; };
    for (Position& place : out) place = {rounded(place.x - high.x / 2), rounded(place.y - high.y / 2)};
    return out;
}

std::vector<Position> lay_out(const GraphView& view) {
    const auto position = [&](NodeIndex node) {
        const auto nodes = view.nodes();
        return static_cast<std::uint32_t>(std::lower_bound(nodes.begin(), nodes.end(), node) - nodes.begin());
    };
    std::vector<std::size_t> degrees(view.nodes().size());
    std::vector<LayoutEdge> edges;
    edges.reserve(view.edges().size());
    for (const GraphView::ViewEdge& view_edge : view.edges()) {
        const Edge& edge = view.edge(view_edge);
        edges.push_back({position(edge.source), position(edge.target)});
        ++degrees[edges.back().source];
        ++degrees[edges.back().target];
    }
    std::vector<double> sizes;
    sizes.reserve(degrees.size());
    for (const std::size_t degree : degrees) sizes.push_back(node_size(degree));
    return lay_out(sizes, edges);
}

}  // namespace claimgraph
