// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.model.Assumption;
import org.detente.model.Basis;
import org.detente.model.Figure;
import org.detente.model.PartialDate;
import org.detente.model.Quantity;
import org.detente.model.Said;
import org.detente.yaml.Names.Kind;
import org.jspecify.annotations.Nullable;

/// Reads numbers with what they rest on.
final class Figures {
    private static final List<String> KEYS = List.of("value", "because", "note");
    private static final List<String> ASSUMPTION_KEYS = List.of("value", "text", "because", "note");

    private final Findings findings;
    private final Names names;
    private final Map<String, Quantity> assumptions = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();

    Figures(Findings findings, Names names) {
        this.findings = findings;
        this.names = names;
    }

    /// The lower and the upper end of a quantity.
    record Ends(double low, double high) {
        static final Ends UNKNOWN = new Ends(Double.NaN, Double.NaN);

        boolean isKnown() {
            return !Double.isNaN(low);
        }
    }

    /// A place where an assumption stands for a bounded number.
    private record Use(Part part, Quantity.Named name, Bounds bounds) {}

    /// Reads a number, or a mapping with `value`, `because` and `note`.
    @Nullable Figure figure(Part part, Bounds bounds) {
        if (part.node() instanceof YamlNode.Mapping) {
            Fields fields = Fields.of(part, findings, KEYS);
            return fields == null ? null : figure(fields, bounds);
        }
        Quantity quantity = quantity(part, bounds);
        return quantity == null ? null : new Figure(quantity, Basis.ASSUMED);
    }

    private @Nullable Figure figure(Fields fields, Bounds bounds) {
        Part value = fields.required("value", "Add value: with a number such as 15 to 25");
        Basis basis = basis(fields);
        Quantity quantity = value == null ? null : quantity(value, bounds);
        return quantity == null ? null : new Figure(quantity, basis);
    }

    /// Reads an assumption: a number that is not itself a name.
    @Nullable Assumption assumption(Part part) {
        String text = null;
        Figure figure;
        if (part.node() instanceof YamlNode.Mapping) {
            Fields fields = Fields.of(part, findings, ASSUMPTION_KEYS);
            if (fields == null) {
                return null;
            }
            text = fields.text("text");
            figure = figure(fields, Bounds.ANY);
        } else {
            figure = figure(part, Bounds.ANY);
        }
        return figure == null ? null : new Assumption(part.name(), text, figure);
    }

    /// Makes an assumption of the case known, so that what names it can be checked.
    void declare(Assumption assumption) {
        assumptions.put(assumption.id(), assumption.figure().quantity());
    }

    /// Complains where one of these assumptions stands for another, which they may not.
    void refuseNames(Part part, Assumption assumption) {
        if (assumption.figure().quantity() instanceof Quantity.Named(String other, _)) {
            findings.error(
                    part,
                    "is the name %s, and an assumption is a number of its own"
                            .formatted(Show.quoted(other)),
                    "Write the number here, as in 15 to 25");
        }
    }

    /// Reads a number.
    @Nullable Quantity quantity(Part part, Bounds bounds) {
        if (!(part.node() instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
            findings.error(
                    part,
                    "should be a number, and is " + part.node().kindInWords(),
                    "Write %s, as in 12, 40%% or 15 to 25".formatted(bounds.words()));
            return null;
        }
        QuantityScanner scanner = new QuantityScanner(scalar.text());
        Quantity quantity = scanner.read();
        if (quantity == null) {
            findings.error(part, scanner.fact(), scanner.mend());
            return null;
        }
        if (quantity instanceof Quantity.Named named) {
            return use(part, named, bounds) ? quantity : null;
        }
        Ends ends = ends(quantity);
        if (!bounds.hold(ends.low(), ends.high())) {
            findings.error(
                    part,
                    "is %s, not %s".formatted(Show.cut(scalar.text(), 40), bounds.words()),
                    bounds.mend(ends.low(), ends.high()));
            return null;
        }
        if (bounds == Bounds.POINTS && isPercent(quantity)) {
            findings.warning(
                    part,
                    "is a percentage where points are expected, and counts as a hundredth",
                    "Leave out the % if you mean points");
        }
        return quantity;
    }

    private boolean use(Part part, Quantity.Named named, Bounds bounds) {
        if (named.assumption().equals("rest")) {
            findings.error(
                    part,
                    "is rest, which is what the others of a lottery of outcomes leave",
                    "Write a number here");
            return false;
        }
        if (!names.use(Kind.ASSUMPTION, named.assumption(), part.path(), part.node().place())) {
            return false;
        }
        uses.add(new Use(part, named, bounds));
        return true;
    }

    private static boolean isPercent(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Exact(_, boolean percent) -> percent;
            case Quantity.Uniform(_, _, boolean percent) -> percent;
            case Quantity.Pert(_, _, _, boolean percent) -> percent;
            case Quantity.Normal _, Quantity.Named _ -> false;
        };
    }

    /// The ends of a quantity's range; a name has those of the case's own assumption.
    Ends ends(Quantity quantity) {
        return ends(quantity, assumptions);
    }

    private static Ends ends(Quantity quantity, Map<String, Quantity> assumptions) {
        return switch (quantity) {
            case Quantity.Exact(double value, _) -> new Ends(value, value);
            case Quantity.Uniform(double low, double high, _) -> new Ends(low, high);
            case Quantity.Pert(double low, double high, _, _) -> new Ends(low, high);
            case Quantity.Normal(double mean, double deviation) ->
                    new Ends(mean - 2 * deviation, mean + 2 * deviation);
            case Quantity.Named(String name, boolean negated) -> {
                Quantity target = assumptions.get(name);
                if (target == null || target instanceof Quantity.Named) {
                    yield Ends.UNKNOWN;
                }
                Ends ends = ends(target, assumptions);
                yield negated ? new Ends(-ends.high(), -ends.low()) : ends;
            }
        };
    }

    /// Complains where an assumption, as the case or a view has it, does not fit where it is used.
    ///
    /// @param overriding the assumptions of each view
    void checkUses(List<List<Assumption>> overriding) {
        checkUses(assumptions, "");
        for (List<Assumption> view : overriding) {
            Map<String, Quantity> own = new HashMap<>();
            view.forEach(assumption -> own.put(assumption.id(), assumption.figure().quantity()));
            checkUses(own, " in a view");
        }
    }

    private void checkUses(Map<String, Quantity> values, String whose) {
        for (Use use : uses) {
            Ends ends = ends(use.name(), values);
            if (ends.isKnown() && !use.bounds().hold(ends.low(), ends.high())) {
                findings.error(
                        use.part(),
                        "takes %s%s%s, from %s to %s, where %s is needed"
                                .formatted(
                                        use.name().negated() ? "-" : "",
                                        use.name().assumption(),
                                        whose,
                                        Decimal.of(ends.low()),
                                        Decimal.of(ends.high()),
                                        use.bounds().words()),
                        "Change that assumption's range, or write a number of its own here");
            }
        }
    }

    /// What a part rests on: `because`, `note` and, where they are allowed, `by` and `on`.
    Basis basis(Fields fields) {
        Part because = fields.get("because");
        List<String> claims = because == null ? List.of() : claims(because);
        String note = fields.text("note");
        Said said = said(fields);
        return claims.isEmpty() && note == null && said == null
                ? Basis.ASSUMED
                : new Basis(claims, note, said);
    }

    /// Who stated something and when: both or neither.
    private @Nullable Said said(Fields fields) {
        String by = fields.text("by");
        Part onPart = fields.get("on");
        PartialDate on = onPart == null ? null : Scalars.date(onPart, findings);
        if ((by == null) != (onPart == null)) {
            findings.error(
                    fields.owner(),
                    by == null ? "says when it was said, not by whom" : "says by whom, not when",
                    by == null ? "Add by: with a name" : "Add on: with the date");
        }
        return by == null || by.isBlank() || on == null ? null : new Said(by, on);
    }

    private List<String> claims(Part because) {
        List<Part> items =
                because.node() instanceof YamlNode.Listing
                        ? Fields.items(because, findings, "Write claim ids")
                        : List.of(because);
        List<String> claims = new ArrayList<>();
        for (Part item : items == null ? List.<Part>of() : items) {
            String claim = Scalars.text(item, findings);
            if (claim != null && names.use(Kind.CLAIM, claim, item.path(), item.node().place())) {
                if (claims.contains(claim)) {
                    findings.error(
                            item, "names the claim %s twice".formatted(claim), "Name it once");
                }
                claims.add(claim);
            }
        }
        if (because.node() instanceof YamlNode.Listing(List<YamlNode> none, _) && none.isEmpty()) {
            findings.error(because, "names no claim", "Name a claim, or remove the key");
        }
        return claims;
    }
}
