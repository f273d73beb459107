package dev.cpor.intake;

import static dev.cpor.intake.FeedSamples.aRowOf;
import static dev.cpor.intake.FeedSamples.anEvent;
import static dev.cpor.intake.FeedSamples.anUpload;
import static dev.cpor.intake.FeedSamples.calendarIn;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Claim;
import dev.cpor.domain.KnownParties;
import dev.cpor.domain.RejectCode;
import dev.cpor.domain.Status;
import dev.cpor.intake.FeedSamples.Sample;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TurnPageTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final KnownParties ALL_KNOWN = new KnownParties() {
        @Override
        public boolean isPartner(String mpnId) {
            return true;
        }

        @Override
        public boolean isCustomer(String tenantId) {
            return true;
        }
    };

    private final List<WaitingRow> rows = new ArrayList<>();

    private TurnPageTest row(String key, Sample sample) {
        String claimId = sample.fields().get(sample.feed().position("claim_id"));
        rows.add(new WaitingRow(rows.size() + 1, 1, rows.size() + 2, sample.feed(), key, claimId, sample.fields()));
        return this;
    }

    private static Sample created(String at) {
        return aRowOf(Feed.CLAIMS).with("created_at", at);
    }

    private static Sample comment(String at) {
        return aRowOf(Feed.EVENTS).with("occurred_at", at);
    }

    private ClaimTurn turn(LocalDate businessDate, BusinessCalendar calendar, Claim... existing) {
        Map<String, Claim> claims = List.of(existing).stream().collect(toMap(Claim::claimId, claim -> claim));
        List<ClaimTurn> turns = TurnPage.of(rows, calendar).take(businessDate, claims, ALL_KNOWN);
        assertThat(turns).hasSize(1);
        return turns.get(0);
    }

    private ClaimTurn turn(Claim... existing) {
        return turn(DAY, FeedSamples.CALENDAR, existing);
    }

    private static List<String> keys(ClaimTurn turn) {
        return turn.applied().stream().map(applied -> applied.row().key()).toList();
    }

    @Test
    void takesRowsByInstantThenById() {
        row("C-1", created("2026-11-02T10:00:00Z"))
                .row("e-3", comment("2026-11-03T10:00:00.000000002Z"))
                .row("e-2", comment("2026-11-03T10:00:00.000000001Z"))
                .row("e-1", comment("2026-11-03T11:00:00.000000001+01:00"))
                .row("\uD83D\uDE00", comment("2026-11-04T10:00:00Z"))
                .row("\uFF5E", comment("2026-11-04T10:00:00Z"));

        assertThat(keys(turn())).containsExactly("C-1", "e-1", "e-2", "e-3", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void takesACreationFirstAtItsInstantAndNotBefore() {
        row("A", comment("2026-11-02T10:00:00Z"))
                .row("C-1", created("2026-11-02T10:00:00Z"))
                .row("B", comment("2026-11-02T09:59:59.999999999Z"));

        ClaimTurn turn = turn();

        assertThat(keys(turn)).containsExactly("C-1", "A");
        assertThat(turn.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.row().key()).isEqualTo("B");
            assertThat(refused.refusal().code()).isEqualTo(RejectCode.UNKNOWN_CLAIM);
        });
    }

    @Test
    void givesTheSameForEveryOrderInWhichRowsCame() {
        row("C-1", created("2026-11-02T10:00:00Z"))
                .row("e-1", anUpload().with("occurred_at", "2026-11-03T08:00:00Z"))
                .row("e-2", anEvent("CLAIM_SUBMITTED", "PARTNER").with("occurred_at", "2026-11-03T08:00:00Z"))
                .row("e-3", anEvent("REVIEW_STARTED", "REVIEWER").with("occurred_at", "2026-11-04T08:00:00Z"))
                .row("C-1/1", aRowOf(Feed.CLAIM_LINES));
        ClaimTurn expected = turn();
        for (int seed = 1; seed <= 20; seed++) {
            Collections.shuffle(rows, new Random(seed));

            assertThat(turn()).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(expected.after()).extracting(Claim::status).isEqualTo(Status.UNDER_REVIEW);
    }

    @Test
    void letsALineWaitForItsClaimHoweverLong() {
        row("C-1/1", aRowOf(Feed.CLAIM_LINES));

        ClaimTurn turn = turn();

        assertThat(turn.waits()).isTrue();
        assertThat(turn.nextDay()).isNull();
        assertThat(turn.refused()).isEmpty();
    }

    @Test
    void letsALineWaitForTheDayOfItsClaim() {
        row("C-1", created("2026-11-21T00:00:00Z")).row("C-1/1", aRowOf(Feed.CLAIM_LINES));

        ClaimTurn early = turn();
        ClaimTurn onItsDay = turn(DAY.plusDays(1), FeedSamples.CALENDAR);

        assertThat(early.waits()).isTrue();
        assertThat(early.nextDay()).isEqualTo(DAY.plusDays(1));
        assertThat(early.applied()).isEmpty();
        assertThat(keys(onItsDay)).containsExactly("C-1", "C-1/1");
        assertThat(onItsDay.waits()).isFalse();
    }

    @Test
    void takesTheLineThatCameLast() {
        row("C-1", created("2026-11-02T10:00:00Z"))
                .row("C-1/1", aRowOf(Feed.CLAIM_LINES).with("subscription_id", "old"))
                .row("C-1/1", aRowOf(Feed.CLAIM_LINES).with("subscription_id", "new"));

        assertThat(turn().after()).extracting(Claim::lines).isEqualTo(Map.of(1, "new"));
    }

    @Test
    void takesLinesOfAnExistingClaimBeforeTheDaysEvents() {
        row("C-1", created("2026-11-02T10:00:00Z")).row("e-1", anUpload());
        Claim claim = Objects.requireNonNull(turn().after());
        rows.clear();
        row("e-2", anEvent("CLAIM_SUBMITTED", "PARTNER").with("occurred_at", "2026-11-10T10:00:00Z"))
                .row("C-1/1", aRowOf(Feed.CLAIM_LINES));

        assertThat(keys(turn(claim))).containsExactly("C-1/1", "e-2");
    }

    @Test
    void countsTheDayInTheCalendarsZone() {
        row("C-1", created("2026-11-20T23:30:00-00:00"));

        BusinessCalendar tokyo = calendarIn(ZoneId.of("Asia/Tokyo"));

        assertThat(turn(DAY, FeedSamples.CALENDAR).applied()).hasSize(1);
        assertThat(turn(DAY, tokyo).nextDay()).isEqualTo(DAY.plusDays(1));
        assertThat(turn(DAY.plusDays(1), tokyo).after())
                .extracting(Claim::statusSince)
                .isEqualTo(DAY.plusDays(1));
    }

    @Test
    void namesThePartnersAndCustomersThatRowsNeed() {
        row("C-1", created("2026-11-02T10:00:00Z"))
                .row(
                        "e-1",
                        anEvent("CLAIM_EDITED", "PARTNER")
                                .with("field", "mpn_id")
                                .with("value", "4712"));

        TurnPage page = TurnPage.of(rows, FeedSamples.CALENDAR);

        assertThat(page.mpnIds()).containsExactly("4711", "4712");
        assertThat(page.tenantIds()).containsExactly("t-1");
    }
}
