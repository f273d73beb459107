package dev.cpor.job;

import dev.cpor.domain.ClearFailure;
import dev.cpor.report.Progress;
import dev.cpor.settings.LeaseSettings;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.NightLock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;

/**
 * Takes the lease for a night and keeps it alive. A named lock of the database falls with the process that held it, so a
 * night that died is mostly followed at once; where it does not fall (a frozen process, a lost network), the lease's expiry
 * is waited for.
 */
public final class Leasing {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Lease lease;
    private final NightLock lock;
    private final LeaseSettings settings;
    private final Progress progress;

    Leasing(Lease lease, NightLock lock, NightlySettings settings, Progress progress) {
        this.lease = lease;
        this.lock = lock;
        this.settings = settings.lease();
        this.progress = progress;
    }

    /** A lease that is kept alive until it is closed. */
    final class Held implements AutoCloseable {
        private final long token;
        private volatile NightLock.Handle handle;
        private final ScheduledExecutorService heart =
                Executors.newSingleThreadScheduledExecutor(new DaemonThreads("lease"));

        private Held(long token, NightLock.Handle handle) {
            this.token = token;
            this.handle = handle;
            long every = settings.heartbeat().toMillis();
            heart.scheduleWithFixedDelay(this::beat, every, every, TimeUnit.MILLISECONDS);
        }

        long token() {
            return token;
        }

        /** A beat that fails is tried again at the next; when the lease is lost, the next write says so. */
        private void beat() {
            try {
                if (lease.renew(token, settings.expiry())) {
                    keepLock();
                }
            } catch (RuntimeException | Error e) {
                System.getLogger(Leasing.class.getName()).log(System.Logger.Level.INFO, "A heartbeat failed.", e);
            }
        }

        private void keepLock() {
            if (!handle.isHeld()) {
                handle.close();
                handle = lock.tryTake();
            }
        }

        /** Waits for a beat that is under way, so that it finds no lock again that has just been given back. */
        private void stopBeating() {
            heart.shutdown();
            try {
                if (!heart.awaitTermination(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS)) {
                    heart.shutdownNow();
                }
            } catch (InterruptedException e) {
                heart.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            stopBeating();
            try (NightLock.Handle last = handle) {
                lease.giveBack(token);
            } catch (DataAccessException e) {
                System.getLogger(Leasing.class.getName())
                        .log(System.Logger.Level.INFO, "The lease could not be given back; it will expire.", e);
            }
        }
    }

    /**
     * Takes the lease, waiting for that of a night that died.
     *
     * @throws ClearFailure if a living night holds it
     */
    Held take() {
        NightLock.Handle handle = lock.tryTake();
        Duration seenExpiry = null;
        while (true) {
            Optional<Lease.Holder> holder = lease.holder();
            if (handle.isHeld() || holder.isEmpty() || holder.get().hasExpired()) {
                long seen = holder.map(Lease.Holder::token).orElseGet(lease::token);
                // Whoever has the lock knows that its last holder is dead; all others go by the expiry alone.
                Optional<Long> token = handle.isHeld()
                        ? lease.follow(owner(), seen, settings.expiry())
                        : lease.take(owner(), seen, settings.expiry());
                if (token.isPresent()) {
                    return new Held(token.get(), handle.isHeld() ? handle : lock.seize());
                }
                continue;
            }
            Duration expiry =
                    Duration.ofNanos(System.nanoTime()).plus(holder.get().expiresIn());
            if (seenExpiry == null) {
                seenExpiry = expiry;
                progress.note("The lease of the night is held by %s; looking for a sign of life for at most %d seconds."
                        .formatted(
                                holder.get().owner(),
                                settings.expiry().plus(POLL).toSeconds()));
            } else if (expiry.minus(seenExpiry).compareTo(settings.heartbeat().dividedBy(2)) > 0) {
                throw new ClearFailure(
                        "A night is running: %s holds the lease; wait until it has ended, or look at it with: cpor runs list."
                                .formatted(holder.get().owner()));
            }
            pause();
            handle = lock.tryTake();
        }
    }

    /**
     * Ends work that only looks as soon as somebody else has taken the lease.
     *
     * @param token of the lease that was given back when this work began
     * @throws ClearFailure if the lease was taken since
     */
    void giveWay(long token) {
        if (lease.token() != token) {
            throw new ClearFailure(
                    "A night began meanwhile (%s), and this trial has given way to it; run the same command again once it has ended."
                            .formatted(lease.holder().map(Lease.Holder::owner).orElse("it has ended already")));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClearFailure("Waiting for the lease of another night was interrupted; start the night again.", e);
        }
    }

    /** Returns how this process is called towards others, such as {@code process 12 of cpor on host1}. */
    public static String owner() {
        return "process " + ProcessHandle.current().pid() + " of " + System.getProperty("user.name") + " on " + host();
    }

    private static String host() {
        String name = System.getenv("HOSTNAME");
        if (name != null && !name.isBlank()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this machine";
        }
    }
}
