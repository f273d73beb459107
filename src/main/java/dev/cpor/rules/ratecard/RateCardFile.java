package dev.cpor.rules.ratecard;

import dev.cpor.domain.Rate;
import dev.cpor.domain.RateCard;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.sheet.SheetRow;
import dev.cpor.rules.sheet.SheetRows;
import dev.cpor.rules.sheet.SheetText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Reads the rate card: a CSV file, as a spreadsheet program may have saved it, whose columns are found by name. */
public final class RateCardFile {
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
    public static RateCard read(String file, String text, List<Problem> problems) {
        RateCardFile card = new RateCardFile(file, problems);
        card.read(SheetRows.of(SheetText.of(text)));
        card.warnOfOverlaps();
        return new RateCard(card.rates, card.lines);
    }

    private void read(List<SheetRow> rows) {
        List<String> header = List.of();
        for (SheetRow row : rows) {
            SheetRow.Wrong wrong = row.wrong();
            if (wrong != null) {
                problems.add(Problem.error(file, wrong.line(), wrong.column(), null, wrong.what()));
                if (header.isEmpty()) {
                    return;
                }
            } else if (!row.isEmpty() && header.isEmpty()) {
                header = values(row, 0);
                if (!isHeader(header, row.line())) {
                    return;
                }
            } else if (!row.isEmpty()) {
                read(header, row);
            }
        }
        if (header.isEmpty()) {
            error(1, "the rate card is empty; begin it with the header " + String.join(",", RateRow.COLUMNS));
        }
    }

    /** Returns the texts of the cells, without the empty ones that a spreadsheet program adds behind so many. */
    private static List<String> values(SheetRow row, int atLeast) {
        int size = row.cells().size();
        while (size > atLeast && row.cells().get(size - 1).isEmpty()) {
            size--;
        }
        return row.cells().stream().limit(size).map(SheetRow.Cell::text).toList();
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

    private void read(List<String> header, SheetRow row) {
        List<String> values = values(row, header.size());
        if (values.size() > header.size() || values.size() < shortest(header)) {
            error(
                    row.line(),
                    "%d values stand under %d columns; give each column one value, empty where there is none"
                            .formatted(values.size(), header.size()));
            return;
        }
        try {
            rates.add(new RateRow(header, values).toRate());
            lines.add(row.line());
        } catch (RateRow.Wrong wrong) {
            int place = header.indexOf(wrong.column());
            SheetRow.Cell cell =
                    row.cells().get(Math.max(0, Math.min(place, row.cells().size() - 1)));
            problems.add(Problem.error(file, cell.line(), cell.column(), null, String.valueOf(wrong.getMessage())));
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

    private void error(int line, String what) {
        problems.add(Problem.error(file, line, 1, null, what));
    }
}
