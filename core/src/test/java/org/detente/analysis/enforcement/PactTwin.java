// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.FindsStableStates;
import org.detente.analysis.agreements.AgreementsAnalysis;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Quantity;
import org.detente.model.Time;
import org.detente.testing.PlainPoints;
import org.jspecify.annotations.Nullable;

/// The standing test and punishments straight from the definition, breach by breach, on level
/// arrays. What it takes from the code under test is the numbering of states, which states are
/// stable, and what no agreement is worth; each has a twin of its own elsewhere.
final class PactTwin {
    static final AnalysisOptions OPTIONS = AnalysisOptions.defaults(1);
    private static final StabilityAnalysis STABILITY = new StabilityAnalysis();

    final Case source;
    final PlainPoints plain;
    final CompiledCase model;
    final AgreementForm form;
    final StateSpace space;
    final Agreement agreement;
    private final StateSet nash;
    private final StateSet sequential;
    private final Map<String, Answer> answers = new HashMap<>();

    /// What follows a breach: the least points, and why it is believed.
    record Answer(double points, Punishment.Credible credible) {}

    /// A breach: the state chosen, points and chances of being seen step by step, what follows.
    @SuppressWarnings("ArrayRecordComponent") // never changed and never compared
    record Breach(int[] to, double[] flow, double[] seen, int delay, Answer answer) {
        double worth(double patience, double[] chances) {
            int last = flow.length - 1;
            int length = Math.max(flow.length, chances.length);
            double sum = 0;
            double unseen = 1;
            double weight = 1;
            for (int step = 0; step < length - 1; step++) {
                double now = unseen * flow[Math.min(step, last)] + (1 - unseen) * answer.points();
                sum += weight * (1 - patience) * now;
                unseen *= 1 - chances[Math.min(step, chances.length - 1)];
                weight *= patience;
            }
            double q = chances[chances.length - 1];
            double rest =
                    ((1 - patience) * flow[last] + patience * q * answer.points())
                            / (1 - patience * (1 - q));
            return sum + weight * (unseen * rest + (1 - unseen) * answer.points());
        }

        /// V: what keeping is worth with false alarms that bring what follows this breach.
        double complying(double kept, double alarm, double patience) {
            return ((1 - patience) * kept + patience * alarm * answer.points())
                    / (1 - patience * (1 - alarm));
        }

        double margin(double kept, double alarm, double patience, double[] chances) {
            return complying(kept, alarm, patience) - worth(patience, chances);
        }
    }

    PactTwin(Case source) {
        this.source = source;
        this.plain = new PlainPoints(source);
        this.model = CompiledCase.of(source, 1 << 20);
        this.form = AgreementForm.of(model);
        this.space = model.space();
        this.agreement = Objects.requireNonNull(source.agreement());
        this.nash = STABILITY.stable(model, FindsStableStates.Sense.NASH, OPTIONS);
        this.sequential = STABILITY.stable(model, FindsStableStates.Sense.SEQUENTIAL, OPTIONS);
    }

    /// The reading under test.
    Ground ground() {
        return Grounds.of(model, new AgreementsAnalysis(STABILITY), STABILITY, OPTIONS).centre();
    }

    int[] levels(int state) {
        int[] levels = new int[space.optionCount()];
        for (int option = 0; option < levels.length; option++) {
            levels[option] = space.level(state, option);
        }
        return levels;
    }

    int state(int[] levels) {
        return space.stateOf(levels);
    }

    /// C(b): the breach and all that the others can bring about from it.
    Set<Integer> answersTo(String breaker, int breach) {
        Set<Integer> found = new HashSet<>();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        found.add(breach);
        open.add(breach);
        while (!open.isEmpty()) {
            int[] at = levels(open.remove());
            for (var party : source.parties()) {
                if (!party.id().equals(breaker)) {
                    for (int[] next : plain.moves(party.id(), at)) {
                        if (found.add(state(next))) {
                            open.add(state(next));
                        }
                    }
                }
            }
        }
        return found;
    }

    boolean isStable(int state, Punishment.Credible credible) {
        return switch (credible) {
            case NASH -> nash.contains(state);
            case SEQUENTIAL -> sequential.contains(state);
            case NONE, COLLAPSE -> false;
        };
    }

    /// P(b).
    Answer punishment(String breaker, int breach) {
        return answers.computeIfAbsent(
                breaker + breach,
                _ -> {
                    Set<Integer> reached = answersTo(breaker, breach);
                    for (Punishment.Credible credible :
                            List.of(Punishment.Credible.NASH, Punishment.Credible.SEQUENTIAL)) {
                        double least = Double.POSITIVE_INFINITY;
                        for (int state : reached) {
                            if (isStable(state, credible)) {
                                least = Math.min(least, plain.worth(breaker, levels(state), null));
                            }
                        }
                        if (least < Double.POSITIVE_INFINITY) {
                            return new Answer(least, credible);
                        }
                    }
                    return new Answer(
                            plain.worth(breaker, levels(breach), null), Punishment.Credible.NONE);
                });
    }

    Answer answer(String breaker, int breach) {
        return agreement.breachCollapses()
                ? new Answer(form.fallback(breaker), Punishment.Credible.COLLAPSE)
                : punishment(breaker, breach);
    }

    private Time.@Nullable Detection detection(Option option) {
        for (Time.Detection one : Objects.requireNonNull(source.time()).detection()) {
            if (one.option().equals(option.ref())) {
                return one;
            }
        }
        return null;
    }

    private static double number(@Nullable Figure figure) {
        return figure != null && figure.quantity() instanceof Quantity.Exact(double value, _)
                ? value
                : 0;
    }

    private double chance(Option option, int[] standing) {
        Time.Detection own = detection(option);
        if (own == null) {
            return 1;
        }
        if (own.by() == null) {
            return number(own.chances().get(""));
        }
        int by = plain.optionIndex(own.by());
        Level level = source.options().get(by).levels().get(standing[by]);
        return number(own.chances().get(level.name()));
    }

    private int delay(Option option) {
        Time.Detection own = detection(option);
        return own == null ? 0 : own.delaySteps();
    }

    /// The chance that a signatory's compliance with what it signed looks like a breach.
    double alarm(String party) {
        double none = 1;
        for (ItemRef.OptionRef covered : agreement.covers()) {
            Time.Detection own = detection(source.options().get(plain.optionIndex(covered)));
            if (covered.party().equals(party) && own != null) {
                none *= 1 - number(own.falseAlarms());
            }
        }
        return 1 - none;
    }

    /// All breaches of a party.
    List<Breach> breaches(String party, int[] standing, int[] terms) {
        List<Breach> found = new ArrayList<>();
        for (int[] to : plain.moves(party, standing)) {
            int longest = 0;
            int first = Integer.MAX_VALUE;
            for (int option = 0; option < to.length; option++) {
                if (to[option] != standing[option]) {
                    longest = Math.max(longest, breakout(option, standing, to));
                    longest = Math.max(longest, delay(source.options().get(option)));
                    first = Math.min(first, delay(source.options().get(option)));
                }
            }
            double[] flow = new double[longest + 1];
            double[] seen = new double[longest + 1];
            for (int step = 0; step <= longest; step++) {
                int[] at = standing.clone();
                double missed = 1;
                for (int option = 0; option < to.length; option++) {
                    if (to[option] == standing[option]) {
                        continue;
                    }
                    if (step >= breakout(option, standing, to)) {
                        at[option] = to[option];
                    }
                    Option own = source.options().get(option);
                    missed *= step >= delay(own) ? 1 - chance(own, standing) : 1;
                }
                flow[step] = plain.worth(party, at, terms);
                seen[step] = 1 - missed;
            }
            found.add(new Breach(to, flow, seen, first, answer(party, state(to))));
        }
        return found;
    }

    int breakout(int option, int[] from, int[] to) {
        return to[option] < from[option] ? source.options().get(option).undoSteps() : 0;
    }

    /// What keeping is worth to a party: V by what follows the breach that leaves the smallest
    /// margin, the least where several do, and never more than U.
    double complying(String party, int[] standing, int[] terms) {
        double kept = plain.worth(party, standing, terms);
        List<Breach> breaches = breaches(party, standing, terms);
        double alarm = alarm(party);
        double patience = plain.patience(party);
        double least = smallest(breaches, kept, alarm, patience);
        double worth = kept;
        for (Breach breach : breaches) {
            if (breach.margin(kept, alarm, patience, breach.seen()) <= least + 1e-9) {
                worth = Math.min(worth, breach.complying(kept, alarm, patience));
            }
        }
        return worth;
    }

    /// The smallest margin of one party over some breaches, in points; there is none without a
    /// breach.
    double smallest(List<Breach> breaches, double kept, double alarm, double patience) {
        double least = Double.POSITIVE_INFINITY;
        for (Breach breach : breaches) {
            least = Math.min(least, breach.margin(kept, alarm, patience, breach.seen()));
        }
        return least;
    }

    /// Every combination of levels of the agreement's items.
    List<int[]> packages() {
        List<int[]> all = new ArrayList<>();
        all.add(new int[0]);
        for (var item : form.items()) {
            List<int[]> longer = new ArrayList<>();
            for (int[] shorter : all) {
                for (int level = 0; level < item.levels().size(); level++) {
                    int[] next = java.util.Arrays.copyOf(shorter, shorter.length + 1);
                    next[shorter.length] = level;
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    int[] terms(int[] levels) {
        List<Integer> terms = new ArrayList<>();
        for (int item = 0; item < levels.length; item++) {
            if (form.items().get(item).ref() instanceof ItemRef.TermRef) {
                terms.add(levels[item]);
            }
        }
        return terms.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The state in which a package stands: now with its levels.
    int[] standing(int[] levels) {
        int[] standing = plain.now();
        for (int item = 0; item < levels.length; item++) {
            if (form.items().get(item).ref() instanceof ItemRef.OptionRef option) {
                standing[plain.optionIndex(option)] = levels[item];
            }
        }
        return standing;
    }

    double worth(String party, int[] levels) {
        return plain.worth(party, standing(levels), terms(levels));
    }

    /// Whether a package is allowed and gives everybody what it must get.
    boolean isAcceptable(int[] levels) {
        boolean good = form.broken(levels).isEmpty();
        List<String> deciding = new ArrayList<>(form.signatories());
        deciding.addAll(form.gainingRatifiers());
        for (String party : deciding) {
            good &= worth(party, levels) >= form.floor(party) - 1e-9;
        }
        return good;
    }

    /// The most that a party could gain by an acceptable package, or NaN if there is none.
    double scale(String party) {
        double most = Double.NaN;
        for (int[] levels : packages()) {
            if (isAcceptable(levels)) {
                double gain = worth(party, levels) - form.fallback(party);
                most = Double.isNaN(most) ? gain : Math.max(most, gain);
            }
        }
        return most;
    }
}
