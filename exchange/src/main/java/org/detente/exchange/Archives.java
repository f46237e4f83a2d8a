// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.io.IOException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Zip archives in memory, read by their own list of parts.
///
/// `java.util.zip` reads a stream from its start and refuses what spreadsheet libraries write
/// there: parts whose sizes follow them in 64 bits.
final class Archives {
    private Archives() {}

    /// Opens an archive.
    ///
    /// @param bytes its content
    /// @return the archive, to be closed
    /// @throws IOException if it is broken
    static ZipFile open(byte[] bytes) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
    }
}
