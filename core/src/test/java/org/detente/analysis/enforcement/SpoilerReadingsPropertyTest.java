// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.NamedPackage;
import org.detente.analysis.Progress;
import org.detente.analysis.agreements.AgreementsAnalysis;
import org.detente.analysis.enforcement.SpoilersFindings.Drawn;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnDeterrent;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnMove;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnPackage;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnSpoiler;
import org.detente.analysis.enforcement.SpoilersFindings.Span;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.analysis.enforcement.SpoilersFindings.Turn;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.Factor;
import org.detente.compile.PackageItem;
import org.detente.compile.Readings;
import org.detente.model.Case;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Setting;
import org.detente.testing.Figures;
import org.detente.testing.RandomPact;
import org.detente.testing.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;

/// Best moves, survival and deterrents at ends and in readings drawn against the definition, made
/// anew from a case in which the reading's numbers stand as exact ones.
class SpoilerReadingsPropertyTest {
    private static final StabilityAnalysis STABILITY = new StabilityAnalysis();
    private static final AgreementsAnalysis PROPOSER = new AgreementsAnalysis(STABILITY);
    private static final OutsideMoves ANALYSIS = new OutsideMoves(PROPOSER, STABILITY);
    private static final String OUT = SpoilerTwin.OUT;
    private static final double CLOSE = 1e-7;

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// A case with ranges, its packages with what is found about them.
    private record Looked(
            Case source, CompiledCase model, AnalysisOptions options, SpoilersFindings found) {
        Grounds grounds() {
            return Grounds.of(model, PROPOSER, STABILITY, options);
        }

        PactTwin at(Map<String, Double> given) {
            return new PactTwin(Figures.exact(source, given));
        }

        int outsider() {
            return model.space().moverIndex(OUT);
        }

        Spoiler spoiler(Threatened one) {
            return one.spoilers().stream()
                    .filter(s -> s.mover() == outsider())
                    .findFirst()
                    .orElseThrow();
        }

        int index() {
            return found.outsiders().stream().map(Outsider::id).toList().indexOf(OUT);
        }
    }

    private static Looked looked(Case source, RandomGenerator random) {
        CompiledCase model = CompiledCase.of(source, 1 << 20);
        List<NamedPackage> packages = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            List<Setting> settings = new ArrayList<>();
            for (PackageItem item : AgreementForm.of(model).items()) {
                int level = random.nextInt(item.levels().size());
                settings.add(new Setting(item.ref(), item.levels().get(level).name()));
            }
            packages.add(new NamedPackage("p" + k, settings));
        }
        AnalysisOptions options = Pact.options(1, 10_000, packages.toArray(NamedPackage[]::new));
        return new Looked(source, model, options, ANALYSIS.found(model, options, Progress.NONE));
    }

    private static Looked looked(long seed) {
        RandomGenerator random = random(seed);
        return looked(Figures.uncertain(RandomPact.of(random), random), random);
    }

    /// How many readings are sure to count, and how many may.
    private static final class Tally {
        private int least;
        private int most;

        void count(@Nullable Boolean holds) {
            least += Boolean.TRUE.equals(holds) ? 1 : 0;
            most += Boolean.FALSE.equals(holds) ? 0 : 1;
        }

        void holds(int counted) {
            assertThat(counted).isBetween(least, most);
        }
    }

    @ParameterizedTest
    @Seeds(16)
    void inReadingsDrawnEveryMoveIsTheBestThereIs(long seed) {
        Looked looked = looked(seed);
        Drawn drawn = looked.found().drawn();
        if (drawn == null) {
            return;
        }
        List<PactTwin> twins = new ArrayList<>();
        for (int k = 0; k < drawn.size(); k++) {
            twins.add(looked.at(drawn.readings().given(k)));
        }
        for (int p = 0; p < drawn.packages().size(); p++) {
            Threatened one = looked.found().packages().get(p);
            if (one.chosen().isPossible()) {
                drawn(looked, twins, one, drawn.packages().get(p));
            }
        }
    }

    private static void drawn(
            Looked looked, List<PactTwin> twins, Threatened one, DrawnPackage found) {
        Ground ground = looked.found().ground();
        int[] levels = one.chosen().levelArray();
        Map<Integer, Integer> moves = new TreeMap<>();
        Map<Integer, Tally> survived = new TreeMap<>();
        Tally all = new Tally();
        Tally kept = new Tally();
        Span gap = Span.NONE;
        boolean byPoints = looked.spoiler(one).goesByPoints();
        for (PactTwin twin : twins) {
            int[] terms = twin.terms(levels);
            int[] standing = twin.standing(levels);
            int[] best = SpoilerTwin.best(twin, standing, terms);
            moves.merge(twin.state(best), 1, Integer::sum);
            Boolean survives = SpoilerTwin.survives(twin, ground, best, terms);
            survived.computeIfAbsent(twin.state(best), _ -> new Tally()).count(survives);
            all.count(survives);
            kept.count(SpoilerTwin.survives(twin, ground, standing, terms));
            gap =
                    gap.with(
                            twin.plain.points(OUT, best, terms)
                                    - twin.plain.points(OUT, standing, terms));
        }
        DrawnSpoiler own = found.spoilers().get(looked.index());
        Map<Integer, Integer> counted = new TreeMap<>();
        for (DrawnMove move : own.moves()) {
            counted.put(move.state(), move.readings());
            Objects.requireNonNull(survived.get(move.state())).holds(move.survived());
        }
        assertThat(counted).isEqualTo(moves);
        assertThat(own.leftAlone()).isEqualTo(moves.getOrDefault(one.chosen().state(), 0));
        all.holds(own.survived());
        kept.holds(found.kept());
        if (byPoints && looked.found().outsiders().get(looked.index()).isUncertain()) {
            assertThat(own.gap().least()).isCloseTo(gap.least(), within(CLOSE));
            assertThat(own.gap().most()).isCloseTo(gap.most(), within(CLOSE));
        }
        deterrents(looked, twins, one, own);
    }

    private static void deterrents(
            Looked looked, List<PactTwin> twins, Threatened one, DrawnSpoiler own) {
        if (!looked.found().outsiders().get(looked.index()).isUncertain()) {
            assertThat(own.deterrents()).isEmpty();
            return;
        }
        Map<Deterrent, Integer> counts = new LinkedHashMap<>();
        for (Changes.Change change : new Changes(looked.found().ground(), one.chosen()).single()) {
            int count = 0;
            for (PactTwin twin : twins) {
                int[] terms = change.terms().stream().mapToInt(Integer::intValue).toArray();
                boolean isLeftAlone =
                        SpoilerTwin.isLeftAlone(twin, twin.levels(change.state()), terms);
                count += isLeftAlone ? 1 : 0;
            }
            if (count > own.leftAlone()
                    || looked.spoiler(one).deterrents().contains(change.told())) {
                counts.put(change.told(), count);
            }
        }
        Map<Deterrent, Integer> found = new LinkedHashMap<>();
        for (DrawnDeterrent deterrent : own.deterrents()) {
            found.put(deterrent.deterrent(), deterrent.leftAlone());
        }
        assertThat(found).isEqualTo(counts);
    }

    @ParameterizedTest
    @Seeds(40)
    void exactlyTheEndsTurnAtWhichAnotherMoveIsBestOrItsSurvivalIsAnother(long seed) {
        Looked looked = looked(seed);
        Ground ground = looked.found().ground();
        PactTwin centre = looked.at(Map.of());
        List<Factor> factors = looked.grounds().factors(ground, looked.found().outsiders());
        assertThat(looked.found().ends().numberCount()).isEqualTo(factors.size());
        for (Factor factor : factors) {
            for (Factor.Position end : List.of(Factor.Position.LOW, Factor.Position.HIGH)) {
                PactTwin there = looked.at(Map.of(factor.path(), factor.at(end)));
                for (int p = 0; p < looked.found().packages().size(); p++) {
                    int index = p;
                    Turn turn =
                            looked.found().ends().turns().stream()
                                    .filter(t ->
                                            t.factor().equals(factor)
                                                    && t.position() == end
                                                    && t.packageIndex() == index
                                                    && t.mover() == looked.outsider())
                                    .findFirst()
                                    .orElse(null);
                    turn(looked.found().packages().get(p), ground, centre, there, turn);
                }
            }
        }
    }

    private static void turn(
            Threatened one, Ground ground, PactTwin centre, PactTwin there, @Nullable Turn turn) {
        if (!one.chosen().isPossible()) {
            assertThat(turn).isNull();
            return;
        }
        int[] levels = one.chosen().levelArray();
        int[] terms = there.terms(levels);
        int[] standing = there.standing(levels);
        int[] before = SpoilerTwin.best(centre, standing, terms);
        int[] after = SpoilerTwin.best(there, standing, terms);
        boolean isOther = centre.state(before) != there.state(after);
        boolean isTouched = centre.state(before) != centre.state(standing);
        Boolean survived = SpoilerTwin.survives(centre, ground, before, terms);
        Boolean survives = SpoilerTwin.survives(there, ground, after, terms);
        if (isOther) {
            assertThat(turn).isNotNull();
        } else if (!isTouched) {
            assertThat(turn).isNull();
        } else if (survived != null && survives != null) {
            assertThat(turn != null).isEqualTo(!survived.equals(survives));
        }
        if (turn != null) {
            assertThat(turn.state()).isEqualTo(there.state(after));
            if (survives != null) {
                assertThat(turn.survives()).isEqualTo(survives);
            }
        }
    }

    @ParameterizedTest
    @Seeds(40)
    void gapsAtEndsAreThoseOfTheNumbersThatItsPointsRestOn(long seed) {
        Looked looked = looked(seed);
        Outsider outsider = looked.found().outsiders().get(looked.index());
        for (int p = 0; p < looked.found().packages().size(); p++) {
            Threatened one = looked.found().packages().get(p);
            if (!one.chosen().isPossible()) {
                continue;
            }
            Span span = Span.NONE;
            for (Factor factor : outsider.numbers()) {
                for (Factor.Position end : List.of(Factor.Position.LOW, Factor.Position.HIGH)) {
                    PactTwin there = looked.at(Map.of(factor.path(), factor.at(end)));
                    int[] terms = there.terms(one.chosen().levelArray());
                    int[] standing = there.standing(one.chosen().levelArray());
                    int[] best = SpoilerTwin.best(there, standing, terms);
                    span =
                            span.with(
                                    there.plain.points(OUT, best, terms)
                                            - there.plain.points(OUT, standing, terms));
                }
            }
            Span found = looked.found().ends().gaps().get(p).get(looked.index());
            if (Double.isNaN(span.least())) {
                assertThat(found.least()).isNaN();
            } else {
                assertThat(found.least()).isCloseTo(span.least(), within(CLOSE));
                assertThat(found.most()).isCloseTo(span.most(), within(CLOSE));
            }
        }
    }

    @ParameterizedTest
    @Seeds(40)
    void signatoriesNumbersAreThoseThatEnforcementDraws(long seed) {
        Looked looked = looked(seed);
        Drawn drawn = looked.found().drawn();
        if (drawn == null) {
            return;
        }
        Readings shared = looked.grounds().readings();
        assertThat(drawn.size()).isEqualTo(shared.size());
        for (int k = 0; k < shared.size(); k++) {
            assertThat(drawn.readings().given(k)).containsAllEntriesOf(shared.given(k));
        }
    }

    /// Its own scale is its own affair: with all its points twice what they are, it does the same
    /// everywhere, and gaps are twice what they were.
    @ParameterizedTest
    @Seeds(40)
    void itsOwnScaleChangesNothingButGaps(long seed) {
        RandomGenerator random = random(seed);
        Case source = Figures.uncertain(RandomPact.of(random), random);
        Preferences own = source.preferencesOf(OUT);
        if (!source.assumptions().isEmpty()
                || own == null
                || own.part(PreferencePart.Values.class) == null) {
            return;
        }
        SpoilersFindings one = looked(source, random(seed)).found();
        SpoilersFindings two = looked(Figures.scaled(source, OUT, 2), random(seed)).found();
        assertThat(two.ends().turns().stream().map(SpoilerReadingsPropertyTest::told).toList())
                .isEqualTo(
                        one.ends().turns().stream()
                                .map(SpoilerReadingsPropertyTest::told)
                                .toList());
        Drawn oneDrawn = one.drawn();
        Drawn twoDrawn = two.drawn();
        if (oneDrawn == null || twoDrawn == null) {
            assertThat(twoDrawn).isEqualTo(oneDrawn);
            return;
        }
        for (int p = 0; p < oneDrawn.packages().size(); p++) {
            DrawnPackage before = oneDrawn.packages().get(p);
            DrawnPackage after = twoDrawn.packages().get(p);
            assertThat(after.kept()).isEqualTo(before.kept());
            for (int s = 0; s < before.spoilers().size(); s++) {
                DrawnSpoiler here = before.spoilers().get(s);
                DrawnSpoiler there = after.spoilers().get(s);
                assertThat(there.moves()).isEqualTo(here.moves());
                assertThat(there.deterrents()).isEqualTo(here.deterrents());
                if (one.outsiders().get(s).id().equals(OUT) && !Double.isNaN(here.gap().most())) {
                    assertThat(there.gap().most()).isCloseTo(2 * here.gap().most(), within(CLOSE));
                }
            }
        }
    }

    private static String told(Turn turn) {
        return "%s %s %d %d %d %b"
                .formatted(
                        turn.factor().path(),
                        turn.position(),
                        turn.packageIndex(),
                        turn.mover(),
                        turn.state(),
                        turn.survives());
    }
}
