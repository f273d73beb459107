package dev.cpor.job;

import dev.cpor.store.intake.WaitingRows;
import dev.cpor.store.intake.WaitingRows.ClaimRange;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Cuts the claims that have rows whose turn has come into ranges of their IDs, one for each partition. */
final class TurnPartitions implements Partitioner {
    private final NightWork work;
    private final WaitingRows waitingRows;

    TurnPartitions(NightWork work, WaitingRows waitingRows) {
        this.work = work;
        this.waitingRows = waitingRows;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        // What an earlier launch left is cut anew, so it is another part and has another name.
        long launch = Objects.requireNonNull(StepSynchronizationManager.getContext())
                .getStepExecution()
                .getJobExecutionId();
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (ClaimRange range : ranges(gridSize)) {
            partitions.put(launch + "-" + (partitions.size() + 1), TurnReading.context(range));
        }
        return partitions;
    }

    /** Returns at most so many ranges, each with at least a page of claims where there is more than one; begins to tell how far they are. */
    List<ClaimRange> ranges(int most) {
        LocalDate day = work.night().businessDate();
        long due = waitingRows.countDue(day);
        work.hand().progress().start("Applying events", due);
        long pages = due / work.hand().settings().claimsInTurn();
        return waitingRows.dueRanges(day, due, (int) Math.max(1, Math.min(most, pages)));
    }
}
