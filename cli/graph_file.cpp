#include "cli/graph_file.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

#include "export/graphml_reader.hpp"
#include "graph/model/error.hpp"
#include "graph/store/store.hpp"

namespace claimgraph::cli {

ClaimGraph read_graph_file(const std::string& path) {
    if (path == "-") return read_graphml(std::cin, "standard input");
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        throw IoError(path + ": expected a file, found a folder");
    if (Store::is_store(path)) return Store(path, Store::Access::read).graph();
    std::ifstream in(path, std::ios::binary);
    if (!in) throw IoError(path + ": cannot be opened");
    return read_graphml(in, path);
}

}  // namespace claimgraph::cli
