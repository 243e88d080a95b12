// The container of the language models: one file of named, checksummed sections.
//
// Layout (little-endian): 8 bytes magic, u32 format version, u32 section count, then for each section a
// 48-byte entry (name, NUL-padded to 24 bytes; u64 offset; u64 size; u32 CRC-32 of the bytes; u32 zero), then
// u32 CRC-32 of all that precedes it. Sections start at multiples of 64 bytes. A section's own layout belongs
// to its user. A ModelFile is immutable after opening and safe to share between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "graph/model/error.hpp"

namespace claimgraph::nlp {

inline constexpr std::uint32_t kModelFormatVersion = 1;

class ModelFile {
  public:
    /// Reads and checks the whole file. Throws ModelError when it is missing, foreign, truncated, damaged or
    /// of another format version.
    explicit ModelFile(const std::filesystem::path& path);

    /// The bytes of a section, aligned to 64; they live as long as this object. Throws ModelError when
    /// absent.
    [[nodiscard]] std::span<const std::byte> section(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    /// The names of all sections, in the order of the file.
    [[nodiscard]] std::vector<std::string_view> names() const;
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    struct Entry {
        std::string_view name;
        std::span<const std::byte> bytes;
    };
    struct Free {
        void operator()(std::byte* p) const;
    };
    [[nodiscard]] const Entry* find(std::string_view name) const;

    std::string path_;
    std::unique_ptr<std::byte[], Free> data_;
    std::vector<Entry> entries_;
};

/// Collects sections and writes them as one file; the order of `add` is kept, so equal input gives equal
/// bytes.
class ModelWriter {
  public:
    /// `name`: 1 to 23 bytes, once. Throws std::invalid_argument otherwise.
    void add(std::string_view name, std::vector<std::byte> bytes);
    /// Replaces the file at `path` atomically. Throws IoError.
    void write(const std::filesystem::path& path) const;

  private:
    std::vector<std::pair<std::string, std::vector<std::byte>>> sections_;
};

/// Appends values to the bytes of a section.
class SectionWriter {
  public:
    template <class T>
    void value(const T& v) {
        static_assert(std::is_trivially_copyable_v<T>);
        const auto* p = reinterpret_cast<const std::byte*>(&v);
        bytes_.insert(bytes_.end(), p, p + sizeof(T));
    }
    /// A u64 count, padding to 64 bytes, then the elements.
    template <class T>
    void array(std::span<const T> values) {
        static_assert(std::is_trivially_copyable_v<T>);
        value<std::uint64_t>(values.size());
        bytes_.resize((bytes_.size() + 63) / 64 * 64);
        const auto* p = reinterpret_cast<const std::byte*>(values.data());
        bytes_.insert(bytes_.end(), p, p + values.size_bytes());
    }
    template <class T>
    void array(const std::vector<T>& values) {
        array(std::span<const T>(values));
    }
    void text(std::string_view s) { array(std::span<const char>(s.data(), s.size())); }
    [[nodiscard]] std::vector<std::byte> take() { return std::move(bytes_); }

  private:
    std::vector<std::byte> bytes_;
};

/// Reads what SectionWriter wrote, in the same order; views point into the section. Throws ModelError when
/// the section ends too early.
class SectionReader {
  public:
    SectionReader(const ModelFile& file, std::string_view name)
        : bytes_(file.section(name)), where_(file.path() + ": section '" + std::string(name) + "'") {}

    template <class T>
    [[nodiscard]] T value() {
        static_assert(std::is_trivially_copyable_v<T>);
        T v;
        std::memcpy(&v, take(sizeof(T)), sizeof(T));
        return v;
    }
    template <class T>
    [[nodiscard]] std::span<const T> array() {
        const auto count = value<std::uint64_t>();
        position_ = (position_ + 63) / 64 * 64;
        if (count > bytes_.size() / sizeof(T)) fail("an array is longer than the section");
        const auto size = static_cast<std::size_t>(count);
        return {reinterpret_cast<const T*>(take(size * sizeof(T))), size};
    }
    [[nodiscard]] std::string_view text() {
        const auto s = array<char>();
        return {s.data(), s.size()};
    }
    [[noreturn]] void fail(const std::string& message) const { throw ModelError(where_ + ": " + message); }

  private:
    const std::byte* take(std::size_t n) {
        if (position_ > bytes_.size() || n > bytes_.size() - position_) fail("ends too early");
        const std::byte* p = bytes_.data() + position_;
        position_ += n;
        return p;
    }
    std::span<const std::byte> bytes_;
    std::string where_;
    std::size_t position_ = 0;
};

}  // namespace claimgraph::nlp
