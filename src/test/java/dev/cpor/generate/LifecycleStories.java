package dev.cpor.generate;

import static dev.cpor.generate.Party.FORMULA;
import static dev.cpor.generate.Party.MUELLER;
import static dev.cpor.generate.Party.NOOR;
import static dev.cpor.generate.Party.SAKURA;
import static dev.cpor.generate.SampleStories.DEADLINES;
import static dev.cpor.generate.SampleStories.STATUSES;

/** Claims for every status and every deadline, with those just within it. */
final class LifecycleStories {
    private final SampleStories stories;

    LifecycleStories(SampleStories stories) {
        this.stories = stories;
    }

    void tell() {
        statuses();
        deadlines();
    }

    private void statuses() {
        stories.story(
                        STATUSES,
                        "show",
                        "`EDITING`: a document is there, but it was never submitted",
                        MUELLER,
                        "2026-11-18")
                .sells("Power Apps", "12000.00", "EUR")
                .on("2026-11-19")
                .uploaded("project-plan.docx");
        stories.story(STATUSES, "show", "`SUBMITTED`, in time", FORMULA, "2026-11-17")
                .runs("Teams", 400, 310)
                .submitted("2026-11-18");
        stories.story(STATUSES, "show", "`UNDER_REVIEW`, in time", SAKURA, "2026-11-13")
                .sells("Dynamics 365 Finance", "5400000", "JPY")
                .submitted("2026-11-16")
                .underReview("2026-11-18");
        EventLog asked = stories.story(
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
        stories.story(STATUSES, "show", "`APPROVED`, the consent window runs", NOOR, "2026-11-09")
                .sells("Power BI", "9100.125", "KWD")
                .approved("2026-11-12", "2026-11-16");
        stories.story(STATUSES, "show", "`APPROVED` and eligible", MUELLER, "2026-10-19")
                .sells("Dynamics 365 Customer Service", "48000.00", "EUR")
                .approved("2026-10-20", "2026-10-22");
        stories.story(STATUSES, "show", "`REJECTED` by the reviewer", FORMULA, "2026-10-26")
                .runs("Defender", 250, 200)
                .rejected("2026-10-27", "2026-10-29");
    }

    private void deadlines() {
        stories.story(
                        DEADLINES,
                        "history",
                        "`REVIEW_START_OVERDUE` for the first time on 20 November",
                        MUELLER,
                        "2026-11-11")
                .runs("Teams", 900, 640)
                .submitted("2026-11-12");
        stories.story(DEADLINES, "history", "one day later, hence not overdue yet", MUELLER, "2026-11-11")
                .runs("Teams", 900, 640)
                .submitted("2026-11-13");
        stories.story(
                        DEADLINES,
                        "history",
                        "`REVIEW_DECISION_OVERDUE` for the first time on 20 November",
                        SAKURA,
                        "2026-11-09")
                .runs("SharePoint", 500, 450)
                .submitted("2026-11-10")
                .underReview("2026-11-12");
        Story again = stories.story(
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
        stories.story(
                        DEADLINES,
                        "history",
                        "`PARTNER_RESPONSE_DUE` for the first time on 20 November",
                        NOOR,
                        "2026-11-12")
                .sells("Power Apps", "3000.000", "KWD")
                .submitted("2026-11-13")
                .underReview("2026-11-16")
                .asked("2026-11-17");
        stories.story(
                        DEADLINES,
                        "history",
                        "the last day for the partner is 20 November: not rejected yet",
                        NOOR,
                        "2026-11-10")
                .sells("Power Apps", "3000.000", "KWD")
                .submitted("2026-11-11")
                .underReview("2026-11-12")
                .asked("2026-11-13");
        stories.story(
                        DEADLINES,
                        "history",
                        "`NO_PARTNER_RESPONSE`: rejected by the night of 20 November",
                        NOOR,
                        "2026-11-09")
                .sells("Power Apps", "3000.000", "KWD")
                .submitted("2026-11-10")
                .underReview("2026-11-11")
                .asked("2026-11-12");
        stories.story(
                        DEADLINES,
                        "history",
                        "`CUSTOMER_DECLINED`: declined on the 19th, rejected by the night",
                        FORMULA,
                        "2026-11-09")
                .runs("Teams", 450, 410)
                .approved("2026-11-10", "2026-11-13")
                .on("2026-11-19")
                .declined();
        stories.story(
                        DEADLINES,
                        "history",
                        "eighth day after approval: consent elapses on 20 November",
                        MUELLER,
                        "2026-11-09")
                .sells("Dynamics 365 Sales", "31250.00", "EUR")
                .approved("2026-11-10", "2026-11-12");
        stories.story(
                        DEADLINES,
                        "history",
                        "seventh day after approval: consent is still pending",
                        MUELLER,
                        "2026-11-09")
                .sells("Dynamics 365 Sales", "31250.00", "EUR")
                .approved("2026-11-10", "2026-11-13");
    }
}
