// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.List;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Outcome;
import org.detente.model.Region;

/// Whether a condition can change when a party changes its own options.
final class Mentions {
    private final Case source;
    private final String party;

    Mentions(Case source, String party) {
        this.source = source;
        this.party = party;
    }

    /// Whether the condition, or an outcome that it names, mentions an option of the party.
    boolean ownOption(Condition condition) {
        return switch (condition) {
            case Condition.Compare(ItemRef item, _, _) -> own(item);
            case Condition.In(ItemRef item, _) -> own(item);
            case Condition.Holds(ItemRef item) -> own(item);
            case Condition.InOutcome(String outcome) -> inOutcome(outcome);
            case Condition.Not(Condition operand) -> ownOption(operand);
            case Condition.And(List<Condition> operands) ->
                    operands.stream().anyMatch(this::ownOption);
            case Condition.Or(List<Condition> operands) ->
                    operands.stream().anyMatch(this::ownOption);
            case Condition.Implies(Condition premise, Condition conclusion) ->
                    ownOption(premise) || ownOption(conclusion);
            case Condition.Iff(Condition left, Condition right) ->
                    ownOption(left) || ownOption(right);
        };
    }

    private boolean own(ItemRef item) {
        return item instanceof ItemRef.OptionRef option && option.party().equals(party);
    }

    private boolean inOutcome(String id) {
        for (Outcome outcome : source.outcomes()) {
            switch (outcome.region()) {
                case Region.When(Condition condition) -> {
                    if (outcome.id().equals(id) && ownOption(condition)) {
                        return true;
                    }
                }
                case Region.Otherwise() -> {
                    if (outcome.id().equals(id)) {
                        return source.outcomes().stream()
                                .anyMatch(o ->
                                        o.region() instanceof Region.When(Condition other)
                                                && ownOption(other));
                    }
                }
            }
        }
        return false;
    }
}
