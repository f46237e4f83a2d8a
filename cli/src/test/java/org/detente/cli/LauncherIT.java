// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a checkout of its own, whose `mvnw` only copies what this build has made.
class LauncherIT {
    private static final String JDK = System.getProperty("java.home");

    @TempDir private Path folder;
    private Path checkout = Path.of("");
    private Path builds = Path.of("");

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectory(folder.resolve("a check out"));
        builds = folder.resolve("builds.txt");
        Files.copy(Started.ROOT.resolve("detente"), checkout.resolve("detente"));
        for (String module : List.of("core", "yaml", "report", "exchange", "cases", "cli")) {
            Path sources = Files.createDirectories(checkout.resolve(module).resolve("src/main"));
            Files.writeString(sources.resolve("Source.java"), "first");
        }
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        mvnw("");
    }

    private void mvnw(String lines) throws IOException {
        Files.writeString(
                checkout.resolve("mvnw"),
                """
                echo build >>'%s'
                %s
                mkdir -p cli/target
                cp -R '%s' '%s' cli/target
                """
                        .formatted(builds, lines, Started.JAR, Started.JAR.resolveSibling("lib")));
    }

    private int buildCount() throws IOException {
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    private Started.Running start(Map<String, String> environment, String... arguments) {
        return start(checkout.resolve("detente"), environment, arguments);
    }

    private Started.Running start(
            Path launcher, Map<String, String> environment, String... arguments) {
        Map<String, String> variables = new HashMap<>(Map.of("JAVA_HOME", JDK));
        variables.putAll(environment);
        List<String> command = new java.util.ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(arguments));
        return Started.start(folder, variables, command);
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.walk(checkout.resolve(".detente"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void buildsOnceForTheSameSources() throws IOException {
        Started first = start(Map.of(), "--version").done();
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("detente ").hasLineCount(1);
        Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.resolve("detente"));
        Started second = start(link, Map.of(), "--version").done();
        assertThat(second).isEqualTo(new Started(0, first.out(), ""));
        assertThat(buildCount()).isEqualTo(1);
        assertThat(kept()).anyMatch(name -> name.matches("start-[0-9-]+"));
        assertThat(kept()).noneMatch(name -> name.matches("lock|staged|.*(failed|new|config)"));

        Files.writeString(checkout.resolve("core/src/main/Source.java"), "second");
        assertThat(start(Map.of(), "analyze", "nowhere").done().code()).isEqualTo(2);
        assertThat(buildCount()).isEqualTo(2);
    }

    @Test
    void twoFirstUsesBuildOnce() throws IOException {
        mvnw("sleep 2");
        Started.Running one = start(Map.of(), "--version");
        Started.Running two = start(Map.of(), "--version");
        assertThat(one.done().code()).isZero();
        assertThat(two.done().code()).isZero();
        assertThat(buildCount()).isEqualTo(1);
    }

    @Test
    void lockOfAProcessThatIsGoneIsTakenOver() throws IOException {
        Path lock = Files.createDirectories(checkout.resolve(".detente/lock"));
        Files.writeString(lock.resolve("pid"), "999999999\n");
        assertThat(start(Map.of(), "--version").done().code()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void failedBuildShowsItsLog() throws IOException {
        mvnw("echo the compiler is not amused; exit 1");
        Started run = start(Map.of(), "--version").done();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("the compiler is not amused", "build.log");
        assertThat(kept()).containsExactlyInAnyOrder(".detente", "build.log");
    }

    @Test
    void olderJavaHomeIsPassedOver() throws IOException {
        Path old = fakeJdk("17.0.1");
        Map<String, String> variables =
                Map.of("JAVA_HOME", old.toString(), "PATH", JDK + "/bin:" + System.getenv("PATH"));
        assertThat(start(variables, "--version").done().out()).startsWith("detente ");
    }

    @Test
    void noJdkSaysWhatToInstall() throws IOException {
        Path launcher = checkout.resolve("detente");
        String script = Files.readString(launcher);
        Files.writeString(launcher, script.replace("/usr/lib/jvm/*", folder + "/none/*"));
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("sh", "cat", "dirname", "readlink")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/bin").resolve(tool));
        }
        Map<String, String> variables =
                Map.of("JAVA_HOME", fakeJdk("1.8.0_402").toString(), "PATH", tools.toString());
        Started run =
                Started.start(folder, variables, List.of("/bin/sh", launcher.toString(), "cases"))
                        .done();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("JDK 25 or newer", "apt install", "JAVA_HOME is");
        assertThat(buildCount()).isZero();
    }

    private Path fakeJdk(String version) throws IOException {
        Path home = Files.createDirectory(folder.resolve("jdk " + version));
        Path compiler = Files.createDirectory(home.resolve("bin")).resolve("javac");
        Files.writeString(compiler, "");
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    @Test
    void heapIsASizeOrAShare() {
        for (String heap : List.of("512m", "50%")) {
            assertThat(start(Map.of("DETENTE_HEAP", heap), "--version").done().code()).isZero();
        }
        Started run = start(Map.of("DETENTE_HEAP", "plenty"), "--version").done();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'plenty'", "8g", "75%").hasLineCount(1);
    }
}
