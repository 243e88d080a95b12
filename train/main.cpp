// claimgraph-train: makes the language model from CoNLL-U files.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "graph/model/error.hpp"
#include "ingest/extract/extractor.hpp"
#include "ingest/nlp/engine.hpp"
#include "ingest/nlp/model_file.hpp"
#include "train/articles.hpp"
#include "train/encoder.hpp"
#include "train/exporter.hpp"
#include "train/frame_report.hpp"
#include "train/gold.hpp"
#include "train/lemma_trainer.hpp"
#include "train/measure.hpp"
#include "train/name_lists.hpp"
#include "train/name_trainer.hpp"
#include "train/ranker_trainer.hpp"
#include "train/trainer.hpp"
#include "train/treebank.hpp"

namespace {

using namespace claimgraph::train;

struct TrainCommand {
    std::vector<std::string> train;
    std::vector<std::string> dev;
    std::string work;
    NetworkSize size;
    TrainingOptions options;
};

void print(const char* name, const Score& s) {
    const auto share = [&](std::size_t n, std::size_t of) {
        return of == 0 ? 0.0 : 100.0 * static_cast<double>(n) / static_cast<double>(of);
    };
    std::printf(
        "  %-10s loss %.4f  UPOS %.2f  XPOS %.2f  FEATS %.2f  entity labels %.2f  heads %.2f  labelled "
        "%.2f\n",
        name, s.loss / static_cast<double>(s.tokens), share(s.tags[0], s.tokens), share(s.tags[1], s.tokens),
        share(s.tags[2], s.tokens), share(s.tags[3], s.entity_tokens), share(s.heads, s.tokens),
        share(s.labels, s.tokens));
    std::fflush(stdout);
}

std::vector<TreebankSentence> read_all(const std::vector<std::string>& paths) {
    std::vector<TreebankSentence> sentences;
    for (const auto& path : paths) {
        auto more = read_treebank(path);
        std::move(more.begin(), more.end(), std::back_inserter(sentences));
    }
    return sentences;
}

void run(const TrainCommand& command) {
    const std::vector<TreebankSentence> sentences = read_all(command.train);
    const std::filesystem::path path = std::filesystem::path(command.work) / "network.checkpoint";
    std::filesystem::create_directories(command.work);
    Checkpoint c;
    if (std::filesystem::exists(path)) {
        c = load_checkpoint(path);
        std::printf("going on after epoch %zu\n", static_cast<std::size_t>(c.epoch));
    } else {
        const Encoder encoder(sentences);
        c.words = encoder.words();
        c.counts = encoder.counts();
        c.feats = encoder.feats();
        c.size = command.size;
        c.size.words = static_cast<Eigen::Index>(c.words.size());
        c.size.feats = static_cast<Eigen::Index>(c.feats.size());
        c.values = make_parameters(c.size);
        c.mean = c.values;
        c.variance = c.values;
        Random random(command.options.seed);
        initialize(c.values, c.size, random);
    }
    const Encoder encoder(c.words, c.counts, c.feats);
    std::vector<std::vector<Example>> dev;
    for (const auto& file : command.dev) {
        dev.emplace_back();
        for (const auto& s : read_treebank(file)) dev.back().push_back(encoder.encode(s));
    }
    auto started = std::chrono::steady_clock::now();
    train(c, encoder, sentences, command.options, [&](const Score& score) {
        save(c, path);
        const auto now = std::chrono::steady_clock::now();
        std::printf("epoch %zu, %.0f s\n", static_cast<std::size_t>(c.epoch),
                    std::chrono::duration<double>(now - started).count());
        started = now;
        print("train", score);
        for (std::size_t i = 0; i < dev.size(); ++i)
            print(std::filesystem::path(command.dev[i]).stem().c_str(), evaluate(c, dev[i]));
    });
}

struct ExportCommand {
    std::vector<std::string> train;
    std::string work;
    std::string model;
};

void run(const ExportCommand& command) {
    constexpr std::size_t kCalibration = 500;
    const auto sentences = read_all(command.train);
    const Checkpoint c = load_checkpoint(std::filesystem::path(command.work) / "network.checkpoint");
    const Encoder encoder(c.words, c.counts, c.feats);
    std::vector<Example> calibration;
    for (std::size_t i = 0; i < sentences.size(); i += 1 + sentences.size() / kCalibration)
        calibration.push_back(encoder.encode(sentences[i]));
    claimgraph::nlp::ModelWriter writer;
    writer.add("network", export_network(c, calibration));
    writer.write(command.model);
}

struct EvaluateCommand {
    std::vector<std::string> treebanks;
    std::vector<std::string> names;
    std::string model;
    bool mistakes = false;
    bool relations = false;
};

double percent(double share) {
    return 100 * share;
}

/// The relations of most mistakes first.
void print_relations(const std::string& treebank, const Accuracy& accuracy) {
    using Row = std::pair<claimgraph::nlp::Deprel, claimgraph::nlp::evaluation::Score>;
    std::vector<Row> rows(accuracy.relations.begin(), accuracy.relations.end());
    const auto missed = [](const Row& row) { return row.second.gold - row.second.correct_gold; };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const Row& a, const Row& b) { return missed(a) > missed(b); });
    std::printf("%-14s %9s %9s %9s %7s %7s\n", treebank.c_str(), "precision", "recall", "F1", "words",
                "missed");
    for (const Row& row : rows)
        std::printf("%-14s %9.2f %9.2f %9.2f %7.0f %7.0f\n",
                    std::string(claimgraph::nlp::to_string(row.first)).c_str(),
                    percent(row.second.precision()), percent(row.second.recall()), percent(row.second.f1()),
                    row.second.gold, missed(row));
}

void print_given_tokens(const claimgraph::nlp::Engine& engine, const std::vector<std::string>& treebanks,
                        bool relations) {
    std::vector<Accuracy> measured;
    std::printf("Sentences and words given; accuracy, relations with subtypes\n");
    std::printf("%-14s %7s %7s %7s %7s %7s %7s %10s\n", "treebank", "UPOS", "XPOS", "FEATS", "lemma", "UAS",
                "LAS", "tokens/s");
    for (const auto& path : treebanks) {
        const Accuracy a = measure(engine, read_treebank(path));
        const auto share = [&](std::size_t n) {
            return percent(static_cast<double>(n) / static_cast<double>(a.tokens));
        };
        std::printf("%-14s %7.2f %7.2f %7.2f %7.2f %7.2f %7.2f %10.0f\n",
                    std::filesystem::path(path).stem().c_str(), share(a.upos), share(a.xpos), share(a.feats),
                    share(a.lemma), share(a.unlabelled), share(a.labelled),
                    static_cast<double>(a.tokens) / a.seconds);
        measured.push_back(a);
    }
    if (!relations) return;
    std::printf("Relations with their heads\n");
    for (std::size_t i = 0; i < treebanks.size(); ++i)
        print_relations(std::filesystem::path(treebanks[i]).stem(), measured[i]);
}

void print_raw_text(const std::vector<std::string>& treebanks, const std::vector<RawScores>& scores) {
    std::printf("Raw text; F1 by the CoNLL 2018 measures, LAS without subtypes as there, LAS* with them\n");
    std::printf("%-14s %7s %7s %7s %7s %7s %7s %7s %7s %7s %7s %7s\n", "treebank", "tokens", "sents", "words",
                "UPOS", "XPOS", "UFeats", "lemma", "UAS", "LAS", "CLAS", "LAS*");
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto& s = scores[i].trees;
        std::printf("%-14s", std::filesystem::path(treebanks[i]).stem().c_str());
        for (const auto* score : {&s.tokens, &s.sentences, &s.words, &s.upos, &s.xpos, &s.feats, &s.lemmas,
                                  &s.uas, &s.las, &s.clas, &s.las_subtypes})
            std::printf(" %7.2f", percent(score->f1()));
        std::printf("\n");
    }
}

void print_coreference(const std::vector<std::string>& treebanks, const std::vector<RawScores>& scores) {
    std::printf("Coreference from raw text; F1 on exact extents, singletons left out\n");
    std::printf("%-14s %8s %7s %7s %7s %7s\n", "treebank", "mentions", "MUC", "B3", "CEAFe", "mean");
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto& s = scores[i].coreference;
        if (s.mentions.gold == 0) continue;
        std::printf("%-14s %8.2f %7.2f %7.2f %7.2f %7.2f\n",
                    std::filesystem::path(treebanks[i]).stem().c_str(), percent(s.mentions.f1()),
                    percent(s.muc.f1()), percent(s.b_cubed.f1()), percent(s.ceaf_e.f1()),
                    percent(s.mean_f1()));
    }
}

void run(const EvaluateCommand& command) {
    const claimgraph::nlp::Engine engine(command.model);
    if (!command.treebanks.empty()) {
        print_given_tokens(engine, command.treebanks, command.relations);
        std::vector<RawScores> raw;
        for (const auto& path : command.treebanks) raw.push_back(measure_raw(engine, path));
        print_raw_text(command.treebanks, raw);
        print_coreference(command.treebanks, raw);
    }
    for (const auto& path : command.names) {
        const NameScores scores = measure_names(engine, path, command.mistakes ? &std::cout : nullptr);
        std::printf("Names, exact spans and kinds\n%-14s %9s %9s %9s\n",
                    std::filesystem::path(path).stem().c_str(), "precision", "recall", "F1");
        const auto line = [](const char* name, const claimgraph::nlp::evaluation::Score& s) {
            std::printf("%-14s %9.2f %9.2f %9.2f\n", name, percent(s.precision()), percent(s.recall()),
                        percent(s.f1()));
        };
        line("all", scores.all);
        for (const auto& [label, score] : scores.kinds) line(label.c_str(), score);
        line("spans alone", scores.spans);
    }
}

/// Writes the model file anew with one section exchanged or added.
void replace_section(const std::string& model, std::string_view section, std::vector<std::byte> bytes) {
    const claimgraph::nlp::ModelFile old(model);
    claimgraph::nlp::ModelWriter writer;
    for (const std::string_view name : old.names()) {
        if (name == section) continue;
        const auto kept = old.section(name);
        writer.add(name, {kept.begin(), kept.end()});
    }
    writer.add(section, std::move(bytes));
    writer.write(model);
}

struct LemmasCommand {
    std::vector<std::string> train;
    std::string wordnet;
    std::string model;
};

void run(const LemmasCommand& command) {
    std::vector<Inflection> inflections;
    if (!command.wordnet.empty()) inflections = read_inflections(command.wordnet);
    replace_section(command.model, "lemmas", train_lemmas(read_all(command.train), inflections));
}

struct ReachCommand {
    std::vector<std::string> gold;
    std::string errors;
    std::string lexicons;
    std::string model;
};

struct RankCommand {
    std::vector<std::string> gold;
    std::vector<std::string> further;
    std::string errors;
    std::string lexicons;
    std::string model;
};

/// Documents of a folder with an INDEX.tsv, or of its articles.
std::vector<GoldDocument> read_folder(const std::filesystem::path& folder) {
    return std::filesystem::exists(folder / "INDEX.tsv") ? read_gold(folder) : read_articles(folder);
}

class Reader {
  public:
    Reader(const std::string& model, const std::string& lexicons) : engine_(model), extractor_(lexicons) {}

    [[nodiscard]] std::vector<RankedDocument> read(const std::vector<std::string>& folders) const {
        std::vector<RankedDocument> documents;
        for (const auto& folder : folders) {
            for (const GoldDocument& gold : read_folder(folder))
                documents.push_back(propose(engine_, extractor_, gold));
        }
        return documents;
    }

  private:
    claimgraph::nlp::Engine engine_;
    claimgraph::Extractor extractor_;
};

/// Lists the required statements that no reading has, and how many have one.
void run(const ReachCommand& command) {
    std::map<std::string, Counts> by_relation;
    Counts sum;
    std::ofstream out;
    if (!command.errors.empty()) out.open(command.errors);
    for (const RankedDocument& document : Reader(command.model, command.lexicons).read(command.gold)) {
        const auto counts = count_reachable(document);
        for (const auto& [relation, c] : counts) {
            by_relation[relation] += c;
            sum += c;
        }
        const std::set<std::size_t> reached = reachable(document);
        for (std::size_t g = 0; g < document.required.size(); ++g) {
            if (document.required[g] && !reached.contains(g))
                out << document.id << '\t' << document.triples[g] << '\t' << document.missing[g] << '\t'
                    << document.sentences[g] << '\n';
        }
    }
    if (!command.errors.empty() && !out.flush())
        throw claimgraph::IoError(command.errors + ": cannot be written");
    const auto row = [](const std::string& name, const Counts& c) {
        std::printf(
            "%-16s %5zu of %5zu reachable, %.3f\n", name.c_str(), c.reachable, c.required,
            static_cast<double>(c.reachable) / static_cast<double>(std::max<std::size_t>(1, c.required)));
    };
    row("all", sum);
    for (const auto& [relation, counts] : by_relation) row("  " + relation, counts);
}

void run(const RankCommand& command) {
    const Reader reader(command.model, command.lexicons);
    const std::vector<RankedDocument> documents = reader.read(command.gold);
    const RankerReport report = train_ranker(documents, reader.read(command.further));
    std::printf("status and polarity: %.3f by the walk, %.3f learned (cross-validated)\n",
                report.walked_accuracy, report.learned_accuracy);
    const auto row = [](const std::string& name, const Counts& c) {
        std::printf("%-16s P %.3f R %.3f F1 %.3f  (%zu right, %zu wrong, %zu of %zu found, %zu reachable)\n",
                    name.c_str(), c.precision(), c.recall(), c.f1(), c.right, c.wrong, c.found, c.required,
                    c.reachable);
    };
    std::printf("%zu documents, threshold %.2f, %zu weights, calibration error %.3f; cross-validated:\n",
                documents.size(), report.threshold, report.weights, report.calibration_error);
    row("slots alone", report.strict);
    row("ranker", report.validated);
    for (const auto& [threshold, counts] : report.by_threshold) {
        std::array<char, 8> name{};
        std::snprintf(name.data(), name.size(), "  %.3f", threshold);
        row(name.data(), counts);
    }
    for (const auto& [relation, counts] : report.by_relation) row("  " + relation, counts);
    if (!command.errors.empty()) {
        std::ofstream out(command.errors);
        for (const std::string& line : report.misses) out << "missed\t" << line << '\n';
        for (const std::string& line : report.spurious) out << "spurious\t" << line << '\n';
        if (!out.flush()) throw claimgraph::IoError(command.errors + ": cannot be written");
    }
    replace_section(command.model, "statements", report.section);
}

struct NamesCommand {
    std::vector<std::string> train;
    NameLists lists;
    std::string model;
    std::size_t copies = 2;
    NameTrainingOptions options;
};

void run(const NamesCommand& command) {
    const std::vector<NamePhrase> phrases = read_name_lists(command.lists);
    claimgraph::nlp::names::GazetteerBuilder builder;
    for (const NamePhrase& phrase : phrases) builder.add(phrase.words, phrase.known);
    const claimgraph::nlp::names::GazetteerTable lists = builder.build();
    const std::vector<NameDocument> documents = read_name_documents(claimgraph::nlp::ModelFile(command.model),
                                                                    command.train, phrases, command.copies);
    replace_section(command.model, "names", train_names(documents, lists, command.options));
}

struct FramesCommand {
    std::vector<std::string> gold;
    std::string lexicons;
    std::string model;
};

void run(const FramesCommand& command) {
    const claimgraph::nlp::Engine engine(command.model);
    const FrameReport report(command.lexicons);
    FrameReport::write_header(std::cout);
    for (const auto& folder : command.gold) {
        for (const GoldDocument& gold : read_folder(folder)) report.write(std::cout, engine, gold.document);
    }
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Makes and measures the language model of claimgraph"};
    app.require_subcommand(1);
    TrainCommand train;
    auto* train_command =
        app.add_subcommand("train", "Train the network; goes on from the checkpoint in --work");
    train_command->add_option("--train", train.train, "CoNLL-U files to train on")
        ->required()
        ->check(CLI::ExistingFile);
    train_command->add_option("--dev", train.dev, "CoNLL-U files to watch")->check(CLI::ExistingFile);
    train_command->add_option("--work", train.work, "Folder of the checkpoint")->required();
    train_command->add_option("--epochs", train.options.epochs, "Passes over the data")
        ->capture_default_str();
    train_command->add_option("--seed", train.options.seed, "Seed of all random numbers")
        ->capture_default_str();
    train_command->add_option("--hidden", train.size.hidden, "LSTM units a direction")->capture_default_str();
    train_command->add_option("--batch", train.options.batch_tokens, "Tokens a batch")->capture_default_str();
    train_command->add_option("--rate", train.options.learning_rate, "Learning rate")->capture_default_str();
    train_command->callback([&] { run(train); });
    ExportCommand export_options;
    auto* export_command = app.add_subcommand("export", "Write the model file from the checkpoint in --work");
    export_command->add_option("--train", export_options.train, "CoNLL-U files that it was trained on")
        ->required()
        ->check(CLI::ExistingFile);
    export_command->add_option("--work", export_options.work, "Folder of the checkpoint")->required();
    export_command->add_option("--model", export_options.model, "Model file to write")->required();
    export_command->callback([&] { run(export_options); });
    LemmasCommand lemmas;
    auto* lemmas_command = app.add_subcommand("lemmas", "Learn the lemmatizer, into the model file");
    lemmas_command->add_option("--train", lemmas.train, "CoNLL-U files")
        ->required()
        ->check(CLI::ExistingFile);
    lemmas_command
        ->add_option("--wordnet", lemmas.wordnet, "WordNet's folder, for forms that the treebanks lack")
        ->check(CLI::ExistingDirectory);
    lemmas_command->add_option("--model", lemmas.model, "Model file to read and to add to")
        ->required()
        ->check(CLI::ExistingFile);
    lemmas_command->callback([&] { run(lemmas); });
    EvaluateCommand evaluate_options;
    auto* evaluate_command = app.add_subcommand("evaluate", "Measure a model on treebanks");
    evaluate_command->add_option("--model", evaluate_options.model, "Model file")
        ->required()
        ->check(CLI::ExistingFile);
    evaluate_command->add_option("TREEBANK", evaluate_options.treebanks, "CoNLL-U files")
        ->check(CLI::ExistingFile);
    evaluate_command
        ->add_option("--names", evaluate_options.names,
                     "IOB2 files of names (PER, ORG, LOC) or CoNLL-U files with entities, tokens given")
        ->check(CLI::ExistingFile);
    evaluate_command->add_flag("--relations", evaluate_options.relations, "Print each relation's accuracy");
    evaluate_command->add_flag("--mistakes", evaluate_options.mistakes,
                               "Print the sentences with other names");
    evaluate_command->callback([&] {
        if (evaluate_options.treebanks.empty() && evaluate_options.names.empty())
            throw CLI::RequiredError("TREEBANK or --names");
        run(evaluate_options);
    });
    NamesCommand names;
    auto* names_command =
        app.add_subcommand("names", "Train the name tagger on annotated entities, into the model file");
    names_command->add_option("--train", names.train, "CoNLL-U files with Entity= in MISC")
        ->required()
        ->check(CLI::ExistingFile);
    names_command->add_option("--lexicons", names.lists.lexicons, "Folder of the lexicons")
        ->required()
        ->check(CLI::ExistingDirectory);
    names_command->add_option("--wordnet", names.lists.wordnet, "WordNet's file data.noun")
        ->check(CLI::ExistingFile);
    names_command->add_option("--list", names.lists.lists, "KIND=FILE: known phrases, one a line");
    names_command->add_option("--copies", names.copies, "Copies of each document with other names")
        ->capture_default_str();
    names_command->add_option("--epochs", names.options.epochs, "Passes over the data")
        ->capture_default_str();
    names_command->add_option("--rate", names.options.learning_rate, "Learning rate")->capture_default_str();
    names_command->add_option("--dropout", names.options.dropout, "Share of features left out")
        ->capture_default_str();
    names_command->add_option("--word-dropout", names.options.word_dropout, "Share of words left out")
        ->capture_default_str();
    names_command->add_option("--least", names.options.least, "Documents that a feature must occur in")
        ->capture_default_str();
    names_command->add_option("--decay", names.options.decay, "Weight decay")->capture_default_str();
    names_command->add_option("--seed", names.options.seed, "Seed of all random numbers")
        ->capture_default_str();
    names_command->add_option("--model", names.model, "Model file to read and to add to")
        ->required()
        ->check(CLI::ExistingFile);
    names_command->callback([&] { run(names); });
    ReachCommand reach;
    auto* reach_command =
        app.add_subcommand("reach", "Count the gold statements that are among the readings of the ontology");
    reach_command
        ->add_option("--gold", reach.gold,
                     "Folders of NAME.txt, NAME.jsonl and INDEX.tsv, or of NAME.article")
        ->required();
    reach_command->add_option("--errors", reach.errors,
                              "File to list the others in: document, relation, ends, what is missing in the "
                              "sentence (\"unnamed\": nowhere in the document), sentence");
    reach_command->add_option("--lexicons", reach.lexicons, "Folder of the lexicons")
        ->required()
        ->check(CLI::ExistingDirectory);
    reach_command->add_option("--model", reach.model, "Model file")->required()->check(CLI::ExistingFile);
    reach_command->callback([&] { run(reach); });
    RankCommand rank;
    auto* rank_command =
        app.add_subcommand("rank", "Train the statement ranker on gold statements, into the model file");
    rank_command
        ->add_option("--gold", rank.gold, "Folders of NAME.txt, NAME.jsonl and INDEX.tsv, or of NAME.article")
        ->required();
    rank_command->add_option("--further", rank.further,
                             "Folders of the same form to train on but not to validate on");
    rank_command->add_option("--errors", rank.errors,
                             "File to list the errors of the cross-validation in, with their causes");
    rank_command->add_option("--lexicons", rank.lexicons, "Folder of the lexicons")
        ->required()
        ->check(CLI::ExistingDirectory);
    rank_command->add_option("--model", rank.model, "Model file to read and to add to")
        ->required()
        ->check(CLI::ExistingFile);
    rank_command->callback([&] { run(rank); });
    FramesCommand frames;
    auto* frames_command = app.add_subcommand("frames", "List the measures found in gold documents");
    frames_command
        ->add_option("--gold", frames.gold,
                     "Folders of NAME.txt, NAME.jsonl and INDEX.tsv, or of NAME.article")
        ->required();
    frames_command->add_option("--lexicons", frames.lexicons, "Folder of the lexicons")
        ->required()
        ->check(CLI::ExistingDirectory);
    frames_command->add_option("--model", frames.model, "Model file")->required()->check(CLI::ExistingFile);
    frames_command->callback([&] { run(frames); });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : 2;
    } catch (const std::exception& e) {
        std::cerr << "claimgraph-train: " << e.what() << '\n';
        return 1;
    }
    return 0;
}
