package dev.cpor.payout.verify;

import static dev.cpor.payout.Column.EARNING_AMOUNT;
import static dev.cpor.payout.Column.EARNING_AMOUNT_USD;
import static dev.cpor.payout.Column.EARNING_CURRENCY;
import static dev.cpor.payout.Column.EARNING_EXCHANGE_RATE;
import static dev.cpor.payout.Column.EARNING_RATE;
import static dev.cpor.payout.Column.QUANTITY;
import static dev.cpor.payout.Column.TRANSACTION_AMOUNT;
import static dev.cpor.payout.Column.TRANSACTION_CURRENCY;

import dev.cpor.domain.Money;
import dev.cpor.payout.Column;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one row, each in the one way in which it is written.
 *
 * @param quantity null where the row has none
 * @param transaction null where the row has none
 */
record Amounts(
        BigDecimal rate,
        @Nullable BigDecimal quantity,
        @Nullable Money transaction,
        Money earned,
        BigDecimal exchangeRate,
        Money usd) {
    static final Currency USD = Currency.getInstance("USD");

    /** Returns null, and says why, where one of them is not written as it must be. */
    static @Nullable Amounts of(Row row, Consumer<String> wrong) {
        BigDecimal rate = notNegative(row, EARNING_RATE, wrong);
        BigDecimal exchangeRate = notNegative(row, EARNING_EXCHANGE_RATE, wrong);
        Money earned = money(row, EARNING_AMOUNT, currency(row, EARNING_CURRENCY, wrong), wrong);
        Money usd = money(row, EARNING_AMOUNT_USD, USD, wrong);
        boolean hasQuantity = !row.isEmpty(QUANTITY);
        BigDecimal quantity = hasQuantity ? whole(row, QUANTITY, wrong) : null;
        boolean hasTransaction = !row.isEmpty(TRANSACTION_AMOUNT);
        Money transaction = hasTransaction
                ? money(row, TRANSACTION_AMOUNT, currency(row, TRANSACTION_CURRENCY, wrong), wrong)
                : null;
        if (rate == null
                || exchangeRate == null
                || earned == null
                || usd == null
                || hasQuantity != (quantity != null)
                || hasTransaction != (transaction != null)) {
            return null;
        }
        return new Amounts(rate, quantity, transaction, earned, exchangeRate, usd);
    }

    private static @Nullable Money money(Row row, Column column, @Nullable Currency currency, Consumer<String> wrong) {
        if (currency == null) {
            return null;
        }
        int decimals = currency.getDefaultFractionDigits();
        BigDecimal amount = PlainNumber.withDecimals(row.get(column), decimals);
        if (amount == null) {
            wrong.accept("the " + column.header() + " is " + row.get(column) + ", expected was a plain number with the "
                    + decimals + " decimals of " + currency);
            return null;
        }
        return new Money(amount, currency);
    }

    private static @Nullable Currency currency(Row row, Column column, Consumer<String> wrong) {
        Currency currency = known(row.get(column));
        if (currency == null) {
            wrong.accept(
                    "the " + column.header() + " is " + row.get(column) + ", expected was a currency code of ISO 4217");
        }
        return currency;
    }

    private static @Nullable Currency known(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            return currency.getDefaultFractionDigits() < 0 ? null : currency;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal notNegative(Row row, Column column, Consumer<String> wrong) {
        BigDecimal number = PlainNumber.any(row.get(column));
        return required(
                row,
                column,
                number == null || number.signum() < 0 ? null : number,
                "a plain number that is not negative",
                wrong);
    }

    private static @Nullable BigDecimal whole(Row row, Column column, Consumer<String> wrong) {
        BigDecimal number = PlainNumber.withDecimals(row.get(column), 0);
        // A point without decimals is no number at all, so scale 0 means that there is no point.
        return required(row, column, number, "a whole number", wrong);
    }

    private static @Nullable BigDecimal required(
            Row row, Column column, @Nullable BigDecimal number, String expected, Consumer<String> wrong) {
        if (number == null) {
            wrong.accept("the " + column.header() + " is " + row.get(column) + ", expected was " + expected);
            return null;
        }
        return number;
    }
}
