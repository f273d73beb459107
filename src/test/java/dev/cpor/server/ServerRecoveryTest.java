package dev.cpor.server;

import static dev.cpor.server.ServerFixture.answers;
import static dev.cpor.server.ServerFixture.ask;
import static dev.cpor.server.ServerFixture.process;
import static dev.cpor.server.ServerFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerRecoveryTest {
    @TempDir
    Path temp;

    private Path folder = Path.of("");

    @BeforeEach
    void namesTheFolder() {
        folder = temp.resolve("data");
    }

    @Test
    void outlivesAUserThatIsKilledAndStopsWithTheNextOne() {
        JoiningProcess first = JoiningProcess.join(folder);
        first.kill();
        assertThat(answers(first.url())).isTrue();

        try (EmbeddedServer next = EmbeddedServer.join(folder)) {
            assertThat(next.jdbcUrl()).isEqualTo(first.url());
        }
        assertThat(answers(first.url())).isFalse();
    }

    @Test
    void stopsWithAUserThatIsTerminated() {
        JoiningProcess only = JoiningProcess.join(folder);
        only.terminate();
        assertThat(answers(only.url())).isFalse();
    }

    @Test
    void startsAgainAfterItWasKilledAndKeepsWhatWasCommitted() {
        try (EmbeddedServer first = EmbeddedServer.join(folder)) {
            run(first, "CREATE TABLE t (id INT PRIMARY KEY)");
            run(first, "INSERT INTO t VALUES (42)");
            ProcessHandle killed = process(folder);
            killed.destroyForcibly();
            Awaitility.await().until(() -> !killed.isAlive());

            try (EmbeddedServer second = EmbeddedServer.join(folder)) {
                assertThat(ask(second, "SELECT id FROM t")).isEqualTo("42");
                assertThat(ask(first, "SELECT id FROM t")).isEqualTo("42");
            }
        }
    }

    @Test
    void finishesWhatAStartThatWasKilledLeftBehindAtWhateverMoment() throws Exception {
        for (int milliseconds : new int[] {350, 700, 1000, 1300, 1700}) {
            Process started = JoiningProcess.launch(folder);
            started.waitFor(milliseconds, TimeUnit.MILLISECONDS);
            started.destroyForcibly().waitFor();
        }
        try (EmbeddedServer server = EmbeddedServer.join(folder)) {
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
            assertThat(leftovers()).isZero();
        }
    }

    @Test
    void sweepsAnInterruptedDatabaseAway() throws IOException {
        Path leftover = Files.createDirectories(folder.resolve("part-123/mysql"));
        Files.writeString(leftover.resolve("db.frm"), "half");
        Files.writeString(folder.resolve("start.lock"), "");
        Files.writeString(folder.resolve("port"), "");

        EmbeddedServer.join(folder).close();

        assertThat(leftovers()).isZero();
    }

    private int leftovers() throws IOException {
        int count = 0;
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, "part-*")) {
            for (Path path : paths) {
                count++;
            }
        }
        return count;
    }

    @Test
    void stopsAServerThatNobodyUsesAndWhosePortWasForgotten() throws IOException {
        JoiningProcess first = JoiningProcess.join(folder);
        first.kill();
        Files.delete(folder.resolve("port"));

        EmbeddedServer.join(folder).close();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !answers(first.url()));
    }

    @Test
    void worksInAFolderOfAnyName() {
        for (String name : new String[] {
            "with space", "Prüfung 🚀", "it's \"quoted\" $HOME `x`;--", "l".repeat(200) + "/" + "o".repeat(150)
        }) {
            Path odd = temp.resolve(name);
            try (EmbeddedServer server = EmbeddedServer.join(odd)) {
                assertThat(ask(server, "SELECT 1")).as(name).isEqualTo("1");
            }
        }
    }
}
