// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import org.detente.model.Condition;
import org.detente.yaml.ConditionParser;
import org.detente.yaml.ConditionParser.Reading;

/// What must hold of any text given as a condition: it is understood, and what was understood reads
/// back as the same; or it is misread at a place within the text, with a fact and a mend.
public final class ConditionInvariant {
    private ConditionInvariant() {}

    /// Checks one text, as a condition and as a preference.
    ///
    /// @param text anything
    /// @return whether it is a condition
    /// @throws AssertionError with the text in its message, where the invariant does not hold
    public static boolean check(String text) {
        try {
            placed(text, ConditionParser.preference(text));
            Reading<Condition> reading = ConditionParser.condition(text);
            placed(text, reading);
            if (!(reading instanceof Reading.Understood<Condition> understood)) {
                return false;
            }
            String written = understood.value().toString();
            Reading<Condition> again = ConditionParser.condition(written);
            boolean same =
                    again instanceof Reading.Understood<Condition> second
                            && second.value().equals(understood.value());
            if (!same) {
                throw new IllegalStateException("it reads back otherwise: " + written);
            }
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("this condition ends in %s: %s".formatted(e, text), e);
        }
    }

    private static void placed(String text, Reading<?> reading) {
        if (reading instanceof Reading.Misread<?>(int offset, String fact, String mend)) {
            if (offset < 0 || offset > text.codePointCount(0, text.length())) {
                throw new IllegalStateException("a place outside the text: " + offset);
            }
            if (fact.isBlank() || mend.isBlank()) {
                throw new IllegalStateException("no fact or no mend: " + fact + ", " + mend);
            }
        }
    }
}
