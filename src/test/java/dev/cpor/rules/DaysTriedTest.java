package dev.cpor.rules;

import static dev.cpor.rules.RuleCheckTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.rules.drl.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules are tried on claims whose days are at their limits, are missing, or stand in any order to one another that there can be. */
class DaysTriedTest {
    private static final String PENDING = "status == Status.APPROVED, consent == Consent.PENDING";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "firstSubmitted != null",
                "firstSubmitted == null",
                "statusSince != null",
                "businessDate != null",
                "statusSince > firstSubmitted",
                "statusSince == firstSubmitted",
                "businessDate > statusSince",
                "businessDate == statusSince",
                "firstSubmitted < businessDate, businessDate > \"2026-12-01\"",
                "firstSubmitted > \"2026-11-10\", statusSince > firstSubmitted, businessDate > statusSince",
                "firstSubmitted != null, businessDaysSinceSubmission > 10, businessDaysInStatus <= 2",
                "firstSubmitted < statusSince, statusSince < businessDate, businessDaysSinceSubmission > 10",
                "businessDate == \"2026-12-31\", statusSince == \"2026-12-01\", businessDaysInStatus > 5",
                "businessDaysSinceSubmission == 0, businessDaysInStatus > 3",
                "businessDaysInStatus < 2147483647",
                "daysInStatus > 2147483646",
                "businessDaysSinceSubmission >= 2147483647",
            })
    void aConditionOnDaysHidesNoContradiction(String days) {
        assertThat(warnings(rule(1, PENDING + ", " + days, "handOff", null)
                        + rule(2, PENDING, "reject", "POE_UNAVAILABLE")))
                .noneMatch(warning -> warning.contains("fire on") || warning.contains("never fire"))
                .anyMatch(
                        warning -> warning.contains("rule \"Rule 2\": contradicts rule \"Rule 1\": a claim APPROVED"));
    }

    @Test
    void aDayThatIsMissingIsSaidInTheExample() {
        assertThat(warnings(rule(1, PENDING + ", firstSubmitted == null", "handOff", null)
                        + rule(2, PENDING, "reject", "POE_UNAVAILABLE")))
                .anyMatch(warning -> warning.contains(
                        "a claim APPROVED with consent PENDING, never submitted meets the conditions of both"));
    }

    @Test
    void isNotSureThatARuleNeverFiresWhoseDaysDependOnTheCalendar() {
        assertThat(warnings(
                        rule(1, "businessDaysInStatus < 5, daysInStatus > 40", "escalate", "DECISION_TARGET_MISSED")))
                .anyMatch(warning -> warning.contains("rule \"Rule 1\": fires on none of the")
                        && warning.contains("its days depend on one another and on the calendar, so this is no proof"));
    }

    @Test
    void daysInIncentiveRulesAreTriedToo() {
        String claims = """
                rule "Claims whose status changed after they were submitted"
                when $claim : Claim(statusSince > firstSubmitted, businessDate != null)
                then decide.hold($claim, NO_EXCHANGE_RATE);
                end
                rule "Claims that were never submitted"
                when $claim : Claim(firstSubmitted == null)
                then decide.hold($claim, PAYOUT_PROFILE_INVALID);
                end
                rule "Revenue and seats at their most"
                when $line : Line(seats < 9223372036854775807, lineNo <= 2147483647, annualRevenue <= 9223372036854775807)
                then decide.ineligible($line, NO_RATE);
                end
                """;

        assertThat(RuleCheck.check(RuleFixture.rules(RuleFixture.LIFECYCLE, claims, RuleFixture.HEADER)))
                .noneMatch(Problem::isError)
                .noneMatch(problem -> problem.file().startsWith("incentive/"));
    }

    private static List<String> warnings(String lifecycle) {
        List<Problem> problems = RuleCheck.check(RuleFixture.rules(lifecycle));
        assertThat(problems).noneMatch(Problem::isError);
        return problems.stream().map(Problem::toString).toList();
    }
}
