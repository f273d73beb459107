package dev.cpor.store.remote;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Which database this is, so that offers of one are not taken for those of another that uses the same broker. */
public class DatabaseIdentity {
    private final JdbcClient jdbc;

    DatabaseIdentity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns 32 hexadecimal digits; a copy of a database under another name has others. */
    public String get() {
        return jdbc.sql("select left(sha2(concat(id, database()), 256), 32) from database_identity")
                .query(String.class)
                .single();
    }
}
