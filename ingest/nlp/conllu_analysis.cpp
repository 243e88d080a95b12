#include "ingest/nlp/conllu_analysis.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include <unicode/utf8.h>

#include "ingest/nlp/network/network.hpp"
#include "ingest/text/code_points.hpp"

namespace claimgraph::nlp {
namespace {

constexpr std::array<std::string_view, 10> kKindNames = {
    "person", "organization", "place", "group", "measure", "commodity", "money", "percent", "date", "other"};
constexpr std::string_view kEntityFormat = "eid-etype-head";

MentionKind parse_kind(std::string_view name) {
    const auto found = std::find(kKindNames.begin(), kKindNames.end(), name);
    if (found != kKindNames.end()) {
        return static_cast<MentionKind>(found - kKindNames.begin());
    }
    return name == "time" ? MentionKind::date : MentionKind::other;  // GUM's name
}

/// Text that cannot break a line or a field: white space as single spaces, wrong bytes as U+FFFD.
std::string clean(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t begin = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, text.size(), c);
        if (c < 0) {
            result += "\uFFFD";
        } else if (c <= ' ' || c == 127 || c == 0x85 || c == 0x2028 || c == 0x2029) {
            if (!result.empty() && result.back() != ' ') {
                result += ' ';
            }
        } else {
            result.append(text, begin, i - begin);
        }
    }
    return result;
}

std::string or_blank(std::string_view s) {
    std::string cleaned = clean(s);
    return cleaned.empty() ? "_" : cleaned;
}

void add_misc(std::string& misc, std::string_view item) {
    if (misc == "_") {
        misc.clear();
    }
    if (!misc.empty()) {
        misc += '|';
    }
    misc += item;
}

/// `Entity=` for each token of the document; empty where no mention starts or ends.
std::vector<std::string> entity_fields(const Analysis& analysis) {
    std::vector<std::string> opening(analysis.tokens.size());
    std::vector<std::string> closing(analysis.tokens.size());
    std::map<std::uint32_t, std::size_t> chain_ids;
    std::size_t next_id = 0;
    std::vector<bool> chained(analysis.mentions.size());
    for (const Chain& chain : analysis.chains) {
        for (const std::uint32_t m : chain) {
            chained[m] = true;
        }
    }
    for (std::size_t m = 0; m < analysis.mentions.size(); ++m) {
        const Mention& mention = analysis.mentions[m];
        std::size_t id = 0;
        if (!chained[m]) {
            id = ++next_id;
        } else {
            const auto [at, inserted] = chain_ids.emplace(mention.chain, next_id + 1);
            next_id += inserted ? 1 : 0;
            id = at->second;
        }
        const std::string name = "e" + std::to_string(id);
        std::string& open = opening[mention.first];
        open += '(';
        open += name;
        open += '-';
        open += to_string(mention.kind);
        open += '-';
        open += std::to_string(mention.head - mention.first + 1);
        if (mention.last == mention.first + 1) {
            open += ')';
        } else {
            closing[mention.last - 1].insert(0, name + ")");
        }
    }
    for (std::size_t i = 0; i < opening.size(); ++i) {
        opening[i] += closing[i];
    }
    return opening;
}

void set_mention_form(const std::vector<Token>& tokens, Mention& mention) {
    const Upos tag = tokens[mention.head].upos;
    mention.form = tag == Upos::propn                      ? MentionForm::name
                   : tag == Upos::pron || tag == Upos::det ? MentionForm::pronoun
                                                           : MentionForm::nominal;
}

/// The first token of the span whose head lies outside it.
std::uint32_t head_of(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) {
        if (tokens[i].head == kNone || tokens[i].head < first || tokens[i].head >= last) {
            return i;
        }
    }
    return first;
}

/// Reads the brackets of `Entity=` fields into mentions and chains.
class EntityReader {
  public:
    EntityReader(Analysis& analysis, bool with_head) : analysis_(analysis), with_head_(with_head) {}

    void read(std::string_view field, std::uint32_t token) {
        while (!field.empty()) {
            if (field.front() != '(') {
                const std::size_t close = field.find(')');
                end(field.substr(0, close), token);
                field.remove_prefix(close == std::string_view::npos ? field.size() : close + 1);
                continue;
            }
            field.remove_prefix(1);
            const std::size_t stop = field.find_first_of("()");
            const std::string_view body = field.substr(0, stop);
            const std::string_view id = body.substr(0, body.find('-'));
            open_.push_back({std::string(id), std::string(body), token});
            field.remove_prefix(std::min(stop, field.size()));
            if (!field.empty() && field.front() == ')') {
                end(id, token);
                field.remove_prefix(1);
            }
        }
    }

    void finish() {
        auto& mentions = analysis_.mentions;
        std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
            return a.first != b.first ? a.first < b.first : a.last > b.last;
        });
        // until here `chain` is the entity's number
        std::vector<std::uint32_t> sizes(ids_.size());
        for (const Mention& mention : mentions) {
            ++sizes[mention.chain];
        }
        std::vector<std::uint32_t> chains(ids_.size(), kNone);
        for (std::uint32_t i = 0; i < mentions.size(); ++i) {
            const std::uint32_t entity = mentions[i].chain;
            mentions[i].chain = kNone;
            if (sizes[entity] < 2) {
                continue;
            }
            if (chains[entity] == kNone) {
                chains[entity] = static_cast<std::uint32_t>(analysis_.chains.size());
                analysis_.chains.emplace_back();
            }
            mentions[i].chain = chains[entity];
            analysis_.chains[chains[entity]].push_back(i);
        }
    }

  private:
    struct Open {
        std::string id;
        std::string body;
        std::uint32_t token;
    };

    void end(std::string_view id, std::uint32_t token) {
        const auto found =
            std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.id == id; });
        if (found == open_.rend()) {
            return;
        }
        Mention mention;
        mention.first = found->token;
        mention.last = token + 1;
        std::string_view body = found->body;
        std::array<std::string_view, 3> parts;
        for (std::string_view& part : parts) {
            const std::size_t dash = body.find('-');
            part = body.substr(0, dash);
            body = dash == std::string_view::npos ? std::string_view{} : body.substr(dash + 1);
        }
        mention.kind = parse_kind(parts[1]);
        std::uint32_t head = 0;
        if (with_head_) {
            (void)std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), head);
        }
        mention.head = head >= 1 && mention.first + head <= mention.last
                           ? mention.first + head - 1
                           : head_of(analysis_.tokens, mention.first, mention.last);
        set_mention_form(analysis_.tokens, mention);
        mention.chain = ids_.emplace(found->id, static_cast<std::uint32_t>(ids_.size())).first->second;
        // a part of a discontinuous mention ("12[1/2]") is none of its own
        if (id.find('[') == std::string_view::npos) {
            analysis_.mentions.push_back(mention);
        }
        open_.erase(std::next(found).base());
    }

    Analysis& analysis_;
    bool with_head_;
    std::vector<Open> open_;
    std::map<std::string, std::uint32_t, std::less<>> ids_;
};

bool space_follows(const ConlluSentence& sentence, std::size_t word, const ConlluRange* range) {
    return field_value(sentence.words[word].misc, "SpaceAfter") != "No" &&
           (range == nullptr || field_value(range->misc, "SpaceAfter") != "No");
}

bool starts_paragraph(const ConlluSentence& sentence) {
    return std::any_of(sentence.comments.begin(), sentence.comments.end(), [](const std::string& comment) {
        const std::size_t at = comment.find_first_not_of("# ");
        return at != std::string::npos && std::string_view(comment).substr(at).starts_with("newpar") &&
               (comment.size() == at + 6 || comment[at + 6] == ' ');
    });
}

/// The forms of the words of a multi-word token divide its characters where they spell it.
bool spells(const ConlluSentence& sentence, const ConlluRange& range) {
    std::size_t size = 0;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
        const std::string& form = sentence.words[i].form;
        if (range.form.compare(size, form.size(), form) != 0) {
            return false;
        }
        size += form.size();
    }
    return size == range.form.size();
}

}  // namespace

std::string_view to_string(MentionKind kind) {
    return kKindNames[static_cast<std::size_t>(kind)];
}

std::vector<ConlluSentence> to_conllu(const Analysis& analysis, std::string_view id) {
    const CodePointIndex code_points(analysis.text);
    const std::vector<std::string> entities = entity_fields(analysis);
    const std::string name = clean(id);
    std::vector<ConlluSentence> result(analysis.sentences.size());
    for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
        const Sentence& sentence = analysis.sentences[s];
        ConlluSentence& out = result[s];
        if (s == 0) {
            out.comments.push_back("# newdoc id = " + name);
            out.comments.push_back("# global.Entity = " + std::string(kEntityFormat));
        }
        if (s == 0 || sentence.paragraph != analysis.sentences[s - 1].paragraph) {
            out.comments.emplace_back("# newpar");
        }
        out.comments.push_back("# sent_id = " + name + "-" + std::to_string(s + 1));
        if (sentence.headline) {
            out.comments.emplace_back("# headline = yes");
        }
        std::string text = "# text = ";
        const auto range_of = [&](std::uint32_t begin, std::uint32_t end) {
            return "TokenRange=" + std::to_string(code_points.code_point(begin)) + ":" +
                   std::to_string(code_points.code_point(end));
        };
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            const Token& token = analysis.tokens[i];
            const bool in_range = token.joined_to_previous ||
                                  (i + 1 < sentence.last && analysis.tokens[i + 1].joined_to_previous);
            if (in_range && !token.joined_to_previous) {
                std::uint32_t last = i + 1;
                while (last < sentence.last && analysis.tokens[last].joined_to_previous) {
                    ++last;
                }
                const std::uint32_t end = std::max(token.end, analysis.tokens[last - 1].end);
                ConlluRange range;
                range.first = i - sentence.first;
                range.last = last - sentence.first;
                range.form = or_blank(analysis.text.substr(token.begin, end - token.begin));
                range.misc = "_";
                if (!analysis.tokens[last - 1].space_after) {
                    add_misc(range.misc, "SpaceAfter=No");
                }
                add_misc(range.misc, range_of(token.begin, end));
                text += range.form;
                out.ranges.push_back(std::move(range));
            }
            ConlluWord word;
            word.form = or_blank(token.form);
            word.lemma = or_blank(token.lemma);
            const bool tagged = !token.lemma.empty();
            word.upos = tagged ? to_string(token.upos) : "_";
            word.xpos = tagged ? to_string(token.xpos) : "_";
            word.feats = or_blank(token.feats);
            word.deprel = tagged ? to_string(token.deprel) : "_";
            word.head = token.head == kNone ? 0 : token.head - sentence.first + 1;
            word.misc = "_";
            if (!in_range) {
                if (!token.space_after) {
                    add_misc(word.misc, "SpaceAfter=No");
                }
                text += word.form;
            }
            if (token.space_after && i + 1 < sentence.last) {
                text += ' ';
            }
            if (!entities[i].empty()) {
                add_misc(word.misc, "Entity=" + entities[i]);
            }
            if (!in_range) {
                add_misc(word.misc, range_of(token.begin, token.end));
            }
            out.words.push_back(std::move(word));
        }
        out.comments.push_back(std::move(text));
    }
    return result;
}

std::string text_of(std::span<const ConlluSentence> document) {
    std::string text;
    for (const ConlluSentence& sentence : document) {
        if (!text.empty() && starts_paragraph(sentence)) {
            while (text.ends_with(' ')) {
                text.pop_back();
            }
            text += "\n\n";
        }
        auto range = sentence.ranges.begin();
        for (std::size_t i = 0; i < sentence.words.size();) {
            const bool multiple = range != sentence.ranges.end() && range->first == i;
            text += multiple ? range->form : sentence.words[i].form;
            const std::size_t last = multiple ? range->last - 1 : i;
            if (space_follows(sentence, last, multiple ? &*range : nullptr)) {
                text += ' ';
            }
            range += multiple ? 1 : 0;
            i = last + 1;
        }
    }
    while (text.ends_with(' ')) {
        text.pop_back();
    }
    return text;
}

Analysis from_conllu(std::span<const ConlluSentence> document) {
    Analysis analysis;
    analysis.text = analysis.keep(text_of(document));
    std::uint32_t position = 0;
    std::uint32_t paragraph = 0;
    bool with_head = false;
    std::vector<std::string_view> fields;
    for (const ConlluSentence& source : document) {
        if (source.comment("global.Entity").starts_with(kEntityFormat)) {
            with_head = true;
        }
        if (!analysis.sentences.empty() && starts_paragraph(source)) {
            ++paragraph;
        }
        Sentence sentence;
        sentence.first = static_cast<std::uint32_t>(analysis.tokens.size());
        sentence.paragraph = paragraph;
        sentence.headline = source.comment("headline") == "yes";
        auto range = source.ranges.begin();
        const auto size = static_cast<std::uint32_t>(source.words.size());
        for (std::uint32_t i = 0; i < size;) {
            while (analysis.text[position] == ' ' || analysis.text[position] == '\n') {
                ++position;
            }
            const bool multiple = range != source.ranges.end() && range->first == i;
            const std::uint32_t last = multiple ? range->last : i + 1;
            const std::size_t length = multiple ? range->form.size() : source.words[i].form.size();
            const bool divided = !multiple || spells(source, *range);
            const auto end = static_cast<std::uint32_t>(position + length);
            const bool space = space_follows(source, last - 1, multiple ? &*range : nullptr);
            for (std::uint32_t first = i; i < last; ++i) {
                const ConlluWord& word = source.words[i];
                Token token;
                token.begin = position;
                token.end = divided ? static_cast<std::uint32_t>(position + word.form.size()) : end;
                position = token.end;
                token.form = divided ? analysis.text.substr(token.begin, token.end - token.begin)
                                     : analysis.keep(word.form);
                token.joined_to_previous = i > first;
                token.space_after = i + 1 == last && space;
                token.sentence = static_cast<std::uint32_t>(analysis.sentences.size());
                token.lemma =
                    word.lemma == "_" && word.upos == "_" ? std::string_view{} : analysis.keep(word.lemma);
                token.feats = analysis.keep(word.feats);
                token.upos = parse_upos(word.upos).value_or(Upos::x);
                token.xpos = parse_xpos(word.xpos).value_or(Xpos::fw);
                token.deprel = parse_deprel(word.deprel).value_or(Deprel::dep);
                token.head = word.head == 0 ? kNone : sentence.first + word.head - 1;
                token.morph = network::parse_morphology(token.feats);
                analysis.tokens.push_back(token);
                fields.push_back(field_value(word.misc, "Entity"));
            }
            position = end;
            range += multiple ? 1 : 0;
        }
        sentence.last = static_cast<std::uint32_t>(analysis.tokens.size());
        sentence.begin = analysis.tokens[sentence.first].begin;
        sentence.end = position;
        analysis.sentences.push_back(sentence);
    }
    EntityReader entities(analysis, with_head);
    for (std::uint32_t i = 0; i < fields.size(); ++i) {
        entities.read(fields[i], i);
    }
    entities.finish();
    return analysis;
}

}  // namespace claimgraph::nlp
