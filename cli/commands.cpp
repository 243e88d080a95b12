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
#include "cli/query_commands.hpp"

namespace claimgraph::cli {

namespace {

constexpr std::array kCommands{
    CommandEntry{"add", "Put articles and statements into a store", make_add},
    CommandEntry{"annotate", "Write the grammatical analysis of texts as CoNLL-U", make_annotate},
    CommandEntry{"attributions", "Write who says what in texts as JSON Lines", make_attributions},
    CommandEntry{"build", "Build a graph from articles and statements", make_build},
    CommandEntry{"check", "Verify every quote and count of a store", make_check},
    CommandEntry{"conflicts", "Show who contradicts whom", make_conflicts},
    CommandEntry{"diff", "Show what one graph has that another has not", make_diff},
    CommandEntry{"entities", "List the entities of a store, and why names are theirs", make_entities},
    CommandEntry{"explain", "Show the evidence of an edge, and how its summary came about", make_explain},
    CommandEntry{"export", "Write a graph, or a part of it, in another format", make_export},
    CommandEntry{"extract", "Write the statements of articles as JSON Lines", make_extract},
    CommandEntry{"neighbors", "Show what a graph says around a node", make_neighbors},
    CommandEntry{"path", "Show how two nodes hang together", make_path},
    CommandEntry{"rank", "Rank the nodes of a graph, and find its communities", make_rank},
    CommandEntry{"remove", "Take documents out of a store", make_remove},
    CommandEntry{"search", "Find words in quotes and names", make_search},
    CommandEntry{"stats", "Count what a graph holds", make_stats},
    CommandEntry{"timeline", "Show the life of a measure, or what happened around an entity", make_timeline},
    CommandEntry{"who-says", "Count claims by speaker", make_who_says},
    CommandEntry{"view", "Make a page or a picture to look at", make_view},
};

}  // namespace

std::span<const CommandEntry> commands() {
    return kCommands;
}

}  // namespace claimgraph::cli
