package dev.cpor.reference;

import static dev.cpor.reference.Shapes.amount;
import static dev.cpor.reference.Shapes.booleanWord;
import static dev.cpor.reference.Shapes.count;
import static dev.cpor.reference.Shapes.currency;
import static dev.cpor.reference.Shapes.date;
import static dev.cpor.reference.Shapes.instant;
import static dev.cpor.reference.Shapes.lineNumber;
import static dev.cpor.reference.Shapes.text;

import java.util.Set;

/** What a row shows to be wrong by itself. Event rows are {@link EventShape}'s. */
final class RowShape {

    private RowShape() {}

    static boolean isSound(FeedRow row) {
        return row.whole()
                && row.kind().required.stream()
                        .noneMatch(column -> row.get(column).isEmpty())
                && isSoundByKind(row);
    }

    private static boolean isSoundByKind(FeedRow row) {
        return switch (row.kind()) {
            case PARTNERS ->
                texts(row, 200, "mpn_id", "name", "country")
                        && currency(row.get("currency"))
                        && Words.PROGRAMS.containsAll(row.list("programs"))
                        && booleanWord(row.get("payout_profile_valid"))
                        && Words.SOLUTION_AREAS.containsAll(row.list("designations"));
            case CUSTOMERS -> texts(row, 200, "tenant_id", "name", "country") && booleanWord(row.get("public_sector"));
            case EXCHANGE_RATES ->
                currency(row.get("currency")) && date(row.get("rate_date")) && amount(row.get("usd_rate"), 6);
            case CLAIMS ->
                texts(row, 200, "claim_id", "claim_name", "mpn_id", "tenant_id", "customer_contact", "partner_contact")
                        && Words.PROGRAMS.contains(row.get("program"))
                        && Words.ACTIVITIES.contains(row.get("activity"))
                        && instant(row.get("created_at"));
            case CLAIM_LINES -> isSoundLine(row);
            case EVENTS -> EventShape.isSound(row);
            case DISPUTES ->
                texts(row, 200, "dispute_id", "claim_id", "mpn_id", "tenant_id")
                        && texts(row, 4000, "details")
                        && row.list("products").stream().allMatch(product -> !product.isEmpty() && text(product, 200))
                        && Words.PROGRAMS.contains(row.get("program"))
                        && instant(row.get("opened_at"));
        };
    }

    private static boolean isSoundLine(FeedRow row) {
        boolean businessApplication = row.get("solution_area").equals("BUSINESS_APPLICATIONS");
        Set<String> given = businessApplication ? Set.of("product", "subscription_id") : Set.of("workload");
        Set<String> empty = businessApplication ? Set.of("workload") : Set.of("product", "subscription_id");
        String state = row.get("subscription_state");
        return texts(row, 200, "claim_id", "product", "subscription_id", "workload")
                && lineNumber(row.get("line_no"))
                && Words.SOLUTION_AREAS.contains(row.get("solution_area"))
                && given.stream().noneMatch(column -> row.get(column).isEmpty())
                && empty.stream().allMatch(column -> row.get(column).isEmpty())
                && Words.CHANNELS.contains(row.get("channel"))
                // The column may be empty, for a business application as well: it is then neither ACTIVE nor GRACE.
                && (state.isEmpty() || Words.SUBSCRIPTION_STATES.contains(state))
                && count(row.get("seats"))
                && count(row.get("monthly_active_users"))
                && amount(row.get("annual_revenue"), 4)
                && currency(row.get("currency"));
    }

    private static boolean texts(FeedRow row, int limit, String... columns) {
        return Set.of(columns).stream().allMatch(column -> text(row.get(column), limit));
    }
}
