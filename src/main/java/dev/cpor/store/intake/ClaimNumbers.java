package dev.cpor.store.intake;

import dev.cpor.store.night.Night;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives out the numbers of new claims. Only the holder of the lease creates claims, so the table is asked once a night, and
 * pages that are written at the same time never get the same number; one that is rolled back leaves a gap.
 */
final class ClaimNumbers {
    private final JdbcTemplate jdbc;
    private @Nullable OfNight current;

    private record OfNight(Night night, AtomicLong last) {}

    ClaimNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long next(Night night) {
        return ofNight(night).last.incrementAndGet();
    }

    private synchronized OfNight ofNight(Night night) {
        OfNight known = current;
        if (known == null || !known.night.equals(night)) {
            Long highest = jdbc.queryForObject("select coalesce(max(id), 0) from claim", Long.class);
            known = new OfNight(night, new AtomicLong(highest == null ? 0 : highest));
            current = known;
        }
        return known;
    }
}
