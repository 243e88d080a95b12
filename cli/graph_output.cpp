#include "cli/graph_output.hpp"

#include "cli/usage_error.hpp"

namespace claimgraph::cli {

namespace {

std::string known_formats() {
    std::string known;
    for (const ExportFormat& row : export_formats()) {
        known += (known.empty() ? "" : ", ") + std::string(row.name) + " (" +
                 (row.ending.empty() ? "a folder" : std::string(row.ending)) + ")";
    }
    return known;
}

}  // namespace

void GraphOutput::configure(CLI::App& app) {
    app.add_option("-o,--output", output_,
                   "Where the graph goes; the ending tells the format, a slash at the end a folder of tables")
        ->type_name("FILE")
        ->required();
    app.add_option("--format", format_name_, "Format, whatever the file's ending: " + known_formats())
        ->type_name("FORMAT");
    app.add_option("--evidence", evidence_, "How much evidence an edge carries: all, first or none")
        ->type_name("HOW")
        ->capture_default_str();
    app.add_flag("--claims", claims_,
                 "Each claim as a node, with edges to speaker, subject, object, document");
    app.add_flag("--no-layout", no_layout_, "Give the nodes no places");
    app.add_flag("--no-measures", no_measures_, "Give the nodes no degree, PageRank, betweenness, community");
}

GraphOutput::~GraphOutput() {
    files_.clear();
    std::error_code ignored;
    if (!made_folder_.empty()) std::filesystem::remove(made_folder_, ignored);
}

void GraphOutput::choose_format() {
    std::error_code ignored;
    if (!format_name_.empty()) {
        format_ = find_export_format(format_name_);
    } else if (output_ == "-") {
        format_ = find_export_format("graphml");
    } else {
        const bool folder = std::filesystem::is_directory(output_, ignored);
        format_ = export_format_of_file(folder ? output_ + "/" : output_);
    }
    if (format_ != nullptr) return;
    throw UsageError((format_name_.empty() ? "-o " + output_ : "--format " + format_name_) +
                     ": expected one of " + known_formats());
}

void GraphOutput::read_options() {
    options_.claims = claims_;
    options_.layout = !no_layout_;
    options_.measures = !no_measures_;
    if (evidence_ == "first") {
        options_.evidence = EvidenceDetail::first;
    } else if (evidence_ == "none") {
        options_.evidence = EvidenceDetail::none;
    } else if (evidence_ != "all") {
        throw UsageError("--evidence: expected all, first or none; found '" + evidence_ + "'");
    }
}

void GraphOutput::open() {
    choose_format();
    read_options();
    std::error_code fault;
    const bool folder = format_->write == nullptr ||
                        (!format_->folder.empty() &&
                         (output_.ends_with('/') || std::filesystem::is_directory(output_, fault)));
    if (!folder) {
        files_.push_back(std::make_unique<OutputFile>(output_));
        return;
    }
    if (output_ == "-")
        throw UsageError("--format " + std::string(format_->name) + ": makes a folder, which -o must name");
    const std::filesystem::path path(output_);
    if (std::filesystem::create_directories(path, fault)) made_folder_ = path;
    if (fault) throw IoError(output_ + ": cannot be made: " + fault.message());
    for (const ExportFile& file : format_->folder)
        files_.push_back(std::make_unique<OutputFile>(path / file.name));
}

void GraphOutput::write(const GraphView& view) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
        const bool folder = files_.size() > 1 || format_->write == nullptr;
        (folder ? format_->folder[i].write : format_->write)(view, options_, files_[i]->stream());
    }
    for (const auto& file : files_) file->commit();
    made_folder_.clear();
}

}  // namespace claimgraph::cli
