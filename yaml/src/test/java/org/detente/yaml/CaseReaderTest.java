// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Place;
import org.detente.model.PreferencePart;
import org.detente.model.Problem;
import org.detente.model.Quantity;
import org.detente.model.Speaker;
import org.detente.model.Time;
import org.junit.jupiter.api.Test;

class CaseReaderTest {
    private static final LoadedCase LOADED = CaseReader.read(Cases.everything());
    private static final Case MODEL = LOADED.model();

    private static <T extends PreferencePart> T stated(Class<T> kind) {
        return requireNonNull(requireNonNull(MODEL.preferencesOf("sud")).part(kind));
    }

    @Test
    void readsEveryPowerOfTheFormat() {
        assertThat(MODEL.title()).isEqualTo("Two ports and a strait");
        assertThat(MODEL.about())
                .isEqualTo("Invented talks between Nord and Sud over a strait, carried by Mira.");
        assertThat(MODEL.parties()).hasSize(7);
        assertThat(MODEL.claims()).hasSize(4);
        assertThat(MODEL.outcomes()).extracting(o -> o.id()).contains("clash", "standoff");
        assertThat(MODEL.views()).hasSize(3);
    }

    @Test
    void keepsOptionsInTheOrderWrittenWhetherGroupedOrFlat() {
        assertThat(MODEL.options())
                .extracting(option -> option.ref().toString())
                .containsExactly(
                        "nord.tolls", "nord.blockade", "sud.patrols", "sud.answer", "ost.transit");
        Option answer = MODEL.options().get(3);
        assertThat(answer.yesNo()).isTrue();
        assertThat(answer.moves()).isEqualTo(Option.Moves.UP);
        assertThat(answer.basis().claims()).containsExactly("admirals-warning");
        Option tolls = MODEL.options().getFirst();
        assertThat(tolls.undoSteps()).isEqualTo(2);
        assertThat(tolls.levels())
                .extracting(Level::name)
                .containsExactly("kept", "partial", "full");
        assertThat(tolls.levels().get(1).test()).isEqualTo("the new tariff is printed");
    }

    @Test
    void takesYesAndNoForWords() {
        assertThat(requireNonNull(MODEL.outcome("clash")).ends()).isTrue();
        assertThat(requireNonNull(MODEL.outcome("clash")).at().getLast().level()).isEqualTo("yes");
    }

    @Test
    void tellsPartiesSourcesAndOthersApartAmongSpeakers() {
        assertThat(MODEL.claim("both-want-quiet").by())
                .containsExactly(
                        new Speaker.OfParty("nord"),
                        new Speaker.OfParty("sud"),
                        new Speaker.Named("an unnamed envoy", null));
        assertThat(MODEL.claim("seen-patrols").by())
                .containsExactly(new Speaker.OfSource("report"));
        assertThat(MODEL.claim("both-want-quiet").contested()).hasSize(2);
    }

    @Test
    void readsNumbersInAllTheirForms() {
        assertThat(MODEL.assumptions())
                .extracting(assumption -> assumption.figure().quantity())
                .containsExactly(
                        new Quantity.Uniform(30, 150, false),
                        new Quantity.Uniform(0.05, 0.9, true),
                        new Quantity.Normal(20, 3));
        PreferencePart.Values values = stated(PreferencePart.Values.class);
        assertThat(values.worths().getFirst().toString())
                .contains("Pert[low=35.0, high=50.0, likely=45.0, percent=false]");
        PreferencePart.Once once = stated(PreferencePart.Once.class);
        assertThat(once.amounts().getFirst().points().quantity())
                .isEqualTo(new Quantity.Named("clash-cost", true));
    }

    @Test
    void readsWhatNoAgreementBrings() {
        assertThat(requireNonNull(MODEL.agreement()).beliefs().otherwise())
                .isInstanceOf(Fallback.Shared.class);
        assertThat(requireNonNull(MODEL.views().get(1).beliefs()).otherwise())
                .isInstanceOf(Fallback.Beliefs.class);
        assertThat(requireNonNull(MODEL.views().get(2).beliefs()).otherwise())
                .isInstanceOf(Fallback.Values.class);
    }

    @Test
    void readsDetectionByLevelAndEverywhere() {
        List<Time.Detection> detection = requireNonNull(MODEL.time()).detection();
        assertThat(detection.get(0).by()).isEqualTo(new ItemRef.OptionRef("nord", "tolls"));
        assertThat(detection.get(0).chances()).containsOnlyKeys("kept", "partial", "full");
        assertThat(detection.get(0).delaySteps()).isEqualTo(1);
        assertThat(detection.get(1).chances()).containsOnlyKeys("");
        Figure blockade = requireNonNull(detection.get(2).chances().get(""));
        assertThat(blockade.basis().claims()).containsExactly("seen-patrols");
    }

    @Test
    void keepsThePlaceOfEachPart() {
        Place order = requireNonNull(LOADED.places().nearest("preferences.sud.order[1]"));
        String line = Cases.everythingText().lines().skip(order.line() - 1).findFirst().orElse("");
        assertThat(line.substring(order.column() - 1)).startsWith("{when: \"nord.tolls = full\"");
        assertThat(LOADED.places().nearest("options.ost.transit")).isNotNull();
    }

    @Test
    void warnsOfVagueLevelsWithoutATestOnlyWhereThereIsNone() {
        assertThat(Cases.read(Cases.SMALLEST).warnings()).isEmpty();
        List<Problem> warnings =
                Cases.read(
                                Cases.SMALLEST.replace(
                                        "[short, long, longest]",
                                        "{none: {}, partial: {}, full: {test: seen by all}}"))
                        .warnings();
        assertThat(warnings)
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.fact()).contains("partial").doesNotContain("full"));
    }

    @Test
    void bindsNotThenAndThenOrThenImpliesThenIff() {
        PreferencePart.Order order = stated(PreferencePart.Order.class);
        assertThat(order.statements().get(3).condition()).isInstanceOf(Condition.Or.class);
        assertThat(order.statements().get(2).condition()).isInstanceOf(Condition.Implies.class);
    }
}
