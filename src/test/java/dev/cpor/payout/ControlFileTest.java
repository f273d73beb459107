package dev.cpor.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.digest.Sha256;
import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlFileTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-20");

    @TempDir
    Path folder;

    @Test
    void listsTheManifestsOfTheNight() throws IOException {
        SortedMap<String, String> manifests = new TreeMap<>();
        manifests.put("payout-OSU-2026-11-20-000004.manifest.json", "aa".repeat(32));
        manifests.put("payout-OSA-2026-11-20-000002.manifest.json", "bb".repeat(32));

        String sha256 = ControlFile.write(folder, new Control(DATE, manifests, "cc".repeat(32)), null);

        assertThat(Files.readString(control())).isEqualTo("""
                {
                  "format": "cpor-control/1",
                  "businessDate": "2026-11-20",
                  "manifests": {
                    "payout-OSA-2026-11-20-000002.manifest.json": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                    "payout-OSU-2026-11-20-000004.manifest.json": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                  },
                  "previousControlSha256": "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"
                }
                """);
        assertThat(sha256).isEqualTo(Sha256.of(control()));
    }

    @Test
    void isWrittenWhenNothingWasPaidToo() throws IOException {
        ControlFile.write(folder, nothing(null), null);

        assertThat(Files.readString(control())).isEqualTo("""
                {
                  "format": "cpor-control/1",
                  "businessDate": "2026-11-20",
                  "manifests": {},
                  "previousControlSha256": null
                }
                """);
    }

    @Test
    void removesWhatKilledNightsLeftInTheFolder() throws IOException {
        Path leftover = folder.resolve("2026-11-20/.payout-OSU-2026-11-20-000009.csv.4711.tmp");
        Files.createDirectories(leftover.getParent());
        Files.writeString(leftover, "half a");

        ControlFile.write(folder, nothing(null), null);

        assertThat(leftover).doesNotExist();
        assertThat(control()).exists();
    }

    @Test
    void isNeverRewritten() {
        String first = ControlFile.write(folder, nothing(null), null);

        assertThat(ControlFile.write(folder, nothing(null), null)).isEqualTo(first);
        assertThatThrownBy(() -> ControlFile.write(folder, nothing("cc".repeat(32)), null))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining("control.json");
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("2026-11-20"), "a file where the folder must be");

        assertThatThrownBy(() -> ControlFile.write(folder, nothing(null), null))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining("control.json could not be written")
                .hasMessageNotContaining("\n");
    }

    private static Control nothing(@Nullable String previousControlSha256) {
        return new Control(DATE, Collections.emptySortedMap(), previousControlSha256);
    }

    private Path control() {
        return folder.resolve("2026-11-20/control.json");
    }
}
