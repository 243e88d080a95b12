#include "cli/store_sink.hpp"

#include <utility>

#include "graph/model/error.hpp"

namespace claimgraph::cli {
namespace {

bool is_bare(const Document& document) {
    Document bare;
    bare.id = document.id;
    bare.voice_given = document.voice_given;
    return document == bare;
}

}  // namespace

StoreSink::StoreSink(std::filesystem::path path, bool all_or_nothing)
    : path_(std::move(path)), all_or_nothing_(all_or_nothing) {
    // What is wrong with a store that is there shows before the inputs are read.
    if (std::filesystem::exists(path_)) store();
}

Store& StoreSink::store() {
    if (!store_) {
        store_.emplace(path_, Store::Access::create);
        if (all_or_nothing_) store_->hold_together();
    }
    return *store_;
}

void StoreSink::document(Document&& document) {
    flush();
    if (done_.contains(document.id)) {
        resume(document.id);
        if (is_bare(document)) return;
        // Reading a record states its voice; a document read from text may have had it detected.
        const bool same = [&] {
            Document held = *document_;
            held.voice_given = document.voice_given;
            if (document.text.empty()) held.text.clear();
            return held == document;
        }();
        if (!same && !is_bare(*document_))
            throw Error("document '" + document.id + "' is given twice with different content");
        if (same) return;
    }
    document_ = std::move(document);
}

void StoreSink::statement(Statement&& statement) {
    if (!document_ || document_->id != statement.evidence.document) {
        flush();
        resume(statement.evidence.document);
    }
    statements_.push_back(std::move(statement));
}

void StoreSink::resume(const std::string& id) {
    auto held = store().document(id);
    if (!held || !done_.contains(id)) {
        document_.emplace().id = id;
        return;
    }
    document_ = std::move(held->document);
    statements_ = std::move(held->statements);
}

void StoreSink::flush() {
    if (!document_) return;
    const Document document = std::move(*document_);
    document_.reset();
    const Store::Change change = store().add(document, statements_);
    if (done_.insert(document.id).second) {
        if (change == Store::Change::added) ++counts_.added;
        if (change == Store::Change::replaced) ++counts_.replaced;
        if (change == Store::Change::unchanged) ++counts_.unchanged;
    }
    if (change != Store::Change::unchanged) counts_.statements += statements_.size();
    statements_.clear();
}

Store* StoreSink::opened() {
    flush();
    return store_ ? &*store_ : nullptr;
}

void StoreSink::finish() {
    flush();
    if (store_) store_->finish();
}

}  // namespace claimgraph::cli
