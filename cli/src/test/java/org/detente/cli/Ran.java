// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a run within this process gave.
///
/// @param code the exit code
/// @param out what went to standard output
/// @param err what went to standard error
record Ran(int code, String out, String err) {
    /// Runs a command as if its output went to a file.
    static Ran of(String... arguments) {
        return with(StandardCharsets.UTF_8, Map.of(), arguments);
    }

    /// Runs a command on a system that shows these characters, with these variables.
    static Ran with(Charset charset, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, err, false, false, charset, charset, environment);
        int code = Detente.run(terminal, arguments);
        return new Ran(code, out.toString(charset), err.toString(charset));
    }
}
