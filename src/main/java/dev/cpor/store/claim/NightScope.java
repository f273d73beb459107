package dev.cpor.store.claim;

import dev.cpor.decision.DueRange;
import dev.cpor.decision.EveryClaim;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which open claims a night evaluates. */
public sealed interface NightScope {

    /**
     * Every one.
     *
     * @param check those that would have been due, to see whether any was missed; null where that is not looked at
     */
    record Every(EveryClaim why, @Nullable Due check) implements NightScope {}

    /**
     * Those about which the rules may say something else than in a night before.
     *
     * @param run of that night
     * @param since its business date
     * @param historyBefore the last history row that it has seen
     * @param ranges the claims whose count of days has passed a limit since
     */
    record Due(long run, LocalDate since, long historyBefore, List<DueRange> ranges) implements NightScope {}
}
