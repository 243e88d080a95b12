#include "graph/entities/resolver.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include <boost/container/flat_map.hpp>
#include <boost/container/flat_set.hpp>

#include "graph/entities/months.hpp"
#include "graph/entities/name_words.hpp"
#include "graph/model/names.hpp"
#include "graph/node_ids.hpp"

namespace claimgraph {
namespace {

/// A year: so long nothing must be heard of a measure before one of the same name is a new one.
constexpr int months_of_silence = 12;
constexpr int hops_to_a_country = 4;

// A store may have a million groups, most with one name: flat containers hold them in half the memory.
using Counts = boost::container::flat_map<std::string, std::size_t>;
using GroupSet = boost::container::flat_set<std::uint32_t>;
using Rates = boost::container::flat_set<std::string>;

/// The value that most bear; of equals the smallest.
std::string most_frequent(const Counts& counts) {
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? std::string() : best->first;
}

/// Gives the memory back, which `= {}` keeps for later.
template <class Container>
void discard(Container& container) {
    Container().swap(container);
}

bool has_two_words(const std::string& name) {
    return name.find(' ') != std::string::npos;
}

std::string quoted(const std::string& name) {
    return "'" + name + "'";
}

/// Units that are one without any doubt: those of one id or name, and of one measure's lifetime.
struct Group {
    EntityKind kind = EntityKind::topic;
    std::string id;  ///< of the node, were it to stay alone; several lifetimes of one measure share it
    bool by_id = false;
    std::vector<std::uint32_t> units;
    std::size_t occurrences = 0;
    Counts names;
    Counts types;
    Counts aliases;
    boost::container::flat_map<std::uint32_t, std::size_t> affiliations;  ///< groups
    Reason reason;
    // Of measures:
    GroupSet imposers;  ///< groups
    GroupSet handlers;
    GroupSet targets;
    GroupSet goods;
    Rates rates;
    std::optional<int> first_month;
    std::optional<int> last_month;

    [[nodiscard]] std::string name() const { return most_frequent(names); }
    [[nodiscard]] std::string type() const { return most_frequent(types); }
    [[nodiscard]] bool is_person() const { return type() == "person"; }
    [[nodiscard]] std::string country_id() const {
        return kind == EntityKind::country && by_id ? id.substr(id.find(':') + 1) : std::string();
    }
};

std::string month_name(int month) {
    const std::string number = std::to_string(month % 12 + 1);
    return std::to_string(month / 12) + (number.size() == 1 ? "-0" : "-") + number;
}

std::string stretch(const Group& group) {
    if (!group.first_month) return "undated";
    const std::string first = month_name(*group.first_month);
    return *group.first_month == *group.last_month ? first : first + " to " + month_name(*group.last_month);
}

bool intersect(const auto& a, const auto& b) {
    return std::any_of(a.begin(), a.end(), [&](const auto& value) { return b.contains(value); });
}

std::set<std::string> split_keys(const std::string& joined) {
    std::set<std::string> out;
    for (std::size_t begin = 0; begin < joined.size();) {
        const std::size_t end = std::min(joined.find('|', begin), joined.size());
        out.insert(joined.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

class Resolver {
  public:
    Resolver(std::span<const EntityUnit> units, std::vector<CountedUse> uses, const NameRules& rules)
        : units_(units), uses_(std::move(uses)), rules_(rules), words_(rules), group_of_unit_(units.size()) {}

    Resolution run() {
        make_groups();
        std::iota(parent_.begin(), parent_.end(), 0u);
        read_user_rules();
        join_lexicon_names();
        join_people();
        join_bodies();
        join_acronyms();
        join_mentions();
        join_surnames();
        join_measures();
        join_rates();
        return result();
    }

  private:
    // Groups

    void make_groups();
    std::vector<std::string> node_ids_of_units() const;
    void split_by_lifetime(const std::string& id, const std::vector<std::uint32_t>& members);
    void split_by_parties(const std::string& id, const std::vector<std::uint32_t>& members);
    void add_group(const std::string& id, std::vector<std::uint32_t> members, Reason reason);
    void describe_groups();

    // Unions

    std::uint32_t root(std::uint32_t group) {
        while (parent_[group] != group) group = parent_[group] = parent_[parent_[group]];
        return group;
    }
    bool forbidden(std::uint32_t a, std::uint32_t b) {
        return std::any_of(apart_.begin(), apart_.end(), [&](const auto& pair) {
            const std::uint32_t x = root(pair.first);
            const std::uint32_t y = root(pair.second);
            return (x == a && y == b) || (x == b && y == a);
        });
    }
    /// Puts `group` to `hub` for the reason given; false when they are together already, or must not be.
    bool unite(std::uint32_t hub, std::uint32_t group, const std::string& rule, const std::string& evidence) {
        const std::uint32_t a = root(hub);
        const std::uint32_t b = root(group);
        if (a == b || (rule != "same" && forbidden(a, b))) return false;
        parent_[std::max(a, b)] = std::min(a, b);
        // The group tells the reason; one that has told another already leaves it to the hub.
        const std::uint32_t explained = merged_[group] && !merged_[hub] ? hub : group;
        if (!merged_[explained]) groups_[explained].reason = {rule, evidence};
        merged_[explained] = true;
        return true;
    }
    template <class Key>
    void unite_blocks(const std::map<Key, std::vector<std::uint32_t>>& blocks, const std::string& rule,
                      const auto& evidence) {
        for (const auto& [key, members] : blocks) {
            for (std::size_t i = 1; i < members.size(); ++i)
                unite(members.front(), members[i], rule, evidence(key, members.front()));
        }
    }
    std::map<std::string, std::vector<std::uint32_t>> groups_by_name(EntityKind kind) const;
    std::vector<std::uint32_t> of_kind(EntityKind kind) const;
    /// Groups are in the order of their ids.
    std::vector<std::uint32_t> of_id(const std::string& id) const {
        const auto less = [](const Group& group, const std::string& wanted) { return group.id < wanted; };
        std::vector<std::uint32_t> out;
        for (auto at = std::lower_bound(groups_.begin(), groups_.end(), id, less);
             at != groups_.end() && at->id == id; ++at)
            out.push_back(static_cast<std::uint32_t>(at - groups_.begin()));
        return out;
    }
    const std::vector<std::uint32_t>& members_of_root(std::uint32_t top) {
        if (members_of_root_.empty()) {
            for (std::uint32_t i = 0; i < groups_.size(); ++i) members_of_root_[root(i)].push_back(i);
        }
        return members_of_root_[top];
    }
    [[nodiscard]] std::size_t distinct_roots(const std::vector<std::uint32_t>& groups) {
        std::set<std::uint32_t> roots;
        for (const std::uint32_t group : groups) roots.insert(root(group));
        return roots.size();
    }

    // Rules

    void read_user_rules();
    void join_lexicon_names();
    void join_people();
    void join_bodies();
    void join_acronyms();
    void join_mentions();
    void join_surnames();
    void join_measures();
    void join_rates();

    /// The lexicon files kinds of goods under wider ones too (deuterium under uranium); those stay what they
    /// are.
    [[nodiscard]] bool alike(const std::string& name, const std::string& meaning) const {
        constexpr std::size_t letters = 5;  // aluminium, aluminum
        const std::vector<std::string> a = words_.bag(name);
        const std::vector<std::string> b = words_.bag(meaning);
        return std::any_of(a.begin(), a.end(), [&](const std::string& word) {
            return std::any_of(b.begin(), b.end(), [&](const std::string& other) {
                return word == other ||
                       (word.size() > letters && word.compare(0, letters, other, 0, letters) == 0);
            });
        });
    }
    /// The country that most affiliations of the group's entity lead to, itself for a country; else the root
    /// of the entity.
    std::uint32_t party(std::uint32_t group);
    [[nodiscard]] std::string country_of(std::uint32_t group) const;
    std::set<std::uint32_t> parties(const GroupSet& groups) {
        std::set<std::uint32_t> out;
        for (const std::uint32_t group : groups) out.insert(party(group));
        return out;
    }
    std::set<std::uint32_t> doers(const Group& group) {
        return parties(group.imposers.empty() ? group.handlers : group.imposers);
    }
    std::string names_of(const std::set<std::uint32_t>& groups) const {
        std::string out;
        for (const std::uint32_t group : groups)
            out.append(out.empty() ? "" : ", ").append(groups_[group].name());
        return out.empty() ? "nobody named" : out;
    }
    /// What the members of an entity have together, for measures only.
    struct Joint {
        Rates rates;
        std::optional<int> first;
        std::optional<int> last;
    };
    std::map<std::uint32_t, Joint> joints_;  ///< by root
    Joint& joint(std::uint32_t group) {
        const std::uint32_t top = root(group);
        const auto [at, added] = joints_.try_emplace(top);
        if (added) at->second = {groups_[top].rates, groups_[top].first_month, groups_[top].last_month};
        return at->second;
    }
    static bool near(const Joint& a, const Joint& b) {
        if (!a.first || !b.first) return true;
        return *b.first - *a.last <= months_of_silence && *a.first - *b.last <= months_of_silence;
    }
    bool unite_measures(std::uint32_t hub, std::uint32_t group, const std::string& rule,
                        const std::string& evidence);
    /// Unites the groups of a block with their neighbours in time, each pair that `fits`.
    void unite_in_time(std::vector<std::uint32_t> block, const std::string& rule, const auto& fits,
                       const auto& evidence);

    Resolution result();

    std::span<const EntityUnit> units_;
    std::vector<CountedUse> uses_;  ///< until the groups are described
    const NameRules& rules_;
    NameWords words_;
    std::vector<Group> groups_;
    std::vector<std::uint32_t> group_of_unit_;
    std::vector<std::uint32_t> parent_;
    std::vector<bool> merged_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> apart_;
    std::unordered_map<std::uint32_t, std::uint32_t> party_of_root_;  ///< valid until something is united
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members_of_root_;
    std::vector<std::size_t> uses_in_order_;  ///< by unit
    std::vector<std::size_t> first_use_;      ///< of each unit, in `uses_in_order_`
};

std::vector<std::string> Resolver::node_ids_of_units() const {
    std::vector<EntityKey> key_of_unit;
    key_of_unit.reserve(units_.size());
    for (const EntityUnit& unit : units_) {
        Entity entity;
        entity.kind = unit.kind;
        entity.id = unit.id;
        entity.name = unit.name;
        key_of_unit.push_back(entity_key(entity));
    }
    std::vector<EntityKey> keys = key_of_unit;
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    const std::vector<std::string> ids = assign_node_ids(keys);
    std::vector<std::string> out;
    out.reserve(units_.size());
    for (const EntityKey& key : key_of_unit) {
        const auto at = std::lower_bound(keys.begin(), keys.end(), key);
        out.push_back(ids[static_cast<std::size_t>(at - keys.begin())]);
    }
    return out;
}

void Resolver::make_groups() {
    uses_in_order_.resize(uses_.size());
    std::iota(uses_in_order_.begin(), uses_in_order_.end(), std::size_t{0});
    std::stable_sort(uses_in_order_.begin(), uses_in_order_.end(),
                     [&](std::size_t a, std::size_t b) { return uses_[a].use < uses_[b].use; });
    first_use_.assign(units_.size(), uses_.size());
    for (std::size_t i = uses_.size(); i > 0; --i) first_use_[uses_[uses_in_order_[i - 1]].use.unit] = i - 1;
    std::vector<std::string> ids = node_ids_of_units();
    std::vector<std::uint32_t> order(units_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return ids[a] != ids[b] ? ids[a] < ids[b] : units_[a] < units_[b];
    });
    std::size_t distinct = order.empty() ? 0 : 1;
    for (std::size_t i = 1; i < order.size(); ++i) distinct += ids[order[i]] != ids[order[i - 1]] ? 1 : 0;
    groups_.reserve(distinct);
    for (std::size_t i = 0; i < order.size();) {
        const std::string& id = ids[order[i]];
        std::vector<std::uint32_t> members;
        for (; i < order.size() && ids[order[i]] == id; ++i) members.push_back(order[i]);
        const EntityUnit& first = units_[members.front()];
        if (first.kind == EntityKind::measure) {
            split_by_parties(id, members);
        } else if (first.id.empty() && std::all_of(members.begin(), members.end(), [&](std::uint32_t unit) {
                       return units_[unit].name == first.name;
                   })) {
            add_group(id, std::move(members), {"name", quoted(first.name)});
        } else if (first.id.empty()) {
            add_group(id, std::move(members), {"name", quoted(first.name) + " without regard to case"});
        } else {
            add_group(id, std::move(members), {"id", first.id});
        }
    }
    discard(ids);
    discard(order);
    discard(uses_in_order_);
    discard(first_use_);
    parent_.resize(groups_.size());
    merged_.resize(groups_.size());
    describe_groups();
    discard(uses_);
}

void Resolver::add_group(const std::string& id, std::vector<std::uint32_t> members, Reason reason) {
    Group group;
    group.kind = units_[members.front()].kind;
    group.id = id;
    group.by_id = std::any_of(members.begin(), members.end(),
                              [&](std::uint32_t unit) { return !units_[unit].id.empty(); });
    group.reason = std::move(reason);
    for (const std::uint32_t unit : members)
        group_of_unit_[unit] = static_cast<std::uint32_t>(groups_.size());
    group.units = std::move(members);
    groups_.push_back(std::move(group));
}

/// Measures of one name by different doers or against different targets are different ones. Those of which
/// less is known, or which have several doers, go with the only one that they fit.
void Resolver::split_by_parties(const std::string& id, const std::vector<std::uint32_t>& members) {
    struct Cluster {
        std::set<std::string> doers;
        std::set<std::string> targets;
        std::vector<std::uint32_t> units;
        std::size_t home = 0;
        bool known = false;    ///< something of its parties
        bool precise = false;  ///< one doer, one target
    };
    std::map<std::string, Cluster> by_parties;
    for (const std::uint32_t unit : members) by_parties[units_[unit].parties].units.push_back(unit);
    std::vector<Cluster> clusters;
    std::optional<std::size_t> nobody;  ///< the cluster of which no party is known
    for (auto& [parties, cluster] : by_parties) {
        const std::size_t arrow = parties.find('>');
        cluster.known = arrow != std::string::npos && !parties.starts_with(own_document);
        if (cluster.known) {
            cluster.doers = split_keys(parties.substr(0, arrow));
            cluster.targets = split_keys(parties.substr(arrow + 1));
        }
        cluster.precise = cluster.doers.size() == 1 && cluster.targets.size() == 1;
        cluster.home = clusters.size();
        if (parties.empty()) nobody = clusters.size();
        clusters.push_back(std::move(cluster));
    }
    const auto within = [](const std::set<std::string>& a, const std::set<std::string>& b) {
        return std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
               std::includes(b.begin(), b.end(), a.begin(), a.end());
    };
    // Those that can fit share a doer or a target, or lack one of the two.
    std::map<std::string, std::vector<std::size_t>> having;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        if (!clusters[i].known) continue;
        for (const std::string& doer : clusters[i].doers) having["d" + doer].push_back(i);
        for (const std::string& target : clusters[i].targets) having["t" + target].push_back(i);
        if (clusters[i].doers.empty()) having["d"].push_back(i);
        if (clusters[i].targets.empty()) having["t"].push_back(i);
    }
    const auto only_fit = [&](std::size_t of, bool precise) {
        const Cluster& own = clusters[of];
        std::vector<std::string> keys;
        for (const std::string& doer : own.doers) keys.push_back("d" + doer);
        for (const std::string& target : own.targets) keys.push_back("t" + target);
        if (!precise) keys.insert(keys.end(), {"d", "t"});
        std::size_t found = of;
        for (const std::string& key : keys) {
            const auto others = having.find(key);
            if (others == having.end()) continue;
            for (const std::size_t i : others->second) {
                const Cluster& other = clusters[i];
                if (i == of || i == found || other.precise != precise || !within(own.doers, other.doers) ||
                    !within(own.targets, other.targets))
                    continue;
                if (found != of) return of;
                found = i;
            }
        }
        return found;
    };
    const auto home = [&](std::size_t i) {
        while (clusters[i].home != i) i = clusters[i].home;
        return i;
    };
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        if (!clusters[i].known || clusters[i].precise) continue;
        std::size_t fit = only_fit(i, true);
        if (fit == i) fit = only_fit(i, false);
        const std::size_t a = home(i);
        const std::size_t b = home(fit);
        clusters[std::max(a, b)].home = std::min(a, b);
    }
    std::set<std::size_t> homes;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        if (clusters[i].known) homes.insert(home(i));
    }
    if (nobody && homes.size() == 1) clusters[*nobody].home = *homes.begin();
    std::map<std::size_t, std::vector<std::uint32_t>> joined;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        auto& units = joined[home(i)];
        units.insert(units.end(), clusters[i].units.begin(), clusters[i].units.end());
    }
    for (const auto& [at, cluster] : joined) split_by_lifetime(id, cluster);
}

void Resolver::split_by_lifetime(const std::string& id, const std::vector<std::uint32_t>& members) {
    struct Moment {
        int month;  // each -1 when not known
        std::uint32_t unit;
        bool imposed = false;
        int started = -1;
        int ended = -1;
    };
    std::vector<Moment> moments;
    moments.reserve(members.size());
    for (const std::uint32_t unit : members)
        moments.push_back({month_number(units_[unit].period).value_or(-1), unit});
    std::sort(moments.begin(), moments.end(), [&](const Moment& a, const Moment& b) {
        return a.month != b.month ? a.month < b.month : units_[a.unit] < units_[b.unit];
    });
    std::unordered_map<std::uint32_t, std::size_t> place;
    for (std::size_t i = 0; i < moments.size(); ++i) place.emplace(moments[i].unit, i);
    if (moments.size() > 1) {
        for (const std::uint32_t unit : members) {
            for (auto at = first_use_[unit];
                 at < uses_in_order_.size() && uses_[uses_in_order_[at]].use.unit == unit; ++at) {
                const UnitUse& use = uses_[uses_in_order_[at]].use;
                Moment& moment = moments[place.at(unit)];
                if (use.feature == UnitFeature::imposer) moment.imposed = true;
                if (use.feature == UnitFeature::started) moment.started = month_number(use.text).value_or(-1);
                if (use.feature == UnitFeature::ended) moment.ended = month_number(use.text).value_or(-1);
            }
        }
    }
    const bool proper = is_proper_name(units_[members.front()].name);
    std::vector<std::vector<std::uint32_t>> lifetimes;
    std::vector<std::string> why;
    std::vector<std::uint32_t> undated;
    int last = -1;
    int started = -1;
    int ended = -1;
    for (const Moment& moment : moments) {
        if (moment.month < 0) {
            undated.push_back(moment.unit);
            continue;
        }
        std::string fresh;
        if (!proper && !lifetimes.empty()) {
            if (moment.imposed && moment.month - last > months_of_silence) {
                fresh = "imposed anew after silence since " + month_name(last);
            } else if (moment.started >= 0 && started >= 0 && moment.started - started > months_of_silence) {
                fresh = "imposed in " + month_name(moment.started) + ", and before in " + month_name(started);
            } else if (ended >= 0 && moment.started > ended) {
                fresh = "imposed anew after its end in " + month_name(ended);
            }
        }
        if (lifetimes.empty() || !fresh.empty()) {
            lifetimes.emplace_back();
            why.push_back(fresh);
            started = ended = -1;
        }
        lifetimes.back().push_back(moment.unit);
        last = moment.month;
        if (started < 0) started = moment.started;
        if (moment.ended >= 0) ended = moment.ended;
    }
    if (lifetimes.empty()) {
        lifetimes.push_back(std::move(undated));
        why.emplace_back();
    } else if (lifetimes.size() == 1) {
        lifetimes.front().insert(lifetimes.front().end(), undated.begin(), undated.end());
    } else if (!undated.empty()) {
        lifetimes.push_back(std::move(undated));
        why.emplace_back("undated");
    }
    for (std::size_t i = 0; i < lifetimes.size(); ++i) {
        const EntityUnit& unit = units_[lifetimes[i].front()];
        Reason reason{why[i].empty() ? (unit.id.empty() ? "name" : "id") : "lifetime",
                      why[i].empty() ? (unit.id.empty() ? quoted(unit.name) : unit.id) : why[i]};
        add_group(id, std::move(lifetimes[i]), std::move(reason));
    }
}

void Resolver::describe_groups() {
    for (const CountedUse& counted : uses_) {
        const UnitUse& use = counted.use;
        const EntityUnit& unit = units_[use.unit];
        Group& group = groups_[group_of_unit_[use.unit]];
        const std::uint32_t other = use.other == no_unit ? no_unit : group_of_unit_[use.other];
        switch (use.feature) {
            case UnitFeature::occurrence:
                group.occurrences += counted.count;
                [[fallthrough]];
            case UnitFeature::voice:
                group.names[unit.name] += counted.count;
                if (!unit.type.empty()) group.types[unit.type] += counted.count;
                break;
            case UnitFeature::alias:
                group.aliases[use.text] += counted.count;
                break;
            case UnitFeature::affiliation:
                if (other != no_unit) group.affiliations[other] += counted.count;
                break;
            case UnitFeature::imposer:
                if (other != no_unit) group.imposers.insert(other);
                break;
            case UnitFeature::handler:
                if (other != no_unit) group.handlers.insert(other);
                break;
            case UnitFeature::target:
                if (other != no_unit) group.targets.insert(other);
                break;
            case UnitFeature::goods:
                if (other != no_unit) group.goods.insert(other);
                break;
            case UnitFeature::rate:
                group.rates.insert(use.text);
                break;
            case UnitFeature::started:
            case UnitFeature::ended:
                break;
        }
    }
    for (Group& group : groups_) {
        for (const std::uint32_t unit : group.units) {
            const auto month = month_number(units_[unit].period);
            if (!month || group.kind != EntityKind::measure) continue;
            group.first_month = std::min(group.first_month.value_or(*month), *month);
            group.last_month = std::max(group.last_month.value_or(*month), *month);
        }
    }
}

std::vector<std::uint32_t> Resolver::of_kind(EntityKind kind) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
        if (groups_[i].kind == kind) out.push_back(i);
    }
    return out;
}

std::map<std::string, std::vector<std::uint32_t>> Resolver::groups_by_name(EntityKind kind) const {
    std::map<std::string, std::vector<std::uint32_t>> out;
    for (const std::uint32_t group : of_kind(kind)) {
        std::set<std::string> folded;
        for (const auto& [name, count] : groups_[group].names) folded.insert(fold_name(name));
        for (const std::string& name : folded) out[name].push_back(group);
    }
    return out;
}

void Resolver::read_user_rules() {
    if (std::all_of(rules_.rows.begin(), rules_.rows.end(),
                    [](const NameRules::Row& row) { return row.verb == NameRules::Verb::word; }))
        return;
    std::map<EntityKind, std::map<std::string, std::vector<std::uint32_t>>> named;
    for (const EntityKind kind : {EntityKind::actor, EntityKind::country, EntityKind::measure,
                                  EntityKind::commodity, EntityKind::topic}) {
        named[kind] = groups_by_name(kind);
        for (const std::uint32_t group : of_kind(kind)) {
            const std::string id = fold_name(groups_[group].id);
            for (const std::string& name : {id, id.substr(id.find(':') + 1)}) {
                auto& groups = named[kind][name];
                if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
            }
        }
    }
    const auto find = [&](const NameRules::Row& row, const std::string& name) {
        const auto at = named[row.kind].find(fold_name(name));
        return at == named[row.kind].end() ? std::vector<std::uint32_t>() : at->second;
    };
    std::vector<NameRules::Row> rows = rules_.rows;
    std::sort(rows.begin(), rows.end());
    for (const NameRules::Row& row : rows) {
        if (row.verb == NameRules::Verb::word) continue;
        for (const std::uint32_t a : find(row, row.a)) {
            for (const std::uint32_t b : find(row, row.b)) {
                if (row.verb == NameRules::Verb::apart) {
                    apart_.emplace_back(a, b);
                } else {
                    unite(a, b, "same", "the alias file: " + quoted(row.a) + " is " + quoted(row.b));
                }
            }
        }
    }
}

void Resolver::join_lexicon_names() {
    std::map<std::pair<EntityKind, std::string>, std::set<std::string>> meanings;
    for (const NameRules::Row& row : rules_.rows) {
        if (row.verb == NameRules::Verb::word && row.kind != EntityKind::measure)
            meanings[{row.kind, fold_name(row.a)}].insert(row.b);
    }
    for (const EntityKind kind : {EntityKind::actor, EntityKind::country, EntityKind::commodity}) {
        const auto named = groups_by_name(kind);
        // One name may be an entity's with an id and one's without; where only one id bears it, they are one.
        for (const auto& [name, groups] : named) {
            std::vector<std::uint32_t> with_id;
            std::copy_if(groups.begin(), groups.end(), std::back_inserter(with_id),
                         [&](std::uint32_t group) { return groups_[group].by_id; });
            if (with_id.size() != 1) continue;
            for (const std::uint32_t group : groups)
                unite(with_id.front(), group, "name",
                      "the only " + quoted(groups_[with_id.front()].name()) + " with an id");
        }
        std::map<std::string, std::vector<std::uint32_t>> blocks;
        for (const auto& [name, groups] : named) {
            const auto meaning = meanings.find({kind, name});
            if (meaning == meanings.end() || meaning->second.size() != 1) continue;
            if (kind == EntityKind::commodity && !alike(name, *meaning->second.begin())) continue;
            auto& block = blocks[*meaning->second.begin()];
            block.insert(block.end(), groups.begin(), groups.end());
        }
        for (auto& [meaning, block] : blocks) {
            const std::string id = std::string(to_string(kind)) + ":" + meaning;
            for (const std::uint32_t group : of_id(id)) {
                if (groups_[group].kind == kind) block.insert(block.begin(), group);
            }
        }
        unite_blocks(blocks, "lexicon", [](const std::string& meaning, std::uint32_t) {
            return "a name of " + quoted(meaning) + " in the lexicons";
        });
    }
}

/// Full names with the same first and last name, where one of them has middle names or initials.
void Resolver::join_people() {
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> blocks;
    std::map<std::uint32_t, std::vector<std::string>> middle;
    for (const std::uint32_t group : of_kind(EntityKind::actor)) {
        if (!groups_[group].is_person()) continue;
        std::vector<std::string> words = words_.of(groups_[group].name());
        while (words.size() > 2 && (words.back() == "jr" || words.back() == "sr")) words.pop_back();
        if (words.size() < 2 || words.front().size() < 2) continue;
        blocks[{words.back(), words.front()}].push_back(group);
        middle[group].assign(words.begin() + 1, words.end() - 1);
    }
    for (const auto& [name, members] : blocks) {
        // One without middle names joins the others only where those agree among themselves.
        std::set<std::vector<std::string>> full;
        for (const std::uint32_t group : members) {
            std::vector<std::string> initials;
            for (const std::string& word : middle[group]) initials.push_back(word.substr(0, 1));
            if (!initials.empty()) full.insert(initials);
        }
        if (full.size() > 1) continue;
        for (const std::uint32_t group : members)
            unite(members.front(), group, "person",
                  "the first and last name of " + quoted(groups_[members.front()].name()));
    }
}

/// Bodies, groups and goods whose names have the same words in any order, and the same country.
void Resolver::join_bodies() {
    for (const EntityKind kind : {EntityKind::actor, EntityKind::commodity}) {
        std::map<std::string, std::vector<std::uint32_t>> blocks;
        for (const std::uint32_t index : of_kind(kind)) {
            const Group& group = groups_[index];
            if (group.is_person()) continue;
            std::set<std::string> bag;
            for (std::string& word : words_.bag(group.name())) bag.insert(std::move(word));
            const bool bare =
                std::none_of(bag.begin(), bag.end(), [](const auto& w) { return NameWords::is_country(w); });
            if (bag.empty() || (bag.size() == 1 && !bare)) continue;
            if (kind == EntityKind::actor && bare) {
                if (const std::string country = country_of(index); !country.empty())
                    bag.insert("@" + country);
            }
            // A company's words in another order are another company.
            const std::string type = group.type();
            if (type == "company") continue;
            std::string key;
            for (const std::string& word : bag) key.append(key.empty() ? "" : " ").append(word);
            // "the ministry" of no country is nobody in particular.
            if (kind == EntityKind::actor && bare && key.find('@') == std::string::npos && bag.size() == 1)
                continue;
            blocks[key].push_back(index);
        }
        unite_blocks(blocks, kind == EntityKind::actor ? "body" : "goods",
                     [](const std::string& key, std::uint32_t) { return "the words " + quoted(key); });
    }
}

void Resolver::join_acronyms() {
    std::map<std::string, std::vector<std::uint32_t>> long_names;
    std::map<std::string, std::vector<std::uint32_t>> acronyms;
    for (const std::uint32_t index : of_kind(EntityKind::actor)) {
        const Group& group = groups_[index];
        if (group.is_person()) continue;
        const std::string name = group.name();
        std::string letters;
        bool capitals = true;
        for (const char c : name) {
            if (c != '.') letters.push_back(c);
            capitals = capitals && ((c >= 'A' && c <= 'Z') || c == '.');
        }
        if (capitals && letters.size() >= 2 && letters.size() <= 8) {
            acronyms[letters].push_back(index);
            continue;
        }
        std::string initials;
        std::size_t words = 0;
        bool begins = true;
        for (const char c : name) {
            if (begins && c >= 'A' && c <= 'Z') initials.push_back(c);
            words += begins && c != ' ' ? 1u : 0u;
            begins = c == ' ' || c == '-';
        }
        if (words >= 2 && initials.size() >= 2) long_names[initials].push_back(index);
    }
    for (const auto& [letters, groups] : acronyms) {
        const auto at = long_names.find(letters);
        if (at == long_names.end() || distinct_roots(at->second) != 1) continue;
        for (const std::uint32_t group : groups)
            unite(at->second.front(), group, "acronym",
                  "the initials of " + quoted(groups_[at->second.front()].name()) + " only");
    }
}

/// Surnames and acronyms that documents use as mentions of one other entity only.
void Resolver::join_mentions() {
    std::map<std::string, std::vector<std::uint32_t>> bearers;
    for (const std::uint32_t index : of_kind(EntityKind::actor)) {
        for (const auto& [alias, count] : groups_[index].aliases) {
            const bool name = !alias.empty() && alias.front() >= 'A' && alias.front() <= 'Z' &&
                              alias.find(' ') == std::string::npos;
            if (name) bearers[fold_name(alias)].push_back(index);
        }
    }
    for (const auto& [name, groups] : groups_by_name(EntityKind::actor)) {
        const auto at = bearers.find(name);
        if (at == bearers.end()) continue;
        for (const std::uint32_t group : groups) {
            if (groups_[group].by_id) continue;
            std::vector<std::uint32_t> others;
            std::copy_if(at->second.begin(), at->second.end(), std::back_inserter(others),
                         [&](std::uint32_t other) { return root(other) != root(group); });
            if (others.empty() || distinct_roots(others) != 1) continue;
            const std::string own_type = groups_[group].type();
            const bool alike = groups_[others.front()].is_person() == groups_[group].is_person();
            if (!alike && !own_type.empty() && own_type != "unknown") continue;
            unite(others.front(), group, "mention",
                  "documents call " + quoted(groups_[others.front()].name()) + " so, and nobody else");
        }
    }
}

void Resolver::join_surnames() {
    std::map<std::string, std::vector<std::uint32_t>> by_surname;
    std::map<std::string, std::vector<std::uint32_t>> bare;
    for (const std::uint32_t index : of_kind(EntityKind::actor)) {
        if (!groups_[index].is_person()) continue;
        const std::vector<std::string> words = words_.of(groups_[index].name());
        if (words.empty()) continue;
        (words.size() == 1 ? bare : by_surname)[words.back()].push_back(index);
    }
    for (const auto& [surname, groups] : bare) {
        const auto at = by_surname.find(surname);
        if (at == by_surname.end() || distinct_roots(at->second) != 1) continue;
        const std::string country = country_of(at->second.front());
        for (const std::uint32_t group : groups) {
            if (!country.empty() && country_of(group) == country)
                unite(at->second.front(), group, "surname",
                      "the only one of that surname, and of " + country + " like " +
                          quoted(groups_[at->second.front()].name()));
        }
    }
}

std::uint32_t Resolver::party(std::uint32_t group) {
    std::uint32_t at = root(group);
    if (const auto known = party_of_root_.find(at); known != party_of_root_.end()) return known->second;
    const std::uint32_t start = at;
    for (int hop = 0; hop < hops_to_a_country; ++hop) {
        if (groups_[at].kind == EntityKind::country) break;
        std::map<std::uint32_t, std::size_t> votes;
        for (const std::uint32_t member : members_of_root(at)) {
            for (const auto& [other, count] : groups_[member].affiliations) votes[root(other)] += count;
        }
        votes.erase(at);
        // Countries before other bodies, then the most evidence.
        std::uint32_t best = no_unit;
        const auto rank = [&](std::uint32_t candidate) {
            return std::make_pair(groups_[candidate].kind == EntityKind::country, votes[candidate]);
        };
        for (const auto& [candidate, count] : votes) {
            if (best == no_unit || rank(candidate) > rank(best)) best = candidate;
        }
        if (best == no_unit) break;
        at = best;
    }
    if (groups_[at].kind != EntityKind::country) at = start;
    party_of_root_[start] = at;
    return at;
}

/// By id, of the affiliation with the most evidence; empty when it leads to no country at once.
std::string Resolver::country_of(std::uint32_t group) const {
    std::string best;
    std::size_t most = 0;
    for (const auto& [other, count] : groups_[group].affiliations) {
        if (std::string id = groups_[other].country_id(); !id.empty() && count > most) {
            best = std::move(id);
            most = count;
        }
    }
    return best;
}

bool Resolver::unite_measures(std::uint32_t hub, std::uint32_t group, const std::string& rule,
                              const std::string& evidence) {
    const Joint a = joint(hub);
    const Joint b = joint(group);
    if (!near(a, b)) return false;
    const bool contradict = !a.rates.empty() && !b.rates.empty() && !intersect(a.rates, b.rates);
    if (contradict || !unite(hub, group, rule, evidence)) return false;
    Joint both = a;
    both.rates.insert(b.rates.begin(), b.rates.end());
    if (b.first) {
        both.first = std::min(a.first.value_or(*b.first), *b.first);
        both.last = std::max(a.last.value_or(*b.last), *b.last);
    }
    joints_[root(hub)] = std::move(both);
    return true;
}

void Resolver::unite_in_time(std::vector<std::uint32_t> block, const std::string& rule, const auto& fits,
                             const auto& evidence) {
    std::stable_sort(block.begin(), block.end(), [&](std::uint32_t a, std::uint32_t b) {
        return groups_[a].first_month < groups_[b].first_month;
    });
    // Against the latest of each measure found so far, so that a block of many measures stays affordable.
    constexpr std::size_t candidates = 16;
    std::vector<std::uint32_t> latest;
    for (const std::uint32_t group : block) {
        bool found = false;
        for (std::size_t i = latest.size(); i > 0 && latest.size() - i < candidates && !found; --i) {
            std::uint32_t& other = latest[i - 1];
            if (root(other) == root(group)) found = true;
            if (!found && fits(other, group) && unite_measures(other, group, rule, evidence(other)))
                found = true;
            if (found) other = group;
        }
        if (!found) latest.push_back(group);
    }
}

void Resolver::join_measures() {
    joints_.clear();
    party_of_root_.clear();
    members_of_root_.clear();
    std::map<std::string, std::vector<std::uint32_t>> blocks;
    for (const std::uint32_t index : of_kind(EntityKind::measure)) {
        const Group& group = groups_[index];
        const std::string type = group.type();
        if (type.empty()) continue;
        std::set<std::string> bag;
        for (std::string& word : words_.measure_bag(group.name(), type)) bag.insert(std::move(word));
        const std::set<std::uint32_t> who = doers(group);
        for (const std::uint32_t doer : who) {
            if (const std::string id = groups_[doer].country_id(); !id.empty()) bag.erase("@" + id);
        }
        const bool place =
            std::any_of(bag.begin(), bag.end(), [](const auto& w) { return NameWords::is_country(w); });
        if (!place) {
            for (const std::uint32_t target : parties(group.targets)) {
                if (const std::string id = groups_[target].country_id(); !id.empty()) bag.insert("@" + id);
            }
        }
        // "Tariffs" alone may be any.
        if (bag.empty()) continue;
        std::string key = type + "|";
        for (const std::string& word : bag) key.append(" ").append(word);
        blocks[key].push_back(index);
    }
    // Bound by hand: clang 14 captures no structured bindings.
    for (const auto& entry : blocks) {
        const std::string& key = entry.first;
        const std::vector<std::uint32_t>& block = entry.second;
        std::set<std::set<std::uint32_t>> known;
        for (const std::uint32_t group : block) {
            if (auto who = doers(groups_[group]); !who.empty()) known.insert(std::move(who));
        }
        const auto fits = [&](std::uint32_t a, std::uint32_t b) {
            const auto first = doers(groups_[a]);
            const auto second = doers(groups_[b]);
            if (first.empty() || second.empty())
                return known.size() <= 1 && !(first.empty() && second.empty());
            return first == second;
        };
        const auto evidence = [&](std::uint32_t hub) {
            std::string words = key.substr(key.find('|') + 1);
            return key.substr(0, key.find('|')) + " by " + names_of(doers(groups_[hub])) + ", words" + words +
                   ", " + stretch(groups_[hub]);
        };
        unite_in_time(block, "measure", fits, evidence);
    }
}

void Resolver::join_rates() {
    party_of_root_.clear();
    members_of_root_.clear();
    std::map<std::string, std::vector<std::uint32_t>> blocks;
    for (const std::uint32_t index : of_kind(EntityKind::measure)) {
        const Group& group = groups_[index];
        const std::string type = group.type();
        const std::set<std::uint32_t> who = doers(group);
        if (type.empty() || who.empty()) continue;
        std::string key = type + "|";
        for (const std::uint32_t doer : who) key += groups_[doer].id + "|";
        for (const std::string& rate : group.rates) blocks[key + rate].push_back(index);
    }
    const auto specific_goods = [&](const Group& group) {
        std::set<std::string> out;
        for (const std::uint32_t goods : group.goods) {
            for (const std::string& word : words_.measure_bag(groups_[goods].name(), {})) {
                if (!NameWords::is_country(word) && word != "goods" && word != "other") out.insert(word);
            }
        }
        return out;
    };
    for (const auto& entry : blocks) {
        const std::string& key = entry.first;
        const std::vector<std::uint32_t>& block = entry.second;
        const auto fits = [&](std::uint32_t a, std::uint32_t b) {
            const auto targets_a = parties(groups_[a].targets);
            const auto targets_b = parties(groups_[b].targets);
            if (!targets_a.empty() && !targets_b.empty() && !intersect(targets_a, targets_b)) return false;
            if (targets_a.empty() && targets_b.empty()) return false;
            const auto goods_a = specific_goods(groups_[a]);
            const auto goods_b = specific_goods(groups_[b]);
            return goods_a.empty() || goods_b.empty() || intersect(goods_a, goods_b);
        };
        const auto evidence = [&](std::uint32_t hub) {
            return key.substr(0, key.find('|')) + " of " + key.substr(key.rfind('|') + 1) + " by " +
                   names_of(doers(groups_[hub])) + " on " + names_of(parties(groups_[hub].targets)) + ", " +
                   stretch(groups_[hub]);
        };
        unite_in_time(block, "rate", fits, evidence);
    }
}

Resolution Resolver::result() {
    // Groups of one entity stand together. There may be a million: what follows holds them once.
    std::vector<std::uint32_t> order(groups_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return root(a) < root(b); });
    struct Made {
        ResolvedEntity entity;
        std::span<const std::uint32_t> groups;
        std::optional<int> month;
    };
    std::vector<Made> all;
    std::size_t tops = 0;
    for (std::uint32_t i = 0; i < groups_.size(); ++i) tops += root(i) == i ? 1 : 0;
    all.reserve(tops);
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        while (end < order.size() && root(order[end]) == root(order[begin])) ++end;
        const auto members = std::span<const std::uint32_t>(order).subspan(begin, end - begin);
        Made made;
        Counts names;
        Counts types;
        std::set<std::string> aliases;
        const Group* best = nullptr;
        made.entity.speaks_only = std::all_of(members.begin(), members.end(), [&](std::uint32_t member) {
            return groups_[member].occurrences == 0;
        });
        const auto rank = [](const Group& group) {
            return std::make_tuple(group.by_id, group.is_person() && has_two_words(group.name()),
                                   group.occurrences);
        };
        for (const std::uint32_t member : members) {
            const Group& group = groups_[member];
            for (const auto& [name, count] : group.names) {
                names[name] += count;
                aliases.insert(name);
            }
            for (const auto& [type, count] : group.types) types[type] += count;
            for (const auto& [alias, count] : group.aliases) aliases.insert(alias);
            if (!best || rank(group) > rank(*best) || (rank(group) == rank(*best) && group.id < best->id))
                best = &group;
            if (group.first_month)
                made.month = std::min(made.month.value_or(*group.first_month), *group.first_month);
        }
        made.entity.id = best->id;
        made.entity.kind = best->kind;
        for (const std::uint32_t member : members) {
            discard(groups_[member].names);
            discard(groups_[member].types);
            discard(groups_[member].aliases);
        }
        made.entity.type = most_frequent(types);
        // A surname alone, which reports repeat, says less than a full name.
        Counts full;
        std::copy_if(names.begin(), names.end(), std::inserter(full, full.end()),
                     [](const auto& name) { return has_two_words(name.first); });
        made.entity.label = most_frequent(made.entity.type == "person" && !full.empty() ? full : names);
        aliases.erase(made.entity.label);
        made.entity.aliases.assign(aliases.begin(), aliases.end());
        made.groups = members;
        all.push_back(std::move(made));
    }
    // Of several measures of one name the first keeps the id, the others have their year.
    const auto parties_less = [&](std::uint32_t a, std::uint32_t b) {
        return units_[groups_[a].units.front()].parties < units_[groups_[b].units.front()].parties;
    };
    std::stable_sort(all.begin(), all.end(), [&](const Made& a, const Made& b) {
        const auto rank = [](const Made& made) {
            return std::make_tuple(std::string_view(made.entity.id), !made.month, made.month);
        };
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        return std::lexicographical_compare(a.groups.begin(), a.groups.end(), b.groups.begin(),
                                            b.groups.end(), parties_less);
    });
    std::vector<const std::string*> taken;  // the ids of the first, which stay
    for (const Made& made : all) {
        if (taken.empty() || *taken.back() != made.entity.id) taken.push_back(&made.entity.id);
    }
    const auto text_less = [](const std::string* a, const std::string* b) { return *a < *b; };
    std::set<std::string> given;
    const std::string* id = nullptr;  // of the first of the name
    for (Made& made : all) {
        if (id == nullptr || *id != made.entity.id) {
            id = &made.entity.id;
            continue;
        }
        std::string wanted = *id;
        if (made.month) wanted += "-" + std::to_string(*made.month / 12);
        std::string free = wanted;
        const auto is_taken = [&] {
            return std::binary_search(taken.begin(), taken.end(), &free, text_less) ||
                   !given.insert(free).second;
        };
        for (std::size_t n = 2; is_taken(); ++n) free = wanted + "-" + std::to_string(n);
        made.entity.id = std::move(free);
    }
    std::sort(all.begin(), all.end(), [](const Made& a, const Made& b) { return a.entity.id < b.entity.id; });
    Resolution out;
    out.entity_of_unit.resize(units_.size());
    out.reason_of_unit.resize(units_.size());
    out.entities.reserve(all.size());
    for (Made& made : all) {
        const auto index = static_cast<std::uint32_t>(out.entities.size());
        for (const std::uint32_t group : made.groups) {
            for (const std::uint32_t unit : groups_[group].units) {
                out.entity_of_unit[unit] = index;
                out.reason_of_unit[unit] = groups_[group].reason;
            }
            groups_[group].reason = Reason();
        }
        out.entities.push_back(std::move(made.entity));
    }
    return out;
}

}  // namespace

Resolution resolve_entities(std::span<const EntityUnit> units, std::vector<CountedUse> uses,
                            const NameRules& rules) {
    return Resolver(units, std::move(uses), rules).run();
}

}  // namespace claimgraph
