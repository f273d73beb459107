package dev.cpor.bench;

import static java.util.stream.Collectors.joining;

import dev.cpor.bench.KnownChanges.Change;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What remains when nothing is decided: reading the columns that rules need, and writing the rows that are known beforehand, on
 * two connections, half of the claims each. Nothing is guarded. It writes as fast as was ever measured: one statement for all of 4,000
 * claims that become the same, history rows in the bulk protocol.
 *
 * @param notices whether it queues the notices as well
 */
record BareFloor(LocalDate date, Ruleset ruleset, Supplier<KnownChanges> known, boolean notices) implements Contender {
    private static final int CHUNK = 4_000;

    @Override
    public String name() {
        return notices ? "bare floor with notices" : "bare floor";
    }

    @Override
    public Ready prepare(BenchServer server) {
        Connection one = open(server);
        Connection other = open(server);
        KnownChanges changes = known.get();
        return new Ready() {
            @Override
            public Map<String, Duration> run() {
                return readAndWrite(one, other, changes);
            }

            @Override
            public void close() {
                new Statements(one).close();
                new Statements(other).close();
            }
        };
    }

    private Map<String, Duration> readAndWrite(Connection one, Connection other, KnownChanges changes) {
        Map<String, Duration> stages = new LinkedHashMap<>();
        Stopwatch reading = new Stopwatch();
        long middle = new Statements(one).number("select max(id) from claim") / 2;
        together(() -> read(one, 0, middle), () -> read(other, middle, Long.MAX_VALUE));
        stages.put("reading", reading.elapsed());
        Stopwatch writing = new Stopwatch();
        together(() -> write(one, changes.half(true)), () -> write(other, changes.half(false)));
        stages.put("writing", writing.elapsed());
        return stages;
    }

    private static Connection open(BenchServer server) {
        Properties options = new Properties();
        options.setProperty("useServerPrepStmts", "true");
        options.setProperty("useBulkStmts", "true");
        Connection connection = server.connect(options);
        new Statements(connection)
                .change(
                        "set autocommit = 0, transaction_isolation = 'READ-COMMITTED', in_predicate_conversion_threshold = 0");
        return connection;
    }

    private static void together(Runnable one, Runnable other) {
        CompletableFuture.allOf(CompletableFuture.runAsync(one), CompletableFuture.runAsync(other))
                .join();
    }

    private static void read(Connection connection, long after, long last) {
        try (PreparedStatement statement =
                connection.prepareStatement("""
                select id, claim_id, version, mpn_id, tenant_id, program, activity, status, consent, incentive, status_since,
                       first_submitted, notes
                  from claim
                 where id > ? and id <= ? and (status in ('SUBMITTED', 'UNDER_REVIEW', 'PARTNER_ACTION_REQUIRED')
                                               or (status = 'APPROVED' and incentive = 'NOT_ASSESSED'))
                 order by id
                """, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(CHUNK);
            statement.setLong(1, after);
            statement.setLong(2, last);
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getString(column);
                    }
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Connection connection, List<Change> changes) {
        try {
            for (int from = 0; from < changes.size(); from += CHUNK) {
                List<Change> chunk = changes.subList(from, Math.min(changes.size(), from + CHUNK));
                update(connection, chunk);
                append(connection, chunk);
                if (notices) {
                    queue(connection, chunk);
                }
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One statement for all that become the same. */
    private static void update(Connection connection, List<Change> changes) throws SQLException {
        Map<String, List<Long>> alike = new LinkedHashMap<>();
        for (Change change : changes) {
            alike.computeIfAbsent(
                            change.rejection() == null
                                    ? "notes = '%s'".formatted(change.notes())
                                    : "status = 'REJECTED', rejection = '%s', status_since = '%s', notes = ''"
                                            .formatted(change.rejection(), change.statusSince()),
                            first -> new ArrayList<>())
                    .add(change.claim());
        }
        for (Map.Entry<String, List<Long>> group : alike.entrySet()) {
            new Statements(connection)
                    .change("update claim set version = version + 1, %s where id in (%s)"
                            .formatted(
                                    group.getKey(),
                                    group.getValue().stream()
                                            .map(String::valueOf)
                                            .collect(joining(","))));
        }
    }

    private void append(Connection connection, List<Change> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into history (claim, version, run, business_date, kind, status, consent, incentive, reason, rule_name,
                                     ruleset)
                values (?, ?, 1, ?, ?, ?, ?, 'NOT_ASSESSED', ?, ?, ?)
                """)) {
            for (Change change : changes) {
                statement.setLong(1, change.claim());
                statement.setInt(2, change.version());
                statement.setString(3, date.toString());
                statement.setString(4, change.kind());
                statement.setString(5, change.status());
                statement.setString(6, change.consent());
                statement.setString(7, change.reason());
                statement.setString(8, change.rule());
                statement.setString(9, ruleset.fingerprint());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void queue(Connection connection, List<Change> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into notice (claim, version, kind, recipient, reason, queued_on) values (?, ?, ?, ?, ?, ?)")) {
            for (Change change : changes) {
                statement.setLong(1, change.claim());
                statement.setInt(2, change.version());
                statement.setString(3, change.kind());
                statement.setString(4, change.recipient());
                statement.setString(5, change.reason());
                statement.setString(6, date.toString());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
