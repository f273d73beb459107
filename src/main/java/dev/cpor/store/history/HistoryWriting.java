package dev.cpor.store.history;

import dev.cpor.store.night.Night;
import dev.cpor.store.statement.Batch;
import dev.cpor.store.statement.Bind;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appends to the history; that a (claim, version) comes twice is refused by the table's key. */
public final class HistoryWriting {
    private final JdbcTemplate jdbc;

    /** @param jdbc the database that the transaction of whoever appends stands on */
    public HistoryWriting(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends rows on behalf of a night; runs in the caller's transaction. */
    public void append(Night night, List<HistoryRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Batch.update(jdbc, """
                insert into history (claim, version, run, business_date, kind, occurred_at, actor_role, actor, status,
                                     consent, incentive, reason, detail, comment, rule_name, ruleset)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows.stream().map(row -> values(night, row)).toList());
    }

    private static Object[] values(Night night, HistoryRow row) {
        HistoryRow.Told told = row.told();
        HistoryRow.Why why = row.why();
        return new Object[] {
            row.claim(),
            row.version(),
            night.run(),
            night.businessDate(),
            row.kind(),
            told == null ? null : Bind.utc(told.occurredAt()),
            told == null ? null : told.actorRole(),
            told == null ? null : told.actor(),
            row.status().name(),
            row.consent().name(),
            row.incentive().name(),
            row.reason(),
            row.detail(),
            told == null ? null : told.comment(),
            why == null ? null : why.rule(),
            why == null ? null : why.ruleset()
        };
    }
}
