package dev.cpor.store;

import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the open claims, page by page in the order of their numbers. */
public class OpenClaims {
    private static final String OPEN =
            "(status in ('SUBMITTED', 'UNDER_REVIEW', 'PARTNER_ACTION_REQUIRED') or (status = 'APPROVED' and incentive = 'NOT_ASSESSED'))";

    private final JdbcClient jdbc;

    OpenClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Some claims of a table, by their numbers. */
    public record IdRange(long first, long last) {}

    /** Returns a page of at most {@code size} open claims of the range whose numbers are greater than {@code after}. */
    public List<OpenClaim> page(IdRange range, long after, int size) {
        return jdbc.sql("""
                        select id, claim_id, version, mpn_id, tenant_id, program, activity, status, consent, incentive,
                               status_since, first_submitted, notes
                          from claim
                         where id > ? and id <= ? and %s
                         order by id
                         limit ?
                        """.formatted(OPEN))
                .params(Math.max(after, range.first() - 1), range.last(), size)
                .query((row, n) -> read(row))
                .list();
    }

    /** Returns how many claims are open. */
    public long count() {
        return jdbc.sql("select count(*) from claim where " + OPEN)
                .query(Long.class)
                .single();
    }

    /** Returns the earliest day that any open claim's count begins with, or nothing when no claim is open. */
    public Optional<LocalDate> earliestDay() {
        return jdbc
                .sql("select min(least(status_since, coalesce(first_submitted, status_since))) from claim where "
                        + OPEN)
                .query(LocalDate.class)
                .list()
                .stream()
                .filter(day -> day != null)
                .findFirst();
    }

    /** Cuts the numbers of all claims into that many ranges of about equal length; none when there is no claim. */
    public List<IdRange> ranges(int count) {
        Optional<IdRange> all = jdbc.sql("select min(id) as first, max(id) as last from claim having first is not null")
                .query((row, n) -> new IdRange(row.getLong("first"), row.getLong("last")))
                .optional();
        List<IdRange> ranges = new ArrayList<>();
        all.ifPresent(range -> {
            long length = Math.max(1, (range.last() - range.first() + count) / count);
            for (long first = range.first(); first <= range.last(); first += length) {
                ranges.add(new IdRange(first, Math.min(range.last(), first + length - 1)));
            }
        });
        return ranges;
    }

    private static OpenClaim read(ResultSet row) throws SQLException {
        return new OpenClaim(
                row.getLong("id"),
                row.getString("claim_id"),
                row.getInt("version"),
                row.getString("mpn_id"),
                row.getString("tenant_id"),
                Program.valueOf(row.getString("program")),
                Activity.valueOf(row.getString("activity")),
                Status.valueOf(row.getString("status")),
                Consent.valueOf(row.getString("consent")),
                Incentive.valueOf(row.getString("incentive")),
                row.getObject("status_since", LocalDate.class),
                row.getObject("first_submitted", LocalDate.class),
                Bind.reasons(row.getString("notes")));
    }
}
