package dev.cpor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disputes of a claim that was rejected on 2 November 2026. */
class ReferenceDisputesTest {

    @TempDir
    Path inbox;

    private SmallWorld rejected() {
        return new SmallWorld(inbox)
                .underReview("C-1", "2026-11-02")
                .event("C-1", "2026-11-02", "CLAIM_REJECTED")
                .night("2026-11-02");
    }

    @Test
    void aDisputeIsAcceptedOnTheThirtiethDayAndOnlyOnce() {
        SmallWorld world = rejected()
                .dispute("D-1", "C-1", "2026-12-02T23:59:00Z")
                .dispute("D-2", "C-1", "2026-12-02T23:59:30Z")
                .night("2026-12-02");
        assertThat(world.refusals("2026-12-02")).containsExactly("SECOND_DISPUTE");
        assertThat(world.state("C-1")).isEqualTo("REJECTED,INSUFFICIENT_POE,NONE,NOT_ASSESSED,2026-11-02,6");
    }

    @Test
    void aDisputeOnTheThirtyFirstDayIsTooLate() {
        SmallWorld world =
                rejected().dispute("D-1", "C-1", "2026-12-03T00:00:00Z").night("2026-12-03");
        assertThat(world.refusals("2026-12-03")).containsExactly("DISPUTE_TOO_LATE");
    }

    @Test
    void aDisputeMustAgreeWithTheClaimInEverything() {
        SmallWorld world = rejected()
                .dispute("D-1", "C-1", "2026-11-03", "products=S-1;S-2")
                .dispute("D-2", "C-1", "2026-11-03", "tenant_id=T-2")
                .dispute("D-3", "C-1", "2026-11-03", "program=OSU")
                .dispute("D-4", "C-1", "2026-11-03", "mpn_id=P-2")
                .dispute("D-5", "C-2", "2026-11-03")
                .night("2026-11-03");
        assertThat(world.refusals("2026-11-03"))
                .containsExactly(
                        "DISPUTE_DISAGREES",
                        "DISPUTE_DISAGREES",
                        "DISPUTE_DISAGREES",
                        "DISPUTE_DISAGREES",
                        "UNKNOWN_CLAIM");
        world.dispute("D-1", "C-1", "2026-11-04").night("2026-11-04");
        assertThat(world.refusals("2026-11-04")).isEmpty();
    }

    @Test
    void anUpheldDisputeBringsTheClaimBackUnderReviewInANewStay() {
        SmallWorld world = rejected()
                .event("C-1", "2026-11-03", "DISPUTE_UPHELD")
                .dispute("D-1", "C-1", "2026-11-04")
                .event("C-1", "2026-11-16", "DISPUTE_UPHELD")
                .event("C-1", "2026-11-17", "DISPUTE_UPHELD")
                .nights("2026-11-03", "2026-11-18");
        assertThat(world.refusals("2026-11-03")).containsExactly("NO_OPEN_DISPUTE");
        assertThat(world.refusals("2026-11-17")).containsExactly("NOT_ALLOWED_IN_UNDER_REVIEW");
        assertThat(world.byNight("C-1")).containsExactly("2026-11-18 ESCALATION [DECISION_TARGET_MISSED]");
        assertThat(world.state("C-1")).isEqualTo("UNDER_REVIEW,,NONE,NOT_ASSESSED,2026-11-16,8");
    }

    @Test
    void aDeniedDisputeLeavesTheRejectionAndTakesTheOnlyChance() {
        SmallWorld world = rejected()
                .dispute("D-1", "C-1", "2026-11-04")
                .event("C-1", "2026-11-05", "DISPUTE_DENIED")
                .event("C-1", "2026-11-06", "DISPUTE_DENIED")
                .dispute("D-2", "C-1", "2026-11-06T13:00:00Z")
                .nights("2026-11-03", "2026-11-06");
        assertThat(world.refusals("2026-11-06")).containsExactly("NO_OPEN_DISPUTE", "SECOND_DISPUTE");
        assertThat(world.state("C-1")).isEqualTo("REJECTED,INSUFFICIENT_POE,NONE,NOT_ASSESSED,2026-11-02,7");
    }
}
