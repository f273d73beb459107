package dev.cpor.cli.claims;

import static dev.cpor.report.Tables.row;

import dev.cpor.cli.session.Session;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.job.rules.Deadlines;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.claim.ClaimQueries;
import dev.cpor.store.claim.ClaimQueries.ClaimRow;
import dev.cpor.store.payout.ClaimEarnings;
import dev.cpor.store.payout.PaymentResults;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything about one claim, for one look.
 *
 * @param sections its lines, documents, comments, dispute, earnings, what they come to, payment results and deadlines
 */
record ClaimCard(ClaimRow claim, List<Section> sections) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A table of the card; {@code single} where there is at most one row. */
    record Section(String key, String title, boolean single, List<Column> columns, List<List<@Nullable Object>> rows) {

        @Nullable
        Object json() {
            List<Map<String, @Nullable Object>> objects =
                    rows.stream().map(this::object).toList();
            return single ? objects.stream().findFirst().orElse(null) : objects;
        }

        private Map<String, @Nullable Object> object(List<@Nullable Object> row) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                Object value = row.get(i);
                object.put(columns.get(i).name(), value == null || value instanceof Number ? value : value.toString());
            }
            return object;
        }
    }

    static ClaimCard of(Session session, ClaimRow claim) {
        ClaimQueries queries = session.get(ClaimQueries.class);
        ClaimEarnings earnings = session.get(ClaimEarnings.class);
        CurrencyRules currencies =
                session.get(NightlySettings.class).currencies().rules();
        return new ClaimCard(
                claim,
                List.of(
                        new Section(
                                "lines",
                                "Lines",
                                false,
                                LINES,
                                queries.lines(claim.id()).stream()
                                        .map(line -> lineRow(line, currencies))
                                        .toList()),
                        new Section(
                                "documents",
                                "Documents",
                                false,
                                DOCUMENTS,
                                queries.documents(claim.id()).stream()
                                        .map(row -> row(row.uploadedAt(), row.name(), row.sha256()))
                                        .toList()),
                        new Section(
                                "comments",
                                "Comments",
                                false,
                                COMMENTS,
                                queries.comments(claim.id()).stream()
                                        .map(row -> row(row.madeAt(), row.actorRole(), row.actor(), row.text()))
                                        .toList()),
                        new Section(
                                "dispute",
                                "Dispute",
                                true,
                                DISPUTE,
                                queries.dispute(claim.id()).stream()
                                        .map(row -> row(row.disputeId(), row.openedOn(), row.outcome(), row.details()))
                                        .toList()),
                        new Section(
                                "earnings",
                                "Earnings",
                                false,
                                EARNINGS,
                                earnings.of(claim.id()).stream()
                                        .map(ClaimCard::earningRow)
                                        .toList()),
                        new Section(
                                "net",
                                "Net, with reversals that wait",
                                false,
                                NET,
                                earnings.net(claim.id()).stream()
                                        .map(ClaimCard::netRow)
                                        .toList()),
                        new Section(
                                "payments",
                                "Payment results",
                                false,
                                PAYMENTS,
                                session.get(PaymentResults.class).ofClaim(claim.id()).stream()
                                        .map(row -> row(
                                                row.toldOn(),
                                                row.result().earningId(),
                                                row.result().status(),
                                                row.result().paymentId(),
                                                row.result().paidOn(),
                                                row.result().reason()))
                                        .toList()),
                        new Section(
                                "deadlines",
                                "Deadlines, if nothing else happens",
                                false,
                                DEADLINES,
                                session.get(Deadlines.class).of(claim.id()).stream()
                                        .map(row -> row(row.night(), row.what(), row.reason(), row.rule()))
                                        .toList())));
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
        facts.put("status_since", claim.statusSince().toString());
        facts.put(
                "first_submitted",
                claim.firstSubmitted() == null ? null : claim.firstSubmitted().toString());
        facts.put("notes", claim.notes().isEmpty() ? null : claim.notes().replace(";", ", "));
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
        sections.stream().filter(section -> !section.rows().isEmpty()).forEach(section -> {
            out.append("%n%s%n".formatted(section.title()));
            Tables.write(OutputFormat.TABLE, section.columns(), section.rows().stream(), out);
        });
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

    String json() {
        Map<String, @Nullable Object> all = facts();
        sections.forEach(section -> all.put(section.key(), section.json()));
        return JSON.writeValueAsString(all) + "\n";
    }

    private static List<@Nullable Object> lineRow(ClaimLine line, CurrencyRules currencies) {
        return row(
                line.lineNo(),
                line.solutionArea(),
                line.productOrWorkload(),
                line.subscriptionId(),
                line.channel(),
                line.subscriptionState(),
                line.seats(),
                line.monthlyActiveUsers(),
                written(line.annualRevenue(), currencies.decimals(line.currency())),
                line.currency());
    }

    private static List<@Nullable Object> earningRow(ClaimEarnings.Row earning) {
        return row(
                earning.lineNo(),
                earning.earningId(),
                earning.businessDate(),
                earning.amount().amount(),
                earning.amount().currency().getCurrencyCode(),
                earning.amountUsd(),
                earning.sequence(),
                earning.sequence() == null ? "WAITS" : "EXTRACTED",
                earning.reverses(),
                earning.reasonCode());
    }

    private static List<@Nullable Object> netRow(ClaimEarnings.Net net) {
        return row(net.currency(), net.earned(), net.reversed(), net.waiting(), net.net(), net.netUsd());
    }

    /** Returns an amount with its currency's minor units, or with more where it has more. */
    private static BigDecimal written(BigDecimal amount, int minorUnits) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(shortest.scale(), minorUnits));
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
            Column.number("line_no"),
            Column.text("earning_id"),
            Column.text("business_date"),
            Column.number("amount"),
            Column.text("currency"),
            Column.number("amount_usd"),
            Column.number("extract"),
            Column.text("state"),
            Column.text("reverses"),
            Column.text("reason"));
    private static final List<Column> NET = List.of(
            Column.text("currency"),
            Column.number("earned"),
            Column.number("reversed"),
            Column.number("waiting"),
            Column.number("net"),
            Column.number("net_usd"));
    private static final List<Column> PAYMENTS = List.of(
            Column.text("told_on"),
            Column.text("earning_id"),
            Column.text("status"),
            Column.text("payment_id"),
            Column.text("paid_on"),
            Column.text("reason"));
    private static final List<Column> DEADLINES =
            List.of(Column.text("night"), Column.text("what"), Column.text("reason"), Column.text("rule"));
}
