#include "cli/graph_file.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <vector>

#include "cli/assembling_sink.hpp"
#include "cli/name_rules.hpp"
#include "cli/session.hpp"
#include "export/graphml_reader.hpp"
#include "graph/model/error.hpp"
#include "graph/store/store.hpp"
#include "ingest/readers/inputs.hpp"
#include "ingest/statements/relation_vocabulary.hpp"

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

ClaimGraph open_graph(Session& session, const std::string& path) {
    if (!path.ends_with(".jsonl")) return read_graph_file(path);
    const std::vector<Input> inputs =
        find_inputs(std::span(&path, 1), find_input_format("statements"), session.diagnostics());
    if (inputs.empty()) throw Error("there is nothing to read");
    const RelationVocabulary relations(session.data().lexicons());
    ReadOptions options;
    options.relations = &relations;
    AssemblerOptions assembling;
    assembling.names = lexicon_name_rules(session.data().lexicons());
    Assembler assembler(std::move(assembling));
    AssemblingSink sink(assembler);
    run_pipeline(inputs, options, {}, session.threads(), sink, session.diagnostics());
    return assembler.finish();
}

}  // namespace claimgraph::cli
