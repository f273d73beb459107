package dev.cpor.payout;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** DuckDB as a reader has it: an empty database in memory, without any setting. */
public final class DuckDb implements AutoCloseable {
    private final Connection connection;

    public DuckDb() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the rows of a query, each field as text; a null is empty, as in CSV. */
    public List<List<String>> rows(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                List<String> fields = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String field = rows.getString(i);
                    fields.add(field == null ? "" : field);
                }
                found.add(fields);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns the sums by key that a query gives. */
    public SortedMap<String, BigDecimal> sums(String sql) {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        rows(sql).forEach(row -> sums.put(row.get(0), new BigDecimal(row.get(1)).stripTrailingZeros()));
        return sums;
    }

    /** Returns a file as a query names it. */
    public static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
