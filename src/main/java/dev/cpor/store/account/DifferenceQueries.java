package dev.cpor.store.account;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks in the complete nights of a period for what must not be. Whatever is found here was put there by hand, or by a mistake
 * of the program.
 */
public class DifferenceQueries {
    private final JdbcClient jdbc;

    DifferenceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A claim that was handed off, and for which there are neither earnings nor reasons; likewise those whose word and earnings differ. */
    public record Unexplained(String claimId, LocalDate businessDate, String incentive, long earnings) {}

    /** Returns the claims whose hand-off is not explained, by claim ID; one that had no line left needs no reason. */
    public List<Unexplained> unexplained(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select claim_id, business_date, incentive, earnings
                          from (select claim.claim_id, history.business_date, history.incentive, history.reason,
                                       (select count(*) from earning
                                         where earning.claim = history.claim and earning.run = history.run
                                           and earning.reverses is null) as earnings,
                                       (select count(*) from claim_line
                                         where claim_line.claim = history.claim and not removed) as line_count
                                  from history
                                  join run on run.number = history.run and run.status = 'COMPLETED'
                                  join claim on claim.id = history.claim
                                 where history.kind = 'HANDED_OFF'
                                   and history.business_date between :from and :to) as hand_off
                         where (incentive = 'ELIGIBLE') <> (earnings > 0)
                            or (incentive <> 'ELIGIBLE' and reason is null and line_count > 0)
                         order by claim_id
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Unexplained(
                        row.getString("claim_id"),
                        row.getObject("business_date", LocalDate.class),
                        row.getString("incentive"),
                        row.getLong("earnings")))
                .list();
    }

    /**
     * An earning that is not where it belongs.
     *
     * @param extractDate the business date of the extract that it is in, null when it is in none
     */
    public record Stray(
            String earningId,
            String claimId,
            LocalDate businessDate,
            @Nullable LocalDate extractDate) {}

    /** Returns the earnings that are in no extract or in that of another night, by earning ID. */
    public List<Stray> notInTheirExtract(LocalDate from, LocalDate to) {
        return strays("""
                where (earning.business_date between :from and :to or extract.business_date between :from and :to)
                  and (extract.id is null or extract.business_date <> earning.business_date
                       or extract.program <> earning.program)
                """, from, to);
    }

    /** Returns the earnings whose claim no night handed off when it earned them, by earning ID. */
    public List<Stray> withoutHandOff(LocalDate from, LocalDate to) {
        return strays("""
                where earning.business_date between :from and :to and earning.reverses is null
                  and not exists (select 1 from history
                                   where history.claim = earning.claim and history.run = earning.run
                                     and history.kind = 'HANDED_OFF')
                """, from, to);
    }

    private List<Stray> strays(String where, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select earning.earning_id, claim.claim_id, earning.business_date,
                               extract.business_date as extract_date
                          from earning
                          join run on run.number = earning.run and run.status = 'COMPLETED'
                          join claim on claim.id = earning.claim
                          left join payout_extract extract on extract.id = earning.extract
                        """ + where + " order by earning.earning_id")
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Stray(
                        row.getString("earning_id"),
                        row.getString("claim_id"),
                        row.getObject("business_date", LocalDate.class),
                        row.getObject("extract_date", LocalDate.class)))
                .list();
    }

    /**
     * An extract whose file has other rows than there are earnings in it.
     *
     * @param written how many rows were written, null when the file is not written
     */
    public record WrongRows(
            String program,
            int sequence,
            LocalDate businessDate,
            @Nullable Long written,
            long earnings) {}

    /** Returns the extracts whose files do not account for their earnings, by program and sequence. */
    public List<WrongRows> wrongRows(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select extract.program, sequence, extract.business_date, row_count, count(earning.id) as earnings
                          from payout_extract extract
                          join run on run.number = extract.run and run.status = 'COMPLETED'
                          left join earning on earning.extract = extract.id
                         where extract.business_date between :from and :to
                         group by extract.id, extract.program, sequence, extract.business_date, row_count
                        having row_count is null or row_count <> count(earning.id)
                         order by extract.program, sequence
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new WrongRows(
                        row.getString("program"),
                        row.getInt("sequence"),
                        row.getObject("business_date", LocalDate.class),
                        row.getObject("row_count", Long.class),
                        row.getLong("earnings")))
                .list();
    }
}
