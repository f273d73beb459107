package dev.cpor.job.request;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.intake.FeedFile;
import dev.cpor.intake.Inbox;
import dev.cpor.intake.Inspection;
import dev.cpor.store.night.Runs;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which nights are due when nobody names one. */
public class NightDates {
    private final Runs runs;
    private final BusinessCalendar calendar;
    private final Folders folders;
    private final Clock clock;

    NightDates(Runs runs, BusinessCalendar calendar, Folders folders, Clock clock) {
        this.runs = runs;
        this.calendar = calendar;
        this.folders = folders;
        this.clock = clock;
    }

    /**
     * Returns the nights that were missed, one after the other: from the one after the last that completed up to yesterday.
     * When none ever completed, the one that was begun, or else that of the latest day found in the feeds.
     *
     * @return empty when the night of yesterday is complete
     * @throws ClearFailure if no night was ever begun and the feeds hold no day either
     */
    public List<LocalDate> due() {
        Optional<LocalDate> last = runs.lastCompleted();
        if (last.isPresent()) {
            LocalDate today = calendar.dayOf(clock.instant());
            LocalDate next = last.get().plusDays(1);
            return next.isBefore(today) ? next.datesUntil(today).toList() : List.of();
        }
        return List.of(runs.firstUnfinished().orElseGet(this::latestInFeeds));
    }

    /**
     * Returns the night that comes next: the one after the last that completed, or that was begun, or else that of the latest day
     * found in the feeds; where there is no such day either, today's.
     */
    public LocalDate next() {
        return runs.lastCompleted()
                .map(day -> day.plusDays(1))
                .or(runs::firstUnfinished)
                .or(() -> Files.isDirectory(folders.inbox()) ? latestDay() : Optional.empty())
                .orElseGet(() -> calendar.dayOf(clock.instant()));
    }

    private LocalDate latestInFeeds() {
        return latestDay()
                .orElseThrow(() -> new ClearFailure(
                        "The database is empty and the feeds of %s hold no day; bring feeds, or name the business date with --date."
                                .formatted(folders.inbox())));
    }

    private Optional<LocalDate> latestDay() {
        return Inbox.of(folders.inbox()).files().stream()
                .map(this::latestDay)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
    }

    private @Nullable LocalDate latestDay(FeedFile file) {
        return file.inspect(calendar) instanceof Inspection.Readable readable ? readable.latestDay() : null;
    }
}
