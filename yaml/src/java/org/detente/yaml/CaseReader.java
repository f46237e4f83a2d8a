// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.List;
import org.detente.model.Case;
import org.detente.model.ModelError;
import org.detente.model.Place;
import org.detente.model.Problem;
import org.jspecify.annotations.Nullable;

/// Reads a case and checks everything that can be checked without its state space, in one pass.
///
/// Any bytes whatever give either a case or a [ModelError] with a place, a fact and a mend for each
/// problem. Time and memory O(size of the file), which is bounded.
public final class CaseReader {
    private CaseReader() {}

    /// Reads a case.
    ///
    /// @param input where it comes from
    /// @return the case, with the places of its parts and the warnings
    /// @throws ModelError holding every problem found, in the order of the file
    public static LoadedCase read(CaseInput input) {
        Findings findings = new Findings();
        Case model = model(input, findings);
        List<Problem> problems = findings.sorted();
        if (model == null || findings.anyError()) {
            throw new ModelError(input.displayName(), problems);
        }
        return new LoadedCase(model, findings.places(), problems, input.displayName());
    }

    private static @Nullable Case model(CaseInput input, Findings findings) {
        byte[] bytes =
                switch (input.caseFile()) {
                    case CaseInput.FileContent.Bytes(byte[] content) -> content;
                    case CaseInput.FileContent.Absent _ ->
                            nothing(
                                    findings,
                                    "is not there",
                                    "Name a case's file, or a folder with a case.yaml in it");
                    case CaseInput.FileContent.Refused(String fact, String mend) ->
                            nothing(findings, fact, mend);
                };
        CaseText text = bytes == null ? null : CaseText.decode(bytes, findings);
        YamlNode root = text == null ? null : YamlComposer.compose(text, findings);
        return text == null || root == null
                ? null
                : new CaseAssembly(text, findings).read(Part.root(root), input);
    }

    private static byte @Nullable [] nothing(Findings findings, String fact, String mend) {
        findings.error("", new Place(1, 1), fact, mend);
        return null;
    }
}
