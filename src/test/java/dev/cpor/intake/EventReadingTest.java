package dev.cpor.intake;

import static dev.cpor.domain.RejectCode.MALFORMED_VALUE;
import static dev.cpor.domain.RejectCode.MISSING_VALUE;
import static dev.cpor.domain.RejectCode.ROLE_NOT_ALLOWED;
import static dev.cpor.domain.RejectCode.TOO_LONG;
import static dev.cpor.domain.RejectCode.UNKNOWN_VALUE;
import static dev.cpor.intake.FeedSamples.aRowOf;
import static dev.cpor.intake.FeedSamples.anEvent;
import static dev.cpor.intake.FeedSamples.anUpload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.ActorRole;
import dev.cpor.domain.ClaimEvent;
import dev.cpor.domain.EditedField;
import dev.cpor.domain.EventType;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.WithdrawalDetail;
import dev.cpor.intake.FeedSamples.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReadingTest {
    @Test
    void readsAComment() {
        assertThat(aRowOf(Feed.EVENTS).read())
                .isEqualTo(new Parsed.EventRow(new ClaimEvent(
                        "e-1",
                        "C-1",
                        Instant.parse("2026-11-03T09:00:00Z"),
                        LocalDate.parse("2026-11-03"),
                        EventType.COMMENTED,
                        ActorRole.PARTNER,
                        "anna",
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        "Done")));
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIM_SUBMITTED, PARTNER",
        "REVIEW_STARTED, REVIEWER",
        "CLAIM_APPROVED, REVIEWER",
        "CONSENT_DECLINED, CUSTOMER",
        "DISPUTE_UPHELD, SUPPORT",
        "DISPUTE_DENIED, SUPPORT"
    })
    void ignoresEveryFieldThatATypeDoesNotUse(String type, String role) {
        Sample event = anEvent(type, role);
        for (String column :
                List.of("reason", "detail", "field", "value", "document_name", "document_sha256", "comment")) {
            event = event.with(column, "\0" + "x".repeat(5_000));
        }
        ClaimEvent read = read(event);

        assertThat(read.reasons()).isEmpty();
        assertThat(new Object[] {
                    read.detail(),
                    read.field(),
                    read.value(),
                    read.documentName(),
                    read.documentSha256(),
                    read.comment()
                })
                .containsOnlyNulls();
    }

    @Test
    void needsAKnownTypeAndRole() {
        aRowOf(Feed.EVENTS)
                .with("type", "CLAIM_DELETED")
                .isRefused(
                        UNKNOWN_VALUE,
                        "The column type has \"CLAIM_DELETED\", expected one of CLAIM_EDITED, POE_UPLOADED, CLAIM_SUBMITTED, REVIEW_STARTED, INFORMATION_REQUESTED, CLAIM_APPROVED, CLAIM_REJECTED, COMMENTED, CONSENT_DECLINED, CLAIM_WITHDRAWN, DISPUTE_UPHELD, DISPUTE_DENIED.");
        aRowOf(Feed.EVENTS)
                .with("actor_role", "FINANCE")
                .isRefused(
                        UNKNOWN_VALUE,
                        "The column actor_role has \"FINANCE\", expected one of PARTNER, REVIEWER, CUSTOMER, SUPPORT.");
    }

    @Test
    void letsARoleDoOnlyWhatIsItsOwn() {
        anEvent("CLAIM_SUBMITTED", "REVIEWER")
                .isRefused(
                        ROLE_NOT_ALLOWED, "The column actor_role has REVIEWER, expected PARTNER for CLAIM_SUBMITTED.");
        anEvent("COMMENTED", "CUSTOMER")
                .isRefused(
                        ROLE_NOT_ALLOWED,
                        "The column actor_role has CUSTOMER, expected PARTNER or REVIEWER for COMMENTED.");
    }

    @Test
    void readsAnEdit() {
        Sample edit = anEvent("CLAIM_EDITED", "PARTNER");

        assertThat(read(edit.with("field", "mpn_id").with("value", "4712")))
                .returns(EditedField.MPN_ID, ClaimEvent::field)
                .returns("4712", ClaimEvent::value);
        assertThat(read(edit.with("field", "remove_line").with("value", "2")).value())
                .isEqualTo("2");
        assertThat(read(edit.with("field", "customer_contact")).value()).isNull();
        assertThat(read(edit.with("field", "partner_contact")).value()).isNull();
        edit.isRefused(MISSING_VALUE, "The column field is empty, expected a value.");
        edit.with("field", "program")
                .isRefused(
                        UNKNOWN_VALUE,
                        "The column field has \"program\", expected one of mpn_id, claim_name, customer_contact, partner_contact, remove_line.");
        edit.with("field", "partner_contact")
                .with("value", "x".repeat(201))
                .isRefused(TOO_LONG, "The column value has a text of 201 characters, expected at most 200.");
        for (String field : List.of("mpn_id", "claim_name", "remove_line")) {
            edit.with("field", field).isRefused(MISSING_VALUE, "The column value is empty, expected a value.");
        }
        edit.with("field", "remove_line")
                .with("value", "0")
                .isRefused(
                        MALFORMED_VALUE,
                        "The column value has \"0\", expected a whole number from 1 to 2147483647, digits only.");
    }

    @Test
    void readsAnUpload() {
        assertThat(read(anUpload()))
                .returns("poe.pdf", ClaimEvent::documentName)
                .satisfies(read -> assertThat(read.documentSha256()).hasSize(64));
        anUpload()
                .with("document_name", "")
                .isRefused(MISSING_VALUE, "The column document_name is empty, expected a value.");
        anUpload()
                .with("document_sha256", "")
                .isRefused(MISSING_VALUE, "The column document_sha256 is empty, expected a value.");
    }

    @Test
    void needsASha256OfHexDigits() {
        String digits = "0".repeat(63);
        String message = "The column document_sha256 has \"%s\", expected a SHA-256 of 64 hex digits.";

        anUpload().with("document_sha256", digits).isRefused(MALFORMED_VALUE, message.formatted("0".repeat(40) + "…"));
        anUpload()
                .with("document_sha256", "g" + digits)
                .isRefused(MALFORMED_VALUE, message.formatted("g" + "0".repeat(39) + "…"));
    }

    @Test
    void readsAnInformationRequest() {
        Sample request = anEvent("INFORMATION_REQUESTED", "REVIEWER").with("comment", "Please sign it");

        assertThat(read(request.with("reason", "MISSING_PRODUCTS;MISSING_ALL_POE")))
                .returns("Please sign it", ClaimEvent::comment)
                .satisfies(read -> assertThat(read.reasons())
                        .containsExactly(ReasonCode.MISSING_ALL_POE, ReasonCode.MISSING_PRODUCTS));
        request.isRefused(MISSING_VALUE, "The column reason is empty, expected a value.");
        request.with("reason", "MISSING_ALL_POE;POE_UNAVAILABLE")
                .isRefused(
                        UNKNOWN_VALUE,
                        "The column reason has \"POE_UNAVAILABLE\", expected one of MISSING_ALL_POE, MISSING_CUSTOMER_ACKNOWLEDGMENT, MISSING_OR_OLD_DATES, MISSING_PARTNER_SOLUTION, MISSING_PRODUCTS.");
        request.with("reason", "MISSING_ALL_POE")
                .with("comment", "")
                .isRefused(MISSING_VALUE, "The column comment is empty, expected a value.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MISSING_ALL_POE", "MISSING_PRODUCTS;INSUFFICIENT_POE", "PAYOUT_PROFILE_INVALID"})
    void rejectsForOneOfSevenReasons(String reason) {
        Sample rejection = anEvent("CLAIM_REJECTED", "REVIEWER");

        assertThat(read(rejection.with("reason", "MISSING_PRODUCTS")).reasons())
                .containsExactly(ReasonCode.MISSING_PRODUCTS);
        rejection.isRefused(MISSING_VALUE, "The column reason is empty, expected a value.");
        rejection
                .with("reason", reason)
                .isRefused(
                        UNKNOWN_VALUE,
                        "The column reason has \"%s\", expected one of MISSING_PRODUCTS, PARTNER_REQUEST, CUSTOMER_DECLINED, INSUFFICIENT_POE, MISSING_CUSTOMER_CONSENT, NO_PARTNER_RESPONSE, POE_UNAVAILABLE."
                                .formatted(reason));
    }

    @Test
    void withdrawsWithOneOfThreeDetails() {
        Sample withdrawal = anEvent("CLAIM_WITHDRAWN", "PARTNER");

        assertThat(read(withdrawal.with("detail", "WRONG_MPN")).detail()).isEqualTo(WithdrawalDetail.WRONG_MPN);
        withdrawal.isRefused(MISSING_VALUE, "The column detail is empty, expected a value.");
        withdrawal
                .with("detail", "TIRED")
                .isRefused(
                        UNKNOWN_VALUE,
                        "The column detail has \"TIRED\", expected one of WRONG_MPN, WRONG_ACTIVITY, NO_LONGER_WORKING_WITH_CUSTOMER.");
    }

    @Test
    void needsTheTextOfAComment() {
        Sample comment = aRowOf(Feed.EVENTS);

        comment.with("comment", "").isRefused(MISSING_VALUE, "The column comment is empty, expected a value.");
        comment.with("comment", "😀".repeat(4_000)).isAccepted();
        comment.with("comment", "😀".repeat(4_001))
                .isRefused(TOO_LONG, "The column comment has a text of 4001 characters, expected at most 4000.");
    }

    private static ClaimEvent read(Sample sample) {
        sample.isAccepted();
        return ((Parsed.EventRow) sample.read()).event();
    }
}
