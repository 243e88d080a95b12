#include "cli/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <iostream>
#include <string>
#include <unistd.h>
#include <vector>

#include <sys/stat.h>

#include "graph/model/error.hpp"

namespace claimgraph::cli {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const char* what) {
    throw IoError(path.string() + ": " + what + ": " + std::strerror(errno));
}

}  // namespace

OutputFile::OutputFile(const std::filesystem::path& target) : target_(target) {
    if (target == "-") return;
    std::error_code ignored;
    if (std::filesystem::is_directory(target, ignored))
        throw IoError(target.string() + ": is a folder, expected a file to write");
    // What is no regular file (a pipe, /dev/null) cannot be replaced and is written as it is.
    if (std::filesystem::exists(target, ignored) && !std::filesystem::is_regular_file(target, ignored)) {
        file_.open(target, std::ios::binary);
        if (!file_) fail(target, "cannot write");
        return;
    }
    if (std::filesystem::is_symlink(target, ignored)) target_ = std::filesystem::weakly_canonical(target);
    std::string pattern = target_.string() + ".XXXXXX";
    std::vector<char> name(pattern.begin(), pattern.end());
    name.push_back('\0');
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) fail(target, "cannot write");
    temporary_ = name.data();
    on_signal_.emplace(temporary_);
    // mkstemp makes the file private; give it the rights that a new file would have.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor, 0666 & ~mask);
    ::close(descriptor);
    file_.open(temporary_, std::ios::binary | std::ios::trunc);
    if (!file_) fail(target, "cannot write");
}

OutputFile::~OutputFile() {
    if (temporary_.empty()) return;
    file_.close();
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
}

std::ostream& OutputFile::stream() {
    if (file_.is_open()) return file_;
    return std::cout;
}

void OutputFile::commit() {
    stream().flush();
    if (!stream()) fail(target_, "cannot write");
    if (temporary_.empty()) return;
    file_.close();
    if (!file_) fail(target_, "cannot write");
    std::error_code fault;
    std::filesystem::rename(temporary_, target_, fault);
    if (fault) throw IoError(target_.string() + ": cannot write: " + fault.message());
    on_signal_.reset();
    temporary_.clear();
}

}  // namespace claimgraph::cli
