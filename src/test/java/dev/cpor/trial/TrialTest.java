package dev.cpor.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.generate.FeedGenerator;
import dev.cpor.generate.GeneratorOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What trials say is what nights then do: each is compared with nights that really ran, with the one or the other rules. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialTest {
    private static final String LAST = "2026-11-20";

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Sandbox usual;

    @SuppressWarnings("NullAway.Init")
    private Sandbox other;

    @SuppressWarnings("NullAway.Init")
    private Path otherRules;

    @SuppressWarnings("NullAway.Init")
    private TwoEndings endings;

    private Set<String> foretold = Set.of();
    private Map<String, String> foretoldSides = Map.of();
    private Set<String> foretoldMoney = Set.of();
    private String answered = "";
    private Set<String> differing = Set.of();

    @BeforeAll
    void runNights(@TempDir Path temp) throws IOException {
        folder = temp;
        Path feeds = folder.resolve("feeds");
        FeedGenerator.generate(
                new GeneratorOptions(400, 11, LocalDate.parse("2026-10-20"), LocalDate.parse(LAST), feeds));
        usual = new Sandbox(folder.resolve("usual")).feeds(feeds);
        other = new Sandbox(folder.resolve("other")).feeds(feeds);
        otherRules = TwoEndings.changedRules(other.rules());
        for (Said nights : List.of(
                usual.run("nightly", "--full", "--from", "2026-11-17", "--to", "2026-11-19"),
                other.run("nightly", "--from", "2026-11-17", "--to", "2026-11-19"))) {
            assertThat(nights.status()).as(nights.err()).isZero();
        }
        answered = partnerAnswers();
        JsonNode simulated = simulate("--with", otherRules.toString(), "--date", LAST);
        foretold = TwoEndings.changes(simulated);
        foretoldSides = TwoEndings.sides(simulated);
        foretoldMoney = TwoEndings.money(simulated);
        assertThat(usual.run("nightly", "--full", "--date", LAST).status()).isZero();
        TwoEndings.copy(otherRules, other.rules());
        Said night = other.run("nightly", "--date", LAST, "--skip-rule-tests");
        assertThat(night.status()).as(night.err()).isZero();
        endings = new TwoEndings(usual, other, LAST);
        differing = endings.differing();
        assertThat(differing).isNotEmpty();
    }

    @AfterAll
    void close() {
        usual.close();
        other.close();
    }

    @Test
    void simulatingANightThatComesNamesExactlyTheClaimsThatItThenMakesOtherwise() {
        assertThat(foretold).isEqualTo(differing);
        assertThat(foretold).as("its answer was not read yet").doesNotContain(answered);
        assertThat(foretoldSides).isEqualTo(endings.sides());
        assertThat(foretoldMoney).isEqualTo(endings.money()).isNotEmpty();
    }

    @Test
    void simulatingANightThatWasNamesExactlyTheClaimsThatComeOutOtherwise() {
        JsonNode simulated = simulate("--with", otherRules.toString(), "--date", LAST);

        assertThat(TwoEndings.changes(simulated)).isEqualTo(differing);
        assertThat(TwoEndings.sides(simulated)).isEqualTo(endings.sides());
        assertThat(TwoEndings.money(simulated)).isEqualTo(endings.money());
    }

    @Test
    void whatMovesMostMoneyIsExplained() throws IOException {
        Path page = folder.resolve("trial.html");
        JsonNode simulated = simulate("--with", otherRules.toString(), "--date", LAST, "--html", page.toString());

        JsonNode movers = simulated.get("movers");
        assertThat(movers).hasSize(Math.min(10, differing.size()));
        for (JsonNode mover : movers) {
            assertThat(differing).contains(mover.get("claim_id").asString());
            assertThat(mover.get("because").get(0).asString()).contains("with the other rules");
            assertThat(Files.readString(page)).contains(mover.get("claim_id").asString());
        }
        BigDecimal first = new BigDecimal(movers.get(0).get("usd").asString()).abs();
        BigDecimal last =
                new BigDecimal(movers.get(movers.size() - 1).get("usd").asString()).abs();
        assertThat(first).isGreaterThanOrEqualTo(last);
        assertThat(Files.readString(page)).contains("<h2>Largest differences</h2>", "aria-label=\"Claims\"");
    }

    @Test
    void theSameRulesMakeNoDifference() {
        String rules = usual.rules().toString();

        for (List<String> night : List.of(
                List.<String>of(),
                List.of("--date", LAST),
                List.of("--date", "2026-11-18"),
                List.of("--nights", "2026-11-17.." + LAST))) {
            List<String> arguments = new ArrayList<>(List.of("--with", rules));
            arguments.addAll(night);
            JsonNode simulated = simulate(arguments.toArray(String[]::new));

            assertThat(simulated.get("claims").asLong()).as(night.toString()).isPositive();
            assertThat(simulated.get("changes")).as(night.toString()).isEmpty();
            assertThat(simulated.get("notes")).as(night.toString()).isEmpty();
        }
    }

    @Test
    void aReplayOfPastNightsFindsThemAsTheyWere() {
        JsonNode simulated = simulate("--with", usual.rules().toString(), "--nights", "2026-11-17.." + LAST);

        try (OpenDatabase database = usual.open()) {
            Map<String, Long> replayed = new TreeMap<>();
            simulated
                    .get("rules")
                    .forEach(rule -> replayed.merge(
                            rule.get("action").asString() + "|"
                                    + rule.get("rule").asString(),
                            rule.get("now").asLong(),
                            Long::sum));
            Map<String, Long> happened = new TreeMap<>();
            database
                    .rows("select topic, label, sum(amount) from tally where topic in ('REJECTED', 'HANDED_OFF',"
                            + " 'HELD', 'ESCALATED', 'REMINDED', 'EARNED', 'INELIGIBLE') group by topic, label")
                    .stream()
                    .map(row -> row.split("\\|"))
                    .forEach(row -> happened.put(row[0] + "|" + row[1], Long.parseLong(row[2])));
            assertThat(replayed).isEqualTo(happened);
            assertThat(simulated.get("claims").asLong())
                    .isEqualTo(database.number("select sum(amount) from tally where topic = 'EVALUATED'"));
        }
    }

    @Test
    void aForecastIsWhatTheNightsThenDo() {
        try (Sandbox later = new Sandbox(folder.resolve("later")).feeds(usual.inbox());
                OpenDatabase database = later.open()) {
            assertThat(later.run("nightly", "--date", LAST).status()).isZero();
            List<List<String>> forecast =
                    later.run("rules", "forecast", "--days", "4", "--format", "csv").lines().stream()
                            .skip(1)
                            .map(line -> Arrays.asList(line.split(",", -1)))
                            .toList();
            Said nights = later.run("nightly", "--full", "--from", "2026-11-21", "--to", "2026-11-24");
            assertThat(nights.status()).as(nights.err()).isZero();

            assertThat(forecast).hasSize(4);
            for (List<String> night : forecast) {
                List<String> happened = new ArrayList<>(List.of(night.get(0)));
                for (String topic : List.of(
                        "EVALUATED", "REMINDED", "ESCALATED", "REJECTED", "HANDED_OFF", "HELD", "QUARANTINED")) {
                    happened.add(String.valueOf(database.number(
                            "select coalesce(sum(amount), 0) from tally join run on run.number = tally.run where topic = '%s' and business_date = '%s'"
                                    .formatted(topic, night.get(0)))));
                }
                happened.add(String.valueOf(database.number(
                        "select count(*) from earning where business_date = '%s'".formatted(night.get(0)))));
                assertThat(night.subList(0, 9)).isEqualTo(happened);
                assertThat(night.get(10))
                        .isEqualTo(database.rows(
                                        "select coalesce(sum(amount_usd), 0.00) from earning where business_date = '%s'"
                                                .formatted(night.get(0)))
                                .get(0));
            }
            assertThat(forecast.stream()
                            .mapToLong(night -> Long.parseLong(night.get(5)))
                            .sum())
                    .isPositive();
        }
    }

    @Test
    void aTrialWritesNothing() {
        try (OpenDatabase database = usual.open()) {
            Map<String, List<String>> before = database.everything();

            simulate("--with", otherRules.toString());
            simulate("--with", otherRules.toString(), "--nights", "2026-11-17.." + LAST);
            assertThat(usual.run("rules", "forecast", "--days", "3").status()).isZero();
            assertThat(usual.run("rules", "explain", openClaim(database)).status())
                    .isZero();

            assertThat(database.everything()).isEqualTo(before);
        }
    }

    @Test
    void anExplanationOfAPastNightUsesTheClaimAsItWas() {
        try (OpenDatabase database = usual.open()) {
            String rejected = database
                    .rows("select claim_id from claim join history on history.claim = claim.id"
                            + " where kind = 'REJECTED' and business_date = '%s' limit 1".formatted(LAST))
                    .stream()
                    .findFirst()
                    .orElse("");
            assertThat(rejected).isNotEmpty();

            Said then = usual.run("rules", "explain", rejected, "--date", LAST);
            Said now = usual.run("rules", "explain", rejected);

            assertThat(then.status()).as(then.err()).isZero();
            assertThat(then.out()).contains(rejected + ": ", "rejected, ");
            assertThat(now.status()).isEqualTo(1);
            assertThat(now.err()).contains("Claim %s is not open".formatted(rejected));
        }
    }

    @Test
    void anUnknownClaimOrNightIsNamed() {
        assertThat(usual.run("rules", "explain", "NOBODY").err()).contains("There is no claim NOBODY");
        Said never = usual.run(
                "rules", "simulate", "--with", usual.rules().toString(), "--nights", "2020-01-01..2020-01-02");
        assertThat(never.status()).isEqualTo(1);
        assertThat(never.err()).contains("No night from 2020-01-01 to 2020-01-02 is complete");
        assertThat(usual.run("rules", "simulate", "--with", "nowhere").status()).isEqualTo(1);
        assertThat(usual.run("rules", "simulate", "--with", "x", "--nights", "2026-11-20")
                        .status())
                .isEqualTo(2);
        assertThat(usual.run("rules", "forecast", "--days", "0").status()).isEqualTo(2);
    }

    /** Lets the partner of a claim that the other rules would reject answer in time; returns its claim ID. */
    private String partnerAnswers() {
        try (OpenDatabase database = usual.open()) {
            String claim = database.rows("select claim_id from claim where status = 'PARTNER_ACTION_REQUIRED'"
                            + " and status_since between '2026-11-13' and '2026-11-16' order by claim_id limit 1")
                    .get(0);
            for (Sandbox sandbox : List.of(usual, other)) {
                sandbox.feed(
                        "events-answer.csv",
                        "event_id,claim_id,occurred_at,type,actor_role,actor",
                        "ANSWER-1,%s,%sT08:00:00Z,CLAIM_SUBMITTED,PARTNER,someone@example.org".formatted(claim, LAST));
            }
            return claim;
        }
    }

    private static String openClaim(OpenDatabase database) {
        return database.rows("select claim_id from claim where status = 'SUBMITTED' limit 1")
                .get(0);
    }

    private JsonNode simulate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("rules", "simulate", "--format", "json"));
        all.addAll(List.of(arguments));
        Said said = usual.run(all.toArray(String[]::new));
        assertThat(said.status()).as(said.err()).isZero();
        return JsonMapper.shared().readTree(said.out());
    }
}
