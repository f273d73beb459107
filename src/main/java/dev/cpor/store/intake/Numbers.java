package dev.cpor.store.intake;

import dev.cpor.store.night.Night;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives out the numbers of new rows of a table. Only the holder of the lease adds rows to it, so the table is asked once a night,
 * and pages that are written at the same time never get the same number; one that is rolled back leaves a gap.
 */
final class Numbers {
    private final JdbcTemplate jdbc;
    private final String table;
    private @Nullable OfNight current;

    private record OfNight(Night night, AtomicLong last) {}

    Numbers(JdbcTemplate jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Returns the first of so many numbers in a row. */
    long take(Night night, int count) {
        return ofNight(night).last.getAndAdd(count) + 1;
    }

    private synchronized OfNight ofNight(Night night) {
        OfNight known = current;
        // A night that is rolled back may come again after others.
        if (known == null || night.isRolledBack() || !known.night.equals(night)) {
            Long highest = jdbc.queryForObject("select coalesce(max(id), 0) from " + table, Long.class);
            known = new OfNight(night, new AtomicLong(highest == null ? 0 : highest));
            current = known;
        }
        return known;
    }
}
