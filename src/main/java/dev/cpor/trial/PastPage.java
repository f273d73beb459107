package dev.cpor.trial;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Claim;
import dev.cpor.domain.KnownParties;
import dev.cpor.intake.ClaimTurn;
import dev.cpor.intake.TurnPage;
import dev.cpor.intake.WaitingRow;
import dev.cpor.store.PastClaims;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some claims with all that ever happened to them, ready to live through it again. The rows were applied once, so whom they name
 * was known; what is legal is asked again, for on another side of a trial a claim may stand otherwise.
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
    private final Map<LocalDate, List<WaitingRow>> rows;
    private final Map<LocalDate, List<PastClaims.Ruled>> ruled;
    private final Map<LocalDate, List<PastClaims.PutBack>> putBack;
    private final Map<LocalDate, TurnPage> read = new HashMap<>();

    PastPage(PastClaims past, BusinessCalendar calendar, List<PastClaims.Identity> claims) {
        this.calendar = calendar;
        claims.forEach(claim -> numbers.put(claim.claimId(), claim.id()));
        this.rows = past.rows(numbers.keySet()).stream()
                .collect(groupingBy(PastClaims.AppliedRow::night, mapping(PastClaims.AppliedRow::row, toList())));
        this.ruled = past.ruled(numbers.values()).stream().collect(groupingBy(PastClaims.Ruled::night));
        this.putBack = past.putBack(numbers.values()).stream().collect(groupingBy(PastClaims.PutBack::night));
    }

    /** Returns the claims before anything happened to them. */
    Map<Long, Tried> unborn(Map<Long, Map<Integer, Integer>> earningsSoFar) {
        Map<Long, Tried> claims = new LinkedHashMap<>();
        numbers.values().stream()
                .sorted()
                .forEach(id -> claims.put(id, new Tried(id, earningsSoFar.getOrDefault(id, Map.of()))));
        return claims;
    }

    /** Lets claims go through the intake of a night. */
    void takeRows(LocalDate night, Map<Long, Tried> claims) {
        List<WaitingRow> waiting = rows.get(night);
        if (waiting == null) {
            return;
        }
        TurnPage page = read.computeIfAbsent(night, date -> TurnPage.of(waiting, calendar));
        Map<String, Claim> existing = new HashMap<>();
        numbers.forEach((claimId, id) -> {
            Tried tried = claims.get(id);
            Claim claim = tried == null ? null : tried.claim();
            if (claim != null) {
                existing.put(claimId, claim);
            }
        });
        for (ClaimTurn turn : page.take(night, existing, EVERYBODY)) {
            Tried tried = claims.get(numbers.get(turn.claimId()));
            if (tried != null) {
                tried.take(turn);
            }
        }
    }

    /** Does to claims what rules did to them in a night. */
    void takeRuled(LocalDate night, Map<Long, Tried> claims) {
        for (PastClaims.Ruled act : ruled.getOrDefault(night, List.of())) {
            Tried tried = claims.get(act.claim());
            if (tried != null) {
                tried.take(act);
            }
        }
    }

    /** Returns the claims that somebody put back after a night and before the next. */
    List<PastClaims.PutBack> putBackAfter(LocalDate night) {
        return putBack.getOrDefault(night, List.of());
    }
}
