// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.List;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.explain.Text;
import org.detente.model.Case;
import org.detente.model.View;
import org.detente.report.Page;

/// What stands around the answers about one case, for readers and for programs.
final class Envelope {
    private Envelope() {}

    /// The start of a document for programs: the version and the case.
    ///
    /// @param work the case
    /// @return fields to be added to
    static Data.Fields data(Work work) {
        return new Data.Fields().with("detente", Version.number()).with("case", described(work));
    }

    /// The case itself.
    ///
    /// @param work the case
    /// @return its title, cutoff, marking and view
    static Data.Fields described(Work work) {
        Case source = work.model().source();
        View view = work.model().view();
        Data.Fields described = new Data.Fields().with("title", source.title());
        described.with(
                "cutoff",
                source.cutoff() == null
                        ? new Data.None()
                        : new Data.Name(source.cutoff().toString()));
        if (source.marking() != null) {
            described.with("marking", source.marking());
        }
        if (view != null) {
            described.with("view", view.id());
        }
        return described;
    }

    /// A document for readers.
    ///
    /// @param work the case
    /// @param parts the explanations
    /// @return the page
    static Page page(Work work, List<Explanation> parts) {
        Case source = work.model().source();
        View view = work.model().view();
        String subtitle = source.cutoff() == null ? "" : "Known to " + source.cutoff().inWords();
        List<Block.Fact> facts = new ArrayList<>();
        if (view != null) {
            facts.add(new Block.Fact("View", Text.of(view.label())));
        }
        facts.add(new Block.Fact("Made with", Text.of("Détente " + Version.number())));
        return new Page(
                source.title(),
                source.marking() == null ? "" : source.marking(),
                subtitle,
                facts,
                parts);
    }
}
