// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.detente.model.Case;
import org.detente.model.Claim;
import org.detente.model.Speaker;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The ledger of `us-iran-2026`: every claim of the article, in its words, by whom it says.
class ClaimsLedgerTest {
    private static final String KEY = "us-iran-2026";
    private static final int ARTICLE_CLAIM_COUNT = 44;

    private final Case ledger = Cases.read(KEY);

    @Test
    void everySentenceOfTheArticleStandsInItsOwnWordsAndOrder() {
        String article = CaseFolders.text(Path.of(KEY, "sources", "article.txt"));
        List<Claim> claims = fromArticle();
        assertThat(claims).hasSize(ARTICLE_CLAIM_COUNT);
        int from = 0;
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            assertThat(claim.id()).isEqualTo("c%02d".formatted(i));
            int at = article.indexOf(Objects.requireNonNull(claim.quote()), from);
            assertThat(at).as("%s from %d", claim.id(), from).isGreaterThanOrEqualTo(from);
            from = at;
        }
    }

    @Test
    void thePublicRecordIsParaphrasedAndKeptApart() {
        List<Claim> record =
                ledger.claims().stream().filter(claim -> !claim.in().equals("article")).toList();
        assertThat(record)
                .isNotEmpty()
                .allSatisfy(claim -> {
                    assertThat(claim.id()).startsWith("r-");
                    assertThat(claim.quote()).isNull();
                    assertThat(claim.says()).isNotBlank();
                    assertThat(claim.credibility()).isNotNull();
                });
    }

    @Test
    void whatTheRecordContradictsIsMarked() {
        assertThat(List.of("c09", "c10", "c12", "c18"))
                .allSatisfy(id -> assertThat(ledger.claim(id).isContested()).as(id).isTrue());
        assertThat(ledger.claim("c12").contested().getFirst().note())
                .contains("12 June 2025", "13 June", "22 June");
    }

    @Test
    void nothingRestsOnTheContradictedSentence() {
        List<String> bases =
                CaseFolders.text(Path.of(KEY, "case.yaml"))
                        .lines()
                        .filter(line -> line.contains("because:"))
                        .toList();
        assertThat(bases).anyMatch(line -> line.contains("c15")).noneMatch(l -> l.contains("c12"));
    }

    @Test
    void tenClaimsAreAttributedAndNoneToTheUnitedStatesAlone() {
        long attributed =
                fromArticle().stream().filter(c -> c.by().stream().anyMatch(this::isParty)).count();
        assertThat(attributed).isEqualTo(10);
        assertThat(fromArticle())
                .noneMatch(c -> c.by().stream().allMatch(s -> "us".equals(s.party())));
    }

    @Test
    void quotesAgreeWithTheReferenceReading() throws Exception {
        List<Path> references = references();
        for (Path reference : references) {
            Map<?, ?> root =
                    (Map<?, ?>)
                            new Load(LoadSettings.builder().build())
                                    .loadFromString(Files.readString(reference));
            List<String> quotes = new ArrayList<>();
            for (Object claim : (List<?>) Objects.requireNonNull(root.get("claims"))) {
                quotes.add((String) Objects.requireNonNull(((Map<?, ?>) claim).get("quote")));
            }
            assertThat(fromArticle().stream().map(Claim::quote).toList()).isEqualTo(quotes);
        }
        System.out.printf("reference readings of the article compared: %d%n", references.size());
    }

    private List<Claim> fromArticle() {
        return ledger.claims().stream().filter(claim -> claim.in().equals("article")).toList();
    }

    private boolean isParty(Speaker speaker) {
        return speaker.party() != null;
    }

    /// The reference reading below the folder `detente.shared`, where there is one.
    private static List<Path> references() {
        return Optional.ofNullable(System.getProperty("detente.shared"))
                .map(folder -> Path.of(folder, "reference", "claims.yaml"))
                .filter(Files::exists)
                .stream()
                .toList();
    }
}
