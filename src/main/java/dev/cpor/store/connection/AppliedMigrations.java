package dev.cpor.store.connection;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Says, by one query, whether the tables are as the migrations leave them: the comparison that Flyway makes, without the
 * second that it takes to load. Where they are older or otherwise different, Flyway has the word.
 */
final class AppliedMigrations {
    private static final String FOLDER = "/db/migration/";
    private static final Pattern TABLE = Pattern.compile("(?i)create (?:table|sequence) (\\w+).*");

    /** After V17, each statement of a script can be repeated: a start may be killed before Flyway notes it. */
    static final List<String> SCRIPTS = List.of(
            "V1__claims.sql",
            "V2__spring_batch.sql",
            "V3__history_is_append_only.sql",
            "V4__rule_set_releases.sql",
            "V5__brake.sql",
            "V6__corrections.sql",
            "V8__payout_releases.sql",
            "V9__finance.sql",
            "V10__brake_approval.sql",
            "V11__due_by_query.sql",
            "V12__remote_partitions.sql",
            "V13__foreseen_turns.sql",
            "V14__compiled_rules.sql",
            "V15__notices_by_day.sql",
            "V16__remote_attempts.sql",
            "V17__open_by_submission.sql");

    /** What the tables are, compared with those that this version of the program makes. */
    enum Tables {
        CURRENT,
        NEWER,
        OTHERS
    }

    private AppliedMigrations() {}

    static Tables of(Connection connection) {
        Map<String, Integer> applied = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select script, checksum from flyway_schema_history where success order by installed_rank")) {
            while (rows.next()) {
                applied.put(rows.getString(1), rows.getInt(2));
            }
        } catch (SQLException e) {
            // There is no such table yet, or this user may not read it.
            return Tables.OTHERS;
        }
        Map<String, Integer> expected = new LinkedHashMap<>();
        SCRIPTS.forEach(script -> expected.put(script, checksum(script)));
        expected.put(RuntimeRights.class.getName(), RuntimeRights.CHECKSUM);
        if (!expected.keySet().containsAll(applied.keySet())) {
            return Tables.NEWER;
        }
        return applied.equals(expected) ? Tables.CURRENT : Tables.OTHERS;
    }

    /** Returns the names of all tables and sequences that the scripts make, and of Flyway's own, in lower case. */
    static Set<String> tables() {
        return Stream.concat(
                        Stream.of("flyway_schema_history"),
                        SCRIPTS.stream()
                                .flatMap(script -> lines(script).stream())
                                .map(TABLE::matcher)
                                .filter(Matcher::matches)
                                .map(table -> table.group(1)))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Flyway's: a CRC-32 over the lines without their ends. */
    private static int checksum(String script) {
        CRC32 sum = new CRC32();
        lines(script).forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    private static List<String> lines(String script) {
        try (InputStream in = AppliedMigrations.class.getResourceAsStream(FOLDER + script)) {
            if (in == null) {
                throw new FileNotFoundException(FOLDER + script);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
