#include "ingest/readers/inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "ingest/readers/json_records.hpp"

namespace claimgraph {

namespace {

namespace fs = std::filesystem;

bool has_ending(const InputFormat& format, const std::string& text) {
    return std::find(format.endings.begin(), format.endings.end(), text) != format.endings.end();
}

bool known_ending(const std::string& text, const InputFormat* only) {
    const auto formats = input_formats();
    return std::any_of(formats.begin(), formats.end(), [&](const InputFormat& format) {
        return (only == nullptr || only == &format) && has_ending(format, text);
    });
}

/// The first format in the table that has the ending and recognises the content; plain text where none does.
const InputFormat* recognise(const fs::path& path) {
    const std::string ending = file_ending(path);
    const InputFormat* text = nullptr;
    for (const InputFormat& format : input_formats()) {
        if (has_ending(format, ending) &&
            (format.recognises == nullptr || format.recognises(first_record(path))))
            return &format;
        if (format.name == "text") text = &format;
    }
    return text;
}

std::vector<fs::path> files_below(const fs::path& folder, const InputFormat* format) {
    std::vector<fs::path> files;
    for (auto at = fs::recursive_directory_iterator(folder); at != fs::recursive_directory_iterator(); ++at) {
        const fs::path& path = at->path();
        if (path.filename().string().starts_with('.')) {
            if (at->is_directory()) at.disable_recursion_pending();
        } else if (at->is_regular_file() && known_ending(file_ending(path), format)) {
            files.push_back(path);
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The last `folders` folders of the path, and the stem.
std::string id_with_folders(const fs::path& path, std::size_t folders) {
    const fs::path parent = path.parent_path().relative_path();
    const auto count = static_cast<std::size_t>(std::distance(parent.begin(), parent.end()));
    std::string id;
    auto at = parent.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(count - std::min(count, folders)));
    for (; at != parent.end(); ++at) id += at->string() + "/";
    return id + path.stem().string();
}

/// Gives each text the shortest id that no other text has.
void give_ids(std::vector<Input>& inputs, Diagnostics& diagnostics) {
    std::map<std::string, std::vector<Input*>> by_stem;
    for (Input& input : inputs) {
        if (!input.format->one_document) continue;
        input.id = input.path == "-" ? "stdin" : fs::path(input.path).stem().string();
        by_stem[input.id].push_back(&input);
    }
    for (auto& [stem, clash] : by_stem) {
        if (clash.size() == 1) continue;
        for (std::size_t folders = 1;; ++folders) {
            std::set<std::string> ids;
            std::size_t longest = 0;
            for (Input* input : clash) {
                const fs::path whole = fs::absolute(input->path).lexically_normal();
                input->id = input->path == "-" ? stem : id_with_folders(whole, folders);
                ids.insert(input->id);
                longest =
                    std::max(longest, static_cast<std::size_t>(std::distance(whole.begin(), whole.end())));
            }
            if (ids.size() == clash.size()) break;
            if (folders < longest) continue;
            // Only their endings differ.
            for (Input* input : clash) input->id += fs::path(input->path).extension().string();
            break;
        }
        for (const Input* input : clash)
            diagnostics.report({Diagnostic::Severity::warning, input->path, 0, "",
                                "document id '" + stem + "' is not unique; '" + input->id + "' is used"});
    }
}

}  // namespace

std::vector<Input> find_inputs(std::span<const std::string> names, const InputFormat* format,
                               Diagnostics& diagnostics) {
    std::vector<Input> inputs;
    std::set<std::string> seen;
    const auto add = [&](const std::string& path) {
        if (!seen.insert(path == "-" ? path : fs::absolute(path).lexically_normal().string()).second) return;
        const InputFormat* found = format;
        if (found == nullptr) found = path == "-" ? find_input_format("text") : recognise(path);
        inputs.push_back({path, found, ""});
    };
    for (const std::string& name : names) {
        const auto fault = [&](std::string message) {
            diagnostics.report({Diagnostic::Severity::error, name, 0, "", std::move(message)});
        };
        try {
            if (name == "-") {
                add(name);
            } else if (fs::is_directory(name)) {
                const auto files = files_below(name, format);
                if (files.empty()) fault("no file to read in this folder");
                for (const fs::path& file : files) add(file.string());
            } else if (fs::exists(name)) {
                add(name);
            } else {
                fault("no such file or folder");
            }
        } catch (const fs::filesystem_error& error) {
            fault(error.code().message());
        }
    }
    give_ids(inputs, diagnostics);
    return inputs;
}

}  // namespace claimgraph
