package dev.cpor.rules.evaluate;

/**
 * How long a claim has stood, as rules ask for it.
 *
 * @param daysInStatus calendar days since the status was entered
 * @param businessDaysInStatus business days since the status was entered
 * @param businessDaysSinceSubmission business days since the first submission; 0 where there was none
 */
public record DayCounts(int daysInStatus, int businessDaysInStatus, int businessDaysSinceSubmission) {}
