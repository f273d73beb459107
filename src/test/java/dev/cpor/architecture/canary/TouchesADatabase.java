package dev.cpor.architecture.canary;

import dev.cpor.cli.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Would be left out when the database tests are chosen by their tag. Its name keeps it from being run. */
final class TouchesADatabase {
    @Test
    void runs() {
        new Sandbox(Path.of("nowhere")).close();
    }
}
