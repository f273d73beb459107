package dev.cpor.rules.grid;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value for each property that the rules name. */
record Choice(Map<String, Object> values) {
    boolean has(String property) {
        return values.containsKey(property);
    }

    boolean is(String property, Relative what) {
        return values.get(property) == what;
    }

    @Nullable
    Integer days(String property) {
        return values.get(property) instanceof Number count ? Integer.valueOf(count.intValue()) : null;
    }

    @Nullable
    LocalDate day(String property) {
        return values.get(property) instanceof LocalDate day ? day : null;
    }

    /** Returns the chosen value, or another where none was chosen. */
    <T> T or(String property, T otherwise) {
        @SuppressWarnings("unchecked") // The type of what is offered is that of the property.
        T chosen = (T) values.getOrDefault(property, otherwise);
        return chosen;
    }

    /** Returns the chosen text, null where none is chosen or the choice is that there is none. */
    @Nullable
    String text(String property) {
        return values.get(property) instanceof String text ? text : null;
    }
}
