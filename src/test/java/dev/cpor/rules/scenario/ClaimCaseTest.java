package dev.cpor.rules.scenario;

import static dev.cpor.rules.scenario.ScenarioFixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.Channel;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.Consent;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Partner;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.Status;
import dev.cpor.domain.SubscriptionState;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimCaseTest {
    private static final LocalDate TONIGHT = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    @Test
    void aClaimUnderReviewIsOneRowWithoutItsLines() {
        Assessable claim = claim(Status.UNDER_REVIEW, Consent.NONE, 12, business("Dynamics 365 Sales", null));

        assertThat(csv(claim))
                .containsExactly(
                        "case,rule,program,activity,status,consent,business_date,first_submitted,days_in_status,business_days_in_status,business_days_since_submission,expect,reason,amount,amount_currency",
                        "\"UNDER_REVIEW for 12 days, asked about on 2026-11-20\",There is no decision ten business days after the first submission,OSU,USAGE,UNDER_REVIEW,NONE,2026-11-20,2026-11-02,12,10,14,escalate,REVIEW_DECISION_OVERDUE; DECISION_TARGET_MISSED,,");
    }

    @Test
    void anAssessedClaimIsARowForEachLine() {
        Assessable claim = claim(
                Status.APPROVED,
                Consent.PENDING,
                8,
                business("Dynamics 365 Sales", SubscriptionState.ACTIVE),
                modern(2, "=Teams"),
                business(3, "Power BI", null));

        List<String> rows = csv(claim);

        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).endsWith(",ACTIVE,10,20,1000.5,EUR,true,earns,,12.51,EUR");
        assertThat(rows.get(2)).contains(",'=Teams,").endsWith(",,10,20,0,JPY,true,ineligible,BELOW_MINIMUM_SEATS,,");
        assertThat(rows.get(3)).endsWith(",none,10,20,1000.5,EUR,true,ineligible,SUBSCRIPTION_NOT_ACTIVE,,");
    }

    @Test
    void nothingSaysWhoseClaimItIs() {
        for (Consent consent : List.of(Consent.PENDING, Consent.ELAPSED, Consent.DECLINED)) {
            assertThat(String.join("\n", csv(claim(Status.APPROVED, consent, 8, business("Power BI", null)))))
                    .doesNotContain("C-4711", "M-4711", "T-4711", "S-4711", "Contoso", "Fabrikam");
        }
    }

    @Test
    void whatIsPrintedPasses() {
        for (int days = 0; days < 20; days++) {
            for (Status status : List.of(Status.SUBMITTED, Status.UNDER_REVIEW, Status.PARTNER_ACTION_REQUIRED)) {
                assertPasses(claim(status, Consent.NONE, days, modern(1, "Teams")));
            }
            for (Consent consent : List.of(Consent.PENDING, Consent.ELAPSED, Consent.DECLINED)) {
                assertPasses(claim(
                        Status.APPROVED,
                        consent,
                        days,
                        business("+Power", SubscriptionState.GRACE),
                        modern(2, "Teams")));
            }
        }
    }

    @Test
    void aClaimThatCannotBeAskedAboutIsRefused() {
        assertThatThrownBy(() -> csv(claim(Status.SUBMITTED, Consent.NONE, -1)))
                .isInstanceOf(ClearFailure.class)
                .hasMessage(
                        "Claim C-4711 has its status since 2026-11-21, which is after 2026-11-20; name a later night with --date.");
        assertThatThrownBy(() -> csv(claim(Status.APPROVED, Consent.ELAPSED, 9)))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining("C-4711 has no line");
    }

    private void assertPasses(Assessable claim) {
        ScenarioReport report = run(folder, shipped(), csv(claim).toArray(String[]::new));
        assertThat(report.cases()).isEqualTo(1);
        assertThat(report.wrong()).allMatch(line -> line.startsWith("rule "));
    }

    private static List<String> csv(Assessable claim) {
        ClaimCase.Sheet sheet = new ClaimCase(shipped(), CALENDAR, CurrencyRules.iso4217(), TONIGHT).of(claim);
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", sheet.headings()));
        sheet.rows()
                .forEach(row -> lines.add(row.stream()
                        .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                        .collect(Collectors.joining(","))));
        return lines;
    }

    private static Assessable claim(Status status, Consent consent, int days, ClaimLine... lines) {
        OpenClaim claim = new OpenClaim(
                7,
                "C-4711",
                5,
                "M-4711",
                "T-4711",
                Program.OSU,
                Activity.USAGE,
                status,
                consent,
                Incentive.NOT_ASSESSED,
                TONIGHT.minusDays(days),
                LocalDate.of(2026, 11, 2),
                Set.of(ReasonCode.PARTNER_RESPONSE_DUE));
        Partner partner =
                new Partner("M-4711", "Contoso", "DE", "EUR", Set.of(Program.OSU), true, Set.of(SolutionArea.values()));
        return new Assessable(claim, partner, new Customer("T-4711", "Fabrikam", "FR", true), List.of(lines), Map.of());
    }

    private static ClaimLine business(String product, @Nullable SubscriptionState state) {
        return business(1, product, state);
    }

    private static ClaimLine business(int lineNo, String product, @Nullable SubscriptionState state) {
        return new ClaimLine(
                lineNo,
                SolutionArea.BUSINESS_APPLICATIONS,
                product,
                "S-4711",
                null,
                Channel.DIRECT,
                state,
                10,
                20,
                new BigDecimal("1000.5000"),
                Currency.getInstance("EUR"));
    }

    private static ClaimLine modern(int lineNo, String workload) {
        return new ClaimLine(
                lineNo,
                SolutionArea.MODERN_WORK,
                null,
                null,
                workload,
                Channel.DIRECT,
                null,
                10,
                20,
                new BigDecimal("0.0000"),
                Currency.getInstance("JPY"));
    }
}
