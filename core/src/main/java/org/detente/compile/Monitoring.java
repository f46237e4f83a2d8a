// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.detente.model.Figure;
import org.detente.model.Time;
import org.jspecify.annotations.Nullable;

/// How patient parties are, and how surely and how soon a breach of each option is seen. Immutable.
public final class Monitoring {
    private final StateSpace space;
    private final Map<String, Double> patience = new HashMap<>();
    private final @Nullable Watch[] watches;

    /// How one option is watched.
    ///
    /// @param by the option whose level decides, or -1
    /// @param chances by that option's level; one where there is none
    /// @param delay how many steps pass before a breach can be seen
    /// @param falseAlarm the chance that compliance looks like a breach within a step
    @SuppressWarnings("ArrayRecordComponent") // shared, never changed and never compared
    private record Watch(int by, double[] chances, int delay, double falseAlarm) {}

    private Monitoring(StateSpace space) {
        this.space = space;
        this.watches = new Watch[space.optionCount()];
    }

    /// The case's `time` with the numbers of a form.
    ///
    /// @param form the agreement, whose view and numbers are used
    /// @return what is said of time; nothing where the case says nothing
    public static Monitoring of(AgreementForm form) {
        Monitoring monitoring = new Monitoring(form.model().space());
        Time time = form.model().source().time();
        if (time != null) {
            time.patience()
                    .forEach((party, figure) ->
                            monitoring.patience.put(
                                    party,
                                    form.quantities()
                                            .value(figure.quantity(), patiencePath(party))));
            time.detection().forEach(d -> monitoring.watch(d, form.quantities()));
        }
        return monitoring;
    }

    private void watch(Time.Detection detection, Quantities quantities) {
        int option = space.indexOf(detection.option());
        int by = detection.by() == null ? -1 : space.indexOf(detection.by());
        double[] chances = new double[by < 0 ? 1 : space.radix(by)];
        for (Map.Entry<String, Figure> chance : detection.chances().entrySet()) {
            int level = by < 0 ? 0 : space.levelIndex(by, chance.getKey());
            chances[level] =
                    quantities.value(
                            chance.getValue().quantity(), chancePath(detection, chance.getKey()));
        }
        Figure alarms = detection.falseAlarms();
        watches[option] =
                new Watch(
                        by,
                        chances,
                        detection.delaySteps(),
                        alarms == null
                                ? 0
                                : quantities.value(alarms.quantity(), alarmPath(detection)));
    }

    static String patiencePath(String party) {
        return "time.patience." + party;
    }

    private static String chancePath(Time.Detection detection, String level) {
        String root = "time.detection." + detection.option();
        return level.isEmpty() ? root : root + "." + level;
    }

    private static String alarmPath(Time.Detection detection) {
        return "time.detection.%s.false alarms".formatted(detection.option());
    }

    /// The uncertain numbers in `time` that a standing agreement rests on, for some parties.
    ///
    /// @param form the agreement
    /// @return patience of signatories, chances of being seen, false alarms
    public static List<Factor> factors(AgreementForm form) {
        Factors factors = new Factors(form.model().source());
        Time time = form.model().source().time();
        if (time != null) {
            for (String party : form.signatories()) {
                Figure figure = time.patience().get(party);
                if (figure != null) {
                    factors.add(figure, patiencePath(party));
                }
            }
            for (Time.Detection detection : time.detection()) {
                SequencedMap<String, Figure> chances = detection.chances();
                chances.forEach((level, f) -> factors.add(f, chancePath(detection, level)));
                Figure alarms = detection.falseAlarms();
                if (alarms != null) {
                    factors.add(alarms, alarmPath(detection));
                }
            }
        }
        return factors.gathered();
    }

    /// A party's discount factor a step.
    ///
    /// @param party its id
    /// @return a number in (0,1), or NaN if the case states none
    public double patience(String party) {
        return patience.getOrDefault(party, Double.NaN);
    }

    /// Whether the case says how a breach of an option is seen.
    ///
    /// @param option its index
    /// @return false if it is seen for certain
    public boolean isWatched(int option) {
        return watches[option] != null;
    }

    /// The chance that a breach of an option is seen within a step.
    ///
    /// @param option its index
    /// @param state the state in which the agreement stands
    /// @return 0..1; 1 where the case says nothing
    public double chance(int option, int state) {
        Watch watch = watches[option];
        if (watch == null) {
            return 1;
        }
        return watch.chances[watch.by < 0 ? 0 : space.level(state, watch.by)];
    }

    /// The option whose level decides how surely a breach is seen.
    ///
    /// @param option the index of the option that might be breached
    /// @return an option's index, or -1
    public int decidedBy(int option) {
        Watch watch = watches[option];
        return watch == null ? -1 : watch.by;
    }

    /// How many steps pass before a breach of an option can be seen.
    ///
    /// @param option its index
    /// @return at least 0
    public int delay(int option) {
        Watch watch = watches[option];
        return watch == null ? 0 : watch.delay;
    }

    /// The chance that compliance of some options looks like a breach within a step.
    ///
    /// @param options indices of options
    /// @return 1 less the product of what each leaves
    public double falseAlarm(List<Integer> options) {
        double none = 1;
        for (int option : options) {
            Watch watch = watches[option];
            none *= watch == null ? 1 : 1 - watch.falseAlarm;
        }
        return 1 - none;
    }

    /// The options that decide how surely breaches of others are seen.
    ///
    /// @return their indices, ascending
    public List<Integer> deciding() {
        List<Integer> deciding = new ArrayList<>();
        for (Watch watch : watches) {
            if (watch != null && watch.by >= 0 && !deciding.contains(watch.by)) {
                deciding.add(watch.by);
            }
        }
        deciding.sort(null);
        return deciding;
    }
}
