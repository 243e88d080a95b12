// The options that say how and where a graph is written, and the writing.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "cli/output_file.hpp"
#include "export/exporter.hpp"

namespace claimgraph::cli {

class GraphOutput {
  public:
    GraphOutput() = default;
    ~GraphOutput();
    GraphOutput(const GraphOutput&) = delete;
    GraphOutput& operator=(const GraphOutput&) = delete;

    void configure(CLI::App& app);

    /// To be called before long work, once: opens what is to be written. Throws UsageError where the options
    /// make no sense, IoError where the target cannot be written.
    void open();
    /// Writes the file, or the folder's files; each appears whole or not at all, a folder's files when all
    /// are written.
    void write(const GraphView& view);

  private:
    void choose_format();
    void read_options();

    std::string output_;
    std::string format_name_;
    std::string evidence_ = "all";
    bool claims_ = false;
    bool no_layout_ = false;
    bool no_measures_ = false;

    const ExportFormat* format_ = nullptr;
    ExportOptions options_;
    std::filesystem::path made_folder_;  ///< a folder that was not there before; empty when it is to stay
    std::vector<std::unique_ptr<OutputFile>> files_;
};

}  // namespace claimgraph::cli
