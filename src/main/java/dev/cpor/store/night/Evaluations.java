package dev.cpor.store.night;

import dev.cpor.decision.EveryClaim;
import dev.cpor.store.claim.NightScope;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs noted when they began to evaluate claims, so that later ones can tell what has changed since. */
public class Evaluations {
    private static final String COLUMNS =
            "number, business_date, status = 'COMPLETED' as complete, ruleset, evaluation, history_before, counted_by, due_since, every_because";

    private final JdbcClient jdbc;

    Evaluations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run that began to evaluate claims.
     *
     * @param place its place among all such runs, from 1
     * @param historyBefore the last history row when it began; once it is complete, rows that its rules wrote after it count as
     *     if they had been there
     * @param countedBy tells calendars and programs apart
     * @param dueSince the run since which it looked for claims that are due, null where it evaluated every open claim
     * @param why it evaluated every open claim, null where it did not
     */
    public record Begun(
            long run,
            LocalDate businessDate,
            boolean complete,
            @Nullable String ruleset,
            long place,
            long historyBefore,
            String countedBy,
            @Nullable Long dueSince,
            @Nullable EveryClaim why) {}

    /**
     * Says whether a run has come to the end of its evaluation, be it that no claim was to be evaluated: another start of it does
     * not evaluate again.
     */
    public boolean isOver(long run) {
        return jdbc.sql("""
                        select exists (select 1 from BATCH_STEP_EXECUTION step
                                         join BATCH_JOB_EXECUTION_PARAMS number
                                           on number.JOB_EXECUTION_ID = step.JOB_EXECUTION_ID
                                        where step.STEP_NAME = 'evaluate' and step.STATUS = 'COMPLETED'
                                          and number.PARAMETER_NAME = 'run' and number.PARAMETER_VALUE = ?)
                        """).params(String.valueOf(run)).query(Boolean.class).single();
    }

    /** Says whether a run has written its first page of decisions, be it one that changed nothing, or has come to its end without one. */
    public boolean hasDecided(long run) {
        return jdbc.sql("select exists (select 1 from tally where run = ? and topic = 'EVALUATED')")
                        .params(run)
                        .query(Boolean.class)
                        .single()
                || isOver(run);
    }

    /** Returns what a run noted, if it has begun to evaluate. */
    public Optional<Begun> of(long run) {
        return one("select %s from run where number = ? and evaluation is not null", run);
    }

    /** Returns the run that began to evaluate last, of all others. */
    public Optional<Begun> lastBut(long run) {
        return one(
                "select %s from run where number <> ? and evaluation is not null order by evaluation desc limit 1",
                run);
    }

    /** Returns the run that began to evaluate last before that one. */
    public Optional<Begun> before(Begun run) {
        return one("select %s from run where evaluation < ? order by evaluation desc limit 1", run.place());
    }

    private Optional<Begun> one(String sql, long number) {
        return jdbc.sql(sql.formatted(COLUMNS))
                .params(number)
                .query((row, n) -> {
                    String why = row.getString("every_because");
                    return new Begun(
                            row.getLong("number"),
                            row.getObject("business_date", LocalDate.class),
                            row.getBoolean("complete"),
                            row.getString("ruleset"),
                            row.getLong("evaluation"),
                            row.getLong("history_before"),
                            row.getString("counted_by"),
                            row.getObject("due_since", Long.class),
                            why == null ? null : EveryClaim.valueOf(why));
                })
                .optional();
    }

    /** Returns how many of the last complete runs, but this one, looked for claims that are due, one after the other. */
    public long nightsByQuery(long run) {
        return jdbc.sql("""
                        select count(*) from run
                         where number <> ? and due_since is not null and status = 'COMPLETED'
                           and evaluation > (select coalesce(max(evaluation), 0) from run
                                              where number <> ? and evaluation is not null and due_since is null)
                        """).params(run, run).query(Long.class).single();
    }

    /** Returns the number of the last history row, 0 when there is none. */
    public long lastHistoryRow() {
        return jdbc.sql("select coalesce(max(id), 0) from history")
                .query(Long.class)
                .single();
    }

    /**
     * Notes that a run begins to evaluate; how it cuts the claims is to be found anew.
     *
     * @param historyBefore the last history row that each of its decisions takes into account
     */
    public void begin(long run, long historyBefore, String countedBy, NightScope scope) {
        note(run, historyBefore, countedBy, scope, "null");
    }

    /** Notes what a run has evaluated that came to the end of its evaluation and noted nothing; its ranges stay as they are. */
    public void adopt(long run, long historyBefore, String countedBy, NightScope scope) {
        note(run, historyBefore, countedBy, scope, "ranges");
    }

    /** Notes that a run that has written decisions begins with every claim once more; ranges that hold all claims stay. */
    public void goOn(long run, long historyBefore, String countedBy, NightScope.Every scope) {
        note(run, historyBefore, countedBy, scope, "nullif(ranges, '')");
    }

    /** Forgets what a run has left in quarantine: it is decided again. */
    public void forgetQuarantined(long run) {
        jdbc.sql("delete from quarantine where run = ?").params(run).update();
    }

    /**
     * Notes that a run is complete: what its own rules wrote is nothing that a later one has to look through, as far as nobody
     * else wrote in between.
     */
    public void end(long run) {
        of(run).ifPresent(begun ->
                jdbc.sql("""
                        update run set history_before = coalesce(
                               (select id - 1 from history
                                 where id > ? and not (run = ? and rule_name is not null) order by id limit 1),
                               (select max(id) from history),
                               history_before)
                         where number = ?
                        """).params(begun.historyBefore(), run, run).update());
    }

    private void note(long run, long historyBefore, String countedBy, NightScope scope, String ranges) {
        jdbc.sql("""
                        update run
                           set evaluation = (select place from (select coalesce(max(evaluation), 0) + 1 as place from run) next),
                               history_before = ?, counted_by = ?, due_since = ?, every_because = ?,
                               ranges = %s
                         where number = ?
                        """.formatted(ranges))
                .param(1, historyBefore)
                .param(2, countedBy)
                .param(3, scope instanceof NightScope.Due due ? due.run() : null)
                .param(4, scope instanceof NightScope.Every every ? every.why().name() : null)
                .param(5, run)
                .update();
    }
}
