package dev.cpor.rules.scenario;

import static dev.cpor.rules.scenario.ScenarioFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.drl.RuleText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cell that differs is named with what came and what was expected; a rule without both kinds of cases is named, too. */
class ScenarioDifferencesTest {
    private static final List<String> COVERING = List.of(
            "case,rule,status,business_days_in_status,workload,expect,reason,amount,amount_currency",
            "In time,Too late,SUBMITTED,5,,nothing,,,",
            "Late,Too late,SUBMITTED,6,,escalate,REVIEW_START_OVERDUE,,",
            "Teams,It earns,,,Teams,earns,,1250,EUR",
            "Planner,It earns,,,Planner,ineligible,NO_RATE,,");

    @TempDir
    Path folder;

    @Test
    void nothingIsSaidOfCasesThatComeOutAsExpected() {
        ScenarioReport report = report(4, COVERING.get(4));

        assertThat(report).isEqualTo(new ScenarioReport(List.of(), 4, 0, 2, 2));
        assertThat(report.passes()).isTrue();
    }

    @Test
    void theDecisionIsSaidWithItsReasonOrAmount() {
        assertThat(wrong(1, "In time,Too late,SUBMITTED,6,,nothing,,,"))
                .isEqualTo(
                        "tests/cases.csv:2:31: case \"In time\": the decision is escalate (REVIEW_START_OVERDUE), expected nothing");
        assertThat(wrong(4, "Planner,It earns,,,Teams,ineligible,NO_RATE,,"))
                .isEqualTo(
                        "tests/cases.csv:5:26: case \"Planner\": the decision is earns 1250.00 EUR, expected ineligible");
    }

    @Test
    void theReasonTheAmountAndItsCurrencyAreCompared() {
        assertThat(wrong(2, "Late,Too late,SUBMITTED,6,,escalate,REVIEW_DECISION_OVERDUE,,"))
                .isEqualTo(
                        "tests/cases.csv:3:37: case \"Late\": reason is REVIEW_START_OVERDUE, expected REVIEW_DECISION_OVERDUE");
        assertThat(wrong(3, "Teams,It earns,,,Teams,earns,NO_RATE,,"))
                .isEqualTo("tests/cases.csv:4:30: case \"Teams\": reason is empty, expected NO_RATE");
        assertThat(wrong(3, "Teams,It earns,,,Teams,earns,,1250.01,EUR"))
                .isEqualTo("tests/cases.csv:4:31: case \"Teams\": amount is 1250.00, expected 1250.01");
        assertThat(wrong(3, "Teams,It earns,,,Teams,earns,,1250,USD"))
                .isEqualTo("tests/cases.csv:4:36: case \"Teams\": amount_currency is EUR, expected USD");
        assertThat(wrong(4, "Planner,It earns,,,Planner,ineligible,NO_RATE,5,"))
                .isEqualTo("tests/cases.csv:5:47: case \"Planner\": amount is empty, expected 5");
    }

    @Test
    void aRuleWithoutAHitOrANearMissIsNamed() {
        assertThat(report(2, "").wrong())
                .containsExactly(
                        "rule \"Too late\": no case shows that it fires; add a row to a file of tests/ with this rule and facts that meet its conditions");
        assertThat(report(4, "").wrong())
                .containsExactly(
                        "rule \"It earns\": no case shows where it stops; add a row to a file of tests/ with this rule and facts that meet all its conditions but one");
        assertThat(report(4, "").covered()).isEqualTo(1);
    }

    @Test
    void aRuleThatIsNotAskedIsNotMissedEither() {
        assertThat(report(4, "Planner,It earns,SUBMITTED,1,,nothing,,,").wrong())
                .containsExactly(
                        "rule \"It earns\": no case shows where it stops; add a row to a file of tests/ with this rule and facts that meet all its conditions but one");
    }

    @Test
    void aCaseThatMissesARuleByMoreThanOneConditionShowsNotWhereItStops() {
        assertThat(report(1, "In time,Too late,UNDER_REVIEW,5,,nothing,,,").wrong())
                .containsExactly(
                        "rule \"Too late\": no case shows where it stops; add a row to a file of tests/ with this rule and facts that meet all its conditions but one");
        assertThat(report(1, "In time,Too late,UNDER_REVIEW,6,,nothing,,,").wrong())
                .isEmpty();
    }

    @Test
    void aRowThatExpectsNothingOfItsLineShowsNothing() {
        assertThat(run(
                                folder,
                                SMALL,
                                COVERING.get(0) + ",line_no",
                                COVERING.get(1) + ",",
                                COVERING.get(2) + ",",
                                "Both,It earns,,,Teams,earns,,,,1",
                                "Both,It earns,,,Planner,,,,,2")
                        .wrong())
                .singleElement()
                .asString()
                .startsWith("rule \"It earns\": no case shows where it stops");
    }

    @Test
    void aRuleWithoutConditionsNeedsNoNearMiss() {
        assertThat(run(
                                folder,
                                changed("incentive/b.drl", "Line(rateFits)", "Line()"),
                                COVERING.get(0),
                                COVERING.get(1),
                                COVERING.get(2),
                                COVERING.get(3))
                        .wrong())
                .isEmpty();
    }

    @Test
    void aConditionThatThrowsByItselfIsOneThatIsNotMet() {
        CompiledRules rules = changed(
                "lifecycle/a.drl",
                "businessDaysInStatus > 5",
                "businessDaysInStatus > 5, 100 / businessDaysInStatus > 5");

        assertThat(run(
                                folder,
                                rules,
                                COVERING.get(0),
                                "Just entered,Too late,SUBMITTED,0,,nothing,,,",
                                COVERING.get(2),
                                COVERING.get(3),
                                COVERING.get(4))
                        .wrong())
                .singleElement()
                .asString()
                .startsWith("rule \"Too late\": no case shows where it stops");
        assertThat(run(
                                folder,
                                rules,
                                COVERING.get(0),
                                "Just entered,Too late,SUBMITTED,0,,nothing,,,",
                                "In time,Too late,SUBMITTED,5,,nothing,,,",
                                COVERING.get(2),
                                COVERING.get(3),
                                COVERING.get(4))
                        .wrong())
                .isEmpty();
    }

    @Test
    void gapsAreNotCountedWhileRowsCannotBeRead() {
        assertThat(report(4, "Planner,It earns,,,Planner,inelligible,,,").wrong())
                .singleElement()
                .asString()
                .contains("inelligible");
    }

    @Test
    void eachLineOfAClaimIsComparedAndCountedByItself() {
        ScenarioReport report = run(
                folder,
                SMALL,
                COVERING.get(0) + ",line_no",
                COVERING.get(1) + ",",
                COVERING.get(2) + ",",
                "Both,It earns,,,Teams,earns,,,,1",
                "Both,It earns,,,Planner,ineligible,NO_RATE,,,2");

        assertThat(report).isEqualTo(new ScenarioReport(List.of(), 3, 0, 2, 2));
    }

    @Test
    void whatComesTogetherIsExpectedTogether() {
        CompiledRules rules = with("lifecycle/a.drl", """
                rule "Told" when $claim : Claim(status == Status.APPROVED) then decide.remind($claim, PARTNER_RESPONSE_DUE); end
                rule "On" when $claim : Claim(status == Status.APPROVED, daysInStatus > 1) then decide.handOff($claim); end
                rule "Off" when $claim : Claim(daysInStatus > 2) then decide.reject($claim, POE_UNAVAILABLE); end
                """);

        ScenarioReport report = run(
                folder,
                rules,
                "case,status,days_in_status,expect,reason",
                "Told,APPROVED,1,remind,PARTNER_RESPONSE_DUE",
                "Told and handed off,APPROVED,2,hand off; remind,PARTNER_RESPONSE_DUE",
                "Both changes,APPROVED,3,quarantine,");

        assertThat(report.different()).isZero();
    }

    private static CompiledRules changed(String file, String was, String is) {
        String text = new String(Objects.requireNonNull(SMALL.text().content(file)), StandardCharsets.UTF_8);
        assertThat(text).contains(was);
        return with(file, text.replace(was, is));
    }

    private static CompiledRules with(String file, String content) {
        RuleText text = SMALL.text();
        Map<String, byte[]> files = new TreeMap<>();
        text.paths().forEach(path -> files.put(path, Objects.requireNonNull(text.content(path))));
        files.put(file, bytes(content));
        return compile(new RuleText(files));
    }

    private String wrong(int line, String instead) {
        return report(line, instead).wrong().get(0);
    }

    private ScenarioReport report(int line, String instead) {
        String[] lines = COVERING.toArray(String[]::new);
        lines[line] = instead;
        return run(folder, SMALL, lines);
    }
}
