package dev.cpor.store.night;

import dev.cpor.store.claim.OpenClaims.IdRange;
import dev.cpor.store.statement.Bind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs: one for each business date that a night was begun for. */
public class Runs {
    private final JdbcClient jdbc;
    private final Clock clock;

    Runs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A run.
     *
     * @param ruleset the fingerprint of the rule set that it began with, null as long as it read no claim
     * @param starts how often it was started
     * @param endedAt null while it runs, or after it was killed
     * @param brakedAt when the brake stopped it last, null when it never did
     * @param approvedAt when somebody let it go on all the same
     * @param approved the crossed limits that it may cross, as the brake told them
     */
    public record Run(
            long number,
            LocalDate businessDate,
            String status,
            @Nullable String ruleset,
            int starts,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String failure,
            @Nullable Instant brakedAt,
            @Nullable Instant approvedAt,
            Set<String> approved) {

        /** Says whether the brake stopped it and nobody has let it go on. */
        public boolean isBraked() {
            return status.equals("BRAKED");
        }

        /** Says whether the night is done. */
        public boolean isComplete() {
            return status.equals("COMPLETED");
        }
    }

    /** Returns the run of a business date, if it was begun. */
    public Optional<Run> of(LocalDate businessDate) {
        return jdbc.sql("""
                        select number, business_date, status, ruleset, starts, started_at, ended_at, failure, braked_at,
                               approved_at, approved
                          from run where business_date = ?
                        """).params(businessDate).query(Runs::read).optional();
    }

    /** Returns the run of a number, if there is one. */
    public Optional<Run> numbered(long number) {
        return all().stream().filter(run -> run.number() == number).findFirst();
    }

    /** Returns the latest business date whose night is complete. */
    public Optional<LocalDate> lastCompleted() {
        return date("select max(business_date) from run where status = 'COMPLETED'");
    }

    /** Returns the earliest business date whose night was begun and is not complete. */
    public Optional<LocalDate> firstUnfinished() {
        return date("select min(business_date) from run where status <> 'COMPLETED'");
    }

    /** Returns a run that has begun to decide claims and is not complete, if there is one. */
    public Optional<Run> amidDecisions() {
        return jdbc.sql("""
                        select number, business_date, status, ruleset, starts, started_at, ended_at, failure, braked_at,
                               approved_at, approved
                          from run where status <> 'COMPLETED' and ranges is not null order by business_date limit 1
                        """).query(Runs::read).optional();
    }

    /** Returns every run, the latest business date last. */
    public List<Run> all() {
        return jdbc.sql("""
                        select number, business_date, status, ruleset, starts, started_at, ended_at, failure, braked_at,
                               approved_at, approved
                          from run order by business_date
                        """).query(Runs::read).list();
    }

    /** The reports of a run: as text and as JSON; both null until it is complete. */
    public record Told(@Nullable String summary, @Nullable String report) {}

    /** Returns what a complete run told. */
    public Optional<Told> told(long run) {
        return jdbc.sql("select summary, report from run where number = ?")
                .params(run)
                .query((row, n) -> new Told(row.getString("summary"), row.getString("report")))
                .optional();
    }

    private Optional<LocalDate> date(String sql) {
        return jdbc.sql(sql)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** Begins the run of a business date, or begins it again; runs are numbered from 1 without gaps. */
    public Run begin(LocalDate businessDate) {
        jdbc.sql("""
                        insert into run (number, business_date, status, starts, started_at)
                        select coalesce(max(number), 0) + 1, ?, 'RUNNING', 1, ? from run
                            on duplicate key update status = 'RUNNING', starts = starts + 1, ended_at = null, failure = null
                        """).params(businessDate, now()).update();
        return of(businessDate).orElseThrow();
    }

    /** Notes the rule set that the run uses; a restart goes on with it. What was approved for another is not for this one. */
    public void useRuleSet(long run, String fingerprint) {
        // From left to right: the first assignment still sees the rule set that was noted before.
        jdbc.sql("""
                        update run set approved_at = if(ruleset = ?, approved_at, null),
                               approved = if(ruleset = ?, approved, null), ruleset = ?
                         where number = ?
                        """).params(fingerprint, fingerprint, fingerprint, run).update();
    }

    /**
     * Returns the ranges into which the evaluation of a run cuts the claims: the same at each start, for the claims that it
     * has closed by then are no measure any more.
     *
     * @param cut cuts them at the first start
     */
    public List<IdRange> ranges(long run, Supplier<List<IdRange>> cut) {
        String kept = jdbc.sql("select ranges from run where number = ?")
                .params(run)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
        if (kept != null) {
            return kept.isEmpty()
                    ? List.of()
                    : Stream.of(kept.split(";")).map(IdRange::of).toList();
        }
        List<IdRange> ranges = cut.get();
        jdbc.sql("update run set ranges = ? where number = ?")
                .params(ranges.stream().map(IdRange::toString).collect(Collectors.joining(";")), run)
                .update();
        return ranges;
    }

    /**
     * Ends a run that did all.
     *
     * @param summary the run report as text
     * @param report the run report as JSON
     */
    public void complete(Night night, String summary, String report) {
        jdbc.sql("""
                        update run set status = 'COMPLETED', ended_at = ?, failure = null, summary = ?, report = ?
                         where number = ?
                        """).params(now(), summary, report, night.run()).update();
    }

    /** Ends a run that has to be started again; does nothing when somebody else runs it by now. */
    public void fail(Night night, String message) {
        jdbc.sql("""
                        update run set status = 'FAILED', ended_at = ?, failure = ?
                         where number = ? and status = 'RUNNING'
                           and exists (select 1 from night_lease where id = 1 and token = ?)
                        """).params(now(), message, night.run(), night.token()).update();
    }

    /**
     * Ends a run that the brake has stopped; does nothing when somebody else runs it by now. What was approved before does not
     * count any more.
     *
     * @param crossed the limits that it crosses, each in one line
     */
    public void brake(Night night, String message, List<String> crossed) {
        jdbc.sql("""
                        update run set status = 'BRAKED', ended_at = ?, braked_at = ?, failure = ?, braked = ?,
                               approved_at = null, approved = null
                         where number = ? and status = 'RUNNING'
                           and exists (select 1 from night_lease where id = 1 and token = ?)
                        """)
                .params(now(), now(), message, String.join("\n", crossed), night.run(), night.token())
                .update();
    }

    /** Leaves a run as it was before something else than its night was done for it, such as an intake alone. */
    public void putBack(Night night, Run before) {
        LocalDateTime endedAt = before.endedAt() == null ? null : Bind.utc(before.endedAt());
        jdbc.sql("""
                        update run set status = ?, ended_at = ?, failure = ?
                         where number = ? and status = 'RUNNING'
                           and exists (select 1 from night_lease where id = 1 and token = ?)
                        """)
                .param(1, before.status())
                .param(2, endedAt)
                .param(3, before.failure())
                .param(4, night.run())
                .param(5, night.token())
                .update();
    }

    /**
     * Lets a run that the brake has stopped go on with what it was stopped for; the first approval is the one that stays noted.
     */
    public void approve(long run) {
        jdbc.sql("""
                        update run set approved_at = coalesce(approved_at, ?), approved = braked
                         where number = ? and braked_at is not null
                        """).params(now(), run).update();
    }

    private LocalDateTime now() {
        return Bind.utc(clock.instant());
    }

    static Run read(ResultSet row, int n) throws SQLException {
        return new Run(
                row.getLong("number"),
                row.getObject("business_date", LocalDate.class),
                row.getString("status"),
                row.getString("ruleset"),
                row.getInt("starts"),
                row.getObject("started_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                instant(row, "ended_at"),
                row.getString("failure"),
                instant(row, "braked_at"),
                instant(row, "approved_at"),
                lines(row.getString("approved")));
    }

    private static Set<String> lines(@Nullable String text) {
        return text == null ? Set.of() : text.lines().collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
