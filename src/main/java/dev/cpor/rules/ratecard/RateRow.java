package dev.cpor.rules.ratecard;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Money;
import dev.cpor.domain.Program;
import dev.cpor.domain.Rate;
import dev.cpor.domain.Rate.Basis;
import dev.cpor.domain.Rate.EarningType;
import dev.cpor.domain.SolutionArea;
import dev.cpor.rules.sheet.Days;
import dev.cpor.rules.sheet.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of the rate card, by column. */
public final class RateRow {
    /** Columns that a rate card must have. */
    public static final List<String> COLUMNS = List.of(
            "program",
            "solution_area",
            "product",
            "activity",
            "lever",
            "earning_type",
            "basis",
            "rate",
            "currency",
            "valid_from",
            "valid_to");

    /** Columns that a rate card may leave out. */
    public static final List<String> FURTHER_COLUMNS = List.of("users_from", "users_to");

    private static final Pattern USERS = Pattern.compile("\\d{1,12}");
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS = 12;
    private static final int LONGEST_TEXT = 200;

    private final List<String> header;
    private final List<String> values;

    RateRow(List<String> header, List<String> values) {
        this.header = header;
        this.values = values;
    }

    /** A value that cannot be used; the message begins with the name of its column. */
    static final class Wrong extends Exception {
        private final String column;

        Wrong(String column, String what) {
            super(column + ": " + what);
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    Rate toRate() throws Wrong {
        Basis basis = constant("basis", Basis.class);
        LocalDate from = date("valid_from", required("valid_from"));
        String until = value("valid_to");
        LocalDate to = until == null ? null : date("valid_to", until);
        if (to != null && to.isBefore(from)) {
            throw new Wrong(
                    "valid_to",
                    "%s is before valid_from %s; give the last day on which the rate counts".formatted(to, from));
        }
        Long fewest = users("users_from");
        Long most = users("users_to");
        long usersFrom = fewest == null ? 0 : fewest;
        if (most != null && most < usersFrom) {
            throw new Wrong(
                    "users_to",
                    "%d is less than users_from %d; give the most users that the rate is for"
                            .formatted(most, usersFrom));
        }
        return new Rate(
                constant("program", Program.class),
                constant("solution_area", SolutionArea.class),
                value("product"),
                constant("activity", Activity.class),
                required("lever"),
                constant("earning_type", EarningType.class),
                basis,
                rate(),
                currency(basis),
                from,
                to,
                usersFrom,
                most);
    }

    private @Nullable Long users(String column) throws Wrong {
        String value = value(column);
        if (value != null && !USERS.matcher(value).matches()) {
            throw new Wrong(
                    column, "\"%s\" is not a number of users; write a whole number such as 1001".formatted(value));
        }
        return value == null ? null : Long.valueOf(value);
    }

    private @Nullable String value(String column) throws Wrong {
        int place = header.indexOf(column);
        if (place < 0 || place >= values.size()) {
            return null;
        }
        String value = values.get(place).strip();
        if (value.length() > LONGEST_TEXT) {
            throw new Wrong(
                    column, "%d characters are too long; write at most %d".formatted(value.length(), LONGEST_TEXT));
        }
        return value.isEmpty() ? null : value;
    }

    private String required(String column) throws Wrong {
        String value = value(column);
        if (value == null) {
            throw new Wrong(column, "there is no value; fill it in");
        }
        return value;
    }

    private <E extends Enum<E>> E constant(String column, Class<E> type) throws Wrong {
        String value = required(column);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw new Wrong(
                column, "\"%s\" is unknown; write one of %s".formatted(value, List.of(type.getEnumConstants())));
    }

    private BigDecimal rate() throws Wrong {
        String value = required("rate");
        if (Decimals.isAmbiguous(value)) {
            throw new Wrong("rate", Decimals.explain(value));
        }
        BigDecimal rate = Decimals.parse(value);
        if (rate == null || rate.precision() - rate.scale() > MOST_DIGITS) {
            throw new Wrong(
                    "rate",
                    "\"%s\" is not a decimal number of at least 0; write it with a point, such as 7.5"
                            .formatted(value));
        }
        if (rate.scale() > MOST_DECIMALS) {
            throw new Wrong(
                    "rate", "%s has %d decimals; write at most %d".formatted(value, rate.scale(), MOST_DECIMALS));
        }
        return rate;
    }

    private @Nullable Currency currency(Basis basis) throws Wrong {
        String value = value("currency");
        if (basis == Basis.REVENUE_PERCENT) {
            if (value != null) {
                throw new Wrong(
                        "currency",
                        "%s stands beside a percentage, which is paid in the line's own currency; leave it empty"
                                .formatted(value));
            }
            return null;
        }
        if (value == null) {
            throw new Wrong(
                    "currency",
                    "there is none, but the basis %s needs one; write an ISO 4217 code such as EUR".formatted(basis));
        }
        Currency currency = Money.currency(value);
        if (currency == null) {
            throw new Wrong(
                    "currency",
                    "\"%s\" is not a currency that can be paid; write an ISO 4217 code such as EUR".formatted(value));
        }
        return currency;
    }

    private static LocalDate date(String column, String value) throws Wrong {
        LocalDate day = Days.parse(value);
        if (day == null) {
            throw new Wrong(column, Days.explain(value));
        }
        return day;
    }
}
