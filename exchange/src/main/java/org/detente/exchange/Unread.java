// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.regex.Pattern;

/// What to say of a file that no importer reads.
final class Unread {
    private static final Pattern EXTENSIVE = Pattern.compile("^\\s*EFG\\b");
    private static final Pattern CASE = Pattern.compile("(?m)^detente\\s*:");

    private Unread() {}

    /// What is wrong, without its full stop.
    static String fact(ForeignFile file) {
        if (EXTENSIVE.matcher(file.text()).find()) {
            return "is a game in extensive form (.efg), which Détente does not read yet";
        }
        if (CASE.matcher(file.text()).find()) {
            return "is a case of Détente's own";
        }
        if (file.text().isBlank() && !file.isZip()) {
            return "is empty";
        }
        return "is of no form that can be read";
    }

    /// What to do about it, without its full stop.
    static String mend(ForeignFile file) {
        if (EXTENSIVE.matcher(file.text()).find()) {
            return "Save its strategic form as .nfg in Gambit, and import that";
        }
        if (CASE.matcher(file.text()).find()) {
            return "Use it as it is: detente analyze FILE";
        }
        return "Name a .gmcr file, Genius XML or GeniusWeb JSON files (domain and profiles), a"
                + " Gambit .nfg file, or a workbook that 'detente export --to xlsx' made";
    }
}
