package dev.cpor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that are right by themselves, and what a test says about their outcome. */
final class LifecycleFixture {
    static final LocalDate DAY = LocalDate.parse("2026-11-20");
    static final ClaimLifecycle LIFECYCLE = new ClaimLifecycle(new KnownParties() {
        @Override
        public boolean isPartner(String mpnId) {
            return Set.of("4711", "4712").contains(mpnId);
        }

        @Override
        public boolean isCustomer(String tenantId) {
            return tenantId.equals("t-1");
        }
    });

    private LifecycleFixture() {}

    /** Returns an event of that type with all that the type needs. */
    static ClaimEvent anEvent(EventType type) {
        return switch (type) {
            case CLAIM_EDITED -> anEdit(EditedField.CLAIM_NAME, "Renewal");
            case POE_UPLOADED -> event(type, Set.of(), null, null, null, "poe.pdf");
            case INFORMATION_REQUESTED ->
                event(
                        type,
                        Set.of(ReasonCode.MISSING_PRODUCTS, ReasonCode.MISSING_OR_OLD_DATES),
                        null,
                        null,
                        null,
                        null);
            case CLAIM_REJECTED -> event(type, Set.of(ReasonCode.INSUFFICIENT_POE), null, null, null, null);
            case CLAIM_WITHDRAWN -> event(type, Set.of(), WithdrawalDetail.WRONG_MPN, null, null, null);
            default -> event(type, Set.of(), null, null, null, null);
        };
    }

    static ClaimEvent anEdit(EditedField field, @Nullable String value) {
        return event(EventType.CLAIM_EDITED, Set.of(), null, field, value, null);
    }

    private static ClaimEvent event(
            EventType type,
            Set<ReasonCode> reasons,
            @Nullable WithdrawalDetail detail,
            @Nullable EditedField field,
            @Nullable String value,
            @Nullable String document) {
        return new ClaimEvent(
                "e-1",
                "C-1",
                DAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                DAY,
                type,
                ActorRole.PARTNER,
                "anna",
                reasons,
                detail,
                field,
                value,
                document,
                document == null ? null : "0".repeat(64),
                "a comment");
    }

    static NewClaim aCreation(String mpnId, String tenantId) {
        Instant at = DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new NewClaim("C-1", "Rollout", mpnId, Program.OSA, Activity.PRE_SALES, tenantId, null, null, at, DAY);
    }

    static Dispute aDispute(String day, String... products) {
        return new Dispute(
                "d-1",
                "C-1",
                LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC),
                LocalDate.parse(day),
                "4711",
                Program.OSU,
                Set.of(products),
                "t-1",
                "All products are on page 2.");
    }

    static ClaimLine aLine(int lineNo, String subscription) {
        return new ClaimLine(
                lineNo,
                SolutionArea.BUSINESS_APPLICATIONS,
                "Sales",
                subscription,
                null,
                Channel.DIRECT,
                SubscriptionState.ACTIVE,
                1,
                1,
                BigDecimal.ONE,
                Currency.getInstance("EUR"));
    }

    static Claim applied(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        return ((Outcome.Applied) outcome).claim();
    }

    static void isRefused(Outcome outcome, RejectCode code) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(code));
    }
}
