package dev.cpor.job;

import dev.cpor.decision.Decision;
import dev.cpor.decision.NightTotals;
import dev.cpor.job.request.NightOptions;
import dev.cpor.job.rules.RuleSets;
import dev.cpor.report.NightReport;
import dev.cpor.store.claim.OpenClaims.IdRange;
import dev.cpor.store.connection.RolledBack;
import dev.cpor.store.intake.Rejects;
import dev.cpor.store.intake.WaitingRows;
import dev.cpor.store.intake.WaitingRows.ClaimRange;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.Runs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Runs nights inside one transaction that is rolled back: the same reading, deciding and writing as in a night that stays, so
 * that it tells what that night would do; no file is written.
 */
public class DryRun {
    private final Nights nights;
    private final NightWork work;
    private final Leasing leasing;
    private final Runs runs;
    private final RuleSets ruleSets;
    private final RequiredFeeds requiredFeeds;
    private final FeedReading feeds;
    private final FeedKeeping feedKeeping;
    private final WaitingRows waitingRows;
    private final TurnPartitions turns;
    private final TurnKeeping turnKeeping;
    private final ClaimsToEvaluate claims;
    private final PageDeciding deciding;
    private final Braking braking;
    private final PayoutSteps payout;
    private final NightReporting reporting;
    private final Rejects rejects;
    private final RolledBack rolledBack;

    DryRun(
            Nights nights,
            NightWork work,
            Leasing leasing,
            Runs runs,
            RuleSets ruleSets,
            RequiredFeeds requiredFeeds,
            FeedReading feeds,
            FeedKeeping feedKeeping,
            WaitingRows waitingRows,
            TurnPartitions turns,
            TurnKeeping turnKeeping,
            ClaimsToEvaluate claims,
            PageDeciding deciding,
            Braking braking,
            PayoutSteps payout,
            NightReporting reporting,
            Rejects rejects,
            RolledBack rolledBack) {
        this.nights = nights;
        this.work = work;
        this.leasing = leasing;
        this.runs = runs;
        this.ruleSets = ruleSets;
        this.requiredFeeds = requiredFeeds;
        this.feeds = feeds;
        this.feedKeeping = feedKeeping;
        this.waitingRows = waitingRows;
        this.turns = turns;
        this.turnKeeping = turnKeeping;
        this.claims = claims;
        this.deciding = deciding;
        this.braking = braking;
        this.payout = payout;
        this.reporting = reporting;
        this.rejects = rejects;
        this.rolledBack = rolledBack;
    }

    /**
     * What one night would do, and the rows that it would refuse.
     *
     * @param crossed the limits of the brake that it would cross, to stand after "it"; null when the brake would let it pass
     */
    public record WouldDo(
            NightReport report,
            List<Decision> decisions,
            List<Rejects.Reject> rejects,
            @Nullable String crossed) {}

    /**
     * Tells what these nights would do, one after the other; those that are complete are left out.
     *
     * @param each gets each night as soon as it is known
     */
    public void run(List<LocalDate> businessDates, NightOptions options, Consumer<WouldDo> each) {
        businessDates.forEach(nights::checkCalendar);
        businessDates.forEach(requiredFeeds::check);
        try (Leasing.Held lease = leasing.take()) {
            rolledBack.run(() -> {
                for (LocalDate date : businessDates) {
                    Optional<Runs.Run> before = runs.of(date);
                    if (before.filter(Runs.Run::isComplete).isEmpty()) {
                        nights.takeInHand(
                                Night.ROLLED_BACK,
                                date,
                                ruleSets.passing(nights.begun(before, options), date, options),
                                options);
                        each.accept(night());
                    }
                }
            });
        }
    }

    /**
     * Does something where the night of a business date would evaluate: what has come in for it is applied, and is taken back
     * with all else afterwards. A night that begins meanwhile is not kept waiting: this gives way to it.
     *
     * @param businessDate of a night that is not complete
     * @param act gets what it has to run now and then, which throws when it has to give way
     * @throws ClearFailure if a night runs, or begins meanwhile
     */
    public void beforeEvaluation(LocalDate businessDate, Consumer<Runnable> act) {
        nights.checkCalendar(businessDate);
        if (waitingRows.countDue(businessDate) == 0 && !feeds.hasUnread()) {
            act.accept(() -> {});
            return;
        }
        Leasing.Held lease = leasing.take();
        // Nothing is written that stays: no night needs to be kept away, only its half-done work.
        lease.close();
        Runnable undisturbed = () -> leasing.giveWay(lease.token());
        rolledBack.run(() -> {
            nights.takeInHand(Night.ROLLED_BACK, businessDate, null, NightOptions.NONE);
            intake(undisturbed);
            act.accept(undisturbed);
        });
    }

    private void intake(Runnable each) {
        drain(feeds, new ExecutionContext(), feedKeeping, each);
        for (ClaimRange all : turns.ranges(1)) {
            drain(new TurnReading(work, waitingRows), TurnReading.context(all), turnKeeping, each);
        }
        work.hand().progress().end();
    }

    private WouldDo night() {
        intake(() -> {});
        payout.reverse();
        List<Decision> changes = new ArrayList<>();
        NightTotals totals = new NightTotals();
        boolean hasDecided = claims.chooseFromTheFirst();
        long open = work.hand().settings().brake().isSet() ? claims.open() : 0;
        if (!claims.isOver()) {
            evaluate(decided -> {
                totals.add(decided);
                if (!(decided instanceof Decision.Unchanged)) {
                    changes.add(decided);
                }
            });
        }
        List<Rejects.Reject> refused = new ArrayList<>();
        rejects.of(work.night().businessDate(), refused::add);
        // Once a night has decided on a claim, no limit stops it any more.
        List<String> crossed = hasDecided ? List.of() : braking.crossed(open, totals);
        WouldDo told = new WouldDo(
                reporting.report(true), changes, refused, crossed.isEmpty() ? null : String.join("; it ", crossed));
        // The brake compares the next one with the average of the complete nights.
        runs.complete(work.night(), "", "");
        return told;
    }

    private void evaluate(Consumer<Decision> each) {
        work.hand().progress().start("Evaluating claims", claims.cut(1).claims());
        OpenClaimPages pages = new OpenClaimPages(claims);
        pages.open(OpenClaimPages.context(IdRange.ALL));
        for (OpenPage page = pages.read(); page != null; page = pages.read()) {
            DecidedPage decided = deciding.process(page);
            decided.decisions().forEach(each);
            deciding.write(new Chunk<>(List.of(decided)));
        }
        work.hand().progress().end();
    }

    private static <T> void drain(
            ItemStreamReader<T> reader, ExecutionContext context, ItemWriter<T> writer, Runnable each) {
        reader.open(context);
        try {
            for (T item = reader.read(); item != null; item = reader.read()) {
                each.run();
                writer.write(new Chunk<>(List.of(item)));
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            reader.close();
        }
    }
}
