package dev.cpor.job.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.faults.Started;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;

/** A database, a broker, and workers in processes of their own: what nights with {@code --remote} have to do with. */
final class RemoteHouse implements AutoCloseable {
    /** With pages so small that a night lasts, and patience that a test has, too. */
    private static final String[] SETTINGS = {
        "chunk: 1",
        "partitions: 1",
        "lease: { expiry: 4s, heartbeat: 1s }",
        "remote:",
        "  partitions: 8",
        "  patience: 3s",
    };

    private final Sandbox sandbox;
    private final OpenDatabase database;
    private final TestBroker broker;
    private final List<Started> workers = new ArrayList<>();

    private RemoteHouse(Sandbox sandbox, TestBroker broker) {
        this.sandbox = sandbox;
        this.broker = broker;
        // The program's own accounts get their rights first.
        assertThat(sandbox.run("claims", "list").status()).isZero();
        this.database = sandbox.open();
    }

    static RemoteHouse in(Path folder, Path feeds) {
        TestBroker broker = TestBroker.in(folder.resolve("broker"));
        String[] settings = new String[SETTINGS.length + 1];
        System.arraycopy(SETTINGS, 0, settings, 0, SETTINGS.length);
        settings[SETTINGS.length] = "  broker: { addresses: [ '" + broker.address() + "' ] }";
        return new RemoteHouse(new Sandbox(folder.resolve("box")).feeds(feeds).nightly(settings), broker);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    OpenDatabase database() {
        return database;
    }

    TestBroker broker() {
        return broker;
    }

    /** Starts a command as on another machine: with the address of the database, the login and nothing else. */
    Started start(String name, String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--db", database.url(), "--jobs", sandbox.jobs().toString()));
        words.addAll(List.of(
                "--inbox", sandbox.inbox().toString(), "--out", sandbox.out().toString()));
        ProcessBuilder program = Sandbox.program(words);
        program.environment().putAll(database.login());
        program.environment().put("CPOR_BROKER_USER", TestBroker.USER);
        program.environment().put("CPOR_BROKER_PASSWORD", TestBroker.PASSWORD);
        return Started.of(program, sandbox.folder().resolve("said").resolve(name));
    }

    /** Starts workers, and returns once they wait for partitions. */
    List<Started> workers(String... names) {
        for (String name : names) {
            workers.add(start(name, "worker"));
        }
        for (Started worker : workers) {
            assertThat(worker.livesUntil(() -> worker.errSoFar().contains("Waits for partitions")))
                    .as("it lives: %s", worker.errSoFar())
                    .isTrue();
        }
        return workers;
    }

    /** Starts the night of a business date. */
    Started night(String date, String name) {
        return start(name, "nightly", "--remote", "--skip-rule-tests", "--date", date);
    }

    /** Lets a night end, and returns what it said. */
    Said ended(Started night) {
        Said said = night.said();
        assertThat(said.status()).as(said.err()).isZero();
        return said;
    }

    /** Returns how many claims the night of a business date has decided. */
    LongSupplier decided(String date) {
        return () -> database.number("select coalesce(sum(amount), 0) from tally join run on number = run"
                + " where topic = 'EVALUATED' and business_date = '" + date + "'");
    }

    /** Freezes a worker while a partition is in its hands of which it has written a page. */
    void freezeAmidAPartition(Started worker, Started night) {
        String held =
                "select count(*) from remote_partition where state = 'OPEN' and pages > 0 and owner like 'process "
                        + worker.pid() + " of %'";
        Awaitility.await().atMost(Duration.ofMinutes(1)).pollInSameThread().until(() -> {
            assertThat(night.livesUntil(() -> database.number(held) > 0))
                    .as("the night lasts: %s", night.errSoFar())
                    .isTrue();
            worker.freeze();
            boolean amid = database.number(held) > 0;
            if (!amid) {
                worker.thaw();
            }
            return amid;
        });
    }

    @Override
    public void close() {
        workers.forEach(Started::close);
        database.close();
        broker.close();
        sandbox.close();
    }
}
