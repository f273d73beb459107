package dev.cpor.decision;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open claim as the night reads it: what lifecycle rules can ask, and no more.
 *
 * @param id the number of the claim inside the database
 * @param version the number of its history rows when it was read
 * @param firstSubmitted the day of the first submission, null where there was none
 * @param notes the escalations, reminders and holds made during the present stay in the status
 */
public record OpenClaim(
        long id,
        String claimId,
        int version,
        String mpnId,
        String tenantId,
        Program program,
        Activity activity,
        Status status,
        Consent consent,
        Incentive incentive,
        LocalDate statusSince,
        @Nullable LocalDate firstSubmitted,
        Set<ReasonCode> notes) {

    /** Says whether the night loads it: until it is rejected, or its incentive is assessed. */
    public boolean isOpen() {
        return switch (status) {
            case SUBMITTED, UNDER_REVIEW, PARTNER_ACTION_REQUIRED -> true;
            case APPROVED -> incentive == Incentive.NOT_ASSESSED;
            case EDITING, REJECTED -> false;
        };
    }

    /** Says whether the consent window has passed and incentive assessment was put off by a hold. */
    public boolean isOnHold() {
        return status == Status.APPROVED && consent == Consent.ELAPSED && incentive == Incentive.NOT_ASSESSED;
    }

    /** Returns the claim with these notes made as well. */
    public OpenClaim withNotes(Collection<ReasonCode> more) {
        Set<ReasonCode> all = new HashSet<>(notes);
        all.addAll(more);
        return new OpenClaim(
                id,
                claimId,
                version,
                mpnId,
                tenantId,
                program,
                activity,
                status,
                consent,
                incentive,
                statusSince,
                firstSubmitted,
                all);
    }
}
