package dev.cpor.store.decision;

import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A claim's row as a decision leaves it, growing by one history row at a time. */
final class ClaimChange {
    final OpenClaim before;
    int version;
    Status status;
    Consent consent;
    Incentive incentive;

    @Nullable
    ReasonCode rejection;

    /** Null while the claim stays in its status. */
    @Nullable
    LocalDate statusSince;

    private Set<ReasonCode> notes;

    ClaimChange(OpenClaim before) {
        this.before = before;
        version = before.version();
        status = before.status();
        consent = before.consent();
        incentive = before.incentive();
        notes = EnumSet.noneOf(ReasonCode.class);
        notes.addAll(before.notes());
    }

    void note(ReasonCode reason) {
        notes.add(reason);
    }

    void reject(ReasonCode reason, LocalDate day) {
        status = Status.REJECTED;
        statusSince = day;
        rejection = reason;
        notes = EnumSet.noneOf(ReasonCode.class);
    }

    Set<ReasonCode> notes() {
        return notes;
    }
}
