// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.detente.model.Agreement;
import org.detente.model.Fallback;
import org.detente.model.Lottery;
import org.detente.model.Outcome;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Preferences;
import org.detente.model.Problem;
import org.detente.model.View;

/// Checks what can only be told from the states: that an outcome's `at` lies in it, that outcomes
/// in one lottery do not overlap, that outcomes and rules say something.
final class OutcomeCheck {
    private OutcomeCheck() {}

    /// Finds what is wrong.
    ///
    /// @param model the compiled case
    /// @return errors and warnings, in the order of the case
    static List<Problem> problems(CompiledCase model, Conditions conditions) {
        List<Problem> problems = new ArrayList<>();
        for (Outcome outcome : model.source().outcomes()) {
            String path = "outcomes." + outcome.id();
            StateSet states = model.statesOf(outcome);
            if (states.isEmpty()) {
                problems.add(
                        Problem.warning(
                                path,
                                "no feasible state lies in this outcome",
                                "Check its condition against the rules, or leave it out"));
            } else if (!outcome.at().isEmpty()) {
                int at = OutcomePoint.overlaid(model.space(), model.now(), outcome.at());
                if (!states.contains(at)) {
                    problems.add(
                            Problem.error(
                                    path + ".at",
                                    "`now` with these levels is state %d, which does not lie in the outcome or breaks a rule"
                                            .formatted(at),
                                    "Add the levels that the outcome needs"));
                }
            }
        }
        lotteries(model)
                .forEach((path, lottery) -> {
                    disjoint(model, path, lottery, problems);
                    valuedAlike(model, conditions, lottery, problems);
                });
        return problems.stream().distinct().toList();
    }

    private static Map<String, Lottery> lotteries(CompiledCase model) {
        Map<String, Lottery> lotteries = new LinkedHashMap<>();
        Agreement agreement = model.source().agreement();
        if (agreement != null) {
            collect(lotteries, "agreement", agreement.beliefs());
        }
        for (View view : model.source().views()) {
            Agreement.Beliefs beliefs = view.beliefs();
            if (beliefs != null) {
                collect(lotteries, "views.%s.agreement".formatted(view.id()), beliefs);
            }
        }
        return lotteries;
    }

    private static void collect(
            Map<String, Lottery> lotteries, String path, Agreement.Beliefs beliefs) {
        switch (beliefs.otherwise()) {
            case Fallback.Shared(Lottery lottery) -> lotteries.put(path + ".otherwise", lottery);
            case Fallback.Beliefs(var byParty) ->
                    byParty.forEach((party, lottery) ->
                            lotteries.put(path + ".otherwise." + party, lottery));
            case Fallback.Values _ -> {}
            case null -> {}
        }
        Lottery risk = beliefs.risk();
        if (risk != null) {
            lotteries.put(path + ".risk", risk);
        }
    }

    private static void disjoint(
            CompiledCase model, String path, Lottery lottery, List<Problem> problems) {
        List<Lottery.Chance> chances = lottery.chances();
        for (int i = 0; i < chances.size(); i++) {
            for (int j = i + 1; j < chances.size(); j++) {
                String a = chances.get(i).outcome();
                String b = chances.get(j).outcome();
                StateSet both =
                        model.statesOf(outcome(model, a)).and(model.statesOf(outcome(model, b)));
                if (!both.isEmpty()) {
                    problems.add(
                            Problem.error(
                                    path,
                                    "the outcomes %s and %s overlap, in state %d for instance"
                                            .formatted(a, b, both.next(0)),
                                    "Make their conditions exclude each other, for instance by adding `and not %s`"
                                            .formatted(a)));
                }
            }
        }
    }

    /// An outcome in a lottery is valued, so it must stand for one state, or for states that
    /// everybody values alike.
    private static void valuedAlike(
            CompiledCase model, Conditions conditions, Lottery lottery, List<Problem> problems) {
        for (Lottery.Chance chance : lottery.chances()) {
            Outcome outcome = outcome(model, chance.outcome());
            StateSet nearest = OutcomePoint.nearest(model, outcome);
            if (nearest.isEmpty() && outcome.at().isEmpty()) {
                problems.add(
                        Problem.error(
                                "outcomes." + outcome.id(),
                                "the outcome is valued, and no moves lead from `now` to any feasible state of it",
                                "Say with `at` which levels hold there, or change the rules that forbid it"));
            }
            for (Preferences preferences : model.source().preferences()) {
                Values values = preferences.part(Values.class);
                if (values == null || nearest.count() < 2) {
                    continue;
                }
                int other =
                        valuedOtherwise(model, conditions, preferences.party(), values, nearest);
                if (other >= 0) {
                    problems.add(
                            Problem.error(
                                    "outcomes." + outcome.id(),
                                    "the outcome is valued, and stands for states %d and %d alike, which %s values differently"
                                            .formatted(nearest.next(0), other, preferences.party()),
                                    "Say with `at` which levels hold there"));
                    break;
                }
            }
        }
    }

    private static int valuedOtherwise(
            CompiledCase model,
            Conditions conditions,
            String party,
            Values values,
            StateSet states) {
        double[] points =
                Points.ofStates(
                        party,
                        values,
                        model.space(),
                        conditions,
                        new Quantities(model.source(), "", Factor.Position.CENTRE));
        int first = states.next(0);
        for (int s = first; s >= 0; s = states.next(s + 1)) {
            if (Math.abs(points[s] - points[first]) > RankTables.POINT_TOLERANCE) {
                return s;
            }
        }
        return -1;
    }

    private static Outcome outcome(CompiledCase model, String id) {
        return java.util.Objects.requireNonNull(model.source().outcome(id));
    }
}
