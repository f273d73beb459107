package dev.cpor.trial;

import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.report.NightReport.Action;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would do.
 *
 * @param tried which nights, and with which rules
 * @param claims how many open claims were decided, of several nights in all of them
 * @param changes the claims that come out otherwise, by claim ID
 * @param noted the claims that come out alike, but with other escalations, reminders or holds, by claim ID
 * @param quarantined the claims that could not be decided on a side, by claim ID
 * @param rules what each rule does on both sides, where it differs or not
 * @param moves how many claims come out otherwise, by what they come to now and with the other rules
 * @param money what is earned, by program and currency
 * @param movers the up to ten claims that change the most money, with the rules that differ
 */
public record Simulated(
        Trial tried,
        long claims,
        List<Change> changes,
        List<Noted> noted,
        List<Quarantine> quarantined,
        List<RuleCount> rules,
        List<Move> moves,
        List<Sum> money,
        List<Mover> movers) {

    /**
     * What was tried.
     *
     * @param from the earliest business date of the nights
     * @param to the latest
     * @param missing the business dates that were asked for and have no complete night
     * @param nowRules the fingerprints of the rule sets that are compared with, in the order of the nights that used them
     * @param withRules the fingerprint of the rule set that was tried
     */
    public record Trial(
            LocalDate from, LocalDate to, List<LocalDate> missing, List<String> nowRules, String withRules) {
        /** Says whether both sides are the same rule set in every night. */
        public boolean isSame() {
            return nowRules.equals(List.of(withRules));
        }

        /** Says whether it is one night. */
        public boolean isOneNight() {
            return from.equals(to);
        }
    }

    /**
     * A claim that cannot be decided on one side or on both.
     *
     * @param night the first in which that is so
     * @param now why, null when it can be decided now
     * @param with why with the other rules, null when it can be decided with them
     */
    public record Quarantine(
            String claimId,
            LocalDate night,
            @Nullable String now,
            @Nullable String with) {
        /** What came first counts. */
        Quarantine and(Quarantine later) {
            return new Quarantine(
                    claimId,
                    later.night.isBefore(night) ? later.night : night,
                    now != null ? now : later.now,
                    with != null ? with : later.with);
        }
    }

    /** Returns the claims that cannot be decided now. */
    public List<String> quarantinedNow() {
        return quarantined.stream()
                .filter(one -> one.now() != null)
                .map(Quarantine::claimId)
                .toList();
    }

    /** Returns the claims that cannot be decided with the other rules. */
    public List<String> quarantinedWith() {
        return quarantined.stream()
                .filter(one -> one.with() != null)
                .map(Quarantine::claimId)
                .toList();
    }

    /** A claim about which the two sides note something else. */
    public record Noted(String claimId, Set<ReasonCode> now, Set<ReasonCode> with) {}

    /** How often a rule does something; the rule is empty where no rule hands off, for the claim was on hold. */
    public record RuleCount(String rule, Action action, long now, long with) {}

    /** How many claims come to something else, each told in a few words. */
    public record Move(String now, String with, long claims) {}

    /** What is earned in one currency of one program, and what that is in USD. */
    public record Sum(
            Program program,
            Currency currency,
            BigDecimal now,
            BigDecimal with,
            BigDecimal nowUsd,
            BigDecimal withUsd) {}

    /**
     * A claim that changes.
     *
     * @param usd the difference in USD, with the other rules less now
     * @param because of each rule that says something else, what it says on both sides, in the first night that differs
     */
    public record Mover(
            String claimId, LocalDate night, BigDecimal usd, String now, String with, List<String> because) {}
}
