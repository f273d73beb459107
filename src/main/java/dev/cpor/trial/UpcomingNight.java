package dev.cpor.trial;

import dev.cpor.decision.Currencies;
import dev.cpor.decision.Deciding;
import dev.cpor.decision.Decision;
import dev.cpor.decision.OpenClaim;
import dev.cpor.decision.Standing;
import dev.cpor.report.Progress;
import dev.cpor.rules.CompiledRules;
import dev.cpor.store.claim.AssessableClaims;
import dev.cpor.store.claim.OpenClaims;
import dev.cpor.store.claim.OpenClaims.IdRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Compares what two rule sets make of the open claims as the tables have them. */
final class UpcomingNight {
    private final OpenClaims claims;
    private final AssessableClaims assessables;
    private final Progress progress;

    UpcomingNight(OpenClaims claims, AssessableClaims assessables, Progress progress) {
        this.claims = claims;
        this.assessables = assessables;
        this.progress = progress;
    }

    /**
     * @param size how many claims are read at a time
     * @param eachPage is done before each of them
     */
    void compare(
            LocalDate night,
            Currencies currencies,
            CompiledRules nowRules,
            CompiledRules withRules,
            int size,
            Runnable eachPage,
            Comparison comparison) {
        progress.start("Comparing claims", claims.count());
        claims.eachPage(IdRange.ALL, size, page -> {
            eachPage.run();
            List<Decision> now = Deciding.page(page, nowRules, assessables::of, currencies, night);
            List<Decision> with = Deciding.page(page, withRules, assessables::of, currencies, night);
            for (int i = 0; i < page.size(); i++) {
                comparison.now(night, now.get(i));
                comparison.with(night, with.get(i));
                compare(night, nowRules, now.get(i), with.get(i), comparison);
            }
            progress.advance(page.size());
        });
        progress.end();
    }

    private void compare(LocalDate night, CompiledRules nowRules, Decision now, Decision with, Comparison comparison) {
        OpenClaim claim = now.claim();
        comparison.compare(
                claim.claimId(),
                Outcome.of(Standing.after(now, night)),
                Outcome.of(Standing.after(with, night)),
                Optional.of(new RuleDifferences.Moment(
                        night, now, with, () -> assessables.of(List.of(claim)).get(0), nowRules)));
    }
}
