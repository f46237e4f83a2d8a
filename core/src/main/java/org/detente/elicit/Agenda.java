// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.detente.analysis.agreements.stated.PartyOpinion;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.Mentions;
import org.detente.compile.PackageItem;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Statement;
import org.detente.model.Term;
import org.detente.model.Worth;

/// What an interview is about: the packages, the items that differ between them, what else the
/// party may care about, and what the case itself says of it.
final class Agenda {
    private static final long MOST_CELLS = 1 << 12;

    private final CompiledCase model;
    private final AgreementForm form;
    private final String party;
    private final List<int[]> packages;
    private final List<Topic> topics;
    private final List<Condition> events;
    private final List<Points> points;
    private final BitSet refusedByOthers = new BitSet();
    private final int[] fixed;

    /// Points that the case gives something.
    ///
    /// @param worth the points
    /// @param subject the item or condition, as written
    record Points(Worth worth, String subject) {}

    Agenda(CompiledCase model, String party, int bound) {
        this.model = model;
        this.party = party;
        this.form = AgreementForm.of(model);
        this.packages = PartyOpinion.packages(form, bound);
        this.points = points(model.source(), party);
        this.fixed =
                packages.isEmpty() ? new int[form.items().size()] : packages.getFirst().clone();
        this.topics = findTopics();
        this.events = findEvents();
        refuseByOthers();
    }

    private void refuseByOthers() {
        SequencedSet<String> others = new LinkedHashSet<>(form.signatories());
        others.addAll(form.ratifiers());
        others.remove(party);
        for (String other : others) {
            refusedByOthers.or(PartyOpinion.of(form, other, packages).refused());
        }
    }

    private static List<Points> points(Case source, String party) {
        List<Points> found = new ArrayList<>();
        Preferences preferences = source.preferencesOf(party);
        if (preferences != null) {
            PreferencePart.Values values = preferences.part(PreferencePart.Values.class);
            PreferencePart.Once once = preferences.part(PreferencePart.Once.class);
            List<Worth> worths = new ArrayList<>();
            if (values != null) {
                worths.addAll(values.worths());
            }
            if (once != null) {
                worths.addAll(once.amounts());
            }
            for (Worth worth : worths) {
                found.add(new Points(worth, subject(worth)));
            }
        }
        Agreement agreement = source.agreement();
        for (Term term : agreement == null ? List.<Term>of() : agreement.terms()) {
            List<Worth.LevelWorth> levels = term.values().get(party);
            if (levels != null) {
                found.add(new Points(new Worth.OfItem(term.ref(), levels), term.ref().toString()));
            }
        }
        return List.copyOf(found);
    }

    private static String subject(Worth worth) {
        return switch (worth) {
            case Worth.OfItem(ItemRef item, _) -> item.toString();
            case Worth.OfCondition(Condition condition, _) -> condition.toString();
        };
    }

    private List<Topic> findTopics() {
        List<Topic> found = new ArrayList<>();
        for (int k = 0; k < form.items().size(); k++) {
            PackageItem item = form.items().get(k);
            TreeSet<Integer> possible = new TreeSet<>();
            for (int[] levels : packages) {
                possible.add(levels[k]);
            }
            if (possible.size() > 1) {
                found.add(new Topic(item.ref(), item.label(), item.levels(), k, possible));
            }
        }
        for (ItemRef ref : outside()) {
            for (Option option : model.source().options()) {
                if (option.ref().equals(ref)) {
                    TreeSet<Integer> all = new TreeSet<>();
                    for (int level = 0; level < option.levels().size(); level++) {
                        all.add(level);
                    }
                    found.add(new Topic(ref, option.label(), option.levels(), -1, all));
                }
            }
        }
        return List.copyOf(found);
    }

    /// Options beside the agreement that points are given for, or that may change while it stands.
    private SequencedSet<ItemRef> outside() {
        SequencedSet<ItemRef> found = new LinkedHashSet<>();
        for (Points one : points) {
            switch (one.worth()) {
                case Worth.OfItem(ItemRef item, _) -> found.add(item);
                case Worth.OfCondition(Condition condition, _) -> {
                    var mentioned = Mentions.of(model.source(), condition);
                    if (mentioned.size() == 1) {
                        found.addAll(mentioned);
                    }
                }
            }
        }
        Agreement agreement = model.source().agreement();
        if (agreement != null) {
            for (Agreement.Meanwhile one : agreement.beliefs().meanwhile()) {
                boolean isPartOfEvent =
                        conditions().stream().anyMatch(c -> mentioned(c).contains(one.option()));
                if (!isPartOfEvent) {
                    found.add(one.option());
                }
            }
        }
        found.removeIf(ref -> form.itemIndex(ref) >= 0);
        return found;
    }

    private Set<ItemRef> mentioned(Condition condition) {
        return Mentions.of(model.source(), condition);
    }

    /// The conditions on more than one item that the case gives points for.
    List<Condition> conditions() {
        SequencedSet<Condition> found = new LinkedHashSet<>();
        for (Points one : points) {
            if (one.worth() instanceof Worth.OfCondition(Condition condition, _)
                    && mentioned(condition).size() > 1) {
                found.add(condition);
            }
        }
        return List.copyOf(found);
    }

    /// Those of the conditions that speak of no topic, so that they can be judged apart from any
    /// line; none if all of them together speak of too many combinations to be compared.
    private List<Condition> findEvents() {
        List<Condition> found = new ArrayList<>();
        SequencedSet<ItemRef> items = new LinkedHashSet<>();
        for (Condition condition : conditions()) {
            if (topics.stream().noneMatch(t -> mentioned(condition).contains(t.ref()))) {
                found.add(condition);
                items.addAll(mentioned(condition));
            }
        }
        long cells = 1;
        for (Option option : model.source().options()) {
            if (items.contains(option.ref())) {
                cells = Math.min(2 * MOST_CELLS, cells * option.levels().size());
            }
        }
        return cells > MOST_CELLS ? List.of() : List.copyOf(found);
    }

    CompiledCase model() {
        return model;
    }

    AgreementForm form() {
        return form;
    }

    String party() {
        return party;
    }

    String partyName() {
        return model.source().party(party).name();
    }

    List<int[]> packages() {
        return packages;
    }

    List<Topic> topics() {
        return topics;
    }

    List<Topic> inside() {
        return topics.stream().filter(Topic::isInside).toList();
    }

    /// What may come about beside the lines, and can be good or bad in itself.
    List<Condition> events() {
        return events;
    }

    List<Points> points() {
        return points;
    }

    /// Packages that another party refuses whatever this one says.
    BitSet refusedByOthers() {
        return (BitSet) refusedByOthers.clone();
    }

    /// The levels of a package that was looked at: those of items that do not differ hold for all.
    int[] fixed() {
        return fixed.clone();
    }

    Topic topic(ItemRef ref) {
        return topics.stream().filter(t -> t.ref().equals(ref)).findFirst().orElseThrow();
    }

    /// The red lines that the case records for the party.
    List<Statement> recordedLines() {
        Preferences preferences = model.source().preferencesOf(party);
        PreferencePart.RedLines lines =
                preferences == null ? null : preferences.part(PreferencePart.RedLines.class);
        return lines == null ? List.of() : lines.lines();
    }

    /// Whether every number that the case gives the party is exact, so that nothing is left to ask
    /// as long as these stand.
    boolean isExact() {
        for (Points one : points) {
            boolean exact =
                    switch (one.worth()) {
                        case Worth.OfItem(_, var levels) ->
                                levels.stream().allMatch(l -> isExact(l.points()));
                        case Worth.OfCondition(_, Figure figure) -> isExact(figure);
                    };
            if (!exact) {
                return false;
            }
        }
        return true;
    }

    private boolean isExact(Figure figure) {
        return switch (figure.quantity()) {
            case Quantity.Exact _ -> true;
            case Quantity.Uniform _, Quantity.Pert _, Quantity.Normal _ -> false;
            case Quantity.Named(String name, _) ->
                    model.source().assumptions().stream()
                            .filter(a -> a.id().equals(name))
                            .allMatch(a -> a.figure().quantity() instanceof Quantity.Exact);
        };
    }
}
