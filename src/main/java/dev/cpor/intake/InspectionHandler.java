package dev.cpor.intake;

import dev.cpor.domain.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Counts the records of a file and notes the latest day; makes nothing of them. */
final class InspectionHandler extends RecordHandler<Object> {
    private final BusinessCalendar calendar;
    private long rows;
    private @Nullable String time;
    private @Nullable LocalDate latestDay;

    InspectionHandler(Feed feed, BusinessCalendar calendar) {
        super(feed);
        this.calendar = calendar;
    }

    long rows() {
        return rows;
    }

    @Nullable
    LocalDate latestDay() {
        return latestDay;
    }

    @Override
    void field(Header header, int index, char[] buffer, int offset, int length, boolean quoted) {
        if (index == header.timeField()) {
            time = new String(buffer, offset, length);
        }
    }

    @Override
    @Nullable
    Object record(Header header, long line, int count) {
        rows++;
        if (time != null && count == header.size()) {
            @Nullable Instant instant = Instants.parse(time);
            @Nullable LocalDate day = instant == null ? null : Instants.dayOf(instant, calendar);
            if (day != null && (latestDay == null || day.isAfter(latestDay))) {
                latestDay = day;
            }
        }
        time = null;
        return null;
    }
}
