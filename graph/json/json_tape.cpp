#include "graph/json/json_tape.hpp"

#include <charconv>
#include <utility>

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "graph/json/json_error.hpp"
#include "graph/json/json_text.hpp"
#include "graph/model/utf8.hpp"

namespace claimgraph {

/// Fills the tape from JSON that is as it should be, which RapidJSON does at a third of the speed. Stops
/// where something may be wrong; RapidJSON then says what.
class JsonTape::Tokenizer {
  public:
    explicit Tokenizer(JsonTape& tape) : tape_(tape), source_(tape.source_) {}

    bool run() {
        for (;;) {
            if (!value()) return false;
            if (opened_) continue;
            // After a value: brackets close as long as they do, then the next value follows or nothing.
            for (;;) {
                skip_space();
                if (tape_.open_.empty()) return at_ == source_.size();
                const Type type = tape_.tokens_[tape_.open_.back()].type;
                if (take(',')) {
                    if (type == Type::object && !key()) return false;
                    break;
                }
                if (!take(type == Type::object ? '}' : ']')) return false;
                close();
            }
        }
    }

  private:
    [[nodiscard]] char peek() const { return at_ < source_.size() ? source_[at_] : '\0'; }
    bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    void skip_space() {
        while (at_ < source_.size() &&
               (source_[at_] == ' ' || source_[at_] == '\n' || source_[at_] == '\t' || source_[at_] == '\r'))
            ++at_;
    }

    bool value() {
        skip_space();
        opened_ = false;
        switch (peek()) {
            case '{':
                return open(Type::object, '}');
            case '[':
                return open(Type::array, ']');
            case '"':
                return string(Type::string);
            case 't':
                return word(Type::boolean, "true");
            case 'f':
                return word(Type::boolean, "false");
            case 'n':
                return word(Type::null, "null");
            default:
                return number();
        }
    }
    /// The key and what stands between it and its value.
    bool key() {
        skip_space();
        if (peek() != '"' || !string(Type::key)) return false;
        skip_space();
        return take(':');
    }
    bool open(Type type, char bracket) {
        tape_.open_.push_back(tape_.tokens_.size());
        tape_.tokens_.push_back({type, at_++, 0, 0, 0, 0});
        skip_space();
        if (take(bracket)) {
            close();
            return true;
        }
        opened_ = true;
        return type == Type::array || key();
    }
    void close() {
        Token& token = tape_.tokens_[tape_.open_.back()];
        token.end = at_;
        token.next = tape_.tokens_.size();
        tape_.open_.pop_back();
    }
    void push(Type type, std::size_t begin, std::size_t offset = 0, std::size_t size = 0) {
        tape_.tokens_.push_back({type, begin, at_, tape_.tokens_.size() + 1, offset, size});
    }
    bool word(Type type, std::string_view expected) {
        if (!source_.substr(at_).starts_with(expected)) return false;
        const std::size_t begin = std::exchange(at_, at_ + expected.size());
        push(type, begin);
        return true;
    }
    bool digits() {
        const std::size_t begin = at_;
        while (peek() >= '0' && peek() <= '9') ++at_;
        return at_ != begin;
    }
    bool number() {
        const std::size_t begin = at_;
        take('-');
        if (!take('0') && !digits()) return false;
        if (take('.') && !digits()) return false;
        if (take('e') || take('E')) {
            if (!take('-')) take('+');
            if (!digits()) return false;
        }
        const std::size_t size = at_ - begin;
        constexpr std::size_t longest = 40;
        double value = 0;
        if (size > longest ||
            std::from_chars(source_.data() + begin, source_.data() + at_, value).ec != std::errc{})
            return false;  // too large for a double, maybe
        push(Type::number, begin);
        return true;
    }

    bool string(Type type) {
        const std::size_t begin = at_++;
        const std::size_t offset = tape_.characters_.size();
        std::size_t copied = at_;  // what stands before is in the arena, where anything is
        bool escaped = false;
        for (;;) {
            at_ += plain_json_prefix(source_.substr(at_));
            if (at_ == source_.size()) return false;
            const char c = source_[at_];
            if (c == '"') break;
            if (c != '\\') {
                if (static_cast<unsigned char>(c) < 0x80) return false;
                const DecodedCodePoint point = decode_utf8(source_, at_);
                if (!point.valid) return false;
                at_ += point.size;
                continue;
            }
            escaped = true;
            tape_.characters_.append(source_.substr(copied, at_ - copied));
            if (!escape()) return false;
            copied = at_;
        }
        const std::size_t end = at_++;
        if (!escaped) {
            push(type, begin, plain, end - begin - 1);
            return true;
        }
        tape_.characters_.append(source_.substr(copied, end - copied));
        push(type, begin, offset, tape_.characters_.size() - offset);
        return true;
    }
    bool escape() {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        if (++at_ >= source_.size()) return false;
        if (const std::size_t letter = letters.find(source_[at_]); letter != std::string_view::npos) {
            tape_.characters_.push_back(meant[letter]);
            ++at_;
            return true;
        }
        char32_t point = 0;
        if (!unit(point) || (point >= 0xDC00 && point <= 0xDFFF)) return false;
        if (point >= 0xD800 && point <= 0xDBFF) {
            char32_t low = 0;
            if (!take('\\') || !unit(low) || low < 0xDC00 || low > 0xDFFF) return false;
            point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        }
        append_utf8(tape_.characters_, point);
        return true;
    }
    /// `u` and four hexadecimal digits.
    bool unit(char32_t& value) {
        constexpr std::size_t size = 4;
        if (!take('u') || source_.size() - at_ < size) return false;
        std::uint32_t read = 0;
        const char* const begin = source_.data() + at_;
        const auto result = std::from_chars(begin, begin + size, read, 16);
        if (result.ec != std::errc{} || result.ptr != begin + size) return false;
        value = read;
        at_ += size;
        return true;
    }

    JsonTape& tape_;
    std::string_view source_;
    std::size_t at_ = 0;
    bool opened_ = false;  ///< the value just read is a container with something inside, which comes next
};

/// Receives RapidJSON's events. The parser is the iterative one, so that nesting costs heap, not stack; it
/// reports a bracket before taking it, and every other token after.
class JsonTape::Recorder {
  public:
    using Size = rapidjson::SizeType;

    Recorder(JsonTape& tape, const rapidjson::MemoryStream& stream) : tape_(tape), stream_(stream) {}

    bool Null() { return push(Type::null); }
    bool Bool(bool) { return push(Type::boolean); }
    bool RawNumber(const char*, Size, bool) { return push(Type::number); }
    // Not called when numbers are parsed as strings, but the reader's interface wants them.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }
    bool String(const char* text, Size size, bool) { return push_text(Type::string, text, size); }
    bool Key(const char* text, Size size, bool) { return push_text(Type::key, text, size); }
    bool StartObject() { return open(Type::object); }
    bool StartArray() { return open(Type::array); }
    bool EndObject(Size) { return close(); }
    bool EndArray(Size) { return close(); }

  private:
    bool push(Type type) {
        // What stands between two tokens is white space and separators.
        const std::string_view between = " \t\r\n:,";
        const std::size_t begin = tape_.source_.find_first_not_of(between, last_);
        last_ = stream_.Tell();
        tape_.tokens_.push_back({type, begin, last_, tape_.tokens_.size() + 1, 0, 0});
        return true;
    }
    bool push_text(Type type, const char* text, Size size) {
        push(type);
        tape_.tokens_.back().offset = tape_.characters_.size();
        tape_.tokens_.back().size = size;
        tape_.characters_.append(text, size);
        return true;
    }
    bool open(Type type) {
        tape_.open_.push_back(tape_.tokens_.size());
        push(type);
        ++last_;
        return true;
    }
    bool close() {
        Token& token = tape_.tokens_[tape_.open_.back()];
        last_ = token.end = stream_.Tell() + 1;
        token.next = tape_.tokens_.size();
        tape_.open_.pop_back();
        return true;
    }

    JsonTape& tape_;
    const rapidjson::MemoryStream& stream_;
    std::size_t last_ = 0;  ///< where the token before ended
};

void JsonTape::parse(std::string_view json) {
    source_ = json;
    tokens_.clear();
    open_.clear();
    characters_.clear();
    if (Tokenizer(*this).run()) return;
    tokens_.clear();
    open_.clear();
    characters_.clear();
    rapidjson::MemoryStream stream(json.data(), json.size());
    Recorder recorder(*this, stream);
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag |
                               rapidjson::kParseValidateEncodingFlag;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, recorder);
    if (!result) {
        throw JsonError({}, result.Offset(),
                        std::string("invalid JSON: ") + rapidjson::GetParseError_En(result.Code()));
    }
    // RapidJSON takes a zero byte for the end, and trailing surrogates without leading ones.
    if (const std::size_t zero = json.find('\0'); zero != std::string_view::npos)
        throw JsonError({}, zero, "invalid JSON: a zero byte");
    if (!is_valid_utf8(characters_))
        throw JsonError({}, 0, "invalid JSON: a surrogate without its other half");
}

std::string parse_json_string(std::string_view json) {
    JsonTape tape;
    tape.parse(json);
    if (tape[0].type != JsonTape::Type::string) throw JsonError("$", 0, "expected a string");
    return std::string(tape.text(0));
}

}  // namespace claimgraph
