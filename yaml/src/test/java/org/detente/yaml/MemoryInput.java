// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

/// A case in memory, with the files of another beside it.
final class MemoryInput implements CaseInput {
    private final byte[] bytes;
    private final CaseInput beside;

    MemoryInput(byte[] bytes, CaseInput beside) {
        this.bytes = bytes.clone();
        this.beside = beside;
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
        return beside.file(relativePath);
    }
}
