// A JSON text as a flat list of its tokens, in order, with the stretch of text that each value came from.
// Private to this folder. A tape is reused from text to text and keeps its memory; not thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph {

class JsonTape {
  public:
    enum class Type : std::uint8_t { null, boolean, number, string, key, object, array };

    struct Token {
        Type type = Type::null;
        std::size_t begin = 0;  ///< first byte of the value in the source
        std::size_t end = 0;    ///< byte after it; of an object or array, after its bracket
        std::size_t next = 0;   ///< index of the token after the value (containers: after all that is inside)
        /// Of a key or string: where its characters stand in the arena; `plain` where they stand in the
        /// source.
        std::size_t offset = 0;
        std::size_t size = 0;
    };
    static constexpr std::size_t plain = static_cast<std::size_t>(-1);

    /// Throws JsonError where `json` is not exactly one JSON value in valid UTF-8. The tape refers to `json`.
    void parse(std::string_view json);

    [[nodiscard]] const Token& operator[](std::size_t token) const { return tokens_[token]; }

    /// The characters of a key or string, escapes resolved. Valid until the next parse, and as long as the
    /// source.
    [[nodiscard]] std::string_view text(std::size_t token) const {
        const Token& at = tokens_[token];
        if (at.offset == plain) return source_.substr(at.begin + 1, at.size);
        return std::string_view(characters_).substr(at.offset, at.size);
    }

    /// The source of a value.
    [[nodiscard]] std::string_view raw(std::size_t token) const {
        return source_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
    }

  private:
    class Tokenizer;
    class Recorder;

    std::string_view source_;
    std::vector<Token> tokens_;
    std::vector<std::size_t> open_;
    std::string characters_;
};

}  // namespace claimgraph
