// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.model.Basis;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Quantity;
import org.detente.model.Time;
import org.jspecify.annotations.Nullable;

/// Reads how time passes; the same for the case and for its views.
final class TimeReader {
    static final List<String> KEYS =
            List.of("step", "horizon", "patience", "rate", "precision", "detection");
    private static final List<String> DETECTION_WORDS =
            List.of("by", "value", "delay", "false alarms", "because", "note");
    private static final List<String> SIMPLE_DETECTION =
            List.of("value", "delay", "false alarms", "because", "note");
    private static final SequencedMap<String, Time.Unit> UNITS = Scalars.words(Time.Unit.values());
    private static final int LONGEST_HORIZON = 100_000;

    private final Findings findings;
    private final Names names;
    private final Figures figures;
    private final RegionReader regions;
    private final BeliefReader beliefs;

    TimeReader(Reading reading, RegionReader regions, BeliefReader beliefs) {
        this.findings = reading.findings();
        this.names = reading.names();
        this.figures = reading.figures();
        this.regions = regions;
        this.beliefs = beliefs;
    }

    @Nullable Time time(Part part) {
        Fields fields = Fields.of(part, findings, KEYS);
        if (fields == null) {
            return null;
        }
        Part step = fields.get("step");
        Part horizon = fields.get("horizon");
        Integer horizonSteps = horizon == null ? null : Scalars.steps(horizon, 1, findings);
        if (horizon != null && horizonSteps != null && horizonSteps > LONGEST_HORIZON) {
            findings.error(
                    horizon,
                    "looks %d steps ahead".formatted(horizonSteps),
                    "Write at most %d steps, or choose a longer step".formatted(LONGEST_HORIZON));
        }
        Part detection = fields.get("detection");
        return new Time(
                step == null ? null : span(step),
                horizonSteps,
                beliefs.byParty(fields.get("patience"), Bounds.DISCOUNT),
                beliefs.byParty(fields.get("rate"), Bounds.NOT_NEGATIVE),
                beliefs.byParty(fields.get("precision"), Bounds.NOT_NEGATIVE),
                detection == null ? List.of() : detections(detection));
    }

    private Time.@Nullable Span span(Part part) {
        String text = Scalars.text(part, findings);
        if (text == null) {
            return null;
        }
        int space = text.indexOf(' ');
        int count = space < 0 ? -1 : Scalars.digits(text.substring(0, space));
        String word = space < 0 ? "" : text.substring(space + 1);
        String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        Time.Unit unit = UNITS.get(singular);
        if (count < 1 || unit == null) {
            findings.error(
                    part,
                    "is %s, not a span of time".formatted(Show.quoted(text)),
                    "Write it as 3 months; the units are days, weeks, months and years");
            return null;
        }
        return new Time.Span(count, unit);
    }

    private List<Time.Detection> detections(Part part) {
        List<Time.Detection> detections = new ArrayList<>();
        List<Part> entries =
                Fields.entries(
                        part, findings, "Write options with chances: {us.relief: 60% to 100%}");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            if (regions.item(entry.name(), entry, false) instanceof ItemRef.OptionRef option) {
                Time.Detection detection = detection(option, entry);
                if (detection != null) {
                    detections.add(detection);
                }
            }
        }
        return detections;
    }

    private Time.@Nullable Detection detection(ItemRef.OptionRef option, Part part) {
        if (!(part.node() instanceof YamlNode.Mapping mapping)) {
            Figure chance = figures.figure(part, Bounds.CHANCE);
            return chance == null ? null : everywhere(option, chance, 0, null);
        }
        if (mapping.entry("by") != null) {
            return byLevel(option, part, mapping);
        }
        Fields fields = Fields.of(part, findings, SIMPLE_DETECTION);
        Part value =
                fields == null
                        ? null
                        : fields.required(
                                "value",
                                "Add value: with a chance, or by: with the option that decides and a"
                                        + " chance for each of its levels");
        if (fields == null || value == null) {
            return null;
        }
        Quantity chance = figures.quantity(value, Bounds.CHANCE);
        Basis basis = figures.basis(fields);
        int delay = delay(fields);
        Figure alarms = alarms(fields);
        return chance == null ? null : everywhere(option, new Figure(chance, basis), delay, alarms);
    }

    private static Time.Detection everywhere(
            ItemRef.OptionRef option, Figure chance, int delaySteps, @Nullable Figure alarms) {
        SequencedMap<String, Figure> chances = new LinkedHashMap<>();
        chances.put("", chance);
        return new Time.Detection(option, null, chances, delaySteps, alarms);
    }

    private Time.@Nullable Detection byLevel(
            ItemRef.OptionRef option, Part part, YamlNode.Mapping mapping) {
        YamlNode.Entry byEntry = mapping.entry("by");
        if (byEntry == null) {
            return null;
        }
        ItemRef.OptionRef by = regions.option(part.under(byEntry));
        List<String> levels = by == null ? null : names.levels(by);
        List<String> allowed = new ArrayList<>(List.of("by", "delay", "false alarms"));
        if (levels == null) {
            for (YamlNode.Entry entry : mapping.entries()) {
                allowed.add(entry.key().text());
            }
        } else {
            allowed.addAll(levels);
        }
        Fields fields = Fields.of(part, findings, allowed);
        if (fields == null) {
            return null;
        }
        SequencedMap<String, Figure> chances = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            Part chancePart = fields.get(entry.key().text());
            if (chancePart != null && !DETECTION_WORDS.contains(chancePart.name())) {
                Figure chance = figures.figure(chancePart, Bounds.CHANCE);
                if (chance != null) {
                    chances.put(chancePart.name(), chance);
                }
            }
        }
        List<String> unnamed = levels == null ? List.of() : new ArrayList<>(levels);
        if (levels != null) {
            unnamed.removeIf(fields::has);
        }
        if (!unnamed.isEmpty()) {
            findings.error(
                    part.path(),
                    part.keyPlace(),
                    "says nothing of the level%s %s of %s"
                            .formatted(unnamed.size() == 1 ? "" : "s", Show.list(unnamed), by),
                    "Add a chance for each");
        }
        int delay = delay(fields);
        Figure alarms = alarms(fields);
        return by == null ? null : new Time.Detection(option, by, chances, delay, alarms);
    }

    private int delay(Fields fields) {
        Part part = fields.get("delay");
        Integer steps = part == null ? null : Scalars.steps(part, 0, findings);
        return steps == null ? 0 : steps;
    }

    private @Nullable Figure alarms(Fields fields) {
        Part part = fields.get("false alarms");
        return part == null ? null : figures.figure(part, Bounds.CHANCE);
    }
}
