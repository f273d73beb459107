package dev.cpor.store.claim;

import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads claims for people. */
public class ClaimQueries {
    private static final int PAGE = 5000;
    private static final String COLUMNS = """
            id, claim_id, claim_name, mpn_id, program, activity, tenant_id, customer_contact, partner_contact, status,
            rejection, withdrawal, consent, incentive, status_since, first_submitted, notes, version
            """;

    private final JdbcClient jdbc;

    ClaimQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A claim as it stands.
     *
     * @param rejection the reason of the rejection, null where it is not rejected
     * @param notes the reasons of the escalations, reminders and holds of the present stay in the status, with {@code ;}
     *     between them; empty when there is none
     */
    public record ClaimRow(
            long id,
            String claimId,
            String claimName,
            String mpnId,
            String program,
            String activity,
            String tenantId,
            @Nullable String customerContact,
            @Nullable String partnerContact,
            String status,
            @Nullable String rejection,
            @Nullable String withdrawal,
            String consent,
            String incentive,
            LocalDate statusSince,
            @Nullable LocalDate firstSubmitted,
            String notes,
            int version) {}

    /** Returns all claims, or those in one status, by claim ID; pages are read as they are asked for. */
    public Stream<ClaimRow> list(@Nullable Status status) {
        return Stream.iterate(
                        page(status, ""),
                        page -> !page.isEmpty(),
                        page -> page(status, page.get(page.size() - 1).claimId()))
                .flatMap(List::stream);
    }

    private List<ClaimRow> page(@Nullable Status status, String after) {
        String filter = status == null ? "" : " and status = '" + status.name() + "'";
        return jdbc.sql("select " + COLUMNS + " from claim where claim_id > ?" + filter + " order by claim_id limit ?")
                .params(after, PAGE)
                .query(ClaimQueries::claim)
                .list();
    }

    /** Returns one claim. */
    public Optional<ClaimRow> of(String claimId) {
        return jdbc.sql("select " + COLUMNS + " from claim where claim_id = ?")
                .params(claimId)
                .query(ClaimQueries::claim)
                .optional();
    }

    private static ClaimRow claim(ResultSet row, int n) throws SQLException {
        return new ClaimRow(
                row.getLong("id"),
                row.getString("claim_id"),
                row.getString("claim_name"),
                row.getString("mpn_id"),
                row.getString("program"),
                row.getString("activity"),
                row.getString("tenant_id"),
                row.getString("customer_contact"),
                row.getString("partner_contact"),
                row.getString("status"),
                row.getString("rejection"),
                row.getString("withdrawal"),
                row.getString("consent"),
                row.getString("incentive"),
                row.getObject("status_since", LocalDate.class),
                row.getObject("first_submitted", LocalDate.class),
                row.getString("notes"),
                row.getInt("version"));
    }

    /** Returns a claim's lines by number, without the removed ones. */
    public List<ClaimLine> lines(long claim) {
        return jdbc.sql("""
                        select line_no, solution_area, product, subscription_id, workload, channel, subscription_state,
                               seats, monthly_active_users, annual_revenue, currency
                          from claim_line where claim = ? and not removed order by line_no
                        """)
                .params(claim)
                .query((row, n) -> AssessableClaims.line(row))
                .list();
    }

    /** A comment of a reviewer or a partner. */
    public record Comment(Instant madeAt, String actorRole, String actor, String text) {}

    /** Returns a claim's comments, oldest first. */
    public List<Comment> comments(long claim) {
        return jdbc.sql("select made_at, actor_role, actor, text from comment where claim = ? order by version")
                .params(claim)
                .query((row, n) -> new Comment(
                        instant(row, "made_at"),
                        row.getString("actor_role"),
                        row.getString("actor"),
                        row.getString("text")))
                .list();
    }

    /** A proof of execution. */
    public record Document(Instant uploadedAt, String name, String sha256) {}

    /** Returns a claim's documents, oldest first. */
    public List<Document> documents(long claim) {
        return jdbc.sql("select uploaded_at, name, sha256 from document where claim = ? order by version")
                .params(claim)
                .query((row, n) ->
                        new Document(instant(row, "uploaded_at"), row.getString("name"), row.getString("sha256")))
                .list();
    }

    /** A dispute and its outcome. */
    public record DisputeRow(String disputeId, LocalDate openedOn, String outcome, String details) {}

    /** Returns a claim's dispute, if it ever had one. */
    public Optional<DisputeRow> dispute(long claim) {
        return jdbc.sql("select dispute_id, opened_on, outcome, details from dispute where claim = ?")
                .params(claim)
                .query((row, n) -> new DisputeRow(
                        row.getString("dispute_id"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getString("outcome"),
                        row.getString("details")))
                .optional();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
