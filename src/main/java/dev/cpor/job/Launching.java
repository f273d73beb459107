package dev.cpor.job;

import dev.cpor.domain.BusinessCalendar.YearNotInCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.store.connection.DatabaseFailure;
import dev.cpor.store.connection.PassingFailure;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Runs;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Launches a job, and launches it again when the database failed in a way that passes: each partition then goes on after its
 * last commit, in a new transaction. Runs under the lease, so an execution that is still noted as running is a dead one.
 */
public final class Launching {
    private static final int LAUNCHES = 4;

    private final NightWork work;
    private final JobOperator operator;
    private final DeadExecutions dead;
    private final Runs runs;
    private final Lease lease;
    private final TransactionTemplate transaction;

    Launching(
            NightWork work,
            JobOperator operator,
            DeadExecutions dead,
            Runs runs,
            Lease lease,
            TransactionTemplate transaction) {
        this.work = work;
        this.operator = operator;
        this.dead = dead;
        this.runs = runs;
        this.lease = lease;
        this.transaction = transaction;
    }

    /** @throws ClearFailure if the job did not complete */
    void launch(Job job, JobParameters parameters) {
        for (int launch = 1; ; launch++) {
            List<Throwable> failures = recover(job, parameters);
            if (failures.isEmpty()) {
                failures = run(job, parameters);
            }
            if (failures.isEmpty()) {
                return;
            }
            if (launch == LAUNCHES || !failures.stream().allMatch(PassingFailure::is)) {
                throw failed(failures);
            }
            work.hand()
                    .progress()
                    .note("The database failed in a way that may pass; the night goes on after its last commit.");
        }
    }

    /** An execution that is noted as running is a dead one, as long as the lease is ours; what it offered to others is closed. */
    private List<Throwable> recover(Job job, JobParameters parameters) {
        try {
            transaction.executeWithoutResult(status -> {
                dead.settle(job.getName(), parameters);
                lease.check(work.night());
            });
            return List.of();
        } catch (DataAccessException | TransactionException | Lease.LeaseLost e) {
            return List.of(e);
        }
    }

    private List<Throwable> run(Job job, JobParameters parameters) {
        try {
            JobExecution execution = operator.start(job, parameters);
            if (execution.getStatus() == BatchStatus.COMPLETED) {
                return List.of();
            }
            List<Throwable> failures = execution.getAllFailureExceptions().stream()
                    .filter(failure -> !isEcho(failure))
                    .toList();
            return failures.isEmpty()
                    ? List.of(new IllegalStateException("The job ended as " + execution.getStatus()))
                    : failures;
        } catch (JobExecutionException | DataAccessException | TransactionException e) {
            return List.of(e);
        }
    }

    /** The step over the partitions repeats that one of them failed. */
    private static boolean isEcho(Throwable failure) {
        return failure instanceof JobExecutionException && failure.getCause() == null;
    }

    private ClearFailure failed(List<Throwable> failures) {
        Throwable first = failures.get(0);
        String message = message(first);
        try {
            lease.confirm(work.night());
            Braked braked = find(first, Braked.class);
            if (braked != null) {
                runs.brake(work.night(), message, braked.crossed());
            } else {
                runs.fail(work.night(), message);
            }
        } catch (Lease.LeaseLost lost) {
            // Whatever failed, failed because somebody else does this night's work by now.
            lost.addSuppressed(first);
            return new ClearFailure(String.valueOf(lost.getMessage()), lost);
        } catch (DataAccessException | TransactionException e) {
            // The database is away: the run stays noted as running, and the next start recovers it.
            first.addSuppressed(e);
        }
        return new ClearFailure(message, first);
    }

    /** Says in a sentence why a night failed. */
    private static String message(Throwable failure) {
        return clear(failure)
                .or(() -> DatabaseFailure.message(failure)
                        .map(
                                "The database failed: %s; nothing half-done is visible, run the same command again to go on."
                                        ::formatted))
                .orElseGet(() ->
                        "The night failed: %s; run the same command again to go on, and with --verbose to see where."
                                .formatted(root(failure)));
    }

    /** Says why a part of a night failed, which is no reason yet to do anything. */
    public static String reason(Throwable failure) {
        return clear(failure)
                .orElseGet(() -> DatabaseFailure.message(failure)
                                .map("The database failed: %s"::formatted)
                                .orElseGet(() -> root(failure))
                        + ".");
    }

    private static Optional<String> clear(Throwable failure) {
        return Stream.of(ClearFailure.class, Braked.class, YearNotInCalendar.class, Lease.LeaseLost.class)
                .map(clear -> find(failure, clear))
                .filter(Objects::nonNull)
                .findFirst()
                .map(found -> String.valueOf(found.getMessage()));
    }

    /** Returns the first line of what was at the bottom of it, without a full stop. */
    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return text.lines().findFirst().orElse(text).replaceAll("\\.$", "");
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
