package dev.cpor.store.account;

import dev.cpor.domain.Money;
import dev.cpor.domain.PaymentResult;
import dev.cpor.domain.Program;
import dev.cpor.store.payout.PaymentResults;
import dev.cpor.store.statement.Amounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What finance wants to know of a period beside its balances. A period is named by its first and its last business date. */
public class ReconciliationQueries {
    private final JdbcClient jdbc;

    ReconciliationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many claims of one partner were handed off in one program, and how that came out. */
    public record HandedOff(Program program, String mpnId, String partner, long claims, long eligible) {}

    /** Returns the hand-offs of a period, by program and partner. */
    public List<HandedOff> handedOff(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select program, mpn_id, (select name from partner where partner.mpn_id = one.mpn_id) as partner,
                               count(*) as claims, sum(eligible) as eligible
                          from (select claim.program, %s as mpn_id, history.incentive = 'ELIGIBLE' as eligible
                                  from history
                                  join run on run.number = history.run and run.status = 'COMPLETED'
                                  join claim on claim.id = history.claim
                                 where history.kind = 'HANDED_OFF'
                                   and history.business_date between :from and :to) as one
                         group by program, mpn_id order by program, mpn_id
                        """.formatted(PartnerThen.MPN_ID))
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new HandedOff(
                        Program.valueOf(row.getString("program")),
                        row.getString("mpn_id"),
                        row.getString("partner"),
                        row.getLong("claims"),
                        row.getLong("eligible")))
                .list();
    }

    /**
     * A claim whose assessment waits.
     *
     * @param reasons why, the codes with {@code ;} between them
     * @param since the business date on which it was held first
     */
    public record Hold(
            String claimId, Program program, String mpnId, String partner, String reasons, LocalDate since) {}

    /** Returns the claims that were on hold at the end of a business date, by claim ID. */
    public List<Hold> holds(LocalDate day) {
        return jdbc.sql("""
                        select claim_id, program, mpn_id,
                               (select name from partner where partner.mpn_id = stay.mpn_id) as partner,
                               group_concat(distinct held.reason order by held.reason separator ';') as reasons,
                               min(held.business_date) as since
                          from (select claim.id, claim.claim_id, claim.program, %s as mpn_id, history.version,
                                       (select coalesce(max(other.version), 0) from history other
                                         where other.claim = history.claim and other.version <= history.version
                                           and (other.status <> 'APPROVED' or other.consent <> 'ELAPSED')) as before_it
                                  from (select straight_join after.claim, max(after.version) as version
                                          from (select distinct claim from history
                                                 where kind = 'HELD' and business_date <= :day) as ever_held
                                          join history after on after.claim = ever_held.claim
                                           and after.business_date <= :day
                                         group by after.claim) last
                                  join history on history.claim = last.claim and history.version = last.version
                                   and history.status = 'APPROVED' and history.consent = 'ELAPSED'
                                   and history.incentive = 'NOT_ASSESSED'
                                  join claim on claim.id = history.claim) as stay
                          join history held on held.claim = stay.id and held.kind = 'HELD'
                           and held.version > stay.before_it and held.version <= stay.version
                         group by claim_id, program, mpn_id
                         order by claim_id
                        """.formatted(PartnerThen.MPN_ID))
                .param("day", day)
                .query((row, n) -> new Hold(
                        row.getString("claim_id"),
                        Program.valueOf(row.getString("program")),
                        row.getString("mpn_id"),
                        row.getString("partner"),
                        row.getString("reasons"),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    /**
     * One earning, or one that takes another back.
     *
     * @param reverses the earning that it takes back, null for an ordinary one; likewise the reason code
     * @param answer what finance answered last, null where it was not asked for or none came
     */
    public record OneEarning(
            String earningId,
            String claimId,
            Program program,
            String mpnId,
            String partner,
            @Nullable String subscriptionId,
            LocalDate businessDate,
            Money amount,
            @Nullable String reverses,
            @Nullable String reasonCode,
            @Nullable PaymentResult answer) {}

    /** Returns the reversals of a period, by earning ID. */
    public List<OneEarning> reversals(LocalDate from, LocalDate to) {
        return earnings(false, "", """
                where reverses is not null and earning.business_date between :from and :to order by earning.earning_id
                """, from, to);
    }

    /**
     * Returns the earnings up to a business date that somebody has asked to take back and no night has yet, as it stands now, by
     * earning ID: with negative amounts, and the reason that was given.
     */
    public List<OneEarning> waiting(LocalDate to) {
        return jdbc.sql("""
                        select earning.earning_id, claim.claim_id, earning.program, earning.mpn_id, partner.name as partner,
                               earning.subscription_id, earning.business_date, -amount as amount, earning.currency,
                               minor_units, reverses, reversal.reason_code
                          from reversal
                          join earning on earning.id = reversal.earning
                          join claim on claim.id = earning.claim
                          join partner on partner.mpn_id = earning.mpn_id
                         where reversal.run is null and earning.business_date <= :to
                         order by earning.earning_id
                        """)
                .param("to", to)
                .query((row, n) -> earning(row, null))
                .list();
    }

    /** Returns the earnings of which finance said in the period, and last, that they failed or are rejected. */
    public List<OneEarning> unpaid(LocalDate from, LocalDate to) {
        return earnings(
                true,
                "join " + PaymentResults.NEWEST,
                " where result.status <> 'SENT' and result.business_date >= :from order by earning.earning_id",
                from,
                to);
    }

    /** Returns, of each subscription that more than one earning pays, one of them in the period, all that were not taken back. */
    public List<OneEarning> paidTwice(LocalDate from, LocalDate to) {
        return earnings(false, """
                join (select subscription_id from earning
                       where subscription_id is not null and reverses is null and business_date <= :to
                         and not exists (select 1 from earning back
                                          where back.reverses = earning.earning_id and back.business_date <= :to)
                       group by subscription_id having count(*) > 1 and max(business_date) >= :from) twice
                  on twice.subscription_id = earning.subscription_id
                """, """
                where reverses is null and earning.business_date <= :to
                  and not exists (select 1 from earning back
                                   where back.reverses = earning.earning_id and back.business_date <= :to)
                order by earning.subscription_id, earning.earning_id
                """, from, to);
    }

    private List<OneEarning> earnings(boolean answered, String joins, String where, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select earning.earning_id, claim.claim_id, earning.program, earning.mpn_id, partner.name as partner,
                               earning.subscription_id, earning.business_date, amount, earning.currency, minor_units, reverses,
                               reason_code%s
                          from earning
                          join run on run.number = earning.run and run.status = 'COMPLETED'
                          join claim on claim.id = earning.claim
                          join partner on partner.mpn_id = earning.mpn_id
                        """.formatted(
                                answered ? ", result.status, result.payment_id, result.paid_on, result.reason" : "")
                        + joins
                        + where)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> earning(row, answered ? PaymentResults.read(row) : null))
                .list();
    }

    private static OneEarning earning(ResultSet row, @Nullable PaymentResult answer) throws SQLException {
        return new OneEarning(
                row.getString("earning_id"),
                row.getString("claim_id"),
                Program.valueOf(row.getString("program")),
                row.getString("mpn_id"),
                row.getString("partner"),
                row.getString("subscription_id"),
                row.getObject("business_date", LocalDate.class),
                Amounts.money(row),
                row.getString("reverses"),
                row.getString("reason_code"),
                answer);
    }

    /** A claim that names a subscription which another claim names too. */
    public record Claimed(
            String subscriptionId, String claimId, Program program, String mpnId, String partner, String status) {}

    /**
     * Returns, of each subscription that more than one claim names, one of them handed off in the period, all claims that do;
     * without those that are not submitted yet or rejected, as they stand now.
     */
    public List<Claimed> claimedTwice(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select distinct line.subscription_id, claim.claim_id, claim.program, claim.mpn_id,
                               partner.name as partner, claim.status
                          from (select counted.subscription_id
                                  from (select distinct subscription_id
                                          from history join claim_line using (claim)
                                         where kind = 'HANDED_OFF' and business_date between :from and :to
                                           and subscription_id is not null and not removed) as handed_off
                                  join claim_line counted
                                    on counted.subscription_id = handed_off.subscription_id and not counted.removed
                                  join claim on claim.id = counted.claim and claim.status not in ('EDITING', 'REJECTED')
                                 group by counted.subscription_id having count(distinct counted.claim) > 1) as twice
                          join claim_line line on line.subscription_id = twice.subscription_id and not line.removed
                          join claim on claim.id = line.claim and claim.status not in ('EDITING', 'REJECTED')
                          join partner on partner.mpn_id = claim.mpn_id
                         order by line.subscription_id, claim.claim_id
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Claimed(
                        row.getString("subscription_id"),
                        row.getString("claim_id"),
                        Program.valueOf(row.getString("program")),
                        row.getString("mpn_id"),
                        row.getString("partner"),
                        row.getString("status")))
                .list();
    }
}
