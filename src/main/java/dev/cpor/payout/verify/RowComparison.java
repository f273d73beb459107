package dev.cpor.payout.verify;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.cpor.domain.Earning;
import dev.cpor.payout.CodePointOrder;
import dev.cpor.payout.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one extract are the earnings that the database has in it, equal in every column. Both are sorted alike. */
final class RowComparison {
    private final String file;
    private final Discrepancies found;
    private final List<Column> columns = Column.all();
    private long equal;

    RowComparison(String file, Discrepancies found) {
        this.file = file;
        this.found = found;
    }

    /** Returns how many rows are equal. What cannot be read is left out: the files alone have shown that. */
    long compare(Path csv, Iterator<Earning> earnings) {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(csv)) {
            Earning earning = next(earnings);
            Iterator<CsvRecord> rows = records.iterator();
            if (rows.hasNext()) {
                rows.next();
            }
            while (rows.hasNext()) {
                CsvRecord each = rows.next();
                if (each.getFieldCount() == columns.size()) {
                    earning = compare(new Row(each.getStartingLineNumber(), each.getFields()), earning, earnings);
                }
            }
            for (; earning != null; earning = next(earnings)) {
                reportMissing(earning);
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            return equal;
        }
        return equal;
    }

    /** Returns the earning that the next row is to be compared with. */
    private @Nullable Earning compare(Row row, @Nullable Earning first, Iterator<Earning> earnings) {
        String id = row.get(Column.EARNING_ID);
        Earning earning = first;
        while (earning != null && CodePointOrder.compare(Column.EARNING_ID.written(earning), id) < 0) {
            reportMissing(earning);
            earning = next(earnings);
        }
        if (earning == null || !Column.EARNING_ID.written(earning).equals(id)) {
            found.add(file, row.line(), "the database has no earning " + id + " in this extract");
            return earning;
        }
        boolean same = true;
        for (Column column : columns) {
            String expected = column.written(earning);
            if (!row.get(column).equals(expected)) {
                same = false;
                found.add(
                        file,
                        row.line(),
                        "the " + column.header() + " is " + row.get(column) + ", the database has " + expected);
            }
        }
        equal += same ? 1 : 0;
        return next(earnings);
    }

    private void reportMissing(Earning earning) {
        found.addOneOfMany(file, "the earning " + earning.earningId() + " is not in it, but the database has it there");
    }

    private static @Nullable Earning next(Iterator<Earning> earnings) {
        return earnings.hasNext() ? earnings.next() : null;
    }
}
