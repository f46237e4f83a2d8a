// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Progress;
import org.detente.analysis.Table;
import org.detente.analysis.Tabulated;
import org.detente.analysis.stability.Concept;
import org.detente.catalog.Catalog;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Files of other tools with known answers, where they stand beside the checkout. Their licences
/// are unclear, so they are no part of it; without them these tests pass, and say that they ran on
/// none.
class ReferenceFilesTest {
    private static final double TOLERANCE = 1e-9;

    private static @Nullable Path reference() {
        Path folder = Path.of(System.getProperty("detente.shared", "../shared"), "reference");
        return Files.isDirectory(folder) ? folder : null;
    }

    private static List<Path> below(@Nullable Path folder, String part, String ending)
            throws IOException {
        Path start = folder == null ? null : folder.resolve(part);
        if (start == null || !Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static void tell(String what, int count) {
        System.out.printf("reference files: %d %s%n", count, what);
    }

    private static Json.Obj json(Path file) {
        return (Json.Obj) JsonReader.read(Trial.file(file), new Findings());
    }

    private static double number(Json node) {
        return Double.parseDouble(requireNonNull(node.name()));
    }

    private static double[] numbers(@Nullable Json node) {
        return Json.itemsOf(node).stream().mapToDouble(ReferenceFilesTest::number).toArray();
    }

    // --- Negotiation

    @Test
    void geniusDomainsHaveTheKnownSolutions() throws IOException {
        Path folder = reference();
        int count = 0;
        for (Path answers : below(folder, "bargaining", "p.json")) {
            Json.Obj known = json(answers);
            String scenario = String.valueOf(requireNonNull(known.get("scenario")).name());
            Path files = answers.resolveSibling("genius-xml").resolve(scenario);
            List<ForeignFile> all = new ArrayList<>();
            all.add(
                    Trial.file(
                            files.resolve(
                                    String.valueOf(
                                            requireNonNull(known.get("domain_file")).name()))));
            for (Json profile : Json.itemsOf(known.get("profiles"))) {
                all.add(Trial.file(files.resolve(String.valueOf(profile.name()))));
            }
            Case source = Formats.read(all).model();
            check(scenario, Outcomes.of(source), (Json.Obj) requireNonNull(known.get("expected")));
            checkAnalysis(scenario, source, (Json.Obj) requireNonNull(known.get("expected")));
            Case again = Trial.roundTrip(source, "genius");
            assertThat(Trial.yaml(again)).as(scenario).isEqualTo(Trial.yaml(source));
            count++;
        }
        tell("Genius scenarios against their known solutions", count);
    }

    private static void check(String scenario, Outcomes outcomes, Json.Obj expected) {
        assertThat((double) outcomes.count())
                .as(scenario)
                .isEqualTo(number(requireNonNull(expected.get("n_outcomes"))));
        List<double[]> frontier = outcomes.frontier();
        List<Json> points = Json.itemsOf(expected.get("pareto_points"));
        assertThat(frontier).as(scenario + " frontier").hasSize(points.size());
        for (Json point : points) {
            double[] wanted = numbers(point);
            // The known points are printed to ten digits.
            assertThat(frontier).as(scenario).anyMatch(p -> near(p, wanted));
        }
        for (Outcomes.Solution solution : Outcomes.Solution.values()) {
            Json.Obj known = (Json.Obj) requireNonNull(expected.get(solution.key()));
            assertThat(outcomes.best(solution))
                    .as(scenario + " " + solution.key())
                    .isEqualTo(number(requireNonNull(known.get("value"))), within(TOLERANCE));
        }
    }

    /// The same answers from the analysis of agreements, as its table of the frontier tells them.
    private static void checkAnalysis(String scenario, Case source, Json.Obj expected) {
        AnalysisOptions options = new AnalysisOptions(1, 1, 1 << 22);
        Table frontier =
                ((Tabulated)
                                Catalog.analyses().stream()
                                        .filter(a -> a.name().equals("agreements"))
                                        .findFirst()
                                        .orElseThrow()
                                        .analyze(
                                                CompiledCase.of(source, 1 << 22),
                                                options,
                                                Progress.NONE))
                        .tables()
                        .getFirst();
        List<List<String>> rows = frontier.rows().stream().toList();
        assertThat((double) rows.size())
                .as(scenario + " acceptable frontier")
                .isEqualTo(number(requireNonNull(expected.get("n_rational_pareto_points"))));
        List<String> columns = frontier.columns();
        double product = 1;
        for (List<String> row : rows) {
            if (row.get(columns.indexOf("Nash")).equals("yes")) {
                product = 1;
                for (int c = 0; c < columns.size(); c++) {
                    product *=
                            columns.get(c).endsWith(" gain") ? Double.parseDouble(row.get(c)) : 1;
                }
            }
        }
        Json.Obj nash = (Json.Obj) requireNonNull(expected.get("nash"));
        assertThat(product)
                .as(scenario + " Nash")
                .isEqualTo(number(requireNonNull(nash.get("value"))), within(TOLERANCE));
    }

    private static boolean near(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    @Test
    void geniusWebDomainsHaveTheirOwnSpecials() throws IOException {
        int count = 0;
        for (Path specials : below(reference(), "bargaining/geniusweb-json", "specials.json")) {
            Json.Obj known = json(specials);
            List<ForeignFile> all = new ArrayList<>();
            for (Path file : below(specials.getParent(), "", ".json")) {
                if (!file.equals(specials)) {
                    all.add(Trial.file(file));
                }
            }
            Case source = Formats.read(all).model();
            String name = String.valueOf(specials.getParent());
            Outcomes outcomes = Outcomes.of(source);
            assertThat((double) outcomes.count())
                    .isEqualTo(number(requireNonNull(known.get("size"))));
            List<double[]> frontier = outcomes.frontier();
            for (Json point : Json.itemsOf(known.get("pareto_front"))) {
                double[] wanted = numbers(((Json.Obj) point).get("utility"));
                assertThat(frontier).as(name).anyMatch(p -> near(p, wanted));
            }
            double[] nash = numbers(((Json.Obj) requireNonNull(known.get("nash"))).get("utility"));
            assertThat(outcomes.best(Outcomes.Solution.NASH))
                    .as(name)
                    .isEqualTo(nash[0] * nash[1], within(TOLERANCE));
            double[] welfare =
                    numbers(
                            ((Json.Obj) requireNonNull(known.get("social_welfare")))
                                    .get("utility"));
            assertThat(outcomes.best(Outcomes.Solution.WELFARE))
                    .as(name)
                    .isEqualTo(Arrays.stream(welfare).sum(), within(TOLERANCE));
            assertThat(Trial.yaml(Trial.roundTrip(source, "geniusweb")))
                    .as(name)
                    .isEqualTo(Trial.yaml(source));
            count++;
        }
        tell("GeniusWeb domains against their own specials.json", count);
    }

    @Test
    void geniusWebProfilesWithReservationBidsComeBack() throws IOException {
        List<ForeignFile> all =
                below(reference(), "bargaining/geniusweb-json/Party", ".json").stream()
                        .map(Trial::file)
                        .toList();
        if (!all.isEmpty()) {
            Case source = Formats.read(all).model();
            assertThat(Trial.yaml(Trial.roundTrip(source, "geniusweb")))
                    .isEqualTo(Trial.yaml(source));
        }
        tell("GeniusWeb domain with reservation bids", all.isEmpty() ? 0 : 1);
    }

    // --- Graph models

    @Test
    void twoByTwoGamesHaveTheKnownVerdicts() {
        int count = 0;
        for (String name : List.of("PD", "Chicken", "StagHunt")) {
            Path folder = reference();
            Path file = folder == null ? null : folder.resolve("stability/%s.json".formatted(name));
            if (file == null || !Files.exists(file)) {
                continue;
            }
            Json.Obj known = json(file);
            Json.Obj payoffs = (Json.Obj) requireNonNull(known.get("payoffs"));
            // The column player's option is written first, so that CC, CD, DC, DD are states 0 to
            // 3.
            Case source =
                    Trial.read(
                                    Trial.text(
                                            name + ".gmcr",
                                            """
                                            {"options": [{"name": "col defects", "permittedDirection": "both"}, {"name": "row defects", "permittedDirection": "both"}],
                                             "useManualPreferenceRanking": true, "infeasibles": [],
                                             "decisionMakers": [{"name": "row", "options": [1], "preferences": [], "preferenceRanking": %s},
                                                                {"name": "col", "options": [0], "preferences": [], "preferenceRanking": %s}]}
                                            """
                                                    .formatted(
                                                            ranking(numbers(payoffs.get("row"))),
                                                            ranking(numbers(payoffs.get("col"))))))
                            .model();
            checkVerdicts(name, source, known, 1);
            count++;
        }
        tell("two-by-two games as .gmcr", count);
    }

    /// Positions from 1, best first, of payoffs that all differ.
    private static String ranking(double[] payoffs) {
        return Stream.iterate(0, i -> i + 1)
                .limit(payoffs.length)
                .sorted((a, b) -> Double.compare(payoffs[b], payoffs[a]))
                .map(i -> i + 1)
                .toList()
                .toString();
    }

    private static void checkVerdicts(String name, Case source, Json.Obj known, int first) {
        Verdict verdict = Verdict.of(source);
        Verdict again = Verdict.of(Trial.roundTrip(source, "gmcr"));
        Json.Obj equilibria = (Json.Obj) requireNonNull(known.get("equilibria"));
        for (Concept concept : Concept.values()) {
            Json wanted = equilibria.get(concept.key());
            if (wanted != null) {
                List<Integer> states =
                        Json.itemsOf(wanted).stream().map(s -> (int) number(s) - first).toList();
                assertThat(verdict.equilibria(concept)).as(name + " " + concept).isEqualTo(states);
                assertThat(again.equilibria(concept)).as(name + " " + concept).isEqualTo(states);
            }
        }
    }

    @Test
    void northKoreaHasTheKnownVerdicts() {
        Path folder = reference();
        Path file = folder == null ? null : folder.resolve("stability/USNorthKorea2017.json");
        if (file != null && Files.exists(file)) {
            Json.Obj known = json(file);
            double[] states = numbers(known.get("states_decimal"));
            Json.Obj rankings = (Json.Obj) requireNonNull(known.get("rankings_best_first"));
            Case source =
                    Trial.read(
                                    Trial.text(
                                            "nk.gmcr",
                                            """
                                            {"options": [{"name": "strike", "permittedDirection": "fwd"}, {"name": "withdraw", "permittedDirection": "both"},
                                                         {"name": "invade", "permittedDirection": "both"}, {"name": "abandon", "permittedDirection": "both"}],
                                             "useManualPreferenceVectors": true, "infeasibles": [[[0, "Y"], [1, "Y"]]],
                                             "decisionMakers": [{"name": "US", "options": [0, 1], "preferences": [], "preferenceVector": %s},
                                                                {"name": "NK", "options": [2, 3], "preferences": [], "preferenceVector": %s}]}
                                            """
                                                    .formatted(
                                                            positions(
                                                                    numbers(rankings.get("US")),
                                                                    states),
                                                            positions(
                                                                    numbers(rankings.get("NK")),
                                                                    states))))
                            .model();
            checkVerdicts("US and North Korea", source, known, 0);
        }
        tell("US and North Korea 2017 as .gmcr", file == null ? 0 : 1);
    }

    private static String positions(double[] ranked, double[] states) {
        return Arrays.stream(ranked)
                .mapToInt(s -> Arrays.binarySearch(states, s) + 1)
                .boxed()
                .toList()
                .toString();
    }

    @Test
    void elmiraHasTheKnownVerdicts() {
        Path folder = reference();
        Path file = folder == null ? null : folder.resolve("stability/Elmira9.json");
        if (file != null && Files.exists(file)) {
            Json.Obj known = json(file);
            Json.Obj names = (Json.Obj) requireNonNull(known.get("states"));
            Json.Obj rankings = (Json.Obj) requireNonNull(known.get("rankings_best_first"));
            List<Integer> feasible = List.of(2, 3, 4, 5, 8, 9, 18, 19, 20, 21, 24, 25);
            List<String> vectors = new ArrayList<>();
            for (String party : List.of("MoE", "Uniroyal", "LocalGov")) {
                List<Object> groups = new ArrayList<>();
                for (double state : numbers(rankings.get(party))) {
                    List<Integer> tied =
                            states(names, (int) state, feasible).stream()
                                    .map(s -> feasible.indexOf(s) + 1)
                                    .toList();
                    groups.add(tied.size() == 1 ? tied.getFirst() : tied);
                }
                vectors.add(groups.toString());
            }
            Case source =
                    Trial.read(
                                    Trial.text(
                                            "elmira.gmcr",
                                            """
                                            {"options": [{"name": "Modify", "permittedDirection": "fwd"}, {"name": "Delay", "permittedDirection": "back"},
                                                         {"name": "Accept", "permittedDirection": "both"}, {"name": "Abandon", "permittedDirection": "fwd"},
                                                         {"name": "Insist", "permittedDirection": "both"}],
                                             "useManualPreferenceRanking": true,
                                             "infeasibles": [[[1, "Y"], [2, "Y"]], [[1, "Y"], [3, "Y"]], [[2, "Y"], [3, "Y"]], [[1, "N"], [2, "N"], [3, "N"]]],
                                             "decisionMakers": [{"name": "MoE", "options": [0], "preferences": [], "preferenceRanking": %s},
                                                                {"name": "Uniroyal", "options": [1, 2, 3], "preferences": [], "preferenceRanking": %s},
                                                                {"name": "LocalGov", "options": [4], "preferences": [], "preferenceRanking": %s}]}
                                            """
                                                    .formatted(vectors.toArray())))
                            .model();
            Verdict verdict = Verdict.of(source);
            Json.Obj equilibria = (Json.Obj) requireNonNull(known.get("equilibria"));
            for (Concept concept : Concept.values()) {
                List<Integer> wanted = new ArrayList<>();
                for (double state : numbers(equilibria.get(concept.key()))) {
                    wanted.addAll(states(names, (int) state, feasible));
                }
                if (equilibria.get(concept.key()) != null) {
                    assertThat(verdict.equilibria(concept))
                            .as(concept.label())
                            .isEqualTo(wanted.stream().sorted().toList());
                }
            }
            assertThat(Trial.yaml(Trial.roundTrip(source, "gmcr"))).isEqualTo(Trial.yaml(source));
        }
        tell("Elmira as .gmcr", file == null ? 0 : 1);
    }

    /// The feasible states that a pattern such as `YN-NN` describes, ascending.
    private static List<Integer> states(Json.Obj names, int state, List<Integer> feasible) {
        String pattern = String.valueOf(requireNonNull(names.get(Integer.toString(state))).name());
        return feasible.stream()
                .filter(s -> {
                    for (int k = 0; k < pattern.length(); k++) {
                        char c = pattern.charAt(k);
                        if (c != '-' && (c == 'Y') != ((s >>> k & 1) != 0)) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
    }

    // --- Games

    @Test
    void chickenOfGambitIsRead() {
        Path folder = reference();
        Path file = folder == null ? null : folder.resolve("games/crisis/chicken.nfg");
        if (file != null && Files.exists(file)) {
            Case source = Trial.read(Trial.file(file)).model();
            assertThat(Verdict.of(source).equilibria(Concept.NASH)).containsExactly(1, 2);
            assertThat(Trial.yaml(Trial.roundTrip(source, "nfg"))).isEqualTo(Trial.yaml(source));
        }
        tell("Gambit game", file == null ? 0 : 1);
    }
}
