package dev.cpor.store.payout;

import dev.cpor.domain.Program;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The extracts and control files of all nights, with what was noted when their files were written. */
public class PastExtracts {
    private final JdbcClient jdbc;

    PastExtracts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An extract that has got its earnings.
     *
     * @param run the number of the night that made it
     * @param ruleset the fingerprint of that night's rules
     * @param sha256 of its files, null until they are written
     * @param previousManifestSha256 of the program's manifest before it, null for the first and until that is written
     */
    public record PastExtract(
            long id,
            Program program,
            int sequence,
            LocalDate businessDate,
            long run,
            String ruleset,
            @Nullable Sha256 sha256,
            @Nullable String previousManifestSha256) {}

    /** The SHA-256 of the files of an extract. */
    public record Sha256(String csv, String manifest) {}

    /**
     * The control file of a night.
     *
     * @param sha256 null until it is written
     * @param previousSha256 of the night completed before, null for the first
     */
    public record PastControl(
            LocalDate businessDate,
            @Nullable String sha256,
            @Nullable String previousSha256) {}

    /** Returns every extract, program by program in the order of its chain. */
    public List<PastExtract> all() {
        return select("order by extract.program, extract.sequence");
    }

    /** Returns one extract. */
    public Optional<PastExtract> find(Program program, LocalDate businessDate, int sequence) {
        return select(
                        "where extract.program = ? and extract.business_date = ? and extract.sequence = ?",
                        program.name(),
                        businessDate,
                        sequence)
                .stream()
                .findFirst();
    }

    private List<PastExtract> select(String rest, Object... values) {
        return jdbc.sql("""
                        select extract.id, extract.program, extract.sequence, extract.business_date, extract.run,
                               extract.ruleset, extract.csv_sha256, extract.manifest_sha256,
                               previous.manifest_sha256 as previous_sha256
                          from payout_extract extract
                          left join payout_extract previous
                            on previous.program = extract.program and previous.sequence = extract.sequence - 1
                        """ + rest).params(values).query((row, n) -> read(row)).list();
    }

    private static PastExtract read(ResultSet row) throws SQLException {
        String csv = row.getString("csv_sha256");
        String manifest = row.getString("manifest_sha256");
        return new PastExtract(
                row.getLong("id"),
                Program.valueOf(row.getString("program")),
                row.getInt("sequence"),
                row.getObject("business_date", LocalDate.class),
                row.getLong("run"),
                row.getString("ruleset"),
                csv == null || manifest == null ? null : new Sha256(csv, manifest),
                row.getString("previous_sha256"));
    }

    /** Returns every control file in the order of their chain. */
    public List<PastControl> controls() {
        return jdbc.sql("""
                        select control.business_date, control.sha256, previous.sha256 as previous_sha256
                          from payout_control control
                          left join payout_control previous on previous.position = control.position - 1
                         order by control.position
                        """)
                .query((row, n) -> new PastControl(
                        row.getObject("business_date", LocalDate.class),
                        row.getString("sha256"),
                        row.getString("previous_sha256")))
                .list();
    }
}
