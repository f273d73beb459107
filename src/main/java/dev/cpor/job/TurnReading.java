package dev.cpor.job;

import dev.cpor.store.intake.WaitingRows;
import dev.cpor.store.intake.WaitingRows.ClaimRange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads which claims of one partition have rows whose turn has come, page by page in the order of their IDs. A claim whose rows
 * had their turn is not found again, so a restart needs no position.
 */
class TurnReading implements ItemStreamReader<List<String>> {
    private static final String AFTER = "after";
    private static final String LAST = "last";

    private final NightWork work;
    private final WaitingRows waitingRows;
    private ClaimRange left = ClaimRange.NONE;

    TurnReading(NightWork work, WaitingRows waitingRows) {
        this.work = work;
        this.waitingRows = waitingRows;
    }

    /** Returns what a partition that reads this range begins with. */
    static ExecutionContext context(ClaimRange range) {
        ExecutionContext context = new ExecutionContext();
        context.putString(AFTER, range.after());
        context.putString(LAST, range.last());
        return context;
    }

    @Override
    public void open(ExecutionContext context) {
        left = new ClaimRange(context.getString(AFTER), context.getString(LAST));
    }

    @Override
    public @Nullable List<String> read() {
        List<String> claims = waitingRows.dueClaims(
                work.night().businessDate(), left, work.hand().settings().claimsInTurn());
        if (claims.isEmpty()) {
            return null;
        }
        left = left.after(claims.get(claims.size() - 1));
        return claims;
    }
}
