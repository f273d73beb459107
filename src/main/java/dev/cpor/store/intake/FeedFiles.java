package dev.cpor.store.intake;

import dev.cpor.store.night.Night;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which feed files were read, known by the SHA-256 of their bytes, and how far. */
public class FeedFiles {
    private final JdbcClient jdbc;

    FeedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a file was read. */
    public enum State {
        /** Begun; a restart goes on after the records taken so far. */
        READING,
        READ,
        /** It cannot be read at all. */
        REFUSED
    }

    /**
     * A file that was seen.
     *
     * @param run the run that read it
     * @param records how many records were taken
     * @param message why it was refused, null otherwise
     */
    public record Seen(
            long id,
            @Nullable String sha256,
            String name,
            String feed,
            long run,
            State state,
            long records,
            long duplicates,
            @Nullable String message) {}

    /** Returns what is known of a file with these bytes. */
    public Optional<Seen> bySha256(String sha256) {
        return select("where sha256 = ?", sha256).stream().findFirst();
    }

    /** Returns the files that a run read or refused, in the order in which it took them. */
    public List<Seen> ofRun(long run) {
        return select("where run = ? order by id", run);
    }

    /** Returns the names of all files that were read. */
    public List<String> namesRead() {
        return jdbc.sql("select name from feed_file where state = 'READ'")
                .query(String.class)
                .list();
    }

    private List<Seen> select(String where, Object value) {
        return jdbc.sql("select id, sha256, name, feed, run, state, records, duplicates, message from feed_file "
                        + where)
                .params(value)
                .query((row, n) -> new Seen(
                        row.getLong("id"),
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getString("feed"),
                        row.getLong("run"),
                        State.valueOf(row.getString("state")),
                        row.getLong("records"),
                        row.getLong("duplicates"),
                        row.getString("message")))
                .list();
    }

    /** Begins to read a file. */
    public Seen begin(Night night, String sha256, String name, String feed) {
        add(night, sha256, name, feed, State.READING, null);
        return bySha256(sha256).orElseThrow();
    }

    /** Notes that a file cannot be read at all. */
    public void refuse(Night night, @Nullable String sha256, String name, String feed, String message) {
        add(night, sha256, name, feed, State.REFUSED, message);
    }

    private void add(
            Night night, @Nullable String sha256, String name, String feed, State state, @Nullable String message) {
        jdbc.sql("""
                        insert into feed_file (sha256, name, feed, run, state, records, duplicates, message)
                        values (?, ?, ?, ?, ?, 0, 0, ?)
                        """)
                .param(1, sha256)
                .param(2, name)
                .param(3, feed)
                .param(4, night.run())
                .param(5, state.name())
                .param(6, message)
                .update();
    }

    /** Counts records as taken, in the transaction that took them. */
    public void advance(long id, int records, int duplicates) {
        jdbc.sql("update feed_file set records = records + ?, duplicates = duplicates + ? where id = ?")
                .params(records, duplicates, id)
                .update();
    }

    /** Notes that a file was read to its end. */
    public void finish(long id) {
        jdbc.sql("update feed_file set state = 'READ' where id = ?").params(id).update();
    }
}
