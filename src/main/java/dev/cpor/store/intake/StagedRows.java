package dev.cpor.store.intake;

import dev.cpor.intake.Feed;
import dev.cpor.intake.WaitingRow;
import dev.cpor.store.night.Night;
import dev.cpor.store.statement.Batch;
import dev.cpor.store.statement.Bind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Every row of every feed, kept; and the claims that have rows waiting. */
public class StagedRows {
    /** A waiting row of this day waits for something that has no date: the creation of its claim. */
    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final int MOST_IDS = 5000;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final TransactionTemplate attempt;
    private final Numbers numbers;

    StagedRows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.numbers = new Numbers(jdbc, "staged_row");
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * A row to be kept.
     *
     * @param claimId the claim it is about, null for a reference row, which is applied already
     * @param occurredOn its day, null for a claim line and for reference rows
     * @param idTaken whether its id may not come again with other content
     * @param content its fields, see {@link #content}
     */
    public record Staging(
            Feed feed,
            long line,
            String key,
            @Nullable String claimId,
            @Nullable LocalDate occurredOn,
            boolean idTaken,
            String content) {
        /** Says whether it has its turn in a later night; a claim line may have to wait as well, which shows at its turn. */
        private boolean waitsAfter(Night night) {
            return occurredOn != null && occurredOn.isAfter(night.businessDate());
        }
    }

    /** Returns the content of the rows of a feed that wait or were applied under one of these keys. */
    public Map<String, List<String>> taken(Feed feed, Collection<String> keys) {
        Map<String, List<String>> taken = new HashMap<>();
        if (!keys.isEmpty()) {
            named.query("""
                    select row_key, content from staged_row where feed = :feed and row_key in (:keys) and id_taken
                    """, Map.of("feed", feed.name(), "keys", keys), row -> {
                taken.put(row.getString(1), fields(row.getString(2)));
            });
        }
        return taken;
    }

    /**
     * Does the same as {@link #keep}, provided that all of the ids are free: to look for each of them first takes as long as to
     * keep the rows.
     *
     * @return false when one of the ids was taken before; nothing is kept then
     */
    public boolean keepIfFree(Night night, long feedFile, List<Staging> rows) {
        long first = numbers.take(night, rows.size());
        try {
            // The rows that came before the one that is refused are taken back to a savepoint; the caller's transaction
            // goes on.
            attempt.executeWithoutResult(status -> insert(night, feedFile, first, rows));
        } catch (DuplicateKeyException e) {
            return false;
        }
        noteWaiting(night, first, rows);
        return true;
    }

    /** Keeps rows of one file, and notes which claims have something waiting. */
    public void keep(Night night, long feedFile, List<Staging> rows) {
        long first = numbers.take(night, rows.size());
        insert(night, feedFile, first, rows);
        noteWaiting(night, first, rows);
    }

    private void insert(Night night, long feedFile, long first, List<Staging> rows) {
        List<Object[]> values = new ArrayList<>();
        for (Staging row : rows) {
            values.add(values(night, feedFile, first + values.size(), row));
        }
        Batch.update(jdbc, """
                insert into staged_row (id, feed_file, line, feed, row_key, claim_id, occurred_on, id_taken, read_on,
                                        settled_on, content)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, values);
    }

    private static Object[] values(Night night, long feedFile, long id, Staging row) {
        return new Object[] {
            id,
            feedFile,
            row.line(),
            row.feed().name(),
            row.key(),
            row.claimId(),
            row.occurredOn(),
            row.idTaken() ? true : null,
            night.businessDate(),
            row.waitsAfter(night) ? null : night.businessDate(),
            row.content()
        };
    }

    /** A claim of which a page keeps rows. */
    private static final class Waits {
        private LocalDate dueOn = NO_DAY;
        private @Nullable Long first;

        private void add(Night night, long id, Staging row) {
            LocalDate day = row.occurredOn() == null ? night.businessDate() : row.occurredOn();
            dueOn = day.isBefore(dueOn) ? day : dueOn;
            if (first == null && !row.waitsAfter(night)) {
                first = id;
            }
        }
    }

    private void noteWaiting(Night night, long first, List<Staging> rows) {
        Map<String, Waits> waiting = new TreeMap<>();
        long id = first;
        for (Staging row : rows) {
            if (row.claimId() != null) {
                waiting.computeIfAbsent(row.claimId(), claim -> new Waits()).add(night, id, row);
            }
            id++;
        }
        Batch.upsert(
                jdbc,
                """
                insert into waiting_claim (claim_id, due_on, first_row) values (?, ?, ?)
                    on duplicate key update due_on = least(due_on, value(due_on)),
                       first_row = coalesce(first_row, value(first_row))
                """,
                waiting.entrySet().stream()
                        .map(claim -> new Object[] {claim.getKey(), claim.getValue().dueOn, claim.getValue().first})
                        .toList());
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
            rows.add(read(row));
            String day = row.getString("settled_on");
            if (day != null) {
                foreseen.put(row.getLong("id"), Bind.date(day));
            }
        });
        // Sorted here: the server would write whole rows to a file and read them again.
        rows.sort(Comparator.comparingLong(WaitingRow::id));
        return new Waiting(rows, foreseen);
    }

    /** Reads a waiting row, with the fields that feeds gave it. */
    public static WaitingRow read(ResultSet row) throws SQLException {
        return new WaitingRow(
                row.getLong("id"),
                row.getLong("feed_file"),
                row.getLong("line"),
                Feed.valueOf(row.getString("feed")),
                row.getString("row_key"),
                row.getString("claim_id"),
                fields(row.getString("content")));
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
                            .map(claim ->
                                    new Object[] {claim.getValue() == null ? NO_DAY : claim.getValue(), claim.getKey()})
                            .toList());
        }
    }

    /** Returns the fields of a row as the JSON array that they are kept as. */
    public static String content(List<String> fields) {
        return JSON.writeValueAsString(fields);
    }

    /** Returns the fields of a row, from the JSON array that they are kept as. */
    public static List<String> fields(String content) {
        return Arrays.asList(JSON.readValue(content, String[].class));
    }
}
