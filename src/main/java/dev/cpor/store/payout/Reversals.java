package dev.cpor.store.payout;

import dev.cpor.domain.Money;
import dev.cpor.domain.ReasonCode;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Night;
import dev.cpor.store.statement.Amounts;
import dev.cpor.store.statement.Batch;
import dev.cpor.store.statement.Bind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Earnings that are to be taken back. Whoever asks for a reversal puts it into a queue, whether a night runs or not; the next
 * night makes rows of earnings out of the queue.
 */
public class Reversals {
    private static final String ROWS = """
            select earning.id, earning.earning_id, earning.amount, earning.currency, earning.minor_units,
                   earning.extract is not null as extracted, earning.reverses, taken.earning_id as reversed_by,
                   reversal.earning is not null and taken.id is null as waits
              from earning
              left join earning taken on taken.reverses = earning.earning_id
              left join reversal on reversal.earning = earning.id
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Lease lease;
    private final Clock clock;

    Reversals(JdbcTemplate jdbc, TransactionTemplate transaction, Lease lease, Clock clock) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.transaction = transaction;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * An earning, as far as it matters whether it can be taken back.
     *
     * @param number of the earning inside the database
     * @param isExtracted whether it is in an extract
     * @param reverses the earning that it takes back itself, null for an ordinary one
     * @param reversedBy the one that takes it back, null where there is none
     * @param waits whether a reversal is asked for that no night has made yet
     */
    public record Row(
            long number,
            String earningId,
            Money amount,
            boolean isExtracted,
            @Nullable String reverses,
            @Nullable String reversedBy,
            boolean waits) {

        /** Says whether it takes nothing back, and nothing takes it back nor is asked to. */
        public boolean counts() {
            return reverses == null && reversedBy == null && !waits;
        }
    }

    /** Returns an earning. */
    public Optional<Row> of(String earningId) {
        return jdbc
                .query(
                        ROWS + " where earning.earning_id = :earning",
                        Map.of("earning", earningId),
                        (row, n) -> row(row))
                .stream()
                .findFirst();
    }

    /** Returns the earnings of a claim, reversals among them, by line and number. */
    public List<Row> ofClaim(long claim) {
        return jdbc.query(
                ROWS + " where earning.claim = :claim order by earning.line_no, earning.n",
                Map.of("claim", claim),
                (row, n) -> row(row));
    }

    /**
     * Asks for reversals: for all of these earnings or for none.
     *
     * @return false when somebody else has asked for one of them a moment ago
     */
    public boolean ask(List<Row> earnings, ReasonCode reason) {
        try {
            transaction.executeWithoutResult(status -> Batch.update(
                    jdbc.getJdbcTemplate(),
                    "insert into reversal (earning, reason_code, asked_at) values (?, ?, ?)",
                    earnings.stream()
                            .map(earning -> new Object[] {earning.number(), reason.name(), Bind.utc(clock.instant())})
                            .toList()));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Asks for reversals of what these claims earned in a run, where nobody has; runs in the caller's transaction. */
    public void ask(Collection<Long> claims, long run, ReasonCode reason) {
        jdbc.update(
                """
                insert into reversal (earning, reason_code, asked_at)
                select earning.id, :reason, :now
                  from earning left join reversal on reversal.earning = earning.id
                 where earning.claim in (:claims) and earning.run = :run and earning.reverses is null
                   and reversal.earning is null
                """, Map.of("claims", claims, "run", run, "reason", reason.name(), "now", Bind.utc(clock.instant())));
    }

    /**
     * Makes the reversals that are asked for into earnings of the night: each says what the earning said that it takes back,
     * with negative amounts and quantity and the next number of its line. None is dated before what it takes back, so a night
     * that is caught up out of date order leaves later ones to others. Runs in the caller's transaction; the second time it
     * finds nothing to do.
     */
    public void make(Night night) {
        Map<String, Object> values = Map.of("run", night.run(), "date", night.businessDate());
        int made = jdbc.update("""
                insert into earning (earning_id, claim, line_no, n, run, business_date, program, activity, mpn_id,
                    partner_name, partner_country, tenant_id, customer_name, customer_country, solution_area, product,
                    subscription_id, workload, lever, earning_type, basis, rate, quantity, transaction_amount,
                    transaction_currency, amount, currency, minor_units, usd_rate, usd_rate_date, amount_usd, reverses,
                    reason_code, rule_name, ruleset)
                select concat(claim.claim_id, '-', line_no, '-', due.n), claim, line_no, due.n, :run, :date,
                    earning.program, earning.activity, earning.mpn_id, partner_name, partner_country, earning.tenant_id,
                    customer_name, customer_country, solution_area, product, subscription_id, workload, lever,
                    earning_type, basis, rate, -quantity, -transaction_amount, transaction_currency, -amount, currency,
                    minor_units, usd_rate, usd_rate_date, -amount_usd, earning_id, due.reason_code, rule_name, ruleset
                  from (select original.id, reversal.reason_code,
                               row_number() over (partition by original.claim, original.line_no order by original.n)
                                   + (select max(n) from earning line
                                       where line.claim = original.claim and line.line_no = original.line_no) as n
                          from reversal join earning original on original.id = reversal.earning
                         where reversal.run is null and original.business_date <= :date) due
                  join earning on earning.id = due.id
                  join claim on claim.id = earning.claim
                """, values);
        if (made > 0) {
            jdbc.update("""
                    update reversal
                      join earning on earning.id = reversal.earning
                      join earning made on made.reverses = earning.earning_id
                       set reversal.run = :run
                     where reversal.run is null
                    """, values);
        }
        lease.check(night);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("earning_id"),
                Amounts.money(row),
                row.getBoolean("extracted"),
                row.getString("reverses"),
                row.getString("reversed_by"),
                row.getBoolean("waits"));
    }
}
