package dev.cpor.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A bar chart of numbers that a table beside it also holds.
 *
 * @param title what it shows, in a few words
 * @param unit what the numbers count
 * @param labels one for each bar
 * @param series one for each part of a bar
 */
record Chart(String id, String title, String unit, List<String> labels, List<Series> series) {
    private static final int LABELS_READ_OUT = 6;

    /**
     * @param colour a name of the palette of the page
     * @param values one for each label; drawn, never calculated with
     */
    record Series(String label, String colour, List<? extends Number> values) {}

    /** Returns how high the chart is, in pixels. Public for the template, as the accessors are. */
    public int height() {
        return 96 + labels.size() * 34;
    }

    /** Returns what somebody hears who cannot see it. Public for the template, as the accessors are. */
    public String alternative() {
        return "Bar chart: %s, by %s%s. The table below holds the numbers."
                .formatted(
                        title,
                        labels.stream().limit(LABELS_READ_OUT).collect(Collectors.joining("; ")),
                        labels.size() > LABELS_READ_OUT ? "; and more" : "");
    }
}
