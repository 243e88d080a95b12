// What the entity linker finds in one document: its entities, where each is mentioned, who belongs to whom.
//
// All indices are positions in the vectors of the same DocumentEntities; kNone (nlp::kNone) stands for none.
// A plain value: safe to share once built.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/entity.hpp"
#include "ingest/nlp/analysis.hpp"

namespace claimgraph {

/// One thing of the document, with its canonical name: a country by its usual name, a person by the fullest
/// name that the document has, an organization likewise, a group or a commodity by its phrase.
struct LinkedEntity {
    EntityKind kind = EntityKind::actor;
    std::string name;
    std::string id;    ///< ISO 3166-1 alpha-3 or the lexicon's id; "commodity:soybeans" for a known commodity
    std::string type;  ///< person, group, company, government_body, administration, state, bloc, place, ...
    std::string core;  ///< commodity, group: the head phrase without origin and qualifiers ("soybeans")
    std::uint32_t country = nlp::kNone;   ///< entity: the country it is of ("Chinese officials": China)
    std::uint32_t parent = nlp::kNone;    ///< entity: the organization it is of or speaks for
    std::vector<std::uint32_t> mentions;  ///< in the order of the text
    std::uint32_t people = 0;             ///< 1: one person; 2: several; 0: no person
    std::string office;                   ///< person: the office by the lexicon ("president"), or empty
    char gender = 'u';                    ///< of a person: m, f, or u for unknown
};

/// How a mention refers.
enum class ReferenceForm : std::uint8_t {
    name,       ///< "China", "Mr Scott", "rare earth magnets"
    adjective,  ///< "Chinese", "EU" before a noun
    nominal,    ///< "the ministry", "the two countries", "US officials"
    pronoun     ///< "he", "its"
};

struct EntityMention {
    std::uint32_t first = 0;  ///< tokens [first, last): the phrase without article
    std::uint32_t last = 0;
    std::uint32_t head = 0;
    std::uint32_t sentence = 0;
    std::uint32_t entity = nlp::kNone;   ///< kNone where members alone tell, or unresolved
    std::vector<std::uint32_t> members;  ///< entities of "both sides"; further ones of "US and Chinese firms"
    std::uint32_t antecedent = nlp::kNone;  ///< mention that a pronoun or description stands for
    ReferenceForm form = ReferenceForm::name;
    bool modifier = false;       ///< inside a larger noun phrase: adjective, possessive, compound, title
    bool possessive = false;     ///< "China's", "his"
    bool place_reading = false;  ///< a capital or country as the place where something is ("met in Beijing")
    bool metonym = false;        ///< a seat of government for its country ("Beijing", "the Kremlin")
};

/// `actor` holds an office in, works for or belongs to `target` (entities); `mention` is where it is said.
struct Affiliation {
    std::uint32_t actor = nlp::kNone;
    std::uint32_t target = nlp::kNone;
    std::uint32_t actor_mention = nlp::kNone;
    std::uint32_t target_mention = nlp::kNone;
    std::string role;  ///< "Treasury Secretary", "partner"; may be empty
    bool implied =
        false;  ///< from a nationality adjective or general knowledge alone, not from words of office
};

/// How many sentences away what a reference stands for is looked for: further than any article goes, so that
/// the work on a text of any length grows with its length alone.
inline constexpr std::uint32_t kReferenceSentences = 400;

struct DocumentEntities {
    std::vector<LinkedEntity> entities;
    std::vector<EntityMention> mentions;  ///< by first token, longer before shorter
    std::vector<Affiliation> affiliations;
    std::vector<std::uint32_t> by_head;  ///< by token: the widest mention headed there, or kNone

    /// The mention headed by `token`, or kNone.
    [[nodiscard]] std::uint32_t mention_at(std::uint32_t token) const {
        return token < by_head.size() ? by_head[token] : nlp::kNone;
    }
    [[nodiscard]] const LinkedEntity* entity_of(const EntityMention& mention) const {
        return mention.entity == nlp::kNone ? nullptr : &entities[mention.entity];
    }
};

}  // namespace claimgraph
