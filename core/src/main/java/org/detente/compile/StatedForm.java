// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import org.detente.math.Polyhedron;
import org.detente.model.ItemRef;
import org.detente.model.ModelError;
import org.jspecify.annotations.Nullable;

/// Every value function that a party's statements leave: sums of worths of the items and conditions
/// named [Jacquet-Lagreze1982, Greco2008], as polyhedra over unknown worths.
///
/// A comparison says that the better is worth more in every context; a range bounds a worth; an
/// order of swings orders the differences between each item's best and worst level. Points weigh as
/// much beside the rest as any value function says, so that all is told on a scale where the
/// party's swings add up to 1. Each combination of the ends of beliefs is a [Reading]; between the
/// ends of what no agreement may bring, its worth is an unknown of its own.
public final class StatedForm {
    private final StatedParts parts;
    private final List<Integer> packageItems;
    private final List<Reading> readings;
    private final boolean cut;
    private final boolean scaled;
    private final StatedWorths worths;
    private final List<StatedSentence.Bound> assumed;
    private final List<Integer> same = new ArrayList<>();

    private StatedForm(
            StatedParts parts,
            List<Integer> packageItems,
            List<Reading> readings,
            boolean cut,
            boolean scaled,
            List<StatedSentence.Bound> assumed) {
        this.assumed = assumed;
        this.parts = parts;
        this.packageItems = packageItems;
        this.readings = readings;
        this.cut = cut;
        this.scaled = scaled;
        for (Reading reading : readings) {
            int first = 0;
            while (!readings.get(first).polyhedron.equals(reading.polyhedron)) {
                first++;
            }
            same.add(first);
        }
        this.worths = new StatedWorths(parts, readings.stream().map(r -> r.system).toList(), same);
    }

    /// One combination of the ends of beliefs, with the value functions that are left there.
    public static final class Reading {
        private final StatedSystem system;
        private final Polyhedron polyhedron;

        private Reading(StatedSystem system) {
            this.system = system;
            this.polyhedron = system.polyhedron();
        }

        /// The value functions.
        ///
        /// @return a polyhedron over the party's unknowns
        public Polyhedron polyhedron() {
            return polyhedron;
        }

        private double[] dense(LinearSum sum) {
            return sum.dense(polyhedron.variableCount());
        }
    }

    /// What a party states of a case with an agreement.
    ///
    /// @param form the agreement, as the case or a view has it
    /// @param party the party's id
    /// @return its value functions, or null if no statement of its bears on worth
    /// @throws ModelError if the statements contradict one another; see [StatedCheck]
    public static @Nullable StatedForm of(AgreementForm form, String party) {
        return of(form, party, AssumedNumbers.AS_WRITTEN);
    }

    /// The same with every number taken away that the modeller assumed: points that rest on no
    /// claim, or are marked assumed. Chances stay as they are.
    ///
    /// @param form the agreement, as the case or a view has it
    /// @param party the party's id
    /// @return its value functions, at least those of [#of], or null if no statement of its bears
    ///   on worth
    public static @Nullable StatedForm withoutAssumed(AgreementForm form, String party) {
        return of(form, party, AssumedNumbers.TAKEN_AWAY);
    }

    private static @Nullable StatedForm of(
            AgreementForm form, String party, AssumedNumbers assumed) {
        StatedWorld world = new StatedWorld(form.model());
        StatedParts parts = new StatedParts(world, party);
        if (parts.isEmpty()) {
            return null;
        }
        List<Integer> packageItems =
                form.items().stream().map(i -> world.indexOf(i.ref())).toList();
        List<StatedSentence> sentences = StatedSentence.of(parts);
        StatedRows rows = new StatedRows(parts);
        StatedBranch.Branches branches = StatedBranch.of(parts, form);
        List<Reading> readings =
                readings(parts, rows, sentences, branches, StatedSystem.Scale.SWINGS, assumed);
        boolean scaled = !readings.isEmpty();
        if (!scaled) {
            readings = readings(parts, rows, sentences, branches, StatedSystem.Scale.NONE, assumed);
        }
        if (readings.isEmpty()) {
            throw new ModelError("case.yaml", StatedCheck.problems(form.model()));
        }
        return new StatedForm(
                parts,
                packageItems,
                readings,
                branches.isCut(),
                scaled,
                readings.getFirst().system.assumed());
    }

    private static List<Reading> readings(
            StatedParts parts,
            StatedRows rows,
            List<StatedSentence> sentences,
            StatedBranch.Branches branches,
            StatedSystem.Scale scale,
            AssumedNumbers assumed) {
        List<StatedSystem> systems = new ArrayList<>();
        for (StatedBranch branch : branches.list()) {
            StatedSystem system = new StatedSystem(parts, rows, sentences, branch, scale, assumed);
            system.outside();
            systems.add(system);
        }
        List<Reading> readings = new ArrayList<>();
        for (StatedSystem system : systems) {
            Reading reading = new Reading(system);
            if (!reading.polyhedron.isEmpty()) {
                readings.add(reading);
            }
        }
        return List.copyOf(readings);
    }

    /// A statement and where it stands.
    ///
    /// @param path the part of the case
    /// @param words what it says
    public record Stated(String path, String words) {}

    /// A set of the party's statements that cannot hold together and of which none can be left out.
    ///
    /// @param model the case, or the case under a view
    /// @param party the party's id
    /// @return the statements, in the order of the case; empty if all can hold together
    public static List<Stated> contradiction(CompiledCase model, String party) {
        return StatedClash.of(model, party).statements();
    }

    /// The combinations of beliefs at which the statements can hold.
    ///
    /// @return at least one for a case without contradiction
    public List<Reading> readings() {
        return readings;
    }

    /// The first reading with the same value functions.
    ///
    /// @param reading the index of a reading
    /// @return an index, at most the reading's own
    public int sameAs(int reading) {
        return same.get(reading);
    }

    /// Whether more beliefs are ranges than are followed to both ends; the others stand at their
    /// centres.
    ///
    /// @return true if the readings are not all
    public boolean isCut() {
        return cut;
    }

    /// Whether the party's swings add up to 1; otherwise nothing that it names is worth anything to
    /// it, and numbers have no unit.
    ///
    /// @return true in all but degenerate cases
    public boolean isScaled() {
        return scaled;
    }

    /// Whether an item changes the party's worth by what its level adds, whatever the other levels.
    ///
    /// @param packageItem its index among the agreement's items
    /// @return false if a condition in the party's value function mentions it
    public boolean isSimple(int packageItem) {
        int item = packageItems.get(packageItem);
        return parts.conditions().stream().noneMatch(c -> c.items().contains(item));
    }

    /// Whether another form stands for the same value functions and beliefs, as where a view leaves
    /// alone what this party states.
    ///
    /// @param other another form
    /// @return true if every verdict is the same in both
    public boolean isSame(StatedForm other) {
        return parts.party().equals(other.parts.party())
                && packageItems.equals(other.packageItems)
                && scaled == other.scaled
                && cut == other.cut
                && worths.isSame(other.worths)
                && readings.size() == other.readings.size()
                && IntStream.range(0, readings.size())
                        .allMatch(r ->
                                readings.get(r)
                                        .polyhedron
                                        .equals(other.readings.get(r).polyhedron));
    }

    /// Whether any number that binds this party's worth is assumed.
    ///
    /// @return false if all rests on statements and claims, apart from chances
    public boolean hasAssumed() {
        return !assumed.isEmpty();
    }

    /// Whether another form has the same numbers assumed, written in the same places.
    ///
    /// @param other another form
    /// @return true if what is fixed by assumptions in the one is so in the other, verdicts being
    ///   the same
    public boolean assumesTheSame(StatedForm other) {
        return assumed.equals(other.assumed);
    }

    /// The items of the agreement that can change the party's worth.
    ///
    /// @return their indices among the agreement's items, ascending
    public List<Integer> relevantItems() {
        List<Integer> relevant = new ArrayList<>();
        for (int k = 0; k < packageItems.size(); k++) {
            int item = packageItems.get(k);
            if (parts.byItem().containsKey(item)
                    || parts.conditions().stream().anyMatch(c -> c.items().contains(item))) {
                relevant.add(k);
            }
        }
        return List.copyOf(relevant);
    }

    private int[] levels(int[] packageLevels) {
        int[] levels = parts.world().now();
        for (int k = 0; k < packageLevels.length; k++) {
            levels[packageItems.get(k)] = packageLevels[k];
        }
        return levels;
    }

    /// A package's worth and gains.
    ///
    /// @param packageLevels by item of the agreement
    /// @return forms by index of the readings
    public PackageForms at(int[] packageLevels) {
        return worths.at(levels(packageLevels));
    }

    /// A comparison that could be put to the party.
    ///
    /// @param first what may be better
    /// @param second than this
    /// @param isSwing whether whole swings are compared, not levels
    public record Question(Named first, Named second, boolean isSwing) {
        /// A level of an item; the level is null where its swing is meant.
        ///
        /// @param item the item
        /// @param level a level's name, or null
        public record Named(ItemRef item, @Nullable String level) {}
    }

    /// Comparisons between levels of each item named, neighbours first, and between swings.
    ///
    /// @return the questions, whether or not the statements answer them already
    public List<Question> questions() {
        SequencedSet<Question> questions = new LinkedHashSet<>();
        List<Integer> items = List.copyOf(parts.byItem().keySet());
        for (int item : items) {
            PackageItem named = parts.world().items().get(item);
            for (int apart = 1; apart < named.levels().size(); apart++) {
                for (int a = 0; a + apart < named.levels().size(); a++) {
                    questions.add(
                            new Question(
                                    new Question.Named(
                                            named.ref(), named.levels().get(a + apart).name()),
                                    new Question.Named(named.ref(), named.levels().get(a).name()),
                                    false));
                }
            }
        }
        List<ItemRef> open = openItems();
        items =
                items.stream()
                        .filter(i -> !open.contains(parts.world().items().get(i).ref()))
                        .toList();
        for (int a = 0; a < items.size(); a++) {
            for (int b = a + 1; b < items.size(); b++) {
                questions.add(
                        new Question(
                                new Question.Named(
                                        parts.world().items().get(items.get(a)).ref(), null),
                                new Question.Named(
                                        parts.world().items().get(items.get(b)).ref(), null),
                                true));
            }
        }
        return List.copyOf(questions);
    }

    /// A question as a form: first less second.
    ///
    /// @param reading one of the readings
    /// @param question one of the questions
    /// @return a form that is greater than 0 where the answer is the first
    public double[] form(Reading reading, Question question) {
        return reading.dense(
                side(reading, question.first()).minus(side(reading, question.second())));
    }

    private LinearSum side(Reading reading, Question.Named named) {
        int item = parts.world().indexOf(named.item());
        if (named.level() == null) {
            return java.util.Objects.requireNonNull(reading.system.swings().of(item));
        }
        LinearSum[] worth = java.util.Objects.requireNonNull(parts.ofItem(item));
        return worth[parts.world().items().get(item).levelIndex(named.level())];
    }

    /// The items named of which no statement says which level is best and which worst: how much
    /// they can matter is bounded from below only.
    ///
    /// @return the items
    public List<ItemRef> openItems() {
        return readings.isEmpty()
                ? List.of()
                : readings.getFirst().system.swings().openItems().stream()
                        .map(i -> parts.world().items().get(i).ref())
                        .toList();
    }
}
