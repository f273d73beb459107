package dev.cpor.generate;

import static dev.cpor.generate.Party.FORMULA;
import static dev.cpor.generate.Party.MUELLER;
import static dev.cpor.generate.Party.NOOR;
import static dev.cpor.generate.Party.ROCKET;
import static dev.cpor.generate.Party.SAKURA;
import static dev.cpor.generate.SampleStories.NIGHTS;
import static dev.cpor.generate.SampleStories.PEOPLE;

import dev.cpor.domain.EditedField;
import dev.cpor.domain.WithdrawalDetail;

/** Claims that show what people do, and where it matters which nights ran. */
final class PeopleStories {
    private final SampleStories stories;

    PeopleStories(SampleStories stories) {
        this.stories = stories;
    }

    void tell() {
        people();
        nights();
    }

    private void people() {
        for (WithdrawalDetail detail : WithdrawalDetail.values()) {
            stories.story(PEOPLE, "show", "withdrawn by the partner: `" + detail + "`", SAKURA, "2026-11-02")
                    .runs("Teams", 300, 250)
                    .submitted("2026-11-03")
                    .on("2026-11-05")
                    .withdrawn(detail);
        }
        stories.story(
                        NIGHTS,
                        "history",
                        "withdrawn while on hold, consent `ELAPSED`; one night finds it still `PENDING`",
                        ROCKET,
                        "2026-10-05")
                .runs("Teams", 300, 250)
                .approved("2026-10-06", "2026-10-08")
                .on("2026-10-28")
                .withdrawn(WithdrawalDetail.WRONG_MPN);
        EventLog upheld = stories.story(
                        PEOPLE, "history", "dispute upheld, then approved and eligible", MUELLER, "2026-10-12")
                .sells("Dynamics 365 Sales", "52000.00", "EUR")
                .runs("Teams", 300, 250)
                .rejected("2026-10-13", "2026-10-16")
                .on("2026-10-20");
        upheld.disputed("Page 3 has the signature.\nPlease look again.");
        upheld.later(2);
        upheld.disputeClosed(true, "Page 3 was overlooked.");
        upheld.later(3);
        upheld.approved();
        EventLog denied = stories.story(
                        PEOPLE, "history", "dispute denied: the rejection is final", FORMULA, "2026-10-12")
                .runs("Intune", 300, 250)
                .rejected("2026-10-13", "2026-10-16")
                .on("2026-10-20");
        denied.disputed("We did the work.");
        denied.later(3);
        denied.disputeClosed(false, "Nothing new was shown.");
        stories.story(PEOPLE, "show", "dispute open, on the thirtieth day after the rejection", SAKURA, "2026-10-14")
                .runs("Intune", 300, 250)
                .rejected("2026-10-15", "2026-10-20")
                .on("2026-11-19")
                .disputed("書類は二ページ目にあります。");
        EventLog edited = stories.story(
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
        stories.story(
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
        EventLog late = stories.story(
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
        EventLog disputed = stories.story(
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
        stories.story(
                        NIGHTS,
                        "history",
                        "declined on the ninth day: refused as a reject; one night rejects the claim",
                        FORMULA,
                        "2026-10-19")
                .runs("Teams", 333, 222)
                .approved("2026-10-20", "2026-10-22")
                .on("2026-10-31")
                .declined();
        stories.story(
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
}
