// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class StateSetTest {
    private static BitSet bits(StateSet set) {
        BitSet bits = new BitSet();
        set.stream().forEach(bits::set);
        return bits;
    }

    private static StateSet random(RandomGenerator random, int size) {
        StateSet set = StateSet.none(size);
        for (int k = random.nextInt(size + 1); k > 0; k--) {
            set.add(random.nextInt(size));
        }
        return set;
    }

    @ParameterizedTest
    @Seeds(300)
    void behavesLikeABitSet(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        int size = random.nextInt(1, 300);
        StateSet a = random(random, size);
        StateSet b = random(random, size);
        BitSet and = bits(a);
        and.and(bits(b));
        BitSet or = bits(a);
        or.or(bits(b));
        BitSet andNot = bits(a);
        andNot.andNot(bits(b));
        BitSet not = bits(a);
        not.flip(0, size);
        assertThat(bits(a.copy().and(b))).isEqualTo(and);
        assertThat(bits(a.copy().or(b))).isEqualTo(or);
        assertThat(bits(a.copy().andNot(b))).isEqualTo(andNot);
        assertThat(bits(a.copy().not())).isEqualTo(not);
        assertThat(a.copy().not().count()).isEqualTo(size - a.count());
        assertThat(a.countShared(b)).isEqualTo(and.cardinality());
        assertThat(a.intersects(b)).isEqualTo(!and.isEmpty());
        assertThat(a.count()).isEqualTo(bits(a).cardinality());
        assertThat(a.isEmpty()).isEqualTo(bits(a).isEmpty());
        for (int state = 0; state < size; state++) {
            assertThat(a.contains(state)).isEqualTo(bits(a).get(state));
            assertThat(a.next(state)).isEqualTo(bits(a).nextSetBit(state));
        }
    }

    @ParameterizedTest
    @Seeds(300)
    void addsRunsOfStates(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        int size = random.nextInt(1, 300);
        int from = random.nextInt(size + 1);
        int to = random.nextInt(size + 1);
        StateSet set = StateSet.none(size);
        set.addRange(from, to);
        BitSet expected = new BitSet();
        expected.set(Math.min(from, to), from < to ? to : Math.min(from, to));
        assertThat(bits(set)).isEqualTo(expected);
    }

    @Test
    void hasNoMemberBeyondItsSize() {
        assertThat(StateSet.all(70).count()).isEqualTo(70);
        assertThat(StateSet.none(70).not()).isEqualTo(StateSet.all(70));
        assertThat(StateSet.all(70).next(70)).isEqualTo(-1);
    }

    @Test
    void forgetsARemovedState() {
        StateSet set = StateSet.all(130);
        set.remove(129);
        assertThat(set.contains(129)).isFalse();
        assertThat(set.count()).isEqualTo(129);
        assertThat(set).hasToString("129 of 130 states");
    }

    @Test
    void differsFromASetOfAnotherSize() {
        assertThat(StateSet.none(3)).isNotEqualTo(StateSet.none(4));
        assertThat(StateSet.none(3)).hasSameHashCodeAs(StateSet.none(3));
    }
}
