#include "cli/data_directory.hpp"

#include <cstdlib>

#include "cli/build_info.hpp"
#include "graph/model/error.hpp"

namespace claimgraph::cli {

namespace {

bool holds_data(const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::is_directory(folder / "lexicons", ignored);
}

std::filesystem::path beside_program() {
    std::error_code fault;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", fault);
    if (fault) return {};
    return (program.parent_path() / kDataFromProgram).lexically_normal();
}

}  // namespace

DataDirectory::DataDirectory(const std::filesystem::path& given) {
    const char* environment = std::getenv("CLAIMGRAPH_DATA");
    if (!given.empty()) {
        root_ = given;
        if (!holds_data(root_)) throw IoError("--data " + given.string() + ": no folder 'lexicons' in it");
    } else if (environment && *environment) {
        root_ = environment;
        if (!holds_data(root_))
            throw IoError("CLAIMGRAPH_DATA=" + root_.string() + ": no folder 'lexicons' in it");
    } else {
        root_ = beside_program();
        if (!holds_data(root_))
            throw IoError("no lexicons found in " + root_.string() +
                          ": name their folder with --data or CLAIMGRAPH_DATA");
    }
}

}  // namespace claimgraph::cli
