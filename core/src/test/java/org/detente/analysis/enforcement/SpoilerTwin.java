// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Statement;
import org.jspecify.annotations.Nullable;

/// What a party outside does best straight from the definition, situation by situation.
final class SpoilerTwin {
    static final double CLOSE = 1e-7;
    static final String OUT = "out";

    private SpoilerTwin() {}

    /// How good a situation is to the party outside: where statements of its order hold, most
    /// important first, or its points; nothing where nothing is stated.
    static double[] taste(PactTwin twin, int[] options, int[] terms) {
        Preferences own = twin.source.preferencesOf(OUT);
        PreferencePart.Order order = own == null ? null : own.part(PreferencePart.Order.class);
        if (order != null) {
            double[] holding = new double[order.statements().size()];
            for (int k = 0; k < holding.length; k++) {
                Statement statement = order.statements().get(k);
                holding[k] = twin.plain.holds(statement.condition(), options, terms) ? 1 : 0;
            }
            return holding;
        }
        return own == null ? new double[0] : new double[] {twin.plain.points(OUT, options, terms)};
    }

    static int compare(double[] a, double[] b) {
        for (int k = 0; k < a.length; k++) {
            if (Math.abs(a[k] - b[k]) > CLOSE) {
                return Double.compare(a[k], b[k]);
            }
        }
        return 0;
    }

    /// Whether the party does best by leaving a situation as it is.
    static boolean isLeftAlone(PactTwin twin, int[] standing, int[] terms) {
        double[] stay = taste(twin, standing, terms);
        return twin.plain.moves(OUT, standing).stream()
                .noneMatch(m -> compare(taste(twin, m, terms), stay) > 0);
    }

    static @Nullable Boolean survives(PactTwin twin, Ground ground, int[] standing, int[] terms) {
        boolean survives = true;
        for (int party = 0; party < ground.partyCount(); party++) {
            String id = ground.party(party);
            List<PactTwin.Breach> breaches = twin.breaches(id, standing, terms);
            double least =
                    twin.smallest(
                            breaches,
                            twin.plain.worth(id, standing, terms),
                            twin.alarm(id),
                            twin.plain.patience(id));
            if (Math.abs(least / ground.scale(party)) < CLOSE) {
                return null;
            }
            survives &= least > 0;
        }
        return survives;
    }

    /// What it does best: of what it likes most, what changes fewest options, none rather than one.
    static int[] best(PactTwin twin, int[] standing, int[] terms) {
        List<int[]> choices = new ArrayList<>(twin.plain.moves(OUT, standing));
        choices.sort((a, b) -> Integer.compare(twin.state(a), twin.state(b)));
        choices.addFirst(standing);
        int[] best = standing;
        for (int[] choice : choices) {
            int order = compare(taste(twin, choice, terms), taste(twin, best, terms));
            if (order > 0 || (order == 0 && changed(standing, choice) < changed(standing, best))) {
                best = choice;
            }
        }
        return best;
    }

    private static int changed(int[] from, int[] to) {
        int count = 0;
        for (int option = 0; option < from.length; option++) {
            count += from[option] == to[option] ? 0 : 1;
        }
        return count;
    }

    static List<String> deterrents(PactTwin twin, Ground ground, Chosen chosen) {
        List<String> all = new ArrayList<>();
        for (int item = 0; item < twin.form.items().size(); item++) {
            for (int level = 0; level < twin.form.items().get(item).levels().size(); level++) {
                int[] levels = chosen.levelArray();
                boolean same = levels[item] == level;
                levels[item] = level;
                if (!same
                        && Chosen.impossible(twin.form, levels).isEmpty()
                        && isLeftAlone(twin, twin.standing(levels), twin.terms(levels))) {
                    all.add(
                            "%s=%s null %b"
                                    .formatted(
                                            twin.form.items().get(item).ref(),
                                            twin.form.items().get(item).levels().get(level).name(),
                                            twin.isAcceptable(levels)));
                }
            }
        }
        int[] standing = twin.levels(chosen.state());
        int[] terms = twin.terms(chosen.levelArray());
        for (int party = 0; party < ground.partyCount(); party++) {
            String id = ground.party(party);
            for (int[] move : twin.plain.moves(id, standing)) {
                List<Integer> changed = new ArrayList<>();
                for (int option = 0; option < move.length; option++) {
                    if (move[option] != standing[option]) {
                        changed.add(option);
                    }
                }
                ItemRef.OptionRef ref = twin.source.options().get(changed.getFirst()).ref();
                if (changed.size() == 1
                        && !twin.agreement.covers().contains(ref)
                        && isLeftAlone(twin, move, terms)) {
                    all.add(
                            "%s=%s %s true"
                                    .formatted(
                                            ref,
                                            twin.source
                                                    .options()
                                                    .get(changed.getFirst())
                                                    .levels()
                                                    .get(move[changed.getFirst()])
                                                    .name(),
                                            id));
                }
            }
        }
        return all;
    }

    /// Two levels of the package with which it is left alone: acceptable ones, or if there are none
    /// those of which neither is enough alone.
    static List<String> pairs(PactTwin twin, Chosen chosen) {
        List<String> acceptable = new ArrayList<>();
        List<String> others = new ArrayList<>();
        int[] own = chosen.levelArray();
        for (int[] levels : twin.packages()) {
            List<Integer> changed = new ArrayList<>();
            for (int item = 0; item < levels.length; item++) {
                if (levels[item] != own[item]) {
                    changed.add(item);
                }
            }
            if (changed.size() != 2
                    || !Chosen.impossible(twin.form, levels).isEmpty()
                    || !isLeftAlone(twin, twin.standing(levels), twin.terms(levels))) {
                continue;
            }
            List<String> settings = new ArrayList<>();
            boolean isEnough = false;
            for (int item : changed) {
                int[] alone = own.clone();
                alone[item] = levels[item];
                isEnough |= isLeftAlone(twin, twin.standing(alone), twin.terms(alone));
                settings.add(
                        "%s = %s"
                                .formatted(
                                        twin.form.items().get(item).ref(),
                                        twin.form
                                                .items()
                                                .get(item)
                                                .levels()
                                                .get(levels[item])
                                                .name()));
            }
            boolean isAcceptable = twin.isAcceptable(levels);
            if (isAcceptable) {
                acceptable.add("%s %b".formatted(settings, true));
            } else if (!isEnough) {
                others.add("%s %b".formatted(settings, false));
            }
        }
        return acceptable.isEmpty() ? others : acceptable;
    }
}
