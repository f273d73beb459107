package dev.cpor.decision;

import static dev.cpor.domain.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleDecidingTest {
    private static final OpenClaim WAITING = claim(Status.PARTNER_ACTION_REQUIRED, Consent.NONE);
    private static final OpenClaim APPROVED = claim(Status.APPROVED, Consent.PENDING);
    private static final OpenClaim ON_HOLD = claim(Status.APPROVED, Consent.ELAPSED);

    @Test
    void leavesAClaimUnchangedOfWhichNoRuleSaysAnything() {
        assertThat(decide(WAITING)).isEqualTo(new Decision.Unchanged(WAITING));
    }

    @Test
    void makesOneNoteForEachReasonSortedByIt() {
        assertThat(decide(
                        WAITING,
                        new Finding.Escalate("b", REVIEW_START_OVERDUE),
                        new Finding.Escalate("a", REVIEW_START_OVERDUE),
                        new Finding.Remind("c", PARTNER_RESPONSE_DUE),
                        new Finding.Escalate("d", DECISION_TARGET_MISSED)))
                .isEqualTo(new Decision.Noted(
                        WAITING,
                        List.of(
                                new Note(Note.Kind.ESCALATION, DECISION_TARGET_MISSED, "d"),
                                new Note(Note.Kind.REMINDER, PARTNER_RESPONSE_DUE, "c"),
                                new Note(Note.Kind.ESCALATION, REVIEW_START_OVERDUE, "a"))));
    }

    @Test
    void makesNoNoteTwiceInOneStay() {
        OpenClaim noted = claim(Status.SUBMITTED, Consent.NONE, REVIEW_START_OVERDUE);

        assertThat(decide(noted, new Finding.Escalate("a", REVIEW_START_OVERDUE)))
                .isEqualTo(new Decision.Unchanged(noted));
    }

    @Test
    void rejectsWithTheAlphabeticallyFirstRuleAndTheNotes() {
        assertThat(decide(
                        WAITING,
                        new Finding.Reject("b", NO_PARTNER_RESPONSE),
                        new Finding.Reject("a", NO_PARTNER_RESPONSE),
                        new Finding.Remind("c", PARTNER_RESPONSE_DUE)))
                .isEqualTo(new Decision.Rejected(
                        WAITING,
                        List.of(new Note(Note.Kind.REMINDER, PARTNER_RESPONSE_DUE, "c")),
                        NO_PARTNER_RESPONSE,
                        "a"));
    }

    @Test
    void quarantinesAClaimOfWhichRulesWantDifferentChanges() {
        assertThat(decide(
                        APPROVED,
                        new Finding.Reject("b", CUSTOMER_DECLINED),
                        new Finding.Reject("a", INSUFFICIENT_POE),
                        new Finding.HandOff("c")))
                .isEqualTo(new Decision.Quarantined(
                        APPROVED,
                        List.of("a", "b", "c"),
                        "Rules want different changes of claim C-1: \"c\" would hand it off, \"b\" would reject it with"
                                + " CUSTOMER_DECLINED, \"a\" would reject it with INSUFFICIENT_POE; change their conditions so"
                                + " that one claim never meets both."));
    }

    @Test
    void handsOffOnlyWhileConsentIsPending() {
        assertThat(decide(APPROVED, new Finding.HandOff("b"), new Finding.HandOff("a")))
                .isEqualTo(new Verdict.ToAssess(APPROVED, List.of(), true, "a"));
        for (OpenClaim claim : List.of(WAITING, ON_HOLD, claim(Status.APPROVED, Consent.DECLINED))) {
            assertThat(decide(claim, new Finding.HandOff("a")))
                    .isInstanceOfSatisfying(Decision.Quarantined.class, it -> assertThat(it.message())
                            .contains(
                                    "\"a\"",
                                    claim.status().name(),
                                    claim.consent().name()));
        }
    }

    @Test
    void asksForAClaimOnHoldAgain() {
        assertThat(decide(ON_HOLD)).isEqualTo(new Verdict.ToAssess(ON_HOLD, List.of(), false, ""));
        assertThat(decide(ON_HOLD, new Finding.Reject("a", INSUFFICIENT_POE))).isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void quarantinesAClaimOnWhichARuleFailed() {
        Findings findings = new Findings(Map.of(), Map.of(1L, new Findings.Failure("a", "It failed.")));

        assertThat(Deciding.lifecycle(WAITING, findings))
                .isEqualTo(new Decision.Quarantined(WAITING, List.of("a"), "It failed."));
    }

    @Test
    void decidesTheSameForEveryOrderOfFindings() {
        List<Finding> findings = new ArrayList<>();
        for (String rule : List.of("a", "b", "c")) {
            findings.add(new Finding.Escalate(rule, REVIEW_START_OVERDUE));
            findings.add(new Finding.Remind(rule, PARTNER_RESPONSE_DUE));
            findings.add(new Finding.Reject(rule, CUSTOMER_DECLINED));
        }
        Verdict expected = decide(APPROVED, findings.toArray(Finding[]::new));
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(findings, random);
            assertThat(decide(APPROVED, findings.toArray(Finding[]::new))).isEqualTo(expected);
        }
    }

    private static Verdict decide(OpenClaim claim, Finding... findings) {
        return Deciding.lifecycle(claim, new Findings(Map.of(claim.id(), List.of(findings)), Map.of()));
    }

    private static OpenClaim claim(Status status, Consent consent, ReasonCode... notes) {
        LocalDate day = LocalDate.of(2026, 11, 2);
        return new OpenClaim(
                1,
                "C-1",
                3,
                "mpn",
                "tenant",
                Program.OSU,
                Activity.USAGE,
                status,
                consent,
                Incentive.NOT_ASSESSED,
                day,
                day,
                Set.of(notes));
    }
}
