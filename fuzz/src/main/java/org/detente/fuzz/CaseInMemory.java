// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import org.detente.yaml.CaseInput;

/// Bytes as a case, with the given sources beside it.
final class CaseInMemory implements CaseInput {
    private final byte[] bytes;
    private final Sources sources;

    CaseInMemory(byte[] bytes, Sources sources) {
        this.bytes = bytes.clone();
        this.sources = sources;
    }

    @Override
    public String displayName() {
        return CASE_FILE;
    }

    @Override
    public FileContent caseFile() {
        return new FileContent.Bytes(bytes.clone());
    }

    @Override
    public FileContent file(String relativePath) {
        return sources.file(relativePath);
    }
}
