package dev.cpor.intake;

import static dev.cpor.domain.RejectCode.MALFORMED_VALUE;
import static dev.cpor.domain.RejectCode.TOO_LONG;
import static dev.cpor.domain.RejectCode.UNKNOWN_VALUE;
import static dev.cpor.domain.RejectCode.YEAR_NOT_IN_CALENDAR;
import static dev.cpor.intake.FeedSamples.aRowOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.intake.FeedSamples.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowValuesTest {
    @Test
    void countsTextInUnicodeCharacters() {
        Sample customer = aRowOf(Feed.CUSTOMERS);

        customer.with("name", "😀".repeat(200)).isAccepted();
        customer.with("name", "two\r\nlines\t\u0001").isAccepted();
        customer.with("name", "😀".repeat(201))
                .isRefused(TOO_LONG, "The column name has a text of 201 characters, expected at most 200.");
        customer.with("name", "x".repeat(401))
                .isRefused(TOO_LONG, "The column name has a text of 401 characters, expected at most 200.");
        aRowOf(Feed.DISPUTES).with("details", "😀".repeat(4_000)).isAccepted();
        aRowOf(Feed.DISPUTES)
                .with("details", "😀".repeat(4_001))
                .isRefused(TOO_LONG, "The column details has a text of 4001 characters, expected at most 4000.");
    }

    @Test
    void refusesTheNulCharacter() {
        aRowOf(Feed.CUSTOMERS)
                .with("name", "Fab\0rikam")
                .isRefused(
                        MALFORMED_VALUE,
                        "The column name has a text with a NUL character, expected any other Unicode characters; remove it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "TRUE", "1", "yes", " true"})
    void takesNoOtherBooleans(String found) {
        aRowOf(Feed.CUSTOMERS)
                .with("public_sector", found)
                .isRefused(
                        MALFORMED_VALUE,
                        "The column public_sector has \"%s\", expected true or false.".formatted(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-1-02", "20261120", "2026-11-20Z", "20.11.2026", "2026-11-2٠"})
    void takesNoOtherDates(String found) {
        aRowOf(Feed.EXCHANGE_RATES)
                .with("rate_date", found)
                .isRefused(
                        MALFORMED_VALUE,
                        "The column rate_date has \"%s\", expected a date such as 2026-11-20.".formatted(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20", "2026-11-20T08:30:00", "2026-11-20 08:30:00Z", "2026-11-20T24:00:00Z", "now"})
    void takesNoOtherInstants(String found) {
        aRowOf(Feed.CLAIMS)
                .with("created_at", found)
                .isRefused(
                        MALFORMED_VALUE,
                        "The column created_at has \"%s\", expected an instant with its offset, such as 2026-11-20T08:30:00Z."
                                .formatted(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-12-31T23:59:59Z", "2031-01-01T00:00:00Z", "+999999999-12-31T23:59:59-18:00"})
    void refusesAYearThatTheCalendarDoesNotAnswerFor(String found) {
        for (Sample row : List.of(
                aRowOf(Feed.CLAIMS).with("created_at", found),
                aRowOf(Feed.EVENTS).with("occurred_at", found),
                aRowOf(Feed.DISPUTES).with("opened_at", found))) {
            row.isRefused(
                    YEAR_NOT_IN_CALENDAR,
                    "The column %s has \"%s\", in a year that the calendar does not answer for; correct it, or add the year to calendar.yaml, and send the row again in another file."
                            .formatted(row.feed().timeColumn(), found));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.00001", "-1", "+1", "1e3", "1,5", "1,000.00", ".5", "5.", "1234567890123456", "١", " 1", "NaN"
            })
    void takesNoOtherAmounts(String found) {
        aRowOf(Feed.CLAIM_LINES)
                .with("annual_revenue", found)
                .isRefused(
                        MALFORMED_VALUE,
                        "The column annual_revenue has \"%s\", expected a number such as 1234.5 without sign, exponent or grouping, with at most 15 digits before the point and 4 after it."
                                .formatted(found));
    }

    @Test
    void takesAmountsAndRatesAsTheyAreWritten() {
        aRowOf(Feed.CLAIM_LINES).with("annual_revenue", "0").isAccepted();
        aRowOf(Feed.CLAIM_LINES).with("annual_revenue", "123456789012345.1234").isAccepted();
        aRowOf(Feed.EXCHANGE_RATES).with("usd_rate", "0.000001").isAccepted();
        aRowOf(Feed.EXCHANGE_RATES)
                .with("usd_rate", "0.0000001")
                .isRefused(
                        MALFORMED_VALUE,
                        "The column usd_rate has \"0.0000001\", expected a number such as 1234.5 without sign, exponent or grouping, with at most 15 digits before the point and 6 after it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "1.0", "x", "9223372036854775808", "99999999999999999999"})
    void takesNoOtherWholeNumbers(String found) {
        for (String column : List.of("seats", "monthly_active_users")) {
            aRowOf(Feed.CLAIM_LINES)
                    .with(column, found)
                    .isRefused(
                            MALFORMED_VALUE,
                            "The column %s has \"%s\", expected a whole number from 0 to 9223372036854775807, digits only."
                                    .formatted(column, found));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2147483648", "-1", "one"})
    void numbersLinesFromOne(String found) {
        aRowOf(Feed.CLAIM_LINES)
                .with("line_no", found)
                .isRefused(
                        MALFORMED_VALUE,
                        "The column line_no has \"%s\", expected a whole number from 1 to 2147483647, digits only."
                                .formatted(found));
        aRowOf(Feed.CLAIM_LINES)
                .with("line_no", "2147483647")
                .with("seats", "9223372036854775807")
                .isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "XAU", "XXX", "EURO", "€"})
    void takesOnlyCurrenciesWithMinorUnits(String found) {
        for (Feed feed : List.of(Feed.PARTNERS, Feed.EXCHANGE_RATES, Feed.CLAIM_LINES)) {
            aRowOf(feed)
                    .with("currency", found)
                    .isRefused(
                            UNKNOWN_VALUE,
                            "The column currency has \"%s\", expected the ISO 4217 code of a currency with minor units, such as EUR."
                                    .formatted(found));
        }
        aRowOf(Feed.PARTNERS).with("currency", "JPY").isAccepted();
    }

    @Test
    void listsTheWordsThatAColumnMayHave() {
        aRowOf(Feed.CLAIMS)
                .with("program", "osu")
                .isRefused(UNKNOWN_VALUE, "The column program has \"osu\", expected one of OSU, OSA.");
        aRowOf(Feed.CLAIMS)
                .with("activity", "SALES\n" + "x".repeat(50))
                .isRefused(
                        UNKNOWN_VALUE,
                        "The column activity has \"SALES\\u000a%s…\", expected one of USAGE, PRE_SALES, REVENUE_ASSOCIATION."
                                .formatted("x".repeat(34)));
        aRowOf(Feed.PARTNERS)
                .with("programs", "OSU; OSA")
                .isRefused(UNKNOWN_VALUE, "The column programs has \" OSA\", expected one of OSU, OSA.");
        aRowOf(Feed.PARTNERS)
                .with("designations", "AZURE")
                .isRefused(
                        UNKNOWN_VALUE,
                        "The column designations has \"AZURE\", expected one of BUSINESS_APPLICATIONS, MODERN_WORK.");
        for (String column : List.of("solution_area", "channel", "subscription_state")) {
            assertThat(aRowOf(Feed.CLAIM_LINES).with(column, "?").read())
                    .isInstanceOfSatisfying(
                            Parsed.Bad.class,
                            bad -> assertThat(bad.refusal().code()).isEqualTo(UNKNOWN_VALUE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "OSU;", ";OSU", "OSU;;OSA"})
    void refusesAnEmptyValueBetweenSemicolons(String found) {
        String message =
                "The column %s has \"%s\", in which a value is empty; expected values with one ; between any two.";

        aRowOf(Feed.PARTNERS).with("programs", found).isRefused(MALFORMED_VALUE, message.formatted("programs", found));
        aRowOf(Feed.DISPUTES).with("products", found).isRefused(MALFORMED_VALUE, message.formatted("products", found));
    }
}
