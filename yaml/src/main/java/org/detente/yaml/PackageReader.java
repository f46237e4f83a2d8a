// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.ModelError;
import org.detente.model.Option;
import org.detente.model.Place;
import org.detente.model.Places;
import org.detente.model.Setting;
import org.detente.model.Term;
import org.detente.yaml.CaseInput.FileContent;
import org.jspecify.annotations.Nullable;

/// Reads a package: a mapping of the items that an agreement fixes to levels, as in `us.relief:
/// partial` or `terms.duration: '15 years'`.
///
/// Any bytes whatever give either settings or a [ModelError] with a place, a fact and a mend for
/// each problem. Time and memory O(size of the file), which is bounded.
public final class PackageReader {
    /// The largest package file, in bytes: 1 MiB.
    static final int MOST_BYTES = 1 << 20;

    private static final String HOW = "Write items with their levels, as in ";

    private final Case source;
    private final Findings findings = new Findings();

    /// The levels' names of what the agreement fixes, by item.
    private final SequencedMap<String, List<String>> levelsByItem = new LinkedHashMap<>();

    private final Map<String, ItemRef> items = new LinkedHashMap<>();

    private final Map<String, Place> places = new HashMap<>(Map.of("", new Place(1, 1)));

    private PackageReader(Case source, Agreement agreement) {
        this.source = source;
        for (Option option : source.options()) {
            if (agreement.covers().contains(option.ref())) {
                declare(option.ref(), option.levels());
            }
        }
        for (Term term : agreement.terms()) {
            declare(term.ref(), term.levels());
        }
    }

    private void declare(ItemRef item, List<Level> levels) {
        items.put(item.toString(), item);
        levelsByItem.put(item.toString(), levels.stream().map(Level::name).toList());
    }

    /// Reads a package.
    ///
    /// @param content the file
    /// @param displayName the file as the user would recognise it
    /// @param source a case with an agreement
    /// @return the levels it fixes, in the order written
    /// @throws ModelError holding every problem found, in the order of the file
    /// @throws IllegalArgumentException if the case has no agreement
    public static List<Setting> read(FileContent content, String displayName, Case source) {
        return written(content, displayName, source).settings();
    }

    /// A package as it is written.
    ///
    /// @param settings the levels it fixes, in the order written
    /// @param places where each item stands in the file, by the item as it is written
    public record Written(List<Setting> settings, Places places) {
        /// Copies the settings.
        public Written {
            settings = List.copyOf(settings);
        }
    }

    /// Reads a package and remembers where what it says stands.
    ///
    /// @param content the file
    /// @param displayName the file as the user would recognise it
    /// @param source a case with an agreement
    /// @return the package
    /// @throws ModelError holding every problem found, in the order of the file
    /// @throws IllegalArgumentException if the case has no agreement
    public static Written written(FileContent content, String displayName, Case source) {
        Agreement agreement = source.agreement();
        if (agreement == null) {
            throw new IllegalArgumentException("a package needs a case with an agreement");
        }
        PackageReader reader = new PackageReader(source, agreement);
        List<Setting> settings = reader.settings(content);
        if (reader.findings.anyError()) {
            throw new ModelError(displayName, reader.findings.sorted());
        }
        return new Written(settings, new Places(reader.places));
    }

    private List<Setting> settings(FileContent content) {
        return switch (content) {
            case FileContent.Bytes(byte[] bytes) when bytes.length > MOST_BYTES -> {
                FileContent.Refused refused = RelativePaths.tooLarge(bytes.length, MOST_BYTES);
                yield nothing(refused.fact(), refused.mend());
            }
            case FileContent.Bytes(byte[] bytes) -> settings(bytes);
            case FileContent.Absent _ -> nothing("is not there", "Name a package's file");
            case FileContent.Refused(String fact, String mend) -> nothing(fact, mend);
        };
    }

    private List<Setting> nothing(String fact, String mend) {
        findings.error("", new Place(1, 1), fact, mend);
        return List.of();
    }

    private List<Setting> settings(byte[] bytes) {
        CaseText text = CaseText.decode(bytes, findings);
        if (text == null) {
            return List.of();
        }
        if (text.text().lines().allMatch(l -> l.isBlank() || l.strip().startsWith("#"))) {
            return nothing("is empty", HOW + example());
        }
        YamlNode root = YamlComposer.compose(text, findings);
        if (root == null) {
            return List.of();
        }
        List<Part> entries = Fields.entries(Part.root(root), findings, HOW + example());
        if (entries == null) {
            return List.of();
        }
        if (entries.isEmpty()) {
            return nothing("fixes nothing", HOW + example());
        }
        List<Setting> settings = new ArrayList<>();
        for (Part entry : entries) {
            Setting setting = setting(entry);
            if (setting != null) {
                settings.add(setting);
            }
        }
        return settings;
    }

    private String example() {
        return levelsByItem.isEmpty()
                ? "us.relief: partial"
                : "%s: %s"
                        .formatted(
                                levelsByItem.firstEntry().getKey(),
                                levelsByItem.firstEntry().getValue().getLast());
    }

    private @Nullable Setting setting(Part entry) {
        String name = entry.name();
        List<String> levels = levelsByItem.get(name);
        ItemRef item = items.get(name);
        if (levels == null || item == null) {
            unknown(entry);
            return null;
        }
        if (entry.node().isEmptyScalar()) {
            findings.error(entry, "has no level", "Its levels are " + Show.list(levels));
            return null;
        }
        String level = Scalars.text(entry, findings);
        if (level == null) {
            return null;
        }
        if (!levels.contains(level)) {
            findings.error(
                    entry,
                    "names the level %s, which it does not have".formatted(Show.quoted(level)),
                    levelMend(level, levels));
            return null;
        }
        places.put(name, entry.keyPlace());
        return new Setting(item, level);
    }

    private static String levelMend(String level, List<String> levels) {
        String lower = level.toLowerCase(Locale.ROOT);
        boolean noYes = levels.equals(List.of(Level.NO, Level.YES));
        if (noYes && (lower.equals("true") || lower.equals("false"))) {
            return "Write " + (lower.equals("true") ? Level.YES : Level.NO);
        }
        // Of two or three a guess could mislead, as in the case itself.
        String nearest = levels.size() <= 3 ? null : NearestName.of(level, levels);
        return nearest == null
                ? "Its levels are " + Show.list(levels)
                : "Did you mean %s?".formatted(nearest);
    }

    private void unknown(Part entry) {
        String name = entry.name();
        boolean isOption = source.options().stream().anyMatch(o -> o.ref().toString().equals(name));
        String fact;
        String mend;
        if (isOption) {
            fact = "is an option of the case that the agreement does not fix";
            mend = "Remove it here, or add it to agreement.covers";
        } else {
            boolean isParty = source.parties().stream().anyMatch(p -> p.id().equals(name));
            fact =
                    entry.node() instanceof YamlNode.Mapping && (isParty || name.equals("terms"))
                            ? "has items of its own below it"
                            : "is nothing that the agreement fixes";
            String nearest = nearest(name);
            if (entry.node() instanceof YamlNode.Mapping && (isParty || name.equals("terms"))) {
                mend = HOW + example();
            } else {
                mend =
                        nearest == null
                                ? "It fixes " + Show.list(levelsByItem.keySet())
                                : "Did you mean %s?".formatted(nearest);
            }
        }
        findings.error(entry.path(), entry.keyPlace(), fact, mend);
    }

    private @Nullable String nearest(String name) {
        for (String item : levelsByItem.keySet()) {
            if (item.endsWith("." + name)) {
                return item;
            }
        }
        return NearestName.of(name, levelsByItem.keySet());
    }
}
