#include "ingest/nlp/model_file.hpp"

#include <array>
#include <bit>
#include <cstdlib>
#include <fstream>
#include <new>
#include <stdexcept>
#include <utility>
#include <zlib.h>

namespace claimgraph::nlp {

static_assert(std::endian::native == std::endian::little, "the model file is little-endian");

namespace {

constexpr std::array<char, 8> kMagic = {'C', 'G', 'M', 'O', 'D', 'E', 'L', '\n'};
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kNameSize = 24;
constexpr std::size_t kPreamble = 16;
constexpr std::size_t kEntrySize = 48;
constexpr std::uint32_t kMaxSections = 1024;

constexpr std::size_t aligned(std::size_t n) {
    return (n + kAlignment - 1) / kAlignment * kAlignment;
}

std::uint32_t checksum(const std::byte* data, std::size_t size) {
    return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(data), size));
}

template <class T>
T read_at(const std::byte* p) {
    T v;
    std::memcpy(&v, p, sizeof(T));
    return v;
}

}  // namespace

void ModelFile::Free::operator()(std::byte* p) const {
    ::operator delete[](p, std::align_val_t{kAlignment});
}

ModelFile::ModelFile(const std::filesystem::path& path) : path_(path.string()) {
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    if (!in) throw ModelError(path_ + ": the model file cannot be opened");
    const auto end = in.tellg();
    if (end < 0) throw ModelError(path_ + ": the model file cannot be read");
    const auto size = static_cast<std::size_t>(end);
    data_.reset(static_cast<std::byte*>(::operator new[](aligned(size + 1), std::align_val_t{kAlignment})));
    in.seekg(0);
    if (!in.read(reinterpret_cast<char*>(data_.get()), end))
        throw ModelError(path_ + ": the model file cannot be read");

    const std::byte* p = data_.get();
    if (size < kPreamble || std::memcmp(p, kMagic.data(), kMagic.size()) != 0)
        throw ModelError(path_ + ": not a claimgraph model file");
    const auto version = read_at<std::uint32_t>(p + 8);
    if (version != kModelFormatVersion)
        throw ModelError(path_ + ": model format version " + std::to_string(version) + ", expected " +
                         std::to_string(kModelFormatVersion));
    const auto count = read_at<std::uint32_t>(p + 12);
    const std::size_t table_end = kPreamble + std::size_t{count} * kEntrySize;
    if (count > kMaxSections || size < table_end + 4)
        throw ModelError(path_ + ": damaged: the section table is cut short");
    if (read_at<std::uint32_t>(p + table_end) != checksum(p, table_end))
        throw ModelError(path_ + ": damaged: the checksum of the section table does not match");
    entries_.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::byte* entry = p + kPreamble + i * kEntrySize;
        const auto* name = reinterpret_cast<const char*>(entry);
        const std::string_view section_name(name, ::strnlen(name, kNameSize));
        const auto offset = read_at<std::uint64_t>(entry + kNameSize);
        const auto bytes = read_at<std::uint64_t>(entry + kNameSize + 8);
        if (offset > size || bytes > size - offset || offset % kAlignment != 0)
            throw ModelError(path_ + ": damaged: section '" + std::string(section_name) + "' is cut short");
        if (read_at<std::uint32_t>(entry + kNameSize + 16) != checksum(p + offset, bytes))
            throw ModelError(path_ + ": damaged: the checksum of section '" + std::string(section_name) +
                             "' does not match");
        entries_.push_back({section_name, {p + offset, static_cast<std::size_t>(bytes)}});
    }
}

const ModelFile::Entry* ModelFile::find(std::string_view name) const {
    for (const Entry& e : entries_)
        if (e.name == name) return &e;
    return nullptr;
}

std::vector<std::string_view> ModelFile::names() const {
    std::vector<std::string_view> out;
    for (const Entry& entry : entries_) out.push_back(entry.name);
    return out;
}

bool ModelFile::has(std::string_view name) const {
    return find(name) != nullptr;
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
    if (const Entry* e = find(name)) return e->bytes;
    throw ModelError(path_ + ": section '" + std::string(name) + "' is missing");
}

void ModelWriter::add(std::string_view name, std::vector<std::byte> bytes) {
    if (name.empty() || name.size() >= kNameSize) throw std::invalid_argument("section name: 1 to 23 bytes");
    for (const auto& s : sections_)
        if (s.first == name) throw std::invalid_argument("section '" + std::string(name) + "' twice");
    sections_.emplace_back(name, std::move(bytes));
}

void ModelWriter::write(const std::filesystem::path& path) const {
    SectionWriter head;
    head.value(kMagic);
    head.value(kModelFormatVersion);
    head.value(static_cast<std::uint32_t>(sections_.size()));
    std::size_t offset = aligned(kPreamble + sections_.size() * kEntrySize + 4);
    for (const auto& [name, bytes] : sections_) {
        std::array<char, kNameSize> padded{};
        name.copy(padded.data(), kNameSize - 1);
        head.value(padded);
        head.value<std::uint64_t>(offset);
        head.value<std::uint64_t>(bytes.size());
        head.value(checksum(bytes.data(), bytes.size()));
        head.value<std::uint32_t>(0);
        offset = aligned(offset + bytes.size());
    }
    std::vector<std::byte> file = head.take();
    const std::uint32_t table_checksum = checksum(file.data(), file.size());
    const auto* t = reinterpret_cast<const std::byte*>(&table_checksum);
    file.insert(file.end(), t, t + sizeof table_checksum);
    for (const auto& [name, bytes] : sections_) {
        file.resize(aligned(file.size()));
        file.insert(file.end(), bytes.begin(), bytes.end());
    }

    std::filesystem::path temporary = path;
    temporary += ".part";
    {
        std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
        out.flush();
        if (!out) throw IoError(temporary.string() + ": cannot be written");
    }
    std::error_code error;
    std::filesystem::rename(temporary, path, error);
    if (error) throw IoError(path.string() + ": " + error.message());
}

}  // namespace claimgraph::nlp
