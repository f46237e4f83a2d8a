// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.regex.Pattern;

/// What to say of a file that no importer reads.
final class Unread {
    private static final Pattern EXTENSIVE = Pattern.compile("^\\s*EFG\\b");
    private static final Pattern CASE = Pattern.compile("(?m)^detente\\s*:");

    private Unread() {}

    private static boolean isOldWorkbook(ForeignFile file) {
        byte[] bytes = file.bytes();
        return bytes.length > 3
                && bytes[0] == (byte) 0xD0
                && bytes[1] == (byte) 0xCF
                && bytes[2] == 0x11
                && bytes[3] == (byte) 0xE0;
    }

    /// What is wrong, without its full stop.
    static String fact(ForeignFile file) {
        if (EXTENSIVE.matcher(file.text()).find()) {
            return "is a game in extensive form (.efg), which Détente does not read yet";
        }
        if (CASE.matcher(file.text()).find()) {
            return "is a case of Détente's own";
        }
        if (isOldWorkbook(file)) {
            return "is a workbook of the old kind (.xls)";
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
        if (isOldWorkbook(file)) {
            return "Save it as .xlsx in your spreadsheet program, and import that";
        }
        return "Name a .gmcr file, Genius XML or GeniusWeb JSON files (domain and profiles), a"
                + " Gambit .nfg file, or a workbook that 'detente export --to xlsx' made";
    }
}
