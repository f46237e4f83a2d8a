// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Condition;
import org.detente.model.ItemRef.OptionRef;
import org.detente.yaml.ConditionParser;

/// A set of states of yes/no options: those where some options are taken and others are not.
///
/// @param yes a bit for each option that is taken
/// @param no a bit for each option that is not
record Pattern(long yes, long no) {
    /// The most options that a pattern can speak of.
    static final int MOST_OPTIONS = 62;

    boolean isContradiction() {
        return (yes & no) != 0;
    }

    boolean isEverything() {
        return yes == 0 && no == 0;
    }

    /// What both describe.
    Pattern and(Pattern other) {
        return new Pattern(yes | other.yes, no | other.no);
    }

    /// The states it describes, in the case's language.
    ///
    /// @param options the options, by bit
    Condition condition(List<OptionRef> options) {
        List<Condition> operands = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            Condition taken = new Condition.Holds(options.get(i));
            if ((yes >>> i & 1) != 0) {
                operands.add(taken);
            } else if ((no >>> i & 1) != 0) {
                operands.add(new Condition.Not(taken));
            }
        }
        return operands.size() == 1 ? operands.getFirst() : new Condition.And(operands);
    }

    /// The states that any of some patterns describes, as conditions that are each short enough to
    /// be read back; together they describe all of them.
    static List<Condition> parts(List<Pattern> patterns, List<OptionRef> options) {
        Condition whole = any(patterns, options);
        if (patterns.size() == 1 || whole.toString().length() <= ConditionParser.LONGEST) {
            return List.of(whole);
        }
        int half = patterns.size() / 2;
        List<Condition> parts = new ArrayList<>(parts(patterns.subList(0, half), options));
        parts.addAll(parts(patterns.subList(half, patterns.size()), options));
        return parts;
    }

    /// The states that any of some patterns describes.
    static Condition any(List<Pattern> patterns, List<OptionRef> options) {
        List<Condition> operands = new ArrayList<>();
        patterns.forEach(pattern -> operands.add(pattern.condition(options)));
        return operands.size() == 1 ? operands.getFirst() : new Condition.Or(operands);
    }
}
