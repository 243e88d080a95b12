// Work done by many threads whose results are taken in the order in which the work was given.
#pragma once

#include <cstddef>
#include <functional>

namespace claimgraph {

/// Done on the calling thread of `run_ordered`, in order.
using Finish = std::function<void()>;
/// Done on any thread.
using Work = std::function<Finish()>;

/// Gives work; waits while too much of it is unfinished. `weight` is the memory in bytes that it holds.
using Submit = std::function<void(Work work, std::size_t weight)>;

/// Calls `produce` on a thread of its own, does the work that it submits on `threads` worker threads, and
/// calls each piece's Finish on the calling thread, in the order of submission, whatever the number of
/// threads: one thread means that all is done on the calling thread. What waits is bounded in number and in
/// weight. An exception of any part ends the rest and is thrown, that of a piece of work in its place in the
/// order.
void run_ordered(unsigned threads, const std::function<void(const Submit&)>& produce);

}  // namespace claimgraph
