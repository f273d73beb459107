package dev.cpor.job;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.intake.FeedFile;
import dev.cpor.intake.Inbox;
import dev.cpor.intake.Inspection;
import dev.cpor.job.request.Folders;
import dev.cpor.settings.NightlySettings;
import dev.cpor.settings.RequiredFeed;
import dev.cpor.store.intake.FeedFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Stops a night whose feeds have not come, before any deadline is applied: without them it would reject partners who did
 * answer.
 */
final class RequiredFeeds {
    private final NightlySettings settings;
    private final Folders folders;
    private final FeedFiles files;
    private final BusinessCalendar calendar;

    RequiredFeeds(NightlySettings settings, Folders folders, FeedFiles files, BusinessCalendar calendar) {
        this.settings = settings;
        this.folders = folders;
        this.files = files;
        this.calendar = calendar;
    }

    /**
     * @throws ClearFailure if a feed that the settings ask for neither lies in the inbox, as a file that can be read, nor was
     *     read before
     */
    void check(LocalDate businessDate) {
        if (settings.requiredFeeds().isEmpty()) {
            return;
        }
        List<String> read = files.namesRead();
        List<FeedFile> found = Inbox.of(folders.inbox()).files();
        for (RequiredFeed required : settings.requiredFeeds()) {
            if (read.stream().noneMatch(name -> required.isMetBy(Path.of(name), businessDate))) {
                check(
                        required,
                        businessDate,
                        found.stream()
                                .filter(file -> required.isMetBy(file.path(), businessDate))
                                .toList());
            }
        }
    }

    private void check(RequiredFeed required, LocalDate businessDate, List<FeedFile> found) {
        if (found.isEmpty()) {
            throw new ClearFailure(
                    "The feed %s of %s has not come to %s, and no deadline is applied without it; bring it and run the night again, or take it out of requiredFeeds in nightly.yaml."
                            .formatted(required.on(businessDate), businessDate, folders.inbox()));
        }
        for (FeedFile file : found) {
            if (file.inspect(calendar) instanceof Inspection.Unreadable unreadable) {
                throw new ClearFailure("No deadline is applied without the feed %s of %s, but it cannot be read: %s"
                        .formatted(required.on(businessDate), businessDate, unreadable.message()));
            }
        }
    }
}
