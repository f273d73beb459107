package dev.cpor.account;

/** How a document is written down. */
public enum DocumentFormat {
    /** For people, in a terminal. */
    TABLE,
    /** For programs: every row of every table, the first column naming the table; RFC 4180 with a header row and LF. */
    CSV,
    /** For programs: an object with an array for each table. */
    JSON,
    /** For people: a page that is one file. */
    HTML
}
