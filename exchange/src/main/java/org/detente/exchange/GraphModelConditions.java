// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the conditions of a graph-model file: a list of literals `[option, "Y"]`, all of which
/// hold; or an object whose `members` are such lists, any of which holds. A text such as `Y-N`, one
/// character an option, is understood too.
final class GraphModelConditions {
    private static final String MEND =
            "Write literals such as [0, \"Y\"], the option's position from 0 and Y or N";

    private final ForeignFile file;
    private final Findings findings;
    private final int optionCount;

    GraphModelConditions(ForeignFile file, Findings findings, int optionCount) {
        this.file = file;
        this.findings = findings;
        this.optionCount = optionCount;
    }

    /// Reads a condition.
    ///
    /// @param value what stands there
    /// @param path where
    /// @return patterns, any of which may hold; none where nothing can match; null after an error
    @Nullable List<Pattern> read(Json value, String path) {
        List<Pattern> patterns = new ArrayList<>();
        return collect(value, path, patterns) ? patterns : null;
    }

    private boolean collect(Json value, String path, List<Pattern> patterns) {
        return switch (value) {
            case Json.Obj object when object.get("members") instanceof Json.Arr members -> {
                boolean understood = true;
                for (Json member : members.items()) {
                    understood &= collect(member, path, patterns);
                }
                yield understood;
            }
            case Json.Arr(List<Json> literals, _, _) ->
                    add(pattern(literals, path), patterns, path);
            case Json.Str(String dashes, _, _)
                    when dashes.length() == optionCount && dashes.matches("[YyNn-]+") ->
                    add(ofDashes(dashes), patterns, path);
            default -> {
                findings.error(
                        file,
                        path,
                        value.place(),
                        "is " + value.inWords() + ", not a condition",
                        MEND);
                yield false;
            }
        };
    }

    private boolean add(@Nullable Pattern pattern, List<Pattern> patterns, String path) {
        if (pattern == null) {
            return false;
        }
        if (pattern.isContradiction()) {
            findings.loss(
                    path,
                    "a condition with an option both taken and not taken",
                    "left out: no state can match it");
        } else if (!patterns.contains(pattern)) {
            patterns.add(pattern);
        }
        return true;
    }

    private static Pattern ofDashes(String dashes) {
        long yes = 0;
        long no = 0;
        for (int i = 0; i < dashes.length(); i++) {
            char c = Character.toUpperCase(dashes.charAt(i));
            yes |= c == 'Y' ? 1L << i : 0;
            no |= c == 'N' ? 1L << i : 0;
        }
        return new Pattern(yes, no);
    }

    private @Nullable Pattern pattern(List<Json> literals, String path) {
        Pattern all = new Pattern(0, 0);
        boolean understood = true;
        for (Json literal : literals) {
            Pattern one = literal(literal, path);
            understood &= one != null;
            all = one == null ? all : all.and(one);
        }
        return understood ? all : null;
    }

    private @Nullable Pattern literal(Json literal, String path) {
        List<Json> pair = Json.itemsOf(literal);
        Integer option = pair.size() == 2 ? pair.getFirst().whole() : null;
        Boolean taken = pair.size() == 2 ? taken(pair.getLast()) : null;
        boolean dash = pair.size() == 2 && "-".equals(pair.getLast().name());
        if (option == null || (taken == null && !dash)) {
            findings.error(file, path, literal.place(), "is not a literal", MEND);
            return null;
        }
        if (option < 0 || option >= optionCount) {
            findings.error(
                    file,
                    path,
                    literal.place(),
                    "names option %d, and the options are numbered 0 to %d"
                            .formatted(option, optionCount - 1),
                    "Write the position of an option of this file");
            return null;
        }
        long bit = 1L << option;
        return taken == null ? new Pattern(0, 0) : new Pattern(taken ? bit : 0, taken ? 0 : bit);
    }

    private static @Nullable Boolean taken(Json value) {
        String name = value.name();
        return name == null
                ? null
                : switch (name.strip().toLowerCase(Locale.ROOT)) {
                    case "y", "yes", "true", "1" -> Boolean.TRUE;
                    case "n", "no", "false", "0" -> Boolean.FALSE;
                    default -> null;
                };
    }
}
