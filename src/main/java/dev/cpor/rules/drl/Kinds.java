package dev.cpor.rules.drl;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Speaks of the types of properties as the rules do. */
public final class Kinds {
    private Kinds() {}

    /** Says what a property of this type is, with its article. */
    public static String nameOf(Class<?> type) {
        if (isNumber(type)) {
            return "a number";
        }
        if (type == LocalDate.class) {
            return "a day";
        }
        return type == String.class
                ? "a text"
                : type == boolean.class ? "a truth value" : "a value of " + type.getSimpleName();
    }

    /** Says what can be compared with a property of this type. */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + constantsOf(type);
        }
        if (isNumber(type)) {
            return "a number";
        }
        if (type == LocalDate.class) {
            return "a day in double quotes, as in statusSince > \"2026-12-01\"";
        }
        return type == String.class ? "a text in double quotes" : "true or false";
    }

    /** Says whether a property of this type is a number. */
    public static boolean isNumber(Class<?> type) {
        return type == int.class || type == long.class || type == BigDecimal.class;
    }

    /** Says whether one is smaller than the other. */
    public static boolean hasOrder(Class<?> type) {
        return isNumber(type) || type == LocalDate.class;
    }

    /** Says whether values of these types can be compared with each other. */
    public static boolean areAlike(Class<?> one, Class<?> other) {
        return one == other || (isNumber(one) && isNumber(other));
    }

    /** Returns the names of an enum's constants. */
    public static List<String> namesOf(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(String::valueOf).toList();
    }

    /** Returns the constants of an enum as rules write them. */
    public static String constantsOf(Class<?> type) {
        return namesOf(type).stream()
                .map(name -> type.getSimpleName() + "." + name)
                .collect(Collectors.joining(", "));
    }

    /** Returns the enum that rules know by this name, null where there is none. */
    public static @Nullable Class<? extends Enum<?>> enumNamed(String name) {
        return Folder.ENUMS.stream()
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
