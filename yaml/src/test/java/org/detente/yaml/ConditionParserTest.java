// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.detente.model.Condition;
import org.detente.yaml.ConditionParser.Reading;
import org.detente.yaml.ConditionParser.Reading.Misread;
import org.detente.yaml.ConditionParser.Reading.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is understood can be written and is read again as the same, at the bounds too.
class ConditionParserTest {
    private static final int DEEPEST = ConditionParser.DEEPEST;

    private static void comesBack(Reading<Condition> reading) {
        assertThat(reading).isInstanceOf(Understood.class);
        Condition value = ((Understood<Condition>) reading).value();
        assertThat(ConditionParser.condition(value.toString()))
                .isInstanceOfSatisfying(
                        Understood.class, again -> assertThat(again.value()).isEqualTo(value));
    }

    private static void refused(Reading<?> reading, String fact) {
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Misread.class,
                        misread -> {
                            assertThat(misread.fact()).isEqualTo(fact);
                            assertThat(misread.mend()).isEqualTo("Split it into named outcomes");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"not ", "x iff ", "x implies "})
    void aChainMayBeAsLongAsTheBound(String link) {
        comesBack(ConditionParser.condition(link.repeat(DEEPEST) + "x"));
        refused(
                ConditionParser.condition(link.repeat(DEEPEST + 1) + "x"),
                "is nested more than 100 deep");
    }

    @Test
    void aChainOfNotMayNotBeHiddenInParentheses() {
        String half = "not ".repeat(DEEPEST / 2);
        comesBack(ConditionParser.condition(half + "(" + half + "x)"));
        refused(
                ConditionParser.condition(half + "(" + half + "not x)"),
                "is nested more than 100 deep");
        refused(
                ConditionParser.preference("x over " + half + "(" + half + "not x)"),
                "is nested more than 100 deep");
    }

    @Test
    void partsOfDifferentKindsCountTogether() {
        String both = "not (x and ";
        comesBack(
                ConditionParser.condition(
                        both.repeat(DEEPEST / 2) + "x" + ")".repeat(DEEPEST / 2)));
        refused(
                ConditionParser.condition(
                        both.repeat(DEEPEST / 2) + "not x" + ")".repeat(DEEPEST / 2)),
                "is nested more than 100 deep");
    }

    @Test
    void signsWithoutSpacesCountAsTheyAreWritten() {
        // Ten characters as it stands, twelve as it is written.
        String part = "a.b=c and ";
        String fits = part.repeat(832) + "x";
        assertThat(fits.length() + 2 * 832).isLessThanOrEqualTo(ConditionParser.LONGEST);
        comesBack(ConditionParser.condition(fits));
        refused(
                ConditionParser.condition(part.repeat(834) + "x"),
                "is a condition of 10,009 characters where its signs have spaces; the longest has"
                        + " 10,000");
        refused(
                ConditionParser.condition(part.repeat(1000) + "x"),
                "is a condition of 10,001 characters; the longest has 10,000");
    }
}
