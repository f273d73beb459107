package dev.cpor.broker;

import dev.cpor.domain.ClearFailure;
import dev.cpor.settings.BrokerSettings;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Takes offers from the broker, several at a time. An offer is acknowledged once it has been dealt with; one that could not be,
 * because this process ended or the broker went away, comes again. While the broker is away it is looked for.
 */
public final class OfferListening implements AutoCloseable {
    /** How long what is being dealt with may take when this is closed. */
    public static final Duration LAST_OFFER = Duration.ofSeconds(15);

    private static final long FIRST_INTERVAL = 500;
    private static final long LONGEST_INTERVAL = 10_000;

    private final Connecting connecting;
    private final Consumer<String> notes;
    private final AtomicBoolean away = new AtomicBoolean();
    private final DefaultMessageListenerContainer container = new Container();
    private final int threads;
    private final Semaphore idle;

    /**
     * @param environment returns the value of an environment variable, or null
     * @param scope whose offers are taken; those for others are left to others
     * @param threads how many offers are dealt with at the same time
     * @param dealing deals with an offer; may be called by several threads
     * @param notes gets a sentence when the broker is away, and when it is back
     * @throws ClearFailure if a key store or an environment variable is missing
     */
    public OfferListening(
            BrokerSettings settings,
            UnaryOperator<@Nullable String> environment,
            OfferScope scope,
            int threads,
            Consumer<PartitionOffer> dealing,
            Consumer<String> notes) {
        this.connecting = new Connecting(settings, environment);
        this.notes = notes;
        this.threads = threads;
        this.idle = new Semaphore(threads);
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_INTERVAL, 2);
        backOff.setMaxInterval(LONGEST_INTERVAL);
        container.setConnectionFactory(connecting.factory());
        container.setDestinationName(connecting.queue());
        container.setMessageSelector(PartitionOffer.selector(scope));
        container.setSessionTransacted(true);
        container.setConcurrentConsumers(threads);
        container.setBackOff(backOff);
        container.setMessageListener((MessageListener) message -> deal(message, dealing));
        container.setAutoStartup(false);
        container.afterPropertiesSet();
    }

    /**
     * Begins to take offers, now or as soon as the broker answers.
     *
     * @throws ClearFailure if it answers and refuses the login, or to give messages
     */
    public void start() {
        connecting.warning().ifPresent(notes);
        connecting
                .tried((session, queue) -> session.createConsumer(queue).close())
                .ifPresent(this::isAway);
        container.start();
    }

    private void deal(Message message, Consumer<PartitionOffer> dealing) {
        idle.acquireUninterruptibly();
        try {
            offer(message).ifPresent(dealing);
        } finally {
            idle.release();
        }
    }

    private Optional<PartitionOffer> offer(Message message) {
        try {
            Optional<PartitionOffer> offer = PartitionOffer.of(message);
            if (offer.isEmpty()) {
                notes.accept("A message in the queue %s is no offer of a partition; it is left aside."
                        .formatted(connecting.queue()));
            }
            return offer;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private void isAway(String reason) {
        if (away.compareAndSet(false, true)) {
            notes.accept(connecting.away(reason) + "; it is tried again until it does.");
        }
    }

    private void isBack() {
        if (away.compareAndSet(true, false)) {
            notes.accept("The broker at %s answers again.".formatted(connecting.shown()));
        }
    }

    /** Takes no more offers, and returns when those in hand are dealt with, or after {@link #LAST_OFFER}. */
    @Override
    public void close() {
        container.stop();
        try {
            idle.tryAcquire(threads, LAST_OFFER.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        container.shutdown();
        connecting.factory().close();
    }

    /** Tells when the connection is lost, and when it is there again. */
    private final class Container extends DefaultMessageListenerContainer {
        @Override
        protected void handleListenerSetupFailure(Throwable failure, boolean alreadyHandled) {
            if (!alreadyHandled
                    && isRunning()
                    && !failure.getClass().equals(SharedConnectionNotInitializedException.class)) {
                isAway(Connecting.reason(failure));
            }
            super.handleListenerSetupFailure(failure, alreadyHandled);
        }

        @Override
        protected void refreshConnectionUntilSuccessful() {
            super.refreshConnectionUntilSuccessful();
            if (isRunning()) {
                isBack();
            }
        }
    }
}
