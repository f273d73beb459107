package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.DryRun;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.store.night.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a trial of other rules tells of the night of 10 November, which hands four claims off and reminds six partners. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulateTest {
    private static final String NIGHT = "2026-11-10";

    private Path folder;
    private Sandbox sandbox;
    private OpenDatabase database;

    @BeforeAll
    void runsANight(@TempDir Path temp) {
        folder = temp;
        sandbox = new Sandbox(folder.resolve("box"));
        SmallInbox.of(10).writeTo(sandbox);
        database = sandbox.open();
        assertThat(sandbox.night("--date", "2026-11-06").status()).isZero();
    }

    @AfterAll
    void closes() {
        database.close();
        sandbox.close();
    }

    @Test
    void aClaimThatTheOtherRulesCannotDecideIsNamed() throws IOException {
        Path rules = rules("conflicting");
        Files.writeString(rules.resolve("lifecycle/withdrawn.drl"), """
                rule "The customer is lost"
                when
                    $claim : Claim(status == Status.APPROVED, claimId != "CPOR-4")
                then
                    decide.reject($claim, MISSING_CUSTOMER_CONSENT);
                end
                """);
        Path page = folder.resolve("quarantined.html");

        String text =
                said("--with", rules.toString(), "--html", page.toString()).out();

        assertThat(text)
                .contains(
                        " Quarantined: none now, 3 (CPOR-1, CPOR-2, CPOR-3) with the other rules.",
                        "Quarantined claims\n");
        assertThat(Files.readString(page))
                .contains("3 (CPOR-1, CPOR-2, CPOR-3) with the other rules", "<h2>Quarantined claims</h2>", "CPOR-3");
        JsonNode told = simulated("--with", rules.toString());
        List<String> quarantined = new ArrayList<>();
        told.get("quarantined").forEach(one -> {
            assertThat(one.get("now").isNull()).isTrue();
            assertThat(one.get("with").asString()).contains("The customer is lost");
            quarantined.add(one.get("claim_id").asString());
        });
        assertThat(quarantined).containsExactly("CPOR-1", "CPOR-2", "CPOR-3");
        assertThat(told.get("date").asString()).isEqualTo(NIGHT);
        assertThat(told.get("changes")).hasSize(3);
    }

    @Test
    void anotherRateIsToldLineByLine() throws IOException {
        Path rules = rules("dearer");
        Path card = rules.resolve("incentive/rate-card.csv");
        String text = Files.readString(card);
        String dearer = text.replaceAll("(?m)^(OSU,MODERN_WORK,Teams,USAGE,.*,PER_USER,)[0-9.]+,USD", "$12.00,USD");
        assertThat(dearer).isNotEqualTo(text);
        Files.writeString(card, dearer);
        Path page = folder.resolve("dearer.html");

        String told =
                said("--with", rules.toString(), "--html", page.toString()).out();

        String line =
                "line 1: now PER_USER of 1.25 USD earns 200.00 USD (200.00 USD); with the other rules PER_USER of 2.00 USD earns 320.00 USD (320.00 USD)";
        assertThat(told)
                .contains(line)
                .containsPattern("OSU +\\| USD +\\| 800.00 \\| 1280.00 \\| +\\+480.00 \\| +\\+480.00");
        assertThat(Files.readString(page))
                .contains(
                        line, "<th scope=\"col\" class=\"number\">difference</th>", "<td class=\"number\">1280.00</td>")
                .contains("role=\"region\" tabindex=\"0\" aria-label=\"Money\"");
        JsonNode mover = simulated("--with", rules.toString()).get("movers").get(0);
        assertThat(mover.get("claim_id").asString()).isEqualTo("CPOR-1");
        assertThat(mover.get("usd").asString()).isEqualTo("120.00");
        assertThat(mover.get("because").get(0).asString()).isEqualTo(line);
    }

    @Test
    void claimsThatDifferInNotesAloneAreNamed() throws IOException {
        Path rules = rules("silent");
        Path file = rules.resolve("lifecycle/auto-rejection.drl");
        Files.writeString(
                file, Files.readString(file).replace("businessDaysInStatus >= 3", "businessDaysInStatus >= 4"));
        Path page = folder.resolve("silent.html");

        String told =
                said("--with", rules.toString(), "--html", page.toString()).out();

        assertThat(told)
                .contains(
                        "0 claims come out otherwise and 6 differ in notes alone.",
                        " CPOR-5   | PARTNER_RESPONSE_DUE | -");
        assertThat(Files.readString(page)).contains("Claims that differ in notes alone", "PARTNER_RESPONSE_DUE");
    }

    @Test
    void nightsThatAreNotThereAreNamed() {
        Said said = said("--with", sandbox.rules().toString(), "--nights", "2026-11-04..2026-11-13");

        assertThat(said.out())
                .startsWith("In the night of 2026-11-06, with the same rule set, ")
                .contains(
                        " Left out, for no such night is complete: 2026-11-04 to 2026-11-05, 2026-11-07 to 2026-11-13.");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertFailed(
                sandbox.run("rules", "simulate", "--with", "nope"), "There is no rules folder nope; ", "with --with.");
        assertFailed(
                sandbox.run("rules", "diff", "folder", "nope"), "\"nope\" is neither the fingerprint of a rule set");
        assertFailed(sandbox.run("rules", "forecast", "--partner", "NOBODY"), "There is no partner NOBODY; ");
    }

    @Test
    void aTrialGivesWayToANight() {
        sandbox.feed("customers-2.csv", "tenant_id,name,country,public_sector", "tenant-2,Hillside Foods,US,false");
        try (Sandbox.Beans beans = sandbox.beans()) {
            Lease lease = beans.get(Lease.class);
            boolean[] begun = {false};

            assertThatExceptionOfType(ClearFailure.class)
                    .isThrownBy(() -> beans.get(DryRun.class).beforeEvaluation(LocalDate.parse(NIGHT), undisturbed -> {
                        undisturbed.run();
                        assertThat(lease.holder()).isEmpty();
                        begun[0] = database.number("select token from night_lease") == lease.token();
                        database.change(
                                "update night_lease set token = token + 1, owner = 'the night', expires_at = '2000-01-01'");
                        undisturbed.run();
                    }))
                    .withMessageStartingWith("A night began meanwhile (the night), and this trial has given way to it");
            assertThat(begun[0]).isTrue();
            lease.giveBack(lease.token());
            assertThat(lease.holder()).isEmpty();
        }
    }

    @Test
    void anArchivedRuleSetThatWasChangedIsNotUsed() throws IOException {
        Path rules = rules("forged");
        Path file = rules.resolve("lifecycle/auto-rejection.drl");
        Files.writeString(
                file, Files.readString(file).replace("businessDaysInStatus > 5", "businessDaysInStatus > 50"));
        String used = RuleFolder.read(sandbox.rules()).toArchive();
        String forged = RuleFolder.read(rules).toArchive();
        archive(forged);
        try {
            assertFailed(
                    sandbox.run("rules", "explain", "CPOR-5", "--date", "2026-11-06"),
                    "What the archive keeps as rule set ",
                    "it was changed after it was archived");
        } finally {
            archive(used);
        }
    }

    @Test
    void onAnEmptyDatabaseTheNextNightIsTheOneThatNightlyWouldTake() {
        try (Sandbox empty = new Sandbox(folder.resolve("empty"))) {
            SmallInbox.of(5).writeTo(empty);

            Said said = empty.run("rules", "simulate", "--with", empty.rules().toString());

            assertThat(said.out()).startsWith("In the night of 2026-11-05, with the same rule set");
            assertThat(empty.night("--dry-run").out()).contains("Thursday, 5 November 2026");
            FileSystemUtils.deleteRecursively(empty.inbox().toFile());
            assertFailed(
                    empty.run("rules", "simulate", "--with", empty.rules().toString(), "--date", "2026-11-05"),
                    "The inbox %s is missing".formatted(empty.inbox()));
        }
    }

    private void archive(String text) {
        database.change("update rule_set set content = '%s'"
                .formatted(text.replace("\\", "\\\\").replace("'", "''")));
    }

    private Path rules(String name) {
        Path rules = folder.resolve(name);
        try {
            FileSystemUtils.copyRecursively(sandbox.rules(), rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    private Said said(String... arguments) {
        List<String> all = new ArrayList<>(List.of("rules", "simulate"));
        all.addAll(List.of(arguments));
        if (!all.contains("--nights")) {
            all.addAll(List.of("--date", NIGHT));
        }
        Said said = sandbox.run(all.toArray(String[]::new));
        assertThat(said.status()).as(said.err()).isZero();
        return said;
    }

    private JsonNode simulated(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        return JsonMapper.shared().readTree(said(all.toArray(String[]::new)).out());
    }

    private static void assertFailed(Said said, String... sentences) {
        assertThat(said.status()).as(said.err()).isEqualTo(1);
        assertThat(said.err().lines().toList()).last().asString().contains(sentences);
    }
}
