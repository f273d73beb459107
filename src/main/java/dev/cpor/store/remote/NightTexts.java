package dev.cpor.store.remote;

import dev.cpor.store.night.Night;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps with a run the texts that it decides by, for whoever decides for it on another machine. */
public class NightTexts {
    private final JdbcClient jdbc;

    NightTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The texts of a night.
     *
     * @param program the version of the program that runs it
     * @param ruleset the fingerprint of its rules, which are archived
     * @param calendar {@code calendar.yaml}
     * @param nightly {@code nightly.yaml}
     */
    public record Texts(String program, String ruleset, String calendar, String nightly) {
        static Texts read(ResultSet row, int n) throws SQLException {
            return new Texts(
                    row.getString("program"),
                    row.getString("ruleset"),
                    row.getString("calendar"),
                    row.getString("nightly"));
        }
    }

    /** Keeps the texts of a night in the place of those that its run had before; in the transaction that offers its partitions. */
    void keep(Night night, Texts texts) {
        jdbc.sql(
                        "replace into remote_night (run, token, program, ruleset, calendar, nightly) values (?, ?, ?, ?, ?, ?)")
                .params(night.run(), night.token(), texts.program(), texts.ruleset(), texts.calendar(), texts.nightly())
                .update();
    }

    /** Returns the texts of the latest run that has offered partitions. */
    public Optional<Texts> latest() {
        return jdbc.sql("select program, ruleset, calendar, nightly from remote_night order by run desc limit 1")
                .query(Texts::read)
                .optional();
    }
}
