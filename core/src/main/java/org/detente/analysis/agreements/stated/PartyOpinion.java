// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import org.detente.compile.AgreementForm;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageForms;
import org.detente.compile.PackageItem;
import org.detente.compile.StatedForm;
import org.detente.math.LinearPrograms;
import org.detente.math.Polyhedron;
import org.detente.math.Polyhedron.End;
import org.jspecify.annotations.Nullable;

/// What one party's statements say of a list of packages, and what could be asked of it next. For
/// one thread.
///
/// A package is a level index for each item of the agreement. Value functions met on the way are
/// kept as examples of what the statements leave, by [StatedForm.Reading].
public final class PartyOpinion {
    private static final int MOST_EXAMPLES = 6;
    private static final int MOST_TRIED = 200_000;

    private final PartyReading reading;
    private final List<int[]> packages;
    private final BitSet accepted = new BitSet();
    private final BitSet refused = new BitSet();
    private final List<List<double[]>> examples;

    private PartyOpinion(PartyReading reading, AgreementForm form, List<int[]> packages) {
        this.reading = reading;
        this.packages = packages;
        for (int k = 0; k < packages.size(); k++) {
            switch (reading.verdict(form, packages.get(k)).held()) {
                case ALL -> accepted.set(k);
                case NONE -> refused.set(k);
                case SOME -> {}
            }
        }
        this.examples = reading.worth().met().stream().map(Settling::mixed).toList();
    }

    /// Judges packages.
    ///
    /// @param form the agreement, as the case or a view has it
    /// @param party who must agree to it
    /// @param packages level indices by item
    /// @return what the party's statements say of them
    /// @throws org.detente.model.ModelError if the statements contradict one another
    public static PartyOpinion of(AgreementForm form, String party, List<int[]> packages) {
        return new PartyOpinion(
                new PartyReading(form, party), form, packages.stream().map(int[]::clone).toList());
    }

    /// The packages to ask about.
    ///
    /// @param form the agreement
    /// @param bound the most to look at
    /// @return all that the rules and moves allow if there are no more than the bound; otherwise to
    ///   one half those that statements name and what lies near them, or near how things stand, and
    ///   to the other half some spread evenly over all
    public static List<int[]> packages(AgreementForm form, int bound) {
        StatedPackages all = StatedPackages.of(form, List.of(), bound);
        SequencedSet<List<Integer>> found = new LinkedHashSet<>(all.list());
        if (!all.isAll()) {
            found =
                    new LinkedHashSet<>(
                            all.list().subList(0, Math.min(all.list().size(), bound / 2)));
            addSpread(found, form, bound);
        }
        return found.stream().map(StatedPackages::array).toList();
    }

    /// A Kronecker sequence: each item goes through its levels in steps of a square root, the roots
    /// of different primes, so that no two items keep step.
    private static void addSpread(Set<List<Integer>> found, AgreementForm form, int bound) {
        List<PackageItem> items = form.items();
        List<PackageBan> common = form.bans().stream().filter(PackageBan::isCommon).toList();
        double[] steps = new double[items.size()];
        int prime = 2;
        for (int item = 0; item < steps.length; item++) {
            steps[item] = Math.sqrt(prime);
            do {
                prime++;
            } while (!isPrime(prime));
        }
        int[] levels = new int[steps.length];
        for (int k = 1; k <= MOST_TRIED && found.size() < bound; k++) {
            for (int item = 0; item < steps.length; item++) {
                double turn = k * steps[item];
                int count = items.get(item).levels().size();
                levels[item] = (int) ((turn - Math.floor(turn)) * count);
            }
            if (common.stream().noneMatch(ban -> form.breaks(levels, ban))) {
                found.add(StatedPackages.list(levels));
            }
        }
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    /// The packages acceptable under every value function that fits.
    ///
    /// @return indices
    public BitSet accepted() {
        return (BitSet) accepted.clone();
    }

    /// The packages acceptable under none, or that cross a red line.
    ///
    /// @return indices
    public BitSet refused() {
        return (BitSet) refused.clone();
    }

    /// The value functions.
    ///
    /// @return null if the party states nothing of worth
    public @Nullable StatedForm stated() {
        return reading.stated();
    }

    /// Value functions met while the packages were judged, and mixtures of them, by reading.
    ///
    /// @return points of the readings' polyhedra
    public List<List<double[]>> examples() {
        return examples;
    }

    /// A question whose answer settles verdicts.
    ///
    /// @param compared levels or swings to compare, or null
    /// @param levels otherwise a package to compare with no agreement
    /// @param ifFirst how many packages settle if the first is better
    /// @param ifSecond how many settle if the second is
    /// @param ofCount of how many that are open and were looked at
    public record Ask(
            StatedForm.@Nullable Question compared,
            List<Integer> levels,
            int ifFirst,
            int ifSecond,
            int ofCount) {
        /// Copies the list.
        public Ask {
            levels = List.copyOf(levels);
        }
    }

    /// Looks for the question whose answer settles most on average.
    ///
    /// @param open indices of packages that matter and are neither accepted nor refused
    /// @param wanted which questions may be put: levels or swings, else a package
    /// @param most how many questions are followed exactly
    /// @return the question, or null if no answer would settle anything
    public @Nullable Ask ask(
            BitSet open,
            BiPredicate<StatedForm.@Nullable Question, List<Integer>> wanted,
            int most) {
        Settling.Found found = Settling.expected(reading.worth(), spread(open), wanted, most);
        return found == null
                ? null
                : new Ask(
                        found.compared(),
                        found.levels(),
                        found.ifFirst().count(),
                        found.ifSecond().count(),
                        found.openCount());
    }

    /// Open packages from those that few of the examples accept to those that most do, evenly.
    private List<int[]> spread(BitSet open) {
        List<Integer> order = new ArrayList<>(open.stream().boxed().toList());
        order.sort(Comparator.comparingInt(this::liking));
        int count = Math.min(order.size(), Settling.MOST_PACKAGES);
        List<int[]> found = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            found.add(packages.get(order.get((int) ((2L * k + 1) * order.size() / (2L * count)))));
        }
        return found;
    }

    private int liking(int index) {
        StatedForm stated = reading.stated();
        int count = 0;
        if (stated != null) {
            PackageForms forms = stated.at(packages.get(index));
            for (int r = 0; r < examples.size(); r++) {
                double[] gain = forms.netGain(r);
                for (double[] point : examples.get(r)) {
                    count += Polyhedron.dot(gain, point) >= 0 ? 1 : 0;
                }
            }
        }
        return count;
    }

    /// Some packages in the order of their worth, to begin with where nothing bounds what no
    /// agreement is worth.
    ///
    /// @param some indices of packages
    /// @return their indices, by the mean worth under some value functions, the least first
    public List<Integer> byWorth(BitSet some) {
        StatedForm stated = reading.stated();
        if (stated == null || some.isEmpty()) {
            return List.of();
        }
        List<Integer> order = new ArrayList<>(some.stream().boxed().toList());
        List<double[]> points = new ArrayList<>();
        LinearPrograms programs = reading.worth().programs().getFirst();
        for (int k = 0; k < MOST_EXAMPLES; k++) {
            int index = order.get(k * order.size() / MOST_EXAMPLES);
            double[] worth = stated.at(packages.get(index)).worth(0);
            add(points, programs.least(worth));
            add(points, programs.most(worth));
        }
        ToDoubleFunction<Integer> mean =
                index -> {
                    double[] worth = stated.at(packages.get(index)).worth(0);
                    return points.stream().mapToDouble(p -> Polyhedron.dot(worth, p)).sum();
                };
        order.sort(Comparator.comparingDouble(mean));
        return List.copyOf(order);
    }

    private static void add(List<double[]> points, End end) {
        if (end instanceof End.At at) {
            points.add(at.point());
        }
    }

    /// Whether a form is above nothing under every value function.
    ///
    /// @param forms one for each reading
    /// @return true if it is so at each combination of beliefs
    public boolean isAlways(List<double[]> forms) {
        List<LinearPrograms> programs = reading.worth().programs();
        for (int r = 0; r < programs.size(); r++) {
            if (!(programs.get(r).least(forms.get(r)) instanceof End.At at) || at.value() <= 0) {
                return false;
            }
        }
        return true;
    }
}
