// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.List;
import org.detente.elicit.Answer;
import org.detente.elicit.Question;
import org.detente.elicit.Turn;

/// Questions of an interview as lines of text.
final class QuestionText {
    private static final int INDENT = 2;
    private static final int DEEP = 6;

    private final int width;

    /// Text of a width.
    ///
    /// @param width columns of a line
    QuestionText(int width) {
        this.width = width;
    }

    /// A question with its answers.
    ///
    /// @param ask the question
    /// @return lines, each with its line break
    String of(Turn.Ask ask) {
        Question question = ask.question();
        List<String> lines = new ArrayList<>();
        lines.add("");
        String head =
                question.kind() == Question.Kind.CONTRADICTION
                        ? ""
                        : "%d.  ".formatted(ask.number());
        wrap(lines, head + question.ask(), 0, head.length());
        if (!question.lines().isEmpty()) {
            lines.add("");
            question.lines().forEach(line -> wrap(lines, line, INDENT + 2, column(line)));
        }
        lines.add("");
        addChoices(lines, question);
        if (!question.earlier().isEmpty()) {
            lines.add("");
            wrap(lines, "Before: %s. Enter keeps it.".formatted(earlier(question)), INDENT, INDENT);
        }
        lines.add(how(question));
        return String.join("\n", lines) + "\n";
    }

    /// Where a line goes on: below its second column if it has one.
    private static int column(String line) {
        int gap = line.indexOf("  ");
        int text = gap;
        while (gap >= 0 && line.charAt(text) == ' ') {
            text++;
        }
        return INDENT + 2 + (gap < 0 ? 2 : text);
    }

    private static String earlier(Question question) {
        if (question.earlier().equals(List.of(Answer.SKIPPED))) {
            return "passed over";
        }
        List<String> words = new ArrayList<>();
        for (String key : question.earlier()) {
            int index = question.indexOf(key);
            words.add(
                    question.form() == Question.Form.RANGE || index < 0
                            ? key
                            : Integer.toString(index + 1));
        }
        return String.join(" ", words);
    }

    private void addChoices(List<String> lines, Question question) {
        String group = "";
        List<String> packed = new ArrayList<>();
        for (int k = 0; k < question.choices().size(); k++) {
            Question.Choice choice = question.choices().get(k);
            if (choice.group().isEmpty()) {
                wrap(lines, "%3d  %s".formatted(k + 1, choice.words()), INDENT, INDENT + 5);
                continue;
            }
            if (!choice.group().equals(group)) {
                pack(lines, packed);
                group = choice.group();
                wrap(lines, group, INDENT, INDENT + 2);
            }
            packed.add("%3d %s".formatted(k + 1, choice.words()));
        }
        pack(lines, packed);
    }

    /// Puts several short answers on a line.
    private void pack(List<String> lines, List<String> packed) {
        StringBuilder line = new StringBuilder();
        for (String one : packed) {
            if (!line.isEmpty() && DEEP - 2 + line.length() + 2 + one.length() > width) {
                lines.add(" ".repeat(DEEP - 2) + line);
                line.setLength(0);
            }
            if (DEEP - 2 + one.length() > width) {
                wrap(lines, one, DEEP - 2, DEEP + 2);
            } else {
                line.append(line.isEmpty() ? "" : "  ").append(one);
            }
        }
        if (!line.isEmpty()) {
            lines.add(" ".repeat(DEEP - 2) + line);
        }
        packed.clear();
    }

    private static String how(Question question) {
        return switch (question.form()) {
            case ONE -> "";
            case ANY -> "\n  All that apply, as in 3 7; or none.";
            case ONE_OF_EACH -> "\n  At most one number from each line, as in 2 5 8; or none.";
            case ORDER -> "\n  The most important first, as in 4 1 3; or none.";
            case RANGE -> "  From a least to a most, as in 2 to 4; or skip.";
        };
    }

    /// Words in lines.
    ///
    /// @param words the words
    /// @param indent columns before the first line
    /// @return lines, each with its line break
    String paragraph(String words, int indent) {
        List<String> lines = new ArrayList<>();
        wrap(lines, words, indent, indent);
        return String.join("\n", lines) + "\n";
    }

    private void wrap(List<String> lines, String words, int first, int rest) {
        StringBuilder line = new StringBuilder(" ".repeat(first));
        boolean isStart = true;
        int leading = words.length() - words.stripLeading().length();
        line.append(words, 0, leading);
        for (String word : words.strip().split("(?<=\\S) ", -1)) {
            if (!isStart && line.length() + 1 + word.length() > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(rest));
                isStart = true;
                word = word.strip();
            }
            line.append(isStart ? "" : " ").append(word);
            isStart = false;
        }
        lines.add(line.toString().stripTrailing());
    }
}
