package dev.cpor.store.statement;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sends one statement with many rows of values, in as few packets as they fit into. Values are bound here because Spring asks
 * the driver for the type of every null, which costs an exception each, and because the driver begins another packet
 * wherever a column changes its type: so whatever is not a number goes as text.
 */
public final class Batch {
    /** Keeps a statement far below the server's packet limit, whatever its texts. */
    private static final int ROWS = 500;

    private static final Pattern VALUES = Pattern.compile("values\\s*(\\([^()]*\\))");

    private Batch() {}

    /** Does nothing when there are no rows. */
    public static void update(JdbcTemplate jdbc, String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(sql, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int row) throws SQLException {
                Object[] values = rows.get(row);
                for (int i = 0; i < values.length; i++) {
                    bind(statement, i + 1, values[i]);
                }
            }

            @Override
            public int getBatchSize() {
                return rows.size();
            }
        });
    }

    /**
     * Does the same with a statement that ends in {@code on duplicate key update}. The driver would send that one row by row;
     * here its row of values is repeated, so that many rows go in one statement, and take effect in their order.
     */
    public static void upsert(JdbcTemplate jdbc, String sql, List<Object[]> rows) {
        Matcher values = VALUES.matcher(sql);
        if (!values.find()) {
            throw new IllegalArgumentException("The statement must have a row of values: " + sql);
        }
        for (int from = 0; from < rows.size(); from += ROWS) {
            List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + ROWS));
            String many = String.join(", ", Collections.nCopies(some.size(), values.group(1)));
            jdbc.update(sql.substring(0, values.start(1)) + many + sql.substring(values.end(1)), statement -> {
                int index = 1;
                for (Object[] row : some) {
                    for (Object value : row) {
                        bind(statement, index++, value);
                    }
                }
            });
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            // As a string that is null: to the driver, setNull gives the column a type of its own.
            statement.setString(index, null);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setLong(index, number);
        } else if (value instanceof Boolean flag) {
            statement.setLong(index, flag ? 1 : 0);
        } else if (value instanceof BigDecimal number) {
            statement.setString(index, number.toPlainString());
        } else {
            statement.setString(index, value.toString());
        }
    }
}
