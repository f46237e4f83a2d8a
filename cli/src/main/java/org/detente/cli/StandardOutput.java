// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// Standard output as something that can fail: a reader that has gone away is told apart from a
/// disk that is full.
final class StandardOutput extends FilterOutputStream {
    /// The reader of a pipe has gone away and wants no more, as with `| head`.
    static final class ReaderGone extends IOException {
        private static final long serialVersionUID = 1L;

        ReaderGone(IOException cause) {
            super(cause);
        }
    }

    /// Wraps the stream.
    ///
    /// @param out the process's standard output
    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException failure) {
            throw told(failure);
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /// The system gives no other sign of a broken pipe than the words.
    private static IOException told(IOException failure) {
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("pipe") ? new ReaderGone(failure) : failure;
    }
}
