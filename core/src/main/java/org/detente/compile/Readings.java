// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.detente.math.HitAndRun;
import org.detente.math.Polyhedron;
import org.jspecify.annotations.Nullable;

/// Readings of a case drawn at random that fit what the parties state.
///
/// Points in ranges are drawn from these, each by its own distribution, as [Draws] does, given that
/// all comparisons hold. What a party values by comparisons alone is drawn uniformly from the
/// polyhedron of its value functions, on the scale where its swings add up to 1. Beliefs are drawn
/// as [Draws] does; a reading in which they and the value functions do not fit a statement that
/// hangs on both, or swings that are not the largest differences, is drawn again.
///
/// A share of readings is a share of what fits, never a likelihood.
public final class Readings {
    private static final int CHAINS = 4;
    private static final int CHAIN_LENGTH = 250;
    private static final int THINNING = 4;
    private static final int BURN_IN = 100;

    /// How often one reading is drawn before it is given up.
    private static final int MOST_TRIES = 50;

    /// Keeps the generators of value functions apart from those of beliefs.
    private static final long SALT = 0x9E3779B97F4A7C15L;

    private final AgreementForm form;
    private final List<Factor> factors;
    private final List<StatedParty> pointed = new ArrayList<>();
    private final List<StatedParty> valued = new ArrayList<>();
    private final List<ReadingSpace> spaces = new ArrayList<>();
    private final List<PointSpace.Of> points;
    private final List<Reading> found = new ArrayList<>();
    private final int wanted;
    private final Reading centre;

    private record Reading(Map<String, Double> given, Map<String, List<Double>> worths) {}

    /// What was drawn from one polyhedron, and whether it was enough.
    ///
    /// @param parties whose value functions it holds
    /// @param dimension in how many dimensions it extends
    /// @param count how many points were drawn
    /// @param effectiveSize how many independent ones tell as much, at the coordinate where least
    /// @param splitRHat by how much chains differ, at the coordinate where most
    /// @param bounded whether the worth of no agreement, or how much points weigh, had no end and
    ///   was bounded by what swings add up to
    public record Drawn(
            List<String> parties,
            int dimension,
            int count,
            double effectiveSize,
            double splitRHat,
            boolean bounded) {
        /// Copies the list.
        public Drawn {
            parties = List.copyOf(parties);
        }
    }

    private Readings(
            AgreementForm form,
            List<String> others,
            List<Factor> factors,
            long seed,
            int count,
            int threads) {
        this.form = form;
        this.factors = factors;
        this.wanted = count;
        Set<String> parties = new java.util.LinkedHashSet<>(form.signatories());
        parties.addAll(form.ratifiers());
        for (String id : parties) {
            StatedParty party = new StatedParty(form, id);
            // Points without a worth of no agreement to set against leave that to be drawn.
            boolean isOpen =
                    form.signatories().contains(id)
                            && !party.parts().isEmpty()
                            && !party.hasFallback();
            if (party.compares() || isOpen) {
                (party.isPointed() ? pointed : valued).add(party);
            }
        }
        List<StatedParty> beside =
                others.stream()
                        .filter(id -> !parties.contains(id))
                        .map(id -> new StatedParty(form, id))
                        .filter(StatedParty::comparesPoints)
                        .toList();
        this.points = PointSpace.of(pointed, beside);
        for (PointSpace.Of own : points) {
            spaces.add(
                    ReadingSpace.of(
                            own.parties().stream().map(StatedParty::party).toList(),
                            false,
                            own.space().polyhedron(),
                            plan(seed, -points.indexOf(own), threads),
                            own.space().density()));
        }
        beside.stream()
                .filter(p ->
                        points.isEmpty() || points.stream().anyMatch(o -> o.parties().contains(p)))
                .forEach(pointed::add);
        for (StatedParty party : valued) {
            Polyhedron all = party.system(StatedSystem.Scale.SWINGS).withoutFloor();
            if (!all.isEmpty()) {
                Polyhedron bounded = ReadingSpace.bounded(all);
                SwingOrder swings = SwingOrder.of(party.openSwings());
                spaces.add(
                        ReadingSpace.of(
                                List.of(party.party()),
                                !bounded.equals(all),
                                bounded,
                                plan(seed, 1 + valued.indexOf(party), threads),
                                swings.isEmpty() ? null : swings));
            }
        }
        for (int index = 0; index < count; index++) {
            Reading reading = drawn(seed, index);
            if (reading != null) {
                found.add(reading);
            }
        }
        this.centre = mean();
    }

    /// Draws readings.
    ///
    /// @param form the agreement
    /// @param factors the uncertain numbers that readings rest on
    /// @param seed the seed of all readings
    /// @param count how many are wanted
    /// @param threads how many threads work; never changes what is drawn
    /// @return the readings
    public static Readings of(
            AgreementForm form, List<Factor> factors, long seed, int count, int threads) {
        return of(form, List.of(), factors, seed, count, threads);
    }

    /// Draws readings that fit what further parties state too.
    ///
    /// @param form the agreement
    /// @param others parties beside signatories and ratifiers; where one compares only what it
    ///   gives points to, its points are drawn such that its comparisons hold
    /// @param factors the uncertain numbers that readings rest on; further ones at the end change
    ///   nothing about the first
    /// @param seed the seed of all readings
    /// @param count how many are wanted
    /// @param threads how many threads work; never changes what is drawn
    /// @return the readings
    public static Readings of(
            AgreementForm form,
            List<String> others,
            List<Factor> factors,
            long seed,
            int count,
            int threads) {
        return new Readings(form, others, List.copyOf(factors), seed, count, threads);
    }

    private static HitAndRun.Plan plan(long seed, int space, int threads) {
        return new HitAndRun.Plan(
                seed * 31 + space + SALT, CHAINS, CHAIN_LENGTH, THINNING, BURN_IN, threads);
    }

    /// One reading, drawn again until it fits; null if none did.
    private @Nullable Reading drawn(long seed, int index) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            int number = index + wanted * attempt;
            Map<String, Double> given = new LinkedHashMap<>(Draws.of(factors, seed, number));
            List<double[]> drawn = new ArrayList<>();
            boolean holds = true;
            for (ReadingSpace space : spaces) {
                double[] point = space.sample().point(number % space.sample().size());
                holds &= space.holds(point);
                drawn.add(point);
            }
            Reading reading = holds ? reading(given, drawn) : null;
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    /// Beliefs and value functions put together; null if they do not fit.
    private @Nullable Reading reading(Map<String, Double> given, List<double[]> drawn) {
        int space = 0;
        for (PointSpace.Of own : points) {
            given.putAll(own.space().at(drawn.get(space++)));
        }
        Map<String, List<Double>> byParty = new LinkedHashMap<>();
        boolean fits = true;
        for (StatedParty party : pointed) {
            fits &= !party.hangsOnBeliefs() || party.fitsAt(PointSpace.worths(party, given), given);
        }
        for (StatedParty party : valued) {
            boolean isDrawn = isDrawn(space, party);
            double[] worths =
                    isDrawn ? drawn.get(space++) : new double[party.parts().unknownCount()];
            if (isDrawn) {
                party.setFallback(worths, given);
                fits &= !party.hangsOnBeliefs() || party.fitsAt(worths, given);
            }
            byParty.put(party.party(), java.util.Arrays.stream(worths).boxed().toList());
        }
        return fits ? new Reading(given, byParty) : null;
    }

    /// The mean of the value functions drawn that fit beliefs at their centres.
    private Reading mean() {
        SequencedMap<String, Double> given = new LinkedHashMap<>();
        Map<String, List<Double>> worths = new LinkedHashMap<>();
        int space = 0;
        for (PointSpace.Of own : points) {
            given.putAll(
                    own.space().at(spaces.get(space++).centre(own.parties(), own.space()::at)));
        }
        for (StatedParty party : valued) {
            if (isDrawn(space, party)) {
                double[] mean = spaces.get(space++).centre(List.of(party), null);
                party.setFallback(mean, given);
                worths.put(party.party(), java.util.Arrays.stream(mean).boxed().toList());
            } else {
                worths.put(
                        party.party(),
                        java.util.Collections.nCopies(party.parts().unknownCount(), 0.0));
            }
        }
        return new Reading(given, worths);
    }

    private boolean isDrawn(int space, StatedParty party) {
        return space < spaces.size() && spaces.get(space).parties().contains(party.party());
    }

    /// Whether anybody states more than points, so that readings have something to fit.
    ///
    /// @return false if all numbers are drawn as [Draws] does
    public boolean isBound() {
        return !pointed.isEmpty() || !valued.isEmpty();
    }

    /// Whether a party's numbers are drawn such that all that it compares holds.
    ///
    /// @param party its id
    /// @return false if it compares nothing, or what it compares is not looked at
    public boolean fits(String party) {
        return isDrawnWhole(party) || pointed.stream().anyMatch(p -> p.party().equals(party));
    }

    /// Whether all that a party values is drawn, on a scale of its own where its swings add up to
    /// 1, because it values something by comparisons alone.
    ///
    /// @param party its id
    /// @return false if it goes by its points
    public boolean isDrawnWhole(String party) {
        return valued.stream().anyMatch(p -> p.party().equals(party));
    }

    /// How many were wanted.
    ///
    /// @return the count asked for
    public int wanted() {
        return wanted;
    }

    /// How many were found. Fewer than wanted where beliefs and value functions seldom fit.
    ///
    /// @return at most [#wanted]
    public int size() {
        return found.size();
    }

    /// The numbers of a reading.
    ///
    /// @param index which, from 0
    /// @return a number for the path of each factor
    public Map<String, Double> given(int index) {
        return found.get(index).given();
    }

    /// The agreement in a reading.
    ///
    /// @param index which, from 0
    /// @return the form, points of what is valued by comparisons alone on a scale where the party's
    ///   swings add up to 1
    public AgreementForm form(int index) {
        return form(found.get(index));
    }

    /// The agreement at the centre: the mean of what was drawn of the value functions, an estimate
    /// of their polyhedron's centre of gravity, and every other number at its own centre.
    ///
    /// @return the form
    public AgreementForm centre() {
        return form(centre);
    }

    private AgreementForm form(Reading reading) {
        if (valued.isEmpty()) {
            return form.with(reading.given());
        }
        StatedPoints written = new StatedPoints(form.model().source());
        for (StatedParty party : valued) {
            List<Double> worths = reading.worths().get(party.party());
            if (worths != null) {
                written.put(party, worths.stream().mapToDouble(w -> w).toArray());
            }
        }
        AgreementForm moved = form.with(reading.given());
        pointed.stream()
                .filter(StatedParty::hasFallback)
                .map(StatedParty::party)
                .forEach(party -> written.putFallback(party, moved.fallback(party)));
        return form.stating(written.written(), reading.given());
    }

    /// What was drawn, polyhedron by polyhedron.
    ///
    /// @return that of all parties with points first
    public List<Drawn> drawn() {
        return spaces.stream()
                .map(space ->
                        new Drawn(
                                space.parties(),
                                space.sample().dimension(),
                                space.sample().size(),
                                space.sample().leastEffectiveSize(),
                                space.sample().mostSplitRHat(),
                                space.bounded()))
                .toList();
    }
}
