package dev.cpor.domain;

import static dev.cpor.domain.AClaim.aClaim;
import static dev.cpor.domain.LifecycleFixture.DAY;
import static dev.cpor.domain.LifecycleFixture.LIFECYCLE;
import static dev.cpor.domain.LifecycleFixture.aCreation;
import static dev.cpor.domain.LifecycleFixture.anEvent;
import static dev.cpor.domain.LifecycleFixture.applied;
import static dev.cpor.domain.LifecycleFixture.isRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimLifecycleTest {
    static Stream<Arguments> eachTypeInEachStatus() {
        return Arrays.stream(EventType.values())
                .flatMap(type -> Arrays.stream(Status.values()).map(status -> Arguments.of(type, status)));
    }

    @ParameterizedTest
    @MethodSource("eachTypeInEachStatus")
    void addsOneHistoryRowWhereTheTypeIsAllowedAndRefusesItElsewhere(EventType type, Status status) {
        Claim claim = aClaim().in(status).withOpenDispute().build();

        Outcome outcome = LIFECYCLE.apply(claim, anEvent(type));

        if (type.isAllowedIn(status)) {
            assertThat(applied(outcome).version()).isEqualTo(8);
        } else {
            isRefused(outcome, RejectCode.STATUS_NOT_ALLOWED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIM_SUBMITTED,       EDITING,                 SUBMITTED,               NONE",
        "CLAIM_SUBMITTED,       PARTNER_ACTION_REQUIRED, SUBMITTED,               NONE",
        "REVIEW_STARTED,        SUBMITTED,               UNDER_REVIEW,            NONE",
        "INFORMATION_REQUESTED, UNDER_REVIEW,            PARTNER_ACTION_REQUIRED, NONE",
        "CLAIM_APPROVED,        UNDER_REVIEW,            APPROVED,                PENDING",
        "CLAIM_REJECTED,        UNDER_REVIEW,            REJECTED,                NONE",
        "DISPUTE_UPHELD,        REJECTED,                UNDER_REVIEW,            NONE"
    })
    void entersTheNextStatusOnTheEventsOwnDayWithNothingNoted(EventType type, Status from, Status to, Consent consent) {
        Claim claim = aClaim().in(from)
                .withOpenDispute()
                .noted(ReasonCode.REVIEW_START_OVERDUE)
                .build();

        Claim after = applied(LIFECYCLE.apply(claim, anEvent(type)));

        assertThat(after.status()).isEqualTo(to);
        assertThat(after.consent()).isEqualTo(consent);
        assertThat(after.statusSince()).isEqualTo(DAY);
        assertThat(after.notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {"CLAIM_EDITED", "POE_UPLOADED", "COMMENTED"})
    void stopsNoClockWithAnEditADocumentOrAComment(EventType type) {
        Claim claim = aClaim().in(Status.PARTNER_ACTION_REQUIRED)
                .noted(ReasonCode.PARTNER_RESPONSE_DUE)
                .build();

        Claim after = applied(LIFECYCLE.apply(claim, anEvent(type)));

        assertThat(after.status()).isEqualTo(Status.PARTNER_ACTION_REQUIRED);
        assertThat(after.statusSince()).isEqualTo(claim.statusSince());
        assertThat(after.notes()).containsExactly(ReasonCode.PARTNER_RESPONSE_DUE);
    }

    @Test
    void keepsTheDayOfTheFirstSubmission() {
        Claim first = applied(LIFECYCLE.apply(aClaim().build(), anEvent(EventType.CLAIM_SUBMITTED)));
        Claim again = applied(LIFECYCLE.apply(
                aClaim().in(Status.PARTNER_ACTION_REQUIRED)
                        .firstSubmitted("2026-10-01")
                        .build(),
                anEvent(EventType.CLAIM_SUBMITTED)));

        assertThat(first.firstSubmitted()).isEqualTo(DAY);
        assertThat(again.firstSubmitted()).isEqualTo(LocalDate.parse("2026-10-01"));
    }

    @Test
    void needsADocumentAndALineToSubmit() {
        ClaimEvent submission = anEvent(EventType.CLAIM_SUBMITTED);

        isRefused(LIFECYCLE.apply(aClaim().withoutDocument().build(), submission), RejectCode.NO_DOCUMENT);
        isRefused(LIFECYCLE.apply(aClaim().withoutLine(1).build(), submission), RejectCode.NO_LINE);
        Claim documented =
                applied(LIFECYCLE.apply(aClaim().withoutDocument().build(), anEvent(EventType.POE_UPLOADED)));
        assertThat(applied(LIFECYCLE.apply(documented, submission)).status()).isEqualTo(Status.SUBMITTED);
    }

    @ParameterizedTest
    @EnumSource(Consent.class)
    void letsTheCustomerDeclineWhileConsentIsPendingAndNoLonger(Consent consent) {
        Claim claim = aClaim().in(Status.APPROVED).with(consent).build();

        Outcome outcome = LIFECYCLE.apply(claim, anEvent(EventType.CONSENT_DECLINED));

        if (consent == Consent.PENDING) {
            Claim after = applied(outcome);
            assertThat(after.consent()).isEqualTo(Consent.DECLINED);
            assertThat(after.status()).isEqualTo(Status.APPROVED);
            assertThat(after.statusSince()).isEqualTo(claim.statusSince());
        } else {
            isRefused(outcome, RejectCode.CONSENT_NOT_PENDING);
        }
    }

    @ParameterizedTest
    @EnumSource(Incentive.class)
    void letsThePartnerWithdrawUntilTheClaimIsAssessedHeldOrNot(Incentive incentive) {
        Claim claim = aClaim().in(Status.APPROVED)
                .with(Consent.ELAPSED)
                .with(incentive)
                .build();

        Outcome outcome = LIFECYCLE.apply(claim, anEvent(EventType.CLAIM_WITHDRAWN));

        if (incentive == Incentive.NOT_ASSESSED) {
            Claim after = applied(outcome);
            assertThat(after.status()).isEqualTo(Status.REJECTED);
            assertThat(after.rejection()).isEqualTo(ReasonCode.PARTNER_REQUEST);
            assertThat(after.withdrawal()).isEqualTo(WithdrawalDetail.WRONG_MPN);
        } else {
            isRefused(outcome, RejectCode.ALREADY_ASSESSED);
        }
    }

    @Test
    void rejectsWithTheReviewersReasonAndNoDetail() {
        Claim after =
                applied(LIFECYCLE.apply(aClaim().in(Status.UNDER_REVIEW).build(), anEvent(EventType.CLAIM_REJECTED)));

        assertThat(after.rejection()).isEqualTo(ReasonCode.INSUFFICIENT_POE);
        assertThat(after.withdrawal()).isNull();
    }

    @Test
    void createsAClaimInEditingWithOneHistoryRow() {
        Claim claim = applied(LIFECYCLE.create(aCreation("4711", "t-1")));

        assertThat(claim.status()).isEqualTo(Status.EDITING);
        assertThat(claim.statusSince()).isEqualTo(DAY);
        assertThat(claim.version()).isEqualTo(1);
        assertThat(claim.consent()).isEqualTo(Consent.NONE);
        assertThat(claim.incentive()).isEqualTo(Incentive.NOT_ASSESSED);
        assertThat(claim.lines()).isEmpty();
        assertThat(claim.notes()).isEqualTo(Set.of());
    }

    @Test
    void createsNoClaimForAPartnerOrACustomerThatNobodyNamed() {
        isRefused(LIFECYCLE.create(aCreation("9999", "t-1")), RejectCode.UNKNOWN_PARTNER);
        isRefused(LIFECYCLE.create(aCreation("4711", "t-9")), RejectCode.UNKNOWN_CUSTOMER);
    }
}
