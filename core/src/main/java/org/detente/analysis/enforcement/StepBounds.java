// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.Arrays;

/// The steps that orders with at least some smallest margin could consist of.
///
/// Looking back from the package, what each party, and every two together, could at most have from
/// a position on bounds which steps can pay: the hopes. Looking ahead from `now`, what each party
/// must at least have from a position on, because some step before it would not pay otherwise,
/// bounds which steps can follow: the needs. A step is left out once needs exceed hopes where it
/// leads to, and both are worked out again from the steps that are left until little changes. What
/// is left out is no part of any order with that smallest margin; where nothing is left there is no
/// such order.
final class StepBounds {
    private static final int[] NONE = {};

    /// Another look must leave out at least this share of the steps to be worth it, once for every
    /// so many of them.
    private static final double WORTH_A_LOOK = 0.02;

    private static final double PER_STEPS = 200_000;

    private static final long FEW = 50_000;
    private static final int MOST_LOOKS = 60;

    private final StepGame game;
    private final Directions directions;
    private final double atLeast;
    private final int mostLength;
    private final double[][] hopes;
    private final double[][] needs;
    private final int[] fromNow;
    private final int[] toPackage;
    private int[][] steps = {};
    private long stepCount;
    private double widest;

    private StepBounds(StepGame game, Directions directions, double atLeast, int mostLength) {
        this.game = game;
        this.directions = directions;
        this.atLeast = atLeast;
        this.mostLength = mostLength;
        this.hopes = new double[directions.count()][game.size()];
        this.needs = new double[game.partyCount()][game.size()];
        this.fromNow = new int[game.size()];
        this.toPackage = new int[game.size()];
    }

    /// The steps that may be in an order with at least some smallest margin.
    ///
    /// @param game the steps
    /// @param atLeast the smallest margin
    static StepBounds of(StepGame game, double atLeast) {
        Directions directions = new Directions(game.scales(), game.patiences());
        StepBounds bounds = new StepBounds(game, directions, atLeast, Integer.MAX_VALUE);
        bounds.steps = new int[game.size()][];
        Arrays.fill(bounds.steps, NONE);
        if (game.endMargin() >= atLeast - StepGame.TIE) {
            bounds.hopeFreely();
            bounds.lookAhead(true);
            bounds.settle();
        } else {
            bounds.widest = Double.NEGATIVE_INFINITY;
        }
        return bounds;
    }

    /// Those of these steps that may be in an order with a larger smallest margin.
    ///
    /// @param more the smallest margin
    StepBounds narrowed(double more) {
        return narrowed(more, mostLength);
    }

    /// Those of these steps that may be in an order of at most so many steps.
    StepBounds within(int length) {
        return narrowed(atLeast, length);
    }

    private StepBounds narrowed(double more, int length) {
        StepBounds bounds = new StepBounds(game, directions, more, length);
        bounds.steps = steps.clone();
        bounds.stepCount = stepCount;
        for (int d = 0; d < hopes.length; d++) {
            System.arraycopy(hopes[d], 0, bounds.hopes[d], 0, hopes[d].length);
        }
        System.arraycopy(toPackage, 0, bounds.toPackage, 0, toPackage.length);
        if (!isEmpty() && game.endMargin() >= more - StepGame.TIE) {
            bounds.lookAhead(false);
            bounds.settle();
        } else {
            bounds.stepCount = 0;
            bounds.widest = Double.NEGATIVE_INFINITY;
        }
        return bounds;
    }

    /// Whether no order with that smallest margin exists.
    boolean isEmpty() {
        return stepCount == 0;
    }

    long stepCount() {
        return stepCount;
    }

    /// No order has a larger smallest margin than this; minus infinity if there is none at all.
    double widest() {
        return widest;
    }

    /// No order that is left has fewer steps.
    int shortest() {
        return fromNow[game.target()];
    }

    /// The positions that a step may lead to.
    int[] next(int position) {
        return steps[position];
    }

    /// Whether what is worth so much to everybody from a position on can follow any step.
    ///
    /// @param rest an order from the position on
    boolean isEnough(int position, StepGame.Rest rest) {
        if (rest.length() > mostLength - fromNow[position]) {
            return false;
        }
        for (int k = 0; k < needs.length; k++) {
            if (rest.value(k) < needs[k][position] - StepGame.TIE * game.scale(k)) {
                return false;
            }
        }
        return true;
    }

    private void settle() {
        for (int look = 0; look < MOST_LOOKS && stepCount > 0; look++) {
            long before = stepCount;
            lookBack();
            if (stepCount == 0) {
                return;
            }
            lookAhead(false);
            long gone = before - stepCount;
            if (gone == 0 || (before > FEW && gone < before * worthALook(before))) {
                return;
            }
        }
    }

    private static double worthALook(long stepCount) {
        return Math.min(0.5, WORTH_A_LOOK * Math.max(1, stepCount / PER_STEPS));
    }

    /// The hopes if every step forward would pay everybody.
    private void hopeFreely() {
        Ways ways = new Ways(game.lattice());
        double[][] ahead = new double[hopes.length][game.size()];
        for (int position = game.target(); position >= 0; position--) {
            for (int d = 0; d < hopes.length; d++) {
                double most = ways.most(ahead[d], position);
                if (position == game.target()) {
                    hopes[d][position] = directions.sum(d, game.atTarget());
                } else {
                    hopes[d][position] =
                            game.isUsable(position)
                                    ? share(d, position) + most
                                    : Double.NEGATIVE_INFINITY;
                }
                ahead[d][position] = most;
            }
            if (game.isUsable(position)) {
                for (int d = 0; d < hopes.length; d++) {
                    ahead[d][position] =
                            Math.max(ahead[d][position], directions.back(d, hopes, position));
                }
            }
        }
    }

    private double share(int direction, int position) {
        double[] shares = new double[needs.length];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = game.share(k, position);
        }
        return directions.sum(direction, shares);
    }

    /// Works out the needs from `now` on and leaves out the steps after which hopes fall short of
    /// them.
    ///
    /// @param all whether every position ahead is a step, those known so far otherwise
    private void lookAhead(boolean all) {
        for (double[] need : needs) {
            Arrays.fill(need, Double.POSITIVE_INFINITY);
            need[0] = Double.NEGATIVE_INFINITY;
        }
        Arrays.fill(fromNow, Integer.MAX_VALUE);
        fromNow[0] = 0;
        Ways ways = new Ways(game.lattice());
        double[] need = new double[needs.length];
        int[] kept = new int[game.size()];
        stepCount = 0;
        for (int position = 0; position < game.target(); position++) {
            if (fromNow[position] == Integer.MAX_VALUE || !game.isUsable(position)) {
                steps[position] = NONE;
                continue;
            }
            int[] known = steps[position];
            int count = 0;
            if (all) {
                ways.startAt(position);
            }
            for (int k = 0; all ? ways.advance() : k < known.length; k++) {
                int to = all ? ways.position() : known[k];
                if (leadsOn(position, to, need)) {
                    kept[count++] = to;
                    fromNow[to] = Math.min(fromNow[to], fromNow[position] + 1);
                    for (int party = 0; party < need.length; party++) {
                        needs[party][to] = Math.min(needs[party][to], need[party]);
                    }
                }
            }
            steps[position] = !all && count == known.length ? known : Arrays.copyOf(kept, count);
            stepCount += count;
        }
        if (fromNow[game.target()] == Integer.MAX_VALUE) {
            stepCount = 0;
        }
    }

    /// Whether the hopes after a step reach what its two sides need there.
    ///
    /// @param need is set to what each party needs at least from there on
    private boolean leadsOn(int from, int to, double[] need) {
        if (hopes[0][to] == Double.NEGATIVE_INFINITY
                || fromNow[from] + 1 > mostLength - toPackage[to]) {
            return false;
        }
        for (int k = 0; k < need.length; k++) {
            need[k] =
                    Math.max(
                            game.temptation(k, from, to) + atLeast * game.scale(k),
                            game.after(k, from, needs[k][from]));
            if (need[k] / game.scale(k) > hopes[k][to] + StepGame.TIE) {
                return false;
            }
        }
        for (int d = need.length; d < hopes.length; d++) {
            if (directions.sum(d, need) > hopes[d][to] + StepGame.TIE) {
                return false;
            }
        }
        return true;
    }

    /// Works out the hopes from the package back and leaves out the steps that could not pay
    /// somebody even so, or lead nowhere.
    private void lookBack() {
        double[] widths = new double[game.size()];
        Arrays.fill(widths, Double.NEGATIVE_INFINITY);
        widths[game.target()] = game.endMargin();
        double[] most = new double[hopes.length];
        double[] tempting = new double[needs.length];
        int[] kept = new int[game.size()];
        toPackage[game.target()] = 0;
        stepCount = 0;
        for (int position = game.target() - 1; position >= 0; position--) {
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            int count = 0;
            int nearest = Integer.MAX_VALUE;
            int[] known = steps[position];
            for (int to : known) {
                if (widths[to] == Double.NEGATIVE_INFINITY
                        || fromNow[position] + 1 > mostLength - toPackage[to]) {
                    continue;
                }
                double margin = Math.min(widths[to], hoped(position, to, tempting));
                if (margin >= atLeast - StepGame.TIE) {
                    kept[count++] = to;
                    nearest = Math.min(nearest, toPackage[to] + 1);
                    widths[position] = Math.max(widths[position], margin);
                    for (int d = 0; d < most.length; d++) {
                        most[d] = Math.max(most[d], directions.back(d, hopes, to));
                    }
                }
            }
            steps[position] = count == known.length ? known : Arrays.copyOf(kept, count);
            stepCount += count;
            toPackage[position] = nearest;
            for (int d = 0; d < most.length; d++) {
                hopes[d][position] =
                        count == 0 ? Double.NEGATIVE_INFINITY : share(d, position) + most[d];
            }
        }
        widest = widths[0];
        if (widest == Double.NEGATIVE_INFINITY) {
            stepCount = 0;
        }
    }

    /// The margin of a step if everybody could hope for what the bounds allow.
    private double hoped(int from, int to, double[] tempting) {
        for (int k = 0; k < tempting.length; k++) {
            tempting[k] = game.temptation(k, from, to);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d < hopes.length; d++) {
            least = Math.min(least, hopes[d][to] - directions.sum(d, tempting));
        }
        return least;
    }

    /// How many positions lead on to the package by steps that might pay, however hopefully each
    /// side looks at the rest; -1 if `now` is among them.
    ///
    /// @param game the steps
    static int closed(StepGame game) {
        StepBounds free =
                new StepBounds(
                        game,
                        new Directions(game.scales(), game.patiences()),
                        Double.NEGATIVE_INFINITY,
                        Integer.MAX_VALUE);
        free.hopeFreely();
        boolean[] leads = new boolean[game.size()];
        leads[game.target()] = game.endMargin() >= -StepGame.TIE;
        int count = leads[game.target()] ? 1 : 0;
        Ways ways = new Ways(game.lattice());
        for (int position = game.target() - 1; position >= 0; position--) {
            if (game.isUsable(position)) {
                ways.startAt(position);
                while (!leads[position] && ways.advance()) {
                    leads[position] =
                            leads[ways.position()] && free.pays(position, ways.position());
                }
                count += leads[position] ? 1 : 0;
            }
        }
        return leads[0] ? -1 : count;
    }

    private boolean pays(int from, int to) {
        for (int k = 0; k < needs.length; k++) {
            double margin = hopes[k][to] - game.temptation(k, from, to) / game.scale(k);
            if (margin < -StepGame.TIE) {
                return false;
            }
        }
        return true;
    }
}
