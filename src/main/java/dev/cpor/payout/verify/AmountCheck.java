package dev.cpor.payout.verify;

import static dev.cpor.payout.Column.EARNING_AMOUNT;
import static dev.cpor.payout.Column.EARNING_EXCHANGE_RATE;
import static dev.cpor.payout.Column.EXCHANGE_RATE_DATE;
import static dev.cpor.payout.Column.QUANTITY;
import static dev.cpor.payout.Column.QUANTITY_TYPE;
import static dev.cpor.payout.Column.TRANSACTION_AMOUNT;
import static dev.cpor.payout.Column.TRANSACTION_CURRENCY;

import dev.cpor.domain.Money;
import dev.cpor.payout.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The numbers of a row agree with one another: what was earned follows from the rate, and the USD from the exchange rate. */
final class AmountCheck {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final LocalDate businessDate;
    private String lastDate = "";
    private @Nullable LocalDate lastRead;

    AmountCheck(LocalDate businessDate) {
        this.businessDate = businessDate;
    }

    void check(Row row, Amounts amounts, Consumer<String> wrong) {
        checkSign(row, amounts, wrong);
        checkBasis(row, amounts, wrong);
        checkExchange(row, amounts, wrong);
        if (!amounts.earned().inUsd(amounts.exchangeRate()).equals(amounts.usd())) {
            wrong.accept("the earningAmountUSD is " + amounts.usd().amount()
                    + ", which is not earningAmount times earningExchangeRate, rounded to cents");
        }
    }

    /** What is earned for and what is earned are both negative in a reversal, so that every column adds up to what remains. */
    private static void checkSign(Row row, Amounts amounts, Consumer<String> wrong) {
        int sign = row.isReversal() ? -1 : 1;
        Money transaction = amounts.transaction();
        if (amounts.earned().amount().signum() != sign) {
            wrongSign(EARNING_AMOUNT, row, wrong);
        }
        if (amounts.quantity() != null && amounts.quantity().signum() == -sign) {
            wrongSign(QUANTITY, row, wrong);
        }
        if (transaction != null && transaction.amount().signum() == -sign) {
            wrongSign(TRANSACTION_AMOUNT, row, wrong);
        }
    }

    private static void wrongSign(Column column, Row row, Consumer<String> wrong) {
        wrong.accept("the " + column.header() + " is " + row.get(column)
                + ", but a reversal must be negative and every other earning positive");
    }

    private static void checkBasis(Row row, Amounts amounts, Consumer<String> wrong) {
        String quantityType = row.get(QUANTITY_TYPE);
        boolean perUnit = !row.isEmpty(QUANTITY);
        boolean known = perUnit ? quantityType.equals("MAU") || quantityType.equals("Seats") : quantityType.isEmpty();
        if (!known
                || perUnit != row.isEmpty(TRANSACTION_AMOUNT)
                || row.isEmpty(TRANSACTION_AMOUNT) != row.isEmpty(TRANSACTION_CURRENCY)) {
            wrong.accept("expected was either quantity with quantityType MAU or Seats,"
                    + " or transactionAmount with transactionCurrency, and the others empty");
        } else if (!isEarned(amounts)) {
            wrong.accept("the earningAmount is " + amounts.earned().amount().toPlainString()
                    + ", which is not what earningRate gives");
        }
    }

    /** The revenue had more decimals than its rounded transactionAmount shows, so a percentage is known only so far. */
    private static boolean isEarned(Amounts amounts) {
        BigDecimal earned = amounts.earned().amount().abs();
        Money transaction = amounts.transaction();
        if (amounts.quantity() != null) {
            BigDecimal exact = amounts.quantity().multiply(amounts.rate());
            return exact.abs().setScale(earned.scale(), RoundingMode.HALF_UP).equals(earned);
        }
        if (transaction == null
                || !transaction.currency().equals(amounts.earned().currency())) {
            return false;
        }
        BigDecimal share = amounts.rate().movePointLeft(2);
        BigDecimal halfUnit = HALF.movePointLeft(earned.scale());
        BigDecimal exact = transaction.amount().abs().multiply(share);
        return earned.subtract(exact).abs().compareTo(halfUnit.add(halfUnit.multiply(share))) <= 0;
    }

    private void checkExchange(Row row, Amounts amounts, Consumer<String> wrong) {
        BigDecimal rate = amounts.exchangeRate();
        LocalDate date = date(row.get(EXCHANGE_RATE_DATE));
        boolean usd = amounts.earned().currency().equals(Money.USD);
        if (!rate.stripTrailingZeros().toPlainString().equals(row.get(EARNING_EXCHANGE_RATE))
                || (usd && rate.compareTo(BigDecimal.ONE) != 0)) {
            wrong.accept("the earningExchangeRate is " + row.get(EARNING_EXCHANGE_RATE)
                    + ", expected was one without zeros at the end, and 1 for USD");
        }
        if (date == null || date.isAfter(businessDate) || (usd && !row.isReversal() && !date.equals(businessDate))) {
            wrong.accept("the exchangeRateDate is " + row.get(EXCHANGE_RATE_DATE)
                    + ", expected was the business date for USD, else a date at or before it");
        }
    }

    /** The next row mostly has the same one. */
    private @Nullable LocalDate date(String text) {
        if (!text.equals(lastDate)) {
            lastDate = text;
            lastRead = read(text);
        }
        return lastRead;
    }

    private static @Nullable LocalDate read(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
