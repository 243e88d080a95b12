// Whether a document speaks as a news medium, as a government or party, or as an author with an opinion.
#pragma once

#include <string>
#include <vector>

#include "graph/model/document.hpp"
#include "ingest/extract/lexicons.hpp"

namespace claimgraph {

/// The rules are the rows of `voice.tsv`, and the first that fits decides: the host or a folder of the URL,
/// words of the outlet's name, or the words that the title or the text begins with. What none fits is news.
/// Letters count without regard to case. Immutable, safe to share.
class VoiceDetector {
  public:
    /// Throws LexiconError naming file, line and column.
    explicit VoiceDetector(const Lexicons& lexicons);

    [[nodiscard]] Voice detect(const Document& document) const;

  private:
    enum class Where { host, folder, outlet, heading };
    struct Rule {
        Voice voice;
        Where where;
        std::string words;  ///< lower case
    };
    std::vector<Rule> rules_;
};

}  // namespace claimgraph
