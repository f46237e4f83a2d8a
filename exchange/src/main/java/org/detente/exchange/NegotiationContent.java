// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Setting;
import org.detente.model.Term;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// A case's agreement as a negotiation domain: what it covers and its terms as issues, points as
/// utilities. Points from 0 to 1 stay as they are; others are shifted and scaled into that range,
/// which moves no solution that does not compare points between parties.
final class NegotiationContent {
    private static final double SUM_TOLERANCE = 1e-9;

    private final CompiledCase model;
    private final Case source;
    private final Agreement agreement;
    private final List<Loss> losses;
    private final List<ItemRef> items = new ArrayList<>();
    private final List<List<String>> levels = new ArrayList<>();

    private NegotiationContent(ExportJob job, Agreement agreement, List<Loss> losses) {
        this.model = job.model();
        this.source = job.source();
        this.agreement = agreement;
        this.losses = losses;
    }

    static Negotiation of(ExportJob job, String form, List<Loss> losses) {
        Agreement agreement = job.source().agreement();
        if (agreement == null) {
            throw new ExportError(
                    "this case has no agreement, and %s is made of what could be agreed. Add agreement:, or export it as gmcr or nfg."
                            .formatted(form));
        }
        losses.addAll(Plain.losses(job.source(), true));
        return new NegotiationContent(job, agreement, losses).negotiation();
    }

    private Negotiation negotiation() {
        List<Negotiation.Issue> issues = new ArrayList<>();
        Words.Levels names = new Words.Levels();
        for (ItemRef.OptionRef covered : agreement.covers()) {
            for (Option option : source.options()) {
                if (option.ref().equals(covered)) {
                    addItem(option.ref(), names.of(option.label()), option.levels(), issues);
                }
            }
        }
        for (Term term : agreement.terms()) {
            String text = term.text();
            addItem(
                    term.ref(),
                    names.of(text == null ? term.ref().name() : text),
                    term.levels(),
                    issues);
        }
        List<Negotiation.Profile> profiles = new ArrayList<>();
        for (String party : agreement.between()) {
            profiles.add(profile(party));
        }
        tellTheRest();
        return new Negotiation(source.title(), issues, profiles);
    }

    private void addItem(
            ItemRef ref, String name, List<Level> itemLevels, List<Negotiation.Issue> issues) {
        List<String> names = itemLevels.stream().map(Level::name).toList();
        items.add(ref);
        levels.add(names);
        issues.add(new Negotiation.Issue(name, names));
    }

    private Negotiation.Profile profile(String party) {
        List<double[]> points = new ArrayList<>();
        for (List<String> names : levels) {
            points.add(new double[names.size()]);
        }
        double base = addPoints(party, points);
        double reservation = reservation(party) - base;
        double shift = 0;
        for (double[] row : points) {
            double least = least(row);
            if (least < 0) {
                shift -= least;
                for (int v = 0; v < row.length; v++) {
                    row[v] -= least;
                }
            }
        }
        reservation += shift;
        double total = 0;
        for (double[] row : points) {
            total += largest(row);
        }
        double scale = total > 1 + SUM_TOLERANCE ? total : 1;
        if (scale != 1) {
            for (double[] row : points) {
                for (int v = 0; v < row.length; v++) {
                    row[v] /= scale;
                }
            }
            reservation /= scale;
        }
        if (scale != 1 || shift != 0 || base != 0) {
            losses.add(
                    new Loss(
                            "points of " + party,
                            "a scale of its own, from %s to %s"
                                    .formatted(
                                            Numbers.of(base - shift),
                                            Numbers.of(base - shift + total)),
                            "utility = (points - %s) / %s"
                                    .formatted(Numbers.of(base - shift), Numbers.of(scale))));
        }
        return new Negotiation.Profile(
                source.party(party).name(), points, reservation + 0.0, patience(party), "");
    }

    private static double least(double[] row) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : row) {
            least = Math.min(least, value);
        }
        return least;
    }

    static double largest(double[] row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : row) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /// Adds a party's points to the issues.
    ///
    /// @return what the options that are no issue are worth as they are now
    private double addPoints(String party, List<double[]> points) {
        for (Term term : agreement.terms()) {
            List<Worth.LevelWorth> worths = term.values().get(party);
            if (worths != null) {
                addLevels(term.ref(), worths, points, "agreement." + term.ref());
            }
        }
        Preferences preferences = source.preferencesOf(party);
        PreferencePart.Values values =
                preferences == null ? null : preferences.part(PreferencePart.Values.class);
        double base = 0;
        for (Worth worth : values == null ? List.<Worth>of() : values.worths()) {
            switch (worth) {
                case Worth.OfItem(ItemRef item, List<Worth.LevelWorth> worths) -> {
                    if (items.contains(item)) {
                        addLevels(item, worths, points, "preferences." + party + ".values." + item);
                    } else {
                        base += atNow(item, worths);
                    }
                }
                case Worth.OfCondition(Condition condition, Figure figure) ->
                        base += addCondition(party, condition, figure, points);
            }
        }
        return base;
    }

    private void addLevels(
            ItemRef item, List<Worth.LevelWorth> worths, List<double[]> points, String path) {
        int at = items.indexOf(item);
        boolean range = false;
        for (Worth.LevelWorth worth : worths) {
            Quantity quantity = worth.points().quantity();
            range |= Centre.isRange(quantity, source);
            points.get(at)[levels.get(at).indexOf(worth.level())] += Centre.of(quantity, source);
        }
        if (range) {
            losses.add(new Loss(path, "ranges", "their centre"));
        }
    }

    private double atNow(ItemRef item, List<Worth.LevelWorth> worths) {
        String level = null;
        for (Option option : source.options()) {
            if (option.ref().equals(item)) {
                level = option.levels().getFirst().name();
            }
        }
        for (Setting setting : source.now()) {
            level = setting.item().equals(item) ? setting.level() : level;
        }
        for (Worth.LevelWorth worth : worths) {
            if (worth.level().equals(level)) {
                return Centre.of(worth.points().quantity(), source);
            }
        }
        return 0;
    }

    /// Points on a condition: those of one issue are added to it, the rest cannot be told.
    private double addCondition(
            String party, Condition condition, Figure figure, List<double[]> points) {
        ItemRef item = OneItem.of(condition);
        int at = item == null ? -1 : items.indexOf(item);
        double value = Centre.of(figure.quantity(), source);
        String path = "preferences.%s.values".formatted(party);
        if (at < 0) {
            losses.add(
                    new Loss(
                            path,
                            "%s: %s".formatted(condition, Numbers.of(value)),
                            "left out: utilities add up over issues"));
            return 0;
        }
        for (int v = 0; v < levels.get(at).size(); v++) {
            if (OneItem.holds(condition, levels.get(at), v)) {
                points.get(at)[v] += value;
            }
        }
        losses.add(new Loss(path, condition.toString(), "added to the values of its issue"));
        return 0;
    }

    private double reservation(String party) {
        Fallback fallback = agreement.beliefs().otherwise();
        return switch (fallback) {
            case Fallback.Values(var byParty) -> {
                Figure figure = byParty.get(party);
                yield figure == null ? none(party) : told(party, figure.quantity());
            }
            case Fallback.Shared _, Fallback.Beliefs _ -> expected(party);
            case null -> none(party);
        };
    }

    private double none(String party) {
        losses.add(new Loss("agreement.otherwise", "nothing for " + party, "reservation value 0"));
        return 0;
    }

    private double told(String party, Quantity quantity) {
        if (Centre.isRange(quantity, source)) {
            losses.add(new Loss("agreement.otherwise", "a range for " + party, "its centre"));
        }
        return Centre.of(quantity, source);
    }

    /// What a lottery of outcomes is worth to a party, at the centre.
    private double expected(String party) {
        if (!AgreementForm.missing(source).isEmpty()) {
            losses.add(
                    new Loss(
                            "agreement.otherwise",
                            "a lottery of outcomes for " + party,
                            "reservation value 0: the case lacks "
                                    + String.join(", ", AgreementForm.missing(source))));
            return 0;
        }
        double worth = AgreementForm.of(model).fallback(party);
        losses.add(
                new Loss(
                        "agreement.otherwise",
                        "a lottery of outcomes for " + party,
                        "what it is worth at the centre: " + Numbers.of(worth)));
        return worth;
    }

    private @Nullable Double patience(String party) {
        Figure figure = source.time() == null ? null : source.time().patience().get(party);
        return figure == null ? null : Double.valueOf(Centre.of(figure.quantity(), source));
    }

    private void tellTheRest() {
        Plain.add(losses, "agreement.rules", agreement.rules().size(), "rules of the agreement");
        Plain.add(losses, "agreement.ratify", agreement.ratify().size(), "ratifiers");
        Agreement.Beliefs beliefs = agreement.beliefs();
        Plain.add(losses, "agreement.outside", beliefs.outside().size(), "bounds from below");
        Plain.add(losses, "agreement.risk", beliefs.risk() == null ? 0 : 1, "risk under a deal");
        Plain.add(
                losses,
                "agreement.meanwhile",
                beliefs.meanwhile().size(),
                "chances of others' moves");
        Plain.add(losses, "agreement.weights", beliefs.weights().size(), "bargaining weights");
        Plain.add(
                losses,
                "options",
                source.options().size() - agreement.covers().size(),
                "options the agreement does not cover, taken as they are now");
        Plain.add(losses, "rules", source.rules().size(), "rules");
        Plain.add(losses, "outcomes", source.outcomes().size(), "outcomes");
        for (Preferences preferences : source.preferences()) {
            for (PreferencePart part : preferences.parts()) {
                if (!(part instanceof PreferencePart.Values)) {
                    losses.add(
                            new Loss(
                                    "preferences." + preferences.party(),
                                    Plain.kind(part),
                                    "left out: utilities are numbers"));
                }
            }
        }
    }
}
