package dev.cpor.cli.night;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.job.remote.Worker;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Works for the nights of other machines until it is told to stop. */
@Command(
        name = "worker",
        description = {
            "Evaluate claims for the nights of other machines (nightly --remote) on the same --db, until it is told to stop.",
            "Rules, calendar and settings of a night come from its database; of this machine, only partitions and the broker of nightly.yaml count.",
            "CPOR_BROKER_USER and CPOR_BROKER_PASSWORD are the login at the broker."
        })
public final class WorkerCommand implements Callable<Integer> {
    /** For what comes after the last page. */
    private static final Duration END = Duration.ofSeconds(5);

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SharedOptions settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int status = ExitStatus.FAILED;

    @Override
    public Integer call() {
        if (settings.db() == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Give --db, the database of the nights to work for; one of its own has none");
        }
        try (Session session = Session.openWorker(settings)) {
            Worker worker = session.get(Worker.class);
            Thread working = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(worker, working), "stop"));
            worker.work(this::say);
            say("Has stopped; nothing is in hand.");
            status = ExitStatus.DONE;
        } finally {
            ended.countDown();
        }
        return status;
    }

    /** Being told to stop is how a worker ends, so that is no failure of its; what is one stays one. */
    private void stop(Worker worker, Thread working) {
        if (ended.getCount() == 0) {
            return;
        }
        worker.stop();
        try {
            if (ended.await(Worker.LAST_PAGE.plus(END).toSeconds(), TimeUnit.SECONDS)) {
                if (status != ExitStatus.DONE) {
                    // It says why, and waits for the end of this process then.
                    working.join(END.toMillis());
                }
                Runtime.getRuntime().halt(status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String sentence) {
        settings.console().err().println(sentence);
        settings.console().err().flush();
    }
}
