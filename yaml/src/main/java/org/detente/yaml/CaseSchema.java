// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The JSON Schema (2020-12) of `case.yaml`, for editors. It sees the shape of a case; what names
/// refer to, what conditions say and what chances add up to is for [CaseReader].
public final class CaseSchema {
    /// Where the schema lies on the class path.
    public static final String RESOURCE = "org/detente/yaml/case.schema.json";

    private CaseSchema() {}

    /// The schema's text.
    ///
    /// @return JSON
    public static String json() {
        try (InputStream in = CaseSchema.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the schema is missing from the installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
