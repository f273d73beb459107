package dev.cpor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.payout.delivery.AnSftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that is killed while the server takes the first bytes of the CSV. */
@Tag("database")
class KilledReleaseTest {
    @TempDir
    private Path folder;

    @Test
    void theSameCommandAgainEndsAsIfNothingHadHappened() throws IOException {
        Path feeds = folder.resolve("feeds");
        Feeds.make(400, feeds);
        try (Sandbox sandbox = new Sandbox(folder.resolve("sandbox")).feeds(feeds);
                AnSftpServer server = AnSftpServer.in(folder.resolve("server"));
                OpenDatabase database = sandbox.open()) {
            Said night = sandbox.run("nightly", "--date", Feeds.DATE);
            assertThat(night.status()).as(night.err()).isZero();
            Path csv = firstCsv(sandbox.out().resolve("payout").resolve(Feeds.DATE));
            sandbox.nightly(
                    "payout:",
                    "  releaseSteps: 1",
                    "  delivery:",
                    "    sftp:",
                    "      host: 127.0.0.1",
                    "      port: " + server.port(),
                    "      user: " + AnSftpServer.USER,
                    "      privateKeyFile: " + server.privateKey(folder.resolve("key")),
                    "      knownHosts: " + server.knownHosts(folder.resolve("hosts")),
                    "      folder: inbox");

            server.stall();
            try (Started release = release(sandbox, "killed", csv)) {
                assertThat(release.livesUntil(server::isStalled) && release.kill())
                        .as("struck while sending: %s", release.errSoFar())
                        .isTrue();
            }
            assertThat(database.rows(
                            "select released_by, copied_at is not null, sent_at is not null from payout_release"))
                    .containsExactly("Anna|1|0");
            assertThat(contents(server.inbox()).keySet())
                    .as("what a reader would take")
                    .allMatch(name -> name.startsWith("."));
            server.goOn();

            try (Started again = release(sandbox, "again", csv)) {
                Said said = again.said();
                assertThat(said.status()).as(said.err()).isZero();
                assertThat(said.out()).contains(" was released by Anna at ", "; it is now delivered to ");
            }
            Map<String, String> delivered = contents(sandbox.out().resolve("delivery"));
            assertThat(delivered).hasSize(2).containsEntry(String.valueOf(csv.getFileName()), Files.readString(csv));
            assertThat(contents(server.inbox())).isEqualTo(delivered);
        }
    }

    private static Started release(Sandbox sandbox, String name, Path csv) {
        return Started.of(sandbox, name, "payout", "release", csv.toString(), "--as", "Anna");
    }

    private static Path firstCsv(Path night) throws IOException {
        try (Stream<Path> files = Files.list(night)) {
            List<Path> extracts = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            assertThat(extracts).isNotEmpty();
            return extracts.get(0);
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return contents;
    }
}
