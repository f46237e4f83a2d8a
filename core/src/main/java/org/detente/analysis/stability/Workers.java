// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// A few threads that share out numbered chunks of work. The calling thread is one of them.
final class Workers implements AutoCloseable {
    private final int count;
    private final ExecutorService others;

    /// Work on chunks.
    interface Body {
        /// Does one chunk. Chunks must not touch what other chunks touch.
        ///
        /// @param worker which worker does it, from 0, for scratch space of its own
        /// @param chunk the chunk's number
        void run(int worker, int chunk);
    }

    /// Starts the threads.
    ///
    /// @param count how many workers there are, at least 1
    Workers(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("%d workers; at least 1 is needed".formatted(count));
        }
        this.count = count;
        this.others =
                Executors.newFixedThreadPool(
                        Math.max(1, count - 1),
                        Thread.ofPlatform().daemon().name("stability-", 1).factory());
    }

    /// How many workers there are.
    int count() {
        return count;
    }

    /// Does all chunks and returns when the last is done.
    void run(int chunkCount, Body body) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int worker = 1; worker < Math.min(count, chunkCount); worker++) {
            int index = worker;
            running.add(others.submit(() -> work(index, next, chunkCount, body)));
        }
        work(0, next, chunkCount, body);
        for (Future<?> future : running) {
            join(future);
        }
    }

    private static void work(int worker, AtomicInteger next, int chunkCount, Body body) {
        for (int chunk = next.getAndIncrement();
                chunk < chunkCount;
                chunk = next.getAndIncrement()) {
            body.run(worker, chunk);
        }
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a worker", e);
        }
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
