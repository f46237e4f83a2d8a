// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Agreement;
import org.detente.model.Assumption;
import org.detente.model.Basis;
import org.detente.model.ItemRef;
import org.detente.model.Preferences;
import org.detente.model.Time;
import org.detente.model.View;
import org.detente.yaml.Names.Kind;
import org.jspecify.annotations.Nullable;

/// Reads rival views of a case, with the same readers as the case itself.
final class ViewReader {
    private static final List<String> KEYS =
            List.of(
                    "name",
                    "text",
                    "preferences",
                    "assumptions",
                    "agreement",
                    "time",
                    "because",
                    "note",
                    "by",
                    "on");

    private final Findings findings;
    private final Names names;
    private final Figures figures;
    private final PreferenceReader preferences;
    private final BeliefReader beliefs;
    private final TimeReader times;

    ViewReader(
            Reading reading, PreferenceReader preferences, BeliefReader beliefs, TimeReader times) {
        this.findings = reading.findings();
        this.names = reading.names();
        this.figures = reading.figures();
        this.preferences = preferences;
        this.beliefs = beliefs;
        this.times = times;
    }

    /// Reads all views.
    ///
    /// @param covers what the case's agreement covers, or null if the case has none
    /// @param timed whether the case has a time model
    List<View> views(Part part, @Nullable List<ItemRef.OptionRef> covers, boolean timed) {
        List<View> views = new ArrayList<>();
        List<Part> entries =
                Fields.entries(part, findings, "Write each view's id with what it changes");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            Ids.check(entry, findings);
            Fields fields = Fields.of(entry, findings, KEYS);
            if (fields != null) {
                views.add(view(entry.name(), fields, covers, timed));
            }
        }
        return views;
    }

    private View view(
            String id, Fields fields, @Nullable List<ItemRef.OptionRef> covers, boolean timed) {
        String name = fields.text("name");
        String text = fields.text("text");
        Basis basis = figures.basis(fields);
        Part preferencePart = fields.get("preferences");
        List<Preferences> own =
                preferencePart == null ? List.of() : preferences.preferences(preferencePart);
        Part assumptionPart = fields.get("assumptions");
        List<Assumption> assumptions =
                assumptionPart == null ? List.of() : assumptions(assumptionPart);
        Part agreementPart = fields.get("agreement");
        Agreement.Beliefs held = agreementPart == null ? null : held(agreementPart, covers);
        Part timePart = fields.get("time");
        Time time = timePart == null ? null : times.time(timePart);
        if (timePart != null && !timed) {
            findings.error(
                    timePart.path(),
                    timePart.keyPlace(),
                    "replaces a time model that the case does not have",
                    "Add time: to the case itself");
        }
        return new View(id, name, text, basis, own, assumptions, held, time);
    }

    private Agreement.@Nullable Beliefs held(Part part, @Nullable List<ItemRef.OptionRef> covers) {
        if (covers == null) {
            findings.error(
                    part.path(),
                    part.keyPlace(),
                    "replaces beliefs about an agreement that the case does not have",
                    "Add agreement: to the case itself");
        }
        Fields fields = Fields.of(part, findings, BeliefReader.KEYS);
        return fields == null ? null : beliefs.beliefs(fields, covers == null ? List.of() : covers);
    }

    private List<Assumption> assumptions(Part part) {
        List<Assumption> assumptions = new ArrayList<>();
        List<Part> entries = Fields.entries(part, findings, "Write assumptions of the case anew");
        for (Part entry : entries == null ? List.<Part>of() : entries) {
            names.use(Kind.ASSUMPTION, entry.name(), entry.path(), entry.keyPlace());
            Assumption assumption = figures.assumption(entry);
            if (assumption != null) {
                figures.refuseNames(entry, assumption);
                assumptions.add(assumption);
            }
        }
        return assumptions;
    }
}
