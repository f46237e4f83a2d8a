// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.ArrayList;
import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.compile.Disagreement;
import org.detente.compile.StateSpace;
import org.detente.explain.Block;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Basis;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.Party;
import org.detente.model.Speaker;

/// The case's own words for states, moves and outcomes, shared by all that explains.
public final class Wording {
    private final CompiledCase model;
    private final StateSpace space;

    /// Words for a case.
    ///
    /// @param model the compiled case
    public Wording(CompiledCase model) {
        this.model = model;
        this.space = model.space();
    }

    /// A mover's name.
    ///
    /// @param mover its index
    /// @return the name for readers
    public String mover(int mover) {
        return space.movers().get(mover).name();
    }

    /// A party's name.
    ///
    /// @param party its id
    /// @return the name for readers
    public String party(String party) {
        return model.source().party(party).name();
    }

    /// A role in words.
    ///
    /// @param role the role
    /// @return a few words
    public static String role(Party.Role role) {
        return switch (role) {
            case PRINCIPAL -> "at the table";
            case MEDIATOR -> "mediator";
            case VERIFIER -> "verifier";
            case OUTSIDE -> "outside, can act";
            case AFFECTED -> "affected";
            case RATIFIER -> "ratifier";
        };
    }

    /// What changes between two states: `us.relief none → partial, us.strike no → yes`.
    ///
    /// @param from a state
    /// @param to another
    /// @return the changed options with their levels, in the case's order
    public Text change(int from, int to) {
        return change(from, to, false);
    }

    /// What changes between two states, with the options' own words: `us.relief (Lift sanctions)
    /// none → partial`.
    ///
    /// @param from a state
    /// @param to another
    /// @return the changed options with their texts and levels, in the case's order
    public Text labelledChange(int from, int to) {
        return change(from, to, true);
    }

    private Text change(int from, int to, boolean labelled) {
        Text.Writer text = Text.writer();
        String separator = "";
        for (int option = 0; option < space.optionCount(); option++) {
            int before = space.level(from, option);
            int after = space.level(to, option);
            if (before != after) {
                String label = space.options().get(option).text();
                text.plain(separator)
                        .code(space.options().get(option).ref().toString())
                        .plain(labelled && label != null ? " (%s)".formatted(label) : "")
                        .plain(
                                " %s → %s"
                                        .formatted(
                                                levelName(option, before),
                                                levelName(option, after)));
                separator = ", ";
            }
        }
        return separator.isEmpty() ? Text.of("nothing") : text.done();
    }

    /// How many options differ between two states.
    ///
    /// @param from a state
    /// @param to another
    /// @return the number of changed options
    public int changedOptionCount(int from, int to) {
        int count = 0;
        for (int option = 0; option < space.optionCount(); option++) {
            count += space.level(from, option) == space.level(to, option) ? 0 : 1;
        }
        return count;
    }

    /// A level's name.
    ///
    /// @param option the option's index
    /// @param level the level's index
    /// @return its name
    public String levelName(int option, int level) {
        return space.options().get(option).levels().get(level).name();
    }

    /// The named outcomes a state lies in.
    ///
    /// @param state its number
    /// @return the outcomes, in the case's order
    public List<Outcome> outcomesOf(int state) {
        List<Outcome> result = new ArrayList<>();
        for (Outcome outcome : model.source().outcomes()) {
            if (model.statesOf(outcome).contains(state)) {
                result.add(outcome);
            }
        }
        return result;
    }

    /// The names of the outcomes a state lies in.
    ///
    /// @param state its number
    /// @return the ids with commas, or `none named`
    public String outcomeNames(int state) {
        List<Outcome> outcomes = outcomesOf(state);
        return outcomes.isEmpty()
                ? "none named"
                : String.join(", ", outcomes.stream().map(Outcome::id).toList());
    }

    /// The label of an option: its text, else its name.
    ///
    /// @param option the option's index
    /// @return words for a reader
    public String optionLabel(int option) {
        Option found = space.options().get(option);
        return found.label();
    }

    /// What something rests on: references to its claims, or that it is assumed.
    ///
    /// @param basis the basis
    /// @return a text such as `[c30] [r-letter]` or the mark `assumed`
    public static Text basis(Basis basis) {
        Text.Writer text = Text.writer();
        if (basis.assumed()) {
            return text.mark(Span.Tone.ASSUMED, "assumed").done();
        }
        String separator = "";
        for (String claim : basis.claims()) {
            text.plain(separator).claim(claim);
            separator = " ";
        }
        if (basis.said() != null) {
            text.plain(separator).plain("said by " + basis.said().inWords());
        }
        return text.done();
    }

    /// Who says something, by name.
    ///
    /// @param speakers the speakers
    /// @return names joined by commas
    public String speakers(List<Speaker> speakers) {
        return String.join(", ", speakers.stream().map(this::speaker).toList());
    }

    private String speaker(Speaker speaker) {
        return switch (speaker) {
            case Speaker.OfParty(String party) -> party(party);
            case Speaker.OfSource(String source) -> sourceName(source);
            case Speaker.Named(String name, String of) ->
                    of == null ? name : "%s (%s)".formatted(name, party(of));
        };
    }

    /// A source as a speaker: its kind and id, as in `the opinion article`.
    private String sourceName(String id) {
        String kind = model.source().source(id).kind();
        return "the %s %s".formatted(kind == null ? "source" : kind, id);
    }

    /// Words as they stand at the start of a sentence.
    ///
    /// @param words the words
    /// @return the same with a capital letter
    public static String sentenceStart(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    /// A share in percent, without decimals where they say nothing.
    ///
    /// @param part the part
    /// @param whole the whole, not 0
    /// @return for example `12 %`, `less than 1 %`, `more than 99 %`
    public static String percent(long part, long whole) {
        if (part == 0 || part == whole) {
            return part == 0 ? "0 %" : "100 %";
        }
        double share = 100.0 * part / whole;
        if (share < 1) {
            return "less than 1 %";
        }
        return share > 99 ? "more than 99 %" : Math.round(share) + " %";
    }

    /// That a party's order and its points judge states oppositely, and which of them counts.
    ///
    /// @param disagreement how far the two differ
    /// @param followed which of them is followed, `order` or `points`
    /// @return a caution
    public Block disagreement(Disagreement disagreement, String followed) {
        return new Block.Note(
                Block.Note.Kind.CAUTION,
                Text.of(
                        "%s states both an order and points, and the two judge %s of %s pairs of states oppositely. What is said here follows the %s."
                                .formatted(
                                        party(disagreement.party()),
                                        number(disagreement.opposedPairCount()),
                                        number(disagreement.pairCount()),
                                        followed)));
    }

    /// A count with its noun.
    ///
    /// @param count how many
    /// @param one the noun for one
    /// @param many the noun for several
    /// @return for example `1 state`, `1,204 states`
    public static String counted(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    /// A whole number with thousands set apart.
    ///
    /// @param value the number
    /// @return for example `1,204`
    public static String number(long value) {
        return String.format(java.util.Locale.ROOT, "%,d", value);
    }
}
