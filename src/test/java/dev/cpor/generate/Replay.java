package dev.cpor.generate;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Claim;
import dev.cpor.domain.ClaimLifecycle;
import dev.cpor.domain.KnownParties;
import dev.cpor.domain.Outcome;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.RejectCode;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs nights over feeds, roughly: legality by the domain, rules by {@link RoughNight}. */
final class Replay {
    /** A row that was refused. */
    record Refused(RejectCode code, FeedRow row) {}

    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2026, 9, 7),
            LocalDate.of(2026, 10, 12),
            LocalDate.of(2026, 11, 11),
            LocalDate.of(2026, 11, 26));
    static final BusinessCalendar CALENDAR = new BusinessCalendar(
            ZoneOffset.UTC,
            2020,
            2030,
            day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !HOLIDAYS.contains(day));

    final Map<String, Claim> claims = new TreeMap<>();
    final List<Refused> refused = new ArrayList<>();
    /** Which claims each rule concerned, by what it found. */
    final Map<ReasonCode, SortedSet<String>> fired = new EnumMap<>(ReasonCode.class);

    int duplicates;
    int openBeforeLastNight;
    int changedInLastNight;

    private final Map<String, FeedRow> partners = new HashMap<>();
    private final Set<String> customers = new HashSet<>();
    private final Map<String, FeedRow> ids = new HashMap<>();
    private final Map<String, List<FeedRow>> waitingLines = new HashMap<>();
    private final Map<String, Map<Integer, FeedRow>> lines = new HashMap<>();
    private final Map<String, LocalDate> firstRates = new HashMap<>();
    private List<FeedRow> staged = new ArrayList<>();
    private final ClaimLifecycle lifecycle = new ClaimLifecycle(KnownParties.of(partners.keySet(), customers));

    /** Reads a folder's feeds. */
    Replay read(Path folder) {
        for (FeedRow row : FeedRow.allOf(folder)) {
            RejectCode code = RowCheck.of(row);
            if (code != null) {
                refused.add(new Refused(code, row));
                continue;
            }
            switch (row.feed()) {
                case PARTNERS -> partners.put(row.id(), row);
                case CUSTOMERS -> customers.add(row.id());
                case EXCHANGE_RATES ->
                    firstRates.merge(
                            row.get("currency"),
                            LocalDate.parse(row.get("rate_date")),
                            (a, b) -> a.isBefore(b) ? a : b);
                case CLAIM_LINES -> takeLine(row);
                default -> stage(row);
            }
        }
        return this;
    }

    private void stage(FeedRow row) {
        FeedRow taken = ids.putIfAbsent(row.feed() + row.id(), row);
        if (taken == null) {
            staged.add(row);
        } else if (taken.values().equals(row.values())) {
            duplicates++;
        } else {
            refused.add(new Refused(RejectCode.ID_TAKEN, row));
        }
    }

    private void takeLine(FeedRow row) {
        String claimId = row.get("claim_id");
        Claim claim = claims.get(claimId);
        if (claim == null) {
            waitingLines.computeIfAbsent(claimId, id -> new ArrayList<>()).add(row);
            return;
        }
        if (take(row, lifecycle.takeLine(claim, FeedRows.line(row)))) {
            lines.computeIfAbsent(claimId, id -> new TreeMap<>()).put(Integer.valueOf(row.get("line_no")), row);
        }
    }

    /** Runs the nights of all days. */
    Replay nights(LocalDate from, LocalDate to) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            night(day);
        }
        return this;
    }

    /** Runs the night of one day. */
    Replay night(LocalDate date) {
        List<FeedRow> later = new ArrayList<>();
        List<FeedRow> now = new ArrayList<>();
        for (FeedRow row : staged) {
            (day(row).isAfter(date) ? later : now).add(row);
        }
        now.sort(Comparator.comparing((FeedRow row) -> at(row).toInstant())
                .thenComparing(FeedRow::feed)
                .thenComparing(FeedRow::id));
        staged = later;
        now.forEach(this::apply);
        openBeforeLastNight = 0;
        changedInLastNight = 0;
        RoughNight rules = new RoughNight(date, partners, lines, firstRates, fired);
        claims.replaceAll((id, claim) -> {
            Claim next = rules.decide(claim);
            openBeforeLastNight += RoughNight.isOpen(claim) ? 1 : 0;
            changedInLastNight += next.equals(claim) ? 0 : 1;
            return next;
        });
        return this;
    }

    private void apply(FeedRow row) {
        if (row.feed() == Feed.CLAIMS) {
            take(row, lifecycle.create(FeedRows.claim(row, day(row))));
            List<FeedRow> waiting = waitingLines.remove(row.id());
            if (waiting != null) {
                waiting.forEach(this::takeLine);
            }
            return;
        }
        Claim claim = claims.get(row.get("claim_id"));
        if (claim == null) {
            refused.add(new Refused(RejectCode.UNKNOWN_CLAIM, row));
        } else if (row.feed() == Feed.DISPUTES) {
            take(row, lifecycle.open(claim, FeedRows.dispute(row, at(row).toInstant(), day(row))));
        } else {
            take(row, lifecycle.apply(claim, FeedRows.event(row, at(row).toInstant(), day(row))));
        }
    }

    private boolean take(FeedRow row, Outcome outcome) {
        if (outcome instanceof Outcome.Applied applied) {
            claims.put(applied.claim().claimId(), applied.claim());
        } else if (outcome instanceof Outcome.Refused no) {
            refused.add(new Refused(no.refusal().code(), row));
        }
        return outcome instanceof Outcome.Applied;
    }

    /** Returns how many claims are in each status, as told apart by the columns status, consent and incentive. */
    Map<String, Long> shares() {
        Map<String, Long> shares = new LinkedHashMap<>();
        claims.values()
                .forEach(claim ->
                        shares.merge(claim.status() + " " + claim.consent() + " " + claim.incentive(), 1L, Long::sum));
        return shares;
    }

    static SortedSet<String> ids() {
        return new TreeSet<>();
    }

    private static OffsetDateTime at(FeedRow row) {
        String column =
                switch (row.feed()) {
                    case CLAIMS -> "created_at";
                    case DISPUTES -> "opened_at";
                    default -> "occurred_at";
                };
        return OffsetDateTime.parse(row.get(column));
    }

    private static LocalDate day(FeedRow row) {
        return CALENDAR.dayOf(at(row).toInstant());
    }
}
