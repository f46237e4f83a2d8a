// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {
    private static Terminal terminal(OutputStream out) {
        return new Terminal(
                out,
                OutputStream.nullOutputStream(),
                false,
                false,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                Map.of());
    }

    private static Destination to(Path file) {
        return Destination.of(
                terminal(OutputStream.nullOutputStream()), file.toString(), "name.txt");
    }

    @Test
    void aFailedAnswerLeavesTheFileAsItWas(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("answer.txt");
        Files.writeString(file, "before");
        assertThatThrownBy(() ->
                        to(file).write(out -> {
                            out.write("half".getBytes(StandardCharsets.UTF_8));
                            throw new IOException("the disk is full");
                        }))
                .hasMessage("the disk is full");
        assertThat(file).hasContent("before");
        assertThat(folder.toFile().list()).containsExactly("answer.txt");
    }

    @Test
    void aLinkStaysALink(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("real.txt");
        Path link = folder.resolve("link.txt");
        Files.writeString(file, "before");
        Files.createSymbolicLink(link, file.getFileName());
        to(link).write(out -> out.write('x'));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("x");
    }

    @Test
    void aDeviceIsWrittenToNotReplaced() throws IOException {
        Path device = Path.of("/dev/null");
        to(device).write(out -> out.write('x'));
        assertThat(Files.isRegularFile(device)).isFalse();
        assertThat(device).exists();
    }

    @Test
    void aReaderThatHasGoneIsToldApartFromAFullDisk() {
        assertThatThrownBy(() -> failing("Broken pipe"))
                .isInstanceOf(StandardOutput.ReaderGone.class);
        assertThatThrownBy(() -> failing("No space left on device"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(StandardOutput.ReaderGone.class);
    }

    private static void failing(String message) throws IOException {
        OutputStream broken =
                new OutputStream() {
                    @Override
                    public void write(int single) throws IOException {
                        throw new IOException(message);
                    }
                };
        Destination.of(terminal(broken), null, "name.txt").write(out -> out.write('x'));
    }

    @Test
    void standardOutputGetsTheBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Destination.of(terminal(out), null, "name.txt").write(stream -> stream.write('x'));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("x");
    }
}
