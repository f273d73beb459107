package dev.cpor.store.intake;

import dev.cpor.intake.WaitingRow;
import dev.cpor.store.night.Night;
import dev.cpor.store.statement.Batch;
import dev.cpor.store.statement.Bind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The claims that have rows waiting, those rows, and what their turns leave of them. */
public class WaitingRows {
    private static final int MOST_IDS = 5000;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    WaitingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /** Returns how many claims have rows whose turn may have come on that day. */
    public long countDue(LocalDate day) {
        Long count = jdbc.queryForObject("select count(*) from waiting_claim where due_on <= ?", Long.class, day);
        return count == null ? 0 : count;
    }

    /**
     * Claims in the order of their IDs.
     *
     * @param after the claim before the first of them; empty where there is none
     * @param last the last of them
     */
    public record ClaimRange(String after, String last) {
        /** No claim. */
        public static final ClaimRange NONE = new ClaimRange("", "");

        /** Returns what is left of it after that claim. */
        public ClaimRange after(String claimId) {
            return new ClaimRange(claimId, last);
        }
    }

    /**
     * Cuts the claims that have rows whose turn may have come on that day into ranges with equally many of them.
     *
     * @param due how many claims that are
     * @param parts how many ranges there are to be, at least 1; where no claim is due, there is none
     */
    public List<ClaimRange> dueRanges(LocalDate day, long due, int parts) {
        List<ClaimRange> ranges = new ArrayList<>();
        String after = "";
        for (int part = 1; part <= parts && due > 0; part++) {
            String last = jdbc.queryForObject(
                    "select claim_id from waiting_claim where due_on <= ? order by claim_id limit 1 offset ?",
                    String.class,
                    day,
                    due * part / parts - 1);
            ranges.add(new ClaimRange(after, Objects.requireNonNull(last)));
            after = last;
        }
        return ranges;
    }

    /** Returns at most {@code size} claims of a range that have rows whose turn may have come, in order. */
    public List<String> dueClaims(LocalDate day, ClaimRange range, int size) {
        return jdbc.queryForList("""
                select claim_id from waiting_claim
                 where claim_id > ? and claim_id <= ? and due_on <= ?
                 order by claim_id limit ?
                """, String.class, range.after(), range.last(), day, size);
    }

    /**
     * Rows of some claims that wait, whatever their day.
     *
     * @param rows in the order in which they were read
     * @param foreseen by row: the night that was to give it its turn when it was read; most have it then, and need no more writing
     */
    public record Waiting(List<WaitingRow> rows, Map<Long, LocalDate> foreseen) {}

    /** Returns the rows of these claims that wait. */
    public Waiting waiting(Collection<String> claimIds) {
        List<WaitingRow> rows = new ArrayList<>();
        Map<Long, LocalDate> foreseen = new HashMap<>();
        named.query("""
                select row.id, row.feed_file, row.line, row.feed, row.row_key, row.claim_id, row.content, row.settled_on
                  from waiting_claim force index (primary)
                  straight_join staged_row row force index (claim_id) on row.claim_id = waiting_claim.claim_id
                 where waiting_claim.claim_id in (:claims)
                   and (row.settled_on is null or row.id >= waiting_claim.first_row)
                """, Map.of("claims", claimIds), row -> {
            rows.add(StagedRows.read(row));
            String day = row.getString("settled_on");
            if (day != null) {
                foreseen.put(row.getLong("id"), Bind.date(day));
            }
        });
        // Sorted here: the server would write whole rows to a file and read them again.
        rows.sort(Comparator.comparingLong(WaitingRow::id));
        return new Waiting(rows, foreseen);
    }

    // Pages are written side by side: row by row through the key, a statement never waits for another page's rows.

    /** Notes which of the rows had their turn; the ids of those that were refused are free again. */
    public void settle(Night night, Waiting waiting, Collection<Long> applied, Collection<Long> refused) {
        LocalDate day = night.businessDate();
        Set<Long> left = new HashSet<>(waiting.foreseen().keySet());
        applied.forEach(left::remove);
        refused.forEach(left::remove);
        settle(null, List.copyOf(left));
        settle(
                day,
                applied.stream()
                        .filter(row -> !day.equals(waiting.foreseen().get(row)))
                        .toList());
        if (!refused.isEmpty()) {
            named.update(
                    "update staged_row force index (primary) set settled_on = :day, id_taken = null where id in (:ids)",
                    Map.of("day", day, "ids", refused));
        }
    }

    private void settle(@Nullable LocalDate day, List<Long> rows) {
        for (int from = 0; from < rows.size(); from += MOST_IDS) {
            List<Long> ids = rows.subList(from, Math.min(rows.size(), from + MOST_IDS));
            named.update(
                    "update staged_row force index (primary) set settled_on = :day where id in (:ids)",
                    new MapSqlParameterSource("day", day).addValue("ids", ids));
        }
    }

    /**
     * Notes of each claim when the next of its waiting rows may have its turn.
     *
     * @param next by claim: the day, or null when it waits for the claim's creation
     */
    public void waitFor(Collection<String> settled, Map<String, @Nullable LocalDate> next) {
        if (!settled.isEmpty()) {
            named.update(
                    "delete waiting_claim from waiting_claim force index (primary) where claim_id in (:claims)",
                    Map.of("claims", settled));
        }
        if (!next.isEmpty()) {
            Batch.update(
                    jdbc,
                    "update waiting_claim set due_on = ?, first_row = null where claim_id = ?",
                    next.entrySet().stream()
                            .map(claim -> new Object[] {
                                claim.getValue() == null ? StagedRows.NO_DAY : claim.getValue(), claim.getKey()
                            })
                            .toList());
        }
    }
}
