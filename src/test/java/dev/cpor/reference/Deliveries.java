package dev.cpor.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which rows arrive on which day; what would arrive outside the range arrives on its first or last day. */
final class Deliveries {

    final LocalDate from;
    final LocalDate to;
    private final SortedMap<LocalDate, Map<FeedKind, List<Map<String, String>>>> days = new TreeMap<>();

    Deliveries(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
        from.datesUntil(to.plusDays(1)).forEach(day -> days.put(day, new EnumMap<>(FeedKind.class)));
    }

    void add(LocalDate day, FeedKind kind, Map<String, String> row) {
        LocalDate arrival = day.isBefore(from) ? from : day.isAfter(to) ? to : day;
        rows(arrival).computeIfAbsent(kind, any -> new ArrayList<>()).add(row);
    }

    List<LocalDate> days() {
        return List.copyOf(days.keySet());
    }

    Map<FeedKind, List<Map<String, String>>> rows(LocalDate day) {
        return days.computeIfAbsent(day, any -> new EnumMap<>(FeedKind.class));
    }

    /** A row from {@code column=value} texts. */
    static Map<String, String> row(String... values) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String value : values) {
            row.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
        }
        return row;
    }

    /** A copy with other values in some columns. */
    static Map<String, String> with(Map<String, String> row, String... values) {
        Map<String, String> copy = new LinkedHashMap<>(row);
        copy.putAll(row(values));
        return copy;
    }
}
