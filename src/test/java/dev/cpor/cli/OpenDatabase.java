package dev.cpor.cli;

import dev.cpor.server.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A look into a sandbox's database, past the program. */
public final class OpenDatabase implements AutoCloseable {
    private static final Set<String> PASSING = Set.of("night_lease", "compiled_rules", "passed_scenarios");

    private final @Nullable EmbeddedServer server;
    private final Connection connection;
    private final Map<String, String> login;

    private OpenDatabase(@Nullable EmbeddedServer server, String url, String user, String password) {
        this.server = server;
        this.login = Map.of("CPOR_DB_USER", user, "CPOR_DB_PASSWORD", password);
        this.connection = connect(url, user, password);
    }

    static OpenDatabase own(Path data) {
        EmbeddedServer server = EmbeddedServer.join(data);
        return new OpenDatabase(
                server, server.jdbcUrl(), server.owner().user(), server.owner().password());
    }

    static OpenDatabase outside(String url) {
        return at(url, System.getenv("CPOR_DB_USER"), System.getenv("CPOR_DB_PASSWORD"));
    }

    /** Opens a database that is no program's. */
    public static OpenDatabase at(String url, String user, String password) {
        return new OpenDatabase(null, url, user, password);
    }

    private static Connection connect(String url, String user, String password) {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the environment in which a program of its own may log in with {@code --db}. */
    public Map<String, String> login() {
        return login;
    }

    /** Returns its address, without user and password. */
    public String url() {
        try {
            return connection.getMetaData().getURL().replaceAll("\\?.*", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the one number that a query gives; 0 when its table is not there yet, or when it finds nothing. */
    public long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            if ("42S02".equals(e.getSQLState())) {
                return 0;
            }
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns the rows that a query finds, each as its fields with a bar between them. */
    public List<String> rows(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> fields = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    fields.add(Objects.toString(rows.getString(i)));
                }
                found.add(String.join("|", fields));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes something, past the program. */
    public void change(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Keeps the locks that a query takes until the result is closed: a night that needs them waits, and lives. */
    public AutoCloseable hold(String sql) {
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery(sql).close();
            }
            return () -> {
                connection.rollback();
                connection.setAutoCommit(true);
            };
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /**
     * Returns every row of every table, sorted. Left out are those of the batch framework, the lease, and what is kept of rules so
     * that it need not be done again.
     */
    public Map<String, List<String>> everything() {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : rows("show tables")) {
            if (!table.startsWith("BATCH_") && !PASSING.contains(table)) {
                tables.put(
                        table, rows("select * from " + table).stream().sorted().toList());
            }
        }
        return tables;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }
}
