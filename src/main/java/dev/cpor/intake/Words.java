package dev.cpor.intake;

import dev.cpor.domain.RejectCode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The values that a column may have, by the names under which feeds write them. */
final class Words<E extends Enum<E>> {
    private final Map<String, E> byName;
    private final Class<E> type;

    private Words(Class<E> type, Predicate<E> allowed, Function<E, String> name) {
        this.type = type;
        this.byName = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            if (allowed.test(value)) {
                byName.put(name.apply(value), value);
            }
        }
    }

    static <E extends Enum<E>> Words<E> of(Class<E> type) {
        return new Words<>(type, value -> true, Enum::name);
    }

    static <E extends Enum<E>> Words<E> of(Class<E> type, Predicate<E> allowed) {
        return new Words<>(type, allowed, Enum::name);
    }

    static <E extends Enum<E>> Words<E> named(Class<E> type, Function<E, String> name) {
        return new Words<>(type, value -> true, name);
    }

    /** Returns the value of that name. */
    E get(String column, String found) throws RowRefused {
        E value = byName.get(found);
        if (value == null) {
            throw new RowRefused(
                    RejectCode.UNKNOWN_VALUE,
                    "The column %s has %s, expected one of %s.",
                    column,
                    Text.shown(found),
                    String.join(", ", byName.keySet()));
        }
        return value;
    }

    /** Returns the values of the names, in the order in which they are declared; none for an empty text. */
    Set<E> getAll(String column, String found) throws RowRefused {
        Set<E> values = EnumSet.noneOf(type);
        if (!found.isEmpty()) {
            for (String item : Items.of(column, found)) {
                values.add(get(column, item));
            }
        }
        return Collections.unmodifiableSet(values);
    }
}
