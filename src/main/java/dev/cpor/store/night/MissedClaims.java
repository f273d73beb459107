package dev.cpor.store.night;

import dev.cpor.store.statement.Batch;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The claims that a night decided though the query for due claims would not have found them. */
public class MissedClaims {
    private final JdbcTemplate jdbc;

    MissedClaims(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds claims by their numbers, in the caller's transaction. */
    public void add(Night night, List<Long> claims) {
        if (!claims.isEmpty()) {
            Batch.update(
                    jdbc,
                    "insert into missed_claim (run, claim) values (?, ?)",
                    claims.stream()
                            .map(claim -> new Object[] {night.run(), claim})
                            .toList());
        }
    }

    /** Returns the claim IDs of those of a run, sorted. */
    public List<String> of(long run) {
        return jdbc.queryForList(
                "select claim_id from missed_claim join claim on claim.id = missed_claim.claim where run = ? order by claim_id",
                String.class,
                run);
    }
}
