package dev.cpor.cli;

import dev.cpor.domain.ClaimLine;
import dev.cpor.job.Deadlines;
import dev.cpor.job.Deadlines.Deadline;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.store.ClaimQueries;
import dev.cpor.store.ClaimQueries.ClaimRow;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything about one claim, for one look. */
record ClaimCard(
        ClaimRow claim,
        List<ClaimLine> lines,
        List<ClaimQueries.Comment> comments,
        List<ClaimQueries.Document> documents,
        ClaimQueries.@Nullable DisputeRow dispute,
        List<ClaimQueries.EarningRow> earnings,
        List<Deadline> deadlines) {

    static ClaimCard of(Session session, ClaimRow claim) {
        ClaimQueries queries = session.get(ClaimQueries.class);
        return new ClaimCard(
                claim,
                queries.lines(claim.id()),
                queries.comments(claim.id()),
                queries.documents(claim.id()),
                queries.dispute(claim.id()).orElse(null),
                queries.earnings(claim.id()),
                session.get(Deadlines.class).of(claim.id()));
    }

    private Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("claim_id", claim.claimId());
        facts.put("claim_name", claim.claimName());
        facts.put("mpn_id", claim.mpnId());
        facts.put("program", claim.program());
        facts.put("activity", claim.activity());
        facts.put("tenant_id", claim.tenantId());
        facts.put("customer_contact", claim.customerContact());
        facts.put("partner_contact", claim.partnerContact());
        facts.put("status", claim.status());
        facts.put("reason", claim.rejection());
        facts.put("detail", claim.withdrawal());
        facts.put("consent", claim.consent());
        facts.put("incentive", claim.incentive());
        facts.put("status_since", claim.statusSince());
        facts.put("first_submitted", claim.firstSubmitted());
        facts.put("version", claim.version());
        return facts;
    }

    String text() {
        StringWriter out = new StringWriter();
        facts().forEach((name, value) -> {
            if (value != null) {
                out.append("%-17s %s%n".formatted(name, shown(value)));
            }
        });
        section(out, "Lines", LINES, lines.stream().map(ClaimCard::row).toList());
        section(
                out,
                "Documents",
                DOCUMENTS,
                documents.stream()
                        .map(row -> Arrays.<@Nullable Object>asList(row.uploadedAt(), row.name(), row.sha256()))
                        .toList());
        section(
                out,
                "Comments",
                COMMENTS,
                comments.stream()
                        .map(row ->
                                Arrays.<@Nullable Object>asList(row.madeAt(), row.actorRole(), row.actor(), row.text()))
                        .toList());
        if (dispute != null) {
            section(
                    out,
                    "Dispute",
                    DISPUTE,
                    List.of(Arrays.asList(
                            dispute.disputeId(), dispute.openedOn(), dispute.outcome(), dispute.details())));
        }
        section(
                out,
                "Earnings",
                EARNINGS,
                earnings.stream()
                        .map(row -> Arrays.<@Nullable Object>asList(
                                row.earningId(),
                                row.businessDate(),
                                row.amount().stripTrailingZeros(),
                                row.currency(),
                                row.amountUsd(),
                                row.sequence()))
                        .toList());
        section(
                out,
                "Deadlines, if nothing else happens",
                DEADLINES,
                deadlines.stream()
                        .map(row -> Arrays.<@Nullable Object>asList(row.night(), row.what(), row.reason(), row.rule()))
                        .toList());
        return out.toString();
    }

    private static String shown(Object value) {
        return value.toString()
                .codePoints()
                .collect(
                        StringBuilder::new,
                        (text, c) -> text.appendCodePoint(Character.isISOControl(c) ? '\u00b7' : c),
                        StringBuilder::append)
                .toString();
    }

    private static void section(
            StringWriter out, String title, List<Column> columns, List<List<@Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            out.append("%n%s%n".formatted(title));
            Tables.write(OutputFormat.TABLE, columns, rows.stream(), out);
        }
    }

    private static List<@Nullable Object> row(ClaimLine line) {
        return Arrays.asList(
                line.lineNo(),
                line.solutionArea(),
                line.productOrWorkload(),
                line.subscriptionId(),
                line.channel(),
                line.subscriptionState(),
                line.seats(),
                line.monthlyActiveUsers(),
                line.annualRevenue(),
                line.currency());
    }

    String json() {
        Map<String, @Nullable Object> all = facts();
        all.put("lines", lines.stream().map(line -> object(LINES, row(line))).toList());
        all.put("documents", documents);
        all.put("comments", comments);
        all.put("dispute", dispute);
        all.put("earnings", earnings);
        all.put("deadlines", deadlines);
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(all)
                + "\n";
    }

    private static Map<String, @Nullable Object> object(List<Column> columns, List<@Nullable Object> row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i).name(), row.get(i));
        }
        return object;
    }

    private static final List<Column> LINES = List.of(
            Column.number("line_no"),
            Column.text("solution_area"),
            Column.text("product_or_workload"),
            Column.text("subscription_id"),
            Column.text("channel"),
            Column.text("subscription_state"),
            Column.number("seats"),
            Column.number("monthly_active_users"),
            Column.number("annual_revenue"),
            Column.text("currency"));
    private static final List<Column> DOCUMENTS =
            List.of(Column.text("uploaded_at"), Column.text("name"), Column.text("sha256"));
    private static final List<Column> COMMENTS =
            List.of(Column.text("made_at"), Column.text("actor_role"), Column.text("actor"), Column.text("comment"));
    private static final List<Column> DISPUTE = List.of(
            Column.text("dispute_id"), Column.text("opened_on"), Column.text("outcome"), Column.text("details"));
    private static final List<Column> EARNINGS = List.of(
            Column.text("earning_id"),
            Column.text("business_date"),
            Column.number("amount"),
            Column.text("currency"),
            Column.number("amount_usd"),
            Column.number("extract"));
    private static final List<Column> DEADLINES =
            List.of(Column.text("night"), Column.text("what"), Column.text("reason"), Column.text("rule"));
}
