// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.detente.model.Agreement;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart;
import org.jspecify.annotations.Nullable;

/// One party's statements, asked of a single value function at a single set of beliefs. For one
/// thread.
final class StatedParty {
    /// How far from "more" a value function that is drawn from its polyhedron may be by rounding,
    /// as a share of the largest worth.
    private static final double ROUNDING = 1e-9;

    private final StatedParts parts;
    private final List<StatedSentence> sentences;
    private final StatedRows rows;
    private final AgreementForm form;
    private final List<StatedBranch> branches;
    private final @Nullable StatedBranch centre;
    private final List<StatedSentence> firm;
    private final List<StatedSentence> loose;
    private volatile @Nullable List<Order> orders;
    private final Set<String> beliefPaths;
    private volatile @Nullable Remembered last;

    StatedParty(AgreementForm form, String party) {
        this.form = form;
        this.parts = new StatedParts(new StatedWorld(form.model()), party);
        this.sentences = parts.isEmpty() ? List.of() : StatedSentence.of(parts);
        this.rows = new StatedRows(parts);
        this.branches = parts.isEmpty() ? List.of() : StatedBranch.of(parts, form).list();
        this.beliefPaths = StatedBranch.paths(parts);
        this.centre = parts.isEmpty() ? null : StatedBranch.at(parts, form, Map.of());
        this.firm = sentences.stream().filter(this::isFirm).toList();
        this.loose = sentences.stream().filter(s -> !firm.contains(s)).toList();
    }

    /// Whether something that it says means another thing at other beliefs.
    boolean hangsOnBeliefs() {
        return !loose.isEmpty();
    }

    private StatedBranch centre() {
        return Objects.requireNonNull(centre, "the party states nothing of worth");
    }

    StatedParts parts() {
        return parts;
    }

    String party() {
        return parts.party();
    }

    /// Whether the party says more than points.
    boolean compares() {
        return sentences.stream().anyMatch(s -> !(s instanceof StatedSentence.Points));
    }

    /// Whether its value functions are points, all that it names having some and no agreement too.
    boolean isPointed() {
        return parts.isPointed() && hasFallback();
    }

    /// Whether all that it compares has points: what no agreement is worth to it too, if it
    /// compares that.
    boolean comparesPoints() {
        return compares()
                && parts.isPointed()
                && (hasFallback()
                        || sentences.stream()
                                .noneMatch(s ->
                                        s instanceof StatedSentence.Bundles bundles
                                                && (isNothing(bundles.better())
                                                        || isNothing(bundles.worse()))));
    }

    private static boolean isNothing(PreferencePart.Bundle bundle) {
        return bundle instanceof PreferencePart.Bundle.NoAgreement;
    }

    /// Whether the case says what no agreement is worth to it.
    boolean hasFallback() {
        Agreement agreement = parts.world().source().agreement();
        Fallback otherwise = agreement == null ? null : agreement.beliefs().otherwise();
        return switch (otherwise) {
            case Fallback.Shared _ -> true;
            case Fallback.Beliefs(var byParty) -> byParty.containsKey(party());
            case Fallback.Values(var byParty) -> byParty.containsKey(party());
            case null -> false;
        };
    }

    /// Beliefs at given numbers.
    private record Remembered(Map<String, Double> given, StatedBranch branch) {}

    /// Beliefs at given numbers. The last ones are remembered: they often stay the same while value
    /// functions change.
    private StatedBranch at(Map<String, Double> given) {
        Map<String, Double> own = new HashMap<>(given);
        own.keySet().retainAll(beliefPaths);
        Remembered known = last;
        if (known == null || !own.equals(known.given())) {
            known = new Remembered(own, StatedBranch.at(parts, form, given));
            last = known;
        }
        return known.branch();
    }

    /// Sums that the statements say are greater than nothing, whatever the beliefs.
    List<LinearSum> firm() {
        List<LinearSum> found = new ArrayList<>();
        for (StatedSentence sentence : firm) {
            found.addAll(sums(sentence, centre()));
        }
        for (Order order : orders()) {
            if (order.larger() != null && order.smaller() != null) {
                found.add(order.larger().plus(order.smaller(), -order.times()));
            }
        }
        return found;
    }

    /// An item's levels whose swing is larger than that of another's.
    ///
    /// @param larger by level, the worth
    /// @param smaller the same of the other item
    record SwingPair(List<LinearSum> larger, List<LinearSum> smaller) {
        SwingPair {
            larger = List.copyOf(larger);
            smaller = List.copyOf(smaller);
        }
    }

    /// Orders of swings of which one at least is no linear sum, because it is open which level is
    /// best or worst.
    List<SwingPair> openSwings() {
        List<SwingPair> pairs = new ArrayList<>();
        for (Order order : orders()) {
            if (order.larger() == null || order.smaller() == null) {
                pairs.add(pair(order));
            }
        }
        return pairs;
    }

    private SwingPair pair(Order order) {
        return new SwingPair(
                levels(order.first()),
                levels(order.second()).stream()
                        .map(level -> LinearSum.ZERO.plus(level, order.times()))
                        .toList());
    }

    private List<LinearSum> levels(ItemRef item) {
        return List.of(Objects.requireNonNull(parts.ofItem(parts.world().indexOf(item))));
    }

    /// One swing that is so many times another, or more, each as a sum where it is one.
    private record Order(
            ItemRef first,
            ItemRef second,
            double times,
            @Nullable LinearSum larger,
            @Nullable LinearSum smaller) {}

    private List<Order> orders() {
        List<Order> found = orders;
        if (found == null) {
            found = madeOrders();
            orders = found;
        }
        return found;
    }

    private List<Order> madeOrders() {
        List<Order> made = new ArrayList<>();
        StatedSwings swings = system(StatedSystem.Scale.NONE).swings();
        for (StatedSentence sentence : sentences) {
            if (sentence instanceof StatedSentence.Swings(_, _, var items)) {
                for (int k = 1; k < items.size(); k++) {
                    made.add(order(swings, items.get(k - 1), items.get(k), 1));
                }
            }
            if (sentence instanceof StatedSentence.Times times) {
                Double most = times.most();
                made.add(order(swings, times.larger(), times.smaller(), times.least()));
                if (most != null) {
                    made.add(order(swings, times.smaller(), times.larger(), 1 / most));
                }
            }
        }
        return List.copyOf(made);
    }

    private Order order(StatedSwings swings, ItemRef first, ItemRef second, double times) {
        return new Order(first, second, times, closed(swings, first), closed(swings, second));
    }

    private @Nullable LinearSum closed(StatedSwings swings, ItemRef ref) {
        int item = parts.world().indexOf(ref);
        return swings.openItems().contains(item) ? null : swings.of(item);
    }

    /// The statements that say the same whatever the beliefs, as a system.
    StatedSystem system(StatedSystem.Scale scale) {
        StatedSystem system = new StatedSystem(parts, rows, firm, centre(), scale);
        system.outside();
        return system;
    }

    private boolean isFirm(StatedSentence sentence) {
        List<LinearSum> first = scaled(sums(sentence, centre()));
        for (StatedBranch branch : branches) {
            if (!near(first, scaled(sums(sentence, branch)))) {
                return false;
            }
        }
        return true;
    }

    private List<LinearSum> sums(StatedSentence sentence, StatedBranch branch) {
        return switch (sentence) {
            case StatedSentence.Compared compared -> rows.of(compared, branch.onceShare());
            case StatedSentence.Bundles bundles -> {
                LinearSum sum = rows.of(bundles, branch);
                Double fallback = sum.terms().get(StatedParts.FALLBACK);
                LinearSum low = branch.low();
                yield List.of(
                        fallback == null || low == null
                                ? sum
                                : sum.plus(LinearSum.of(StatedParts.FALLBACK, 1), -fallback)
                                        .plus(low, fallback));
            }
            case StatedSentence.Swings _, StatedSentence.Times _, StatedSentence.Points _ ->
                    List.of();
        };
    }

    private static List<LinearSum> scaled(List<LinearSum> sums) {
        return sums.stream()
                .map(sum -> {
                    double largest =
                            sum.terms().values().stream().mapToDouble(Math::abs).max().orElse(1);
                    return LinearSum.ZERO.plus(sum, 1 / largest);
                })
                .toList();
    }

    private static boolean near(List<LinearSum> some, List<LinearSum> others) {
        boolean near = some.size() == others.size();
        for (int k = 0; near && k < some.size(); k++) {
            for (double c : some.get(k).minus(others.get(k)).terms().values()) {
                near &= Math.abs(c) <= 1e-12;
            }
        }
        return near;
    }

    /// Whether a value function fits what means another thing at other beliefs.
    ///
    /// @param worths by unknown; what no agreement is worth is put in where beliefs say it
    /// @param given beliefs, by the path of the factor
    boolean fitsAt(double[] worths, Map<String, Double> given) {
        return fits(worths, given, loose);
    }

    /// Whether a value function fits all that the party compares; the ends of ranges are not looked
    /// at.
    ///
    /// @param worths by unknown; what no agreement is worth is put in where beliefs say it
    /// @param given beliefs, by the path of the factor
    boolean fits(double[] worths, Map<String, Double> given) {
        return fits(worths, given, sentences)
                && SwingOrder.of(orders().stream().map(this::pair).toList()).logAt(worths) == 0;
    }

    private boolean fits(double[] worths, Map<String, Double> given, List<StatedSentence> counted) {
        StatedBranch branch = at(given);
        setFallback(worths, branch, given);
        double largest = 0;
        for (double worth : worths) {
            largest = Math.max(largest, Math.abs(worth));
        }
        double least = -ROUNDING * largest;
        for (StatedSentence sentence : counted) {
            for (LinearSum sum : sums(sentence, branch)) {
                if (sum.at(worths) < least) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Puts in what no agreement is worth, where beliefs say it.
    void setFallback(double[] worths, Map<String, Double> given) {
        setFallback(worths, at(given), given);
    }

    private void setFallback(double[] worths, StatedBranch branch, Map<String, Double> given) {
        LinearSum low = branch.low();
        Agreement agreement = parts.world().source().agreement();
        if (low != null) {
            worths[StatedParts.FALLBACK] = low.at(worths);
        } else if (agreement != null
                && agreement.beliefs().otherwise() instanceof Fallback.Values(var byParty)) {
            Figure figure = byParty.get(party());
            if (figure != null) {
                worths[StatedParts.FALLBACK] =
                        worths[StatedParts.POINT]
                                * new Quantities(parts.world().source(), given)
                                        .value(
                                                figure.quantity(),
                                                "agreement.otherwise.values." + party());
            }
        }
    }
}
