package dev.cpor.job;

import dev.cpor.store.StagedRows;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Cuts the claims whose rows have their turn into ranges of their IDs, one for each partition; together they leave none out. */
final class TurnPartitions implements Partitioner {
    private final NightWork work;
    private final StagedRows staged;

    TurnPartitions(NightWork work, StagedRows staged) {
        this.work = work;
        this.staged = staged;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        LocalDate day = work.night().businessDate();
        work.hand().progress().start("Applying events", staged.countDue(day));
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        ExecutionContext range = new ExecutionContext();
        for (String cut : staged.cuts(day, gridSize)) {
            range.putString(TurnReading.LAST, cut);
            partitions.put("part-" + partitions.size(), range);
            range = new ExecutionContext();
            range.putString(TurnReading.AFTER, cut);
        }
        partitions.put("part-" + partitions.size(), range);
        return partitions;
    }
}
