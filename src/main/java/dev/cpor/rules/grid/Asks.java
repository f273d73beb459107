package dev.cpor.rules.grid;

import java.util.Map;
import java.util.Set;

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

    Set<String> properties() {
        return constants.keySet();
    }
}
