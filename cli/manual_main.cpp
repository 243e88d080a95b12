// claimgraph-manual FOLDER: writes the manual pages of claimgraph, a part of the build.
#include <exception>
#include <iostream>

#include "cli/command_line.hpp"
#include "cli/manual.hpp"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: " << argv[0] << " FOLDER\n";
        return 2;
    }
    try {
        const claimgraph::cli::CommandLine line;
        claimgraph::cli::write_manual(line.app(), argv[1]);
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << '\n';
        return 1;
    }
    return 0;
}
