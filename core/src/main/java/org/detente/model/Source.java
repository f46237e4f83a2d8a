// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import org.jspecify.annotations.Nullable;

/// A text that claims are taken from.
///
/// @param id its id within the case
/// @param title its title
/// @param kind what it is, in the user's word: opinion, record, report, law, speech, paper …
/// @param date when it appeared, or null only where the case has no cutoff
/// @param reliability how far the source as such can be trusted
/// @param author who wrote or published it, or null
/// @param file a path below the case's folder where its text stands, or null
/// @param url where it can be found, or null; never fetched
/// @param note the modeller's own words about it, or null
public record Source(
        String id,
        String title,
        @Nullable String kind,
        @Nullable PartialDate date,
        @Nullable Reliability reliability,
        @Nullable String author,
        @Nullable String file,
        @Nullable String url,
        @Nullable String note) {

    /// The letter of the Admiralty code (NATO STANAG 2511; text not checked here): how reliable a
    /// source is, judged apart from any one of its claims.
    public enum Reliability {
        /// Completely reliable.
        A("completely reliable"),
        /// Usually reliable.
        B("usually reliable"),
        /// Fairly reliable.
        C("fairly reliable"),
        /// Not usually reliable.
        D("not usually reliable"),
        /// Unreliable.
        E("unreliable"),
        /// Reliability cannot be judged.
        F("cannot be judged");

        private final String words;

        Reliability(String words) {
            this.words = words;
        }

        /// The letter's meaning.
        ///
        /// @return lower-case words
        public String words() {
            return words;
        }
    }
}
