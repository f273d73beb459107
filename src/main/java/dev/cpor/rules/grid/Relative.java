package dev.cpor.rules.grid;

/** What can be chosen for a day or a count of days instead of one. */
enum Relative {
    /** What follows from the others. */
    FOLLOWS,
    /** A day before the one on which the status was entered. */
    EARLIER,
    /** There is none. */
    NONE
}
