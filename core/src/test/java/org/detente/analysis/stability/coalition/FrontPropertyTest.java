// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// A front of rank vectors is what is said of it: the greatest of them, and all that these exceed.
class FrontPropertyTest {
    private static final long ENOUGH = 1L << 40;

    private static List<int[]> vectors(RandomGenerator random, int width, int most) {
        int count = random.nextInt(most + 1);
        return IntStream.range(0, count).mapToObj(_ -> vector(random, width)).toList();
    }

    private static int[] vector(RandomGenerator random, int width) {
        return random.ints(width, 0, 6).toArray();
    }

    private static Front front(int width, List<int[]> vectors) {
        Front front = new Front(width);
        IntStream.range(0, vectors.size()).forEach(k -> front.add(vectors.get(k), 0, k));
        return front;
    }

    private static boolean atLeast(int[] one, int[] other) {
        return IntStream.range(0, one.length).allMatch(i -> one[i] >= other[i]);
    }

    private static boolean higher(int[] one, int[] other) {
        return IntStream.range(0, one.length).allMatch(i -> one[i] > other[i]);
    }

    private static int[] lesser(int[] one, int[] other) {
        return IntStream.range(0, one.length).map(i -> Math.min(one[i], other[i])).toArray();
    }

    /// The greatest of some vectors, of equal ones the first.
    private static List<Integer> greatest(List<int[]> vectors) {
        List<Integer> kept = new ArrayList<>();
        for (int k = 0; k < vectors.size(); k++) {
            int[] own = vectors.get(k);
            boolean covered = false;
            for (int other = 0; other < vectors.size(); other++) {
                boolean same = atLeast(own, vectors.get(other));
                covered |= other != k && atLeast(vectors.get(other), own) && (!same || other < k);
            }
            if (!covered) {
                kept.add(k);
            }
        }
        return kept;
    }

    /// Every vector of ranks that may occur, and some around.
    private static List<int[]> grid(int width) {
        List<int[]> grid = new ArrayList<>();
        for (int code = 0; code < (int) Math.pow(8, width); code++) {
            int rest = code;
            grid.add(IntStream.range(0, width).map(i -> (rest >> (3 * i)) % 8 - 1).toArray());
        }
        return grid;
    }

    private static void assertIsFrontOf(Front front, List<int[]> vectors, int width) {
        assertThat(front.count()).isEqualTo(greatest(vectors).size());
        for (int[] asked : grid(width)) {
            assertThat(front.exceeds(asked))
                    .isEqualTo(vectors.stream().anyMatch(v -> higher(v, asked)));
            assertThat(front.covers(asked, 0))
                    .isEqualTo(vectors.stream().anyMatch(v -> atLeast(v, asked)));
        }
    }

    @ParameterizedTest
    @Seeds(200)
    void itHoldsTheGreatestAndWhatTheyAreOf(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        int width = random.nextInt(1, 4);
        List<int[]> vectors = vectors(random, width, 24);
        Front front = front(width, vectors);
        assertIsFrontOf(front, vectors, width);
        assertThat(IntStream.range(0, front.count()).map(front::tag).sorted().boxed())
                .isEqualTo(greatest(vectors));
    }

    @ParameterizedTest
    @Seeds(100)
    void addingTellsWhetherAVectorWasNew(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        int width = random.nextInt(1, 4);
        Front front = new Front(width);
        List<int[]> before = new ArrayList<>();
        for (int[] vector : vectors(random, width, 24)) {
            assertThat(front.add(vector, 0))
                    .isEqualTo(before.stream().noneMatch(v -> atLeast(v, vector)));
            before.add(vector);
        }
    }

    @ParameterizedTest
    @Seeds(100)
    void allThatExceedAreFoundOneAfterTheOther(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        int width = random.nextInt(1, 4);
        List<int[]> vectors = vectors(random, width, 24);
        Front front = front(width, vectors);
        int[] asked = vector(random, width);
        List<Integer> found = new ArrayList<>();
        for (int k = front.nextExceeding(0, asked); k >= 0; k = front.nextExceeding(k + 1, asked)) {
            found.add(front.tag(k));
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        greatest(vectors).stream()
                                .filter(k -> higher(vectors.get(k), asked))
                                .toList());
    }

    @ParameterizedTest
    @Seeds(100)
    void twoFrontsTogetherAndWhatBothExceed(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        int width = random.nextInt(1, 4);
        List<int[]> one = vectors(random, width, 12);
        List<int[]> other = vectors(random, width, 12);
        List<int[]> both = new ArrayList<>(one);
        both.addAll(other);
        Front joined = front(width, one);
        joined.addAll(front(width, other), new Budget(ENOUGH));
        assertIsFrontOf(joined, both, width);
        List<int[]> lesser =
                one.stream().flatMap(a -> other.stream().map(b -> lesser(a, b))).toList();
        Front met = front(width, one).meet(front(width, other), new Budget(ENOUGH));
        assertIsFrontOf(met, lesser, width);
    }

    @ParameterizedTest
    @Seeds(100)
    void whatAFrontAndOneVectorExceedIsAdded(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        int width = random.nextInt(1, 4);
        List<int[]> one = vectors(random, width, 12);
        List<int[]> there = vectors(random, width, 6);
        int[] vector = vector(random, width);
        Front target = front(width, there);
        front(width, one).addMet(vector, target, new Budget(ENOUGH));
        List<int[]> all = new ArrayList<>(there);
        one.forEach(v -> all.add(lesser(v, vector)));
        assertIsFrontOf(target, all, width);
    }

    /// Whoever compares each of some vectors with each of others counts at least as many steps.
    @ParameterizedTest
    @Seeds(100)
    void comparisonsAreCounted(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        int width = random.nextInt(2, 4);
        Front one = front(width, vectors(random, width, 24));
        Front other = front(width, vectors(random, width, 24));
        if (one.count() > 0) {
            Budget meeting = new Budget((long) one.count() * other.count() - 1);
            one.meet(other, meeting);
            assertThat(meeting.exhausted()).isTrue();
            Budget adding = new Budget(one.count() - 1L);
            other.addAll(one, adding);
            assertThat(adding.exhausted()).isTrue();
            Budget lowering = new Budget(one.count() - 1L);
            one.addMet(vector(random, width), new Front(width), lowering);
            assertThat(lowering.exhausted()).isTrue();
        }
    }
}
