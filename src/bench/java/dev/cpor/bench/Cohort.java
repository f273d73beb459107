package dev.cpor.bench;

import java.time.LocalDate;

/**
 * Claims that have the same outcome.
 *
 * @param share of all claims, in thousandths
 * @param from the earliest day on which one of them entered its status
 * @param days over how many days from then on they are spread
 * @param submittedBefore how many days before its status each was first submitted
 * @param notes what was told already during the present stay in the status
 * @param version how many history rows each has
 * @param changes whether the night changes them
 */
record Cohort(
        int share,
        String status,
        String consent,
        LocalDate from,
        int days,
        int submittedBefore,
        String notes,
        int version,
        boolean changes) {}
