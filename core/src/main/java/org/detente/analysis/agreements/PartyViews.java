// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Wording;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.OutcomePoint;
import org.detente.explain.Text;
import org.detente.math.PackageSpace;
import org.detente.model.Outcome;
import org.detente.model.Party;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.jspecify.annotations.Nullable;

/// What everybody makes of a package besides the signatories' points: those who do not sign by
/// their points where they have any, and all by their order where they state one.
final class PartyViews {
    private final AgreementForm form;

    PartyViews(AgreementsFindings found) {
        this.form = found.own().form();
    }

    /// One row for each party of which anything can be said; of signatories only what their order
    /// says, since their points are told elsewhere.
    List<List<Text>> rows(int[] levels) {
        List<List<Text>> rows = new ArrayList<>();
        for (Party party : form.model().source().parties()) {
            Text view =
                    form.signatories().contains(party.id())
                            ? byOrder(party.id(), levels)
                            : view(party.id(), levels);
            if (!view.spans().isEmpty()) {
                rows.add(List.of(Text.of(party.name()), Text.of(part(party)), view));
            }
        }
        return rows;
    }

    private String part(Party party) {
        if (form.signatories().contains(party.id())) {
            return "signs";
        }
        return form.ratifiers().contains(party.id()) ? "must approve" : Wording.role(party.role());
    }

    private Text view(String party, int[] levels) {
        List<Text> pieces = new ArrayList<>();
        if (form.ratifiers().contains(party)) {
            boolean crossed =
                    form.broken(levels).stream()
                            .anyMatch(b ->
                                    b.kind() == org.detente.compile.PackageBan.Kind.RED_LINE
                                            && b.name().equals(party));
            pieces.add(Text.of(crossed ? "a red line is crossed" : "no red line is crossed"));
        }
        if (form.gainingRatifiers().contains(party) || form.observers().contains(party)) {
            PackageSpace space = form.space(List.of(party), _ -> false);
            double gain = space.value(0, levels) - form.fallback(party);
            pieces.add(
                    Text.of("%s points against no agreement".formatted(PackageWords.signed(gain))));
        }
        Text byOrder = byOrder(party, levels);
        if (!byOrder.spans().isEmpty()) {
            pieces.add(byOrder);
        }
        Text.Writer text = Text.writer();
        String separator = "";
        for (Text piece : pieces) {
            text.plain(separator).text(piece);
            separator = "; ";
        }
        return text.done();
    }

    /// How a party's ranks place a package's state beside what no agreement brings.
    ///
    /// @param better the outcomes that the state is ranked above
    /// @param same those it is ranked with
    /// @param worse those it is ranked below
    record Place(List<String> better, List<String> same, List<String> worse) {
        /// Copies the lists.
        Place {
            better = List.copyOf(better);
            same = List.copyOf(same);
            worse = List.copyOf(worse);
        }
    }

    /// Where a party's own order puts a package.
    ///
    /// @param party its id
    /// @param levels the package
    /// @return its place, or null if the party states no order that tells states apart
    @Nullable Place place(String party, int[] levels) {
        CompiledCase model = form.model();
        int mover = model.space().moverIndex(party);
        Preferences stated = model.source().preferencesOf(party);
        boolean ordered =
                stated != null
                        && (stated.part(PreferencePart.Order.class) != null
                                || stated.part(PreferencePart.Ranking.class) != null);
        if (mover < 0 || !ordered || model.ranks(mover).levelCount() == 1) {
            return null;
        }
        int here = model.ranks(mover).rank(form.stateOf(levels));
        List<String> better = new ArrayList<>();
        List<String> worse = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (String id : form.fallbackChances(form.signatories().getFirst()).keySet()) {
            Outcome outcome = java.util.Objects.requireNonNull(model.source().outcome(id));
            OutcomePoint point = model.pointOf(outcome);
            if (point != null) {
                int there = model.ranks(mover).rank(point.state());
                (here > there ? better : here < there ? worse : same).add(id);
            }
        }
        return new Place(better, same, worse);
    }

    private Text byOrder(String party, int[] levels) {
        Place place = place(party, levels);
        if (place == null) {
            return Text.EMPTY;
        }
        List<String> parts = new ArrayList<>();
        add(parts, "better than ", place.better());
        add(parts, "as good as ", place.same());
        add(parts, "worse than ", place.worse());
        return parts.isEmpty() ? Text.EMPTY : Text.of("by its order " + String.join(", ", parts));
    }

    private static void add(List<String> parts, String relation, List<String> outcomes) {
        if (!outcomes.isEmpty()) {
            parts.add(relation + PackageWords.all(outcomes));
        }
    }
}
