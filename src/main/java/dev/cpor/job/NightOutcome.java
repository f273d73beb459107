package dev.cpor.job;

import dev.cpor.report.NightReport;
import java.time.LocalDate;

/** What came of the wish to run a night. */
public sealed interface NightOutcome {
    /** The night was run to its end. */
    record Completed(NightReport report) implements NightOutcome {}

    /** The night was complete before. */
    record Skipped(LocalDate businessDate) implements NightOutcome {}
}
