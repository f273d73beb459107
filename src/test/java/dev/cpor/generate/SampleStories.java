package dev.cpor.generate;

import static dev.cpor.domain.Activity.PRE_SALES;
import static dev.cpor.domain.Activity.REVENUE_ASSOCIATION;
import static dev.cpor.domain.Activity.USAGE;
import static dev.cpor.domain.Program.OSA;
import static dev.cpor.domain.Program.OSU;
import static dev.cpor.generate.Party.FORMULA;
import static dev.cpor.generate.Party.MUELLER;
import static dev.cpor.generate.Party.NOOR;
import static dev.cpor.generate.Party.ROCKET;
import static dev.cpor.generate.Party.SAKURA;
import static dev.cpor.generate.Party.USAGE_ONLY;

import dev.cpor.domain.Activity;
import dev.cpor.domain.EditedField;
import dev.cpor.domain.Program;
import dev.cpor.domain.WithdrawalDetail;
import java.util.ArrayList;
import java.util.List;

/** The hand-picked claims of the sample: every status, every rule and its limits. */
final class SampleStories {
    /** What the README says of a claim. */
    record Shown(String section, String claimId, String what, String command) {}

    static final String STATUSES = "Statuses";
    static final String DEADLINES = "Deadlines";
    static final String INCENTIVE = "Incentive assessment";
    static final String PEOPLE = "What people do";
    static final String NIGHTS = "Where it matters whether a night ran every day";

    final List<Shown> shown = new ArrayList<>();
    private final Feeds feeds;
    private long number;

    SampleStories(Feeds feeds, long firstNumber) {
        this.feeds = feeds;
        this.number = firstNumber;
    }

    void tell() {
        statuses();
        deadlines();
        holds();
        ineligible();
        earning();
        people();
        nights();
    }

    private void statuses() {
        story(STATUSES, "show", "`EDITING`: a document is there, but it was never submitted", MUELLER, "2026-11-18")
                .sells("Power Apps", "12000.00", "EUR")
                .on("2026-11-19")
                .uploaded("project-plan.docx");
        story(STATUSES, "show", "`SUBMITTED`, in time", FORMULA, "2026-11-17")
                .runs("Teams", 400, 310)
                .submitted("2026-11-18");
        story(STATUSES, "show", "`UNDER_REVIEW`, in time", SAKURA, "2026-11-13")
                .sells("Dynamics 365 Finance", "5400000", "JPY")
                .submitted("2026-11-16")
                .underReview("2026-11-18");
        EventLog asked = story(
                        STATUSES,
                        "show",
                        "`PARTNER_ACTION_REQUIRED`, with comments of several lines",
                        MUELLER,
                        "2026-11-12")
                .runs("Intune", 320, 280)
                .submitted("2026-11-13")
                .underReview("2026-11-16")
                .asked("2026-11-18")
                .on("2026-11-19");
        asked.commentedByPartner("Grüß Gott,\n\nwir fragen beim Kunden nach.\r\n– Jürgen Öztürk");
        asked.commentedByReviewer("Danke!\tBitte \"Anlage 2\", unterschrieben; 署名もお願いします 🙏");
        story(STATUSES, "show", "`APPROVED`, the consent window runs", NOOR, "2026-11-09")
                .sells("Power BI", "9100.125", "KWD")
                .approved("2026-11-12", "2026-11-16");
        story(STATUSES, "show", "`APPROVED` and eligible", MUELLER, "2026-10-19")
                .sells("Dynamics 365 Customer Service", "48000.00", "EUR")
                .approved("2026-10-20", "2026-10-22");
        story(STATUSES, "show", "`REJECTED` by the reviewer", FORMULA, "2026-10-26")
                .runs("Defender", 250, 200)
                .rejected("2026-10-27", "2026-10-29");
    }

    private void deadlines() {
        story(DEADLINES, "history", "`REVIEW_START_OVERDUE` for the first time on 20 November", MUELLER, "2026-11-11")
                .runs("Teams", 900, 640)
                .submitted("2026-11-12");
        story(DEADLINES, "history", "one day later, hence not overdue yet", MUELLER, "2026-11-11")
                .runs("Teams", 900, 640)
                .submitted("2026-11-13");
        story(DEADLINES, "history", "`REVIEW_DECISION_OVERDUE` for the first time on 20 November", SAKURA, "2026-11-09")
                .runs("SharePoint", 500, 450)
                .submitted("2026-11-10")
                .underReview("2026-11-12");
        Story again = story(
                        DEADLINES,
                        "history",
                        "`DECISION_TARGET_MISSED`: each step in time, the whole is not",
                        FORMULA,
                        "2026-11-03")
                .runs("Exchange Online", 800, 640)
                .submitted("2026-11-04")
                .underReview("2026-11-06")
                .asked("2026-11-09")
                .submitted("2026-11-13");
        again.underReview("2026-11-17");
        story(DEADLINES, "history", "`PARTNER_RESPONSE_DUE` for the first time on 20 November", NOOR, "2026-11-12")
                .sells("Power Apps", "3000.000", "KWD")
                .submitted("2026-11-13")
                .underReview("2026-11-16")
                .asked("2026-11-17");
        story(DEADLINES, "history", "the last day for the partner is 20 November: not rejected yet", NOOR, "2026-11-10")
                .sells("Power Apps", "3000.000", "KWD")
                .submitted("2026-11-11")
                .underReview("2026-11-12")
                .asked("2026-11-13");
        story(DEADLINES, "history", "`NO_PARTNER_RESPONSE`: rejected by the night of 20 November", NOOR, "2026-11-09")
                .sells("Power Apps", "3000.000", "KWD")
                .submitted("2026-11-10")
                .underReview("2026-11-11")
                .asked("2026-11-12");
        story(
                        DEADLINES,
                        "history",
                        "`CUSTOMER_DECLINED`: declined on the 19th, rejected by the night",
                        FORMULA,
                        "2026-11-09")
                .runs("Teams", 450, 410)
                .approved("2026-11-10", "2026-11-13")
                .on("2026-11-19")
                .declined();
        story(DEADLINES, "history", "eighth day after approval: consent elapses on 20 November", MUELLER, "2026-11-09")
                .sells("Dynamics 365 Sales", "31250.00", "EUR")
                .approved("2026-11-10", "2026-11-12");
        story(DEADLINES, "history", "seventh day after approval: consent is still pending", MUELLER, "2026-11-09")
                .sells("Dynamics 365 Sales", "31250.00", "EUR")
                .approved("2026-11-10", "2026-11-13");
    }

    private void holds() {
        story(INCENTIVE, "show", "hold `PAYOUT_PROFILE_INVALID`", ROCKET, "2026-10-12")
                .runs("Teams", 700, 560)
                .approved("2026-10-13", "2026-10-16");
        story(
                        "the same, though it could not earn anyway (`RECOGNITION_ONLY`)",
                        ROCKET,
                        OSU,
                        REVENUE_ASSOCIATION,
                        "2026-10-12")
                .runs("Teams", 700, 560)
                .approved("2026-10-13", "2026-10-16");
        story(INCENTIVE, "show", "hold `NO_EXCHANGE_RATE`: nobody sent a rate for THB", MUELLER, "2026-10-19")
                .sells("Dynamics 365 Sales", "1250000.00", "THB")
                .runs("Teams", 300, 200)
                .approved("2026-10-20", "2026-10-23");
        story(
                        NIGHTS,
                        "history",
                        "first rate for TRY is of 9 November: held before, released then; one night finds it",
                        MUELLER,
                        "2026-10-19")
                .sells("Dynamics 365 Sales", "1875000.00", "TRY")
                .approved("2026-10-20", "2026-10-23");
    }

    private void ineligible() {
        story("`RECOGNITION_ONLY`", MUELLER, OSU, REVENUE_ASSOCIATION, "2026-10-05")
                .runs("Teams", 700, 560)
                .approved("2026-10-06", "2026-10-08");
        story("`PARTNER_NOT_ENROLLED`", USAGE_ONLY, OSA, PRE_SALES, "2026-10-05")
                .sells("Dynamics 365 Finance", "80000.00", "USD")
                .approved("2026-10-06", "2026-10-08");
        story(INCENTIVE, "show", "`NO_DESIGNATION` on line 2, line 1 earns", USAGE_ONLY, "2026-10-05")
                .sells("Dynamics 365 Finance", "80000.00", "USD")
                .runs("Teams", 700, 560)
                .approved("2026-10-06", "2026-10-08");
        story(INCENTIVE, "show", "`CHANNEL_NOT_ELIGIBLE`", MUELLER, "2026-10-06")
                .product("Dynamics 365 Sales", "CSP", "ACTIVE", 90, 80, "27000.00", "EUR")
                .approved("2026-10-07", "2026-10-09");
        story(INCENTIVE, "show", "`SUBSCRIPTION_NOT_ACTIVE` twice; the line in `GRACE` earns", MUELLER, "2026-10-06")
                .product("Dynamics 365 Sales", "DIRECT", "SUSPENDED", 90, 80, "27000.00", "EUR")
                .product("Dynamics 365 Finance", "DIRECT", "EXPIRED", 90, 80, "27000.00", "EUR")
                .product("Power BI", "VOLUME_LICENSING", "GRACE", 90, 80, "27000.00", "EUR")
                .approved("2026-10-07", "2026-10-09");
        story(INCENTIVE, "show", "`BELOW_MINIMUM_SEATS` with 149 seats", MUELLER, "2026-10-07")
                .runs("Teams", 149, 149)
                .approved("2026-10-08", "2026-10-13");
        story(INCENTIVE, "show", "150 seats are enough", MUELLER, "2026-10-07")
                .runs("Teams", 150, 149)
                .approved("2026-10-08", "2026-10-13");
        story("`NO_RATE`: the rate card has no pre-sales in OSU", MUELLER, OSU, PRE_SALES, "2026-10-07")
                .runs("Teams", 600, 550)
                .approved("2026-10-08", "2026-10-13");
        story(INCENTIVE, "show", "`NOTHING_TO_EARN`: nobody uses it", MUELLER, "2026-10-07")
                .runs("Teams", 600, 0)
                .approved("2026-10-08", "2026-10-13");
        story(
                        INCENTIVE,
                        "show",
                        "two reasons on one line: `CHANNEL_NOT_ELIGIBLE` and `SUBSCRIPTION_NOT_ACTIVE`",
                        SAKURA,
                        "2026-10-07")
                .product("Dynamics 365 Sales", "CSP", "EXPIRED", 90, 80, "2700000", "JPY")
                .approved("2026-10-08", "2026-10-13");
    }

    private void earning() {
        story(INCENTIVE, "show", "earns in JPY, which has no minor unit", SAKURA, "2026-10-08")
                .sells("Dynamics 365 Customer Service", "1234567", "JPY")
                .approved("2026-10-09", "2026-10-14");
        story(INCENTIVE, "show", "earns in KWD, which has three", NOOR, "2026-10-08")
                .sells("Dynamics 365 Sales", "10001.235", "KWD")
                .approved("2026-10-09", "2026-10-14");
        story("pre-sales earns too, in GBP", FORMULA, OSA, PRE_SALES, "2026-10-08")
                .sells("Dynamics 365 Finance", "64000.40", "GBP")
                .runs("SharePoint", 90, 60)
                .approved("2026-10-09", "2026-10-14");
        story(
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

    private void people() {
        for (WithdrawalDetail detail : WithdrawalDetail.values()) {
            story(PEOPLE, "show", "withdrawn by the partner: `" + detail + "`", SAKURA, "2026-11-02")
                    .runs("Teams", 300, 250)
                    .submitted("2026-11-03")
                    .on("2026-11-05")
                    .withdrawn(detail);
        }
        story(
                        NIGHTS,
                        "history",
                        "withdrawn while on hold, consent `ELAPSED`; one night finds it still `PENDING`",
                        ROCKET,
                        "2026-10-05")
                .runs("Teams", 300, 250)
                .approved("2026-10-06", "2026-10-08")
                .on("2026-10-28")
                .withdrawn(WithdrawalDetail.WRONG_MPN);
        EventLog upheld = story(PEOPLE, "history", "dispute upheld, then approved and eligible", MUELLER, "2026-10-12")
                .sells("Dynamics 365 Sales", "52000.00", "EUR")
                .runs("Teams", 300, 250)
                .rejected("2026-10-13", "2026-10-16")
                .on("2026-10-20");
        upheld.disputed("Page 3 has the signature.\nPlease look again.");
        upheld.later(2);
        upheld.disputeClosed(true, "Page 3 was overlooked.");
        upheld.later(3);
        upheld.approved();
        EventLog denied = story(PEOPLE, "history", "dispute denied: the rejection is final", FORMULA, "2026-10-12")
                .runs("Intune", 300, 250)
                .rejected("2026-10-13", "2026-10-16")
                .on("2026-10-20");
        denied.disputed("We did the work.");
        denied.later(3);
        denied.disputeClosed(false, "Nothing new was shown.");
        story(PEOPLE, "show", "dispute open, on the thirtieth day after the rejection", SAKURA, "2026-10-14")
                .runs("Intune", 300, 250)
                .rejected("2026-10-15", "2026-10-20")
                .on("2026-11-19")
                .disputed("書類は二ページ目にあります。");
        EventLog edited = story(
                        PEOPLE, "history", "moved to another partner, and a line taken out", MUELLER, "2026-10-19")
                .sells("Power BI", "15000.00", "EUR")
                .runs("Defender", 800, 700)
                .submitted("2026-10-20")
                .underReview("2026-10-21")
                .asked("2026-10-22")
                .on("2026-10-26");
        edited.edited(EditedField.MPN_ID, FORMULA.mpnId());
        edited.edited(EditedField.CLAIM_NAME, "Ändern & löschen – 第2版 🧾");
        edited.edited(EditedField.REMOVE_LINE, "2");
        edited.submitted();
        story(
                        PEOPLE,
                        "history",
                        "answered on the fifth business day, the last one, after a reminder",
                        NOOR,
                        "2026-11-02")
                .sells("Power BI", "9000.000", "KWD")
                .submitted("2026-11-03")
                .underReview("2026-11-04")
                .asked("2026-11-05")
                .submitted("2026-11-13");
    }

    private void nights() {
        EventLog late = story(
                        NIGHTS,
                        "history",
                        "answered after the deadline: rejected and the answer refused; one night takes it",
                        MUELLER,
                        "2026-10-19")
                .runs("Teams", 333, 222)
                .submitted("2026-10-20")
                .underReview("2026-10-21")
                .asked("2026-10-22")
                .on("2026-11-05");
        late.submitted();
        EventLog disputed = story(
                        NIGHTS,
                        "history",
                        "disputes the rejection by the night; one night refuses that",
                        SAKURA,
                        "2026-10-05")
                .runs("Teams", 333, 222)
                .submitted("2026-10-06")
                .underReview("2026-10-07")
                .asked("2026-10-08")
                .on("2026-10-27");
        disputed.disputed("The answer was sent by mail.");
        disputed.later(2);
        disputed.disputeClosed(true, "The mail has been found.");
        story(
                        NIGHTS,
                        "history",
                        "declined on the ninth day: refused as a reject; one night rejects the claim",
                        FORMULA,
                        "2026-10-19")
                .runs("Teams", 333, 222)
                .approved("2026-10-20", "2026-10-22")
                .on("2026-10-31")
                .declined();
        story(
                        NIGHTS,
                        "history",
                        "withdrawn after hand-off: refused (`ALREADY_ASSESSED`); one night takes it",
                        NOOR,
                        "2026-10-19")
                .runs("Teams", 333, 222)
                .approved("2026-10-20", "2026-10-22")
                .on("2026-11-10")
                .withdrawn(WithdrawalDetail.NO_LONGER_WORKING_WITH_CUSTOMER);
    }

    private Story story(String section, String command, String what, Party party, String created) {
        return story(section, command, what, party, OSU, USAGE, created);
    }

    private Story story(String what, Party party, Program program, Activity activity, String created) {
        return story(INCENTIVE, "show", what, party, program, activity, created);
    }

    private Story story(
            String section,
            String command,
            String what,
            Party party,
            Program program,
            Activity activity,
            String created) {
        String name = program + " " + section.split(" ")[0] + " – " + party.name();
        Story story = new Story(feeds, number++, party, program, activity, name, created);
        shown.add(new Shown(section, story.claim().claimId(), what, command));
        return story;
    }
}
