// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

/// Walks through the positions that lie ahead of one in every option.
final class Ways {
    private final int[] counts;
    private final int[] strides;
    private final int[] start;
    private final int[] index;
    private int position;

    Ways(Lattice lattice) {
        int tracks = lattice.tracks().size();
        this.counts = new int[tracks];
        this.strides = new int[tracks];
        this.start = new int[tracks];
        this.index = new int[tracks];
        for (int k = 0; k < tracks; k++) {
            counts[k] = lattice.tracks().get(k).places().length;
            strides[k] = lattice.stride(k);
        }
    }

    /// Begins again, ahead of a position.
    void startAt(int from) {
        for (int k = 0; k < start.length; k++) {
            start[k] = from / strides[k] % counts[k];
            index[k] = start[k];
        }
        position = from;
    }

    /// Goes on to the next position in the order of their numbers; the first itself is left out.
    ///
    /// @return whether there was one
    boolean advance() {
        for (int k = 0; k < index.length; k++) {
            if (index[k] + 1 < counts[k]) {
                index[k]++;
                position += strides[k];
                return true;
            }
            position -= (index[k] - start[k]) * strides[k];
            index[k] = start[k];
        }
        return false;
    }

    int position() {
        return position;
    }

    /// The most among the positions one place ahead of another in one option; minus infinity if
    /// there is none.
    ///
    /// @param numbers by position
    double most(double[] numbers, int from) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < counts.length; k++) {
            if (from / strides[k] % counts[k] + 1 < counts[k]) {
                most = Math.max(most, numbers[from + strides[k]]);
            }
        }
        return most;
    }

    /// How many steps there are between all positions.
    static double stepCount(Lattice lattice) {
        double count = 1;
        for (Lattice.Track track : lattice.tracks()) {
            double places = track.places().length;
            count *= places * (places + 1) / 2;
        }
        return count - lattice.size();
    }
}
