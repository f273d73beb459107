package dev.cpor.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A few rows at a time, closed night by night: partner P-1 (both programs, both designations, valid), customer T-1, and
 * whatever a test adds. Times are given as {@code 2026-11-02} (noon UTC) or in full.
 */
final class SmallWorld {

    static final Path RATE_CARD = Path.of("src/test/resources/reference/rate-card.csv");

    final ReferenceNights nights;
    private final Path inbox;
    private final Map<FeedKind, List<Map<String, String>>> rows = new LinkedHashMap<>();
    private int files;
    private int events;
    private int names;

    SmallWorld(Path inbox) {
        this(inbox, "UTC");
    }

    SmallWorld(Path inbox, String zone) {
        this.inbox = inbox;
        nights = new ReferenceNights(RATE_CARD, ZoneId.of(zone));
        partner("P-1", true);
        row(FeedKind.CUSTOMERS, "tenant_id=T-1", "name=Tenant", "country=US", "public_sector=false");
    }

    SmallWorld partner(String id, boolean payoutProfileValid, String... more) {
        return row(
                FeedKind.PARTNERS,
                with(
                        more,
                        "mpn_id=" + id,
                        // The same bytes are not read twice: each row says something of its own.
                        "name=Partner " + ++names,
                        "country=US",
                        "currency=USD",
                        "programs=OSU;OSA",
                        "payout_profile_valid=" + payoutProfileValid,
                        "designations=BUSINESS_APPLICATIONS;MODERN_WORK"));
    }

    SmallWorld exchangeRate(String currency, String date, String rate) {
        return row(FeedKind.EXCHANGE_RATES, "currency=" + currency, "rate_date=" + date, "usd_rate=" + rate);
    }

    /** A claim of P-1 for OSA and PRE_SALES, unless told otherwise. */
    SmallWorld claim(String id, String at, String... more) {
        return row(
                FeedKind.CLAIMS,
                with(
                        more,
                        "claim_id=" + id,
                        "claim_name=Name",
                        "mpn_id=P-1",
                        "program=OSA",
                        "activity=PRE_SALES",
                        "tenant_id=T-1",
                        "created_at=" + instant(at)));
    }

    /** A business application of USD 1000 a year, subscription {@code S-<line>}, unless told otherwise. */
    SmallWorld line(String claim, int number, String... more) {
        return row(
                FeedKind.CLAIM_LINES,
                with(
                        more,
                        "claim_id=" + claim,
                        "line_no=" + number,
                        "solution_area=BUSINESS_APPLICATIONS",
                        "product=Other Suite",
                        "subscription_id=S-" + number,
                        "channel=DIRECT",
                        "subscription_state=ACTIVE",
                        "seats=10",
                        "monthly_active_users=10",
                        "annual_revenue=1000",
                        "currency=USD"));
    }

    /** A line of Microsoft 365 with 200 seats and users. */
    SmallWorld workload(String claim, int number, String workload, String... more) {
        String[] own = with(more, "solution_area=MODERN_WORK", "product=", "subscription_id=", "workload=" + workload);
        return line(claim, number, with(own, "seats=200", "monthly_active_users=200"));
    }

    SmallWorld event(String claim, String at, String type, String... more) {
        String role = EventKind.valueOf(type).roles.iterator().next();
        return row(
                FeedKind.EVENTS,
                with(
                        more,
                        "event_id=E-%05d".formatted(++events),
                        "claim_id=" + claim,
                        "occurred_at=" + instant(at),
                        "type=" + type,
                        "actor_role=" + role,
                        "actor=Somebody",
                        "reason=" + (type.equals("CLAIM_REJECTED") ? "INSUFFICIENT_POE" : "MISSING_ALL_POE"),
                        "detail=WRONG_MPN",
                        "document_name=proof.pdf",
                        "document_sha256=" + "0123456789abcdef".repeat(4),
                        "comment=Please"));
    }

    SmallWorld dispute(String id, String claim, String at, String... more) {
        return row(
                FeedKind.DISPUTES,
                with(
                        more,
                        "dispute_id=" + id,
                        "claim_id=" + claim,
                        "opened_at=" + instant(at),
                        "mpn_id=P-1",
                        "program=OSA",
                        "products=S-1",
                        "tenant_id=T-1",
                        "details=We disagree"));
    }

    /** Creation, one line, one document and the submission, on one day. */
    SmallWorld submitted(String claim, String day) {
        return claim(claim, day + "T08:00:00Z")
                .line(claim, 1)
                .event(claim, day + "T09:00:00Z", "POE_UPLOADED")
                .event(claim, day + "T10:00:00Z", "CLAIM_SUBMITTED");
    }

    /** Submitted and under review on one day. */
    SmallWorld underReview(String claim, String day) {
        return submitted(claim, day).event(claim, day + "T11:00:00Z", "REVIEW_STARTED");
    }

    /** Submitted, reviewed and approved on one day. */
    SmallWorld approved(String claim, String day) {
        return underReview(claim, day).event(claim, day + "T12:00:00Z", "CLAIM_APPROVED");
    }

    SmallWorld row(FeedKind kind, String... values) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String value : values) {
            row.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
        }
        rows.computeIfAbsent(kind, any -> new ArrayList<>()).add(row);
        return this;
    }

    /** Writes the rows added since the last night into files of their own, and closes the nights up to the date. */
    SmallWorld night(String... dates) {
        files++;
        rows.forEach((kind, some) -> FeedFolder.write(
                inbox.resolve("%s%03d.csv".formatted(kind.prefix, files)), List.copyOf(kind.columns), some));
        rows.clear();
        for (String date : dates) {
            nights.night(LocalDate.parse(date), inbox);
        }
        return this;
    }

    /** All nights from the first date to the last. */
    SmallWorld nights(String from, String to) {
        night();
        LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).forEach(date -> nights.night(date, inbox));
        return this;
    }

    SmallWorld file(String name, String text) {
        try {
            Files.writeString(inbox.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Status, reason, consent, incentive, day and version as the list of claims shows them. */
    String state(String claim) {
        return nights.claimsCsv().stream()
                .filter(line -> line.startsWith(claim + ","))
                .map(line -> line.substring(line.indexOf(",T-1,") + 5))
                .findFirst()
                .orElse("none");
    }

    /** What nights wrote about the claim, such as {@code 2026-11-10 ESCALATION [REVIEW_START_OVERDUE]}. */
    List<String> byNight(String claim) {
        return nights.history(claim).stream()
                .filter(row -> Set.of("ESCALATION", "REMINDER", "HOLD", "REJECTED", "HANDED_OFF")
                        .contains(row.kind()))
                .map(row -> row.day() + " " + row.kind() + " " + row.reasons())
                .toList();
    }

    /** Why rows were refused in a night. */
    List<String> refusals(String date) {
        return nights.rejects(LocalDate.parse(date)).stream()
                .map(ReferenceReject::why)
                .toList();
    }

    private static String instant(String at) {
        return at.length() == 10 ? at + "T12:00:00Z" : at;
    }

    private static String[] with(String[] more, String... defaults) {
        List<String> all = new ArrayList<>(List.of(defaults));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
