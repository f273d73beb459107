package dev.cpor.generate;

import java.time.LocalDate;
import java.util.stream.LongStream;

/** The days that feeds are made for, with their texts made once. Days are epoch days; instants are written in UTC. */
final class Timeline {
    private static final int MONTH_LENGTH = "2026-11".length();

    private final long first;
    private final long last;
    private final String[] texts;
    private final String[] months;
    private final long[] creationDays;

    Timeline(LocalDate from, LocalDate to) {
        first = from.toEpochDay();
        last = to.toEpochDay();
        int days = Math.toIntExact(last - first + 1);
        texts = new String[days];
        months = new String[days];
        for (int day = 0; day < days; day++) {
            texts[day] = from.plusDays(day).toString();
            months[day] = texts[day].substring(0, MONTH_LENGTH).intern();
        }
        long[] working =
                LongStream.rangeClosed(first, last).filter(WorkingDays::isOne).toArray();
        creationDays = working.length > 0
                ? working
                : LongStream.rangeClosed(first, last).toArray();
    }

    /** Says whether a day is not after the last one. */
    boolean includes(long day) {
        return day <= last;
    }

    /** Returns the day on which a claim is created, when they are spread evenly over the working days. */
    long creationDay(long index, long claims) {
        return creationDays[(int) (index * creationDays.length / claims)];
    }

    /** Returns the part of a file name for a day: its month. */
    String period(long day) {
        return months[(int) (day - first)];
    }

    /** Returns an instant such as {@code 2026-11-02T09:14:07Z}. */
    String instant(long day, int secondOfDay) {
        StringBuilder text = new StringBuilder(20).append(texts[(int) (day - first)]);
        twoDigits(text.append('T'), secondOfDay / 3600);
        twoDigits(text.append(':'), secondOfDay / 60 % 60);
        twoDigits(text.append(':'), secondOfDay % 60);
        return text.append('Z').toString();
    }

    private static void twoDigits(StringBuilder text, int value) {
        text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}
