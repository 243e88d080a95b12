#include "export/layout.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claimgraph {
namespace {

double distance(Position a, Position b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

std::vector<LayoutEdge> grid(std::uint32_t width) {
    std::vector<LayoutEdge> edges;
    for (std::uint32_t y = 0; y < width; ++y) {
        for (std::uint32_t x = 0; x < width; ++x) {
            if (x + 1 < width) edges.push_back({y * width + x, y * width + x + 1});
            if (y + 1 < width) edges.push_back({y * width + x, (y + 1) * width + x});
        }
    }
    return edges;
}

TEST(Layout, NothingAndOneNodeHavePlaces) {
    EXPECT_TRUE(lay_out({}, {}).empty());
    EXPECT_THAT(lay_out({8.0}, {{0, 0}}), testing::SizeIs(1));
}

TEST(Layout, IsTheSameEachTimeAndRounded) {
    const std::vector<double> sizes(400, 10.0);
    const std::vector<Position> first = lay_out(sizes, grid(20));
    EXPECT_EQ(first, lay_out(sizes, grid(20)));
    for (const Position& place : first) {
        EXPECT_TRUE(std::isfinite(place.x) && std::isfinite(place.y));
        EXPECT_NEAR(place.x * 100, std::round(place.x * 100), 1e-6);
    }
}

TEST(Layout, UnfoldsAGrid) {
    constexpr std::uint32_t width = 30;
    const std::vector<Position> places = lay_out(std::vector<double>(width * width, 4.0), grid(width));
    double length = 0;
    for (const LayoutEdge& edge : grid(width)) length += distance(places[edge.source], places[edge.target]);
    length /= static_cast<double>(grid(width).size());
    // Corners that are 58 edges apart on the grid lie far apart in the plane too.
    EXPECT_GT(distance(places.front(), places.back()), 20 * length);
    EXPECT_GT(distance(places[width - 1], places[width * (width - 1)]), 20 * length);
}

TEST(Layout, NeighboursAreNearerThanOthers) {
    // Two cliques with one edge between them.
    std::vector<LayoutEdge> edges{{0, 10}};
    for (std::uint32_t clique : {0U, 10U}) {
        for (std::uint32_t a = 0; a < 10; ++a) {
            for (std::uint32_t b = 0; b < a; ++b) edges.push_back({clique + a, clique + b});
        }
    }
    const std::vector<Position> places = lay_out(std::vector<double>(20, 5.0), edges);
    double within = 0;
    double across = 0;
    for (std::size_t a = 0; a < 10; ++a) {
        for (std::size_t b = 0; b < 10; ++b) {
            within =
                std::max({within, distance(places[a], places[b]), distance(places[10 + a], places[10 + b])});
            across += distance(places[a], places[10 + b]) / 100;
        }
    }
    EXPECT_LT(within, across);
}

TEST(Layout, CirclesDoNotOverlap) {
    std::mt19937 random(3);
    std::vector<LayoutEdge> edges;
    std::vector<std::size_t> degrees(120);
    for (int i = 0; i < 150; ++i) {
        edges.push_back(
            {static_cast<std::uint32_t>(random() % 10), static_cast<std::uint32_t>(random() % 120)});
        ++degrees[edges.back().source];
        ++degrees[edges.back().target];
    }
    std::vector<double> sizes;
    for (const std::size_t degree : degrees) sizes.push_back(node_size(degree));
    const std::vector<Position> places = lay_out(sizes, edges);
    for (std::size_t a = 0; a < places.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b)
            EXPECT_GT(distance(places[a], places[b]), sizes[a] + sizes[b] - 0.1) << a << " " << b;
    }
}

TEST(Layout, AHubOfManyLeavesIsNoLine) {
    std::vector<LayoutEdge> edges;
    for (std::uint32_t leaf = 1; leaf < 2000; ++leaf) edges.push_back({0, leaf});
    const std::vector<Position> places = lay_out(std::vector<double>(2000, 8.0), edges);
    double low = 0;
    double high = 0;
    for (const Position& place : places) {
        low = std::min(low, place.y);
        high = std::max(high, place.y);
    }
    const auto [left, right] = std::minmax_element(
        places.begin(), places.end(), [](const Position& a, const Position& b) { return a.x < b.x; });
    EXPECT_LT(right->x - left->x, 2 * (high - low));
}

}  // namespace
}  // namespace claimgraph
