package dev.cpor.rules;

import static dev.cpor.rules.RuleCheckTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.rules.drl.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that throws is named, and says nothing about the others. */
class FailingRulesTest {
    private static final String DIVIDES =
            rule(1, "status == Status.SUBMITTED, 10 % businessDaysInStatus > 11", "escalate", "DECISION_TARGET_MISSED");

    @Test
    void aRuleThatFailsOnAClaimIsNamedWithIt() {
        assertThat(warnings(DIVIDES))
                .containsExactly(
                        "fails on a claim SUBMITTED for 0 business days (it threw ArithmeticException (/ by zero)); such a claim is"
                                + " quarantined; change its conditions");
    }

    @Test
    void aRuleThatFailsOnEverythingIsNamedAsSuch() {
        assertThat(warnings(rule(1, "10 % (daysInStatus - daysInStatus) > 11", "escalate", "DECISION_TARGET_MISSED")))
                .singleElement()
                .asString()
                .startsWith(
                        "fails on everything that it was tried on, for instance a claim SUBMITTED for 0 days (it threw");
    }

    @Test
    void whatOthersFindOnTheSameClaimCounts() {
        assertThat(warnings(DIVIDES
                        + rule(2, "businessDaysInStatus == 0, status == Status.SUBMITTED", "reject", "POE_UNAVAILABLE")
                        + rule(
                                3,
                                "status == Status.SUBMITTED, businessDaysInStatus < 1",
                                "reject",
                                "MISSING_PRODUCTS")))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("fails on a claim SUBMITTED for 0 business days"),
                        third -> assertThat(third)
                                .startsWith("contradicts rule \"Rule 2\": a claim SUBMITTED for 0 business days"));
    }

    @Test
    void theConditionThatIsLackingIsFoundAlsoWhereAnotherKeepsItFromFailing() {
        assertThat(warnings(rule(
                        1,
                        "daysInStatus > 4, 10 % daysInStatus > 11, status == Status.SUBMITTED",
                        "escalate",
                        "DECISION_TARGET_MISSED")))
                .singleElement()
                .asString()
                .startsWith("fires on none of the")
                .contains(
                        "for instance a claim SUBMITTED for 5 days meets all but 10 % daysInStatus > 11; it calculates");
    }

    private static List<String> warnings(String lifecycle) {
        return RuleCheck.check(RuleFixture.rules(lifecycle)).stream()
                .filter(problem -> problem.rule() != null)
                .map(Problem::what)
                // Said of each of them as well, and tried elsewhere.
                .filter(what -> !what.startsWith("when a claim falls due cannot be read off"))
                .toList();
    }
}
