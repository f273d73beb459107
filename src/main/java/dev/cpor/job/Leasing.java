package dev.cpor.job;

import dev.cpor.domain.ClearFailure;
import dev.cpor.settings.LeaseSettings;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.Lease;
import dev.cpor.store.NightLock;
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
final class Leasing {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Lease lease;
    private final NightLock lock;
    private final LeaseSettings settings;

    Leasing(Lease lease, NightLock lock, NightlySettings settings) {
        this.lease = lease;
        this.lock = lock;
        this.settings = settings.lease();
    }

    /** A lease that is kept alive until it is closed. */
    final class Held implements AutoCloseable {
        private final long token;
        private final NightLock.Handle handle;
        private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread thread = new Thread(run, "lease");
            thread.setDaemon(true);
            return thread;
        });

        private Held(long token, NightLock.Handle handle) {
            this.token = token;
            this.handle = handle;
            long every = settings.heartbeat().toMillis();
            heart.scheduleAtFixedRate(this::beat, every, every, TimeUnit.MILLISECONDS);
        }

        long token() {
            return token;
        }

        /** A beat that fails is tried again at the next; when the lease is lost, the next write says so. */
        private void beat() {
            try {
                lease.renew(token, settings.expiry());
            } catch (DataAccessException e) {
                System.getLogger(Leasing.class.getName()).log(System.Logger.Level.INFO, "A heartbeat failed.", e);
            }
        }

        @Override
        public void close() {
            heart.shutdownNow();
            try (handle) {
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
                Optional<Long> token = lease.take(owner(), seen, settings.expiry());
                if (token.isPresent()) {
                    return new Held(token.get(), handle);
                }
                continue;
            }
            Duration expiry =
                    Duration.ofNanos(System.nanoTime()).plus(holder.get().expiresIn());
            if (seenExpiry != null
                    && expiry.minus(seenExpiry).compareTo(settings.heartbeat().dividedBy(2)) > 0) {
                handle.close();
                throw new ClearFailure(
                        "A night is running: %s holds the lease; wait until it has ended, or look at it with: cpor runs list."
                                .formatted(holder.get().owner()));
            }
            seenExpiry = seenExpiry == null ? expiry : seenExpiry;
            pause();
            if (!handle.isHeld()) {
                handle.close();
                handle = lock.tryTake();
            }
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

    private static String owner() {
        return "process " + ProcessHandle.current().pid() + " of " + System.getProperty("user.name") + " on " + host();
    }

    private static String host() {
        String name = System.getenv("HOSTNAME");
        if (name != null && !name.isBlank()) {
            return name;
        }
        try {
            return java.net.InetAddress.getLocalHost().getHostName();
        } catch (java.net.UnknownHostException e) {
            return "this machine";
        }
    }
}
