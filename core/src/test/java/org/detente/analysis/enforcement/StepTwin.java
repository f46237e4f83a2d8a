// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Worth;

/// Orders of steps from the definition: every way of steps toward the package, one after the other.
/// A position says for each option how many parts it has come toward its level in the package.
final class StepTwin {
    static final double TIE = 1e-9;

    private final PactTwin twin;
    private final Ground ground;
    private final int[] tranches;
    private final int[] whole;
    private final List<String> parties;
    private final double[] atTarget;
    private final double endMargin;
    private final Map<List<String>, Double> tempting = new HashMap<>();

    /// The best way found.
    record Best(double margin, int length) {}

    /// @param ground lends the measures of margins only
    StepTwin(PactTwin twin, Ground ground, int[] target, int[] terms, int[] tranches) {
        this.twin = twin;
        this.ground = ground;
        this.tranches = tranches;
        this.parties = twin.form.signatories();
        this.whole = new int[target.length];
        for (int option = 0; option < whole.length; option++) {
            whole[option] = target[option] * tranches[option];
        }
        this.atTarget = new double[parties.size()];
        double end = Double.POSITIVE_INFINITY;
        for (int party = 0; party < atTarget.length; party++) {
            String id = parties.get(party);
            atTarget[party] = twin.complying(id, target, terms);
            double own =
                    twin.smallest(
                            twin.breaches(id, target, terms),
                            twin.plain.worth(id, target, terms),
                            twin.alarm(id),
                            twin.plain.patience(id));
            end = Math.min(end, own / ground.scale(party));
        }
        this.endMargin = end;
    }

    int positionCount() {
        int count = 1;
        for (int parts : whole) {
            count *= parts + 1;
        }
        return count;
    }

    int[] start() {
        return new int[whole.length];
    }

    /// The complete levels at a position.
    int[] levels(int[] position) {
        int[] levels = new int[position.length];
        for (int option = 0; option < levels.length; option++) {
            levels[option] = position[option] / tranches[option];
        }
        return levels;
    }

    boolean usable(int[] position) {
        return twin.plain.feasible(levels(position));
    }

    boolean isWhole(int[] position) {
        return Arrays.equals(position, whole);
    }

    /// All positions further on.
    List<int[]> next(int[] position) {
        List<int[]> all = new ArrayList<>();
        next(position, position.clone(), 0, all);
        all.removeIf(p -> Arrays.equals(p, position) || !usable(p));
        return all;
    }

    private void next(int[] from, int[] to, int option, List<int[]> all) {
        if (option == to.length) {
            all.add(to.clone());
            return;
        }
        for (int place = from[option]; place <= whole[option]; place++) {
            to[option] = place;
            next(from, to, option + 1, all);
        }
        to[option] = from[option];
    }

    /// What the points stated for a level of an option come to, by themselves.
    private double stated(String party, int option, int level) {
        double sum = 0;
        Option own = twin.source.options().get(option);
        Preferences preferences = twin.source.preferencesOf(party);
        PreferencePart.Values values =
                preferences == null ? null : preferences.part(PreferencePart.Values.class);
        for (Worth worth : values == null ? List.<Worth>of() : values.worths()) {
            if (worth instanceof Worth.OfItem(var item, var levels) && item.equals(own.ref())) {
                for (Worth.LevelWorth one : levels) {
                    Level name = own.levels().get(level);
                    sum +=
                            name.name().equals(one.level())
                                            && one.points().quantity()
                                                    instanceof Quantity.Exact(var points, _)
                                    ? points
                                    : 0;
                }
            }
        }
        double risk =
                twin.form.riskChances().values().stream().mapToDouble(Double::doubleValue).sum();
        return (1 - risk) * sum;
    }

    /// The share of a level that is under way adds that share of what the level adds.
    private double underWay(String party, int[] position, int option) {
        int part = position[option] % tranches[option];
        int level = position[option] / tranches[option];
        return part == 0
                ? 0
                : (double) part
                        / tranches[option]
                        * (stated(party, option, level + 1) - stated(party, option, level));
    }

    double flow(String party, int[] position) {
        double sum = twin.plain.worth(party, levels(position), null);
        for (int option = 0; option < position.length; option++) {
            sum += underWay(party, position, option);
        }
        return sum;
    }

    private boolean isOwn(String party, int option) {
        return twin.source.options().get(option).ref().party().equals(party);
    }

    /// The most that a party can have by turning against a step, or negative infinity.
    double temptation(String party, int[] from, int[] to) {
        int[] before = levels(from);
        List<int[]> choices = new ArrayList<>(twin.plain.moves(party, before));
        choices.add(before);
        double most = Double.NEGATIVE_INFINITY;
        for (int[] choice : choices) {
            for (boolean[] dropped : drops(party, choice, from)) {
                most = Math.max(most, tempted(party, choice, dropped, from, to));
            }
        }
        return most;
    }

    /// Of which own options it takes back the part that is under way: any of those that it leaves
    /// at their level and that can go back.
    private List<boolean[]> drops(String party, int[] choice, int[] from) {
        List<boolean[]> all = new ArrayList<>();
        all.add(new boolean[from.length]);
        for (int option = 0; option < from.length; option++) {
            if (isOwn(party, option)
                    && from[option] % tranches[option] != 0
                    && choice[option] == from[option] / tranches[option]
                    && twin.source.options().get(option).moves() == Option.Moves.BOTH) {
                for (boolean[] known : List.copyOf(all)) {
                    boolean[] more = known.clone();
                    more[option] = true;
                    all.add(more);
                }
            }
        }
        return all;
    }

    private double tempted(String party, int[] choice, boolean[] dropped, int[] from, int[] to) {
        int[] before = levels(from);
        int[] now = levels(to);
        int[] later = levels(to);
        boolean anyDropped = false;
        for (int option = 0; option < now.length; option++) {
            if (isOwn(party, option)) {
                int undo = twin.breakout(option, before, choice);
                now[option] = undo >= 1 ? before[option] : choice[option];
                later[option] = undo >= 2 ? before[option] : choice[option];
                anyDropped |= dropped[option];
            }
        }
        if ((!anyDropped && complies(party, choice, from, to))
                || !twin.plain.feasible(now)
                || !twin.plain.feasible(later)) {
            return Double.NEGATIVE_INFINITY;
        }
        double patience = twin.plain.patience(party);
        double points = twin.plain.worth(party, now, null);
        for (int option = 0; option < now.length; option++) {
            boolean isLate = twin.source.options().get(option).undoSteps() >= 1;
            if (!isOwn(party, option)) {
                points += underWay(party, to, option);
            } else if (now[option] == before[option] && (!dropped[option] || isLate)) {
                points += underWay(party, from, option);
            }
        }
        return (1 - patience) * points + patience * twin.answer(party, twin.state(later)).points();
    }

    /// By how much a party would be worse off than now at a position, were the others to take back
    /// what they can within a step, parts under way included.
    double exposed(String party, int[] position) {
        int[] left = position.clone();
        for (int option = 0; option < left.length; option++) {
            Option own = twin.source.options().get(option);
            if (!isOwn(party, option) && own.moves() == Option.Moves.BOTH && own.undoSteps() <= 1) {
                left[option] = 0;
            }
        }
        return Math.max(0, flow(party, start()) - flow(party, left));
    }

    /// Whether a choice is just what the step asks for.
    private boolean complies(String party, int[] choice, int[] from, int[] to) {
        for (int option = 0; option < choice.length; option++) {
            if (isOwn(party, option)) {
                boolean stays =
                        from[option] == to[option] && choice[option] == levels(from)[option];
                boolean goes =
                        to[option] % tranches[option] == 0
                                && from[option] != to[option]
                                && choice[option] == levels(to)[option];
                if (!stays && !goes) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Margins of a way, given as its positions after `now`, by step and party.
    double[][] margins(List<int[]> way) {
        double[] value = atTarget.clone();
        double[][] margins = new double[way.size()][parties.size()];
        for (int step = way.size() - 1; step >= 0; step--) {
            int[] from = step == 0 ? start() : way.get(step - 1);
            for (int party = 0; party < value.length; party++) {
                String id = parties.get(party);
                margins[step][party] =
                        (value[party] - temptation(id, from, way.get(step))) / ground.scale(party);
                double patience = twin.plain.patience(id);
                value[party] = (1 - patience) * flow(id, from) + patience * value[party];
            }
        }
        return margins;
    }

    double smallest(List<int[]> way) {
        double least = endMargin;
        for (double[] step : margins(way)) {
            for (double margin : step) {
                least = Math.min(least, margin);
            }
        }
        return least;
    }

    double atTarget(int party) {
        return atTarget[party];
    }

    double endMargin() {
        return endMargin;
    }

    /// The best of all ways; null if none leads to the package.
    Best best() {
        List<Best> found = new ArrayList<>();
        ways(start(), new ArrayList<>(), found);
        return found.stream()
                .reduce((a, b) ->
                        b.margin() > a.margin() + TIE
                                        || (b.margin() >= a.margin() - TIE
                                                && b.length() < a.length())
                                ? b
                                : a)
                .orElse(new Best(Double.NaN, 0));
    }

    private void ways(int[] position, List<int[]> way, List<Best> found) {
        if (isWhole(position)) {
            found.add(new Best(smallest(way), way.size()));
            return;
        }
        for (int[] next : next(position)) {
            way.add(next);
            ways(next, way, found);
            way.removeLast();
        }
    }

    /// Whether some way of at most so many steps has no margin below a number, found back from the
    /// package: every position keeps what may follow it unless that is worse for everybody than
    /// something else that may. For more positions than [#best()] can do.
    boolean hasWay(double atLeast, int mostSteps) {
        return endMargin >= atLeast
                && !following(start(), mostSteps, atLeast, new HashMap<>()).isEmpty();
    }

    private List<double[]> following(
            int[] position,
            int mostSteps,
            double atLeast,
            Map<List<Integer>, List<double[]>> known) {
        if (isWhole(position)) {
            return List.of(atTarget);
        }
        int most = Math.min(mostSteps, partsLeft(position));
        List<Integer> key =
                IntStream.concat(Arrays.stream(position), IntStream.of(most)).boxed().toList();
        List<double[]> found = known.get(key);
        if (found != null) {
            return found;
        }
        found = new ArrayList<>();
        for (int[] next : most == 0 ? List.<int[]>of() : next(position)) {
            for (double[] after : following(next, most - 1, atLeast, known)) {
                double[] values = new double[after.length];
                boolean pays = true;
                for (int party = 0; party < values.length; party++) {
                    String id = parties.get(party);
                    double margin = after[party] - temptations(id, position, next);
                    pays &= margin / ground.scale(party) >= atLeast;
                    double patience = twin.plain.patience(id);
                    values[party] = (1 - patience) * flow(id, position) + patience * after[party];
                }
                if (pays && found.stream().noneMatch(other -> isNoWorse(other, values))) {
                    found.removeIf(other -> isNoWorse(values, other));
                    found.add(values);
                }
            }
        }
        known.put(key, found);
        return found;
    }

    private int partsLeft(int[] position) {
        int left = 0;
        for (int option = 0; option < position.length; option++) {
            left += whole[option] - position[option];
        }
        return left;
    }

    private double temptations(String party, int[] from, int[] to) {
        return tempting.computeIfAbsent(
                List.of(party, Arrays.toString(from), Arrays.toString(to)),
                _ -> temptation(party, from, to));
    }

    private static boolean isNoWorse(double[] a, double[] b) {
        for (int party = 0; party < a.length; party++) {
            if (a[party] < b[party]) {
                return false;
            }
        }
        return true;
    }
}
