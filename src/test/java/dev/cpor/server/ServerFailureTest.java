package dev.cpor.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFailureTest {
    @TempDir
    Path temp;

    @Test
    void saysThatAFileIsNoFolder() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));
        assertThatThrownBy(() -> EmbeddedServer.join(file))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data");
    }

    @Test
    void saysWhatTheServerSaidWhenItDoesNotStart() throws IOException {
        EmbeddedServer.join(temp).close();
        Files.writeString(temp.resolve("database/aria_log_control"), "spoilt");
        assertThatThrownBy(() -> EmbeddedServer.join(temp))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining("does not start; it said: [ERROR]")
                .hasMessageContaining("server.log");
    }

    @Test
    void asksForThePasswordsThatAreMissing() throws IOException {
        Files.createDirectories(temp.resolve("database"));
        assertThatThrownBy(() -> EmbeddedServer.join(temp))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining("put it back from a backup");
    }

    @Test
    void namesTheWayOutOnAMachineItCannotRunOn() {
        assertThatThrownBy(() -> Platform.check("Mac OS X", "aarch64"))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining("Mac OS X on aarch64")
                .hasMessageContaining("--db");
    }
}
