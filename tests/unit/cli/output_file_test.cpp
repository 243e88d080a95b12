#include "cli/output_file.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "graph/model/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace claimgraph::cli {
namespace {

class OutputFileTest : public ::testing::Test {
  protected:
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_.path()),
                                                      std::filesystem::directory_iterator()));
    }
    static std::string content(const std::filesystem::path& path) {
        std::ifstream in(path);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    testing_support::TemporaryFolder folder_;
};

TEST_F(OutputFileTest, AppearsOnCommitOnly) {
    const auto target = folder_ / "graph.graphml";
    OutputFile out(target);
    out.stream() << "whole";
    EXPECT_FALSE(std::filesystem::exists(target));
    out.commit();
    EXPECT_EQ(content(target), "whole");
    EXPECT_EQ(files(), 1U);
}

TEST_F(OutputFileTest, WithoutCommitTheOldFileStays) {
    const auto target = folder_ / "graph.graphml";
    std::ofstream(target) << "old";
    {
        OutputFile out(target);
        out.stream() << "half";
    }
    EXPECT_EQ(content(target), "old");
    EXPECT_EQ(files(), 1U);
}

TEST_F(OutputFileTest, WritesThroughALink) {
    const auto target = folder_ / "real.txt";
    std::ofstream(target) << "old";
    std::filesystem::create_symlink("real.txt", folder_ / "link.txt");
    OutputFile out(folder_ / "link.txt");
    out.stream() << "new";
    out.commit();
    EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "link.txt"));
    EXPECT_EQ(content(target), "new");
}

TEST_F(OutputFileTest, RefusesAFolderAndAMissingParent) {
    EXPECT_THROW(OutputFile{folder_.path()}, IoError);
    EXPECT_THROW(OutputFile{folder_ / "none/graph.graphml"}, IoError);
}

TEST_F(OutputFileTest, AFullDiskIsAFault) {
    OutputFile out("/dev/full");
    out.stream() << "lost";
    EXPECT_THROW(out.commit(), IoError);
}

}  // namespace
}  // namespace claimgraph::cli
