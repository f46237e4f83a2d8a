// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A file to be written.
///
/// @param name its name, safe on any system
/// @param content writes it
public record OutFile(String name, Content content) {
    /// Writes a file's content.
    @FunctionalInterface
    public interface Content {
        /// Writes it.
        ///
        /// @param out where to; not to be closed
        /// @throws IOException if writing fails
        void writeTo(OutputStream out) throws IOException;
    }

    /// A file of text, in UTF-8.
    ///
    /// @param name its name
    /// @param text its content
    /// @return the file
    public static OutFile text(String name, String text) {
        return new OutFile(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
