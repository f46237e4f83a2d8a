// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.detente.testing.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/// Every part of a rich case, replaced, removed, doubled, cut and scrambled, gives a case or placed
/// problems, and nothing else.
class MutationPropertyTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEXT = Cases.everythingText();

    private static final List<@Nullable Object> REPLACEMENTS =
            Arrays.asList(
                    null,
                    5,
                    -1e300,
                    List.of(),
                    List.of(1, List.of(2)),
                    List.of("nord", "nord.tolls", "clash"),
                    Map.of(),
                    Map.of("a", Map.of("b", "c")),
                    Map.of("value", "5", "because", "nothing"),
                    "wrong-id",
                    "not",
                    "yes",
                    "2020-01-01",
                    "nord.tolls",
                    "terms.season",
                    "rest",
                    "otherwise",
                    "",
                    "5% to 90%",
                    "nord.tolls = full over closed",
                    "x".repeat(20_000),
                    "'\"\n\t{[:#&*!|>%@`",
                    Map.of("x".repeat(2000), "y", "", "z"),
                    true);

    /// A place in a tree of maps and lists.
    private record Slot(Object owner, Object key) {
        @Nullable Object get() {
            return owner instanceof Map<?, ?> map ? map.get(key) : ((List<?>) owner).get((int) key);
        }

        @SuppressWarnings("unchecked") // trees of this test hold anything
        void set(@Nullable Object value) {
            if (owner instanceof Map<?, ?> map) {
                ((Map<Object, @Nullable Object>) map).put(key, value);
            } else {
                ((List<@Nullable Object>) owner).set((int) key, value);
            }
        }
    }

    private static Object tree() {
        return new Load(LoadSettings.builder().build()).loadFromString(TEXT);
    }

    private static void collect(@Nullable Object node, List<Slot> slots) {
        switch (node) {
            case Map<?, ?> map ->
                    map.forEach((key, value) -> {
                        slots.add(new Slot(map, key));
                        collect(value, slots);
                    });
            case List<?> list ->
                    IntStream.range(0, list.size())
                            .forEach(i -> {
                                slots.add(new Slot(list, i));
                                collect(list.get(i), slots);
                            });
            case null, default -> {}
        }
    }

    private static boolean complains(byte[] bytes) {
        return !HostileInputTest.complaints(bytes).isEmpty();
    }

    @ParameterizedTest
    @Seeds(8)
    void aReplacedPartGivesACaseOrProblems(long seed) {
        Object tree = tree();
        List<Slot> slots = new ArrayList<>();
        collect(tree, slots);
        int complaining = 0;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Object before = slot.get();
            slot.set(REPLACEMENTS.get((int) ((i + seed * 5) % REPLACEMENTS.size())));
            complaining += complains(JSON.writeValueAsBytes(tree)) ? 1 : 0;
            slot.set(before);
        }
        assertThat(slots.size()).isGreaterThan(300);
        assertThat(complaining).isGreaterThan(slots.size() / 2);
        assertThat(complains(JSON.writeValueAsBytes(tree))).isFalse();
    }

    @Test
    void aRemovedKeyGivesACaseOrProblems() {
        Object tree = tree();
        List<Slot> slots = new ArrayList<>();
        collect(tree, slots);
        int complaining = 0;
        for (Slot slot : slots) {
            if (slot.owner() instanceof Map<?, ?> map) {
                Map<Object, @Nullable Object> before = new LinkedHashMap<>(map);
                map.remove(slot.key());
                complaining += complains(JSON.writeValueAsBytes(tree)) ? 1 : 0;
                restore(map, before);
            }
        }
        assertThat(complaining).isGreaterThan(50);
        assertThat(complains(JSON.writeValueAsBytes(tree))).isFalse();
    }

    @SuppressWarnings("unchecked") // trees of this test hold anything
    private static void restore(Map<?, ?> map, Map<Object, @Nullable Object> before) {
        map.clear();
        ((Map<Object, @Nullable Object>) map).putAll(before);
    }

    @Test
    void aLineGivenTwiceGivesACaseOrProblems() {
        List<String> lines = TEXT.lines().toList();
        int complaining = 0;
        for (int i = 0; i < lines.size(); i++) {
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            complaining += complains(bytes(String.join("\n", doubled))) ? 1 : 0;
        }
        assertThat(complaining).isGreaterThan(100);
    }

    @Test
    void aFileCutAnywhereGivesACaseOrProblems() {
        byte[] whole = bytes(TEXT);
        for (int length = 0; length < whole.length; length += 37) {
            complains(Arrays.copyOf(whole, length));
        }
        assertThat(complains(Arrays.copyOf(whole, 37))).isTrue();
        assertThat(complains(whole)).isFalse();
    }

    @ParameterizedTest
    @Seeds(50)
    void scrambledBytesGiveACaseOrProblems(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] whole = bytes(TEXT);
        int complaining = 0;
        for (int round = 0; round < 50; round++) {
            byte[] scrambled = whole.clone();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                scrambled[random.nextInt(scrambled.length)] = scramble(random, whole);
            }
            complaining += complains(scrambled) ? 1 : 0;
        }
        assertThat(complaining).isGreaterThan(10);
    }

    private static byte scramble(RandomGenerator random, byte[] whole) {
        return random.nextInt(3) == 0
                ? (byte) random.nextInt(256)
                : whole[random.nextInt(whole.length)];
    }

    @ParameterizedTest
    @Seeds(300)
    void scrambledConditionsGiveAConditionOrAReason(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> words =
                List.of(
                        "not",
                        "and",
                        "or",
                        "implies",
                        "iff",
                        "in",
                        "over",
                        "(",
                        ")",
                        "{",
                        "}",
                        ",",
                        "=",
                        "!=",
                        "<",
                        "<=",
                        ">",
                        ">=",
                        "==",
                        "us.relief",
                        "terms.x",
                        "war",
                        "'15 years'",
                        "'",
                        "full",
                        "5",
                        "US",
                        "…",
                        " ");
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        switch (ConditionParser.condition(text.toString())) {
            case ConditionParser.Reading.Understood(var condition, _) ->
                    assertThat(ConditionParser.condition(condition.toString()))
                            .isInstanceOfSatisfying(
                                    ConditionParser.Reading.Understood.class,
                                    again -> assertThat(again.value()).isEqualTo(condition));
            case ConditionParser.Reading.Misread(int offset, String fact, String mend) -> {
                assertThat(offset).isBetween(0, text.length());
                assertThat(fact).isNotBlank();
                assertThat(mend).isNotBlank();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
