#include <array>

#include "cli/command.hpp"
#include "cli/command_annotate.hpp"
#include "cli/command_attributions.hpp"
#include "cli/command_build.hpp"
#include "cli/command_extract.hpp"
#include "cli/command_neighbors.hpp"

namespace claimgraph::cli {

namespace {

constexpr std::array kCommands{
    CommandEntry{"annotate", "Write the grammatical analysis of texts as CoNLL-U", make_annotate},
    CommandEntry{"attributions", "Write who says what in texts as JSON Lines", make_attributions},
    CommandEntry{"build", "Build a graph from articles and statements", make_build},
    CommandEntry{"extract", "Write the statements of articles as JSON Lines", make_extract},
    CommandEntry{"neighbors", "Show what a graph says around a node", make_neighbors},
    CommandEntry{"stats", "Count what a graph holds", make_stats},
};

}  // namespace

std::span<const CommandEntry> commands() {
    return kCommands;
}

}  // namespace claimgraph::cli
