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
            write(group, text);
        }
        return text.toString();
    }

    private static void write(List<Integer> group, StringBuilder text) {
        String sign = text.isEmpty() ? "" : " > ";
        for (int state : group) {
            text.append(sign).append(state);
            sign = " = ";
        }
    }

    /// Reads a ranking; what is wrong is told once.
    static List<List<Integer>> read(String text, Part part, Findings findings) {
        List<List<Integer>> groups = new ArrayList<>();
        BitSet seen = new BitSet();
        List<Integer> group = new ArrayList<>(1);
        boolean tied = false;
        int at = 0;
        while (true) {
            at = skip(text, at);
            int start = at;
            at = pastDigits(text, start);
            long number = number(text, start, at);
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
                group = new ArrayList<>(1);
                groups.add(group);
            }
            group.add(state);
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

    private static int pastDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// A number, or one above the largest state.
    private static long number(String text, int from, int to) {
        long number = 0;
        for (int at = from; at < to && number <= LARGEST_STATE; at++) {
            number = number * 10 + (text.charAt(at) - '0');
        }
        return number;
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
