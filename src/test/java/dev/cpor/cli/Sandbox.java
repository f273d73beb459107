package dev.cpor.cli;

import dev.cpor.cli.session.Console;
import dev.cpor.cli.session.Session;
import dev.cpor.generate.FeedGenerator;
import dev.cpor.generate.GeneratorOptions;
import dev.cpor.job.Nights;
import dev.cpor.job.request.NightOptions;
import dev.cpor.server.EmbeddedServer;
import dev.cpor.store.claim.ClaimHistory;
import dev.cpor.store.claim.ClaimQueries;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/**
 * A program of its own for a test: a database without claims, an inbox, and copies of the rules and the jobs, all in one folder.
 *
 * <p>The database is on the program's own server, or an {@link OutsideDatabase}.
 */
public final class Sandbox implements AutoCloseable {
    private final Path folder;
    private final @Nullable OutsideDatabase outside;
    private @Nullable EmbeddedServer server;

    /** What a command said. */
    public record Said(int status, String out, String err) {
        /** Returns what standard error says beside how far the night has come. */
        public List<String> sentences() {
            return err.lines()
                    .filter(
                            line -> !line.matches(
                                    "(Reading feeds[^:]*|Applying events|Foreseeing decisions|Evaluating claims|Writing \\S+|Putting claims back): .* (in|of|done) .*"))
                    .toList();
        }

        /** Returns the lines of standard output. */
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    /** @param folder an empty folder */
    public Sandbox(Path folder) {
        this.folder = folder;
        copy(Path.of("rules"), rules());
        copy(Path.of("jobs"), jobs());
        create(inbox());
        this.outside = OutsideDatabase.create();
        if (outside == null) {
            ReadyData.copyTo(data());
        }
    }

    public Path folder() {
        return folder;
    }

    public Path inbox() {
        return folder.resolve("inbox");
    }

    public Path rules() {
        return folder.resolve("rules");
    }

    public Path jobs() {
        return folder.resolve("jobs");
    }

    /** The folder of the program's own server; not there when the database is an {@link OutsideDatabase}. */
    public Path data() {
        return folder.resolve("data");
    }

    public Path out() {
        return folder.resolve("out");
    }

    /** Puts a file of this name and content into the inbox. */
    public Sandbox feed(String name, String... lines) {
        return write(inbox().resolve(name), String.join("\n", lines) + "\n");
    }

    /** Copies every file of a folder into the inbox. */
    public Sandbox feeds(Path from) {
        copy(from, inbox());
        return this;
    }

    /** Puts the feeds of so many generated claims into the inbox. */
    public Sandbox generated(int claims) {
        Path feeds = folder.resolve("generated");
        FeedGenerator.generate(GeneratorOptions.of(claims, feeds));
        return feeds(feeds);
    }

    /** Writes {@code nightly.yaml} with these lines and nothing else. */
    public Sandbox nightly(String... lines) {
        return write(jobs().resolve("nightly.yaml"), String.join("\n", lines) + "\n");
    }

    /** Writes a text file. */
    public Sandbox write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Runs a command in this process. */
    public Said run(String... args) {
        keepTheServer();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        int status = Main.commandLine(console).execute(arguments(args).toArray(String[]::new));
        console.flush();
        return new Said(status, out.toString(), err.toString());
    }

    /** Its own server need not start anew for each command. */
    private void keepTheServer() {
        if (server == null && outside == null && Files.isDirectory(data().resolve("database"))) {
            server = EmbeddedServer.join(data());
        }
    }

    /** Runs {@code nightly} with these options in this process. */
    public Said night(String... options) {
        return run(Stream.concat(Stream.of("nightly"), Stream.of(options)).toArray(String[]::new));
    }

    /** Runs these nights one after the other in this process, doing something before each. */
    public void nights(List<LocalDate> days, Consumer<LocalDate> before) {
        inSession(session -> {
            for (LocalDate day : days) {
                before.accept(day);
                session.get(Nights.class).run(day, NightOptions.NONE);
            }
            return days;
        });
    }

    /** Returns each claim's history, oldest first, by claim ID. */
    public Map<String, List<ClaimHistory.Entry>> histories() {
        return inSession(session -> {
            Map<String, List<ClaimHistory.Entry>> histories = new LinkedHashMap<>();
            session.get(ClaimQueries.class)
                    .list(null)
                    .forEach(claim -> histories.put(
                            claim.claimId(), session.get(ClaimHistory.class).of(claim.id())));
            return histories;
        });
    }

    /** What stands on the database, for a test that looks at it or gets in its way; closed when the test is done with it. */
    public interface Beans extends AutoCloseable {
        /** Returns the one bean of a type. */
        <B> B get(Class<B> type);

        @Override
        void close();
    }

    /** Opens what stands on the database. */
    public Beans beans() {
        Session session = session();
        return new Beans() {
            @Override
            public <B> B get(Class<B> type) {
                return session.get(type);
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }

    /** Does something with what stands on the database. */
    public <T> T inside(Function<Beans, T> act) {
        try (Beans beans = beans()) {
            return act.apply(beans);
        }
    }

    private <T> T inSession(Function<Session, T> act) {
        try (Session session = session()) {
            return act.apply(session);
        }
    }

    private Session session() {
        keepTheServer();
        CporCommand settings = new CporCommand(
                new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false));
        new CommandLine(settings).parseArgs(arguments("claims").toArray(String[]::new));
        return Session.open(settings);
    }

    /** Starts a command in a process of its own, with its output in the files {@code out} and {@code err} of that folder. */
    public Process start(Path outputs, String... args) {
        create(outputs);
        try {
            return process(args)
                    .redirectOutput(outputs.resolve("out").toFile())
                    .redirectError(outputs.resolve("err").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a command as a process that is still to be started. */
    public ProcessBuilder process(String... args) {
        return program(arguments(args));
    }

    /** Returns the program as a process that is still to be started, with these words and no others. */
    public static ProcessBuilder program(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.cpor.cli.Main"));
        command.addAll(words);
        return new ProcessBuilder(command);
    }

    /** Opens the database itself; its own server, where it is that, runs until this is closed. */
    public OpenDatabase open() {
        return outside == null ? OpenDatabase.own(data()) : OpenDatabase.outside(outside.url());
    }

    /** Returns the command with the settings that point it here. */
    public List<String> arguments(String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.addAll(List.of("--inbox", inbox().toString(), "--rules", rules().toString()));
        all.addAll(List.of("--jobs", jobs().toString(), "--out", out().toString()));
        if (outside != null) {
            all.addAll(List.of("--db", outside.url()));
        } else {
            all.addAll(List.of("--data", data().toString()));
        }
        return all;
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            FileSystemUtils.copyRecursively(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
            server = null;
        }
        if (outside != null) {
            outside.close();
        }
    }
}
