package dev.cpor.account;

import dev.cpor.domain.Consent;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import dev.cpor.store.account.StatementQueries.Earned;
import dev.cpor.store.account.StatementQueries.Line;
import dev.cpor.store.account.StatementQueries.Subject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of one partner's claims in a month, and where they stood at its end: nothing of other partners, and nothing of
 * the review but what the partner is told.
 *
 * @param asOf the last complete night up to the end of the month, null when there is none
 * @param earned everything that the partner earned up to the end of the month, reversals included
 */
public record Statement(
        String mpnId,
        String partner,
        YearMonth month,
        @Nullable LocalDate asOf,
        List<HandedOff> handedOff,
        List<Rejected> rejected,
        List<OnHold> onHold,
        List<Open> open,
        List<Earned> earned) {

    /**
     * A claim that was handed off in the month.
     *
     * @param lines what it is about
     * @param reasons why none of its lines earns, none where each line has its own answer
     * @param lineReasons why lines do not earn, by line number
     * @param takenBack whether the claim was put back since, to be assessed anew
     */
    public record HandedOff(
            Subject subject,
            LocalDate businessDate,
            List<Line> lines,
            List<Earned> earned,
            Set<ReasonCode> reasons,
            SortedMap<Integer, Set<ReasonCode>> lineReasons,
            boolean takenBack) {}

    /**
     * A claim that was rejected in the month.
     *
     * @param takenBack whether the claim was put back since, to be decided anew
     */
    public record Rejected(Subject subject, LocalDate day, Set<ReasonCode> reasons, boolean takenBack) {}

    /** A claim whose assessment waited at the end of the month. */
    public record OnHold(Subject subject, LocalDate since, Set<ReasonCode> reasons) {}

    /**
     * A claim that was open otherwise at the end of the month.
     *
     * @param reasons what the reviewer misses, none where nothing is asked
     */
    public record Open(Subject subject, Status status, Consent consent, LocalDate since, Set<ReasonCode> reasons) {}

    /** Returns it to be written down. */
    public Document document() {
        return StatementDocument.of(this);
    }
}
