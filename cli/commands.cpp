#include <array>

#include "cli/command.hpp"
#include "cli/command_annotate.hpp"
#include "cli/command_attributions.hpp"
#include "cli/command_build.hpp"
#include "cli/command_entities.hpp"
#include "cli/command_export.hpp"
#include "cli/command_extract.hpp"
#include "cli/command_neighbors.hpp"
#include "cli/command_store.hpp"
#include "cli/command_view.hpp"

namespace claimgraph::cli {

namespace {

constexpr std::array kCommands{
    CommandEntry{"add", "Put articles and statements into a store", make_add},
    CommandEntry{"annotate", "Write the grammatical analysis of texts as CoNLL-U", make_annotate},
    CommandEntry{"attributions", "Write who says what in texts as JSON Lines", make_attributions},
    CommandEntry{"build", "Build a graph from articles and statements", make_build},
    CommandEntry{"check", "Verify every quote and count of a store", make_check},
    CommandEntry{"entities", "List the entities of a store, and why names are theirs", make_entities},
    CommandEntry{"export", "Write a graph, or a part of it, in another format", make_export},
    CommandEntry{"extract", "Write the statements of articles as JSON Lines", make_extract},
    CommandEntry{"neighbors", "Show what a graph says around a node", make_neighbors},
    CommandEntry{"remove", "Take documents out of a store", make_remove},
    CommandEntry{"stats", "Count what a graph holds", make_stats},
    CommandEntry{"view", "Make a page or a picture to look at", make_view},
};

}  // namespace

std::span<const CommandEntry> commands() {
    return kCommands;
}

}  // namespace claimgraph::cli
