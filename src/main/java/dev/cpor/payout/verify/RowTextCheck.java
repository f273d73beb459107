package dev.cpor.payout.verify;

import dev.cpor.payout.Column;
import dev.cpor.payout.FormulaDefence;
import java.util.List;
import java.util.function.Consumer;

/** What must be filled is filled, and no text begins like a formula. */
final class RowTextCheck implements RowCheck {
    private final List<Column> columns = Column.all();

    @Override
    public void check(Row row, Consumer<String> wrong) {
        for (Column column : columns) {
            String field = row.get(column);
            if (field.isEmpty() && !column.mayBeEmpty()) {
                wrong.accept("the " + column.header() + " is empty");
            } else if (column.isText() && FormulaDefence.isNeededFor(field)) {
                wrong.accept("the " + column.header() + " begins like a formula and lacks the leading '");
            }
        }
    }
}
