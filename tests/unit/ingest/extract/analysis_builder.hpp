// Analyses written by hand for tests: words with tags and heads, without a language model.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/nlp/analysis.hpp"

namespace claimgraph::testing {

/// One word: "form/UPOS/head/deprel", where head counts from 1 within the sentence and 0 is the root. The
/// lemma is the form in lower case unless given as a fifth part, and tells plurals; the XPOS, where the form
/// does not tell it, is NN unless given as a sixth. A form that starts with '^' joins the word before it
/// without a space.
class AnalysisBuilder {
  public:
    AnalysisBuilder& sentence(std::initializer_list<std::string_view> words, bool headline = false) {
        nlp::Sentence s;
        s.first = static_cast<std::uint32_t>(tokens_.size());
        s.paragraph = static_cast<std::uint32_t>(sentences_.size());
        s.headline = headline;
        if (!text_.empty()) text_ += "\n\n";
        s.begin = static_cast<std::uint32_t>(text_.size());
        for (std::string_view word : words) add(word, s.first);
        s.last = static_cast<std::uint32_t>(tokens_.size());
        s.end = static_cast<std::uint32_t>(text_.size());
        sentences_.push_back(s);
        return *this;
    }

    /// Adds one word to the last sentence, which is begun if there is none.
    AnalysisBuilder& word(std::string_view written) {
        if (sentences_.empty()) sentence({});
        nlp::Sentence& s = sentences_.back();
        add(written, s.first);
        tokens_.back().token.sentence = static_cast<std::uint32_t>(sentences_.size() - 1);
        s.last = static_cast<std::uint32_t>(tokens_.size());
        s.end = static_cast<std::uint32_t>(text_.size());
        return *this;
    }

    AnalysisBuilder& mention(std::uint32_t first, std::uint32_t last, std::uint32_t head,
                             nlp::MentionKind kind, nlp::MentionForm form = nlp::MentionForm::name) {
        mentions_.push_back({first, last, head, kind, form, nlp::kNone});
        return *this;
    }

    /// The analysis; it views into this builder, which must outlive it.
    [[nodiscard]] nlp::Analysis build() {
        nlp::Analysis analysis;
        analysis.text = text_;
        for (const Word& word : tokens_) {
            nlp::Token token = word.token;
            token.form = std::string_view(text_).substr(token.begin, token.end - token.begin);
            token.lemma = word.lemma;
            token.feats = "_";
            analysis.tokens.push_back(token);
        }
        analysis.sentences = sentences_;
        analysis.mentions = mentions_;
        return analysis;
    }

  private:
    struct Word {
        nlp::Token token;
        std::string lemma;
    };

    static std::vector<std::string_view> parts(std::string_view word) {
        std::vector<std::string_view> out;
        for (std::size_t at = 0; (at = word.find('/', out.empty() ? 1 : 0)) != std::string_view::npos;) {
            out.push_back(word.substr(0, at));
            word.remove_prefix(at + 1);
        }
        out.push_back(word);
        return out;
    }

    void add(std::string_view written, std::uint32_t sentence_first) {
        const std::vector<std::string_view> part = parts(written);
        Word word;
        std::string_view form = part.at(0);
        const bool joined = form.size() > 1 && form.front() == '^';
        if (joined) form.remove_prefix(1);
        if (!joined && tokens_.size() > sentence_first) text_ += ' ';
        if (joined && !tokens_.empty()) tokens_.back().token.space_after = false;
        word.token.begin = static_cast<std::uint32_t>(text_.size());
        text_ += form;
        word.token.end = static_cast<std::uint32_t>(text_.size());
        word.token.sentence = static_cast<std::uint32_t>(sentences_.size());
        word.token.upos = part.size() > 1 ? nlp::parse_upos(part[1]).value() : nlp::Upos::noun;
        word.token.xpos = nlp::Xpos::nn;
        const unsigned head = part.size() > 2 ? static_cast<unsigned>(std::stoul(std::string(part[2]))) : 0;
        word.token.head = head == 0 ? nlp::kNone : sentence_first + head - 1;
        word.token.deprel = part.size() > 3 ? nlp::parse_deprel(part[3]).value() : nlp::Deprel::root;
        if (part.size() > 4) {
            word.lemma = part[4];
        } else {
            for (char c : form) word.lemma += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
        }
        tag(word, form);
        if (part.size() > 5) word.token.xpos = nlp::parse_xpos(part[5]).value();
        tokens_.push_back(std::move(word));
    }

    // Finer tags where the form and the lemma tell them: possessives, names, plurals.
    static void tag(Word& word, std::string_view form) {
        if (word.token.upos == nlp::Upos::part && (form == "'s" || form == "\u2019s" || form == "'"))
            word.token.xpos = nlp::Xpos::pos;
        if (word.token.upos == nlp::Upos::pron && word.token.deprel == nlp::Deprel::nmod_poss)
            word.token.xpos = nlp::Xpos::prp_poss;
        const bool plural = form.ends_with('s') && !word.lemma.ends_with('s');
        if (word.token.upos == nlp::Upos::propn) word.token.xpos = plural ? nlp::Xpos::nnps : nlp::Xpos::nnp;
        if (word.token.upos == nlp::Upos::noun && plural) {
            word.token.xpos = nlp::Xpos::nns;
            word.token.morph.number = nlp::Number::plural;
        }
    }

    std::string text_;
    std::vector<Word> tokens_;
    std::vector<nlp::Sentence> sentences_;
    std::vector<nlp::Mention> mentions_;
};

}  // namespace claimgraph::testing
