// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.StateSpace;
import org.detente.model.Case;
import org.detente.model.Option;
import org.detente.model.Party;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;

/// Writes a case's strategic form for Gambit (`.nfg`): each party with options is a player, each
/// joint choice of its options a strategy, points or ranks are payoffs.
public final class NfgExporter implements Exporter {
    private static final int MOST_STATES = 1 << 20;

    /// Made by [Formats].
    public NfgExporter() {}

    @Override
    public String format() {
        return "nfg";
    }

    @Override
    public String title() {
        return "a strategic game for Gambit";
    }

    /// A player: its party, its strategies' names and, its options' indices.
    private record Player(Party party, List<String> strategies, List<Integer> options) {
        private Player {
            strategies = List.copyOf(strategies);
            options = List.copyOf(options);
        }
    }

    @Override
    public Exported write(ExportJob job) {
        CompiledCase model = job.model();
        Case source = job.source();
        if (source.options().isEmpty()) {
            throw new ExportError(
                    "this case has no options, and a strategic game is made of them. Add options:, or export it as genius or geniusweb.");
        }
        if (model.space().product() > MOST_STATES) {
            throw new ExportError(
                    "this case has %,d states, and a strategic game here has at most %,d profiles. Leave out options or levels."
                            .formatted(model.space().product(), MOST_STATES));
        }
        List<Loss> losses = losses(source);
        List<Player> players = players(source, model.space());
        List<double[]> payoffs = new ArrayList<>();
        for (Player player : players) {
            payoffs.add(payoffs(model, player.party(), losses));
        }
        punishImpossible(model, payoffs, losses);
        return new Exported(
                List.of(
                        OutFile.text(
                                job.key() + ".nfg", text(source, model.space(), players, payoffs))),
                losses);
    }

    private static List<Loss> losses(Case source) {
        List<Loss> losses = new ArrayList<>(Plain.losses(source, false));
        losses.removeIf(loss -> loss.where().equals("about"));
        Plain.add(losses, "outcomes", source.outcomes().size(), "names of regions");
        Plain.add(losses, "unseen", source.unseen().size(), "misperceptions");
        Plain.add(losses, "coalitions", source.coalitions().size(), "coalitions");
        Plain.add(losses, "same", source.same().size(), "groups of states counted as one");
        int oneWay = 0;
        for (Option option : source.options()) {
            oneWay += option.moves() == Option.Moves.BOTH ? 0 : 1;
        }
        if (oneWay > 0) {
            losses.add(
                    new Loss(
                            "options",
                            "%d that move one way only".formatted(oneWay),
                            "free: a strategic game has no moves from where things stand"));
        }
        if (source.agreement() != null) {
            losses.add(new Loss("agreement", "what could be agreed", "left out"));
        }
        return losses;
    }

    /// Parties with options, and those that say what their only strategy is.
    private static List<Player> players(Case source, StateSpace space) {
        List<Player> players = new ArrayList<>();
        for (Party party : source.parties()) {
            int mover = space.moverIndex(party.id());
            String text = party.text();
            if (mover >= 0) {
                int[] own = space.optionsOf(mover);
                players.add(
                        new Player(
                                party,
                                strategies(space, own),
                                java.util.Arrays.stream(own).boxed().toList()));
            } else if (text != null && text.startsWith(StrategicGame.ONLY)) {
                players.add(
                        new Player(
                                party,
                                List.of(text.substring(StrategicGame.ONLY.length())),
                                List.of()));
            }
        }
        return players;
    }

    private static List<String> strategies(StateSpace space, int[] own) {
        List<String> names = List.of("");
        for (int option : own) {
            List<String> longer = new ArrayList<>();
            Option what = space.options().get(option);
            for (int level = 0; level < space.radix(option); level++) {
                String name = what.levels().get(level).name();
                String said = own.length == 1 ? name : what.ref().name() + " " + name;
                for (String before : names) {
                    longer.add(before.isEmpty() ? said : before + ", " + said);
                }
            }
            names = longer;
        }
        return names;
    }

    private static double[] payoffs(CompiledCase model, Party party, List<Loss> losses) {
        Preferences preferences = model.source().preferencesOf(party.id());
        PreferencePart.Values values =
                preferences == null ? null : preferences.part(PreferencePart.Values.class);
        for (PreferencePart part :
                preferences == null ? List.<PreferencePart>of() : preferences.parts()) {
            boolean used =
                    part instanceof PreferencePart.Values || (values == null && isOrdinal(part));
            if (!used) {
                losses.add(new Loss("preferences." + party.id(), Plain.kind(part), "left out"));
            }
        }
        if (values != null) {
            return StatePoints.of(model, values);
        }
        double[] payoffs = new double[model.space().product()];
        int mover = model.space().moverIndex(party.id());
        if (mover >= 0) {
            Ranks ranks = model.ranks(mover);
            for (int s = 0; s < payoffs.length; s++) {
                payoffs[s] = ranks.rank(s);
            }
        }
        losses.add(
                new Loss(
                        "preferences." + party.id(),
                        "no points",
                        "ranks, 0 the worst: mixed strategies mean nothing with them"));
        return payoffs;
    }

    private static boolean isOrdinal(PreferencePart part) {
        return part instanceof PreferencePart.Order || part instanceof PreferencePart.Ranking;
    }

    /// A strategic game has a payoff everywhere: what rules forbid is worse than everything else.
    private static void punishImpossible(
            CompiledCase model, List<double[]> payoffs, List<Loss> losses) {
        int impossible = model.space().product() - model.feasible().count();
        if (impossible == 0) {
            return;
        }
        for (double[] own : payoffs) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int s = 0; s < own.length; s++) {
                if (model.feasible().contains(s)) {
                    low = Math.min(low, own[s]);
                    high = Math.max(high, own[s]);
                }
            }
            for (int s = 0; s < own.length; s++) {
                own[s] = model.feasible().contains(s) ? own[s] : low - (high - low) - 1;
            }
        }
        losses.add(
                new Loss(
                        "rules",
                        "%d of %d profiles cannot be"
                                .formatted(impossible, model.space().product()),
                        "payoffs below every other; an equilibrium there means nothing"));
    }

    private static String text(
            Case source, StateSpace space, List<Player> players, List<double[]> payoffs) {
        StringBuilder text = new StringBuilder("NFG 1 R ");
        text.append(quoted(source.title())).append("\n{");
        players.forEach(player -> text.append(' ').append(quoted(player.party().name())));
        text.append(" }\n\n{\n");
        for (Player player : players) {
            text.append(" {");
            player.strategies().forEach(name -> text.append(' ').append(quoted(name)));
            text.append(" }\n");
        }
        text.append("}\n");
        text.append(quoted(source.about() == null ? "" : source.about())).append("\n\n");
        int[] counter = new int[players.size()];
        boolean more = true;
        while (more) {
            int state = state(space, players, counter);
            for (double[] own : payoffs) {
                text.append(Numbers.of(own[state])).append(' ');
            }
            text.setCharAt(text.length() - 1, '\n');
            int i = 0;
            while (i < counter.length && ++counter[i] == players.get(i).strategies().size()) {
                counter[i++] = 0;
            }
            more = i < counter.length;
        }
        return text.toString();
    }

    private static int state(StateSpace space, List<Player> players, int[] strategies) {
        int state = 0;
        for (int p = 0; p < strategies.length; p++) {
            int rest = strategies[p];
            for (int option : players.get(p).options()) {
                state = space.with(state, option, rest % space.radix(option));
                rest /= space.radix(option);
            }
        }
        return state;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }
}
