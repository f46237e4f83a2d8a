// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.detente.compile.StateSpace;
import org.detente.model.Case;
import org.detente.model.Option;
import org.detente.model.Party;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Writes a case as a graph-model file (`.gmcr`) that gmcr-py opens: its options, rules, orders and
/// rankings, misperceptions and coalitions, exactly.
public final class GraphModelExporter implements Exporter {
    /// Made by [Formats].
    public GraphModelExporter() {}

    @Override
    public String format() {
        return "gmcr";
    }

    @Override
    public String title() {
        return "a graph-model file for gmcr-py";
    }

    @Override
    public Exported write(ExportJob job) {
        Case source = job.source();
        if (source.options().isEmpty()) {
            throw new ExportError(
                    "this case has no options, and a graph-model file is made of them. Add options:, or export it as genius or geniusweb.");
        }
        Bits bits = new Bits(source, job.model().space());
        if (bits.count() > Pattern.MOST_OPTIONS) {
            throw new ExportError(
                    "the levels of this case need %d yes/no options, and a graph-model file here has at most %d. Leave out options or levels."
                            .formatted(bits.count(), Pattern.MOST_OPTIONS));
        }
        List<Loss> losses = losses(job);
        GraphModelContent content = GraphModelContent.of(job, bits, losses);
        return new Exported(
                List.of(new OutFile(job.key() + ".gmcr", out -> write(job, bits, content, out))),
                losses);
    }

    private static List<Loss> losses(ExportJob job) {
        Case source = job.source();
        List<Loss> losses = Plain.losses(source, false);
        for (Option option : source.options()) {
            if (option.levels().size() == 1) {
                losses.add(
                        new Loss(
                                "options." + option.ref(), "an option with one level", "left out"));
            } else if (option.levels().size() > 2) {
                losses.add(
                        new Loss(
                                "options." + option.ref(),
                                "%d levels".formatted(option.levels().size()),
                                "one yes/no option for each level but the first: states get other numbers"));
            }
        }
        Plain.add(losses, "outcomes", source.outcomes().size(), "names of regions");
        Plain.add(losses, "same", source.same().size(), "groups of states counted as one");
        if (source.agreement() != null) {
            losses.add(new Loss("agreement", "what could be agreed", "left out"));
        }
        for (Preferences preferences : source.preferences()) {
            for (PreferencePart part : preferences.parts()) {
                boolean carried =
                        part instanceof PreferencePart.Order
                                || part instanceof PreferencePart.Ranking;
                boolean ranked =
                        part instanceof PreferencePart.Values
                                && preferences.part(PreferencePart.Order.class) == null
                                && preferences.part(PreferencePart.Ranking.class) == null;
                if (!carried) {
                    losses.add(
                            new Loss(
                                    "preferences." + preferences.party(),
                                    Plain.kind(part),
                                    ranked
                                            ? "the ranking that follows from their centre"
                                            : "left out"));
                }
            }
        }
        return losses;
    }

    private static void write(ExportJob job, Bits bits, GraphModelContent content, OutputStream out)
            throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json =
                factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("program", "detente");
            json.writeStringProperty("version", "1");
            json.writeStringProperty("title", job.source().title());
            json.writeBooleanProperty("useManualPreferenceRanking", content.manual());
            if (content.now() != 0) {
                json.writeNumberProperty("statusQuo", content.now());
            }
            writeOptions(job, bits, json);
            writeMakers(job, bits, content, json);
            json.writeArrayPropertyStart("infeasibles");
            for (List<Pattern> rule : content.infeasible()) {
                writeCondition(rule, json);
            }
            json.writeEndArray();
            writeCoalitions(job.source(), json);
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void writeOptions(ExportJob job, Bits bits, JsonGenerator json) {
        json.writeArrayPropertyStart("options");
        for (Option option : job.source().options()) {
            for (int level = 1; level < option.levels().size(); level++) {
                json.writeStartObject();
                json.writeStringProperty("name", bits.name(option, level));
                json.writeStringProperty(
                        "permittedDirection",
                        switch (option.moves()) {
                            case BOTH -> "both";
                            case UP -> "fwd";
                            case DOWN -> "back";
                        });
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void writeMakers(
            ExportJob job, Bits bits, GraphModelContent content, JsonGenerator json) {
        StateSpace space = job.model().space();
        json.writeArrayPropertyStart("decisionMakers");
        for (Party party : job.source().parties()) {
            json.writeStartObject();
            json.writeStringProperty("name", party.name());
            json.writeArrayPropertyStart("options");
            int mover = space.moverIndex(party.id());
            for (int option : mover < 0 ? new int[0] : space.optionsOf(mover)) {
                for (int level = 1; level < space.radix(option); level++) {
                    json.writeNumber(bits.firstBit(option) + level - 1);
                }
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("preferences");
            for (List<Pattern> statement : content.orderOf(party.id())) {
                writeCondition(statement, json);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("misperceptions");
            for (List<Pattern> states : content.unseenBy(party.id())) {
                writeCondition(states, json);
            }
            json.writeEndArray();
            if (content.manual()) {
                writeRanking(content.rankingOf(party.id()), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRanking(List<int[]> groups, JsonGenerator json) {
        json.writeArrayPropertyStart("preferenceRanking");
        for (int[] group : groups) {
            if (group.length > 1) {
                json.writeStartArray();
            }
            for (int position : group) {
                json.writeNumber(position);
            }
            if (group.length > 1) {
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }

    private static void writeCondition(List<Pattern> patterns, JsonGenerator json) {
        if (patterns.size() == 1) {
            writePattern(patterns.getFirst(), json);
            return;
        }
        json.writeStartObject();
        json.writeBooleanProperty("compound", true);
        json.writeArrayPropertyStart("members");
        patterns.forEach(pattern -> writePattern(pattern, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writePattern(Pattern pattern, JsonGenerator json) {
        json.writeStartArray();
        for (int bit = 0; bit < Pattern.MOST_OPTIONS; bit++) {
            boolean yes = (pattern.yes() >>> bit & 1) != 0;
            if (yes || (pattern.no() >>> bit & 1) != 0) {
                json.writeStartArray();
                json.writeNumber(bit);
                json.writeString(yes ? "Y" : "N");
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }

    private static void writeCoalitions(Case source, JsonGenerator json) {
        List<String> ids = source.parties().stream().map(Party::id).toList();
        List<String> free = new ArrayList<>(ids);
        json.writeArrayPropertyStart("coalitions");
        for (List<String> coalition : source.coalitions()) {
            json.writeStartArray();
            coalition.forEach(member -> json.writeNumber(ids.indexOf(member)));
            json.writeEndArray();
            free.removeAll(coalition);
        }
        free.forEach(party -> json.writeNumber(ids.indexOf(party)));
        json.writeEndArray();
    }
}
