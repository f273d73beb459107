package dev.cpor.domain;

import static dev.cpor.domain.AClaim.aClaim;
import static dev.cpor.domain.LifecycleFixture.LIFECYCLE;
import static dev.cpor.domain.LifecycleFixture.aLine;
import static dev.cpor.domain.LifecycleFixture.anEdit;
import static dev.cpor.domain.LifecycleFixture.applied;
import static dev.cpor.domain.LifecycleFixture.isRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EditingTest {
    @Test
    void changesTheFieldAndNothingElse() {
        Claim claim = aClaim().build();

        Claim renamed = applied(LIFECYCLE.apply(claim, anEdit(EditedField.CLAIM_NAME, "Renewal")));
        Claim moved = applied(LIFECYCLE.apply(claim, anEdit(EditedField.MPN_ID, "4712")));
        Claim contacts = applied(LIFECYCLE.apply(
                applied(LIFECYCLE.apply(claim, anEdit(EditedField.CUSTOMER_CONTACT, null))),
                anEdit(EditedField.PARTNER_CONTACT, "anna")));

        assertThat(renamed.claimName()).isEqualTo("Renewal");
        assertThat(renamed.mpnId()).isEqualTo("4711");
        assertThat(moved.mpnId()).isEqualTo("4712");
        assertThat(moved.claimName()).isEqualTo("Rollout");
        assertThat(contacts.customerContact()).isNull();
        assertThat(contacts.partnerContact()).isEqualTo("anna");
        assertThat(contacts.version()).isEqualTo(9);
    }

    @Test
    void movesAClaimToNoPartnerThatNobodyNamed() {
        isRefused(LIFECYCLE.apply(aClaim().build(), anEdit(EditedField.MPN_ID, "9999")), RejectCode.UNKNOWN_PARTNER);
    }

    @Test
    void removesALineOnceAndForEver() {
        Claim without =
                applied(LIFECYCLE.apply(aClaim().withLine(2, "Teams").build(), anEdit(EditedField.REMOVE_LINE, "1")));

        assertThat(without.lines()).isEqualTo(Map.of(2, "Teams"));
        isRefused(LIFECYCLE.apply(without, anEdit(EditedField.REMOVE_LINE, "1")), RejectCode.UNKNOWN_LINE);
        isRefused(LIFECYCLE.takeLine(without, aLine(1, "sub-1")), RejectCode.LINE_REMOVED);
        isRefused(LIFECYCLE.apply(without, anEdit(EditedField.REMOVE_LINE, "3")), RejectCode.UNKNOWN_LINE);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void takesANewLineOnlyWhileThePartnerMayEdit(Status status) {
        Outcome outcome = LIFECYCLE.takeLine(aClaim().in(status).build(), aLine(2, "sub-2"));

        switch (status) {
            case EDITING, SUBMITTED, PARTNER_ACTION_REQUIRED ->
                assertThat(applied(outcome).lines()).isEqualTo(Map.of(1, "sub-1", 2, "sub-2"));
            case UNDER_REVIEW, APPROVED, REJECTED -> isRefused(outcome, RejectCode.STATUS_NOT_ALLOWED);
        }
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void updatesALineInEveryStatusWithoutAHistoryRow(Status status) {
        Claim after = applied(LIFECYCLE.takeLine(aClaim().in(status).build(), aLine(1, "sub-9")));

        assertThat(after.lines()).isEqualTo(Map.of(1, "sub-9"));
        assertThat(after.version()).isEqualTo(7);
    }
}
