package dev.cpor.rules.gate;

import static dev.cpor.rules.RuleFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.rules.compile.CheckedRules;
import dev.cpor.rules.drl.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final String GOOD = "decide.reject($c, NO_PARTNER_RESPONSE);";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status == Status.SUBMITTED",
                "status in (Status.SUBMITTED, Status.UNDER_REVIEW)",
                "status not in (Status.SUBMITTED, Status.UNDER_REVIEW)",
                "status == Status.SUBMITTED || (daysInStatus > 3 && daysInStatus < 9)",
                "daysInStatus > 3 && < 9",
                "!(daysInStatus > 3), businessDaysInStatus != 4",
                "firstSubmitted == null",
                "mpnId == \"a \u00fc * b\"",
                "daysInStatus - businessDaysInStatus >= 2 * 2",
                "daysInStatus > 3 /* three days */,\n  consent != Consent.NONE // not yet\n",
                "status == Status.SUBMITTED || consent == Consent.NONE || daysInStatus > 3",
                "status == Status.SUBMITTED || == Status.EDITING",
                "daysInStatus > -5.5",
                "2 * 2 + 3000 == daysInStatus * 7",
                "daysInStatus * 7 == 2 * 2 + 3000",
                "daysInStatus % 7 == 0, (daysInStatus + 1) * 2 > 3 * daysInStatus",
                "",
            })
    void letsThroughConditionsOverTheVocabulary(String condition) {
        assertThat(check(rule(condition, GOOD))).isEmpty();
    }

    @Test
    void letsThroughSeveralDecisionsAndCommentsInAConsequence() {
        assertThat(check(rule("daysInStatus > 3", "// first\n " + GOOD + " /* second */ decide.handOff( $c ) ;")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mpnId matches \"(a+)+$\"",
                "mpnId.length() > 3",
                "mpnId.length > 3",
                "System.exit(0) == null",
                "eval(true)",
                "daysInStatus > new Integer(3)",
                "new java.io.File(\"x\").delete()",
                "class.name == \"x\"",
                "getClass() != null",
                "this != null",
                "$d : daysInStatus > 3",
                "status = Status.SUBMITTED",
                "status == SUBMITTED",
                "status == Consent.PENDING",
                "status == Status.PENDING",
                "daysInStatus > 1 || { true }",
                "mpnId == 'a'",
                "mpnId == \"\\u0022\"",
                "mpnId str[startsWith] \"a\"",
                "mpnId memberOf tenantId",
                "number > 3",
                "Runtime.runtime.exec(\"x\") == 1",
                "daysInStatus > 3; exit()",
                "mpnId contains \"x\"",
                "dayInStatus > 3",
                "daysInStatus not == 3",
                "mpnId == 3",
                "Status.SUBMITTED == status",
                "\"a\" == mpnId",
                "daysInStatus == true",
                "statusSince > \"02-Nov-2026\"",
                "statusSince > \"2026-02-30\"",
                "statusSince > 2026-11-02",
                "statusSince - 3 > businessDate",
                "statusSince > daysInStatus",
                "mpnId > \"a\"",
                "status > Status.SUBMITTED",
                "daysInStatus > 010",
                "daysInStatus > 3000000000",
                "daysInStatus > \"a\"",
            })
    void refusesConditionsOverAnythingElse(String condition) {
        assertThat(check(rule(condition, GOOD))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0);",
                "decide.reject($c, NO_PARTNER_RESPONSE); System.exit(0);",
                "while (true) { }",
                "for (;;) decide.reject($c, NO_PARTNER_RESPONSE);",
                "modify($c) { setStatus(null) }",
                "insert(new Object());",
                "delete($c);",
                "drools.halt();",
                "kcontext.getKieRuntime();",
                "decide.getClass();",
                "decide.reject($c, REVIEW_START_OVERDUE);",
                "decide.reject($c, null);",
                "decide.reject(null, NO_PARTNER_RESPONSE);",
                "decide.reject($c);",
                "decide.reject($c, NO_PARTNER_RESPONSE)",
                "decide.hold($c, PAYOUT_PROFILE_INVALID);",
                "decide = null;",
                "new Thread().start();",
                "// \r System.exit(0);\n decide.handOff($c);",
                "// \\u000a System.exit(0);\n decide.handOff($c);",
                "Object o = decide;",
                "",
            })
    void refusesConsequencesThatDoMoreThanDecide(String consequence) {
        assertThat(check(rule("daysInStatus > 3", consequence))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package x; ",
                "import java.io.File; ",
                "import static java.lang.System.exit; ",
                "import function java.lang.System.exit; ",
                "global java.util.List list; ",
                "function void f() { System.exit(0); } ",
                "declare Foo a : int end ",
                "query \"q\" Claim() end ",
                "dialect \"mvel\" ",
                "unit Foo; ",
            })
    void refusesAnythingBesideRules(String before) {
        assertThat(check(before + rule("daysInStatus > 3", GOOD))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"x\" salience 10 when $c : Claim(daysInStatus > 3) then %s end",
                "rule \"x\" no-loop when $c : Claim(daysInStatus > 3) then %s end",
                "rule \"x\" timer(int: 5) when $c : Claim(daysInStatus > 3) then %s end",
                "rule \"x\" @Foo when $c : Claim(daysInStatus > 3) then %s end",
                "rule \"x\" extends \"y\" when $c : Claim(daysInStatus > 3) then %s end",
                "rule \"x\" when $c : Claim() Claim() then %s end",
                "rule \"x\" when $c : Claim() or $c : Claim(daysInStatus > 3) then %s end",
                "rule \"x\" when not Claim() then %s end",
                "rule \"x\" when $c : Claim() eval(true) then %s end",
                "rule \"x\" when $c : Claim() from decide then %s end",
                "rule \"x\" when $c : Object() then %s end",
                "rule \"x\" when $c : Line() then %s end",
                "rule \"x\" when $c : java.lang.Thread() then %s end",
                "rule \"x\" when Claim(daysInStatus > 3) then %s end",
                "rule \"x\" when $c : Claim() over window:length(1) then %s end",
                "rule \"x\" when accumulate($c : Claim(); $n : count(1)) then %s end",
                "rule \"x\" when forall($c : Claim()) then %s end",
                "rule \"x\" when $c : Claim(daysInStatus > 3) then %s then[more] %s end",
                "rule 'x\", System.exit(0), \"' when $c : Claim(daysInStatus > 3) then %s end",
                "rule \"x\" when $c : Claim( then %s end",
                "rule \"x\" when $c : Claim(daysInStatus > 3) then %s",
                "rule \"x\" when then %s end",
                "rules \"x\"",
            })
    void refusesRulesOfAnotherForm(String rule) {
        assertThat(check(rule.replace("%s", GOOD))).isNotEmpty();
    }

    @Test
    void saysWhereAndWhatToWriteInstead() {
        assertThat(check("// A comment\n" + rule("daysInStatus > 3,\n  status == APPROVED", GOOD)))
                .extracting(Problem::toString)
                .containsExactly("lifecycle/a.drl:4:13: rule \"A rule\": APPROVED stands alone; write Status.APPROVED");
        assertThat(check(rule("daysInStatus > 3", "decide.reject($c, LATE);")))
                .extracting(Problem::toString)
                .containsExactly("lifecycle/a.drl:3:24: rule \"A rule\": LATE is no reason to reject; write one of"
                        + " MISSING_PRODUCTS, PARTNER_REQUEST, CUSTOMER_DECLINED, INSUFFICIENT_POE,"
                        + " MISSING_CUSTOMER_CONSENT, NO_PARTNER_RESPONSE, POE_UNAVAILABLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "dayInStatus > 3 | perhaps \"daysInStatus\" is meant",
                "businesDaysInStatus > 3 | perhaps \"businessDaysInStatus\" is meant",
                "Statu.APPROVED == status | perhaps \"Status\" is meant",
                "status == Status.APROVED | Status has no APROVED; perhaps \"APPROVED\" is meant",
                "status == APROVED | APROVED is not a Status; perhaps \"APPROVED\" is meant",
                "statusSince > \"01-Dec-2026\" | \"01-Dec-2026\" is not a day; write year, month and day",
                "statusSince > 5 | write a day in double quotes, as in statusSince > \"2026-12-01\"",
            })
    void suggestsWhatWasMeantInAConditionPerhaps(String condition, String suggestion) {
        assertThat(check(rule(condition, GOOD)))
                .singleElement()
                .asString()
                .startsWith("lifecycle/a.drl:2:")
                .contains("rule \"A rule\"", suggestion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decide.rejct($c, NO_PARTNER_RESPONSE); | perhaps \"reject\" is meant",
                "decide.handoff($c); | perhaps \"handOff\" is meant",
                "decide.reject($c, NO_PARTNER_RESPONS); | perhaps \"NO_PARTNER_RESPONSE\" is meant",
                "decide.escalate($c, REVIEW_START_OVERDU); | perhaps \"REVIEW_START_OVERDUE\" is meant",
            })
    void suggestsWhatWasMeantInAConsequencePerhaps(String consequence, String suggestion) {
        assertThat(check(rule("daysInStatus > 3", consequence)))
                .singleElement()
                .asString()
                .startsWith("lifecycle/a.drl:3:")
                .contains("rule \"A rule\"", suggestion);
    }

    @Test
    void suggestsWhichRecordWasMeantPerhaps() {
        assertThat(check("rule \"x\" when $c : Clam() then " + GOOD + " end"))
                .singleElement()
                .asString()
                .contains("Clam is not known here; perhaps \"Claim\" is meant; ask about a Claim");
    }

    @Test
    void refusesANameThatAnotherRuleHas() {
        String twice = rule("daysInStatus > 3", GOOD) + "\n" + rule("daysInStatus > 4", GOOD);

        assertThat(check(twice))
                .extracting(Problem::toString)
                .containsExactly("lifecycle/a.drl:5:1: rule \"A rule\": this name is already used at lifecycle/a.drl:1;"
                        + " give each rule a name of its own");
    }

    @Test
    void refusesANameThatDiffersByCaseAloneOrByHowItsLettersAreStored() {
        String second = rule("daysInStatus > 4", GOOD);

        assertThat(check(rule("daysInStatus > 3", GOOD) + "\n" + second.replace("A rule", "a Rule")))
                .extracting(Problem::toString)
                .containsExactly("lifecycle/a.drl:5:1: rule \"a Rule\": this name is already used at lifecycle/a.drl:1,"
                        + " written a little differently; give each rule a name of its own");
        assertThat(check(
                        second.replace("A rule", "\u00E9t\u00E9") + "\n" + second.replace("A rule", "e\u0301te\u0301")))
                .singleElement()
                .asString()
                .contains("written a little differently");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "// decide.earn($line);\n", "/* decide.earn($line); */", "/* then */ // end\n"})
    void refusesAConsequenceWithoutADecision(String consequence) {
        assertThat(CheckedRules.of(rules(
                                LIFECYCLE,
                                "rule \"x\" when $line : Line(rateFits) then %s end".formatted(consequence),
                                HEADER))
                        .problems())
                .extracting(Problem::toString)
                .containsExactly("incentive/b.drl:1:15: rule \"x\": nothing is decided; write decide.ineligible($line,"
                        + " NO_DESIGNATION); or decide.earn($line);");
    }

    private static List<Problem> check(String lifecycle) {
        return CheckedRules.of(rules(lifecycle)).problems();
    }

    private static String rule(String condition, String consequence) {
        return "rule \"A rule\"\nwhen $c : Claim(" + condition + ")\nthen " + consequence + "\nend";
    }
}
