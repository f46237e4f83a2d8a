// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.nio.file.Path;

/// Where a case comes from: its `case.yaml`, and the files below its folder.
///
/// Nothing outside the folder is ever read, and nothing without a bound.
public interface CaseInput {
    /// The name of a case's file within its folder.
    String CASE_FILE = "case.yaml";

    /// The largest `case.yaml`, in bytes: 16 MiB, enough for six rankings of 2^18 states.
    int MOST_CASE_BYTES = 16 << 20;

    /// The largest text of a source, in bytes: 16 MiB.
    int MOST_SOURCE_BYTES = 16 << 20;

    /// A case on disk.
    ///
    /// @param fileOrFolder the case's file, or a folder with a `case.yaml`
    /// @return where to read it; that nothing is there is found out on reading
    static CaseInput of(Path fileOrFolder) {
        return FolderInput.of(fileOrFolder);
    }

    /// A case on the class path.
    ///
    /// @param loader who finds it
    /// @param folder its folder, as in `org/detente/cases/elmira`
    /// @return where to read it; that nothing is there is found out on reading
    static CaseInput ofResource(ClassLoader loader, String folder) {
        return new ResourceInput(loader, folder);
    }

    /// The case file's name as the user would recognise it.
    ///
    /// @return a path as given, ending in the file's name
    String displayName();

    /// The content of the case's file.
    ///
    /// @return its bytes, or why they cannot be had
    FileContent caseFile();

    /// The content of a file below the case's folder.
    ///
    /// @param relativePath a path with `/` between its parts
    /// @return its bytes, or why they cannot be had
    FileContent file(String relativePath);

    /// What asking for a file gave.
    sealed interface FileContent {
        /// The file is there.
        ///
        /// @param bytes its content; belongs to the caller
        @SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
        record Bytes(byte[] bytes) implements FileContent {}

        /// No such file.
        record Absent() implements FileContent {}

        /// The file will not be read.
        ///
        /// @param fact why, without its full stop
        /// @param mend what to do about it, without its full stop
        record Refused(String fact, String mend) implements FileContent {}
    }
}
