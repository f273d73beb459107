package dev.cpor.reference;

import static dev.cpor.reference.Deliveries.row;
import static dev.cpor.reference.Deliveries.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that are wrong by themselves, made from sound ones. */
final class RandomFaults {

    private static final String LONG = "x".repeat(201);
    private static final String TOO_LONG_COMMENT = "y".repeat(4001);
    private static final Map<FeedKind, List<String[]>> FAULTS = Map.of(
            FeedKind.PARTNERS,
            List.of(
                    faults("currency=EURO"),
                    faults("payout_profile_valid=TRUE"),
                    faults("payout_profile_valid="),
                    faults("programs=OSU;OSX"),
                    faults("name=" + LONG),
                    faults("mpn_id=")),
            FeedKind.CUSTOMERS,
            List.of(faults("public_sector=1"), faults("name="), faults("name=nul \0 inside")),
            FeedKind.EXCHANGE_RATES,
            List.of(
                    faults("usd_rate=-1"),
                    faults("usd_rate=1.1234567"),
                    faults("usd_rate=1,5"),
                    faults("rate_date=2026-02-30"),
                    faults("rate_date=05.10.2026"),
                    faults("currency=ZZZ")),
            FeedKind.CLAIMS,
            List.of(
                    faults("program=OSX"),
                    faults("activity=usage"),
                    faults("created_at=2026-10-05T10:00:00"),
                    faults("created_at=yesterday"),
                    faults("claim_name="),
                    faults("partner_contact=" + LONG),
                    faults("mpn_id=")),
            FeedKind.CLAIM_LINES,
            List.of(
                    faults("solution_area=AZURE"),
                    faults("solution_area=MODERN_WORK", "product=Sales Suite", "workload=Mail"),
                    faults("solution_area=BUSINESS_APPLICATIONS", "product=", "workload="),
                    faults("solution_area=MODERN_WORK", "product=", "subscription_id=", "workload="),
                    faults("seats=-1"),
                    faults("seats=1.5"),
                    faults("monthly_active_users=many"),
                    faults("annual_revenue=1.12345"),
                    faults("annual_revenue=-5"),
                    faults("annual_revenue=1e3"),
                    faults("channel=csp"),
                    faults("currency=usd"),
                    faults("line_no=one"),
                    faults("subscription_state=DEAD")),
            FeedKind.EVENTS,
            List.of(
                    faults("type=CLAIM_PAUSED"),
                    faults("actor_role=ADMIN"),
                    faults("type=CLAIM_APPROVED", "actor_role=PARTNER"),
                    faults("type=CLAIM_SUBMITTED", "actor_role=REVIEWER"),
                    faults("occurred_at=2026-10-05 10:00:00+00:00"),
                    faults("type=INFORMATION_REQUESTED", "actor_role=REVIEWER", "reason=NO_SUCH", "comment=c"),
                    faults("type=INFORMATION_REQUESTED", "actor_role=REVIEWER", "reason=MISSING_ALL_POE", "comment="),
                    faults("type=INFORMATION_REQUESTED", "actor_role=REVIEWER", "reason=", "comment=c"),
                    faults("type=CLAIM_REJECTED", "actor_role=REVIEWER", "reason=MISSING_ALL_POE"),
                    faults("type=CLAIM_REJECTED", "actor_role=REVIEWER", "reason=INSUFFICIENT_POE;MISSING_PRODUCTS"),
                    faults("type=CLAIM_WITHDRAWN", "actor_role=PARTNER", "detail=BORED"),
                    faults("type=COMMENTED", "actor_role=PARTNER", "comment="),
                    faults("type=COMMENTED", "actor_role=PARTNER", "comment=" + TOO_LONG_COMMENT),
                    faults("type=POE_UPLOADED", "actor_role=PARTNER", "document_name=p", "document_sha256=abc"),
                    faults("type=POE_UPLOADED", "actor_role=PARTNER", "document_name="),
                    faults("type=CLAIM_EDITED", "actor_role=PARTNER", "field=tenant_id", "value=T-0001"),
                    faults("type=CLAIM_EDITED", "actor_role=PARTNER", "field=remove_line", "value=one"),
                    faults("type=CLAIM_EDITED", "actor_role=PARTNER", "field=claim_name", "value=" + LONG),
                    faults("actor="),
                    faults("claim_id=")),
            FeedKind.DISPUTES,
            List.of(
                    faults("program=both"),
                    faults("opened_at=2026-10-05"),
                    faults("details=" + TOO_LONG_COMMENT),
                    faults("products="),
                    faults("details=")));

    private final Dice dice;

    RandomFaults(Dice dice) {
        this.dice = dice;
    }

    private static String[] faults(String... values) {
        return values;
    }

    /** The row with one fault; an eighth of the faults are a field too many or too few. */
    Map<String, String> spoil(FeedKind kind, Map<String, String> sound) {
        if (dice.chance(12)) {
            Map<String, String> row = new LinkedHashMap<>(sound);
            row.put(dice.chance(50) ? FeedText.ONE_TOO_MANY : FeedText.ONE_TOO_FEW, "");
            return row;
        }
        return with(sound, dice.pick(FAULTS.getOrDefault(kind, List.of())));
    }

    /** An event with everything that any type needs, so that only the claim's status decides. */
    static Map<String, String> anyEvent(Dice dice, EventKind kind) {
        return row(
                "type=" + kind,
                "actor_role=" + kind.roles.stream().sorted().toList().get(dice.between(0, kind.roles.size() - 1)),
                "actor=" + dice.word("Ada Bob Çelik 李"),
                "reason="
                        + (kind == EventKind.INFORMATION_REQUESTED
                                ? dice.word("MISSING_ALL_POE MISSING_OR_OLD_DATES;MISSING_PRODUCTS")
                                : kind == EventKind.CLAIM_REJECTED
                                        ? dice.word("INSUFFICIENT_POE MISSING_PRODUCTS POE_UNAVAILABLE PARTNER_REQUEST")
                                        : dice.word("none NOT_A_REASON").replace("none", "")),
                "detail=" + dice.word("WRONG_MPN WRONG_ACTIVITY NO_LONGER_WORKING_WITH_CUSTOMER"),
                "field=claim_name",
                "value=Renamed",
                "document_name=proof.pdf",
                "document_sha256=" + "%064x".formatted(dice.between(0, 1_000_000)),
                "comment=" + (dice.chance(95) ? "See \"page 2\",\r\nplease 🙂" : "z".repeat(4000)));
    }
}
