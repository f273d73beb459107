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
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
    private static final String CLAIMS =
            "select claim_id, concat_ws('|', status, ifnull(rejection, ''), consent, incentive) from claim order by claim_id";
    private static final String EARNINGS =
            "select earning_id, concat(amount, currency) from earning order by earning_id";

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Sandbox usual;

    @SuppressWarnings("NullAway.Init")
    private Sandbox other;

    @SuppressWarnings("NullAway.Init")
    private Path otherRules;

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
        otherRules = changedRules(other.rules());
        for (Sandbox sandbox : List.of(usual, other)) {
            Said nights = sandbox.run("nightly", "--from", "2026-11-17", "--to", "2026-11-19");
            assertThat(nights.status()).as(nights.err()).isZero();
        }
        answered = partnerAnswers();
        JsonNode simulated = simulate("--with", otherRules.toString(), "--date", LAST);
        foretold = changes(simulated);
        foretoldSides = sides(simulated);
        foretoldMoney = money(simulated);
        assertThat(usual.run("nightly", "--date", LAST).status()).isZero();
        copy(otherRules, other.rules());
        Said night = other.run("nightly", "--date", LAST, "--skip-rule-tests");
        assertThat(night.status()).as(night.err()).isZero();
        differing = differing();
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
        assertThat(foretoldSides).isEqualTo(happenedSides());
        assertThat(foretoldMoney).isEqualTo(happenedMoney()).isNotEmpty();
    }

    @Test
    void simulatingANightThatWasNamesExactlyTheClaimsThatComeOutOtherwise() {
        JsonNode simulated = simulate("--with", otherRules.toString(), "--date", LAST);

        assertThat(changes(simulated)).isEqualTo(differing);
        assertThat(sides(simulated)).isEqualTo(happenedSides());
        assertThat(money(simulated)).isEqualTo(happenedMoney());
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
            Said nights = later.run("nightly", "--from", "2026-11-21", "--to", "2026-11-24");
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

    private static Map<String, String> sides(JsonNode simulated) {
        Map<String, String> sides = new TreeMap<>();
        simulated
                .get("changes")
                .forEach(change -> sides.put(
                        change.get("claim_id").asString(),
                        side(change.get("now")) + " -> " + side(change.get("with"))));
        return sides;
    }

    private static String side(JsonNode side) {
        JsonNode reason = side.get("reason");
        return String.join(
                "|",
                side.get("status").asString(),
                reason.isNull() ? "" : reason.asString(),
                side.get("consent").asString(),
                side.get("incentive").asString());
    }

    private Map<String, String> happenedSides() {
        try (OpenDatabase one = usual.open();
                OpenDatabase two = other.open()) {
            Map<String, String> now = byClaim(one.rows(CLAIMS));
            Map<String, String> with = byClaim(two.rows(CLAIMS));
            Map<String, String> sides = new TreeMap<>();
            differing.forEach(claim -> sides.put(claim, now.get(claim) + " -> " + with.get(claim)));
            return sides;
        }
    }

    private static Map<String, String> byClaim(List<String> rows) {
        Map<String, String> claims = new TreeMap<>();
        rows.forEach(row -> claims.put(row.substring(0, row.indexOf('|')), row.substring(row.indexOf('|') + 1)));
        return claims;
    }

    /** By program and currency, what is earned on a side and what that is in USD. */
    private static Set<String> money(JsonNode simulated) {
        Set<String> sums = new TreeSet<>();
        for (String side : List.of("now", "with")) {
            for (JsonNode sum : simulated.get("money")) {
                BigDecimal amount = new BigDecimal(sum.get(side).asString());
                if (amount.signum() > 0) {
                    sums.add(String.join(
                            "|",
                            side,
                            sum.get("program").asString(),
                            sum.get("currency").asString(),
                            amount.stripTrailingZeros().toPlainString(),
                            sum.get(side + "_usd").asString()));
                }
            }
        }
        return sums;
    }

    private Set<String> happenedMoney() {
        Set<String> sums = new TreeSet<>();
        Map.of("now", usual, "with", other).forEach((side, sandbox) -> {
            try (OpenDatabase database = sandbox.open()) {
                database.rows("select program, currency, sum(amount), sum(amount_usd) from earning"
                                + " where business_date = '%s' group by program, currency".formatted(LAST))
                        .forEach(row -> {
                            String[] cells = row.split("\\|");
                            cells[2] = new BigDecimal(cells[2])
                                    .stripTrailingZeros()
                                    .toPlainString();
                            sums.add(side + "|" + String.join("|", cells));
                        });
            }
        });
        return sums;
    }

    private static String openClaim(OpenDatabase database) {
        return database.rows("select claim_id from claim where status = 'SUBMITTED' limit 1")
                .get(0);
    }

    /** Rejects partners two business days earlier, and lets customers object two days longer. */
    private static Path changedRules(Path rules) throws IOException {
        Path changed = rules.resolveSibling("changed-rules");
        copy(rules, changed);
        for (String name : List.of("auto-rejection.drl", "consent-expiry.drl")) {
            Path file = changed.resolve("lifecycle").resolve(name);
            String text = Files.readString(file);
            String edited = text.replace(
                            "businessDaysInStatus > 5)\nthen\n    decide.reject",
                            "businessDaysInStatus > 3)\nthen\n    decide.reject")
                    .replace("daysInStatus > 7", "daysInStatus > 9");
            assertThat(edited).isNotEqualTo(text);
            Files.writeString(file, edited);
        }
        return changed;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private JsonNode simulate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("rules", "simulate", "--format", "json"));
        all.addAll(List.of(arguments));
        Said said = usual.run(all.toArray(String[]::new));
        assertThat(said.status()).as(said.err()).isZero();
        return JsonMapper.shared().readTree(said.out());
    }

    private static Set<String> changes(JsonNode simulated) {
        Set<String> claims = new TreeSet<>();
        simulated
                .get("changes")
                .forEach(change -> claims.add(change.get("claim_id").asString()));
        return claims;
    }

    /** Returns the claims that stand otherwise in the two databases. */
    private Set<String> differing() {
        try (OpenDatabase one = usual.open();
                OpenDatabase two = other.open()) {
            Set<String> claims = new TreeSet<>();
            difference(one.rows(CLAIMS), two.rows(CLAIMS))
                    .forEach(row -> claims.add(row.substring(0, row.indexOf('|'))));
            difference(one.rows(EARNINGS), two.rows(EARNINGS)).forEach(row -> {
                String earning = row.substring(0, row.indexOf('|'));
                claims.add(earning.substring(0, earning.lastIndexOf('-', earning.lastIndexOf('-') - 1)));
            });
            return claims;
        }
    }

    private static Set<String> difference(List<String> one, List<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        all.removeIf(row -> one.contains(row) && other.contains(row));
        return all;
    }
}
