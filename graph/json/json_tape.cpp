#include "graph/json/json_tape.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "graph/json/json_error.hpp"
#include "graph/json/json_text.hpp"

namespace claimgraph {

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
}

std::string parse_json_string(std::string_view json) {
    JsonTape tape;
    tape.parse(json);
    if (tape[0].type != JsonTape::Type::string) throw JsonError("$", 0, "expected a string");
    return std::string(tape.text(0));
}

}  // namespace claimgraph
