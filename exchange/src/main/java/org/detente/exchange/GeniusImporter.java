// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.detente.model.Place;
import org.jspecify.annotations.Nullable;

/// Reads a domain and utility profiles of Genius, the negotiation platform, in its XML. Utilities
/// are the tool's own: an issue's weight times the value's evaluation divided by the largest
/// evaluation of the issue; for an integer issue times offset + slope · (value − lower bound), kept
/// between 0 and 1.
public final class GeniusImporter implements Importer {
    private static final Pattern MARK =
            Pattern.compile(
                    "<\\s*(negotiation_template|utility_space)\\b", Pattern.CASE_INSENSITIVE);

    private static final Set<String> NOT_ADDITIVE =
            Set.of("ufun", "hyperrectangle", "constraint", "utility_function");

    /// Made by [Formats].
    public GeniusImporter() {}

    @Override
    public String title() {
        return "Genius XML";
    }

    @Override
    public boolean recognises(ForeignFile file) {
        return file.beginsWith("<") && MARK.matcher(file.text()).find();
    }

    @Override
    public Imported read(List<ForeignFile> files) {
        Findings findings = new Findings();
        ForeignFile domainFile = null;
        Xml domain = null;
        List<ForeignFile> profileFiles = new ArrayList<>();
        List<Xml> profiles = new ArrayList<>();
        for (ForeignFile file : files) {
            Xml root = Xml.read(file, findings);
            refuseNotAdditive(file, root, findings);
            if (isProfile(root)) {
                profileFiles.add(file);
                profiles.add(root);
            } else if (domain == null) {
                domain = root;
                domainFile = file;
            } else {
                findings.error(
                        file,
                        "",
                        root.place(),
                        "is a second domain: it has no weights and no evaluations",
                        "Name one domain and the profiles that belong to it");
            }
        }
        checkCount(files.getFirst(), profiles, findings);
        findings.stopIfAny();
        ForeignFile source = domainFile == null ? profileFiles.getFirst() : domainFile;
        Xml issues = domain == null ? profiles.getFirst() : domain;
        if (domain == null) {
            findings.loss(
                    "domain",
                    "no domain file was named",
                    "issues and values are those of " + source.shortName());
        }
        GeniusDomain read = GeniusDomain.of(source, issues, findings);
        findings.stopIfAny();
        List<Negotiation.Profile> held = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            held.add(new GeniusProfile(profileFiles.get(i), profiles.get(i), findings).read(read));
        }
        findings.stopIfAny();
        Negotiation negotiation =
                new Negotiation(
                        title(source, issues, domain != null),
                        read.issues().stream().map(GeniusDomain.Issue::plain).toList(),
                        held);
        return new Imported(title(), negotiation.toCase(), findings.losses());
    }

    private static void checkCount(ForeignFile first, List<Xml> profiles, Findings findings) {
        if (profiles.size() < 2) {
            findings.error(
                    first,
                    "",
                    new Place(1, 1),
                    "comes with %s, and an agreement is between two parties or more"
                            .formatted(Words.count(profiles.size(), "profile", "profiles")),
                    "Name the domain and each party's profile: import domain.xml profile1.xml profile2.xml");
        }
    }

    private static void refuseNotAdditive(ForeignFile file, Xml root, Findings findings) {
        List<Xml> found = new ArrayList<>();
        root.walk(element -> {
            if (NOT_ADDITIVE.contains(element.name())) {
                found.add(element);
            }
        });
        if (!found.isEmpty()) {
            findings.error(
                    file,
                    found.getFirst().name(),
                    found.getFirst().place(),
                    "makes this utility space non-linear, and only additive ones are read",
                    "Import a profile that has a weight for each issue");
            findings.stopIfAny();
        }
    }

    /// Whether a file says what values are worth.
    private static boolean isProfile(Xml root) {
        boolean[] worth = {false};
        root.walk(element ->
                worth[0] |=
                        element.name().equals("weight")
                                || element.name().equals("evaluator")
                                || element.get("evaluation") != null);
        return worth[0];
    }

    private static String title(ForeignFile file, Xml root, boolean isDomain) {
        String[] named = {""};
        if (isDomain) {
            root.walk(element -> {
                String name = element.get("name");
                if (element.name().equals("utility_space") && name != null) {
                    named[0] = Words.line(name);
                }
            });
        }
        if (!named[0].isEmpty()) {
            return named[0];
        }
        String stem = file.stem().replaceFirst("(?i)[-_ ]?domain$", "");
        return stem.isEmpty() ? file.stem() : stem;
    }

    /// A number in an attribute; null after an error, or where the attribute is absent.
    static @Nullable Double number(
            ForeignFile file, Xml element, String attribute, Findings findings) {
        String text = element.get(attribute);
        if (text == null || text.isBlank() || text.strip().equals("null")) {
            return null;
        }
        double number = Numbers.parse(text);
        if (Double.isNaN(number)) {
            findings.error(
                    file,
                    element.name() + "." + attribute,
                    element.place(),
                    "is %s, not a number of at most 1e15".formatted(Words.shown(text)),
                    "Write a number such as 0.25");
            return null;
        }
        return number;
    }
}
