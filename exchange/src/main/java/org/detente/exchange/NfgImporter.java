// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.detente.model.Place;

/// Reads a game in strategic form as Gambit saves it (`.nfg`, version 1), with its payoffs or with
/// its outcomes written out.
public final class NfgImporter implements Importer {
    private static final Pattern MARK = Pattern.compile("^\\s*NFG\\s");

    /// Made by [Formats].
    public NfgImporter() {}

    @Override
    public String title() {
        return "a Gambit strategic game";
    }

    @Override
    public boolean recognises(ForeignFile file) {
        return MARK.matcher(file.text()).find();
    }

    @Override
    public Imported read(List<ForeignFile> files) {
        Findings findings = new Findings();
        for (ForeignFile more : files.subList(1, files.size())) {
            findings.error(
                    more,
                    "",
                    new Place(1, 1),
                    "is a game of its own, and one case holds one",
                    "Import it by itself, into another folder");
        }
        findings.stopIfAny();
        StrategicGame game = new NfgReading(files.getFirst(), findings).read();
        findings.stopIfAny();
        return new Imported(title(), game.toCase(), new ArrayList<>(findings.losses()));
    }
}
