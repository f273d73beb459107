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
import java.util.stream.LongStream;
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
                values.put(property.getName(), around(property.getType(), constants));
            }
        }
        return values;
    }

    private static List<Object> around(Class<?> type, List<Object> constants) {
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
            } else if (constant instanceof BigDecimal number && type == BigDecimal.class) {
                values.addAll(List.of(number.subtract(SMALLEST), number, number.add(SMALLEST)));
            } else if (constant instanceof BigDecimal number) {
                long whole = number.setScale(0, RoundingMode.FLOOR).longValueExact();
                LongStream.rangeClosed(
                                whole - 1, whole + (number.stripTrailingZeros().scale() > 0 ? 2 : 1))
                        .forEach(near -> values.add(typed(type, near)));
            }
        }
        if (type == BigDecimal.class) {
            values.add(BigDecimal.ZERO);
            values.removeIf(value -> ((BigDecimal) value).signum() < 0);
        } else if (type != LocalDate.class) {
            values.add(typed(type, 0));
            values.removeIf(value -> ((Number) value).longValue() < 0);
        }
        return List.copyOf(values);
    }

    private static Object typed(Class<?> type, long value) {
        return type == int.class ? (Object) Math.toIntExact(value) : (Object) value;
    }
}
