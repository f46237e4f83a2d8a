// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A case in a folder on disk.
///
/// @param displayName the case file as the user named it
/// @param folder the folder everything is read below
/// @param caseFilePath the case's own file
record FolderInput(String displayName, Path folder, Path caseFilePath) implements CaseInput {
    static FolderInput of(Path fileOrFolder) {
        if (Files.isDirectory(fileOrFolder)) {
            Path file = fileOrFolder.resolve(CASE_FILE);
            return new FolderInput(file.toString(), fileOrFolder, file);
        }
        Path parent = fileOrFolder.getParent();
        return new FolderInput(
                fileOrFolder.toString(), parent == null ? Path.of("") : parent, fileOrFolder);
    }

    @Override
    public FileContent caseFile() {
        if (Files.isDirectory(caseFilePath)) {
            return new FileContent.Refused(
                    "is a folder, not a file", "Name a file, or a folder with a case.yaml in it");
        }
        return read(caseFilePath, MOST_CASE_BYTES);
    }

    @Override
    public FileContent file(String relativePath) {
        FileContent.Refused refused = RelativePaths.refusal(relativePath);
        if (refused != null) {
            return refused;
        }
        try {
            Path base = folder.toRealPath();
            Path file = base.resolve(relativePath);
            if (!Files.exists(file)) {
                return new FileContent.Absent();
            }
            if (!file.toRealPath().startsWith(base)) {
                return RelativePaths.outside(relativePath);
            }
            return read(file, MOST_SOURCE_BYTES);
        } catch (InvalidPathException e) {
            return new FileContent.Absent();
        } catch (IOException e) {
            return unreadable();
        }
    }

    private static FileContent read(Path file, int mostBytes) {
        if (!Files.exists(file)) {
            return new FileContent.Absent();
        }
        if (!Files.isRegularFile(file)) {
            return new FileContent.Refused(
                    "is not a regular file", "Save it as a file in a folder of its own");
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            return bytes.length > mostBytes
                    ? RelativePaths.tooLarge(Files.size(file), mostBytes)
                    : new FileContent.Bytes(bytes);
        } catch (AccessDeniedException e) {
            return new FileContent.Refused(
                    "may not be read", "Give yourself permission to read the file");
        } catch (IOException e) {
            return unreadable();
        }
    }

    private static FileContent unreadable() {
        return new FileContent.Refused(
                "could not be read from the disk", "Check that the file can be opened elsewhere");
    }
}
