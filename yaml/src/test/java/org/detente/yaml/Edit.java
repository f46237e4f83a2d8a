// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

/// One change to the text of a case.
///
/// @param from what stands there, found exactly once or more; the first is changed
/// @param to what stands there instead
record Edit(String from, String to) {
    String applied(String text) {
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalStateException("the example no longer holds: " + from);
        }
        return text.substring(0, at) + to + text.substring(at + from.length());
    }
}
