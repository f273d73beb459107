package dev.cpor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.domain.Money;
import dev.cpor.domain.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final List<Column> COLUMNS = List.of(
            Column.text("claim_id"),
            Column.text("name"),
            Column.text("status"),
            Column.text("since"),
            Column.number("version"),
            Column.text("held"));

    private static final List<List<@Nullable Object>> ROWS = List.of(
            row("CLM-1", "Contoso, \"Ltd\"", Status.APPROVED, LocalDate.parse("2026-11-20"), 12, true),
            row("CLM-20", "two\nlines\u001b[31m\u202E", Status.REJECTED, null, 3L, false),
            row("CLM-300", "漢字 e\u0301 👩‍🔧", null, null, null, null));

    @Test
    void alignsATableAndLetsNoCellActOnTheTerminal() {
        assertThat(write(OutputFormat.TABLE, COLUMNS, ROWS)).isEqualTo("""
                         claim_id | name                       | status   | since      | version | held
                        ----------+----------------------------+----------+------------+---------+-------
                         CLM-1    | Contoso, "Ltd"             | APPROVED | 2026-11-20 |      12 | true
                         CLM-20   | two\\nlines\\u001b[31m\\u202e | REJECTED |            |       3 | false
                         CLM-300  | 漢字 é 👩‍🔧                |          |            |         |
                        """);
    }

    @Test
    void quotesCsvWhereItMustAndKeepsEveryCharacter() {
        assertThat(write(OutputFormat.CSV, COLUMNS, ROWS))
                .isEqualTo("claim_id,name,status,since,version,held\n"
                        + "CLM-1,\"Contoso, \"\"Ltd\"\"\",APPROVED,2026-11-20,12,true\n"
                        + "CLM-20,\"two\nlines\u001b[31m\u202E\",REJECTED,,3,false\n"
                        + "CLM-300,漢字 e\u0301 👩‍🔧,,,,\n");
    }

    @Test
    void writesJsonWithTypedCellsOneObjectALine() {
        assertThat(write(OutputFormat.JSON, COLUMNS, ROWS)).isEqualTo("""
                        [
                        {"claim_id":"CLM-1","name":"Contoso, \\"Ltd\\"","status":"APPROVED","since":"2026-11-20","version":12,"held":true},
                        {"claim_id":"CLM-20","name":"two\\nlines\\u001B[31m\u202E","status":"REJECTED","since":null,"version":3,"held":false},
                        {"claim_id":"CLM-300","name":"漢字 e\u0301 👩‍🔧","status":null,"since":null,"version":null,"held":null}
                        ]
                        """);
    }

    @Test
    void writesAmountsExactly() {
        List<Column> columns = List.of(Column.number("rate"), Column.number("amount"));
        List<List<@Nullable Object>> rows = List.of(row(
                new BigDecimal("0.1000000"),
                new Money(new BigDecimal("1E+3").setScale(0), Currency.getInstance("JPY"))));

        assertThat(write(OutputFormat.CSV, columns, rows)).endsWith("\n0.1000000,1000 JPY\n");
        assertThat(write(OutputFormat.JSON, columns, rows)).contains("{\"rate\":0.1000000,\"amount\":\"1000 JPY\"}");
    }

    @Test
    void tellsThatThereIsNothing() {
        List<Column> columns = List.of(Column.text("claim_id"));

        assertThat(write(OutputFormat.TABLE, columns, List.of())).isEqualTo(" claim_id\n----------\n");
        assertThat(write(OutputFormat.CSV, columns, List.of())).isEqualTo("claim_id\n");
        assertThat(write(OutputFormat.JSON, columns, List.of())).isEqualTo("[]\n");
    }

    @Test
    void cutsNothingOffInATable() {
        String table =
                write(OutputFormat.TABLE, List.of(Column.text("comment")), List.of(row("word ".repeat(300) + "end")));

        assertThat(table.split("word", -1)).hasSize(301);
        assertThat(table).contains("end");
    }

    @Test
    void writesCsvAndJsonWhileTheRowsAreRead() {
        for (OutputFormat format : List.of(OutputFormat.CSV, OutputFormat.JSON)) {
            AtomicInteger read = new AtomicInteger();
            AtomicInteger readAtFirstWrite = new AtomicInteger();
            AtomicLong written = new AtomicLong();
            Writer out = new Writer() {
                @Override
                public void write(char[] chars, int from, int length) {
                    readAtFirstWrite.compareAndSet(0, read.get());
                    written.addAndGet(length);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {
                    throw new AssertionError("The writer belongs to the caller.");
                }
            };
            Tables.write(
                    format,
                    List.of(Column.number("n")),
                    Stream.generate(() -> row(read.incrementAndGet())).limit(1_000_000),
                    out);

            assertThat(readAtFirstWrite.get()).isLessThan(10_000);
            assertThat(written.get()).isGreaterThan(6_000_000);
        }
    }

    @Test
    void saysWhenTheWriterFails() {
        Writer broken = new Writer() {
            @Override
            public void write(char[] chars, int from, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        for (OutputFormat format : OutputFormat.values()) {
            assertThatThrownBy(() -> Tables.write(format, COLUMNS, ROWS.stream(), broken))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Broken pipe");
        }
    }

    @Test
    void refusesARowThatDoesNotFitTheColumns() {
        assertThatThrownBy(() -> write(OutputFormat.CSV, COLUMNS, List.of(row("CLM-1"))))
                .hasMessage("A row has 1 cells, but there are 6 columns.");
    }

    private static String write(OutputFormat format, List<Column> columns, List<List<@Nullable Object>> rows) {
        StringWriter out = new StringWriter();
        Tables.write(format, columns, rows.stream(), out);
        return out.toString();
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
