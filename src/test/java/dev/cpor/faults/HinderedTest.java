package dev.cpor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program needs from its surroundings is not there. */
@Tag("database")
class HinderedTest {
    private static final Map<String, String> ACCOUNT = Map.of("CPOR_DB_USER", "somebody", "CPOR_DB_PASSWORD", "wrong");

    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatIsNotThereIsNamed() throws Exception {
        Said said =
                said(Sandbox.program(List.of("claims", "list", "--db", "jdbc:mariadb://127.0.0.1:1/cpor")), ACCOUNT);

        assertOneSentence(said, "The database cannot be used", "127.0.0.1", "--db");
    }

    @Test
    void aRefusedPasswordIsSaidToBeOne() throws Exception {
        try (Sandbox sandbox = new Sandbox(folder.resolve("box"));
                OpenDatabase database = sandbox.open()) {
            Said said = said(Sandbox.program(List.of("claims", "list", "--db", database.url())), ACCOUNT);

            assertOneSentence(said, "refused the user somebody", "CPOR_DB_USER", "CPOR_DB_PASSWORD");
            assertThat(said.err()).doesNotContain("wrong");
        }
    }

    @Test
    void anAddressOfAnotherKindIsRefused() throws Exception {
        Said said = said(Sandbox.program(List.of("claims", "list", "--db", "jdbc:mysql://127.0.0.1/cpor")), ACCOUNT);

        assertOneSentence(said, "--db is jdbc:mysql://127.0.0.1/cpor", "jdbc:mariadb://");
    }

    @Test
    void anAddressWithoutAUserIsRefused() throws Exception {
        ProcessBuilder program = Sandbox.program(List.of("claims", "list", "--db", "jdbc:mariadb://127.0.0.1:1/cpor"));
        program.environment().remove("CPOR_DB_USER");

        assertOneSentence(said(program, Map.of()), "CPOR_DB_USER is not set");
    }

    @Test
    void aDataFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        String data = file.resolve("data").toString();

        assertOneSentence(said(Sandbox.program(List.of("claims", "list", "--data", data)), Map.of()), data, "--data");
    }

    @Test
    void aFullDiskStopsTheNightAndLeavesNothingHalfDone() throws Exception {
        try (Sandbox sandbox = new Sandbox(folder.resolve("box"));
                OpenDatabase database = sandbox.open()) {
            Feeds.bringOneClaim(sandbox);
            Files.createDirectories(sandbox.out());
            try (SmallDisk disk = SmallDisk.at(sandbox.out())) {
                Said full = disk.whileFull(sandbox.process("nightly", "--date", Feeds.DATE), this::said);

                assertOneSentence(lastLine(full), "could not be written", disk.reason(), "run the same command again");
                assertThat(files(sandbox.out())).isEmpty();
                assertThat(database.rows("select status, failure is null from run"))
                        .isEqualTo(List.of("FAILED|0"));

                Said again = said(sandbox.process("nightly", "--date", Feeds.DATE));

                assertThat(again.status()).as(again.err()).isZero();
                assertThat(files(sandbox.out()))
                        .containsExactlyInAnyOrder("control.json", "rejects.csv", "report.html", "report.json");
            }
        }
    }

    @Test
    void aRestartedNightKeepsTheRulesThatItBeganWithAndSaysSo() throws Exception {
        try (Sandbox sandbox = new Sandbox(folder.resolve("box"));
                OpenDatabase database = sandbox.open()) {
            Feeds.bringOneClaim(sandbox);
            Path control = sandbox.out().resolve("payout/2026-11-20/control.json");
            sandbox.write(control, "in the way");
            assertThat(sandbox.run("nightly", "--date", Feeds.DATE).status()).isEqualTo(1);
            List<String> before = database.rows("select ruleset from run");
            Path rule = sandbox.rules().resolve("lifecycle/sla-expiry.drl");
            sandbox.write(rule, Files.readString(rule).replace("> 5", "> 6"));
            Files.delete(control);

            Said again = said(sandbox.process("nightly", "--date", Feeds.DATE));

            assertThat(again.status()).as(again.err()).isZero();
            assertThat(again.err())
                    .contains("goes on with the rule set that it began with, "
                            + before.get(0).substring(0, 12));
            assertThat(database.rows("select ruleset from run")).isEqualTo(before);
            assertThat(database.number("select count(*) from rule_set")).isEqualTo(1);
        }
    }

    private static void assertOneSentence(Said said, String... parts) {
        assertThat(said.status()).as(said.err()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.sentences()).as(said.err()).hasSize(1);
        assertThat(said.err()).contains(parts).doesNotContain("Exception");
    }

    /** Before the last line stands how far the night had come. */
    private static Said lastLine(Said said) {
        List<String> lines = said.err().lines().toList();
        return new Said(said.status(), said.out(), lines.isEmpty() ? "" : lines.get(lines.size() - 1) + "\n");
    }

    private Said said(ProcessBuilder program, Map<String, String> environment) throws Exception {
        program.environment().putAll(environment);
        return said(program);
    }

    /** Its output goes into pipes, which no full disk concerns. */
    private Said said(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.start();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
        String out = read(process.getInputStream());
        return new Said(process.waitFor(), out, err.join());
    }

    private static String read(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> files(Path in) throws IOException {
        try (var files = Files.walk(in)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(SmallDisk.FILLER))
                    .toList();
        }
    }
}
