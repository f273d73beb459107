package dev.cpor.store.past;

import dev.cpor.domain.Consent;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of a claim's history, as far as it tells where the claim stood.
 *
 * @param status the status after it, and likewise consent
 * @param day when it occurred, or the business date of what a night decided
 * @param rule the rule that decided it, null for whatever else happened
 * @param putBack what the claim was put back to, null for every other kind of row
 */
record PastStep(
        long claim,
        int version,
        long run,
        String kind,
        Status status,
        Consent consent,
        LocalDate day,
        @Nullable String reason,
        @Nullable String rule,
        @Nullable PutBack putBack) {

    /**
     * What a reinstatement put back that stands in no history row.
     *
     * @param decision the version of the row whose decision it took back
     */
    record PutBack(int decision, LocalDate statusSince, Set<ReasonCode> notes) {}

    boolean isOfRule() {
        return rule != null;
    }
}
