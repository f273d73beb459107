package dev.cpor.reference;

import java.time.LocalDate;
import java.util.List;

/**
 * One history row.
 *
 * @param version the number of the row within its claim, from 1
 * @param kind CREATED, an event type, DISPUTE_OPENED, ESCALATION, REMINDER, HOLD, REJECTED (by the night) or HANDED_OFF
 * @param reasons reason codes, sorted
 * @param day the row's own day for what was fed, the business date for what a night decided
 * @param night the business date of the night that wrote it
 * @param state status, reason, consent and incentive afterwards, separated by blanks
 */
record ReferenceHistory(
        String claimId, int version, String kind, List<String> reasons, LocalDate day, LocalDate night, String state) {}
