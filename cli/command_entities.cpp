#include "cli/command_entities.hpp"

#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "cli/name_rules.hpp"
#include "cli/names.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "graph/model/error.hpp"
#include "graph/model/names.hpp"
#include "graph/store/store.hpp"

namespace claimgraph::cli {
namespace {

class Entities final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("STORE", store_, "File of the store")->required();
        app.add_option("NAME", name_, "id, label or alias of an entity, without regard to case");
        app.add_flag("--why", why_,
                     "Each form of the name with its mentions, and the rule and evidence that put it here");
        app.add_option("--aliases", aliases_,
                       "Names that are the same entity, or are not; the store keeps them")
            ->type_name("FILE");
        add_format_option(app, format_, {"table", "tsv", "json"});
        app.footer(
            "Examples:\n"
            "  claimgraph entities news.store\n"
            "  claimgraph entities news.store 'World Trade Organization' --why\n"
            "  claimgraph entities news.store --aliases corrections.tsv");
    }

    void run(Session&) override {
        Store store(store_, aliases_.empty() ? Store::Access::read : Store::Access::write);
        if (!aliases_.empty()) {
            store.set_aliases(read_alias_file(aliases_));
            store.finish();
        }
        const std::optional<std::string> name = name_.empty() ? std::nullopt : std::optional(name_);
        const std::vector<Store::EntityForms> found = store.entities(name);
        if (name && found.empty()) throw Error(unknown_name(store.graph(), store_, name_));
        if (why_) {
            Table table({"id", "label", "form", "type", "since", "mentions", "rule", "evidence"});
            for (const auto& [entity, forms] : found) {
                for (const Store::EntityForm& form : forms) {
                    table.add({entity.id, entity.label, form.name, form.type, form.period, form.mentions,
                               form.reason.rule, form.reason.evidence});
                }
            }
            table.write(std::cout, format_);
            return;
        }
        Table table({"id", "label", "kind", "type", "mentions", "aliases"});
        for (const auto& [entity, forms] : found) {
            std::size_t mentions = 0;
            for (const Store::EntityForm& form : forms) mentions += form.mentions;
            table.add({entity.id, entity.label, std::string(to_string(entity.kind)), entity.type, mentions,
                       entity.aliases});
        }
        table.write(std::cout, format_);
    }

  private:
    std::string store_;
    std::string name_;
    std::string aliases_;
    std::string format_;
    bool why_ = false;
};

}  // namespace

std::unique_ptr<Command> make_entities() {
    return std::make_unique<Entities>();
}

}  // namespace claimgraph::cli
