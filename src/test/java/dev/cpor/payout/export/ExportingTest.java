package dev.cpor.payout.export;

import static dev.cpor.payout.DuckDb.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.cpor.domain.ClearFailure;
import dev.cpor.payout.Column;
import dev.cpor.payout.DuckDb;
import dev.cpor.payout.HostileExtract;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportingTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-20");

    @TempDir
    Path temp;

    private Path payout;
    private Path into;
    private HostileExtract extract;

    @BeforeEach
    void writesAnExtract() {
        payout = temp.resolve("it's out [1]/payout");
        into = temp.resolve("for 'whom' [1]/ever");
        extract = HostileExtract.in(payout);
    }

    @Test
    void parquetHasTheSameTextsAndDecimalNumbersWithTheSameSums() {
        Path file = export(ExportFormat.PARQUET).export(extract.csv());

        assertThat(file).isEqualTo(into.resolve("payout-OSU-2026-11-20-000001.parquet"));
        String parquet = "read_parquet(%s)".formatted(quoted(file).replace("[", "[[]"));
        try (DuckDb duckdb = new DuckDb()) {
            assertThat(types(duckdb, parquet))
                    .containsEntry("DECIMAL(38,4)", "earningAmount transactionAmount")
                    .containsEntry("DECIMAL(38,2)", "earningAmountUSD")
                    .containsEntry("DECIMAL(21,6)", "earningExchangeRate earningRate")
                    .containsEntry("DATE", "calculationDate earningDate exchangeRateDate")
                    .containsEntry("BIGINT", "quantity")
                    .containsOnlyKeys("DECIMAL(38,4)", "DECIMAL(38,2)", "DECIMAL(21,6)", "DATE", "BIGINT", "VARCHAR");
            assertThat(duckdb.rows("select * from " + parquet).stream()
                            .map(ExportingTest::withPlainNumbers)
                            .sorted(Comparator.comparing(List::toString)))
                    .isEqualTo(extract.rows().stream()
                            .map(ExportingTest::withPlainNumbers)
                            .sorted(Comparator.comparing(List::toString))
                            .toList());
            Map<String, BigDecimal> sums = new TreeMap<>(extract.written().sums());
            sums.replaceAll((currency, sum) -> sum.stripTrailingZeros());
            assertThat(duckdb.sums("select earningCurrency, sum(earningAmount) from %s group by 1".formatted(parquet)))
                    .isEqualTo(sums);
            assertThat(duckdb.rows("select sum(earningAmountUSD) from " + parquet))
                    .containsExactly(List.of(extract.written().sumUsd().toPlainString()));
            assertThat(duckdb.rows("select count(*) from %s where earningId is null".formatted(parquet)))
                    .containsExactly(List.of("0"));
        }
    }

    @Test
    void aWorkbookHasTheSameTextsAndTheSameDigitsAndNoFormula() {
        Path file = export(ExportFormat.XLSX).export(extract.csv());

        List<List<SheetRows.Cell>> rows = SheetRows.of(file);
        List<List<String>> found = new ArrayList<>();
        for (List<SheetRows.Cell> row : rows.subList(1, rows.size())) {
            found.add(asInTheCsv(row));
        }
        assertThat(asInTheCsv(rows.get(0))).containsExactly(Column.headers());
        assertThat(found.stream().sorted(Comparator.comparing(List::toString)).toList())
                .isEqualTo(extract.rows());
        assertThat(rows.stream().flatMap(List::stream).filter(cell -> cell.value()
                        .startsWith("'=")))
                .isNotEmpty()
                .allMatch(cell -> cell.type().equals("inlineStr"));
    }

    /** A spreadsheet program would show 12345678901234.5678 as 12345678901234.6. */
    @Test
    void aNumberWithMoreDigitsThanASpreadsheetProgramCalculatesWithIsText() throws IOException {
        Path sheet = temp.resolve("cells.xlsx");
        try (OutputStream out = Files.newOutputStream(sheet);
                Workbook workbook = new Workbook(out, "test", null)) {
            Worksheet cells = workbook.newWorksheet("cells");
            XlsxCell.write(cells, 0, 0, CellType.AMOUNT, "-12345678901234.5678");
            XlsxCell.write(cells, 0, 1, CellType.AMOUNT, "-123456789012345.0000");
            XlsxCell.write(cells, 0, 2, CellType.RATE, "0.000001");
            XlsxCell.write(cells, 0, 3, CellType.DATE, "1900-02-28");
            XlsxCell.write(cells, 0, 4, CellType.DATE, "1900-03-01");
        }
        assertThat(SheetRows.of(sheet).get(0))
                .extracting(SheetRows.Cell::type, SheetRows.Cell::value)
                .containsExactly(
                        tuple("inlineStr", "-12345678901234.5678"),
                        tuple("n", "-123456789012345.0000"),
                        tuple("n", "0.000001"),
                        tuple("inlineStr", "1900-02-28"),
                        tuple("n", "61"));
    }

    @ParameterizedTest
    @EnumSource
    void theSameExportAgainReplacesTheFileAndLeavesNothingBehind(ExportFormat format) throws IOException {
        Path file = export(format).export(Path.of("payout-OSU-2026-11-20-000001.csv"));
        Files.writeString(file, "half of one");
        Files.writeString(into.resolve("." + file.getFileName() + ".0.tmp"), "killed");

        assertThat(export(format).export(DATE)).containsExactly(file);

        assertThat(Files.size(file)).isGreaterThan(10_000);
        try (Stream<Path> files = Files.list(into)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "manifest", "sums", "rows", "no manifest", "name"})
    void whatIsNotAWholeExtractIsNotExported(String wrong) throws IOException {
        Path csv = extract.csv();
        Path manifest = csv.resolveSibling("payout-OSU-2026-11-20-000001.manifest.json");
        String text = Files.readString(manifest);
        switch (wrong) {
            case "csv" -> Files.writeString(csv, Files.readString(csv) + "\r\n");
            case "manifest" -> Files.writeString(manifest, text.replace("cpor-payout/1", "cpor-payout/2"));
            case "sums" -> Files.writeString(manifest, text.replaceFirst("\"sumUSD\": \"", "\"sumUSD\": \"1"));
            case "rows" -> Files.writeString(manifest, text.replaceFirst("\"rows\": [0-9]+", "\"rows\": 1048576"));
            case "no manifest" -> Files.delete(manifest);
            default -> csv = Files.copy(csv, csv.resolveSibling("payout.csv"));
        }
        String sentence =
                switch (wrong) {
                    case "csv" ->
                        "it has not the SHA-256 that its manifest names; see what else is wrong with: cpor payout verify.";
                    case "manifest" -> "its format is cpor-payout/2, expected was cpor-payout/1; see";
                    case "sums" -> "The export of payout-OSU-2026-11-20-000001.csv has";
                    case "rows" -> "has 1048576 rows, but a sheet holds at most 1048575; export it as parquet.";
                    case "no manifest" -> "or no manifest beside it that says that it is complete;";
                    default -> "payout.csv is not the name of an extract's CSV";
                };
        Path named = csv;
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> export(ExportFormat.XLSX).export(named))
                .withMessageContaining(sentence);
        if (!wrong.equals("rows")) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> export(ExportFormat.PARQUET).export(named))
                    .withMessageContaining(sentence);
        }
        if (Files.exists(into)) {
            try (Stream<Path> files = Files.list(into)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFolderThatCannotBeMadeIsOneClearSentence(ExportFormat format) throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> new Exporting(payout, format, file.resolve("folder")).export(extract.csv()))
                .withMessageContaining("could not be written (");
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> export(format).export(DATE.plusDays(1)))
                .withMessage(
                        "There is no extract of 2026-11-21 in %s; see those that there are with: cpor payout list.",
                        payout);
    }

    private Exporting export(ExportFormat format) {
        return new Exporting(payout, format, into);
    }

    private static Map<String, String> types(DuckDb duckdb, String file) {
        return duckdb.rows("select column_type, column_name from (describe select * from %s)".formatted(file)).stream()
                .sorted(Comparator.comparing(List::toString))
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1), (a, b) -> a + " " + b));
    }

    /** In Parquet every number of a column has the same decimals. */
    private static List<String> withPlainNumbers(List<String> row) {
        List<String> plain = new ArrayList<>(row);
        for (Column column : Column.all()) {
            String field = row.get(column.ordinal());
            boolean isDecimal =
                    switch (CellType.of(column)) {
                        case RATE, AMOUNT, CENTS -> true;
                        default -> false;
                    };
            if (isDecimal && !field.isEmpty()) {
                plain.set(
                        column.ordinal(),
                        new BigDecimal(field).stripTrailingZeros().toPlainString());
            }
        }
        return plain;
    }

    private static List<String> asInTheCsv(List<SheetRows.Cell> row) {
        String[] fields = new String[Column.all().size()];
        Arrays.fill(fields, "");
        for (SheetRows.Cell cell : row) {
            int column = number(cell.column()) - 1;
            boolean isDay = cell.type().equals("n") && CellType.of(Column.all().get(column)) == CellType.DATE;
            fields[column] = isDay
                    ? LocalDate.of(1899, 12, 30)
                            .plus(Long.parseLong(cell.value()), ChronoUnit.DAYS)
                            .toString()
                    : cell.value();
        }
        return List.of(fields);
    }

    private static int number(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1);
    }
}
