#include "ingest/ordered_work.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace claimgraph {

namespace {

constexpr std::size_t kPiecesPerThread = 8;
constexpr std::size_t kLargestWeight = std::size_t{64} << 20U;

/// Thrown into the producer to end it early; never leaves this file.
struct Stopped {};

struct Piece {
    Work work;
    std::size_t weight = 0;
    Finish finish;
    std::exception_ptr fault;
    bool done = false;
};

class OrderedWork {
  public:
    explicit OrderedWork(unsigned threads) : most_pieces_(kPiecesPerThread * threads) {}

    void submit(Work work, std::size_t weight) {
        auto piece = std::make_shared<Piece>();
        piece->work = std::move(work);
        piece->weight = weight;
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] {
            return stopped_ || order_.empty() ||
                   (order_.size() < most_pieces_ && weight_ + weight <= kLargestWeight);
        });
        if (stopped_) throw Stopped();
        weight_ += weight;
        order_.push_back(piece);
        waiting_.push_back(std::move(piece));
        given_.notify_one();
        finished_.notify_one();
    }

    void produce(const std::function<void(const Submit&)>& producer) {
        std::exception_ptr fault;
        try {
            producer([this](Work work, std::size_t weight) { submit(std::move(work), weight); });
        } catch (const Stopped&) {
        } catch (...) {
            fault = std::current_exception();
        }
        const std::lock_guard lock(mutex_);
        producer_fault_ = fault;
        produced_ = true;
        given_.notify_all();
        finished_.notify_all();
    }

    void work() {
        for (;;) {
            std::shared_ptr<Piece> piece;
            {
                std::unique_lock lock(mutex_);
                given_.wait(lock, [&] { return stopped_ || produced_ || !waiting_.empty(); });
                if (stopped_ || waiting_.empty()) return;
                piece = std::move(waiting_.front());
                waiting_.pop_front();
            }
            try {
                piece->finish = piece->work();
            } catch (...) {
                piece->fault = std::current_exception();
            }
            piece->work = nullptr;
            const std::lock_guard lock(mutex_);
            piece->done = true;
            finished_.notify_one();
        }
    }

    /// Finishes every piece in order.
    void consume() {
        for (;;) {
            std::shared_ptr<Piece> piece;
            {
                std::unique_lock lock(mutex_);
                finished_.wait(lock, [&] { return order_.empty() ? produced_ : order_.front()->done; });
                if (order_.empty()) {
                    if (producer_fault_) std::rethrow_exception(producer_fault_);
                    return;
                }
                piece = order_.front();
            }
            if (piece->fault) std::rethrow_exception(piece->fault);
            piece->finish();
            const std::lock_guard lock(mutex_);
            weight_ -= piece->weight;
            order_.pop_front();
            room_.notify_one();
        }
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        room_.notify_all();
        given_.notify_all();
    }

  private:
    std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable given_;
    std::condition_variable finished_;
    std::deque<std::shared_ptr<Piece>> order_;    ///< not finished yet
    std::deque<std::shared_ptr<Piece>> waiting_;  ///< not begun yet
    std::size_t most_pieces_;
    std::size_t weight_ = 0;
    bool produced_ = false;
    bool stopped_ = false;
    std::exception_ptr producer_fault_;
};

}  // namespace

void run_ordered(unsigned threads, const std::function<void(const Submit&)>& produce) {
    if (threads <= 1) {
        produce([](const Work& work, std::size_t /*weight*/) { work()(); });
        return;
    }
    OrderedWork shared(threads);
    // Joined when left by an exception, too: first told to stop, then waited for.
    std::vector<std::jthread> crew;
    struct Stopper {
        OrderedWork& work;
        ~Stopper() { work.stop(); }
    } stopper{shared};
    crew.emplace_back([&] { shared.produce(produce); });
    for (unsigned i = 0; i < threads; ++i) crew.emplace_back([&] { shared.work(); });
    shared.consume();
}

}  // namespace claimgraph
