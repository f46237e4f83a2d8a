// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.detente.compile.StatedForm;
import org.detente.compile.StatedForm.Question.Named;
import org.detente.math.Polyhedron;
import org.jspecify.annotations.Nullable;

/// Finds what follows from the last answer and did not before it: that a part of one change matters
/// more than the whole of another.
final class Implied {
    /// How many are looked into exactly.
    private static final int MOST_CHECKED = 8;

    private Implied() {}

    private record Found(Pair.OfStep step, double shareBefore) {}

    /// The consequence with which the fewest of the value functions met before agreed.
    ///
    /// @param before how things stood before the last answer
    /// @param now how they stand
    /// @param heard what was asked is not asked again
    /// @return null if nothing of the kind follows
    static Pair.@Nullable OfStep newly(Agenda agenda, Standing before, Standing now, Heard heard) {
        Statements statements = now.statements();
        List<Found> found = new ArrayList<>();
        for (Topic topic : agenda.topics()) {
            for (Topic other : agenda.topics()) {
                boolean isKnown =
                        !topic.ref().equals(other.ref())
                                && statements.hasEnds(topic)
                                && statements.hasEnds(other);
                for (int level = 0; isKnown && level < topic.levels().size(); level++) {
                    Pair.OfStep step = new Pair.OfStep(topic, level, other);
                    boolean isPart =
                            level != statements.best(topic) && level != statements.worst(topic);
                    if (isPart && !heard.isDone(step.key()) && !heard.isWithdrawn(step.key())) {
                        double share = share(before, statements, step);
                        if (share < 1 && share(now, statements, step) == 1) {
                            found.add(new Found(step, share));
                        }
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Found::shareBefore));
        for (Found one : found.subList(0, Math.min(found.size(), MOST_CHECKED))) {
            if (now.opinion().isAlways(forms(now, statements, one.step()))) {
                return one.step();
            }
        }
        return null;
    }

    /// The share of value functions met that agree.
    private static double share(Standing standing, Statements statements, Pair.OfStep step) {
        List<double[]> forms = forms(standing, statements, step);
        int count = 0;
        int agree = 0;
        for (int r = 0; r < forms.size(); r++) {
            for (double[] point : standing.opinion().examples().get(r)) {
                count++;
                agree += Polyhedron.dot(forms.get(r), point) > 0 ? 1 : 0;
            }
        }
        return count == 0 ? 0 : (double) agree / count;
    }

    private static List<double[]> forms(
            Standing standing, Statements statements, Pair.OfStep step) {
        double[][] part =
                change(standing, step.topic(), step.level(), statements.worst(step.topic()));
        double[][] whole =
                change(
                        standing,
                        step.other(),
                        statements.best(step.other()),
                        statements.worst(step.other()));
        List<double[]> forms = new ArrayList<>();
        for (int r = 0; r < part.length; r++) {
            double[] form = part[r].clone();
            for (int k = 0; k < form.length; k++) {
                form[k] -= whole[r][k];
            }
            forms.add(form);
        }
        return forms;
    }

    /// What one level of an item is worth above another, by reading.
    static double[][] change(Standing standing, Topic topic, int up, int down) {
        StatedForm stated = Objects.requireNonNull(standing.opinion().stated());
        StatedForm.Question question =
                new StatedForm.Question(
                        new Named(topic.ref(), topic.levels().get(up).name()),
                        new Named(topic.ref(), topic.levels().get(down).name()),
                        false);
        double[][] forms = new double[stated.readings().size()][];
        for (int r = 0; r < forms.length; r++) {
            forms[r] = stated.form(stated.readings().get(r), question);
        }
        return forms;
    }
}
