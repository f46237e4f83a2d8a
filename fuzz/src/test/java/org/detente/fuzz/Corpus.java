// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.util.Base64;
import java.util.List;

/// The inputs that are kept, one a line in Base64.
final class Corpus {
    private Corpus() {}

    static List<byte[]> inputs(String what) {
        return Seedbed.lines("org/detente/fuzz/corpus/" + what + ".txt").stream()
                .map(Base64.getDecoder()::decode)
                .toList();
    }
}
