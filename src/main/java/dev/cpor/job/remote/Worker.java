package dev.cpor.job.remote;

import dev.cpor.broker.OfferListening;
import dev.cpor.broker.OfferScope;
import dev.cpor.broker.PartitionOffer;
import dev.cpor.domain.ClearFailure;
import dev.cpor.settings.BrokerSettings;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.connection.DatabaseFailure;
import dev.cpor.store.connection.PassingFailure;
import dev.cpor.store.remote.DatabaseIdentity;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Takes partitions of other machines' nights and evaluates them, several at a time, until it is told to stop. */
public class Worker {
    /** How long a page may take that is being evaluated when it is told to stop; what is not given back by then is taken over. */
    public static final Duration LAST_PAGE = OfferListening.LAST_OFFER;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final WorkerNights nights;
    private final PartitionTaking taking;
    private final PartitionEvaluation evaluation;
    private final NightlySettings settings;
    private final DatabaseIdentity database;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicBoolean databaseAway = new AtomicBoolean();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Worker(
            WorkerNights nights,
            PartitionTaking taking,
            PartitionEvaluation evaluation,
            NightlySettings settings,
            DatabaseIdentity database) {
        this.nights = nights;
        this.taking = taking;
        this.evaluation = evaluation;
        this.settings = settings;
        this.database = database;
    }

    /**
     * Works until it is told to stop; what is in hand then is given back after the page that it is at.
     *
     * @param notes gets one sentence for each thing that happens
     * @throws ClearFailure if no broker is named, if the one that is refuses the login, or if the database refuses what no
     *     waiting mends
     */
    public void work(Consumer<String> notes) {
        BrokerSettings broker = ManagerConfiguration.broker(settings);
        try (OfferListening listening = new OfferListening(
                broker,
                System::getenv,
                new OfferScope(database.get(), ProgramVersion.own()),
                settings.partitions(),
                offer -> deal(offer, notes),
                notes)) {
            nights.prepare();
            listening.start();
            notes.accept("Waits for partitions of nights from the broker at %s, %d at a time."
                    .formatted(broker.shown(), settings.partitions()));
            stop.await();
            evaluation.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RuntimeException reason = failure.get();
        if (reason != null) {
            throw new ClearFailure(
                    "The database refuses what a worker needs: %s; see that the user may do there what the user of the nights may, and start the worker again."
                            .formatted(said(reason)),
                    reason);
        }
    }

    /** Tells it to stop; may be called from any thread, and more than once. */
    public void stop() {
        stop.countDown();
        evaluation.stop();
    }

    /** Returns once the offer needs no more attention: then it is acknowledged. */
    private void deal(PartitionOffer offer, Consumer<String> notes) {
        while (stop.getCount() > 0) {
            try {
                taking.take(offer).ifPresent(taken -> taking.evaluate(taken, nights::of, notes));
                databaseAway.set(false);
                return;
            } catch (DataAccessException | TransactionException e) {
                if (!PassingFailure.is(e)) {
                    failure.compareAndSet(null, e);
                    stop();
                    throw e;
                }
                awaitDatabase(e, notes);
            }
        }
        throw new IllegalStateException("This worker ends; the offer is for another one.");
    }

    private void awaitDatabase(RuntimeException away, Consumer<String> notes) {
        if (databaseAway.compareAndSet(false, true)) {
            notes.accept("The database does not answer (%s); it is tried again until it does.".formatted(said(away)));
        }
        try {
            stop.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String said(RuntimeException failure) {
        return DatabaseFailure.message(failure).orElse(String.valueOf(failure.getMessage()));
    }
}
