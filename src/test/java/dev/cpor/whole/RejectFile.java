package dev.cpor.whole;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The {@code rejects.csv} of a night. */
final class RejectFile {
    private RejectFile() {}

    /** Returns the fields of each row with {@code |} between them. */
    static List<String> of(Path out, String night) {
        Path file = out.resolve("runs").resolve(night).resolve("rejects.csv");
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            return csv.stream()
                    .skip(1)
                    .map(row -> String.join("|", row.getFields()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
