package dev.cpor.whole;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rows of all extracts, as finance reads them. */
record Extracts(List<NamedCsvRecord> rows) {
    static Extracts below(Path folder) {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
                    csv.forEach(rows::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Extracts(rows);
    }

    List<String> ids() {
        return rows.stream().map(row -> row.getField("earningId")).toList();
    }

    /** Adds up a column by the currency of the earning. */
    Map<String, BigDecimal> sums(String column) {
        return added("earningCurrency", row -> new BigDecimal(row.getField(column)));
    }

    /** Counts rows by the business date. */
    Map<String, BigDecimal> dates() {
        return added("earningDate", row -> BigDecimal.ONE);
    }

    private Map<String, BigDecimal> added(String key, java.util.function.Function<NamedCsvRecord, BigDecimal> amount) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(row.getField(key), amount.apply(row), BigDecimal::add));
        sums.replaceAll((name, sum) -> sum.stripTrailingZeros());
        return sums;
    }
}
