// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.detente.model.Place;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Puts a YAML document together from its events, within bounds: how deep, and how large once its
/// aliases are written out.
///
/// We compose ourselves because the library's composer recurses without a bound and lets a key
/// stand twice.
final class YamlComposer {
    /// How deep lists and keys may be nested.
    static final int DEEPEST = 100;

    /// How many nodes a document may have when each alias counts as what it stands for.
    static final int MOST_NODES = 500_000;

    private final Findings findings;
    private final Map<String, Sized> anchored = new HashMap<>();
    private int depth;

    private YamlComposer(Findings findings) {
        this.findings = findings;
    }

    /// A node with its extent, aliases written out.
    private record Sized(YamlNode node, long nodeCount, int height) {}

    /// Ends composing after one message.
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Place place;
        private final transient String fact;
        private final transient String mend;

        Unreadable(Place place, String fact, String mend) {
            super(fact, null, false, false);
            this.place = place;
            this.fact = fact;
            this.mend = mend;
        }
    }

    /// The document's one node, or null where the findings say why there is none.
    static @Nullable YamlNode compose(CaseText text, Findings findings) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setUseMarks(true)
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text.text()).iterator();
            return new YamlComposer(findings).document(events);
        } catch (Unreadable e) {
            findings.error("", e.place, e.fact, e.mend);
        } catch (MarkedYamlEngineException e) {
            YamlTrouble.report(e, text, findings);
        } catch (YamlEngineException e) {
            findings.error(
                    "",
                    new Place(1, 1),
                    "is not YAML: " + Show.cut(String.valueOf(e.getMessage()), 120),
                    "Begin the file with detente: 1");
        }
        return null;
    }

    private @Nullable YamlNode document(Iterator<Event> events) throws Unreadable {
        YamlNode root = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                case DocumentStart -> {
                    if (root != null) {
                        throw new Unreadable(
                                place(event),
                                "begins a second document",
                                "Keep one case in one file: remove the line of dashes, or move what"
                                        + " follows to a folder of its own");
                    }
                }
                default -> root = node(event, events, "").node();
            }
        }
        if (root == null || root.isEmptyScalar()) {
            findings.error(
                    "",
                    new Place(1, 1),
                    "is empty",
                    "Begin with detente: 1, title, parties and options");
            return null;
        }
        return root;
    }

    private Sized node(Event event, Iterator<Event> events, String path) throws Unreadable {
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        refuseTag(event);
        Sized result =
                switch (event.getEventId()) {
                    case SequenceStart -> listing(event, events, path);
                    case MappingStart -> mapping(event, events, path);
                    default -> scalar((ScalarEvent) event);
                };
        if (result.nodeCount() > MOST_NODES) {
            throw new Unreadable(
                    place(event),
                    "grows to more than %,d entries once its aliases are written out"
                            .formatted(MOST_NODES),
                    "Use fewer aliases (*name), or write the parts out");
        }
        if (event instanceof NodeEvent anchoring && anchoring.getAnchor().isPresent()) {
            anchored.put(anchoring.getAnchor().get().getValue(), result);
        }
        return result;
    }

    private Sized aliased(AliasEvent alias) throws Unreadable {
        Anchor anchor = alias.getAlias();
        Sized target = anchored.get(anchor.getValue());
        if (target == null) {
            throw new Unreadable(
                    place(alias),
                    "*%s stands for nothing written before it"
                            .formatted(Show.cut(anchor.getValue(), 40)),
                    "Mark a part with &%s before it is used, and not from inside itself"
                            .formatted(Show.cut(anchor.getValue(), 40)));
        }
        if (depth + target.height() > DEEPEST) {
            throw tooDeep(place(alias));
        }
        return target;
    }

    private static void refuseTag(Event event) throws Unreadable {
        Optional<String> tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case CollectionStartEvent collection -> collection.getTag();
                    default -> Optional.empty();
                };
        if (tag.isPresent()) {
            throw new Unreadable(
                    place(event),
                    "carries the tag " + Show.quoted(tag.get()),
                    "Remove the tag: a case has only words, lists and keys. A word that begins with"
                            + " ! goes in quotes");
        }
    }

    private static Sized scalar(ScalarEvent event) throws Unreadable {
        refuseHalves(event);
        return new Sized(
                new YamlNode.Scalar(
                        event.getValue(),
                        event.isPlain(),
                        place(event),
                        event.getStartMark().map(Mark::getIndex).orElse(0),
                        event.getEndMark().map(Mark::getIndex).orElse(0)),
                1,
                0);
    }

    /// An escape can stand for half of a character, which no file and no terminal can hold.
    private static void refuseHalves(ScalarEvent event) throws Unreadable {
        int first = firstHalf(event.getValue());
        if (first != 0) {
            throw new Unreadable(
                    place(event),
                    "holds \\u%04X, which is half of a character".formatted(first),
                    "Write the character itself, or both halves");
        }
    }

    private static int firstHalf(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int codePoint = text.codePointAt(i);
                if (Character.getType(codePoint) == Character.SURROGATE) {
                    return codePoint;
                }
                i++;
            }
        }
        return 0;
    }

    private Sized listing(Event start, Iterator<Event> events, String path) throws Unreadable {
        deeper(start);
        List<YamlNode> items = new ArrayList<>();
        long count = 1;
        int height = 0;
        while (true) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.SequenceEnd) {
                break;
            }
            Sized item = node(event, events, path + "[" + items.size() + "]");
            items.add(item.node());
            count += item.nodeCount();
            height = Math.max(height, item.height());
        }
        depth--;
        return new Sized(new YamlNode.Listing(List.copyOf(items), place(start)), count, height + 1);
    }

    private Sized mapping(Event start, Iterator<Event> events, String path) throws Unreadable {
        deeper(start);
        Part here = new Part(path, null, new YamlNode.Mapping(List.of(), place(start)));
        List<YamlNode.Entry> entries = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        Set<String> reported = new HashSet<>();
        long count = 1;
        int height = 0;
        while (true) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.MappingEnd) {
                break;
            }
            YamlNode keyNode = node(event, events, path).node();
            if (!(keyNode instanceof YamlNode.Scalar key)) {
                throw new Unreadable(
                        keyNode.place(),
                        "has a list or further keys where a key should stand",
                        "Write a name before the colon; quote a text that begins with [ or {");
            }
            String keyPath = here.pathUnder(key.text());
            Sized value = node(events.next(), events, keyPath);
            count += value.nodeCount() + 1;
            height = Math.max(height, value.height());
            Place first = seen.putIfAbsent(key.text(), key.place());
            if (first == null) {
                entries.add(new YamlNode.Entry(key, value.node()));
            } else if (reported.add(key.text())) {
                findings.error(
                        keyPath,
                        key.place(),
                        "is given twice, first on line " + first.line(),
                        "Rename one, or merge them");
            }
        }
        depth--;
        return new Sized(
                new YamlNode.Mapping(List.copyOf(entries), place(start)), count, height + 1);
    }

    private void deeper(Event start) throws Unreadable {
        depth++;
        if (depth > DEEPEST) {
            throw tooDeep(place(start));
        }
    }

    private static Unreadable tooDeep(Place place) {
        return new Unreadable(
                place,
                "is nested more than %d deep".formatted(DEEPEST),
                "Close the brackets that are still open; a case needs about ten levels");
    }

    private static Place place(Event event) {
        return event.getStartMark()
                .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Place(1, 1));
    }
}
