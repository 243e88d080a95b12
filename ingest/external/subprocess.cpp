#include "ingest/external/subprocess.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <thread>
#include <unistd.h>

#include <sys/socket.h>
#include <sys/wait.h>

extern char** environ;

namespace claimgraph {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& what, int error) {
    throw ProcessError(what + ": " + std::strerror(error));
}

/// Owns a file descriptor.
class Descriptor {
  public:
    explicit Descriptor(int value = -1) : value_(value) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return value_; }
    void reset(int value) {
        close();
        value_ = value;
    }
    void close() {
        if (value_ >= 0) ::close(value_);
        value_ = -1;
    }

  private:
    int value_;
};

/// What a running program is told and asked.
class Process {
  public:
    explicit Process(const std::string& command) {
        // Sockets, so that writing to a program that is gone is an error and no signal. Closed on exec, so
        // that programs started by other threads do not keep them open.
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in.data()) != 0) fail("no socket", errno);
        input_.reset(in[0]);
        const Descriptor child_input(in[1]);
        if (pipe2(out.data(), O_CLOEXEC) != 0) fail("no pipe", errno);
        output_.reset(out[0]);
        const Descriptor child_output(out[1]);
        for (const int descriptor : {in[0], out[0]}) fcntl(descriptor, F_SETFL, O_NONBLOCK);

        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in[1], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        posix_spawnattr_setpgroup(&attributes, 0);
        std::string shell = "sh";
        std::string option = "-c";
        std::string text = command;
        std::array<char*, 4> arguments{shell.data(), option.data(), text.data(), nullptr};
        const int error = posix_spawn(&id_, "/bin/sh", &actions, &attributes, arguments.data(), environ);
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
        if (error != 0) fail("cannot start sh", error);
    }

    ~Process() {
        kill(-id_, SIGKILL);
        waitpid(id_, nullptr, 0);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] int input() const { return input_.get(); }
    [[nodiscard]] int output() const { return output_.get(); }
    void close_input() { input_.close(); }

    /// Whether it has ended; then `how` tells how. It is not reaped, so that its id stays its own.
    [[nodiscard]] bool has_ended(siginfo_t& how) const {
        how = {};
        return waitid(P_PID, static_cast<id_t>(id_), &how, WEXITED | WNOHANG | WNOWAIT) == 0 &&
               how.si_pid == id_;
    }

  private:
    Descriptor input_;
    Descriptor output_;
    pid_t id_ = 0;
};

class Run {
  public:
    Run(const std::string& command, std::string_view input, const ProcessLimits& limits)
        : process_(command), rest_(input), limits_(limits), deadline_(Clock::now() + limits.time) {}

    std::string finish() {
        if (rest_.empty()) process_.close_input();
        while (exchange()) {
        }
        process_.close_input();
        siginfo_t how;
        while (!process_.has_ended(how)) {
            (void)remaining();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        if (how.si_code != CLD_EXITED)
            throw ProcessError("was ended by signal " + std::to_string(how.si_status));
        if (how.si_status != 0) throw ProcessError("exited with " + std::to_string(how.si_status));
        return std::move(gathered_);
    }

  private:
    /// Milliseconds that are left; throws when none are.
    [[nodiscard]] int remaining() const {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
        if (left.count() <= 0)
            throw ProcessError("took longer than " + std::to_string(limits_.time.count()) + " ms");
        return static_cast<int>(std::min<std::chrono::milliseconds::rep>(left.count(), 1'000'000));
    }

    /// Waits for either end and serves it; false at the end of the output.
    bool exchange() {
        std::array<pollfd, 2> ends{{{process_.output(), POLLIN, 0}, {process_.input(), POLLOUT, 0}}};
        const nfds_t count = process_.input() >= 0 ? 2 : 1;
        const int ready = poll(ends.data(), count, remaining());
        if (ready < 0 && errno != EINTR) fail("poll", errno);
        if (ready <= 0) return true;
        if (count == 2 && ends[1].revents != 0) send_more();
        return ends[0].revents == 0 || receive_more();
    }

    void send_more() {
        const ssize_t sent = send(process_.input(), rest_.data(), rest_.size(), MSG_NOSIGNAL);
        if (sent >= 0) rest_.remove_prefix(static_cast<std::size_t>(sent));
        const bool again = sent < 0 && (errno == EAGAIN || errno == EINTR);
        // A program that does not want its input may still answer.
        if (rest_.empty() || (sent < 0 && !again)) process_.close_input();
    }

    bool receive_more() {
        std::array<char, 65536> buffer;
        const ssize_t got = read(process_.output(), buffer.data(), buffer.size());
        if (got == 0) return false;
        if (got < 0) {
            if (errno == EAGAIN || errno == EINTR) return true;
            fail("reading its output", errno);
        }
        if (gathered_.size() + static_cast<std::size_t>(got) > limits_.output)
            throw ProcessError("wrote more than " + std::to_string(limits_.output) + " bytes");
        gathered_.append(buffer.data(), static_cast<std::size_t>(got));
        return true;
    }

    Process process_;
    std::string_view rest_;
    const ProcessLimits& limits_;
    Clock::time_point deadline_;
    std::string gathered_;
};

}  // namespace

std::string run_process(const std::string& command, std::string_view input, const ProcessLimits& limits) {
    return Run(command, input, limits).finish();
}

}  // namespace claimgraph
