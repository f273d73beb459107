package dev.cpor.rules;

import static dev.cpor.domain.ReasonCode.*;
import static dev.cpor.rules.RuleFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.Finding;
import dev.cpor.decision.Findings;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.Channel;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.Status;
import dev.cpor.domain.SubscriptionState;
import dev.cpor.rules.drl.RuleFolder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShippedRulesTest {
    private static final CompiledRules RULES = shipped();

    @Test
    void passEveryCheck() {
        assertThat(RuleCheck.check(RuleFolder.read(SHIPPED))).isEmpty();
        assertThat(RULES.ruleNames()).hasSize(15);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SUBMITTED, 5, -",
                "SUBMITTED, 6, REVIEW_START_OVERDUE",
                "UNDER_REVIEW, 5, -",
                "UNDER_REVIEW, 6, REVIEW_DECISION_OVERDUE",
                "PARTNER_ACTION_REQUIRED, 2, -",
                "PARTNER_ACTION_REQUIRED, 3, PARTNER_RESPONSE_DUE",
                "PARTNER_ACTION_REQUIRED, 5, PARTNER_RESPONSE_DUE",
                "PARTNER_ACTION_REQUIRED, 6, NO_PARTNER_RESPONSE",
            })
    void findTheDeadlinesOfAStatus(Status status, int days, @Nullable ReasonCode reason) {
        assertThat(reasons(claim(status, businessDaysAgo(days)))).isEqualTo(setOf(reason));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SUBMITTED, 10, -",
                "SUBMITTED, 11, DECISION_TARGET_MISSED",
                "UNDER_REVIEW, 10, -",
                "UNDER_REVIEW, 11, DECISION_TARGET_MISSED",
                "PARTNER_ACTION_REQUIRED, 30, -",
                "APPROVED, 30, -",
            })
    void findTheTargetSinceTheFirstSubmission(Status status, int days, @Nullable ReasonCode reason) {
        Consent consent = status == Status.APPROVED ? Consent.PENDING : Consent.NONE;
        assertThat(reasons(claim(1, status, consent, TONIGHT, businessDaysAgo(days))))
                .isEqualTo(setOf(reason));
    }

    @Test
    void sayNothingAboutTheTargetOfAClaimThatWasNeverSubmitted() {
        assertThat(reasons(claim(1, Status.SUBMITTED, Consent.NONE, TONIGHT, null)))
                .isEmpty();
    }

    @Test
    void handOffOnTheEighthDayAfterApproval() {
        assertThat(findings(claim(Status.APPROVED, TONIGHT.minusDays(7)))).isEmpty();
        assertThat(findings(claim(Status.APPROVED, TONIGHT.minusDays(8))))
                .containsExactly(new Finding.HandOff("The customer did not object within seven days"));
    }

    @ParameterizedTest
    @EnumSource(Consent.class)
    void rejectAtOnceWhatTheCustomerDeclined(Consent consent) {
        assertThat(reasons(claim(1, Status.APPROVED, consent, TONIGHT, TONIGHT)))
                .isEqualTo(setOf(consent == Consent.DECLINED ? CUSTOMER_DECLINED : null));
    }

    @Test
    void nameTheRuleInTheFinding() {
        assertThat(findings(claim(Status.PARTNER_ACTION_REQUIRED, businessDaysAgo(6))))
                .containsExactly(new Finding.Reject(
                        "The partner did not respond within five business days", NO_PARTNER_RESPONSE));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"OSU, 149, BELOW_MINIMUM_SEATS", "OSU, 150, -", "OSA, 149, -"})
    void askForSeatsOfModernWorkUsage(Program program, long seats, @Nullable ReasonCode reason) {
        assertThat(reasons(assessable(program, Activity.USAGE, goodPartner(), modernWork(1, seats))))
                .isEqualTo(setOf(reason));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DIRECT, ACTIVE, -",
                "VOLUME_LICENSING, GRACE, -",
                "CSP, ACTIVE, CHANNEL_NOT_ELIGIBLE",
                "DIRECT, SUSPENDED, SUBSCRIPTION_NOT_ACTIVE",
                "DIRECT, EXPIRED, SUBSCRIPTION_NOT_ACTIVE",
                "DIRECT, -, SUBSCRIPTION_NOT_ACTIVE",
            })
    void askForChannelAndSubscription(Channel channel, @Nullable SubscriptionState state, @Nullable ReasonCode reason) {
        assertThat(reasons(assessable(Program.OSU, Activity.USAGE, goodPartner(), business(1, channel, state))))
                .isEqualTo(setOf(reason));
    }

    @Test
    void askNoSubscriptionOfModernWork() {
        assertThat(reasons(assessable(Program.OSU, Activity.USAGE, goodPartner(), modernWork(1, 500))))
                .isEmpty();
    }

    @Test
    void askForPayoutProfileEnrolmentAndDesignation() {
        ClaimLine line = modernWork(7, 500);
        Set<SolutionArea> other = Set.of(SolutionArea.BUSINESS_APPLICATIONS);
        Assessable claim =
                assessable(Program.OSU, Activity.REVENUE_ASSOCIATION, partner(false, Set.of(Program.OSA), other), line);

        assertThat(RULES.incentive(List.of(claim), TONIGHT).of(1))
                .containsExactlyInAnyOrder(
                        new Finding.Hold("The partner's payout profile is not valid", PAYOUT_PROFILE_INVALID),
                        new Finding.ClaimIneligible("Revenue association is for recognition only", RECOGNITION_ONLY),
                        new Finding.ClaimIneligible(
                                "The partner is not enrolled in the claim's program", PARTNER_NOT_ENROLLED),
                        new Finding.LineIneligible(
                                "The partner has no designation for the line's solution area", 7, NO_DESIGNATION));
    }

    @Test
    void sayThatALineEarnsWhenARateFits() {
        Assessable claim = assessable(Program.OSU, Activity.USAGE, goodPartner(), modernWork(1, 500), modernWork(2, 5));
        Assessable without = assessable(Program.OSA, Activity.USAGE, goodPartner(), modernWork(1, 500));

        assertThat(RULES.incentive(List.of(claim), TONIGHT).of(1))
                .contains(
                        new Finding.LineEarns("A rate of the rate card fits the line", 1),
                        new Finding.LineEarns("A rate of the rate card fits the line", 2));
        assertThat(RULES.incentive(List.of(without), TONIGHT).of(1)).isEmpty();
    }

    private static List<Finding> findings(OpenClaim claim) {
        return RULES.lifecycle(List.of(claim), TONIGHT).of(claim.id());
    }

    private static Set<ReasonCode> reasons(OpenClaim claim) {
        return reasons(RULES.lifecycle(List.of(claim), TONIGHT), claim.id());
    }

    private static Set<ReasonCode> reasons(Assessable claim) {
        return reasons(RULES.incentive(List.of(claim), TONIGHT), claim.claim().id());
    }

    private static Set<ReasonCode> reasons(Findings findings, long claim) {
        Set<ReasonCode> reasons = new TreeSet<>();
        for (Finding finding : findings.of(claim)) {
            if (finding instanceof Finding.Escalate it) {
                reasons.add(it.reason());
            } else if (finding instanceof Finding.Remind it) {
                reasons.add(it.reason());
            } else if (finding instanceof Finding.Reject it) {
                reasons.add(it.reason());
            } else if (finding instanceof Finding.Hold it) {
                reasons.add(it.reason());
            } else if (finding instanceof Finding.ClaimIneligible it) {
                reasons.add(it.reason());
            } else if (finding instanceof Finding.LineIneligible it) {
                reasons.add(it.reason());
            }
        }
        return reasons;
    }

    private static Set<ReasonCode> setOf(@Nullable ReasonCode reason) {
        return reason == null ? Set.of() : Set.of(reason);
    }
}
