package dev.cpor.trial;

import java.time.LocalDate;
import java.util.Set;

/** What happened to claims at once in a past night. */
sealed interface PastStage {
    /** Returns the number of the run. */
    long run();

    /** Returns the business date of the run. */
    LocalDate date();

    /** Returns the runs that had read their feeds by then. */
    Set<Long> read();

    /** Waiting rows had their turn. */
    record Intake(long run, LocalDate date, Set<Long> read) implements PastStage {}

    /** Rules were asked about the open claims. */
    record Evaluation(long run, LocalDate date, Set<Long> read) implements PastStage {}
}
