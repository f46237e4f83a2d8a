// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.detente.compile.AgreementForm;
import org.detente.math.Frontier;
import org.detente.math.FrontierLimits;
import org.detente.math.PackageSpace;
import org.detente.math.ParetoSearch;

/// A bargaining problem, solved: the packages that no other package beats for everybody, and those
/// among them that everybody who must agree prefers to no agreement.
///
/// The frontier is taken over the signatories' points and those of ratifiers who must gain, without
/// regard to what no agreement is worth, so that the same frontier answers for every belief about
/// that: a package that is acceptable and beaten is beaten by one that is acceptable. Only where it
/// grows too large is it cut to what is acceptable first. Immutable.
final class Bargain {
    /// Points are told apart down to this share of a party's range of points, so that rounding in
    /// sums makes neither packages acceptable nor solutions differ.
    static final double POINT_TOLERANCE = 1e-9;

    /// Where a range is tiny or nothing, sums of doubles still differ by this share of their size.
    private static final double ROUNDING = 1e-12;

    /// The most packages that are told as worth the same as another.
    static final int MOST_TIES = 16;

    private final AgreementForm form;
    private final List<String> parties;
    private final PackageSpace space;
    private final Frontier frontier;
    private final boolean beforeFloors;
    private final double[] fallback;
    private final double[] floor;
    private final double[] scale;
    private final double[] tolerance;
    private final int[] zone;
    private final Map<Integer, int[]> shown = new ConcurrentHashMap<>();
    private final Map<Integer, List<int[]>> tied = new ConcurrentHashMap<>();

    private Bargain(
            AgreementForm form,
            List<String> parties,
            PackageSpace space,
            Frontier frontier,
            boolean beforeFloors) {
        this.form = form;
        this.parties = parties;
        this.space = space;
        this.frontier = frontier;
        this.beforeFloors = beforeFloors;
        this.fallback = parties.stream().mapToDouble(form::fallback).toArray();
        this.floor = parties.stream().mapToDouble(form::floor).toArray();
        this.scale = new double[parties.size()];
        this.tolerance = new double[parties.size()];
        measure();
        this.zone = zoneFrontier();
    }

    /// Solves a problem.
    ///
    /// @param form the problem
    /// @param limits how large the frontier may get
    static Bargain solve(AgreementForm form, FrontierLimits limits) {
        List<String> parties = new ArrayList<>(form.signatories());
        parties.addAll(form.gainingRatifiers());
        PackageSpace space = form.space(parties, _ -> true);
        double[] none = new double[parties.size()];
        Arrays.fill(none, Double.NEGATIVE_INFINITY);
        Frontier wide = ParetoSearch.frontier(space, parties.size(), none, limits);
        if (wide.epsilon() == 0) {
            return new Bargain(form, parties, space, wide, true);
        }
        double[] floors = parties.stream().mapToDouble(form::floor).toArray();
        Frontier cut = ParetoSearch.frontier(space, form.signatories().size(), floors, limits);
        return new Bargain(form, parties, space, cut, false);
    }

    /// The same packages under other beliefs about no agreement.
    ///
    /// @param other the problem, whose packages are worth the same
    /// @param limits how large the frontier may get, where it has to be found again
    Bargain withBeliefs(AgreementForm other, FrontierLimits limits) {
        return beforeFloors
                ? new Bargain(other, parties, space, frontier, true)
                : solve(other, limits);
    }

    private void measure() {
        for (int party = 0; party < scale.length; party++) {
            double least = floor[party];
            double most = floor[party];
            for (int point = 0; point < frontier.size(); point++) {
                least = Math.min(least, frontier.value(point, party));
                most = Math.max(most, frontier.value(point, party));
            }
            double size = Math.max(Math.abs(least), Math.abs(most));
            scale[party] = most - least;
            tolerance[party] = Math.max(POINT_TOLERANCE * scale[party], ROUNDING * size);
        }
    }

    private int[] zoneFrontier() {
        int[] acceptable = new int[frontier.size()];
        int count = 0;
        for (int point = 0; point < frontier.size(); point++) {
            if (acceptable(point)) {
                acceptable[count++] = point;
            }
        }
        int[] found = Arrays.copyOf(acceptable, count);
        return ratifierCount() == 0 ? found : undominatedForSignatories(found);
    }

    private boolean acceptable(int point) {
        for (int party = 0; party < floor.length; party++) {
            if (shortfall(point, party) > 0) {
                return false;
            }
        }
        return true;
    }

    /// Ratifiers have no say in what is efficient, so that what is efficient only through them
    /// goes.
    private int[] undominatedForSignatories(int[] points) {
        int[] kept = new int[points.length];
        int count = 0;
        for (int point : points) {
            boolean beaten = false;
            for (int k = 0; k < points.length && !beaten; k++) {
                beaten = beats(points[k], point);
            }
            if (!beaten) {
                kept[count++] = point;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /// Whether one point is at least as good for every signatory and better for one, or as good for
    /// all and listed earlier.
    private boolean beats(int other, int point) {
        boolean better = false;
        for (int party = 0; party < signatoryCount(); party++) {
            double ahead = frontier.value(other, party) - frontier.value(point, party);
            if (ahead < -tolerance(party)) {
                return false;
            }
            better |= ahead > tolerance(party);
        }
        return better || other < point;
    }

    AgreementForm form() {
        return form;
    }

    PackageSpace space() {
        return space;
    }

    /// The signatories, then the ratifiers who must gain.
    List<String> parties() {
        return parties;
    }

    int signatoryCount() {
        return form.signatories().size();
    }

    private int ratifierCount() {
        return parties.size() - signatoryCount();
    }

    /// The frontier whose points the other functions speak of.
    Frontier frontier() {
        return frontier;
    }

    /// Whether the frontier holds packages that are not acceptable too.
    boolean isBeforeFloors() {
        return beforeFloors;
    }

    /// The efficient acceptable packages, as points of the frontier.
    int[] zone() {
        return zone.clone();
    }

    boolean isOpen() {
        return zone.length > 0;
    }

    double fallback(int party) {
        return fallback[party];
    }

    double floor(int party) {
        return floor[party];
    }

    /// The range of a party's points over the frontier and its floor.
    double scale(int party) {
        return scale[party];
    }

    /// What tells two numbers of a party's points apart.
    double tolerance(int party) {
        return tolerance[party];
    }

    double value(int point, int party) {
        return frontier.value(point, party);
    }

    /// What a party gains over no agreement.
    double gain(int point, int party) {
        double gain = frontier.value(point, party) - fallback[party];
        return Math.abs(gain) <= tolerance(party) ? 0 : gain;
    }

    /// By how much a party falls short of the least that it must get; 0 if it does not.
    double shortfall(int point, int party) {
        double missing = floor[party] - frontier.value(point, party);
        return missing <= tolerance(party) ? 0 : missing;
    }

    /// The package that comes closest to being acceptable: whose worst shortfall, as a share of the
    /// party's range of points, is smallest.
    ///
    /// @return a point of the frontier, or -1 if that is empty
    int nearest() {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int point = 0; point < frontier.size(); point++) {
            double worst = 0;
            for (int party = 0; party < floor.length; party++) {
                double share = scale[party] == 0 ? 0 : shortfall(point, party) / scale[party];
                worst = Math.max(worst, share);
            }
            if (worst < least) {
                least = worst;
                best = point;
            }
        }
        return best;
    }

    /// Whether a package is allowed and acceptable here.
    boolean accepts(int[] levels) {
        if (!space.allows(levels)) {
            return false;
        }
        for (int party = 0; party < floor.length; party++) {
            if (space.value(party, levels) < floor[party] - tolerance(party)) {
                return false;
            }
        }
        return true;
    }

    /// The package of a point, without what changes nobody's worth: of those worth the same one
    /// from which no single item can be taken back to where it is now.
    ///
    /// @param point a point of the frontier
    /// @return a level index for each item
    int[] levels(int point) {
        return shown.computeIfAbsent(point, this::takenBack).clone();
    }

    private int[] takenBack(int point) {
        int[] levels = frontier.levels(point);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int item = 0; item < levels.length; item++) {
                int now = form.items().get(item).nowIndex();
                if (now != levels[item] && changesNothing(levels, item, now)) {
                    levels = Levels.with(levels, item, now);
                    changed = true;
                }
            }
        }
        return levels;
    }

    private boolean changesNothing(int[] levels, int item, int level) {
        for (int party = 0; party < tolerance.length; party++) {
            if (Math.abs(space.change(party, levels, item, level)) > tolerance(party)) {
                return false;
            }
        }
        return space.allows(Levels.with(levels, item, level));
    }

    /// Other packages worth the same to all parties as a point's, at most [#MOST_TIES].
    ///
    /// @param point a point of the frontier
    List<int[]> ties(int point) {
        return tied.computeIfAbsent(point, this::foundTies);
    }

    private List<int[]> foundTies(int point) {
        int[] shown = levels(point);
        List<int[]> others = new ArrayList<>();
        if (!Arrays.equals(shown, frontier.levels(point))) {
            others.add(frontier.levels(point));
        }
        for (int[] levels : frontier.ties(point, MOST_TIES)) {
            if (others.size() < MOST_TIES && !Arrays.equals(levels, shown)) {
                others.add(levels);
            }
        }
        return List.copyOf(others);
    }

    /// How far a package is from being efficient.
    ///
    /// @param isBeaten whether some acceptable package is better for a signatory and worse for none
    /// @param share what every signatory could gain at once by such a package, as a share of its
    ///   range of points; 0 if one of them would gain nothing
    /// @param point the package that gives the one who gains least most, as a point of the
    ///   frontier, or -1
    record Headroom(boolean isBeaten, double share, int point) {}

    /// Looks for acceptable packages that are better for some signatory and worse for none.
    ///
    /// @param levels any package
    Headroom headroom(int[] levels) {
        double best = 0;
        int found = -1;
        double[] own = new double[signatoryCount()];
        for (int party = 0; party < own.length; party++) {
            own[party] = space.value(party, levels);
        }
        for (int point : zone) {
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            for (int party = 0; party < own.length; party++) {
                double ahead = frontier.value(point, party) - own[party];
                double share = Math.abs(ahead) <= tolerance(party) ? 0 : ahead / scale[party];
                least = Math.min(least, share);
                most = Math.max(most, share);
            }
            if (least >= 0 && most > 0 && (found < 0 || least > best)) {
                best = least;
                found = point;
            }
        }
        return new Headroom(found >= 0, best, found);
    }
}
