// SPDX-License-Identifier: Apache-2.0
package org.detente.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.model.Agreement;
import org.detente.model.Assumption;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Claim;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.Party;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Region;
import org.detente.model.Rule;
import org.detente.model.Same;
import org.detente.model.Setting;
import org.detente.model.Source;
import org.detente.model.Statement;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// Puts small cases together in tests, without a file.
public final class SmallCase {
    private final List<Source> sources = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Setting> now = new ArrayList<>();
    private final List<Assumption> assumptions = new ArrayList<>();
    private final List<Preferences> preferences = new ArrayList<>();
    private final List<Same> same = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<List<String>> coalitions = new ArrayList<>();
    private @Nullable Agreement agreement;

    /// Adds a principal.
    ///
    /// @param id its id
    /// @return this
    public SmallCase party(String id) {
        parties.add(new Party(id, id, null, Party.Role.PRINCIPAL, null, Basis.ASSUMED));
        return this;
    }

    /// Adds an option.
    ///
    /// @param party its owner
    /// @param name its name
    /// @param moves its direction
    /// @param levels its levels' names; none for no and yes
    /// @return this
    public SmallCase option(String party, String name, Option.Moves moves, String... levels) {
        return slowOption(party, name, moves, 0, 1, levels);
    }

    /// Adds an option that is slow to undo, or carried out in parts.
    ///
    /// @param party the owner's id
    /// @param name the option's id under the owner
    /// @param moves its direction
    /// @param undo how many steps pass before lowering it has effect
    /// @param tranches in how many parts a level is carried out
    /// @param levels the levels' names; none for no and yes
    /// @return this
    public SmallCase slowOption(
            String party,
            String name,
            Option.Moves moves,
            int undo,
            int tranches,
            String... levels) {
        List<String> names = levels.length == 0 ? List.of(Level.NO, Level.YES) : List.of(levels);
        options.add(
                new Option(
                        new ItemRef.OptionRef(party, name),
                        null,
                        names.stream().map(n -> new Level(n, null, null, Basis.ASSUMED)).toList(),
                        moves,
                        undo,
                        tranches,
                        Basis.ASSUMED));
        return this;
    }

    /// Adds a source and nothing else of it.
    ///
    /// @param source the source
    /// @return this
    public SmallCase source(Source source) {
        sources.add(source);
        return this;
    }

    /// Adds a claim.
    ///
    /// @param claim the claim
    /// @return this
    public SmallCase claim(Claim claim) {
        claims.add(claim);
        return this;
    }

    /// Adds a rule.
    ///
    /// @param id its id
    /// @param never what cannot be
    /// @return this
    public SmallCase rule(String id, Condition never) {
        rules.add(new Rule(id, never, Basis.ASSUMED));
        return this;
    }

    /// Adds an outcome.
    ///
    /// @param id its id
    /// @param when where it holds
    /// @param at where it is valued
    /// @return this
    public SmallCase outcome(String id, Condition when, Setting... at) {
        outcomes.add(
                new Outcome(id, null, new Region.When(when), List.of(at), false, Basis.ASSUMED));
        return this;
    }

    /// Adds the outcome of all that is in no other.
    ///
    /// @param id its id
    /// @return this
    public SmallCase otherwise(String id) {
        outcomes.add(
                new Outcome(id, null, new Region.Otherwise(), List.of(), false, Basis.ASSUMED));
        return this;
    }

    /// Sets a level of the status quo.
    ///
    /// @param setting the level
    /// @return this
    public SmallCase now(Setting setting) {
        now.add(setting);
        return this;
    }

    /// Counts states as one.
    ///
    /// @param states which
    /// @return this
    public SmallCase same(Condition states) {
        same.add(new Same(states, Basis.ASSUMED));
        return this;
    }

    /// Adds an assumption.
    ///
    /// @param assumption the assumption
    /// @return this
    public SmallCase assumption(Assumption assumption) {
        assumptions.add(assumption);
        return this;
    }

    /// States preferences.
    ///
    /// @param party whose
    /// @param parts what is stated
    /// @return this
    public SmallCase prefers(String party, PreferencePart... parts) {
        preferences.add(new Preferences(party, List.of(parts)));
        return this;
    }

    /// Adds a view that overrides preferences.
    ///
    /// @param id its id
    /// @param overriding the preferences
    /// @return this
    public SmallCase view(String id, Preferences... overriding) {
        views.add(
                new View(
                        id, null, null, Basis.ASSUMED, List.of(overriding), List.of(), null, null));
        return this;
    }

    /// Names a coalition.
    ///
    /// @param members its members' ids
    /// @return this
    public SmallCase coalition(String... members) {
        coalitions.add(List.of(members));
        return this;
    }

    /// Sets the agreement.
    ///
    /// @param stated the agreement
    /// @return this
    public SmallCase agreement(Agreement stated) {
        this.agreement = stated;
        return this;
    }

    /// The case.
    ///
    /// @return a case without places
    public Case done() {
        return new Case(
                1,
                "a small case",
                null,
                null,
                null,
                sources,
                claims,
                parties,
                options,
                rules,
                outcomes,
                now,
                assumptions,
                preferences,
                agreement,
                null,
                coalitions,
                List.of(),
                same,
                views);
    }

    /// The case, compiled.
    ///
    /// @return the compiled case
    public CompiledCase compiled() {
        return CompiledCase.of(done(), 1 << 20);
    }

    /// An order of conditions.
    ///
    /// @param conditions most important first
    /// @return the part
    public static PreferencePart.Order order(Condition... conditions) {
        return new PreferencePart.Order(
                Arrays.stream(conditions).map(c -> new Statement(c, Basis.ASSUMED)).toList());
    }

    /// A yes/no option that is at yes.
    ///
    /// @param option as `party.name`
    /// @return the condition
    public static Condition holds(String option) {
        return new Condition.Holds(ref(option));
    }

    /// An option at a level.
    ///
    /// @param option as `party.name`
    /// @param level the level's name
    /// @return the condition
    public static Condition at(String option, String level) {
        return new Condition.Compare(ref(option), Condition.Comparison.EQUAL, level);
    }

    /// A setting.
    ///
    /// @param option as `party.name`
    /// @param level the level's name
    /// @return the setting
    public static Setting set(String option, String level) {
        return new Setting(ref(option), level);
    }

    private static ItemRef ref(String option) {
        int dot = option.indexOf('.');
        return new ItemRef.OptionRef(option.substring(0, dot), option.substring(dot + 1));
    }
}
