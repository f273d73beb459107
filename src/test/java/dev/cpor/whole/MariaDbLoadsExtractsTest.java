package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.payout.Column;
import dev.cpor.payout.HostileExtract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MariaDB loads an extract with no more clauses than say that it is CSV. */
@Tag("database")
class MariaDbLoadsExtractsTest {
    private static final Set<Column> NUMBERS = Set.of(
            Column.EARNING_RATE,
            Column.QUANTITY,
            Column.TRANSACTION_AMOUNT,
            Column.EARNING_AMOUNT,
            Column.EARNING_EXCHANGE_RATE,
            Column.EARNING_AMOUNT_USD);
    /** Without quotation marks around it, the word NULL means nothing to this reader. */
    private static final String TEXTS = Column.all().stream()
            .filter(column -> !NUMBERS.contains(column))
            .map(column -> "hex(coalesce(%s, 'NULL'))".formatted(column.header()))
            .collect(Collectors.joining(", "));

    @TempDir
    private Path folder;

    @Test
    void everyTextIsWhatItWasAndEverySumTheManifests() throws IOException {
        HostileExtract extract = HostileExtract.in(folder.resolve("payout"));
        try (Sandbox sandbox = new Sandbox(folder.resolve("sandbox"));
                FinanceServer server = FinanceServer.of(sandbox)) {
            OpenDatabase database = server.database();
            database.change("create table payout (%s) default charset utf8mb4".formatted(columns()));

            database.change("""
                    load data local infile '%s' into table payout character set utf8mb4
                    fields terminated by ',' optionally enclosed by '"' escaped by ''
                    lines terminated by '\\r\\n' ignore 1 lines
                    (%s) set quantity = nullif(@quantity, ''), transactionAmount = nullif(@transactionAmount, '')
                    """.formatted(extract.csv(), targets()));

            assertThat(database.rows("select %s from payout order by 1".formatted(TEXTS)))
                    .isEqualTo(extract.rows().stream()
                            .map(MariaDbLoadsExtractsTest::inHex)
                            .sorted()
                            .toList());
            assertThat(
                            database.rows(
                                    "select earningCurrency, sum(earningAmount) from payout group by earningCurrency order by 1"))
                    .isEqualTo(extract.written().sums().entrySet().stream()
                            .map(sum -> sum.getKey() + "|" + sum.getValue().setScale(4))
                            .toList());
            assertThat(database.rows("select sum(earningAmountUSD), count(quantity), count(*) from payout"))
                    .containsExactly("%s|%d|%d"
                            .formatted(
                                    extract.written().sumUsd(),
                                    extract.rows().stream()
                                            .filter(row -> !row.get(Column.QUANTITY.ordinal())
                                                    .isEmpty())
                                            .count(),
                                    extract.written().rows()));
            database.change("drop table payout");
        }
    }

    private static String columns() {
        return Column.all().stream()
                .map(column -> column.header() + " "
                        + switch (column) {
                            case QUANTITY -> "bigint";
                            case EARNING_RATE, EARNING_EXCHANGE_RATE -> "decimal(21, 6)";
                            case TRANSACTION_AMOUNT, EARNING_AMOUNT -> "decimal(38, 4)";
                            case EARNING_AMOUNT_USD -> "decimal(38, 2)";
                            case EXCHANGE_RATE_DATE, EARNING_DATE, CALCULATION_DATE -> "date";
                            default -> "text";
                        })
                .collect(Collectors.joining(", "));
    }

    private static String targets() {
        return Column.all().stream()
                .map(column -> column == Column.QUANTITY || column == Column.TRANSACTION_AMOUNT
                        ? "@" + column.header()
                        : column.header())
                .collect(Collectors.joining(", "));
    }

    private static String inHex(List<String> row) {
        return Column.all().stream()
                .filter(column -> !NUMBERS.contains(column))
                .map(column -> hex(row.get(column.ordinal())))
                .collect(Collectors.joining("|"));
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
