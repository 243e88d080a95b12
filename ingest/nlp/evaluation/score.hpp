// Precision, recall and F1 of counts.
#pragma once

#include <cstddef>

namespace claimgraph::nlp::evaluation {

struct Score {
    double correct_gold = 0;  ///< part of the gold that was found
    double gold = 0;
    double correct_system = 0;  ///< part of the system's answers that is right
    double system = 0;

    [[nodiscard]] double recall() const { return gold > 0 ? correct_gold / gold : 0; }
    [[nodiscard]] double precision() const { return system > 0 ? correct_system / system : 0; }
    [[nodiscard]] double f1() const {
        const double p = precision();
        const double r = recall();
        return p + r > 0 ? 2 * p * r / (p + r) : 0;
    }
    void add(double correct, double in_gold, double in_system) {
        correct_gold += correct;
        correct_system += correct;
        gold += in_gold;
        system += in_system;
    }
    Score& operator+=(const Score& other) {
        correct_gold += other.correct_gold;
        correct_system += other.correct_system;
        gold += other.gold;
        system += other.system;
        return *this;
    }
};

}  // namespace claimgraph::nlp::evaluation
