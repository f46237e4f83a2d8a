// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.detente.model.ItemRef;
import org.detente.model.Place;
import org.jspecify.annotations.Nullable;

/// Every name that a case gives to something, and every mention of one that it does not.
///
/// One slip gives one message: an unknown name is reported once, with the number of places; where
/// the part that should hold the names cannot be read, nothing is missed; and a misspelt owner of
/// an option counts as the owner it was meant to be.
final class Names {
    /// What a name can be given to.
    enum Kind {
        PARTY("party", "parties"),
        OPTION("option", "options"),
        TERM("term", "agreement.terms"),
        CLAIM("claim", "claims"),
        SOURCE("source", "sources"),
        OUTCOME("outcome", "outcomes"),
        ASSUMPTION("assumption", "assumptions");

        private final String word;
        private final String section;

        Kind(String word, String section) {
            this.word = word;
            this.section = section;
        }
    }

    private record Missing(Kind kind, String name) {}

    private static final class Mentions {
        private final String path;
        private final Place place;
        private int count;

        Mentions(String path, Place place) {
            this.path = path;
            this.place = place;
        }
    }

    private final Findings findings;
    private final Map<Kind, Set<String>> known = new EnumMap<>(Kind.class);
    private final Set<Kind> unreliable = EnumSet.noneOf(Kind.class);
    private final Set<String> tolerated = new HashSet<>();
    private final Map<String, List<String>> levelsByItem = new LinkedHashMap<>();
    private final Map<Missing, Mentions> missing = new LinkedHashMap<>();

    Names(Findings findings) {
        this.findings = findings;
        for (Kind kind : Kind.values()) {
            known.put(kind, new LinkedHashSet<>());
        }
    }

    /// Takes the keys of a part as names; a part that has none makes the kind unreliable.
    void declareKeys(Kind kind, @Nullable Part part) {
        if (part == null) {
            return;
        }
        if (part.node() instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> declare(kind, entry.key().text()));
        } else if (!part.node().isEmptyScalar()) {
            unreliable(kind);
        }
    }

    void declare(Kind kind, String name) {
        of(kind).add(name);
    }

    /// Stops missing names of a kind, because where they are given cannot be read.
    void unreliable(Kind kind) {
        unreliable.add(kind);
    }

    /// Gives an item its levels.
    ///
    /// @param levels their names, or null if they could not be read
    void declareItem(ItemRef item, @Nullable List<String> levels) {
        declare(kind(item), item.toString());
        if (levels != null) {
            levelsByItem.put(item.toString(), levels);
        }
    }

    /// Lets a name pass that somebody may mean, without levels that could be checked.
    void tolerate(ItemRef item) {
        tolerated.add(item.toString());
    }

    private static Kind kind(ItemRef item) {
        return switch (item) {
            case ItemRef.OptionRef _ -> Kind.OPTION;
            case ItemRef.TermRef _ -> Kind.TERM;
        };
    }

    private Set<String> of(Kind kind) {
        Set<String> names = known.get(kind);
        if (names == null) {
            throw new IllegalStateException("no names of kind " + kind);
        }
        return names;
    }

    /// All names of a kind, in the order written.
    List<String> all(Kind kind) {
        return List.copyOf(of(kind));
    }

    boolean isKnown(Kind kind, String name) {
        return of(kind).contains(name);
    }

    /// Whether a name can be used without complaint.
    boolean accepts(Kind kind, String name) {
        return of(kind).contains(name) || unreliable.contains(kind) || tolerated.contains(name);
    }

    boolean accepts(ItemRef item) {
        return accepts(kind(item), item.toString());
    }

    /// Whether a name can be used, noting its absence otherwise.
    ///
    /// @return false only if it was noted as missing
    boolean use(Kind kind, String name, String path, Place place) {
        if (accepts(kind, name)) {
            return true;
        }
        missing.computeIfAbsent(new Missing(kind, name), _ -> new Mentions(path, place)).count++;
        return false;
    }

    boolean use(ItemRef item, String path, Place place) {
        return use(kind(item), item.toString(), path, place);
    }

    /// An item's levels, or null where they are not known.
    @Nullable List<String> levels(ItemRef item) {
        return levelsByItem.get(item.toString());
    }

    /// Complains if an item has no such level.
    void useLevel(ItemRef item, String level, String path, Place place) {
        List<String> levels = levels(item);
        if (levels == null || levels.contains(level)) {
            return;
        }
        // Of two or three a guess could mislead: on is near no, and means yes.
        String nearest = levels.size() <= 3 ? null : NearestName.of(level, levels);
        findings.error(
                path,
                place,
                "names the level %s, which %s does not have".formatted(Show.quoted(level), item),
                nearest == null
                        ? "Its levels are " + Show.list(levels)
                        : "Did you mean %s?".formatted(nearest));
    }

    /// Reports each missing name once.
    void reportMissing() {
        missing.forEach((what, where) -> {
            if (findings.isFull()) {
                return;
            }
            Kind kind = what.kind();
            int more = where.count - 1;
            String often =
                    more == 0
                            ? ""
                            : " (here and in %d more place%s)"
                                    .formatted(more, more == 1 ? "" : "s");
            findings.error(
                    where.path,
                    where.place,
                    "there is no %s %s%s".formatted(kind.word, Show.quoted(what.name()), often),
                    mend(kind, what.name()));
        });
    }

    private String mend(Kind kind, String name) {
        Set<String> names = of(kind);
        String nearest = NearestName.of(name, names);
        if (nearest == null && kind == Kind.OUTCOME) {
            nearest = endingIn("." + name);
        }
        if (nearest != null) {
            return "Did you mean %s?".formatted(nearest);
        }
        return names.isEmpty()
                ? "Add it under " + kind.section
                : "Add it under %s, or use one of %s".formatted(kind.section, Show.list(names));
    }

    private @Nullable String endingIn(String ending) {
        for (Kind kind : List.of(Kind.OPTION, Kind.TERM)) {
            for (String name : of(kind)) {
                if (name.endsWith(ending)) {
                    return name;
                }
            }
        }
        return null;
    }
}
