package dev.cpor.report;

/** How a command prints its rows. */
public enum OutputFormat {
    /** For people: aligned columns. */
    TABLE,
    /** RFC 4180 with a header row and LF. */
    CSV,
    /** An array of objects, one object a line. */
    JSON
}
