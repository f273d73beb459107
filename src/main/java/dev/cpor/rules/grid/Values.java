package dev.cpor.rules.grid;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which values of a property are worth trying: where a rule compares it with k, then k and what lies next to it. */
final class Values {
    /** Stands for any text that no rule names. */
    static final String OTHER = "another";

    // Amounts have at most four decimals.
    private static final BigDecimal SMALLEST = new BigDecimal("0.0001");

    private Values() {}

    /** Returns the values to try for each property that these rules name. */
    static SortedMap<String, List<Object>> of(Class<? extends Record> fact, Collection<Asks> rules) {
        SortedMap<String, List<Object>> values = new TreeMap<>();
        for (RecordComponent property : fact.getRecordComponents()) {
            List<Asks> asking = rules.stream()
                    .filter(rule -> rule.properties().contains(property.getName()))
                    .toList();
            if (!asking.isEmpty()) {
                List<Object> constants = new ArrayList<>();
                asking.forEach(rule -> constants.addAll(rule.constants().get(property.getName())));
                boolean calculates = asking.stream().anyMatch(Asks::calculates);
                values.put(property.getName(), around(property.getType(), constants, calculates));
            }
        }
        return values;
    }

    private static List<Object> around(Class<?> type, List<Object> constants, boolean calculates) {
        if (type == boolean.class) {
            return List.of(true, false);
        }
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        if (type == String.class) {
            return Stream.concat(constants.stream().distinct(), Stream.of(OTHER))
                    .toList();
        }
        SortedSet<Object> values = new TreeSet<>();
        for (Object constant : constants) {
            if (constant instanceof LocalDate day) {
                values.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
            } else if (constant instanceof BigDecimal number) {
                values.addAll(beside(number, type));
            }
        }
        if (type != LocalDate.class) {
            values.add(typed(type, BigDecimal.ZERO));
            if (calculates) {
                // Two that are compared with each other can differ.
                values.add(typed(type, BigDecimal.ONE));
            }
        }
        return List.copyOf(values);
    }

    /** Returns a number and what lies next to it, as far as a property of this type can have these values. */
    private static List<Object> beside(BigDecimal number, Class<?> type) {
        boolean whole = type != BigDecimal.class;
        BigDecimal step = whole ? BigDecimal.ONE : SMALLEST;
        BigDecimal below = whole ? number.setScale(0, RoundingMode.FLOOR) : number;
        BigDecimal above = whole ? number.setScale(0, RoundingMode.CEILING) : number;
        return Stream.of(below.subtract(step), below, above, above.add(step))
                .filter(value -> value.signum() >= 0)
                .map(value -> typed(type, value))
                .toList();
    }

    /** What is more than a property can hold is tried as the most that it can. */
    private static Object typed(Class<?> type, BigDecimal value) {
        if (type == BigDecimal.class) {
            return value;
        }
        long most = type == int.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
        long whole = value.min(BigDecimal.valueOf(most)).longValueExact();
        return type == int.class ? (Object) Math.toIntExact(whole) : (Object) whole;
    }
}
