package dev.cpor.store.payout;

import dev.cpor.domain.Program;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Night;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which earnings are in which extract, for ever, and how the extracts and the nights are chained. */
public class Extracts {
    private final JdbcClient jdbc;
    private final Lease lease;

    Extracts(JdbcClient jdbc, Lease lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    /**
     * An extract that has got its earnings.
     *
     * @param manifestSha256 null until its files are written
     */
    public record Assigned(
            long id,
            Program program,
            int sequence,
            LocalDate businessDate,
            long run,
            String ruleset,
            @Nullable String manifestSha256) {}

    /** A night's control file that is still to be written, with the SHA-256 of the one before. */
    public record Control(LocalDate businessDate, long position) {}

    /**
     * Puts every earning of the night that is in no extract yet into a new one of its program, and gives the night its
     * place in the chain of control files. Runs in the caller's transaction; the second time it finds nothing to do.
     */
    public void assign(Night night, String ruleset) {
        List<String> programs =
                jdbc.sql("""
                        select distinct program from earning
                         where business_date = ? and extract is null order by program
                        """).params(night.businessDate()).query(String.class).list();
        for (String program : programs) {
            jdbc.sql("""
                            insert into payout_extract (program, sequence, business_date, run, ruleset)
                            select ?, coalesce(max(sequence), 0) + 1, ?, ?, ? from payout_extract where program = ?
                            """)
                    .params(program, night.businessDate(), night.run(), ruleset, program)
                    .update();
            jdbc.sql("""
                            update earning
                               set extract = (select id from payout_extract where program = ? and business_date = ?)
                             where business_date = ? and extract is null and program = ?
                            """)
                    .params(program, night.businessDate(), night.businessDate(), program)
                    .update();
        }
        jdbc.sql("""
                        insert into payout_control (position, business_date)
                        select coalesce(max(position), 0) + 1, ? from payout_control
                            on duplicate key update position = payout_control.position
                        """).params(night.businessDate()).update();
        lease.check(night);
    }

    /** Returns the extracts whose files are not written yet, of any night, in the order of their chains. */
    public List<Assigned> unwritten() {
        return select("where manifest_sha256 is null order by program, sequence");
    }

    private List<Assigned> select(String where, Object... values) {
        return jdbc.sql("""
                        select id, program, sequence, business_date, run, ruleset, manifest_sha256 from payout_extract
                        """ + where).params(values).query((row, n) -> read(row)).list();
    }

    /** Returns the extract before this one of the same program. */
    public Optional<Assigned> before(Assigned extract) {
        return select("where program = ? and sequence = ?", extract.program().name(), extract.sequence() - 1).stream()
                .findFirst();
    }

    /** Notes what was written. */
    public void written(Assigned extract, long rows, String csvSha256, String manifestSha256) {
        jdbc.sql("update payout_extract set row_count = ?, csv_sha256 = ?, manifest_sha256 = ? where id = ?")
                .params(rows, csvSha256, manifestSha256, extract.id())
                .update();
    }

    /** Returns the nights whose control files are not written yet, in the order of their chain. */
    public List<Control> unwrittenControls() {
        return jdbc.sql("select business_date, position from payout_control where sha256 is null order by position")
                .query((row, n) ->
                        new Control(row.getObject("business_date", LocalDate.class), row.getLong("position")))
                .list();
    }

    /** Returns the SHA-256 of the control file before this one, or nothing for the first. */
    public Optional<String> before(Control control) {
        return jdbc.sql("select sha256 from payout_control where position = ?")
                .params(control.position() - 1)
                .query(String.class)
                .optional();
    }

    /** Returns the extracts of a night by program. */
    public SortedMap<Program, Assigned> ofNight(LocalDate businessDate) {
        SortedMap<Program, Assigned> extracts = new TreeMap<>();
        select("where business_date = ?", businessDate).forEach(extract -> extracts.put(extract.program(), extract));
        return extracts;
    }

    /** Notes the SHA-256 of a control file that was written. */
    public void written(Control control, String sha256) {
        jdbc.sql("update payout_control set sha256 = ? where position = ?")
                .params(sha256, control.position())
                .update();
    }

    private static Assigned read(ResultSet row) throws SQLException {
        return new Assigned(
                row.getLong("id"),
                Program.valueOf(row.getString("program")),
                row.getInt("sequence"),
                row.getObject("business_date", LocalDate.class),
                row.getLong("run"),
                row.getString("ruleset"),
                row.getString("manifest_sha256"));
    }
}
