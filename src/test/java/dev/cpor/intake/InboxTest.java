package dev.cpor.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    @TempDir
    Path folder;

    @Test
    void ordersFilesByFeedThenByName() throws IOException {
        touch("disputes-1.csv", "events-b.csv", "events-a.csv", "claim-lines-1.csv", "claims-1.csv");
        touch("exchange-rates-1.csv", "customers-1.CSV", "partners-1.csv");

        assertThat(Inbox.of(folder).files())
                .extracting(FeedFile::name)
                .containsExactly(
                        "partners-1.csv",
                        "customers-1.CSV",
                        "exchange-rates-1.csv",
                        "claims-1.csv",
                        "claim-lines-1.csv",
                        "events-a.csv",
                        "events-b.csv",
                        "disputes-1.csv");
    }

    @Test
    void namesTheFilesThatItIgnores() throws IOException {
        touch("notes.txt", "events-1.csv.part", "Events-1.csv", "claim-1.csv", ".hidden", "events-1.csv");
        Files.createDirectory(folder.resolve("done"));
        Files.createDirectory(folder.resolve("events-2.csv"));

        Inbox inbox = Inbox.of(folder);

        assertThat(inbox.files()).extracting(FeedFile::name).containsExactly("events-1.csv");
        assertThat(inbox.ignored())
                .containsExactly("Events-1.csv", "claim-1.csv", "events-1.csv.part", "events-2.csv", "notes.txt");
    }

    @Test
    void saysThatAFolderIsMissing() throws IOException {
        touch("file");

        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> Inbox.of(folder.resolve("nowhere")))
                .withMessage(
                        "The inbox %s/nowhere is missing; create it, or name another folder with --inbox.", folder);
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> Inbox.of(folder.resolve("file")))
                .withMessageContaining("is not a folder");
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }
}
