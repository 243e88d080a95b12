// A lexicon is refused with a LexiconError, or those who read it take it. The first byte chooses which of the
// shipped lexicons the others replace.
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "graph/model/error.hpp"
#include "ingest/extract/attribution/reporting_lexicon.hpp"
#include "ingest/extract/linking/entity_lexicons.hpp"
#include "ingest/extract/ontology.hpp"
#include "ingest/extract/quantities.hpp"
#include "ingest/extract/transparent_nouns.hpp"
#include "ingest/readers/voice_detector.hpp"
#include "ingest/statements/relation_vocabulary.hpp"
#include "tests/fuzz/file_of_bytes.hpp"

using namespace claimgraph;

namespace {

using Path = std::filesystem::path;

template <class Reader>
void load(const Path& folder) {
    const Reader reader(folder);
}

struct Lexicon {
    const char* name;
    void (*load)(const Path& folder);
};

constexpr std::array kLexicons{
    Lexicon{"bodies.tsv", load<EntityLexicons>},
    Lexicon{"commodities.tsv", load<EntityLexicons>},
    Lexicon{"company_suffixes.tsv", load<EntityLexicons>},
    Lexicon{"countries.tsv", load<EntityLexicons>},
    Lexicon{"currencies.tsv", load<QuantityFinder>},
    Lexicon{"first_names.tsv", load<EntityLexicons>},
    Lexicon{"groups.tsv", load<EntityLexicons>},
    Lexicon{"measures.tsv", load<Ontology>},
    Lexicon{"modality.tsv", load<Ontology>},
    Lexicon{"named_measures.tsv", load<Ontology>},
    Lexicon{"organizations.tsv", load<EntityLexicons>},
    Lexicon{"people.tsv", load<EntityLexicons>},
    Lexicon{"predicates.tsv", load<Ontology>},
    Lexicon{"regions.tsv", load<EntityLexicons>},
    Lexicon{"relations.tsv", load<RelationVocabulary>},
    Lexicon{"reporting.tsv",
            [](const Path& folder) { const attribution::ReportingLexicon reader(folder / "reporting.tsv"); }},
    Lexicon{"sentiment.tsv", load<Ontology>},
    Lexicon{"titles.tsv", load<EntityLexicons>},
    Lexicon{"transparent.tsv", load<TransparentNouns>},
    Lexicon{"units.tsv", load<QuantityFinder>},
    Lexicon{"voice.tsv", load<VoiceDetector>},
};

/// A folder with links to all lexicons but one.
class Folder {
  public:
    explicit Folder(const std::string& replaced) : file_(replaced) {
        for (const auto& lexicon : std::filesystem::directory_iterator(CLAIMGRAPH_SOURCE_DIR "/lexicons")) {
            const Path name = lexicon.path().filename();
            if (name != replaced) std::filesystem::create_symlink(lexicon.path(), path() / name);
        }
    }
    [[nodiscard]] Path path() const { return file_.path().parent_path(); }
    void write(std::string_view bytes) const { file_.write(bytes); }

  private:
    testing_support::FileOfBytes file_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static const auto folders = [] {
        std::array<std::unique_ptr<Folder>, kLexicons.size()> made;
        for (std::size_t i = 0; i < made.size(); ++i) made[i] = std::make_unique<Folder>(kLexicons[i].name);
        return made;
    }();
    const std::size_t chosen = std::size_t{static_cast<std::uint8_t>(data[0] - 'a')} % kLexicons.size();
    folders[chosen]->write(testing_support::bytes_of(data + 1, size - 1));
    try {
        kLexicons[chosen].load(folders[chosen]->path());
    } catch (const LexiconError&) {
    }
    return 0;
}
