#include "cli/data_directory.hpp"

#include <cstdlib>
#include <utility>

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

std::filesystem::path find_root(const std::filesystem::path& given) {
    const char* environment = std::getenv("CLAIMGRAPH_DATA");
    if (!given.empty()) {
        if (!holds_data(given)) throw IoError("--data " + given.string() + ": no folder 'lexicons' in it");
        return given;
    }
    if (environment && *environment) {
        std::filesystem::path root = environment;
        if (!holds_data(root))
            throw IoError("CLAIMGRAPH_DATA=" + root.string() + ": no folder 'lexicons' in it");
        return root;
    }
    std::filesystem::path root = beside_program();
    if (!holds_data(root))
        throw IoError("no lexicons found in " + root.string() +
                      ": name their folder with --data or CLAIMGRAPH_DATA");
    return root;
}

}  // namespace

DataDirectory::DataDirectory(const std::filesystem::path& given,
                             std::vector<std::filesystem::path> ontologies)
    : root_(find_root(given)), lexicons_(root_ / "lexicons", std::move(ontologies)) {}

}  // namespace claimgraph::cli
