package dev.cpor.calendar;

import dev.cpor.domain.BusinessCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a calendar.yaml of a test's own. */
record CalendarFolder(Path folder) {
    BusinessCalendar saying(String text) {
        try {
            Files.writeString(file(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CalendarFile.read(folder);
    }

    Path file() {
        return folder.resolve("calendar.yaml");
    }
}
