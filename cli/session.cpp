#include "cli/session.hpp"

#include <algorithm>
#include <thread>

namespace claimgraph::cli {

namespace {

Log::Level level_of(const GlobalOptions& options) {
    if (options.quiet) return Log::Level::quiet;
    return options.verbose ? Log::Level::verbose : Log::Level::normal;
}

}  // namespace

Session::Session(const GlobalOptions& options) : options_(options), log_(level_of(options)) {
    log_.set_strict(options.strict);
}

const DataDirectory& Session::data() {
    if (!data_)
        data_.emplace(options_.data, std::vector<std::filesystem::path>(options_.ontologies.begin(),
                                                                        options_.ontologies.end()));
    return *data_;
}

unsigned Session::threads() const {
    return options_.threads ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace claimgraph::cli
