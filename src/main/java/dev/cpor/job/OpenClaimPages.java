package dev.cpor.job;

import dev.cpor.decision.OpenClaim;
import dev.cpor.store.claim.OpenClaims.IdRange;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads the open claims of one partition that the night evaluates, a page at a time. The number of the last claim of a page stands in the step's
 * context, which is written with the page's decisions.
 */
public class OpenClaimPages implements ItemStreamReader<OpenPage> {
    /** The key of the first claim's number in the context of a partition. */
    public static final String FIRST = "first";
    /** The key of the last claim's number in the context of a partition. */
    public static final String LAST = "last";

    private static final String AFTER = "after";

    private final ClaimsToEvaluate claims;
    private Supplier<List<OpenClaim>> pages = List::of;
    private @Nullable LongPredicate due;
    private long after;

    /** @param claims those of the night in hand */
    public OpenClaimPages(ClaimsToEvaluate claims) {
        this.claims = claims;
    }

    @Override
    public void open(ExecutionContext context) {
        IdRange range = new IdRange(context.getLong(FIRST), context.getLong(LAST));
        after = context.getLong(AFTER, 0);
        pages = claims.pages(range, after);
        due = claims.check(range, after);
    }

    @Override
    public @Nullable OpenPage read() {
        List<OpenClaim> page = pages.get();
        if (page.isEmpty()) {
            return null;
        }
        after = page.get(page.size() - 1).id();
        LongPredicate check = due;
        return new OpenPage(
                page,
                check == null
                        ? Set.of()
                        : page.stream()
                                .map(OpenClaim::id)
                                .filter(id -> !check.test(id))
                                .collect(Collectors.toSet()));
    }

    @Override
    public void update(ExecutionContext context) {
        long before = context.getLong(AFTER, 0);
        context.putLong(AFTER, after);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TakingBack(context, before));
        }
    }

    /**
     * Spring Batch saves the context of a step that failed, also when the failure was the commit of a page: without this, a
     * restart would go on after a page that was never written.
     */
    private record TakingBack(ExecutionContext context, long before) implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
                context.putLong(AFTER, before);
            }
        }
    }
}
