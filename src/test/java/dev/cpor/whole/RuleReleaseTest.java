package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.store.rules.RuleSetArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule sets that are released, and those that nights used before. */
@Tag("database")
class RuleReleaseTest {
    private static final String RULE = "lifecycle/auto-rejection.drl";

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private OpenDatabase database;

    @BeforeEach
    void bringsFeeds() {
        sandbox = new Sandbox(folder).nightly("ruleSets: released");
        SmallInbox.of(6).writeTo(sandbox);
        database = sandbox.open();
    }

    @AfterEach
    void closes() {
        database.close();
        sandbox.close();
    }

    @Test
    void nightsUseWhatASecondPersonApprovedForTheirBusinessDate() throws IOException {
        assertFailed(
                sandbox.night("--date", "2026-11-10"), "No approved release of a rule set is in force on 2026-11-10");
        assertThat(database.number("select count(*) from run")).isZero();

        String first = released("2026-11-01", " Anna  Arendt ");
        assertFailed(sandbox.night("--date", "2026-11-10"), "No approved release");
        assertFailed(approve(first, "ANNA arendt"), "Anna Arendt released the rule set " + first.substring(0, 12));
        assertFailed(approve(first, "  "), "The name \"\" is empty");
        assertThat(approve(first.substring(0, 8), "Otto").out())
                .isEqualTo(
                        "The rule set %s, released by Anna Arendt, is approved by Otto and in force from the night of 2026-11-01 on.\n"
                                .formatted(first));
        assertFailed(approve(first, "Otto"), "was approved by Otto before");

        change("> 5", "> 6");
        assertFailed(
                run("rules", "release", "--effective", "2026-11-16", "--as", "Anna"),
                "The rules do not pass their scenarios: tests/lifecycle.csv:");
        changeScenarios();
        String second = released("2026-11-16", "Anna");
        assertThat(sandbox.night("--dry-run", "--date", "2026-11-16").out()).contains("rejected, NO_PARTNER_RESPONSE");
        assertThat(approve(second, "Otto").status()).isZero();
        assertThat(sandbox.night("--dry-run", "--date", "2026-11-16").out())
                .doesNotContain("rejected, NO_PARTNER_RESPONSE");

        sandbox.write(sandbox.rules().resolve(RULE), "a draft that nobody could use");
        assertThat(sandbox.night("--date", "2026-11-14").status()).isZero();
        List<String> forecast = run("rules", "forecast", "--days", "3", "--partner", "1000001", "--format", "csv")
                .lines();
        Said nights = sandbox.night("--from", "2026-11-15", "--to", "2026-11-17");
        assertThat(nights.status()).as(nights.err()).isZero();
        assertThat(database.rows("select business_date, ruleset from run order by business_date"))
                .isEqualTo(List.of(
                        "2026-11-14|" + first, "2026-11-15|" + first, "2026-11-16|" + second, "2026-11-17|" + second));
        assertThat(database.rows("select business_date from history where reason = 'NO_PARTNER_RESPONSE' group by 1"))
                .isEqualTo(List.of("2026-11-17"));
        assertThat(forecast)
                .filteredOn(line -> line.contains("NO_PARTNER_RESPONSE"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("2026-11-17,"));
        assertThat(run("rules", "releases", "--format", "csv").lines())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("2026-11-01,%s,APPROVED,Anna Arendt,".formatted(first));
    }

    @Test
    void ofSeveralForTheSameDateTheOneApprovedLastIsInForce() throws IOException {
        String first = released("2026-11-01", "Anna");
        change("> 5", "> 6");
        changeScenarios();
        String second = released("2026-11-01", "Anna");
        assertFailed(
                run("rules", "release", "--effective", "2026-11-01", "--as", "Berta"),
                "was released for 2026-11-01 before");
        assertThat(approve(second, "Otto").status()).isZero();
        assertThat(approve(first, "Otto").status()).isZero();

        assertThat(sandbox.night("--date", "2026-11-10").status()).isZero();

        assertThat(database.rows("select ruleset from run")).isEqualTo(List.of(first));
    }

    @Test
    void oneThatDoesNotPassTheCheckIsNotReleased() {
        sandbox.write(sandbox.rules().resolve(RULE), "rule \"x\" when then end");

        assertFailed(
                run("rules", "release", "--effective", "2026-11-01", "--as", "Anna"),
                "The rules cannot be used: " + RULE);
        assertThat(database.number("select count(*) from rule_set_release")).isZero();
        assertThat(run("rules", "release", "--as", "Anna").status()).isEqualTo(2);
        assertThat(run("rules", "release", "--effective", "2026-11-01").status())
                .isEqualTo(2);
    }

    @Test
    void whatANightUsedIsShownAndComparedWithTheFolder() throws IOException {
        sandbox.nightly("ruleSets: folder");
        assertThat(sandbox.night("--date", "2026-11-06").status()).isZero();
        String used = database.rows("select ruleset from run").get(0);
        String text = Files.readString(sandbox.rules().resolve(RULE));
        change("> 5", "> 6");

        Said shown = run("rules", "show", used.substring(0, 8).toUpperCase(java.util.Locale.ROOT));
        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out()).startsWith("Rule set " + used + "\n").contains("\n==== " + RULE + " ====\n" + text);
        assertThat(run("rules", "show", "folder").out()).contains("businessDaysInStatus > 6");
        Said differ = run("rules", "diff", used, "folder");
        assertThat(differ.status()).isZero();
        assertThat(differ.lines())
                .element(3)
                .asString()
                .startsWith("rule \"The partner did not respond within five business days\": condition Claim(");
        assertThat(run("rules", "diff", used, "folder", "--format", "json").out())
                .contains("\"aspect\" : \"condition\"", "\"from\" : \"" + used);
        assertThat(run("rules", "diff", used, used.substring(0, 10)).out())
                .isEqualTo("Both are the same rule set, %s.\n".formatted(used));
        assertThat(run("rules", "diff", "rules", "folder").out()).contains("businessDaysInStatus > 5)");
        assertFailed(run("rules", "show", "0123456"), "\"0123456\" is neither the fingerprint of a rule set");
        assertFailed(run("rules", "show", "01234567"), "No rule set whose fingerprint begins with 01234567");
        assertFailed(run("rules", "diff", "nowhere", "folder"), "\"nowhere\" is neither the fingerprint of a rule set");
    }

    @Test
    void aBeginningThatFitsTwoRuleSetsIsToldSo() throws Exception {
        try (Sandbox.Beans beans = sandbox.beans()) {
            var archive = beans.get(RuleSetArchive.class);
            archive.keep("abcdef01" + "0".repeat(56), "{}");
            archive.keep("abcdef01" + "1".repeat(56), "{}");
        }

        assertFailed(
                run("rules", "show", "abcdef01"),
                "The fingerprints of 2 rule sets begin with abcdef01, abcdef0100000000 and abcdef0111111111; give more digits.");
    }

    private String released(String effective, String name) {
        Said said = run("rules", "release", "--effective", effective, "--as", name);
        assertThat(said.status()).as(said.err()).isZero();
        return said.out().split(" ")[3];
    }

    private Said approve(String fingerprint, String name) {
        return run("rules", "release", "--approve", fingerprint, "--as", name);
    }

    /** Lets the scenarios expect a rejection on the seventh business day only. */
    private void changeScenarios() throws IOException {
        Path scenarios = sandbox.rules().resolve("tests/lifecycle.csv");
        sandbox.write(scenarios, Files.readString(scenarios).replace(",6,,reject", ",7,,reject"));
    }

    private void change(String from, String to) throws IOException {
        Path rule = sandbox.rules().resolve(RULE);
        sandbox.write(rule, Files.readString(rule).replace(from, to));
    }

    private Said run(String... words) {
        return sandbox.run(words);
    }

    private static void assertFailed(Said said, String sentence) {
        assertThat(said.status()).as(said.err()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.sentences()).singleElement().asString().contains(sentence);
    }
}
