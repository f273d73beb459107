package dev.cpor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.drl.RuleText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The warnings that come of trying rules at their own limits. */
class RuleCheckTest {
    private static final String PARTNER = "status == Status.PARTNER_ACTION_REQUIRED, businessDaysInStatus ";

    @Test
    void saysNothingAboutTheRulesThatShip() {
        assertThat(RuleCheck.check(RuleFolder.read(RuleFixture.SHIPPED))).isEmpty();
    }

    @Test
    void warnsOfARuleThatCanNeverFire() {
        assertThat(warnings(
                        "auto-rejection.drl",
                        rule(1, PARTNER + "> 5, businessDaysInStatus < 5", "reject", "NO_PARTNER_RESPONSE")))
                .contains(
                        "lifecycle/auto-rejection.drl:1:1: rule \"Rule 1\": can never fire: no claim that the night asks about"
                                + " meets all its conditions, for instance a claim PARTNER_ACTION_REQUIRED for 6 business days"
                                + " meets all but businessDaysInStatus < 5; change them, or delete the rule");
    }

    @Test
    void warnsOfARuleOverClaimsThatAreNotOpen() {
        assertThat(warnings("more.drl", rule(1, "status == Status.REJECTED", "escalate", "DECISION_TARGET_MISSED")))
                .singleElement()
                .asString()
                .contains(
                        "rule \"Rule 1\": can never fire", "a claim SUBMITTED meets all but status == Status.REJECTED");
    }

    @Test
    void warnsOfARuleThatSaysNothingMoreThanAnother() {
        assertThat(warnings(
                        "more.drl",
                        rule(
                                1,
                                "status == Status.SUBMITTED, businessDaysInStatus > 8",
                                "escalate",
                                "REVIEW_START_OVERDUE")))
                .containsExactly(
                        "lifecycle/more.drl:1:1: rule \"Rule 1\": says nothing that rule \"The review did not start within five"
                                + " business days\" does not say: it fires only where that one fires, for instance on a claim SUBMITTED for 9"
                                + " business days; delete it, or change the conditions of one of them");
    }

    @Test
    void warnsOfTheSameRuleTwiceOnce() {
        String same = "status == Status.APPROVED, consent == Consent.PENDING, daysInStatus > 3";
        assertThat(warnings(
                        "consent-expiry.drl",
                        rule(1, same, "handOff", null)
                                + rule(2, same, "handOff", null)
                                + rule(3, "consent == Consent.DECLINED", "reject", "CUSTOMER_DECLINED")))
                .singleElement()
                .asString()
                .startsWith(
                        "lifecycle/consent-expiry.drl:5:1: rule \"Rule 2\": says nothing that rule \"Rule 1\" does not say");
    }

    @Test
    void warnsOfRulesThatContradictEachOther() {
        assertThat(warnings(
                        "more.drl",
                        rule(1, "status == Status.APPROVED, daysInStatus > 6", "reject", "POE_UNAVAILABLE")))
                .anySatisfy(warning -> assertThat(warning)
                        .isEqualTo(
                                "lifecycle/more.drl:1:1: rule \"Rule 1\": contradicts rule \"The customer did not object within seven"
                                        + " days\": a claim APPROVED with consent PENDING for 8 days meets the conditions of both, and that one"
                                        + " says handOff, this one reject POE_UNAVAILABLE, so the claim is quarantined; change their conditions"
                                        + " so that no claim meets both"))
                .anySatisfy(warning ->
                        assertThat(warning).contains("contradicts rule \"The customer declined the partner's claim\""));
    }

    @Test
    void warnsOfAHandOffThatCannotBe() {
        assertThat(warnings("more.drl", rule(1, "status == Status.UNDER_REVIEW, daysInStatus > 30", "handOff", null)))
                .containsExactly(
                        "lifecycle/more.drl:1:1: rule \"Rule 1\": hands off a claim UNDER_REVIEW for 31 days, which quarantines"
                                + " it; add status == Status.APPROVED and consent == Consent.PENDING to its conditions");
    }

    @Test
    void warnsOfStatesThatNoRuleCovers() {
        assertThat(warnings(
                        "consent-expiry.drl", rule(1, "consent == Consent.DECLINED", "reject", "CUSTOMER_DECLINED")))
                .containsExactly(
                        "lifecycle/:1:1: no lifecycle rule rejects or hands off a claim APPROVED with consent PENDING, however"
                                + " many days it is; write one that does, or such a claim waits for ever");
    }

    @Test
    void warnsOfLimitsThatLeaveAGap() {
        String remind = rule(1, PARTNER + ">= 3, businessDaysInStatus <= 5", "remind", "PARTNER_RESPONSE_DUE");
        assertThat(warnings("auto-rejection.drl", remind + rule(2, PARTNER + "> 6", "reject", "NO_PARTNER_RESPONSE")))
                .containsExactly(
                        "lifecycle/auto-rejection.drl:5:1: rule \"Rule 2\": leaves a gap behind rule \"Rule 1\": that one fires up"
                                + " to businessDaysInStatus 5, this one from 7 on, and on a claim PARTNER_ACTION_REQUIRED for 6 business days"
                                + " neither does; let their limits meet");
        assertThat(warnings("auto-rejection.drl", remind + rule(2, PARTNER + ">= 6", "reject", "NO_PARTNER_RESPONSE")))
                .isEmpty();
    }

    @Test
    void warnsOfDaysOnWhichNeitherOfTwoRulesCounts() {
        assertThat(warnings(
                        "auto-rejection.drl",
                        rule(1, PARTNER + "> 5, statusSince < \"2026-12-01\"", "reject", "NO_PARTNER_RESPONSE")
                                + rule(
                                        2,
                                        PARTNER + "> 10, statusSince > \"2026-12-01\"",
                                        "reject",
                                        "NO_PARTNER_RESPONSE")))
                .satisfiesExactly(
                        waits -> assertThat(waits)
                                .contains("rejects a claim PARTNER_ACTION_REQUIRED, since 2026-12-01, however many"),
                        gap -> assertThat(gap)
                                .contains(
                                        "rule \"Rule 2\": leaves a gap behind rule \"Rule 1\": that one fires up to statusSince"
                                                + " 2026-11-30, this one from 2026-12-02 on"));
    }

    @Test
    void saysNothingAboutADayFromWhichAnotherLimitCounts() {
        assertThat(warnings(
                        "auto-rejection.drl",
                        rule(1, PARTNER + "> 5, statusSince <= \"2026-12-01\"", "reject", "NO_PARTNER_RESPONSE")
                                + rule(
                                        2,
                                        PARTNER + "> 10, statusSince > \"2026-12-01\"",
                                        "reject",
                                        "NO_PARTNER_RESPONSE")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "businessDaysInStatus > (daysInStatus)",
                "businessDaysInStatus > daysInStatus",
                "(businessDaysInStatus) > daysInStatus",
                "businessDaysInStatus >= 0 && businessDaysInStatus > daysInStatus",
                "daysInStatus > 0, businessDaysSinceSubmission in (400, daysInStatus), businessDaysSinceSubmission > 399, daysInStatus < 3"
            })
    void doesNotClaimThatARuleThatComparesPropertiesNeverFires(String condition) {
        assertThat(warnings("more.drl", rule(1, condition, "escalate", "DECISION_TARGET_MISSED")))
                .noneMatch(warning -> warning.contains("can never fire"));
    }

    @Test
    void doesNotClaimThatARuleThatCalculatesNeverFires() {
        assertThat(warnings(
                        "more.drl", rule(1, "daysInStatus * 7 == 2 * 2 + 3000", "escalate", "DECISION_TARGET_MISSED")))
                .singleElement()
                .asString()
                .contains("rule \"Rule 1\": fires on none of the", "it calculates, so this is no proof");
    }

    @Test
    void triesLimitsFarFromOneAnother() {
        assertThat(warnings(
                        "more.drl",
                        rule(1, PARTNER + "> 200", "escalate", "DECISION_TARGET_MISSED")
                                + rule(
                                        2,
                                        "status == Status.APPROVED, daysInStatus > 1000, statusSince >= \"2030-01-01\"",
                                        "escalate",
                                        "REVIEW_DECISION_OVERDUE")
                                + rule(
                                        3,
                                        "firstSubmitted > \"2031-01-01\", businessDaysSinceSubmission == 40",
                                        "escalate",
                                        "REVIEW_START_OVERDUE")
                                + rule(
                                        4,
                                        "businessDate == \"2032-01-01\", statusSince == \"2031-12-01\", status == Status.SUBMITTED",
                                        "remind",
                                        "PARTNER_RESPONSE_DUE")))
                .isEmpty();
    }

    @Test
    void warnsOfIncentiveRulesThatNeverFireOrRepeat() {
        String incentive = """
                rule "Modern work has no product"
                when $line : Line(solutionArea == SolutionArea.MODERN_WORK, product == "Teams")
                then decide.ineligible($line, NO_RATE);
                end
                rule "Few seats"
                when $line : Line(seats < 100)
                then decide.ineligible($line, BELOW_MINIMUM_SEATS);
                end
                rule "Very few seats"
                when $line : Line(seats < 50, channel == Channel.CSP)
                then decide.ineligible($line, BELOW_MINIMUM_SEATS);
                end
                """;
        Map<String, String> files = shipped();
        files.put("incentive/eligibility.drl", incentive);

        assertThat(warnings(files))
                .containsExactly(
                        "incentive/eligibility.drl:1:1: rule \"Modern work has no product\": can never fire: no line that the night asks"
                                + " about meets all its conditions, for instance a line with solutionArea MODERN_WORK, no product meets"
                                + " all but product == \"Teams\"; change them, or delete the rule",
                        "incentive/eligibility.drl:9:1: rule \"Very few seats\": says nothing that rule \"Few seats\" does not say: it"
                                + " fires only where that one fires, for instance on a line with channel CSP, seats 0; delete it, or"
                                + " change the conditions of one of them");
    }

    private static List<String> warnings(String file, String rules) {
        Map<String, String> files = shipped();
        files.put("lifecycle/" + file, rules);
        return warnings(files);
    }

    private static List<String> warnings(Map<String, String> files) {
        Map<String, byte[]> contents = new HashMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        List<Problem> problems = RuleCheck.check(new RuleText(contents));
        assertThat(problems).noneMatch(Problem::isError);
        return problems.stream()
                .map(Problem::toString)
                // Said of each rule that calculates, and tried elsewhere.
                .filter(problem -> !problem.contains("when a claim falls due cannot be read off"))
                .toList();
    }

    private static Map<String, String> shipped() {
        RuleText shipped = RuleFolder.read(RuleFixture.SHIPPED);
        Map<String, String> files = new HashMap<>();
        for (String path : shipped.paths()) {
            files.put(path, new String(Objects.requireNonNull(shipped.content(path)), StandardCharsets.UTF_8));
        }
        return files;
    }

    static String rule(int number, String condition, String verb, @Nullable String reason) {
        return "rule \"Rule %d\"\nwhen $c : Claim(%s)\nthen decide.%s($c%s);\nend\n"
                .formatted(number, condition, verb, reason == null ? "" : ", " + reason);
    }
}
