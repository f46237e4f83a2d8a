// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.detente.explain.Data;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonRendererTest {
    private static String render(Data.Fields data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonRenderer.write(data, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void indentsByTwoAndPacksPlainLists() throws IOException {
        Data.Fields data =
                new Data.Fields()
                        .with("détente", "0.1.0")
                        .with("empty", new Data.Fields())
                        .with("none", new Data.None())
                        .with("share", new Data.Real(0.1))
                        .with("parties", Data.Items.names(List.of("us", "iran")))
                        .with("states", new Data.Wholes(() -> LongStream.of(3, -4)))
                        .with("nothing", new Data.Items(List.of()))
                        .with(
                                "rows",
                                new Data.Items(
                                        List.of(
                                                new Data.Fields().with("complete", true),
                                                new Data.Items(List.of(new Data.Whole(1))))));
        assertThat(render(data))
                .isEqualTo(
                        """
                        {
                          "détente": "0.1.0",
                          "empty": {},
                          "none": null,
                          "share": 0.1,
                          "parties": ["us", "iran"],
                          "states": [3, -4],
                          "nothing": [],
                          "rows": [
                            {
                              "complete": true
                            },
                            [1]
                          ]
                        }
                        """);
    }

    @Test
    void packsALongListOnLinesOfAHundredColumns() throws IOException {
        String text =
                render(
                        new Data.Fields()
                                .with(
                                        "states",
                                        new Data.Wholes(() -> LongStream.range(0, 1_000_000))));
        List<String> lines = text.lines().toList();
        assertThat(lines).allMatch(line -> line.length() <= 100);
        assertThat(lines).hasSizeLessThan(90_000);
        assertThat(lines.get(1)).startsWith("  \"states\": [0, 1, 2, ");
        assertThat(text).endsWith("999999]\n}\n");
    }

    @Test
    void readsBackAsWhatWasWritten() throws IOException {
        Data.Items names = Data.Items.names(Samples.HOSTILE);
        List<Data> numbers =
                List.of(
                        new Data.Real(Double.MIN_VALUE),
                        new Data.Real(-0.0),
                        new Data.Real(1.0 / 3),
                        new Data.Real(1e22));
        String text =
                render(new Data.Fields().with("names", names).with("n", new Data.Items(numbers)));
        List<String> strings = new ArrayList<>();
        List<Double> doubles = new ArrayList<>();
        try (JsonParser parser =
                JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    strings.add(parser.getString());
                } else if (token.isNumeric()) {
                    doubles.add(parser.getDoubleValue());
                }
            }
        }
        assertThat(strings)
                .containsExactlyElementsOf(
                        Samples.HOSTILE.stream()
                                .map(words -> words.replace('\ud800', '\ufffd'))
                                .toList());
        assertThat(doubles).containsExactly(Double.MIN_VALUE, -0.0, 1.0 / 3, 1e22);
    }

    @Test
    void writesNothingThatSteersATerminal() throws IOException {
        String text = render(new Data.Fields().with("names", Data.Items.names(Samples.HOSTILE)));
        assertThat(text.codePoints().filter(point -> point != '\n').filter(Visible::isHidden))
                .isEmpty();
        assertThat(text).contains("\\u001B[31m", "\\u009B2J", "\\u202E");
    }

    @Test
    void passesAFailureOfTheStreamOn() {
        OutputStream broken =
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("the pipe is closed");
                    }
                };
        assertThatThrownBy(() -> JsonRenderer.write(new Data.Fields().with("a", 1), broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the pipe is closed");
    }

    @Test
    void writesWhileTheNumbersAreMade() throws IOException {
        long[] writtenWhenHalfMade = new long[1];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Data.Wholes numbers =
                new Data.Wholes(() ->
                        LongStream.range(0, 100_000)
                                .peek(number -> {
                                    if (number == 50_000) {
                                        writtenWhenHalfMade[0] = out.size();
                                    }
                                }));
        JsonRenderer.write(new Data.Fields().with("states", numbers), out);
        assertThat(writtenWhenHalfMade[0]).isGreaterThan(200_000);
    }
}
