// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.detente.math.Contradiction;
import org.detente.math.SmallestContradiction;
import org.detente.model.Quantity;
import org.detente.model.Worth;

/// Statements of one party that cannot hold together.
///
/// @param statements in the order of the case; none can be left out; empty if all of the party's
///   can hold together
/// @param isSmallest whether it is known that no fewer of its statements contradict one another
record StatedClash(List<StatedForm.Stated> statements, boolean isSmallest) {
    private static final StatedClash NONE = new StatedClash(List.of(), true);

    /// So many times it is asked whether statements can hold together in the search for the fewest
    /// that cannot.
    private static final int MOST_TESTS = 2000;

    /// Copies the list.
    StatedClash {
        statements = List.copyOf(statements);
    }

    /// As few of the party's statements as possible that cannot hold together, within a bound.
    ///
    /// @param model the case, or the case under a view
    /// @param party the party's id
    /// @return what clashes, and whether no fewer do
    static StatedClash of(CompiledCase model, String party) {
        StatedClash clash = of(model, party, false);
        if (clash.statements().isEmpty() || !namesAssumptions(model, party)) {
            return clash;
        }
        // That two numbers are one assumption is what points say: those that say it belong to what
        // cannot hold together.
        StatedClash apart = of(model, party, true);
        return apart.statements().isEmpty() ? clash : apart;
    }

    private static boolean namesAssumptions(CompiledCase model, String party) {
        return Stake.of(model.source(), party).stream()
                .flatMap(stake ->
                        switch (stake.worth()) {
                            case Worth.OfItem(_, var levels) ->
                                    levels.stream().map(Worth.LevelWorth::points);
                            case Worth.OfCondition(_, var figure) -> Stream.of(figure);
                        })
                .anyMatch(figure -> figure.quantity() instanceof Quantity.Named);
    }

    private static StatedClash of(CompiledCase model, String party, boolean apart) {
        StatedWorld world = new StatedWorld(model);
        StatedParts parts = new StatedParts(world, party, apart);
        List<StatedSentence> sentences = StatedSentence.of(parts);
        if (parts.isEmpty() || sentences.isEmpty()) {
            return NONE;
        }
        StatedRows rows = new StatedRows(parts);
        boolean compares = sentences.stream().anyMatch(s -> !(s instanceof StatedSentence.Points));
        if (!compares) {
            return NONE;
        }
        AgreementForm form = model.source().agreement() == null ? null : AgreementForm.of(model);
        StatedBranch.Branches branches = StatedBranch.of(parts, form);
        Predicate<List<StatedSentence>> holds =
                kept -> branches.list().stream().anyMatch(b -> holds(parts, rows, kept, b));
        if (holds.test(sentences)) {
            return NONE;
        }
        List<StatedSentence> suspects = suspects(parts, rows, sentences, branches);
        List<StatedSentence> among = holds.test(suspects) ? sentences : suspects;
        BitSet found =
                Contradiction.smallest(
                        among.size(),
                        kept -> holds.test(kept.stream().mapToObj(among::get).toList()));
        BitSet known = new BitSet();
        found.stream().forEach(k -> known.set(sentences.indexOf(among.get(k))));
        SmallestContradiction.Found smallest =
                SmallestContradiction.from(
                        sentences.size(),
                        kept -> holds.test(kept.stream().mapToObj(sentences::get).toList()),
                        known,
                        MOST_TESTS);
        return new StatedClash(
                smallest.set().stream()
                        .mapToObj(sentences::get)
                        .map(s -> new StatedForm.Stated(s.path(), s.words()))
                        .toList(),
                smallest.isSmallest());
    }

    private static boolean holds(
            StatedParts parts, StatedRows rows, List<StatedSentence> kept, StatedBranch branch) {
        return !new StatedSystem(parts, rows, kept, branch, StatedSystem.Scale.NONE).isEmpty();
    }

    /// Sentences that contradict one another at one combination of beliefs or another; with an
    /// order of swings among them also those on its items, by which it is read.
    private static List<StatedSentence> suspects(
            StatedParts parts,
            StatedRows rows,
            List<StatedSentence> sentences,
            StatedBranch.Branches branches) {
        Set<StatedSentence> found = new HashSet<>();
        for (StatedBranch branch : branches.list()) {
            found.addAll(
                    new StatedSystem(parts, rows, sentences, branch, StatedSystem.Scale.NONE)
                            .conflict());
        }
        Set<Integer> ordered = new HashSet<>();
        for (StatedSentence sentence : found) {
            if (sentence instanceof StatedSentence.Swings(_, _, var items)) {
                items.forEach(item -> ordered.add(parts.world().indexOf(item)));
            }
            if (sentence instanceof StatedSentence.Times times) {
                ordered.add(parts.world().indexOf(times.larger()));
                ordered.add(parts.world().indexOf(times.smaller()));
            }
        }
        return sentences.stream()
                .filter(s -> found.contains(s) || bears(parts, s, ordered))
                .toList();
    }

    private static boolean bears(StatedParts parts, StatedSentence sentence, Set<Integer> items) {
        return switch (sentence) {
            case StatedSentence.Compared compared ->
                    parts.world().mentions(compared.better()).stream().anyMatch(items::contains);
            case StatedSentence.Points(_, _, var bounds) ->
                    items.stream()
                            .map(parts::ofItem)
                            .anyMatch(worths -> worths != null && binds(bounds, worths));
            case StatedSentence.Bundles _, StatedSentence.Swings _, StatedSentence.Times _ -> false;
        };
    }

    private static boolean binds(List<StatedSentence.Bound> bounds, LinearSum[] worths) {
        for (LinearSum worth : worths) {
            for (StatedSentence.Bound bound : bounds) {
                if (!worth.equals(LinearSum.ZERO)
                        && bound.worth().terms().keySet().containsAll(worth.terms().keySet())) {
                    return true;
                }
            }
        }
        return false;
    }
}
