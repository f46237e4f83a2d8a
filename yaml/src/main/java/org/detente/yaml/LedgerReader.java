// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.detente.model.Claim;
import org.detente.model.PartialDate;
import org.detente.model.Source;
import org.detente.model.Speaker;
import org.detente.yaml.Names.Kind;
import org.jspecify.annotations.Nullable;

/// Reads sources and claims: who says what, where.
final class LedgerReader {
    private static final List<String> SOURCE_KEYS =
            List.of("title", "kind", "date", "reliability", "author", "file", "url", "note");
    private static final List<String> CLAIM_KEYS =
            List.of(
                    "quote",
                    "says",
                    "in",
                    "by",
                    "kind",
                    "date",
                    "credibility",
                    "condition",
                    "contested",
                    "note");
    private static final SequencedMap<String, Source.Reliability> RELIABILITY =
            Scalars.words(Source.Reliability.values(), name -> name);
    private static final SequencedMap<String, Claim.Kind> CLAIM_KINDS =
            Scalars.words(Claim.Kind.values());
    private static final String KIND_MEND = "Add kind: " + Show.choice(CLAIM_KINDS.keySet());
    private static final String SPEAKERS =
            "Write a party's or a source's id, {name: IRGC, of: iran}, or a list of these";

    private final Findings findings;
    private final Names names;
    private final @Nullable PartialDate cutoff;

    LedgerReader(Reading reading, @Nullable PartialDate cutoff) {
        this.findings = reading.findings();
        this.names = reading.names();
        this.cutoff = cutoff;
    }

    List<Source> sources(Part part) {
        List<Source> sources = new ArrayList<>();
        List<Part> entries =
                Fields.entries(part, findings, "Write each source's id with {title: …, date: …}");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            Ids.check(entry, findings);
            Fields fields = Fields.of(entry, findings, SOURCE_KEYS);
            Source source = fields == null ? null : source(entry, fields);
            if (source != null) {
                sources.add(source);
            }
        }
        return sources;
    }

    private @Nullable Source source(Part entry, Fields fields) {
        Part titlePart = fields.required("title", "Add title: with the source's title");
        String title = titlePart == null ? null : Scalars.text(titlePart, findings);
        Part datePart = fields.get("date");
        PartialDate date = datePart == null ? null : Scalars.date(datePart, findings);
        if (datePart == null && cutoff != null) {
            findings.error(
                    entry.path(),
                    entry.keyPlace(),
                    "has no date, and the case has a cutoff",
                    "Add date: with the year, month or day it appeared");
        }
        refuseLater(datePart, date);
        Part letterPart = fields.get("reliability");
        Source.Reliability letter =
                letterPart == null ? null : Scalars.choice(letterPart, RELIABILITY, findings);
        String kind = fields.text("kind");
        String author = fields.text("author");
        String file = fields.text("file");
        String url = fields.text("url");
        String note = fields.text("note");
        return title == null
                ? null
                : new Source(entry.name(), title, kind, date, letter, author, file, url, note);
    }

    private void refuseLater(@Nullable Part part, @Nullable PartialDate date) {
        if (part != null && date != null && cutoff != null && date.compareTo(cutoff) > 0) {
            findings.error(
                    part,
                    "is %s, later than the cutoff %s".formatted(date, cutoff),
                    "Leave out what was not known by the cutoff, or move the cutoff");
        }
    }

    List<Claim> claims(Part part) {
        List<Claim> claims = new ArrayList<>();
        List<Part> entries =
                Fields.entries(
                        part, findings, "Write each claim's id with {quote: …, in: …, by: …}");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            Ids.check(entry, findings);
            Fields fields = Fields.of(entry, findings, CLAIM_KEYS);
            Claim claim = fields == null ? null : claim(entry, fields);
            if (claim != null) {
                claims.add(claim);
            }
        }
        return claims;
    }

    private @Nullable Claim claim(Part entry, Fields fields) {
        if (!fields.has("quote") && !fields.has("says")) {
            findings.error(
                    entry.path(),
                    entry.keyPlace(),
                    "has no quote",
                    "Add quote: with the source's words, or says: with a neutral paraphrase");
        }
        String quote = fields.text("quote");
        String says = fields.text("says");
        Part inPart = fields.required("in", "Add in: with the id of its source");
        String in = inPart == null ? null : Scalars.text(inPart, findings);
        if (inPart != null && in != null) {
            names.use(Kind.SOURCE, in, inPart.path(), inPart.node().place());
        }
        Part byPart = fields.required("by", "Add by: with who says it. " + SPEAKERS);
        List<Speaker> by = byPart == null ? List.of() : speakers(byPart);
        Part kindPart = fields.required("kind", KIND_MEND);
        Claim.Kind kind = kindPart == null ? null : Scalars.choice(kindPart, CLAIM_KINDS, findings);
        Part datePart = fields.get("date");
        PartialDate date = datePart == null ? null : Scalars.date(datePart, findings);
        refuseLater(datePart, date);
        Part digitPart = fields.get("credibility");
        Integer credibility = digitPart == null ? null : Scalars.whole(digitPart, 1, 6, findings);
        String condition = fields.text("condition");
        Part contestedPart = fields.get("contested");
        List<Claim.Contest> contested = contestedPart == null ? List.of() : contests(contestedPart);
        String note = fields.text("note");
        if (in == null || kind == null) {
            return null;
        }
        return new Claim(
                entry.name(),
                quote,
                says,
                in,
                by,
                kind,
                date,
                credibility,
                condition,
                contested,
                note);
    }

    private List<Claim.Contest> contests(Part part) {
        List<Part> items =
                part.node() instanceof YamlNode.Listing
                        ? Fields.items(part, findings, SPEAKERS)
                        : List.of(part);
        List<Claim.Contest> contests = new ArrayList<>();
        for (Part item : items == null ? List.<Part>of() : items) {
            Fields fields = Fields.of(item, findings, List.of("by", "note"));
            Part by = fields == null ? null : fields.required("by", "Add by: with who disputes it");
            if (fields != null && by != null) {
                contests.add(new Claim.Contest(speakers(by), fields.text("note")));
            }
        }
        if (items != null && items.isEmpty()) {
            findings.error(part, "is empty", "Write {by: …, note: …}, or remove the key");
        }
        return contests;
    }

    private List<Speaker> speakers(Part part) {
        List<Part> items =
                part.node() instanceof YamlNode.Listing
                        ? Fields.items(part, findings, SPEAKERS)
                        : List.of(part);
        List<Speaker> speakers = new ArrayList<>();
        for (Part item : items == null ? List.<Part>of() : items) {
            Speaker speaker = item.node() instanceof YamlNode.Mapping ? named(item) : byId(item);
            if (speaker != null) {
                speakers.add(speaker);
            }
        }
        if (items != null && items.isEmpty()) {
            findings.error(part, "names nobody", SPEAKERS);
        }
        return speakers;
    }

    private @Nullable Speaker named(Part part) {
        Fields fields = Fields.of(part, findings, List.of("name", "of"));
        if (fields == null) {
            return null;
        }
        Part namePart = fields.required("name", "Add name: as readers know it");
        String name = namePart == null ? null : Scalars.text(namePart, findings);
        Part ofPart = fields.get("of");
        String of = ofPart == null ? null : Scalars.text(ofPart, findings);
        if (ofPart != null && of != null) {
            names.use(Kind.PARTY, of, ofPart.path(), ofPart.node().place());
        }
        return name == null ? null : new Speaker.Named(name, of);
    }

    private @Nullable Speaker byId(Part part) {
        String id = Scalars.text(part, findings);
        if (id == null) {
            return null;
        }
        boolean party = names.isKnown(Kind.PARTY, id);
        boolean source = names.isKnown(Kind.SOURCE, id);
        if (party && source) {
            findings.error(
                    part,
                    "is %s, which is both a party and a source".formatted(Show.quoted(id)),
                    "Rename the source");
            return null;
        }
        if (source) {
            return new Speaker.OfSource(id);
        }
        if (!party && !names.accepts(Kind.PARTY, id) && !names.accepts(Kind.SOURCE, id)) {
            unknownSpeaker(part, id);
            return null;
        }
        return new Speaker.OfParty(id);
    }

    private void unknownSpeaker(Part part, String id) {
        List<String> known =
                Stream.concat(names.all(Kind.PARTY).stream(), names.all(Kind.SOURCE).stream())
                        .toList();
        String nearest = NearestName.of(id, known);
        findings.error(
                part,
                "there is no party or source %s".formatted(Show.quoted(id)),
                nearest == null
                        ? "Somebody else is written {name: %s}, with of: and a party's id where"
                                        .formatted(Show.cut(id, 40))
                                + " they belong to one"
                        : "Did you mean %s?".formatted(nearest));
    }
}
