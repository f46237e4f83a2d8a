// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.Arrays;

/// A walk through some consecutive blocks of packages: the sums of every package and which packages
/// are allowed, block after block.
final class BlockWalk {
    private final Problem problem;
    private final Blocks blocks;
    private final int words;
    private final int depths;
    private final int[] digits;
    private final long[] tails;
    private final long[][] sums;
    private final long[][] masks;

    /// What is done with a block.
    interface Visitor {
        /// Looks at a block with at least one allowed package.
        ///
        /// @param first the number of its first package
        /// @param sums the packed sums of its packages
        /// @param allowed one bit for each package
        void visit(long first, long[] sums, long[] allowed);
    }

    BlockWalk(Problem problem, Blocks blocks) {
        this.problem = problem;
        this.blocks = blocks;
        this.words = problem.layout.words;
        this.depths = blocks.outer.length;
        this.digits = new int[depths];
        this.tails = new long[depths + 1];
        this.sums = new long[depths + 2][];
        this.masks = new long[depths + 2][];
        tails[depths] = 1;
        for (int depth = depths - 1; depth >= 0; depth--) {
            tails[depth] = tails[depth + 1] * problem.radices[blocks.outer[depth]];
        }
        sums[0] = new long[blocks.size * words];
        masks[0] = new long[blocks.maskWords()];
        Arrays.fill(masks[0], -1L);
        if (blocks.size % Long.SIZE != 0) {
            masks[0][masks[0].length - 1] = (1L << blocks.size) - 1;
        }
        for (int depth = 0; depth <= depths; depth++) {
            boolean own = !blocks.groups.get(depth).isEmpty();
            sums[depth + 1] = own ? new long[blocks.size * words] : sums[depth];
            masks[depth + 1] = own ? new long[blocks.maskWords()] : masks[depth];
        }
    }

    /// Walks.
    ///
    /// @param from the first block
    /// @param to the block to stop before
    void walk(long from, long to, Visitor visitor) {
        if (!fill(0)) {
            return;
        }
        long block = from;
        int first = setDigits(from, true);
        while (block < to) {
            int depth = first;
            while (depth < depths && fill(depth + 1)) {
                depth++;
            }
            if (depth == depths) {
                visitor.visit(block * blocks.size, sums[depths + 1], masks[depths + 1]);
                block++;
            } else {
                long tail = tails[depth + 1];
                block = (block / tail + 1) * tail;
            }
            first = setDigits(block, false);
        }
    }

    /// Goes to a block.
    ///
    /// @return the first place whose digit has changed
    private int setDigits(long block, boolean all) {
        long rest = block;
        int first = depths;
        for (int place = depths - 1; place >= 0; place--) {
            int radix = problem.radices[blocks.outer[place]];
            int digit = (int) (rest % radix);
            rest /= radix;
            if (digit != digits[place] || all) {
                digits[place] = digit;
                first = place;
            } else if (digit > 0) {
                // No carry has come this far, so the places before are the same.
                break;
            }
        }
        return first;
    }

    /// Adds what needs the outer items up to a depth.
    ///
    /// @return whether a package is still allowed
    private boolean fill(int depth) {
        if (blocks.groups.get(depth).isEmpty()) {
            return true;
        }
        long[] sum = sums[depth + 1];
        long[] mask = masks[depth + 1];
        System.arraycopy(sums[depth], 0, sum, 0, sum.length);
        System.arraycopy(masks[depth], 0, mask, 0, mask.length);
        for (int k = 0; k < blocks.groups.get(depth).size(); k++) {
            Blocks.Group group = blocks.groups.get(depth).get(k);
            int cell = 0;
            for (int place = 0; place <= group.depth; place++) {
                cell += group.strides[place] * digits[place];
            }
            if (group.places == null) {
                addBlock(group, cell, sum, mask);
            } else {
                addCells(group, group.places, cell, sum, mask);
            }
        }
        long any = 0;
        for (long bits : mask) {
            any |= bits;
        }
        return any != 0;
    }

    private void addBlock(Blocks.Group group, int cell, long[] sum, long[] mask) {
        long[] excluded = group.excluded;
        if (excluded != null) {
            for (int w = 0; w < mask.length; w++) {
                mask[w] &= ~excluded[cell * mask.length + w];
            }
        }
        long[] more = group.blocks;
        if (more == null) {
            return;
        }
        int from = cell * sum.length;
        for (int c = 0; c < sum.length; c++) {
            sum[c] += more[from + c];
        }
        capAll(sum);
    }

    private void addCells(Blocks.Group group, int[] places, int base, long[] sum, long[] mask) {
        long[] excluded = group.excluded;
        if (excluded != null) {
            for (int c = 0; c < places.length; c++) {
                int cell = base + places[c];
                long bit = (excluded[cell / Long.SIZE] >>> cell) & 1;
                mask[c / Long.SIZE] &= ~(bit << c);
            }
        }
        long[] more = group.blocks;
        if (more == null) {
            return;
        }
        for (int c = 0; c < places.length; c++) {
            for (int w = 0; w < words; w++) {
                sum[c * words + w] += more[(base + places[c]) * words + w];
            }
        }
        capAll(sum);
    }

    private void capAll(long[] sum) {
        if (problem.compared < problem.layout.dims) {
            for (int at = 0; at < sum.length; at += words) {
                problem.cap(sum, at);
            }
        }
    }
}
