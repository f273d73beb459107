package dev.cpor.report;

/**
 * A column of what a command prints.
 *
 * @param name the header in a table and in CSV, the key in JSON
 * @param isNumber whether a table aligns it to the right
 */
public record Column(String name, boolean isNumber) {

    /** Returns a column of text, dates or booleans. */
    public static Column text(String name) {
        return new Column(name, false);
    }

    /** Returns a column of numbers or amounts. */
    public static Column number(String name) {
        return new Column(name, true);
    }
}
