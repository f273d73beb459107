package dev.cpor.rules;

import static dev.cpor.domain.ReasonCode.NO_PARTNER_RESPONSE;
import static dev.cpor.rules.RuleFixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.decision.Finding;
import dev.cpor.decision.Findings;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.BusinessCalendar.YearNotInCalendar;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Status;
import dev.cpor.rules.compile.FewerChecks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final String SILENT = """
            rule "The partner is silent"
            when $c : Claim(status == Status.PARTNER_ACTION_REQUIRED)
            then decide.reject($c, NO_PARTNER_RESPONSE);
            end
            """;
    private static final String DIVIDES = """
            rule "A rule divides"
            when $c : Claim(100 / daysInStatus > 1000)
            then decide.handOff($c);
            end
            """;
    /** The gate lets no such rule through. */
    private static final String ENDLESS = """
            rule "A rule never ends"
            when $c : Claim(daysInStatus == 0, eval(dev.cpor.rules.Endless.never()))
            then decide.handOff($c);
            end
            """;

    @Test
    void findsTheClaimOnWhichARuleFailsAndEvaluatesTheOthers() {
        CompiledRules rules = CompiledRules.compile(rules(SILENT + DIVIDES), CALENDAR, TIMEOUT);

        Findings findings = rules.lifecycle(page(20, 7), TONIGHT);

        assertThat(findings.failures()).containsOnlyKeys(7L);
        assertThat(findings.failures().get(7L))
                .isEqualTo(new Findings.Failure(
                        "A rule divides",
                        "The rule \"A rule divides\" failed on claim C-7: it threw ArithmeticException (/ by zero)."));
        assertThat(findings.byClaim()).hasSize(19).doesNotContainKey(7L);
        assertThat(findings.of(8)).containsExactly(new Finding.Reject("The partner is silent", NO_PARTNER_RESPONSE));
    }

    @Test
    void findsTheClaimOnWhichARuleNeverEnds() {
        CompiledRules rules = unchecked(SILENT + ENDLESS, Duration.ofMillis(500));

        Findings findings = rules.lifecycle(page(20, 7), TONIGHT);

        assertThat(findings.failures()).containsOnlyKeys(7L);
        assertThat(findings.failures().get(7L)).asString().contains("A rule never ends", "did not end within 500 ms");
        assertThat(findings.byClaim()).hasSize(19);
    }

    @Test
    void waitsNoLongerWhenARuleEndsOnNoClaim() {
        CompiledRules rules = unchecked(SILENT + ENDLESS, Duration.ofMillis(200));
        List<OpenClaim> page = new ArrayList<>();
        for (int id = 1; id <= 200; id++) {
            page.add(claim(id, Status.PARTNER_ACTION_REQUIRED, Consent.NONE, TONIGHT, null));
        }

        long begin = System.nanoTime();
        Findings findings = rules.lifecycle(page, TONIGHT);

        assertThat(findings.failures()).hasSize(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void saysTheSameForAnyPageSizeOrderAndNumberOfThreads() throws Exception {
        CompiledRules rules = shipped();
        List<OpenClaim> claims = mixed(3_000);
        Findings whole = rules.lifecycle(claims, TONIGHT);
        assertThat(whole.byClaim()).isNotEmpty();

        List<OpenClaim> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, new Random(20261120));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Findings>> parts = new ArrayList<>();
            for (int at = 0; at < shuffled.size(); at += 7) {
                List<OpenClaim> part = shuffled.subList(at, Math.min(at + 7, shuffled.size()));
                parts.add(threads.submit(() -> rules.lifecycle(part, TONIGHT)));
            }
            for (Future<Findings> part : parts) {
                part.get().byClaim().forEach((claim, found) -> assertThat(found)
                        .containsExactlyInAnyOrderElementsOf(whole.of(claim)));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void stopsForAYearThatTheCalendarCannotAnswerFor() {
        CompiledRules rules = CompiledRules.compile(rules(SILENT), CALENDAR, TIMEOUT);
        OpenClaim old = claim(Status.SUBMITTED, LocalDate.of(2019, 1, 1));

        assertThatThrownBy(() -> rules.lifecycle(List.of(old), TONIGHT)).isInstanceOf(YearNotInCalendar.class);
    }

    private static CompiledRules unchecked(String lifecycle, Duration timeout) {
        return CompiledRules.compile(FewerChecks.none(rules(lifecycle)), CALENDAR, timeout);
    }

    /** Returns claims that were asked for information yesterday, but for one that was asked today. */
    private static List<OpenClaim> page(int size, int today) {
        List<OpenClaim> page = new ArrayList<>();
        for (int id = 1; id <= size; id++) {
            LocalDate since = id == today ? TONIGHT : TONIGHT.minusDays(1);
            page.add(claim(id, Status.PARTNER_ACTION_REQUIRED, Consent.NONE, since, since));
        }
        return page;
    }

    static List<OpenClaim> mixed(int count) {
        Random random = new Random(42);
        List<Status> open =
                List.of(Status.SUBMITTED, Status.UNDER_REVIEW, Status.PARTNER_ACTION_REQUIRED, Status.APPROVED);
        List<OpenClaim> claims = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            Status status = open.get(random.nextInt(open.size()));
            boolean late = random.nextInt(10) == 0;
            LocalDate since = TONIGHT.minusDays(late ? 20 : 1);
            Consent consent = status == Status.APPROVED ? Consent.PENDING : Consent.NONE;
            claims.add(claim(id, status, consent, since, since));
        }
        return claims;
    }
}
