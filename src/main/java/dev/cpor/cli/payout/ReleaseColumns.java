package dev.cpor.cli.payout;

import dev.cpor.report.Column;
import dev.cpor.store.payout.PayoutReleases.Act;
import dev.cpor.store.payout.PayoutReleases.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who prepared and who released an extract: the last columns of a list. */
final class ReleaseColumns {
    private ReleaseColumns() {}

    static List<Column> after(Column... first) {
        List<Column> columns = new ArrayList<>(Arrays.asList(first));
        for (String name : List.of("prepared_by", "prepared_at", "released_by", "released_at")) {
            columns.add(Column.text(name));
        }
        return List.copyOf(columns);
    }

    static List<@Nullable Object> after(@Nullable Standing extract, @Nullable Object... first) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(first));
        add(cells, extract == null ? null : extract.prepared());
        add(cells, extract == null ? null : extract.released());
        return cells;
    }

    private static void add(List<@Nullable Object> cells, @Nullable Act act) {
        cells.add(act == null ? null : act.by());
        cells.add(act == null ? null : act.at());
    }
}
