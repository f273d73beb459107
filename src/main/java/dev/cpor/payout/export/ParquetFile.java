package dev.cpor.payout.export;

import dev.cpor.payout.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the rows of an extract as Parquet. DuckDB does it: it reads the CSV with the types that it is told, and guesses none. */
final class ParquetFile {
    /** What it may keep in memory; rows go through it in groups of 20,000. */
    private static final String SETTINGS =
            "set memory_limit = '512MB'; set threads = 1; set temp_directory = ''; set autoinstall_known_extensions = false";

    private ParquetFile() {}

    static void write(FoundExtract extract, Path file) throws IOException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute(SETTINGS);
            statement.execute("""
                    copy (select %s
                            from read_csv(%s, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
                                          new_line = '\\r\\n', parallel = false, columns = {%s}))
                      to %s (format parquet, compression zstd, row_group_size 20000)
                    """.formatted(
                            each(ParquetFile::typed),
                            literal(pattern(extract.csv())),
                            each(column -> literal(column.header()) + ": 'VARCHAR'"),
                            literal(file.toString())));
            sums(statement, file).compare(extract.manifest());
        } catch (SQLException | LinkageError e) {
            throw new IOException(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }

    private static String each(Function<Column, String> written) {
        return Column.all().stream().map(written).collect(Collectors.joining(", "));
    }

    private static String typed(Column column) {
        String name = column.header();
        return switch (CellType.of(column)) {
            case TEXT -> name;
            case WHOLE -> "cast(%s as bigint) as %s".formatted(name, name);
            case DATE -> "cast(%s as date) as %s".formatted(name, name);
            case RATE -> decimal(name, 21, 6);
            case AMOUNT -> decimal(name, 38, 4);
            case CENTS -> decimal(name, 38, 2);
        };
    }

    /** Text of up to 18 digits is made a number in a sixth of the time; what is longer, the first attempt leaves to the second. */
    private static String decimal(String name, int digits, int decimals) {
        return "cast(coalesce(try_cast(%s as decimal(18, %d)), cast(%s as decimal(%d, %d))) as decimal(%d, %d)) as %s"
                .formatted(name, decimals, name, digits, decimals, digits, decimals, name);
    }

    private static SumCheck sums(Statement statement, Path file) throws SQLException {
        SumCheck sums = new SumCheck();
        try (ResultSet rows = statement.executeQuery("""
                select earningCurrency, count(*), sum(earningAmount), sum(earningAmountUSD)
                  from read_parquet(%s) group by earningCurrency
                """.formatted(literal(pattern(file))))) {
            while (rows.next()) {
                sums.add(rows.getString(1), rows.getLong(2), rows.getBigDecimal(3), rows.getBigDecimal(4));
            }
        }
        return sums;
    }

    /** A file that is read may be named by a pattern, so what would be one is meant literally. */
    private static String pattern(Path file) {
        return file.toString().replaceAll("[*?\\[]", "[$0]");
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
