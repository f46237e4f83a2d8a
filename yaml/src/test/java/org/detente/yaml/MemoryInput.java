// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

/// A case in memory, with the sources of the case that uses every power beside it.
final class MemoryInput implements CaseInput {
    private final byte[] bytes;

    MemoryInput(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public String displayName() {
        return "case.yaml";
    }

    @Override
    public FileContent caseFile() {
        return new FileContent.Bytes(bytes.clone());
    }

    @Override
    public FileContent file(String relativePath) {
        return Cases.everything().file(relativePath);
    }
}
