// SPDX-License-Identifier: Apache-2.0
package org.detente.compare;

import java.util.ArrayList;
import java.util.List;
import org.detente.compile.AgreementForm;
import org.detente.compile.PackageBan;
import org.detente.math.PackageSpace;

/// One reading of an agreement, with which packages can be weighed: signatories first, then
/// ratifiers who must gain, then others whose points are known. Immutable.
final class Weighed {
    /// Points closer than this share of their size are the same: rounding in sums makes neither
    /// gains nor packages acceptable.
    static final double POINT_TOLERANCE = 1e-9;

    private final String name;
    private final AgreementForm form;
    private final List<String> parties;
    private final int decidingCount;
    private final PackageSpace space;

    private Weighed(String name, AgreementForm form, List<String> parties, int decidingCount) {
        this.name = name;
        this.form = form;
        this.parties = List.copyOf(parties);
        this.decidingCount = decidingCount;
        this.space = form.space(parties, _ -> true);
    }

    static Weighed of(String name, AgreementForm form) {
        List<String> parties = new ArrayList<>(form.signatories());
        parties.addAll(form.gainingRatifiers());
        int decidingCount = parties.size();
        parties.addAll(form.observers());
        return new Weighed(name, form, parties, decidingCount);
    }

    /// What the reading is called.
    String name() {
        return name;
    }

    AgreementForm form() {
        return form;
    }

    /// Those whose points are known; those who must gain come first.
    List<String> parties() {
        return parties;
    }

    /// How many of them must gain.
    int decidingCount() {
        return decidingCount;
    }

    int signatoryCount() {
        return form.signatories().size();
    }

    double value(int party, int[] levels) {
        return space.value(party, levels);
    }

    double fallback(int party) {
        return form.fallback(parties.get(party));
    }

    /// What a party gains over no agreement.
    double gain(int party, int[] levels) {
        return difference(value(party, levels), fallback(party));
    }

    /// What a party has more in one package than in another.
    double change(int party, int[] before, int[] after) {
        return difference(value(party, after), value(party, before));
    }

    /// A difference of points, 0 where it is within rounding.
    static double difference(double after, double before) {
        double difference = after - before;
        double size = Math.max(Math.abs(after), Math.abs(before));
        return Math.abs(difference) <= POINT_TOLERANCE * size ? 0 : difference;
    }

    /// By how much a party falls short of the least that it must get; 0 if it does not.
    double shortfall(int party, int[] levels) {
        return Math.max(0, difference(form.floor(parties.get(party)), value(party, levels)));
    }

    /// The rules and red lines that a package breaks.
    List<PackageBan> broken(int[] levels) {
        return form.broken(levels);
    }

    /// Whether a package is allowed and everybody who must agree prefers it to no agreement.
    boolean accepts(int[] levels) {
        for (int party = 0; party < decidingCount; party++) {
            if (shortfall(party, levels) > 0) {
                return false;
            }
        }
        return space.allows(levels);
    }
}
