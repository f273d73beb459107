package dev.cpor.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows after RFC 4180 with a header row and LF, one after the other. */
final class RowsAsCsv {
    private RowsAsCsv() {}

    @SuppressWarnings("resource") // The writer belongs to the caller; flushing is all that closing would do here.
    static void write(List<Column> columns, Stream<List<@Nullable Object>> rows, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(columns.stream().map(Column::name).toList());
        rows.forEachOrdered(
                row -> csv.writeRecord(row.stream().map(Tables::text).toList()));
        csv.flush();
    }
}
