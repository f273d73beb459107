package dev.cpor.decision;

import dev.cpor.domain.Consent;
import dev.cpor.domain.Earning;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a claim stands once its decision is applied: what the night writes to the claim's row, without a database.
 *
 * @param claim the claim after the night, open or not
 * @param rejection the reason of the rejection, null unless the night rejected it
 * @param earnings what its lines earned in the night
 */
public record Standing(OpenClaim claim, @Nullable ReasonCode rejection, List<Earning> earnings) {

    /** Returns how the decision leaves the claim on that business date. */
    public static Standing after(Decision decision, LocalDate businessDate) {
        OpenClaim claim = decision.claim();
        if (decision instanceof Decision.Noted noted) {
            return still(noted(claim, noted.notes(), 0));
        }
        if (decision instanceof Decision.Held held) {
            OpenClaim noted = noted(claim, held.notes(), held.holds().size());
            OpenClaim told = noted.withNotes(held.holds().keySet());
            return still(held.consentElapses() ? elapsed(told, told.incentive()) : told);
        }
        if (decision instanceof Decision.Rejected rejected) {
            OpenClaim gone = at(
                    claim,
                    claim.version() + rejected.notes().size() + 1,
                    Status.REJECTED,
                    claim.consent(),
                    claim.incentive(),
                    businessDate,
                    Set.of());
            return new Standing(gone, rejected.reason(), List.of());
        }
        if (decision instanceof Decision.HandedOff handedOff) {
            Incentive incentive = handedOff.isEligible() ? Incentive.ELIGIBLE : Incentive.INELIGIBLE;
            OpenClaim noted = noted(claim, handedOff.notes(), 1);
            return new Standing(elapsed(noted, incentive), null, handedOff.earnings());
        }
        return still(claim);
    }

    private static Standing still(OpenClaim claim) {
        return new Standing(claim, null, List.of());
    }

    /** @param more how many history rows there are beside those of the notes */
    private static OpenClaim noted(OpenClaim claim, Collection<Note> notes, int more) {
        Set<ReasonCode> all = new HashSet<>(claim.notes());
        notes.forEach(note -> all.add(note.reason()));
        return at(
                claim,
                claim.version() + notes.size() + more,
                claim.status(),
                claim.consent(),
                claim.incentive(),
                claim.statusSince(),
                all);
    }

    private static OpenClaim elapsed(OpenClaim claim, Incentive incentive) {
        return at(
                claim, claim.version(), claim.status(), Consent.ELAPSED, incentive, claim.statusSince(), claim.notes());
    }

    private static OpenClaim at(
            OpenClaim claim,
            int version,
            Status status,
            Consent consent,
            Incentive incentive,
            LocalDate since,
            Set<ReasonCode> notes) {
        return new OpenClaim(
                claim.id(),
                claim.claimId(),
                version,
                claim.mpnId(),
                claim.tenantId(),
                claim.program(),
                claim.activity(),
                status,
                consent,
                incentive,
                since,
                claim.firstSubmitted(),
                notes);
    }
}
