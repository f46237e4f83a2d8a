// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

/// What the readers of a case's sections share during one reading.
///
/// @param findings what has been found wrong
/// @param names the names given and mentioned
/// @param figures reads numbers
/// @param conditions reads conditions
record Reading(Findings findings, Names names, Figures figures, Conditions conditions) {
    static Reading of(CaseText text, Findings findings) {
        Names names = new Names(findings);
        return new Reading(
                findings,
                names,
                new Figures(findings, names),
                new Conditions(findings, names, text));
    }
}
