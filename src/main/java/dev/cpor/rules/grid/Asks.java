package dev.cpor.rules.grid;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one rule asks.
 *
 * @param rule its name
 * @param fact the record that it asks about
 * @param constants by the properties that its conditions name, what they are compared with: a {@link java.math.BigDecimal} for a
 *     number, a {@link String}, or a {@link java.time.LocalDate}; empty for other kinds of properties
 * @param calculates whether it compares properties with each other or calculates with them, so that its limits are not all known
 */
public record Asks(
        String rule, Class<? extends Record> fact, Map<String, ? extends Set<?>> constants, boolean calculates) {

    /** Says why trying a rule at its limits proves nothing about all claims; null where it does. */
    @Nullable
    String doubt() {
        if (calculates) {
            return "it calculates";
        }
        boolean several = properties().stream().filter(ClaimDays.ALL::contains).count() > 1;
        return several ? "its days depend on one another and on the calendar" : null;
    }

    Set<String> properties() {
        return constants.keySet();
    }
}
