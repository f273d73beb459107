package dev.cpor.intake;

/**
 * A column of a feed.
 *
 * @param name the name in the header, compared exactly
 * @param optional whether its values may be empty; such a column may also be missing from the header
 */
record Column(String name, boolean optional) {

    /** Reads a column as the table of feeds writes it: {@code programs?} is optional, {@code name} is not. */
    static Column of(String written) {
        boolean optional = written.endsWith("?");
        return new Column(optional ? written.substring(0, written.length() - 1) : written, optional);
    }
}
