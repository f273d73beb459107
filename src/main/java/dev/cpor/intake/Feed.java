package dev.cpor.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of feed files, in the order in which a night takes them. */
public enum Feed {
    PARTNERS("partners-", "mpn_id name country currency programs? payout_profile_valid designations?", "mpn_id"),
    CUSTOMERS("customers-", "tenant_id name country public_sector", "tenant_id"),
    EXCHANGE_RATES("exchange-rates-", "currency rate_date usd_rate", "currency rate_date"),
    CLAIMS(
            "claims-",
            "claim_id claim_name mpn_id program activity tenant_id customer_contact? partner_contact? created_at",
            "claim_id"),
    CLAIM_LINES(
            "claim-lines-",
            "claim_id line_no solution_area product? subscription_id? workload? channel subscription_state? seats"
                    + " monthly_active_users annual_revenue currency",
            "claim_id line_no"),
    EVENTS(
            "events-",
            "event_id claim_id occurred_at type actor_role actor reason? detail? field? value? document_name?"
                    + " document_sha256? comment?",
            "event_id"),
    DISPUTES("disputes-", "dispute_id claim_id opened_at mpn_id program products tenant_id details", "dispute_id"),
    PAYMENT_RESULTS("payment-results-", "earning_id status payment_id? paid_on? reason?", "earning_id");

    /** How much of each part of a key is kept; a longer one belongs to a row that is refused, or is only told, never looked up. */
    private static final int KEY_PART = 200;

    private final String prefix;
    private final List<Column> columns;
    private final List<String> keyColumns;
    private final Map<String, Integer> positions = new HashMap<>();

    Feed(String prefix, String columns, String keyColumns) {
        this.prefix = prefix;
        this.columns = Arrays.stream(columns.split(" ")).map(Column::of).toList();
        this.keyColumns = List.of(keyColumns.split(" "));
        for (Column column : this.columns) {
            positions.put(column.name(), positions.size());
        }
    }

    /** Returns what the names of its files begin with, such as {@code partners-}. */
    public String prefix() {
        return prefix;
    }

    /** Returns its columns in the order of the table of feeds, which is the order of {@link FeedRow#fields()}. */
    List<Column> columns() {
        return columns;
    }

    /** Returns the names of the columns that identify a row. */
    public List<String> keyColumns() {
        return keyColumns;
    }

    /** Returns the column that says when a row occurred, null for a feed whose rows apply when they are read. */
    public @Nullable String timeColumn() {
        return switch (this) {
            case CLAIMS -> "created_at";
            case EVENTS -> "occurred_at";
            case DISPUTES -> "opened_at";
            case PARTNERS, CUSTOMERS, EXCHANGE_RATES, CLAIM_LINES, PAYMENT_RESULTS -> null;
        };
    }

    /**
     * Returns the feed that a file belongs to: its name begins with the prefix, in lower case, and ends with
     * {@code .csv}, in any case. Null when it is of no feed.
     */
    public static @Nullable Feed ofFile(String fileName) {
        if (!fileName.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return null;
        }
        for (Feed feed : values()) {
            if (fileName.startsWith(feed.prefix)) {
                return feed;
            }
        }
        return null;
    }

    /**
     * Returns a row's key: the values of the key columns with {@code /} between them, each cut off after 200 characters;
     * empty when all of them are.
     *
     * @param fields the row's values, in the order of {@link #columns()}
     */
    public String key(List<String> fields) {
        String key = keyColumns.stream()
                .map(column -> Text.firstOf(fields.get(position(column)), KEY_PART))
                .collect(Collectors.joining("/"));
        return key.length() == keyColumns.size() - 1 ? "" : key;
    }

    /**
     * Writes a row as a CSV record with every column, without line end: for a row whose own text was not kept.
     *
     * @param fields the row's values, in the order of {@link #columns()}
     */
    public String csv(List<String> fields) {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                csv.append(',');
            }
            String field = fields.get(i);
            boolean inQuotes = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
            Text.appendField(csv, field, inQuotes);
        }
        return csv.toString();
    }

    /** Returns the place of a column in {@link #columns()}, or -1 when it has none of that name. */
    int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    /** Returns the names of all columns as a sentence lists them. */
    String columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
