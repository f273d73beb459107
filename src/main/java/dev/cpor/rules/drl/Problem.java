package dev.cpor.rules.drl;

import org.jspecify.annotations.Nullable;

/**
 * Something about the rules that an analyst should know.
 *
 * @param severity whether the rules can be used all the same
 * @param file the file's path relative to the rules folder, with {@code /}
 * @param line from 1
 * @param column from 1
 * @param rule the name of the rule, null where the problem is not inside one
 * @param what what was found, and what to write instead; without a full stop
 */
public record Problem(
        Severity severity,
        String file,
        int line,
        int column,
        @Nullable String rule,
        String what) implements Comparable<Problem> {

    /** What follows from a problem. */
    public enum Severity {
        /** The rules cannot be used. */
        ERROR,
        /** The rules can be used. */
        WARNING
    }

    /** Returns a problem that keeps the rules from being used; the parts are those of the record. */
    public static Problem error(String file, int line, int column, @Nullable String rule, String what) {
        return new Problem(Severity.ERROR, file, line, column, rule, what);
    }

    /** Returns a problem with which the rules can be used; the parts are those of the record. */
    public static Problem warning(String file, int line, int column, @Nullable String rule, String what) {
        return new Problem(Severity.WARNING, file, line, column, rule, what);
    }

    /** Returns the same as a warning. */
    public Problem asWarning() {
        return new Problem(Severity.WARNING, file, line, column, rule, what);
    }

    /** Says whether the rules cannot be used because of it. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Orders by file, line and column. */
    @Override
    public int compareTo(Problem other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        int byColumn = byLine != 0 ? byLine : Integer.compare(column, other.column);
        return byColumn != 0 ? byColumn : what.compareTo(other.what);
    }

    /** Returns {@code file:line:column: rule "name": what}. */
    @Override
    public String toString() {
        return "%s:%d:%d: %s%s".formatted(file, line, column, rule == null ? "" : "rule \"" + rule + "\": ", what);
    }
}
