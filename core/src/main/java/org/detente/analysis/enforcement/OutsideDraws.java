// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Parallel;
import org.detente.analysis.enforcement.Changes.Change;
import org.detente.analysis.enforcement.SpoilersFindings.Drawn;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnDeterrent;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnMove;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnPackage;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnSpoiler;
import org.detente.analysis.enforcement.SpoilersFindings.Span;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.compile.Readings;
import org.jspecify.annotations.Nullable;

/// What parties outside do in readings in which every uncertain number is drawn from its range at
/// once: the signatories', those of `time`, and the parties' own.
final class OutsideDraws {
    private OutsideDraws() {}

    /// One package in one reading.
    ///
    /// @param kept whether it is kept while all parties outside leave it alone
    /// @param replies one for each party outside
    private record InReading(boolean kept, List<Reply> replies) {}

    /// One party's best move in one reading.
    ///
    /// @param leftAlone for each single change whether the party leaves the package alone with it
    private record Reply(int state, boolean survives, double gap, List<Boolean> leftAlone) {}

    /// Draws and counts.
    ///
    /// @param grounds makes the readings
    /// @param ground the case as written, or a view
    /// @param outsiders the parties outside as it has them, in the order of each package's
    ///   `spoilers`
    /// @param packages what they do at its centre
    /// @param options seed, and how many threads may work
    /// @return null if nothing is uncertain; no packages if no reading fits what is stated
    static @Nullable Drawn of(
            Grounds grounds,
            Ground ground,
            List<Outsider> outsiders,
            List<Threatened> packages,
            AnalysisOptions options) {
        if (packages.isEmpty() || grounds.factors(ground, outsiders).isEmpty()) {
            return null;
        }
        Readings readings = grounds.readings(ground, outsiders);
        if (readings.size() == 0) {
            return new Drawn(readings, List.of());
        }
        List<Outsider> moved = outsiders.stream().filter(o -> Drawn.isAnew(readings, o)).toList();
        if (moved.isEmpty()
                && readings == grounds.readings()
                && packages.stream().noneMatch(Threatened::isTouched)) {
            return leftAlone(grounds, readings, packages);
        }
        List<List<Change>> changes =
                packages.stream()
                        .map(one ->
                                moved.isEmpty() || !one.chosen().isPossible()
                                        ? List.<Change>of()
                                        : new Changes(ground, one.chosen()).single())
                        .toList();
        List<List<InReading>> found =
                Parallel.map(
                        readings.size(),
                        options.threadCount(),
                        index -> {
                            Replies replies =
                                    new Replies(grounds.drawn(ground, readings, index), moved);
                            List<InReading> all = new ArrayList<>();
                            for (int p = 0; p < packages.size(); p++) {
                                all.add(inReading(replies, packages.get(p), changes.get(p)));
                            }
                            return all;
                        });
        List<DrawnPackage> counted = new ArrayList<>();
        for (int p = 0; p < packages.size(); p++) {
            int index = p;
            List<InReading> own = found.stream().map(reading -> reading.get(index)).toList();
            List<DrawnSpoiler> spoilers = new ArrayList<>();
            for (int s = 0; s < packages.get(p).spoilers().size(); s++) {
                spoilers.add(
                        spoiler(
                                packages.get(p),
                                s,
                                own,
                                changes.get(p),
                                !readings.isDrawnWhole(outsiders.get(s).id())));
            }
            counted.add(
                    new DrawnPackage((int) own.stream().filter(InReading::kept).count(), spoilers));
        }
        return new Drawn(readings, counted);
    }

    /// What is found where all parties outside leave all packages alone in every reading.
    private static Drawn leftAlone(Grounds grounds, Readings readings, List<Threatened> packages) {
        List<List<Boolean>> kept =
                grounds.keptInDrawn(packages.stream().map(Threatened::chosen).toList());
        List<DrawnPackage> counted = new ArrayList<>();
        for (int p = 0; p < packages.size(); p++) {
            int count = (int) kept.get(p).stream().filter(k -> k).count();
            DrawnMove none =
                    new DrawnMove(packages.get(p).chosen().state(), readings.size(), count);
            DrawnSpoiler each =
                    new DrawnSpoiler(count, readings.size(), List.of(none), Span.NONE, List.of());
            counted.add(
                    new DrawnPackage(
                            count, Collections.nCopies(packages.get(p).spoilers().size(), each)));
        }
        return new Drawn(readings, counted);
    }

    private static InReading inReading(Replies replies, Threatened one, List<Change> changes) {
        if (!one.chosen().isPossible()) {
            return new InReading(false, List.of());
        }
        List<Reply> all = new ArrayList<>();
        for (Spoiler spoiler : one.spoilers()) {
            int best = replies.best(one, spoiler);
            all.add(
                    new Reply(
                            best,
                            replies.survives(one.chosen(), best),
                            replies.gap(one, spoiler, best),
                            replies.isMoved(spoiler)
                                    ? changes.stream()
                                            .map(change -> replies.leavesAlone(spoiler, change))
                                            .toList()
                                    : List.of()));
        }
        return new InReading(replies.survives(one.chosen(), one.chosen().state()), all);
    }

    /// Counts one party's replies to one package.
    ///
    /// @param isInPoints whether gaps are in the party's own points
    private static DrawnSpoiler spoiler(
            Threatened one,
            int index,
            List<InReading> found,
            List<Change> changes,
            boolean isInPoints) {
        Spoiler spoiler = one.spoilers().get(index);
        SequencedMap<Integer, DrawnMove> moves = new TreeMap<>();
        Span gap = Span.NONE;
        int survived = 0;
        int leftAlone = 0;
        int[] with = new int[changes.size()];
        boolean isMoved = false;
        for (InReading reading : found) {
            Reply reply = reading.replies().get(index);
            int own = reply.survives() ? 1 : 0;
            moves.merge(
                    reply.state(), new DrawnMove(reply.state(), 1, own), OutsideDraws::together);
            gap = isInPoints ? gap.with(reply.gap()) : Span.NONE;
            survived += own;
            leftAlone += reply.state() == one.chosen().state() ? 1 : 0;
            for (int k = 0; k < reply.leftAlone().size(); k++) {
                isMoved = true;
                with[k] += reply.leftAlone().get(k) ? 1 : 0;
            }
        }
        List<DrawnDeterrent> deterrents = new ArrayList<>();
        for (int k = 0; isMoved && k < with.length; k++) {
            Deterrent told = changes.get(k).told();
            if (with[k] > leftAlone || spoiler.deterrents().contains(told)) {
                deterrents.add(new DrawnDeterrent(told, with[k]));
            }
        }
        deterrents.sort(
                Comparator.comparing((DrawnDeterrent d) -> !d.deterrent().isAcceptable())
                        .thenComparingInt(d -> -d.leftAlone()));
        return new DrawnSpoiler(
                survived,
                leftAlone,
                moves.values().stream()
                        .sorted(Comparator.comparingInt((DrawnMove m) -> -m.readings()))
                        .toList(),
                gap,
                deterrents);
    }

    private static DrawnMove together(DrawnMove a, DrawnMove b) {
        return new DrawnMove(a.state(), a.readings() + b.readings(), a.survived() + b.survived());
    }
}
