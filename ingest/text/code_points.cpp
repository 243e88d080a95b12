#include "ingest/text/code_points.hpp"

#include <algorithm>

namespace claimgraph {
namespace {

constexpr std::size_t kBlock = 64;

bool starts_code_point(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::size_t count_starts(std::string_view bytes) {
    return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), starts_code_point));
}

}  // namespace

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
    checkpoints_.reserve(text.size() / kBlock + 1);
    for (std::size_t at = 0; at < text.size(); at += kBlock) {
        checkpoints_.push_back(total_);
        total_ += count_starts(text.substr(at, kBlock));
    }
    ascii_ = total_ == text.size();
}

std::size_t CodePointIndex::code_point(std::size_t byte) const {
    if (ascii_ || byte >= text_.size()) return ascii_ ? std::min(byte, total_) : total_;
    const std::size_t block = byte / kBlock;
    return checkpoints_[block] + count_starts(text_.substr(block * kBlock, byte - block * kBlock));
}

std::size_t CodePointIndex::byte(std::size_t code_point) const {
    if (code_point >= total_) return text_.size();
    if (ascii_) return code_point;
    // The last block that starts with at most `code_point` code points before it.
    const auto next = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), code_point);
    const auto block = static_cast<std::size_t>(next - checkpoints_.begin()) - 1;
    std::size_t before = checkpoints_[block];
    std::size_t at = block * kBlock;
    for (; at < text_.size(); ++at) {
        if (starts_code_point(text_[at]) && before++ == code_point) break;
    }
    return at;
}

}  // namespace claimgraph
