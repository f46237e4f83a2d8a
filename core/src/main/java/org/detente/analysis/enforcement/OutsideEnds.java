// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Parallel;
import org.detente.analysis.enforcement.SpoilersFindings.Ends;
import org.detente.analysis.enforcement.SpoilersFindings.Span;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.analysis.enforcement.SpoilersFindings.Turn;
import org.detente.compile.Factor;

/// What parties outside do with one uncertain number at one end of its range and all others at
/// their centres: their own numbers, the signatories' and those of `time`.
final class OutsideEnds {
    private OutsideEnds() {}

    /// What was found at one end.
    ///
    /// @param turns what is another there
    /// @param gaps by package and party outside; NaN where it does not hang on the number
    private record AtEnd(List<Turn> turns, List<List<Double>> gaps) {
        /// Nothing is another, and no gap hangs on the number.
        static AtEnd nothing(List<Threatened> packages) {
            return new AtEnd(
                    List.of(),
                    packages.stream()
                            .map(p -> Collections.nCopies(p.spoilers().size(), Double.NaN))
                            .toList());
        }
    }

    /// Looks at every number at both ends.
    ///
    /// @param grounds makes the readings
    /// @param outsiders the parties outside, in the order of each package's `spoilers`
    /// @param packages what they do at the centre
    /// @param options how many threads may work
    static Ends of(
            Grounds grounds,
            List<Outsider> outsiders,
            List<Threatened> packages,
            AnalysisOptions options) {
        List<Factor> factors = grounds.factors(grounds.centre(), outsiders);
        List<AtEnd> found =
                Parallel.map(
                        packages.isEmpty() ? 0 : 2 * factors.size(),
                        options.threadCount(),
                        index ->
                                at(
                                        grounds,
                                        factors.get(index / 2),
                                        index % 2 == 0 ? Factor.Position.LOW : Factor.Position.HIGH,
                                        outsiders,
                                        packages));
        List<Turn> turns = new ArrayList<>();
        found.forEach(end -> turns.addAll(end.turns()));
        List<List<Span>> gaps = new ArrayList<>();
        for (int p = 0; p < packages.size(); p++) {
            List<Span> own = new ArrayList<>();
            for (int s = 0; s < packages.get(p).spoilers().size(); s++) {
                Span span = Span.NONE;
                for (AtEnd end : found) {
                    span = span.with(end.gaps().get(p).get(s));
                }
                own.add(span);
            }
            gaps.add(own);
        }
        return new Ends(factors.size(), turns, gaps);
    }

    private static AtEnd at(
            Grounds grounds,
            Factor factor,
            Factor.Position end,
            List<Outsider> outsiders,
            List<Threatened> packages) {
        List<Outsider> moved = outsiders.stream().filter(o -> o.restsOn(factor)).toList();
        if (moved.isEmpty() && packages.stream().noneMatch(Threatened::isTouched)) {
            return AtEnd.nothing(packages); // whoever leaves a package alone does so there too
        }
        Replies replies = new Replies(grounds.at(factor, end), moved);
        List<Turn> turns = new ArrayList<>();
        List<List<Double>> gaps = new ArrayList<>();
        for (int p = 0; p < packages.size(); p++) {
            Threatened one = packages.get(p);
            List<Double> own = new ArrayList<>();
            for (Spoiler spoiler : one.spoilers()) {
                int best = replies.best(one, spoiler);
                own.add(replies.gap(one, spoiler, best));
                boolean isOther = best != spoiler.best().state();
                if (isOther || one.isTouchedBy(spoiler)) {
                    boolean survives = replies.survives(one.chosen(), best);
                    if (isOther || survives != spoiler.best().survives()) {
                        turns.add(new Turn(factor, end, p, spoiler.mover(), best, survives));
                    }
                }
            }
            gaps.add(own);
        }
        return new AtEnd(turns, gaps);
    }
}
