package dev.cpor.rules;

import static dev.cpor.rules.RuleCheckTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.rules.drl.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims that no rule ever moves on are named by what they have in common. */
class WaitingClaimsTest {
    private static final String REVIEWED = rule(
            1,
            "status in (Status.SUBMITTED, Status.UNDER_REVIEW), daysInStatus > 5",
            "escalate",
            "DECISION_TARGET_MISSED");
    private static final String SILENT =
            rule(2, "status == Status.PARTNER_ACTION_REQUIRED, daysInStatus > 5", "reject", "NO_PARTNER_RESPONSE");
    private static final String DECLINED = rule(3, "consent == Consent.DECLINED", "reject", "CUSTOMER_DECLINED");
    private static final String ELAPSED = handOff("daysInStatus > 7");

    @Test
    void nothingIsSaidWhereEveryClaimIsMovedOnSometime() {
        assertThat(waiting(REVIEWED, SILENT, DECLINED, ELAPSED)).isEmpty();
    }

    @Test
    void aValueWithWhichNoClaimIsMovedOnIsNamed() {
        assertThat(waiting(REVIEWED, SILENT, DECLINED, handOff("program == Program.OSU, daysInStatus > 7")))
                .containsExactly(
                        "no lifecycle rule rejects or hands off a claim APPROVED with consent PENDING, with program OSA, however many days"
                                + " it is; write one that does, or such a claim waits for ever");
        assertThat(waiting(REVIEWED, SILENT, DECLINED, handOff("activity == Activity.USAGE, mpnId != \"4711\"")))
                .satisfiesExactly(
                        activity -> assertThat(activity)
                                .contains(
                                        "PENDING, with activity PRE_SALES or with activity REVENUE_ASSOCIATION, however"),
                        partner -> assertThat(partner).contains("PENDING, with mpnId 4711, however"));
    }

    @Test
    void valuesThatOnlyTogetherKeepAClaimWaitingAreNamedTogether() {
        assertThat(waiting(REVIEWED, SILENT, DECLINED, handOff("activity == Activity.USAGE || mpnId == \"4711\"")))
                .singleElement()
                .asString()
                .contains(
                        "PENDING, with activity PRE_SALES and with another mpnId or with activity REVENUE_ASSOCIATION and with another mpnId,");
    }

    @Test
    void aDayBeforeWhichNoClaimIsMovedOnIsNamed() {
        assertThat(waiting(
                        REVIEWED,
                        SILENT,
                        DECLINED,
                        handOff("firstSubmitted > \"2026-11-10\", statusSince > \"2026-11-20\"")))
                .satisfiesExactly(
                        submitted -> assertThat(submitted)
                                .contains(
                                        "first submitted on 2026-11-09 or first submitted on 2026-11-10 or never submitted, however"),
                        since -> assertThat(since)
                                .contains(
                                        "since 2026-11-09 or since 2026-11-10 or since 2026-11-11 or 3 others, however"));
    }

    @Test
    void aReminderMovesNoClaimOnAndAnEscalationOnlyOneThatIsReviewed() {
        String onOneDay = "status == Status.PARTNER_ACTION_REQUIRED, daysInStatus == 3";
        assertThat(waiting(
                        rule(1, "status == Status.SUBMITTED, daysInStatus > 5", "remind", "PARTNER_RESPONSE_DUE"),
                        rule(2, "status == Status.UNDER_REVIEW", "escalate", "DECISION_TARGET_MISSED"),
                        rule(4, onOneDay, "remind", "PARTNER_RESPONSE_DUE"),
                        rule(5, onOneDay, "escalate", "DECISION_TARGET_MISSED"),
                        DECLINED,
                        ELAPSED))
                .containsExactly(
                        "no lifecycle rule escalates or rejects a claim SUBMITTED, however many days it is; write one that does, or"
                                + " nobody is told that such a claim waits",
                        "no lifecycle rule rejects a claim PARTNER_ACTION_REQUIRED, however many days it is; write one that does, or"
                                + " such a claim waits for ever");
    }

    @Test
    void nothingIsClaimedOfARuleThatIsNotKnownToFire() {
        assertThat(waiting(REVIEWED, SILENT, DECLINED, handOff("daysInStatus * 7 == 2 * 2 + 3000")))
                .isEmpty();
    }

    private static String handOff(String condition) {
        return rule(9, "status == Status.APPROVED, consent == Consent.PENDING, " + condition, "handOff", null);
    }

    private static List<String> waiting(String... rules) {
        return RuleCheck.check(RuleFixture.rules(String.join("", rules))).stream()
                .filter(problem -> problem.rule() == null)
                .map(Problem::what)
                .toList();
    }
}
