package dev.cpor.rules.scenario;

import static dev.cpor.rules.scenario.ScenarioFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.decision.Decision;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Earning;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.drl.RuleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedScenariosTest {
    @Test
    void allComeOutAsExpectedAndCoverEveryRule() {
        ScenarioReport report = Scenarios.run(SHIPPED, shipped(), CALENDAR, CurrencyRules.iso4217());

        assertThat(report.wrong()).isEmpty();
        assertThat(report.cases()).isGreaterThan(60);
        assertThat(report.covered()).isEqualTo(report.rules()).isEqualTo(15);
    }

    @Test
    void earnEveryRateOfTheRateCard() throws IOException {
        List<Problem> problems = new ArrayList<>();
        byte[] content = Files.readAllBytes(SHIPPED.resolve("tests/earnings.csv"));

        List<Scenario> scenarios = new CaseReading(CALENDAR, shipped().ruleNames(), problems)
                .read(SheetReading.read("tests/earnings.csv", content, problems));

        assertThat(scenarios.stream()
                        .map(scenario -> Trial.of(scenario, shipped(), CurrencyRules.iso4217())
                                .decision())
                        .flatMap(decision -> ((Decision.HandedOff) decision).earnings().stream())
                        .map(Earning::rate))
                .containsAll(shipped().rateCard().rates());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lifecycle/sla-expiry.drl | SUBMITTED, businessDaysInStatus > 5 | SUBMITTED, businessDaysInStatus > 6",
                "lifecycle/sla-expiry.drl | SUBMITTED, businessDaysInStatus > 5 | SUBMITTED, businessDaysInStatus > 4",
                "lifecycle/sla-expiry.drl | UNDER_REVIEW, businessDaysInStatus > 5 | UNDER_REVIEW, businessDaysInStatus > 6",
                "lifecycle/sla-expiry.drl | UNDER_REVIEW, businessDaysInStatus > 5 | UNDER_REVIEW, businessDaysInStatus > 4",
                "lifecycle/sla-expiry.drl | businessDaysSinceSubmission > 10 | businessDaysSinceSubmission > 11",
                "lifecycle/sla-expiry.drl | businessDaysSinceSubmission > 10 | businessDaysSinceSubmission > 9",
                "lifecycle/sla-expiry.drl | (Status.SUBMITTED, Status.UNDER_REVIEW) | (Status.UNDER_REVIEW)",
                "lifecycle/auto-rejection.drl | >= 3 | >= 4",
                "lifecycle/auto-rejection.drl | >= 3 | >= 2",
                "lifecycle/auto-rejection.drl | <= 5 | <= 4",
                "lifecycle/auto-rejection.drl | businessDaysInStatus > 5 | businessDaysInStatus > 6",
                "lifecycle/auto-rejection.drl | businessDaysInStatus > 5 | businessDaysInStatus > 4",
                "lifecycle/consent-expiry.drl | daysInStatus > 7 | daysInStatus > 6",
                "lifecycle/consent-expiry.drl | daysInStatus > 7 | daysInStatus > 8",
                "lifecycle/consent-expiry.drl | Consent.PENDING, | Consent.DECLINED,",
                "incentive/eligibility.drl | seats < 150 | seats < 149",
                "incentive/eligibility.drl | seats < 150 | seats <= 150",
                "incentive/eligibility.drl | program == Program.OSU, |",
                "incentive/eligibility.drl | Channel.CSP | Channel.DIRECT",
                "incentive/eligibility.drl | , SubscriptionState.GRACE |",
                "incentive/eligibility.drl | solutionArea == SolutionArea.BUSINESS_APPLICATIONS, |",
                "incentive/eligibility.drl | partnerDesignated == false | partnerDesignated == true",
                "incentive/rate-card.csv | PER_USER,0.85 | PER_USER,0.86",
                "incentive/rate-card.csv | 1.25,USD,2026-01-01,2026-11-15 | 1.25,USD,2026-01-01,2026-11-14",
                "incentive/rate-card.csv | REVENUE_PERCENT,1.5,,2026-01-01,2026-10-31 | REVENUE_PERCENT,1.5,,2026-01-01,2026-10-30",
            })
    void noticeALimitThatIsOffByOne(String file, String was, @Nullable String is) {
        RuleText changed = changed(file, was, is == null ? "" : is);

        ScenarioReport report = Scenarios.run(SHIPPED, compile(changed), CALENDAR, CurrencyRules.iso4217());

        assertThat(report.passes()).isFalse();
        assertThat(report.wrong().get(0)).startsWith("tests/").contains("expected");
    }

    private static RuleText changed(String file, String was, String is) {
        RuleText shipped = RuleFolder.read(SHIPPED);
        Map<String, byte[]> files = new HashMap<>();
        shipped.paths().forEach(path -> files.put(path, Objects.requireNonNull(shipped.content(path))));
        String text = new String(Objects.requireNonNull(files.get(file)), StandardCharsets.UTF_8);
        assertThat(text).contains(was);
        files.put(file, bytes(text.replace(was, is)));
        return new RuleText(files);
    }
}
