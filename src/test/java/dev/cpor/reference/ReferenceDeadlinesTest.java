package dev.cpor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deadlines counted by hand; 2 November 2026 is a Monday, and the 11th is a holiday. */
class ReferenceDeadlinesTest {

    @TempDir
    Path inbox;

    @Test
    void aReviewThatIsNotStartedIsOverdueInTheNightOfTheSixthBusinessDayAndNotAgain() {
        SmallWorld world = new SmallWorld(inbox).submitted("C-1", "2026-11-02").nights("2026-11-02", "2026-11-09");
        assertThat(world.byNight("C-1")).isEmpty();
        world.nights("2026-11-10", "2026-11-17");
        assertThat(world.byNight("C-1")).containsExactly("2026-11-10 ESCALATION [REVIEW_START_OVERDUE]");
        assertThat(world.state("C-1")).isEqualTo("SUBMITTED,,NONE,NOT_ASSESSED,2026-11-02,4");
    }

    @Test
    void theDecisionTargetIsMissedOnTheEleventhBusinessDayAndOncePerStay() {
        SmallWorld world = new SmallWorld(inbox)
                .submitted("C-1", "2026-11-02")
                .event("C-1", "2026-11-19", "REVIEW_STARTED")
                .nights("2026-11-02", "2026-11-30");
        assertThat(world.byNight("C-1"))
                .containsExactly(
                        "2026-11-10 ESCALATION [REVIEW_START_OVERDUE]",
                        "2026-11-18 ESCALATION [DECISION_TARGET_MISSED]",
                        "2026-11-19 ESCALATION [DECISION_TARGET_MISSED]",
                        // Thanksgiving, the 26th, does not count.
                        "2026-11-30 ESCALATION [REVIEW_DECISION_OVERDUE]");
    }

    @Test
    void aSilentPartnerIsRemindedOnceAndRejectedInTheNightOfTheSixthBusinessDay() {
        SmallWorld world = new SmallWorld(inbox)
                .underReview("C-1", "2026-11-06")
                .event("C-1", "2026-11-06", "INFORMATION_REQUESTED")
                .event("C-1", "2026-11-13", "COMMENTED")
                .nights("2026-11-06", "2026-11-20");
        assertThat(world.byNight("C-1"))
                .containsExactly(
                        "2026-11-12 REMINDER [PARTNER_RESPONSE_DUE]", "2026-11-17 REJECTED [NO_PARTNER_RESPONSE]");
        assertThat(world.state("C-1")).isEqualTo("REJECTED,NO_PARTNER_RESPONSE,NONE,NOT_ASSESSED,2026-11-17,8");
    }

    @Test
    void aPartnerWhoResubmitsOnTheSixthDayIsInTime() {
        SmallWorld world = new SmallWorld(inbox)
                .underReview("C-1", "2026-11-02")
                .event("C-1", "2026-11-02", "INFORMATION_REQUESTED")
                .event("C-1", "2026-11-10T23:59:59Z", "CLAIM_SUBMITTED")
                .nights("2026-11-02", "2026-11-10");
        assertThat(world.byNight("C-1")).containsExactly("2026-11-05 REMINDER [PARTNER_RESPONSE_DUE]");
        assertThat(world.state("C-1")).isEqualTo("SUBMITTED,,NONE,NOT_ASSESSED,2026-11-10,7");
    }

    @Test
    void aNoteIsMadeAgainInTheNextStay() {
        SmallWorld world = new SmallWorld(inbox)
                .underReview("C-1", "2026-11-02")
                .event("C-1", "2026-11-02T13:00:00Z", "INFORMATION_REQUESTED")
                .event("C-1", "2026-11-06T07:00:00Z", "CLAIM_SUBMITTED")
                .event("C-1", "2026-11-06T08:00:00Z", "REVIEW_STARTED")
                .event("C-1", "2026-11-06T09:00:00Z", "INFORMATION_REQUESTED")
                .nights("2026-11-02", "2026-11-12");
        assertThat(world.byNight("C-1"))
                .containsExactly(
                        "2026-11-05 REMINDER [PARTNER_RESPONSE_DUE]", "2026-11-12 REMINDER [PARTNER_RESPONSE_DUE]");
    }

    @Test
    void consentElapsesInTheNightOfTheEighthDayTogetherWithTheAssessment() {
        SmallWorld world = new SmallWorld(inbox).approved("C-1", "2026-11-02").nights("2026-11-02", "2026-11-09");
        assertThat(world.state("C-1")).isEqualTo("APPROVED,,PENDING,NOT_ASSESSED,2026-11-02,5");
        world.nights("2026-11-10", "2026-11-12");
        assertThat(world.state("C-1")).isEqualTo("APPROVED,,ELAPSED,ELIGIBLE,2026-11-02,6");
        assertThat(world.byNight("C-1")).containsExactly("2026-11-10 HANDED_OFF []");
    }

    @Test
    void aCustomerWhoDeclinesOnTheEighthDayIsInTimeAndTheNightRejects() {
        SmallWorld world = new SmallWorld(inbox)
                .approved("C-1", "2026-11-02")
                .event("C-1", "2026-11-10", "CONSENT_DECLINED")
                .event("C-1", "2026-11-11", "CONSENT_DECLINED")
                .nights("2026-11-02", "2026-11-11");
        assertThat(world.state("C-1")).isEqualTo("REJECTED,CUSTOMER_DECLINED,DECLINED,NOT_ASSESSED,2026-11-10,7");
        assertThat(world.refusals("2026-11-11")).containsExactly("NOT_ALLOWED_IN_REJECTED");
    }

    @Test
    void aLateRowCountsFromItsOwnDay() {
        SmallWorld world = new SmallWorld(inbox)
                .submitted("C-1", "2026-11-02")
                .nights("2026-11-02", "2026-11-09")
                .event("C-1", "2026-11-02T13:00:00Z", "REVIEW_STARTED")
                .night("2026-11-10");
        assertThat(world.state("C-1")).isEqualTo("UNDER_REVIEW,,NONE,NOT_ASSESSED,2026-11-02,5");
        assertThat(world.byNight("C-1")).containsExactly("2026-11-10 ESCALATION [REVIEW_DECISION_OVERDUE]");
    }
}
