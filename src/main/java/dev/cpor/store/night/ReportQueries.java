package dev.cpor.store.night;

import dev.cpor.domain.Money;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.RejectCode;
import dev.cpor.domain.Status;
import dev.cpor.store.statement.Amounts;
import dev.cpor.store.statement.Bind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run report needs to know. */
public class ReportQueries {
    private final JdbcClient jdbc;

    ReportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many rows of each file of a run wait, by the file's number. */
    public Map<Long, Long> waitingByFile(long run) {
        return counts("""
                select row.feed_file, count(*)
                  from waiting_claim
                  join staged_row row on row.claim_id = waiting_claim.claim_id and row.settled_on is null
                  join feed_file file on file.id = row.feed_file
                 where file.run = ?
                 group by row.feed_file
                """, run);
    }

    /** Returns how many rows of each file were refused in a run, by the file's number. */
    public Map<Long, Long> rejectsByFile(long run) {
        return counts("select feed_file, count(*) from reject where run = ? group by feed_file", run);
    }

    private Map<Long, Long> counts(String sql, long run) {
        Map<Long, Long> counts = new LinkedHashMap<>();
        jdbc.sql(sql).params(run).query((RowCallbackHandler) row -> counts.put(row.getLong(1), row.getLong(2)));
        return counts;
    }

    /** Returns how many rows were refused in a run, by code. */
    public Map<RejectCode, Long> rejectsByCode(long run) {
        Map<RejectCode, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select code, count(*) from reject where run = ? group by code order by count(*) desc, code")
                .params(run)
                .query((RowCallbackHandler) row -> counts.put(RejectCode.valueOf(row.getString(1)), row.getLong(2)));
        return counts;
    }

    /** Returns how many claims are in each status. */
    public Map<Status, Long> statuses() {
        Map<Status, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select status, count(*) from claim group by status order by status")
                .query((RowCallbackHandler) row -> counts.put(Status.valueOf(row.getString(1)), row.getLong(2)));
        return counts;
    }

    /** How many claims went from one status to another. */
    public record Moved(Status from, Status to, long claims) {}

    /** Returns how many claims changed their status because they were put back between the night before a run and that run. */
    public List<Moved> reinstatedBefore(long run) {
        return jdbc.sql("""
                        select decision.status as was, putback.status as is_now, count(*) as claims
                          from reinstatement
                          join history putback on putback.claim = reinstatement.claim
                                              and putback.version = reinstatement.version
                          join history decision on decision.claim = reinstatement.claim
                                               and decision.version = reinstatement.decision
                         where reinstatement.run =
                                   (select max(number) from run where status = 'COMPLETED' and number < ?)
                           and decision.status <> putback.status
                         group by decision.status, putback.status
                        """)
                .params(run)
                .query((row, n) -> new Moved(
                        Status.valueOf(row.getString("was")),
                        Status.valueOf(row.getString("is_now")),
                        row.getLong("claims")))
                .list();
    }

    /** A claim whose assessment waits, since the business date on which it was held first. */
    public record Held(String claimId, Set<ReasonCode> reasons, LocalDate since) {}

    /** Returns every claim whose assessment waits, by claim ID. */
    public List<Held> held() {
        return jdbc.sql("""
                        select claim.claim_id, claim.notes, min(history.business_date) as since
                          from claim
                          join history on history.claim = claim.id and history.kind = 'HELD'
                                      and history.business_date >= claim.status_since
                         where claim.status = 'APPROVED' and claim.incentive = 'NOT_ASSESSED'
                           and claim.consent = 'ELAPSED'
                         group by claim.id, claim.claim_id, claim.notes
                         order by claim.claim_id
                        """)
                .query((row, n) -> new Held(
                        row.getString("claim_id"),
                        Bind.reasons(row.getString("notes")),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    /** A claim that a run left as it was. */
    public record Quarantined(String claimId, List<String> rules, String message) {}

    /** Returns the claims that a run quarantined, by claim ID. */
    public List<Quarantined> quarantined(long run) {
        return jdbc.sql("""
                        select claim.claim_id, rules, message
                          from quarantine join claim on claim.id = quarantine.claim
                         where run = ? order by claim.claim_id
                        """)
                .params(run)
                .query((row, n) -> new Quarantined(
                        row.getString("claim_id"),
                        Arrays.asList(row.getString("rules").split("; ")),
                        row.getString("message")))
                .list();
    }

    /** The earnings of one program in one currency. */
    public record Earned(Program program, long earnings, Money amount, Money usd) {}

    /** Returns what a run earned, by program and currency. */
    public List<Earned> earned(long run) {
        return sums(run, "reverses is null");
    }

    /** Returns what a run took back of what earlier runs had earned, as negative amounts, by program and currency. */
    public List<Earned> reversed(long run) {
        return sums(run, "reverses is not null");
    }

    private List<Earned> sums(long run, String which) {
        return jdbc.sql("""
                        select program, currency, count(*) as earnings, sum(amount) as amount,
                               max(minor_units) as minor_units, sum(amount_usd) as usd
                          from earning where run = ? and %s group by program, currency order by program, currency
                        """.formatted(which))
                .params(run)
                .query((row, n) -> new Earned(
                        Program.valueOf(row.getString("program")),
                        row.getLong("earnings"),
                        Amounts.money(row),
                        Money.usd(row.getBigDecimal("usd"))))
                .list();
    }

    /** An extract of a run. */
    public record Extracted(
            Program program,
            int sequence,
            LocalDate businessDate,
            long rows,
            List<Money> sums,
            Money usd,
            String sha256) {}

    /** Returns the extracts of a run, by program. */
    public List<Extracted> extracts(long run) {
        return jdbc.sql("""
                        select id, program, sequence, business_date, row_count, csv_sha256
                          from payout_extract where run = ? and manifest_sha256 is not null order by program, sequence
                        """)
                .params(run)
                .query((row, n) -> {
                    long id = row.getLong("id");
                    return new Extracted(
                            Program.valueOf(row.getString("program")),
                            row.getInt("sequence"),
                            row.getObject("business_date", LocalDate.class),
                            row.getLong("row_count"),
                            sums(id),
                            usd(id),
                            row.getString("csv_sha256"));
                })
                .list();
    }

    private List<Money> sums(long extract) {
        return jdbc.sql("""
                        select currency, sum(amount) as amount, max(minor_units) as minor_units
                          from earning where extract = ? group by currency order by currency
                        """)
                .params(extract)
                .query((row, n) -> Amounts.money(row))
                .list();
    }

    private Money usd(long extract) {
        return Money.usd(jdbc.sql("select coalesce(sum(amount_usd), 0) from earning where extract = ?")
                .params(extract)
                .query(BigDecimal.class)
                .single());
    }
}
