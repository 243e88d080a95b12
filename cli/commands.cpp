#include <array>

#include "cli/command.hpp"

namespace claimgraph::cli {

namespace {

constexpr std::array<CommandEntry, 0> kCommands{};

}  // namespace

std::span<const CommandEntry> commands() {
    return kCommands;
}

}  // namespace claimgraph::cli
