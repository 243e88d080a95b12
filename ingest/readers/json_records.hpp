// What JSON Lines and JSON files have in common: one record after the other.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "ingest/readers/reader.hpp"

namespace claimgraph {

struct JsonRecord {
    std::string_view text;
    std::size_t line;    ///< that it begins on, from 1
    std::size_t number;  ///< its line in JSON Lines, its place among the objects of a JSON file, from 1
};

/// Gives `take` each record of the input. A record is a line that is not blank; in a file that ends in
/// ".json", an object, however many lines it has, be it in an array or not. A record of more than `limit`
/// bytes is a fault, and so is an array without an end. Throws IoError when the stream fails.
void for_each_record(std::istream& in, const Input& input, std::size_t limit, Diagnostics& diagnostics,
                     const std::function<void(const JsonRecord&)>& take);

/// The first record of a file as far as it stands in the first MiB; empty when there is none or the file
/// cannot be read.
[[nodiscard]] std::string first_record(const std::filesystem::path& path);

}  // namespace claimgraph
