package dev.cpor.job;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import dev.cpor.intake.FeedFile;
import dev.cpor.intake.Inbox;
import dev.cpor.store.intake.FeedFiles;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
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
            String sha256 = file.sha256();
            if (sha256 != null
                    && files.bySha256(sha256).filter(InboxClearing::wasRead).isPresent()) {
                move(file, sha256, folder);
            }
        }
    }

    private static boolean wasRead(FeedFiles.Seen file) {
        return file.state() == FeedFiles.State.READ;
    }

    private static void move(FeedFile file, String sha256, Path folder) {
        try {
            Files.createDirectories(folder);
            Path target = folder.resolve(file.name());
            if (Files.exists(target)) {
                // Another file of that name, from another day, is not to be lost.
                target = folder.resolve(file.name() + "." + sha256.substring(0, 12));
            }
            moveWhole(file.path(), target);
        } catch (IOException e) {
            throw new ClearFailure(
                    "The feed file %s was read, but could not be moved to %s (%s); make room or let this user write there, and run the same command again."
                            .formatted(file.path(), folder, IoReason.of(e)),
                    e);
        }
    }

    /** A file that is on its way to another disk has another name there until it is whole. */
    private static void moveWhole(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Path arriving = to.resolveSibling("." + to.getFileName() + ".tmp");
            try {
                Files.copy(from, arriving, StandardCopyOption.REPLACE_EXISTING);
                Files.move(arriving, to, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(arriving);
            }
            Files.delete(from);
        }
    }
}
