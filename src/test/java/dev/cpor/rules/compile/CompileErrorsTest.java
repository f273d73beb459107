package dev.cpor.rules.compile;

import static dev.cpor.rules.RuleFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.RuleText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gate lets through and Drools does not compile. */
class CompileErrorsTest {
    @Test
    void namesEachRuleAndTheConditionBecauseOfWhichItCannotBeCompiled() {
        List<Problem> problems = check(rules(LIFECYCLE, """
                        rule "First"
                        when
                            $line : Line(lineNo > 1,
                                         (seats + 1) * (lineNo + 2) > annualRevenue)
                        then
                            decide.earn($line);
                        end
                        rule "Good"
                        when
                            $line : Line(rateFits)
                        then
                            decide.earn($line);
                        end
                        rule "Second"
                        when
                            $line : Line(annualRevenue - seats in (3))
                        then
                            decide.earn($line);
                        end
                        """, HEADER));

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "incentive/b.drl:4:18: rule \"First\": cannot be compiled (ClassCastException); compare only what is of the"
                                + " same kind, or write the condition in a simpler way",
                        "incentive/b.drl:16:18: rule \"Second\": cannot be compiled (Predicate 'annualRevenue - seats in (3)' must be a"
                                + " Boolean expression); compare only what is of the same kind, or write the condition in a simpler way");
    }

    @Test
    void saysWhatDroolsSaid() {
        List<Problem> problems = check(rules("""
                rule "A rule"
                when $c : Claim(!mpnId == "x")
                then decide.reject($c, NO_PARTNER_RESPONSE);
                end
                """));

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("lifecycle/a.drl:2:17: rule \"A rule\": cannot be compiled (")
                .contains("String");
    }

    private static List<Problem> check(RuleText rules) {
        return CheckedRules.of(rules).problems();
    }
}
