package dev.cpor.rules;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.cpor.domain.Rate;
import dev.cpor.domain.RateCard;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the rate card: a CSV file whose columns are found by name. */
final class RateCardFile {
    private final String file;
    private final List<Problem> problems;
    private final List<Rate> rates = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private RateCardFile(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Returns the rates that can be used.
     *
     * @param problems is added everything that is wrong, and a warning for each two rates that overlap
     */
    static RateCard read(String file, String text, List<Problem> problems) {
        RateCardFile card = new RateCardFile(file, problems);
        card.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        card.warnOfOverlaps();
        return new RateCard(card.rates, card.lines);
    }

    private void read(String text) {
        List<String> header = List.of();
        int line = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                line = Math.toIntExact(row.getStartingLineNumber());
                if (header.isEmpty()) {
                    header = row.getFields().stream().map(String::strip).toList();
                    if (!isHeader(header, line)) {
                        return;
                    }
                } else if (row.getFieldCount() > header.size() || row.getFieldCount() < shortest(header)) {
                    error(
                            line,
                            "%d values stand under %d columns; give each column one value, empty where there is none"
                                    .formatted(row.getFieldCount(), header.size()));
                } else if (row.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    read(header, row, line);
                }
            }
        } catch (CsvParseException | IOException e) {
            error(line + 1, "this is not CSV (%s); check the quotes of this row".formatted(e.getMessage()));
            return;
        }
        if (header.isEmpty()) {
            error(1, "the rate card is empty; begin it with the header " + String.join(",", RateRow.COLUMNS));
        }
    }

    private boolean isHeader(List<String> header, int line) {
        Set<String> missing = new TreeSet<>(RateRow.COLUMNS);
        header.forEach(missing::remove);
        Set<String> unknown = new TreeSet<>(header);
        RateRow.COLUMNS.forEach(unknown::remove);
        RateRow.FURTHER_COLUMNS.forEach(unknown::remove);
        boolean twice = header.stream().distinct().count() < header.size();
        if (missing.isEmpty() && unknown.isEmpty() && !twice) {
            return true;
        }
        error(
                line,
                "the header has %s%s%sinstead of the columns %s; correct it"
                        .formatted(
                                missing.isEmpty() ? "" : "no " + String.join(", ", missing) + " ",
                                unknown.isEmpty() ? "" : "the unknown " + String.join(", ", unknown) + " ",
                                twice ? "a column twice " : "",
                                String.join(",", RateRow.COLUMNS)
                                        + ", with or without "
                                        + String.join(" and ", RateRow.FURTHER_COLUMNS)));
        return false;
    }

    /** Returns how many values a row has at least: those of the last columns that may be left out can be missing. */
    private static int shortest(List<String> header) {
        int size = header.size();
        while (size > 0 && RateRow.FURTHER_COLUMNS.contains(header.get(size - 1))) {
            size--;
        }
        return size;
    }

    private void read(List<String> header, CsvRecord row, int line) {
        RateRow values = new RateRow(header, row.getFields());
        try {
            rates.add(values.toRate());
            lines.add(line);
        } catch (RateRow.Wrong e) {
            error(line, e.getMessage());
        }
    }

    private void warnOfOverlaps() {
        for (int second = 0; second < rates.size(); second++) {
            for (int first = 0; first < second; first++) {
                if (overlap(rates.get(first), rates.get(second))) {
                    problems.add(Problem.warning(
                            file,
                            lines.get(second),
                            1,
                            null,
                            "this rate overlaps the one of line %d: both fit %s; end one with valid_to or users_to, or such a claim is quarantined"
                                    .formatted(lines.get(first), example(rates.get(first), rates.get(second)))));
                }
            }
        }
    }

    private static String example(Rate one, Rate other) {
        LocalDate day = one.validFrom().isAfter(other.validFrom()) ? one.validFrom() : other.validFrom();
        long users = Math.max(one.usersFrom(), other.usersFrom());
        return "for instance a line of %s%s in a claim for %s with activity %s on %s"
                .formatted(
                        one.product() == null ? one.solutionArea() : one.product(),
                        users == 0 ? "" : " with %d users".formatted(users),
                        one.program(),
                        one.activity(),
                        day);
    }

    private static boolean overlap(Rate one, Rate other) {
        return one.program() == other.program()
                && one.solutionArea() == other.solutionArea()
                && one.activity() == other.activity()
                && Objects.equals(one.product(), other.product())
                && (one.isValidOn(other.validFrom()) || other.isValidOn(one.validFrom()))
                && (one.isForUsers(other.usersFrom()) || other.isForUsers(one.usersFrom()));
    }

    private void error(int line, @Nullable String what) {
        problems.add(Problem.error(file, line, 1, null, Objects.requireNonNullElse(what, "this row cannot be read")));
    }
}
