// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.io.IOException;
import java.io.InputStream;

/// A case on the class path.
///
/// @param loader who finds it
/// @param folder its folder
record ResourceInput(ClassLoader loader, String folder) implements CaseInput {
    @Override
    public String displayName() {
        int slash = folder.lastIndexOf('/');
        return folder.substring(slash + 1) + "/" + CASE_FILE;
    }

    @Override
    public FileContent caseFile() {
        return read(CASE_FILE, MOST_CASE_BYTES);
    }

    @Override
    public FileContent file(String relativePath) {
        FileContent.Refused refused = RelativePaths.refusal(relativePath);
        return refused == null ? read(relativePath, MOST_SOURCE_BYTES) : refused;
    }

    private FileContent read(String name, int mostBytes) {
        try (InputStream in = loader.getResourceAsStream(folder + "/" + name)) {
            if (in == null) {
                return new FileContent.Absent();
            }
            byte[] bytes = in.readNBytes(mostBytes + 1);
            return bytes.length > mostBytes
                    ? RelativePaths.tooLarge(bytes.length, mostBytes)
                    : new FileContent.Bytes(bytes);
        } catch (IOException e) {
            return new FileContent.Refused(
                    "could not be read from the installation", "Install Détente anew");
        }
    }
}
