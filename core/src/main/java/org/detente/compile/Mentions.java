// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Outcome;
import org.detente.model.Region;

/// Which options and terms a condition speaks of, those of the outcomes that it names included.
public final class Mentions {
    private final Case source;
    private final Set<ItemRef> items = new LinkedHashSet<>();

    private Mentions(Case source) {
        this.source = source;
    }

    /// The items that a condition speaks of.
    ///
    /// @param source the case; outcomes must not refer to themselves
    /// @param condition a condition of it
    /// @return the items, in the order mentioned
    public static Set<ItemRef> of(Case source, Condition condition) {
        Mentions mentions = new Mentions(source);
        mentions.add(condition);
        return mentions.items;
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.Compare(ItemRef item, _, _) -> items.add(item);
            case Condition.In(ItemRef item, _) -> items.add(item);
            case Condition.Holds(ItemRef item) -> items.add(item);
            case Condition.InOutcome(String outcome) -> addOutcome(outcome);
            case Condition.Not(Condition operand) -> add(operand);
            case Condition.And(List<Condition> operands) -> operands.forEach(this::add);
            case Condition.Or(List<Condition> operands) -> operands.forEach(this::add);
            case Condition.Implies(Condition premise, Condition conclusion) -> {
                add(premise);
                add(conclusion);
            }
            case Condition.Iff(Condition left, Condition right) -> {
                add(left);
                add(right);
            }
        }
    }

    private void addOutcome(String id) {
        for (Outcome outcome : source.outcomes()) {
            if (!outcome.id().equals(id)) {
                continue;
            }
            switch (outcome.region()) {
                case Region.When(Condition condition) -> add(condition);
                case Region.Otherwise() -> {
                    for (Outcome other : source.outcomes()) {
                        if (other.region() instanceof Region.When(Condition condition)) {
                            add(condition);
                        }
                    }
                }
            }
        }
    }
}
