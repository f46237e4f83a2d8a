// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The version of this build.
final class Version {
    private Version() {}

    /// The version's number.
    ///
    /// @return for example `0.1.0`
    static String number() {
        Properties properties = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            if (file == null) {
                throw new IllegalStateException("version.properties is missing from the build");
            }
            properties.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties.getProperty("version", "");
    }

    /// What `--version` prints.
    ///
    /// @return for example `detente 0.1.0`
    static String line() {
        return "detente " + number();
    }
}
