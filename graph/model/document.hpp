// A document as the statement format's document record describes it.
#pragma once

#include <string>

#include "graph/model/extras.hpp"

namespace claimgraph {

/// Whose voice a document speaks in: decides whether what it says unattributed is a report or a claim.
enum class Voice { news, official, opinion };

struct Document {
    std::string id;     ///< unique in a run; the file's stem unless given
    std::string title;  ///< empty when unknown, as are the fields below
    std::string date;   ///< YYYY, YYYY-MM or YYYY-MM-DD
    std::string outlet;
    std::string author;
    std::string url;
    Voice voice = Voice::news;
    bool voice_given = false;  ///< the voice was stated by the user or the record, not detected
    std::string sha256;        ///< of the UTF-8 text, lower-case hex
    std::string text;          ///< UTF-8; empty when the record came without it
    Extras extras;
    Extras record_extras = {};  ///< unknown fields of the record that holds the document
    bool operator==(const Document&) const = default;
};

}  // namespace claimgraph
