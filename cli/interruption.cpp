#include "cli/interruption.hpp"

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstring>
#include <mutex>
#include <string>
#include <unistd.h>

namespace claimgraph::cli {

namespace {

enum State : int { kFree, kTaken, kSet };

/// A handler may neither allocate nor lock, so the names lie in fixed memory.
struct Slot {
    std::atomic<int> state{kFree};
    std::array<char, PATH_MAX> name{};
};

static_assert(std::atomic<int>::is_always_lock_free);

std::array<Slot, 16>& slots() {
    static std::array<Slot, 16> all;
    return all;
}

void remove_and_end(int signal) {
    for (const Slot& slot : slots()) {
        if (slot.state.load() == kSet) ::unlink(slot.name.data());
    }
    ::raise(signal);  // its default action, which SA_RESETHAND has put back
}

void catch_signals() {
    static std::once_flag once;
    std::call_once(once, [] {
        slots();  // made before the handler can ask for them
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
            struct sigaction old {};
            if (::sigaction(signal, nullptr, &old) != 0 || old.sa_handler != SIG_DFL) continue;
            struct sigaction action {};
            action.sa_handler = remove_and_end;
            action.sa_flags = static_cast<int>(SA_RESETHAND);  // unsigned in the C library
            ::sigaction(signal, &action, nullptr);
        }
    });
}

}  // namespace

RemovedOnSignal::RemovedOnSignal(const std::filesystem::path& file) {
    const std::string name = std::filesystem::absolute(file).string();
    if (name.size() >= PATH_MAX) return;
    catch_signals();
    for (std::size_t i = 0; i < slots().size(); ++i) {
        Slot& slot = slots()[i];
        int expected = kFree;
        if (!slot.state.compare_exchange_strong(expected, kTaken)) continue;
        std::memcpy(slot.name.data(), name.c_str(), name.size() + 1);
        slot.state.store(kSet);
        slot_ = static_cast<int>(i);
        return;
    }
}

RemovedOnSignal::~RemovedOnSignal() {
    if (slot_ != kNoSlot) slots()[static_cast<std::size_t>(slot_)].state.store(kFree);
}

}  // namespace claimgraph::cli
