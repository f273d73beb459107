package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.cli.Sandbox;
import dev.cpor.decision.Decision;
import dev.cpor.decision.Note;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.ReasonCode;
import dev.cpor.store.claim.OpenClaims;
import dev.cpor.store.connection.Database;
import dev.cpor.store.decision.PageWriting;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Night;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tables themselves refuse, whoever writes to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("database")
class TableGuaranteesTest {
    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private Sandbox.Beans beans;

    @BeforeAll
    void runNights(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        beans = sandbox.beans();
        SmallInbox.of(6).writeTo(sandbox);
        assertThat(sandbox.run("nightly", "--date", "2026-11-06").status()).isZero();
        assertThat(sandbox.run("nightly", "--date", "2026-11-07").status()).isZero();
    }

    @AfterAll
    void close() {
        beans.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history set comment = 'Never said.' where claim = 1 and version = 1",
                "delete from history where claim = 1 and version = 1"
            })
    void neverLetHistoryBeChanged(String sql) throws SQLException {
        assertThatThrownBy(() -> execute(Owner.connect(beans), sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("History is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history set comment = 'x'",
                "delete from history",
                "truncate table history",
                "update reinstatement set notes = ''",
                "delete from reinstatement"
            })
    void grantTheRunningProgramNoMoreThanItNeeds(String sql) {
        Database database = beans.get(Database.class);
        if (database.runtime().equals(database.owner())) {
            // An outside database has one account: what it may do is up to whoever made it.
            return;
        }
        assertThatThrownBy(() -> execute(
                        DriverManager.getConnection(
                                database.url(),
                                database.runtime().user(),
                                database.runtime().password()),
                        sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("command denied to user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into history select null, claim, version, run, business_date, kind, occurred_at, actor_role, actor, status, consent, incentive, reason, detail, comment, rule_name, ruleset from history limit 1",
                "insert into history (claim, version, run, business_date, kind, status, consent, incentive, rule_name) values (1, 99, 1, '2026-11-06', 'ESCALATED', 'SUBMITTED', 'NONE', 'NOT_ASSESSED', 'A rule without its rule set')",
                "insert into history (claim, version, run, business_date, kind, status, consent, incentive) values (999, 1, 1, '2026-11-06', 'COMMENTED', 'EDITING', 'NONE', 'NOT_ASSESSED')",
                "update claim set status = 'REJECTED' where id = 1",
                "update claim set status = 'PAID' where id = 1",
                "update claim set incentive = 'ELIGIBLE' where status = 'PARTNER_ACTION_REQUIRED'",
                "update claim set withdrawal = 'WRONG_MPN' where id = 1",
                "update claim set version = 0 where id = 1",
                "update claim set mpn_id = 'nobody' where id = 1",
                "update claim set claim_id = 'CPOR-2' where id = 1",
                "delete from claim where id = 1",
                "update claim_line set seats = -1",
                "update claim_line set annual_revenue = -0.0001",
                "update claim_line set workload = null",
                "update claim_line set currency = 'DOLLAR'",
                "insert into exchange_rate values ('EUR', '2026-11-06', -1)",
                "update earning set quantity = null",
                "update earning set extract = 99",
                "update earning set n = 0",
                "update earning set reason_code = 'CORRECTION'",
                "update earning set amount = -amount",
                "update earning set reverses = 'CPOR-1-1-7', reason_code = 'CORRECTION', amount = -amount where earning_id = 'CPOR-1-1-1'",
                "insert into reversal (earning, reason_code, asked_at) values (999, 'CORRECTION', utc_timestamp())",
                "insert into reversal (earning, reason_code, asked_at) select id, 'CORRECTION', utc_timestamp() from earning union all select id, 'CORRECTION', utc_timestamp() from earning",
                "insert into reinstatement (claim, version, decision, run, status_since, notes) select claim, version, version, run, business_date, '' from history",
                "insert into reinstatement (claim, version, decision, run, status_since, notes) select claim, version, 99, run, business_date, '' from history",
                "insert into payout_extract (program, sequence, business_date, run, ruleset) select program, sequence, '2026-12-24', run, ruleset from payout_extract limit 1",
                "insert into run (number, business_date, status, starts, started_at) values (99, '2026-11-06', 'RUNNING', 1, utc_timestamp())",
                "update run set approved_at = utc_timestamp()",
                "insert into rule_set_release (ruleset, effective_on, released_by, released_at) values ('nobody knows it', '2026-11-06', 'Anna', utc_timestamp())",
                "insert into rule_set_release (ruleset, effective_on, released_by, released_at) select fingerprint, '2026-11-06', ' ', utc_timestamp() from rule_set",
                "insert into rule_set_release (ruleset, effective_on, released_by, released_at, approved_by, approved_at) select fingerprint, '2026-11-06', 'Anna', utc_timestamp(), ' ANNA ', utc_timestamp() from rule_set",
                "insert into rule_set_release (ruleset, effective_on, released_by, released_at, approved_by) select fingerprint, '2026-11-06', 'Anna', utc_timestamp(), 'Otto' from rule_set",
                "insert into night_lease values (2, 0, '', utc_timestamp())"
            })
    void refuseWhatMustNotBe(String sql) throws SQLException {
        try (Connection connection = Owner.connect(beans)) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> {
                        try (Statement statement = connection.createStatement()) {
                            int rows = statement.executeUpdate(sql);
                            assertThat(rows).as("rows that it would concern").isPositive();
                        }
                    })
                    .isInstanceOf(SQLException.class);
            connection.rollback();
        }
    }

    @Test
    void cutTheOpenClaimsIntoRangesOfEqualShare() {
        OpenClaims claims = beans.get(OpenClaims.class);
        long open = claims.count();
        assertThat(open).isGreaterThan(1);

        List<OpenClaims.IdRange> ranges = claims.cut(2).ranges();

        assertThat(ranges).hasSize(2);
        assertThat(ranges)
                .extracting(range -> claims.page(range, 0, 100).size())
                .containsExactly((int) ((open + 1) / 2), (int) (open / 2));
        assertThat(ranges.get(0).last()).isLessThan(ranges.get(1).first());
    }

    @Test
    void letADecisionOnAStaleClaimWriteNothing() {
        JdbcTemplate jdbc = beans.get(JdbcTemplate.class);
        List<OpenClaim> open = beans.get(OpenClaims.class).page(new OpenClaims.IdRange(1, 100), 0, 100);
        List<Decision> notes = open.stream()
                .<Decision>map(claim -> new Decision.Noted(
                        claim,
                        List.of(new Note(Note.Kind.REMINDER, ReasonCode.PARTNER_RESPONSE_DUE, "The response is due"))))
                .toList();
        assertThat(notes).hasSizeGreaterThan(1);
        String all = "select concat_ws(' ', (select sum(version) from claim), (select count(*) from history),"
                + " (select count(*) from notice), (select count(*) from tally))";
        String before = jdbc.queryForObject(all, String.class);
        long last = open.get(open.size() - 1).id();
        jdbc.update("update claim set version = version + 1 where id = ?", last);

        Night night =
                new Night(1, LocalDate.of(2026, 11, 6), beans.get(Lease.class).token());
        String ruleset = jdbc.queryForObject("select max(fingerprint) from rule_set", String.class);
        assertThatThrownBy(() -> beans.get(TransactionTemplate.class)
                        .executeWithoutResult(transaction ->
                                beans.get(PageWriting.class).write(night, String.valueOf(ruleset), notes)))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessageContaining("1 of %d claims".formatted(open.size()));

        jdbc.update("update claim set version = version - 1 where id = ?", last);
        assertThat(jdbc.queryForObject(all, String.class)).isEqualTo(before);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
