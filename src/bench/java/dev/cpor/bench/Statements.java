package dev.cpor.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection on which statements are run one by one; where the database fails, so does the benchmark. */
record Statements(Connection connection) implements AutoCloseable {

    /** Makes one object of one row. */
    interface Reading<T> {
        /** Returns what the row says. */
        T read(ResultSet row) throws SQLException;
    }

    /** Returns how many rows a statement has changed. */
    int change(String sql) {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns what a query finds. */
    <T> List<T> rows(String sql, Reading<T> reading) {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reading.read(found));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns the one number that a query finds. */
    long number(String sql) {
        return rows(sql, row -> row.getLong(1)).get(0);
    }

    /** Returns a status variable of the server; empty when there is none of that name. */
    String status(String name) {
        return rows("show global status like '%s'".formatted(name), row -> row.getString(2)).stream()
                .findFirst()
                .orElse("");
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
