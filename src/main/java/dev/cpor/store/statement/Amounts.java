package dev.cpor.store.statement;

import dev.cpor.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/** Reads amounts of earnings: their column has four decimals, beside it stands how many the earning's files show. */
public final class Amounts {
    private Amounts() {}

    /** Returns the columns amount, currency and minor_units as one amount; a sum has the most decimals of its parts. */
    public static Money money(ResultSet row) throws SQLException {
        return money(
                row.getBigDecimal("amount"),
                Currency.getInstance(row.getString("currency")),
                row.getInt("minor_units"));
    }

    /** Returns an amount with as many decimals as the earning's files show, of which the column holds four. */
    public static Money money(BigDecimal stored, Currency currency, int minorUnits) {
        return new Money(stored.setScale(minorUnits, RoundingMode.UNNECESSARY), currency);
    }
}
