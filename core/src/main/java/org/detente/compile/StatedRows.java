// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.detente.model.ModelError;
import org.detente.model.PreferencePart;
import org.detente.model.Problem;

/// Statements as sums that are greater than nothing, at one combination of beliefs.
final class StatedRows {
    /// A comparison over more combinations of levels than this is not taken on.
    private static final long MOST_CELLS = 1L << 17;

    private final StatedParts parts;
    private final Map<Key, List<LinearSum>> known = new HashMap<>();

    private record Key(StatedSentence.Compared sentence, double onceShare) {}

    StatedRows(StatedParts parts) {
        this.parts = parts;
    }

    /// What a comparison says: better less worse in every context, that is at all other levels of
    /// the items it does not mention, and outside agreements too if it mentions no term.
    ///
    /// As for states (von Wright 1963, The Logic of Preference; not checked here), what is compared
    /// are situations where only the one condition holds with situations where only the other does.
    List<LinearSum> of(StatedSentence.Compared sentence, double onceShare) {
        return known.computeIfAbsent(new Key(sentence, onceShare), this::rows);
    }

    /// Whole packages: better less worse, no agreement by its unknown.
    LinearSum of(StatedSentence.Bundles sentence, StatedBranch branch) {
        return worth(sentence.better(), branch).minus(worth(sentence.worse(), branch));
    }

    private LinearSum worth(PreferencePart.Bundle bundle, StatedBranch branch) {
        return switch (bundle) {
            case PreferencePart.Bundle.NoAgreement() -> LinearSum.of(StatedParts.FALLBACK, 1);
            case PreferencePart.Bundle.Of(var settings) ->
                    branch.worth(parts, parts.world().bundle(settings));
        };
    }

    private List<LinearSum> rows(Key key) {
        StatedSentence.Compared sentence = key.sentence();
        StatedWorld world = parts.world();
        Set<Integer> mentioned = new TreeSet<>(world.mentions(sentence.better()));
        mentioned.addAll(world.mentions(sentence.worse()));
        Set<Integer> context = new TreeSet<>();
        for (StatedParts.ConditionPart part : parts.conditions()) {
            if (part.items().stream().anyMatch(mentioned::contains)) {
                context.addAll(part.items());
            }
        }
        context.removeAll(mentioned);
        refuseTooMany(sentence, mentioned, context);
        SequencedSet<LinearSum> rows = new LinkedHashSet<>();
        for (int[] around : assignments(world.now(), List.copyOf(context))) {
            add(rows, key, around, List.copyOf(mentioned));
        }
        if (mentioned.stream().noneMatch(i -> world.items().get(i).isTerm())) {
            List<Integer> options =
                    context.stream().filter(i -> !world.items().get(i).isTerm()).toList();
            for (int[] around : assignments(world.outside(world.model().now()), options)) {
                add(rows, key, around, List.copyOf(mentioned));
            }
        }
        return List.copyOf(rows);
    }

    private void add(Set<LinearSum> rows, Key key, int[] around, List<Integer> mentioned) {
        StatedWorld world = parts.world();
        SequencedSet<LinearSum> above = new LinkedHashSet<>();
        SequencedSet<LinearSum> below = new LinkedHashSet<>();
        for (int[] levels : assignments(around, mentioned)) {
            boolean better = world.holds(key.sentence().better(), levels);
            boolean worse = world.holds(key.sentence().worse(), levels);
            if (better != worse) {
                (better ? above : below).add(parts.at(levels, key.onceShare()));
            }
        }
        for (LinearSum high : above) {
            for (LinearSum low : below) {
                rows.add(high.minus(low));
            }
        }
    }

    private void refuseTooMany(
            StatedSentence sentence, Set<Integer> mentioned, Set<Integer> context) {
        long cells = 1;
        List<Integer> all = new ArrayList<>(mentioned);
        all.addAll(context);
        for (int item : all) {
            cells =
                    Math.min(
                            2 * MOST_CELLS,
                            cells * parts.world().items().get(item).levels().size());
        }
        if (cells > MOST_CELLS) {
            throw new ModelError(
                    "case.yaml",
                    List.of(
                            Problem.error(
                                    sentence.path(),
                                    "compares situations that hang on %d items with more than %d combinations of levels"
                                            .formatted(all.size(), MOST_CELLS),
                                    "Compare conditions on fewer items")));
        }
    }

    private List<int[]> assignments(int[] base, List<Integer> items) {
        List<int[]> all = new ArrayList<>();
        all.add(base.clone());
        for (int item : items) {
            List<int[]> longer = new ArrayList<>();
            for (int[] known : all) {
                for (int level = 0;
                        level < parts.world().items().get(item).levels().size();
                        level++) {
                    int[] next = known.clone();
                    next[item] = level;
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
