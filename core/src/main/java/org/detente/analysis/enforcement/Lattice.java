// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.detente.compile.StateSpace;
import org.detente.compile.Worths;
import org.jspecify.annotations.Nullable;

/// The positions between `now` and a package: how far each option that the package changes has
/// come.
///
/// An option moves from its level at `now` toward its level in the package only, in as many parts a
/// level as it has tranches. Until a level is complete the state is that of the level before it,
/// and what is stated for each of the option's levels counts in proportion. Positions are numbered,
/// the first owner's first option least significant; a number never falls along a way to the
/// package.
final class Lattice {
    private final StateSpace space;
    private final int now;
    private final List<Track> tracks;
    private final int[] strides;
    private final int size;
    private final boolean whole;
    private final int[] states;

    /// One option's way.
    ///
    /// @param option the option's index
    /// @param from its level at `now`
    /// @param to its level in the package
    /// @param parts into how many parts each level is divided
    /// @param places the positions that are looked at, ascending, in parts: the first is 0, the
    ///   last is the whole way
    @SuppressWarnings("ArrayRecordComponent") // shared, never changed and never compared
    record Track(int option, int from, int to, int parts, int[] places) {
        /// Parts of the whole way.
        int length() {
            return Math.abs(to - from) * parts;
        }

        /// The level that is complete at a place.
        int level(int place) {
            int done = place / parts;
            return to > from ? from + done : from - done;
        }

        /// The level that is being carried out, or the complete one if none is.
        int next(int place) {
            int level = level(place);
            return place % parts == 0 ? level : to > from ? level + 1 : level - 1;
        }

        /// How much of the next level has been carried out, 0 or more, below 1.
        double fraction(int place) {
            return (double) (place % parts) / parts;
        }
    }

    private Lattice(StateSpace space, int now, List<Track> tracks, boolean whole) {
        this.space = space;
        this.now = now;
        this.tracks = tracks;
        this.whole = whole;
        this.strides = new int[tracks.size()];
        int product = 1;
        for (int k = 0; k < strides.length; k++) {
            strides[k] = product;
            product *= tracks.get(k).places().length;
        }
        this.size = product;
        this.states = new int[size];
        for (int position = 0; position < size; position++) {
            states[position] = complete(position);
        }
    }

    /// The positions on the way to a package.
    ///
    /// @param space the states
    /// @param now the status quo
    /// @param target the state in which the package stands
    /// @param tranches by option, into how many parts a level is divided
    /// @param most the most positions that are looked at; where there are more, some options are
    ///   carried out in fewer parts, those with most parts first
    /// @return the positions, or null if there are too many even with every option carried out at
    ///   once
    static @Nullable Lattice between(
            StateSpace space, int now, int target, int[] tranches, int most) {
        List<Track> tracks = new ArrayList<>();
        for (int option = 0; option < space.optionCount(); option++) {
            int from = space.level(now, option);
            int to = space.level(target, option);
            if (from != to) {
                int length = Math.abs(to - from) * tranches[option];
                int[] places = new int[length + 1];
                Arrays.setAll(places, k -> k);
                tracks.add(new Track(option, from, to, tranches[option], places));
            }
        }
        tracks.sort((a, b) -> {
            int owner = Integer.compare(space.moverOf(a.option()), space.moverOf(b.option()));
            return owner != 0 ? owner : Integer.compare(a.option(), b.option());
        });
        return fitting(space, now, tracks, most, true);
    }

    private static @Nullable Lattice fitting(
            StateSpace space, int now, List<Track> all, int most, boolean isWhole) {
        List<Track> tracks = new ArrayList<>(all);
        boolean whole = isWhole;
        while (product(tracks) > most) {
            int widest = 0;
            for (int k = 1; k < tracks.size(); k++) {
                if (tracks.get(k).places().length > tracks.get(widest).places().length) {
                    widest = k;
                }
            }
            Track track = tracks.get(widest);
            if (track.places().length <= 2) {
                return null;
            }
            tracks.set(widest, coarser(track));
            whole = false;
        }
        return new Lattice(space, now, List.copyOf(tracks), whole);
    }

    /// Some of these positions, the ends among them.
    ///
    /// @param most the most positions
    /// @return the positions, or null if these cannot be made fewer
    @Nullable Lattice coarser(int most) {
        return fitting(space, now, tracks, most, false);
    }

    /// The number that a position of a coarser lattice has here.
    ///
    /// @param coarser some of these positions
    /// @param position its number there
    int samePosition(Lattice coarser, int position) {
        int same = 0;
        for (int k = 0; k < strides.length; k++) {
            int[] places = tracks.get(k).places();
            same += Arrays.binarySearch(places, coarser.place(position, k)) * strides[k];
        }
        return same;
    }

    /// Whether all positions on the way to a package can be looked at.
    ///
    /// @param space the states
    /// @param now the status quo
    /// @param target the state in which the package stands
    /// @param tranches by option, into how many parts a level is divided
    /// @param most the most positions that are looked at
    static boolean isWhole(StateSpace space, int now, int target, int[] tranches, int most) {
        double positions = 1;
        for (int option = 0; option < space.optionCount(); option++) {
            int levels = Math.abs(space.level(target, option) - space.level(now, option));
            positions *= (double) levels * tranches[option] + 1;
        }
        return positions <= most;
    }

    /// Whether there are too many positions even with every option carried out at once.
    ///
    /// @param space the states
    /// @param now the status quo
    /// @param target the state in which the package stands
    /// @param most the most positions that are looked at
    static boolean isTooLarge(StateSpace space, int now, int target, int most) {
        double fewest = 1;
        for (int option = 0; option < space.optionCount(); option++) {
            fewest *= space.level(now, option) == space.level(target, option) ? 1 : 2;
        }
        return fewest > most;
    }

    private static double product(List<Track> tracks) {
        double product = 1;
        for (Track track : tracks) {
            product *= track.places().length;
        }
        return product;
    }

    /// Every second place, complete levels first to stay.
    private static Track coarser(Track track) {
        int[] places = track.places();
        int[] complete =
                Arrays.stream(places).filter(place -> place % track.parts() == 0).toArray();
        int[] kept =
                complete.length < places.length
                        ? complete
                        : IntStream.range(0, places.length)
                                .filter(k -> k % 2 == 0 || k == places.length - 1)
                                .map(k -> places[k])
                                .toArray();
        return new Track(track.option(), track.from(), track.to(), track.parts(), kept);
    }

    /// Whether every position is looked at.
    boolean isWhole() {
        return whole;
    }

    int size() {
        return size;
    }

    /// The ways of the options, owners' options together.
    List<Track> tracks() {
        return tracks;
    }

    /// Where an option has come to.
    ///
    /// @param position a position's number
    /// @param track the index of the option's way
    /// @return a place in parts
    int place(int position, int track) {
        int[] places = tracks.get(track).places();
        return places[index(position, track)];
    }

    /// The index of an option's place among those looked at.
    int index(int position, int track) {
        return position / strides[track] % tracks.get(track).places().length;
    }

    /// The state of a position: the complete levels of all options.
    int state(int position) {
        return states[position];
    }

    private int complete(int position) {
        int state = now;
        for (int k = 0; k < tracks.size(); k++) {
            Track track = tracks.get(k);
            state = space.with(state, track.option(), track.level(place(position, k)));
        }
        return state;
    }

    /// The part of a position's number that belongs to one owner's options.
    int own(int position, int mover) {
        int part = 0;
        for (int k = 0; k < tracks.size(); k++) {
            if (space.moverOf(tracks.get(k).option()) == mover) {
                part += index(position, k) * strides[k];
            }
        }
        return part;
    }

    /// The index of an option's way, or -1 if the package does not change it.
    int trackOf(int option) {
        for (int k = 0; k < tracks.size(); k++) {
            if (tracks.get(k).option() == option) {
                return k;
            }
        }
        return -1;
    }

    /// What the level of an option that is being carried out adds to a party's points, in
    /// proportion.
    ///
    /// @param worths what states are worth
    /// @param party the party's index there
    /// @param position a position's number
    /// @param track the index of the option's way
    double underWay(Worths worths, int party, int position, int track) {
        Track own = tracks.get(track);
        int place = place(position, track);
        double fraction = own.fraction(place);
        return fraction == 0
                ? 0
                : fraction
                        * (worths.ofLevel(party, own.option(), own.next(place))
                                - worths.ofLevel(party, own.option(), own.level(place)));
    }

    int stride(int track) {
        return strides[track];
    }
}
