package dev.cpor.store.intake;

import dev.cpor.domain.Refusal;
import dev.cpor.store.night.Night;
import dev.cpor.store.statement.Batch;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The feed rows that were refused, with file, line and reason. */
public class Rejects {
    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcTemplate jdbc;

    Rejects(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row that was refused now.
     *
     * @param line where the record begins, the header being 1
     * @param key the row's key, as far as it could be read
     * @param row the record as text
     */
    public record Rejected(long feedFile, long line, String key, Refusal refusal, String row) {}

    /** A row that was refused, as it is reported. */
    public record Reject(String file, long line, String id, String code, String message, String row) {}

    /** Keeps refused rows. */
    public void add(Night night, List<Rejected> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Batch.update(
                jdbc,
                """
                insert into reject (run, business_date, feed_file, line, row_key, code, message, row)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows.stream()
                        .map(row -> new Object[] {
                            night.run(),
                            night.businessDate(),
                            row.feedFile(),
                            row.line(),
                            cut(row.key(), 420),
                            row.refusal().code().name(),
                            cut(row.refusal().message(), LONGEST_MESSAGE),
                            row.row()
                        })
                        .toList());
    }

    /** A key or a message may quote what was too long in the first place. */
    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Hands over the rejects of a night, by file, then line. */
    public void of(LocalDate businessDate, Consumer<Reject> each) {
        jdbc.query(
                """
                select file.name, reject.line, reject.row_key, reject.code, reject.message, reject.row
                  from reject join feed_file file on file.id = reject.feed_file
                 where reject.business_date = ?
                 order by file.name, reject.line, reject.id
                """,
                row -> {
                    each.accept(new Reject(
                            row.getString(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                },
                businessDate);
    }
}
