#include "train/lemma_trainer.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "ingest/nlp/lemmatizer.hpp"
#include "ingest/nlp/model_file.hpp"

namespace claimgraph::train {

namespace {

using nlp::LemmaCase;
using nlp::LemmaSlot;
using nlp::Lemmatizer;

struct Rule {
    LemmaCase letters;
    std::uint8_t strip;
    std::string ending;
    auto operator<=>(const Rule&) const = default;
};
using Tag = std::pair<nlp::Upos, nlp::Xpos>;
using Key = std::pair<Tag, std::string>;
using Counts = std::map<Rule, std::size_t>;

std::optional<Rule> rule_of(const std::string& base, LemmaCase letters, const std::string& lemma) {
    std::size_t common = 0;
    while (common < base.size() && common < lemma.size() && base[common] == lemma[common]) ++common;
    while (common > 0 && common < base.size() && (static_cast<unsigned char>(base[common]) & 0xC0U) == 0x80U)
        --common;
    if (base.size() - common > 40 || lemma.size() - common > Lemmatizer::kMaxEnding) return std::nullopt;
    return Rule{letters, static_cast<std::uint8_t>(base.size() - common), lemma.substr(common)};
}

/// The rule that strips least; names rather keep their letters, other words rather lose capitals.
std::optional<Rule> best_rule(const TreebankToken& t) {
    std::optional<Rule> best;
    const bool name = t.upos == nlp::Upos::propn;
    const std::array<LemmaCase, 3> order =
        name ? std::array{LemmaCase::keep, LemmaCase::title, LemmaCase::lower}
             : std::array{LemmaCase::lower, LemmaCase::keep, LemmaCase::title};
    for (const LemmaCase letters : order) {
        std::string base;
        Lemmatizer::append_base(t.form, letters, base);
        const auto rule = rule_of(base, letters, t.lemma);
        if (rule && (!best || rule->strip + rule->ending.size() < best->strip + best->ending.size()))
            best = rule;
    }
    return best;
}

const Rule& majority(const Counts& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

/// A verb that the treebank left as it is once or twice ("struck") may be a slip.
bool left_as_it_is(const Counts& counts) {
    constexpr std::size_t slips = 2;
    const Rule& rule = majority(counts);
    return rule.strip == 0 && rule.ending.empty() && counts.at(rule) <= slips;
}

class Table {
  public:
    void add(std::uint64_t key, std::uint32_t rule) { entries_.emplace_back(key, rule); }
    [[nodiscard]] std::vector<LemmaSlot> slots() const {
        std::vector<LemmaSlot> out(std::bit_ceil(entries_.size() * 3 / 2 + 1));
        for (const auto& [key, rule] : entries_) {
            std::size_t at = static_cast<std::size_t>(key) & (out.size() - 1);
            while (out[at].rule != 0) at = (at + 1) & (out.size() - 1);
            out[at] = {static_cast<std::uint32_t>(key >> 32), rule + 1};
        }
        return out;
    }

  private:
    std::vector<std::pair<std::uint64_t, std::uint32_t>> entries_;
};

}  // namespace

std::vector<std::byte> train_lemmas(const std::vector<TreebankSentence>& sentences,
                                    const std::vector<Inflection>& inflections) {
    std::map<Key, Counts> words;
    for (const auto& s : sentences)
        for (const auto& t : s.tokens) {
            if (t.lemma == "_" && t.form != "_") continue;
            const auto rule = best_rule(t);
            if (!rule) continue;
            std::string lower;
            Lemmatizer::append_base(t.form, LemmaCase::lower, lower);
            ++words[{{t.upos, t.xpos}, lower}][*rule];
        }

    for (const Inflection& word : inflections) {
        const auto seen = words.find({{word.upos, word.xpos}, word.form});
        const auto rule = rule_of(word.form, LemmaCase::lower, word.lemma);
        if (word.upos == nlp::Upos::verb && rule && seen != words.end() && left_as_it_is(seen->second))
            seen->second = {{*rule, 1}};
    }

    std::map<Key, Counts> suffixes;
    for (const auto& [key, counts] : words) {
        const auto& [tag, word] = key;
        for (std::size_t n = 0; n <= std::min(Lemmatizer::kMaxSuffix, word.size()); ++n)
            ++suffixes[{tag, word.substr(word.size() - n)}][majority(counts)];
    }

    std::map<Rule, std::uint32_t> ids;
    const auto id = [&](const Rule& r) {
        return ids.try_emplace(r, static_cast<std::uint32_t>(ids.size())).first->second;
    };
    std::map<Key, Rule> kept;  // in order of length within a tag, as `suffixes` is not
    const auto governing = [&](const Key& key) -> const Rule* {
        for (std::size_t n = 0; n <= key.second.size(); ++n) {
            const auto it = kept.find({key.first, key.second.substr(n)});
            if (it != kept.end()) return &it->second;
        }
        return nullptr;
    };
    std::vector<const std::pair<const Key, Counts>*> by_length;
    by_length.reserve(suffixes.size());
    for (const auto& entry : suffixes) by_length.push_back(&entry);
    std::stable_sort(by_length.begin(), by_length.end(), [](const auto* a, const auto* b) {
        return a->first.second.size() < b->first.second.size();
    });
    for (const auto* entry : by_length) {
        std::size_t total = 0;
        for (const auto& [rule, n] : entry->second) total += n;
        if (!entry->first.second.empty() && total < 2) continue;
        const Rule& rule = majority(entry->second);
        const Rule* shorter = governing(entry->first);
        if (!shorter || *shorter != rule) kept.emplace(entry->first, rule);
    }

    Table word_table;
    Table suffix_table;
    for (const auto& [key, rule] : kept)
        suffix_table.add(Lemmatizer::suffix_key(key.second, key.first.first, key.first.second), id(rule));
    for (const auto& [key, counts] : words) {
        const Rule& rule = majority(counts);
        const auto& [tag, word] = key;
        const std::size_t n = std::min(Lemmatizer::kMaxSuffix, word.size());
        const Rule* general = governing({tag, word.substr(word.size() - n)});
        if (!general || *general != rule)
            word_table.add(Lemmatizer::word_key(word, tag.first, tag.second), id(rule));
    }
    for (const Inflection& word : inflections) {
        const Tag tag{word.upos, word.xpos};
        if (words.contains({tag, word.form})) continue;
        const auto rule = rule_of(word.form, LemmaCase::lower, word.lemma);
        const std::size_t n = std::min(Lemmatizer::kMaxSuffix, word.form.size());
        const Rule* general = governing({tag, word.form.substr(word.form.size() - n)});
        if (rule && (!general || *general != *rule))
            word_table.add(Lemmatizer::word_key(word.form, word.upos, word.xpos), id(*rule));
    }

    std::vector<const Rule*> rules(ids.size());
    for (const auto& [rule, number] : ids) rules[number] = &rule;
    std::vector<std::uint8_t> letters, strips;
    std::vector<std::uint32_t> ends;
    std::string endings;
    for (const Rule* r : rules) {
        letters.push_back(static_cast<std::uint8_t>(r->letters));
        strips.push_back(r->strip);
        endings += r->ending;
        ends.push_back(static_cast<std::uint32_t>(endings.size()));
    }
    nlp::SectionWriter out;
    out.array(letters);
    out.array(strips);
    out.array(ends);
    out.text(endings);
    out.array(word_table.slots());
    out.array(suffix_table.slots());
    return out.take();
}

}  // namespace claimgraph::train
