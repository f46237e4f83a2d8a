// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One dimension's numbers as whole numbers of a unit, counted from each table's least cell.
///
/// Two values of a dimension are the same if they round to the same multiple of its *quantum*, a
/// power of ten between 1e-10 and 1e-9 of the range (the sum over the tables of largest less least
/// cell), but not below 1e-13 of the size of the numbers themselves. Values are rounded as
/// distances from the least sum, to the nearest multiple, halves up.
///
/// Three readings are tried in turn:
///
/// 1. all cells are decimals of at most twelve places: they are taken exactly, and the unit is the
///    greatest common divisor of the distances;
/// 2. all distances are multiples of one fraction 1/D with D up to [#MAX_DENOMINATOR], to within
///    the rounding of doubles, as thirds are: they are snapped to it;
/// 3. otherwise the unit is a millionth of the quantum, and each cell is off by half a unit at
///    most, so a sum of t tables by t * 1e-15 of the range.
///
/// In the first two the unit is at least the quantum (else the third is used), so that sums that
/// differ also differ rounded, and [#quantum] is 1.
final class Scale {
    static final long MAX_DENOMINATOR = 1_000_000;
    private static final int QUANTUM_DIGITS = 9;
    private static final int DOUBLE_DIGITS = 13;
    private static final int UNIT_DIGITS = 6;
    private static final int MAX_PLACES = 12;
    private static final double EXACT = 0x1p53;

    /// How far from a whole multiple a distance may be, so that snapping is no accident.
    private static final double MAX_SNAP = 1e-4;

    private static final double[] POWERS = powers();

    /// For each table, its cells in units, the least being 0.
    final long[][] cells;

    /// How many units make one quantum: 1, or a million.
    final long quantum;

    /// The largest sum of the tables, in units.
    final long range;

    private final BigDecimal unit;
    private final BigDecimal base;
    private final BigDecimal quantumSize;

    private Scale(
            long[][] cells,
            long quantum,
            BigDecimal unit,
            BigDecimal base,
            BigDecimal quantumSize) {
        this.cells = cells;
        this.quantum = quantum;
        this.range = sumOfLargest(cells);
        this.unit = unit;
        this.base = base;
        this.quantumSize = quantumSize;
    }

    /// Finds the unit of one dimension.
    static Scale of(List<double[]> tables) {
        BigDecimal base = BigDecimal.ZERO;
        BigDecimal range = BigDecimal.ZERO;
        double size = 0;
        for (double[] cells : tables) {
            double least = least(cells);
            double largest = largest(cells);
            base = base.add(BigDecimal.valueOf(least));
            range = range.add(BigDecimal.valueOf(largest).subtract(BigDecimal.valueOf(least)));
            size += Math.max(Math.abs(least), Math.abs(largest));
        }
        int quantumExponent =
                Math.max(
                        range.signum() == 0 ? Integer.MIN_VALUE : exponent(range) - QUANTUM_DIGITS,
                        size == 0
                                ? -QUANTUM_DIGITS
                                : exponent(BigDecimal.valueOf(size)) - DOUBLE_DIGITS);
        BigDecimal quantumSize = BigDecimal.ONE.scaleByPowerOfTen(quantumExponent);
        if (range.signum() == 0) {
            long[][] zeros = zeros(tables);
            return new Scale(zeros, 1, quantumSize, base, quantumSize);
        }
        Scale exact = decimal(tables, base, quantumSize);
        if (exact == null) {
            exact = fraction(tables, base, quantumSize);
        }
        return exact != null ? exact : fine(tables, base, quantumSize);
    }

    /// The least sum whose rounded value is at least that of a floor: 0 if all are, more than
    /// [#range] if none is.
    long atLeast(double floor) {
        if (Double.isNaN(floor)) {
            throw new IllegalArgumentException("a floor that is not a number");
        }
        if (Double.isInfinite(floor)) {
            return floor < 0 ? 0 : range + 1;
        }
        BigDecimal steps =
                BigDecimal.valueOf(floor)
                        .subtract(base)
                        .divide(quantumSize, 0, RoundingMode.HALF_UP);
        BigDecimal sum =
                steps.subtract(new BigDecimal("0.5"))
                        .multiply(quantumSize)
                        .divide(unit, 0, RoundingMode.CEILING);
        if (sum.signum() <= 0) {
            return 0;
        }
        return sum.compareTo(BigDecimal.valueOf(range)) > 0 ? range + 1 : sum.longValueExact();
    }

    /// A sum in quanta, to the nearest.
    static long round(long sum, long quantum) {
        return quantum == 1 ? sum : (sum + quantum / 2) / quantum;
    }

    private static @Nullable Scale decimal(
            List<double[]> tables, BigDecimal base, BigDecimal quantumSize) {
        int places = 0;
        for (double[] cells : tables) {
            for (double cell : cells) {
                int own = places(cell, places);
                if (own < 0) {
                    return null;
                }
                places = own;
            }
        }
        long[][] distances = new long[tables.size()][];
        for (int t = 0; t < distances.length; t++) {
            double[] cells = tables.get(t);
            double least = Math.rint(least(cells) * POWERS[places]);
            distances[t] = new long[cells.length];
            for (int c = 0; c < cells.length; c++) {
                double mantissa = Math.rint(cells[c] * POWERS[places]);
                if (Math.abs(mantissa) >= EXACT || mantissa / POWERS[places] != cells[c]) {
                    return null;
                }
                distances[t][c] = (long) mantissa - (long) least;
            }
        }
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-places);
        return reduced(distances, unit, base, quantumSize);
    }

    /// The first count of decimal places from a given one on that gives a number exactly, or -1.
    private static int places(double value, int from) {
        for (int places = from; places <= MAX_PLACES; places++) {
            double mantissa = Math.rint(value * POWERS[places]);
            if (Math.abs(mantissa) >= EXACT) {
                return -1;
            }
            if (mantissa / POWERS[places] == value) {
                return places;
            }
        }
        return -1;
    }

    private static @Nullable Scale fraction(
            List<double[]> tables, BigDecimal base, BigDecimal quantumSize) {
        long denominator = 1;
        for (double[] cells : tables) {
            double least = least(cells);
            double noise = 4 * Math.ulp(Math.max(Math.abs(least), Math.abs(largest(cells))));
            for (double cell : cells) {
                denominator = denominator(cell - least, noise, denominator);
                if (denominator < 0) {
                    return null;
                }
            }
        }
        long[][] distances = new long[tables.size()][];
        for (int t = 0; t < distances.length; t++) {
            double[] cells = tables.get(t);
            double least = least(cells);
            distances[t] = new long[cells.length];
            for (int c = 0; c < cells.length; c++) {
                double distance = (cells[c] - least) * denominator;
                if (distance >= EXACT) {
                    return null;
                }
                distances[t][c] = (long) Math.rint(distance);
            }
        }
        BigDecimal unit =
                BigDecimal.ONE.divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL128);
        return reduced(distances, unit, base, quantumSize);
    }

    /// The least multiple of a denominator that also fits a number, by continued fractions, or -1.
    private static long denominator(double value, double noise, long denominator) {
        double scaled = value * denominator;
        double rest = scaled - Math.floor(scaled);
        long before = 0;
        long factor = 1;
        while (denominator * factor <= MAX_DENOMINATOR) {
            double multiple = scaled * factor;
            double tolerance = noise * denominator * factor;
            if (tolerance > MAX_SNAP) {
                return -1;
            }
            if (Math.abs(multiple - Math.rint(multiple)) <= tolerance) {
                return denominator * factor;
            }
            if (rest < 1.0 / MAX_DENOMINATOR) {
                return -1;
            }
            double inverse = 1 / rest;
            long next = (long) inverse;
            rest = inverse - next;
            long after = next * factor + before;
            before = factor;
            factor = after;
        }
        return -1;
    }

    /// Divides by the greatest common divisor; null if that is finer than the quantum.
    private static @Nullable Scale reduced(
            long[][] distances, BigDecimal unit, BigDecimal base, BigDecimal quantumSize) {
        long divisor = 0;
        for (long[] cells : distances) {
            for (long cell : cells) {
                divisor = gcd(divisor, cell);
            }
        }
        BigDecimal coarse = unit.multiply(BigDecimal.valueOf(divisor));
        if (divisor == 0 || coarse.compareTo(quantumSize) < 0) {
            return null;
        }
        for (long[] cells : distances) {
            for (int c = 0; c < cells.length; c++) {
                cells[c] /= divisor;
            }
        }
        return new Scale(distances, 1, coarse, base, quantumSize);
    }

    private static Scale fine(List<double[]> tables, BigDecimal base, BigDecimal quantumSize) {
        BigDecimal unit = quantumSize.scaleByPowerOfTen(-UNIT_DIGITS);
        long[][] distances = new long[tables.size()][];
        for (int t = 0; t < distances.length; t++) {
            double[] cells = tables.get(t);
            BigDecimal least = BigDecimal.valueOf(least(cells));
            distances[t] = new long[cells.length];
            for (int c = 0; c < cells.length; c++) {
                distances[t][c] =
                        BigDecimal.valueOf(cells[c])
                                .subtract(least)
                                .divide(unit, 0, RoundingMode.HALF_EVEN)
                                .longValueExact();
            }
        }
        long quantum = BigDecimal.ONE.scaleByPowerOfTen(UNIT_DIGITS).longValueExact();
        return new Scale(distances, quantum, unit, base, quantumSize);
    }

    private static long gcd(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static double least(double[] cells) {
        double least = cells[0];
        for (double cell : cells) {
            least = Math.min(least, cell);
        }
        return least;
    }

    private static double largest(double[] cells) {
        double largest = cells[0];
        for (double cell : cells) {
            largest = Math.max(largest, cell);
        }
        return largest;
    }

    private static long sumOfLargest(long[][] tables) {
        long sum = 0;
        for (long[] cells : tables) {
            long largest = 0;
            for (long cell : cells) {
                largest = Math.max(largest, cell);
            }
            sum += largest;
        }
        return sum;
    }

    private static long[][] zeros(List<double[]> tables) {
        long[][] zeros = new long[tables.size()][];
        for (int t = 0; t < zeros.length; t++) {
            zeros[t] = new long[tables.get(t).length];
        }
        return zeros;
    }

    private static double[] powers() {
        double[] powers = new double[MAX_PLACES + 1];
        powers[0] = 1;
        for (int k = 1; k < powers.length; k++) {
            powers[k] = 10 * powers[k - 1];
        }
        return powers;
    }
}
