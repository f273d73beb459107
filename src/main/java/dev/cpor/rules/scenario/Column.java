package dev.cpor.rules.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column of a file of scenarios. Its heading is its name in lower case; the words are those that rules use. */
enum Column {
    CASE(About.TEST),
    RULE(About.TEST),
    WHY(About.TEST),

    CLAIM_ID(About.CLAIM),
    MPN_ID(About.CLAIM),
    TENANT_ID(About.CLAIM),
    PROGRAM(About.CLAIM),
    ACTIVITY(About.CLAIM),
    STATUS(About.CLAIM),
    CONSENT(About.CLAIM),
    BUSINESS_DATE(About.CLAIM),
    STATUS_SINCE(About.CLAIM),
    FIRST_SUBMITTED(About.CLAIM),
    DAYS_IN_STATUS(About.CLAIM),
    BUSINESS_DAYS_IN_STATUS(About.CLAIM),
    BUSINESS_DAYS_SINCE_SUBMISSION(About.CLAIM),
    PARTNER_COUNTRY(About.CLAIM),
    PAYOUT_PROFILE_VALID(About.CLAIM),
    PARTNER_ENROLLED(About.CLAIM),
    CUSTOMER_COUNTRY(About.CLAIM),
    PUBLIC_SECTOR(About.CLAIM),

    LINE_NO(About.LINE),
    SOLUTION_AREA(About.LINE),
    PRODUCT(About.LINE),
    SUBSCRIPTION_ID(About.LINE),
    WORKLOAD(About.LINE),
    CHANNEL(About.LINE),
    SUBSCRIPTION_STATE(About.LINE),
    SEATS(About.LINE),
    MONTHLY_ACTIVE_USERS(About.LINE),
    ANNUAL_REVENUE(About.LINE),
    CURRENCY(About.LINE),
    PARTNER_DESIGNATED(About.LINE),

    EXPECT(About.EXPECTATION),
    REASON(About.EXPECTATION),
    AMOUNT(About.EXPECTATION),
    AMOUNT_CURRENCY(About.EXPECTATION);

    /** What a column says something about. */
    enum About {
        /** The case itself. */
        TEST,
        /** The claim, its partner or its customer: the same for all lines of a case. */
        CLAIM,
        /** One line of the claim. */
        LINE,
        /** What should come out. */
        EXPECTATION
    }

    private final About about;

    Column(About about) {
        this.about = about;
    }

    boolean isAbout(About what) {
        return about == what;
    }

    /** Returns what stands in the first line of a file. */
    String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the column that a heading means, null for none: {@code days_in_status}, "Days in status" and daysInStatus are the same. */
    static @Nullable Column of(String heading) {
        for (Column column : values()) {
            if (letters(column.name()).equals(letters(heading))) {
                return column;
            }
        }
        return null;
    }

    /** Returns the headings of all columns, for a message. */
    static List<String> headings() {
        return Arrays.stream(values()).map(Column::heading).toList();
    }

    /** Returns the letters and digits of a word that people write in more than one way, in lower case. */
    static String letters(String word) {
        return word.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
