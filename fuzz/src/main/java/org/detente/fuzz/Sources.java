// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseInput.FileContent;

/// The sources of the largest case, read once, for quotes in any case to be checked against.
final class Sources {
    private final CaseInput input =
            CaseInput.ofResource(
                    Sources.class.getClassLoader(), "org/detente/cases/us-iran-2026-core");
    private final Map<String, FileContent> byPath = new ConcurrentHashMap<>();

    /// A source's text.
    FileContent file(String relativePath) {
        // Only what is there is kept, so that names made up by the fuzzer do not pile up.
        FileContent known = byPath.get(relativePath);
        if (known == null) {
            known = input.file(relativePath);
            if (known instanceof FileContent.Bytes) {
                byPath.put(relativePath, known);
            }
        }
        return known instanceof FileContent.Bytes(byte[] bytes)
                ? new FileContent.Bytes(bytes.clone())
                : known;
    }
}
