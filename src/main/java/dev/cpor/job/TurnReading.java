package dev.cpor.job;

import dev.cpor.store.StagedRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads which claims of one partition have rows whose turn has come, page by page in the order of their IDs. A claim whose
 * rows had their turn is not found again, so a restart needs no position.
 */
class TurnReading implements ItemStreamReader<List<String>> {
    static final String AFTER = "after";
    static final String LAST = "last";

    private final NightWork work;
    private final StagedRows staged;
    private String after = "";
    private @Nullable String last;

    TurnReading(NightWork work, StagedRows staged) {
        this.work = work;
        this.staged = staged;
    }

    @Override
    public void open(ExecutionContext range) {
        after = range.getString(AFTER, "");
        last = range.containsKey(LAST) ? range.getString(LAST) : null;
    }

    @Override
    public @Nullable List<String> read() {
        List<String> claims = staged.dueClaims(
                work.night().businessDate(), after, last, work.hand().settings().chunk());
        if (claims.isEmpty()) {
            return null;
        }
        after = claims.get(claims.size() - 1);
        return claims;
    }
}
