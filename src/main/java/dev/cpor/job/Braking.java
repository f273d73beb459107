package dev.cpor.job;

import dev.cpor.decision.NightTotals;
import dev.cpor.decision.OpenClaim;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.claim.OpenClaims.Cut;
import dev.cpor.store.claim.OpenClaims.IdRange;
import dev.cpor.store.night.Evaluations;
import dev.cpor.store.night.NightAverages;
import dev.cpor.store.night.Runs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Decides the claims that the night evaluates as it will, without writing anything, and stops the night when that crosses a limit. There
 * is nothing to stop any more once the night has written its first page, or has found that there is none. What somebody has approved it may cross, by the very
 * figures that were approved.
 */
final class Braking {
    private static final int NIGHTS = 30;

    private final NightWork work;
    private final NightlySettings settings;
    private final Runs runs;
    private final Evaluations evaluations;
    private final NightAverages past;
    private final ClaimsToEvaluate claims;
    private final PageDeciding deciding;

    Braking(
            NightWork work,
            NightlySettings settings,
            Runs runs,
            Evaluations evaluations,
            NightAverages past,
            ClaimsToEvaluate claims,
            PageDeciding deciding) {
        this.work = work;
        this.settings = settings;
        this.runs = runs;
        this.evaluations = evaluations;
        this.past = past;
        this.claims = claims;
        this.deciding = deciding;
    }

    /** @throws Braked if the night crosses a limit by figures that nobody has approved */
    void brake() {
        if (evaluations.hasDecided(work.night().run())) {
            return;
        }
        List<String> crossed = crossed(claims.open(), foresee());
        if (!crossed.isEmpty()) {
            throw new Braked(
                    "The night of %s, run %d, is braked before it writes a decision: it %s; see more with \"cpor nightly --dry-run --date %s\", go on with it all the same with \"cpor nightly --approve %d\", or, once the rules are mended, with: cpor nightly --date %s --new-rules."
                            .formatted(
                                    work.night().businessDate(),
                                    work.night().run(),
                                    String.join("; it ", crossed),
                                    work.night().businessDate(),
                                    work.night().run(),
                                    work.night().businessDate()),
                    crossed);
        }
    }

    /**
     * Says which limits these totals of the night in hand cross, each to stand after "it"; none when they cross none, or only
     * what was approved.
     *
     * @param open how many claims were open before it
     */
    List<String> crossed(long open, NightTotals totals) {
        if (!settings.brake().isSet()) {
            return List.of();
        }
        LocalDate date = work.night().businessDate();
        List<String> crossed = BrakeLimits.crossed(settings.brake(), open, totals, past.before(date, NIGHTS));
        Set<String> approved = runs.of(date).map(Runs.Run::approved).orElse(Set.of());
        return approved.containsAll(crossed) ? List.of() : crossed;
    }

    private NightTotals foresee() {
        Cut cut = claims.cut(settings.partitions());
        work.hand().progress().start("Foreseeing decisions", cut.claims());
        ExecutorService threads = Executors.newFixedThreadPool(settings.partitions(), new DaemonThreads("brake"));
        try {
            List<Future<NightTotals>> parts = new ArrayList<>();
            cut.ranges().forEach(range -> parts.add(threads.submit(() -> foresee(range))));
            NightTotals all = new NightTotals();
            for (Future<NightTotals> part : parts) {
                all.add(part.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The night was interrupted while it foresaw its decisions.", e);
        } finally {
            threads.shutdownNow();
            work.hand().progress().end();
        }
    }

    private NightTotals foresee(IdRange range) {
        NightTotals totals = new NightTotals();
        Supplier<List<OpenClaim>> pages = claims.pages(range, 0);
        for (List<OpenClaim> page = pages.get(); !page.isEmpty(); page = pages.get()) {
            deciding.decide(page).forEach(totals::add);
            work.hand().progress().advance(page.size());
        }
        return totals;
    }
}
