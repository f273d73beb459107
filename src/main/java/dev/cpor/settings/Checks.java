package dev.cpor.settings;

import java.time.Duration;

/** The checks that several settings share. */
final class Checks {
    private Checks() {}

    static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new InvalidSetting(key, "%s is %d, but must be at least 1".formatted(key, value));
        }
    }

    static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new InvalidSetting(key, "%s is %s, but must be longer than nothing".formatted(key, written(value)));
        }
    }

    /** Writes a duration as the settings files do. */
    static String written(Duration value) {
        return value.toMillis() % 1000 == 0 ? value.toSeconds() + "s" : value.toMillis() + "ms";
    }
}
