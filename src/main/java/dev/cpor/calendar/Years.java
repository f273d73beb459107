package dev.cpor.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.cpor.settings.InvalidSetting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The years that a calendar answers for.
 *
 * @param from the first
 * @param to the last
 */
record Years(int from, int to) {
    /** The law on which the dates of the United States' holidays rest came into force in 1971. */
    private static final int EARLIEST = 1971;

    /** Java's Islamic calendar, which several countries' holidays follow, ends in 2174. */
    private static final int LATEST = 2170;

    Years {
        checkPossible("from", from);
        checkPossible("to", to);
        if (to < from) {
            throw new InvalidSetting(
                    "to", "years/to is %d, but must not be before years/from, which is %d".formatted(to, from));
        }
    }

    @JsonCreator
    static Years of(@Nullable Integer from, @Nullable Integer to) {
        return new Years(from != null ? from : 2000, to != null ? to : 2099);
    }

    /**
     * Checks that days of a list are within these years.
     *
     * @throws InvalidSetting for the first that is not
     */
    void check(String key, List<NamedDay> days) {
        for (int i = 0; i < days.size(); i++) {
            int year = days.get(i).date().getYear();
            if (year < from || year > to) {
                throw new InvalidSetting(
                        "%s/%d/date".formatted(key, i),
                        "%s is not within the years %d to %d of the calendar; correct it, or change years"
                                .formatted(days.get(i).date(), from, to));
            }
        }
    }

    private static void checkPossible(String key, int year) {
        if (year < EARLIEST || year > LATEST) {
            throw new InvalidSetting(
                    key, "years/%s is %d, but must be within %d and %d".formatted(key, year, EARLIEST, LATEST));
        }
    }
}
