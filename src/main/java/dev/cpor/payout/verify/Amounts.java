package dev.cpor.payout.verify;

import static dev.cpor.payout.Column.EARNING_AMOUNT;
import static dev.cpor.payout.Column.EARNING_AMOUNT_USD;
import static dev.cpor.payout.Column.EARNING_CURRENCY;
import static dev.cpor.payout.Column.EARNING_EXCHANGE_RATE;
import static dev.cpor.payout.Column.EARNING_RATE;
import static dev.cpor.payout.Column.QUANTITY;
import static dev.cpor.payout.Column.TRANSACTION_AMOUNT;
import static dev.cpor.payout.Column.TRANSACTION_CURRENCY;

import dev.cpor.domain.CurrencyRules;
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

    /**
     * Returns null, and says why, where one of them is not written as it must be.
     *
     * @param currencies how many decimals amounts have; those of ISO 4217 are taken too, for a file from before the setting
     */
    static @Nullable Amounts of(Row row, CurrencyRules currencies, Consumer<String> wrong) {
        BigDecimal rate = notNegative(row, EARNING_RATE, wrong);
        BigDecimal exchangeRate = notNegative(row, EARNING_EXCHANGE_RATE, wrong);
        Money earned = money(row, EARNING_AMOUNT, currency(row, EARNING_CURRENCY, wrong), currencies, wrong);
        Money usd = money(row, EARNING_AMOUNT_USD, Money.USD, currencies, wrong);
        boolean hasQuantity = !row.isEmpty(QUANTITY);
        BigDecimal quantity = hasQuantity ? whole(row, QUANTITY, wrong) : null;
        boolean hasTransaction = !row.isEmpty(TRANSACTION_AMOUNT);
        Money transaction = hasTransaction
                ? money(row, TRANSACTION_AMOUNT, currency(row, TRANSACTION_CURRENCY, wrong), currencies, wrong)
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

    private static @Nullable Money money(
            Row row, Column column, @Nullable Currency currency, CurrencyRules currencies, Consumer<String> wrong) {
        if (currency == null) {
            return null;
        }
        int decimals = currencies.decimals(currency);
        int isoDecimals = currency.getDefaultFractionDigits();
        BigDecimal amount = PlainNumber.any(row.get(column));
        if (amount == null || (amount.scale() != decimals && amount.scale() != isoDecimals)) {
            wrong.accept("the " + column.header() + " is " + row.get(column) + ", expected was a plain number with the "
                    + decimals + (decimals == isoDecimals ? "" : " or " + isoDecimals) + " decimals of " + currency);
            return null;
        }
        return new Money(amount, currency);
    }

    private static @Nullable Currency currency(Row row, Column column, Consumer<String> wrong) {
        Currency currency = Money.currency(row.get(column));
        if (currency == null) {
            wrong.accept(
                    "the " + column.header() + " is " + row.get(column) + ", expected was a currency code of ISO 4217");
        }
        return currency;
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
