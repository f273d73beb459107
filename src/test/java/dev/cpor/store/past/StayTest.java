package dev.cpor.store.past;

import static dev.cpor.domain.ReasonCode.PARTNER_RESPONSE_DUE;
import static dev.cpor.domain.ReasonCode.REVIEW_START_OVERDUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.Consent;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import dev.cpor.store.statement.Bind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a history says that a claim stood. */
class StayTest {
    private final List<PastStep> steps = new ArrayList<>();

    @Test
    void aStayBeginsWithTheStatusAndKeepsWhatIsNotedInIt() {
        step("CLAIM_CREATED", Status.EDITING, "2026-11-02", null);
        step("CLAIM_SUBMITTED", Status.SUBMITTED, "2026-11-03", null);
        step("COMMENTED", Status.SUBMITTED, "2026-11-04", null);
        step("ESCALATED", Status.SUBMITTED, "2026-11-12", REVIEW_START_OVERDUE);

        assertThat(Stay.after(steps)).isEqualTo(stay(Status.SUBMITTED, "2026-11-03", REVIEW_START_OVERDUE));

        step("REVIEW_STARTED", Status.UNDER_REVIEW, "2026-11-13", null);
        assertThat(Stay.after(steps)).isEqualTo(stay(Status.UNDER_REVIEW, "2026-11-13"));
    }

    @Test
    void aStayThatWasPutBackGoesOn() {
        step("INFORMATION_REQUESTED", Status.PARTNER_ACTION_REQUIRED, "2026-11-02", null);
        step("REJECTED", Status.REJECTED, "2026-11-06", ReasonCode.NO_PARTNER_RESPONSE);
        putBack(Status.PARTNER_ACTION_REQUIRED, "2026-11-02");
        step("REMINDED", Status.PARTNER_ACTION_REQUIRED, "2026-11-07", PARTNER_RESPONSE_DUE);

        assertThat(Stay.after(steps))
                .isEqualTo(stay(Status.PARTNER_ACTION_REQUIRED, "2026-11-02", PARTNER_RESPONSE_DUE));

        step("REJECTED", Status.REJECTED, "2026-11-08", ReasonCode.NO_PARTNER_RESPONSE);
        putBack(Status.PARTNER_ACTION_REQUIRED, "2026-11-02", PARTNER_RESPONSE_DUE);
        assertThat(Stay.after(steps))
                .isEqualTo(stay(Status.PARTNER_ACTION_REQUIRED, "2026-11-02", PARTNER_RESPONSE_DUE));
    }

    private static Stay stay(Status status, String since, ReasonCode... notes) {
        return new Stay(status, Consent.NONE, LocalDate.parse(since), Set.of(notes));
    }

    private void step(String kind, Status status, String day, @Nullable ReasonCode reason) {
        add(kind, status, day, Bind.name(reason), null);
    }

    private void putBack(Status status, String since, ReasonCode... notes) {
        add(
                "REINSTATED",
                status,
                "2026-12-24",
                null,
                new PastStep.PutBack(steps.size(), LocalDate.parse(since), Set.of(notes)));
    }

    private void add(
            String kind, Status status, String day, @Nullable String reason, PastStep.@Nullable PutBack putBack) {
        steps.add(new PastStep(
                1, steps.size() + 1, 1, kind, status, Consent.NONE, LocalDate.parse(day), reason, null, putBack));
    }
}
