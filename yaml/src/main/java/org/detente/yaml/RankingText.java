// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A ranking of states as a text: `7 > 3 = 4 > 8`, best first. Long rankings are written so, since
/// as a list each number would be a node of its own.
final class RankingText {
    private static final int LARGEST_STATE = 999_999_999;
    private static final String MEND =
            "Write state numbers, best first: 7 > 3 = 4 > 8, or [7, [3, 4], 8]";

    private RankingText() {}

    static String write(List<List<Integer>> groups) {
        StringBuilder text = new StringBuilder();
        for (List<Integer> group : groups) {
            text.append(text.isEmpty() ? "" : " > ");
            for (int i = 0; i < group.size(); i++) {
                text.append(i == 0 ? "" : " = ").append(group.get(i));
            }
        }
        return text.toString();
    }

    /// Reads a ranking; what is wrong is told once.
    static List<List<Integer>> read(String text, Part part, Findings findings) {
        List<List<Integer>> groups = new ArrayList<>();
        BitSet seen = new BitSet();
        boolean tied = false;
        int at = 0;
        while (true) {
            at = skip(text, at);
            int start = at;
            long number = 0;
            while (at < text.length() && isDigit(text.charAt(at)) && number <= LARGEST_STATE) {
                number = number * 10 + (text.charAt(at++) - '0');
            }
            if (at == start || number > LARGEST_STATE) {
                return wrong(
                        part,
                        findings,
                        "has no state number after its first %d characters".formatted(start));
            }
            int state = (int) number;
            if (seen.get(state)) {
                return wrong(part, findings, "ranks state %d twice".formatted(state));
            }
            seen.set(state);
            if (!tied) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(state);
            at = skip(text, at);
            if (at == text.length()) {
                return groups;
            }
            char sign = text.charAt(at++);
            if (sign != '>' && sign != '=') {
                return wrong(
                        part,
                        findings,
                        "has a sign other than > and = after state %d".formatted(state));
            }
            tied = sign == '=';
        }
    }

    private static List<List<Integer>> wrong(Part part, Findings findings, String fact) {
        findings.error(part, fact, MEND);
        return List.of();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
