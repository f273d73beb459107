package dev.cpor.job;

import dev.cpor.store.claim.OpenClaims.Cut;
import dev.cpor.store.claim.OpenClaims.IdRange;
import dev.cpor.store.night.Runs;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Cuts the claims into ranges of their numbers, one for each partition. */
final class ClaimPartitions implements Partitioner {
    private final NightWork work;
    private final ClaimsToEvaluate claims;
    private final Runs runs;

    ClaimPartitions(NightWork work, ClaimsToEvaluate claims, Runs runs) {
        this.work = work;
        this.claims = claims;
        this.runs = runs;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Cut cut = claims.cut(gridSize);
        work.hand().progress().start("Evaluating claims", cut.claims());
        long place = claims.place();
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (IdRange range : runs.ranges(work.night().run(), cut::ranges)) {
            partitions.put(place + ":" + range, OpenClaimPages.context(range));
        }
        return partitions;
    }
}
