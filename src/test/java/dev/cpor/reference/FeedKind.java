package dev.cpor.reference;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The seven feeds, in the order in which files are taken. A {@code ?} marks a column that may be empty or absent. */
enum FeedKind {
    PARTNERS("partners-", "mpn_id", "mpn_id name country currency programs? payout_profile_valid designations?"),
    CUSTOMERS("customers-", "tenant_id", "tenant_id name country public_sector"),
    EXCHANGE_RATES("exchange-rates-", "currency rate_date", "currency rate_date usd_rate"),
    CLAIMS(
            "claims-",
            "claim_id",
            "claim_id claim_name mpn_id program activity tenant_id customer_contact? partner_contact? created_at"),
    CLAIM_LINES(
            "claim-lines-",
            "claim_id line_no",
            "claim_id line_no solution_area product? subscription_id? workload? channel subscription_state? seats"
                    + " monthly_active_users annual_revenue currency"),
    EVENTS(
            "events-",
            "event_id",
            "event_id claim_id occurred_at type actor_role actor reason? detail? field? value? document_name?"
                    + " document_sha256? comment?"),
    DISPUTES("disputes-", "dispute_id", "dispute_id claim_id opened_at mpn_id program products tenant_id details");

    final String prefix;
    final Set<String> columns;
    final Set<String> required;
    private final String key;

    FeedKind(String prefix, String key, String columns) {
        this.prefix = prefix;
        this.key = key;
        this.columns = Stream.of(columns.split(" "))
                .map(name -> name.replace("?", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.required = Stream.of(columns.split(" "))
                .filter(name -> !name.endsWith("?"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The columns that name a row, joined by a slash in reports. */
    Set<String> keyColumns() {
        return Stream.of(key.split(" ")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether rows are things that happen at an instant, under an id that is taken only once. */
    boolean isStaged() {
        return this == CLAIMS || this == EVENTS || this == DISPUTES;
    }

    /** The column with the instant at which a staged row has its turn. */
    String instantColumn() {
        return switch (this) {
            case CLAIMS -> "created_at";
            case EVENTS -> "occurred_at";
            case DISPUTES -> "opened_at";
            default -> throw new IllegalStateException(this + " has no instant");
        };
    }

    /** The feed that a file of this name belongs to, or null for a file that is none. */
    static @Nullable FeedKind of(String fileName) {
        for (FeedKind kind : values()) {
            if (fileName.startsWith(kind.prefix) && fileName.endsWith(".csv")) {
                return kind;
            }
        }
        return null;
    }
}
