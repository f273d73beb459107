package dev.cpor.domain;

import static dev.cpor.domain.AClaim.aClaim;
import static dev.cpor.domain.LifecycleFixture.LIFECYCLE;
import static dev.cpor.domain.LifecycleFixture.aDispute;
import static dev.cpor.domain.LifecycleFixture.anEvent;
import static dev.cpor.domain.LifecycleFixture.applied;
import static dev.cpor.domain.LifecycleFixture.isRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisputingTest {
    private static final Claim REJECTED =
            aClaim().in(Status.REJECTED).since("2026-11-02").build();

    @Test
    void opensADisputeThatChangesNoStatus() {
        Claim after = applied(LIFECYCLE.open(REJECTED, aDispute("2026-11-20", "sub-1")));

        assertThat(after.disputeId()).isEqualTo("d-1");
        assertThat(after.disputeOpen()).isTrue();
        assertThat(after.status()).isEqualTo(Status.REJECTED);
        assertThat(after.rejection()).isEqualTo(ReasonCode.INSUFFICIENT_POE);
        assertThat(after.version()).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void disputesNothingButARejection(Status status) {
        Outcome outcome = LIFECYCLE.open(aClaim().in(status).build(), aDispute("2026-11-20", "sub-1"));

        if (status == Status.REJECTED) {
            applied(outcome);
        } else {
            isRefused(outcome, RejectCode.STATUS_NOT_ALLOWED);
        }
    }

    @Test
    void isInTimeOnTheThirtiethDayAndNoLongerOnTheNext() {
        applied(LIFECYCLE.open(REJECTED, aDispute("2026-12-02", "sub-1")));
        isRefused(LIFECYCLE.open(REJECTED, aDispute("2026-12-03", "sub-1")), RejectCode.DISPUTE_TOO_LATE);
    }

    @Test
    void disputesAClaimOnce() {
        Claim closed = aClaim().in(Status.REJECTED).withClosedDispute().build();

        isRefused(LIFECYCLE.open(closed, aDispute("2026-11-03", "sub-1")), RejectCode.DISPUTED_BEFORE);
    }

    @Test
    void mustNameEachLineAsItStandsNowAndNoOther() {
        Claim two = aClaim().in(Status.REJECTED)
                .withLine(2, "Teams")
                .withLine(3, "Teams")
                .build();

        applied(LIFECYCLE.open(two, aDispute("2026-11-03", "Teams", "sub-1")));
        isRefused(LIFECYCLE.open(two, aDispute("2026-11-03", "Teams")), RejectCode.DISPUTE_DISAGREES);
        isRefused(LIFECYCLE.open(two, aDispute("2026-11-03", "Teams", "sub-1", "sub-2")), RejectCode.DISPUTE_DISAGREES);
    }

    @Test
    void mustAgreeInPartnerProgramAndCustomer() {
        Dispute right = aDispute("2026-11-03", "sub-1");

        isRefused(LIFECYCLE.open(REJECTED, with(right, "4712", Program.OSU, "t-1")), RejectCode.DISPUTE_DISAGREES);
        isRefused(LIFECYCLE.open(REJECTED, with(right, "4711", Program.OSA, "t-1")), RejectCode.DISPUTE_DISAGREES);
        isRefused(LIFECYCLE.open(REJECTED, with(right, "4711", Program.OSU, "t-2")), RejectCode.DISPUTE_DISAGREES);
    }

    private static Dispute with(Dispute dispute, String mpnId, Program program, String tenantId) {
        return new Dispute(
                dispute.disputeId(),
                dispute.claimId(),
                dispute.openedAt(),
                dispute.day(),
                mpnId,
                program,
                dispute.products(),
                tenantId,
                dispute.details());
    }

    @Test
    void closesAnOpenDisputeOnce() {
        Claim disputed = aClaim().in(Status.REJECTED).withOpenDispute().build();

        Claim denied = applied(LIFECYCLE.apply(disputed, anEvent(EventType.DISPUTE_DENIED)));
        Claim upheld = applied(LIFECYCLE.apply(disputed, anEvent(EventType.DISPUTE_UPHELD)));

        assertThat(denied.status()).isEqualTo(Status.REJECTED);
        assertThat(denied.statusSince()).isEqualTo(disputed.statusSince());
        assertThat(denied.rejection()).isEqualTo(ReasonCode.INSUFFICIENT_POE);
        assertThat(upheld.status()).isEqualTo(Status.UNDER_REVIEW);
        assertThat(upheld.rejection()).isNull();
        for (Claim closed : Set.of(denied, REJECTED)) {
            isRefused(LIFECYCLE.apply(closed, anEvent(EventType.DISPUTE_DENIED)), RejectCode.NO_OPEN_DISPUTE);
            isRefused(LIFECYCLE.apply(closed, anEvent(EventType.DISPUTE_UPHELD)), RejectCode.NO_OPEN_DISPUTE);
        }
        isRefused(LIFECYCLE.open(upheld, aDispute("2026-11-21", "sub-1")), RejectCode.STATUS_NOT_ALLOWED);
    }

    @Test
    void startsTheConsentOverAfterADisputeThatWasUpheld() {
        Claim withdrawn = applied(LIFECYCLE.apply(
                aClaim().in(Status.APPROVED)
                        .with(Consent.ELAPSED)
                        .withOpenDispute()
                        .build(),
                anEvent(EventType.CLAIM_WITHDRAWN)));
        Claim upheld = applied(LIFECYCLE.apply(withdrawn, anEvent(EventType.DISPUTE_UPHELD)));

        assertThat(upheld.consent()).isEqualTo(Consent.NONE);
        assertThat(applied(LIFECYCLE.apply(upheld, anEvent(EventType.CLAIM_APPROVED)))
                        .consent())
                .isEqualTo(Consent.PENDING);
    }
}
