package dev.cpor.job.remote;

import dev.cpor.broker.OfferSending;
import dev.cpor.job.NightWork;
import dev.cpor.job.OpenClaimPages;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.claim.OpenClaims.IdRange;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.Tallies;
import dev.cpor.store.remote.NightTexts;
import dev.cpor.store.remote.OfferedPartitions;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The manager: has the partitions of a night evaluated by workers. Spring Batch's own handler for messages polls for ever when a worker
 * vanishes, and lets a worker that was only slow write on; this one knows who works on what.
 */
final class RemotePartitionHandler extends AbstractPartitionHandler {
    private final NightWork work;
    private final NightFiles files;
    private final OfferedPartitions offered;
    private final Tallies tallies;
    private final OfferSending sending;
    private final PartitionTaking taking;
    private final PartitionEvaluation evaluation;
    private final JobRepository repository;
    private final Lease lease;
    private final TransactionTemplate transaction;

    RemotePartitionHandler(
            NightWork work,
            NightlySettings settings,
            NightFiles files,
            OfferedPartitions offered,
            Tallies tallies,
            OfferSending sending,
            PartitionTaking taking,
            PartitionEvaluation evaluation,
            JobRepository repository,
            Lease lease,
            TransactionTemplate transaction) {
        this.work = work;
        this.files = files;
        this.offered = offered;
        this.tallies = tallies;
        this.sending = sending;
        this.taking = taking;
        this.evaluation = evaluation;
        this.repository = repository;
        this.lease = lease;
        this.transaction = transaction;
        setGridSize(settings.remote().partitions());
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> partitions) {
        if (partitions.isEmpty()) {
            return partitions;
        }
        Night night = work.night();
        NightlySettings settings = work.hand().settings();
        Map<Long, IdRange> ranges = partitions.stream()
                .collect(Collectors.toMap(
                        StepExecution::getId, partition -> OpenClaimPages.range(partition.getExecutionContext())));
        offered.offer(
                night,
                new NightTexts.Texts(
                        ProgramVersion.own(), work.ruleSet().fingerprint(), files.calendar(), files.nightly()),
                ranges.keySet());
        try (OwnHands hands = new OwnHands(taking, evaluation, settings.lease().heartbeat(), settings.partitions())) {
            Offering offering =
                    new Offering(sending, settings.lease().expiry(), work.hand().progress());
            try {
                new Watch(offered, tallies, offering, hands, ranges, work).untilAllAreEvaluated();
            } catch (RuntimeException | Error e) {
                close(night);
                throw e;
            }
        }
        Set<StepExecution> evaluated = new HashSet<>();
        ranges.keySet().forEach(id -> evaluated.add(Objects.requireNonNull(repository.getStepExecution(id))));
        return evaluated;
    }

    /** Lets workers write no more for a night that ends here. Where this fails, the next start does it. */
    private void close(Night night) {
        try {
            transaction.executeWithoutResult(status -> {
                offered.closeAll();
                lease.check(night);
            });
        } catch (DataAccessException | TransactionException | Lease.LeaseLost e) {
            System.getLogger(RemotePartitionHandler.class.getName())
                    .log(System.Logger.Level.INFO, "The partitions could not be closed.", e);
        }
    }
}
