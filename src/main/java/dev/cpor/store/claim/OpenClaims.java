package dev.cpor.store.claim;

import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.Status;
import dev.cpor.store.statement.Bind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    public record IdRange(long first, long last) {
        /** Every claim. */
        public static final IdRange ALL = new IdRange(1, Long.MAX_VALUE);

        /** Reads {@code first-last}, as {@link #toString} writes it. */
        public static IdRange of(String text) {
            int dash = text.indexOf('-');
            return new IdRange(Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
        }

        /** Returns {@code first-last}. */
        @Override
        public String toString() {
            return first + "-" + last;
        }
    }

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

    /** Hands over the open claims of the range, page by page of at most {@code size}. */
    public void eachPage(IdRange range, int size, Consumer<List<OpenClaim>> consumer) {
        List<OpenClaim> page = page(range, 0, size);
        while (!page.isEmpty()) {
            consumer.accept(page);
            page = page(range, page.get(page.size() - 1).id(), size);
        }
    }

    /** Returns the claim of that number, if it is open. */
    public Optional<OpenClaim> byNumber(long id) {
        return page(new IdRange(id, id), 0, 1).stream().findFirst();
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

    /**
     * Cuts the open claims into at most that many ranges of their numbers, with about as many open claims in each: those of
     * yesterday stand close together at the end of the table. There is none when no claim is open.
     */
    public List<IdRange> ranges(int count) {
        return jdbc.sql("""
                        select min(id) as first, max(id) as last
                          from (select id, ntile(?) over (order by id) as part from claim where %s) as open
                         group by part
                         order by part
                        """.formatted(OPEN))
                .params(count)
                .query((row, n) -> new IdRange(row.getLong("first"), row.getLong("last")))
                .list();
    }

    // By position and as text: by name, or as a date, the driver searches each time anew for what it has to do.
    private static OpenClaim read(ResultSet row) throws SQLException {
        String firstSubmitted = row.getString(12);
        return new OpenClaim(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                Program.valueOf(row.getString(6)),
                Activity.valueOf(row.getString(7)),
                Status.valueOf(row.getString(8)),
                Consent.valueOf(row.getString(9)),
                Incentive.valueOf(row.getString(10)),
                Bind.date(row.getString(11)),
                firstSubmitted == null ? null : Bind.date(firstSubmitted),
                Bind.reasons(row.getString(13)));
    }
}
