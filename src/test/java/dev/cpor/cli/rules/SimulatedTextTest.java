package dev.cpor.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.Program;
import dev.cpor.report.NightReport.Action;
import dev.cpor.trial.Simulated;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedTextTest {
    private static final String ONE = "1".repeat(64);
    private static final String OTHER = "2".repeat(64);

    @Test
    void moneyThatDiffersInUsdAloneIsShown() {
        String told = written(simulated(List.of(ONE)));

        assertThat(told)
                .containsPattern("OSU +\\| EUR +\\| 10.00 \\| 10.00 \\| +0.00 \\| +\\+0.05")
                .doesNotContain("JPY");
    }

    @Test
    void nightsThatUsedSeveralRuleSetsAreNotTheSame() {
        assertThat(written(simulated(List.of(ONE)))).contains("with the same rule set, 111111111111: ");
        assertThat(written(simulated(List.of(OTHER, ONE))))
                .contains("with rule set 111111111111 instead of 222222222222, 111111111111 (each night its own): ");
    }

    @Test
    void aHandOffAfterAHoldIsAmongWhatRulesDo() {
        assertThat(written(simulated(List.of(ONE))))
                .containsPattern("\\(a claim that was on hold is assessed\\) +\\| handed off +\\| +2 \\| +1 \\| +-1");
    }

    private static String written(Simulated simulated) {
        StringWriter text = new StringWriter();
        SimulatedText.write(simulated, new PrintWriter(text));
        return text.toString();
    }

    private static Simulated simulated(List<String> nowRules) {
        LocalDate night = LocalDate.parse("2026-11-20");
        return new Simulated(
                new Simulated.Trial(night.minusDays(1), night, List.of(), nowRules, ONE),
                3,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Simulated.RuleCount("", Action.HANDED_OFF, 2, 1)),
                List.of(),
                List.of(sum("EUR", "10.00", "11.60", "11.65"), sum("JPY", "10", "0.07", "0.07")),
                List.of());
    }

    private static Simulated.Sum sum(String currency, String amount, String usd, String usdWith) {
        return new Simulated.Sum(
                Program.OSU,
                Currency.getInstance(currency),
                new BigDecimal(amount),
                new BigDecimal(amount),
                new BigDecimal(usd),
                new BigDecimal(usdWith));
    }
}
