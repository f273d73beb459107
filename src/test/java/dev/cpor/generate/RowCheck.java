package dev.cpor.generate;

import dev.cpor.domain.Activity;
import dev.cpor.domain.ActorRole;
import dev.cpor.domain.Channel;
import dev.cpor.domain.EditedField;
import dev.cpor.domain.EventType;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.RejectCode;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.SubscriptionState;
import dev.cpor.domain.WithdrawalDetail;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a row shows to be wrong by itself: the columns of the contract, checked as simply as they are written there. */
final class RowCheck {
    private static final Set<String> MAY_BE_EMPTY = Set.of(
            "programs",
            "designations",
            "customer_contact",
            "partner_contact",
            "product",
            "subscription_id",
            "workload",
            "subscription_state",
            "reason",
            "detail",
            "field",
            "value",
            "document_name",
            "document_sha256",
            "comment");
    private static final Set<String> LONG_TEXTS = Set.of("comment", "details");
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry("program", names(Program.values())),
            Map.entry("programs", names(Program.values())),
            Map.entry("designations", names(SolutionArea.values())),
            Map.entry("solution_area", names(SolutionArea.values())),
            Map.entry("activity", names(Activity.values())),
            Map.entry("channel", names(Channel.values())),
            Map.entry("subscription_state", names(SubscriptionState.values())),
            Map.entry("type", names(EventType.values())),
            Map.entry("actor_role", names(ActorRole.values())),
            Map.entry("reason", names(ReasonCode.values())),
            Map.entry("detail", names(WithdrawalDetail.values())),
            Map.entry(
                    "field",
                    Arrays.stream(EditedField.values())
                            .map(EditedField::feedName)
                            .collect(Collectors.toSet())));
    private static final Map<String, String> SHAPES = Map.ofEntries(
            Map.entry("country", "[A-Z]{2}"),
            Map.entry("payout_profile_valid", "true|false"),
            Map.entry("public_sector", "true|false"),
            Map.entry("seats", "\\d{1,9}"),
            Map.entry("monthly_active_users", "\\d{1,9}"),
            Map.entry("line_no", "[1-9]\\d{0,5}"),
            Map.entry("annual_revenue", "\\d+(\\.\\d{1,4})?"),
            Map.entry("usd_rate", "\\d+(\\.\\d{1,6})?"),
            Map.entry("document_sha256", "[0-9a-f]{64}"));
    private static final Set<String> INSTANTS = Set.of("created_at", "occurred_at", "opened_at");

    private RowCheck() {}

    /** Returns why the row is refused when it is read, or null. */
    static @Nullable RejectCode of(FeedRow row) {
        if (!row.isComplete()) {
            return RejectCode.WRONG_NUMBER_OF_FIELDS;
        }
        for (String column : row.feed().columns()) {
            RejectCode code = of(column, row.get(column));
            if (code != null) {
                return code;
            }
        }
        return switch (row.feed()) {
            case CLAIM_LINES -> line(row);
            case EVENTS -> event(row);
            default -> null;
        };
    }

    private static @Nullable RejectCode of(String column, String value) {
        if (value.isEmpty()) {
            return MAY_BE_EMPTY.contains(column) ? null : RejectCode.MISSING_VALUE;
        }
        if (value.codePointCount(0, value.length()) > (LONG_TEXTS.contains(column) ? 4000 : 200)) {
            return RejectCode.TOO_LONG;
        }
        if (WORDS.containsKey(column) && !WORDS.get(column).containsAll(List.of(value.split(";")))) {
            return RejectCode.UNKNOWN_VALUE;
        }
        if (SHAPES.containsKey(column) && !value.matches(SHAPES.get(column))) {
            return RejectCode.MALFORMED_VALUE;
        }
        if (column.equals("currency") && !reads(value, Currency::getInstance)) {
            return RejectCode.UNKNOWN_VALUE;
        }
        if (column.equals("rate_date") && !reads(value, LocalDate::parse)) {
            return RejectCode.MALFORMED_VALUE;
        }
        if (!INSTANTS.contains(column)) {
            return null;
        }
        if (!reads(value, OffsetDateTime::parse)) {
            return RejectCode.MALFORMED_VALUE;
        }
        return OffsetDateTime.parse(value).getYear() < 1950 ? RejectCode.YEAR_NOT_IN_CALENDAR : null;
    }

    private static @Nullable RejectCode line(FeedRow row) {
        boolean business = row.get("solution_area").equals("BUSINESS_APPLICATIONS");
        List<String> filled = business ? List.of("product", "subscription_id") : List.of("workload");
        List<String> empty = business ? List.of("workload") : List.of("product", "subscription_id");
        if (filled.stream().anyMatch(column -> row.get(column).isEmpty())) {
            return RejectCode.MISSING_VALUE;
        }
        return empty.stream().allMatch(column -> row.get(column).isEmpty()) ? null : RejectCode.UNEXPECTED_VALUE;
    }

    private static @Nullable RejectCode event(FeedRow row) {
        EventType type = EventType.valueOf(row.get("type"));
        if (!type.mayBeDoneBy(ActorRole.valueOf(row.get("actor_role")))) {
            return RejectCode.ROLE_NOT_ALLOWED;
        }
        List<String> needed =
                switch (type) {
                    case POE_UPLOADED -> List.of("document_name", "document_sha256");
                    case CLAIM_EDITED -> List.of("field", "value");
                    case INFORMATION_REQUESTED -> List.of("reason", "comment");
                    case CLAIM_REJECTED -> List.of("reason");
                    case CLAIM_WITHDRAWN -> List.of("detail");
                    case COMMENTED -> List.of("comment");
                    default -> List.of();
                };
        if (needed.stream().anyMatch(column -> row.get(column).isEmpty())) {
            return RejectCode.MISSING_VALUE;
        }
        Predicate<ReasonCode.Use> allUsable =
                use -> Arrays.stream(row.get("reason").split(";"))
                        .allMatch(r -> ReasonCode.valueOf(r).isFor(use));
        boolean fits =
                switch (type) {
                    case INFORMATION_REQUESTED -> allUsable.test(ReasonCode.Use.INFORMATION_REQUEST);
                    case CLAIM_REJECTED -> allUsable.test(ReasonCode.Use.REJECTION);
                    default -> true;
                };
        return fits ? null : RejectCode.UNKNOWN_VALUE;
    }

    private static boolean reads(String value, Function<String, ?> parser) {
        try {
            return parser.apply(value) != null;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }
}
