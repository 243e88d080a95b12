#include "ingest/text/json_value_reader.hpp"

#include "graph/model/error.hpp"

namespace claimgraph {

namespace {
constexpr std::size_t kBufferSize = std::size_t{1} << 18U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
}  // namespace

JsonValueReader::JsonValueReader(std::istream& in, std::size_t limit)
    : in_(in), limit_(limit), buffer_(kBufferSize) {
    if (fill() && std::string_view(buffer_.data(), filled_).starts_with(kByteOrderMark))
        at_ = kByteOrderMark.size();
}

/// Sees to it that there is a byte to look at; false at the end.
bool JsonValueReader::fill() {
    if (at_ < filled_) return true;
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (in_.bad()) throw IoError("reading failed after line " + std::to_string(line_));
    at_ = 0;
    filled_ = static_cast<std::size_t>(in_.gcount());
    return filled_ > 0;
}

/// Passes over what stands between values.
bool JsonValueReader::at_value() {
    for (; fill(); ++at_) {
        switch (buffer_[at_]) {
            case '\n':
                ++line_;
                break;
            case ' ':
            case '\t':
            case '\r':
            case ',':
                break;
            case '[':
                if (begun_) return true;
                begun_ = in_array_ = true;
                break;
            case ']':
                if (!in_array_) return true;
                in_array_ = false;
                break;
            default:
                return true;
        }
    }
    return false;
}

void JsonValueReader::take() {
    const char c = buffer_[at_++];
    if (c == '\n') ++line_;
    if (size_++ < limit_) {
        value_ += c;
    } else {
        value_.clear();
    }
}

void JsonValueReader::take_object() {
    std::size_t depth = 0;
    bool in_string = false;
    bool escaped = false;
    while (fill()) {
        const char c = buffer_[at_];
        take();
        if (in_string) {
            in_string = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return;
        }
    }
}

bool JsonValueReader::next() {
    value_.clear();
    size_ = 0;
    if (!at_value()) return false;
    begun_ = true;
    first_line_ = line_;
    if (buffer_[at_] == '{') {
        take_object();
    } else {
        while (fill() && buffer_[at_] != '\n') take();
    }
    return true;
}

}  // namespace claimgraph
