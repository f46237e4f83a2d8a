// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.View;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// One statement of a party that binds its value function.
sealed interface StatedSentence {
    /// Where it stands in the case.
    String path();

    /// What it says, as one would write it.
    String words();

    /// `better over worse`, all else equal.
    record Compared(String path, String words, Condition better, Condition worse)
            implements StatedSentence {}

    /// Items whose swing matters most, first.
    record Swings(String path, String words, List<ItemRef> items) implements StatedSentence {
        public Swings {
            items = List.copyOf(items);
        }
    }

    /// One item's swing between so many times another's.
    ///
    /// @param most null if there is no most
    record Times(
            String path,
            String words,
            ItemRef larger,
            ItemRef smaller,
            double least,
            @Nullable Double most)
            implements StatedSentence {}

    /// One package, or no agreement, over another.
    record Bundles(
            String path, String words, PreferencePart.Bundle better, PreferencePart.Bundle worse)
            implements StatedSentence {}

    /// Points within bounds.
    ///
    /// @param bounds each with the unknown it binds
    record Points(String path, String words, List<Bound> bounds) implements StatedSentence {
        public Points {
            bounds = List.copyOf(bounds);
        }
    }

    /// A number between two others.
    ///
    /// @param worth the number's unknown
    /// @param low its lower end
    /// @param high its upper end
    /// @param path where it is written
    /// @param assumed whether it is the modeller's and nobody's statement
    record Bound(LinearSum worth, double low, double high, String path, boolean assumed) {
        /// The same number with both ends further out.
        Bound wider(double by) {
            return new Bound(worth, low - by, high + by, path, assumed);
        }
    }

    /// All that a party states.
    ///
    /// @param parts the party's parts; numbers that sentences bind become its unknowns
    static List<StatedSentence> of(StatedParts parts) {
        List<StatedSentence> sentences = new ArrayList<>();
        String party = parts.party();
        Preferences preferences = parts.world().source().preferencesOf(party);
        if (preferences != null) {
            for (PreferencePart part : preferences.parts()) {
                String root = prefix(parts, part) + "preferences." + party + ".";
                add(sentences, part, root);
            }
        }
        StatedNumbers.add(sentences, parts);
        return List.copyOf(sentences);
    }

    /// `views.ID.` where the view gives this part.
    static String prefix(StatedParts parts, PreferencePart part) {
        View view = parts.world().model().view();
        if (view == null) {
            return "";
        }
        for (Preferences given : view.preferences()) {
            if (given.party().equals(parts.party()) && part.equals(given.part(part.getClass()))) {
                return "views.%s.".formatted(view.id());
            }
        }
        return "";
    }

    private static void add(List<StatedSentence> sentences, PreferencePart part, String root) {
        switch (part) {
            case PreferencePart.Prefer(var comparisons) -> {
                for (int k = 0; k < comparisons.size(); k++) {
                    PreferencePart.Comparison one = comparisons.get(k);
                    sentences.add(
                            new Compared(
                                    "%sprefer[%d]".formatted(root, k),
                                    "%s over %s".formatted(one.better(), one.worse()),
                                    one.better(),
                                    one.worse()));
                }
            }
            case PreferencePart.Swings(var items, var gaps, _, _) -> {
                if (items.size() > 1) {
                    sentences.add(
                            new Swings(
                                    root + "swings",
                                    "swings: "
                                            + items.stream()
                                                    .map(Object::toString)
                                                    .collect(Collectors.joining(", ")),
                                    items));
                }
                for (PreferencePart.Gap gap : gaps) {
                    int at = items.indexOf(gap.item());
                    sentences.add(
                            new Times(
                                    "%sswings.by how much.%s".formatted(root, gap.item()),
                                    "%s %s times as much as %s"
                                            .formatted(items.get(at - 1), times(gap), gap.item()),
                                    items.get(at - 1),
                                    gap.item(),
                                    gap.least(),
                                    gap.most()));
                }
            }
            case PreferencePart.Packages(var comparisons) -> {
                for (int k = 0; k < comparisons.size(); k++) {
                    PreferencePart.PackageComparison one = comparisons.get(k);
                    sentences.add(
                            new Bundles(
                                    "%spackages[%d]".formatted(root, k),
                                    "better %s, worse %s"
                                            .formatted(words(one.better()), words(one.worse())),
                                    one.better(),
                                    one.worse()));
                }
            }
            case PreferencePart.Values _,
                    PreferencePart.Once _,
                    PreferencePart.Order _,
                    PreferencePart.Ranking _,
                    PreferencePart.RedLines _ -> {}
        }
    }

    private static String times(PreferencePart.Gap gap) {
        return gap.most() == null
                ? "at least " + gap.least()
                : "%s to %s".formatted(gap.least(), gap.most());
    }

    private static String words(PreferencePart.Bundle bundle) {
        return switch (bundle) {
            case PreferencePart.Bundle.NoAgreement() -> "otherwise";
            case PreferencePart.Bundle.Of(var settings) ->
                    settings.stream()
                            .map(s -> "%s: %s".formatted(s.item(), s.level()))
                            .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /// The path of a stake's numbers without the level.
    static String path(Stake stake) {
        return switch (stake.worth()) {
            case Worth.OfItem(ItemRef item, _) ->
                    stake.root().startsWith("preferences.")
                            ? stake.root() + item
                            : stake.root().substring(0, stake.root().length() - 1);
            case Worth.OfCondition(var condition, _) -> stake.root() + condition;
        };
    }

    /// The part a stake belongs to, or null for points beside a term.
    static @Nullable PreferencePart partOf(StatedParts parts, Stake stake) {
        Preferences preferences = parts.world().source().preferencesOf(parts.party());
        if (preferences == null || !stake.root().startsWith("preferences.")) {
            return null;
        }
        return stake.once()
                ? preferences.part(PreferencePart.Once.class)
                : preferences.part(PreferencePart.Values.class);
    }
}
