#include "cli/document_printer.hpp"

#include <exception>
#include <memory>
#include <new>
#include <utility>

namespace claimgraph::cli {

void DocumentPrinter::text(Document&& document, std::string place) {
    const std::size_t weight = document.text.size();
    submit([this, shared = std::make_shared<Document>(std::move(document))] { return make_(*shared); },
           std::move(place), weight);
}

void DocumentPrinter::report(const Diagnostic& fault) {
    submit_([this, fault]() -> Finish { return [this, fault] { diagnostics_.report(fault); }; }, 0);
}

void DocumentPrinter::submit(std::function<std::string()> make, std::string place, std::size_t weight) {
    submit_(
        [this, make = std::move(make), place = std::move(place)]() -> Finish {
            std::string text;
            std::string fault;
            try {
                text = make();
            } catch (const std::bad_alloc&) {
                throw;
            } catch (const std::exception& error) {
                fault = error.what();
            }
            return [this, place, text = std::move(text), fault = std::move(fault)] {
                if (!fault.empty()) {
                    diagnostics_.report({Diagnostic::Severity::error, place, 0, "", fault});
                    return;
                }
                out_ << text;
                ++documents_;
            };
        },
        weight);
}

}  // namespace claimgraph::cli
