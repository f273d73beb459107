package dev.cpor.job.payout;

import dev.cpor.domain.ClearFailure;
import dev.cpor.job.request.Folders;
import dev.cpor.payout.delivery.DeliveryFolder;
import dev.cpor.payout.delivery.ReleasedFile;
import dev.cpor.payout.delivery.SftpDelivery;
import dev.cpor.settings.DeliverySettings;
import dev.cpor.settings.NightlySettings;
import dev.cpor.settings.SftpSettings;
import dev.cpor.store.payout.DeliveryLock;
import dev.cpor.store.payout.PayoutReleases;
import dev.cpor.store.payout.PayoutReleases.Standing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies what is released to the delivery folder and sends it to the server, where one is named: once, and to the end. */
final class Delivering {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PayoutReleases releases;
    private final DeliveryLock lock;
    private final DeliveryFolder folder;
    private final Path payout;
    private final @Nullable SftpSettings server;

    Delivering(PayoutReleases releases, DeliveryLock lock, Folders folders, NightlySettings settings) {
        DeliverySettings delivery = settings.payout().delivery();
        this.releases = releases;
        this.lock = lock;
        this.folder = new DeliveryFolder(
                delivery.folder() != null ? delivery.folder() : folders.out().resolve("delivery"));
        this.payout = folders.payout();
        this.server = delivery.sftp();
    }

    /** Says whether files are sent to a server as well. */
    boolean sends() {
        return server != null;
    }

    /** Says whether an extract was released and is where it has to be. */
    boolean isComplete(Standing extract) {
        return extract.copiedAt() != null && !isToBeSent(extract);
    }

    private boolean isToBeSent(Standing extract) {
        return server != null && extract.toBeSent() && extract.sentAt() == null;
    }

    /** @throws ClearFailure if nothing could be delivered there */
    void check() {
        if (folder.isInside(payout)) {
            throw new ClearFailure(
                    "The delivery folder %s is inside %s, which holds what nights wrote and nothing else; name another folder in nightly.yaml."
                            .formatted(folder.path(), payout));
        }
    }

    /** @throws ClearFailure if the files do not arrive; the same call again goes on */
    void deliver(Standing extract, List<ReleasedFile> files) {
        boolean held = lock.hold(PATIENCE, () -> {
            Standing now = releases.of(extract.program(), extract.sequence()).orElseThrow();
            if (now.copiedAt() == null) {
                folder.deliver(files);
                releases.copied(now);
            }
            if (server != null && isToBeSent(now)) {
                new SftpDelivery(server, System::getenv).deliver(files);
                releases.sent(now);
            }
        });
        if (!held) {
            throw new ClearFailure(
                    "Another process has been delivering for %d seconds; run the same command again when it has ended."
                            .formatted(PATIENCE.toSeconds()));
        }
    }
}
