package dev.cpor.store.past;

import dev.cpor.intake.Feed;
import dev.cpor.store.intake.StagedRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Partners, customers and exchange rates as the feeds had described them once some runs had read theirs. */
public class PastReferences {
    private final NamedParameterJdbcTemplate jdbc;

    PastReferences(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * Returns the last row of a feed that was read under each of these keys by one of these runs.
     *
     * @return by key, the values in the order of {@link Feed#columns()}
     */
    public Map<String, List<String>> of(Feed feed, Collection<String> keys, Collection<Long> runs) {
        Map<String, List<String>> rows = new HashMap<>();
        if (!keys.isEmpty() && !runs.isEmpty()) {
            jdbc.query("""
                    select row.row_key, row.content
                      from staged_row row join feed_file on feed_file.id = row.feed_file
                     where row.feed = :feed and row.row_key in (:keys) and feed_file.run in (:runs)
                     order by row.id
                    """, Map.of("feed", feed.name(), "keys", keys, "runs", runs), row -> {
                rows.put(row.getString(1), StagedRows.fields(row.getString(2)));
            });
        }
        return rows;
    }

    /** Returns every row of a feed that was read by one of these runs, in the order in which they were read. */
    public List<List<String>> all(Feed feed, Collection<Long> runs) {
        if (runs.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                """
                select row.content
                  from staged_row row join feed_file on feed_file.id = row.feed_file
                 where row.feed = :feed and feed_file.run in (:runs)
                 order by row.id
                """, Map.of("feed", feed.name(), "runs", runs), (row, n) -> StagedRows.fields(row.getString(1)));
    }
}
