// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.detente.exchange.NfgTokens.Kind;
import org.detente.model.Place;

/// One Gambit strategic game file on its way to a game.
final class NfgReading {
    private static final int MOST_STRATEGIES = 1000;

    /// A profile's condition names a strategy of every player, and must stay short enough to be
    /// read.
    private static final int LONGEST_NAME = 500;

    /// As many payoffs as a case can hold as conditions of its own.
    private static final long MOST_PAYOFFS = 60_000;

    private final ForeignFile file;
    private final Findings findings;
    private final NfgTokens tokens;
    private final List<String> players = new ArrayList<>();
    private final List<List<String>> strategies = new ArrayList<>();
    private final List<double[]> payoffs = new ArrayList<>();
    private int roundedCount;
    private String rounded = "";

    NfgReading(ForeignFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
        this.tokens = new NfgTokens(file.text());
    }

    StrategicGame read() {
        String title = header();
        readPlayers();
        readStrategies();
        String comment = "";
        if (tokens.kind() == Kind.TEXT) {
            comment = Words.text(tokens.value());
            tokens.next();
        }
        checkSize();
        int count = (int) StrategicGame.profileCount(strategies);
        players.forEach(_ -> payoffs.add(new double[count]));
        if (tokens.kind() == Kind.OPEN) {
            readOutcomes(count);
        } else {
            readPayoffs(count);
        }
        if (tokens.kind() != Kind.END) {
            throw stop(
                    "goes on after the last profile",
                    "Remove what is too much, or check the numbers of strategies");
        }
        if (roundedCount > 0) {
            findings.loss(
                    "payoffs",
                    "%s that no decimal equals, such as %s"
                            .formatted(Words.count(roundedCount, "fraction", "fractions"), rounded),
                    "the nearest decimal of 16 digits");
        }
        return new StrategicGame(
                title, comment.isEmpty() ? null : comment, players, strategies, payoffs);
    }

    private ImportError stop(String fact, String mend) {
        return findings.stop(file, "", tokens.place(), fact, mend);
    }

    private String header() {
        tokens.next();
        if (!tokens.value().equals("1")) {
            throw stop(
                    "is version %s of the format, and version 1 is read"
                            .formatted(Words.shown(tokens.value())),
                    "Save it again in Gambit");
        }
        tokens.next();
        if (tokens.kind() == Kind.WORD && List.of("R", "D").contains(tokens.value())) {
            tokens.next();
        }
        if (tokens.kind() != Kind.TEXT) {
            throw stop("has no title", "Write it in quotes after NFG 1 R");
        }
        String title = Words.line(tokens.value());
        tokens.next();
        return title.isEmpty() ? file.stem() : title;
    }

    private void expect(Kind kind, String what) {
        if (tokens.kind() != kind) {
            throw stop(
                    tokens.kind() == Kind.END
                            ? "ends where %s should stand".formatted(what)
                            : "has no %s here".formatted(what),
                    "Write %s".formatted(what));
        }
        tokens.next();
    }

    private void readPlayers() {
        expect(Kind.OPEN, "{ before the players");
        while (tokens.kind() == Kind.TEXT || tokens.kind() == Kind.WORD) {
            String name = Words.line(tokens.value());
            players.add(name.isEmpty() ? "Player " + (players.size() + 1) : name);
            tokens.next();
        }
        expect(Kind.CLOSE, "} after the players");
        if (players.isEmpty()) {
            throw stop("has no players", "Name them in quotes");
        }
    }

    private void readStrategies() {
        expect(Kind.OPEN, "{ before the strategies");
        for (int p = 0; p < players.size(); p++) {
            Words.Levels names = new Words.Levels();
            List<String> own = new ArrayList<>();
            Place place = tokens.place();
            if (tokens.kind() == Kind.OPEN) {
                tokens.next();
                while (tokens.kind() == Kind.TEXT || tokens.kind() == Kind.WORD) {
                    String name = Words.line(tokens.value());
                    own.add(names.of(name.isEmpty() ? Integer.toString(own.size() + 1) : name));
                    if (own.size() > MOST_STRATEGIES) {
                        break;
                    }
                    tokens.next();
                }
            } else {
                double count = Numbers.parse(tokens.value());
                for (int s = 1; s <= Math.min(count, MOST_STRATEGIES + 1); s++) {
                    own.add(Integer.toString(s));
                }
            }
            if (own.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
                throw findings.stop(
                        file,
                        "",
                        place,
                        "gives player %d a strategy with a name of over %d characters"
                                .formatted(p + 1, LONGEST_NAME),
                        "Choose a shorter name");
            }
            if (own.isEmpty() || own.size() > MOST_STRATEGIES) {
                throw findings.stop(
                        file,
                        "",
                        place,
                        "gives player %d %s strategies"
                                .formatted(p + 1, own.isEmpty() ? "no" : "too many"),
                        "Give each player from one to %,d".formatted(MOST_STRATEGIES));
            }
            strategies.add(own);
            if (tokens.kind() == Kind.CLOSE || tokens.kind() == Kind.WORD) {
                tokens.next();
            }
        }
        expect(Kind.CLOSE, "} after the strategies");
    }

    private void checkSize() {
        long numbers = StrategicGame.profileCount(strategies) * players.size();
        if (numbers > MOST_PAYOFFS) {
            throw stop(
                    "has %,d payoffs, and a case holds at most %,d"
                            .formatted(numbers, MOST_PAYOFFS),
                    "Leave out strategies that are dominated");
        }
        if (strategies.stream().allMatch(own -> own.size() == 1)) {
            throw stop("leaves nobody a choice", "Give some player two strategies");
        }
    }

    private void readPayoffs(int count) {
        for (int s = 0; s < count; s++) {
            for (double[] own : payoffs) {
                own[s] = number("payoff");
            }
        }
    }

    private void readOutcomes(int count) {
        expect(Kind.OPEN, "{ before the outcomes");
        List<double[]> outcomes = new ArrayList<>();
        int named = 0;
        while (tokens.kind() == Kind.OPEN) {
            tokens.next();
            if (tokens.kind() == Kind.TEXT) {
                named += tokens.value().isBlank() ? 0 : 1;
                tokens.next();
            }
            double[] outcome = new double[players.size()];
            for (int p = 0; p < outcome.length; p++) {
                outcome[p] = number("payoff");
            }
            outcomes.add(outcome);
            expect(Kind.CLOSE, "} after an outcome");
        }
        expect(Kind.CLOSE, "} after the outcomes");
        if (named > 0) {
            findings.loss(
                    "outcomes", Words.count(named, "name", "names"), "left out; payoffs are kept");
        }
        for (int s = 0; s < count; s++) {
            Place place = tokens.place();
            double index = number("outcome's number");
            if (index != Math.rint(index) || index < 0 || index > outcomes.size()) {
                throw findings.stop(
                        file,
                        "",
                        place,
                        "names no outcome: there are %d, counted from 1; 0 is none"
                                .formatted(outcomes.size()),
                        "Write the number of an outcome");
            }
            for (int p = 0; p < players.size() && index > 0; p++) {
                payoffs.get(p)[s] = outcomes.get((int) index - 1)[p];
            }
        }
    }

    /// A decimal, or a fraction such as 1/3.
    private double number(String what) {
        if (tokens.kind() != Kind.WORD) {
            throw stop(
                    tokens.kind() == Kind.END
                            ? "ends before the last " + what
                            : "has no %s here".formatted(what),
                    "Write a number for each profile, the first player's strategy changing fastest");
        }
        String word = tokens.value();
        int slash = word.indexOf('/');
        BigDecimal top = Numbers.exact(slash < 0 ? word : word.substring(0, slash));
        BigDecimal bottom = slash < 0 ? BigDecimal.ONE : Numbers.exact(word.substring(slash + 1));
        if (top == null || bottom == null || bottom.signum() == 0) {
            throw stop(
                    "has %s where a %s of at most 1e15 should stand"
                            .formatted(Words.shown(word), what),
                    "Write a number such as 3, -0.5 or 1/3");
        }
        BigDecimal value = top.divide(bottom, MathContext.DECIMAL128);
        if (value.multiply(bottom).compareTo(top) != 0) {
            roundedCount++;
            rounded = roundedCount == 1 ? word : rounded;
        }
        if (Math.abs(value.doubleValue()) > Numbers.LARGEST) {
            throw stop("has a payoff over 1e15", "Choose a larger unit");
        }
        tokens.next();
        return value.doubleValue() + 0.0;
    }
}
