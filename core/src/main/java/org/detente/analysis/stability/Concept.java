// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

/// A solution concept: what a mover expects the others to do after it improves.
public enum Concept {
    /// Nash: it expects nothing; stable where it has no improvement at all.
    NASH("nash", "Nash", "stable for a party where no move of its own is better"),
    /// General metarationality [Howard1971]: the others can leave it no better off, whatever that
    /// costs them.
    GMR(
            "gmr",
            "GMR",
            "stable for a party where the others could answer every improvement so that it gains nothing"),
    /// Symmetric metarationality [Howard1971]: as GMR, and it has no way out afterwards.
    SMR("smr", "SMR", "as GMR, and no counter-move of its own helps afterwards"),
    /// Sequential stability [Fraser1979]: the others can do so by moves that each gain from.
    SEQ(
            "seq",
            "SEQ",
            "stable for a party where the others could do so by moves that each pay whoever makes them"),
    /// Symmetric sequential stability [Rego2017]: as SEQ, and it has no way out afterwards.
    SSEQ("sseq", "SSEQ", "as SEQ, and no counter-move of its own helps afterwards");

    private final String key;
    private final String label;
    private final String meaning;

    Concept(String key, String label, String meaning) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
    }

    /// The name in data.
    ///
    /// @return a lower-case word
    public String key() {
        return key;
    }

    /// The name for readers.
    ///
    /// @return the field's abbreviation
    public String label() {
        return label;
    }

    /// When a state is stable for a party, in words.
    ///
    /// @return a clause without a full stop
    public String meaning() {
        return meaning;
    }

    /// Whether the answer to an improvement must itself pay for those who make it.
    ///
    /// @return true for SEQ and SSEQ
    public boolean credibleAnswers() {
        return this == SEQ || this == SSEQ;
    }

    /// Whether the mover must be unable to escape the answer.
    ///
    /// @return true for SMR and SSEQ
    public boolean noEscape() {
        return this == SMR || this == SSEQ;
    }
}
