package dev.cpor.generate;

/**
 * Counts Mondays to Fridays, by epoch day. Holidays are left out on purpose: with them there are fewer business days, so
 * whoever keeps a deadline by this count keeps it by the calendar of the night too.
 */
final class WorkingDays {
    private WorkingDays() {}

    static boolean isOne(long epochDay) {
        return weekday(epochDay) < 5;
    }

    /** Returns the working day so many working days later; for 0 the day itself, working day or not. */
    static long after(long epochDay, int workingDays) {
        long day = epochDay;
        int left = workingDays;
        while (left > 0) {
            day++;
            if (isOne(day)) {
                left--;
            }
        }
        return day;
    }

    /** Returns 0 for Monday to 6 for Sunday. */
    private static int weekday(long epochDay) {
        return (int) Math.floorMod(epochDay + 3, 7L);
    }
}
