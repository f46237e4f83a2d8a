// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.detente.model.Basis;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.yaml.Names.Kind;
import org.jspecify.annotations.Nullable;

/// Reads what has levels, options and terms, and makes their names known.
final class ItemReader {
    private static final int MOST_LEVELS = 1000;

    /// An option with one level would be no choice.
    private static final int LEAST_OF_OPTION = 2;

    /// A term with one level says what any agreement contains.
    static final int LEAST_OF_TERM = 1;

    private static final int MOST_STEPS = 1_000_000;

    private static final List<String> OPTION_KEYS =
            List.of("text", "levels", "moves", "undo", "tranches", "because", "note");
    private static final List<String> LEVEL_KEYS = List.of("text", "test", "because", "note");
    private static final SequencedMap<String, Option.Moves> MOVES =
            Scalars.words(Option.Moves.values());
    private static final List<Level> NO_YES =
            List.of(
                    new Level(Level.NO, null, null, Basis.ASSUMED),
                    new Level(Level.YES, null, null, Basis.ASSUMED));

    private final Findings findings;
    private final Names names;
    private final Figures figures;

    ItemReader(Reading reading) {
        this.findings = reading.findings();
        this.names = reading.names();
        this.figures = reading.figures();
    }

    /// Reads the options, grouped by party or flat.
    List<Option> options(Part part) {
        List<Option> options = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Part> entries =
                Fields.entries(part, findings, "Write each party's id with its options below it");
        if (entries == null) {
            names.unreliable(Kind.OPTION);
        }
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            if (Ids.isItem(entry.name())) {
                int dot = entry.name().indexOf('.');
                String owner = entry.name().substring(0, dot);
                add(owner, entry.name().substring(dot + 1), entry, seen, options);
            } else {
                grouped(entry, seen, options);
            }
        }
        if (entries != null && entries.isEmpty()) {
            findings.error(part, "is empty", "Write what each party can do");
        }
        return options;
    }

    private void grouped(Part owner, Set<String> seen, List<Option> options) {
        List<Part> entries =
                Fields.entries(
                        owner,
                        findings,
                        "Write the names of what %s can do".formatted(Show.cut(owner.name(), 40)));
        if (entries == null) {
            names.unreliable(Kind.OPTION);
            return;
        }
        if (entries.isEmpty()) {
            findings.error(owner, "is empty", "Write what this party can do, or remove it");
        }
        for (Part entry : entries) {
            Ids.check(entry, findings);
            add(owner.name(), entry.name(), entry, seen, options);
        }
    }

    private void add(
            String owner, String name, Part entry, Set<String> seen, List<Option> options) {
        ItemRef.OptionRef ref = new ItemRef.OptionRef(owner, name);
        String meant = null;
        if (!names.accepts(Kind.PARTY, owner)) {
            meant = NearestName.of(owner, names.all(Kind.PARTY));
        }
        names.use(Kind.PARTY, owner, entry.path(), entry.keyPlace());
        if (meant != null) {
            names.tolerate(new ItemRef.OptionRef(meant, name));
        }
        if (!seen.add(ref.toString())) {
            findings.error(
                    entry.path(),
                    entry.keyPlace(),
                    "is given twice, once below its party and once as %s".formatted(ref),
                    "Keep one of them");
            return;
        }
        Option option = option(ref, entry);
        names.declareItem(
                ref, option == null ? null : option.levels().stream().map(Level::name).toList());
        if (option != null) {
            options.add(option);
        }
    }

    private @Nullable Option option(ItemRef.OptionRef ref, Part part) {
        Fields fields = Fields.orEmpty(part, findings, OPTION_KEYS);
        if (fields == null) {
            return null;
        }
        String text = fields.text("text");
        List<Level> levels = levels(fields, LEAST_OF_OPTION);
        Part movesPart = fields.get("moves");
        Option.Moves moves = movesPart == null ? null : Scalars.choice(movesPart, MOVES, findings);
        Part undoPart = fields.get("undo");
        Integer undo = undoPart == null ? Integer.valueOf(0) : Scalars.steps(undoPart, 0, findings);
        Part tranchesPart = fields.get("tranches");
        Integer tranches =
                tranchesPart == null
                        ? Integer.valueOf(1)
                        : Scalars.whole(tranchesPart, 1, MOST_STEPS, findings);
        Basis basis = figures.basis(fields);
        if (levels == null) {
            return null;
        }
        VagueLevels.warn(part, levels, findings);
        return new Option(
                ref,
                text,
                levels,
                moves == null ? Option.Moves.BOTH : moves,
                undo == null ? 0 : undo,
                tranches == null ? 1 : tranches,
                basis);
    }

    /// The levels of an option or term: no and yes where none are given.
    ///
    /// @param least how many there must be
    /// @return the levels, or null after a finding that leaves them unknown
    @Nullable List<Level> levels(Fields item, int least) {
        Part part = item.get("levels");
        if (part == null) {
            return NO_YES;
        }
        List<Level> levels =
                switch (part.node()) {
                    case YamlNode.Listing _ -> named(part);
                    case YamlNode.Mapping _ -> described(part);
                    case YamlNode.Scalar _ -> {
                        findings.error(
                                part,
                                "should be a list of levels, and is " + part.node().kindInWords(),
                                "Write them in order: [none, partial, full]");
                        yield null;
                    }
                };
        if (levels != null && (levels.size() < least || levels.size() > MOST_LEVELS)) {
            findings.error(
                    part,
                    "has %d level%s".formatted(levels.size(), levels.size() == 1 ? "" : "s"),
                    "Write from %s to %d levels, or leave the key out for no and yes"
                            .formatted(least == 1 ? "one" : "two", MOST_LEVELS));
            return null;
        }
        return levels;
    }

    private @Nullable List<Level> named(Part part) {
        List<Part> items = Fields.items(part, findings, "Write the names of the levels");
        List<Level> levels = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean complete = true;
        for (Part item : items == null ? List.<Part>of() : items) {
            String name = Scalars.text(item, findings);
            if (name == null) {
                complete = false;
            } else if (seen.add(name)) {
                levels.add(new Level(name, null, null, Basis.ASSUMED));
            } else {
                findings.error(
                        item,
                        "names the level %s twice".formatted(Show.quoted(name)),
                        "Name each level once");
                complete = false;
            }
        }
        return complete ? levels : null;
    }

    private @Nullable List<Level> described(Part part) {
        List<Part> entries = Fields.entries(part, findings, "Write the levels in order");
        List<Level> levels = new ArrayList<>();
        boolean complete = true;
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            String name = entry.name();
            boolean unnamed = entry.key() == null || entry.key().isNull();
            if (unnamed || name.isBlank() || !name.equals(name.strip())) {
                findings.error(
                        entry.path(),
                        entry.keyPlace(),
                        "is a level without a name, or with spaces around it",
                        "Name each level, without spaces at its ends");
                complete = false;
                continue;
            }
            Fields fields = Fields.orEmpty(entry, findings, LEVEL_KEYS);
            levels.add(
                    fields == null
                            ? new Level(name, null, null, Basis.ASSUMED)
                            : new Level(
                                    name,
                                    fields.text("text"),
                                    fields.text("test"),
                                    figures.basis(fields)));
        }
        return complete ? levels : null;
    }
}
