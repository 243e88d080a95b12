// Input formats: how each is recognised and read. `readers.cpp` has the table.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "ingest/readers/document_ids.hpp"
#include "ingest/readers/document_metadata.hpp"
#include "ingest/readers/input_sink.hpp"
#include "ingest/readers/metadata_index.hpp"
#include "ingest/readers/voice_detector.hpp"
#include "ingest/statements/relation_vocabulary.hpp"

namespace claimgraph {

/// The names of the fields that JSON documents are read from.
struct FieldNames {
    std::string id = "id";
    std::string title = "title";
    std::string text = "text";
    std::string date = "date";
    std::string outlet = "outlet";
    std::string author = "author";
    std::string url = "url";
    std::string voice = "voice";
};

/// What readers are told beside the input. What is pointed to must outlive the reading.
struct ReadOptions {
    DocumentMetadata defaults;             ///< for documents of which nothing better is known
    const MetadataIndex* index = nullptr;  ///< may be null
    const VoiceDetector* voices = nullptr;
    const RelationVocabulary* relations = nullptr;
    FieldNames fields;
    std::size_t largest_document = std::size_t{64} << 20U;  ///< bytes of a text, or of a line of JSON
};

struct InputFormat;

/// One file to read.
struct Input {
    std::string path;  ///< "-": standard input
    const InputFormat* format = nullptr;
    std::string id;  ///< of the document, for formats with one document a file
};

/// A row of the table of formats. `read` puts what the stream holds into the sink, whose diagnostics get
/// single faults. Throws IoError when the stream fails.
struct InputFormat {
    std::string_view name;
    std::string_view summary;
    std::span<const std::string_view> endings;          ///< with their dots, lower case
    bool (*recognises)(std::string_view first_record);  ///< decides between formats that share an ending
    bool one_document;                                  ///< a file is one document
    bool finished;                                      ///< holds statements, not texts to be analysed
    void (*read)(std::istream& in, const Input& input, const ReadOptions& options, DocumentIds& ids,
                 InputSink& sink);
};

[[nodiscard]] std::span<const InputFormat> input_formats();

/// The format of this name, or nothing.
[[nodiscard]] const InputFormat* find_input_format(std::string_view name);

/// The ending of a file's name, with its dot, in lower case.
[[nodiscard]] std::string file_ending(const std::filesystem::path& path);

/// Opens the input and reads it. What fails as a whole is reported as a fault of that input.
void read_input(const Input& input, const ReadOptions& options, DocumentIds& ids, InputSink& sink);

}  // namespace claimgraph
