package dev.cpor.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows in aligned columns. Long text goes on in the next line; nothing is cut off. */
final class TextTable {
    private static final int WIDEST_COLUMN = 80;

    private TextTable() {}

    static String render(List<Column> columns, Stream<List<@Nullable Object>> rows) {
        OneCharPerColumn cells = new OneCharPerColumn();
        List<List<String>> encoded = rows.map(row -> row.stream()
                        .map(cell -> cells.encode(Visible.text(Tables.text(cell))))
                        .toList())
                .toList();
        List<ColumnData<List<String>>> layout = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            HorizontalAlign align = columns.get(i).isNumber() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
            layout.add(new com.github.freva.asciitable.Column()
                    .header(columns.get(i).name())
                    .headerAlign(align)
                    .dataAlign(align)
                    .maxWidth(WIDEST_COLUMN)
                    .with(row -> row.get(index)));
        }
        String table = AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .lineSeparator("\n")
                .data(encoded, layout)
                .asString();
        return cells.decode(table).lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }
}
