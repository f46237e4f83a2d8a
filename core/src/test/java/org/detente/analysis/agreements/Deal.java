// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.DoubleUnaryOperator;
import org.detente.analysis.AgreementQuestions;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Progress;
import org.detente.analysis.Questions;
import org.detente.analysis.SearchBounds;
import org.detente.compile.CompiledCase;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Lottery;
import org.detente.model.PreferencePart;
import org.detente.model.Quantity;
import org.detente.model.Rule;
import org.detente.model.Statement;
import org.detente.model.Term;
import org.detente.model.Worth;
import org.detente.testing.SmallCase;
import org.jspecify.annotations.Nullable;

/// Puts small bargaining problems together in tests: terms with points, and points or a chance of
/// war for no agreement.
final class Deal {
    private final SmallCase small = new SmallCase();
    private final List<String> signatories = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final SequencedMap<String, Figure> fallback = new LinkedHashMap<>();
    private final SequencedMap<String, Figure> outside = new LinkedHashMap<>();
    private final SequencedMap<String, Figure> weights = new LinkedHashMap<>();
    private final SequencedMap<String, String> ratify = new LinkedHashMap<>();
    private @Nullable Fallback lottery;

    static Figure exact(double value) {
        return new Figure(new Quantity.Exact(value, false), Basis.ASSUMED);
    }

    static Figure range(double low, double high) {
        return new Figure(new Quantity.Uniform(low, high, false), Basis.ASSUMED);
    }

    Deal signatories(String... ids) {
        for (String id : ids) {
            small.party(id);
            signatories.add(id);
        }
        return this;
    }

    Deal ratifier(String id, String signatory) {
        small.party(id);
        ratify.put(id, signatory);
        return this;
    }

    /// A term whose levels are worth these points to the parties in turn.
    Deal term(String name, double[]... pointsByParty) {
        Figure[][] figures = new Figure[pointsByParty.length][];
        for (int party = 0; party < figures.length; party++) {
            figures[party] = new Figure[pointsByParty[party].length];
            for (int level = 0; level < figures[party].length; level++) {
                figures[party][level] = exact(pointsByParty[party][level]);
            }
        }
        return term(name, figures);
    }

    Deal term(String name, Figure[]... figuresByParty) {
        List<Level> levels = new ArrayList<>();
        for (int level = 0; level < figuresByParty[0].length; level++) {
            levels.add(new Level("l" + level, null, null, Basis.ASSUMED));
        }
        List<String> parties = new ArrayList<>(signatories);
        parties.addAll(ratify.keySet());
        SequencedMap<String, List<Worth.LevelWorth>> values = new LinkedHashMap<>();
        for (int party = 0; party < figuresByParty.length; party++) {
            List<Worth.LevelWorth> worths = new ArrayList<>();
            for (int level = 0; level < levels.size(); level++) {
                worths.add(new Worth.LevelWorth("l" + level, figuresByParty[party][level]));
            }
            values.put(parties.get(party), worths);
        }
        terms.add(new Term(new ItemRef.TermRef(name), null, levels, values, Basis.ASSUMED));
        return this;
    }

    /// One dollar in cents: level k gives the first party f(k / cents) and the second g.
    Deal divide(int cents, DoubleUnaryOperator first, DoubleUnaryOperator second) {
        double[] a = new double[cents + 1];
        double[] b = new double[cents + 1];
        for (int k = 0; k <= cents; k++) {
            a[k] = first.applyAsDouble((double) k / cents);
            b[k] = second.applyAsDouble((double) k / cents);
        }
        return term("share", a, b);
    }

    Deal rule(String id, Condition never) {
        rules.add(new Rule(id, never, Basis.ASSUMED));
        return this;
    }

    Deal redLine(String party, Condition never) {
        small.prefers(
                party, new PreferencePart.RedLines(List.of(new Statement(never, Basis.ASSUMED))));
        return this;
    }

    static Condition at(String term, int level) {
        return new Condition.Compare(
                new ItemRef.TermRef(term), Condition.Comparison.EQUAL, "l" + level);
    }

    Deal fallback(String party, double points) {
        fallback.put(party, exact(points));
        return this;
    }

    Deal outside(String party, double points) {
        outside.put(party, exact(points));
        return this;
    }

    Deal weight(String party, double weight) {
        weights.put(party, exact(weight));
        return this;
    }

    /// No agreement brings war with this chance, and otherwise what is now.
    Deal war(Figure chance, SequencedMap<String, Double> worths) {
        small.party("devil")
                .option("devil", "war", org.detente.model.Option.Moves.UP)
                .outcome("war", SmallCase.holds("devil.war"))
                .otherwise("standoff");
        worths.forEach((party, points) ->
                small.prefers(
                        party,
                        new PreferencePart.Values(
                                List.of(
                                        new Worth.OfCondition(
                                                new Condition.InOutcome("war"), exact(points))))));
        lottery =
                new Fallback.Shared(
                        new Lottery(
                                List.of(
                                        new Lottery.Chance("war", chance),
                                        new Lottery.Chance("standoff", null))));
        return this;
    }

    Case done() {
        return small.agreement(
                        new Agreement(
                                signatories,
                                List.of(),
                                terms,
                                rules,
                                new Agreement.Beliefs(
                                        lottery == null ? new Fallback.Values(fallback) : lottery,
                                        outside,
                                        null,
                                        List.of(),
                                        weights),
                                false,
                                ratify))
                .done();
    }

    AgreementsFindings found() {
        return found(AgreementQuestions.NONE);
    }

    AgreementsFindings found(AgreementQuestions questions) {
        return result(questions, SearchBounds.DEFAULT.maxFrontier()).found();
    }

    AgreementsResult result(AgreementQuestions questions, int maxFrontier) {
        SearchBounds usual = SearchBounds.DEFAULT;
        SearchBounds bounds =
                usual.withPackages(maxFrontier, usual.statedPackages(), usual.maxPositions());
        return new AgreementsAnalysis((_, _, _) -> List.of())
                .bargained(
                        CompiledCase.of(done(), 1 << 20),
                        new AnalysisOptions(
                                1, 2, 1 << 20, new Questions(null, null, 0, questions), bounds),
                        Progress.NONE);
    }
}
