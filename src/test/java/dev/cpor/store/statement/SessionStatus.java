package dev.cpor.store.statement;

import java.util.Collections;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the server has counted for a connection. */
public final class SessionStatus {
    private SessionStatus() {}

    /** Returns the sum of these counters, named as {@code information_schema.session_status} names them. */
    public static long sum(JdbcTemplate jdbc, String... names) {
        Long sum = jdbc.queryForObject(
                "select sum(variable_value) from information_schema.session_status where variable_name in (%s)"
                        .formatted(String.join(", ", Collections.nCopies(names.length, "?"))),
                Long.class,
                (Object[]) names);
        return sum == null ? 0 : sum;
    }
}
