package dev.cpor.store.account;

import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Money;
import dev.cpor.domain.PaymentResult;
import dev.cpor.domain.Program;
import dev.cpor.domain.Rate;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import dev.cpor.store.decision.LineOutcomes;
import dev.cpor.store.payout.PaymentResults;
import dev.cpor.store.statement.Amounts;
import dev.cpor.store.statement.Bind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what one partner may know of its claims: only what happened while they were its own, and nothing of the review. */
public class StatementQueries {
    /** The claims that are the partner's, or were. */
    private static final String OWN = """
            (select id from claim where mpn_id = :mpnId union select claim from claim_partner where mpn_id = :mpnId) own
            """;

    private final JdbcClient jdbc;

    StatementQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the name of a partner. */
    public Optional<String> partner(String mpnId) {
        return jdbc.sql("select name from partner where mpn_id = ?")
                .params(mpnId)
                .query(String.class)
                .optional();
    }

    /** What a claim is called. */
    public record Subject(String claimId, String claimName, Program program, String customer) {}

    /**
     * Something that happened to a claim.
     *
     * @param claim the number of the claim inside the database
     * @param version of the claim, which names this among all that happened to it
     * @param own whether the claim was this partner's then
     * @param occurredAt when it occurred, null for what the night decided
     * @param reasons of the change, none where it has none
     * @param lines why lines do not earn, by line number, of a claim that was handed off
     * @param putBack what it took back, null for all but a reinstatement
     */
    public record Happening(
            long claim,
            int version,
            Subject subject,
            boolean own,
            LocalDate businessDate,
            @Nullable Instant occurredAt,
            String kind,
            Status status,
            Consent consent,
            Incentive incentive,
            Set<ReasonCode> reasons,
            SortedMap<Integer, Set<ReasonCode>> lines,
            @Nullable PutBack putBack) {}

    /**
     * How a decision of a night was taken back.
     *
     * @param decision the version of the claim that the decision had made
     * @param statusSince since when the claim counts as being in the status to which it was put back
     */
    public record PutBack(int decision, LocalDate statusSince) {}

    /** Returns all that happened to a partner's claims up to a business date, by claim ID, oldest first. */
    public List<Happening> happenings(String mpnId, LocalDate to) {
        return jdbc.sql("""
                        select claim.id, history.version, claim.claim_id, claim.claim_name, claim.program,
                               customer.name as customer, %s as mpn_id, business_date, occurred_at, kind, history.status, history.consent,
                               history.incentive, reason, detail, reinstatement.decision, reinstatement.status_since
                          from %s
                          join claim on claim.id = own.id
                          join customer on customer.tenant_id = claim.tenant_id
                          join history on history.claim = claim.id
                          left join reinstatement on reinstatement.claim = history.claim
                                                 and reinstatement.version = history.version
                         where history.business_date <= :to
                         order by claim.claim_id, history.version
                        """.formatted(PartnerThen.MPN_ID, OWN))
                .param("mpnId", mpnId)
                .param("to", to)
                .query((row, n) -> happening(row, mpnId))
                .list();
    }

    private static Happening happening(ResultSet row, String mpnId) throws SQLException {
        LocalDateTime occurred = row.getObject("occurred_at", LocalDateTime.class);
        LocalDate statusSince = row.getObject("status_since", LocalDate.class);
        String reason = row.getString("reason");
        return new Happening(
                row.getLong("id"),
                row.getInt("version"),
                subject(row),
                row.getString("mpn_id").equals(mpnId),
                row.getObject("business_date", LocalDate.class),
                occurred == null ? null : occurred.toInstant(ZoneOffset.UTC),
                row.getString("kind"),
                Status.valueOf(row.getString("status")),
                Consent.valueOf(row.getString("consent")),
                Incentive.valueOf(row.getString("incentive")),
                reason == null ? Set.of() : Bind.reasons(reason),
                LineOutcomes.ineligible(row.getString("detail")),
                statusSince == null ? null : new PutBack(row.getInt("decision"), statusSince));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                row.getString("claim_id"),
                row.getString("claim_name"),
                Program.valueOf(row.getString("program")),
                row.getString("customer"));
    }

    /** A line of a claim: what it is about. */
    public record Line(
            long claim,
            int lineNo,
            String productOrWorkload,
            @Nullable String subscriptionId) {}

    /** Returns the lines of a partner's claims that are not removed, by claim and number. */
    public List<Line> lines(String mpnId) {
        return jdbc.sql("""
                        select claim, line_no, coalesce(product, workload) as product, subscription_id
                          from %s
                          join claim_line on claim_line.claim = own.id and not removed
                         order by claim, line_no
                        """.formatted(OWN))
                .param("mpnId", mpnId)
                .query((row, n) -> new Line(
                        row.getLong("claim"),
                        row.getInt("line_no"),
                        row.getString("product"),
                        row.getString("subscription_id")))
                .list();
    }

    /**
     * What a line earned, or what was taken back of it.
     *
     * @param quantity the users or seats of a per-unit rate, null for a percentage
     * @param transaction the annual revenue of a percentage, null for a per-unit rate
     * @param reverses the earning that it takes back, null for an ordinary one; likewise the reason code
     * @param answer what finance answered last, null where it did not; likewise the business date on which it was told
     */
    public record Earned(
            long claim,
            Subject subject,
            String earningId,
            int lineNo,
            LocalDate businessDate,
            String productOrWorkload,
            @Nullable String subscriptionId,
            Rate.Basis basis,
            BigDecimal rate,
            @Nullable Long quantity,
            @Nullable Money transaction,
            Money amount,
            @Nullable String reverses,
            @Nullable String reasonCode,
            @Nullable PaymentResult answer,
            @Nullable LocalDate toldOn) {}

    /** Returns what a partner's claims earned for it in extracts up to a business date, by claim, line and number. */
    public List<Earned> earnings(String mpnId, LocalDate to) {
        return jdbc.sql("""
                        select claim.id, claim.claim_id, claim.claim_name, claim.program, customer.name as customer,
                               earning.earning_id, line_no, earning.business_date, coalesce(product, workload) as product,
                               subscription_id, basis, rate, quantity, transaction_amount, transaction_currency, amount,
                               currency, minor_units, reverses, reason_code, result.business_date as told_on,
                               result.status, result.payment_id, result.paid_on, result.reason
                          from %s
                          join earning on earning.claim = own.id and earning.mpn_id = :mpnId
                          join payout_extract extract on extract.id = earning.extract and extract.business_date <= :to
                          join claim on claim.id = earning.claim
                          join customer on customer.tenant_id = claim.tenant_id
                          left join %s
                         order by claim.claim_id, line_no, n
                        """.formatted(OWN, PaymentResults.NEWEST))
                .param("mpnId", mpnId)
                .param("to", to)
                .query((row, n) -> earned(row))
                .list();
    }

    private static Earned earned(ResultSet row) throws SQLException {
        String transactionCurrency = row.getString("transaction_currency");
        LocalDate toldOn = row.getObject("told_on", LocalDate.class);
        return new Earned(
                row.getLong("id"),
                subject(row),
                row.getString("earning_id"),
                row.getInt("line_no"),
                row.getObject("business_date", LocalDate.class),
                row.getString("product"),
                row.getString("subscription_id"),
                Rate.Basis.valueOf(row.getString("basis")),
                new BigDecimal(row.getString("rate")),
                row.getObject("quantity", Long.class),
                transactionCurrency == null
                        ? null
                        : Amounts.money(
                                row.getBigDecimal("transaction_amount"),
                                Currency.getInstance(transactionCurrency),
                                row.getInt("minor_units")),
                Amounts.money(row),
                row.getString("reverses"),
                row.getString("reason_code"),
                toldOn == null ? null : PaymentResults.read(row),
                toldOn);
    }
}
