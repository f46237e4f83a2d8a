// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlStyleTest {
    private static final Pattern ROOT = Pattern.compile(":root \\{([^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    /// The least contrast of text that the Web Content Accessibility Guidelines call legible (AA).
    private static final double LEAST_CONTRAST = 4.5;

    @Test
    void isLegibleInLightInDarkAndInPrint() {
        int schemes = 0;
        Matcher root = ROOT.matcher(HtmlStyle.sheet());
        while (root.find()) {
            schemes++;
            Map<String, Integer> colours = colours(root.group(1));
            for (String words : List.of("ink", "muted", "link")) {
                assertLegible(colours, words, "page");
                assertLegible(colours, words, "panel");
            }
            for (String tone : List.of("good", "mixed", "bad", "assumed", "contested", "neutral")) {
                assertLegible(colours, tone, tone + "-panel");
                assertLegible(colours, "ink", tone + "-panel");
                assertLegible(colours, "link", tone + "-panel");
            }
        }
        assertThat(schemes).isEqualTo(3);
    }

    private static Map<String, Integer> colours(String block) {
        Map<String, Integer> colours = new HashMap<>();
        Matcher colour = COLOUR.matcher(block);
        while (colour.find()) {
            colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
        }
        return colours;
    }

    private static void assertLegible(Map<String, Integer> colours, String words, String ground) {
        assertThat(colours).containsKeys(words, ground);
        double one = luminance(colours.getOrDefault(words, 0));
        double other = luminance(colours.getOrDefault(ground, 0));
        double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        assertThat(contrast).as("%s on %s", words, ground).isGreaterThanOrEqualTo(LEAST_CONTRAST);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16)
                + 0.7152 * linear(colour >> 8)
                + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
