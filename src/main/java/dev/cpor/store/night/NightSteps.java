package dev.cpor.store.night;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In which order nights worked, whatever their numbers and dates: a night that the brake stopped, or an intake alone, may have
 * been followed by others before it went on. The batch framework numbers steps as they start, and the lease lets one night work
 * at a time.
 */
public class NightSteps {
    private final JdbcClient jdbc;

    NightSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a step did. */
    public enum Kind {
        /** It read feeds. */
        READING,
        /** It gave waiting rows their turn. */
        TURNS,
        /** It asked the rules about open claims. */
        EVALUATION
    }

    /**
     * A step of a run.
     *
     * @param wrote whether it wrote anything, or may have
     */
    public record Step(long run, Kind kind, boolean wrote) {}

    /** Returns the steps of all runs, in the order in which they worked; one that was started again is there again. */
    public List<Step> inOrder() {
        return jdbc.sql("""
                        select cast(number.PARAMETER_VALUE as signed) as run, step.STEP_NAME as name,
                               step.WRITE_COUNT > 0 or step.STATUS <> 'COMPLETED' as wrote
                          from BATCH_STEP_EXECUTION step
                          join BATCH_JOB_EXECUTION_PARAMS number
                            on number.JOB_EXECUTION_ID = step.JOB_EXECUTION_ID and number.PARAMETER_NAME = 'run'
                         where step.STEP_NAME in ('readFeeds', 'takeTurns', 'evaluate')
                         order by step.STEP_EXECUTION_ID
                        """)
                .query((row, n) -> new Step(row.getLong("run"), kind(row.getString("name")), row.getBoolean("wrote")))
                .list();
    }

    private static Kind kind(String step) {
        return switch (step) {
            case "readFeeds" -> Kind.READING;
            case "takeTurns" -> Kind.TURNS;
            default -> Kind.EVALUATION;
        };
    }
}
