package dev.cpor.architecture.canary;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** A night is not the day on which it runs. */
public final class ReadsTheWallClock {
    private ReadsTheWallClock() {}

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
