package dev.cpor.generate;

import static dev.cpor.domain.Activity.PRE_SALES;
import static dev.cpor.domain.Activity.REVENUE_ASSOCIATION;
import static dev.cpor.domain.Program.OSA;
import static dev.cpor.domain.Program.OSU;
import static dev.cpor.generate.Party.FORMULA;
import static dev.cpor.generate.Party.MUELLER;
import static dev.cpor.generate.Party.NOOR;
import static dev.cpor.generate.Party.ROCKET;
import static dev.cpor.generate.Party.SAKURA;
import static dev.cpor.generate.Party.USAGE_ONLY;
import static dev.cpor.generate.SampleStories.INCENTIVE;
import static dev.cpor.generate.SampleStories.NIGHTS;

/** Claims for everything that incentive assessment can say. */
final class IncentiveStories {
    private final SampleStories stories;

    IncentiveStories(SampleStories stories) {
        this.stories = stories;
    }

    void tell() {
        holds();
        ineligible();
        earning();
    }

    private void holds() {
        stories.story(INCENTIVE, "show", "hold `PAYOUT_PROFILE_INVALID`", ROCKET, "2026-10-12")
                .runs("Teams", 700, 560)
                .approved("2026-10-13", "2026-10-16");
        stories.story(
                        "the same, though it could not earn anyway (`RECOGNITION_ONLY`)",
                        ROCKET,
                        OSU,
                        REVENUE_ASSOCIATION,
                        "2026-10-12")
                .runs("Teams", 700, 560)
                .approved("2026-10-13", "2026-10-16");
        stories.story(INCENTIVE, "show", "hold `NO_EXCHANGE_RATE`: nobody sent a rate for THB", MUELLER, "2026-10-19")
                .sells("Dynamics 365 Sales", "1250000.00", "THB")
                .runs("Teams", 300, 200)
                .approved("2026-10-20", "2026-10-23");
        stories.story(
                        NIGHTS,
                        "history",
                        "first rate for TRY is of 9 November: held before, released then; one night finds it",
                        MUELLER,
                        "2026-10-19")
                .sells("Dynamics 365 Sales", "1875000.00", "TRY")
                .approved("2026-10-20", "2026-10-23");
    }

    private void ineligible() {
        stories.story("`RECOGNITION_ONLY`", MUELLER, OSU, REVENUE_ASSOCIATION, "2026-10-05")
                .runs("Teams", 700, 560)
                .approved("2026-10-06", "2026-10-08");
        stories.story("`PARTNER_NOT_ENROLLED`", USAGE_ONLY, OSA, PRE_SALES, "2026-10-05")
                .sells("Dynamics 365 Finance", "80000.00", "USD")
                .approved("2026-10-06", "2026-10-08");
        stories.story(INCENTIVE, "show", "`NO_DESIGNATION` on line 2, line 1 earns", USAGE_ONLY, "2026-10-05")
                .sells("Dynamics 365 Finance", "80000.00", "USD")
                .runs("Teams", 700, 560)
                .approved("2026-10-06", "2026-10-08");
        stories.story(INCENTIVE, "show", "`CHANNEL_NOT_ELIGIBLE`", MUELLER, "2026-10-06")
                .product("Dynamics 365 Sales", "CSP", "ACTIVE", 90, 80, "27000.00", "EUR")
                .approved("2026-10-07", "2026-10-09");
        stories.story(
                        INCENTIVE,
                        "show",
                        "`SUBSCRIPTION_NOT_ACTIVE` twice; the line in `GRACE` earns",
                        MUELLER,
                        "2026-10-06")
                .product("Dynamics 365 Sales", "DIRECT", "SUSPENDED", 90, 80, "27000.00", "EUR")
                .product("Dynamics 365 Finance", "DIRECT", "EXPIRED", 90, 80, "27000.00", "EUR")
                .product("Power BI", "VOLUME_LICENSING", "GRACE", 90, 80, "27000.00", "EUR")
                .approved("2026-10-07", "2026-10-09");
        stories.story(INCENTIVE, "show", "`BELOW_MINIMUM_SEATS` with 149 seats", MUELLER, "2026-10-07")
                .runs("Teams", 149, 149)
                .approved("2026-10-08", "2026-10-13");
        stories.story(INCENTIVE, "show", "150 seats are enough", MUELLER, "2026-10-07")
                .runs("Teams", 150, 149)
                .approved("2026-10-08", "2026-10-13");
        stories.story("`NO_RATE`: the rate card has no pre-sales in OSU", MUELLER, OSU, PRE_SALES, "2026-10-07")
                .runs("Teams", 600, 550)
                .approved("2026-10-08", "2026-10-13");
        stories.story(INCENTIVE, "show", "`NOTHING_TO_EARN`: nobody uses it", MUELLER, "2026-10-07")
                .runs("Teams", 600, 0)
                .approved("2026-10-08", "2026-10-13");
        stories.story(
                        INCENTIVE,
                        "show",
                        "two reasons on one line: `CHANNEL_NOT_ELIGIBLE` and `SUBSCRIPTION_NOT_ACTIVE`",
                        SAKURA,
                        "2026-10-07")
                .product("Dynamics 365 Sales", "CSP", "EXPIRED", 90, 80, "2700000", "JPY")
                .approved("2026-10-08", "2026-10-13");
    }

    private void earning() {
        stories.story(INCENTIVE, "show", "earns in JPY, which has no minor unit", SAKURA, "2026-10-08")
                .sells("Dynamics 365 Customer Service", "1234567", "JPY")
                .approved("2026-10-09", "2026-10-14");
        stories.story(INCENTIVE, "show", "earns in KWD, which has three", NOOR, "2026-10-08")
                .sells("Dynamics 365 Sales", "10001.235", "KWD")
                .approved("2026-10-09", "2026-10-14");
        stories.story("pre-sales earns too, in GBP", FORMULA, OSA, PRE_SALES, "2026-10-08")
                .sells("Dynamics 365 Finance", "64000.40", "GBP")
                .runs("SharePoint", 90, 60)
                .approved("2026-10-09", "2026-10-14");
        stories.story(
                        INCENTIVE,
                        "show",
                        "three lines, two of which earn; partner and customer begin with `=`",
                        FORMULA,
                        "2026-10-09")
                .sells("Power Apps", "8000.00", "GBP")
                .runs("Exchange Online", 1200, 900)
                .runs("Intune", 20, 20)
                .approved("2026-10-12", "2026-10-15");
    }
}
