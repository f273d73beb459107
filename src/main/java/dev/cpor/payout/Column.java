package dev.cpor.payout;

import static dev.cpor.payout.Column.Kind.OPTIONAL_PLAIN;
import static dev.cpor.payout.Column.Kind.OPTIONAL_TEXT;
import static dev.cpor.payout.Column.Kind.PLAIN;
import static dev.cpor.payout.Column.Kind.TEXT;

import dev.cpor.domain.Earning;
import dev.cpor.domain.Money;
import dev.cpor.domain.Rate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of an extract, in their order, and how each is written. */
public enum Column {
    EARNING_ID("earningId", TEXT, Earning::earningId),
    PARTICIPANT_ID("participantId", TEXT, e -> e.partner().mpnId()),
    PARTICIPANT_ID_TYPE("participantIdType", PLAIN, e -> "MPN"),
    PARTICIPANT_NAME("participantName", TEXT, e -> e.partner().name()),
    PARTNER_COUNTRY_CODE("partnerCountryCode", TEXT, e -> e.partner().country()),
    PROGRAM_NAME("programName", PLAIN, e -> e.program().name()),
    CLAIM_ID("claimId", TEXT, Earning::claimId),
    CUSTOMER_ID("customerId", TEXT, e -> e.customer().tenantId()),
    CUSTOMER_NAME("customerName", TEXT, e -> e.customer().name()),
    CUSTOMER_COUNTRY("customerCountry", TEXT, e -> e.customer().country()),
    SOLUTION_AREA("solutionArea", PLAIN, e -> e.solutionArea().name()),
    PRODUCT_NAME("productName", OPTIONAL_TEXT, Earning::product),
    SUBSCRIPTION_ID("subscriptionId", OPTIONAL_TEXT, Earning::subscriptionId),
    WORKLOAD("workload", OPTIONAL_TEXT, Earning::workload),
    LEVER("lever", TEXT, e -> e.rate().lever()),
    EARNING_TYPE("earningType", PLAIN, e -> e.rate().earningType().name()),
    EARNING_RATE("earningRate", PLAIN, e -> e.rate().rate().toPlainString()),
    QUANTITY("quantity", OPTIONAL_PLAIN, e -> e.quantity() == null ? null : Long.toString(e.quantity())),
    QUANTITY_TYPE("quantityType", OPTIONAL_PLAIN, e -> quantityType(e.rate().basis())),
    TRANSACTION_AMOUNT("transactionAmount", OPTIONAL_PLAIN, e -> amount(e.transactionAmount())),
    TRANSACTION_CURRENCY("transactionCurrency", OPTIONAL_PLAIN, e -> currency(e.transactionAmount())),
    EARNING_AMOUNT("earningAmount", PLAIN, e -> amount(e.earned())),
    EARNING_CURRENCY("earningCurrency", PLAIN, e -> currency(e.earned())),
    EARNING_EXCHANGE_RATE(
            "earningExchangeRate",
            PLAIN,
            e -> e.exchange().usdRate().stripTrailingZeros().toPlainString()),
    EXCHANGE_RATE_DATE("exchangeRateDate", PLAIN, e -> e.exchange().rateDate().toString()),
    EARNING_AMOUNT_USD("earningAmountUSD", PLAIN, e -> amount(e.earnedUsd())),
    EARNING_DATE("earningDate", PLAIN, e -> e.businessDate().toString()),
    CALCULATION_DATE("calculationDate", PLAIN, e -> e.businessDate().toString()),
    PAYMENT_STATUS("paymentStatus", PLAIN, e -> "Unprocessed"),
    REASON_CODE("reasonCode", OPTIONAL_TEXT, Earning::reasonCode),
    REVERSES_EARNING_ID("reversesEarningId", OPTIONAL_TEXT, Earning::reversesEarningId),
    RULE_NAME("ruleName", TEXT, Earning::ruleName),
    RULESET("ruleset", TEXT, Earning::ruleset);

    private static final List<Column> ALL = List.of(values());

    /** What a column holds. */
    enum Kind {
        /** Words from outside, ids among them: defended against being taken for a formula. */
        TEXT(true, false),
        /** The same, where not every earning has it. */
        OPTIONAL_TEXT(true, true),
        /** Numbers, dates and codes of our own: written as they are. */
        PLAIN(false, false),
        /** The same, where not every earning has it. */
        OPTIONAL_PLAIN(false, true);

        private final boolean text;
        private final boolean mayBeEmpty;

        Kind(boolean text, boolean mayBeEmpty) {
            this.text = text;
            this.mayBeEmpty = mayBeEmpty;
        }
    }

    private interface Value {
        @Nullable
        String of(Earning earning);
    }

    private final String header;
    private final Kind kind;
    private final Value value;

    Column(String header, Kind kind, Value value) {
        this.header = header;
        this.kind = kind;
        this.value = value;
    }

    /** Returns the column's name in the header row. */
    public String header() {
        return header;
    }

    /** Says whether the column holds words from outside, which are defended against being taken for a formula. */
    public boolean isText() {
        return kind.text;
    }

    /** Says whether some earnings have nothing in this column. */
    public boolean mayBeEmpty() {
        return kind.mayBeEmpty;
    }

    /** Returns the field as it is written, before any quoting; empty where the earning has no such value. */
    public String written(Earning earning) {
        String written = value.of(earning);
        if (written == null) {
            return "";
        }
        return kind.text ? FormulaDefence.written(written) : written;
    }

    /** Returns all columns in their order; unlike {@code values()} without a copy for each call. */
    public static List<Column> all() {
        return ALL;
    }

    /** Returns the header row. */
    public static String[] headers() {
        return Arrays.stream(values()).map(Column::header).toArray(String[]::new);
    }

    private static @Nullable String quantityType(Rate.Basis basis) {
        return switch (basis) {
            case REVENUE_PERCENT -> null;
            case PER_USER -> "MAU";
            case PER_SEAT -> "Seats";
        };
    }

    private static @Nullable String amount(@Nullable Money money) {
        return money == null ? null : money.amount().toPlainString();
    }

    private static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency().getCurrencyCode();
    }
}
