package dev.cpor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox.Said;
import dev.cpor.cli.session.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** What {@code rules test} says, and what nights make of rules that do not pass. */
@Tag("database")
class RuleScenariosTest {
    private static final String[] NIGHT = {"nightly", "--date", "2026-11-10"};
    private static final String DIFFERENCE =
            "tests/lifecycle.csv:3:93: case \"Six business days are not\": the decision is nothing, expected escalate";

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void bringTwoClaims() {
        sandbox = new Sandbox(folder)
                .feed(
                        "partners-1.csv",
                        "mpn_id,name,country,currency,programs,payout_profile_valid,designations",
                        "4711,Contoso,DE,EUR,OSU,true,BUSINESS_APPLICATIONS;MODERN_WORK")
                .feed("customers-1.csv", "tenant_id,name,country,public_sector", "t-1,Fabrikam,FR,false")
                .feed(
                        "claims-1.csv",
                        "claim_id,claim_name,mpn_id,program,activity,tenant_id,customer_contact,created_at",
                        "C-1,Rollout,4711,OSU,USAGE,t-1,anna@fabrikam.example,2026-11-02T08:00:00Z",
                        "C-2,Draft,4711,OSU,USAGE,t-1,,2026-11-02T08:00:00Z")
                .feed(
                        "claim-lines-1.csv",
                        "claim_id,line_no,solution_area,product,subscription_id,workload,channel,subscription_state,seats,monthly_active_users,annual_revenue,currency",
                        "C-1,1,BUSINESS_APPLICATIONS,Power BI,s-1,,DIRECT,ACTIVE,1,10,1000.5,EUR",
                        "C-1,2,MODERN_WORK,,,Teams,DIRECT,,149,10,1000.5,EUR")
                .feed(
                        "events-1.csv",
                        "event_id,claim_id,occurred_at,type,actor_role,actor,document_name,document_sha256",
                        "e-1,C-1,2026-11-02T09:00:00Z,POE_UPLOADED,PARTNER,anna,poe.pdf," + "0".repeat(64),
                        "e-2,C-1,2026-11-02T10:00:00Z,CLAIM_SUBMITTED,PARTNER,anna,,",
                        "e-3,C-1,2026-11-02T11:00:00Z,REVIEW_STARTED,REVIEWER,rita,,",
                        "e-4,C-1,2026-11-03T12:00:00Z,CLAIM_APPROVED,REVIEWER,rita,,");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theRulesThatShipPassAndNoDatabaseIsNeeded() throws IOException {
        FileSystemUtils.deleteRecursively(sandbox.data());

        Said said = sandbox.run("rules", "test");

        assertThat(said.err()).isEmpty();
        assertThat(said.status()).isEqualTo(ExitStatus.DONE);
        assertThat(said.lines())
                .containsExactly("67 cases, all as expected; 15 of 15 rules have a hit and a near miss.");
        assertThat(sandbox.data()).doesNotExist();
    }

    @Test
    void aRuleThatWasChangedIsFoundAndStopsTheNightBeforeItReadsAClaim() throws IOException {
        changeARule();

        Said test = sandbox.run("rules", "test");
        assertThat(test.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(test.lines().get(0)).isEqualTo(DIFFERENCE);
        assertThat(test.out())
                .contains(
                        "rule \"The review did not start within five business days\": no case shows that it fires; add a row")
                .endsWith("67 cases, 1 of them not as expected; 14 of 15 rules have a hit and a near miss.\n");

        for (Said night : List.of(sandbox.run(NIGHT), sandbox.run("nightly", "--dry-run", "--date", "2026-11-10"))) {
            assertThat(night.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(night.sentences())
                    .containsExactly("The rules do not pass their scenarios: " + DIFFERENCE
                            + " (and 1 more); see all with: cpor rules test.");
        }
        assertThat(sandbox.run("runs", "list", "--format", "csv").lines()).hasSize(1);
        assertThat(sandbox.run("claims", "list", "--format", "csv").lines()).hasSize(1);

        assertThat(sandbox.run("nightly", "--skip-rule-tests", "--date", "2026-11-10")
                        .status())
                .isEqualTo(ExitStatus.DONE);
    }

    @Test
    void rulesWithoutScenariosStopTheNight() throws IOException {
        for (String name : List.of("lifecycle.csv", "eligibility.csv", "earnings.csv")) {
            Files.delete(sandbox.rules().resolve("tests").resolve(name));
        }

        for (Said said : List.of(sandbox.run("rules", "test"), sandbox.run(NIGHT))) {
            assertThat(said.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(said.out()).isEmpty();
            assertThat(said.sentences())
                    .singleElement()
                    .asString()
                    .startsWith("There is no scenario in " + sandbox.rules().resolve("tests"));
        }
    }

    @Test
    void nightsTryTheSameRulesOnTheSameScenariosOnce() {
        LocalDate first = LocalDate.of(2026, 11, 10);
        sandbox.nights(List.of(first, first.plusDays(1)), night -> {});
        List<String> passed = sandbox.inside(beans ->
                beans.get(JdbcTemplate.class).queryForList("select tried from passed_scenarios", String.class));
        assertThat(passed).hasSize(1);

        sandbox.write(sandbox.rules().resolve("tests/lifecycle.csv"), "case,expect\nA,never\n");

        assertThat(sandbox.night("--date", "2026-11-12").status()).isEqualTo(ExitStatus.FAILED);
        assertThat(sandbox.run("runs", "list", "--format", "csv").lines()).hasSize(3);
    }

    @Test
    void aClaimBecomesACaseWithoutPersonalDataThatPasses() throws IOException {
        sandbox.run(NIGHT);

        Said said = sandbox.run("rules", "test", "--from-claim", "C-1");

        assertThat(said.status()).as(said.err()).isEqualTo(ExitStatus.DONE);
        assertThat(said.lines()).hasSize(3);
        assertThat(said.lines().get(0))
                .startsWith("case,rule,program,")
                .endsWith(",expect,reason,amount,amount_currency");
        assertThat(said.lines().get(1))
                .startsWith("\"APPROVED for 8 days, asked about on 2026-11-11\",A rate of the rate card fits the line,")
                .contains(",2026-11-11,2026-11-02,8,5,6,")
                .endsWith(",earns,,12.00,EUR");
        assertThat(said.lines().get(2)).endsWith(",ineligible,BELOW_MINIMUM_SEATS,,");
        assertThat(said.out()).doesNotContain("C-1", "4711", "t-1", "s-1", "Contoso", "Fabrikam", "anna");

        Path file = sandbox.rules().resolve("tests/lifecycle.csv");
        sandbox.write(file, Files.readString(file) + said.out());
        assertThat(sandbox.run("rules", "test").out()).startsWith("68 cases, all as expected");
        assertThat(sandbox.run("rules", "test", "--from-claim", "C-1", "--date", "2026-11-10")
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(",2026-11-10,2026-11-02,7,5,6,nothing,");
    }

    @Test
    void aClaimThatNoNightAsksAboutIsRefusedInOneSentence() {
        sandbox.run(NIGHT);

        Said draft = sandbox.run("rules", "test", "--from-claim", "C-2");
        assertThat(draft.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(draft.sentences())
                .containsExactly(
                        "Claim C-2 is EDITING, and no night asks the rules about it; take an open claim, such as one of: cpor claims list --status SUBMITTED.");
        assertThat(sandbox.run("rules", "test", "--from-claim", "C-3").sentences())
                .singleElement()
                .asString()
                .startsWith("There is no claim C-3");
        assertThat(sandbox.run("rules", "test", "--date", "2026-11-10").status())
                .isEqualTo(ExitStatus.WRONG_USAGE);
    }

    private void changeARule() throws IOException {
        Path file = sandbox.rules().resolve("lifecycle/sla-expiry.drl");
        sandbox.write(
                file,
                Files.readString(file)
                        .replace("SUBMITTED, businessDaysInStatus > 5", "SUBMITTED, businessDaysInStatus > 6"));
    }
}
