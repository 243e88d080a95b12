#include "graph/model/names.hpp"

#include <array>
#include <string>

namespace claimgraph {
namespace {

template <class Enum>
struct Names;

template <>
struct Names<EntityKind> {
    static constexpr std::array<std::string_view, 5> values{"actor", "country", "measure", "commodity",
                                                            "topic"};
};
template <>
struct Names<Status> {
    static constexpr std::array<std::string_view, 7> values{"actual",    "planned", "threatened", "possible",
                                                            "requested", "averted", "halted"};
};
template <>
struct Names<Polarity> {
    static constexpr std::array<std::string_view, 2> values{"positive", "negative"};
};
template <>
struct Names<AttributionType> {
    static constexpr std::array<std::string_view, 3> values{"quote", "paraphrase", "belief"};
};
template <>
struct Names<QuantityRole> {
    static constexpr std::array<std::string_view, 5> values{"rate", "from", "to", "amount", "share"};
};
template <>
struct Names<Voice> {
    static constexpr std::array<std::string_view, 3> values{"news", "official", "opinion"};
};

template <class Enum>
std::string_view name_of(Enum value) {
    return Names<Enum>::values.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view to_string(EntityKind kind) {
    return name_of(kind);
}
std::string_view to_string(Status status) {
    return name_of(status);
}
std::string_view to_string(Polarity polarity) {
    return name_of(polarity);
}
std::string_view to_string(AttributionType type) {
    return name_of(type);
}
std::string_view to_string(QuantityRole role) {
    return name_of(role);
}
std::string_view to_string(Voice voice) {
    return name_of(voice);
}

template <class Enum>
std::optional<Enum> parse(std::string_view name) {
    for (std::size_t i = 0; i < Names<Enum>::values.size(); ++i) {
        if (Names<Enum>::values[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

template <class Enum>
std::string_view accepted_names() {
    static const std::string joined = [] {
        std::string out;
        for (std::string_view value : Names<Enum>::values) {
            if (!out.empty()) out += ", ";
            out += value;
        }
        return out;
    }();
    return joined;
}

template std::optional<EntityKind> parse<EntityKind>(std::string_view);
template std::optional<Status> parse<Status>(std::string_view);
template std::optional<Polarity> parse<Polarity>(std::string_view);
template std::optional<AttributionType> parse<AttributionType>(std::string_view);
template std::optional<QuantityRole> parse<QuantityRole>(std::string_view);
template std::optional<Voice> parse<Voice>(std::string_view);
template std::string_view accepted_names<EntityKind>();
template std::string_view accepted_names<Status>();
template std::string_view accepted_names<Polarity>();
template std::string_view accepted_names<AttributionType>();
template std::string_view accepted_names<QuantityRole>();
template std::string_view accepted_names<Voice>();

}  // namespace claimgraph
