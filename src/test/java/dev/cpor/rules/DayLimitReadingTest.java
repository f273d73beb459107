package dev.cpor.rules;

import static dev.cpor.rules.RuleFixture.*;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.decision.DayCount;
import dev.cpor.decision.DayLimits;
import dev.cpor.decision.DayLimits.Limit;
import dev.cpor.decision.DueRange;
import dev.cpor.decision.Finding;
import dev.cpor.decision.Findings;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Status;
import dev.cpor.rules.compile.FewerChecks;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Problem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayLimitReadingTest {
    @Test
    void readsTheLimitsOfTheShippedRules() {
        DayLimits limits = shipped().dayLimits();

        assertThat(limits.unread()).isEmpty();
        assertThat(limits.dates()).isEmpty();
        assertThat(limits.limits())
                .containsExactlyInAnyOrder(
                        new Limit(DayCount.BUSINESS_DAYS_IN_STATUS, Status.SUBMITTED, 6),
                        new Limit(DayCount.BUSINESS_DAYS_IN_STATUS, Status.UNDER_REVIEW, 6),
                        new Limit(DayCount.BUSINESS_DAYS_SINCE_SUBMISSION, Status.SUBMITTED, 11),
                        new Limit(DayCount.BUSINESS_DAYS_SINCE_SUBMISSION, Status.UNDER_REVIEW, 11),
                        new Limit(DayCount.BUSINESS_DAYS_IN_STATUS, Status.PARTNER_ACTION_REQUIRED, 3),
                        new Limit(DayCount.BUSINESS_DAYS_IN_STATUS, Status.PARTNER_ACTION_REQUIRED, 6),
                        new Limit(DayCount.DAYS_IN_STATUS, Status.APPROVED, 8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "daysInStatus > 5                                              ; 6",
                "5 < daysInStatus                                              ; 6",
                "daysInStatus >= 5                                             ; 5",
                "5 > daysInStatus                                              ; 5",
                "daysInStatus < 5                                              ; 5",
                "daysInStatus <= 5                                             ; 6",
                "daysInStatus == 5                                             ; 5 6",
                "daysInStatus != 5                                             ; 5 6",
                "daysInStatus > 5.5                                            ; 5 6",
                "daysInStatus > -3                                             ; -2",
                "daysInStatus in (1, 7)                                        ; 1 2 7 8",
                "daysInStatus not in (1, 7)                                    ; 1 2 7 8",
                "daysInStatus > 2 && < 9                                       ; 2 3 9 10",
                "daysInStatus > 9 || in (2, 4)                                 ; 2 3 4 5 9 10",
                "daysInStatus > 9 || !(not in (2, 4))                          ; 2 3 4 5 9 10",
                "!(daysInStatus > 2 || daysInStatus == 9)                      ; 3 9 10",
                "consent == Consent.PENDING || (daysInStatus > 2, mpnId != \"\") ; 3",
                "daysInStatus > 2000000                                        ; ''",
                "statusSince < \"2026-11-01\"                                  ; ''",
                "status == Status.SUBMITTED                                    ; ''",
            })
    void readsTheNumbersAtWhichAComparisonChanges(String condition, String days) {
        DayLimits limits = limits(condition.replace("(daysInStatus > 2, mpnId", "(daysInStatus > 2 && mpnId"));

        assertThat(limits.unread()).isEmpty();
        assertThat(limits.limits().stream().map(Limit::days).collect(toSet()))
                .isEqualTo(
                        days.isEmpty()
                                ? Set.of()
                                : Set.of(days.split(" ")).stream()
                                        .map(Integer::valueOf)
                                        .collect(toSet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "status == Status.SUBMITTED                                   ; SUBMITTED",
                "status in (Status.SUBMITTED, Status.APPROVED, Status.EDITING) ; SUBMITTED APPROVED",
                "(status == Status.SUBMITTED || status == Status.UNDER_REVIEW) && activity == Activity.USAGE ; SUBMITTED UNDER_REVIEW",
                "status == Status.SUBMITTED || activity == Activity.USAGE     ; SUBMITTED UNDER_REVIEW PARTNER_ACTION_REQUIRED APPROVED",
                "!(status == Status.SUBMITTED)                                ; SUBMITTED UNDER_REVIEW PARTNER_ACTION_REQUIRED APPROVED",
                "status != Status.SUBMITTED                                   ; SUBMITTED UNDER_REVIEW PARTNER_ACTION_REQUIRED APPROVED",
                "status == Status. SUBMITTED                                  ; SUBMITTED",
                "status == Status . APPROVED                                  ; APPROVED",
                "status == Status./* still new */SUBMITTED                    ; SUBMITTED",
                "status /* now */ in (Status . SUBMITTED, Status.APPROVED)    ; SUBMITTED APPROVED",
                "status == Status.SUBMITTED || == Status.EDITING              ; SUBMITTED UNDER_REVIEW PARTNER_ACTION_REQUIRED APPROVED",
            })
    void readsTheStatusesInWhichARuleCanSayAnything(String condition, String statuses) {
        assertThat(limits(condition + ", daysInStatus > 5").limits().stream()
                        .map(limit -> limit.status().name())
                        .collect(toSet()))
                .isEqualTo(Set.of(statuses.split(" ")));
    }

    @Test
    void readsTheBusinessDatesAtWhichARuleChanges() {
        assertThat(limits("businessDate >= \"2026-12-24\"").dates())
                .containsExactlyInAnyOrder(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-25"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daysInStatus + 1 > 5",
                "daysInStatus > businessDaysInStatus",
                "businessDate > statusSince",
                "daysInStatus * 2 == 8",
            })
    void saysWhichRulesItCannotRead(String condition) {
        assertThat(limits("status == Status.SUBMITTED, " + condition).unread()).containsExactly("Rule");
        assertThat(RuleCheck.check(rules(text("Rule", condition))).stream()
                        .map(Problem::toString)
                        .filter(problem -> problem.contains("every night evaluates every open claim")))
                .hasSize(1);
    }

    /** The engine's word against what was read off: a claim of which a rule says something else on another date is due then. */
    @Test
    void findsEveryClaimOfWhichARuleSaysSomethingElse() {
        long seed = Long.getLong("cpor.seed", System.nanoTime());
        System.out.println("Random conditions of seed " + seed + "; set another with -Dcpor.seed.");
        Random random = new Random(seed);
        Map<String, String> conditions = new HashMap<>();
        while (conditions.size() < 80) {
            String condition = RandomConditions.next(random);
            if (FewerChecks.ofText(rules(text("Rule", condition))).errors().isEmpty()) {
                conditions.put("Rule " + conditions.size(), condition);
            }
        }
        CompiledRules all = CompiledRules.compile(
                rules(conditions.entrySet().stream()
                        .map(rule -> text(rule.getKey(), rule.getValue()))
                        .collect(Collectors.joining())),
                CALENDAR,
                TIMEOUT);
        Map<String, DayLimits> limits = new HashMap<>();
        conditions.forEach((name, condition) -> limits.put(name, limits(condition)));
        int differ = 0;
        for (int pair = 0; pair < 25; pair++) {
            LocalDate before = TONIGHT.minusDays(random.nextInt(30));
            LocalDate tonight = before.plusDays(1 + random.nextInt(4));
            List<OpenClaim> claims = claims(random, before);
            Map<Long, Set<String>> then = said(all, claims, before);
            Map<Long, Set<String>> now = said(all, claims, tonight);
            for (OpenClaim claim : claims) {
                Set<String> changed = new HashSet<>(then.getOrDefault(claim.id(), Set.of()));
                Set<String> said = now.getOrDefault(claim.id(), Set.of());
                said.stream().filter(rule -> !changed.remove(rule)).toList().forEach(changed::add);
                for (String rule : changed) {
                    assertThat(isDue(Objects.requireNonNull(limits.get(rule)), claim, before, tonight))
                            .as("%s: %s from %s to %s".formatted(conditions.get(rule), claim, before, tonight))
                            .isTrue();
                    differ++;
                }
            }
        }
        assertThat(differ).isGreaterThan(1000);
        assertThat(limits.values().stream().filter(read -> read.unread().isEmpty()))
                .hasSizeGreaterThan(40);
    }

    private static List<OpenClaim> claims(Random random, LocalDate before) {
        List<Status> open =
                List.of(Status.SUBMITTED, Status.UNDER_REVIEW, Status.PARTNER_ACTION_REQUIRED, Status.APPROVED);
        return IntStream.rangeClosed(1, 400)
                .mapToObj(id -> claim(
                        id,
                        open.get(random.nextInt(open.size())),
                        Consent.values()[random.nextInt(Consent.values().length)],
                        before.minusDays(random.nextInt(20)),
                        random.nextInt(5) == 0 ? null : before.minusDays(random.nextInt(25))))
                .toList();
    }

    private static Map<Long, Set<String>> said(CompiledRules rules, List<OpenClaim> claims, LocalDate date) {
        Findings findings = rules.lifecycle(claims, date);
        return claims.stream().collect(Collectors.toMap(OpenClaim::id, claim -> findings.of(claim.id()).stream()
                .map(Finding::rule)
                .collect(toSet())));
    }

    private static boolean isDue(DayLimits limits, OpenClaim claim, LocalDate before, LocalDate tonight) {
        return !limits.unread().isEmpty()
                || limits.dates().stream().anyMatch(day -> day.isAfter(before) && !day.isAfter(tonight))
                || DueRange.passed(limits, CALENDAR, before, tonight).stream().anyMatch(range -> {
                    LocalDate since =
                            range.since() == DayCount.Since.STATUS ? claim.statusSince() : claim.firstSubmitted();
                    return range.status() == claim.status()
                            && since != null
                            && !since.isBefore(range.first())
                            && !since.isAfter(range.last());
                });
    }

    private static DayLimits limits(String condition) {
        return DayLimitReading.of(List.of(new DrlFile("lifecycle/a.drl", Folder.LIFECYCLE, text("Rule", condition))));
    }

    private static String text(String name, String condition) {
        return """
                rule "%s"
                when $claim : Claim(%s)
                then decide.escalate($claim, REVIEW_START_OVERDUE);
                end
                """.formatted(name, condition);
    }
}
