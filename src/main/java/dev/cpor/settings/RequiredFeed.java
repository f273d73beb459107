package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalDate;
import java.util.regex.PatternSyntaxException;

/**
 * A feed that must have come before a night applies any deadline.
 *
 * @param pattern a glob over the file's name, in which {@code {date}} stands for the business date, such as
 *     {@code events-{date}*.csv}
 */
public record RequiredFeed(String pattern) {
    /** Refuses what is no pattern of a file name. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RequiredFeed {
        if (pattern.isBlank() || pattern.contains("/")) {
            throw new InvalidSetting(
                    "",
                    "the required feed \"%s\" must be a pattern of file names without folders, such as events-{date}*.csv"
                            .formatted(pattern));
        }
        try {
            matcher(pattern, LocalDate.EPOCH);
        } catch (PatternSyntaxException e) {
            throw new InvalidSetting(
                    "",
                    "the required feed \"%s\" is not a pattern (%s), but must be one such as events-{date}*.csv"
                            .formatted(pattern, e.getDescription()));
        }
    }

    /** Says whether a file, by its name alone, is this feed for that business date. */
    public boolean isMetBy(Path file, LocalDate businessDate) {
        Path name = file.getFileName();
        return name != null && matcher(pattern, businessDate).matches(name);
    }

    /** Returns the pattern with the business date in it, to be shown. */
    public String on(LocalDate businessDate) {
        return pattern.replace("{date}", businessDate.toString());
    }

    private static PathMatcher matcher(String pattern, LocalDate businessDate) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("{date}", businessDate.toString()));
    }
}
