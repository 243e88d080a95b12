#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "ingest/nlp/conllu_analysis.hpp"
#include "ingest/nlp/network/network.hpp"
#include "train/name_trainer.hpp"
#include "train/random.hpp"

namespace claimgraph::train {

namespace {

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

using Respell = std::function<void(std::string&)>;
using Words = std::vector<std::string>;

/// Names to put in others' places, by class and length.
using Pool = std::map<std::pair<std::size_t, std::size_t>, std::vector<Words>>;

/// Calls `act(first, last, class)` for each name that the labels tell.
template <class Act>
void each_name(const std::vector<std::uint8_t>& labels, const Act& act) {
    for (std::size_t i = 0; i < labels.size();) {
        if (labels[i] % 2 == 0) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < labels.size() && labels[end] == labels[i] + 1) ++end;
        act(i, end, (labels[i] - 1U) / 2);
        i = end;
    }
}

Words words_of(const nlp::Analysis& analysis, std::size_t first, std::size_t last) {
    Words words;
    for (std::size_t i = first; i < last; ++i) words.emplace_back(analysis.tokens[i].form);
    return words;
}

constexpr std::size_t kPerson = 0;
constexpr std::size_t kOrganization = 1;
constexpr std::size_t kPlace = 2;

Pool pool_of(const std::vector<NamePhrase>& phrases) {
    using nlp::names::Known;
    Pool pool;
    std::vector<std::string> first_names, surnames;
    for (const NamePhrase& p : phrases) {
        const bool single = p.words.size() == 1;
        if (p.words.front().empty() || p.words.front()[0] < 'A' || p.words.front()[0] > 'Z') continue;
        if (p.known == Known::first_name && single) first_names.push_back(p.words[0]);
        if (p.known == Known::surname && single) surnames.push_back(p.words[0]);
        if (p.known == Known::person) pool[{kPerson, p.words.size()}].push_back(p.words);
        if (p.known == Known::organization) pool[{kOrganization, p.words.size()}].push_back(p.words);
        if (p.known == Known::country || p.known == Known::place)
            pool[{kPlace, p.words.size()}].push_back(p.words);
    }
    Random random(7);
    for (std::size_t n = 0; n < 4000 && !first_names.empty() && !surnames.empty(); ++n) {
        const std::string& first = first_names[random.below(first_names.size())];
        const std::string& last = surnames[random.below(surnames.size())];
        pool[{kPerson, 2}].push_back({first, last});
        pool[{kPerson, 1}].push_back({random.below(2) == 0 ? first : last});
    }
    return pool;
}

/// A copy of the words of a document with most names exchanged, the same name always for the same.
std::vector<std::string> exchanged(const nlp::Analysis& source, const std::vector<std::uint8_t>& labels,
                                   const Pool& own, const Pool& lists, Random& random) {
    std::vector<std::string> forms = words_of(source, 0, source.tokens.size());
    std::map<Words, Words> chosen;
    each_name(labels, [&](std::size_t first, std::size_t last, std::size_t kind) {
        const Words name = words_of(source, first, last);
        const auto [at, fresh] = chosen.emplace(name, name);
        if (fresh && random.below(5) > 0) {
            const Pool& pool = random.below(2) == 0 ? own : lists;
            const auto found = pool.find({kind, name.size()});
            if (found != pool.end()) at->second = found->second[random.below(found->second.size())];
        }
        std::copy(at->second.begin(), at->second.end(), forms.begin() + static_cast<std::ptrdiff_t>(first));
    });
    return forms;
}

/// The sentences of a document in other words, with the network's tags, trees and labels.
NameDocument retagged(const nlp::network::Network& network, const nlp::Analysis& source,
                      const std::vector<std::string>& forms, const Respell& respell) {
    NameDocument document;
    nlp::Analysis& analysis = document.analysis;
    analysis.sentences = source.sentences;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        std::string form = forms[i];
        respell(form);
        nlp::Token token;
        token.form = analysis.keep(std::move(form));
        token.sentence = source.tokens[i].sentence;
        analysis.tokens.push_back(token);
    }
    network.annotate(analysis, document.hints);
    return document;
}

}  // namespace

std::vector<NameDocument> read_name_documents(const nlp::ModelFile& model,
                                              const std::vector<std::string>& paths,
                                              const std::vector<NamePhrase>& phrases, std::size_t copies) {
    const Respell small = [](std::string& s) { std::transform(s.begin(), s.end(), s.begin(), lower); };
    const Respell capitals = [](std::string& s) { std::transform(s.begin(), s.end(), s.begin(), upper); };
    const Respell headline = [](std::string& s) {
        if (s.size() > 3) s[0] = upper(s[0]);
    };
    const std::array<Respell, 4> styles{small, capitals, small, headline};
    std::vector<NameDocument> documents;
    std::vector<nlp::Analysis> annotated;
    std::vector<std::vector<std::uint8_t>> labels;
    Pool own;
    const Pool lists = pool_of(phrases);
    const KnownPhrases known = known_phrases(phrases);
    for (const auto& path : paths) {
        const auto sentences = nlp::read_conllu_file(path);
        for (const auto document : nlp::documents_of(sentences)) {
            annotated.push_back(nlp::from_conllu(document));
            labels.push_back(name_labels(annotated.back(), known));
            each_name(labels.back(), [&](std::size_t first, std::size_t last, std::size_t kind) {
                own[{kind, last - first}].push_back(words_of(annotated.back(), first, last));
            });
        }
    }
    const nlp::network::Network network(model, *nlp::network::available_kernels().back());
    Random random(11);
    for (std::size_t d = 0; d < annotated.size(); ++d) {
        const auto add = [&](const std::vector<std::string>& forms, const Respell& respell) {
            documents.push_back(retagged(network, annotated[d], forms, respell));
            documents.back().labels = labels[d];
            documents.back().source = d;
        };
        const Respell as_is = [](std::string&) {};
        add(words_of(annotated[d], 0, annotated[d].tokens.size()), as_is);
        documents.back().hints.clear();  // the network has learnt these very sentences
        for (std::size_t n = 0; n < copies; ++n)
            add(exchanged(annotated[d], labels[d], own, lists, random), as_is);
        // every other document in another style as well
        if (d % 2 == 0)
            add(exchanged(annotated[d], labels[d], own, lists, random), styles[d / 2 % styles.size()]);
    }
    return documents;
}

}  // namespace claimgraph::train
