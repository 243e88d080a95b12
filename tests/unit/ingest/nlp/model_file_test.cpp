#include "ingest/nlp/model_file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace claimgraph::nlp {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ModelFileTest : public ::testing::Test {
  protected:
    void SetUp() override {
        SectionWriter numbers;
        numbers.value<std::uint32_t>(7);
        numbers.array(std::vector<float>{1.5F, -2.0F});
        numbers.text("caf\xC3\xA9");
        ModelWriter writer;
        writer.add("empty", {});
        writer.add("numbers", numbers.take());
        writer.write(path_);
    }

    [[nodiscard]] std::string bytes() const {
        std::ifstream in(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void replace(const std::string& data) const {
        std::ofstream(path_, std::ios::binary | std::ios::trunc) << data;
    }
    [[nodiscard]] std::string error() const {
        try {
            const ModelFile file(path_);
        } catch (const ModelError& e) {
            return e.what();
        }
        return "no error";
    }

    testing_support::TemporaryFolder folder_;
    std::filesystem::path path_ = folder_ / "model.cgm";
};

TEST_F(ModelFileTest, ReadsWhatWasWritten) {
    const ModelFile file(path_);
    SectionReader reader(file, "numbers");
    EXPECT_EQ(reader.value<std::uint32_t>(), 7U);
    EXPECT_THAT(reader.array<float>(), ElementsAre(1.5F, -2.0F));
    EXPECT_EQ(reader.text(), "caf\xC3\xA9");
    EXPECT_THROW((void)reader.value<char>(), ModelError);
    EXPECT_TRUE(file.section("empty").empty());
    EXPECT_FALSE(file.has("other"));
    EXPECT_THROW((void)file.section("other"), ModelError);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(file.section("numbers").data()) % 64, 0U);
}

TEST_F(ModelFileTest, RefusesAMissingFile) {
    std::filesystem::remove(path_);
    EXPECT_THAT(error(), HasSubstr("cannot be opened"));
}

TEST_F(ModelFileTest, RefusesAForeignFile) {
    replace("PK\x03\x04 something else altogether");
    EXPECT_THAT(error(), HasSubstr("not a claimgraph model"));
    replace("");
    EXPECT_THAT(error(), HasSubstr("not a claimgraph model"));
}

TEST_F(ModelFileTest, RefusesAnotherVersion) {
    std::string data = bytes();
    data[8] = 99;
    replace(data);
    EXPECT_THAT(error(), HasSubstr("version 99, expected 1"));
}

TEST_F(ModelFileTest, RefusesEveryTruncation) {
    const std::string data = bytes();
    for (std::size_t n = 0; n < data.size(); ++n) {
        replace(data.substr(0, n));
        EXPECT_NE(error(), "no error") << n;
    }
}

TEST_F(ModelFileTest, RefusesEveryFlippedBitOfTableAndSections) {
    const std::string data = bytes();
    const std::size_t table_end = 16 + 2 * 48 + 4;
    const std::size_t section = (table_end + 63) / 64 * 64;
    for (std::size_t n = 0; n < data.size(); ++n) {
        if (n >= table_end && n < section) continue;  // padding
        std::string damaged = data;
        damaged[n] = static_cast<char>(damaged[n] ^ 0x10);
        replace(damaged);
        EXPECT_NE(error(), "no error") << n;
    }
}

TEST(ModelWriter, RefusesBadNames) {
    ModelWriter writer;
    writer.add("a", {});
    EXPECT_THROW(writer.add("a", {}), std::invalid_argument);
    EXPECT_THROW(writer.add("", {}), std::invalid_argument);
    EXPECT_THROW(writer.add(std::string(24, 'x'), {}), std::invalid_argument);
}

}  // namespace
}  // namespace claimgraph::nlp
