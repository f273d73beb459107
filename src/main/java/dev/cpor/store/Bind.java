package dev.cpor.store;

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
final class Bind {
    private Bind() {}

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Reads a date column's text; a date formatter, or the driver's own conversion, takes many times as long. */
    static LocalDate date(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static String names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(";"));
    }

    static Set<ReasonCode> reasons(String joined) {
        return set(ReasonCode.class, joined);
    }

    static <E extends Enum<E>> Set<E> set(Class<E> type, String joined) {
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
