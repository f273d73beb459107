package dev.cpor.trial;

import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.report.NightReport.Action;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * What other rules would do.
 *
 * @param from the business date of the first night that was tried
 * @param to that of the last
 * @param nowRules the fingerprint of the rule set that is compared with; of the last night, where it changed
 * @param withRules the fingerprint of the rule set that was tried
 * @param claims how many open claims were decided, of several nights in all of them
 * @param changes the claims that come out otherwise, by claim ID
 * @param noted the claims that come out alike, but with other escalations, reminders or holds, by claim ID
 * @param rules what each rule does on both sides, where it differs or not
 * @param moves how many claims come out otherwise, by what they come to now and with the other rules
 * @param money what is earned, by program and currency
 * @param movers the up to ten claims that change the most money, with the rules that differ
 */
public record Simulated(
        LocalDate from,
        LocalDate to,
        String nowRules,
        String withRules,
        long claims,
        List<Change> changes,
        List<Noted> noted,
        List<RuleCount> rules,
        List<Move> moves,
        List<Sum> money,
        List<Mover> movers) {

    /** A claim about which the two sides note something else. */
    public record Noted(String claimId, Set<ReasonCode> now, Set<ReasonCode> with) {}

    /** How often a rule does something. */
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
