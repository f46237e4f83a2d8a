// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a user asks of agreements beyond the standing questions.
///
/// @param packages packages to look up in the answer
/// @param egalitarian whether the egalitarian solution is wanted, which compares points between
///   parties
/// @param utilitarian whether the utilitarian solution is wanted, which compares points between
///   parties
/// @param lever the path of an uncertain number along whose range the zone is followed, or null
public record AgreementQuestions(
        List<NamedPackage> packages,
        boolean egalitarian,
        boolean utilitarian,
        @Nullable String lever) {
    /// Nothing beyond the standing questions.
    public static final AgreementQuestions NONE =
            new AgreementQuestions(List.of(), false, false, null);

    /// Copies the list.
    public AgreementQuestions {
        packages = List.copyOf(packages);
    }
}
