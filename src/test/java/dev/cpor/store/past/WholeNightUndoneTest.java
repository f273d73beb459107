package dev.cpor.store.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.generate.FeedGenerator;
import dev.cpor.generate.GeneratorOptions;
import dev.cpor.store.statement.Bind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a night of some hundred claims rejected and handed off is undone, twice. */
@Tag("database")
class WholeNightUndoneTest {
    private static final String STANDING = "select claim_id, status, rejection, consent, incentive, status_since,"
            + " first_submitted, notes from claim order by claim_id";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private OpenDatabase database;

    @AfterEach
    void closes() {
        database.close();
        sandbox.close();
    }

    @Test
    void everyClaimStandsAgainWhereItStoodAndTheNextNightComesToTheSame() {
        Path feeds = folder.resolve("feeds");
        FeedGenerator.generate(
                new GeneratorOptions(400, 11, LocalDate.parse("2026-10-20"), LocalDate.parse("2026-11-19"), feeds));
        sandbox = new Sandbox(folder.resolve("box")).feeds(feeds).nightly("chunk: 7");
        database = sandbox.open();
        run("nightly", "--date", "2026-11-16", "--skip-rule-tests");
        run("intake", "--date", "2026-11-19");
        Map<String, String> before = standing();

        run("nightly", "--date", "2026-11-19", "--skip-rule-tests");
        assertThat(undo(2, before)).isGreaterThan(20);
        Map<String, String> undone = standing();
        run("nightly", "--date", "2026-11-20", "--skip-rule-tests");
        undo(3, undone);
        historiesTellWhereClaimsStand();

        assertThat(database.number("select count(*) from earning where reverses is not null"))
                .isPositive();
        assertThat(database.rows("select claim, line_no, sum(amount) from earning"
                        + " where claim in (select claim from reinstatement) group by claim, line_no"
                        + " having count(*) not in (1, 3) or sum(amount) <> max(amount)"))
                .as("lines of which something else remains than what they earned last")
                .isEmpty();
        run("payout", "verify", sandbox.out().resolve("payout").toString());
    }

    /** Undoes a run, and returns how many claims it had closed. */
    private int undo(long run, Map<String, String> before) {
        Map<String, String> decided = standing();
        run("claims", "reinstate", "--run", String.valueOf(run), "--reason", "Try again", "--yes");
        List<String> putBack = database.rows(
                "select claim_id from claim join history on history.claim = claim.id and history.version = claim.version"
                        + " where kind = 'REINSTATED' order by claim_id");
        Map<String, String> after = standing();
        assertThat(database.number(
                        "select count(*) from history where kind in ('REJECTED', 'HANDED_OFF') and run = " + run))
                .isEqualTo(putBack.size());
        for (String claim : after.keySet()) {
            if (!putBack.contains(claim)) {
                assertThat(after.get(claim)).as(claim).isEqualTo(decided.get(claim));
            } else {
                assertThat(after.get(claim)).as(claim).isEqualTo(before.get(claim));
            }
        }
        return putBack.size();
    }

    private void historiesTellWhereClaimsStand() {
        try (Sandbox.Beans beans = sandbox.beans()) {
            Map<String, String> told = new TreeMap<>();
            List<Long> ids = database.rows("select id from claim").stream()
                    .map(Long::valueOf)
                    .toList();
            beans.get(RuleDecisions.class).histories(ids).forEach((id, history) -> {
                Stay stay = Stay.after(history);
                told.put(
                        String.valueOf(id),
                        "%d|%s|%s|%s|%s"
                                .formatted(id, stay.status(), stay.consent(), stay.since(), Bind.names(stay.notes())));
            });
            Map<String, String> kept = new TreeMap<>();
            database.rows("select id, status, consent, status_since, notes from claim")
                    .forEach(row -> kept.put(row.substring(0, row.indexOf('|')), row));
            assertThat(told).isEqualTo(kept);
        }
    }

    private Map<String, String> standing() {
        Map<String, String> claims = new TreeMap<>();
        database.rows(STANDING).forEach(row -> claims.put(row.substring(0, row.indexOf('|')), row));
        return claims;
    }

    private void run(String... words) {
        Said said = sandbox.run(words);
        assertThat(said.status()).as(said.out() + said.err()).isZero();
    }
}
