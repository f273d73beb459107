package dev.cpor.settings;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says how a value of a type is written. */
final class Expected {
    private Expected() {}

    static String of(Class<?> type) {
        if (type == Duration.class) {
            return "a duration with its unit, such as 500ms, 10s or 5m";
        }
        if (type == LocalDate.class) {
            return "a date that exists, such as 2026-11-20";
        }
        if (type == Path.class) {
            return "a path";
        }
        if (type == Integer.class || type == int.class) {
            return "a whole number of at most " + Integer.MAX_VALUE;
        }
        if (type == BigDecimal.class) {
            return "a number, such as 20 or 2.5";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "names with values, such as { USD: 250000 }";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == RuleSetSource.class) {
            return "one of " + listed(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        }
        if (type.isEnum()) {
            return "one of " + listed(type.getEnumConstants());
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list, such as [first, second]";
        }
        if (type.isRecord() && type.getRecordComponents().length > 1) {
            return "keys with values: "
                    + listed(Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toArray());
        }
        return "text";
    }

    private static String listed(Object[] words) {
        return Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
