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

/** What the gate says to people who write what spreadsheets, mail programs and other languages taught them. */
class GateAdviceTest {
    private static final String GOOD = "decide.reject($c, NO_PARTNER_RESPONSE);";

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "daysInStatus > > 3 # a second sign > stands in one comparison",
                "daysInStatus >> 3 > 1 # a second sign > stands in one comparison",
                "3 < daysInStatus < 9 # a second sign < stands in one comparison",
                "daysInStatus == 3 || 4 # 4 stands alone",
                "daysInStatus != 12 && businessDaysInStatus >= 3 && <= 5 # before <= stands no property, and this condition names several; name it in each",
                "status == Status.SUBMITTED && (daysInStatus > 3 || in (1, 2)) # before in stands no property",
                "daysInStatus > 3 || businessDaysInStatus > 3 || !(not in (1, 2)) # before not stands no property",
                "daysInStatus > 1,000 # 000 stands alone; write a decimal number with a point",
                "daysInStatus in (3, 4) && daysInStatus > 1,000 # 000 stands alone; write a decimal number with a point",
                "daysInStatus in (3, -businessDaysInStatus) # a minus before businessDaysInStatus is not possible",
                "daysInStatus # daysInStatus is compared with nothing",
                "daysInStatus == null # null stands behind a number, which is always there",
                "daysInStatus > 100 * 1.1 # this is a calculation with numbers alone",
                "-daysInStatus < -3 # a minus before daysInStatus is not possible",
                "daysInStatus > 3 and businessDaysInStatus > 3 # cannot be read here",
                "daysInStatus ≥ 3 # the character ≥ (U+2265) means nothing here; write >=",
                "mpnId == “ab” # the character “ (U+201C) means nothing here; write a plain double quote",
                "mpnId == 'ab' # 'ab' stands in single quotes; write double ones",
                "statusSince > '2026-12-01' # '2026-12-01' stands in single quotes",
                "mpnId == \"ab # this text has no closing quote in its line",
                "daysInStatus > 1234567890123456789012345678901 # 123456789012345678901234567890… has 31 digits",
            })
    void saysWhatToWriteInstead(String condition, String message) {
        assertThat(check(rule(condition, GOOD))).singleElement().asString().contains(": " + message);
    }

    @Test
    void refusesConditionsThatWouldOverflowTheCompiler() {
        assertThat(check(rule("!(".repeat(60) + "daysInStatus > 3" + ")".repeat(60), GOOD)))
                .singleElement()
                .asString()
                .contains("parentheses are nested more than 50 deep");
        assertThat(check(rule("(".repeat(20_000) + "daysInStatus > 3" + ")".repeat(20_000), GOOD)))
                .singleElement()
                .asString()
                .contains("parentheses are nested");
        assertThat(check(rule("daysInStatus == 1" + " || daysInStatus == 2".repeat(800), GOOD)))
                .singleElement()
                .asString()
                .contains("there are more than 300 comparisons; list the values with in (…)");
    }

    @Test
    void saysThatAReasonNeedsNoQuotes() {
        assertThat(check(rule("daysInStatus > 3", "decide.reject($c, \"NO_PARTNER_RESPONSE\");")))
                .singleElement()
                .asString()
                .contains("stands in quotes; write NO_PARTNER_RESPONSE without them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u00A0rule", "a rule ", "\u202Ea rule", "a\u2028rule", "a\u0085rule"})
    void refusesANameThatNobodyCanRead(String name) {
        assertThat(check(rule("daysInStatus > 3", GOOD).replace("A rule", name)))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.isError()).isTrue());
    }

    @Test
    void warnsOfAQuotientOfWholeNumbers() {
        assertThat(check(rule("daysInStatus / 2 > 3", GOOD)))
                .singleElement()
                .asString()
                .contains("a quotient of whole numbers is cut off");
    }

    private static List<Problem> check(String lifecycle) {
        return CheckedRules.of(rules(lifecycle)).problems();
    }

    private static String rule(String condition, String consequence) {
        return "rule \"A rule\"\nwhen $c : Claim(" + condition + ")\nthen " + consequence + "\nend";
    }
}
