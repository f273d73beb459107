package dev.cpor.payout;

import static dev.cpor.payout.AnEarning.RULESET;
import static dev.cpor.payout.AnEarning.anEarning;
import static dev.cpor.payout.DuckDb.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.Earning;
import dev.cpor.domain.Program;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB reads an extract by its name alone. */
class DuckDbReadsExtractsTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-20");
    /** DuckDB takes amounts for floating point, each of which is exact as long as it has no more than 15 digits. */
    private static final String SUMS =
            "select earningCurrency, sum(earningAmount::decimal(38, 4)) from %s group by earningCurrency";

    private static final String TEXTS = Column.all().stream()
            .filter(Column::isText)
            .filter(column -> column != Column.PARTICIPANT_ID)
            .map(Column::header)
            .collect(Collectors.joining(", "));

    @TempDir
    Path folder;

    @Test
    void everyTextIsWhatItWasAndEverySumTheManifests() {
        HostileExtract extract = HostileExtract.in(folder);
        String file = quoted(extract.csv());
        List<Integer> texts = Column.all().stream()
                .filter(Column::isText)
                .filter(column -> column != Column.PARTICIPANT_ID)
                .map(Enum::ordinal)
                .toList();
        try (DuckDb duckdb = new DuckDb()) {
            assertThat(sorted(duckdb.rows("select %s from %s".formatted(TEXTS, file)).stream()))
                    .isEqualTo(sorted(extract.rows().stream()
                            .map(row -> texts.stream().map(row::get).toList())));
            assertThat(duckdb.sums(SUMS.formatted(file)))
                    .isEqualTo(stripped(extract.written().sums()));
            assertThat(duckdb.sums("select 'USD', sum(earningAmountUSD::decimal(38, 2)) from " + file))
                    .isEqualTo(stripped(Map.of("USD", extract.written().sumUsd())));
            assertThat(duckdb.rows("select distinct typeof(earningDate), earningDate from " + file))
                    .containsExactly(List.of("DATE", DATE.toString()));
        }
    }

    /**
     * DuckDB guesses types from the first 20,480 rows. Where all of these are of currencies without minor units, it takes
     * amounts for whole numbers and rounds the others without a word, unless it is told to look at every row first.
     */
    @Test
    void aLargeFileWhoseFirstRowsMisleadIsReadWithASampleOfAllRows() {
        Extract extract = new Extract(Program.OSU, DATE, 1);
        int yen = 25_000;
        Stream<Earning> earnings = IntStream.range(0, yen + 10).mapToObj(i -> {
            AnEarning earning = anEarning().ofClaim("C-%05d".formatted(i));
            return (i < yen
                            ? earning.percent("7", "1000", "JPY").atUsd("0.0067")
                            : earning.percent("7.5", "1234.5678", "EUR").atUsd("1.085"))
                    .build();
        });
        Written written = new ExtractWriter(folder, RULESET, 1).write(extract, earnings, null);
        String file = quoted(folder.resolve(DATE.toString()).resolve(extract.fileName()));

        try (DuckDb duckdb = new DuckDb()) {
            assertThat(duckdb.sums(SUMS.formatted("read_csv(%s, sample_size = -1)".formatted(file))))
                    .isEqualTo(stripped(written.sums()));
            assertThat(duckdb.sums(SUMS.formatted(file)))
                    .as("where this fails DuckDB guesses better, and the README need not warn of it any more")
                    .isNotEqualTo(stripped(written.sums()));
        }
    }

    private static List<List<String>> sorted(Stream<List<String>> rows) {
        return rows.sorted(Comparator.comparing(List::toString)).toList();
    }

    private static SortedMap<String, BigDecimal> stripped(Map<String, BigDecimal> sums) {
        SortedMap<String, BigDecimal> stripped = new TreeMap<>(sums);
        stripped.replaceAll((currency, sum) -> sum.stripTrailingZeros());
        return stripped;
    }
}
