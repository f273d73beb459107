package dev.cpor.job.remote;

import dev.cpor.broker.PartitionOffer;
import dev.cpor.job.Launching;
import dev.cpor.job.OpenClaimPages;
import dev.cpor.store.night.Lease;
import dev.cpor.store.remote.Attempt;
import dev.cpor.store.remote.PartitionLost;
import dev.cpor.store.remote.Taken;
import dev.cpor.store.remote.TakenPartitions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Takes an offered partition, evaluates it, and leaves it completed, given back or given up. */
final class PartitionTaking {
    private static final String TAKEN_OVER = "Somebody else has taken over %s; nothing more is written of it here.";

    private final TakenPartitions partitions;
    private final PartitionEvaluation evaluation;
    private final Heartbeats heartbeats;
    private final String owner;

    /** A night that is in hand until this is closed. */
    interface InHand extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A night that a partition belongs to.
     *
     * @param heartbeat how often it wants a sign of life
     * @param entering takes it in hand
     */
    record SharedNight(Duration heartbeat, Supplier<InHand> entering) {
        /** Returns the one that this process itself runs. */
        static SharedNight alreadyInHand(Duration heartbeat) {
            InHand stays = () -> {};
            return new SharedNight(heartbeat, () -> stays);
        }
    }

    PartitionTaking(TakenPartitions partitions, PartitionEvaluation evaluation, Heartbeats heartbeats, String owner) {
        this.partitions = partitions;
        this.evaluation = evaluation;
        this.heartbeats = heartbeats;
        this.owner = owner;
    }

    /**
     * Takes a partition, unless the offer counts no more.
     *
     * @throws DataAccessException if the database does not answer; the partition may be taken all the same, and is taken over
     *     then
     */
    Optional<Taken> take(PartitionOffer offer) {
        return partitions.take(new Attempt(offer.partition(), offer.attempt()), ProgramVersion.own(), owner);
    }

    /**
     * Evaluates a partition that was taken. Whatever fails is kept with the partition, and where even that fails, it shows by the
     * silence of the owner.
     *
     * @param night finds the night that it belongs to
     * @param notes gets a sentence for each thing that happens
     */
    void evaluate(Taken taken, Function<Taken, SharedNight> night, Consumer<String> notes) {
        Attempt attempt = taken.attempt();
        long start = System.nanoTime();
        String what = "partition " + attempt.partition();
        try (InHand hand = enter(attempt, night.apply(taken))) {
            StepExecution execution = evaluation.execution(attempt);
            what = "%s of the night of %s"
                    .formatted(
                            OpenClaimPages.range(execution.getExecutionContext())
                                    .inWords(),
                            taken.night().businessDate());
            notes.accept("Takes %s%s.".formatted(what, nth(attempt)));
            PartitionEvaluation.Ended ended = evaluation.evaluate(attempt, execution);
            if (ended.status() == BatchStatus.COMPLETED) {
                notes.accept("Has evaluated %s: %,d claims in %.1f s."
                        .formatted(what, ended.claims(), (System.nanoTime() - start) / 1e9));
            } else if (ended.failures().isEmpty() || ended.status() == BatchStatus.STOPPED) {
                giveBack(attempt, what, notes);
            } else {
                giveUp(attempt, what, ended.failures(), notes);
            }
        } catch (RuntimeException | Error e) {
            // Also what this machine alone lacks, memory or a class: another one may have it.
            giveUp(attempt, what, List.of(e), notes);
        } finally {
            heartbeats.end(attempt);
        }
    }

    private InHand enter(Attempt attempt, SharedNight night) {
        heartbeats.begin(attempt, night.heartbeat());
        return night.entering().get();
    }

    private void giveBack(Attempt attempt, String what, Consumer<String> notes) {
        notes.accept((partitions.giveBack(attempt) ? "Gives %s back; somebody else goes on with it." : TAKEN_OVER)
                .formatted(what));
    }

    private void giveUp(Attempt attempt, String what, List<Throwable> failures, Consumer<String> notes) {
        String sentence = Launching.reason(failures.get(0));
        try {
            boolean counted = failures.stream().noneMatch(PartitionTaking::isTakenOver)
                    && partitions.giveUp(attempt, "%s could not evaluate them: %s".formatted(owner, sentence));
            notes.accept(counted ? "Gives %s up: %s".formatted(what, sentence) : TAKEN_OVER.formatted(what));
        } catch (DataAccessException | TransactionException e) {
            notes.accept("The database is away; leaves %s to whoever takes it over.".formatted(what));
        }
    }

    private static boolean isTakenOver(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof PartitionLost || at instanceof Lease.LeaseLost) {
                return true;
            }
        }
        return false;
    }

    private static String nth(Attempt attempt) {
        return attempt.number() == 1 ? "" : ", attempt " + attempt.number();
    }
}
