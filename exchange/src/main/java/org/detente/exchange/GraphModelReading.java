// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef.OptionRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Party;
import org.detente.model.Preferences;
import org.detente.model.Rule;
import org.detente.model.Setting;
import org.detente.model.Unseen;
import org.jspecify.annotations.Nullable;

/// One graph-model file on its way to a case. The options keep the file's order, so that states
/// have the file's numbers.
final class GraphModelReading {
    /// Who an option belongs to that no decision maker has.
    private static final String NOBODY = "nobody";

    private final ForeignFile file;
    private final Json.Obj root;
    private final Findings findings;
    private final List<Party> parties = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();
    private final List<OptionRef> refs = new ArrayList<>();
    private final List<Pattern> infeasible = new ArrayList<>();

    GraphModelReading(ForeignFile file, Json.Obj root, Findings findings) {
        this.file = file;
        this.root = root;
        this.findings = findings;
    }

    Case read() {
        List<Json> optionNodes = list("options");
        List<Json> makers = list("decisionMakers");
        if (optionNodes.size() > Pattern.MOST_OPTIONS) {
            findings.error(
                    file,
                    "options",
                    root.place(),
                    "are %d, and a case made of yes/no options has at most %d"
                            .formatted(optionNodes.size(), Pattern.MOST_OPTIONS),
                    "Leave some out in the tool");
        }
        findings.stopIfAny();
        int[] owner = owners(makers, optionNodes.size());
        readParties(makers);
        readOptions(optionNodes, owner);
        GraphModelRest.tellOrder(owner, findings);
        findings.stopIfAny();
        GraphModelConditions conditions =
                new GraphModelConditions(file, findings, optionNodes.size());
        List<Rule> rules = rules(conditions);
        List<Unseen> unseen = unseen(makers, conditions);
        FeasibleStates feasible =
                options.size() <= FeasibleStates.MOST_OPTIONS
                        ? FeasibleStates.of(options.size(), infeasible)
                        : null;
        List<Setting> now = now(feasible);
        List<Preferences> preferences =
                new GraphModelPreferences(file, root, findings, conditions, refs)
                        .read(makers, parties, feasible);
        List<List<String>> coalitions = coalitions(makers.size());
        GraphModelRest.tell(root, makers, findings);
        findings.stopIfAny();
        return NewCase.ofOptions(
                title(), null, parties, options, rules, now, preferences, coalitions, unseen);
    }

    private String title() {
        Json title = root.get("title");
        String named = title instanceof Json.Str(String text, _, _) ? Words.line(text) : "";
        return named.isEmpty() ? file.stem() : named;
    }

    private List<Json> list(String key) {
        Json value = root.get(key);
        if (value instanceof Json.Arr(List<Json> items, _, _) && !items.isEmpty()) {
            return items;
        }
        findings.error(
                file,
                key,
                value == null ? root.place() : value.place(),
                value == null ? "are missing" : "should be a list with something in it",
                "Save the conflict again in the tool, with its %s".formatted(key));
        return List.of();
    }

    /// For each option the position of its decision maker, -1 if it has none.
    private int[] owners(List<Json> makers, int optionCount) {
        int[] owner = new int[optionCount];
        java.util.Arrays.fill(owner, -1);
        for (int m = 0; m < makers.size(); m++) {
            String path = "decisionMakers[%d].options".formatted(m);
            if (!(makers.get(m) instanceof Json.Obj maker)) {
                findings.error(
                        file,
                        "decisionMakers[%d]".formatted(m),
                        makers.get(m).place(),
                        "is " + makers.get(m).inWords() + ", not a decision maker",
                        "Write an object with name and options");
                continue;
            }
            for (Json node : Json.itemsOf(maker.get("options"))) {
                Integer index = node.whole();
                if (index == null || index < 0 || index >= optionCount) {
                    findings.error(
                            file,
                            path,
                            node.place(),
                            "names no option of this file",
                            "Write positions from 0 to %d".formatted(optionCount - 1));
                } else if (owner[index] >= 0 && owner[index] != m) {
                    findings.error(
                            file,
                            path,
                            node.place(),
                            "gives option %d to a second decision maker, and in a case each option has one owner"
                                    .formatted(index),
                            "Give each of the two an option of its own");
                } else {
                    owner[index] = m;
                }
            }
        }
        return owner;
    }

    private void readParties(List<Json> makers) {
        Words.Ids ids = new Words.Ids("party");
        for (int m = 0; m < makers.size(); m++) {
            String name = nameOf(makers.get(m), "Party " + (m + 1));
            parties.add(
                    new Party(ids.of(name), name, null, Party.Role.PRINCIPAL, null, Basis.ASSUMED));
        }
    }

    private static String nameOf(Json node, String fallback) {
        Json name = node instanceof Json.Obj object ? object.get("name") : null;
        String line = name == null || name.name() == null ? "" : Words.line(name.name());
        return line.isEmpty() ? fallback : line;
    }

    private void readOptions(List<Json> nodes, int[] owner) {
        List<Words.Ids> ids = new ArrayList<>();
        for (int m = 0; m <= parties.size(); m++) {
            ids.add(new Words.Ids("option"));
        }
        int makerCount = parties.size();
        String nobody = null;
        for (int i = 0; i < nodes.size(); i++) {
            Json node = nodes.get(i);
            String name =
                    node instanceof Json.Str(String text, _, _)
                            ? Words.line(text)
                            : nameOf(node, "Option " + (i + 1));
            int at = owner[i];
            if (at < 0) {
                nobody = nobody == null ? addNobody() : nobody;
                findings.loss(
                        "option %d, %s".formatted(i, name),
                        "belongs to no decision maker",
                        "given to the party '%s', which never moves".formatted(nobody));
            }
            String party = at < 0 ? String.valueOf(nobody) : parties.get(at).id();
            OptionRef ref = new OptionRef(party, ids.get(at < 0 ? makerCount : at).of(name));
            refs.add(ref);
            options.add(new Option(ref, name, NO_YES, direction(node, i), 0, 1, Basis.ASSUMED));
        }
    }

    /// The levels of an option that is taken or not.
    static final List<Level> NO_YES =
            List.of(
                    new Level(Level.NO, null, null, Basis.ASSUMED),
                    new Level(Level.YES, null, null, Basis.ASSUMED));

    private String addNobody() {
        Set<String> taken = new HashSet<>();
        parties.forEach(party -> taken.add(party.id()));
        String id = NOBODY;
        for (int n = 2; taken.contains(id); n++) {
            id = NOBODY + "-" + n;
        }
        parties.add(
                new Party(
                        id,
                        "Nobody",
                        null,
                        Party.Role.OUTSIDE,
                        "Holds the options that belong to no decision maker",
                        Basis.ASSUMED));
        return id;
    }

    private Option.Moves direction(Json node, int index) {
        Json value = node instanceof Json.Obj object ? object.get("permittedDirection") : null;
        String word = value == null || value.name() == null ? "both" : value.name().strip();
        return switch (word) {
            case "fwd", "forward" -> Option.Moves.UP;
            case "back", "bwd", "backward" -> Option.Moves.DOWN;
            case "both", "", "None" -> Option.Moves.BOTH;
            default -> {
                findings.error(
                        file,
                        "options[%d].permittedDirection".formatted(index),
                        value == null ? root.place() : value.place(),
                        "is %s".formatted(Words.shown(word)),
                        "Write both, fwd or back");
                yield Option.Moves.BOTH;
            }
        };
    }

    private List<Rule> rules(GraphModelConditions conditions) {
        List<Rule> rules = new ArrayList<>();
        Set<List<Pattern>> seen = new HashSet<>();
        List<Json> nodes = Json.itemsOf(root.get("infeasibles"));
        for (int i = 0; i < nodes.size(); i++) {
            String path = "infeasibles[%d]".formatted(i);
            List<Pattern> patterns = conditions.read(nodes.get(i), path);
            if (patterns == null || patterns.isEmpty()) {
                continue;
            }
            if (patterns.stream().anyMatch(Pattern::isEverything)) {
                findings.error(
                        file,
                        path,
                        nodes.get(i).place(),
                        "is a condition without literals, which would rule out every state",
                        "Remove it, or say which options it is about");
            } else if (seen.add(patterns)) {
                infeasible.addAll(patterns);
                for (Condition never : Pattern.parts(patterns, refs)) {
                    String id = "infeasible-" + (rules.size() + 1);
                    rules.add(new Rule(id, never, Basis.ASSUMED));
                }
            } else {
                findings.loss(path, "rules out what was ruled out before", "left out");
            }
        }
        return rules;
    }

    private List<Unseen> unseen(List<Json> makers, GraphModelConditions conditions) {
        List<Unseen> unseen = new ArrayList<>();
        for (int m = 0; m < makers.size(); m++) {
            Json list =
                    makers.get(m) instanceof Json.Obj maker ? maker.get("misperceptions") : null;
            List<Condition> said = new ArrayList<>();
            for (Json node : Json.itemsOf(list)) {
                String path = "decisionMakers[%d].misperceptions".formatted(m);
                List<Pattern> patterns = conditions.read(node, path);
                if (patterns == null || patterns.isEmpty()) {
                    continue;
                }
                boolean all = patterns.stream().anyMatch(Pattern::isEverything);
                for (Condition condition :
                        all ? List.of(everything()) : Pattern.parts(patterns, refs)) {
                    if (!said.contains(condition)) {
                        said.add(condition);
                        unseen.add(new Unseen(parties.get(m).id(), condition, Basis.ASSUMED));
                    }
                }
            }
        }
        if (parties.size() > makers.size()) {
            unseen.add(new Unseen(parties.getLast().id(), everything(), Basis.ASSUMED));
        }
        return unseen;
    }

    /// A condition that holds in every state.
    private Condition everything() {
        Condition taken = new Condition.Holds(refs.getFirst());
        return new Condition.Or(List.of(taken, new Condition.Not(taken)));
    }

    private List<Setting> now(@Nullable FeasibleStates feasible) {
        Integer said = root.get("statusQuo") == null ? null : whole(root.get("statusQuo"));
        int state = said != null ? said : feasible == null ? 0 : feasible.first();
        if (feasible != null && state < 0) {
            findings.error(
                    file,
                    "infeasibles",
                    root.place(),
                    "rule out every state",
                    "Remove a condition");
        }
        if (said == null && state > 0) {
            findings.loss(
                    "status quo",
                    "the file has none, and its first state is infeasible",
                    "the first feasible state, number %d, stands for it: set `now`"
                            .formatted(state));
        }
        List<Setting> now = new ArrayList<>();
        for (int i = 0; i < refs.size(); i++) {
            if (state > 0 && i < Integer.SIZE - 1 && (state >>> i & 1) != 0) {
                now.add(new Setting(refs.get(i), Level.YES));
            }
        }
        return now;
    }

    private static @Nullable Integer whole(@Nullable Json value) {
        Integer number = value == null ? null : value.whole();
        return number == null || number < 0 ? null : number;
    }

    private List<List<String>> coalitions(int makerCount) {
        List<List<String>> coalitions = new ArrayList<>();
        for (Json node : Json.itemsOf(root.get("coalitions"))) {
            Set<String> members = new java.util.LinkedHashSet<>();
            List<Json> items =
                    node instanceof Json.Arr(List<Json> list, _, _) ? list : List.of(node);
            for (Json item : items) {
                Integer index = item.whole();
                if (index == null || index < 0 || index >= makerCount) {
                    findings.error(
                            file,
                            "coalitions",
                            item.place(),
                            "names no decision maker of this file",
                            "Write positions from 0 to %d".formatted(makerCount - 1));
                } else {
                    members.add(parties.get(index).id());
                }
            }
            if (members.size() > 1 && !coalitions.contains(List.copyOf(members))) {
                coalitions.add(List.copyOf(members));
                findings.loss(
                        "coalition of " + String.join(", ", members),
                        "the tool then looks at its members as one",
                        "kept as a coalition, looked at beside its members");
            }
        }
        return coalitions;
    }
}
