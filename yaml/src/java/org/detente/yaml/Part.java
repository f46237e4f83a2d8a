// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import org.detente.model.Place;
import org.jspecify.annotations.Nullable;

/// A part of a case under reading: the path a user would give it, and its node.
///
/// @param path keys joined by dots, list positions in brackets
/// @param key the key it stands under, or null in a list and for the whole
/// @param node what is written there
record Part(String path, YamlNode.@Nullable Scalar key, YamlNode node) {
    private static final int LONGEST_KEY = 80;

    /// The whole document.
    static Part root(YamlNode node) {
        return new Part("", null, node);
    }

    /// The part under a key of this one.
    Part under(YamlNode.Entry entry) {
        return new Part(pathUnder(entry.key().text()), entry.key(), entry.value());
    }

    /// The key it stands under; empty in a list.
    String name() {
        return key == null ? "" : key.text();
    }

    /// Where its key stands, or where it begins itself.
    Place keyPlace() {
        return key == null ? node.place() : key.place();
    }

    /// The path of a key of this part.
    String pathUnder(String key) {
        String shown = fits(key) ? key : Show.cut(key, LONGEST_KEY);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /// An item of this list.
    Part item(int index, YamlNode node) {
        return new Part(path + "[" + index + "]", null, node);
    }

    private static boolean fits(String key) {
        if (key.length() > LONGEST_KEY) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
