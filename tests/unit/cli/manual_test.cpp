#include "cli/manual.hpp"

#include <sstream>

#include <CLI/CLI.hpp>
#include <gmock/gmock.h>

namespace claimgraph::cli {
namespace {

TEST(Manual, TellsWhatTheHelpTells) {
    CLI::App app("Weighs fish.", "fish");
    CLI::App* sub = app.add_subcommand("weigh", "Weigh one");
    std::string input;
    std::string scale = "net";
    sub->add_option("FISH", input, "Which one")->required();
    sub->add_option("-s,--scale", scale, "'gross' or net\n.not a request, \\fB no font")
        ->capture_default_str()
        ->type_name("SORT")
        ->group("Scales");
    sub->footer("Fish is heavy.\n\nExamples:\n  fish weigh cod --scale net");
    std::ostringstream out;
    write_manual_page(*sub, out);
    const std::string page = out.str();
    EXPECT_THAT(page, testing::StartsWith(".TH FISH\\-WEIGH 1 "));
    EXPECT_THAT(page, testing::HasSubstr(".SH NAME\nfish\\-weigh \\- Weigh one\n"
                                         ".SH SYNOPSIS\n\\fBfish weigh\\fR [\\fIOPTIONS\\fR] \\fIFISH\\fR\n"
                                         ".SH ARGUMENTS\n.TP\n\\fIFISH\\fR\nWhich one\n"));
    EXPECT_THAT(page, testing::HasSubstr(".SH SCALES\n.TP\n\\fB\\-s\\fR, \\fB\\-\\-scale\\fR \\fISORT\\fR\n"
                                         "\\&\\(aqgross\\(aq or net\n\\&.not a request, \\efB no font"
                                         " (default: net)\n"));
    EXPECT_THAT(page,
                testing::EndsWith(
                    ".SH NOTES\nFish is heavy.\n.SH EXAMPLES\n.nf\n  fish weigh cod \\-\\-scale net\n.fi\n"
                    ".SH SEE ALSO\n\\fBfish\\fR(1)\n"));
}

}  // namespace
}  // namespace claimgraph::cli
