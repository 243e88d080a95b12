// Test helpers of the readers: a sink that keeps everything, and a folder that goes away.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ingest/readers/input_sink.hpp"

namespace claimgraph {

struct CollectingSink : InputSink {
    std::vector<Document> texts;
    std::vector<StatementRecord> records;
    std::vector<Diagnostic> faults;

    void text(Document&& document, std::string /*place*/) override { texts.push_back(std::move(document)); }
    void record(StatementRecord&& record) override { records.push_back(std::move(record)); }
    void report(const Diagnostic& fault) override { faults.push_back(fault); }

    [[nodiscard]] std::string messages() const {
        std::string all;
        for (const Diagnostic& fault : faults) all += to_string(fault) + "\n";
        return all;
    }
};

/// A fresh folder for the running test.
class Folder {
  public:
    Folder() {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        path_ = std::filesystem::path(::testing::TempDir()) /
                (std::string("claimgraph_") + test->test_suite_name() + "_" + test->name());
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& name, const std::string& content) const {
        const auto file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << content;
        return file.string();
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace claimgraph
