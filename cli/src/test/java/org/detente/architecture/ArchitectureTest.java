// SPDX-License-Identifier: Apache-2.0
package org.detente.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.detente.analysis.Analysis;
import org.detente.catalog.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the arrows of `docs/architecture.md`.
class ArchitectureTest {
    private static final String BASE = "org.detente.";
    private static final String ENGINE = "analysis.*";

    private static final Path DOCS = Path.of(System.getProperty("detente.root", ".."), "docs");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("org.detente");

    /// A row of the table in `docs/architecture.md`: a package, and what it may use besides itself.
    ///
    /// @param name the package below `org.detente`; `analysis.*` is every engine
    /// @param mayUse the packages it may use
    record Row(String name, Set<String> mayUse) {
        boolean covers(String packageName) {
            return covers(name, packageName);
        }

        private static boolean covers(String pattern, String packageName) {
            return pattern.equals(ENGINE)
                    ? packageName.startsWith("analysis.")
                    : packageName.equals(pattern);
        }

        boolean allows(String from, String to) {
            return from.equals(to) || mayUse.stream().anyMatch(pattern -> covers(pattern, to));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> rows() {
        return List.of(
                new Row("model", Set.of()),
                new Row("math", Set.of()),
                new Row("explain", Set.of()),
                new Row("compile", Set.of("model", "math")),
                new Row("analysis", Set.of("model", "compile", "explain")),
                new Row(ENGINE, Set.of("model", "math", "compile", "explain", "analysis")),
                new Row("catalog", Set.of("analysis", ENGINE)),
                new Row(
                        "compare",
                        Set.of("model", "math", "compile", "explain", "analysis", ENGINE)),
                new Row(
                        "elicit",
                        Set.of("model", "math", "compile", "explain", "analysis", ENGINE)),
                new Row("yaml", Set.of("model")),
                new Row("report", Set.of("explain")),
                new Row("exchange", Set.of("model", "compile", "analysis", "yaml")),
                new Row(
                        "cli",
                        Set.of(
                                "model",
                                "math",
                                "explain",
                                "compile",
                                "analysis",
                                "catalog",
                                "compare",
                                "elicit",
                                "yaml",
                                "report",
                                "exchange")));
    }

    /// The package below `org.detente`; an engine's sub-packages count as the engine.
    private static String packageOf(JavaClass type) {
        return type.getPackageName()
                .replaceFirst("^org\\.detente\\.", "")
                .replaceFirst("^(analysis\\.\\w+)\\..*", "$1");
    }

    @Test
    void everyPackageIsInTheTable() {
        assertThat(CLASSES).hasSizeGreaterThan(100);
        assertThat(CLASSES.stream().map(ArchitectureTest::packageOf).distinct())
                .allSatisfy(name -> assertThat(rows()).as(name).anyMatch(row -> row.covers(name)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aPackageUsesOnlyWhatTheTableAllows(Row row) {
        List<String> forbidden =
                CLASSES.stream()
                        .filter(type -> row.covers(packageOf(type)))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(arrow -> arrow.getTargetClass().getName().startsWith(BASE))
                        .filter(arrow ->
                                !row.allows(
                                        packageOf(arrow.getOriginClass()),
                                        packageOf(arrow.getTargetClass())))
                        .map(Dependency::getDescription)
                        .sorted()
                        .toList();
        assertThat(forbidden).isEmpty();
    }

    @Test
    void theTableOfTheDocsNamesTheSamePackages() throws IOException {
        Set<String> documented =
                Pattern.compile(
                                "^\\| \\w+ \\| `org\\.detente\\.([a-z.<>]+)` \\|",
                                Pattern.MULTILINE)
                        .matcher(Files.readString(DOCS.resolve("architecture.md")))
                        .results()
                        .map(row -> row.group(1).replaceFirst("^analysis\\.<name>.*", ENGINE))
                        .collect(Collectors.toCollection(TreeSet::new));
        // Not on this module's class path.
        documented.removeAll(Set.of("bench", "fuzz"));
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(rows().stream().map(Row::name).toList());
    }

    @Test
    void packagesDoNotGoRoundInCircles() {
        Comparator<Row> byName = Comparator.comparing(Row::name);
        for (Row lower : rows().stream().sorted(byName).toList()) {
            for (String upper : lower.mayUse()) {
                assertThat(
                                rows().stream()
                                        .filter(row -> row.name().equals(upper))
                                        .flatMap(row -> row.mayUse().stream()))
                        .as("%s uses %s", lower, upper)
                        .doesNotContain(lower.name());
            }
        }
    }

    @Test
    void coreKnowsNoClockNoChanceAndNoFiles() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.detente.model..",
                        "org.detente.math..",
                        "org.detente.compile..",
                        "org.detente.analysis..",
                        "org.detente.explain..",
                        "org.detente.compare..",
                        "org.detente.catalog..")
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.util.Random.class,
                        java.util.concurrent.ThreadLocalRandom.class,
                        java.time.Clock.class,
                        java.io.File.class,
                        java.io.InputStream.class,
                        java.io.OutputStream.class,
                        java.io.PrintStream.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.net..",
                        "java.sql..",
                        "java.util.logging..")
                .because("an answer depends on the case, the options and the seed alone")
                .check(CLASSES);
    }

    @Test
    void coreUsesNoLibraryButJSpecifyAndNumericOnes() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.detente.model..",
                        "org.detente.math..",
                        "org.detente.compile..",
                        "org.detente.analysis..",
                        "org.detente.explain..",
                        "org.detente.compare..",
                        "org.detente.catalog..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "org.detente..",
                        "java..",
                        "org.jspecify..",
                        "org.apache.commons.rng..",
                        "org.apache.commons.statistics..",
                        "org.hipparchus..",
                        "org.ojalgo..",
                        "org.roaringbitmap..",
                        "org.jgrapht..")
                .check(CLASSES);
    }

    @Test
    void everyAnalysisHasItsPageAndEveryPageItsAnalysis() throws IOException {
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.list(DOCS.resolve("analyses"))) {
            files.filter(file -> !file.endsWith("README.md") && !isPart(file))
                    .forEach(file -> pages.add(file.getFileName().toString()));
        }
        assertThat(pages)
                .containsExactlyInAnyOrderElementsOf(
                        Catalog.analyses().stream().map(a -> a.name() + ".md").toList());
    }

    /// Whether a page says that it is a part of an analysis that is there.
    private static boolean isPart(Path page) {
        try {
            String text = Files.readString(page);
            return Catalog.analyses().stream()
                    .anyMatch(a ->
                            text.contains(
                                    "\nPart of [%s](%s.md).\n".formatted(a.name(), a.name())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyAnalysisIsAFolderOfItsOwn() {
        assertThat(Catalog.analyses())
                .allSatisfy(analysis ->
                        assertThat(analysis.getClass().getPackageName())
                                .isEqualTo(BASE + "analysis." + analysis.name()));
        assertThat(Catalog.analyses().stream().map(Analysis::name)).doesNotHaveDuplicates();
    }
}
