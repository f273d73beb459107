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

/**
 * Reads the open claims of one partition that the night evaluates, a page at a time. The number of the last claim of a page stands in the step's
 * context, which is written with the page's decisions.
 */
public class OpenClaimPages implements ItemStreamReader<OpenPage> {
    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String AFTER = "after";

    private final ClaimsToEvaluate claims;
    private Supplier<List<OpenClaim>> pages = List::of;
    private @Nullable LongPredicate due;
    private long after;
    private boolean over;

    /** @param claims those of the night in hand */
    public OpenClaimPages(ClaimsToEvaluate claims) {
        this.claims = claims;
    }

    /** Returns the context of a partition that has not begun. */
    static ExecutionContext context(IdRange range) {
        ExecutionContext context = new ExecutionContext();
        context.putLong(FIRST, range.first());
        context.putLong(LAST, range.last());
        return context;
    }

    /** Returns the numbers of the claims of a partition. */
    public static IdRange range(ExecutionContext partition) {
        return new IdRange(partition.getLong(FIRST), partition.getLong(LAST));
    }

    @Override
    public void open(ExecutionContext context) {
        IdRange range = range(context);
        after = context.getLong(AFTER, 0);
        pages = claims.pages(range, after);
        due = claims.check(range, after);
    }

    @Override
    public @Nullable OpenPage read() {
        List<OpenClaim> page = pages.get();
        if (page.isEmpty()) {
            over = true;
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

    /** Says whether no page is left. */
    public boolean areOver() {
        return over;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(AFTER, after);
    }
}
