package dev.cpor.rules.evaluate;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work on a thread that can be left behind when it does not end. */
public final class TimeLimit {
    // Daemons: a rule that never ends must not keep the program from ending.
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "rules");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration limit;

    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /** The work threw, or it did not end in time. */
    public static final class Failed extends Exception {
        private final boolean endless;

        private Failed(String what, boolean endless, Throwable cause) {
            super(what, cause);
            this.endless = endless;
        }

        /** Says whether the work did not end in time. */
        public boolean isEndless() {
            return endless;
        }

        /** Returns what it did, to stand after "it". */
        public String what() {
            return String.valueOf(getMessage());
        }
    }

    <T> T call(Callable<T> work) throws Failed {
        Future<T> result = WORKERS.submit(work);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new Failed("did not end within %d ms; shorten its condition".formatted(limit.toMillis()), true, e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
                throw error;
            }
            Throwable root = rootOf(cause);
            throw new Failed(
                    "threw %s (%s)".formatted(root.getClass().getSimpleName(), root.getMessage()), false, cause);
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The evaluation of rules was interrupted.", e);
        }
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable cause = root.getCause(); cause != null && cause != root; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }
}
