#include "cli/progress.hpp"

#include <algorithm>
#include <cstdio>

#include "cli/terminal.hpp"

namespace claimgraph::cli {

namespace {
constexpr std::chrono::seconds kPatience{1};
constexpr std::chrono::milliseconds kPeriod{100};
constexpr std::size_t kBarWidth = 30;
}  // namespace

Progress::Progress(std::string what, std::size_t total, bool enabled)
    : what_(std::move(what)),
      total_(total),
      enabled_(enabled && is_terminal(Stream::standard_error)),
      next_(start_ + kPatience) {}

Progress::~Progress() {
    clear();
}

void Progress::advance(std::size_t steps) {
    done_ += steps;
    if (!enabled_) return;
    const auto now = Clock::now();
    if (now < next_) return;
    next_ = now + kPeriod;
    draw();
}

void Progress::clear() {
    if (!drawn_) return;
    std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
    drawn_ = false;
}

void Progress::draw() {
    std::string line = what_ + " " + std::to_string(done_);
    if (total_ > 0) {
        const std::size_t filled = std::min(kBarWidth, done_ * kBarWidth / total_);
        line = what_ + " [" + std::string(filled, '#') + std::string(kBarWidth - filled, ' ') + "] " +
               std::to_string(done_) + "/" + std::to_string(total_);
    }
    line.resize(std::min<std::size_t>(line.size(), terminal_width(Stream::standard_error) - 1));
    std::fprintf(stderr, "\r%s\x1b[K", line.c_str());
    std::fflush(stderr);
    drawn_ = true;
}

}  // namespace claimgraph::cli
