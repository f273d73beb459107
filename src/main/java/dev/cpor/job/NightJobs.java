package dev.cpor.job;

import dev.cpor.job.payout.PayoutConfiguration;
import dev.cpor.job.request.RequestConfiguration;
import dev.cpor.job.rules.RuleSetConfiguration;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.intake.WaitingRows;
import dev.cpor.store.night.Lease;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The night reads like this: feeds, turns, the choice of claims, the brake where it is set, reversals, evaluation, payout extract, run report. An
 * intake is its first half.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
@Import({
    Braking.class,
    ClaimPartitions.class,
    ClaimsToEvaluate.class,
    DeadExecutions.class,
    DryRun.class,
    FeedKeeping.class,
    FeedReading.class,
    InboxClearing.class,
    Launching.class,
    Leasing.class,
    NightReporting.class,
    Nights.class,
    NightWork.class,
    PageDeciding.class,
    PartitionSteps.class,
    PayoutConfiguration.class,
    PayoutSteps.class,
    Reinstating.class,
    RequestConfiguration.class,
    RequiredFeeds.class,
    RuleSetConfiguration.class,
    RunFolder.class,
    StepTimes.class,
    TurnKeeping.class,
    TurnPartitions.class
})
public class NightJobs {
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final NightWork work;
    private final Lease lease;

    NightJobs(JobRepository repository, PlatformTransactionManager transactions, NightWork work, Lease lease) {
        this.repository = repository;
        this.transactions = transactions;
        this.work = work;
        this.lease = lease;
    }

    @Bean
    Job night(
            Step readFeeds,
            Step takeTurns,
            Step clearInbox,
            Step chooseClaims,
            Step brake,
            Step reverseEarnings,
            Step evaluate,
            Step assignEarnings,
            Step writeExtracts,
            Step reportRejects,
            Step closeNight,
            NightlySettings settings) {
        SimpleJobBuilder upToBrake = new JobBuilder("night", repository)
                .start(readFeeds)
                .next(takeTurns)
                .next(clearInbox)
                .next(chooseClaims);
        return (settings.brake().isSet() ? upToBrake.next(brake) : upToBrake)
                .next(reverseEarnings)
                .next(evaluate)
                .next(assignEarnings)
                .next(writeExtracts)
                .next(reportRejects)
                .next(closeNight)
                .build();
    }

    @Bean
    Job intake(Step readFeeds, Step takeTurns, Step clearInbox, Step reportRejects) {
        return new JobBuilder("intake", repository)
                .start(readFeeds)
                .next(takeTurns)
                .next(clearInbox)
                .next(reportRejects)
                .build();
    }

    @Bean
    Step readFeeds(FeedReading reading, FeedKeeping keeping) {
        return new StepBuilder("readFeeds", repository)
                .<FeedPage, FeedPage>chunk(1)
                .transactionManager(transactions)
                .reader(reading)
                .writer(keeping)
                .build();
    }

    @Bean
    Step takeTurns(TurnPartitions partitions, Step takeTurnsOfPartition, NightlySettings settings) {
        return new StepBuilder("takeTurns", repository)
                .partitioner(takeTurnsOfPartition.getName(), partitions)
                .partitionHandler(new PartitionThreads(takeTurnsOfPartition, "turns-", settings.partitions()))
                .build();
    }

    @Bean
    Step takeTurnsOfPartition(TurnReading turnReading, TurnKeeping keeping) {
        return new StepBuilder("takeTurnsOfPartition", repository)
                .<List<String>, List<String>>chunk(1)
                .transactionManager(transactions)
                .reader(turnReading)
                .writer(keeping)
                .build();
    }

    /** Each partition has its own range. */
    @Bean
    @StepScope
    TurnReading turnReading(WaitingRows waitingRows) {
        return new TurnReading(work, waitingRows);
    }

    @Bean
    Step clearInbox(InboxClearing clearing) {
        return act("clearInbox", clearing::moveReadFiles);
    }

    /** Chooses again in every start: something else may have happened since. */
    @Bean
    Step chooseClaims(ClaimsToEvaluate claims) {
        return new StepBuilder("chooseClaims", repository)
                .tasklet(acting(claims::choose), transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /** Looks again in every start: what it found before says nothing about a night that nobody has approved. */
    @Bean
    Step brake(Braking braking) {
        return new StepBuilder("brake", repository)
                .tasklet(acting(braking::brake), transactions)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step reverseEarnings(PayoutSteps payout) {
        return act("reverseEarnings", payout::reverse);
    }

    /** @param elsewhere has the partitions evaluated where there is one, instead of threads of this process */
    @Bean
    Step evaluate(
            ClaimPartitions partitions,
            Step evaluatePartition,
            NightlySettings settings,
            ObjectProvider<PartitionHandler> elsewhere) {
        return new StepBuilder("evaluate", repository)
                .partitioner(evaluatePartition.getName(), partitions)
                .splitter(new RangeSplitter(repository, evaluatePartition.getName(), partitions))
                .partitionHandler(elsewhere.getIfAvailable(
                        () -> new PartitionThreads(evaluatePartition, "evaluate-", settings.partitions())))
                .build();
    }

    @Bean
    Step evaluatePartition(PartitionSteps steps, OpenClaimPages pages, PageDeciding deciding) {
        return steps.evaluating(repository, pages, deciding);
    }

    /** Declared as what carries its position through a restart. */
    @Bean
    @StepScope
    OpenClaimPages openClaimPages(ClaimsToEvaluate claims) {
        return new OpenClaimPages(claims);
    }

    @Bean
    Step assignEarnings(PayoutSteps payout) {
        return act("assignEarnings", payout::assign);
    }

    @Bean
    Step writeExtracts(PayoutSteps payout) {
        return act("writeExtracts", payout::writeExtracts);
    }

    @Bean
    Step reportRejects(RunFolder folder) {
        return act("reportRejects", folder::writeRejects);
    }

    @Bean
    Step closeNight(PayoutSteps payout, NightReporting reporting) {
        return act("closeNight", () -> {
            reporting.close();
            payout.writeControls();
        });
    }

    private Step act(String name, Runnable act) {
        return new StepBuilder(name, repository)
                .tasklet(acting(act), transactions)
                .build();
    }

    private Tasklet acting(Runnable act) {
        return (contribution, chunk) -> {
            lease.confirm(work.night());
            act.run();
            lease.check(work.night());
            return RepeatStatus.FINISHED;
        };
    }
}
