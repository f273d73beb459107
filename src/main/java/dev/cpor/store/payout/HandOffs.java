package dev.cpor.store.payout;

import dev.cpor.domain.Incentive;
import dev.cpor.domain.Money;
import dev.cpor.store.statement.Amounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the claims that were handed off to incentive assessment, and of their earnings. */
public class HandOffs {
    private static final int FETCH = 2000;

    private final JdbcClient jdbc;

    HandOffs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A claim line as the last hand-off of its claim left it.
     *
     * @param run of the hand-off, null where the history tells of none
     * @param reasons why the claim or some of its lines earn nothing, separated by {@code ;}, else empty
     * @param detail what the history says of the lines, else empty
     * @param lineNo null for a claim without lines
     * @param earned what the line earned by that hand-off, null where it earned nothing; reversed or not
     */
    public record Line(
            String claimId,
            Incentive incentive,
            @Nullable Long run,
            String reasons,
            String detail,
            @Nullable Integer lineNo,
            @Nullable Money earned) {}

    /** Returns the lines of each claim that stands assessed, one claim after the other; the caller closes the stream. */
    public Stream<Line> lines() {
        return jdbc.sql("""
                        select claim.claim_id, claim.incentive, handed.run, coalesce(handed.reason, '') as reasons,
                               coalesce(handed.detail, '') as detail, claim_line.line_no, earning.amount, earning.currency,
                               earning.minor_units
                          from claim
                          left join history handed
                            on handed.claim = claim.id
                           and handed.version = (select max(version) from history
                                                  where history.claim = claim.id and kind = 'HANDED_OFF')
                          left join claim_line on claim_line.claim = claim.id and not claim_line.removed
                          left join earning
                            on earning.claim = claim.id and earning.line_no = claim_line.line_no
                           and earning.run = handed.run and earning.reverses is null
                         where claim.incentive <> 'NOT_ASSESSED'
                         order by claim.id, claim_line.line_no
                        """).withFetchSize(FETCH).query((row, n) -> read(row)).stream();
    }

    private static Line read(ResultSet row) throws SQLException {
        long run = row.getLong("run");
        boolean handedOff = !row.wasNull();
        int lineNo = row.getInt("line_no");
        boolean hasLine = !row.wasNull();
        boolean earned = row.getString("currency") != null;
        return new Line(
                row.getString("claim_id"),
                Incentive.valueOf(row.getString("incentive")),
                handedOff ? run : null,
                row.getString("reasons"),
                row.getString("detail"),
                hasLine ? lineNo : null,
                earned ? Amounts.money(row) : null);
    }

    /** Returns the IDs of the earnings that no hand-off of their claim in the same run explains; the caller closes the stream. */
    public Stream<String> unexplainedEarnings() {
        return jdbc.sql("""
                        select earning_id from earning
                          left join history on history.claim = earning.claim and history.run = earning.run
                                           and history.kind = 'HANDED_OFF'
                         where earning.reverses is null and history.id is null
                         order by earning_id
                        """).withFetchSize(FETCH).query(String.class).stream();
    }

    /** Returns the IDs of the earnings of complete nights that are in no extract; the caller closes the stream. */
    public Stream<String> earningsInNoExtract() {
        return jdbc.sql("""
                        select earning_id from earning join run on run.number = earning.run
                         where extract is null and run.status = 'COMPLETED' order by earning_id
                        """).withFetchSize(FETCH).query(String.class).stream();
    }
}
