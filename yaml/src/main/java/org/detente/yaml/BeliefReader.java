// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.model.Agreement.Beliefs;
import org.detente.model.Agreement.LevelChance;
import org.detente.model.Agreement.Meanwhile;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Lottery;
import org.detente.yaml.Names.Kind;
import org.jspecify.annotations.Nullable;

/// Reads what is believed around an agreement; the same for the case and for its views.
final class BeliefReader {
    static final List<String> KEYS =
            List.of("otherwise", "outside", "risk", "meanwhile", "weights");

    private final Findings findings;
    private final Names names;
    private final Figures figures;
    private final RegionReader regions;
    private final LotteryReader lotteries;

    BeliefReader(Reading reading, RegionReader regions) {
        this.findings = reading.findings();
        this.names = reading.names();
        this.figures = reading.figures();
        this.regions = regions;
        this.lotteries = new LotteryReader(reading);
    }

    /// Reads the beliefs among some keys.
    ///
    /// @param covers the options that an agreement fixes, about which nothing is left to believe
    Beliefs beliefs(Fields fields, List<ItemRef.OptionRef> covers) {
        Part otherwise = fields.get("otherwise");
        Part risk = fields.get("risk");
        Part meanwhile = fields.get("meanwhile");
        return new Beliefs(
                otherwise == null ? null : fallback(otherwise),
                byParty(fields.get("outside"), Bounds.POINTS),
                risk == null ? null : lotteries.partial(risk),
                meanwhile == null ? List.of() : meanwhile(meanwhile, covers),
                byParty(fields.get("weights"), Bounds.POSITIVE));
    }

    private @Nullable Fallback fallback(Part part) {
        List<Part> entries =
                Fields.entries(
                        part,
                        findings,
                        "Write {war: 5% to 90%, standoff: rest}, {us: {…}, iran: {…}}, or {values: {…}}");
        if (entries == null) {
            return null;
        }
        if (entries.size() == 1
                && entries.getFirst().name().equals("values")
                && entries.getFirst().node() instanceof YamlNode.Mapping) {
            return new Fallback.Values(byParty(entries.getFirst(), Bounds.POINTS));
        }
        boolean perParty =
                !entries.isEmpty()
                        && entries.stream()
                                .allMatch(entry ->
                                        entry.node() instanceof YamlNode.Mapping mapping
                                                && mapping.entry("value") == null);
        if (!perParty) {
            Lottery lottery = lotteries.whole(part);
            return lottery == null ? null : new Fallback.Shared(lottery);
        }
        SequencedMap<String, Lottery> byParty = new LinkedHashMap<>();
        for (Part entry : entries) {
            names.use(Kind.PARTY, entry.name(), entry.path(), entry.keyPlace());
            Lottery lottery = lotteries.whole(entry);
            if (lottery != null) {
                byParty.put(entry.name(), lottery);
            }
        }
        return new Fallback.Beliefs(byParty);
    }

    /// Numbers by party; none where the part is absent.
    SequencedMap<String, Figure> byParty(@Nullable Part part, Bounds bounds) {
        SequencedMap<String, Figure> figuresByParty = new LinkedHashMap<>();
        List<Part> entries =
                part == null
                        ? List.of()
                        : Fields.entries(part, findings, "Write parties with numbers: {us: 1}");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            names.use(Kind.PARTY, entry.name(), entry.path(), entry.keyPlace());
            Figure figure = figures.figure(entry, bounds);
            if (figure != null) {
                figuresByParty.put(entry.name(), figure);
            }
        }
        return figuresByParty;
    }

    private List<Meanwhile> meanwhile(Part part, List<ItemRef.OptionRef> covers) {
        List<Meanwhile> meanwhile = new ArrayList<>();
        List<Part> entries =
                Fields.entries(
                        part, findings, "Write options with chances: {israel.strike: 5% to 40%}");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            if (!(regions.item(entry.name(), entry, false) instanceof ItemRef.OptionRef option)) {
                continue;
            }
            if (covers.contains(option)) {
                findings.error(
                        entry.path(),
                        entry.keyPlace(),
                        "is fixed by the agreement, which covers it",
                        "Remove it here or from covers");
            }
            meanwhile.add(new Meanwhile(option, chances(option, entry)));
        }
        return meanwhile;
    }

    private List<LevelChance> chances(ItemRef.OptionRef option, Part part) {
        List<String> levels = names.levels(option);
        boolean single =
                !(part.node() instanceof YamlNode.Mapping mapping)
                        || mapping.entry("value") != null;
        if (single) {
            Figure figure = figures.figure(part, Bounds.CHANCE);
            if (levels != null && levels.size() != 2) {
                findings.error(
                        part,
                        "is one chance, and %s has the levels %s"
                                .formatted(option, Show.list(levels)),
                        "Write a chance for each level but the first: {%s: 10%%, …}"
                                .formatted(levels.get(1)));
            }
            return figure == null || levels == null
                    ? List.of()
                    : List.of(new LevelChance(levels.getLast(), figure));
        }
        List<LevelChance> chances = new ArrayList<>();
        List<Figure> shares = new ArrayList<>();
        List<Part> entries = Fields.entries(part, findings, "Write levels with chances");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            names.useLevel(option, entry.name(), entry.path(), entry.keyPlace());
            if (levels != null && entry.name().equals(levels.getFirst())) {
                findings.error(
                        entry.path(),
                        entry.keyPlace(),
                        "is the first level, which has what the others leave",
                        "Remove it");
            }
            Figure figure = figures.figure(entry, Bounds.CHANCE);
            if (figure != null) {
                shares.add(figure);
                chances.add(new LevelChance(entry.name(), figure));
            }
        }
        if (entries != null && entries.isEmpty()) {
            findings.error(part, "names no level", "Write levels with chances");
        }
        lotteries.checkSum(part, shares, false);
        return chances;
    }
}
