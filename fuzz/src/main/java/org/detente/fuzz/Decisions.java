// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.util.random.RandomGenerator;

/// Bytes as a source of decisions, so that a fuzzer that changes bytes changes single decisions.
/// Two bytes each; zeros after the last.
final class Decisions implements RandomGenerator {
    private final byte[] bytes;
    private int position;

    Decisions(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /// Whether bytes are left.
    boolean hasMore() {
        return position < bytes.length;
    }

    private int next() {
        return hasMore() ? bytes[position++] & 0xFF : 0;
    }

    @Override
    public int nextInt() {
        int high = next();
        return high << 8 | next();
    }

    @Override
    public int nextInt(int bound) {
        return nextInt() % bound;
    }

    @Override
    public long nextLong() {
        return (long) nextInt() << 32 | nextInt();
    }
}
