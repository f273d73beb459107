package dev.cpor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.cli.FolderTexts;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Beans;
import dev.cpor.job.Nights;
import dev.cpor.job.Reinstating;
import dev.cpor.job.request.NightOptions;
import dev.cpor.store.night.Runs;
import dev.cpor.store.past.RuleDecision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nights that evaluate the claims that are due come to the same as nights that evaluate every open claim, whatever happens to
 * claims, partners, rates, rules and the calendar in between, and in whatever order the nights come. No sweep finds a claim that
 * the query would have missed.
 */
@Tag("database")
class DueByQueryTest {
    private static final Path RATE_CARD = Path.of("rules", "incentive", "rate-card.csv");
    private static final LocalDate FROM = LocalDate.parse("2026-10-19");
    private static final LocalDate TO = LocalDate.parse("2026-11-20");

    /** Conditions of which some are due at once, some by a business date, and one in a way that cannot be read off. */
    private static final List<String> CONDITIONS = List.of(
            "status == Status.UNDER_REVIEW, daysInStatus == 4",
            "businessDaysSinceSubmission in (3, 8)",
            "status != Status.APPROVED, !(daysInStatus < 6 || businessDaysInStatus > 7)",
            "activity == Activity.USAGE, businessDaysInStatus >= 2 && <= 3",
            "daysInStatus > 9 || in (2, 4), status == Status . /* new */\n SUBMITTED",
            "businessDate >= \"2026-11-10\", status == Status.SUBMITTED",
            "daysInStatus > businessDaysInStatus + 2");

    @TempDir
    Path folder;

    private final List<LocalDate> nights = new ArrayList<>();

    @Test
    void comesToTheSameAsAFullSweep() {
        long seed = Long.getLong("cpor.seed", System.nanoTime());
        System.out.println("Random nights of seed " + seed + "; set another with -Dcpor.seed.");
        RandomFeeds feeds = new RandomFeeds(
                new RandomFeeds.Plan(seed, Integer.getInteger("cpor.claims", 100), FROM, TO, RATE_CARD, false));
        Path daily = folder.resolve("daily");
        feeds.writeDaily(daily);
        try (Sandbox query = sandbox("query", "sweepEvery: 1000");
                Sandbox sweep = sandbox("sweep", "sweepEvery: 1")) {
            live(query, new Dice(seed), feeds.days(), daily);
            live(sweep, new Dice(seed), feeds.days(), daily);

            assertThat(told(query)).isEqualTo(told(sweep));
            assertThat(FolderTexts.below(query.out().resolve("payout")))
                    .isEqualTo(FolderTexts.below(sweep.out().resolve("payout")));
            for (Sandbox sandbox : List.of(query, sweep)) {
                assertThat(one(sandbox, "select count(*) from missed_claim")).isZero();
            }
            assertThat(one(sweep, "select count(*) from run where every_because = 'ROUTINE'"))
                    .isGreaterThan(nights.size() / 8);
            assertThat(one(query, "select count(*) from run where starts > 1")).isPositive();
            assertThat(one(query, "select count(*) from reinstatement")).isPositive();
            assertThat(one(query, "select count(*) from run where due_since is not null"))
                    .isGreaterThan(nights.size() / 8);
            assertThat(one(query, "select sum(amount) from tally where topic = 'EVALUATED'"))
                    .isLessThan(one(sweep, "select sum(amount) from tally where topic = 'EVALUATED'"));
            assertThat(one(
                            query,
                            "select count(*) from history join run on run.number = history.run"
                                    + " where rule_name is not null and due_since is not null"))
                    .isPositive();
        }
    }

    private Sandbox sandbox(String name, String setting) {
        Sandbox sandbox = new Sandbox(folder.resolve(name));
        return sandbox.nightly(setting, "chunk: 40");
    }

    /** The same for the same dice: a few nights in one session, then something about the calendar may change. */
    private void live(Sandbox sandbox, Dice dice, List<LocalDate> days, Path daily) {
        nights.clear();
        List<LocalDate> order = new ArrayList<>();
        for (LocalDate day : days) {
            if (!dice.chance(15)) {
                order.add(order.isEmpty() || !dice.chance(8) ? order.size() : order.size() - 1, day);
            }
        }
        List<LocalDate> undelivered = new ArrayList<>(days);
        int next = 0;
        while (next < order.size()) {
            List<LocalDate> some = order.subList(next, Math.min(order.size(), next + dice.between(4, 12)));
            next += some.size();
            if (dice.chance(30)) {
                sandbox.write(
                        sandbox.jobs().resolve("calendar.yaml"),
                        "extra: [ { date: %s, name: Carnival } ]%n".formatted(dice.pick(days)));
            }
            sandbox.inside(beans -> {
                new Life(sandbox, beans, dice, undelivered, daily).live(some);
                return nights.addAll(some);
            });
        }
    }

    /** Some nights in one session: in each, one fails late and is ended later, one has its intake before, one is undone. */
    private record Life(Sandbox sandbox, Beans beans, Dice dice, List<LocalDate> undelivered, Path daily) {
        void live(List<LocalDate> some) {
            LocalDate failing = dice.pick(some);
            LocalDate takenIn = dice.pick(some);
            boolean ended = dice.chance(50);
            for (LocalDate day : some) {
                deliver(day.equals(failing) ? day.minusDays(1) : day);
                if (dice.chance(20)) {
                    edit(sandbox.rules(), dice);
                }
                if (day.equals(takenIn)) {
                    nights().intake(day);
                }
                if (!day.equals(failing)) {
                    night(day, false);
                } else {
                    fail(day);
                    if (ended) {
                        night(day, dice.chance(50));
                    }
                }
            }
            if (!ended) {
                night(failing, dice.chance(50));
            }
            reinstate();
        }

        private void deliver(LocalDate day) {
            while (!undelivered.isEmpty() && !undelivered.get(0).isAfter(day)) {
                sandbox.feeds(daily.resolve(undelivered.remove(0).toString()));
            }
        }

        /** Fails when everything is decided; then comes what happened on that day, and rules that it may not begin with any more. */
        private void fail(LocalDate day) {
            Path control =
                    sandbox.out().resolve("payout").resolve(day.toString()).resolve("control.json");
            sandbox.write(control, "in the way");
            assertThatThrownBy(() -> night(day, false)).hasMessageContaining("control.json");
            deliver(day);
            nights().intake(day);
            edit(sandbox.rules(), dice);
            assertThatThrownBy(() -> nights().run(day, new NightOptions(false, true, false)))
                    .hasMessageContaining("without --new-rules");
            try {
                Files.delete(control);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void night(LocalDate day, boolean full) {
            nights().run(day, new NightOptions(false, false, full));
        }

        private Nights nights() {
            return beans.get(Nights.class);
        }

        /** Undoes the latest night of which a decision stands. */
        private void reinstate() {
            Reinstating reinstating = beans.get(Reinstating.class);
            beans.get(Runs.class).all().stream()
                    .map(Runs.Run::number)
                    .sorted(Comparator.reverseOrder())
                    .filter(run -> reinstating.list(run, null).stream().anyMatch(RuleDecision::stands))
                    .findFirst()
                    .ifPresent(run -> reinstating.reinstate(run, null, "A wrong night."));
        }
    }

    private static void edit(Path rules, Dice dice) {
        try {
            if (dice.chance(30)) {
                Path card = rules.resolve("incentive/rate-card.csv");
                Files.writeString(
                        card,
                        Files.readString(card).replaceFirst(",\\d+(\\.\\d+)?,", ",%d,".formatted(dice.between(1, 9))));
            } else if (dice.chance(50)) {
                Path file = rules.resolve("lifecycle/auto-rejection.drl");
                Files.writeString(
                        file,
                        Files.readString(file)
                                .replaceAll("InStatus > \\d+\\)", "InStatus > %d)".formatted(dice.between(4, 8))));
            } else {
                Files.writeString(rules.resolve("lifecycle/more.drl"), """
                        rule "Something more"
                        when $claim : Claim(%s)
                        then decide.escalate($claim, %s);
                        end
                        """.formatted(
                        dice.pick(CONDITIONS), dice.pick(List.of("REVIEW_START_OVERDUE", "DECISION_TARGET_MISSED"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> told(Sandbox sandbox) {
        return sandbox.histories().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, claim -> claim.getValue().stream()
                        .map(String::valueOf)
                        .map(entry -> entry.replaceAll("occurredAt=[^,]*(, kind=REINSTATED)", "now$1"))
                        .collect(Collectors.joining("\n"))));
    }

    private static long one(Sandbox sandbox, String sql) {
        return sandbox.inside(beans -> beans.get(JdbcTemplate.class).queryForObject(sql, Long.class));
    }
}
