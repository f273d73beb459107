package dev.cpor.payout.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.cpor.payout.Column;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the rows of an extract as one sheet. */
final class XlsxFile {
    /** Rows that are kept in memory before they are written. */
    private static final int PAGE = 500;

    /** Of every column, in digits: a day or an amount in a narrower one would be shown as ####. */
    private static final double WIDTH = 20;

    private XlsxFile() {}

    static void write(FoundExtract extract, Path file) throws IOException {
        SumCheck sums = new SumCheck();
        try (OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 16);
                CsvReader<CsvRecord> csv =
                        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(extract.csv(), StandardCharsets.UTF_8);
                Workbook workbook = new Workbook(out, "cpor", null)) {
            Worksheet sheet = workbook.newWorksheet(extract.manifest().extract().program() + " "
                    + extract.manifest().extract().businessDate());
            Iterator<CsvRecord> records = csv.iterator();
            header(sheet, records.next());
            for (int row = 1; records.hasNext(); row++) {
                CsvRecord record = records.next();
                row(sheet, row, record);
                add(record, sums);
                if (row % PAGE == 0) {
                    sheet.flush();
                }
            }
        }
        sums.compare(extract.manifest());
    }

    private static void header(Worksheet sheet, CsvRecord names) {
        for (int i = 0; i < names.getFieldCount(); i++) {
            sheet.width(i, WIDTH);
            sheet.inlineString(0, i, names.getField(i));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    private static void row(Worksheet sheet, int row, CsvRecord record) {
        List<Column> columns = Column.all();
        for (int i = 0; i < columns.size(); i++) {
            String field = record.getField(i);
            if (!field.isEmpty()) {
                XlsxCell.write(sheet, row, i, CellType.of(columns.get(i)), field);
            }
        }
    }

    private static void add(CsvRecord record, SumCheck sums) {
        sums.add(
                record.getField(Column.EARNING_CURRENCY.ordinal()),
                1,
                new BigDecimal(record.getField(Column.EARNING_AMOUNT.ordinal())),
                new BigDecimal(record.getField(Column.EARNING_AMOUNT_USD.ordinal())));
    }
}
