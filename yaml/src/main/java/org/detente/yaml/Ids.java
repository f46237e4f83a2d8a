// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.List;
import java.util.Locale;
import org.detente.model.ItemRef;

/// What a name may look like: a small letter, then small letters, digits and hyphens.
final class Ids {
    /// What the party part of a term is.
    static final String TERMS = "terms";

    /// Words that mean something in a condition or where an outcome's name may stand.
    static final List<String> WORDS_OF_CONDITIONS =
            List.of("not", "and", "or", "implies", "iff", "in", "over");

    private static final List<String> RESERVED =
            List.of("not", "and", "or", "implies", "iff", "in", "over", "otherwise", "rest", TERMS);

    private Ids() {}

    static boolean isId(String text) {
        if (text.isEmpty() || text.charAt(0) < 'a' || text.charAt(0) > 'z') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /// Complains about a name that cannot be one, or that means something already: of a party, an
    /// outcome or an assumption, which stand alone where these words stand.
    static void checkFree(Part part, Findings findings) {
        check(part, findings);
        if (RESERVED.contains(part.name())) {
            findings.error(
                    part.path(),
                    part.keyPlace(),
                    "is a word that means something in conditions and lotteries",
                    "Choose another name, such as %s-2".formatted(part.name()));
        }
    }

    /// Complains about a name that cannot be one.
    static void check(Part part, Findings findings) {
        String name = part.name();
        if (!isId(name)) {
            findings.error(
                    part.path(),
                    part.keyPlace(),
                    "is not a name that can be referred to",
                    mend(name));
        }
    }

    private static String mend(String name) {
        String proposed = proposed(name);
        String rule = "Use small letters, digits and hyphens, a letter first";
        return isId(proposed) ? rule + ": " + Show.cut(proposed, 40) : rule;
    }

    /// A name made fit: `US relief` becomes `us-relief`.
    static String proposed(String name) {
        StringBuilder id = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (fits) {
                id.append(c);
            } else if (!id.isEmpty() && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        return id.toString();
    }

    /// Whether a text has the shape of an option or term: two names with a dot between them.
    static boolean isItem(String text) {
        int dot = text.indexOf('.');
        return dot > 0 && isId(text.substring(0, dot)) && isId(text.substring(dot + 1));
    }

    /// The item a text of that shape names.
    static ItemRef item(String text) {
        int dot = text.indexOf('.');
        String owner = text.substring(0, dot);
        String name = text.substring(dot + 1);
        return owner.equals(TERMS) ? new ItemRef.TermRef(name) : new ItemRef.OptionRef(owner, name);
    }
}
