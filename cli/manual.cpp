#include "cli/manual.hpp"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/build_info.hpp"
#include "graph/model/error.hpp"

namespace claimgraph::cli {

namespace {

constexpr std::string_view kFontBold = "\\fB";
constexpr std::string_view kFontItalic = "\\fI";
constexpr std::string_view kFontRoman = "\\fR";

/// Text that the formatter takes for what it says: no escapes, no requests, hyphens that can be searched for.
std::string escaped(std::string_view text) {
    std::string out;
    bool line_begins = true;
    for (const char c : text) {
        if (line_begins && (c == '.' || c == '\'')) out += "\\&";
        line_begins = c == '\n';
        switch (c) {
            case '\\':
                out += "\\e";
                break;
            case '-':
                out += "\\-";
                break;
            case '\'':
                out += "\\(aq";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string in(std::string_view font, std::string_view text) {
    return std::string(font) + escaped(text) + std::string(kFontRoman);
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

std::string page_name(const CLI::App& app) {
    const CLI::App* parent = app.get_parent();
    return parent == nullptr ? app.get_name() : parent->get_name() + "-" + app.get_name();
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App* sub) { return !sub->get_name().empty(); });
}

std::string names_of(const CLI::Option& option) {
    if (option.get_positional()) return in(kFontItalic, option.get_name(true, false));
    std::string names;
    for (const std::string& name : option.get_snames())
        names += (names.empty() ? "" : ", ") + in(kFontBold, "-" + name);
    for (const std::string& name : option.get_lnames())
        names += (names.empty() ? "" : ", ") + in(kFontBold, "--" + name);
    if (option.get_type_size() != 0 && !option.get_type_name().empty())
        names += " " + in(kFontItalic, option.get_type_name());
    return names;
}

void write_synopsis(const CLI::App& app, std::ostream& out) {
    const CLI::App* parent = app.get_parent();
    out << in(kFontBold, parent == nullptr ? app.get_name() : parent->get_name() + " " + app.get_name())
        << " [" << in(kFontItalic, "OPTIONS") << ']';
    for (const CLI::Option* option : app.get_options()) {
        if (!option->get_positional()) continue;
        std::string word = in(kFontItalic, option->get_name(true, false));
        if (option->get_expected_max() > 1) word += "...";
        out << ' ' << (option->get_required() ? word : "[" + word + "]");
    }
    if (!commands_of(app).empty()) out << " [" << in(kFontItalic, "COMMAND") << ']';
    out << '\n';
}

void write_options(const CLI::App& app, std::string_view heading, const std::string& group, bool positional,
                   std::ostream& out) {
    const auto options = app.get_options([&](const CLI::Option* option) {
        return option->get_group() == group && option->get_positional() == positional;
    });
    if (options.empty()) return;
    out << ".SH " << heading << '\n';
    for (const CLI::Option* option : options) {
        out << ".TP\n" << names_of(*option) << '\n' << escaped(option->get_description());
        if (!option->get_default_str().empty())
            out << " (default: " << escaped(option->get_default_str()) << ')';
        if (!positional && option->get_required()) out << " (required)";
        out << '\n';
    }
}

/// The help ends with notes, or lines of examples after "Examples:", or both.
void write_footer(const CLI::App& app, std::ostream& out) {
    constexpr std::string_view kExamples = "Examples:\n";
    const std::string footer = app.get_footer();
    const std::size_t at = std::min(footer.find(kExamples), footer.size());
    if (const auto end = footer.find_last_not_of('\n', at - 1); at > 0 && end != std::string::npos)
        out << ".SH NOTES\n" << escaped(std::string_view(footer).substr(0, end + 1)) << '\n';
    if (at < footer.size())
        out << ".SH EXAMPLES\n.nf\n"
            << escaped(std::string_view(footer).substr(at + kExamples.size())) << "\n.fi\n";
}

}  // namespace

void write_manual_page(const CLI::App& app, std::ostream& out) {
    out << ".TH " << escaped(upper(page_name(app))) << " 1 \"\" \"claimgraph " << kVersion
        << "\" \"User Commands\"\n.SH NAME\n"
        << escaped(page_name(app)) << " \\- " << escaped(app.get_description()) << "\n.SH SYNOPSIS\n";
    write_synopsis(app, out);
    write_options(app, "ARGUMENTS", "Options", true, out);
    for (const std::string& group : app.get_groups()) write_options(app, upper(group), group, false, out);
    if (const auto commands = commands_of(app); !commands.empty()) {
        out << ".SH COMMANDS\n";
        for (const CLI::App* command : commands)
            out << ".TP\n"
                << in(kFontBold, command->get_name()) << '\n'
                << escaped(command->get_description()) << '\n';
    }
    write_footer(app, out);
    out << ".SH SEE ALSO\n";
    if (const CLI::App* parent = app.get_parent(); parent != nullptr) {
        out << in(kFontBold, parent->get_name()) << "(1)\n";
    } else {
        const auto commands = commands_of(app);
        for (const CLI::App* command : commands)
            out << in(kFontBold, page_name(*command)) << "(1)" << (command == commands.back() ? "\n" : ",\n");
    }
}

void write_manual(const CLI::App& program, const std::filesystem::path& folder) {
    auto apps = commands_of(program);
    apps.push_back(&program);
    std::filesystem::create_directories(folder);
    for (const CLI::App* app : apps) {
        const auto path = folder / (page_name(*app) + ".1");
        std::ofstream out(path, std::ios::binary);
        write_manual_page(*app, out);
        out.close();
        if (!out) throw IoError(path.string() + ": cannot be written");
    }
}

}  // namespace claimgraph::cli
