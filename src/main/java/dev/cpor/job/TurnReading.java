package dev.cpor.job;

import dev.cpor.store.intake.StagedRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads which claims have rows whose turn has come, page by page in the order of their IDs. A claim whose rows had their turn
 * is not found again, so a restart needs no position.
 */
final class TurnReading implements ItemStreamReader<List<String>> {
    private final NightWork work;
    private final StagedRows staged;
    private String after = "";

    TurnReading(NightWork work, StagedRows staged) {
        this.work = work;
        this.staged = staged;
    }

    @Override
    public void open(ExecutionContext context) {
        after = "";
        work.hand()
                .progress()
                .start("Applying events", staged.countDue(work.night().businessDate()));
    }

    @Override
    public @Nullable List<String> read() {
        List<String> claims = staged.dueClaims(
                work.night().businessDate(), after, work.hand().settings().chunk());
        if (claims.isEmpty()) {
            work.hand().progress().end();
            return null;
        }
        after = claims.get(claims.size() - 1);
        return claims;
    }
}
