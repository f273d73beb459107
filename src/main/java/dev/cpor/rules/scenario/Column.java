package dev.cpor.rules.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column of a file of scenarios. Its heading is its name in lower case; the words are those that rules use. */
enum Column {
    /** What the case is about. Rows with the same case are lines of one claim, and what is about the claim needs to stand in one of them. */
    CASE(About.TEST),
    /** The name of the rule that the row is a hit or a near miss of. */
    RULE(About.TEST),
    /** A remark, for people. */
    WHY(About.TEST),

    /** The claim ID. */
    CLAIM_ID(About.CLAIM),
    /** The MPN ID of the partner who claims. */
    MPN_ID(About.CLAIM),
    /** The tenant ID of the customer. */
    TENANT_ID(About.CLAIM),
    /** What the claim is for. */
    PROGRAM(About.CLAIM),
    /** What the partner did for the customer. */
    ACTIVITY(About.CLAIM),
    /** Where the claim stands. */
    STATUS(About.CLAIM),
    /** Where the consent window stands. */
    CONSENT(About.CLAIM),
    /** The date of the night. */
    BUSINESS_DATE(About.CLAIM),
    /** The day on which the status was entered. */
    STATUS_SINCE(About.CLAIM),
    /** The day of the first submission, or none for a claim that never was. */
    FIRST_SUBMITTED(About.CLAIM),
    /** Days since the status was entered. */
    DAYS_IN_STATUS(About.CLAIM),
    /** Business days since the status was entered. */
    BUSINESS_DAYS_IN_STATUS(About.CLAIM),
    /** Business days since the first submission. */
    BUSINESS_DAYS_SINCE_SUBMISSION(About.CLAIM),
    /** The partner's country. */
    PARTNER_COUNTRY(About.CLAIM),
    /** Whether the partner can be paid. */
    PAYOUT_PROFILE_VALID(About.CLAIM),
    /** Whether the partner is enrolled in the claim's program. */
    PARTNER_ENROLLED(About.CLAIM),
    /** The customer's country. */
    CUSTOMER_COUNTRY(About.CLAIM),
    /** Whether the customer belongs to the public sector. */
    PUBLIC_SECTOR(About.CLAIM),

    /** The number of the line. */
    LINE_NO(About.LINE),
    /** The solution area. */
    SOLUTION_AREA(About.LINE),
    /** The product of a business application. */
    PRODUCT(About.LINE),
    /** The subscription of a business application. */
    SUBSCRIPTION_ID(About.LINE),
    /** The workload of modern work. */
    WORKLOAD(About.LINE),
    /** How it was bought. */
    CHANNEL(About.LINE),
    /** The state of the subscription, or none. */
    SUBSCRIPTION_STATE(About.LINE),
    /** Seats. */
    SEATS(About.LINE),
    /** Monthly active users. */
    MONTHLY_ACTIVE_USERS(About.LINE),
    /** Annual revenue, in the line's currency. */
    ANNUAL_REVENUE(About.LINE),
    /** The line's currency. */
    CURRENCY(About.LINE),
    /** Whether the partner has the designation for the line's solution area. */
    PARTNER_DESIGNATED(About.LINE),

    /** What should come of the claim, several words with a semicolon between them; beside a line, what should come of this line. */
    EXPECT(About.EXPECTATION),
    /** The reasons that should be given, with a semicolon between them. */
    REASON(About.EXPECTATION),
    /** The amount that the line should earn. */
    AMOUNT(About.EXPECTATION),
    /** The currency of that amount. */
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
