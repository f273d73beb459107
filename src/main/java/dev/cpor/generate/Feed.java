package dev.cpor.generate;

import java.util.List;

/** The seven feeds, with their columns in the order in which they are written. */
enum Feed {
    PARTNERS("partners", "mpn_id", "name", "country", "currency", "programs", "payout_profile_valid", "designations"),
    CUSTOMERS("customers", "tenant_id", "name", "country", "public_sector"),
    EXCHANGE_RATES("exchange-rates", "currency", "rate_date", "usd_rate"),
    CLAIMS(
            "claims",
            "claim_id",
            "claim_name",
            "mpn_id",
            "program",
            "activity",
            "tenant_id",
            "customer_contact",
            "partner_contact",
            "created_at"),
    CLAIM_LINES(
            "claim-lines",
            "claim_id",
            "line_no",
            "solution_area",
            "product",
            "subscription_id",
            "workload",
            "channel",
            "subscription_state",
            "seats",
            "monthly_active_users",
            "annual_revenue",
            "currency"),
    EVENTS(
            "events",
            "event_id",
            "claim_id",
            "occurred_at",
            "type",
            "actor_role",
            "actor",
            "reason",
            "detail",
            "field",
            "value",
            "document_name",
            "document_sha256",
            "comment"),
    DISPUTES(
            "disputes", "dispute_id", "claim_id", "opened_at", "mpn_id", "program", "products", "tenant_id", "details");

    private final String prefix;
    private final List<String> columns;

    Feed(String prefix, String... columns) {
        this.prefix = prefix;
        this.columns = List.of(columns);
    }

    List<String> columns() {
        return columns;
    }

    /** Returns the name of the file for a period, such as {@code events-2026-10.csv}. */
    String fileName(String period) {
        return prefix + "-" + period + ".csv";
    }
}
