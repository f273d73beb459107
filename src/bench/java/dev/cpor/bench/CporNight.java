package dev.cpor.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The program's night with its real rules and all that it guarantees. What counts are its steps {@code chooseClaims} and
 * {@code evaluate} as Spring Batch has noted them; there are no feeds to read, and nothing to pay.
 */
record CporNight(LocalDate date, Path inbox, Path out) implements Contender {
    @Override
    public String name() {
        return "cpor";
    }

    @Override
    public Ready prepare(BenchServer server) {
        CporProgram program = CporProgram.on(server, inbox, out);
        program.readRules();
        return new Ready() {
            @Override
            public Map<String, Duration> run() {
                program.night(date, true);
                return evaluation(server, date);
            }

            @Override
            public void close() {
                program.close();
            }
        };
    }

    /** Returns how long the steps of that night took that choose claims and evaluate them. */
    private static Map<String, Duration> evaluation(BenchServer server, LocalDate date) {
        Map<String, Duration> steps = steps(server, date);
        steps.keySet().retainAll(Set.of("chooseClaims", "evaluate"));
        return steps;
    }

    /** Returns how long these steps took together, in seconds. */
    static double secondsOfEvaluation(BenchServer server, LocalDate date) {
        return evaluation(server, date).values().stream()
                .mapToDouble(Measured::seconds)
                .sum();
    }

    /** Returns how long each step of that night, or of its intake alone, took. */
    static Map<String, Duration> steps(BenchServer server, LocalDate date) {
        Map<String, Duration> steps = new TreeMap<>();
        try (Statements database = server.open()) {
            database.rows(
                    """
                    select step.step_name, timestampdiff(microsecond, step.start_time, step.end_time)
                      from BATCH_STEP_EXECUTION step
                      join BATCH_JOB_EXECUTION_PARAMS named on named.job_execution_id = step.job_execution_id
                       and named.parameter_name = 'run'
                      join run on run.number = named.parameter_value and run.business_date = '%s'
                     where step.step_name not like '%%:%%'
                    """.formatted(date), row -> steps.put(row.getString(1), Duration.ofNanos(1000 * row.getLong(2))));
        }
        return steps;
    }
}
