#include "ingest/text/line_reader.hpp"

#include <cstring>

#include "graph/model/error.hpp"

namespace claimgraph {

namespace {
constexpr std::size_t kBufferSize = std::size_t{1} << 18U;
}  // namespace

LineReader::LineReader(std::istream& in, std::size_t limit) : in_(in), limit_(limit), buffer_(kBufferSize) {}

bool LineReader::fill() {
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (in_.bad()) throw IoError("reading failed after line " + std::to_string(number_));
    at_ = 0;
    filled_ = static_cast<std::size_t>(in_.gcount());
    return filled_ > 0;
}

void LineReader::keep(std::size_t bytes) {
    if (size_ + bytes <= limit_) {
        kept_.append(buffer_.data() + at_, bytes);
    } else {
        kept_.clear();
    }
    size_ += bytes;
    at_ += bytes;
}

bool LineReader::next() {
    kept_.clear();
    line_ = {};
    size_ = 0;
    if (at_ == filled_ && !fill()) return false;
    ++number_;
    const char* end = nullptr;
    bool whole = true;  // the line lies in the buffer and need not be copied
    do {
        end = static_cast<const char*>(std::memchr(buffer_.data() + at_, '\n', filled_ - at_));
        if (end == nullptr) {
            keep(filled_ - at_);
            whole = false;
        }
    } while (end == nullptr && fill());
    if (whole) {
        size_ = static_cast<std::size_t>(end - (buffer_.data() + at_));
        line_ = std::string_view(buffer_.data() + at_, size_);
        at_ += size_ + 1;
    } else {
        if (end != nullptr) {
            keep(static_cast<std::size_t>(end - (buffer_.data() + at_)));
            ++at_;
        }
        line_ = kept_;
    }
    if (too_long()) {
        line_ = {};
        return true;
    }
    if (line_.ends_with('\r')) line_.remove_suffix(1);
    if (number_ == 1 && line_.starts_with("\xEF\xBB\xBF")) line_.remove_prefix(3);
    return true;
}

}  // namespace claimgraph
