package dev.cpor.store.remote;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps with a run the texts of the files that it decides by, for whoever decides for it on another machine. */
public class NightTexts {
    private final JdbcClient jdbc;

    NightTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The texts of a night.
     *
     * @param program the version of the program that runs it
     * @param calendar {@code calendar.yaml}
     * @param nightly {@code nightly.yaml}
     */
    public record Texts(String program, String calendar, String nightly) {}

    /** Keeps the texts of a run in the place of those that it had before. */
    public void keep(long run, Texts texts) {
        jdbc.sql("replace into remote_night (run, program, calendar, nightly) values (?, ?, ?, ?)")
                .params(run, texts.program(), texts.calendar(), texts.nightly())
                .update();
    }

    /** Returns the number of the latest run that has offered partitions. */
    public Optional<Long> latest() {
        return jdbc.sql("select run from remote_night order by run desc limit 1")
                .query(Long.class)
                .optional();
    }

    /** Returns the texts of a run that has offered partitions. */
    public Optional<Texts> of(long run) {
        return jdbc.sql("select program, calendar, nightly from remote_night where run = ?")
                .params(run)
                .query((row, n) ->
                        new Texts(row.getString("program"), row.getString("calendar"), row.getString("nightly")))
                .optional();
    }
}
