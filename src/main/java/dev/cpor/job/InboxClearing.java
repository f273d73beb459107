package dev.cpor.job;

import dev.cpor.domain.ClearFailure;
import dev.cpor.intake.FeedFile;
import dev.cpor.intake.Inbox;
import dev.cpor.intake.Inspection;
import dev.cpor.store.FeedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Moves feed files that were read out of the inbox, where the settings name a folder for them. */
final class InboxClearing {
    private final NightWork work;
    private final FeedFiles files;

    InboxClearing(NightWork work, FeedFiles files) {
        this.work = work;
        this.files = files;
    }

    void moveReadFiles() {
        Path folder = work.hand().settings().inbox().processedFolder();
        if (folder == null) {
            return;
        }
        for (FeedFile file : Inbox.of(work.hand().inbox()).files()) {
            if (file.inspect(work.hand().calendar()) instanceof Inspection.Readable readable
                    && files.bySha256(readable.sha256()).isPresent()) {
                move(file, folder);
            }
        }
    }

    private static void move(FeedFile file, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.move(file.path(), folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ClearFailure(
                    "The feed file %s was read, but could not be moved to %s: %s; make room or let this user write there, and run the night again."
                            .formatted(file.path(), folder, e.getMessage()),
                    e);
        }
    }
}
