package dev.cpor.generate;

import dev.cpor.domain.Activity;
import dev.cpor.domain.ActorRole;
import dev.cpor.domain.Channel;
import dev.cpor.domain.ClaimEvent;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Dispute;
import dev.cpor.domain.EditedField;
import dev.cpor.domain.EventType;
import dev.cpor.domain.NewClaim;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.SubscriptionState;
import dev.cpor.domain.WithdrawalDetail;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns rows that passed {@link RowCheck} into the words of the domain. */
final class FeedRows {
    private FeedRows() {}

    static NewClaim claim(FeedRow row, LocalDate day) {
        return new NewClaim(
                row.id(),
                row.get("claim_name"),
                row.get("mpn_id"),
                Program.valueOf(row.get("program")),
                Activity.valueOf(row.get("activity")),
                row.get("tenant_id"),
                row.get("customer_contact"),
                row.get("partner_contact"),
                OffsetDateTime.parse(row.get("created_at")).toInstant(),
                day);
    }

    static ClaimLine line(FeedRow row) {
        return new ClaimLine(
                Integer.parseInt(row.get("line_no")),
                SolutionArea.valueOf(row.get("solution_area")),
                optional(row.get("product"), Function.identity()),
                optional(row.get("subscription_id"), Function.identity()),
                optional(row.get("workload"), Function.identity()),
                Channel.valueOf(row.get("channel")),
                optional(row.get("subscription_state"), SubscriptionState::valueOf),
                Long.parseLong(row.get("seats")),
                Long.parseLong(row.get("monthly_active_users")),
                new BigDecimal(row.get("annual_revenue")),
                Currency.getInstance(row.get("currency")));
    }

    static ClaimEvent event(FeedRow row, Instant at, LocalDate day) {
        Set<ReasonCode> reasons = row.get("reason").isEmpty()
                ? Set.of()
                : Arrays.stream(row.get("reason").split(";"))
                        .map(ReasonCode::valueOf)
                        .collect(Collectors.toSet());
        return new ClaimEvent(
                row.id(),
                row.get("claim_id"),
                at,
                day,
                EventType.valueOf(row.get("type")),
                ActorRole.valueOf(row.get("actor_role")),
                row.get("actor"),
                reasons,
                optional(row.get("detail"), WithdrawalDetail::valueOf),
                optional(row.get("field"), field -> EditedField.valueOf(field.toUpperCase(Locale.ROOT))),
                optional(row.get("value"), Function.identity()),
                optional(row.get("document_name"), Function.identity()),
                optional(row.get("document_sha256"), Function.identity()),
                optional(row.get("comment"), Function.identity()));
    }

    static Dispute dispute(FeedRow row, Instant at, LocalDate day) {
        return new Dispute(
                row.id(),
                row.get("claim_id"),
                at,
                day,
                row.get("mpn_id"),
                Program.valueOf(row.get("program")),
                Set.of(row.get("products").split(";")),
                row.get("tenant_id"),
                row.get("details"));
    }

    private static <T> @Nullable T optional(String value, Function<String, T> parser) {
        return value.isEmpty() ? null : parser.apply(value);
    }
}
