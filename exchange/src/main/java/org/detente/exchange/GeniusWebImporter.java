// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.detente.model.Place;
import org.jspecify.annotations.Nullable;

/// Reads a domain and linear additive profiles of GeniusWeb, the negotiation platform, in its JSON.
/// Utilities are the tool's own: an issue's weight times the value's utility.
public final class GeniusWebImporter implements Importer {
    /// What a profile that is read is wrapped in.
    private static final String ADDITIVE = "LinearAdditiveUtilitySpace";

    private static final Pattern MARK =
            Pattern.compile(
                    "[\"'](issuesValues|issueValues|issueUtilities|LinearAdditiveUtilitySpace|SumOfGroupsUtilitySpace|DefaultPartialOrdering|FullOrdering|DefaultProfile)[\"']\\s*:");

    /// Made by [Formats].
    public GeniusWebImporter() {}

    @Override
    public String title() {
        return "GeniusWeb JSON";
    }

    @Override
    public boolean recognises(ForeignFile file) {
        return file.beginsWith("{/#") && MARK.matcher(file.text()).find();
    }

    @Override
    public Imported read(List<ForeignFile> files) {
        Findings findings = new Findings();
        GeniusWebDomain domain = null;
        List<ForeignFile> profileFiles = new ArrayList<>();
        List<Json.Obj> profiles = new ArrayList<>();
        for (ForeignFile file : files) {
            Json.Obj object = object(file, findings);
            if (object == null) {
                continue;
            }
            if (!GeniusWebDomain.isDomain(object)) {
                Json.Obj profile = additive(file, object, findings);
                if (profile != null) {
                    profileFiles.add(file);
                    profiles.add(profile);
                }
            } else if (domain == null) {
                domain = GeniusWebDomain.of(file, object, findings);
            } else {
                findings.error(
                        file,
                        "",
                        object.place(),
                        "is a second domain",
                        "Name one domain and the profiles that belong to it");
            }
        }
        findings.stopIfAny();
        checkCount(files.getFirst(), profiles.size(), findings);
        if (domain == null) {
            domain = ownDomain(profileFiles.getFirst(), profiles.getFirst(), findings);
        }
        findings.stopIfAny();
        List<Negotiation.Profile> held = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            held.add(
                    new GeniusWebProfile(profileFiles.get(i), profiles.get(i), findings)
                            .read(domain));
        }
        findings.stopIfAny();
        Negotiation negotiation =
                new Negotiation(
                        domain.name(),
                        domain.issues().stream().map(GeniusWebDomain.Issue::plain).toList(),
                        held);
        return new Imported(title(), negotiation.toCase(), findings.losses());
    }

    private static Json.@Nullable Obj object(ForeignFile file, Findings findings) {
        Json root = JsonReader.read(file, findings);
        if (root instanceof Json.Obj object) {
            return object;
        }
        findings.error(
                file,
                "",
                root.place(),
                "is " + root.inWords() + ", not an object",
                "Name a domain or a profile of GeniusWeb");
        return null;
    }

    private static void checkCount(ForeignFile first, int profileCount, Findings findings) {
        if (profileCount < 2) {
            findings.error(
                    first,
                    "",
                    new Place(1, 1),
                    "comes with %s, and an agreement is between two parties or more"
                            .formatted(Words.count(profileCount, "profile", "profiles")),
                    "Name the domain and each party's profile: import domain.json profile1.json profile2.json");
        }
        findings.stopIfAny();
    }

    private static GeniusWebDomain ownDomain(
            ForeignFile file, Json.Obj profile, Findings findings) {
        if (profile.get("domain") instanceof Json.Obj domain) {
            return GeniusWebDomain.of(file, domain, findings);
        }
        throw findings.stop(
                file,
                "domain",
                profile.place(),
                "is missing, and no domain file was named",
                "Name the domain's file too");
    }

    /// What stands in the wrapper of a linear additive profile; null after an error.
    private static Json.@Nullable Obj additive(ForeignFile file, Json.Obj root, Findings findings) {
        if (root.get(ADDITIVE) instanceof Json.Obj inner) {
            return inner;
        }
        if (root.get("issueUtilities") != null) {
            return root;
        }
        String kind = root.entries().isEmpty() ? "" : root.entries().firstEntry().getKey();
        findings.error(
                file,
                "",
                root.place(),
                "is a profile of the kind %s, and only %s is read"
                        .formatted(Words.shown(kind), ADDITIVE),
                "Import profiles whose utilities add up over the issues");
        return null;
    }
}
