package dev.cpor.payout.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes one cell. Numbers are written digit by digit; but a spreadsheet program calculates with 15 significant digits, so a
 * number with more is written as text, in which all of them can be seen. Text is never a formula, whatever it begins with.
 */
final class XlsxCell {
    private static final int SIGNIFICANT_DIGITS = 15;
    /** Day 0 of a workbook, for the days from 1 March 1900 on: before that it counts a day that never was. */
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    /** What XML cannot hold or reads as something else, and what is written like such (ISO/IEC 29500-1, 22.9.2.19). */
    private static final Pattern NOT_AS_IT_IS =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\r\\x0E-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxCell() {}

    static void write(Worksheet sheet, int row, int column, CellType type, String field) {
        switch (type) {
            case TEXT -> text(sheet, row, column, field);
            case DATE -> date(sheet, row, column, field);
            case WHOLE, RATE, AMOUNT, CENTS -> number(sheet, row, column, field);
        }
    }

    /** Blanks at the beginning or at the end stay only in a run of its own. */
    private static void text(Worksheet sheet, int row, int column, String text) {
        String encoded = encoded(text);
        if (encoded.equals(encoded.strip())) {
            sheet.inlineString(row, column, encoded);
        } else {
            sheet.inlineString(
                    row, column, RichText.builder().run(encoded).end().build());
        }
    }

    private static void date(Worksheet sheet, int row, int column, String field) {
        LocalDate date = LocalDate.parse(field);
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            text(sheet, row, column, field);
            return;
        }
        sheet.value(row, column, ChronoUnit.DAYS.between(DAY_0, date));
        sheet.style(row, column).format("yyyy-mm-dd").set();
    }

    private static void number(Worksheet sheet, int row, int column, String field) {
        BigDecimal number = new BigDecimal(field);
        if (number.stripTrailingZeros().precision() > SIGNIFICANT_DIGITS) {
            text(sheet, row, column, field);
            return;
        }
        sheet.value(row, column, number);
        sheet.style(row, column)
                .format(number.scale() == 0 ? "0" : "0." + "0".repeat(number.scale()))
                .set();
    }

    static String encoded(String text) {
        return NOT_AS_IT_IS.matcher(text).replaceAll(found -> "_x%04X_"
                .formatted((int) found.group().charAt(0)));
    }
}
