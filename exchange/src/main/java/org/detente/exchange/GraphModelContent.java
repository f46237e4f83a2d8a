// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Party;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Rule;
import org.detente.model.Statement;
import org.detente.model.Unseen;

/// A case's conditions as patterns and its ranks as rankings, for a graph-model file.
final class GraphModelContent {
    private final boolean manual;
    private final long now;
    private final List<List<Pattern>> infeasible = new ArrayList<>();
    private final Map<String, List<List<Pattern>>> orders = new HashMap<>();
    private final Map<String, List<List<Pattern>>> unseen = new HashMap<>();
    private final Map<String, List<int[]>> rankings = new HashMap<>();

    private GraphModelContent(boolean manual, long now) {
        this.manual = manual;
        this.now = now;
    }

    static GraphModelContent of(ExportJob job, Bits bits, List<Loss> losses) {
        CompiledCase model = job.model();
        Case source = job.source();
        GraphModelContent content =
                new GraphModelContent(needsRanking(source), bits.number(model.now()));
        bits.impossible().forEach(pattern -> content.infeasible.add(List.of(pattern)));
        for (Rule rule : source.rules()) {
            List<Pattern> patterns = patterns(bits, rule.never(), "rules." + rule.id());
            if (!patterns.isEmpty()) {
                content.infeasible.add(patterns);
            }
        }
        for (Unseen states : source.unseen()) {
            List<Pattern> patterns = patterns(bits, states.states(), "unseen." + states.party());
            if (!patterns.isEmpty()) {
                content.unseen
                        .computeIfAbsent(states.party(), _ -> new ArrayList<>())
                        .add(patterns);
            }
        }
        for (Preferences preferences : source.preferences()) {
            PreferencePart.Order order = preferences.part(PreferencePart.Order.class);
            if (order != null && !content.manual) {
                content.orders.put(
                        preferences.party(), order(bits, preferences.party(), order, losses));
            }
        }
        if (content.manual) {
            content.rank(model, bits);
        }
        return content;
    }

    /// Whether some party's ranks cannot be told by conditions.
    private static boolean needsRanking(Case source) {
        return source.preferences().stream()
                .anyMatch(p ->
                        p.part(PreferencePart.Ranking.class) != null
                                || (p.part(PreferencePart.Order.class) == null
                                        && p.part(PreferencePart.Values.class) != null));
    }

    private static List<List<Pattern>> order(
            Bits bits, String party, PreferencePart.Order order, List<Loss> losses) {
        List<List<Pattern>> statements = new ArrayList<>();
        for (int i = 0; i < order.statements().size(); i++) {
            Statement statement = order.statements().get(i);
            String path = "preferences.%s.order[%d]".formatted(party, i);
            List<Pattern> patterns = patterns(bits, statement.condition(), path);
            if (patterns.isEmpty() || patterns.stream().anyMatch(Pattern::isEverything)) {
                losses.add(
                        new Loss(
                                path,
                                statement.condition().toString(),
                                "left out: it holds nowhere or everywhere"));
            } else if (!statements.contains(patterns)) {
                statements.add(patterns);
            }
        }
        return statements;
    }

    private static List<Pattern> patterns(Bits bits, Condition condition, String path) {
        try {
            return bits.patterns(condition);
        } catch (Bits.TooEntangled _) {
            throw new ExportError(
                    "the condition at %s becomes too many patterns of yes and no. Write it more simply."
                            .formatted(path));
        }
    }

    private void rank(CompiledCase model, Bits bits) {
        int[] states = model.feasible().stream().toArray();
        int[] position = positions(states, bits);
        for (Party party : model.source().parties()) {
            int mover = model.space().moverIndex(party.id());
            rankings.put(
                    party.id(),
                    mover < 0
                            ? List.of(everyPosition(states.length))
                            : groups(model.ranks(mover), states, position));
        }
    }

    /// For each feasible state, in the case's order, its position in the file's order.
    private static int[] positions(int[] states, Bits bits) {
        long[] sorted = new long[states.length];
        for (int i = 0; i < states.length; i++) {
            sorted[i] = bits.number(states[i]);
        }
        java.util.Arrays.sort(sorted);
        int[] position = new int[states.length];
        for (int i = 0; i < states.length; i++) {
            position[i] = java.util.Arrays.binarySearch(sorted, bits.number(states[i])) + 1;
        }
        return position;
    }

    private static int[] everyPosition(int count) {
        int[] all = new int[count];
        java.util.Arrays.setAll(all, i -> i + 1);
        return all;
    }

    /// Positions by rank, best first, ascending within a tie.
    private static List<int[]> groups(Ranks ranks, int[] states, int[] position) {
        int[] size = new int[ranks.levelCount()];
        for (int state : states) {
            size[ranks.rank(state)]++;
        }
        int[][] groups = new int[size.length][];
        java.util.Arrays.setAll(groups, rank -> new int[size[rank]]);
        int[] filled = new int[size.length];
        for (int i = 0; i < states.length; i++) {
            int rank = ranks.rank(states[i]);
            groups[rank][filled[rank]++] = position[i];
        }
        List<int[]> best = new ArrayList<>();
        for (int rank = size.length - 1; rank >= 0; rank--) {
            if (size[rank] > 0) {
                java.util.Arrays.sort(groups[rank]);
                best.add(groups[rank]);
            }
        }
        return best;
    }

    /// Whether rankings count in the file.
    boolean manual() {
        return manual;
    }

    /// The status quo's number in the file.
    long now() {
        return now;
    }

    List<List<Pattern>> infeasible() {
        return infeasible;
    }

    List<List<Pattern>> orderOf(String party) {
        return orders.getOrDefault(party, List.of());
    }

    List<List<Pattern>> unseenBy(String party) {
        return unseen.getOrDefault(party, List.of());
    }

    List<int[]> rankingOf(String party) {
        return rankings.getOrDefault(party, List.of());
    }
}
