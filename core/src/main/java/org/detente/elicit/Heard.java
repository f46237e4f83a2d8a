// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands of the answers given, later ones in place of earlier ones, without what was taken
/// back.
final class Heard {
    /// What the key of a question on a contradiction starts with.
    static final String CONTRADICTION = "contradiction";

    private final SequencedMap<String, Answer> standing = new LinkedHashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final SequencedMap<String, Answer> reopened = new LinkedHashMap<>();
    private int asked;
    private int contradictions;

    private Heard() {}

    static Heard of(List<Answer> log) {
        Heard heard = new Heard();
        log.forEach(heard::add);
        return heard;
    }

    private void add(Answer answer) {
        if (answer.key().startsWith(CONTRADICTION)) {
            contradictions++;
            answer.chosen().forEach(this::withdraw);
            return;
        }
        asked++;
        standing.put(answer.key(), answer);
        reopened.remove(answer.key());
        withdrawn.removeIf(statement -> statement.startsWith(answer.key()));
    }

    private void withdraw(String statement) {
        withdrawn.add(statement);
        Answer whole = standing.get(statement);
        if (whole != null) {
            standing.remove(statement);
            if (statement.equals(Interview.SWINGS)) {
                reopened.put(statement, whole);
            }
        }
    }

    /// How many questions were answered, those on contradictions apart.
    int asked() {
        return asked;
    }

    int contradictions() {
        return contradictions;
    }

    /// An answer that stands and is not a skip.
    @Nullable Answer answer(String key) {
        Answer answer = standing.get(key);
        return answer == null || answer.isSkipped() ? null : answer;
    }

    /// Whether a question was answered or passed over, and not opened again.
    boolean isDone(String key) {
        return standing.containsKey(key) || (withdrawn.contains(key) && !reopened.containsKey(key));
    }

    /// Whether a question is to be put again because its answer was taken back.
    boolean isReopened(String key) {
        return reopened.containsKey(key);
    }

    boolean isWithdrawn(String statement) {
        return withdrawn.contains(statement);
    }

    /// The earlier answer to a question that is open again.
    List<String> earlier(String key) {
        Answer answer = reopened.get(key);
        return answer == null ? List.of() : answer.chosen();
    }

    /// All answers that stand, in the order of the questions.
    List<Answer> all() {
        return List.copyOf(standing.values());
    }
}
