package dev.cpor.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.decision.Decision;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.Status;
import dev.cpor.report.NightReport.Action;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ActsTest {
    @Test
    void aHandOffAfterAHoldIsNoRulesActButCounts() {
        LocalDate day = LocalDate.parse("2026-11-02");
        OpenClaim held = new OpenClaim(
                1,
                "C-1",
                5,
                "P-1",
                "T-1",
                Program.OSU,
                Activity.USAGE,
                Status.APPROVED,
                Consent.ELAPSED,
                Incentive.NOT_ASSESSED,
                day,
                day,
                Set.of());

        assertThat(Acts.of(new Decision.HandedOff(held, List.of(), false, "", new TreeMap<>(), List.of())))
                .containsExactly(new Acts.Act("", Action.HANDED_OFF));
    }
}
