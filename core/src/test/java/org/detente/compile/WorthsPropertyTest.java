// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.math.PackageSpace;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Term;
import org.detente.model.Worth;
import org.detente.testing.PlainPoints;
import org.detente.testing.RandomPact;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class WorthsPropertyTest {
    private static final double CLOSE = 1e-9;
    private static final int TRIES = 40;

    private final List<String> parties = new ArrayList<>();

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private AgreementForm form(Case source) {
        AgreementForm form = AgreementForm.of(CompiledCase.of(source, 1 << 20));
        parties.addAll(form.signatories());
        parties.addAll(form.gainingRatifiers());
        return form;
    }

    private static int[] optionLevels(StateSpace space, int state) {
        int[] levels = new int[space.optionCount()];
        for (int option = 0; option < levels.length; option++) {
            levels[option] = space.level(state, option);
        }
        return levels;
    }

    private static int[] randomTerms(RandomGenerator random, List<Term> terms) {
        return terms.stream().mapToInt(t -> random.nextInt(t.levels().size())).toArray();
    }

    private static List<Term> terms(Case source) {
        return java.util.Objects.requireNonNull(source.agreement()).terms();
    }

    @ParameterizedTest
    @Seeds(300)
    void insideAPackageAreThePointsOfThePackage(long seed) {
        RandomGenerator random = random(seed);
        AgreementForm form = form(RandomPact.of(random));
        Worths worths = Worths.of(form, parties);
        PackageSpace space = form.space(parties, _ -> true);
        for (int n = 0; n < TRIES; n++) {
            int[] levels =
                    form.items().stream()
                            .mapToInt(i -> random.nextInt(i.levels().size()))
                            .toArray();
            List<Integer> terms = new ArrayList<>();
            for (int item = 0; item < levels.length; item++) {
                if (form.items().get(item).ref() instanceof ItemRef.TermRef) {
                    terms.add(levels[item]);
                }
            }
            int[] own = terms.stream().mapToInt(Integer::intValue).toArray();
            for (int party = 0; party < parties.size(); party++) {
                assertThat(worths.inside(party, form.stateOf(levels), own))
                        .isCloseTo(space.value(party, levels), within(CLOSE));
            }
        }
    }

    @ParameterizedTest
    @Seeds(300)
    void everyStateIsWorthWhatTheDefinitionSays(long seed) {
        RandomGenerator random = random(seed);
        Case source = RandomPact.of(random);
        AgreementForm form = form(source);
        Worths worths = Worths.of(form, parties);
        Worths standing = Worths.asTheyStand(form, parties);
        PlainPoints plain = new PlainPoints(source);
        StateSpace space = form.model().space();
        for (int n = 0; n < TRIES; n++) {
            int state = random.nextInt(space.product());
            int[] options = optionLevels(space, state);
            int[] terms = randomTerms(random, terms(source));
            for (int party = 0; party < parties.size(); party++) {
                String id = parties.get(party);
                assertThat(worths.outside(party, state))
                        .isCloseTo(plain.worth(id, options, null), within(CLOSE));
                assertThat(worths.inside(party, state, terms))
                        .isCloseTo(plain.worth(id, options, terms), within(CLOSE));
                assertThat(standing.outside(party, state))
                        .isCloseTo(plain.points(id, options, null), within(CLOSE));
                assertThat(standing.inside(party, state, terms))
                        .isCloseTo(plain.points(id, options, terms), within(CLOSE));
            }
        }
    }

    @ParameterizedTest
    @Seeds(200)
    void conditionsHoldWhereTheDefinitionSays(long seed) {
        RandomGenerator random = random(seed);
        Case source = RandomPact.of(random);
        AgreementForm form = form(source);
        List<Condition> conditions = new ArrayList<>();
        for (Preferences preferences : source.preferences()) {
            PreferencePart.Values values = preferences.part(PreferencePart.Values.class);
            for (Worth worth : values == null ? List.<Worth>of() : values.worths()) {
                if (worth instanceof Worth.OfCondition(var condition, _)) {
                    conditions.add(condition);
                }
            }
        }
        Worths worths = Worths.ofConditions(form, conditions);
        PlainPoints plain = new PlainPoints(source);
        StateSpace space = form.model().space();
        for (int n = 0; n < TRIES; n++) {
            int state = random.nextInt(space.product());
            int[] options = optionLevels(space, state);
            int[] terms = randomTerms(random, terms(source));
            for (int k = 0; k < conditions.size(); k++) {
                assertThat(worths.outside(k, state))
                        .isEqualTo(plain.holds(conditions.get(k), options, null) ? 1 : 0);
                assertThat(worths.inside(k, state, terms))
                        .isEqualTo(plain.holds(conditions.get(k), options, terms) ? 1 : 0);
            }
        }
    }

    /// What terms add is then the same in every state: inside(s, t) - inside(s, t') depends on t
    /// and t' only.
    @ParameterizedTest
    @Seeds(300)
    void termsThatStandApartAddTheSameEverywhere(long seed) {
        RandomGenerator random = random(seed);
        Case source = RandomPact.of(random);
        AgreementForm form = form(source);
        Worths worths = Worths.of(form, parties);
        if (!worths.termsStandApart()) {
            assertThat(linksTermsWithOptions(source)).isTrue();
            return;
        }
        int states = form.model().space().product();
        int[] some = randomTerms(random, terms(source));
        int[] others = randomTerms(random, terms(source));
        for (int party = 0; party < parties.size(); party++) {
            double more = worths.inside(party, 0, some) - worths.inside(party, 0, others);
            for (int n = 0; n < TRIES; n++) {
                int state = random.nextInt(states);
                assertThat(worths.inside(party, state, some) - worths.inside(party, state, others))
                        .isCloseTo(more, within(CLOSE));
            }
        }
    }

    private static boolean linksTermsWithOptions(Case source) {
        for (Preferences preferences : source.preferences()) {
            PreferencePart.Values values = preferences.part(PreferencePart.Values.class);
            for (Worth worth : values == null ? List.<Worth>of() : values.worths()) {
                if (worth instanceof Worth.OfCondition(var condition, _)) {
                    String words = condition.toString();
                    boolean ofTerm = words.contains("terms.");
                    boolean ofOption = words.contains("clash");
                    for (Option option : source.options()) {
                        ofOption |= words.contains(option.ref().toString());
                    }
                    if (ofTerm && ofOption) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @Seeds(200)
    void theLevelsOfAnOptionAddWhatIsStatedForThem(long seed) {
        RandomGenerator random = random(seed);
        Case source = RandomPact.of(random);
        AgreementForm form = form(source);
        Worths worths = Worths.of(form, parties);
        double kept = 1 - form.riskChances().values().stream().mapToDouble(r -> r).sum();
        for (int party = 0; party < parties.size(); party++) {
            for (int option = 0; option < source.options().size() - 1; option++) {
                for (int level = 0; level < form.model().space().radix(option); level++) {
                    assertThat(worths.ofLevel(party, option, level))
                            .isCloseTo(
                                    kept * ofItem(source, parties.get(party), option, level),
                                    within(CLOSE));
                }
            }
        }
    }

    private static double ofItem(Case source, String party, int option, int level) {
        double sum = 0;
        PreferencePart.Values values =
                java.util.Objects.requireNonNull(source.preferencesOf(party))
                        .part(PreferencePart.Values.class);
        Option own = source.options().get(option);
        for (Worth worth : java.util.Objects.requireNonNull(values).worths()) {
            if (worth instanceof Worth.OfItem(var item, var levels) && item.equals(own.ref())) {
                for (Worth.LevelWorth one : levels) {
                    boolean here = own.levels().get(level).name().equals(one.level());
                    sum +=
                            here
                                            && one.points().quantity()
                                                    instanceof
                                                    org.detente.model.Quantity.Exact(var v, _)
                                    ? v
                                    : 0;
                }
            }
        }
        return sum;
    }
}
