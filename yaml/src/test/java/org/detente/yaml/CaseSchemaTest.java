// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.detente.model.ModelError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schema, read by another library from YAML loaded by another road, and our reader agree.
class CaseSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(CaseSchema.json()));

    private static List<Error> schemaErrors(String yaml) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setAllowDuplicateKeys(false)
                        .build();
        JsonNode json = JSON.valueToTree(new Load(settings).loadFromString(yaml));
        return SCHEMA.validate(json);
    }

    @Test
    void acceptsTheCaseThatUsesEveryPower() {
        assertThat(schemaErrors(Cases.everythingText())).isEmpty();
        assertThat(schemaErrors(Cases.SMALLEST)).isEmpty();
    }

    @Test
    void acceptsEveryCaseOfTheRepositoryAsTheReaderDoes() throws IOException {
        List<Path> files;
        try (Stream<Path> folders =
                Files.list(Path.of(System.getProperty("detente.root", ".."), "cases"))) {
            files = folders.map(f -> f.resolve("case.yaml")).filter(Files::exists).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(schemaErrors(Files.readString(file))).as(file.toString()).isEmpty();
            assertThat(CaseReader.read(CaseInput.of(file)).model().title()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.detente.yaml.BrokenCases#inShape")
    void refusesWhatTheReaderRefuses(Edit edit) {
        String broken = edit.applied(Cases.everythingText());
        assertThat(refusedByReader(broken)).as("the reader refuses").isTrue();
        assertThat(schemaErrors(broken)).as("the schema refuses").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.detente.yaml.BrokenCases#inMeaning")
    void cannotSeeWhatNamesMean(Edit edit) {
        String broken = edit.applied(Cases.everythingText());
        assertThat(refusedByReader(broken)).as("the reader refuses").isTrue();
        assertThat(schemaErrors(broken)).as("the schema accepts").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.detente.yaml.BrokenCases#oddButFine")
    void acceptsOtherSpellingsAsTheReaderDoes(Edit edit) {
        String changed = edit.applied(Cases.everythingText());
        assertThat(Cases.errors(changed)).isEmpty();
        assertThat(schemaErrors(changed)).isEmpty();
    }

    private static boolean refusedByReader(String text) {
        try {
            Cases.read(text);
            return false;
        } catch (ModelError e) {
            return true;
        }
    }
}
