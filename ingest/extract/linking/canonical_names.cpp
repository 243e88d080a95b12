#include "ingest/extract/linking/canonical_names.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string_view>

namespace claimgraph {
namespace {

using nlp::kNone;
using Kind = Sense::Kind;

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '.' || c == '\'') continue;
        out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : std::string(text) + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

bool is_acronym(std::string_view form) {
    std::size_t letters = 0;
    for (const char c : form) {
        if (std::isupper(static_cast<unsigned char>(c)) != 0) {
            ++letters;
        } else if (c != '.' && c != '&' && c != '-') {
            return false;
        }
    }
    return letters >= 2 && letters <= 8;
}

// Whether the letters of `acronym` open words of `name`, in their order.
bool abbreviates(std::string_view acronym, std::string_view name) {
    std::string letters;
    for (const char c : acronym) {
        if (std::isalpha(static_cast<unsigned char>(c)) != 0)
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    std::size_t at = 0;
    for (const std::string& word : words_of(name)) {
        if (at < letters.size() && std::tolower(static_cast<unsigned char>(word.front())) == letters[at])
            ++at;
    }
    return letters.size() >= 2 && at + 1 >= letters.size() && at >= 2;
}

std::size_t capitals_in(std::string_view name) {
    return static_cast<std::size_t>(std::ranges::count_if(name, [](char c) { return c >= 'A' && c <= 'Z'; }));
}

// The first letters of the words that open with capitals, in lower case.
std::string initials(std::string_view name) {
    std::string out;
    for (const std::string& word : words_of(name)) {
        if (std::isupper(static_cast<unsigned char>(word.front())) != 0)
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(word.front())));
    }
    return out;
}

class Namer {
  public:
    Namer(const EntityLexicons& lexicons, const nlp::Analysis& analysis,
          std::vector<MentionCandidate>& candidates, std::vector<LinkedEntity>& entities)
        : lexicons_(lexicons), analysis_(analysis), candidates_(candidates), entities_(entities) {}

    void run() {
        name_countries();
        name_people();
        name_organizations();
        name_phrases();
        prefer_written_names();
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            if (candidates_[i].mention.entity != kNone)
                entities_[candidates_[i].mention.entity].mentions.push_back(i);
        }
    }

  private:
    [[nodiscard]] std::string text(const MentionCandidate& candidate) const {
        return phrase_text(analysis_, {candidate.mention.first, candidate.mention.last});
    }

    // By reference: callers make the key from the same object, and arguments are evaluated in any order.
    std::uint32_t entity(const std::string& key, LinkedEntity&& fresh) {
        const auto [at, added] = by_key_.try_emplace(key, static_cast<std::uint32_t>(entities_.size()));
        if (added) {
            entities_.push_back(std::move(fresh));
        } else if (capitals_in(fresh.name) < capitals_in(entities_[at->second].name) &&
                   folded(fresh.name) == folded(entities_[at->second].name)) {
            entities_[at->second].name = std::move(fresh.name);  // not as a headline writes it
        }
        return at->second;
    }

    std::uint32_t country(std::uint32_t entry) {
        const CountryEntry& c = lexicons_.countries()[entry];
        LinkedEntity fresh;
        fresh.kind = EntityKind::country;
        fresh.name = c.name;
        fresh.id = c.id;
        fresh.type = c.type;
        return entity("country:" + c.name, std::move(fresh));
    }

    // Names with one id (the European Community and Union): seats and shared words follow the name that the
    // document uses.
    void name_countries() {
        std::map<std::string, std::uint32_t> preferred;
        for (const MentionCandidate& candidate : candidates_) {
            if (candidate.sort != MentionClass::country || candidate.sense == Kind::seat) continue;
            const CountryEntry& c = lexicons_.countries()[candidate.entry];
            if (!c.id.empty()) preferred.try_emplace(c.id, candidate.entry);
        }
        for (MentionCandidate& candidate : candidates_) {
            if (candidate.sort != MentionClass::country) continue;
            std::uint32_t entry = candidate.entry;
            if (candidate.sense == Kind::seat) {
                const auto found = preferred.find(lexicons_.countries()[entry].id);
                if (found != preferred.end()) entry = found->second;
            }
            const std::uint32_t country_index = country(entry);
            if (candidate.people) {
                LinkedEntity group;
                group.kind = EntityKind::actor;
                group.type = "group";
                group.name = text(candidate);
                group.country = country_index;
                group.people = 2;
                candidate.mention.entity = entity("group:" + folded(group.name), std::move(group));
            } else {
                candidate.mention.entity = country_index;
            }
        }
    }

    // "Effron" alone was seen as a person: then so is "Blair Effron".
    void share_surnames() {
        std::set<std::string> surnames;
        for (const MentionCandidate& candidate : candidates_) {
            if (candidate.sort == MentionClass::person && candidate.core.size() == 1)
                surnames.insert(text(candidate));
        }
        for (MentionCandidate& candidate : candidates_) {
            if (candidate.sort != MentionClass::unknown || candidate.core.size() < 2 ||
                candidate.core.size() > 3)
                continue;
            const std::vector<std::string> words = words_of(text(candidate));
            if (words.size() >= 2 && surnames.contains(words.back())) candidate.sort = MentionClass::person;
        }
    }

    void name_people() {
        share_surnames();
        for (MentionCandidate& candidate : candidates_) {
            if (candidate.sort != MentionClass::person || candidate.weak) continue;
            if (candidate.entry != kNone) {
                candidate.mention.entity = known_person(candidate.entry);
                remember(text(candidate), candidate.mention.entity);
            } else if (candidate.core.size() >= 2) {
                name_full_person(candidate);
            }
        }
        for (MentionCandidate& candidate : candidates_) {
            if (candidate.mention.entity != kNone) continue;
            if (candidate.sort == MentionClass::person) {
                name_short_person(candidate);
            } else if (candidate.sort == MentionClass::unknown && candidate.core.size() == 1) {
                const std::uint32_t found = person_with_word(text(candidate));
                if (found == kNone) continue;
                candidate.sort = MentionClass::person;
                candidate.mention.entity = found;
            }
        }
    }

    std::uint32_t known_person(std::uint32_t entry) {
        const PersonEntry& person = lexicons_.people()[entry];
        LinkedEntity fresh;
        fresh.name = person.name;
        fresh.type = "person";
        fresh.people = 1;
        fresh.gender = person.gender;
        fresh.office = person.role;
        const std::uint32_t index = entity("person:" + person.name, std::move(fresh));
        if (entities_[index].country == kNone && lexicons_.country_by_id(person.country) != kNone) {
            const std::uint32_t of = country(lexicons_.country_by_id(person.country));
            entities_[index].country = of;
        }
        return index;
    }

    void remember(const std::string& name, std::uint32_t of) {
        std::vector<std::string> words = words_of(name);
        if (words.size() > 1 && remembered_.emplace(of, words).second) {
            const std::string first = folded(words.front());
            const std::string last = folded(words.back());
            by_outer_names_.try_emplace({first, last}, of);
            by_surname_[last] = of;
            if (lexicons_.gender_of_first_name(words.front()) == 'u') by_family_name_.try_emplace(first, of);
        }
    }

    void name_full_person(MentionCandidate& candidate) {
        const std::string name = text(candidate);
        const std::vector<std::string> words = words_of(name);
        // "Jane Q. Doe" and "Jane Doe" are one person, whose fuller name counts.
        if (words.size() > 1) {
            const auto known = by_outer_names_.find({folded(words.front()), folded(words.back())});
            if (known != by_outer_names_.end()) {
                candidate.mention.entity = known->second;
                return;
            }
        }
        LinkedEntity fresh;
        fresh.name = name;
        fresh.type = "person";
        fresh.people = 1;
        fresh.gender = lexicons_.gender_of_first_name(words.front());
        candidate.mention.entity = entity("person:" + name, std::move(fresh));
        remember(name, candidate.mention.entity);
    }

    // The person of the document whose surname (or, for names that open with it, family name) this is.
    [[nodiscard]] std::uint32_t person_with_word(const std::string& word) const {
        const std::string wanted = folded(word);
        if (const auto known = by_surname_.find(wanted); known != by_surname_.end()) return known->second;
        const auto known = by_family_name_.find(wanted);
        return known == by_family_name_.end() ? kNone : known->second;
    }

    void name_short_person(MentionCandidate& candidate) {
        const std::string name = text(candidate);
        std::uint32_t found = person_with_word(words_of(name).back());
        if (found == kNone && candidate.entry != kNone) found = known_person(candidate.entry);
        if (found == kNone) {
            LinkedEntity fresh;
            fresh.name = name;
            fresh.type = "person";
            fresh.people = 1;
            found = entity("person:" + name, std::move(fresh));
        }
        candidate.mention.entity = found;
    }

    [[nodiscard]] static bool is_named_organization(const MentionCandidate& candidate) {
        return candidate.sort == MentionClass::organization || candidate.sort == MentionClass::unknown ||
               candidate.sort == MentionClass::place;
    }

    void name_organizations() {
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            MentionCandidate& candidate = candidates_[i];
            if (!is_named_organization(candidate) || candidate.mention.entity != kNone) continue;
            const std::string name = text(candidate);
            if (candidate.entry != kNone && candidate.sense == Kind::organization) {
                candidate.mention.entity = known_organization(candidate.entry);
                remember_organization(folded(name), candidate.mention.entity);
                continue;
            }
            const std::uint32_t same = named_before(candidate, name);
            candidate.mention.entity = same != kNone ? same : fresh_name(candidate, name);
            remember_organization(folded(name), candidate.mention.entity);
        }
    }

    void remember_organization(const std::string& key, std::uint32_t of) {
        names_[key] = of;
        if (key.find("department") != std::string::npos || key.find("ministry") != std::string::npos)
            departments_[key] = of;
    }

    // A known organization or person goes by the fullest name that the document has for it; the lexicon's
    // name serves where the document has but an acronym or a surname.
    void prefer_written_names() {
        std::map<std::uint32_t, std::string> written;
        for (const MentionCandidate& candidate : candidates_) {
            const bool organization =
                candidate.sort == MentionClass::organization && candidate.sense == Kind::organization;
            const bool person = candidate.sort == MentionClass::person && candidate.sense == Kind::person;
            if (candidate.entry == kNone || candidate.mention.entity == kNone || (!organization && !person))
                continue;
            std::string name = text(candidate);
            for (const std::string_view article : {"the ", "The "}) {
                if (name.starts_with(article)) name.erase(0, article.size());
            }
            if (!starts_with_capital(name) || in_capitals(name)) continue;
            // "Treasury" is a name; "WTO", "Fed" and "Reagan" are short for one.
            if (name.find(' ') == std::string::npos && (person || name.size() < 4 || is_acronym(name)))
                continue;
            if (person && !same_initials(name, entities_[candidate.mention.entity].name)) continue;
            std::string& best = written[candidate.mention.entity];
            if (words_of(name).size() > words_of(best).size()) best = std::move(name);
        }
        for (auto& [index, name] : written) entities_[index].name = std::move(name);
    }

    [[nodiscard]] static bool in_capitals(const std::string& name) {
        return name.size() > 6 && std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
    }

    // "Nicolas" for "Nicolás", "Hank" for "Henry": as many words with the same initials.
    [[nodiscard]] static bool same_initials(const std::string& a, const std::string& b) {
        const std::vector<std::string> left = words_of(a);
        const std::vector<std::string> right = words_of(b);
        return std::ranges::equal(
            left, right, [](const std::string& x, const std::string& y) { return x.front() == y.front(); });
    }

    std::uint32_t known_organization(std::uint32_t entry) {
        const OrganizationEntry& known = lexicons_.organizations()[entry];
        LinkedEntity fresh;
        fresh.name = known.name;
        fresh.id = known.id;
        fresh.type = known.type;
        const std::uint32_t of = known.country.empty() ? kNone : lexicons_.country_by_id(known.country);
        const std::uint32_t index = entity("organization:" + known.name, std::move(fresh));
        if (of != kNone && entities_[index].country == kNone) {
            const std::uint32_t country_index = country(of);
            entities_[index].country = country_index;
        }
        return index;
    }

    std::uint32_t named_before(const MentionCandidate& candidate, const std::string& name) {
        const auto exact = names_.find(folded(name));
        if (exact != names_.end()) return exact->second;
        // "Long Name (LN)": the acronym in brackets is of the name before it.
        if (is_acronym(name)) {
            const TokenIndex open = candidate.mention.first;
            for (const MentionCandidate& other : candidates_) {
                if (other.mention.entity == kNone || other.mention.last + 1 != open ||
                    !is_named_organization(other))
                    continue;
                const std::string_view between = analysis_.tokens[open - 1].form;
                if ((between == "(" || between == ",") && abbreviates(name, text(other)))
                    return other.mention.entity;
            }
            for (const MentionCandidate& other : candidates_) {
                if (other.mention.first >= open) break;
                if (other.mention.entity != kNone && other.core.size() > 2 && is_named_organization(other) &&
                    initials(text(other)) == folded(name))
                    return other.mention.entity;
            }
            return kNone;
        }
        // "Commerce" after "the Commerce Department" or "the Department of Commerce".
        if (name.find(' ') == std::string::npos && candidate.sort != MentionClass::organization) {
            for (const auto& [key, index] : departments_) {
                const std::vector<std::string> words = words_of(key);
                if (words.size() < 2 || words.size() > 4) continue;
                const std::string mine = folded(name);
                const bool closes = words[words.size() - 2] == "of" && words.back() == mine;
                const bool opens = words[words.size() - 2] == mine && words.back() != mine;
                if (closes || opens) return index;
            }
        }
        // A shorter name that opens a longer one of the document, or the longer one after the shorter.
        const std::vector<std::string> mine = words_of(folded(name));
        if (mine.empty()) return kNone;
        for (auto at = names_.lower_bound(mine.front()); at != names_.end(); ++at) {
            const auto& [key, index] = *at;
            if (!key.starts_with(mine.front())) break;
            const std::vector<std::string> theirs = words_of(key);
            const std::size_t common = std::min(mine.size(), theirs.size());
            if (common == 0 || mine.size() == theirs.size()) continue;
            if (!std::equal(mine.begin(), mine.begin() + static_cast<std::ptrdiff_t>(common), theirs.begin()))
                continue;
            const std::vector<std::string> longer =
                words_of(mine.size() > theirs.size() ? name : entities_[index].name);
            if (!longer.empty() && lexicons_.is_company_suffix(longer.back()) &&
                longer.size() <= common + 2) {
                return index;
            }
        }
        return kNone;
    }

    std::uint32_t fresh_name(const MentionCandidate& candidate, const std::string& name) {
        LinkedEntity fresh;
        fresh.name = name;
        const std::vector<std::string> words = words_of(name);
        if (candidate.sort == MentionClass::organization) {
            fresh.type = lexicons_.is_company_suffix(words.back()) ? "company" : "organization";
            if (candidate.sense == Kind::body && candidate.entry != kNone && fresh.type != "company")
                fresh.type = lexicons_.bodies()[candidate.entry].type;
        } else {
            fresh.type = candidate.sort == MentionClass::place ? "place" : "unknown";
            if (candidate.sort == MentionClass::place) fresh.kind = EntityKind::topic;
        }
        return entity("organization:" + folded(name), std::move(fresh));
    }

    // The country that modifies a nominal: "Chinese officials", "China's commerce ministry".
    [[nodiscard]] std::uint32_t country_inside(const MentionCandidate& candidate, TokenIndex& after) const {
        for (const MentionCandidate& inner : candidates_inside(candidate)) {
            if (inner.sort == MentionClass::country && !inner.people &&
                inner.mention.last <= candidate.core.first) {
                after = inner.mention.last;
                return inner.mention.entity;
            }
        }
        return kNone;
    }

    [[nodiscard]] std::vector<MentionCandidate> candidates_inside(const MentionCandidate& outer) const {
        std::vector<MentionCandidate> inside;
        const auto from = std::lower_bound(
            candidates_.begin(), candidates_.end(), outer.mention.first,
            [](const MentionCandidate& c, TokenIndex first) { return c.mention.first < first; });
        for (auto at = from; at != candidates_.end() && at->mention.first < outer.mention.last; ++at) {
            const EntityMention& m = at->mention;
            const bool whole = m.first == outer.mention.first && m.last == outer.mention.last &&
                               m.head == outer.mention.head;
            if (m.last <= outer.mention.last && !whole) inside.push_back(*at);
        }
        return inside;
    }

    void name_phrases() {
        name_bodies_and_goods();
        for (MentionCandidate& candidate : candidates_) {
            if (candidate.mention.entity == kNone && candidate.sort == MentionClass::group)
                name_group(candidate);
        }
    }

    void name_bodies_and_goods() {
        for (MentionCandidate& candidate : candidates_) {
            if (candidate.mention.entity != kNone) continue;
            switch (candidate.sort) {
                case MentionClass::body:
                    name_body(candidate);
                    break;
                case MentionClass::commodity:
                    name_commodity(candidate);
                    break;
                default:
                    break;
            }
        }
    }

    [[nodiscard]] std::uint32_t actor_inside(const MentionCandidate& candidate) const {
        for (const MentionCandidate& inner : candidates_inside(candidate)) {
            const bool names = inner.sort == MentionClass::organization ||
                               inner.sort == MentionClass::person || inner.sort == MentionClass::body ||
                               inner.sort == MentionClass::unknown;
            if (names && inner.mention.entity != kNone && inner.mention.last <= candidate.core.first)
                return inner.mention.entity;
        }
        return kNone;
    }

    void name_group(MentionCandidate& candidate) {
        // Holders of an office have no entry of their own.
        const EntityLexicons::GroupEntry holders{phrase_text(analysis_, candidate.core), EntityKind::actor,
                                                 "group"};
        const EntityLexicons::GroupEntry& group =
            candidate.entry == kNone ? holders : lexicons_.groups()[candidate.entry];
        LinkedEntity fresh;
        fresh.kind = group.kind;
        fresh.type = "group";
        fresh.name = text(candidate);
        fresh.core = group.head;
        fresh.people = 2;
        TokenIndex after = 0;
        fresh.country = country_inside(candidate, after);
        fresh.parent = actor_inside(candidate);
        std::vector<std::uint32_t> members = name_coordinated(candidate, fresh, after);
        // Governments of countries are the countries.
        if (fresh.country != kNone && group.head.ends_with("governments") && after == candidate.core.first) {
            for (std::uint32_t& member : members) member = entities_[member].country;
            candidate.mention.entity = fresh.country;
            candidate.mention.members = std::move(members);
            candidate.mention.metonym = true;
            return;
        }
        candidate.mention.entity = entity("group:" + folded(fresh.name), std::move(fresh));
        candidate.mention.members = std::move(members);
    }

    // "US and Chinese negotiators" are US negotiators besides the Chinese ones.
    std::vector<std::uint32_t> name_coordinated(const MentionCandidate& candidate, const LinkedEntity& group,
                                                TokenIndex after) {
        std::vector<std::uint32_t> members;
        if (group.country == kNone || after <= candidate.mention.first) return members;
        const std::string rest = phrase_text(analysis_, {after, candidate.mention.last});
        for (TokenIndex t = candidate.mention.first; t >= 2;) {
            const std::string_view joint = analysis_.tokens[t - 1].form;
            if (joint != "and" && joint != "or" && joint != "," && joint != "&") break;
            TokenIndex end = t - 1;
            if (joint != "," && analysis_.tokens[end - 1].form == ",") --end;
            const MentionCandidate* state = country_ending(end);
            if (state == nullptr) break;
            LinkedEntity fresh = group;
            fresh.name = text(*state) + " " + rest;
            fresh.country = state->mention.entity;
            const std::string sort = group.kind == EntityKind::commodity ? "commodity:" : "group:";
            members.push_back(entity(sort + folded(fresh.name), std::move(fresh)));
            t = state->mention.first;
        }
        return members;
    }

    [[nodiscard]] const MentionCandidate* country_ending(TokenIndex end) const {
        for (const MentionCandidate& other : candidates_) {
            if (other.mention.first >= end) break;
            if (other.mention.last == end && other.sort == MentionClass::country && !other.people)
                return &other;
        }
        return nullptr;
    }

    void name_body(MentionCandidate& candidate) {
        const EntityLexicons::BodyEntry& body = lexicons_.bodies()[candidate.entry];
        TokenIndex after = 0;
        const std::uint32_t of = country_inside(candidate, after);
        const std::uint32_t inside = actor_inside(candidate);
        const std::string name = text(candidate);
        const bool bare =
            candidate.mention.first == candidate.core.first && candidate.mention.last == candidate.core.last;
        // The government of a country is the country.
        if (body.type == "government" && of != kNone && after == candidate.core.first) {
            candidate.mention.entity = of;
            candidate.mention.metonym = true;
            return;
        }
        if (body.type == "government" && of != kNone && after + 1 == candidate.core.first) {
            candidate.mention.entity = of;
            candidate.mention.metonym = true;
            return;
        }
        if (body.head == "administration" && (bare || inside == kNone) && of == kNone) {
            candidate.mention.entity = administration(candidate, bare);
            return;
        }
        if (bare && !starts_with_capital(analysis_.tokens[candidate.mention.first].form)) {
            const std::uint32_t known = latest_named(candidate, body);
            if (known != kNone) {
                candidate.mention.entity = known;
                return;
            }
            // "group", "campaign" alone name nobody.
            if (body.type == "company" || body.type == "organization" || body.type == "media" ||
                body.type == "panel" || body.type == "group") {
                return;
            }
        }
        const std::uint32_t longer = same_body(candidate, of, name);
        if (longer != kNone) {
            candidate.mention.entity = longer;
            return;
        }
        LinkedEntity fresh;
        fresh.name = name;
        fresh.type = body.head == "administration" ? "administration" : body.type;
        fresh.core = body.head;
        fresh.country = of;
        fresh.parent = inside;
        candidate.mention.entity = entity("body:" + folded(name), std::move(fresh));
        latest_.push_back({body.head, candidate.mention.entity});
    }

    // "the administration": the one named in the document, else the president's.
    std::uint32_t administration(const MentionCandidate& candidate, bool bare) {
        for (auto at = latest_.rbegin(); bare && at != latest_.rend(); ++at) {
            if (at->head == "administration") return at->entity;
        }
        for (const MentionCandidate& other : candidates_) {
            if (!bare) break;
            if (other.sort == MentionClass::body &&
                lexicons_.bodies()[other.entry].head == "administration" && actor_inside(other) != kNone) {
                return administration_of(entities_[actor_inside(other)]);
            }
        }
        for (const MentionCandidate& other : candidates_) {
            if (!bare || other.sort != MentionClass::person || other.entry == kNone) continue;
            const PersonEntry& person = lexicons_.people()[other.entry];
            if (person.role == "president" && person.country == "USA") {
                return administration_of(entities_[other.mention.entity]);
            }
        }
        LinkedEntity fresh;
        fresh.name = text(candidate);
        fresh.type = "administration";
        fresh.core = "administration";
        return entity("body:" + folded(fresh.name), std::move(fresh));
    }

    std::uint32_t administration_of(const LinkedEntity& person) {
        LinkedEntity fresh;
        fresh.name = words_of(person.name).back() + " administration";
        fresh.type = "administration";
        fresh.core = "administration";
        const std::uint32_t index = entity("body:" + folded(fresh.name), std::move(fresh));
        latest_.push_back({"administration", index});
        return index;
    }

    // What "the ministry" or "the company" was called before: the organization named last whose name has the
    // word or, for companies and agencies, whose sort it tells.
    [[nodiscard]] std::uint32_t latest_named(const MentionCandidate& candidate,
                                             const EntityLexicons::BodyEntry& body) const {
        constexpr std::uint32_t kSentences = 12;
        const TokenIndex first = candidate.mention.first;
        const std::string_view before = first == 0 ? std::string_view{} : analysis_.tokens[first - 1].lemma;
        if (before != "the" && before != "this" && before != "that") return kNone;
        const auto end = std::ranges::lower_bound(
            candidates_, first, {}, [](const MentionCandidate& other) { return other.mention.first; });
        for (auto at = end; at != candidates_.begin();) {
            --at;
            if (candidate.mention.sentence - at->mention.sentence > kSentences) break;
            if (at->mention.entity == kNone || at->mention.last > first) continue;
            const LinkedEntity& other = entities_[at->mention.entity];
            if (other.kind != EntityKind::actor || other.people != 0) continue;
            if (other.core == body.head || has_word(other.name, body.head)) return at->mention.entity;
            if (at->mention.form != ReferenceForm::name) continue;
            const bool company =
                body.type == "company" && (other.type == "company" || other.type == "organization");
            const bool agency =
                (body.head == "agency" || body.head == "body" || body.head == "organization") &&
                (other.type == "government_body" || other.type == "international_organization");
            const bool same =
                !company && body.type != "government_body" && body.type != "group" && other.type == body.type;
            if (company || agency || same) return at->mention.entity;
        }
        return kNone;
    }

    [[nodiscard]] static bool has_word(const std::string& name, const std::string& word) {
        const std::vector<std::string> words = words_of(folded(name));
        return std::ranges::find(words, word) != words.end();
    }

    // "commerce ministry" after "China's Commerce Ministry": one body, whose longer name counts.
    std::uint32_t same_body(const MentionCandidate& candidate, std::uint32_t of, const std::string& name) {
        const std::string mine = folded(name);
        for (auto at = latest_.rbegin(); at != latest_.rend(); ++at) {
            if (at->head != lexicons_.bodies()[candidate.entry].head) continue;
            LinkedEntity& known = entities_[at->entity];
            const std::string theirs = folded(known.name);
            if (of == kNone && theirs.size() > mine.size() && theirs.ends_with(" " + mine) &&
                known.country != kNone) {
                return at->entity;
            }
            if (of != kNone && (known.country == of || known.country == kNone) &&
                mine.size() > theirs.size() && mine.ends_with(" " + theirs) &&
                theirs.find(' ') != std::string::npos) {
                known.name = name;
                known.country = of;
                return at->entity;
            }
        }
        return kNone;
    }

    void name_commodity(MentionCandidate& candidate) {
        LinkedEntity fresh;
        fresh.kind = EntityKind::commodity;
        fresh.name = text(candidate);
        fresh.core = phrase_text(analysis_, candidate.core);
        fresh.type = candidate.entry == kNone ? "goods" : root_of(lexicons_.commodities()[candidate.entry]);
        TokenIndex after = 0;
        fresh.country = country_inside(candidate, after);
        candidate.mention.members = name_coordinated(candidate, fresh, after);
        if (candidate.mention.members.empty()) name_modified(candidate, fresh);
        candidate.mention.entity = entity("commodity:" + folded(fresh.name), std::move(fresh));
    }

    // "consumer and industrial goods" are consumer goods besides the industrial ones.
    void name_modified(MentionCandidate& candidate, const LinkedEntity& good) {
        const TokenIndex first = candidate.mention.first;
        if (first < 2 || first >= candidate.mention.head) return;
        const std::string_view joint = analysis_.tokens[first - 1].form;
        if (joint != "and" && joint != "or") return;
        const nlp::Token& other = analysis_.tokens[first - 2];
        const bool modifier =
            nlp::base(other.deprel) == Deprel::amod || nlp::base(other.deprel) == Deprel::compound;
        if (!modifier || other.head != candidate.mention.head || starts_with_capital(other.form)) return;
        LinkedEntity fresh = good;
        fresh.name =
            std::string(other.form) + " " + phrase_text(analysis_, {first + 1, candidate.mention.last});
        candidate.mention.members.push_back(entity("commodity:" + folded(fresh.name), std::move(fresh)));
    }

    // The widest commodity below "goods" that this one is.
    [[nodiscard]] std::string root_of(const CommodityEntry& commodity) const {
        const CommodityEntry* at = &commodity;
        for (int depth = 0; depth < 8 && !at->parent.empty() && at->parent != "goods"; ++depth) {
            const auto parent = std::ranges::find(lexicons_.commodities(), at->parent, &CommodityEntry::name);
            if (parent == lexicons_.commodities().end()) break;
            at = &*parent;
        }
        return at->name;
    }

    struct LatestBody {
        std::string head;
        std::uint32_t entity = kNone;
    };

    const EntityLexicons& lexicons_;
    const nlp::Analysis& analysis_;
    std::vector<MentionCandidate>& candidates_;
    std::vector<LinkedEntity>& entities_;
    std::map<std::string, std::uint32_t> by_key_;
    std::map<std::string, std::uint32_t> names_;        // organizations by their folded names
    std::map<std::string, std::uint32_t> departments_;  // those among them
    // People of two and more names.
    std::set<std::pair<std::uint32_t, std::vector<std::string>>> remembered_;
    std::map<std::pair<std::string, std::string>, std::uint32_t> by_outer_names_;  // the first of each
    std::map<std::string, std::uint32_t> by_surname_;                              // the last of each
    std::map<std::string, std::uint32_t> by_family_name_;  // that stands first; the first of each
    std::vector<LatestBody> latest_;
};

}  // namespace

void name_entities(const EntityLexicons& lexicons, const nlp::Analysis& analysis,
                   std::vector<MentionCandidate>& candidates, std::vector<LinkedEntity>& entities) {
    Namer(lexicons, analysis, candidates, entities).run();
}

}  // namespace claimgraph
