// SPDX-License-Identifier: Apache-2.0
package org.detente.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.detente.model.Agreement;
import org.detente.model.Assumption;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.Lottery;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Time;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// Cases with other numbers: ranges in place of exact ones, and exact ones in place of ranges. The
/// paths of numbers are written out here once more, and share no code with those under test. For
/// cases whose terms have no points of their own beside them.
public final class Figures {
    private static final Basis NONE = Basis.ASSUMED;

    private Figures() {}

    /// Another figure for one at a path.
    private interface Change {
        Figure of(String path, Figure figure);
    }

    /// A case in which some exact numbers are ranges around them, and two points perhaps one
    /// assumption.
    ///
    /// @param source a case with exact numbers
    /// @param random where chance comes from
    /// @return the case with ranges
    public static Case uncertain(Case source, RandomGenerator random) {
        boolean shares = random.nextBoolean();
        List<Assumption> assumptions =
                shares
                        ? List.of(
                                new Assumption(
                                        "stake",
                                        null,
                                        new Figure(new Quantity.Uniform(-7, 10, false), NONE)))
                        : List.of();
        return changed(
                source,
                assumptions,
                (path, figure) -> {
                    if (!(figure.quantity() instanceof Quantity.Exact(double value, boolean share))
                            || random.nextInt(path.contains(".out.") ? 2 : 6) > 0) {
                        return figure;
                    }
                    boolean isPoints =
                            path.startsWith("preferences.") || path.startsWith("agreement.outside");
                    if (isPoints && shares && random.nextInt(4) == 0) {
                        return new Figure(new Quantity.Named("stake", random.nextBoolean()), NONE);
                    }
                    double width = (isPoints ? 6 : 0.2) * random.nextDouble();
                    double low = value - width;
                    double high = value + width / 2;
                    return new Figure(
                            isPoints
                                    ? new Quantity.Uniform(low, high, share)
                                    : new Quantity.Uniform(
                                            Math.clamp(low, 0.02, 0.97),
                                            Math.clamp(high, 0.02, 0.97),
                                            share),
                            NONE);
                });
    }

    /// A case with every number exact.
    ///
    /// @param source the case
    /// @param given numbers by path; those not given stand in the middle of their ranges
    /// @return the case without ranges and assumptions
    public static Case exact(Case source, Map<String, Double> given) {
        return changed(
                source, List.of(), (path, figure) -> exact(source, path, figure.quantity(), given));
    }

    private static Figure exact(
            Case source, String path, Quantity quantity, Map<String, Double> given) {
        if (quantity instanceof Quantity.Named(String name, boolean negated)) {
            for (Assumption assumption : source.assumptions()) {
                if (assumption.id().equals(name)) {
                    Figure own =
                            exact(
                                    source,
                                    "assumptions." + name,
                                    assumption.figure().quantity(),
                                    given);
                    double value = ((Quantity.Exact) own.quantity()).value();
                    return new Figure(new Quantity.Exact(negated ? -value : value, false), NONE);
                }
            }
        }
        Double number = given.get(path);
        return switch (quantity) {
            case Quantity.Exact _ -> new Figure(quantity, NONE);
            case Quantity.Uniform(double low, double high, boolean share) ->
                    new Figure(
                            new Quantity.Exact(
                                    number == null ? low + (high - low) / 2 : number, share),
                            NONE);
            case Quantity.Pert _, Quantity.Normal _, Quantity.Named _ ->
                    throw new IllegalArgumentException("not looked for here: " + quantity);
        };
    }

    /// The case with one party's points multiplied and moved.
    ///
    /// @param source the case
    /// @param party whose
    /// @param times by how much, more than 0
    /// @return the case
    public static Case scaled(Case source, String party, double times) {
        String root = "preferences.%s.".formatted(party);
        return changed(
                source,
                source.assumptions(),
                (path, figure) ->
                        path.startsWith(root)
                                ? new Figure(scaled(figure.quantity(), times), figure.basis())
                                : figure);
    }

    private static Quantity scaled(Quantity quantity, double times) {
        return switch (quantity) {
            case Quantity.Exact(double value, boolean share) ->
                    new Quantity.Exact(times * value, share);
            case Quantity.Uniform(double low, double high, boolean share) ->
                    new Quantity.Uniform(times * low, times * high, share);
            case Quantity.Pert _, Quantity.Normal _, Quantity.Named _ ->
                    throw new IllegalArgumentException("not looked for here: " + quantity);
        };
    }

    private static Case changed(Case source, List<Assumption> assumptions, Change change) {
        List<Preferences> preferences = new ArrayList<>();
        for (Preferences own : source.preferences()) {
            List<PreferencePart> parts = new ArrayList<>();
            for (PreferencePart part : own.parts()) {
                parts.add(part(part, "preferences." + own.party(), change));
            }
            preferences.add(new Preferences(own.party(), parts));
        }
        Agreement agreement = source.agreement();
        return new Case(
                source.formatVersion(),
                source.title(),
                source.cutoff(),
                source.marking(),
                source.about(),
                source.sources(),
                source.claims(),
                source.parties(),
                source.options(),
                source.rules(),
                source.outcomes(),
                source.now(),
                assumptions,
                preferences,
                agreement == null ? null : agreement(agreement, change),
                source.time() == null ? null : time(source.time(), change),
                source.coalitions(),
                source.unseen(),
                source.same(),
                source.views());
    }

    private static PreferencePart part(PreferencePart part, String root, Change change) {
        return switch (part) {
            case PreferencePart.Values(List<Worth> worths) -> {
                List<Worth> changed = new ArrayList<>();
                worths.forEach(w -> changed.add(worth(w, root + ".values.", change)));
                yield new PreferencePart.Values(changed);
            }
            case PreferencePart.Once(List<Worth.OfCondition> amounts) -> {
                List<Worth.OfCondition> changed = new ArrayList<>();
                for (Worth.OfCondition amount : amounts) {
                    changed.add((Worth.OfCondition) worth(amount, root + ".once.", change));
                }
                yield new PreferencePart.Once(changed);
            }
            case PreferencePart.Order _,
                    PreferencePart.Ranking _,
                    PreferencePart.RedLines _,
                    PreferencePart.Prefer _,
                    PreferencePart.Swings _,
                    PreferencePart.Packages _ ->
                    part;
        };
    }

    private static Worth worth(Worth worth, String root, Change change) {
        return switch (worth) {
            case Worth.OfItem(var item, var levels) -> {
                List<Worth.LevelWorth> changed = new ArrayList<>();
                for (Worth.LevelWorth level : levels) {
                    String path = "%s%s.%s".formatted(root, item, level.level());
                    changed.add(
                            new Worth.LevelWorth(level.level(), change.of(path, level.points())));
                }
                yield new Worth.OfItem(item, changed);
            }
            case Worth.OfCondition(var condition, Figure points) ->
                    new Worth.OfCondition(condition, change.of(root + condition, points));
        };
    }

    private static Agreement agreement(Agreement agreement, Change change) {
        Agreement.Beliefs beliefs = agreement.beliefs();
        List<Agreement.Meanwhile> meanwhile = new ArrayList<>();
        for (Agreement.Meanwhile entry : beliefs.meanwhile()) {
            List<Agreement.LevelChance> levels = new ArrayList<>();
            for (Agreement.LevelChance level : entry.levels()) {
                String path = "agreement.meanwhile.%s.%s".formatted(entry.option(), level.level());
                levels.add(
                        new Agreement.LevelChance(
                                level.level(), change.of(path, level.probability())));
            }
            meanwhile.add(new Agreement.Meanwhile(entry.option(), levels));
        }
        return new Agreement(
                agreement.between(),
                agreement.covers(),
                agreement.terms(),
                agreement.rules(),
                new Agreement.Beliefs(
                        fallback(beliefs.otherwise(), change),
                        figures(beliefs.outside(), "agreement.outside.", change),
                        beliefs.risk() == null
                                ? null
                                : lottery(beliefs.risk(), "agreement.risk.", change),
                        meanwhile,
                        beliefs.weights()),
                agreement.breachCollapses(),
                agreement.ratify());
    }

    private static @Nullable Fallback fallback(@Nullable Fallback fallback, Change change) {
        return switch (fallback) {
            case null -> null;
            case Fallback.Shared(Lottery lottery) ->
                    new Fallback.Shared(lottery(lottery, "agreement.otherwise.", change));
            case Fallback.Beliefs(var byParty) -> {
                SequencedMap<String, Lottery> changed = new LinkedHashMap<>();
                byParty.forEach((party, lottery) ->
                        changed.put(
                                party,
                                lottery(
                                        lottery,
                                        "agreement.otherwise.%s.".formatted(party),
                                        change)));
                yield new Fallback.Beliefs(changed);
            }
            case Fallback.Values(var byParty) ->
                    new Fallback.Values(figures(byParty, "agreement.otherwise.values.", change));
        };
    }

    private static Lottery lottery(Lottery lottery, String root, Change change) {
        List<Lottery.Chance> chances = new ArrayList<>();
        for (Lottery.Chance chance : lottery.chances()) {
            Figure share = chance.share();
            chances.add(
                    new Lottery.Chance(
                            chance.outcome(),
                            share == null ? null : change.of(root + chance.outcome(), share)));
        }
        return new Lottery(chances);
    }

    private static SequencedMap<String, Figure> figures(
            SequencedMap<String, Figure> figures, String root, Change change) {
        SequencedMap<String, Figure> changed = new LinkedHashMap<>();
        figures.forEach((key, figure) -> changed.put(key, change.of(root + key, figure)));
        return changed;
    }

    private static Time time(Time time, Change change) {
        List<Time.Detection> detection = new ArrayList<>();
        for (Time.Detection one : time.detection()) {
            String root = "time.detection." + one.option();
            SequencedMap<String, Figure> chances = new LinkedHashMap<>();
            one.chances()
                    .forEach((level, figure) ->
                            chances.put(
                                    level,
                                    change.of(
                                            level.isEmpty() ? root : root + "." + level, figure)));
            Figure alarms = one.falseAlarms();
            detection.add(
                    new Time.Detection(
                            one.option(),
                            one.by(),
                            chances,
                            one.delaySteps(),
                            alarms == null ? null : change.of(root + ".false alarms", alarms)));
        }
        return new Time(
                time.step(),
                time.horizonSteps(),
                figures(time.patience(), "time.patience.", change),
                time.rate(),
                time.precision(),
                detection);
    }
}
