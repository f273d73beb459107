package dev.cpor.reference;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rate card as text rows, and which of them fit a line on a day. */
final class ReferenceRates {

    private final List<Map<String, String>> rows = new ArrayList<>();

    ReferenceRates(Path rateCard) {
        try {
            List<CsvText.Record> records = CsvText.parse(Files.readAllBytes(rateCard));
            List<String> header = records.get(0).fields();
            for (CsvText.Record entry : records.subList(1, records.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), entry.fields().get(i));
                }
                rows.add(row);
            }
        } catch (IOException | CsvText.Unreadable e) {
            throw new IllegalArgumentException("The rate card " + rateCard + " cannot be read.", e);
        }
    }

    /** The rows that fit; one without a product fits only where no row of its own is valid that day. */
    List<Map<String, String>> fitting(String program, String activity, String area, String product, LocalDate date) {
        List<Map<String, String>> own = new ArrayList<>();
        List<Map<String, String>> general = new ArrayList<>();
        for (Map<String, String> row : rows) {
            boolean fits = get(row, "program").equals(program)
                    && get(row, "activity").equals(activity)
                    && get(row, "solution_area").equals(area)
                    && !LocalDate.parse(get(row, "valid_from")).isAfter(date)
                    && (get(row, "valid_to").isEmpty()
                            || !LocalDate.parse(get(row, "valid_to")).isBefore(date));
            if (fits && get(row, "product").equals(product)) {
                own.add(row);
            } else if (fits && get(row, "product").isEmpty()) {
                general.add(row);
            }
        }
        return own.isEmpty() ? general : own;
    }

    static String get(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    static BigDecimal rate(Map<String, String> row) {
        return new BigDecimal(get(row, "rate"));
    }

    /** All rows, for whoever wants to make up lines that meet them. */
    List<Map<String, String>> rows() {
        return List.copyOf(rows);
    }
}
