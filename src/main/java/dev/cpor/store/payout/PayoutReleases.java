package dev.cpor.store.payout;

import dev.cpor.domain.Program;
import dev.cpor.store.statement.Bind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who let which extract go to finance, and how far it has come. Each change says what it found before, so that of two persons
 * who do the same at the same time one is told; nights write none of this.
 */
public class PayoutReleases {
    private final JdbcClient jdbc;
    private final Clock clock;

    PayoutReleases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody who did something at a time. */
    public record Act(String by, Instant at) {}

    /**
     * An extract, and how far its release has come.
     *
     * @param id of the extract
     * @param csvSha256 of the CSV that the night wrote, null until it is written
     * @param manifestSha256 likewise of the manifest
     * @param prepared null where nobody prepared it, or where it took one person
     * @param released null as long as nobody released it
     * @param toBeSent whether a server was named when it was released
     * @param copiedAt when all its files were in the delivery folder, null before
     * @param sentAt when all its files were on the server, null before
     */
    public record Standing(
            long id,
            Program program,
            LocalDate businessDate,
            int sequence,
            @Nullable String csvSha256,
            @Nullable String manifestSha256,
            @Nullable Act prepared,
            @Nullable Act released,
            boolean toBeSent,
            @Nullable Instant copiedAt,
            @Nullable Instant sentAt) {

        /** Returns the name of the extract's CSV. */
        public String fileName() {
            return String.format(Locale.ROOT, "payout-%s-%s-%06d.csv", program, businessDate, sequence);
        }
    }

    /** Returns every extract, by program and sequence. */
    public List<Standing> all() {
        return select("order by extract.program, extract.sequence");
    }

    /** Returns an extract by its program and sequence. */
    public Optional<Standing> of(Program program, int sequence) {
        return select("where extract.program = ? and extract.sequence = ?", program.name(), sequence).stream()
                .findFirst();
    }

    private List<Standing> select(String which, Object... values) {
        return jdbc.sql("""
                        select extract.id, extract.program, extract.business_date, extract.sequence, extract.csv_sha256,
                               extract.manifest_sha256, prepared_by, prepared_at, released_by, released_at,
                               coalesce(to_be_sent, false) as to_be_sent, copied_at, sent_at
                          from payout_extract extract left join payout_release on payout_release.extract = extract.id
                        """ + which).params(values).query((row, n) -> read(row)).list();
    }

    /**
     * Notes that somebody prepared the release of an extract whose files are written.
     *
     * @return false when somebody did so before
     */
    public boolean prepare(Standing extract, String by) {
        return inserted("""
                insert into payout_release
                       (extract, csv_sha256, manifest_sha256, steps, prepared_by, prepared_at, to_be_sent)
                select id, csv_sha256, manifest_sha256, 2, ?, ?, false from payout_extract where id = ?
                """, by, now(), extract.id());
    }

    /**
     * Notes that somebody released an extract that was prepared.
     *
     * @param steps how many persons that took: 1 where whoever prepared it may release it as well
     * @return false when somebody did so before, or nobody prepared it
     */
    public boolean release(Standing extract, String by, int steps, boolean toBeSent) {
        return jdbc.sql("""
                        update payout_release set released_by = ?, released_at = ?, steps = ?, to_be_sent = ?
                         where extract = ? and released_at is null
                        """).params(by, now(), steps, toBeSent, extract.id()).update() == 1;
    }

    /**
     * Notes that one person released an extract that nobody prepared.
     *
     * @return false when somebody prepared or released it before
     */
    public boolean releaseUnprepared(Standing extract, String by, boolean toBeSent) {
        return inserted("""
                insert into payout_release
                       (extract, csv_sha256, manifest_sha256, steps, released_by, released_at, to_be_sent)
                select id, csv_sha256, manifest_sha256, 1, ?, ?, ? from payout_extract where id = ?
                """, by, now(), toBeSent, extract.id());
    }

    private boolean inserted(String sql, Object... values) {
        try {
            jdbc.sql(sql).params(values).update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Notes that all files of an extract are in the delivery folder. */
    public void copied(Standing extract) {
        jdbc.sql("update payout_release set copied_at = ? where extract = ? and copied_at is null")
                .params(now(), extract.id())
                .update();
    }

    /** Notes that all files of an extract are on the server. */
    public void sent(Standing extract) {
        jdbc.sql("update payout_release set sent_at = ? where extract = ? and sent_at is null")
                .params(now(), extract.id())
                .update();
    }

    private LocalDateTime now() {
        return Bind.utc(clock.instant());
    }

    private static Standing read(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("id"),
                Program.valueOf(row.getString("program")),
                row.getObject("business_date", LocalDate.class),
                row.getInt("sequence"),
                row.getString("csv_sha256"),
                row.getString("manifest_sha256"),
                act(row.getString("prepared_by"), instant(row, "prepared_at")),
                act(row.getString("released_by"), instant(row, "released_at")),
                row.getBoolean("to_be_sent"),
                instant(row, "copied_at"),
                instant(row, "sent_at"));
    }

    private static @Nullable Act act(@Nullable String by, @Nullable Instant at) {
        return by == null || at == null ? null : new Act(by, at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
