package dev.cpor.trial;

import static java.util.stream.Collectors.groupingBy;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Claim;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.KnownParties;
import dev.cpor.intake.ClaimTurn;
import dev.cpor.intake.TurnPage;
import dev.cpor.intake.WaitingRow;
import dev.cpor.store.past.PastClaims;
import dev.cpor.store.past.PastClaims.SettledRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Some claims with all that ever happened to them, ready to live through it again. What is legal is asked again, for on another
 * side of a trial a claim may stand otherwise: a row that was refused then may be applied, and the other way round.
 */
final class PastPage {
    private static final KnownParties EVERYBODY = new KnownParties() {
        @Override
        public boolean isPartner(String mpnId) {
            return true;
        }

        @Override
        public boolean isCustomer(String tenantId) {
            return true;
        }
    };

    private final BusinessCalendar calendar;
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<PastStage, List<SettledRow>> rows = new HashMap<>();
    private final Set<String> comeAgain = new HashSet<>();
    private final Map<LocalDate, Map<Long, List<PastClaims.Ruled>>> ruled;
    private final Map<LocalDate, List<PastClaims.PutBack>> putBack;
    private final Map<PastStage, TurnPage> read = new HashMap<>();

    /** @param stages what is to be lived through, from the first night on */
    PastPage(PastClaims past, BusinessCalendar calendar, List<PastClaims.Identity> claims, List<PastStage> stages) {
        this.calendar = calendar;
        claims.forEach(claim -> numbers.put(claim.claimId(), claim.id()));
        List<SettledRow> settled = past.rows(numbers.keySet());
        assign(settled, stages);
        Set<String> ids = new HashSet<>();
        settled.stream().map(row -> id(row.row())).filter(id -> !ids.add(id)).forEach(comeAgain::add);
        this.ruled = past.ruled(numbers.values()).stream()
                .collect(groupingBy(PastClaims.Ruled::night, groupingBy(PastClaims.Ruled::claim)));
        this.putBack = past.putBack(numbers.values()).stream().collect(groupingBy(PastClaims.PutBack::night));
    }

    /** A row had its turn in the first intake of its night that found it. */
    private void assign(List<SettledRow> settled, List<PastStage> stages) {
        Map<LocalDate, List<SettledRow>> byNight =
                new HashMap<>(settled.stream().collect(groupingBy(SettledRow::night)));
        for (PastStage stage : stages) {
            List<SettledRow> left = byNight.get(stage.date());
            if (stage instanceof PastStage.Intake && left != null) {
                List<SettledRow> taken = left.stream()
                        .filter(row -> stage.read().contains(row.readBy()))
                        .toList();
                byNight.put(
                        stage.date(),
                        left.stream()
                                .filter(row -> !stage.read().contains(row.readBy()))
                                .toList());
                rows.put(stage, taken);
            }
        }
    }

    /** Returns the id of a row, told apart from those of other feeds. */
    static String id(WaitingRow row) {
        return row.feed() + " " + row.key();
    }

    /** Returns the claims before anything happened to them. */
    Map<Long, Tried> unborn(Map<Long, Map<Integer, Integer>> earningsSoFar) {
        Map<Long, Tried> claims = new LinkedHashMap<>();
        numbers.values().stream()
                .sorted()
                .forEach(id -> claims.put(id, new Tried(id, earningsSoFar.getOrDefault(id, Map.of()))));
        return claims;
    }

    /** Lets claims go through an intake as it was: what was refused stays refused. */
    void takeAppliedRows(PastStage stage, Map<Long, Tried> claims) {
        List<WaitingRow> applied = rows.getOrDefault(stage, List.of()).stream()
                .filter(row -> !row.refused())
                .map(SettledRow::row)
                .toList();
        take(stage, TurnPage.of(applied, calendar), claims, EVERYBODY);
    }

    /**
     * Lets claims go through an intake as they stand.
     *
     * @param world is asked who was known then, where a row may have been refused because of that
     */
    void takeRows(PastStage stage, Map<Long, Tried> claims, PastWorld world) {
        List<SettledRow> settled = rows.getOrDefault(stage, List.of());
        if (settled.isEmpty()) {
            return;
        }
        boolean again = settled.stream().anyMatch(row -> comeAgain.contains(id(row.row())));
        TurnPage page = again
                ? page(settled.stream()
                        .filter(row -> !isTaken(row.row(), claims))
                        .toList())
                : read.computeIfAbsent(stage, any -> page(settled));
        boolean refused = settled.stream().anyMatch(SettledRow::refused);
        take(stage, page, claims, refused ? world.known(page.mpnIds(), page.tenantIds()) : EVERYBODY);
    }

    private TurnPage page(List<SettledRow> settled) {
        return TurnPage.of(settled.stream().map(SettledRow::row).toList(), calendar);
    }

    private boolean isTaken(WaitingRow row, Map<Long, Tried> claims) {
        Tried claim = claims.get(numbers.get(row.claimId()));
        return claim != null && claim.hasTaken(id(row));
    }

    private void take(PastStage stage, TurnPage page, Map<Long, Tried> claims, KnownParties known) {
        Map<String, Claim> existing = new HashMap<>();
        numbers.forEach((claimId, id) -> {
            Tried tried = claims.get(id);
            Claim claim = tried == null ? null : tried.claim();
            if (claim != null) {
                existing.put(claimId, claim);
            }
        });
        for (ClaimTurn turn : page.take(stage.date(), existing, known)) {
            Tried tried = claims.get(numbers.get(turn.claimId()));
            if (tried != null) {
                tried.take(turn);
            }
        }
    }

    /**
     * Does to claims what rules did to them in a night.
     *
     * @throws ClearFailure if a claim does not stand as it stood then
     */
    void takeRuled(PastStage stage, Map<Long, Tried> claims) {
        ruled.getOrDefault(stage.date(), Map.of()).forEach((id, acts) -> {
            Tried tried = Objects.requireNonNull(claims.get(id));
            for (PastClaims.Ruled act : acts) {
                if (tried.version() + 1 != act.version()) {
                    throw otherwise(stage, tried);
                }
                tried.take(act);
            }
        });
    }

    /**
     * Looks whether claims stand after a night as that night left them.
     *
     * @throws ClearFailure if one does not
     */
    void compare(PastStage stage, Map<Long, Integer> versionsBefore, Map<Long, Tried> claims) {
        Map<Long, List<PastClaims.Ruled>> acts = ruled.getOrDefault(stage.date(), Map.of());
        versionsBefore.forEach((id, before) -> {
            Tried tried = Objects.requireNonNull(claims.get(id));
            List<PastClaims.Ruled> own = acts.getOrDefault(id, List.of());
            int after = own.isEmpty() ? before : own.get(own.size() - 1).version();
            if (tried.version() != after) {
                throw otherwise(stage, tried);
            }
        });
    }

    private static ClearFailure otherwise(PastStage stage, Tried tried) {
        Claim claim = tried.claim();
        return new ClearFailure(
                "The night of %s cannot be lived through again: claim %s stood otherwise then than what is kept says, as when an intake was run twice and another night in between; try nights after it, or one that comes, with --date."
                        .formatted(stage.date(), claim == null ? "(not created)" : claim.claimId()));
    }

    /** Returns the claims that somebody put back after a night and before the next. */
    List<PastClaims.PutBack> putBackAfter(LocalDate night) {
        return putBack.getOrDefault(night, List.of());
    }
}
