// A file for readers that open what they read by name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "tests/support/temporary_folder.hpp"

namespace claimgraph::testing_support {

/// Holds the bytes that were given last; gone when the program ends.
class FileOfBytes {
  public:
    explicit FileOfBytes(const std::string& name) : path_(folder_ / name) {}
    const std::filesystem::path& write(std::string_view bytes) const {
        std::ofstream(path_, std::ios::binary | std::ios::trunc)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return path_;
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    TemporaryFolder folder_;
    std::filesystem::path path_;
};

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

}  // namespace claimgraph::testing_support
