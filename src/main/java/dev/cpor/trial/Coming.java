package dev.cpor.trial;

import dev.cpor.domain.Program;
import dev.cpor.report.NightReport.Action;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * What one coming night will do if nothing else happens.
 *
 * @param open how many claims it will find open
 * @param acts how often rules will remind, escalate, reject, hand off, hold and let a line earn; an act is missing where there is
 *     none. A claim may be escalated or held for several reasons, and counts once for each
 * @param quarantined how many claims it will not be able to decide
 * @param money what will be earned, by program and currency
 * @param claims what happens to each claim, where it was asked for
 */
public record Coming(
        LocalDate night,
        long open,
        Map<Action, Long> acts,
        long quarantined,
        List<Money> money,
        List<OneClaim> claims) {

    /** What will be earned in one currency of one program. */
    public record Money(Program program, Currency currency, long earnings, BigDecimal amount, BigDecimal usd) {}

    /** What will happen to a claim, and the rule that will do it. */
    public record OneClaim(String claimId, Action action, String rule, String reason) {}

    /** Returns how often that happens. */
    public long count(Action action) {
        return acts.getOrDefault(action, 0L);
    }
}
