#include "ingest/extract/linking/affiliations.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace claimgraph {
namespace {

using TitleClass = EntityLexicons::TitleClass;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Those who serve a person: "an adviser to", "Jane Doe's spokesman".
constexpr std::array<std::string_view, 12> kServants = {
    "adviser",   "advisor",    "aide",      "spokesman", "spokeswoman", "spokesperson",
    "counselor", "counsellor", "assistant", "secretary", "chief",       "lawyer"};
constexpr std::array<std::string_view, 9> kParts = {
    "subsidiary", "unit", "arm", "division", "affiliate", "branch", "brand", "operation", "business"};
constexpr std::array<std::string_view, 7> kLinks = {"of", "at", "for", "with", "from", "in", "on"};
constexpr TokenIndex kLongestPhrase = 14;
constexpr TokenIndex kLongestSegment = 30;

class Affiliations {
  public:
    Affiliations(const EntityLexicons& lexicons, const Tree& tree, const std::vector<OfficeWords>& offices,
                 DocumentEntities& found)
        : lexicons_(lexicons), tree_(tree), offices_(offices), found_(found) {}

    void run() {
        for (std::uint32_t m = 0; m < found_.mentions.size(); ++m) {
            if (found_.mentions[m].entity != kNone && is_organization(m)) described_before(m);
        }
        // People first: what describes one of them ("a senior adviser") is no group of its own.
        for (std::uint32_t m = 0; m < found_.mentions.size(); ++m) {
            const EntityMention& mention = found_.mentions[m];
            if (mention.entity == kNone || mention.form != ReferenceForm::name || !is_person(m)) continue;
            before(m);
            after(m);
            by_copula(m);
            by_coordination(m);
        }
        for (std::uint32_t m = 0; m < found_.mentions.size(); ++m) {
            const EntityMention& mention = found_.mentions[m];
            if (mention.entity == kNone || mention.form == ReferenceForm::pronoun) continue;
            const LinkedEntity& entity = found_.entities[mention.entity];
            if (entity.kind != EntityKind::actor) continue;
            if (entity.people == 2) {
                of_group(m);
            } else if (entity.people == 0) {
                of_body(m);
            }
        }
    }

  private:
    [[nodiscard]] const nlp::Sentence& sentence_of(std::uint32_t m) const {
        return tree_.analysis().sentences[found_.mentions[m].sentence];
    }
    [[nodiscard]] const LinkedEntity& entity_of(std::uint32_t m) const {
        return found_.entities[found_.mentions[m].entity];
    }
    [[nodiscard]] bool is_country(std::uint32_t m) const {
        return entity_of(m).kind == EntityKind::country && entity_of(m).type != "group";
    }
    [[nodiscard]] bool is_organization(std::uint32_t m) const {
        return entity_of(m).kind == EntityKind::actor && entity_of(m).people == 0;
    }
    [[nodiscard]] bool is_person(std::uint32_t m) const { return entity_of(m).people == 1; }
    [[nodiscard]] bool is_region(std::uint32_t m) const { return entity_of(m).type == "region"; }
    [[nodiscard]] bool is_place(std::uint32_t m) const { return entity_of(m).type == "place"; }
    [[nodiscard]] bool is_named(std::uint32_t m) const {
        const auto& mentions = entity_of(m).mentions;
        return std::ranges::any_of(mentions, [&](std::uint32_t other) {
            return found_.mentions[other].form == ReferenceForm::name ||
                   found_.mentions[other].last - found_.mentions[other].first > 1;
        });
    }

    void add(std::uint32_t actor, std::uint32_t target_entity, std::uint32_t target, TokenRange role,
             bool implied = false) {
        const std::uint32_t who = found_.mentions[actor].entity;
        if (who == target_entity) return;
        if (implied && said_.contains({who, target_entity})) return;
        if (!implied && !said_.insert({who, target_entity}).second) return;
        found_.affiliations.push_back({who, target_entity, actor, target,
                                       role.empty() ? std::string() : std::string(tree_.text(role)),
                                       implied});
    }
    /// Who heads a country's delegation or embassy works for the country.
    void add(std::uint32_t actor, std::uint32_t target, TokenRange role) {
        const LinkedEntity& body = entity_of(target);
        const bool mission = body.country != kNone && (body.core == "delegation" || body.core == "embassy" ||
                                                       body.core == "consulate" || body.core == "mission");
        if (mission) {
            add(actor, body.country, mention_of(body.country, found_.mentions[target]), role);
        } else {
            add(actor, found_.mentions[target].entity, target, role);
        }
    }

    /// The nominal mention headed by the words of office is of the person of `m`.
    void describe(std::uint32_t m, const OfficeWords& office) {
        const std::uint32_t at = found_.mention_at(office.range.last - 1);
        if (at == kNone || at == m) return;
        EntityMention& description = found_.mentions[at];
        if (description.entity == kNone || description.form != ReferenceForm::nominal ||
            entity_of(at).people != 2 || tree_[description.head].morph.number == nlp::Number::plural ||
            (description.first <= found_.mentions[m].first && found_.mentions[m].last <= description.last)) {
            return;
        }
        same_as(at, m);
    }

    void same_as(std::uint32_t description, std::uint32_t named) {
        EntityMention& mention = found_.mentions[description];
        std::erase(found_.entities[mention.entity].mentions, description);
        mention.entity = found_.mentions[named].entity;
        mention.antecedent = named;
        std::vector<std::uint32_t>& now = found_.entities[mention.entity].mentions;
        now.insert(std::lower_bound(now.begin(), now.end(), description), description);
    }

    /// One firm or bank that the lexicon of groups knows by its noun.
    [[nodiscard]] bool is_firm(std::uint32_t m) const {
        const EntityMention& mention = found_.mentions[m];
        return entity_of(m).people == 2 && tree_[mention.head].morph.number != nlp::Number::plural &&
               tree_.is_lemma(mention.head,
                              {"firm", "company", "bank", "manufacturer", "producer", "retailer", "union",
                               "maker", "exporter", "importer", "supplier", "team"});
    }

    /// Mentions that an office may be of, within the range, none inside another; not of `except`'s entity.
    [[nodiscard]] std::vector<std::uint32_t> targets(TokenRange range, std::uint32_t except) const {
        std::vector<std::uint32_t> out;
        const auto from = std::lower_bound(
            found_.mentions.begin(), found_.mentions.end(), range.first,
            [](const EntityMention& mention, TokenIndex first) { return mention.first < first; });
        TokenIndex covered = range.first;
        for (auto at = from; at != found_.mentions.end() && at->first < range.last; ++at) {
            const auto m = static_cast<std::uint32_t>(at - found_.mentions.begin());
            if (at->entity == kNone || at->first < covered || at->last > range.last) continue;
            if (at->entity == found_.mentions[except].entity) continue;
            if (at->form == ReferenceForm::pronoun && !at->possessive) continue;
            if (!is_country(m) && !is_organization(m) && !is_person(m) && !is_place(m)) continue;
            // "network", "center": a common noun alone is no body with a name.
            if (at->form == ReferenceForm::nominal && at->last - at->first == 1 &&
                !starts_with_capital(tree_[at->first].form) && !is_named(m))
                continue;
            out.push_back(m);
            covered = at->last;
        }
        return out;
    }

    /// The office whose words end at `end`, a full stop between left out.
    [[nodiscard]] const OfficeWords* office_ending(TokenIndex end) const {
        for (const OfficeWords& office : offices_) {
            if (office.range.last == end) return &office;
            if (office.range.last + 1 == end && tree_[end - 1].form == ".") return &office;
            if (office.range.first > end) break;
        }
        return nullptr;
    }

    [[nodiscard]] bool is_plural(const OfficeWords& office) const {
        return tree_[office.range.last - 1].morph.number == nlp::Number::plural;
    }
    /// "Illinois Democrat": where somebody stands, and no office.
    [[nodiscard]] bool is_partisan(const OfficeWords& office) const {
        const std::string_view last = tree_.lemma(office.range.last - 1);
        return last == "Democrat" || last == "democrat" || last == "Republican" || last == "republican";
    }

    [[nodiscard]] bool is_servant(const OfficeWords& office) const {
        return contains(kServants, tree_.lemma(office.range.last - 1));
    }

    /// Where the noun phrase that ends at `end` begins: over nouns, adjectives and possessives.
    [[nodiscard]] TokenIndex chunk_start(TokenIndex end, TokenIndex limit) const {
        TokenIndex first = end;
        while (first > limit && end - first < kLongestPhrase) {
            const TokenIndex t = first - 1;
            const nlp::Token& word = tree_[t];
            bool inside = false;
            switch (word.upos) {
                case Upos::propn:
                case Upos::adj:
                case Upos::noun:
                case Upos::x:
                case Upos::num:
                    inside = true;
                    break;
                case Upos::verb:
                    inside = modifies(t);
                    break;
                case Upos::adv:
                    inside = tree_.base_relation(t) == Deprel::advmod && tree_.head(t) == t + 1;
                    break;
                case Upos::part:
                    inside = word.xpos == nlp::Xpos::pos;
                    break;
                case Upos::pron:
                    inside = word.xpos == nlp::Xpos::prp_poss;
                    break;
                case Upos::det:
                    inside = t > limit && word.lemma == "the" && first < end && owned_later(first, end);
                    break;
                case Upos::cconj:
                    // "foreign and finance minister"
                    inside = t > limit && first < end && !starts_with_capital(tree_[first].form) &&
                             (tree_[t - 1].upos == Upos::noun || tree_[t - 1].upos == Upos::adj);
                    break;
                case Upos::punct:
                    inside = (word.form == "-" || word.form == "&") && t > limit;
                    // "Grain Board (GB) President"
                    if (word.form == ")" && t > limit + 2 && tree_[t - 2].form == "(") {
                        first = t - 2;
                        continue;
                    }
                    break;
                default:
                    inside = word.form == "&";
                    break;
            }
            if (!inside) break;
            first = t;
            if (word.xpos == nlp::Xpos::prp_poss) break;
        }
        return first;
    }

    [[nodiscard]] bool modifies(TokenIndex verb) const {
        return tree_.base_relation(verb) == Deprel::amod || tree_.base_relation(verb) == Deprel::compound;
    }

    /// "the ministry's spokesman": the article stands inside the phrase.
    [[nodiscard]] bool owned_later(TokenIndex first, TokenIndex end) const {
        for (TokenIndex t = first; t < end; ++t) {
            if (tree_[t].xpos == nlp::Xpos::pos) return true;
        }
        return false;
    }

    /// Of the targets before words of office, the one that the office is of: the organization nearest to the
    /// office, else the nearest country, else the owner that is a person.
    bool take_before(std::uint32_t m, TokenRange chunk, const OfficeWords& office) {
        std::uint32_t organization = kNone;
        std::uint32_t country = kNone;
        std::uint32_t person = kNone;
        std::uint32_t place = kNone;
        for (const std::uint32_t t : targets(chunk, m)) {
            const EntityMention& target = found_.mentions[t];
            const bool direct = target.possessive || target.last == chunk.last;
            if (is_region(t)) continue;
            if (is_organization(t)) {
                organization = t;
            } else if (is_country(t)) {
                country = t;
            } else if (is_place(t) && direct) {
                place = t;
            } else if (is_person(t) && (target.possessive || (direct && is_servant(office)))) {
                person = t;
            }
        }
        if (organization != kNone) {
            add(m, organization, office.range);
            country_of_body(m, organization, office);
            return true;
        }
        if (country != kNone) {
            add(m, country, office.range);
            return true;
        }
        if (person == kNone && place != kNone) {
            make_employer(place);
            person = place;
        }
        if (person != kNone) add(m, person, office.range);
        return person != kNone;
    }

    /// What the recogniser took for a place has people who hold office in it.
    void make_employer(std::uint32_t m) {
        LinkedEntity& employer = found_.entities[found_.mentions[m].entity];
        employer.kind = EntityKind::actor;
        employer.type = "organization";
    }

    /// Who speaks for the ministry of a country speaks for the country.
    void country_of_body(std::uint32_t m, std::uint32_t body, const OfficeWords& office) {
        if (office.sort != TitleClass::office || entity_of(body).type != "government_body") return;
        std::uint32_t inside = country_inside(body);
        if (inside == kNone) inside = country_before(body);
        if (inside != kNone) {
            add(m, inside, office.range);
        } else if (entity_of(m).country != kNone && entity_of(m).country == entity_of(body).country) {
            add(m, entity_of(m).country, kNone, office.range);
        } else if (entity_of(body).country == kNone && seat_in_sentence(m) != kNone) {
            add(m, seat_in_sentence(m), office.range);
        }
    }

    /// "US | Commerce Department", "Chinese | Foreign Ministry": the country right before the name.
    [[nodiscard]] std::uint32_t country_before(std::uint32_t body) const {
        for (std::uint32_t i = body; i-- > 0 && body - i < 8;) {
            const EntityMention& other = found_.mentions[i];
            if (other.last == found_.mentions[body].first && other.entity != kNone && is_country(i) &&
                !is_region(i) && other.modifier)
                return i;
        }
        return kNone;
    }

    [[nodiscard]] std::uint32_t country_inside(std::uint32_t body) const {
        const EntityMention& outer = found_.mentions[body];
        for (std::uint32_t i = body + 1; i < found_.mentions.size(); ++i) {
            const EntityMention& inner = found_.mentions[i];
            if (inner.first >= outer.last) break;
            if (inner.entity != kNone && inner.last <= outer.last && is_country(i) && !is_region(i)) return i;
        }
        return kNone;
    }

    /// "US Treasury Secretary Jane Doe", "the White House spokesman, John Roe", "Ambassador to Chad Jane
    /// Doe".
    void before(std::uint32_t m) {
        const EntityMention& mention = found_.mentions[m];
        const TokenIndex start = sentence_of(m).first;
        TokenIndex end = mention.first;
        if (end > start + 1 && tree_[end - 1].xpos == nlp::Xpos::pos) {
            const std::vector<std::uint32_t> owner = targets({chunk_start(end - 1, start), end - 1}, m);
            if (!owner.empty() && is_organization(owner.back()) &&
                found_.mentions[owner.back()].last + 1 == end &&
                (entity_of(owner.back()).type != "unknown" ||
                 found_.mentions[owner.back()].last > 1 + found_.mentions[owner.back()].first)) {
                add(m, owner.back(), {});
            }
            return;
        }
        bool comma = false;
        if (end > start && tree_[end - 1].form == ",") {
            comma = true;
            --end;
        }
        const OfficeWords* office = end > start ? office_ending(end) : nullptr;
        if (office == nullptr) office = office_with_phrase(m, start, end);
        bool found = false;
        const OfficeWords* first_office = nullptr;
        for (int depth = 0; office != nullptr && depth < 3; ++depth) {
            if (office->range.first < start || is_partisan(*office)) break;
            const TokenIndex chunk = chunk_start(office->range.first, start);
            if (comma && !introduces(m, chunk, start)) return;
            if (office->sort != TitleClass::honorific) {
                if (first_office == nullptr) first_office = office;
                describe(m, *office);
            }
            // A further office in the same phrase: "AU chairperson | President | Jane Doe".
            const OfficeWords* further = office_ending(office->range.first);
            if (further == nullptr) {
                if (office->sort != TitleClass::honorific || chunk < office->range.first)
                    found = take_before(m, {chunk, office->range.first}, *office) || found;
            }
            office = further;
        }
        if (!found && first_office != nullptr) known_country(m, *first_office);
        if (first_office != nullptr) offices_of_.emplace_back(m, first_office->range);
    }

    /// A minister or secretary whose country the lexicon knows, for a text that leaves it out.
    void known_country(std::uint32_t m, const OfficeWords& office) {
        const std::uint32_t usual = state_of_office(office);
        if (usual != kNone && entity_of(m).country == kNone) {
            add(m, usual, kNone, office.range);
            return;
        }
        if (office.sort == TitleClass::office && entity_of(m).country == kNone) {
            const std::uint32_t seat = seat_in_sentence(m);
            if (seat != kNone) add(m, seat, office.range);
            return;
        }
        // Whose country a president is of goes without saying.
        static constexpr std::array<std::string_view, 10> kMinisters = {
            "secretary", "minister", "representative", "commissioner", "ambassador",
            "treasury",  "commerce", "agriculture",    "state",        "negotiator"};
        std::string last;
        for (const char c : tree_[office.range.last - 1].form)
            last += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (office.sort == TitleClass::office && contains(kMinisters, last))
            add(m, entity_of(m).country, kNone, office.range);
    }

    /// "President Jane Doe told reporters in N'Djamena": the capital where they speak, if it alone is named.
    [[nodiscard]] std::uint32_t seat_in_sentence(std::uint32_t m) const {
        std::uint32_t seat = kNone;
        for (std::uint32_t i = 0; i < found_.mentions.size(); ++i) {
            const EntityMention& mention = found_.mentions[i];
            if (mention.sentence != found_.mentions[m].sentence || mention.entity == kNone || !is_country(i))
                continue;
            if (!mention.metonym || !mention.place_reading) continue;
            if (seat != kNone && found_.mentions[seat].entity != mention.entity) return kNone;
            seat = i;
        }
        return seat;
    }

    /// The one state that has such an office, when the document speaks of that state.
    [[nodiscard]] std::uint32_t state_of_office(const OfficeWords& office) const {
        if (office.country.empty()) return kNone;
        for (std::uint32_t e = 0; e < found_.entities.size(); ++e) {
            if (found_.entities[e].id == office.country && found_.entities[e].kind == EntityKind::country)
                return found_.entities[e].mentions.empty() ? kNone : e;
        }
        return kNone;
    }

    /// "Presidents Jane Doe and John Roe", "Fed economists Jane Doe and John Roe": what the office of the
    /// first is of is said of the others too, when its words are in the plural.
    void by_coordination(std::uint32_t m) {
        const TokenIndex first = tree_.first_conjunct(found_.mentions[m].head);
        if (first == found_.mentions[m].head) return;
        const std::uint32_t other = found_.mention_at(first);
        if (other == kNone || other == m || found_.mentions[other].entity == kNone) return;
        for (const auto& [mention, office] : offices_of_) {
            if (found_.mentions[mention].entity != found_.mentions[other].entity ||
                found_.mentions[mention].sentence != found_.mentions[m].sentence ||
                tree_[office.last - 1].morph.number != nlp::Number::plural)
                continue;
            const std::uint32_t who = found_.mentions[mention].entity;
            for (std::size_t i = 0; i < found_.affiliations.size(); ++i) {
                const Affiliation known = found_.affiliations[i];
                if (known.actor == who && known.actor_mention == mention)
                    add(m, known.target, known.target_mention, office);
            }
            return;
        }
    }

    /// Words of office before a comma that are of the person after it, and not of one before them.
    [[nodiscard]] bool introduces(std::uint32_t m, TokenIndex chunk, TokenIndex start) const {
        while (chunk > start && tree_[chunk - 1].upos == Upos::det) --chunk;
        if (chunk > start + 1 && tree_[chunk - 1].form == ",") {
            const std::uint32_t before = found_.mention_at(chunk - 2);
            const TokenIndex head = tree_.head(chunk - 2);
            const std::uint32_t over = head == kNone ? kNone : found_.mention_at(head);
            for (const std::uint32_t other : {before, over}) {
                if (other != kNone && found_.mentions[other].entity != kNone && is_person(other))
                    return false;
            }
        }
        const TokenIndex after = found_.mentions[m].last;
        return after < tree_.size();
    }

    /// "President of the Grain Board | Jane Doe": words of office with their phrase before the name.
    const OfficeWords* office_with_phrase(std::uint32_t m, TokenIndex start, TokenIndex end) {
        if (end > start && tree_[end - 1].upos == Upos::adp) return nullptr;
        for (TokenIndex t = end; t-- > start && end - t <= kLongestPhrase;) {
            const nlp::Token& word = tree_[t];
            if (word.form == "," && t + 1 == end) continue;
            if ((word.upos == Upos::verb && !modifies(t)) || word.upos == Upos::aux ||
                word.upos == Upos::punct || word.upos == Upos::sconj) {
                const bool listed = word.form == "," && t > start && starts_with_capital(tree_[t - 1].form) &&
                                    starts_with_capital(tree_[t + 1].form);
                if (word.form != "-" && !listed) return nullptr;
            }
            const std::uint32_t inside = found_.mention_at(t);
            if (inside != kNone && found_.mentions[inside].entity != kNone && is_person(inside))
                return nullptr;
            if (word.upos != Upos::adp) continue;
            const OfficeWords* office = office_ending(t);
            if (office == nullptr) continue;
            if (tree_[t].lemma != "to" ||
                (is_servant(*office) && tree_.lemma(office->range.last - 1) != "secretary"))
                take_after(m, *office, {t, end});
            return office;
        }
        return nullptr;
    }

    /// The nearest adposition before the mention with nothing but its modifiers between.
    [[nodiscard]] std::string_view link_before(TokenIndex first, TokenIndex limit) const {
        for (TokenIndex t = first; t-- > limit;) {
            const nlp::Token& word = tree_[t];
            if (word.upos == Upos::adp) return word.lemma;
            if (word.upos == Upos::det || word.upos == Upos::adj || word.upos == Upos::noun ||
                word.upos == Upos::propn || word.xpos == nlp::Xpos::pos || word.upos == Upos::cconj ||
                word.form == "," || word.form == "-")
                continue;
            return {};
        }
        return {};
    }

    /// The targets of the phrases that follow words of office: "at Roe & Co", "of Chad", "to Jane Doe".
    bool take_after(std::uint32_t m, const OfficeWords& office, TokenRange phrase) {
        bool found = false;
        for (const std::uint32_t t : targets(phrase, m)) {
            const EntityMention& target = found_.mentions[t];
            const std::string_view link = link_before(target.first, phrase.first);
            if (target.possessive && target.last + 1 < phrase.last) {
                // "head of China's banking regulator": of what follows, when that is known, else of the
                // owner.
                if (is_person(t) || (is_organization(t) && !found && link != "of")) continue;
            }
            const bool servant = is_servant(office);
            if (link == "to") {
                if (!servant || tree_.lemma(office.range.last - 1) == "secretary") continue;
                add(m, t, office.range);
                found = true;
                continue;
            }
            if (!contains(kLinks, link)) continue;
            if (is_place(t)) {
                // "an analyst at Roe", "the governor of Idaho": nobody works at a place.
                if ((link != "at" && (link != "of" || office.sort != TitleClass::office)) || found) continue;
                make_employer(t);
            }
            if (is_person(t)) {
                if (servant && (link == "of" || link == "for")) {
                    add(m, t, office.range);
                    found = true;
                }
                continue;
            }
            if (is_country(t)) {
                const bool of = link == "of" || (link == "for" && office.sort == TitleClass::office);
                if (!of || found || is_region(t)) continue;
            } else if (link == "in" && (found || entity_of(t).type == "unknown")) {
                continue;
            }
            add(m, t, office.range);
            if (is_organization(t)) country_of_body(m, t, office);
            found = true;
        }
        return found;
    }

    /// "Jane Doe of Roe & Co", "Jane Doe, a partner at Roe & Co".
    void after(std::uint32_t m) {
        const EntityMention& mention = found_.mentions[m];
        const TokenIndex end = sentence_of(m).last;
        TokenIndex t = mention.last;
        if (t + 1 < end && (tree_[t].form == "of" || tree_[t].form == "at" || tree_[t].form == "with")) {
            TokenIndex last = t + 1;
            while (last < end && last < t + 10 && tree_[last].upos != Upos::punct &&
                   tree_[last].upos != Upos::verb && tree_[last].upos != Upos::aux)
                ++last;
            for (const std::uint32_t target : targets({t + 1, last}, m)) {
                TokenIndex first = found_.mentions[target].first;
                while (first > t + 1 && tree_[first - 1].upos == Upos::det) --first;
                if (first != t + 1) break;
                if (is_person(target) || is_place(target)) {
                    t = found_.mentions[target].last;
                    break;
                }
                if (is_country(target) && (tree_[t].form != "of" || is_region(target))) break;
                if (is_organization(target) && tree_[t].form == "with") break;
                add(m, target, {});
                t = found_.mentions[target].last;
                break;
            }
        }
        if (t + 1 >= end) return;
        if (tree_[t].form == "," || tree_[t].form == "(" || tree_[t].form == "-" || tree_[t].form == "--" ||
            tree_[t].form == "–" || tree_[t].form == "—") {
            if (t + 2 < end && tree_[t + 1].form == "who" && by_clause(m, t + 2, end)) return;
            const TokenIndex last = segment_end(t + 1, end);
            const bool found = in_segment(m, {t + 1, last});
            if (!found && last + 1 < end && tree_[last].form == "," && last - t <= 4)
                in_segment(m, {last + 1, segment_end(last + 1, end)});
        }
    }

    /// "Jane Doe, who heads the Grain Board", "who works for Roe & Co".
    bool by_clause(std::uint32_t m, TokenIndex verb, TokenIndex end) {
        TokenIndex object = verb + 1;
        if (tree_.is_lemma(verb, {"work", "consult"})) {
            if (object >= end || tree_[object].upos != Upos::adp) return false;
            ++object;
        } else if (!tree_.is_lemma(
                       verb, {"head", "lead", "chair", "run", "direct", "manage", "own", "represent"})) {
            return false;
        }
        for (const std::uint32_t t : targets({object, std::min(object + 10, end)}, m)) {
            TokenIndex first = found_.mentions[t].first;
            while (first > object && tree_[first - 1].upos == Upos::det) --first;
            if (first != object || is_person(t) || is_place(t)) return false;
            add(m, t, {});
            return true;
        }
        return false;
    }

    [[nodiscard]] TokenIndex segment_end(TokenIndex first, TokenIndex end) const {
        TokenIndex t = first;
        for (; t < end && t - first < kLongestSegment; ++t) {
            const nlp::Token& word = tree_[t];
            if (word.upos == Upos::aux) break;
            if (word.upos == Upos::verb && !modifies(t) && word.xpos != nlp::Xpos::vbn &&
                word.xpos != nlp::Xpos::vbg)
                break;
            if (word.xpos == nlp::Xpos::wp || word.xpos == nlp::Xpos::wdt || word.xpos == nlp::Xpos::wp_poss)
                break;
            if (word.upos == Upos::punct && word.form != "-" && word.form != "." && word.form != "'" &&
                word.form != "&")
                break;
        }
        return t;
    }

    /// Words of office within a stretch that describes the person of `m`.
    bool in_segment(std::uint32_t m, TokenRange segment) {
        if (segment.empty()) return false;
        switch (tree_[segment.first].upos) {
            case Upos::det:
            case Upos::adj:
            case Upos::noun:
            case Upos::propn:
            case Upos::adv:
            case Upos::num:
            case Upos::x:
                break;
            case Upos::pron:
                if (tree_[segment.first].xpos != nlp::Xpos::prp_poss) return false;
                break;
            default:
                return false;
        }
        std::vector<const OfficeWords*> inside;
        for (const OfficeWords& office : offices_) {
            // A plural is of others: "Jane Doe, with ministers of ..."
            if (office.sort != TitleClass::honorific && office.range.first >= segment.first &&
                office.range.last <= segment.last && !is_plural(office) && !is_partisan(office))
                inside.push_back(&office);
        }
        if (inside.empty()) return unnamed_office(m, segment);
        // A name right after the last words of office is another person's: "..., and President Jane Doe".
        bool found = false;
        TokenIndex from = segment.first;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            const OfficeWords& office = *inside[i];
            if (i > 0 && inside[i - 1]->range.last > office.range.first) continue;
            if (introduces_other(m, office, segment)) break;
            describe(m, office);
            const TokenIndex to =
                i + 1 < inside.size() ? next_office_start(*inside[i + 1], office) : segment.last;
            const TokenIndex chunk = chunk_start(office.range.first, from);
            // "president and chief executive of Roe & Co": the phrase is of both.
            const bool here = take_after(m, office, {office.range.last, to});
            bool before_it = false;
            if (!here || only_countries(m, {office.range.last, to}))
                before_it = take_before(m, {chunk, office.range.first}, office) || named_office(m, office);
            found = found || here || before_it;
            from = office.range.last;
        }
        if (!found) known_country(m, *inside.front());
        return found;
    }

    /// "United States Trade Representative" is the name of an office and of its holder.
    bool named_office(std::uint32_t m, const OfficeWords& office) {
        const std::uint32_t at = found_.mention_at(office.range.last - 1);
        if (at == kNone || found_.mentions[at].entity == kNone || !is_organization(at)) return false;
        if (found_.mentions[at].last != office.range.last || entity_of(at).country == kNone) return false;
        add(m, entity_of(at).country, mention_of(entity_of(at).country, found_.mentions[at]), office.range);
        return true;
    }

    [[nodiscard]] bool only_countries(std::uint32_t m, TokenRange range) const {
        const std::vector<std::uint32_t> inside = targets(range, m);
        return std::ranges::all_of(inside, [&](std::uint32_t t) { return is_country(t); });
    }

    [[nodiscard]] TokenIndex next_office_start(const OfficeWords& next, const OfficeWords& current) const {
        return std::max(chunk_start(next.range.first, current.range.last), current.range.last);
    }

    [[nodiscard]] bool introduces_other(std::uint32_t m, const OfficeWords& office,
                                        TokenRange segment) const {
        if (office.range.last >= segment.last) return false;
        for (std::uint32_t i = 0; i < found_.mentions.size(); ++i) {
            const EntityMention& other = found_.mentions[i];
            if (other.first > office.range.last + 1) break;
            if (other.sentence != found_.mentions[m].sentence) continue;
            const bool at = other.first == office.range.last ||
                            (other.first == office.range.last + 1 && tree_[office.range.last].form == ".");
            if (at && other.entity != kNone && other.entity != found_.mentions[m].entity && is_person(i))
                return true;
        }
        return false;
    }

    /// "Jane Doe, who teaches ..." has no words of office; "Jane Doe, a wheat specialist at Roe & Co" may be
    /// described by a noun that is in no lexicon.
    bool unnamed_office(std::uint32_t m, TokenRange segment) {
        for (const std::uint32_t t : targets(segment, m)) {
            if (!is_organization(t) || entity_of(t).type == "unknown") continue;
            const std::string_view link = link_before(found_.mentions[t].first, segment.first);
            if (link != "at" && link != "for") continue;
            add(m, t, {});
            return true;
        }
        return false;
    }

    /// "Jane Doe is chief economist of Roe & Co".
    void by_copula(std::uint32_t m) {
        const EntityMention& mention = found_.mentions[m];
        if (tree_.base_relation(mention.head) != Deprel::nsubj) return;
        const TokenIndex governor = tree_.head(mention.head);
        if (governor == kNone) return;
        TokenIndex noun = kNone;
        if (tree_.is_nominal(governor) && tree_.child(governor, {Deprel::cop}) != kNone) {
            noun = governor;
        } else if (tree_.is_lemma(governor, {"become", "remain"})) {
            noun = tree_.child(governor, {Deprel::xcomp, Deprel::obj});
        }
        if (noun == kNone || noun < mention.last || !tree_.is_nominal(noun)) return;
        for (const OfficeWords& office : offices_) {
            if (!office.range.contains(noun)) continue;
            const TokenIndex end = segment_end(office.range.last, sentence_of(m).last);
            in_segment(m, {chunk_start(office.range.first, mention.last), end});
            return;
        }
    }

    [[nodiscard]] static bool is_panel(std::string_view head) {
        return head == "panel" || head == "tribunal" || head == "committee" || head == "subcommittee";
    }

    [[nodiscard]] bool is_office_noun(TokenIndex head) const {
        if (tree_.is_lemma(head, {"authority", "authorities"})) return true;
        return std::ranges::any_of(lexicons_.phrases().find(tree_.lemma(head)), [&](std::uint32_t value) {
            const Sense& sense = lexicons_.sense(value);
            return sense.kind == Sense::Kind::title &&
                   lexicons_.titles()[sense.index].sort == EntityLexicons::TitleClass::office;
        });
    }

    /// "Fed economists Jane Doe and John Roe": the words of office of those named next.
    [[nodiscard]] bool names_follow(TokenIndex end) const {
        const std::uint32_t next = end < tree_.size() ? next_mention(end) : kNone;
        return next != kNone && is_person(next) && found_.mentions[next].form == ReferenceForm::name;
    }

    /// A resolved mention that starts at the token, or kNone.
    [[nodiscard]] std::uint32_t next_mention(TokenIndex t) const {
        auto at = std::lower_bound(
            found_.mentions.begin(), found_.mentions.end(), t,
            [](const EntityMention& mention, TokenIndex first) { return mention.first < first; });
        for (; at != found_.mentions.end() && at->first == t; ++at) {
            if (at->entity != kNone) return static_cast<std::uint32_t>(at - found_.mentions.begin());
        }
        return kNone;
    }

    /// "Chinese officials", "an ITC spokesman", "executives from Roe & Co".
    void of_group(std::uint32_t m) {
        const EntityMention& mention = found_.mentions[m];
        const LinkedEntity& entity = entity_of(m);
        if (names_follow(mention.last)) return;
        bool found = false;
        for (const std::uint32_t t : targets({mention.head + 1, mention.last}, m)) {
            const std::string_view link = link_before(found_.mentions[t].first, mention.head + 1);
            const bool country = is_country(t);
            if (is_person(t) || is_place(t) || is_region(t) ||
                (link != "of" && link != "from" && link != "at"))
                continue;
            if (country && !is_office_noun(mention.head)) continue;
            add(m, t, {mention.head, mention.head + 1});
            found = true;
        }
        if (found) return;
        const TokenIndex next = mention.last;
        if (next + 1 < sentence_of(m).last && (tree_[next].form == "from" || tree_[next].form == "at")) {
            for (const std::uint32_t t : targets({next + 1, std::min(next + 8, sentence_of(m).last)}, m)) {
                TokenIndex first = found_.mentions[t].first;
                while (first > next + 1 && tree_[first - 1].upos == Upos::det) --first;
                if (first == next + 1 && is_organization(t) && found_.mentions[t].form == ReferenceForm::name)
                    add(m, t, {mention.head, mention.head + 1});
                break;
            }
        }
        if (entity.parent != kNone) {
            const LinkedEntity& parent = found_.entities[entity.parent];
            const std::uint32_t at = mention_of(entity.parent, mention);
            const bool named = parent.people == 1 || (parent.people == 0 && parent.type != "unknown");
            const bool written = at != kNone && (starts_with_capital(tree_[found_.mentions[at].first].form) ||
                                                 found_.mentions[at].last - found_.mentions[at].first > 1);
            if (named && written && is_member_noun(mention.head)) {
                add(m, entity.parent, at, {mention.head, mention.head + 1});
                return;
            }
        }
        if (entity.country != kNone && found_.entities[entity.country].type != "region" &&
            is_office_noun(mention.head)) {
            const TokenRange role{mention.head, mention.head + 1};
            add(m, entity.country, mention_of(entity.country, mention), role);
            for (const std::uint32_t member : mention.members) {
                const std::uint32_t country = found_.entities[member].country;
                if (country == kNone || !said_.insert({member, country}).second) continue;
                found_.affiliations.push_back(
                    {member, country, m, kNone, std::string(tree_.text(role)), false});
            }
        }
    }

    [[nodiscard]] bool is_member_noun(TokenIndex head) const {
        return is_office_noun(head) ||
               tree_.is_lemma(head, {"member", "executive", "employee", "worker", "staff", "economist",
                                     "analyst", "manager", "director", "researcher", "lawyer", "team"});
    }

    [[nodiscard]] std::uint32_t mention_of(std::uint32_t entity, const EntityMention& outer) const {
        for (const std::uint32_t m : found_.entities[entity].mentions) {
            const EntityMention& mention = found_.mentions[m];
            if (mention.first >= outer.first && mention.last <= outer.last) return m;
        }
        return kNone;
    }

    /// "China's commerce ministry", "the US Treasury", "the Air Office of Chad", "Roe & Co's Doe Ltd".
    void of_body(std::uint32_t m) {
        const EntityMention& mention = found_.mentions[m];
        const LinkedEntity& entity = entity_of(m);
        const TokenIndex start = sentence_of(m).first;
        // "US authority to negotiate" is a power, "the office" a room.
        if (mention.form == ReferenceForm::nominal && tree_[mention.head].form == tree_.lemma(mention.head) &&
            tree_.is_lemma(mention.head, {"authority", "office"}) &&
            tree_.child(mention.head, {Deprel::acl}) != kNone)
            return;
        part_of(m);
        // What stands right before the name is its owner.
        if (mention.first > start + 1 && tree_[mention.first - 1].xpos == nlp::Xpos::pos) {
            for (const std::uint32_t t :
                 targets({chunk_start(mention.first - 1, start), mention.first - 1}, m)) {
                if (found_.mentions[t].last + 1 != mention.first || is_person(t)) continue;
                if (is_organization(t) && entity_of(t).type == "unknown") continue;
                if (is_region(t) || is_place(t)) continue;
                if (entity.type == "unknown" || entity.type == "place" || entity.type.empty()) continue;
                add(m, t, {});
                return;
            }
        }
        const std::uint32_t beside = entity.type == "international_organization" ? kNone : country_before(m);
        if (beside != kNone && entity.type != "unknown" && entity.type != "place" &&
            entity.type != "company" && entity.type != "organization") {
            add(m, beside, {});
        }
        const bool body = !entity.type.empty() && entity.type != "organization" && entity.type != "company" &&
                          entity.type != "unknown" && entity.type != "international_organization";
        const std::uint32_t inside = body ? country_inside(m) : kNone;
        if (inside != kNone && entity.type != "place" &&
            (found_.mentions[inside].first == mention.first ||
             (follows_of(found_.mentions[inside].first) &&
              (found_.mentions[inside].last == mention.last || entity.type == "government_body")))) {
            add(m, inside, {});
        } else if (entity.type != "international_organization" && mention.last + 1 < sentence_of(m).last &&
                   tree_[mention.last].form == "of" && body) {
            for (const std::uint32_t t :
                 targets({mention.last + 1, std::min(mention.last + 4, sentence_of(m).last)}, m)) {
                TokenIndex first = found_.mentions[t].first;
                while (first > mention.last + 1 && tree_[first - 1].upos == Upos::det) --first;
                if (first == mention.last + 1 && is_country(t) && !found_.mentions[t].possessive)
                    add(m, t, {});
                break;
            }
        }
        if (entity.parent != kNone && mention.form == ReferenceForm::nominal) {
            const LinkedEntity& parent = found_.entities[entity.parent];
            const std::uint32_t at = mention_of(entity.parent, mention);
            if (parent.people == 0 && parent.type != "unknown" && at != kNone && !is_panel(entity.core) &&
                found_.mentions[at].first == mention.first)
                add(m, entity.parent, at, {});
        }
        if (entity.country != kNone) add(m, entity.country, kNone, {}, true);
    }

    [[nodiscard]] bool follows_of(TokenIndex first) const {
        while (first > 0 && tree_[first - 1].upos == Upos::det) --first;
        return first > 0 && tree_[first - 1].form == "of";
    }

    /// "Iranian airline | Doe Air", "its state oil company, Doe Oil": the description's country.
    void described_before(std::uint32_t m) {
        const EntityMention& mention = found_.mentions[m];
        if (mention.form != ReferenceForm::name) return;
        for (std::uint32_t i = m; i-- > 0 && m - i < 12;) {
            EntityMention& other = found_.mentions[i];
            if (other.sentence != mention.sentence) break;
            const bool comma = other.last + 1 == mention.first && tree_[other.last].form == ",";
            if ((other.last != mention.first && !comma) || other.form != ReferenceForm::nominal ||
                other.entity == mention.entity ||
                (other.entity != kNone && !is_organization(i) && !is_firm(i)))
                continue;
            std::uint32_t country = other.entity == kNone ? kNone : entity_of(i).country;
            std::uint32_t at = country == kNone ? kNone : mention_of(country, other);
            if (country == kNone) {
                const TokenIndex owner = tree_.child(other.head, {Deprel::nmod_poss});
                if (owner != kNone) at = found_.mention_at(owner);
                if (at != kNone && found_.mentions[at].entity != kNone && is_country(at))
                    country = found_.mentions[at].entity;
            }
            if (country != kNone && found_.entities[country].type != "region") add(m, country, at, {});
            if (!comma && other.entity != kNone) same_as(i, m);
            return;
        }
    }

    /// "Roe & Co's subsidiary, Doe Ltd", "Doe Ltd, the oil unit of Roe & Co".
    void part_of(std::uint32_t m) {
        const EntityMention& mention = found_.mentions[m];
        if (mention.form != ReferenceForm::name) return;
        const nlp::Sentence& sentence = sentence_of(m);
        TokenIndex end = mention.first;
        if (end > sentence.first && tree_[end - 1].form == ",") --end;
        if (end > sentence.first && contains(kParts, tree_.lemma(end - 1))) {
            for (const std::uint32_t t : targets({chunk_start(end - 1, sentence.first), end - 1}, m)) {
                if (is_organization(t) && found_.mentions[t].possessive) {
                    add(m, t, {end - 1, end});
                    return;
                }
            }
        }
        if (mention.last < sentence.last && tree_[mention.last].form == ",") {
            const TokenIndex last = segment_end(mention.last + 1, sentence.last);
            for (TokenIndex t = mention.last + 1; t < last; ++t) {
                if (!contains(kParts, tree_.lemma(t))) continue;
                for (const std::uint32_t owner : targets({t + 1, last}, m)) {
                    if (is_organization(owner) && link_before(found_.mentions[owner].first, t + 1) == "of") {
                        add(m, owner, {t, t + 1});
                        return;
                    }
                }
            }
        }
    }

    const EntityLexicons& lexicons_;
    const Tree& tree_;
    const std::vector<OfficeWords>& offices_;
    DocumentEntities& found_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> said_;
    std::vector<std::pair<std::uint32_t, TokenRange>> offices_of_;  ///< of the persons' mentions
};

}  // namespace

void find_affiliations(const EntityLexicons& lexicons, const Tree& tree,
                       const std::vector<OfficeWords>& offices, DocumentEntities& found) {
    Affiliations(lexicons, tree, offices, found).run();
}

}  // namespace claimgraph
