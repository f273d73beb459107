package dev.cpor.store.remote;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Which database this is, so that offers of one are not taken for those of another that uses the same broker. */
public class DatabaseIdentity {
    private final JdbcClient jdbc;

    DatabaseIdentity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns 32 hexadecimal digits; a copy of a database under another name or on another server has others. */
    public String get() {
        // Servers before 10.5.26, 10.6.19, 10.11.9 and 11.4.3 have no server_uid.
        return jdbc.sql("""
                        select left(sha2(concat(id, database(), coalesce(
                                       (select global_value from information_schema.system_variables
                                         where variable_name = 'SERVER_UID'), concat(@@hostname, ':', @@port))), 256), 32)
                          from database_identity
                        """).query(String.class).single();
    }
}
