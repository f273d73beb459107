package dev.cpor.report;

import dev.cpor.domain.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How numbers, days and durations are told to people: the same everywhere, whatever the locale of the machine. */
final class Telling {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private Telling() {}

    /** Returns the number with thousands separators. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns the exact amount with thousands separators and without its currency. */
    static String amount(Money money) {
        return String.format(Locale.ROOT, "%,." + money.amount().scale() + "f", money.amount());
    }

    /** Returns the exact amount with its currency: {@code 1,234.50 EUR}. */
    static String money(Money money) {
        return amount(money) + " " + money.currency().getCurrencyCode();
    }

    /** Returns {@code Friday, 20 November 2026}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Returns {@code 2026-11-20 22:00:03 UTC}. */
    static String time(Instant instant) {
        return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /** Returns {@code 0.42 s}, {@code 12.3 s}, {@code 1 min 42 s} or {@code 2 h 3 min}. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
        }
        if (millis < 59_950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        Duration whole = duration.plusMillis(500).truncatedTo(ChronoUnit.SECONDS);
        return whole.toHours() == 0
                ? "%d min %d s".formatted(whole.toMinutes(), whole.toSecondsPart())
                : "%d h %d min".formatted(whole.toHours(), whole.toMinutesPart());
    }

    /** Returns what was evaluated: {@code 12 open claims that were due since 2026-11-19}, or all, and why. */
    static String evaluated(NightReport.Decisions decisions) {
        NightReport.Scope scope = decisions.scope();
        String claims =
                "%s open %s".formatted(count(decisions.evaluated()), decisions.evaluated() == 1 ? "claim" : "claims");
        if (scope.dueSince() != null) {
            return "%s due since the night of %s".formatted(claims, scope.dueSince());
        }
        return scope.because() == null ? claims : "all %s, because %s".formatted(claims, scope.because());
    }
}
