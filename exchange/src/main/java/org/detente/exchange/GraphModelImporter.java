// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.List;
import java.util.regex.Matcher;

/// Reads a conflict of the graph model for conflict resolution, as the public tool gmcr-py saves it
/// (JSON, `.gmcr`): its versions to 0.3.13, both dialects of manual rankings.
public final class GraphModelImporter implements Importer {
    private static final java.util.regex.Pattern MAKERS =
            java.util.regex.Pattern.compile("[\"']decisionMakers[\"']\\s*:");

    /// Made by [Formats].
    public GraphModelImporter() {}

    @Override
    public String title() {
        return "a graph-model file";
    }

    @Override
    public boolean recognises(ForeignFile file) {
        Matcher makers = MAKERS.matcher(file.text());
        return file.beginsWith("{/#") && makers.find();
    }

    @Override
    public Imported read(List<ForeignFile> files) {
        Findings findings = new Findings();
        for (ForeignFile more : files.subList(1, files.size())) {
            findings.error(
                    more,
                    "",
                    new org.detente.model.Place(1, 1),
                    "is a conflict of its own, and one case holds one",
                    "Import it by itself, into another folder");
        }
        findings.stopIfAny();
        ForeignFile file = files.getFirst();
        Json root = JsonReader.read(file, findings);
        if (!(root instanceof Json.Obj object)) {
            throw findings.stop(
                    file,
                    "",
                    root.place(),
                    "is " + root.inWords() + ", not an object",
                    "Begin the file with { and options");
        }
        return new Imported(
                title(), new GraphModelReading(file, object, findings).read(), findings.losses());
    }
}
