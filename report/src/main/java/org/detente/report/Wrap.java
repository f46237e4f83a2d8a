// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayList;
import java.util.List;

/// Breaks runs of words into lines of a given width, greedily.
///
/// Lines break at spaces, and before ideographs and kana, which are written without spaces. A word
/// wider than the line stands on a line of its own, unless it may be cut.
final class Wrap {
    private static final String JOINTS = ".-/_";

    private final List<List<Run>> lines = new ArrayList<>();
    private final List<Run> line = new ArrayList<>();
    private final int width;
    private int used;

    private Wrap(int width) {
        this.width = width;
    }

    /// What is never parted, unless it may be cut: a word with the marks that touch it.
    private record Word(List<Run> runs, int width, boolean spaceBefore) {}

    /// Breaks runs into lines.
    ///
    /// @param runs the words
    /// @param width columns of a line, at least 1
    /// @param cut whether a word wider than a line is cut
    /// @return the lines, each at most as wide unless a single word is wider; at least one
    static List<List<Run>> lines(List<Run> runs, int width, boolean cut) {
        Wrap wrap = new Wrap(width);
        for (Word word : words(runs)) {
            wrap.add(word, cut);
        }
        if (!wrap.line.isEmpty() || wrap.lines.isEmpty()) {
            wrap.endLine();
        }
        return wrap.lines;
    }

    /// The columns the runs take on one line.
    static int width(List<Run> runs) {
        int width = 0;
        for (Word word : words(runs)) {
            width += word.width + (word.spaceBefore && width > 0 ? 1 : 0);
        }
        return width;
    }

    /// The columns of the widest word.
    static int widestWord(List<Run> runs) {
        return words(runs).stream().mapToInt(Word::width).max().orElse(0);
    }

    private void add(Word word, boolean cut) {
        int space = word.spaceBefore && used > 0 ? 1 : 0;
        if (used > 0 && used + space + word.width > width) {
            endLine();
            space = 0;
        }
        if (space > 0) {
            append(Run.plain(" "));
        }
        if (cut && word.width > width) {
            addInPieces(word);
        } else {
            word.runs.forEach(this::append);
        }
    }

    /// Cuts a word after a dot, a dash, a slash or an underscore if one stands in the latter two
    /// thirds of the line, else where the line is full.
    private void addInPieces(Word word) {
        for (Run run : word.runs) {
            String rest = run.words();
            while (used + DisplayWidth.of(rest) > width) {
                int end = fitting(rest, width - used);
                if (end == 0 && used == 0) {
                    end = Character.charCount(rest.codePointAt(0));
                }
                int joint = joint(rest, end);
                append(new Run(rest.substring(0, joint), run.ink()));
                endLine();
                rest = rest.substring(joint);
            }
            append(new Run(rest, run.ink()));
        }
    }

    /// How many characters of a text fit into some columns.
    private static int fitting(String text, int columns) {
        int taken = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            taken += DisplayWidth.of(point);
            if (taken > columns) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    private static int joint(String text, int end) {
        for (int at = end; at > end / 3; at--) {
            if (JOINTS.indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return end;
    }

    private void append(Run run) {
        if (run.words().isEmpty()) {
            return;
        }
        used += run.width();
        int last = line.size() - 1;
        // "a", " ", "b" in one ink become one run, so that a phrase is coloured as a whole.
        if (last >= 1
                && line.get(last).words().equals(" ")
                && line.get(last - 1).ink() == run.ink()) {
            line.removeLast();
            String before = line.removeLast().words();
            line.add(new Run(before + " " + run.words(), run.ink()));
        } else if (last >= 0
                && line.get(last).ink() == run.ink()
                && !line.get(last).words().equals(" ")) {
            line.set(last, new Run(line.get(last).words() + run.words(), run.ink()));
        } else {
            line.add(run);
        }
    }

    private void endLine() {
        lines.add(List.copyOf(line));
        line.clear();
        used = 0;
    }

    private static List<Word> words(List<Run> runs) {
        List<Word> words = new ArrayList<>();
        List<Run> word = new ArrayList<>();
        boolean spaceBefore = false;
        for (Run run : runs) {
            String chars = run.words();
            int start = 0;
            for (int i = 0; i < chars.length(); i += Character.charCount(chars.codePointAt(i))) {
                int point = chars.codePointAt(i);
                boolean space = Character.isWhitespace(point);
                if (!space && !mayBreakBefore(point)) {
                    continue;
                }
                addRun(word, chars.substring(start, i), run.ink());
                boolean ended = endWord(words, word, spaceBefore);
                spaceBefore = space || (spaceBefore && !ended);
                start = space ? i + Character.charCount(point) : i;
            }
            addRun(word, chars.substring(start), run.ink());
        }
        endWord(words, word, spaceBefore);
        return words;
    }

    private static void addRun(List<Run> word, String chars, Ink ink) {
        if (!chars.isEmpty()) {
            word.add(new Run(chars, ink));
        }
    }

    private static boolean endWord(List<Word> words, List<Run> word, boolean spaceBefore) {
        if (word.isEmpty()) {
            return false;
        }
        int width = word.stream().mapToInt(Run::width).sum();
        words.add(new Word(List.copyOf(word), width, spaceBefore));
        word.clear();
        return true;
    }

    private static boolean mayBreakBefore(int point) {
        return point >= 0x2E80 && Character.isLetter(point) && DisplayWidth.of(point) == 2;
    }
}
