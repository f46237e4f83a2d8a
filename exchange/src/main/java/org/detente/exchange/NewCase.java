// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.List;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Option;
import org.detente.model.Party;
import org.detente.model.Preferences;
import org.detente.model.Rule;
import org.detente.model.Setting;
import org.detente.model.Time;
import org.detente.model.Unseen;
import org.jspecify.annotations.Nullable;

/// A case as imports make it: without sources, claims, outcomes, assumptions and views, which other
/// tools do not have.
final class NewCase {
    private NewCase() {}

    /// A case of what a party can do.
    static Case ofOptions(
            String title,
            @Nullable String about,
            List<Party> parties,
            List<Option> options,
            List<Rule> rules,
            List<Setting> now,
            List<Preferences> preferences,
            List<List<String>> coalitions,
            List<Unseen> unseen) {
        return new Case(
                1,
                title,
                null,
                null,
                about,
                List.of(),
                List.of(),
                parties,
                options,
                rules,
                List.of(),
                now,
                List.of(),
                preferences,
                null,
                null,
                coalitions,
                unseen,
                List.of(),
                List.of());
    }

    /// A case of what could be agreed.
    static Case ofAgreement(
            String title, List<Party> parties, Agreement agreement, @Nullable Time time) {
        return new Case(
                1, title, null, null, null, List.of(), List.of(), parties, List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), agreement, time, List.of(), List.of(),
                List.of(), List.of());
    }
}
