package dev.cpor.job;

import dev.cpor.domain.ClearFailure;
import dev.cpor.intake.FeedFile;
import dev.cpor.intake.Inbox;
import dev.cpor.settings.NightlySettings;
import dev.cpor.settings.RequiredFeed;
import dev.cpor.store.FeedFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stops a night whose feeds have not come, before any deadline is applied: without them it would reject partners who did
 * answer.
 */
final class RequiredFeeds {
    private final NightlySettings settings;
    private final Folders folders;
    private final FeedFiles files;

    RequiredFeeds(NightlySettings settings, Folders folders, FeedFiles files) {
        this.settings = settings;
        this.folders = folders;
        this.files = files;
    }

    /** @throws ClearFailure if a feed that the settings ask for neither lies in the inbox nor was read before */
    void check(LocalDate businessDate) {
        if (settings.requiredFeeds().isEmpty()) {
            return;
        }
        List<Path> names = Stream.concat(
                        Inbox.of(folders.inbox()).files().stream().map(FeedFile::path),
                        files.namesRead().stream().map(Path::of))
                .toList();
        for (RequiredFeed required : settings.requiredFeeds()) {
            if (names.stream().noneMatch(name -> required.isMetBy(name, businessDate))) {
                throw new ClearFailure(
                        "The feed %s of %s has not come to %s, and no deadline is applied without it; bring it and run the night again, or take it out of requiredFeeds in nightly.yaml."
                                .formatted(required.on(businessDate), businessDate, folders.inbox()));
            }
        }
    }
}
