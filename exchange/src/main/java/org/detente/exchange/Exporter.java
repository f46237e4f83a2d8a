// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

/// Writes a case in the form of one other tool.
public interface Exporter {
    /// The name of the form, as in `--to`.
    ///
    /// @return a lower-case word
    String format();

    /// What the form is, and what is written.
    ///
    /// @return a few words for a list
    String title();

    /// Whether what is written is no text.
    ///
    /// @return true for a workbook
    default boolean isBinary() {
        return false;
    }

    /// Whether what is written can be several files, so that a folder is needed.
    ///
    /// @return true for a domain with profiles, and for tables
    default boolean isFolder() {
        return false;
    }

    /// Whether what is written is the model itself, so that something of it can be lost.
    ///
    /// @return false for tables and drawings
    default boolean isModel() {
        return true;
    }

    /// Writes a case.
    ///
    /// @param job the case and what is known about it
    /// @return the files, and what they could not take over
    /// @throws ExportError if the case has nothing that the form can hold
    Exported write(ExportJob job);
}
