package dev.cpor.rules;

import static dev.cpor.rules.RuleFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.Channel;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Program;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What days and amounts in conditions mean to the engine. */
class ConstantsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "statusSince > \"2026-11-10\"        ~ 2026-11-11",
                "statusSince >= \"2026-11-10\"       ~ 2026-11-10 2026-11-11",
                "statusSince < \"2026-11-10\"        ~ 2026-11-09",
                "statusSince <= \"2026-11-10\"       ~ 2026-11-09 2026-11-10",
                "statusSince == \"2026-11-10\"       ~ 2026-11-10",
                "statusSince != \"2026-11-10\"       ~ 2026-11-09 2026-11-11",
                "statusSince in (\"2026-11-09\", \"2026-11-11\")     ~ 2026-11-09 2026-11-11",
                "statusSince not in (\"2026-11-09\", \"2026-11-11\") ~ 2026-11-10",
                "statusSince > \"2026-11-09\" && < \"2026-11-11\"    ~ 2026-11-10",
                "!(statusSince > \"2026-11-10\")     ~ 2026-11-09 2026-11-10",
                "statusSince == \"2026-11-09\" || daysInStatus < 10 ~ 2026-11-09 2026-11-11",
                "businessDate == \"2026-11-20\", statusSince > \"2026-11-10\" ~ 2026-11-11",
            })
    void aDayIsComparedAsADay(String condition, String expected) {
        assertThat(firingOn(condition)).hasToString("[" + expected.replace(" ", ", ") + "]");
    }

    @Test
    void aDayMeansTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            for (String language :
                    List.of("ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "ja-JP-u-ca-japanese", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(firingOn("statusSince > \"2026-11-10\""))
                        .as(language)
                        .containsExactly(LocalDate.of(2026, 11, 11));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aDayThatIsMissingIsNeitherBeforeNorAfterAnother() {
        CompiledRules rules = compile("firstSubmitted > \"2026-11-10\" || firstSubmitted <= \"2026-11-10\"", INCENTIVE);
        OpenClaim claim = claim(1, Status.SUBMITTED, Consent.NONE, TONIGHT, null);

        assertThat(rules.lifecycle(List.of(claim), TONIGHT).of(1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "annualRevenue >= 1000.10                ~ 1000.10 1000.11",
                "annualRevenue > 1000.10                 ~ 1000.11",
                "annualRevenue == 1000.1                 ~ 1000.10",
                "annualRevenue != 1000.10                ~ 1000.09 1000.11",
                "annualRevenue in (1000.09, 1000.11)     ~ 1000.09 1000.11",
                "annualRevenue < 99999999999             ~ 1000.09 1000.10 1000.11",
                "annualRevenue * 10 > 10001              ~ 1000.11",
                "annualRevenue == seats * 10.001         ~ 1000.10",
                "annualRevenue / seats >= 10.001         ~ 1000.10 1000.11",
                "annualRevenue * seats > 100010          ~ 1000.11",
                "seats * annualRevenue > 100010          ~ 1000.11",
                "annualRevenue + seats >= 1100.10        ~ 1000.10 1000.11",
                "seats * 0.07 == 7                       ~ 1000.09 1000.10 1000.11",
                "seats * 1000000000 * 1000000000 * 10 < 0 ~ ''",
                "seats - 100.5 < -0.4                    ~ 1000.09 1000.10 1000.11",
            })
    void anAmountIsComparedToTheLastDecimal(String condition, String expected) {
        CompiledRules rules =
                compile("daysInStatus > 3", "rule \"y\" when $l : Line(" + condition + ") then decide.earn($l); end");
        List<String> firing = List.of("1000.09", "1000.10", "1000.11").stream()
                .filter(amount -> !rules.incentive(
                                List.of(assessable(Program.OSU, Activity.USAGE, goodPartner(), line(amount))), TONIGHT)
                        .of(1)
                        .isEmpty())
                .toList();

        assertThat(firing).hasToString("[" + expected.replace(" ", ", ") + "]");
    }

    private static List<LocalDate> firingOn(String condition) {
        CompiledRules rules = compile(condition, INCENTIVE);
        return List.of(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 11)).stream()
                .filter(since -> !rules.lifecycle(List.of(claim(Status.SUBMITTED, since)), TONIGHT)
                        .of(1)
                        .isEmpty())
                .toList();
    }

    private static CompiledRules compile(String condition, String incentive) {
        String lifecycle = "rule \"x\" when $c : Claim(" + condition + ") then decide.reject($c, POE_UNAVAILABLE); end";
        return CompiledRules.compile(rules(lifecycle, incentive, HEADER), CALENDAR, TIMEOUT);
    }

    private static ClaimLine line(String amount) {
        return new ClaimLine(
                1,
                SolutionArea.MODERN_WORK,
                null,
                null,
                "Teams",
                Channel.DIRECT,
                null,
                100,
                100,
                new BigDecimal(amount),
                Currency.getInstance("EUR"));
    }
}
