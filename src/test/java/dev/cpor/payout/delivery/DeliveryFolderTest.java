package dev.cpor.payout.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryFolderTest {
    @TempDir
    private Path temp;

    @Test
    void knowsThatItIsInsideAFolderByItsPath() {
        assertThat(isInside("payout/delivery")).isTrue();
        assertThat(isInside("payout")).isTrue();
        assertThat(isInside("payout/../payout/new")).isTrue();
        assertThat(isInside("delivery")).isFalse();
        assertThat(isInside("payout-2")).isFalse();
    }

    @Test
    void knowsThatItIsInsideAFolderByALink() throws IOException {
        Path payout = Files.createDirectories(temp.resolve("payout/2026-11-20"));
        Files.createSymbolicLink(temp.resolve("delivery"), payout);
        Files.createSymbolicLink(temp.resolve("other"), Files.createDirectory(temp.resolve("elsewhere")));

        assertThat(isInside("delivery")).isTrue();
        assertThat(isInside("delivery/new/folder")).isTrue();
        assertThat(isInside("other/new")).isFalse();
    }

    private boolean isInside(String folder) {
        return new DeliveryFolder(temp.resolve(folder)).isInside(temp.resolve("payout"));
    }
}
