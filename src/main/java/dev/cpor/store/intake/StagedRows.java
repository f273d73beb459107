package dev.cpor.store.intake;

import dev.cpor.intake.Feed;
import dev.cpor.intake.WaitingRow;
import dev.cpor.store.night.Night;
import dev.cpor.store.statement.Batch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Every row of every feed, kept; and the claims that have rows waiting, noted: see {@link WaitingRows}. */
public class StagedRows {
    /** A waiting row of this day waits for something that has no date: the creation of its claim. */
    static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    private static final ObjectMapper JSON = JsonMapper.shared();

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

    /** Returns the fields of a row as the JSON array that they are kept as. */
    public static String content(List<String> fields) {
        return JSON.writeValueAsString(fields);
    }

    /** Returns the fields of a row, from the JSON array that they are kept as. */
    public static List<String> fields(String content) {
        return Arrays.asList(JSON.readValue(content, String[].class));
    }
}
