// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

/// Something that has levels: a party's option, or a term of an agreement.
public sealed interface ItemRef {
    /// An option, written `party.name`.
    ///
    /// @param party the owner's id
    /// @param name the option's name among the owner's
    record OptionRef(String party, String name) implements ItemRef {
        @Override
        public String toString() {
            return party + "." + name;
        }
    }

    /// A term, written `terms.name`.
    ///
    /// @param name the term's name
    record TermRef(String name) implements ItemRef {
        @Override
        public String toString() {
            return "terms." + name;
        }
    }
}
