package dev.cpor.store.statement;

import dev.cpor.domain.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values stand in columns: instants as UTC, several values of a field joined by semicolons. */
public final class Bind {
    private Bind() {}

    /** Returns what a column of instants holds: date and time in UTC. */
    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Reads a date column's text; a date formatter, or the driver's own conversion, takes many times as long. */
    public static LocalDate date(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }

    /** Returns the name of a value, or null for none. */
    public static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** Returns the names of values in the order of the alphabet, joined by semicolons. */
    public static String names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(";"));
    }

    /** Reads reason codes that are joined by semicolons. */
    public static Set<ReasonCode> reasons(String joined) {
        return set(ReasonCode.class, joined);
    }

    /** Reads values that are joined by semicolons; an empty text holds none. */
    public static <E extends Enum<E>> Set<E> set(Class<E> type, String joined) {
        if (joined.isEmpty()) {
            return Set.of();
        }
        Set<E> values = EnumSet.noneOf(type);
        for (String name : joined.split(";")) {
            values.add(Enum.valueOf(type, name));
        }
        return values;
    }
}
