// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.detente.model.Condition;
import org.detente.model.Condition.Comparison;
import org.detente.model.ItemRef;

/// Makes a [Condition] of the grammar's tree, and notes the names it mentions.
final class ConditionTree {
    private final List<ConditionParser.Mention> mentions = new ArrayList<>();

    List<ConditionParser.Mention> mentions() {
        return mentions;
    }

    Condition of(ConditionGrammarParser.EquivalenceContext tree) {
        Condition left = of(tree.implication(0));
        for (int i = 1; i < tree.implication().size(); i++) {
            left = new Condition.Iff(left, of(tree.implication(i)));
        }
        return left;
    }

    private Condition of(ConditionGrammarParser.ImplicationContext tree) {
        List<Condition> chain = new ArrayList<>();
        for (var operand : tree.disjunction()) {
            chain.add(of(operand));
        }
        Condition right = chain.getLast();
        for (int i = chain.size() - 2; i >= 0; i--) {
            right = new Condition.Implies(chain.get(i), right);
        }
        return right;
    }

    private Condition of(ConditionGrammarParser.DisjunctionContext tree) {
        List<Condition> operands = new ArrayList<>();
        for (var operand : tree.conjunction()) {
            operands.add(of(operand));
        }
        return operands.size() == 1 ? operands.getFirst() : new Condition.Or(operands);
    }

    private Condition of(ConditionGrammarParser.ConjunctionContext tree) {
        List<Condition> operands = new ArrayList<>();
        for (var operand : tree.negation()) {
            operands.add(of(operand));
        }
        return operands.size() == 1 ? operands.getFirst() : new Condition.And(operands);
    }

    private Condition of(ConditionGrammarParser.NegationContext tree) {
        Condition operand = of(tree.atom());
        for (int i = 0; i < tree.NOT().size(); i++) {
            operand = new Condition.Not(operand);
        }
        return operand;
    }

    private Condition of(ConditionGrammarParser.AtomContext tree) {
        return switch (tree) {
            case ConditionGrammarParser.CompareContext compare -> {
                ItemRef item = item(compare.ITEM().getSymbol(), false);
                yield new Condition.Compare(
                        item, comparison(compare.sign), level(item, compare.level()));
            }
            case ConditionGrammarParser.MemberContext member -> {
                ItemRef item = item(member.ITEM().getSymbol(), false);
                yield new Condition.In(
                        item, member.level().stream().map(l -> level(item, l)).toList());
            }
            case ConditionGrammarParser.HoldsContext holds ->
                    new Condition.Holds(item(holds.ITEM().getSymbol(), true));
            case ConditionGrammarParser.OutcomeContext outcome -> {
                Token name = outcome.NAME().getSymbol();
                mentions.add(
                        new ConditionParser.Mention.Outcome(name.getText(), name.getStartIndex()));
                yield new Condition.InOutcome(name.getText());
            }
            case ConditionGrammarParser.GroupContext group -> of(group.equivalence());
            default -> throw new IllegalStateException("an atom of no known kind: " + tree);
        };
    }

    private ItemRef item(Token token, boolean bare) {
        ItemRef item = Ids.item(token.getText());
        mentions.add(new ConditionParser.Mention.Item(item, bare, token.getStartIndex()));
        return item;
    }

    private String level(ItemRef item, ConditionGrammarParser.LevelContext tree) {
        String text = tree.getText();
        String level =
                tree.QUOTED() == null
                        ? text
                        : text.substring(1, text.length() - 1).replace("''", "'").strip();
        mentions.add(
                new ConditionParser.Mention.Level(item, level, tree.getStart().getStartIndex()));
        return level;
    }

    private static Comparison comparison(Token sign) {
        return switch (sign.getType()) {
            case ConditionGrammarLexer.EQUAL -> Comparison.EQUAL;
            case ConditionGrammarLexer.NOT_EQUAL -> Comparison.NOT_EQUAL;
            case ConditionGrammarLexer.BELOW -> Comparison.LESS;
            case ConditionGrammarLexer.AT_MOST -> Comparison.AT_MOST;
            case ConditionGrammarLexer.ABOVE -> Comparison.MORE;
            case ConditionGrammarLexer.AT_LEAST -> Comparison.AT_LEAST;
            default -> throw new IllegalStateException("not a sign: " + sign.getText());
        };
    }
}
