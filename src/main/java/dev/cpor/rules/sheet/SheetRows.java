package dev.cpor.rules.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a table into rows and cells, and knows the place of each in its file. */
public final class SheetRows {
    private final SheetText sheet;
    private final Places places;
    private final List<SheetRow> rows = new ArrayList<>();

    private SheetRows(SheetText sheet) {
        this.sheet = sheet;
        this.places = new Places(sheet);
    }

    /** Returns the rows, the headings among them; lines without a character are left out. */
    public static List<SheetRow> of(SheetText sheet) {
        SheetRows reading = new SheetRows(sheet);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(sheet.separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(sheet.text())) {
            reader.forEach(reading::add);
        } catch (CsvParseException e) {
            Places.Place place = reading.places.place();
            SheetRow.Wrong wrong = new SheetRow.Wrong(
                    place.line(), place.column(), "this is no table from here on; check the quotes and separators");
            reading.rows.add(
                    new SheetRow(place.line(), List.of(new SheetRow.Cell(place.line(), place.column(), "")), wrong));
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be read.", e);
        }
        return reading.rows;
    }

    private void add(CsvRecord csv) {
        Places.Row found = places.row(Math.toIntExact(csv.getStartingLineNumber()));
        int line = Math.toIntExact(csv.getStartingLineNumber()) + sheet.skipped();
        List<SheetRow.Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(csv.getFieldCount(), found.cells().size()); i++) {
            Places.Place place = found.cells().get(i);
            cells.add(new SheetRow.Cell(
                    place.line(),
                    place.column(),
                    csv.getField(i).replace('\u00A0', ' ').strip()));
        }
        rows.add(new SheetRow(line, cells, found.wrong()));
    }
}
